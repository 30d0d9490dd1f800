//! What a caller may ask for beside the document. A wrong option is the caller's mistake, so it is an error, not an issue.

use std::borrow::Cow;

use tsify::Tsify;

use crate::compose::convert::{self, Converted};
use crate::compose::diff::Json;
use crate::input::object;
use crate::input::tape::{Cursor, Tape, Value};
use crate::model::industry::Profile;
use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::SERVICE_ORDER;
use crate::record::Record;
use crate::record::slot::Slot;
use crate::rules::value;
use crate::values::language::Locale;
use crate::values::moment::Moment;
use crate::values::named::{Named, named};
use crate::values::number;
use crate::values::text::push_excerpt;

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
    #[tsify(optional, type = "DocumentKind")]
    pub kind: DocumentKind,
    /// 直连商户或服务商；默认有 `sub_mchid` 即服务商。
    /// Whose call it is; by default a partner's when `sub_mchid` is there.
    #[tsify(optional, type = "Mode")]
    pub mode: Option<Mode>,
    /// 创建或查询到的订单；给出后才检查上限、身份、状态和创单时的时间。
    /// The order as created or queried: switches on every rule that needs it (caps, identity, state, times).
    #[tsify(optional, type = "Partial<ServiceOrder> | null")]
    pub created: Option<Record<'static>>,
    /// 上一次尝试的请求体；重试必须原样重发。
    /// The body of an earlier try: a retry must repeat it.
    #[tsify(optional, type = "CompleteRequestBody | null")]
    pub previous: Option<Json>,
    /// 服务 ID 的风险金额上限，单位：分。
    /// The service ID's cap, in fen.
    #[tsify(optional, type = "number | null")]
    pub service_risk_limit: Option<u64>,
    /// 行业：付费项目的名称和字段按该行业的官方要求检查。三个行业的官方要求不许付费项目带金额，
    /// 又要求总金额等于其和，自相矛盾，因此不核对总金额，也不代为计算。
    /// The industry whose profile the payment items must follow. Three profiles forbid amounts on every item, which
    /// contradicts a total that is their sum: with those the total is neither checked nor computed.
    #[tsify(optional, type = "IndustryId | null")]
    pub industry: Option<&'static Profile>,
    /// 现在的时间，默认取时钟；`null` 表示不检查任何与当前时间有关的规则。
    /// The time now, by default the clock's. With `null` no rule looks at the clock.
    #[tsify(optional, type = "Date | number | string | null")]
    pub now: Option<Moment>,
    /// 提示语言，默认 `"zh-CN"`。
    /// The language of messages; `"zh-CN"` by default.
    #[tsify(optional, type = "Locale")]
    pub locale: Locale,
    #[serde(skip)]
    pub amount_unit: AmountUnit,
}

impl ValidateOptions {
    const NAMES: [&'static str; 9] = ["kind", "mode", "created", "previous", "serviceRiskLimit", "industry", "now", "locale", "amountUnit"];

    /// What holds where a caller says nothing, at a time in epoch milliseconds.
    pub fn at(clock: f64) -> Self {
        ValidateOptions { now: Moment::from_epoch_ms(clock), ..ValidateOptions::default() }
    }

    /// `kind` holds where nothing is said of it. `clock` tells the time in epoch milliseconds, and is asked only where nothing
    /// is said of `now`.
    pub fn read(tape: &Tape, kind: DocumentKind, clock: fn() -> f64) -> Result<Self, WrongOption> {
        let mut options = ValidateOptions { kind, ..ValidateOptions::default() };
        let mut tells_now = false;
        let mut cursor = tape.cursor();
        match cursor.value() {
            Value::Null => {}
            Value::Object(members) => {
                for _ in 0..members {
                    let name = cursor.name();
                    tells_now |= name == b"now";
                    if !options.take(name, &mut cursor, tape)? {
                        return Err(WrongOption::unknown(name, &Self::NAMES));
                    }
                }
            }
            _ => return wrong("options", format!("{{ {} }}", Self::NAMES.join(", "))),
        }
        if !tells_now {
            options.now = Moment::from_epoch_ms(clock());
        }
        Ok(options)
    }

    /// Takes up the value of an option; false for a name that is none.
    pub fn take(&mut self, name: &[u8], cursor: &mut Cursor<'_>, tape: &Tape) -> Result<bool, WrongOption> {
        match name {
            b"kind" => self.kind = choice("kind", cursor)?.unwrap_or(self.kind),
            b"mode" => self.mode = choice("mode", cursor)?,
            b"locale" => self.locale = choice("locale", cursor)?.unwrap_or_default(),
            b"amountUnit" => self.amount_unit = choice("amountUnit", cursor)?.unwrap_or_default(),
            b"now" => self.now = now(cursor)?,
            b"industry" => self.industry = industry(cursor)?,
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
            AmountUnit::Yuan => wrong("amountUnit", r#""fen" here: only a draft may be in yuan"#),
        }
    }

    /// The industry whose rules hold. An order that came back is what it is.
    pub fn profile(&self) -> Option<&'static Profile> {
        self.industry.filter(|_| self.kind.is_request())
    }

    /// Whether payments less discounts are the total. Three industries forbid amounts on every item, while the order
    /// model wants the total to be their sum: the official texts contradict each other there.
    pub fn total_is_the_sum(&self) -> bool {
        !self.profile().is_some_and(Profile::forbids_every_amount)
    }
}

/// An option that is not what it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongOption {
    /// Its name, or the beginning of it.
    pub option: String,
    pub expected: Cow<'static, str>,
}

