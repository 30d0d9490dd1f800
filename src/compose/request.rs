//! A request as the merchant's own backend signs and sends it.

use std::fmt::Write as _;

use serde::Serialize;
use tsify::Tsify;

use crate::Built;
use crate::input::value::Json;
use crate::model::kind::{DocumentKind, Endpoint, Mode, Part, Path};
use crate::model::table::{Cell, Field, Shape, Table};
use crate::record::Record;
use crate::record::slot::{Block, Slot};
use crate::report::Issue;
use crate::rules::finding::OwnWord;
use crate::rules::order::Order;

/// 待发送的请求；由商户自己的后端签名并发送。
/// The request as it would be sent; the merchant's own backend signs and sends it.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(rename = "RequestOf", type_params = "Body")]
pub struct RequestWithBody {
    #[tsify(type = "\"POST\"")]
    pub method: OwnWord,
    /// URL 路径，单号已编码。
    /// The URL's path, the order number percent-encoded.
    pub path: String,
    #[tsify(type = "Body")]
    pub body: Json,
    /// 用于签名和发送的原文；同样的草稿总是同样的字节。
    /// The exact JSON to sign and send: the same draft gives the same bytes every time.
    pub body_text: String,
    /// 成功时的 HTTP 状态码；204 没有应答体。
    /// The HTTP status of success; 204 has no body.
    #[tsify(type = "200 | 204")]
    pub expects: u16,
}

/// 查询请求：参数都在路径里，没有请求体。
/// A query: its parameters are in the path, and it has no body.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct QueryRequest {
    #[tsify(type = "\"GET\"")]
    pub method: OwnWord,
    /// URL 路径，含已编码的查询参数。
    /// The URL's path with its query string, percent-encoded.
    pub path: String,
    /// 成功时的 HTTP 状态码。
    /// The HTTP status of success.
    #[tsify(type = "200")]
    pub expects: u16,
}

#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Request {
    WithBody(RequestWithBody),
    Query(QueryRequest),
}

/// 组装成功：`issues` 只含警告。
/// A builder's result with a request: all issues are warnings.
#[derive(Serialize, Tsify)]
#[tsify(rename = "BuildSuccess", type_params = "Request")]
pub struct Success<'a> {
    #[tsify(type = "true")]
    ok: bool,
    #[tsify(type = "Request")]
    request: &'a Request,
    #[tsify(type = "Issue[]")]
    issues: Vec<Issue<'a>>,
}

