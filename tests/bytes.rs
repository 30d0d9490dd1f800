//! The door for bytes: the same verdict as the door for objects, with positions.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

#[allow(dead_code, reason = "the data files are read elsewhere")]
mod support;

use std::convert::Infallible;

use payscore::batch::{Batch, BatchOptions, Format};
use payscore::input::json::Encoding;
use payscore::options::ValidateOptions;
use serde_yaml_ng::Value as Yaml;
use support::{Row, answer, load, reported, rows, tape, yaml};

/// What a batch finds when its bytes arrive in pieces of a given size.
fn found(bytes: &[u8], options: BatchOptions, piece: usize) -> (Vec<Yaml>, payscore::batch::Counts) {
    let mut batch = Batch::new(options);
    let mut found = Vec::new();
    let mut left = Vec::new();
    let mut pieces = bytes.chunks(piece).peekable();
    loop {
        let next = pieces.next();
        left.extend_from_slice(next.unwrap_or_default());
        let is_last = pieces.peek().is_none();
        let consumed = batch.check::<Infallible>(&left, is_last, None, &mut |order| found.push(answer(order))).unwrap();
        left.drain(..consumed);
        if is_last {
            return (found, batch.counts());
        }
    }
}

fn of_each(each: ValidateOptions) -> BatchOptions {
    BatchOptions { each, max_issues: u64::MAX, ..BatchOptions::default() }
}

fn is_json(document: &Yaml) -> bool {
    match document {
        Yaml::Tagged(_) => false,
        Yaml::Sequence(items) => items.iter().all(is_json),
        Yaml::Mapping(members) => members.iter().all(|(_, member)| is_json(member)),
        Yaml::Number(number) => number.as_f64().unwrap().is_finite(),
        _ => true,
    }
}

fn json(document: &Yaml) -> String {
    match document {
        Yaml::Mapping(members) => {
            let there = members.iter().filter(|(_, member)| *member != "absent");
            let written: Vec<String> = there.map(|(key, member)| format!("{}:{}", json(key), json(member))).collect();
            format!("{{{}}}", written.join(","))
        }
        Yaml::Sequence(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(",")),
        other => serde_json::to_string(other).unwrap(),
    }
}

fn spaced(json: &str) -> String {
    let mut is_text = false;
    let mut is_escaped = false;
    let mut spaced = String::new();
    for character in json.chars() {
        let is_token = !is_text && "{}[]:,".contains(character);
        spaced.push_str(if is_token { " \t" } else { "" });
        spaced.push(character);
        spaced.push_str(if is_token { "\r " } else { "" });
        is_text ^= character == '"' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
    }
    spaced
}

fn escaped(json: &str) -> String {
    let mut units = [0; 2];
    json.chars()
        .flat_map(|character| match character {
            '\u{80}'.. => character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>(),
            _ => vec![character.to_string()],
        })
        .collect()
}

fn without_places(mut issue: Yaml) -> Yaml {
    for place in ["line", "column", "offset"] {
        issue.as_mapping_mut().unwrap().remove(place);
    }
    issue
}

fn json_rows() -> impl Iterator<Item = Row> {
    ["values", "rules", "samples", "service-order", "industries"].into_iter().flat_map(rows).filter(|row| is_json(&row.document))
}

#[test]
fn both_doors_say_the_same_of_every_row() {
    let mut compared = 0;
    for row in json_rows() {
        let order = tape(&row.document);
        let expected = reported(&order, &row.options());
        let json = json(&row.document);
        for (name, json) in [("as usual", json.clone()), ("spaced", spaced(&json)), ("escaped", escaped(&json))] {
            for piece in [usize::MAX, 1, 7] {
                let (orders, counts) =
                    found(json.as_bytes(), BatchOptions { all: true, format: Format::Ndjson, ..of_each(row.options()) }, piece);
                let [order] = orders.as_slice() else { panic!("{} {name}: {} orders from {json}", row.name, orders.len()) };
                for member in ["valid", "kind", "mode"] {
                    assert_eq!(order[member], expected[member], "{} {name}: {member} of {json}", row.name);
                }
                let issues: Vec<Yaml> = order["issues"].as_sequence().unwrap().iter().cloned().map(without_places).collect();
                assert_eq!(issues, *expected["issues"].as_sequence().unwrap(), "{} {name}: {json}", row.name);
                assert_eq!(counts.bytes, json.len() as u64);
            }
        }
        compared += 1;
    }
    assert!(compared > 300, "{compared} rows compared");
}

#[test]
fn every_layout_is_read_as_its_row_says() {
    for row in load("bytes").as_sequence().unwrap() {
        let name = row["case"].as_str().unwrap();
        let good = json(&load("documents")["direct"]);
        let bytes = row["bytes"].as_str().unwrap().replace("GOOD", &good);
        let format = match row["format"].as_str() {
            Some("json") => Format::Json,
            Some("ndjson") => Format::Ndjson,
            _ => Format::Auto,
        };
        for piece in [usize::MAX, 1, 5, 64] {
            let each = support::options(&yaml("{now: null}")).unwrap();
            let options = BatchOptions { format, encoding: Encoding::Utf8, ..of_each(each) };
            let (orders, counts) = found(bytes.as_bytes(), options, piece);
            let shown: Vec<String> = orders
                .iter()
                .flat_map(|order| {
                    let issues = order["issues"].as_sequence().unwrap().iter();
                    issues.map(move |issue| {
                        let place = |of: &Yaml| format!("{}:{}", of["line"].as_f64().unwrap(), of["column"].as_f64().unwrap());
                        let text = |name: &str| issue[name].as_str().unwrap().to_owned();
                        let index = order["index"].as_f64().unwrap();
                        format!("{index} {} {} {} {}", place(order), text("code"), text("pointer"), place(issue)).replace("  ", " ")
                    })
                })
                .collect();
            let expected: Vec<&str> = row["found"].as_sequence().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
            assert_eq!(shown, expected, "{name}, in pieces of {piece}");
            assert_eq!(counts.orders, row["orders"].as_u64().unwrap(), "{name}, in pieces of {piece}");
            assert_eq!(counts.bytes, bytes.len() as u64, "{name}, in pieces of {piece}");
        }
    }
}
