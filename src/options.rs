//! What a caller may ask for beside the document. A wrong option is the caller's mistake, so it is an error, not an issue.

use std::borrow::Cow;

use tsify::Tsify;

use crate::compose::convert;
use crate::compose::diff::Json;
use crate::input::object;
use crate::input::tape::{Cursor, Tape, Value};
use crate::model::create::CREATE;
use crate::model::industry::Profile;
use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::{SERVICE_ORDER, ServiceOrder};
use crate::record::Record;
use crate::record::place::Place;
use crate::record::slot::{Slot, ValueType};
use crate::rules::context::{ENVELOPES, LooksLike, Unread};
use crate::rules::document::is_built_request;
use crate::rules::value;
use crate::values::language::Locale;
use crate::values::moment::Moment;
use crate::values::named::{Named, named};
use crate::values::number;
use crate::values::text::{self, push_excerpt};

named! {
    /// 金额的单位：分或元。
    /// The unit of amounts: fen or yuan.
    #[derive(Default)]
    pub enum AmountUnit {
        #[default]
        Fen = "fen",
        Yuan = "yuan",
    }
}

/// 校验选项；每一项都可省略，写错会抛出指明该项的 `TypeError`。
/// Options of a check. Each may be left out; a wrong one is a `TypeError` that names it.
#[derive(Clone, Debug, Default, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ValidateOptions {
    /// 文档种类，默认 `"completion"`。
    /// Which document it is; `"completion"` by default.
    #[tsify(optional, type = "DocumentKind | undefined")]
    pub kind: DocumentKind,
    /// 直连商户或服务商；默认有 `sub_mchid` 即服务商。
    /// Whose call it is; by default a partner's when `sub_mchid` is there.
    #[tsify(optional, type = "Mode | undefined")]
    pub mode: Option<Mode>,
    /// 创建或查询到的订单；给出后才检查上限、身份、状态和创单时的时间。修改、催收、同步请传刚查询到的订单。
    /// The order as created or queried: switches on every rule that needs it (caps, identity, state, times). To modify, collect
    /// or report a payment it is the order as it stands now.
    #[tsify(optional, type = "Partial<ServiceOrder> | null | undefined")]
    pub created: Option<Created>,
    /// 上一次尝试：请求体、组装好的请求，或其 `bodyText`；重试必须原样重发。
    /// An earlier try, which a retry must repeat: the body, the request that was built, or its `bodyText`.
    #[tsify(optional, type = "object | string | null | undefined")]
    pub previous: Option<Earlier>,
    /// 仅 `serviceOrder`：得到这个应答的创建请求，用于发现免确认订单未生效。
    /// For `serviceOrder` alone: the create that this order answers, to find one without confirmation that failed.
    #[tsify(optional, type = "CreateRequestBody | RequestOf<CreateRequestBody> | null | undefined")]
    pub request: Option<Json>,
    /// 仅同步收款：调用完结接口的时间。
    /// For a sync alone: when the completion was called.
    #[tsify(optional, type = "TimeInput | null | undefined")]
    pub completed_at: Option<Moment>,
    /// 服务 ID 的风险金额上限，单位：分。
    /// The service ID's cap, in fen.
    #[tsify(optional, type = "number | null | undefined")]
    pub service_risk_limit: Option<u64>,
    /// 行业：付费项目的名称和字段按该行业的官方要求检查。三个行业的官方要求不许付费项目带金额，
    /// 又要求总金额等于其和，自相矛盾，因此不核对总金额，也不代为计算。
    /// The industry whose profile the payment items must follow. Three profiles forbid amounts on every item, which
    /// contradicts a total that is their sum: with those the total is neither checked nor computed.
    #[tsify(optional, type = "IndustryId | null | undefined")]
    pub industry: Option<&'static Profile>,
    /// 现在的时间，默认取时钟；`null` 表示不检查任何与当前时间有关的规则。
    /// The time now, by default the clock's. With `null` no rule looks at the clock.
    #[tsify(optional, type = "TimeInput | null | undefined")]
    pub now: Option<Moment>,
    /// 提示语言，任何 BCP 47 标签：`zh…` 为中文，`en…` 为英文；默认 `"zh-CN"`。
    /// The language of messages, as any BCP 47 tag: `zh…` is Chinese, `en…` English. `"zh-CN"` by default.
    #[tsify(optional, type = "Locale | (string & {}) | undefined")]
    pub locale: Locale,
    #[serde(skip)]
    pub amount_unit: AmountUnit,
    /// Nothing was said of `now`, so that the clock tells it.
    #[serde(skip)]
    pub asks_clock: bool,
}

