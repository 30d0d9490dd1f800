//! What the order's state allows, and what a retry must repeat.

use super::Case;
use super::finding::{Findings, Pointers, rules};
use crate::model::service_order::ServiceOrder;
use crate::record::path::At;
use crate::values::text::Given;

rules! {
    RetryDiffers { pointers: Pointers } = "retry_differs", Warning, "C 订单重入参数校验失败",
        means "重试的请求体与上一次不同" / "A retry of an earlier request with another body",
        says "与上一次请求不同：{pointers}。重试必须原样重发上一次的请求体，常见原因是结束时间取了当前时间。" / "This differs from the previous request at {pointers}. A retry must send the same body again; an end time of “now” is the commonest cause.";
    StateNotCompletable { state: Given, state_description: Option<Given> } = "state_not_completable", Error, "S2 state",
        means "创建的订单当前状态不允许完结" / "The created order's state does not allow completing it",
        says "订单当前状态 {state}[ {state_description}] 不能完结：只有用户已确认、尚未完结的订单（DOING、USER_CONFIRM）可以完结，请先查询订单。" / "An order in state {state}[ {state_description}] cannot be completed: only one the user confirmed and nobody completed (DOING, USER_CONFIRM) can. Please query the order first.";
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
    let is_identical_retry = case.retry.is_some_and(<[_]>::is_empty);
    let is_completable = match (state, description) {
        (b"DOING", None | Some(b"USER_CONFIRM")) => true,
        (b"DOING", Some(b"MCH_COMPLETE")) => is_identical_retry,
        _ => false,
    };
    if !is_completable {
        let state_description = description.map(|text| Given(text.to_vec()));
        findings.push(At::DOCUMENT, StateNotCompletable { state: Given(state.to_vec()), state_description });
    }
}
