//! What goes back to the caller, laid flat.

use alloc::vec::Vec;

use crate::Built;
use crate::actions::{NextAction, NextActions, OrderState};
use crate::document::{DocumentKind, Mode};
use crate::explain::{self, Explanation, Matched, Retry};
use crate::fields::{PAYMENT, Shape};
use crate::finding::{Param, Severity};
use crate::industry::{FIELDS, Item, Need};
use crate::json::{Change, Difference, Json};
use crate::language::Locale;
use crate::path::{At, Segment, pointer};
use crate::position::Position;
use crate::report::{Issue, Report};
use crate::request::Request;
use crate::summary::Summary;
use crate::tape::{Tape, Value};

/// With the members that `nothingFound` of `tape.js` gives a report without issues.
pub fn report(report: &Report) -> Tape {
    let mut tape = Tape::for_answer();
    tape.push(Value::Object(4));
    verdict_members(&mut tape, report);
    issues(&mut tape, report);
    tape
}

pub fn built(built: &Built) -> Tape {
    let mut tape = Tape::for_answer();
    match &built.request {
        Some(request) => {
            tape.push(Value::Object(3));
            tape.member("ok", Value::Bool(true));
            request_member(&mut tape, request);
        }
        None => {
            tape.push(Value::Object(2));
            tape.member("ok", Value::Bool(false));
        }
    }
    issues(&mut tape, &built.report);
    tape
}

fn request_member(tape: &mut Tape, request: &Request) {
    tape.member("request", Value::Object(4));
    tape.text_member("method", "POST");
    tape.bytes_member("path", &request.path);
    tape.push_name("body");
    json(tape, &request.body);
    tape.bytes_member("bodyText", &request.body_text);
}

pub fn summary(summary: &Summary) -> Tape {
    let mut tape = Tape::for_answer();
    let optional = |number: Option<f64>| number.map_or(Value::Null, Value::Number);
    tape.push(Value::Object(6));
    tape.member("payments", Value::Number(summary.payments));
    tape.member("discounts", Value::Number(summary.discounts));
    tape.member("total", Value::Number(summary.total));
    tape.member("cap", optional(summary.cap));
    tape.member("left", optional(summary.left));
    tape.member("malformed", Value::Number(f64::from(summary.malformed)));
    tape
}

pub fn differences(differences: &[Difference]) -> Tape {
    let mut tape = Tape::for_answer();
    tape.push(Value::Array(differences.len() as u32));
    for difference in differences {
        let sides = [("before", difference.before), ("after", difference.after)];
        let given = sides.iter().filter(|(_, value)| value.is_some()).count() as u32;
        tape.push(Value::Object(given.saturating_add(3)));
        tape.text_member("change", change(difference.change()));
        path(&mut tape, &difference.path, &pointer(&difference.path));
        for (name, value) in &sides {
            if let Some(value) = value {
                tape.push_name(name);
                json(&mut tape, value);
            }
        }
    }
    tape
}

/// `entry` and `locale` tell the package which words to put beside it.
pub fn explanation(explanation: &Explanation, locale: Locale) -> Tape {
    let Explanation { entry, refusal, pointer, .. } = explanation;
    let mut tape = Tape::default();
    let optional = [refusal.rule.is_some(), refusal.wait_seconds.is_some(), !pointer.is_empty(), !pointer.is_empty()];
    let there = optional.iter().filter(|is_there| **is_there).count() as u32;
    tape.push(Value::Object(there.saturating_add(4)));
    tape.member("entry", Value::Number(*entry as f64));
    tape.text_member("locale", if locale == Locale::Zh { "zh-CN" } else { "en" });
    match explanation.matched {
        Some(matched) => tape.text_member("matched", matched_by(matched)),
        None => tape.member("matched", Value::Null),
    }
    tape.text_member("retry", retry(refusal.retry));
    if let Some(seconds) = refusal.wait_seconds {
        tape.member("waitSeconds", Value::Number(f64::from(seconds)));
    }
    if let Some(rule) = refusal.rule {
        tape.text_member("rule", rule);
    }
    if !pointer.is_empty() {
        let keys = explain::keys(pointer);
        let segments: Vec<Segment> = keys.iter().map(|key| explain::segment(key)).collect();
        path(&mut tape, &segments, pointer);
    }
    tape
}

