//! Money across fields: the sum, the caps, and what an item must carry.

use super::Case;
use super::finding::{Fen, Findings, Severity, rules};
use crate::model::parts::{Discount, Payment};
use crate::model::service_order::{RiskFund, ServiceOrder};
use crate::model::table::{self, Any, Key, List, Text};
use crate::record::place::{Place, Read};
use crate::rules::order::Order;
use crate::values::language::Bilingual;
use crate::values::sorting::sort_by;

rules! {
    DuplicateName { first: usize } = "duplicate_name", Error, "S2 post_discounts[].name",
        means "同一列表中名称重复（付费项目为警告，优惠项目为错误）" / "An item name used before in the same list (a warning for payments, an error for discounts)",
        says "{field}与前面的项重复，请合并这两项或改名。" / "{field} repeats an earlier item's: please merge the two or rename one.";
    ItemWithoutSubstance {} = "item_without_substance", Warning, "O post_payments[].amount",
        means "付费项目既无金额也无说明" / "A payment item with neither amount nor description",
        says "{field}既没有金额也没有说明，请至少填写一个。" / "{field} has neither an amount nor a description: please give at least one.";
    DiscountWithoutAmount {} = "discount_without_amount", Warning, "S2 post_discounts[].amount",
        means "优惠项目没有金额，按 0 计" / "A discount with no amount; it counts as 0",
        says "{field}没有金额，按 0 计；请填写金额，或删除该项。" / "{field} has no amount and counts as 0: please give its amount or remove it.";
    TotalMismatch { expected: Fen, received: Fen, payments: Fen, discounts: Fen, by_count: Option<Bilingual> } = "total_mismatch", Error, "S1 total_amount",
        means "总金额不等于付费项目之和减优惠项目之和" / "The total is not payments − discounts",
        says "{field}应为 {expected}：付费项目 {payments} − 优惠 {discounts}，当前为 {received}。[{by_count}。]" / "{field} must be {expected}: payments {payments} − discounts {discounts}; it is {received}.[ {by_count}.]";
    TotalUnverifiable {} = "total_unverifiable", Warning, "S2 total_amount",
        means "没有一个付费项目带金额，无法核对总金额" / "No payment item carries an amount, so the total cannot be verified",
        says "付费项目都没有金额，无法核对{field}，请自行确认。" / "No payment item carries an amount, so the {field} cannot be verified: please verify it yourself.";
    DiscountsExceedPayments { payments: Fen, discounts: Fen } = "discounts_exceed_payments", Error, "S1 total_amount",
        means "优惠合计大于付费合计" / "Discounts exceed payments",
        says "{field}合计 {discounts}，超过付费项目合计 {payments}，请减少优惠。" / "{field} add up to {discounts}, more than the payments of {payments}: please lower them.";
    ExceedsRiskFund { maximum: Fen, received: Fen } = "exceeds_risk_fund", Error, "S1 total_amount",
        means "先免模式下，总金额超过订单风险金额" / "With a deposit waived, the total is above the order's risk fund",
        says "{field}为 {received}，超过订单的风险金额 {maximum}，请把总金额降到该金额以内，差额另行收取。" / "{field} of {received} is above the order's risk fund of {maximum}: please lower the total and collect the rest another way.";
    ExceedsServiceLimit { maximum: Fen, received: Fen } = "exceeds_service_limit", Error, "S1 total_amount",
        means "总金额超过服务 ID 的风险金额上限" / "The total is above the service ID's cap",
        says "{field}为 {received}，超过服务 ID 的风险金额上限 {maximum}，请降到上限以内，或联系微信支付运营调整上限。" / "{field} of {received} is above the service ID's cap of {maximum}: please lower it, or ask WeChat Pay to raise the cap.";
}

pub fn duplicate_payment_name(case: &Case, findings: &mut Findings) {
    // Each 商品信息 is one article; by the retail profile it may repeat.
    repeated_names(case.order.payments().of(), Payment::name.of_any(), Some("商品信息"), Severity::Warning, findings);
}

pub fn duplicate_discount_name(case: &Case, findings: &mut Findings) {
    repeated_names(case.order.discounts().of(), Discount::name.of_any(), None, Severity::Error, findings);
}

