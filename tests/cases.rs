//! The tables of `tests/cases`, run against the core.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

#[allow(dead_code, reason = "the data files are read elsewhere")]
mod support;

use std::collections::BTreeSet;

use payscore::compose::request::BuildResult;
use payscore::model::kind::{DocumentKind, Part};
use payscore::options::{AmountUnit, ValidateOptions};
use payscore::values::named::Named;
use serde_yaml_ng::Value as Yaml;
use support::{Row, answer, build, reported, rows, tape, validate};

const TABLES: [&str; 22] = [
    "values",
    "rules",
    "industries",
    "service-order",
    "samples",
    "words",
    "build",
    "operations/create",
    "operations/query",
    "operations/cancel",
    "operations/modify",
    "operations/pay",
    "operations/sync",
    "operations/messages",
    "operations/direct-complete",
    "silence/created",
    "silence/money",
    "silence/objects",
    "silence/returned",
    "silence/texts",
    "silence/times",
    "silence/wrong-documents",
];

fn all_rows() -> impl Iterator<Item = Row> {
    TABLES.iter().flat_map(|table| rows(table))
}

#[test]
fn every_row_finds_exactly_its_issues() {
    let documents = all_rows().filter(|row| row.operation.is_none());
    let misses: Vec<String> = documents.flat_map(|row| row.misses(&reported(&row.tape(), &row.options())["issues"])).collect();
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

#[test]
fn every_draft_is_composed_or_refused_as_its_row_says() {
    let mut misses = Vec::new();
    for row in all_rows() {
        let Some(operation) = &row.operation else { continue };
        let is_request = |kind: &&DocumentKind| kind.operation() == operation && kind.spec().part == Part::Whole;
        let kind = *DocumentKind::ALL.iter().find(is_request).unwrap_or_else(|| panic!("{operation} is no operation"));
        let options = ValidateOptions { kind, ..row.options() };
        let built = answer(&BuildResult::of(&build(&row.tape(), &options)));
        let is_refused = row.expected().iter().any(|issue| issue.shown.starts_with("error"));
        let of_row = row.misses(&built["issues"]);
        if of_row.is_empty() {
            assert_eq!(built["ok"], !is_refused, "{}", row.name);
            if !is_refused {
                assert_composed(&row, &built["request"], options);
            }
        }
        misses.extend(of_row);
    }
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

fn assert_composed(row: &Row, request: &Yaml, options: ValidateOptions) {
    let body_text = request["bodyText"].as_str();
    for (key, received) in [("method", request["method"].as_str()), ("path", request["path"].as_str()), ("text", body_text)] {
        if let Some(expected) = row.text(key) {
            assert_eq!(received, Some(expected), "{}", row.name);
        }
    }
    if let Some(expects) = row.number("expects") {
        assert_eq!(request["expects"].as_u64(), Some(expects), "{}", row.name);
    }
    if let Some(part) = row.text("text_holds") {
        assert!(body_text.unwrap().contains(part), "{}: {body_text:?}", row.name);
    }
    let of_sent = ValidateOptions { kind: options.kind.body().unwrap_or(options.kind), amount_unit: AmountUnit::Fen, ..options };
    if of_sent.kind.has_body() {
        assert!(validate(&tape(&request["body"]), &of_sent).is_valid(), "{}", row.name);
    } else {
        assert_eq!((&request["body"], body_text), (&Yaml::Null, None), "{}", row.name);
    }
}

#[test]
fn every_code_is_met_and_nearly_met() {
    let met: BTreeSet<String> = all_rows().flat_map(|row| row.expected()).map(|issue| issue.code().to_owned()).collect();
    let avoided: BTreeSet<String> = all_rows().flat_map(|row| row.avoided()).collect();
    // Bytes that are not JSON have a table of their own.
    for rule in payscore::rules::catalogue().filter(|rule| rule.code != "invalid_json") {
        assert!(met.contains(rule.code), "no row meets {}", rule.code);
        assert!(avoided.contains(rule.code), "no row nearly meets {}", rule.code);
    }
}
