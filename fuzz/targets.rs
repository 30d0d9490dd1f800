//! What must hold for any bytes: checked with coverage-guided input by `npm run fuzz`, and over the kept corpus by `cargo test`.

use std::convert::Infallible;

use payscore::batch::{Batch, BatchOptions, Counts, Format};
use payscore::compose::request::Request;
use payscore::guide;
use payscore::input::json::{self, Encoding, LineBreaks, Source};
use payscore::input::object;
use payscore::input::tape::Tape;
use payscore::input::value::Json;
use payscore::model::kind::{DocumentKind, Part};
use payscore::options::ValidateOptions;
use payscore::record::Record;
use payscore::rules::finding::Severity;
use payscore::values::named::Named;

fn options(kind: DocumentKind) -> ValidateOptions {
    ValidateOptions { kind, ..ValidateOptions::default() }
}

/// The bytes as a single JSON value.
fn tape(json: &[u8]) -> Option<Tape> {
    json::tape(&mut Source { bytes: json, at: 0, encoding: Encoding::Utf8, line_breaks: LineBreaks::AreSpace }, 0)
}

fn laid_out(tape: &Tape, kind: DocumentKind) -> Record<'_> {
    object::read(tape, kind.spec().table)
}

fn whole(tape: &Tape) -> Option<Json> {
    Some(Json::read(&mut tape.cursor()))
}

fn is_json(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok() && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

/// Both doors give the same verdict, an independent parser agrees on what is JSON, and it makes no difference how the bytes are
/// split into pieces.
pub fn doors(json: &[u8]) {
    let is_one_value = is_json(json) && !json.starts_with(b"\xEF\xBB\xBF");
    for kind in DocumentKind::ALL.iter().copied() {
        let array = [b"[", json, b"]"].concat();
        let counts = counted(&array, kind, Format::Json, usize::MAX);
        assert_eq!(counted(&array, kind, Format::Json, 3), counts);
        if is_one_value {
            let order = tape(json).expect("JSON is taken up");
            let report = payscore::validate(laid_out(&order, kind), &options(kind), || whole(&order));
            assert_eq!(counts.orders, 1);
            assert_eq!([counts.errors, counts.warnings], [Severity::Error, Severity::Warning].map(|severity| report.count(severity)));
            for issue in report.issues() {
                let _ = issue;
            }
        }
        assert_eq!(counted(json, kind, Format::Auto, 7), counted(json, kind, Format::Auto, usize::MAX));
    }
}

/// A built request is valid, and building it again changes nothing.
pub fn builder(json: &[u8]) {
    if !is_json(json) {
        return;
    }
    let Some(draft) = tape(json) else { return };
    for kind in DocumentKind::ALL.iter().filter(|kind| kind.is_request() && kind.spec().part == Part::Whole) {
        let built = payscore::build(laid_out(&draft, *kind), &options(*kind), || whole(&draft));
        let Some(body) = built.request.as_ref().and_then(Request::body_text) else { continue };
        assert!(is_json(body.as_bytes()));
        let body = tape(body.as_bytes()).expect("what is built is JSON");
        let kind = kind.body().unwrap_or(*kind);
        assert!(payscore::validate(laid_out(&body, kind), &options(kind), || whole(&body)).is_valid());
    }
}

/// Whatever a `catch` holds is explained, and the same way where it lies in a list; so is any text.
pub fn explain(bytes: &[u8]) {
    let text = serde_json::to_vec(&String::from_utf8_lossy(bytes)).expect("a text is JSON");
    for json in [bytes, &text] {
        if !is_json(json) {
            continue;
        }
        let (Some(refusal), Some(listed)) = (tape(json), tape(&[b"[", json, b"]"].concat())) else { continue };
        let [found, again] = [&refusal, &listed].map(guide::explain::explain);
        assert!(found.pointer.is_empty() || found.pointer.starts_with(b"/"));
        assert_eq!(
            (found.matched, found.entry, found.refusal.retry, &found.pointer),
            (again.matched, again.entry, again.refusal.retry, &again.pointer)
        );
    }
}

fn counted(json: &[u8], kind: DocumentKind, format: Format, piece: usize) -> Counts {
    let mut batch = Batch::new(BatchOptions { each: options(kind), format, max_issues: u64::MAX, ..BatchOptions::default() });
    let mut left = Vec::new();
    let mut rest = json;
    loop {
        let (next, later) = rest.split_at(piece.min(rest.len()));
        rest = later;
        left.extend_from_slice(next);
        let consumed = batch.check::<Infallible>(&left, rest.is_empty(), None, &mut |_| {}).unwrap_or_else(|never| match never {});
        left.drain(..consumed);
        if rest.is_empty() {
            return batch.counts();
        }
    }
}
