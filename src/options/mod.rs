//! What a caller may ask for beside the document.

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
    /// What holds where a caller says nothing, at a time in epoch milliseconds.
    pub fn at(clock: f64) -> Self {
        ValidateOptions { now: Moment::from_epoch_ms(clock), ..ValidateOptions::default() }
    }

    /// Takes the time from the clock, unless the caller has told it.
    pub fn tell_time(&mut self, clock: fn() -> f64) {
        if self.asks_clock {
            self.now = Moment::from_epoch_ms(clock());
        }
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

/// An earlier try, as it was handed over.
#[derive(Clone, Debug)]
pub enum Earlier {
    Body(Json),
    Unread(ValueType),
}

/// What stands where the created order cannot be read.
#[derive(Clone, Debug)]
pub struct Unread {
    pub pointer: &'static str,
    /// A text as it is, of anything else its type.
    pub received: Given,
}

/// In what an object that is no order looks like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LooksLike {
    /// The order seems to lie in this member.
    Envelope(&'static str),
    CamelCase,
    Nothing,
}