fn repeated_names<'a>(
    list: Place<'a, List<Any>>,
    name: Key<Any, Text>,
    may_repeat: Option<&str>,
    severity: Severity,
    findings: &mut Findings,
) {
    let name_of = |item: Place<'a, Any>| item.get(name).value().filter(|name| may_repeat.map(str::as_bytes) != Some(name));
    let mut report = |item: Place<Any>, first: usize| {
        findings.push_as(severity, item.get(name).at, DuplicateName { first });
    };
    let count = list.items().len();
    if count > FirstNames::MOST {
        return repeated_among_many(list, name_of, report);
    }
    let mut names = FirstNames::default();
    for index in 0..count {
        let item = list.item(index);
        if let Some(name) = name_of(item)
            && let Some(first) = names.first_of(name, index, |earlier| name_of(list.item(earlier)) == Some(name))
        {
            report(item, first);
        }
    }
}

/// The first item of each name, in a hash table that has room for the longest list allowed and never allocates.
struct FirstNames {
    /// One more than the item's index; 0 where there is none.
    buckets: [u8; FirstNames::BUCKETS],
}

impl Default for FirstNames {
    fn default() -> Self {
        FirstNames { buckets: [0; FirstNames::BUCKETS] }
    }
}

impl FirstNames {
    const MOST: usize = 128;
    const BUCKET_BITS: u32 = 8;
    const BUCKETS: usize = 1 << FirstNames::BUCKET_BITS;

    /// The first item of the same name; if there is none, this one is entered as the first.
    fn first_of(&mut self, name: &[u8], index: usize, is_same: impl Fn(usize) -> bool) -> Option<usize> {
        let mut bucket = Self::hash(name);
        loop {
            let place = &mut self.buckets[bucket];
            let Some(earlier) = usize::from(*place).checked_sub(1) else {
                *place = index as u8 + 1;
                return None;
            };
            if is_same(earlier) {
                return Some(earlier);
            }
            bucket = (bucket + 1) % Self::BUCKETS;
        }
    }

    /// Eight bytes at a time, the last ones padded with zeros.
    fn hash(name: &[u8]) -> usize {
        const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
        let (words, rest) = name.as_chunks::<8>();
        let last = rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte));
        let mixed = |hash: u64, word: u64| (hash ^ word).wrapping_mul(FACTOR);
        let hash = words.iter().fold(name.len() as u64, |hash, word| mixed(hash, u64::from_le_bytes(*word)));
        // Multiplying mixes upwards: the highest bits depend on all the others.
        (mixed(hash, last) >> (u64::BITS - Self::BUCKET_BITS)) as usize
    }
}

/// By sorting, which no choice of names can make slow.
fn repeated_among_many<'a>(
    list: Place<'a, List<Any>>,
    name_of: impl Fn(Place<'a, Any>) -> Option<&'a [u8]>,
    mut report: impl FnMut(Place<'a, Any>, usize),
) {
    let mut named: Vec<(&[u8], usize)> =
        list.items().enumerate().filter_map(|(index, item)| name_of(item).map(|name| (name, index))).collect();
    sort_by(&mut named, &|one, other| one.cmp(other));
    for same in named.chunk_by(|(one, _), (other, _)| one == other) {
        for (_, index) in &same[1..] {
            report(list.item(*index), same[0].1);
        }
    }
}

pub fn item_without_substance(case: &Case, findings: &mut Findings) {
    for item in case.order.payments().items() {
        if item.is_object() && item.get(Payment::amount).is_absent() && item.get(Payment::description).is_absent() {
            findings.push(item.at, ItemWithoutSubstance {});
        }
    }
}

pub fn discount_without_amount(case: &Case, findings: &mut Findings) {
    for item in case.order.discounts().items() {
        if item.is_object() && item.get(Discount::amount).is_absent() {
            findings.push(item.at, DiscountWithoutAmount {});
        }
    }
}

/// What the items add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Exact for any list: a million of the largest amounts exceed 64 bits.
    pub fen: i128,
    /// Whether any item carries an amount.
    pub is_carried: bool,
    /// How many amounts could not be read and are not in the sum.
    pub malformed: usize,
}

impl Sum {
    /// A missing amount counts as 0; an amount is the item's whole amount, whatever its count.
    fn of(list: Place<List<Any>>, amount: Key<Any, table::Fen>) -> Self {
        let mut sum = Sum::default();
        for item in list.items() {
            match item.get(amount).read() {
                Read::Is(amount) => {
                    sum.fen += i128::from(amount);
                    sum.is_carried = true;
                }
                Read::Absent => {}
                Read::Malformed => sum.malformed += 1,
            }
        }
        sum
    }

    pub fn of_payments(order: Order) -> Self {
        Sum::of(order.payments().of(), Payment::amount.of_any())
    }

