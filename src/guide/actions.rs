//! The life of an order: which state it is in, and what the merchant may do with it there.
//!
//! `STANDINGS` lists every state that an order can be in, `STEPS` what a merchant's calls do in each.
//! A call that is not among the steps is refused; its state and its operation give the reason.

use serde::Serialize;
use tsify::Tsify;

use super::explain::DEDUCTING;
use crate::model::service_order::{Collection, RiskFund, ServiceOrder};
use crate::model::table::Word;
use crate::record::Record;
use crate::record::place::{Place, Read};
use crate::rules::finding::OwnWord;
use crate::rules::money::waives_a_deposit;
use crate::rules::value;
use crate::values::language::{Bilingual, Words};
use crate::values::named::{Named, named};

named! {
    /// 商户可对订单执行的操作：完结、取消、修改金额、催收、同步、预扣费消息、费用待处理消息、退款。
    /// What a merchant may do with an order.
    pub enum Operation {
        Complete = "complete",
        Cancel = "cancel",
        /// 修改金额
        Modify = "modify",
        /// 催收
        Pay = "pay",
        /// 同步服务订单信息, Order_Paid
        Sync = "sync",
        /// 预扣费消息
        PrepaidMessage = "prepaidMessage",
        /// 费用待处理消息
        PendingMessage = "pendingMessage",
        Refund = "refund",
    }
}

impl Operation {
    /// The function of the package that composes its request.
    fn builder(self) -> Option<OwnWord> {
        let name = match self {
            Operation::Complete => "buildCompleteRequest",
            Operation::Cancel => "buildCancelRequest",
            Operation::Modify => "buildModifyRequest",
            Operation::Pay => "buildPayRequest",
            Operation::Sync => "buildSyncRequest",
            Operation::PrepaidMessage => "buildPrepaidMessageRequest",
            Operation::PendingMessage => "buildPendingMessageRequest",
            Operation::Refund => return None,
        };
        Some(OwnWord(name))
    }

    /// Which orders it is for.
    fn requirement(self) -> Bilingual {
        match self {
            Operation::Complete => said(
                "只有用户已确认、尚未完结的订单（DOING、USER_CONFIRM）可以完结。",
                "Only an order that is confirmed and not yet completed (DOING, USER_CONFIRM) can be completed.",
            ),
            Operation::Cancel => said(
                "只有尚未完结的订单（CREATED，或 DOING、USER_CONFIRM）可以取消。",
                "Only an order that is not yet completed (CREATED, or DOING, USER_CONFIRM) can be cancelled.",
            ),
            Operation::Modify | Operation::Pay | Operation::Sync => said(
                "只有已完结、等待收款的订单（DOING、MCH_COMPLETE、USER_PAYING）可以修改金额、催收或同步收款结果。",
                "Only a completed order that awaits payment (DOING, MCH_COMPLETE, USER_PAYING) can have its amount modified, its payment collected again or a payment reported.",
            ),
            Operation::PrepaidMessage | Operation::PendingMessage => said(
                "只有用户已确认、尚未完结的订单（DOING、USER_CONFIRM）可以下发费用消息。",
                "Only for an order that is confirmed and not yet completed (DOING, USER_CONFIRM) can the user be told what will be deducted.",
            ),
            Operation::Refund => {
                said("只有已收款的订单（DONE、USER_PAID）可以退款。", "Only a paid order (DONE, USER_PAID) can be refunded.")
            }
        }
    }
}

named! {
    /// `disputed`：文档允许，但有商户反馈被拒绝。
    /// `disputed`: documented as allowed, but merchants report refusals.
    pub enum Verdict {
        Allowed = "allowed",
        Disputed = "disputed",
        Refused = "refused",
    }
}

/// 订单状态由三部分组成；没有或无法识别的部分为 null。
/// The three parts of an order's state; null where a part is absent or unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct OrderState {
    #[tsify(type = "ServiceOrder[\"state\"] | null")]
    pub state: Option<OwnWord>,
    #[tsify(type = "NonNullable<ServiceOrder[\"state_description\"]> | null")]
    pub state_description: Option<OwnWord>,
    /// `collection.state`
    #[tsify(type = "Collection[\"state\"] | null")]
    pub collection_state: Option<OwnWord>,
}

