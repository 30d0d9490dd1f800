//! What was collected: whether there may be a collection, and whether its amounts agree.

use super::Case;
use crate::fields::{COLLECTION, DETAIL, PROMOTION};
use crate::finding::{Findings, Param, rules};
use crate::order::{Place, Read};

rules! {
    COLLECTION_UNEXPECTED = "collection_unexpected", Error, "S2 collection", {},
        means "订单尚未确认（CREATED）或总金额为 0，却有收款信息" / "A collection though the order is only CREATED, or its total is 0",
        says "订单尚未确认（CREATED）或总金额为 0 时没有收款，不应有{field}；请重新查询订单。" / "An order that is only CREATED, or whose total is 0, has nothing to collect, so there should be no {field}: please query the order again.";
    COLLECTION_STATE_MISMATCH = "collection_state_mismatch", Error, "S2 collection.state", { state: Text, received: Fen },
        means "收款状态与金额不符：USER_PAYING 时已收金额应为 0，USER_PAID 时待收金额应为 0" / "The collection's state and amounts disagree: nothing is paid while USER_PAYING, nothing is left to pay once USER_PAID",
        says "收款状态为 {state}，与金额不符：待支付（USER_PAYING）时已收金额应为 0，已支付（USER_PAID）时待收金额应为 0，当前为 {received}。请重新查询订单。" / "The collection is {state}, which its amounts contradict: while USER_PAYING the paid amount must be 0, once USER_PAID the amount to be paid must be 0; it is {received}. Please query the order again.";
    COLLECTION_TOTAL_MISMATCH = "collection_total_mismatch", Error, "S2 collection.total_amount", { expected: Fen, received: Fen },
        means "总收款金额不等于订单总金额" / "The collection's total is not the order's",
        says "{field}应等于订单总金额 {expected}，当前为 {received}，请重新查询订单。" / "The {field} must be the order's total of {expected}; it is {received}. Please query the order again.";
    COLLECTION_SUM_MISMATCH = "collection_sum_mismatch", Error, "S2 collection.paying_amount", { paying: Fen, paid: Fen, total: Fen },
        means "待收金额与已收金额之和不等于总收款金额" / "What is to be paid and what is paid do not make up the collection's total",
        says "{field} {paying} 与已收金额 {paid} 之和应等于总收款金额 {total}，请重新查询订单。" / "The {field} of {paying} and the paid amount of {paid} must add up to the collection's total of {total}: please query the order again.";
    DETAILS_SUM_MISMATCH = "details_sum_mismatch", Error, "S2 collection.details[].amount", { expected: Fen, received: Fen },
        means "收款明细的金额之和不等于已收金额" / "The details do not add up to the paid amount",
        says "{field}的金额之和应等于已收金额 {expected}，当前为 {received}；请核对是否缺少或重复了明细。" / "The {field} must add up to the paid amount of {expected}; they add up to {received}. Please check whether one is missing or there twice.";
    TRANSACTION_ID_MISSING = "transaction_id_missing", Warning, "S2 collection.details[].transaction_id", {},
        means "通过支付分（NEWTON）收的款没有微信支付交易单号" / "Money collected through payscore (NEWTON) without a transaction ID",
        says "{field}通过支付分（NEWTON）收款，却没有微信支付交易单号，将无法申请退款；请重新查询订单。" / "{field} was collected through payscore (NEWTON) but has no transaction ID, without which there is no refund: please query the order again.";
    SEQ_NOT_CONSECUTIVE = "seq_not_consecutive", Error, "S2 collection.details[].seq", { expected: Number, received: Number },
        means "收款序号不是从 1 开始依次递增" / "The details are not numbered 1, 2, 3 …",
        says "{field}应为 {expected}，当前为 {received}：序号从 1 开始依次加 1；请核对是否缺少或重复了明细。" / "{field} must be {expected}; it is {received}. Details are numbered 1, 2, 3 …: please check whether one is missing or there twice.";
    CONTRIBUTION_CONFLICT = "contribution_conflict", Error, "S2 collection.details[].promotion_detail[]", {},
        means "微信出资、商户出资、其他出资中有一个以上大于 0" / "More than one of the three contributions is above 0",
        says "{field}的微信出资、商户出资、其他出资只能有一个大于 0，请核对代金券的出资方。" / "Of WeChat Pay's, the merchant's and others' contribution only one can be above 0 in {field}: please check who pays for the coupon.";
}

const TOTAL_AMOUNT: usize = COLLECTION.row("total_amount");
const PAYING_AMOUNT: usize = COLLECTION.row("paying_amount");
const PAID_AMOUNT: usize = COLLECTION.row("paid_amount");
const DETAILS: usize = COLLECTION.row("details");
const AMOUNT: usize = DETAIL.row("amount");

