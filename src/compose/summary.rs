//! What a draft adds up to, for a running total beside a form.

use serde::Serialize;
use tsify::Tsify;

use super::draft;
use crate::options::ValidateOptions;
use crate::record::Record;
use crate::record::slot::Slot;
use crate::rules::finding::Findings;
use crate::rules::money::{Sum, risk_fund_cap};
use crate::rules::order::Order;
use crate::values::named::named;

/// 草稿的合计，单位：分。
/// Sums of a draft, in fen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Sum of the payment items' amounts, fen.
    pub payments: f64,
    /// Sum of the discount items' amounts, fen.
    pub discounts: f64,
    /// The total that is sent, fen: the draft's own if it can be read, else payments − discounts.
    pub total: f64,
    /// Which of the two `total` is.
    pub total_is: TotalIs,
    /// The lower of the created order's risk fund (先免 only) and `serviceRiskLimit`, fen; null when neither is known.
    #[tsify(type = "number | null")]
    pub cap: Option<f64>,
    /// cap − total, fen; below zero when the total exceeds the cap; null when there is no cap.
    #[tsify(type = "number | null")]
    pub left: Option<f64>,
    /// How many amounts could not be read and are in none of the sums.
    pub malformed: u32,
}

named! {
    /// 合计是草稿给出的，还是由项目算出的。
    /// Whether a total was given in the draft, or computed from its items.
    pub enum TotalIs {
        Given = "given",
        Computed = "computed",
    }
}

pub fn summarize(mut record: Record, options: &ValidateOptions) -> Summary {
    let spec = options.kind.spec();
    let gives_total = gives_total(&record, options);
    draft::normalise(&mut record, options, &mut Findings::default());
    let order = Order::new(spec, &record);
    let (payments, discounts) = (Sum::of_payments(order), Sum::of_discounts(order));
    let given = order.total().value().filter(|_| gives_total);
    let total = given.map_or(payments.fen - discounts.fen, i128::from);
    let risk_fund = options.created_order().and_then(risk_fund_cap);
    let cap = risk_fund.into_iter().chain(options.service_risk_limit.map(|limit| limit as i64)).min();
    Summary {
        payments: payments.fen as f64,
        discounts: discounts.fen as f64,
        total: total as f64,
        total_is: if given.is_some() { TotalIs::Given } else { TotalIs::Computed },
        cap: cap.map(|cap| cap as f64),
        left: cap.map(|cap| (i128::from(cap) - total) as f64),
        malformed: (payments.malformed + discounts.malformed) as u32,
    }
}

/// Whether the draft itself has a total.
fn gives_total(record: &Record, options: &ValidateOptions) -> bool {
    let (Slot::Object(root), Some(total)) = (record.root(), options.kind.spec().shared.total_amount) else { return false };
    let value = record.get(root.slot(total.row()));
    value != Slot::Absent && !value.is_empty_text()
}
