//! The request that completes an order, as the merchant's own backend signs and sends it.

use alloc::vec::Vec;

use crate::document::{DocumentKind, Mode};
use crate::fields::{Cell, Field, Shape, Table};
use crate::json::Json;
use crate::order::{Document, Order};
use crate::record::{Block, Record, Slot};
use crate::rules::identity::percent_encoded;
use crate::text::{self, Character};

#[derive(Clone, Debug)]
pub struct Request {
    pub path: Vec<u8>,
    pub body: Json,
    /// The exact JSON to sign and send.
    pub body_text: Vec<u8>,
}

impl Request {
    /// For a record in which no error was found.
    pub fn compose(record: &Record, mode: Mode) -> Self {
        let order = Order::new(DocumentKind::Completion, record);
        let order_no = order.field(order.document.out_order_no).text().value().unwrap_or_default();
        let service: &[u8] = match mode {
            Mode::Direct => b"/v3/payscore/serviceorder/",
            Mode::Partner => b"/v3/payscore/partner/serviceorder/",
        };
        let body = body(record, mode);
        let mut body_text = Vec::new();
        write(&body, &mut body_text);
        Request { path: text::joined(&[service, &percent_encoded(order_no), b"/complete"]), body, body_text }
    }
}

/// The body's fields in the order of the table; optional ones that are empty and what is no field of it left out.
pub fn body(record: &Record, mode: Mode) -> Json {
    match record.root() {
        Slot::Object(root) => object(record, root, Document::of_kind(DocumentKind::Completion).table, mode),
        other => Json::Opaque(other.kind()),
    }
}

fn object(record: &Record, block: Block, table: &'static Table, mode: Mode) -> Json {
    let mut members = Vec::new();
    for (row, field) in table.fields.iter().enumerate() {
        let cell = field.presence.cell(DocumentKind::CompletionBody, mode);
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
        // A malformed value in a request that may be sent is one that is only warned of.
        (Slot::Absent | Slot::Malformed, _) => return None,
        (Slot::Object(block), Shape::Object(of)) => object(record, block, of, mode),
        (Slot::List(list), Shape::List { of, .. }) => {
            let mut items = Vec::with_capacity(list.count());
            for index in 0..list.count() {
                items.push(match record.get(list.slot(index)) {
                    Slot::Object(block) => object(record, block, of, mode),
                    other => Json::Opaque(other.kind()),
                });
            }
            Json::List(items)
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
fn write(json: &Json, out: &mut Vec<u8>) {
    match json {
        Json::Null | Json::Opaque(_) => out.extend_from_slice(b"null"),
        Json::Bool(true) => out.extend_from_slice(b"true"),
        Json::Bool(false) => out.extend_from_slice(b"false"),
        Json::Number(number) => text::push_decimal(*number as u64, 0, out),
        Json::Text(text) => write_text(text, out),
        Json::List(items) => {
            let mut before = b'[';
            for item in items {
                out.push(before);
                write(item, out);
                before = b',';
            }
            out.push(b']');
        }
        Json::Object(members) => {
            let mut before = b'{';
            for (key, member) in members {
                out.push(before);
                write_text(key, out);
                out.push(b':');
                write(member, out);
                before = b',';
            }
            out.push(b'}');
        }
    }
}

fn write_text(text: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    let mut rest = text;
    while let Some((byte, behind)) = rest.split_first() {
        // No UTF-8 can carry it as it is.
        if *byte == text::FIRST_OF_SURROGATE
            && let Some((Character::LoneSurrogate(unit), after)) = text::first_character(rest)
        {
            write_unit(u32::from(unit), out);
            rest = after;
            continue;
        }
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0C => out.extend_from_slice(b"\\f"),
            control @ 0..0x20 => write_unit(u32::from(*control), out),
            other => out.push(*other),
        }
        rest = behind;
    }
    out.push(b'"');
}

fn write_unit(unit: u32, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\\u");
    out.extend([12, 8, 4, 0].map(|shift| text::hex_digit(unit >> shift)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_as_json_stringify_does() {
        for (text, written) in [
            (&b"a\"\\\n\x01"[..], r#""a\"\\\n\u0001""#),
            ("餐😀".as_bytes(), "\"餐😀\""),
            (b"\xED\xA0\xBDa", r#""\ud83da""#),
            (b"a\xED\xB8\x80", r#""a\ude00""#),
            ("\u{D7FF}".as_bytes(), "\"\u{D7FF}\""),
        ] {
            let mut out = Vec::new();
            write_text(text, &mut out);
            assert_eq!(out, written.as_bytes());
        }
    }
}
