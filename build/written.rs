//! What both data files have in common.

use serde::{Deserialize, Serialize};

/// A text in both languages, whose keys in JSON are the values of the option `locale`.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    #[serde(rename(serialize = "zh-CN"))]
    pub zh: String,
    pub en: String,
}

/// A Rust expression for a slice of these expressions.
pub fn slice(elements: impl IntoIterator<Item = String>) -> String {
    format!("&[{}]", elements.into_iter().collect::<Vec<_>>().join(", "))
}

pub fn optional(expression: Option<String>) -> String {
    expression.map_or_else(|| "None".to_owned(), |expression| format!("Some({expression})"))
}
