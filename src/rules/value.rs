//! What one value must be by its row of the table: whether it is required, its type, its bounds, its form.

use super::context::{READ, received};
use super::finding::{Findings, Found, Param, Quantity, Rule, Severity, Shown, rules};
use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::SERVICE_ORDER;
use crate::model::table::{Cell, Field, Form, Need, Shape, Source, Table, Unit, largest};
use crate::options::Unread;
use crate::record::Record;
use crate::record::path::{At, Path};
use crate::record::slot::{Block, List, Slot, ValueType};
use crate::values::language::Bilingual;
use crate::values::moment::{self, NotATime};
use crate::values::named::Named;
use crate::values::number::{MAX_SAFE, is_integer};
use crate::values::text::{self, Character, Given, Script, Span};

rules! {
    Required { body_kind: Option<&'static str>, why: Option<Bilingual> } = "required", Error, "",
        means "必填字段缺失（缺失、undefined 或 null）" / "A required field is missing, undefined or null",
        says "{field}必填，请填写。[{why}。][若传的只是请求体，请用 kind: \"{body_kind}\"。]" / "{field}: required. Please fill it in.[ Note: {why}.][ For the body alone, the kind is \"{body_kind}\".]";
    InvalidType { expected: ValueType, received: ValueType, class: Option<Given>, way_out: Option<Bilingual> } = "invalid_type", Error, "",
        means "JSON 类型不对" / "Not the expected JSON type",
        says "{field}应为{expected}，当前为{received}[（{class}）]。[{way_out}。][{hint}。]" / "{field} must be {expected}; it is {received}[ ({class})].[ Please {way_out}.][ Remember: {hint}.]";
    NotInteger { received: f64 } = "not_integer", Error, "",
        means "不是整数（含 NaN、Infinity）" / "A number that is not an integer (NaN and Infinity included)",
        says "{field}必须是整数，当前为 {received}。[{hint}。]" / "{field} must be an integer; it is {received}.[ Remember: {hint}.]";
    TooSmall { minimum: Quantity, received: Quantity } = "too_small", Error, "",
        means "数值小于下限" / "A number below its minimum",
        says "{field}不能小于 {minimum}，当前为 {received}，{instead}。" / "{field} must be at least {minimum}; it is {received}. {instead}.";
    TooBig { maximum: Quantity, received: Quantity } = "too_big", Error, "",
        means "数值大于上限" / "A number above its maximum",
        says "{field}不能大于 {maximum}，当前为 {received}，请改小。" / "{field} must be at most {maximum}; it is {received}. Please lower it.";
    TooShort { minimum: u32, actual: u32 } = "too_short", Error, "",
        means "文本过短（按字符数）" / "Text with too few characters",
        says "{field}至少 {minimum} 个字符，当前为 {actual} 个，请填写。" / "{field} needs at least {minimum} character(s); it has {actual}. Please fill it in.";
    TooLong { maximum: u32, actual: u32 } = "too_long", Error, "",
        means "文本过长（按字符数，汉字、字母、数字、符号各算一个）" / "Text with too many characters (each Han character, letter, digit or symbol counts as one)",
        says "{field}最多 {maximum} 个字符，当前为 {actual} 个，请缩短。" / "{field} may have at most {maximum} characters; it has {actual}. Please shorten it.";
    TooFewItems { minimum: u32, actual: usize } = "too_few_items", Error, "",
        means "列表项数过少" / "A list with too few items",
        says "{field}至少 {minimum} 项，当前为 {actual} 项，请添加。" / "{field}: at least {minimum} needed, there are {actual}. Please add one.";
    TooManyItems { maximum: u32, actual: usize } = "too_many_items", Error, "",
        means "列表项数过多" / "A list with too many items",
        says "{field}最多 {maximum} 项，当前为 {actual} 项，请合并或删减。" / "{field}: at most {maximum} allowed, there are {actual}. Please merge or remove some.";
    InvalidCharacters { allowed: &'static str, characters: Vec<Given> } = "invalid_characters", Error, "",
        means "含有不允许的字符；完结请求的文本不能含 emoji、生僻字（UTF-8 四字节）或不成对的代理项" / "A character the field does not allow; no text of a completion may contain emoji, rare Han characters (4-byte UTF-8) or lone surrogates",
        says "{field}含有不支持的字符 {characters}，请删除（不接受 emoji、生僻字和残缺字符；允许：{allowed}）。" / "{field} contains characters that are not accepted: {characters}. Please remove them (no emoji, rare Han or broken characters; allowed: {allowed}).";
    InvalidFormat { expected: &'static str } = "invalid_format", Error, "",
        means "格式不对" / "Text that is not in the field's format",
        says "{field}的格式应为 {expected}，请按此填写。[{hint}。]" / "{field} must look like {expected}. Please write it that way.[ Remember: {hint}.]";
    InvalidDate { received: Shown } = "invalid_date", Error, "",
        means "格式正确，但没有这个日期或时间" / "The right form, but no such date or time",
        says "{field}不是真实存在的日期或时间：{received}，请核对年月日时分秒。" / "{field} is not a real date or time: {received}. Please check year, month, day and time.";
    InvalidEnum { options: &'static [&'static str] } = "invalid_enum", Error, "",
        means "不在可选值之内" / "Not one of the listed values",
        says "{field}只能是 {options}。" / "{field} must be {options}.";
    NumericString {} = "numeric_string", Warning, "",
        means "金额以文本返回，按其数值处理" / "An amount came as text; its numeric value counts",
        says "{field}是文本，已按其数值处理；建议转为整数。" / "{field} is text; its numeric value was used. An integer would be better.";
    RequiredDisputed {} = "required_disputed", Warning, "",
        means "缺失；官方文档对是否必填说法不一" / "Missing; official texts disagree on whether it is required",
        says "官方文档对{field}是否必填说法不一，建议填写，以免被拒绝。" / "Official texts disagree on whether {field} is required: please fill it in, so that the call is not refused.";
    InvisibleCharacters { characters: Vec<Given> } = "invisible_characters", Warning, "",
        means "文本首尾有空白，或含有控制字符、零宽字符等看不见的字符" / "Leading or trailing white space, or control, zero-width and other invisible characters",
        says "{field}首尾有空白或含有看不见的字符 {characters}，多半是粘贴带入的，请删除。" / "{field} has leading or trailing white space or invisible characters ({characters}), most likely from pasting: please remove them.";
    UnknownField { suggestion: Option<&'static str> } = "unknown_field", Warning, "api.md",
        means "不是该文档的字段" / "Not a field of this document",
        says "{field}不是这里的字段，微信支付不认识它，请删除或改名。[是否想写 {suggestion}？]" / "{field} is not a field here and WeChat Pay does not know it: please remove or rename it.[ Did you mean {suggestion}?]";
    PathParameterInBody {} = "path_parameter_in_body", Error, "C out_order_no",
        means "out_order_no 属于 URL 路径，放进请求体会被拒绝" / "out_order_no belongs in the URL path; the API refuses it in the body",
        says "{field}应放在请求 URL 的路径里，请从请求体中删除。" / "{field} belongs in the URL path: please remove it from the body.";
}

/// Checks each value of a document on its own.
pub fn check(record: &mut Record, kind: DocumentKind, mode: Mode, findings: &mut Findings) {
    let mut checker = Checker { record, kind, mode, findings };
    match checker.record.root() {
        Slot::Object(block) => checker.object(block, kind.spec().table),
        other => checker.no_object(other, At::DOCUMENT),
    }
}

/// Prepares an order that a document is only compared with, and says what in it cannot be read. What is malformed in it is no
/// issue of the document: rules take it as not given.
pub fn settled(mut known: Record<'_>) -> (Record<'_>, Vec<Unread>) {
    let looked_at: Vec<(&'static str, usize, Slot)> =
        READ.iter().filter_map(|pointer| known.find(&SERVICE_ORDER, pointer).map(|slot| (*pointer, slot, known.get(slot)))).collect();
    for (pointer, slot, value) in &looked_at {
        if let ("/state" | "/state_description" | "/collection/state", Slot::Text(span)) = (*pointer, value) {
            let plain = known.text(*span).trim_ascii().to_ascii_uppercase();
            if !plain.is_empty() {
                let plain = known.add_text(&plain);
                known.set(*slot, plain);
            }
        }
    }
    check(&mut known, DocumentKind::ServiceOrder, Mode::Direct, &mut Findings::default());
    let unread = looked_at.iter().filter(|(_, slot, _)| known.get(*slot) == Slot::Malformed).map(|(pointer, _, value)| {
        let text = if let Slot::Text(span) = value { Some(known.text(*span)) } else { None };
        Unread { pointer, received: received(text, value.kind()) }
    });
    let unread = unread.collect();
    (known, unread)
}

struct Checker<'a, 't> {
    record: &'a mut Record<'t>,
    kind: DocumentKind,
    mode: Mode,
    findings: &'a mut Findings,
}

/// What is wrong with a value.
struct Fault {
    rule: &'static Rule,
    params: Box<[Param]>,
}

fn fault<F: Found>(found: F) -> Option<Fault> {
    Some(Fault { rule: F::RULE, params: found.into_params() })
}

impl Checker<'_, '_> {
    fn object(&mut self, block: Block, table: &'static Table) {
        let mut rows = self.record.doubtful(block);
        while rows != 0 {
            let row = rows.trailing_zeros() as usize;
            rows &= rows - 1;
            self.field(block.slot(row), &table.fields[row], block.at(row));
        }
        for index in self.record.unknown_keys(block) {
            if self.kind.empty_text_is_absence() && self.record.is_unknown_of_empty_text(index) {
                continue;
            }
            let suggestion = suggestion(self.record.unknown_key(index), table);
            self.findings.push(block.at(index | Path::UNKNOWN as usize), UnknownField { suggestion });
        }
    }

    fn field(&mut self, slot: usize, field: &'static Field, at: At) {
        let cell = field.presence.cell(self.kind.spec().part, self.mode);
        if self.is_absent(self.record.get(slot)) {
            self.record.set(slot, Slot::Absent);
            match cell {
                Cell::Required => self.findings.push(at, Required { body_kind: self.body_kind(field), why: None }),
                Cell::Disputed => self.findings.push(at, RequiredDisputed {}),
                Cell::Optional | Cell::Unknown | Cell::Misplaced => {}
            }
            return;
        }
        match cell {
            Cell::Required | Cell::Disputed | Cell::Optional => self.value(slot, field, at),
            Cell::Unknown => {
                self.record.set(slot, Slot::Malformed);
                self.findings.push(at, UnknownField { suggestion: None });
            }
            Cell::Misplaced => {
                self.record.set(slot, Slot::Malformed);
                self.findings.push(at, PathParameterInBody {});
            }
        }
    }

    /// The body's kind, if the document lacks nothing but its order number and so may be a body alone.
    fn body_kind(&self, field: &'static Field) -> Option<&'static str> {
        let (Need::InPath, Slot::Object(root)) = (field.presence.direct, self.record.root()) else { return None };
        let spec = self.kind.spec();
        let is_there = |(row, other): (usize, &'static Field)| {
            std::ptr::eq(other, field)
                || other.presence.cell(spec.part, self.mode) != Cell::Required
                || self.record.get(root.slot(row)) != Slot::Absent
        };
        spec.table.fields.iter().enumerate().all(is_there).then(|| self.kind.body().map(Named::name))?
    }

    fn is_absent(&self, slot: Slot) -> bool {
        slot == Slot::Absent || self.kind.empty_text_is_absence() && slot.is_empty_text()
    }

    fn value(&mut self, slot: usize, field: &'static Field, at: At) {
        match (self.record.get(slot), field.shape) {
            (Slot::Malformed, _) => {}
            (Slot::Object(block), Shape::Object(table)) => self.object(block, table),
            (Slot::List(list), Shape::List { of, min, max }) => self.list(list, of, (min, max), at),
            (value, shape) => {
                if let Some(Fault { rule, params }) = self.leaf(slot, value, field, at) {
                    let severity = severity(rule, field, self.kind);
                    if value.is_empty_text() && is_free(shape) {
                        // An empty free text says no more than an absent one.
                        self.record.set(slot, Slot::Absent);
                        self.findings.note(Severity::Warning, rule, at, params);
                        return;
                    }
                    // Text that only draws a warning is still sent by a built request.
                    let is_sent = severity == Severity::Warning && matches!((shape, value), (Shape::Text { .. }, Slot::Text(_)));
                    if !is_sent {
                        self.record.set(slot, Slot::Malformed);
                    }
                    self.findings.note(severity, rule, at, params);
                } else if let (Shape::Text { form, .. }, Slot::Text(span)) = (shape, value) {
                    self.invisible(span, form, at);
                }
            }
        }
    }

    fn list(&mut self, list: List, of: &'static Table, (minimum, maximum): (u32, u32), at: At) {
        let actual = list.count();
        if actual < minimum as usize {
            self.findings.push(at, TooFewItems { minimum, actual });
        }
        if actual > maximum as usize {
            self.findings.push(at, TooManyItems { maximum, actual });
        }
        for index in 0..actual {
            let at = list.at(index);
            let slot = list.slot(index);
            match self.record.get(slot) {
                Slot::Object(block) if self.record.is_plainly_sound(block) => {}
                Slot::Object(block) => self.object(block, of),
                nothing if self.is_absent(nothing) => {
                    self.record.set(slot, Slot::Malformed);
                    self.findings.push(at, Required { body_kind: None, why: None });
                }
                other => {
                    self.record.set(slot, Slot::Malformed);
                    self.no_object(other, at);
                }
            }
        }
    }

    fn no_object(&mut self, found: Slot, at: At) {
        let Fault { rule, params } = self.wrong_type(ValueType::Object, found);
        self.findings.note(Severity::Error, rule, at, params);
    }

    fn wrong_type(&self, expected: ValueType, value: Slot) -> Fault {
        let class = if let Slot::Instance(name) = value { Some(Given(self.record.text(name).to_vec())) } else { None };
        let way_out = match (&class, expected, value) {
            (Some(class), ..) => way_out(&class.0, expected),
            (None, ValueType::Object, Slot::Text(_) | Slot::LongText(_)) => Some(PARSE_IT),
            _ => None,
        };
        let found = InvalidType { expected, received: value.kind(), class, way_out };
        Fault { rule: InvalidType::RULE, params: found.into_params() }
    }

    /// In a request, text that is otherwise sound may contain invisible characters.
    fn invisible(&mut self, span: Span, form: Form, at: At) {
        let may_be_looked_at = matches!(form, Form::Any | Form::Free | Form::ServiceId | Form::OrderId);
        if !self.kind.is_request() || !may_be_looked_at || span.script != Script::Unusual {
            return;
        }
        let characters = invisible_in(self.record.text(span));
        if !characters.is_empty() {
            self.findings.push(at, InvisibleCharacters { characters });
        }
    }

    fn leaf(&mut self, slot: usize, value: Slot, field: &Field, at: At) -> Option<Fault> {
        match (field.shape, value) {
            (Shape::Integer { min, max, unit }, Slot::Number(number)) => integer(number, min, max, unit),
            (Shape::Integer { min, max, unit }, Slot::Text(span)) if !self.kind.is_request() => {
                let Some(number) = text::digits(self.record.text(span)) else {
                    return Some(self.wrong_type(ValueType::Number, value));
                };
                self.record.set(slot, Slot::Number(number as f64));
                self.findings.push(at, NumericString {});
                integer(number as f64, min, max, unit)
            }
            (Shape::Anything, _) => None,
            (Shape::Integer { .. }, _) => Some(self.wrong_type(ValueType::Number, value)),
            (Shape::Boolean, Slot::Bool(_)) => None,
            (Shape::Boolean, _) => Some(self.wrong_type(ValueType::Boolean, value)),
            (Shape::Enum(options), Slot::Text(span)) => {
                let text = self.record.text(span);
                let is_listed = options.iter().any(|option| option.as_bytes() == text);
                if is_listed { None } else { fault(InvalidEnum { options }) }
            }
            (Shape::Text { max, .. }, Slot::LongText(actual)) => too_long(max, actual).or_else(|| not_of_form(field)),
            (Shape::Text { min, max, form }, Slot::Text(span)) => self.text(span, (min, max), form, field.source),
            (Shape::Enum(options), Slot::LongText(_)) => fault(InvalidEnum { options }),
            (Shape::Text { .. } | Shape::Enum(_), _) => Some(self.wrong_type(ValueType::String, value)),
            (Shape::Object(_), _) => Some(self.wrong_type(ValueType::Object, value)),
            (Shape::List { .. }, _) => Some(self.wrong_type(ValueType::Array, value)),
        }
    }

    fn text(&self, span: Span, (minimum, maximum): (u32, u32), form: Form, source: Source) -> Option<Fault> {
        let text = self.record.text(span);
        let actual = if span.script == Script::Ascii { span.len } else { text::count(text) };
        if actual < minimum {
            return fault(TooShort { minimum, actual });
        }
        let characters = || self.characters(span, form);
        // Bounds from hearsay give only a warning, which must not hide what the API refuses.
        let of_length_and_characters = match source {
            Source::W => characters().or_else(|| too_long(maximum, actual)),
            _ => too_long(maximum, actual).or_else(characters),
        };
        of_length_and_characters.or_else(|| form_fault(text, form))
    }

    fn characters(&self, span: Span, form: Form) -> Option<Fault> {
        let (is_allowed, allowed): (fn(Character) -> bool, _) = match form {
            // Letters and digits are allowed everywhere.
            Form::OrderNo if self.record.text(span).iter().all(u8::is_ascii_alphanumeric) => return None,
            Form::OrderNo => (is_of_order_no, "0-9 A-Z a-z _ - | *"),
            _ if self.kind.is_request() && span.script == Script::Unusual => (Character::is_accepted, "U+0000–U+FFFF"),
            _ => return None,
        };
        const MOST: usize = 5;
        let mut refused: Vec<Given> = Vec::new();
        for character in text::characters(self.record.text(span)).filter(|character| !is_allowed(*character)) {
            let mut shown = String::new();
            character.show(&mut shown);
            let shown = Given(shown.into_bytes());
            if refused.len() < MOST && !refused.contains(&shown) {
                refused.push(shown);
            }
        }
        if refused.is_empty() {
            return None;
        }
        fault(InvalidCharacters { allowed, characters: refused })
    }
}

/// What only a community transcription says is a warning; that the API takes no four-byte character is official.
pub fn severity(rule: &'static Rule, field: &Field, kind: DocumentKind) -> Severity {
    let is = |other: &'static Rule| std::ptr::eq(rule, other);
    let is_hearsay = field.source == Source::W && !is(InvalidCharacters::RULE);
    let is_address = matches!(field.shape, Shape::Text { form: Form::Url, .. });
    let is_only_advised = is_address && !kind.is_request() && is(InvalidFormat::RULE);
    if is_hearsay || is_only_advised { Severity::Warning } else { rule.severity }
}

const PARSE_IT: Bilingual =
    Bilingual { zh: "若是 JSON 文本，请先 JSON.parse", en: "pass it through JSON.parse first if it is JSON text" };

fn is_free(shape: Shape) -> bool {
    matches!(shape, Shape::Text { form: Form::Free, .. })
}

/// How to turn an instance of a class into what a field takes.
fn way_out(class: &[u8], expected: ValueType) -> Option<Bilingual> {
    let way = |zh, en| Some(Bilingual { zh, en });
    match (class, expected) {
        (b"Map" | b"Set" | b"WeakMap" | b"WeakSet" | b"FormData" | b"URLSearchParams", _) => {
            way("请转为普通对象或数组", "turn it into a plain object or array")
        }
        (b"Promise", _) => way("请先 await", "await it first"),
        (b"DateTime", _) => way("请用 .toJSDate() 转为 Date，在草稿中传", "turn it into a Date with .toJSDate() and pass that in a draft"),
        (b"Number" | b"String" | b"Boolean", _) => way("请用 .valueOf() 取出其中的值", "take its value with .valueOf()"),
        (_, ValueType::Number) => way("请用 .toNumber() 转为数字", "turn it into a number with .toNumber()"),
        (_, ValueType::String) => way("请用 .toString() 转为文本", "turn it into text with .toString()"),
        (_, ValueType::Object | ValueType::Array) => way("请转为普通对象或数组", "turn it into a plain object or array"),
        _ => None,
    }
}

/// White space at either end, and anything anywhere that has no width or no shape.
fn invisible_in(text: &[u8]) -> Vec<Given> {
    const MOST: usize = 5;
    let mut found: Vec<Given> = Vec::new();
    let last = text::characters(text).count().saturating_sub(1);
    for (index, character) in text::characters(text).enumerate() {
        let Character::Scalar(scalar) = character else { continue };
        let is_at_an_end = index == 0 || index == last;
        if text::is_invisible(scalar) || is_at_an_end && scalar.is_whitespace() {
            let shown = Given(format!("U+{:04X}", u32::from(scalar)).into_bytes());
            if found.len() < MOST && !found.contains(&shown) {
                found.push(shown);
            }
        }
    }
    found
}

fn integer(number: f64, min: u32, max: u32, unit: Unit) -> Option<Fault> {
    if !is_integer(number) {
        return fault(NotInteger { received: number });
    }
    let quantity = |number: f64| match unit {
        Unit::Fen if number.abs() <= MAX_SAFE as f64 => Quantity::Fen(number as i64),
        _ => Quantity::Number(number),
    };
    let received = quantity(number);
    let (min, max) = (f64::from(min), largest(max) as f64);
    if number < min {
        return fault(TooSmall { minimum: quantity(min), received });
    }
    if number > max {
        return fault(TooBig { maximum: quantity(max), received });
    }
    None
}

fn too_long(maximum: u32, actual: u32) -> Option<Fault> {
    if actual > maximum { fault(TooLong { maximum, actual }) } else { None }
}

fn is_of_order_no(character: Character) -> bool {
    matches!(character, Character::Scalar('0'..='9' | 'A'..='Z' | 'a'..='z' | '_' | '-' | '|' | '*'))
}

const START_TIME: &str = "yyyyMMddHHmmss | yyyyMMdd | OnAccept";
const END_TIME: &str = "yyyyMMddHHmmss | yyyyMMdd";
const PAID_TIME: &str = "yyyyMMddHHmmss";
const DAY: &str = "yyyyMMdd";
const RFC3339: &str = "2009-12-25T09:10:10+08:00 (RFC 3339)";
const URL: &str = "http(s)://…";

/// For text too long to be of its form.
fn not_of_form(field: &Field) -> Option<Fault> {
    let expected = match field.shape {
        Shape::Text { form: Form::StartTime, .. } => START_TIME,
        Shape::Text { form: Form::EndTime, .. } => END_TIME,
        Shape::Text { form: Form::Day, .. } => DAY,
        _ => PAID_TIME,
    };
    fault(InvalidFormat { expected })
}

fn form_fault(text: &[u8], form: Form) -> Option<Fault> {
    let wire = |expected, is_allowed: fn(&[u8]) -> bool| {
        let read = if is_allowed(text) { moment::parse_wire(text) } else { Err(NotATime::Form) };
        read.map(|_| ()).map_err(|fault| (fault, expected))
    };
    let verdict = match form {
        Form::Any | Form::Free | Form::Encoded | Form::OrderNo | Form::ServiceId | Form::OrderId => Ok(()),
        Form::StartTime => wire(START_TIME, |_| true),
        Form::EndTime => wire(END_TIME, text::is_digits),
        Form::PaidTime => wire(PAID_TIME, |text| text.len() == 14),
        Form::Day => wire(DAY, |text| text.len() == 8 && text::is_digits(text)),
        Form::Rfc3339 => moment::parse_rfc3339(text).map(|_| ()).map_err(|fault| (fault, RFC3339)),
        Form::Url if is_absolute_url(text) => Ok(()),
        Form::Url => Err((NotATime::Form, URL)),
    };
    match verdict {
        Ok(()) => None,
        Err((NotATime::Form, expected)) => fault(InvalidFormat { expected }),
        Err((NotATime::Date, _)) => fault(InvalidDate { received: received_time(text) }),
    }
}

/// Cut off in an overlong fraction of a second.
pub fn received_time(text: &[u8]) -> Shown {
    const LONGEST: usize = 25;
    // Whatever has the form of a time is ASCII.
    Shown(text.iter().take(LONGEST).map(|byte| char::from(*byte)).collect())
}

fn is_absolute_url(text: &[u8]) -> bool {
    let behind = |scheme: &[u8]| {
        let (start, host) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(host)
    };
    let host = behind(b"https://").or_else(|| behind(b"http://"));
    host.is_some_and(|host| {
        let starts_well = host.first().is_some_and(|first| first.is_ascii_alphanumeric() || *first == b'[' || !first.is_ascii());
        starts_well && !host.iter().any(|byte| byte.is_ascii_whitespace() || byte.is_ascii_control())
    })
}

/// The field whose name is closest, if it is close enough.
fn suggestion(key: &[u8], table: &'static Table) -> Option<&'static str> {
    let of_like_length = table.fields.iter().filter(|field| field.name.len().abs_diff(key.len()) <= 4);
    let nearest =
        of_like_length.map(|field| (text::distance(key, field.name.as_bytes()), field.name)).min_by_key(|(distance, _)| *distance);
    nearest.filter(|(distance, name)| *distance <= name.len() / 4).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::table::UNBOUNDED;

    fn params(number: f64, unit: Unit) -> Option<Vec<Param>> {
        integer(number, 0, UNBOUNDED, unit).map(|fault| fault.params.into_vec())
    }

    #[test]
    fn amounts_are_shown_as_money_as_long_as_they_can_be() {
        let most = MAX_SAFE as f64;
        assert_eq!(params(most, Unit::Fen), None);
        assert_eq!(params(-1.0, Unit::Fen), Some(vec![Param::Fen(0), Param::Fen(-1)]));
        assert_eq!(params(-most, Unit::Fen), Some(vec![Param::Fen(0), Param::Fen(-(MAX_SAFE as i64))]));
        assert_eq!(params(most + 1.0, Unit::Fen), Some(vec![Param::Fen(MAX_SAFE as i64), Param::Number(most + 1.0)]));
        assert_eq!(params(-1.0, Unit::Plain), Some(vec![Param::Number(0.0), Param::Number(-1.0)]));
    }
}
