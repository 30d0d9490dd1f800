//! What is no document of its kind at all: something around it, or another kind.

use super::context::ENVELOPES;
use super::finding::rules;
use crate::compose::diff::Json;
use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::SERVICE_ORDER;
use crate::model::table::{Cell, Table};
use crate::record::Record;
use crate::record::slot::{Slot, ValueType};

rules! {
    WrongDocument { looks_like: &'static str, pointer: Option<&'static str> } = "wrong_document", Error, "api.md kind",
        means "传入的不是这种文档：是组装好的请求、外层包装、通知、列表，或另一种文档" / "The document is something else: a built request, an envelope, a notification, a list, or another kind",
        says "这不是要检查的文档，看起来是 {looks_like}[，请改传其中的 {pointer}]；若是查询到的订单，请用 kind: \"serviceOrder\"；若是列表，请逐个传入或用 validateBatch。" / "This is not the document to check; it looks like {looks_like}[: please pass what lies at {pointer}]. For an order that was queried use kind: \"serviceOrder\"; for a list pass its items one by one, or use validateBatch.";
}

/// Tells what a document is that is not of its kind. `whole` reads it as it is, which is only asked for where a key of the
/// document makes it likely.
pub fn wrong_document<'w>(record: &Record, kind: DocumentKind, whole: impl FnOnce() -> Option<Json> + 'w) -> Option<WrongDocument> {
    const TELLING: [&[u8]; 6] = [b"method", b"resource", b"data", b"result", b"rows", b"list"];
    let root = match record.root() {
        Slot::Object(root) => root,
        Slot::Other(ValueType::Array) | Slot::Empty(ValueType::Array) => return found("list", None),
        _ => return None,
    };
    let is_telling = |index| TELLING.contains(&record.unknown_key(index));
    if !record.unknown_keys(root).any(is_telling) {
        return None;
    }
    let document = whole()?;
    let table = kind.spec().table;
    if is_built_request(&document) {
        return found("built request", Some("/body"));
    }
    if document.member("resource").is_some_and(|resource| resource.has("ciphertext")) {
        return found("notification", Some("/resource"));
    }
    if table.fields.iter().any(|field| document.has(field.name)) {
        return None;
    }
    let envelope = ENVELOPES
        .iter()
        .zip(["/data", "/result", "/rows", "/list"])
        .find(|(name, _)| document.member(name).is_some_and(|inside| holds_orders(inside, table)));
    envelope.and_then(|(_, pointer)| found("envelope", Some(pointer)))
}

fn found(looks_like: &'static str, pointer: Option<&'static str>) -> Option<WrongDocument> {
    Some(WrongDocument { looks_like, pointer })
}

pub fn is_built_request(document: &Json) -> bool {
    ["method", "path", "body"].iter().all(|name| document.has(name))
}

fn holds_orders(value: &Json, table: &Table) -> bool {
    let is_order = |value: &Json| table.fields.iter().chain(SERVICE_ORDER.fields).any(|field| value.has(field.name));
    match value {
        Json::List(items) => items.iter().any(is_order),
        value => is_order(value),
    }
}

/// An order as WeChat Pay returned it, given as a request that it cannot be: a field is missing that the request requires.
pub fn returned_order(record: &Record, kind: DocumentKind, mode: Mode) -> Option<WrongDocument> {
    let spec = kind.spec();
    let Slot::Object(root) = record.root() else { return None };
    if !kind.is_request() {
        return None;
    }
    let is_there = |name: &[u8]| record.unknown_keys(root).any(|index| record.unknown_key(index) == name);
    let is_returned = is_there(b"state") && (is_there(b"mchid") || is_there(b"order_id"));
    let lacks_required = || {
        let mut rows = spec.table.fields.iter().enumerate();
        rows.any(|(row, field)| field.presence.cell(spec.part, mode) == Cell::Required && record.get(root.slot(row)) == Slot::Absent)
    };
    if is_returned && lacks_required() { found("serviceOrder", None) } else { None }
}
