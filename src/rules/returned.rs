//! An order that came back: its state, its number, and the total as it then stands.

use super::{Case, money};
use crate::fields::SERVICE_ORDER;
use crate::finding::{Findings, Param, rules};
use crate::order::Read;
use crate::text;

rules! {
    STATE_COLLECTION_CONFLICT = "state_collection_conflict", Error, "S2 state", { state: Text, collection_state: Text },
        means "订单状态与收款状态矛盾：已完成（DONE）的收款应为已支付（USER_PAID），反之亦然" / "State and collection contradict each other: a collection is USER_PAID exactly when the order is DONE",
        says "{field}为 {state}，收款状态却是 {collection_state}：已支付（USER_PAID）的订单应为 DONE，DONE 订单的收款应为已支付。请重新查询订单，以结果为准，勿重复收款。" / "The {field} is {state} but the collection is {collection_state}: a paid order (USER_PAID) is DONE, and a DONE order's collection is paid. Please query the order again before collecting anything.";
    UNEXPECTED_STATE_DESCRIPTION = "unexpected_state_description", Error, "S2 state_description", { state: Text },
        means "订单不在进行中（DOING），却有状态说明" / "A state description though the order is not DOING",
        says "{field}只在订单进行中（DOING）时返回，而订单状态为 {state}，请重新查询订单。" / "The {field} is there only while an order is DOING, but the state is {state}: please query the order again.";
    REVOKED_TOTAL_NOT_ZERO = "revoked_total_not_zero", Error, "S1 total_amount", { received: Fen },
        means "订单已取消（REVOKED），总金额却不为 0" / "A cancelled order (REVOKED) whose total is not 0",
        says "订单已取消（REVOKED），{field}应为 0，当前为 {received}；请重新查询订单，确认没有收款。" / "The order is cancelled (REVOKED), so its {field} must be 0; it is {received}. Please query the order again and make sure that nothing was collected.";
    ORDER_ID_FORMAT = "order_id_format", Warning, "S2 order_id", {},
        means "微信支付服务订单号应为 31 位数字，以 1000000000 开头" / "WeChat Pay's order number is 31 digits that begin with 1000000000",
        says "{field}应为 31 位数字，以 1000000000 开头，请核对是否填错或被截断。" / "The {field} is 31 digits that begin with 1000000000: please check whether it was mistaken or cut off.";
}

pub fn state_collection_conflict(case: &Case, findings: &mut Findings) {
    let place = case.order.state();
    if let (Read::Is(state), Read::Is(collection_state)) = (place.text(), case.order.collection_state().text())
        && (state == b"DONE") != (collection_state == b"USER_PAID")
    {
        let params = [state, collection_state].map(|text| Param::Text(text.to_vec()));
        findings.push(&STATE_COLLECTION_CONFLICT, place.at, &params);
    }
}

pub fn unexpected_state_description(case: &Case, findings: &mut Findings) {
    let description = case.order.state_description();
    if let (Read::Is(state), Read::Is(_)) = (case.order.state().text(), description.text())
        && state != b"DOING"
    {
        findings.push(&UNEXPECTED_STATE_DESCRIPTION, description.at, &[Param::Text(state.to_vec())]);
    }
}

/// The sum rule, where there is something to compare: a cancelled order keeps its items while its total is 0.
pub fn total(case: &Case, findings: &mut Findings) {
    let has_total = case.order.total().integer().value().is_some();
    if has_total && !is_revoked(case) && money::Sum::of_payments(case.order).is_carried {
        money::total(case, findings);
    }
}

pub fn revoked_total_not_zero(case: &Case, findings: &mut Findings) {
    let total = case.order.total();
    if let Read::Is(received) = total.integer()
        && received != 0
        && is_revoked(case)
    {
        findings.push(&REVOKED_TOTAL_NOT_ZERO, total.at, &[Param::Fen(received)]);
    }
}

fn is_revoked(case: &Case) -> bool {
    case.order.state().text() == Read::Is(b"REVOKED")
}

pub fn order_id_format(case: &Case, findings: &mut Findings) {
    const ORDER_ID: usize = SERVICE_ORDER.row("order_id");
    let order_id = case.order.field(ORDER_ID);
    if let Read::Is(text) = order_id.text() {
        let is_usual = text.len() == 31 && text::is_digits(text) && text.starts_with(b"1000000000");
        if !is_usual {
            findings.push(&ORDER_ID_FORMAT, order_id.at, &[]);
        }
    }
}
