//! What the order's state allows, and what a retry must repeat.

use super::Case;
use super::finding::{Findings, Labelled, Pointers, rules};
use crate::model::kind::DocumentKind;
use crate::model::service_order::{Collection, ServiceOrder};
use crate::record::path::At;
use crate::record::place::{Place, Read};
use crate::values::language::Bilingual;
use crate::values::text::Given;

rules! {
    RetryDiffers { pointers: Pointers, cause: Option<Bilingual> } = "retry_differs", Warning, "C 订单重入参数校验失败",
        means "重试的请求体与上一次不同" / "A retry of an earlier request with another body",
        says "与上一次请求不同：{pointers}。重试必须原样重发上一次的请求体。[{cause}。]" / "This differs from the previous request at {pointers}. A retry must send the same body again.[ {cause}.]";
    StateNotCompletable { state: Given, state_description: Option<Given> } = "state_not_completable", Error, "S2 state",
        means "创建的订单当前状态不允许完结" / "The created order's state does not allow completing it",
        says "订单当前状态 {state}[ {state_description}] 不能完结：只有用户已确认、尚未完结的订单（DOING、USER_CONFIRM）可以完结，请先查询订单。" / "An order in state {state}[ {state_description}] cannot be completed: only one that is confirmed and not yet completed (DOING, USER_CONFIRM) can. Please query the order first.";
    StateNotAllowed { operation: Labelled, state: Given, state_description: Option<Given>, collection_state: Option<Given>, wanted: Bilingual } = "state_not_allowed", Error, "P state",
        means "订单当前状态不允许此操作" / "The order's state does not allow the operation",
        says "订单当前状态 {state}[ {state_description}][、收款 {collection_state}] 不允许{operation}：{wanted}，请先查询订单。" / "An order in state {state}[ {state_description}][, collection {collection_state}] does not allow {operation}: {wanted}. Please query the order first.";
    StateDisputed { operation: Labelled, state: Given, state_description: Option<Given>, collection_state: Option<Given>, wanted: Bilingual } = "state_disputed", Warning, "K state",
        means "有的文档允许在此状态下操作，有的拒绝，或没有说明" / "Some documents allow the operation in this state, others refuse it, or none mentions it",
        says "订单当前状态 {state}[ {state_description}][、收款 {collection_state}] 下{operation}可能被拒绝：{wanted}，以接口应答为准。" / "In state {state}[ {state_description}][, collection {collection_state}] {operation} may be refused: {wanted}. The API's answer decides.";
}

/// What the request of a kind does.
fn operation(kind: DocumentKind) -> Labelled {
    let (zh, en) = match kind {
        DocumentKind::Cancel | DocumentKind::CancelBody => ("取消订单", "cancelling it"),
        DocumentKind::Modify | DocumentKind::ModifyBody => ("修改订单金额", "modifying its amount"),
        DocumentKind::Pay | DocumentKind::PayBody => ("催收扣款", "collecting its payment again"),
        DocumentKind::Sync | DocumentKind::SyncBody => ("同步订单信息", "reporting it as paid"),
        DocumentKind::PrepaidMessage | DocumentKind::PrepaidMessageBody => ("下发预扣费消息", "a prepaid message"),
        DocumentKind::PendingMessage | DocumentKind::PendingMessageBody => ("下发费用待处理消息", "a pending message"),
        _ => ("此操作", "this operation"),
    };
    Labelled { name: kind.operation(), label: Bilingual { zh, en } }
}

/// The created order's state, as far as it is given.
struct Standing<'a> {
    state: &'a [u8],
    description: Option<&'a [u8]>,
    collection: Option<&'a [u8]>,
}

impl<'a> Standing<'a> {
    fn of(case: &Case<'a>) -> Option<Self> {
        let created: Place<'a, ServiceOrder> = case.created?;
        let collection = created.get(ServiceOrder::collection).get(Collection::state).value();
        let description = match created.get(ServiceOrder::state_description).read() {
            // Only a completed order has a collection.
            Read::Absent => collection.map(|_| &b"MCH_COMPLETE"[..]),
            given => given.value(),
        };
        Some(Standing { state: created.get(ServiceOrder::state).value()?, description, collection })
    }

    fn is_completed(&self) -> bool {
        self.description == Some(b"MCH_COMPLETE")
    }

    /// A missing or unknown state_description is not held against the order.
    fn may_be_paying(&self) -> bool {
        self.state == b"DOING" && self.description != Some(b"USER_CONFIRM") && self.collection != Some(b"USER_PAID")
    }

    fn may_be_confirmed(&self) -> bool {
        self.state == b"DOING" && !self.is_completed()
    }