fn matched_by(matched: Matched) -> &'static str {
    match matched {
        Matched::Suffix => "suffix",
        Matched::Message => "message",
        Matched::Code => "code",
    }
}

fn retry(retry: Retry) -> &'static str {
    match retry {
        Retry::Same => "same",
        Retry::Wait => "wait",
        Retry::Query => "query",
        Retry::Fix => "fix",
        Retry::Never => "never",
    }
}

/// Rows of a form, with a blank for each field that may be filled in.
pub fn item_rows(items: &[&Item]) -> Tape {
    let mut tape = Tape::default();
    tape.push(Value::Array(items.len() as u32));
    for item in items {
        let cells = FIELDS.into_iter().zip(item.cells);
        let blanks = cells.filter(|(_, cell)| cell.need != Need::Forbidden);
        tape.push(Value::Object((blanks.clone().count() as u32).saturating_add(1)));
        tape.text_member("name", item.name);
        for field in blanks.filter_map(|(row, _)| PAYMENT.fields.get(row)) {
            match field.shape {
                Shape::Text { .. } => tape.text_member(field.name, ""),
                _ => tape.member(field.name, Value::Null),
            }
        }
    }
    tape
}

pub fn next_actions(next: &NextActions) -> Tape {
    let mut tape = Tape::default();
    tape.push(Value::Object(4));
    tape.member("current", Value::Object(3));
    state_members(&mut tape, &next.current);
    tape.member("final", Value::Bool(next.is_final));
    tape.member("misfits", Value::Array(next.misfits.len() as u32));
    next.misfits.iter().for_each(|part| tape.push_name(part.name()));
    tape.member("actions", Value::Array(next.actions.len() as u32));
    next.actions.iter().for_each(|action| next_action(&mut tape, action));
    tape
}

fn next_action(tape: &mut Tape, action: &NextAction) {
    tape.push(Value::Object(4));
    tape.text_member("operation", action.operation.name());
    tape.text_member("verdict", action.verdict.name());
    tape.member("reason", Value::Object(2));
    tape.bytes_member("zh-CN", &action.reason.zh);
    tape.bytes_member("en", &action.reason.en);
    tape.member("leadsTo", Value::Array(action.leads_to.len() as u32));
    for to in action.leads_to {
        tape.push(Value::Object(4));
        state_members(tape, to.at);
        tape.optional_text_member("when", to.when.map(|condition| condition.name()));
    }
}

fn state_members(tape: &mut Tape, at: &OrderState) {
    tape.optional_text_member("state", at.state);
    tape.optional_text_member("state_description", at.state_description);
    tape.optional_text_member("collection_state", at.collection_state);
}

impl Tape {
    fn member(&mut self, key: &'static str, value: Value) {
        self.push_name(key);
        self.push(value);
    }

    fn text_member(&mut self, key: &'static str, text: &'static str) {
        self.push_name(key);
        self.push_name(text);
    }

    fn optional_text_member(&mut self, key: &'static str, text: Option<&'static str>) {
        match text {
            Some(text) => self.text_member(key, text),
            None => self.member(key, Value::Null),
        }
    }

    fn bytes_member(&mut self, key: &'static str, text: &[u8]) {
        self.push_name(key);
        self.push_bytes(text);
    }
}

/// An order of many, with what was found in it and where that stands.
pub struct CheckedOrder<'a> {
    pub index: u64,
    pub position: Position,
    pub out_order_no: Option<&'a [u8]>,
    pub report: &'a Report<'a>,
}

pub fn checked_order(tape: &mut Tape, order: &CheckedOrder, most: u64, place: &dyn Fn(At) -> Position) {
    let report = order.report;
    tape.push(Value::Object(9));
    tape.member("index", Value::Number(order.index as f64));
    position_members(tape, order.position);
    match order.out_order_no {
        Some(number) => tape.bytes_member("out_order_no", number),
        None => tape.member("out_order_no", Value::Null),
    }
    verdict_members(tape, report);
    let issues = report.issues();
    let told = usize::try_from(most).unwrap_or(usize::MAX).min(issues.len());
    tape.member("issues", Value::Array(told as u32));
    for found in issues.take(told) {
        tape.push(Value::Object(10));
        issue_members(tape, &found);
        position_members(tape, place(found.at));
    }
}

