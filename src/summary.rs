//! What a draft adds up to, for a running total beside a form.

use crate::document::DocumentKind;
use crate::draft;
use crate::finding::Findings;
use crate::options::ValidateOptions;
use crate::order::{Document, Order};
use crate::record::Record;
use crate::rules::money::{Sum, risk_fund_cap};
use crate::tape::Tape;

/// Sums of a draft, in fen.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "declarations", derive(tsify::Tsify))]
pub struct Summary {
    /// Sum of the payment items' amounts, fen.
    pub payments: f64,
    /// Sum of the discount items' amounts, fen.
    pub discounts: f64,
    /// payments − discounts, fen; below zero when discounts exceed payments.
    pub total: f64,
    /// The lower of the created order's risk fund (先免 only) and `serviceRiskLimit`, fen; null when neither is known.
    #[cfg_attr(feature = "declarations", tsify(type = "number | null"))]
    pub cap: Option<f64>,
    /// cap − total, fen; below zero when the total exceeds the cap; null when there is no cap.
    #[cfg_attr(feature = "declarations", tsify(type = "number | null"))]
    pub left: Option<f64>,
    /// How many amounts could not be read and are in none of the sums.
    pub malformed: u32,
}

pub fn summarize(draft: &Tape, options: &ValidateOptions) -> Summary {
    let mut record = Record::read(draft, Document::of_kind(DocumentKind::Completion).table);
    draft::normalise(&mut record, options, &mut Findings::default());
    let order = Order::new(DocumentKind::Completion, &record);
    let (payments, discounts) = (Sum::of_payments(order), Sum::of_discounts(order));
    let total = payments.fen.saturating_sub(discounts.fen);
    let risk_fund = options.created.as_ref().and_then(|created| risk_fund_cap(Order::new(DocumentKind::ServiceOrder, created)));
    let cap = risk_fund.into_iter().chain(options.service_risk_limit.map(|limit| limit as i64)).min();
    Summary {
        payments: payments.fen as f64,
        discounts: discounts.fen as f64,
        total: total as f64,
        cap: cap.map(|cap| cap as f64),
        left: cap.map(|cap| i128::from(cap).saturating_sub(total) as f64),
        malformed: payments.malformed.saturating_add(discounts.malformed) as u32,
    }
}