impl WrongOption {
    pub fn new(option: &[u8], expected: impl Into<Cow<'static, str>>) -> Self {
        const LONGEST_REPEATED: usize = 20;
        let mut name = String::new();
        push_excerpt(option, LONGEST_REPEATED, &mut name);
        WrongOption { option: name, expected: expected.into() }
    }

    /// An option that there is not.
    pub fn unknown(option: &[u8], names: &[&str]) -> Self {
        WrongOption::new(option, format!("one of {}", names.join(", ")))
    }

    pub fn message(&self) -> String {
        let WrongOption { option, expected } = self;
        format!("payscore: 选项 {option} 应为 {expected} / option {option} must be {expected}")
    }
}

pub fn wrong<T>(option: &str, expected: impl Into<Cow<'static, str>>) -> Result<T, WrongOption> {
    Err(WrongOption::new(option.as_bytes(), expected))
}

/// The next value, which names one of a few choices or is not there.
pub fn choice<T: Named>(option: &str, cursor: &mut Cursor<'_>) -> Result<Option<T>, WrongOption> {
    let chosen = match cursor.value() {
        Value::Null => return Ok(None),
        Value::Text(span) => T::from_name(cursor.text_of(span)),
        _ => None,
    };
    match chosen {
        Some(chosen) => Ok(Some(chosen)),
        None => wrong(option, alternatives(T::ALL.iter().map(|choice| choice.name()))),
    }
}

/// `"fen" | "yuan"`
fn alternatives(names: impl Iterator<Item = &'static str>) -> String {
    names.map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" | ")
}

fn now(cursor: &mut Cursor<'_>) -> Result<Option<Moment>, WrongOption> {
    let told = cursor.value();
    if told == Value::Null {
        return Ok(None);
    }
    let loose = convert::Loose::new(object::leaf(told), |span| cursor.text_of(span));
    match loose.map(|loose| convert::moment_of(&loose)) {
        Some(Converted::Moment(moment)) => Ok(Some(moment)),
        _ => wrong("now", "Date | epoch ms | \"2009-12-25T09:10:10+08:00\" | \"2009-12-25 09:10:10\" (Beijing) | null"),
    }
}

fn service_risk_limit(cursor: &mut Cursor<'_>) -> Result<Option<u64>, WrongOption> {
    match cursor.value() {
        Value::Null => Ok(None),
        Value::Number(fen) if number::count(fen).is_some() => Ok(number::count(fen)),
        _ => wrong("serviceRiskLimit", "integer fen ≥ 0"),
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
    const LONGEST_REPEATED: usize = 20;
    let mut option = String::from("industry");
    if !named.is_empty() {
        option.push_str(" \"");
        push_excerpt(named, LONGEST_REPEATED, &mut option);
        option.push('"');
    }
    WrongOption { option, expected: alternatives(Profile::ids()).into() }
}

fn created(cursor: &mut Cursor<'_>, tape: &Tape) -> Result<Option<Record<'static>>, WrongOption> {
    let record = object::read_part(cursor, tape, &SERVICE_ORDER);
    match record.root() {
        Slot::Absent => Ok(None),
        Slot::Object(_) => Ok(Some(value::settled(record))),
        _ => wrong("created", "Partial<ServiceOrder> (object)"),
    }
}
