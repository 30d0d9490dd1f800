//! Input that is not a document of its kind at all: something wrapped around one, or another kind.

use super::context::ENVELOPES;
use super::finding::{Labelled, rules};
use crate::input::value::Json;
use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::SERVICE_ORDER;
use crate::model::table::{Cell, Table};
use crate::record::Record;
use crate::record::slot::{Slot, ValueType};
use crate::values::language::Bilingual;
use crate::values::named::Named;

rules! {
    WrongDocument { looks_like: Labelled, pointer: Option<&'static str>, kind: Option<&'static str>, remedy: Option<Bilingual> } = "wrong_document", Error, "api.md kind",
        means "传入的不是这种文档：是组装的结果或请求、外层包装、通知、列表，或另一种文档" / "The document is something else: what a builder returned, an envelope, a notification, a list, or another kind",
        says "这不是要检查的文档，看起来是{looks_like}[：请改传其中的 {pointer}][，并用 kind: \"{kind}\"][：{remedy}]。" / "This is not the document to check; it looks like {looks_like}[: please pass what is at {pointer}][, with kind: \"{kind}\"][: {remedy}].";
}

/// Recognises a document that is not of its kind. `whole` reads it as it was given; it is called only where a key of the
/// document makes that likely.
pub fn wrong_document<'w>(record: &Record, kind: DocumentKind, whole: impl FnOnce() -> Option<Json> + 'w) -> Option<WrongDocument> {
    const TELLING: [&[u8]; 7] = [b"method", b"request", b"resource", b"data", b"result", b"rows", b"list"];
    let root = match record.root() {
        Slot::Object(root) => root,
        Slot::Other(ValueType::Array) | Slot::Empty(ValueType::Array) => return Some(WrongDocument::with(LIST, ONE_BY_ONE)),
        _ => return None,
    };
    let is_telling = |index| TELLING.contains(&record.unknown_key(index));
    if !record.unknown_keys(root).any(is_telling) {
        return None;
    }
    let document = whole()?;
    let table = kind.spec().table;
    let body_kind = kind.body().map(Named::name);
    if is_built_request(&document) {
        return Some(WrongDocument { kind: body_kind, ..WrongDocument::inside(BUILT_REQUEST, "/body") });
    }
    if document.member("request").is_some_and(is_built_request) {
        return Some(WrongDocument { kind: body_kind, ..WrongDocument::inside(BUILD_RESULT, "/request/body") });
    }
    if document.member("resource").is_some_and(|resource| resource.has("ciphertext")) {
        return Some(WrongDocument::with(NOTIFICATION, DECRYPT));
    }
    if table.fields.iter().any(|field| document.has(field.name)) {
        return None;
    }
    let envelope = ENVELOPES
        .iter()
        .zip(["/data", "/result", "/rows", "/list"])
        .find(|(name, _)| document.member(name).is_some_and(|inside| holds_orders(inside, table)));
    let (name, pointer) = envelope?;
    let is_list = document.member(name).is_some_and(|inside| matches!(inside, Json::List(_)));
    Some(WrongDocument { remedy: if is_list { Some(ONE_BY_ONE) } else { None }, ..WrongDocument::inside(ENVELOPE, pointer) })
}

const BUILT_REQUEST: Labelled = looks("built request", "组装好的请求", "a built request");
const BUILD_RESULT: Labelled = looks("build result", "组装的结果", "what a builder returned");
const NOTIFICATION: Labelled = looks("notification", "回调通知", "a notification");
const ENVELOPE: Labelled = looks("envelope", "后端返回的外层包装", "your backend's envelope");
const LIST: Labelled = looks("list", "一个列表", "a list");
const RETURNED_ORDER: Labelled = looks("serviceOrder", "查询到的订单", "an order that was queried");

const ONE_BY_ONE: Bilingual =
    Bilingual { zh: "请逐个传入，或用 validateBatch", en: "please pass the items one by one, or use validateBatch" };
const DECRYPT: Bilingual = Bilingual {
    zh: "请先解密 resource.ciphertext，得到的订单用 kind: \"serviceOrder\" 检查",
    en: "please decrypt resource.ciphertext first; the order inside is of kind \"serviceOrder\"",
};

const OF_ITS_KIND: Bilingual = Bilingual { zh: "请用 kind: \"serviceOrder\"", en: "please use kind: \"serviceOrder\"" };

const fn looks(name: &'static str, zh: &'static str, en: &'static str) -> Labelled {
    Labelled { name, label: Bilingual { zh, en } }
}

impl WrongDocument {
    fn inside(looks_like: Labelled, pointer: &'static str) -> Self {
        WrongDocument { looks_like, pointer: Some(pointer), kind: None, remedy: None }
    }

    fn with(looks_like: Labelled, remedy: Bilingual) -> Self {
        WrongDocument { looks_like, pointer: None, kind: None, remedy: Some(remedy) }
    }
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

/// An order as WeChat Pay returned it, given as a request. It cannot be one: it lacks a field that the request requires.
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
    if is_returned && lacks_required() { Some(WrongDocument::with(RETURNED_ORDER, OF_ITS_KIND)) } else { None }
}
