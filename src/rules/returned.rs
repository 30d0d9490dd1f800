//! A returned order: its state, its number and its total.

use super::finding::{Fen, Findings, rules};
use super::{Case, money};
use crate::input::value::Json;
use crate::model::service_order::{Collection, ServiceOrder};
use crate::values::text::{self, Given};

rules! {
    StateCollectionConflict { state: Given, collection_state: Given } = "state_collection_conflict", Error, "S2 state",
        means "订单状态与收款状态矛盾：已完成（DONE）的收款应为已支付（USER_PAID），反之亦然" / "State and collection contradict each other: a collection is USER_PAID exactly when the order is DONE",
        says "{field}为 {state}，收款状态却是 {collection_state}：已支付（USER_PAID）的订单应为 DONE，DONE 订单的收款应为已支付。请重新查询订单，以结果为准，勿重复收款。" / "The {field} is {state} but the collection is {collection_state}: a paid order (USER_PAID) is DONE, and a DONE order's collection is paid. Please query the order again before collecting anything.";
    UnexpectedStateDescription { state: Given } = "unexpected_state_description", Error, "S2 state_description",
        means "订单不在进行中（DOING），却有状态说明" / "A state description though the order is not DOING",
        says "{field}只在订单进行中（DOING）时返回，而订单状态为 {state}，请重新查询订单。" / "The {field} is returned only while an order is DOING, but the state is {state}: please query the order again.";
    RevokedTotalNotZero { received: Fen } = "revoked_total_not_zero", Error, "S1 total_amount",
        means "订单已取消（REVOKED），总金额却不为 0" / "A cancelled order (REVOKED) whose total is not 0",
        says "订单已取消（REVOKED），{field}应为 0，当前为 {received}；请重新查询订单，确认没有收款。" / "The order is cancelled (REVOKED), so its {field} must be 0; it is {received}. Please query the order again and make sure that nothing was collected.";
    ConfirmationExpected {} = "confirmation_expected", Warning, "O state",
        means "免确认创建的应答却是 CREATED：订单没有按免确认生效" / "An order created without confirmation came back CREATED: it did not take effect as such",
        says "创建时 need_user_confirm 为 false，{field}却是 CREATED：订单没有按免确认生效，通常是字段名写错或服务 ID 没有免确认权限；请核对后重新创建。" / "need_user_confirm was false but the {field} is CREATED: the order did not take effect without confirmation, usually because of a misspelt key or a service ID that lacks the permission. Please check, and create the order again.";
    OrderIdFormat {} = "order_id_format", Warning, "S2 order_id",
        means "微信支付服务订单号应为 31 位数字，以 1000000000 开头" / "WeChat Pay's order number is 31 digits that begin with 1000000000",
        says "{field}应为 31 位数字，以 1000000000 开头，请核对是否填错或被截断。" / "The {field} is 31 digits that begin with 1000000000: please check whether it was mistyped or cut off.";
}

pub fn state_collection_conflict(case: &Case, findings: &mut Findings) {
    let place = case.returned().get(ServiceOrder::state);
    let collection_state = case.returned().get(ServiceOrder::collection).get(Collection::state);
    if let (Some(state), Some(collection_state)) = (place.value(), collection_state.value())
        && (state == b"DONE") != (collection_state == b"USER_PAID")
    {
        let [state, collection_state] = [state, collection_state].map(|text| Given(text.to_vec()));
        findings.push(place.at, StateCollectionConflict { state, collection_state });
    }
}

pub fn unexpected_state_description(case: &Case, findings: &mut Findings) {
    let description = case.returned().get(ServiceOrder::state_description);
    if let (Some(state), Some(_)) = (case.returned().get(ServiceOrder::state).value(), description.value())
        && state != b"DOING"
    {
        findings.push(description.at, UnexpectedStateDescription { state: Given(state.to_vec()) });
    }
}

/// The sum rule, where there is something to compare: a cancelled order keeps its items while its total is 0.
pub fn total(case: &Case, findings: &mut Findings) {
    let has_total = case.order.total().value().is_some();
    if has_total && !is_revoked(case) && money::Sum::of_payments(case.order).is_carried {
        money::total(case, findings);
    }
}

pub fn revoked_total_not_zero(case: &Case, findings: &mut Findings) {
    let total = case.order.total();
    if let Some(received) = total.value()
        && received != 0
        && is_revoked(case)
    {
        findings.push(total.at, RevokedTotalNotZero { received: Fen(received.into()) });
    }
}

fn is_revoked(case: &Case) -> bool {
    case.returned().get(ServiceOrder::state).value() == Some(b"REVOKED")
}

pub fn confirmation_expected(case: &Case, findings: &mut Findings) {
    let state = case.returned().get(ServiceOrder::state);
    // Sent in camelCase, the field was ignored, and the order waits for the user all the same.
    let is_false = |request: &Json, name: &str| matches!(request.member(name), Some(Json::Bool(false)));
    let skipped =
        case.options.request.as_ref().is_some_and(|request| is_false(request, "need_user_confirm") || is_false(request, "needUserConfirm"));
    if skipped && state.value() == Some(b"CREATED") {
        findings.push(state.at, ConfirmationExpected {});
    }
}

pub fn order_id_format(case: &Case, findings: &mut Findings) {
    let order_id = case.returned().get(ServiceOrder::order_id);
    if let Some(text) = order_id.value() {
        let is_usual = text.len() == 31 && text::is_digits(text) && text.starts_with(b"1000000000");
        if !is_usual {
            findings.push(order_id.at, OrderIdFormat {});
        }
    }
}
