//! A JSON value of any shape: a body, or a document as it was given.

use serde::{Serialize, Serializer};

use super::tape::{Cursor, Value};
use crate::record::slot::ValueType;
use crate::values::number::{MAX_SAFE, is_integer};

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
    Opaque(ValueType),
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

    pub fn kind(&self) -> ValueType {
        match self {
            Json::Null => ValueType::Null,
            Json::Bool(_) => ValueType::Boolean,
            Json::Number(_) => ValueType::Number,
            Json::Text(_) => ValueType::String,
            Json::List(_) => ValueType::Array,
            Json::Object(_) => ValueType::Object,
            Json::Opaque(kind) => *kind,
        }
    }

    /// A member of an object; of several of one name the last counts.
    pub fn member(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members.iter().rev().find(|(member, _)| member == key.as_bytes()).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether an object has a member that is not null.
    pub fn has(&self, key: &str) -> bool {
        self.member(key).is_some_and(|value| !matches!(value, Json::Null))
    }

    /// Takes a member out of an object.
    pub fn remove(&mut self, key: &str) {
        if let Json::Object(members) = self {
            members.retain(|(member, _)| member != key.as_bytes());
        }
    }
}

/// As JSON. Numbers that are integers are written as such: `3900`, not `3900.0`.
impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null | Json::Opaque(_) => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(number) if is_integer(*number) && number.abs() <= MAX_SAFE as f64 => serializer.serialize_i64(*number as i64),
            #[cfg(not(target_arch = "wasm32"))]
            Json::Number(number) => serializer.serialize_f64(*number),
            // To write any other would take 10 KB.
            #[cfg(target_arch = "wasm32")]
            Json::Number(_) => panic!("the numbers of a request are integers"),
            Json::Text(text) => serializer.serialize_str(well_formed(text)),
            Json::List(items) => serializer.collect_seq(items),
            Json::Object(members) => serializer.collect_map(members.iter().map(|(key, member)| (well_formed(key), member))),
        }
    }
}

/// What a request sends holds no other text: the rules refuse it.
fn well_formed(text: &[u8]) -> &str {
    str::from_utf8(text).unwrap_or_else(|_| panic!("text that is not well-formed Unicode is refused before it is sent"))
}
