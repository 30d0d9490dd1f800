//! What was collected: whether there may be a collection, and whether its amounts agree.

use super::Case;
use super::finding::{Fen, Findings, rules};
use crate::model::service_order::{Collection, Detail, Promotion, ServiceOrder};
use crate::model::table::List;
use crate::record::place::Place;
use crate::values::text::Given;

rules! {
    CollectionUnexpected {} = "collection_unexpected", Error, "S2 collection",
        means "订单尚未确认（CREATED）或总金额为 0，却有收款信息" / "A collection though the order is only CREATED, or its total is 0",
        says "订单尚未确认（CREATED）或总金额为 0 时没有收款，不应有{field}；请重新查询订单。" / "An order that is only CREATED, or whose total is 0, has nothing to collect, so there should be no {field}: please query the order again.";
    CollectionStateMismatch { state: Given, received: Fen } = "collection_state_mismatch", Error, "S2 collection.state",
        means "收款状态与金额不符：USER_PAYING 时已收金额应为 0，USER_PAID 时待收金额应为 0" / "The collection's state and amounts disagree: nothing is paid while USER_PAYING, nothing is left to pay once USER_PAID",
        says "收款状态为 {state}，与金额不符：待支付（USER_PAYING）时已收金额应为 0，已支付（USER_PAID）时待收金额应为 0，当前为 {received}。请重新查询订单。" / "The collection is {state}, which its amounts contradict: while USER_PAYING the paid amount must be 0, once USER_PAID the amount to be paid must be 0; it is {received}. Please query the order again.";
    CollectionTotalMismatch { expected: Fen, received: Fen } = "collection_total_mismatch", Error, "S2 collection.total_amount",
        means "总收款金额不等于订单总金额" / "The collection's total differs from the order's",
        says "{field}应等于订单总金额 {expected}，当前为 {received}，请重新查询订单。" / "The {field} must equal the order's total of {expected}; it is {received}. Please query the order again.";
    CollectionSumMismatch { paying: Fen, paid: Fen, total: Fen } = "collection_sum_mismatch", Error, "S2 collection.paying_amount",
        means "待收金额与已收金额之和不等于总收款金额" / "The amounts to be paid and already paid do not add up to the collection's total",
        says "{field} {paying} 与已收金额 {paid} 之和应等于总收款金额 {total}，请重新查询订单。" / "The {field} of {paying} and the paid amount of {paid} must add up to the collection's total of {total}: please query the order again.";
    DetailsSumMismatch { expected: Fen, received: Fen } = "details_sum_mismatch", Error, "S2 collection.details[].amount",
        means "收款明细的金额之和不等于已收金额" / "The details do not add up to the paid amount",
        says "{field}的金额之和应等于已收金额 {expected}，当前为 {received}；请核对是否缺少或重复了明细。" / "The {field} must add up to the paid amount of {expected}; they add up to {received}. Please check whether one is missing or duplicated.";
    TransactionIdMissing {} = "transaction_id_missing", Warning, "S2 collection.details[].transaction_id",
        means "通过支付分（NEWTON）收的款没有微信支付交易单号" / "Money collected through payscore (NEWTON) without a transaction ID",
        says "{field}通过支付分（NEWTON）收款，却没有微信支付交易单号，将无法申请退款；请重新查询订单。" / "{field} was collected through payscore (NEWTON) but has no transaction ID, without which it cannot be refunded: please query the order again.";
    SeqNotConsecutive { expected: usize, received: f64 } = "seq_not_consecutive", Error, "S2 collection.details[].seq",
        means "收款序号不是从 1 开始依次递增" / "The details are not numbered 1, 2, 3 …",
        says "{field}应为 {expected}，当前为 {received}：序号从 1 开始依次加 1；请核对是否缺少或重复了明细。" / "{field} must be {expected}; it is {received}. Details are numbered 1, 2, 3 …: please check whether one is missing or duplicated.";
    ContributionConflict {} = "contribution_conflict", Error, "S2 collection.details[].promotion_detail[]",
        means "微信出资、商户出资、其他出资中有一个以上大于 0" / "More than one of the three contributions is above 0",
        says "{field}的微信出资、商户出资、其他出资只能有一个大于 0，请核对代金券的出资方。" / "Only one of WeChat Pay's, the merchant's and others' contributions can be above 0 in {field}: please check who pays for the coupon.";
}

