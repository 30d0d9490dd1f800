//! The JSON Schema of a body, for editors, generators and forms. It rejects nothing that the rules accept: warnings and rules
//! across fields are not in it.

use serde_json::{Map, Value, json};

use crate::model::kind::{DocumentKind, Mode, Part, Path, Spec};
use crate::model::table::{Cell, Field, Form, Shape, Source, Table, UNBOUNDED, Unit, largest};

const ORDER_NO: &str = "^[0-9A-Za-z_\\-|*]*$";
/// Characters of one to three bytes in UTF-8: no emoji, no rare Han, no lone surrogate.
const ACCEPTED: &str = "^[\\u0000-\\uD7FF\\uE000-\\uFFFF]*$";
const START_TIME: &str = "^([0-9]{14}|[0-9]{8}|OnAccept)$";
const END_TIME: &str = "^([0-9]{14}|[0-9]{8})$";
const PAID_TIME: &str = "^[0-9]{14}$";
const DAY: &str = "^[0-9]{8}$";

/// In either dialect: 2020-12 and draft-07 agree on all the keywords used here.
pub fn of_body(kind: DocumentKind, dialect: &str) -> String {
    let spec = kind.spec();
    let mut schema = object(spec.table);
    let head = [
        ("$schema", json!(dialect)),
        ("title", json!(format!("{}请求体", title(kind)))),
        ("description", json!(format!("POST {} Amounts in fen, times in Beijing time.", path_of(spec)))),
    ];
    for (keyword, value) in head {
        schema.insert(keyword.into(), value);
    }
    let is_body_of = |name: &str, mode| {
        spec.table.fields.iter().any(|field| field.name == name && field.presence.cell(Part::Body, mode) == Cell::Required)
    };
    if is_body_of("appid", Mode::Direct) && !is_body_of("appid", Mode::Partner) {
        schema.insert("anyOf".into(), json!([naming("appid"), naming("sub_mchid")]));
    }
    Value::Object(schema).to_string()
}

/// The request's name on the official pages.
fn title(kind: DocumentKind) -> &'static str {
    match kind.operation() {
        "complete" => "完结支付分订单",
        "create" => "创建支付分订单",
        "cancel" => "取消支付分订单",
        "modify" => "修改订单金额",
        "pay" => "商户发起催收扣款",
        "sync" => "同步服务订单信息",
        "prepaidMessage" => "下发服务预扣费消息",
        "pendingMessage" => "下发服务费用待处理消息",
        "directComplete" => "创单结单合并",
        operation => panic!("{operation} sends no body"),
    }
}

fn path_of(spec: &Spec) -> String {
    match spec.endpoint.map(|endpoint| endpoint.path) {
        Some(Path::Order(action)) => format!("/v3/payscore/serviceorder/{{out_order_no}}{action}."),
        Some(Path::Service(action)) => format!("/v3/payscore/serviceorder{action}."),
        Some(Path::Query) | None => String::new(),
    }
}

/// A direct merchant's body names the appid, a partner's the sub-merchant.
fn naming(field: &str) -> Value {
    json!({ "properties": { field: true }, "required": [field] })
}

fn object(table: &Table) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in table.fields {
        let cells = [Mode::Direct, Mode::Partner].map(|mode| field.presence.cell(Part::Body, mode));
        let is_required = cells == [Cell::Required; 2];
        if is_required {
            required.push(field.name);
        }
        let mut schema = if cells.contains(&Cell::Misplaced) { object_of(json!({ "type": "null" })) } else { property(field, is_required) };
        schema.insert("title".into(), json!(field.label.zh));
        schema.insert("description".into(), json!(description(field)));
        properties.insert(field.name.into(), Value::Object(schema));
    }
    object_of(json!({ "type": "object", "properties": properties, "required": required }))
}

fn object_of(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn property(field: &Field, is_required: bool) -> Map<String, Value> {
    if field.source == Source::W {
        return Map::new();
    }
    let mut schema = match field.shape {
        Shape::Text { min, max, form } => text(min, max, form),
        Shape::Integer { min, max, .. } => object_of(json!({ "type": "integer", "minimum": min, "maximum": largest(max) })),
        Shape::Boolean => object_of(json!({ "type": "boolean" })),
        Shape::Anything => return Map::new(),
        Shape::Enum(options) => object_of(json!({ "enum": options })),
        Shape::Object(of) => object(of),
        Shape::List { of, min, max } => object_of(json!({ "type": "array", "items": object(of), "minItems": min, "maxItems": max })),
    };
    if !is_required && let Some(named) = schema.get("type").cloned() {
        // An optional field that is null is absent.
        schema.insert("type".into(), json!([named, "null"]));
    }
    schema
}

fn text(min: u32, max: u32, form: Form) -> Map<String, Value> {
    let pattern = match form {
        Form::OrderNo => ORDER_NO,
        Form::StartTime => START_TIME,
        Form::EndTime => END_TIME,
        Form::PaidTime => PAID_TIME,
        Form::Day => DAY,
        Form::Rfc3339 => return object_of(json!({ "type": "string", "minLength": min })),
        _ => ACCEPTED,
    };
    // An empty free text only draws a warning.
    let min = if matches!(form, Form::Free) { 0 } else { min };
    let mut schema = object_of(json!({ "type": "string", "minLength": min, "pattern": pattern }));
    if max != UNBOUNDED {
        schema.insert("maxLength".into(), json!(max));
    }
    schema
}

fn description(field: &Field) -> String {
    let label = field.label.en;
    match field.shape {
        Shape::Integer { unit: Unit::Fen, .. } => format!("单位：分。{label}, in fen. {}", field.source.name()),
        Shape::Text { form, .. } if form.is_time() => format!("北京时间。{label}, Beijing time. {}", field.source.name()),
        _ => format!("{label}. {}", field.source.name()),
    }
}