    fn not_allowed(self, case: &Case, wanted: Bilingual) -> StateNotAllowed {
        let (state, state_description, collection_state) = self.into_given();
        StateNotAllowed { operation: operation(case.options.kind), state, state_description, collection_state, wanted }
    }

    fn disputed(self, case: &Case, wanted: Bilingual) -> StateDisputed {
        let (state, state_description, collection_state) = self.into_given();
        StateDisputed { operation: operation(case.options.kind), state, state_description, collection_state, wanted }
    }

    fn into_given(self) -> (Given, Option<Given>, Option<Given>) {
        let given = |text: &[u8]| Given(text.to_vec());
        (given(self.state), self.description.map(given), self.collection.map(given))
    }
}

const END_OF_NOW: Bilingual = Bilingual {
    zh: "结束时间多半取了当前时间，请沿用上一次的",
    en: "The end time was most likely “now”: please keep the previous one",
};

pub fn retry_differs(case: &Case, findings: &mut Findings) {
    if let Some(pointers) = case.retry
        && !pointers.is_empty()
    {
        let is_end_time = |pointer: &Given| pointer.0 == b"/time_range/end_time";
        let cause = if pointers.iter().any(is_end_time) { Some(END_OF_NOW) } else { None };
        findings.push(At::DOCUMENT, RetryDiffers { pointers: Pointers(pointers.to_vec()), cause });
    }
}

pub fn state_not_completable(case: &Case, findings: &mut Findings) {
    let Some(standing) = Standing::of(case) else { return };
    let is_completable = standing.may_be_confirmed() || standing.state == b"DOING" && case.is_identical_retry();
    if !is_completable {
        let (state, state_description, _) = standing.into_given();
        findings.push(At::DOCUMENT, StateNotCompletable { state, state_description });
    }
}

/// Certainly allowed before the completion; disputed after it.
pub fn cancellation(case: &Case, findings: &mut Findings) {
    const WANTED: Bilingual =
        Bilingual { zh: "只有尚未完结的订单可以取消", en: "only an order that is not yet completed can be cancelled" };
    const DISPUTED: Bilingual = Bilingual {
        zh: "官方文档允许取消已完结、待收款的订单，但有商户反馈被拒绝",
        en: "official pages allow cancelling a completed order that is not yet paid, but merchants report refusals",
    };
    let Some(standing) = Standing::of(case) else { return };
    let is_paid = standing.is_completed() && standing.collection == Some(b"USER_PAID");
    match standing.state {
        b"CREATED" => {}
        b"REVOKED" if case.is_identical_retry() => {}
        b"DOING" if is_paid => findings.push(At::DOCUMENT, standing.not_allowed(case, WANTED)),
        b"DOING" if standing.is_completed() => findings.push(At::DOCUMENT, standing.disputed(case, DISPUTED)),
        b"DOING" => {}
        _ => findings.push(At::DOCUMENT, standing.not_allowed(case, WANTED)),
    }
}

/// Modifying, collecting and reporting as paid need an order that is completed and still to be paid.
pub fn collection_under_way(case: &Case, findings: &mut Findings) {
    const WANTED: Bilingual = Bilingual {
        zh: "只有已完结、待支付的订单（DOING、MCH_COMPLETE、USER_PAYING）可以",
        en: "only a completed order that awaits payment (DOING, MCH_COMPLETE, USER_PAYING) does",
    };
    if let Some(standing) = Standing::of(case)
        && !standing.may_be_paying()
    {
        findings.push(At::DOCUMENT, standing.not_allowed(case, WANTED));
    }
}

pub fn prepaid_message(case: &Case, findings: &mut Findings) {
    const WANTED: Bilingual = Bilingual {
        zh: "只有用户已确认、尚未完结的订单（DOING、USER_CONFIRM）可以",
        en: "only one that is confirmed and not yet completed (DOING, USER_CONFIRM) does",
    };
    if let Some(standing) = Standing::of(case)
        && !standing.may_be_confirmed()
    {
        findings.push(At::DOCUMENT, standing.not_allowed(case, WANTED));
    }
}

/// No document says in which state this message may be sent.
pub fn pending_message(case: &Case, findings: &mut Findings) {
    const WANTED: Bilingual = Bilingual {
        zh: "没有公开文档说明此消息可在什么状态下发送",
        en: "no public document says in which state this message may be sent",
    };
    if let Some(standing) = Standing::of(case)
        && !standing.may_be_confirmed()
    {
        findings.push(At::DOCUMENT, standing.disputed(case, WANTED));
    }
}
