//! What a caller may ask for beside the document. A wrong option is the caller's mistake, so it is an error, not an issue.

use crate::document::{DocumentKind, Mode};
use crate::fields::SERVICE_ORDER;
use crate::industry::{Profile, Stage};
use crate::json::Json;
use crate::language::Locale;
use crate::moment::{self, Moment, Precision, WireTime};
use crate::number;
use crate::record::{Record, Slot};
use crate::rules::value;
use crate::tape::{Cursor, Tape, Value};
use crate::wrong_option::WrongOption;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AmountUnit {
    #[default]
    Fen,
    Yuan,
}

/// 校验选项；每一项都可省略，写错会抛出指明该项的 `TypeError`。
/// Options of a check. Each may be left out; a wrong one is a `TypeError` that names it.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "declarations", derive(tsify::Tsify))]
#[cfg_attr(feature = "declarations", serde(rename_all = "camelCase"))]
pub struct ValidateOptions {
    /// 文档种类，默认 `"completion"`。
    /// Which document it is; `"completion"` by default.
    #[cfg_attr(feature = "declarations", tsify(optional, type = "DocumentKind"))]
    pub kind: DocumentKind,
    /// 直连商户或服务商；默认有 `sub_mchid` 即服务商。
    /// Whose call it is; by default a partner's when `sub_mchid` is there.
    #[cfg_attr(feature = "declarations", tsify(optional, type = "Mode"))]
    pub mode: Option<Mode>,
    /// 创建或查询到的订单；给出后才检查上限、身份、状态和创单时的时间。
    /// The order as created or queried: switches on every rule that needs it (caps, identity, state, times).
    #[cfg_attr(feature = "declarations", tsify(optional, type = "Partial<ServiceOrder> | null"))]
    pub created: Option<Record<'static>>,
    /// 上一次尝试的请求体；重试必须原样重发。
    /// The body of an earlier try: a retry must repeat it.
    #[cfg_attr(feature = "declarations", tsify(optional, type = "CompleteRequestBody | null"))]
    pub previous: Option<Json>,
    /// 服务 ID 的风险金额上限，单位：分。
    /// The service ID's cap, in fen.
    #[cfg_attr(feature = "declarations", tsify(optional, type = "number | null"))]
    pub service_risk_limit: Option<u64>,
    /// 行业：付费项目的名称和字段按该行业的官方要求检查。三个行业的官方要求不许付费项目带金额，
    /// 又要求总金额等于其和，自相矛盾，因此不核对总金额，也不代为计算。
    /// The industry whose profile the payment items must follow. Three profiles forbid amounts on every item, which
    /// contradicts a total that is their sum: with those the total is neither checked nor computed.
    #[cfg_attr(feature = "declarations", tsify(optional, type = "IndustryId | null"))]
    pub industry: Option<&'static Profile>,
    /// 现在的时间，默认取时钟；`null` 表示不检查任何与当前时间有关的规则。
    /// The time now, by default the clock's. With `null` no rule looks at the clock.
    #[cfg_attr(feature = "declarations", tsify(optional, type = "Date | number | string | null"))]
    pub now: Option<Moment>,
    /// 提示语言，默认 `"zh-CN"`。
    /// The language of messages; `"zh-CN"` by default.
    #[cfg_attr(feature = "declarations", tsify(optional, type = "\"zh-CN\" | \"en\""))]
    pub locale: Locale,
    #[cfg_attr(feature = "declarations", serde(skip))]
    pub amount_unit: AmountUnit,
}

/// An option that takes one of a few names.
pub(crate) struct Choice<T: 'static> {
    pub(crate) option: &'static str,
    pub(crate) expected: &'static str,
    pub(crate) names: &'static [&'static str],
    /// What each name means.
    pub(crate) values: &'static [T],
}

