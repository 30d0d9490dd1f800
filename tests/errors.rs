//! Every row of the error data is found from several spellings; `tests/cases/errors.yaml` has the rest.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

#[allow(dead_code, reason = "the rows of the other tables are read elsewhere")]
mod support;

use payscore::guide::explain::explain;
use payscore::model::completion::COMPLETION;
use payscore::model::service_order::SERVICE_ORDER;
use payscore::rules;
use payscore::values::language::Locale;
use serde_yaml_ng::{Mapping, Value as Yaml};
use support::{answer, data, load, tape};

/// The rows in the order of the explanations' indices.
fn entries() -> Vec<Yaml> {
    let data = data("api-errors");
    let list = |name: &str| data[name].as_sequence().unwrap().clone();
    [list("codes"), list("messages"), vec![data["later"].clone(), data["unknown"].clone()]].concat()
}

fn texts<'y>(row: &'y Yaml, key: &str) -> Vec<&'y str> {
    row.get(key).and_then(Yaml::as_sequence).into_iter().flatten().map(|text| text.as_str().unwrap()).collect()
}

/// The official wording and its variants.
fn wordings(row: &Yaml) -> Vec<&str> {
    row.get("text").and_then(Yaml::as_str).into_iter().chain(texts(row, "also")).collect()
}

fn explained(refusal: &Yaml) -> Yaml {
    let explanation = explain(&tape(refusal));
    answer(&explanation.answer(&explanation.keys(), Locale::Zh))
}

fn entry_of(found: &Yaml) -> usize {
    found["entry"].as_f64().unwrap() as usize
}

fn said(key: &str, text: &str) -> Yaml {
    Yaml::Mapping(Mapping::from_iter([(key.into(), text.into())]))
}

fn mapped(text: &str, change: impl Fn(char) -> char) -> String {
    text.chars().map(change).collect()
}

fn full_width(character: char) -> char {
    match character {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(character as u32 + 0xFEE0).unwrap(),
        other => other,
    }
}

fn spaced(text: &str) -> String {
    text.chars().flat_map(|character| [character, ' ']).collect()
}

/// 再试 for 重试 and the other way round.
fn other_word(text: &str) -> String {
    if text.contains("重试") { text.replace("重试", "再试") } else { text.replace("再试", "重试") }
}

/// A wording as it is, and as it may arrive.
fn spellings(wording: &str) -> Vec<Yaml> {
    let text = wording.replace('…', "（“37”）");
    vec![
        said("message", &text),
        said("message", &format!("调用失败：【{}】，请重试！", mapped(&text, full_width))),
        said("message", &format!("error: {} (see the document)", other_word(&text).to_uppercase())),
        said("message", &spaced(&text.to_lowercase())),
        text.as_str().into(),
        said("detail", &format!("{text}，有疑问请联系客服，单号 1000")),
    ]
}

#[test]
fn every_message_is_found_however_it_is_set() {
    let rows = entries();
    for (entry, row) in rows.iter().enumerate() {
        for wording in wordings(row) {
            for mut refusal in spellings(wording) {
                // Two codes share a wording.
                if row["text"] == "订单不存在" {
                    refusal = said("message", refusal.as_str().unwrap_or(wording));
                    refusal["code"] = row["code"].clone();
                }
                let found = explained(&refusal);
                assert_eq!(entry_of(&found), entry, "{refusal:?}");
                assert_eq!(found["retry"], row["retry"], "{refusal:?}");
            }
        }
    }
}

#[test]
fn a_message_without_its_head_or_tail_is_found() {
    let rows = entries();
    let messages = data("api-errors")["messages"].as_sequence().unwrap().len();
    let codes = rows.len() - messages - 2;
    for (entry, row) in rows.iter().enumerate().skip(codes).take(messages) {
        let text: Vec<char> = row["text"].as_str().unwrap().chars().collect();
        if text.iter().filter(|character| !character.is_ascii()).count() < 9 || text.contains(&'…') {
            continue;
        }
        let cut = text.len() / 4;
        for part in [&text[cut..], &text[..text.len() - cut]] {
            let part: String = part.iter().collect();
            let found = explained(&said("message", &format!("调用失败：{part}")));
            // What remains may just as well be another contestant's.
            let is_shared = wordings(&rows[entry_of(&found)]).iter().any(|other| other.contains(&part) || part.contains(other));
            assert!(entry_of(&found) == entry || is_shared, "{part}: {found:?}");
        }
    }
}