/// 组装被拒：没有请求，`issues` 至少有一个错误。
/// A builder's result without a request: at least one issue is an error.
#[derive(Serialize, Tsify)]
#[tsify(rename = "BuildFailure")]
pub struct Failure<'a> {
    #[tsify(type = "false")]
    ok: bool,
    #[tsify(type = "Issue[]")]
    issues: Vec<Issue<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub enum BuildResult<'a> {
    Success(Success<'a>),
    Failure(Failure<'a>),
}

impl<'a> BuildResult<'a> {
    pub fn of(built: &'a Built) -> Self {
        let issues = built.report.issues().collect();
        match &built.request {
            Some(request) => BuildResult::Success(Success { ok: true, request, issues }),
            None => BuildResult::Failure(Failure { ok: false, issues }),
        }
    }
}

impl Request {
    /// The record must be free of errors.
    pub fn compose(record: &Record, kind: DocumentKind, mode: Mode) -> Self {
        let Endpoint { path, answers } = kind.spec().endpoint.expect("only a request is composed");
        let expects = answers[mode as usize];
        let mut url = String::from(match mode {
            Mode::Direct => "/v3/payscore/serviceorder",
            Mode::Partner => "/v3/payscore/partner/serviceorder",
        });
        match path {
            Path::Service(action) => url.push_str(action),
            Path::Order(action) => {
                let order_no = Order::new(kind.spec(), record).out_order_no().value();
                url.push('/');
                percent_encode(order_no.expect("a request that may be sent names its order"), &mut url);
                url.push_str(action);
            }
            Path::Query => {
                add_parameters(record, kind, mode, &mut url);
                return Request::Query(QueryRequest { method: OwnWord("GET"), path: url, expects });
            }
        }
        let body = body(record, kind, mode);
        let body_text = serde_json::to_string(&body).unwrap_or_else(|_| panic!("a checked body is valid JSON"));
        Request::WithBody(RequestWithBody { method: OwnWord("POST"), path: url, body, body_text, expects })
    }

    pub fn path(&self) -> &str {
        match self {
            Request::WithBody(RequestWithBody { path, .. }) | Request::Query(QueryRequest { path, .. }) => path,
        }
    }

    /// The JSON to send, if the request has a body.
    pub fn body_text(&self) -> Option<&str> {
        match self {
            Request::WithBody(request) => Some(&request.body_text),
            Request::Query(_) => None,
        }
    }
}

/// `?out_order_no=…&service_id=…`
fn add_parameters(record: &Record, kind: DocumentKind, mode: Mode, url: &mut String) {
    let Json::Object(parameters) = body(record, kind, mode) else { return };
    let mut separator = '?';
    for (name, value) in parameters {
        if let Json::Text(text) = value {
            url.push(separator);
            percent_encode(&name, url);
            url.push('=');
            percent_encode(&text, url);
            separator = '&';
        }
    }
}

/// Encodes all but RFC 3986's unreserved characters and `*`, which no server takes for anything else.
fn percent_encode(text: &[u8], out: &mut String) {
    for byte in text {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' | b'*' => out.push(char::from(*byte)),
            // Writing to a String cannot fail.
            other => {
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
}

/// The body's fields in the order in which they are sent, without empty optional ones and those that do not belong in it.
pub fn body(record: &Record, kind: DocumentKind, mode: Mode) -> Json {
    let spec = kind.spec();
    match record.root() {
        Slot::Object(root) => object(record, root, spec.table, &spec.rows(mode), mode),
        other => Json::Opaque(other.kind()),
    }
}

fn object(record: &Record, block: Block, table: &'static Table, rows: &[usize], mode: Mode) -> Json {
    let mut members = Vec::new();
    for row in rows {
        let field = &table.fields[*row];
        let cell = field.presence.cell(Part::Body, mode);
        if matches!(cell, Cell::Unknown | Cell::Misplaced) {
            continue;
        }
        if let Some(value) = value(record, record.get(block.slot(*row)), field, mode)
            && (cell == Cell::Required || !is_empty(&value))
        {
            members.push((field.name.as_bytes().to_vec(), value));
        }
    }
    Json::Object(members)
}

/// Inside a document, fields are sent in the order of their table.
fn inner_object(record: &Record, block: Block, table: &'static Table, mode: Mode) -> Json {
    let rows: Vec<usize> = (0..table.fields.len()).collect();
    object(record, block, table, &rows, mode)
}

fn value(record: &Record, slot: Slot, field: &'static Field, mode: Mode) -> Option<Json> {
    Some(match (slot, field.shape) {
        // A malformed value in a valid request drew only a warning.
        (Slot::Absent | Slot::Malformed, _) => return None,
        (Slot::Object(block), Shape::Object(of)) => inner_object(record, block, of, mode),
        (Slot::List(list), Shape::List { of, .. }) => {
            let items = (0..list.count()).map(|index| match record.get(list.slot(index)) {
                Slot::Object(block) => inner_object(record, block, of, mode),
                other => Json::Opaque(other.kind()),
            });
            Json::List(items.collect())
        }
        (Slot::Bool(value), _) => Json::Bool(value),
        (Slot::Number(number), _) => Json::Number(number),
        (Slot::Text(span), _) => Json::Text(record.text(span).to_vec()),
        (other, _) => Json::Opaque(other.kind()),
    })
}

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Object(members) => members.is_empty(),
        Json::List(items) => items.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_characters_are_percent_encoded_but_for_the_asterisk() {
        let mut path = String::new();
        percent_encode("a|b*_-9".as_bytes(), &mut path);
        assert_eq!(path, "a%7Cb*_-9");
    }
}
