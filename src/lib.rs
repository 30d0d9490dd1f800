//! The WeChat Pay payscore (支付分) order model and every rule on it.
//!
//! Data flows one way. A value comes in as a [`Tape`], laid flat by whoever has it; its document's field table
//! turns it into a [`Record`]; the rules look at the record and leave findings; a [`Report`] puts them into words.
//! Nothing here knows JavaScript: the binding alone does, and it only converts.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

use alloc::vec::Vec;

pub mod actions;
pub mod answer;
pub mod batch;
pub mod bytes;
pub mod convert;
pub mod document;
mod draft;
pub mod explain;
pub mod fields;
pub mod finding;
pub mod industry;
pub mod json;
pub mod language;
pub mod layout;
pub mod moment;
pub mod money;
mod number;
pub mod options;
pub mod order;
pub mod path;
mod plain;
pub mod position;
pub mod record;
pub mod report;
pub mod request;
pub mod rules;
pub mod summary;
pub mod tape;
pub mod text;
pub mod wrong_option;

#[cfg(target_arch = "wasm32")]
mod binding;
#[cfg(feature = "declarations")]
pub mod declarations;
mod message;
mod ranking;

use document::{DocumentKind, Mode};
use finding::Findings;
use json::Json;
use options::ValidateOptions;
use order::{Document, Order};
use record::Record;
use report::Report;
use request::Request;
use tape::Tape;
use wrong_option::WrongOption;

/// Checks an order against every rule its options switch on.
pub fn validate<'t>(order: &'t Tape, options: &ValidateOptions) -> Report<'t> {
    let sent = options.previous.as_ref().map(|_| Json::read(&mut order.cursor()));
    let mut record = Record::read(order, Document::of_kind(options.kind).table);
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

/// Composes the request that completes an order from a draft, and checks it by the same rules.
/// Only a completion can be built, so another `kind` is a wrong option.
pub fn build<'t>(draft: &'t Tape, options: &ValidateOptions) -> Result<Built<'t>, WrongOption> {
    if options.kind != DocumentKind::Completion {
        return Err(WrongOption::new(b"kind", r#""completion""#));
    }
    let mut record = Record::read(draft, Document::of_kind(DocumentKind::Completion).table);
    let mut findings = Findings::default();
    let mode = draft::normalise(&mut record, options, &mut findings);
    rules::find_in_values(&mut record, mode, options, &mut findings);
    // Compared is what would be sent, without what was found to be no part of it.
    let retry = options.previous.as_ref().map(|_| changes_since_previous(&request::body(&record, mode), options));
    rules::find_across_fields(&record, options, retry.as_deref(), &mut findings);
    let report = Report::new(mode, options, record, findings);
    let request = report.is_valid().then(|| Request::compose(report.record(), mode));
    Ok(Built { request, report })
}

impl ValidateOptions {
    /// A partner's order names its sub-merchant.
    pub fn mode_of(&self, record: &Record) -> Mode {
        let order = Order::new(self.kind, record);
        let sub_merchant = order.field(order.document.sub_mchid);
        let is_absent = sub_merchant.is_absent() || self.kind.empty_text_is_absence() && sub_merchant.is_empty_text();
        let names_sub_merchant = order.is_object() && !is_absent;
        self.mode.unwrap_or(if names_sub_merchant { Mode::Partner } else { Mode::Direct })
    }
}

/// What of a checked document goes over the wire as the body.
fn sent_body(mut document: Json, kind: DocumentKind, mode: Mode) -> Json {
    if kind == DocumentKind::Completion {
        document.remove("out_order_no");
        if mode == Mode::Partner {
            document.remove("appid");
        }
    }
    document
}

fn changes_since_previous(body: &Json, options: &ValidateOptions) -> Vec<Vec<u8>> {
    let previous = options.previous.as_ref().unwrap_or(&Json::Null);
    json::differences(previous, body).iter().map(|difference| path::pointer(&difference.path)).collect()
}
