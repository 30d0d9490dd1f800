//! A JSON value of any shape, to be compared with another.

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::path::Segment;
use crate::ranking;
use crate::tape::{Cursor, Kind, Value};

#[derive(Clone, Debug)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(Vec<u8>),
    List(Vec<Json>),
    /// Members in the order they came.
    Object(Vec<(Vec<u8>, Json)>),
    /// What JSON does not carry, or was not read: equal to nothing.
    Opaque(Kind),
}

impl Json {
    pub fn read(cursor: &mut Cursor<'_>) -> Self {
        match cursor.value() {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(value),
            Value::Number(number) => Json::Number(number),
            Value::Text(span) => Json::Text(cursor.text_of(span).to_vec()),
            Value::Array(len) => {
                let mut items = Vec::with_capacity(len as usize);
                for _ in 0..len {
                    items.push(Json::read(cursor));
                }
                Json::List(items)
            }
            Value::Object(len) => {
                let mut members = Vec::with_capacity(len as usize);
                for _ in 0..len {
                    members.push((cursor.name().to_vec(), Json::read(cursor)));
                }
                Json::Object(members)
            }
            other => Json::Opaque(other.kind()),
        }
    }

    /// Takes a member out of an object.
    pub fn remove(&mut self, key: &str) {
        if let Json::Object(members) = self {
            members.retain(|(member, _)| member != key.as_bytes());
        }
    }
}

/// How a place differs between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "declarations", derive(tsify::Tsify), serde(rename_all = "lowercase"))]
pub enum Change {
    /// Only the second has it.
    Added,
    /// Only the first has it.
    Removed,
    Changed,
}

#[derive(Clone, Debug)]
pub struct Difference<'a> {
    pub path: Vec<Segment<'a>>,
    pub before: Option<&'a Json>,
    pub after: Option<&'a Json>,
}

impl Difference<'_> {
    pub fn change(&self) -> Change {
        match (self.before, self.after) {
            (None, _) => Change::Added,
            (_, None) => Change::Removed,
            _ => Change::Changed,
        }
    }
}

/// Where two values differ, the innermost places alone, in the order of their keys.
pub fn differences<'a>(one: &'a Json, other: &'a Json) -> Vec<Difference<'a>> {
    let mut found = Vec::new();
    compare(one, other, &mut Vec::new(), &mut found);
    found
}

fn compare<'a>(one: &'a Json, other: &'a Json, path: &mut Vec<Segment<'a>>, found: &mut Vec<Difference<'a>>) {
    let is_same = match (one, other) {
        (Json::Null, Json::Null) => true,
        (Json::Bool(one), Json::Bool(other)) => one == other,
        (Json::Number(one), Json::Number(other)) => one == other,
        (Json::Text(one), Json::Text(other)) => one == other,
        (Json::List(ones), Json::List(others)) => {
            for index in 0..ones.len().max(others.len()) {
                path.push(Segment::Index(index as u32));
                compare_where_present(ones.get(index), others.get(index), path, found);
                path.pop();
            }
            return;
        }
        (Json::Object(ones), Json::Object(others)) => {
            compare_members(ones, others, path, found);
            return;
        }
        _ => false,
    };
    if !is_same {
        found.push(Difference { path: path.clone(), before: Some(one), after: Some(other) });
    }
}

fn compare_members<'a>(
    ones: &'a [(Vec<u8>, Json)],
    others: &'a [(Vec<u8>, Json)],
    path: &mut Vec<Segment<'a>>,
    found: &mut Vec<Difference<'a>>,
) {
    let (ones, others) = (by_key(ones), by_key(others));
    let (mut ones, mut others) = (ones.as_slice(), others.as_slice());
    loop {
        let next = match (ones, others) {
            ([(one, _), ..], [(other, _), ..]) => one.cmp(other),
            ([_, ..], []) => Ordering::Less,
            ([], [_, ..]) => Ordering::Greater,
            ([], []) => return,
        };
        let one = if next.is_le() { ones.split_off_first() } else { None };
        let other = if next.is_ge() { others.split_off_first() } else { None };
        let Some((key, _)) = one.or(other) else { return };
        path.push(Segment::Key(key));
        compare_where_present(one.map(|(_, member)| member), other.map(|(_, member)| member), path, found);
        path.pop();
    }
}

fn compare_where_present<'a>(one: Option<&'a Json>, other: Option<&'a Json>, path: &mut Vec<Segment<'a>>, found: &mut Vec<Difference<'a>>) {
    match (one, other) {
        (Some(one), Some(other)) => compare(one, other, path, found),
        (before, after) => found.push(Difference { path: path.clone(), before, after }),
    }
}

fn by_key(members: &[(Vec<u8>, Json)]) -> Vec<&(Vec<u8>, Json)> {
    let mut members: Vec<_> = members.iter().collect();
    ranking::sort(&mut members, &|(one, _), (other, _)| one.cmp(other));
    // JSON text may name a key twice; the last counts.
    members.chunk_by(|(one, _), (other, _)| one == other).filter_map(<[_]>::last).copied().collect()
}