named! {
    /// 到达该状态的条件：完结时总金额大于 0 或等于 0。
    /// The condition for reaching a state: a total above 0, or of 0.
    pub enum Condition {
        TotalAboveZero = "totalAboveZero",
        TotalZero = "totalZero",
    }
}

/// 操作成功后的状态。
/// The state an operation leads to.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
pub struct NextState {
    #[tsify(type = "ServiceOrder[\"state\"] | null")]
    pub state: Option<OwnWord>,
    #[tsify(type = "NonNullable<ServiceOrder[\"state_description\"]> | null")]
    pub state_description: Option<OwnWord>,
    /// `collection.state`
    #[tsify(type = "Collection[\"state\"] | null")]
    pub collection_state: Option<OwnWord>,
    /// 仅在此条件下；null 为总是。
    /// Only on this condition; null: always.
    #[tsify(type = "Condition | null")]
    pub when: Option<Condition>,
}

impl NextState {
    const fn of(standing: &Standing, when: Option<Condition>) -> Self {
        let OrderState { state, state_description, collection_state } = standing.state;
        NextState { state, state_description, collection_state, when }
    }
}

const fn to(standing: &Standing) -> NextState {
    NextState::of(standing, None)
}

const fn to_when(standing: &Standing, condition: Condition) -> NextState {
    NextState::of(standing, Some(condition))
}

/// One of the states that an order can be in.
struct Standing {
    state: OrderState,
    is_final: bool,
    says: Bilingual,
}

const fn standing(state: &'static str, description: Option<&'static str>, collection: Option<&'static str>) -> Standing {
    let state_description = match description {
        Some(word) => Some(OwnWord(word)),
        None => None,
    };
    let collection_state = match collection {
        Some(word) => Some(OwnWord(word)),
        None => None,
    };
    Standing { state: OrderState { state: Some(OwnWord(state)), state_description, collection_state }, is_final: false, says: said("", "") }
}

impl Standing {
    const fn says(self, zh: &'static str, en: &'static str) -> Self {
        Standing { says: said(zh, en), ..self }
    }

    const fn finally(self) -> Self {
        Standing { is_final: true, ..self }
    }
}

static CREATED: Standing = standing("CREATED", None, None).says("用户尚未确认订单。", "The user has not confirmed the order yet.");
static CONFIRMED: Standing =
    standing("DOING", Some("USER_CONFIRM"), None).says("订单已确认，尚未完结。", "The order is confirmed and not completed yet.");
static PAYING: Standing = standing("DOING", Some("MCH_COMPLETE"), Some("USER_PAYING"))
    .says("订单已完结，等待收款。", "The order is completed and awaits payment.");
static DONE_UNPAID: Standing = standing("DONE", None, None).finally().says(
    "订单已完成（终态），没有收款信息（总金额为 0 时不收款）。",
    "The order is done (final) without a collection; a total of 0 has none.",
);
static PAID: Standing =
    standing("DONE", None, Some("USER_PAID")).finally().says("订单已完成并收款（终态）。", "The order is done and paid (final).");
static REVOKED: Standing = standing("REVOKED", None, None).finally().says("订单已取消（终态）。", "The order is cancelled (final).");
static EXPIRED: Standing = standing("EXPIRED", None, None)
    .finally()
    .says("订单超过 30 天未确认，已失效（终态）。", "The order was not confirmed within 30 days and has expired (final).");

/// The first one that agrees with what an order says is its state.
static STANDINGS: [&Standing; 7] = [&CREATED, &CONFIRMED, &PAYING, &DONE_UNPAID, &PAID, &REVOKED, &EXPIRED];

struct Step {
    from: &'static Standing,
    operation: Operation,
    verdict: Verdict,
    to: &'static [NextState],
    says: &'static [Bilingual],
}

