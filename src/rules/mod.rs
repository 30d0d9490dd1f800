//! Every rule on a document. A rule across fields is one function named by its code, in the file of its subject,
//! with its words beside it; a new one is written there and listed below under the kinds it holds for.

use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::ServiceOrder;
use crate::options::ValidateOptions;
use crate::record::Record;
use crate::record::place::Place;
use crate::values::text::Given;

mod collection;
pub mod context;
mod creation;
mod direct_complete;
pub mod document;
pub mod draft;
pub mod finding;
mod identity;
mod industry;
pub mod json;
mod lookup;
mod message;
mod modify;
pub mod money;
pub mod order;
mod returned;
mod state;
mod sync;
mod time;
pub mod value;

use finding::Findings;
use order::Order;

/// What a rule across fields may look at.
pub struct Case<'a> {
    pub order: Order<'a>,
    pub mode: Mode,
    /// The order as created or queried. For a returned order, that order itself.
    pub created: Option<Place<'a, ServiceOrder>>,
    pub options: &'a ValidateOptions,
    /// Pointers at which this request differs from the previous one, where there was one.
    pub retry: Option<&'a [Given]>,
}

impl<'a> Case<'a> {
    /// The returned order, for rules that hold only for one.
    pub fn returned(&self) -> Place<'a, ServiceOrder> {
        self.order.document()
    }

    pub fn is_partner(&self) -> bool {
        self.mode == Mode::Partner
    }

    /// Whether exactly the same request was sent before.
    pub fn is_identical_retry(&self) -> bool {
        self.retry.is_some_and(<[_]>::is_empty)
    }
}

type AcrossFields = fn(&Case, &mut Findings);

/// The rules across fields that hold for a document of a kind. Issues at one place are reported in this order.
fn across_fields(kind: DocumentKind) -> &'static [&'static [AcrossFields]] {
    match kind {
        DocumentKind::Completion | DocumentKind::CompletionBody => COMPLETION,
        DocumentKind::ServiceOrder => SERVICE_ORDER,
        DocumentKind::Create => CREATION,
        DocumentKind::Query => QUERY,
        DocumentKind::Cancel | DocumentKind::CancelBody => CANCELLATION,
        DocumentKind::Modify | DocumentKind::ModifyBody => MODIFICATION,
        DocumentKind::Pay | DocumentKind::PayBody => PAYMENT,
        DocumentKind::Sync | DocumentKind::SyncBody => SYNC,
        DocumentKind::PrepaidMessage | DocumentKind::PrepaidMessageBody => PREPAID_MESSAGE,
        DocumentKind::PendingMessage | DocumentKind::PendingMessageBody => PENDING_MESSAGE,
        DocumentKind::DirectComplete => DIRECT_COMPLETION,
    }
}

/// On any request: which order it is, and whose.
const IDENTITY: &[AcrossFields] =
    &[identity::encoded_too_long, identity::service_id_format, identity::identity_mismatch, context::mode_differs];

/// On payments and discounts.
const ITEMS: &[AcrossFields] = &[money::duplicate_payment_name, money::duplicate_discount_name, money::item_without_substance];

/// On the items, by an industry's profile.
const INDUSTRY: &[AcrossFields] = &[industry::industry_item_missing, industry::industry_item_not_allowed, industry::industry_fields];

/// What a merchant is about to send, against itself, the clock and the created order.
const COMPLETION: &[&[AcrossFields]] = &[
    ITEMS,
    &[money::discount_without_amount, money::total, money::exceeds_risk_fund, money::exceeds_service_limit],
    INDUSTRY,
    &[
        time::end_time_required,
        time::order_of_times,
        time::time_format_changed,
        time::start_time_in_future,
        time::end_time_in_future,
        time::remark_without_time,
        time::end_location_without_start,
    ],
    IDENTITY,
    &[state::retry_differs, state::state_not_completable, context::created_unread, context::previous_unread],
];