fn collection<'a>(case: &Case<'a>) -> Place<'a, Collection> {
    case.returned().get(ServiceOrder::collection)
}

fn details<'a>(case: &Case<'a>) -> Place<'a, List<Detail>> {
    collection(case).get(Collection::details)
}

pub fn collection_unexpected(case: &Case, findings: &mut Findings) {
    let collection = collection(case);
    let is_created = case.returned().get(ServiceOrder::state).value() == Some(b"CREATED");
    let is_free = case.order.total().value() == Some(0);
    if collection.is_object() && (is_created || is_free) {
        findings.push(collection.at, CollectionUnexpected {});
    }
}

pub fn collection_state_mismatch(case: &Case, findings: &mut Findings) {
    let place = collection(case).get(Collection::state);
    let Some(state) = place.value() else { return };
    let must_be_zero = if state == b"USER_PAID" { Collection::paying_amount } else { Collection::paid_amount };
    if let Some(received @ 1..) = collection(case).get(must_be_zero).value() {
        findings.push(place.at, CollectionStateMismatch { state: Given(state.to_vec()), received: Fen(received.into()) });
    }
}

pub fn collection_total_mismatch(case: &Case, findings: &mut Findings) {
    let place = collection(case).get(Collection::total_amount);
    if let (Some(received), Some(expected)) = (place.value(), case.order.total().value())
        && received != expected
    {
        findings.push(place.at, CollectionTotalMismatch { expected: Fen(expected.into()), received: Fen(received.into()) });
    }
}

pub fn collection_sum_mismatch(case: &Case, findings: &mut Findings) {
    let collection = collection(case);
    let place = collection.get(Collection::paying_amount);
    let amounts = (place.value(), collection.get(Collection::paid_amount).value(), collection.get(Collection::total_amount).value());
    if let (Some(paying), Some(paid), Some(total)) = amounts
        && paying + paid != total
    {
        let [paying, paid, total] = [paying, paid, total].map(|fen| Fen(fen.into()));
        findings.push(place.at, CollectionSumMismatch { paying, paid, total });
    }
}

pub fn details_sum_mismatch(case: &Case, findings: &mut Findings) {
    let details = details(case);
    let sum: Option<i128> = details.items().map(|detail| detail.get(Detail::amount).value().map(i128::from)).sum();
    if let (Some(received), Some(expected)) = (sum, collection(case).get(Collection::paid_amount).value())
        && details.items().len() > 0
        && received != i128::from(expected)
    {
        findings.push(details.at, DetailsSumMismatch { expected: Fen(expected.into()), received: Fen(received) });
    }
}

pub fn transaction_id_missing(case: &Case, findings: &mut Findings) {
    for detail in details(case).items() {
        let is_collected = detail.get(Detail::paid_type).value() == Some(b"NEWTON") && detail.get(Detail::amount).value() > Some(0);
        if is_collected && detail.get(Detail::transaction_id).is_absent() {
            findings.push(detail.at, TransactionIdMissing {});
        }
    }
}

/// A detail without a number ends the check: the ones after it cannot be counted.
pub fn seq_not_consecutive(case: &Case, findings: &mut Findings) {
    for (index, detail) in details(case).items().enumerate() {
        let expected = index + 1;
        let seq = detail.get(Detail::seq);
        let Some(received) = seq.value() else { return };
        if received != expected as i64 {
            findings.push(seq.at, SeqNotConsecutive { expected, received: received as f64 });
            return;
        }
    }
}

pub fn contribution_conflict(case: &Case, findings: &mut Findings) {
    const CONTRIBUTIONS: [crate::model::table::Key<Promotion, crate::model::table::Fen>; 3] =
        [Promotion::wechatpay_contribute, Promotion::merchant_contribute, Promotion::other_contribute];
    for detail in details(case).items() {
        for coupon in detail.get(Detail::promotion_detail).items() {
            let contributors = CONTRIBUTIONS.iter().filter(|contribution| coupon.get(**contribution).value() > Some(0)).count();
            if contributors > 1 {
                findings.push(coupon.at, ContributionConflict {});
            }
        }
    }
}
