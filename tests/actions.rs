//! Section 8 of the rules against `nextActions`, by the tables of `tests/cases/actions.yaml`.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

#[allow(dead_code, reason = "the rows of the other tables are read elsewhere")]
mod support;

use std::collections::BTreeSet;

use payscore::guide::actions::next_actions;
use payscore::input::object;
use payscore::model::service_order::SERVICE_ORDER;
use serde_yaml_ng::{Mapping, Value as Yaml};
use support::{answer, load, resolve, tape};

const OPERATIONS: [&str; 8] = ["complete", "cancel", "modify", "pay", "sync", "prepaidMessage", "pendingMessage", "refund"];

fn answer_to(order: &Yaml) -> Yaml {
    answer(&next_actions(object::read(&tape(order), &SERVICE_ORDER)))
}

fn table(name: &str) -> Vec<Yaml> {
    load("actions")[name].as_sequence().unwrap().clone()
}

/// `DOING / MCH_COMPLETE / -` as an order in that state.
fn order_in(triple: &str) -> Yaml {
    let [state, description, collection] = parts(triple);
    let mut order = Mapping::new();
    let mut tell = |name: &str, part: Yaml| order.insert(name.into(), part);
    tell("state", state.into());
    if description != "-" {
        tell("state_description", description.into());
    }
    if collection != "-" {
        tell("collection", Mapping::from_iter([("state".into(), collection.into())]).into());
    }
    order.into()
}

fn parts(triple: &str) -> [&str; 3] {
    let parts: Vec<&str> = triple.split(" / ").collect();
    parts.try_into().unwrap()
}

/// The reverse: a state from a result as a triple.
fn triple(state: &Yaml) -> String {
    ["state", "state_description", "collection_state"].map(|part| state[part].as_str().unwrap_or("-")).join(" / ")
}

fn leads_to(action: &Yaml) -> Vec<Yaml> {
    let states = action["leadsTo"].as_sequence().unwrap();
    let shown = states.iter().map(|state| match state["when"].as_str() {
        Some(condition) => format!("{} if {condition}", triple(state)),
        None => triple(state),
    });
    shown.map(Yaml::from).collect()
}

#[test]
fn every_triple_allows_what_section_8_says() {
    for row in table("triples") {
        let name = row["order"].as_str().unwrap();
        let answer = answer_to(&order_in(name));
        assert_eq!(triple(&answer["current"]), name);
        let misfits = row.get("misfits").cloned().unwrap_or(Yaml::Sequence(Vec::new()));
        assert_eq!(answer["misfits"], misfits, "{name}");
        assert_eq!(answer["final"], row["final"].as_bool().unwrap_or(false), "{name}");
        let actions = answer["actions"].as_sequence().unwrap();
        assert_eq!(actions.len(), OPERATIONS.len());
        for (action, operation) in actions.iter().zip(OPERATIONS) {
            assert_eq!(action["operation"], operation);
            let refused = Yaml::Sequence(vec!["refused".into()]);
            let expected = row.get("can").and_then(|can| can.get(operation)).unwrap_or(&refused);
            let mut received = vec![action["verdict"].clone()];
            received.extend(leads_to(action));
            assert_eq!(&Yaml::Sequence(received), expected, "{operation} of {name}");
        }
    }
}

#[test]
fn the_table_holds_the_whole_cross_product() {
    let rows: BTreeSet<String> = table("triples").iter().map(|row| row["order"].as_str().unwrap().to_owned()).collect();
    for state in ["CREATED", "DOING", "DONE", "REVOKED", "EXPIRED"] {
        for description in ["-", "USER_CONFIRM", "MCH_COMPLETE"] {
            for collection in ["-", "USER_PAYING", "USER_PAID"] {
                let triple = format!("{state} / {description} / {collection}");
                assert!(rows.contains(&triple), "{triple}");
            }
        }
    }
    assert_eq!(rows.len(), 45);
}

#[test]
fn what_cannot_be_read_is_an_answer() {
    for row in table("unreadable") {
        let answer = answer_to(&row["order"]);
        assert_eq!(answer["misfits"], row["misfits"], "{:?}", row["case"]);
        for action in answer["actions"].as_sequence().unwrap() {
            assert_eq!(action["verdict"], "refused");
            for part in row["misfits"].as_sequence().unwrap() {
                assert!(action["reason"]["en"].as_str().unwrap().contains(part.as_str().unwrap()));
            }
        }
    }
}

#[test]
fn absence_has_three_forms() {
    let documents = load("documents");
    for row in table("readable") {
        let answer = answer_to(&resolve(&row["order"], &documents));
        assert_eq!(triple(&answer["current"]), row["as"].as_str().unwrap(), "{:?}", row["case"]);
    }
}

#[test]
fn every_reason_is_given_in_both_languages() {
    for row in table("triples") {
        let answer = answer_to(&order_in(row["order"].as_str().unwrap()));
        for action in answer["actions"].as_sequence().unwrap() {
            let [zh, en] = ["zh-CN", "en"].map(|locale| action["reason"][locale].as_str().unwrap());
            assert!(zh.chars().any(|character| character > '\u{3000}'), "{zh}");
            assert!(en.is_ascii() || en.contains("单据正在扣款中"), "{en}");
        }
    }
}

#[test]
fn a_running_deduction_is_mentioned_where_it_refuses() {
    let answer = answer_to(&order_in("DOING / MCH_COMPLETE / USER_PAYING"));
    let warned: Vec<&str> = answer["actions"]
        .as_sequence()
        .unwrap()
        .iter()
        .filter(|action| action["reason"]["zh-CN"].as_str().unwrap().contains("单据正在扣款中"))
        .map(|action| action["operation"].as_str().unwrap())
        .collect();
    assert_eq!(warned, ["cancel", "modify", "sync"]);
}

#[test]
fn a_final_state_says_so() {
    for row in table("triples") {
        if row["final"] != true {
            continue;
        }
        let answer = answer_to(&order_in(row["order"].as_str().unwrap()));
        for action in answer["actions"].as_sequence().unwrap() {
            if action["verdict"] == "refused" {
                assert!(action["reason"]["zh-CN"].as_str().unwrap().contains("终态"));
                assert!(action["reason"]["en"].as_str().unwrap().contains("final"));
            }
        }
    }
}
