//! The options that a caller passes beside the document.

use tsify::Tsify;

use crate::input::value::Json;
use crate::model::industry::Profile;
use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::ServiceOrder;
use crate::record::Record;
use crate::record::place::Place;
use crate::record::slot::ValueType;
use crate::values::language::Locale;
use crate::values::moment::Moment;
use crate::values::named::named;
use crate::values::text::Given;

pub mod read;
pub mod wrong;

use wrong::{Expected, WrongOption, wrong};

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
/// Options of a check. Each may be left out; a wrong one throws a `TypeError` that names it.
#[derive(Clone, Debug, Default, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ValidateOptions {
    /// 文档种类，默认 `"completion"`。
    /// The kind of document; `"completion"` by default.
    #[tsify(optional, type = "DocumentKind | undefined")]
    pub kind: DocumentKind,
    /// 直连商户或服务商；默认有 `sub_mchid` 即服务商。
    /// Whether a direct merchant's or a partner's; by default a partner's if `sub_mchid` is present.
    #[tsify(optional, type = "Mode | undefined")]
    pub mode: Option<Mode>,
    /// 创建或查询到的订单；给出后才检查上限、身份、状态和创单时的时间。修改、催收、同步请传刚查询到的订单。
    /// The order as created or queried. It enables every rule that needs it: cap, identity, state and times. For modify, pay and
    /// sync, pass the order as queried just now.
    #[tsify(optional, type = "Partial<ServiceOrder> | null | undefined")]
    pub created: Option<Created>,
    /// 上一次尝试：请求体、组装好的请求，或其 `bodyText`；重试必须原样重发。
    /// The previous attempt, which a retry must repeat: the body, the request that was built, or its `bodyText`.
    #[tsify(optional, type = "object | string | null | undefined")]
    pub previous: Option<Earlier>,
    /// 仅 `serviceOrder`：得到这个应答的创建请求，用于发现免确认订单未生效。
    /// Only for `serviceOrder`: the create request that this order is the response to, to find out if an order without
    /// confirmation did not take effect as such.
    #[tsify(optional, type = "CreateRequestBody | RequestOf<CreateRequestBody> | null | undefined")]
    pub request: Option<Json>,
    /// 仅同步收款：调用完结接口的时间。
    /// Only for sync: when the completion was called.
    #[tsify(optional, type = "TimeInput | null | undefined")]
    pub completed_at: Option<Moment>,
    /// 服务 ID 的风险金额上限，单位：分。
    /// The service ID's cap, in fen.
    #[tsify(optional, type = "number | null | undefined")]
    pub service_risk_limit: Option<u64>,
    /// 行业：付费项目的名称和字段按该行业的官方要求检查。三个行业的官方要求不许付费项目带金额，
    /// 又要求总金额等于其和，自相矛盾，因此不核对总金额，也不代为计算。
    /// The industry whose profile the payment items must follow. Three profiles forbid amounts on every item, although the total
    /// should be their sum: with those the total is neither checked nor computed.
    #[tsify(optional, type = "IndustryId | null | undefined")]
    pub industry: Option<&'static Profile>,
    /// 现在的时间，默认取时钟；`null` 表示不检查任何与当前时间有关的规则。
    /// The current time, by default the clock's. With `null` no rule about the current time is checked.
    #[tsify(optional, type = "TimeInput | null | undefined")]
    pub now: Option<Moment>,
    /// 提示语言，任何 BCP 47 标签：`zh…` 为中文，`en…` 为英文；默认 `"zh-CN"`。
    /// The language of messages, as any BCP 47 tag: `zh…` is Chinese, `en…` English. `"zh-CN"` by default.
    #[tsify(optional, type = "Locale | (string & {}) | undefined")]
    pub locale: Locale,
    #[serde(skip)]
    pub amount_unit: AmountUnit,
    /// `now` was not given, so the clock is read.
    #[serde(skip)]
    pub asks_clock: bool,
}

impl ValidateOptions {
    /// The defaults, at a time in epoch milliseconds.
    pub fn at(clock: f64) -> Self {
        ValidateOptions { now: Moment::from_epoch_ms(clock), ..ValidateOptions::default() }
    }

    /// Reads the clock, unless the caller gave a time.
    pub fn tell_time(&mut self, clock: fn() -> f64) {
        if self.asks_clock {
            self.now = Moment::from_epoch_ms(clock());
        }
    }

    /// The options for a document in wire form, whose amounts are in fen. Yuan would be misread, so they are an error.
    pub fn of_wire(self) -> Result<Self, WrongOption> {
        match self.amount_unit {
            AmountUnit::Fen => Ok(self),
            AmountUnit::Yuan => {
                wrong("amountUnit", Expected::new("\"fen\"：只有草稿可以用元", "\"fen\" here: only a draft may be in yuan"))
            }
        }
    }

    /// The created order, if there is one that can be read.
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

    /// The industry whose rules apply: profiles cover creation and completion, and a modification follows the latter.
    pub fn profile(&self) -> Option<&'static Profile> {
        let is_covered = matches!(
            self.kind,
            DocumentKind::Create
                | DocumentKind::Completion
                | DocumentKind::CompletionBody
                | DocumentKind::Modify
                | DocumentKind::ModifyBody
        );
        self.industry.filter(|_| is_covered)
    }

    /// Whether the total is payments less discounts. Three industries forbid amounts on every item, although the order model
    /// requires the total to be their sum: there the official texts contradict each other.
    pub fn total_is_the_sum(&self) -> bool {
        !self.profile().is_some_and(Profile::forbids_every_amount)
    }
}

/// The created order, as it was passed.
#[derive(Clone, Debug)]
pub enum Created {
    Order {
        record: Record<'static>,
        /// What cannot be read, among all that a rule may look at.
        unread: Vec<Unread>,
    },
    /// An object with none of an order's fields.
    NoOrder(LooksLike),
}

/// The previous request, as it was passed.
#[derive(Clone, Debug)]
pub enum Earlier {
    Body(Json),
    Unread(ValueType),
}

/// A value of the created order that cannot be read.
#[derive(Clone, Debug)]
pub struct Unread {
    pub pointer: &'static str,
    /// Text as it is, anything else by its type.
    pub received: Given,
}

/// What an object that is not an order looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LooksLike {
    /// The order seems to be in this member.
    Envelope(&'static str),
    CamelCase,
    Nothing,
}