static STEPS: [Step; 13] = [
    Step { from: &CREATED, operation: Operation::PendingMessage, verdict: Verdict::Disputed, to: &[to(&CREATED)], says: &[UNDOCUMENTED] },
    Step { from: &PAYING, operation: Operation::PendingMessage, verdict: Verdict::Disputed, to: &[to(&PAYING)], says: &[UNDOCUMENTED] },
    Step { from: &CONFIRMED, operation: Operation::PendingMessage, verdict: Verdict::Allowed, to: &[to(&CONFIRMED)], says: &[ONCE] },
    Step {
        from: &CONFIRMED,
        operation: Operation::PrepaidMessage,
        verdict: Verdict::Allowed,
        to: &[to(&CONFIRMED)],
        says: &[
            said(
                "可以告知用户将扣多少费用，扣费日期至少在 7 天之后；状态不变。",
                "The user can be told what will be deducted, at least 7 days ahead; the state stays the same.",
            ),
            ONCE,
        ],
    },
    Step { from: &CREATED, operation: Operation::Cancel, verdict: Verdict::Allowed, to: &[to(&REVOKED)], says: &[CANCELLING] },
    Step { from: &CONFIRMED, operation: Operation::Cancel, verdict: Verdict::Allowed, to: &[to(&REVOKED)], says: &[CANCELLING] },
    Step {
        from: &CONFIRMED,
        operation: Operation::Complete,
        verdict: Verdict::Allowed,
        to: &[to_when(&PAYING, Condition::TotalAboveZero), to_when(&DONE_UNPAID, Condition::TotalZero)],
        says: &[said(
            "可以完结：总金额大于 0 时开始收款，等于 0 时直接完成、不收款。",
            "It can be completed: with a total above 0 the collection starts; with a total of 0 the order is done at once.",
        )],
    },
    Step {
        from: &PAYING,
        operation: Operation::Complete,
        verdict: Verdict::Refused,
        to: &[],
        says: &[said(
            "订单已完结，不能再次完结；没有收到应答的完结请求可以原样重发。",
            "The order is completed already and cannot be completed again; a completion that got no answer may be sent again unchanged.",
        )],
    },
    Step {
        from: &PAYING,
        operation: Operation::Modify,
        verdict: Verdict::Allowed,
        to: &[to(&PAYING)],
        says: &[said("可以修改总金额，只能改得更低。", "The total can be modified, but only lowered."), DEDUCTING],
    },
    Step {
        from: &PAYING,
        operation: Operation::Pay,
        verdict: Verdict::Allowed,
        to: &[to(&PAYING)],
        says: &[said(
            "可以催收；状态不变，直到扣款成功或用户付款。",
            "The payment can be collected again; the state stays the same until the deduction succeeds or the user pays.",
        )],
    },
    Step {
        from: &PAYING,
        operation: Operation::Sync,
        verdict: Verdict::Allowed,
        to: &[to(&PAID)],
        says: &[
            said(
                "用户已通过其他渠道付款时，可以同步收款结果（Order_Paid），收款渠道记为 MCH。",
                "Once the user has paid another way, the payment can be reported (Order_Paid); its channel is then MCH.",
            ),
            DEDUCTING,
        ],
    },
    Step {
        from: &PAYING,
        operation: Operation::Cancel,
        verdict: Verdict::Disputed,
        to: &[to(&REVOKED)],
        says: &[
            said(
                "文档允许取消，但有商户反馈被拒绝，以接口应答为准。",
                "Cancelling is documented as allowed, but merchants report refusals: the API's answer decides.",
            ),
            DEDUCTING,
        ],
    },
    Step {
        from: &PAID,
        operation: Operation::Refund,
        verdict: Verdict::Allowed,
        to: &[],
        says: &[said(
            "可以退款：用收款明细里的 transaction_id 调用退款接口，订单状态不变；通过其他渠道（MCH）收的款，请在原渠道退。",
            "It can be refunded by the transaction_id of its collection details, which leaves the order's state unchanged; what was paid another way (MCH) is refunded that way.",
        )],
    },
];

