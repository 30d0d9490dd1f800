//! The tables of `tests/cases`, run against the core.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

#[allow(dead_code, reason = "the data files are read elsewhere")]
mod support;

use std::collections::BTreeSet;

use payscore::compose::request::BuildResult;
use payscore::model::kind::DocumentKind;
use payscore::options::ValidateOptions;
use payscore::{build, validate};
use support::{Row, answer, reported, rows, tape};

const TABLES: [&str; 5] = ["values", "rules", "industries", "service-order", "samples"];

#[test]
fn every_row_finds_exactly_its_issues() {
    for row in TABLES.iter().flat_map(|table| rows(table)) {
        let report = reported(&row.tape(), &row.options());
        row.assert_issues(&report["issues"]);
    }
}

#[test]
fn every_draft_is_composed_or_refused_as_its_row_says() {
    for row in rows("build") {
        let options = row.options();
        let built = answer(&BuildResult::of(&build(&row.tape(), &options)));
        row.assert_issues(&built["issues"]);
        let is_refused = row.expected().iter().any(|issue| issue.shown.starts_with("error"));
        assert_eq!(built["ok"], !is_refused, "{}", row.name);
        if is_refused {
            continue;
        }
        let request = &built["request"];
        let body_text = request["bodyText"].as_str().unwrap();
        for (key, received) in [("path", request["path"].as_str().unwrap()), ("text", body_text)] {
            if let Some(expected) = row.text(key) {
                assert_eq!(received, expected, "{}", row.name);
            }
        }
        if let Some(part) = row.text("text_holds") {
            assert!(body_text.contains(part), "{}: {body_text}", row.name);
        }
        let of_body = ValidateOptions { kind: DocumentKind::CompletionBody, ..options };
        assert!(validate(&tape(&request["body"]), &of_body).is_valid(), "{}", row.name);
    }
}

#[test]
fn every_code_is_met_and_nearly_met() {
    let all = || TABLES.iter().chain(&["build"]).flat_map(|table| rows(table));
    let met: BTreeSet<String> = all().flat_map(|row: Row| row.expected()).map(|issue| issue.code().to_owned()).collect();
    let avoided: BTreeSet<String> = all().flat_map(|row: Row| row.avoided()).collect();
    // Bytes that are no JSON have a table of their own.
    for rule in payscore::rules::catalogue().filter(|rule| rule.code != "invalid_json") {
        assert!(met.contains(rule.code), "no row meets {}", rule.code);
        assert!(avoided.contains(rule.code), "no row nearly meets {}", rule.code);
    }
}
