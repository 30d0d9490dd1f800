//! What a draft adds up to, for a running total beside a form.

use serde::Serialize;
use tsify::Tsify;

use super::draft;
use crate::input::object;
use crate::input::tape::Tape;
use crate::options::ValidateOptions;
use crate::record::place::Place;
use crate::rules::finding::Findings;
use crate::rules::money::{Sum, risk_fund_cap};
use crate::rules::order::Order;

/// 草稿的合计，单位：分。
/// Sums of a draft, in fen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Tsify)]
pub struct Summary {
    /// Sum of the payment items' amounts, fen.
    pub payments: f64,
    /// Sum of the discount items' amounts, fen.
    pub discounts: f64,
    /// payments − discounts, fen; below zero when discounts exceed payments.
    pub total: f64,
    /// The lower of the created order's risk fund (先免 only) and `serviceRiskLimit`, fen; null when neither is known.
    #[tsify(type = "number | null")]
    pub cap: Option<f64>,
    /// cap − total, fen; below zero when the total exceeds the cap; null when there is no cap.
    #[tsify(type = "number | null")]
    pub left: Option<f64>,
    /// How many amounts could not be read and are in none of the sums.
    pub malformed: u32,
}

pub fn summarize(draft: &Tape, options: &ValidateOptions) -> Summary {
    let spec = options.kind.spec();
    let mut record = object::read(draft, spec.table);
    draft::normalise(&mut record, options, &mut Findings::default());
    let order = Order::new(spec, &record);
    let (payments, discounts) = (Sum::of_payments(order), Sum::of_discounts(order));
    let total = payments.fen - discounts.fen;
    let risk_fund = options.created.as_ref().and_then(|created| risk_fund_cap(Place::document(created)));
    let cap = risk_fund.into_iter().chain(options.service_risk_limit.map(|limit| limit as i64)).min();
    Summary {
        payments: payments.fen as f64,
        discounts: discounts.fen as f64,
        total: total as f64,
        cap: cap.map(|cap| cap as f64),
        left: cap.map(|cap| (i128::from(cap) - total) as f64),
        malformed: (payments.malformed + discounts.malformed) as u32,
    }
}