const ONCE: Bilingual = said("每笔订单最多下发一次。", "It can be sent at most once per order.");
const UNDOCUMENTED: Bilingual = said(
    "没有公开文档说明此消息可在什么状态下发送，以接口应答为准；每笔订单最多下发一次。",
    "No public document says in which state this message may be sent: the API's answer decides. It can be sent at most once per order.",
);
const DEPOSIT_PAID: Bilingual = said(
    "先免的订单里，用户未通过评估、已付押金的不能修改金额；订单上看不出是否付过，以接口应答为准。",
    "An order with a deposit cannot be modified if its user failed the assessment and paid the deposit; the order does not show whether that is so, so the API's answer decides.",
);
const CANCELLING: Bilingual =
    said("可以取消；取消后不能恢复，也不会收款。", "It can be cancelled, which cannot be undone; nothing will be collected.");
const UNKNOWN: Bilingual = said(
    "无法判断订单的状态，请重新查询订单。缺少或不认识：",
    "The order's state cannot be determined: please query the order again. Missing or unknown: ",
);
const IMPOSSIBLE: Bilingual = said(
    "订单的状态自相矛盾，请重新查询订单。不相符：",
    "The order's state contradicts itself: please query the order again. In conflict: ",
);

const fn said(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
}

named! {
    /// 订单状态的一部分。
    /// A part of an order's state.
    pub enum StatePart {
        State = "state",
        StateDescription = "state_description",
        CollectionState = "collection.state",
    }
}

/// 订单现在的状态，以及可以做什么。
/// An order's current state, and what may be done with it now.
#[derive(Debug, Serialize, Tsify)]
pub struct NextActions {
    /// 读到的状态。
    /// The state as the order gives it.
    pub current: OrderState,
    /// 是否为终态。
    /// Whether the state is final.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// 缺少、无法识别或与其他部分矛盾的部分；不为空时所有操作都是 `refused`。
    /// The parts that are missing, unknown, or in conflict with the others. If there are any, every operation is `refused`.
    pub misfits: Vec<StatePart>,
    /// 每种操作一项，顺序固定。
    /// One entry per operation, always in the same order.
    pub actions: Vec<NextAction>,
}

/// 一种操作现在能否执行。
/// Whether an operation is possible now.
#[derive(Debug, Serialize, Tsify)]
pub struct NextAction {
    pub operation: Operation,
    pub verdict: Verdict,
    /// 组装该请求的函数名；退款不是支付分接口，为 null。
    /// The function that builds its request; null for a refund, which is not a payscore call.
    #[tsify(type = "string | null")]
    pub builder: Option<OwnWord>,
    pub reason: Words,
    /// 操作成功后的状态，可能视条件有多个；被拒绝或状态不变动的（退款）为空。
    /// The states it leads to, where there are several depending on their condition; empty if it is refused, or does not change
    /// the state (a refund).
    #[serde(rename = "leadsTo")]
    #[tsify(type = "NextState[]")]
    pub leads_to: &'static [NextState],
}

/// Reads an order's state, and what may be done with it there.
pub fn next_actions(order: Record) -> NextActions {
    let (record, _) = value::settled(order);
    let order = Place::<ServiceOrder>::document(&record);
    let given = Given {
        state: given(order.get(ServiceOrder::state), |at| at.state),
        state_description: given(order.get(ServiceOrder::state_description), |at| at.state_description),
        collection_state: given(order.get(ServiceOrder::collection).get(Collection::state), |at| at.collection_state),
    };
    let has_deposit = order.get(ServiceOrder::risk_fund).get(RiskFund::name).value().is_some_and(waives_a_deposit);
    let current = given.current();
    let unknown = given.unknown();
    let (misfits, trouble) = if unknown.is_empty() { (current.contradictions(), IMPOSSIBLE) } else { (unknown, UNKNOWN) };
    let standing = STANDINGS.into_iter().find(|standing| misfits.is_empty() && current.may_be(standing.state));
    let mut actions = Vec::new();
    for operation in Operation::ALL.iter().copied() {
        actions.push(match standing {
            Some(standing) => at(standing, operation, has_deposit),
            None => refused(operation, &[trouble], &misfits),
        });
    }
    NextActions { current, is_final: standing.is_some_and(|standing| standing.is_final), misfits, actions }
}

