//! What both data files write in the same way.

use serde::{Deserialize, Serialize};

/// Words in both languages, named in JSON as the option `locale` names them.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    #[serde(rename(serialize = "zh-CN"))]
    pub zh: String,
    pub en: String,
}

/// A Rust expression for a slice of what is written already.
pub fn slice(elements: impl IntoIterator<Item = String>) -> String {
    format!("&[{}]", elements.into_iter().collect::<Vec<_>>().join(", "))
}

pub fn optional(expression: Option<String>) -> String {
    expression.map_or_else(|| "None".to_owned(), |expression| format!("Some({expression})"))
}
