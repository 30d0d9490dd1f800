//! What the order's state allows, and what a retry must repeat.

use super::Case;
use super::finding::{Findings, Pointers, rules};
use crate::model::service_order::{Collection, ServiceOrder};
use crate::record::path::At;
use crate::values::text::Given;

rules! {
    RetryDiffers { pointers: Pointers } = "retry_differs", Warning, "C 订单重入参数校验失败",
        means "重试的请求体与上一次不同" / "A retry of an earlier request with another body",
        says "与上一次请求不同：{pointers}。重试必须原样重发上一次的请求体，常见原因是结束时间取了当前时间。" / "This differs from the previous request at {pointers}. A retry must send the same body again; an end time of “now” is the commonest cause.";
    StateNotCompletable { state: Given, state_description: Option<Given> } = "state_not_completable", Error, "S2 state",
        means "创建的订单当前状态不允许完结" / "The created order's state does not allow completing it",
        says "订单当前状态 {state}[ {state_description}] 不能完结：只有用户已确认、尚未完结的订单（DOING、USER_CONFIRM）可以完结，请先查询订单。" / "An order in state {state}[ {state_description}] cannot be completed: only one the user confirmed and nobody completed (DOING, USER_CONFIRM) can. Please query the order first.";
    StateNotAllowed { operation: &'static str, state: Given, state_description: Option<Given>, collection_state: Option<Given> } = "state_not_allowed", Error, "P state",
        means "订单当前状态不允许此操作" / "The order's state does not allow the operation",
        says "订单当前状态 {state}[ {state_description}][、{collection_state}] 不允许此操作，请先查询订单，再按其状态处理。" / "An order in state {state}[ {state_description}][, {collection_state}] does not allow this operation: please query the order first and act on its state.";
}

pub fn retry_differs(case: &Case, findings: &mut Findings) {
    if let Some(pointers) = case.retry
        && !pointers.is_empty()
    {
        findings.push(At::DOCUMENT, RetryDiffers { pointers: Pointers(pointers.to_vec()) });
    }
}

pub fn state_not_completable(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    let Some(state) = created.get(ServiceOrder::state).value() else { return };
    // An unknown state_description reads as none.
    let description = created.get(ServiceOrder::state_description).value();
    let is_completable = match (state, description) {
        (b"DOING", None | Some(b"USER_CONFIRM")) => true,
        (b"DOING", Some(b"MCH_COMPLETE")) => case.is_identical_retry(),
        _ => false,
    };
    if !is_completable {
        let state_description = description.map(|text| Given(text.to_vec()));
        findings.push(At::DOCUMENT, StateNotCompletable { state: Given(state.to_vec()), state_description });
    }
}

/// A modification lowers what a completed order still collects.
pub fn modification_not_allowed(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    let Some(state) = created.get(ServiceOrder::state).value() else { return };
    let description = created.get(ServiceOrder::state_description).value();
    let collection = created.get(ServiceOrder::collection).get(Collection::state).value();
    let is_allowed = state == b"DOING" && description != Some(b"USER_CONFIRM") && collection != Some(b"USER_PAID");
    if !is_allowed {
        let given = |text: &[u8]| Given(text.to_vec());
        findings.push(
            At::DOCUMENT,
            StateNotAllowed {
                operation: "modify",
                state: given(state),
                state_description: description.map(given),
                collection_state: collection.map(given),
            },
        );
    }
}
