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

use compose::diff::{self, Json};
use compose::draft;
use compose::request::{self, Request};
use input::object;
use input::tape::Tape;
use model::kind::{DocumentKind, Mode, Part};
use model::table::Cell;
use options::ValidateOptions;
use record::Record;
use report::Report;
use rules::finding::Findings;
use rules::order::Order;
use values::text::Given;

/// Checks a document against every rule its options switch on.
pub fn validate<'t>(document: &'t Tape, options: &ValidateOptions) -> Report<'t> {
    let sent = options.previous.as_ref().map(|_| Json::read(&mut document.cursor()));
    let mut record = object::read(document, options.kind.spec().table);
    let mode = options.mode_of(&record);
    let retry = sent.map(|sent| changes_since_previous(&sent_body(sent, options.kind, mode), options));
    let mut findings = Findings::default();
    rules::find(&mut record, mode, options, retry.as_deref(), &mut findings);
    Report::new(mode, options, record, findings)
}

/// A request that may be sent, or only the report that says why there is none.
#[derive(Debug)]
pub struct Built<'t> {
    pub request: Option<Request>,
    pub report: Report<'t>,
}

/// Composes the request of `options.kind` from a draft, and checks it by the same rules.
pub fn build<'t>(draft: &'t Tape, options: &ValidateOptions) -> Built<'t> {
    let mut record = object::read(draft, options.kind.spec().table);
    let mut findings = Findings::default();
    let mode = draft::normalise(&mut record, options, &mut findings);
    rules::find_in_values(&mut record, mode, options, &mut findings);
    // Compared is what would be sent, without what was found to be no part of it.
    let retry = options.previous.as_ref().map(|_| changes_since_previous(&request::body(&record, options.kind, mode), options));
    rules::find_across_fields(&record, options, retry.as_deref(), &mut findings);
    let report = Report::new(mode, options, record, findings);
    let request = report.is_valid().then(|| Request::compose(report.record(), options.kind, mode));
    Built { request, report }
}

impl ValidateOptions {
    /// A partner's order names its sub-merchant.
    pub fn mode_of(&self, record: &Record) -> Mode {
        let order = Order::new(self.kind.spec(), record);
        let sub_merchant = order.sub_mchid();
        let is_absent = sub_merchant.is_absent() || self.kind.empty_text_is_absence() && sub_merchant.is_empty_text();
        let names_sub_merchant = order.is_object() && !is_absent;
        self.mode.unwrap_or(if names_sub_merchant { Mode::Partner } else { Mode::Direct })
    }
}

/// What of a checked document goes over the wire as the body.
fn sent_body(mut document: Json, kind: DocumentKind, mode: Mode) -> Json {
    let spec = kind.spec();
    if spec.part == Part::Whole {
        for field in spec.table.fields {
            let beside = field.presence.cell(Part::Whole, mode);
            let inside = field.presence.cell(Part::Body, mode);
            if beside != inside && matches!(inside, Cell::Unknown | Cell::Misplaced) {
                document.remove(field.name);
            }
        }
    }
    document
}

/// The pointers at which a body differs from the previous one.
fn changes_since_previous(body: &Json, options: &ValidateOptions) -> Vec<Given> {
    let previous = options.previous.as_ref().unwrap_or(&Json::Null);
    diff::differences(previous, body).into_iter().map(|difference| difference.pointer).collect()
}