    pub fn of_discounts(order: Order) -> Self {
        Sum::of(order.discounts().of(), Discount::amount.of_any())
    }
}

/// Payments less discounts against the total: `discounts_exceed_payments`, `total_unverifiable` or `total_mismatch`.
pub fn total(case: &Case, findings: &mut Findings) {
    compare_total(case, Severity::Error, findings);
}

/// Only a warning: for a message the sum rule is merely implied.
pub fn total_of_message(case: &Case, findings: &mut Findings) {
    compare_total(case, Severity::Warning, findings);
}

fn compare_total(case: &Case, severity: Severity, findings: &mut Findings) {
    if !case.options.total_is_the_sum() {
        return;
    }
    let order = case.order;
    let (payments, discounts) = (Sum::of_payments(order), Sum::of_discounts(order));
    let discounts_may_be_read = order.discounts().is_list() || order.discounts().is_absent();
    let lists_are_sound = order.payments().items().len() > 0 && discounts_may_be_read;
    if !lists_are_sound || payments.malformed > 0 || discounts.malformed > 0 {
        return;
    }
    let expected = payments.fen - discounts.fen;
    let (payments_fen, discounts_fen) = (Fen(payments.fen), Fen(discounts.fen));
    let total = order.total();
    match total.value() {
        Some(received) if !payments.is_carried && received > 0 => findings.push(total.at, TotalUnverifiable {}),
        _ if expected < 0 => {
            findings.push_as(severity, order.discounts().at, DiscountsExceedPayments { payments: payments_fen, discounts: discounts_fen });
        }
        Some(received) if i128::from(received) != expected => {
            let by_count = if fits_if_multiplied(order, received) { Some(BY_COUNT) } else { None };
            findings.push_as(
                severity,
                total.at,
                TotalMismatch {
                    expected: Fen(expected),
                    received: Fen(received.into()),
                    payments: payments_fen,
                    discounts: discounts_fen,
                    by_count,
                },
            );
        }
        _ => {}
    }
}

const BY_COUNT: Bilingual = Bilingual {
    zh: "count 只是展示的数量，不参与计算：amount 应为该项的合计金额",
    en: "count is for display and does not multiply: an item's amount is its whole amount",
};

/// Whether the total is what the items add up to once each amount is multiplied by its count.
fn fits_if_multiplied(order: Order, total: i64) -> bool {
    let payments = order.payments().items().map(|item| multiplied(item.get(Payment::amount), item.get(Payment::count)));
    let discounts = order.discounts().items().map(|item| multiplied(item.get(Discount::amount), item.get(Discount::count)));
    payments.sum::<i128>() - discounts.sum::<i128>() == i128::from(total)
}

fn multiplied(amount: Place<table::Fen>, count: Place<table::Count>) -> i128 {
    i128::from(amount.value().unwrap_or(0)) * i128::from(count.value().unwrap_or(1))
}

/// The risk fund that bounds the total: a deposit waived (先免). An estimate (先享) bounds nothing.
pub fn risk_fund_cap(created: Place<ServiceOrder>) -> Option<i64> {
    let fund = created.get(ServiceOrder::risk_fund);
    fund.get(RiskFund::name).value().filter(|name| waives_a_deposit(name)).and_then(|_| fund.get(RiskFund::amount).value())
}

/// Whether a risk fund stands for a deposit waived (先免).
pub fn waives_a_deposit(name: &[u8]) -> bool {
    matches!(name, b"DEPOSIT" | b"ADVANCE" | b"CASH_DEPOSIT")
}

pub fn exceeds_risk_fund(case: &Case, findings: &mut Findings) {
    let Some(maximum) = case.created.and_then(risk_fund_cap) else { return };
    let total = case.order.total();
    if let Some(received) = total.value()
        && received > maximum
    {
        findings.push(total.at, ExceedsRiskFund { maximum: Fen(maximum.into()), received: Fen(received.into()) });
    }
}

pub fn exceeds_service_limit(case: &Case, findings: &mut Findings) {
    above_service_limit(case, case.order.total(), findings);
}

/// Any amount that the service ID's cap bounds.
pub fn above_service_limit(case: &Case, amount: Place<table::Fen>, findings: &mut Findings) {
    let Some(maximum) = case.options.service_risk_limit else { return };
    if let Some(received) = amount.value()
        && received > maximum as i64
    {
        findings.push(amount.at, ExceedsServiceLimit { maximum: Fen(maximum.into()), received: Fen(received.into()) });
    }
}
