//! The WeChat Pay payscore (支付分) order model and every rule on it.
//!
//! Data flows one way. A value comes in by one of two doors ([`input`]); its document's table ([`model`]) turns it into a
//! [`record`]; the [`rules`] look at the record and leave findings; a [`report`] puts them into words.
//! Nothing here knows JavaScript: `wasm` alone does, and it only converts.

pub mod batch;
pub mod compose;
pub mod guide;
pub mod input;
pub mod model;
pub mod options;
pub mod record;
pub mod report;
pub mod rules;
pub mod values;

#[cfg(feature = "declarations")]
pub mod declarations;
#[cfg(target_arch = "wasm32")]
mod wasm;

use compose::diff;
use compose::draft;
use compose::request::{self, Request};
use input::value::Json;
use model::kind::{DocumentKind, Mode, Part};
use model::table::Cell;
use options::ValidateOptions;
use record::Record;
use record::path::At;
use report::Report;
use rules::finding::Findings;
use rules::order::Order;
use rules::{Asked, document, value};
use values::text::Given;

/// Checks a document against every rule its options switch on. `whole` reads it as it was given; it is called only where a rule
/// compares that, or has to find out what it is.
pub fn validate<'t>(mut record: Record<'t>, options: &ValidateOptions, whole: impl Fn() -> Option<Json>) -> Report<'t> {
    let mode = options.mode_of(&record);
    let mut findings = Findings::default();
    check(&mut record, mode, options, whole, &mut findings);
    Report::new(mode, options, record, findings)
}

/// As [`validate`], for a record whose memory is used again.
pub fn check(record: &mut Record, mode: Mode, options: &ValidateOptions, whole: impl Fn() -> Option<Json>, findings: &mut Findings) {
    if let Some(wrong) = document::wrong_document(record, options.kind, &whole) {
        return findings.push(At::DOCUMENT, wrong);
    }
    value::check(record, options.kind, mode, findings);
    if let Some(wrong) = document::returned_order(record, options.kind, mode) {
        *findings = Findings::default();
        return findings.push(At::DOCUMENT, wrong);
    }
    let sent = options.compared_body().and_then(|_| whole());
    let retry = sent.map(|sent| changes_since_previous(&sent_body(sent, options.kind, mode), mode, options));
    rules::find_across_fields(record, &Asked { mode, options, retry: retry.as_deref() }, findings);
}

/// A request ready to send, or only the report that says why there is none.
#[derive(Debug)]
pub struct Built<'t> {
    pub request: Option<Request>,
    pub report: Report<'t>,
}

/// Composes the request of `options.kind` from a draft, and checks it by the same rules.
pub fn build<'t>(mut record: Record<'t>, options: &ValidateOptions, whole: impl Fn() -> Option<Json>) -> Built<'t> {
    let mut findings = Findings::default();
    if let Some(wrong) = document::wrong_document(&record, options.kind, whole) {
        findings.push(At::DOCUMENT, wrong);
        return Built { request: None, report: Report::new(options.mode_of(&record), options, record, findings) };
    }
    let mode = draft::normalise(&mut record, options, &mut findings);
    value::check(&mut record, options.kind, mode, &mut findings);
    // The body is compared as it would be sent, without what was found not to belong in it.
    let retry = options.compared_body().map(|_| changes_since_previous(&request::body(&record, options.kind, mode), mode, options));
    rules::find_across_fields(&record, &Asked { mode, options, retry: retry.as_deref() }, &mut findings);
    let report = Report::new(mode, options, record, findings);
    let request = report.is_valid().then(|| Request::compose(report.record(), options.kind, mode));
    Built { request, report }
}

impl ValidateOptions {
    /// A partner's document names its sub-merchant; an empty text names nobody.
    pub fn mode_of(&self, record: &Record) -> Mode {
        let order = Order::new(self.kind.spec(), record);
        let sub_merchant = order.sub_mchid();
        let names_sub_merchant = order.is_object() && !sub_merchant.is_absent() && !sub_merchant.is_empty_text();
        self.mode.unwrap_or(if names_sub_merchant { Mode::Partner } else { Mode::Direct })
    }

    /// The body sent before, for the kinds whose retry must repeat it.
    fn compared_body(&self) -> Option<&Json> {
        let is_compared = matches!(
            self.kind,
            DocumentKind::Completion
                | DocumentKind::CompletionBody
                | DocumentKind::Create
                | DocumentKind::Cancel
                | DocumentKind::CancelBody
                | DocumentKind::Modify
                | DocumentKind::ModifyBody
        );
        self.previous_body().filter(|_| is_compared)
    }
}

/// The part of a document that is sent as its body.
fn sent_body(mut document: Json, kind: DocumentKind, mode: Mode) -> Json {
    let spec = kind.spec();
    if spec.part == Part::Whole {
        remove_what_is_beside(&mut document, kind, mode);
    }
    document
}

/// Removes the fields that a document carries beside its body.
fn remove_what_is_beside(document: &mut Json, kind: DocumentKind, mode: Mode) {
    for field in kind.spec().table.fields {
        let beside = field.presence.cell(Part::Whole, mode);
        let inside = field.presence.cell(Part::Body, mode);
        if beside != inside && matches!(inside, Cell::Unknown | Cell::Misplaced) {
            document.remove(field.name);
        }
    }
}

/// The pointers at which a body differs from the previous one, which may have been kept with its order number.
fn changes_since_previous(body: &Json, mode: Mode, options: &ValidateOptions) -> Vec<Given> {
    let mut previous = options.previous_body().cloned().unwrap_or(Json::Null);
    remove_what_is_beside(&mut previous, options.kind, mode);
    diff::differences(&previous, body).into_iter().map(|difference| difference.pointer).collect()
}
