//! `data/api-errors.yaml`: codes, messages and numbers become Rust, to find a refusal by; what they mean becomes JSON.

use serde::{Deserialize, Serialize};

use crate::written::{Words, optional, slice};
use crate::{Compiled, Result};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Errors {
    codes: Vec<Refusal>,
    messages: Vec<Refusal>,
    later: Refusal,
    unknown: Refusal,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Refusal {
    #[serde(default, skip_serializing)]
    code: String,
    #[serde(skip_serializing, rename = "http")]
    _http: Option<u16>,
    #[serde(skip_serializing)]
    text: Option<String>,
    #[serde(default, skip_serializing)]
    also: Vec<String>,
    #[serde(default, skip_serializing)]
    in_next_actions: bool,
    #[serde(default, skip_serializing)]
    suffix: Vec<u32>,
    #[serde(default, skip_serializing)]
    operations: Vec<String>,
    #[serde(skip_serializing)]
    rule: Option<String>,
    #[serde(default, skip_serializing)]
    field: String,
    #[serde(skip_serializing)]
    retry: Retry,
    #[serde(skip_serializing)]
    wait_seconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    meaning: Words,
    cause: Words,
    remedy: Words,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Retry {
    Same,
    Wait,
    Query,
    Fix,
    Never,
}

impl Refusal {
    fn rust(&self) -> String {
        format!(
            "Refusal {{ code: {:?}, wordings: {}, suffixes: {}, operations: {:?}, rule: {}, field: {:?}, retry: Retry::{:?}, wait_seconds: {} }}",
            self.code,
            slice(self.text.iter().chain(&self.also).map(|wording| slice(wording.split('…').map(|part| format!("{part:?}"))))),
            slice(self.suffix.iter().map(u32::to_string)),
            self.operations.join(" "),
            optional(self.rule.as_ref().map(|rule| format!("{rule:?}"))),
            self.field,
            self.retry,
            optional(self.wait_seconds.as_ref().map(u32::to_string)),
        )
    }
}

pub fn compiled(yaml: &str) -> Result<Compiled> {
    let Errors { codes, messages, later, unknown } = serde_yaml_ng::from_str(yaml)?;
    let rows = |refusals: &[Refusal]| slice(refusals.iter().map(Refusal::rust));
    let deducting = messages.iter().find(|row| row.in_next_actions).ok_or("no row is `in_next_actions`")?;
    let shown: Vec<&Refusal> = codes.iter().chain(&messages).chain([&later, &unknown]).collect();
    Ok(Compiled {
        rust: format!(
            "static CODES: &[Refusal] = {};\nstatic MESSAGES: &[Refusal] = {};\nstatic LATER: Refusal = {};\nstatic UNKNOWN: Refusal = {};\n\
             pub const DEDUCTING: Bilingual = Bilingual {{ zh: {:?}, en: {:?} }};\n",
            rows(&codes),
            rows(&messages),
            later.rust(),
            unknown.rust(),
            deducting.cause.zh,
            deducting.cause.en,
        ),
        json: serde_json::to_string(&shown)?,
    })
}