const KIND: Choice<DocumentKind> = Choice {
    option: "kind",
    expected: r#""completion" | "completionBody" | "serviceOrder""#,
    names: &["completion", "completionBody", "serviceOrder"],
    values: &[DocumentKind::Completion, DocumentKind::CompletionBody, DocumentKind::ServiceOrder],
};
const MODE: Choice<Mode> =
    Choice { option: "mode", expected: r#""direct" | "partner""#, names: &["direct", "partner"], values: &[Mode::Direct, Mode::Partner] };
const LOCALE: Choice<Locale> =
    Choice { option: "locale", expected: r#""zh-CN" | "en""#, names: &["zh-CN", "en"], values: &[Locale::Zh, Locale::En] };
const AMOUNT_UNIT: Choice<AmountUnit> =
    Choice { option: "amountUnit", expected: r#""fen" | "yuan""#, names: &["fen", "yuan"], values: &[AmountUnit::Fen, AmountUnit::Yuan] };
const PRECISION: Choice<Precision> = Choice {
    option: "precision",
    expected: r#""second" | "day""#,
    names: &["second", "day"],
    values: &[Precision::Second, Precision::Day],
};
const STAGE: Choice<Stage> = Choice {
    option: "stage",
    expected: r#""create" | "complete" | "completeZero""#,
    names: &["create", "complete", "completeZero"],
    values: &[Stage::Create, Stage::Complete, Stage::CompleteZero],
};

impl<T: Copy> Choice<T> {
    pub(crate) fn read(&self, cursor: &mut Cursor<'_>) -> Result<Option<T>, WrongOption> {
        match place_of_choice(cursor, self.names) {
            Ok(place) => Ok(place.and_then(|place| self.values.get(place).copied())),
            Err(()) => wrong(self.option, self.expected),
        }
    }
}

fn place_of_choice(cursor: &mut Cursor<'_>, names: &[&str]) -> Result<Option<usize>, ()> {
    match cursor.value() {
        Value::Null => Ok(None),
        Value::Text(span) => {
            let place = names.iter().position(|name| name.as_bytes() == cursor.text_of(span));
            place.map(Some).ok_or(())
        }
        _ => Err(()),
    }
}

impl ValidateOptions {
    /// What holds where a caller says nothing, at a time in epoch milliseconds.
    pub fn at(clock: f64) -> Self {
        ValidateOptions { now: Moment::from_epoch_ms(clock), ..ValidateOptions::default() }
    }

    /// `clock` tells the time in epoch milliseconds; it is asked only where nothing is said of `now`.
    pub fn read(tape: &Tape, clock: fn() -> f64) -> Result<Self, WrongOption> {
        let mut options = ValidateOptions::default();
        let mut tells_now = false;
        let mut cursor = tape.cursor();
        match cursor.value() {
            Value::Null => {}
            Value::Object(members) => {
                for _ in 0..members {
                    let name = cursor.name();
                    tells_now |= name == b"now";
                    if !options.take(name, &mut cursor, tape)? {
                        let known = "one of kind, mode, created, previous, serviceRiskLimit, industry, now, locale, amountUnit";
                        return Err(WrongOption::new(name, known));
                    }
                }
            }
            _ => {
                return wrong("options", "{ kind, mode, created, previous, serviceRiskLimit, industry, now, locale }");
            }
        }
        if !tells_now {
            options.now = Moment::from_epoch_ms(clock());
        }
        Ok(options)
    }

    /// Takes up the value of an option; false for a name that is none.
    pub(crate) fn take(&mut self, name: &[u8], cursor: &mut Cursor<'_>, tape: &Tape) -> Result<bool, WrongOption> {
        match name {
            b"kind" => self.kind = KIND.read(cursor)?.unwrap_or_default(),
            b"mode" => self.mode = MODE.read(cursor)?,
            b"locale" => self.locale = LOCALE.read(cursor)?.unwrap_or_default(),
            b"amountUnit" => self.amount_unit = AMOUNT_UNIT.read(cursor)?.unwrap_or_default(),
            b"now" => self.now = now(cursor)?,
            b"industry" => self.industry = Profile::read(cursor)?,
            b"serviceRiskLimit" => self.service_risk_limit = service_risk_limit(cursor)?,
            b"created" => self.created = created(cursor, tape)?,
            b"previous" => {
                self.previous = match Json::read(cursor) {
                    Json::Null => None,
                    body @ Json::Object(_) => Some(body),
                    _ => return wrong("previous", "CompleteRequestBody (object)"),
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
            AmountUnit::Yuan => wrong(AMOUNT_UNIT.option, r#""fen" here: only a draft may be in yuan"#),
        }
    }

    /// The industry whose rules hold. An order that came back is what it is.
    pub fn profile(&self) -> Option<&'static Profile> {
        self.industry.filter(|_| self.kind != DocumentKind::ServiceOrder)
    }

    /// Whether payments less discounts are the total. Three industries forbid amounts on every item, while the order
    /// model wants the total to be their sum: the official texts contradict each other there.
    pub fn total_is_the_sum(&self) -> bool {
        !self.profile().is_some_and(Profile::forbids_every_amount)
    }
}

pub(crate) fn wrong<T>(option: &str, expected: &'static str) -> Result<T, WrongOption> {
    Err(WrongOption::new(option.as_bytes(), expected))
}

fn now(cursor: &mut Cursor<'_>) -> Result<Option<Moment>, WrongOption> {
    let moment = match cursor.value() {
        Value::Null => return Ok(None),
        Value::Number(ms) | Value::Instant(ms) => Moment::from_epoch_ms(ms),
        Value::Text(span) => {
            let text = cursor.text_of(span);
            let digits = moment::wire_digits_of_wall_clock(text);
            match moment::parse_wire(digits.as_deref().unwrap_or(text)) {
                Ok(WireTime::At(moment)) => Some(moment),
                _ => moment::parse_rfc3339(text).ok(),
            }
        }
        _ => None,
    };
    match moment {
        Some(moment) => Ok(Some(moment)),
        None => wrong("now", "Date | epoch ms | \"2009-12-25T09:10:10+08:00\" | \"2009-12-25 09:10:10\" (Beijing) | null"),
    }
}

fn service_risk_limit(cursor: &mut Cursor<'_>) -> Result<Option<u64>, WrongOption> {
    match cursor.value() {
        Value::Null => Ok(None),
        Value::Number(fen) if number::count(fen).is_some() => Ok(number::count(fen)),
        _ => wrong("serviceRiskLimit", "integer fen ≥ 0"),
    }
}

fn created(cursor: &mut Cursor<'_>, tape: &Tape) -> Result<Option<Record<'static>>, WrongOption> {
    let record = Record::read_part(cursor, tape, &SERVICE_ORDER);
    match record.root() {
        Slot::Absent => Ok(None),
        Slot::Object(_) => Ok(Some(value::settled(record))),
        _ => wrong("created", "Partial<ServiceOrder> (object)"),
    }
}

impl Stage {
    pub fn read(tape: &Tape) -> Result<Self, WrongOption> {
        Ok(STAGE.read(&mut tape.cursor())?.unwrap_or(Stage::Complete))
    }
}

impl Precision {
    pub fn read(tape: &Tape) -> Result<Self, WrongOption> {
        Ok(PRECISION.read(&mut tape.cursor())?.unwrap_or(Precision::Second))
    }
}
