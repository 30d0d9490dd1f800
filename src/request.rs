//! The request that completes an order, as the merchant's own backend signs and sends it.

use crate::fields::{Cell, Field, Shape, Table};
use crate::json::Json;
use crate::options::{Kind, Mode};
use crate::order::{Document, Order};
use crate::record::{Block, Record, Slot};
use crate::rules::identity::percent_encoded;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub path: String,
    /// The exact JSON to sign and send.
    pub body_text: String,
}

impl Request {
    /// For a record in which no error was found.
    pub fn compose(record: &Record, mode: Mode) -> Self {
        let order = Order::new(Kind::Completion, record);
        let order_no = order.field(order.document.out_order_no).text().value().unwrap_or_default();
        let service = match mode {
            Mode::Direct => "/v3/payscore/serviceorder/",
            Mode::Partner => "/v3/payscore/partner/serviceorder/",
        };
        let mut body_text = String::new();
        write(&body(record, mode), &mut body_text);
        Request {
            path: format!("{service}{}/complete", percent_encoded(order_no)),
            body_text,
        }
    }
}

/// The body's fields in the order of the table; optional ones that are empty and what is no field of it left out.
pub fn body(record: &Record, mode: Mode) -> Json {
    match record.root() {
        Slot::Object(root) => object(record, root, Document::of_kind(Kind::Completion).table, mode),
        other => Json::Opaque(other.kind()),
    }
}

fn object(record: &Record, block: Block, table: &'static Table, mode: Mode) -> Json {
    let mut members = Vec::new();
    for (row, field) in table.fields.iter().enumerate() {
        let cell = field.presence.cell(Kind::CompletionBody, mode);
        if matches!(cell, Cell::Unknown | Cell::Misplaced) {
            continue;
        }
        if let Some(value) = value(record, record.get(block.slot(row)), field, mode) {
            members.push((field.name.as_bytes().to_vec(), value));
        }
    }
    Json::Object(members)
}

fn value(record: &Record, slot: Slot, field: &'static Field, mode: Mode) -> Option<Json> {
    let value = match (slot, field.shape) {
        (Slot::Absent, _) => return None,
        (Slot::Object(block), Shape::Object(of)) => object(record, block, of, mode),
        (Slot::List(list), Shape::List { of, .. }) => {
            let item = |index| match record.get(list.slot(index)) {
                Slot::Object(block) => object(record, block, of, mode),
                other => Json::Opaque(other.kind()),
            };
            Json::List((0..list.len).map(item).collect())
        }
        (Slot::Bool(value), _) => Json::Bool(value),
        (Slot::Number(number), _) => Json::Number(number),
        (Slot::Text(span), _) => Json::Text(record.text(span).to_vec()),
        (other, _) => Json::Opaque(other.kind()),
    };
    let is_empty = match &value {
        Json::Object(members) => members.is_empty(),
        Json::List(items) => items.is_empty(),
        _ => false,
    };
    (!is_empty).then_some(value)
}

/// Writes JSON as `JSON.stringify` would. Numbers of a request are integers.
fn write(json: &Json, out: &mut String) {
    match json {
        Json::Null | Json::Opaque(_) => out.push_str("null"),
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Number(number) => out.push_str(&(*number as i64).to_string()),
        Json::Text(text) => write_text(text, out),
        Json::List(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Json::Object(members) => {
            out.push('{');
            for (place, (key, member)) in members.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_text(key, out);
                out.push(':');
                write(member, out);
            }
            out.push('}');
        }
    }
}

fn write_text(text: &[u8], out: &mut String) {
    out.push('"');
    for character in crate::text::to_string(text).chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            control if control < ' ' => {
                out.push_str("\\u00");
                for digit in [control as u32 >> 4, control as u32 & 0xF] {
                    out.extend(char::from_digit(digit, 16));
                }
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