fn at(standing: &'static Standing, operation: Operation, has_deposit: bool) -> NextAction {
    let step = STEPS.iter().find(|step| std::ptr::eq(step.from, standing) && step.operation == operation);
    let builder = operation.builder();
    match step {
        Some(step) if has_deposit && operation == Operation::Modify => {
            let says = [step.says, &[DEPOSIT_PAID]].concat();
            NextAction { operation, verdict: Verdict::Disputed, builder, reason: reason(&says, &[]), leads_to: step.to }
        }
        Some(step) => NextAction { operation, verdict: step.verdict, builder, reason: reason(step.says, &[]), leads_to: step.to },
        None => refused(operation, &[standing.says, operation.requirement()], &[]),
    }
}

fn refused(operation: Operation, says: &[Bilingual], parts: &[StatePart]) -> NextAction {
    NextAction { operation, verdict: Verdict::Refused, builder: operation.builder(), reason: reason(says, parts), leads_to: &[] }
}

fn reason(says: &[Bilingual], parts: &[StatePart]) -> Words {
    let mut reason = Words::default();
    for sentence in says {
        if !reason.en.is_empty() {
            reason.en.push(' ');
        }
        reason.say(*sentence);
    }
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            reason.say(said("、", ", "));
        }
        let name = part.name();
        reason.say(said(name, name));
    }
    reason
}

/// What an order says of its state.
struct Given {
    state: Read<OwnWord>,
    state_description: Read<OwnWord>,
    collection_state: Read<OwnWord>,
}

/// One part of an order's state, in the words of `STANDINGS`.
fn given(place: Place<Word>, part: fn(&OrderState) -> Option<OwnWord>) -> Read<OwnWord> {
    match place.read() {
        Read::Absent => Read::Absent,
        Read::Malformed => Read::Malformed,
        Read::Is(text) => STANDINGS
            .iter()
            .filter_map(|standing| part(&standing.state))
            .find(|word| word.0.as_bytes() == text)
            .map_or(Read::Malformed, Read::Is),
    }
}

impl Given {
    fn current(&self) -> OrderState {
        OrderState {
            state: self.state.value(),
            state_description: self.state_description.value(),
            collection_state: self.collection_state.value(),
        }
    }

    fn unknown(&self) -> Vec<StatePart> {
        which([self.state.value().is_none(), self.state_description == Read::Malformed, self.collection_state == Read::Malformed])
    }
}

impl OrderState {
    /// An absent part contradicts nothing: description and collection are optional, and in 2020 orders had no collection.
    fn may_be(self, other: OrderState) -> bool {
        let may_be = |one: Option<OwnWord>, other: Option<OwnWord>| one.is_none() || one == other;
        may_be(self.state, other.state)
            && may_be(self.state_description, other.state_description)
            && may_be(self.collection_state, other.collection_state)
    }

    /// Only a running order has a description, only a done one is `USER_PAID`, and only a completed one has a collection.
    fn contradictions(self) -> Vec<StatePart> {
        let is = |part: Option<OwnWord>, word| part == Some(OwnWord(word));
        let is_done = is(self.state, "DONE");
        let is_completed = is_done || is(self.state, "DOING") && !is(self.state_description, "USER_CONFIRM");
        which([
            self.collection_state.is_some() && is(self.collection_state, "USER_PAID") != is_done,
            self.state_description.is_some() && !is(self.state, "DOING"),
            self.collection_state.is_some() && !is_completed,
        ])
    }
}

fn which(parts: [bool; 3]) -> Vec<StatePart> {
    let named = [StatePart::State, StatePart::StateDescription, StatePart::CollectionState];
    named.into_iter().zip(parts).filter(|(_, is_meant)| *is_meant).map(|(part, _)| part).collect()
}
