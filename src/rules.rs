//! Every rule on an order. A rule across fields is one function named by its code, in the file of its subject,
//! with its words beside it; a new one is written there and listed in `ACROSS_FIELDS`.

use alloc::vec::Vec;

use crate::issue::{Findings, Report};
use crate::options::{Kind, Mode, Options};
use crate::order::{Document, Order};
use crate::record::Record;

pub(crate) mod identity;
mod industry;
pub(crate) mod money;
mod state;
mod time;
pub(crate) mod value;

/// What a rule across fields may look at.
pub struct Case<'a> {
    pub order: Order<'a>,
    /// The order as created or queried.
    pub created: Option<Order<'a>>,
    pub options: &'a Options,
    /// Pointers at which this request differs from the previous one, where there was one.
    pub retry: Option<&'a [Vec<u8>]>,
}

type AcrossFields = fn(&Case, &mut Findings);

const ACROSS_FIELDS: &[AcrossFields] = &[
    money::duplicate_name,
    money::item_without_substance,
    money::discount_without_amount,
    money::total,
    money::exceeds_risk_fund,
    money::exceeds_service_limit,
    industry::industry_item_missing,
    industry::industry_item_not_allowed,
    industry::industry_fields,
    time::end_time_required,
    time::order_of_times,
    time::time_format_changed,
    time::clock,
    time::remark_without_time,
    time::end_location_without_start,
    identity::identity_mismatch,
    identity::encoded_too_long,
    identity::service_id_format,
    state::retry_differs,
    state::state_not_completable,
];

#[cfg(feature = "declarations")]
pub fn catalogue() -> impl Iterator<Item = &'static crate::issue::Rule> {
    [
        value::RULES,
        money::RULES,
        time::RULES,
        identity::RULES,
        state::RULES,
        industry::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Checks a record: each value by itself, then what holds across fields.
pub fn check(mut record: Record, mode: Mode, options: &Options, retry: Option<&[Vec<u8>]>, mut findings: Findings) -> Report {
    let table = Document::of_kind(options.kind).table;
    value::check(&mut record, table, options.kind, mode, &mut findings);
    let created = options.created.clone().map(|mut created| {
        // What is malformed in it is not this document's fault: it only takes no part.
        value::check(
            &mut created,
            Document::of_kind(Kind::ServiceOrder).table,
            Kind::ServiceOrder,
            mode,
            &mut Findings::default(),
        );
        created
    });
    let case = Case {
        order: Order::new(options.kind, &record),
        created: created.as_ref().map(|created| Order::new(Kind::ServiceOrder, created)),
        options,
        retry,
    };
    for rule in ACROSS_FIELDS {
        rule(&case, &mut findings);
    }
    Report::new(options.kind, mode, options.locale, table, record, findings)
}