impl ValidateOptions {
    const NAMES: [&'static str; 11] =
        ["kind", "mode", "created", "previous", "request", "completedAt", "serviceRiskLimit", "industry", "now", "locale", "amountUnit"];

    /// What holds where a caller says nothing, at a time in epoch milliseconds.
    pub fn at(clock: f64) -> Self {
        ValidateOptions { now: Moment::from_epoch_ms(clock), ..ValidateOptions::default() }
    }

    /// `kind` holds where nothing is said of it. `clock` tells the time in epoch milliseconds, and is asked only where nothing
    /// is said of `now`.
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

    /// Takes the time from the clock, unless the caller has told it.
    pub fn tell_time(&mut self, clock: fn() -> f64) {
        if self.asks_clock {
            self.now = Moment::from_epoch_ms(clock());
        }
    }

    /// Takes up the value of an option; false for a name that is none.
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

    /// For an order as it goes over the wire: its amounts are fen, and to take yuan for fen would be worse than to say so.
    pub fn of_wire(self) -> Result<Self, WrongOption> {
        match self.amount_unit {
            AmountUnit::Fen => Ok(self),
            AmountUnit::Yuan => {
                wrong("amountUnit", Expected::new("\"fen\"：只有草稿可以用元", "\"fen\" here: only a draft may be in yuan"))
            }
        }
    }

    /// The order as created, if there is one that can be read.
    pub fn created_order(&self) -> Option<Place<'_, ServiceOrder>> {
        match &self.created {
            Some(Created::Order { record, .. }) => Some(Place::document(record)),
            Some(Created::NoOrder(_)) | None => None,
        }
    }

    /// The body sent before, if there is one that can be read.
    pub fn previous_body(&self) -> Option<&Json> {
        match &self.previous {
            Some(Earlier::Body(body)) => Some(body),
            Some(Earlier::Unread(_)) | None => None,
        }
    }

    /// The industry whose rules hold: the profiles speak of creation and completion, and a modification is like the latter.
    pub fn profile(&self) -> Option<&'static Profile> {
        let is_spoken_of = matches!(
            self.kind,
            DocumentKind::Create
                | DocumentKind::Completion
                | DocumentKind::CompletionBody
                | DocumentKind::Modify
                | DocumentKind::ModifyBody
        );
        self.industry.filter(|_| is_spoken_of)
    }

    /// Whether payments less discounts are the total. Three industries forbid amounts on every item, while the order
    /// model wants the total to be their sum: the official texts contradict each other there.
    pub fn total_is_the_sum(&self) -> bool {
        !self.profile().is_some_and(Profile::forbids_every_amount)
    }
}

/// The order as created, as it was handed over.
#[derive(Clone, Debug)]
pub enum Created {
    Order {
        record: Record<'static>,
        /// What of it cannot be read, of all that a rule may look at.
        unread: Vec<Unread>,
    },
    /// An object with none of an order's fields.
    NoOrder(LooksLike),
}