#[test]
fn every_code_is_found_however_it_is_set() {
    let codes = data("api-errors")["codes"].as_sequence().unwrap().clone();
    for (entry, row) in codes.iter().enumerate() {
        let code = row["code"].as_str().unwrap();
        for refusal in [
            said("code", code),
            said("code", &code.to_lowercase()),
            said("message", &format!("HTTP {}：{}", row["http"].as_u64().unwrap(), mapped(code, full_width))),
            code.into(),
        ] {
            let found = explained(&refusal);
            assert_eq!(entry_of(&found), entry, "{refusal:?}");
            assert_eq!(found["matched"], "code", "{refusal:?}");
        }
    }
}

#[test]
fn every_suffix_is_found_wherever_it_stands() {
    let rows = entries();
    let mut with_suffix = 0;
    for (entry, row) in rows.iter().enumerate() {
        for suffix in row.get("suffix").and_then(Yaml::as_sequence).into_iter().flatten() {
            let number = suffix.as_u64().unwrap().to_string();
            // Where two rows share a number, either will do.
            let shares = |other: &Yaml| other.get("suffix").and_then(Yaml::as_sequence).is_some_and(|other| other.contains(suffix));
            let first = rows.iter().position(shares).unwrap();
            for refusal in [
                said("requestId", &format!("08F78BD1AB0610-{number}")),
                said("request_id", &number),
                said("message", &format!("失败（Request-Id：08F78B－{}）", mapped(&number, full_width))),
            ] {
                let found = explained(&refusal);
                assert_eq!(entry_of(&found), first, "{refusal:?}");
                assert_eq!(found["matched"], "suffix", "{refusal:?}");
            }
            let mut refusal = said("requestId", &format!("08F78BD1AB0610-{number}"));
            refusal["message"] = row["text"].clone();
            assert_eq!(entry_of(&explained(&refusal)), entry, "{refusal:?}");
            with_suffix += 1;
        }
    }
    assert_eq!(with_suffix, 21);
}

#[test]
fn what_asks_for_patience_is_never_to_be_fixed() {
    let rows = entries();
    let later = &rows[rows.len() - 2];
    for wording in wordings(later) {
        let wish = wording.replace('…', " it ");
        for row in &rows {
            for text in wordings(row) {
                let mut refusal = said("message", &format!("{text}，{wish}"));
                if let Some(code) = row.get("code") {
                    refusal["code"] = code.clone();
                }
                assert_ne!(explained(&refusal)["retry"], "fix", "{refusal:?}");
            }
        }
    }
}

#[test]
fn every_row_of_the_table_is_explained() {
    let entries = entries();
    for row in load("errors").as_sequence().unwrap().iter().flat_map(|group| group["cases"].as_sequence().unwrap()) {
        let refusal = match row["refusal"].get("json") {
            Some(json) => serde_json::to_string(json).unwrap().into(),
            None => row["refusal"].clone(),
        };
        let found = explained(&refusal);
        let words = &entries[entry_of(&found)];
        for (key, expected) in row["is"].as_mapping().unwrap() {
            let received = match key.as_str().unwrap() {
                "meaning" => &words["meaning"]["zh"],
                key => found.get(key).unwrap_or(&Yaml::Null),
            };
            let is_same = received == expected || shown(received) == shown(expected);
            assert!(is_same, "{:?}: {key:?} is {received:?}, not {expected:?}", row["case"]);
        }
    }
}

/// 180.0 and 180 are one number.
fn shown(value: &Yaml) -> String {
    serde_json::to_string(value).unwrap().replace(".0", "")
}

#[test]
fn every_rule_and_field_of_the_data_is_one_of_ours() {
    for row in entries() {
        if let Some(rule) = row.get("rule").and_then(Yaml::as_str) {
            assert!(rules::catalogue().any(|known| rule == known.code), "{rule}");
        }
        if let Some(field) = row.get("field").and_then(Yaml::as_str) {
            let first = field.split('/').nth(1).unwrap().as_bytes();
            let is_known = [&COMPLETION, &SERVICE_ORDER].iter().any(|table| table.find(first).is_some());
            assert!(is_known, "{field}");
        }
    }
}
