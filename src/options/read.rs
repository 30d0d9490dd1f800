//! Reads the options that a caller passes.

use super::wrong::{Expected, WrongOption, alternatives, nearest, wrong};
use super::{Created, Earlier, LooksLike, ValidateOptions};
use crate::compose::convert;
use crate::input::object;
use crate::input::tape::{Cursor, Tape, Value};
use crate::input::value::Json;
use crate::model::create::CREATE;
use crate::model::industry::Profile;
use crate::model::kind::DocumentKind;
use crate::model::service_order::SERVICE_ORDER;
use crate::record::Record;
use crate::record::slot::Slot;
use crate::rules::context::ENVELOPES;
use crate::rules::document::is_built_request;
use crate::rules::value;
use crate::values::language::Locale;
use crate::values::moment::Moment;
use crate::values::named::Named;
use crate::values::number;
use crate::values::text;

impl ValidateOptions {
    const NAMES: [&'static str; 11] =
        ["kind", "mode", "created", "previous", "request", "completedAt", "serviceRiskLimit", "industry", "now", "locale", "amountUnit"];

    /// `kind` is the default. `clock` returns the time in epoch milliseconds and is called only if `now` is not given.
    pub fn read(tape: &Tape, kind: DocumentKind, clock: fn() -> f64) -> Result<Self, WrongOption> {
        let mut options = ValidateOptions { kind, asks_clock: true, ..ValidateOptions::default() };
        let mut cursor = tape.cursor();
        match cursor.value() {
            Value::Null => {}
            Value::Object(members) => {
                for _ in 0..members {
                    let name = cursor.name();
                    options.asks_clock &= name != b"now";
                    if !options.take(name, &mut cursor, tape)? {
                        return Err(WrongOption::unknown(name, &Self::NAMES));
                    }
                }
            }
            _ => return wrong("options", Expected::neutral(format!("{{ {} }}", Self::NAMES.join(", ")))),
        }
        options.tell_time(clock);
        Ok(options)
    }

    /// Reads the value of an option; false if there is no option of this name.
    pub fn take(&mut self, name: &[u8], cursor: &mut Cursor<'_>, tape: &Tape) -> Result<bool, WrongOption> {
        match name {
            b"kind" => self.kind = choice("kind", cursor)?.unwrap_or(self.kind),
            b"mode" => self.mode = choice("mode", cursor)?,
            b"locale" => self.locale = locale(cursor)?.unwrap_or_default(),
            b"amountUnit" => self.amount_unit = choice("amountUnit", cursor)?.unwrap_or_default(),
            b"now" => self.now = moment("now", cursor)?,
            b"completedAt" => self.completed_at = moment("completedAt", cursor)?,
            b"industry" => self.industry = industry(cursor)?,
            b"serviceRiskLimit" => self.service_risk_limit = service_risk_limit(cursor)?,
            b"created" => self.created = created(cursor, tape)?,
            b"previous" => self.previous = Earlier::read(cursor),
            b"request" => {
                self.request = match Json::read(cursor) {
                    Json::Null => None,
                    Json::Object(members) if members.is_empty() => None,
                    body @ Json::Object(_) => match sent_in(body) {
                        Json::Object(members) if members.iter().any(|(key, _)| is_of_creation(key)) => Some(Json::Object(members)),
                        _ => return wrong("request", creation()),
                    },
                    _ => return wrong("request", creation()),
                };
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

impl Created {
    /// `None` for an empty object.
    pub fn of(record: Record<'static>) -> Option<Self> {
        let Slot::Object(root) = record.root() else { return None };
        let is_there = |slot: Slot| slot != Slot::Absent && !slot.is_empty_text();
        let fields = SERVICE_ORDER.fields.iter().enumerate();
        let known: Vec<&str> = fields.filter(|(row, _)| is_there(record.get(root.slot(*row)))).map(|(_, field)| field.name).collect();
        let unknown: Vec<&[u8]> = record.unknown_keys(root).map(|index| record.unknown_key(index)).collect();
        let is_camel_case = !known.iter().any(|name| name.contains('_')) && unknown.iter().any(|key| is_in_camel_case(key));
        if !known.is_empty() && !is_camel_case {
            let (record, unread) = value::settled(record);
            return Some(Created::Order { record, unread });
        }
        if known.is_empty() && unknown.is_empty() {
            return None;
        }
        let envelope = ENVELOPES.into_iter().find(|name| unknown.contains(&name.as_bytes()));
        Some(Created::NoOrder(match envelope {
            _ if is_camel_case => LooksLike::CamelCase,
            Some(member) => LooksLike::Envelope(member),
            None => LooksLike::Nothing,
        }))
    }
}

/// Whether a key is an order's field in camelCase.
fn is_in_camel_case(key: &[u8]) -> bool {
    SERVICE_ORDER.fields.iter().any(|field| {
        let letters = field.name.bytes().filter(|byte| *byte != b'_');
        field.name.contains('_') && key.first().is_some_and(u8::is_ascii_alphabetic) && letters.eq(key.iter().map(u8::to_ascii_lowercase))
    })
}

impl Earlier {
    /// The next value: a body, or a built request that holds it. JSON text has been parsed already.
    pub fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        Some(match Json::read(cursor) {
            Json::Null => return None,
            body @ Json::Object(_) => match sent_in(body) {
                Json::Object(members) if is_a_body(&members) => Earlier::Body(Json::Object(members)),
                other => Earlier::Unread(other.kind()),
            },
            other => Earlier::Unread(other.kind()),
        })
    }
}

fn creation() -> Expected {
    Expected::new(
        "创建请求的请求体、组装好的请求，或其 bodyText",
        "the body of a create request, the request that was built, or its bodyText",
    )
}

/// Whether a key is a field of the request that creates an order, as it is or in camelCase.
fn is_of_creation(key: &[u8]) -> bool {
    CREATE.fields.iter().any(|field| text::distance(key, field.name.as_bytes()) == 0)
}

/// One field of a request is enough to count as a body.
fn is_a_body(members: &[(Vec<u8>, Json)]) -> bool {
    let is_field = |key: &[u8]| DocumentKind::ALL.iter().any(|kind| kind.is_request() && kind.spec().table.find(key).is_some());
    members.iter().any(|(key, _)| is_field(key))
}

/// The body of a built request or of a builder's result, or else the value itself.
fn sent_in(value: Json) -> Json {
    let value = match value.member("request") {
        Some(request) if is_built_request(request) => request.clone(),
        _ => value,
    };
    if is_built_request(&value) { value.member("body").cloned().unwrap_or(Json::Null) } else { value }
}

/// The language of a wrong option's message: that of the options, as far as they can be read.
pub fn locale_of(tape: &Tape) -> Locale {
    let mut cursor = tape.cursor();
    let Value::Object(members) = cursor.value() else { return Locale::default() };
    for _ in 0..members {
        if cursor.name() == b"locale" {
            return locale(&mut cursor).ok().flatten().unwrap_or_default();
        }
        let head = cursor.value();
        cursor.skip(head);
    }
    Locale::default()
}

/// The next value, which names one of a few choices or is absent.
pub fn choice<T: Named>(option: &'static str, cursor: &mut Cursor<'_>) -> Result<Option<T>, WrongOption> {
    let text = match cursor.value() {
        Value::Null => return Ok(None),
        Value::Text(span) => cursor.text_of(span),
        _ => b"",
    };
    if let Some(chosen) = T::from_name(text) {
        return Ok(Some(chosen));
    }
    let names = || T::ALL.iter().map(|choice| choice.name());
    let wrong = WrongOption::new(option.as_bytes(), Expected::neutral(alternatives(names())));
    Err(WrongOption { suggestion: nearest(text, names()), ..wrong })
}

/// A BCP 47 tag, in which `_` may stand for `-`.
fn locale(cursor: &mut Cursor<'_>) -> Result<Option<Locale>, WrongOption> {
    let tag = match cursor.value() {
        Value::Null => return Ok(None),
        Value::Text(span) => cursor.text_of(span),
        _ => b"",
    };
    let language = tag.split(|byte| matches!(byte, b'-' | b'_')).next().unwrap_or_default().to_ascii_lowercase();
    match language.as_slice() {
        b"zh" => Ok(Some(Locale::Zh)),
        b"en" => Ok(Some(Locale::En)),
        _ => {
            wrong("locale", Expected::new("\"zh-CN\" 或 \"en\" 这样的语言标签", "a tag of Chinese or English, such as \"zh-CN\" or \"en\""))
        }
    }
}

fn moment(option: &'static str, cursor: &mut Cursor<'_>) -> Result<Option<Moment>, WrongOption> {
    let value = cursor.value();
    if value == Value::Null {
        return Ok(None);
    }
    cursor.skip(value);
    let loose = convert::Loose::new(object::leaf(value), |span| cursor.text_of(span));
    match loose.and_then(|loose| convert::moment_of(&loose)) {
        Some(moment) => Ok(Some(moment)),
        None => wrong(
            option,
            Expected::new(
                "Date、毫秒时间戳、\"2009-12-25T09:10:10+08:00\"、\"2009-12-25 09:10:10\"（北京时间）或 null",
                "a Date, epoch milliseconds, \"2009-12-25T09:10:10+08:00\", \"2009-12-25 09:10:10\" (Beijing time) or null",
            ),
        ),
    }
}

fn service_risk_limit(cursor: &mut Cursor<'_>) -> Result<Option<u64>, WrongOption> {
    match cursor.value() {
        Value::Null => Ok(None),
        Value::Number(fen) if number::count(fen).is_some() => Ok(number::count(fen)),
        _ => wrong("serviceRiskLimit", Expected::new("不小于 0 的整数，单位：分", "integer fen ≥ 0")),
    }
}

/// The industry that the next value names.
pub fn industry(cursor: &mut Cursor<'_>) -> Result<Option<&'static Profile>, WrongOption> {
    let named = match cursor.value() {
        Value::Null => return Ok(None),
        Value::Text(span) => cursor.text_of(span),
        _ => &[],
    };
    Profile::named(named).map(Some).ok_or_else(|| no_such_industry(named))
}

pub fn no_such_industry(named: &[u8]) -> WrongOption {
    let mut option = b"industry".to_vec();
    if !named.is_empty() {
        option.extend_from_slice(b" \"");
        option.extend_from_slice(named);
        option.push(b'"');
    }
    let wrong = WrongOption::new(&option, Expected::neutral(alternatives(Profile::ids())));
    WrongOption { suggestion: Profile::labelled(named).or_else(|| nearest(named, Profile::ids())), ..wrong }
}

fn created(cursor: &mut Cursor<'_>, tape: &Tape) -> Result<Option<Created>, WrongOption> {
    let record = object::read_part(cursor, tape, &SERVICE_ORDER);
    match record.root() {
        Slot::Absent => Ok(None),
        Slot::Object(_) => Ok(Created::of(record)),
        _ => wrong(
            "created",
            Expected::new(
                "订单对象 Partial<ServiceOrder>；Promise 请先 await，文本请先 JSON.parse，列表请取其中一项",
                "an order, Partial<ServiceOrder>; first await a Promise, JSON.parse text, or take one item of a list",
            ),
        ),
    }
}