/// An amount that is there and sound. Any other takes part in no comparison.
fn amount(object: Place, row: usize) -> Option<i64> {
    object.field(row).integer().value()
}

pub fn collection_unexpected(case: &Case, findings: &mut Findings) {
    let collection = case.order.collection();
    let is_created = case.order.state().text() == Read::Is(b"CREATED");
    let is_free = case.order.total().integer() == Read::Is(0);
    if collection.is_object() && (is_created || is_free) {
        findings.push(&COLLECTION_UNEXPECTED, collection.at, &[]);
    }
}

pub fn collection_state_mismatch(case: &Case, findings: &mut Findings) {
    let place = case.order.collection_state();
    let Read::Is(state) = place.text() else { return };
    let must_be_zero = if state == b"USER_PAID" { PAYING_AMOUNT } else { PAID_AMOUNT };
    if let Some(received @ 1..) = amount(case.order.collection(), must_be_zero) {
        let params = &[Param::Text(state.to_vec()), Param::Fen(received)];
        findings.push(&COLLECTION_STATE_MISMATCH, place.at, params);
    }
}

pub fn collection_total_mismatch(case: &Case, findings: &mut Findings) {
    let place = case.order.collection().field(TOTAL_AMOUNT);
    if let (Read::Is(received), Read::Is(expected)) = (place.integer(), case.order.total().integer())
        && received != expected
    {
        findings.push(&COLLECTION_TOTAL_MISMATCH, place.at, &[Param::Fen(expected), Param::Fen(received)]);
    }
}

pub fn collection_sum_mismatch(case: &Case, findings: &mut Findings) {
    let collection = case.order.collection();
    let [paying, paid, total] = [PAYING_AMOUNT, PAID_AMOUNT, TOTAL_AMOUNT].map(|row| amount(collection, row));
    if let (Some(paying), Some(paid), Some(total)) = (paying, paid, total)
        && paying.saturating_add(paid) != total
    {
        let params = [paying, paid, total].map(Param::Fen);
        findings.push(&COLLECTION_SUM_MISMATCH, collection.field(PAYING_AMOUNT).at, &params);
    }
}

pub fn details_sum_mismatch(case: &Case, findings: &mut Findings) {
    let collection = case.order.collection();
    let details = collection.field(DETAILS);
    let sum: Option<i128> = details.items().map(|detail| amount(detail, AMOUNT).map(i128::from)).sum();
    if let (Some(received), Some(expected)) = (sum, amount(collection, PAID_AMOUNT))
        && details.items().len() > 0
        && received != i128::from(expected)
    {
        let params = &[Param::Fen(expected), Param::fen(received)];
        findings.push(&DETAILS_SUM_MISMATCH, details.at, params);
    }
}

pub fn transaction_id_missing(case: &Case, findings: &mut Findings) {
    const PAID_TYPE: usize = DETAIL.row("paid_type");
    const TRANSACTION_ID: usize = DETAIL.row("transaction_id");
    for detail in case.order.collection().field(DETAILS).items() {
        let is_collected = detail.field(PAID_TYPE).text() == Read::Is(b"NEWTON") && amount(detail, AMOUNT) > Some(0);
        if is_collected && detail.field(TRANSACTION_ID).is_absent() {
            findings.push(&TRANSACTION_ID_MISSING, detail.at, &[]);
        }
    }
}

/// Behind a detail without a number nothing can be counted.
pub fn seq_not_consecutive(case: &Case, findings: &mut Findings) {
    const SEQ: usize = DETAIL.row("seq");
    for (index, detail) in case.order.collection().field(DETAILS).items().enumerate() {
        let expected = index.saturating_add(1);
        let seq = detail.field(SEQ);
        let Read::Is(received) = seq.integer() else { return };
        if received != expected as i64 {
            let params = &[Param::Number(expected as f64), Param::Number(received as f64)];
            findings.push(&SEQ_NOT_CONSECUTIVE, seq.at, params);
            return;
        }
    }
}

pub fn contribution_conflict(case: &Case, findings: &mut Findings) {
    const PROMOTION_DETAIL: usize = DETAIL.row("promotion_detail");
    const CONTRIBUTIONS: [usize; 3] =
        [PROMOTION.row("wechatpay_contribute"), PROMOTION.row("merchant_contribute"), PROMOTION.row("other_contribute")];
    for detail in case.order.collection().field(DETAILS).items() {
        for coupon in detail.field(PROMOTION_DETAIL).items() {
            let contributors = CONTRIBUTIONS.iter().filter(|row| amount(coupon, **row) > Some(0)).count();
            if contributors > 1 {
                findings.push(&CONTRIBUTION_CONFLICT, coupon.at, &[]);
            }
        }
    }
}
