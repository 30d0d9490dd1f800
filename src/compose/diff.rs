//! Compares two JSON values of any shape.

use std::cmp::Ordering;

use serde::Serialize;
use tsify::Tsify;

use crate::input::value::Json;
use crate::record::path::{Segment, pointer};
use crate::values::named::named;
use crate::values::sorting::sort_by;
use crate::values::text::Given;

/// A value returned as it was given, with keys and text that Rust's strings cannot hold.
#[derive(Clone, Copy, Debug)]
pub struct Original<'a>(pub &'a Json);

// In the wasm it keeps what Rust's strings cannot hold.
#[cfg(not(target_arch = "wasm32"))]
impl Serialize for Original<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

named! {
    /// 差异的种类：仅后者有、仅前者有、两者不同。
    /// How a place differs between two bodies.
    pub enum Change {
        /// Only the second has it.
        Added = "added",
        /// Only the first has it.
        Removed = "removed",
        Changed = "changed",
    }
}

/// 两个请求体的一处差异。
/// One place at which two bodies differ.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Difference<'a> {
    pub change: Change,
    #[tsify(type = "(string | number)[]")]
    pub path: Vec<Segment<'a>>,
    /// JSON Pointer, `/post_payments/0/amount`.
    #[tsify(type = "string")]
    pub pointer: Given,
    /// 前者的值；`added` 时没有。
    /// The first body's value; absent for `added`.
    #[tsify(optional, type = "unknown")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Original<'a>>,
    /// 后者的值；`removed` 时没有。
    /// The second body's value; absent for `removed`.
    #[tsify(optional, type = "unknown")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Original<'a>>,
}

impl<'a> Difference<'a> {
    fn at(path: &[Segment<'a>], before: Option<&'a Json>, after: Option<&'a Json>) -> Self {
        let change = match (before, after) {
            (None, _) => Change::Added,
            (_, None) => Change::Removed,
            _ => Change::Changed,
        };
        Difference { change, path: path.to_vec(), pointer: pointer(path), before: before.map(Original), after: after.map(Original) }
    }
}

/// Where two values differ: only the innermost places, in the order of their keys.
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
        found.push(Difference::at(path, Some(one), Some(other)));
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
        (before, after) => found.push(Difference::at(path, before, after)),
    }
}

fn by_key(members: &[(Vec<u8>, Json)]) -> Vec<&(Vec<u8>, Json)> {
    let mut members: Vec<_> = members.iter().collect();
    sort_by(&mut members, &|(one, _), (other, _)| one.cmp(other));
    // JSON text may name a key twice; the last counts.
    members.chunk_by(|(one, _), (other, _)| one == other).filter_map(<[_]>::last).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
        Json::Object(members.map(|(key, value)| (key.as_bytes().to_vec(), value)).into())
    }

    #[test]
    fn what_was_removed_added_and_changed() {
        let list = |number| Json::List(vec![Json::Null, Json::Number(number)]);
        let before = object([("a", Json::Bool(true)), ("list", list(1.0)), ("nothing", Json::Null)]);
        let after = object([("nothing", Json::Null), ("list", list(2.0)), ("c", Json::Null)]);
        let found: Vec<_> = differences(&before, &after).into_iter().map(|found| (found.change, found.pointer.0)).collect();
        assert_eq!(found, [(Change::Removed, b"/a".to_vec()), (Change::Added, b"/c".to_vec()), (Change::Changed, b"/list/1".to_vec())]);
    }
}