impl Created {
    /// `None` for an object that holds nothing.
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

/// Whether a key is a field of an order without its underscores.
fn is_in_camel_case(key: &[u8]) -> bool {
    SERVICE_ORDER.fields.iter().any(|field| {
        let letters = field.name.bytes().filter(|byte| *byte != b'_');
        field.name.contains('_') && key.first().is_some_and(u8::is_ascii_alphabetic) && letters.eq(key.iter().map(u8::to_ascii_lowercase))
    })
}

/// An earlier try, as it was handed over.
#[derive(Clone, Debug)]
pub enum Earlier {
    Body(Json),
    Unread(ValueType),
}

impl Earlier {
    /// The next value: a body, or a built request around it. Text has been read as JSON, if it is that.
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
    Expected::new("创建请求的请求体、组装好的请求，或其 bodyText", "the body of a create, the request that was built, or its bodyText")
}

/// Whether a key is a field of the request that creates an order, as it is or in camelCase.
fn is_of_creation(key: &[u8]) -> bool {
    CREATE.fields.iter().any(|field| text::distance(key, field.name.as_bytes()) == 0)
}

/// Any field of a request makes a body.
fn is_a_body(members: &[(Vec<u8>, Json)]) -> bool {
    let is_field = |key: &[u8]| DocumentKind::ALL.iter().any(|kind| kind.is_request() && kind.spec().table.find(key).is_some());
    members.iter().any(|(key, _)| is_field(key))
}

/// The body that a built request holds, or what a builder answered, or the value itself.
fn sent_in(value: Json) -> Json {
    let value = match value.member("request") {
        Some(request) if is_built_request(request) => request.clone(),
        _ => value,
    };
    if is_built_request(&value)
        && let Json::Object(members) = value
    {
        return members.into_iter().find(|(key, _)| key == b"body").map_or(Json::Null, |(_, body)| body);
    }
    value
}

/// What an option must be, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    zh: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Expected {
    pub fn new(zh: &'static str, en: &'static str) -> Self {
        Expected { zh: zh.into(), en: en.into() }
    }

    /// Code, which is the same in either.
    pub fn neutral(code: impl Into<Cow<'static, str>>) -> Self {
        let code = code.into();
        Expected { zh: code.clone(), en: code }
    }
}

/// An option that is not what it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongOption {
    /// Its name, or the beginning of it.
    pub option: String,
    pub expected: Expected,
    /// What was probably meant.
    pub suggestion: Option<&'static str>,
}

impl WrongOption {
    pub fn new(option: &[u8], expected: Expected) -> Self {
        const LONGEST_REPEATED: usize = 20;
        let mut name = String::new();
        push_excerpt(option, LONGEST_REPEATED, &mut name);
        WrongOption { option: name, expected, suggestion: None }
    }

    /// An option that there is not.
    pub fn unknown(option: &[u8], names: &'static [&'static str]) -> Self {
        let all = names.join("、");
        let expected = Expected { zh: format!("以下之一：{all}").into(), en: format!("one of {}", names.join(", ")).into() };
        WrongOption { suggestion: nearest(option, names.iter().copied()), ..WrongOption::new(option, expected) }
    }

    pub fn message(&self, locale: Locale) -> String {
        let WrongOption { option, expected: Expected { zh, en }, suggestion } = self;
        match (locale, suggestion) {
            (Locale::Zh, None) => format!("payscore: 选项 {option} 应为 {zh}"),
            (Locale::Zh, Some(meant)) => format!("payscore: 选项 {option} 应为 {zh}。是否想写 {meant}？"),
            (Locale::En, None) => format!("payscore: option {option} must be {en}"),
            (Locale::En, Some(meant)) => format!("payscore: option {option} must be {en}. Did you mean {meant}?"),
        }
    }
}

pub fn wrong<T>(option: &str, expected: Expected) -> Result<T, WrongOption> {
    Err(WrongOption::new(option.as_bytes(), expected))
}

/// The language in which a wrong option is told: what the options say of it, as far as they can be read.
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

/// The next value, which names one of a few choices or is not there.
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

/// The name that is near to what was written, if one is.
fn nearest(written: &[u8], names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let near = names.map(|name| (text::distance(written, name.as_bytes()), name)).min_by_key(|(distance, _)| *distance);
    near.filter(|(distance, name)| !written.is_empty() && *distance <= name.len() / 3).map(|(_, name)| name)
}

/// `"fen" | "yuan"`
pub fn alternatives(names: impl Iterator<Item = &'static str>) -> String {
    let mut all = String::new();
    for name in names {
        all.push_str(if all.is_empty() { "\"" } else { " | \"" });
        all.push_str(name);
        all.push('"');
    }
    all
}

/// A BCP 47 tag, with `_` for `-` too.
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
    let told = cursor.value();
    if told == Value::Null {
        return Ok(None);
    }
    cursor.skip(told);
    let loose = convert::Loose::new(object::leaf(told), |span| cursor.text_of(span));
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
                "an order, Partial<ServiceOrder>; await a Promise, JSON.parse a text, and take one item of a list first",
            ),
        ),
    }
}
