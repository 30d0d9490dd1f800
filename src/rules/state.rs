//! What the order's state allows, and what a retry must repeat.

use super::Case;
use crate::finding::{Findings, Param, rules};
use crate::path::At;

rules! {
    RETRY_DIFFERS = "retry_differs", Warning, "C 订单重入参数校验失败", { pointers: Texts },
        means "重试的请求体与上一次不同" / "A retry of an earlier request with another body",
        says "与上一次请求不同：{pointers}。重试必须原样重发上一次的请求体，常见原因是结束时间取了当前时间。" / "This differs from the previous request at {pointers}. A retry must send the same body again; an end time of “now” is the commonest cause.";
    STATE_NOT_COMPLETABLE = "state_not_completable", Error, "S2 state", { state: Text, state_description: OptionalText },
        means "创建的订单当前状态不允许完结" / "The created order's state does not allow completing it",
        says "订单当前状态 {state}[ {state_description}] 不能完结：只有用户已确认、尚未完结的订单（DOING、USER_CONFIRM）可以完结，请先查询订单。" / "An order in state {state}[ {state_description}] cannot be completed: only one the user confirmed and nobody completed (DOING, USER_CONFIRM) can. Please query the order first.";
}

pub fn retry_differs(case: &Case, findings: &mut Findings) {
    if let Some(pointers) = case.retry
        && !pointers.is_empty()
    {
        findings.push(&RETRY_DIFFERS, At::DOCUMENT, &[Param::Pointers(pointers.to_vec())]);
    }
}

pub fn state_not_completable(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    let Some(state) = created.state().text().value() else { return };
    // One of tomorrow says nothing today.
    let description = created.state_description().text().value();
    let is_identical_retry = case.retry.is_some_and(<[_]>::is_empty);
    let is_completable = match (state, description) {
        (b"DOING", None | Some(b"USER_CONFIRM")) => true,
        (b"DOING", Some(b"MCH_COMPLETE")) => is_identical_retry,
        _ => false,
    };
    if !is_completable {
        let description = description.map_or(Param::None, |text| Param::Text(text.to_vec()));
        findings.push(&STATE_NOT_COMPLETABLE, At::DOCUMENT, &[Param::Text(state.to_vec()), description]);
    }
}