const CREATION: &[&[AcrossFields]] = &[
    ITEMS,
    &[creation::discount_without_description, creation::payments_above_service_limit, creation::risk_fund_above_service_limit],
    INDUSTRY,
    &[
        creation::device_id_missing,
        creation::start_time_in_past,
        time::order_of_times_alone,
        creation::end_time_too_soon,
        time::remark_without_time,
        time::end_location_alone,
        creation::openid_form,
        creation::openid_required,
        creation::openid_conflict,
        creation::sub_openid_without_sub_appid,
        creation::risk_name_mode,
        creation::notify_url_form,
        creation::attach_not_encoded,
    ],
    IDENTITY,
    &[state::retry_differs, context::created_unread, context::previous_unread],
];

const QUERY: &[&[AcrossFields]] = &[&[lookup::query_key_missing, lookup::query_key_conflict], IDENTITY, &[context::created_unread]];

const CANCELLATION: &[&[AcrossFields]] =
    &[IDENTITY, &[state::retry_differs, state::cancellation, context::created_unread, context::previous_unread]];

/// What lowers the amount of a completed order.
const MODIFICATION: &[&[AcrossFields]] = &[
    ITEMS,
    &[
        money::discount_without_amount,
        money::total,
        modify::amount_not_lowered,
        modify::modified_to_zero,
        money::exceeds_risk_fund,
        money::exceeds_service_limit,
    ],
    INDUSTRY,
    IDENTITY,
    &[state::collection_under_way, context::created_unread, context::previous_unread],
];

const PAYMENT: &[&[AcrossFields]] = &[IDENTITY, &[state::collection_under_way, context::created_unread]];

const SYNC: &[&[AcrossFields]] = &[
    &[sync::paid_time_in_future, sync::paid_time_before_completion, sync::paid_amount_mismatch],
    IDENTITY,
    &[state::collection_under_way, context::created_unread],
];

const PREPAID_MESSAGE: &[&[AcrossFields]] = &[
    ITEMS,
    &[money::discount_without_amount, money::total_of_message, message::prepaid_time_too_soon],
    IDENTITY,
    &[state::prepaid_message, context::created_unread],
];

const PENDING_MESSAGE: &[&[AcrossFields]] = &[
    ITEMS,
    &[money::discount_without_amount, money::total_of_message, message::pending_time_too_soon],
    IDENTITY,
    &[state::pending_message, context::created_unread],
];

const DIRECT_COMPLETION: &[&[AcrossFields]] = &[
    ITEMS,
    &[
        money::discount_without_amount,
        direct_complete::discounts_over_five,
        money::total,
        money::exceeds_service_limit,
        time::order_of_times_alone,
        time::start_time_in_future,
        time::end_time_in_future_disputed,
        time::remark_without_time,
        time::end_location_alone,
        creation::openid_form,
        creation::notify_url_form,
        creation::attach_not_encoded,
    ],
    IDENTITY,
    &[context::created_unread],
];

/// What WeChat Pay returned, against itself: no clock and no other order counts here, and no request but the one it answers.
const SERVICE_ORDER: &[&[AcrossFields]] = &[&[
    identity::service_id_format,
    returned::state_collection_conflict,
    returned::unexpected_state_description,
    returned::confirmation_expected,
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
]];

#[cfg(feature = "declarations")]
pub fn catalogue() -> impl Iterator<Item = &'static finding::Rule> {
    [
        value::RULES,
        document::RULES,
        draft::RULES,
        money::RULES,
        time::RULES,
        identity::RULES,
        state::RULES,
        context::RULES,
        industry::RULES,
        creation::RULES,
        lookup::RULES,
        modify::RULES,
        sync::RULES,
        message::RULES,
        direct_complete::RULES,
        returned::RULES,
        collection::RULES,
        json::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// What the rules across fields need beside the document.
pub struct Asked<'a> {
    pub mode: Mode,
    pub options: &'a ValidateOptions,
    /// Pointers at which this request differs from the previous one, where there was one.
    pub retry: Option<&'a [Given]>,
}

pub fn find_across_fields(record: &Record, asked: &Asked, findings: &mut Findings) {
    let Asked { mode, options, retry } = *asked;
    let order = Order::new(options.kind.spec(), record);
    let created = match options.kind {
        DocumentKind::ServiceOrder => Some(order.document()),
        _ => options.created_order(),
    };
    let case = Case { order, mode, created, options, retry: retry.filter(|_| order.is_object()) };
    for rule in across_fields(options.kind).iter().copied().flatten() {
        rule(&case, findings);
    }
}
