//! Every rule on a document. A rule across fields is one function named by its code, in the file of its subject,
//! with its words beside it; a new one is written there and listed below under the kinds it holds for.

use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::ServiceOrder;
use crate::options::ValidateOptions;
use crate::record::Record;
use crate::record::place::Place;
use crate::values::text::Given;

mod collection;
pub mod finding;
mod identity;
mod industry;
pub mod json;
mod modify;
pub mod money;
pub mod order;
mod returned;
mod state;
mod time;
pub mod value;

use finding::Findings;
use order::Order;

/// What a rule across fields may look at.
pub struct Case<'a> {
    pub order: Order<'a>,
    /// The order as created or queried; one that came back is that order itself.
    pub created: Option<Place<'a, ServiceOrder>>,
    pub options: &'a ValidateOptions,
    /// Pointers at which this request differs from the previous one, where there was one.
    pub retry: Option<&'a [Given]>,
}

impl<'a> Case<'a> {
    /// The order that came back, for rules on such alone.
    pub fn returned(&self) -> Place<'a, ServiceOrder> {
        self.order.document()
    }

    /// Whether the very same request was made before.
    pub fn is_identical_retry(&self) -> bool {
        self.retry.is_some_and(<[_]>::is_empty)
    }
}

type AcrossFields = fn(&Case, &mut Findings);

/// The rules across fields that hold for a document of a kind. Of two issues at one place the rule listed first speaks first.
fn across_fields(kind: DocumentKind) -> &'static [AcrossFields] {
    match kind {
        DocumentKind::Completion | DocumentKind::CompletionBody => COMPLETION,
        DocumentKind::ServiceOrder => SERVICE_ORDER,
        DocumentKind::Modify | DocumentKind::ModifyBody => MODIFICATION,
    }
}

/// What a merchant is about to send: sound in itself, and as the clock and the created order ask.
const COMPLETION: &[AcrossFields] = &[
    money::duplicate_payment_name,
    money::duplicate_discount_name,
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
    time::start_time_in_future,
    time::end_time_in_future,
    time::remark_without_time,
    time::end_location_without_start,
    identity::encoded_too_long,
    identity::service_id_format,
    identity::identity_mismatch,
    state::retry_differs,
    state::state_not_completable,
];

/// What lowers the amount of a completed order.
const MODIFICATION: &[AcrossFields] = &[
    money::duplicate_payment_name,
    money::duplicate_discount_name,
    money::item_without_substance,
    money::discount_without_amount,
    money::total,
    modify::amount_not_lowered,
    modify::modified_to_zero,
    money::exceeds_risk_fund,
    money::exceeds_service_limit,
    industry::industry_item_missing,
    industry::industry_item_not_allowed,
    industry::industry_fields,
    identity::encoded_too_long,
    identity::service_id_format,
    identity::identity_mismatch,
    state::modification_not_allowed,
];

/// What WeChat Pay returned: whether it agrees with itself. No clock, no other order and no request counts here.
const SERVICE_ORDER: &[AcrossFields] = &[
    identity::service_id_format,
    returned::state_collection_conflict,
    returned::unexpected_state_description,
    money::duplicate_discount_name,
    returned::total,
    returned::revoked_total_not_zero,
    money::exceeds_risk_fund,
    collection::collection_unexpected,
    collection::collection_state_mismatch,
    collection::collection_total_mismatch,
    collection::collection_sum_mismatch,
    collection::details_sum_mismatch,
    collection::transaction_id_missing,
    collection::seq_not_consecutive,
    collection::contribution_conflict,
    time::order_of_times,
    time::remark_without_time,
    returned::order_id_format,
];

#[cfg(feature = "declarations")]
pub fn catalogue() -> impl Iterator<Item = &'static finding::Rule> {
    [
        value::RULES,
        money::RULES,
        time::RULES,
        identity::RULES,
        state::RULES,
        industry::RULES,
        returned::RULES,
        collection::RULES,
        json::RULES,
        modify::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Checks a record: each value by itself, then what holds across fields. What is at fault by itself is malformed in the record from then on.
pub fn find(record: &mut Record, mode: Mode, options: &ValidateOptions, retry: Option<&[Given]>, findings: &mut Findings) {
    find_in_values(record, mode, options, findings);
    find_across_fields(record, options, retry, findings);
}

pub fn find_in_values(record: &mut Record, mode: Mode, options: &ValidateOptions, findings: &mut Findings) {
    value::check(record, options.kind, mode, findings);
}

pub fn find_across_fields(record: &Record, options: &ValidateOptions, retry: Option<&[Given]>, findings: &mut Findings) {
    let order = Order::new(options.kind.spec(), record);
    let case = Case {
        order,
        created: match options.kind {
            DocumentKind::ServiceOrder => Some(order.document()),
            _ => options.created.as_ref().map(Place::document),
        },
        options,
        retry: retry.filter(|_| order.is_object()),
    };
    for rule in across_fields(options.kind) {
        rule(&case, findings);
    }
}