fn position_members(tape: &mut Tape, position: Position) {
    tape.member("line", Value::Number(position.line as f64));
    tape.member("column", Value::Number(position.column as f64));
    tape.member("offset", Value::Number(position.offset as f64));
}

/// `valid`, `kind` and `mode`, three members.
fn verdict_members(tape: &mut Tape, report: &Report) {
    tape.member("valid", Value::Bool(report.is_valid()));
    tape.text_member("kind", kind(report.kind));
    tape.text_member("mode", mode(report.mode));
}

pub fn kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Completion => "completion",
        DocumentKind::CompletionBody => "completionBody",
        DocumentKind::ServiceOrder => "serviceOrder",
    }
}

pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Direct => "direct",
        Mode::Partner => "partner",
    }
}

fn change(change: Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::Removed => "removed",
        Change::Changed => "changed",
    }
}

fn issues(tape: &mut Tape, report: &Report) {
    let issues = report.issues();
    tape.member("issues", Value::Array(issues.len() as u32));
    for found in issues {
        issue(tape, &found);
    }
}

fn issue(tape: &mut Tape, issue: &Issue) {
    tape.push(Value::Object(7));
    issue_members(tape, issue);
}

/// Seven members.
fn issue_members(tape: &mut Tape, issue: &Issue) {
    tape.text_member("code", issue.code);
    tape.text_member(
        "severity",
        match issue.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
    );
    path(tape, &issue.path, &issue.pointer);
    tape.bytes_member("message", &issue.message);
    let params = issue.params.iter().filter(|(_, param)| **param != Param::None);
    tape.member("params", Value::Object(params.clone().count() as u32));
    for (name, value) in params {
        tape.push_name(name);
        param(tape, value);
    }
    tape.bytes_member("source", &issue.source);
}

/// `path` and `pointer`, two members.
fn path(tape: &mut Tape, path: &[Segment], pointer: &[u8]) {
    tape.member("path", Value::Array(path.len() as u32));
    for segment in path {
        match segment {
            Segment::Field(name) => tape.push_name(name),
            Segment::Key(key) => tape.push_bytes(key),
            Segment::Index(index) => tape.push(Value::Number(f64::from(*index))),
        }
    }
    tape.bytes_member("pointer", pointer);
}

fn param(tape: &mut Tape, param: &Param) {
    match param {
        Param::Number(number) => tape.push(Value::Number(*number)),
        Param::Fen(fen) => tape.push(Value::Number(*fen as f64)),
        Param::Text(text) | Param::Time(text) => tape.push_bytes(text),
        Param::Word(word) => tape.push_name(word),
        Param::Words(words) => {
            tape.push(Value::Array(words.len() as u32));
            words.iter().for_each(|word| tape.push_name(word));
        }
        Param::Texts(texts) | Param::Pointers(texts) => {
            tape.push(Value::Array(texts.len() as u32));
            texts.iter().for_each(|text| tape.push_bytes(text));
        }
        Param::JsonType(kind) => tape.push_name(kind.name()),
        Param::None => tape.push(Value::Null),
    }
}

fn json(tape: &mut Tape, value: &Json) {
    match value {
        Json::Null | Json::Opaque(_) => tape.push(Value::Null),
        Json::Bool(value) => tape.push(Value::Bool(*value)),
        Json::Number(number) => tape.push(Value::Number(*number)),
        Json::Text(text) => tape.push_bytes(text),
        Json::List(items) => {
            tape.push(Value::Array(items.len() as u32));
            items.iter().for_each(|item| json(tape, item));
        }
        Json::Object(members) => {
            tape.push(Value::Object(members.len() as u32));
            for (key, member) in members {
                tape.push_bytes(key);
                json(tape, member);
            }
        }
    }
}
