//! Every invariant of what we lay out, broken once: for the test that such a thing stops with a message and never becomes a
//! verdict. No package is built with it.

use wasm_bindgen::prelude::*;

use crate::compose::request::Request;
use crate::input::tape::Tape;
use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::ServiceOrder;
use crate::options::ValidateOptions;
use crate::record::Record;
use crate::record::path::At;
use crate::record::slot::{Block, List, Slot};
use crate::rules::order::Order;
use crate::values::text::{Script, Span};

/// Breaks an invariant by its name, and tells whether a verdict came of it.
#[wasm_bindgen]
pub fn fault(name: &str) -> bool {
    let kind = DocumentKind::Completion;
    let rows = kind.spec().table.fields.len();
    let object = |head: u32, slots: usize, doubtful: u32| {
        let mut laid = vec![Slot::Object(Block::broken(head)), Slot::Head { holder: At::DOCUMENT.holder, step: 0, doubtful }];
        laid.resize(2 + slots, Slot::Absent);
        laid
    };
    match name {
        "an object has a head" => {
            let mut laid = object(1, rows, u32::MAX);
            laid[1] = Slot::Absent;
            checked(laid, b"")
        }
        "an object lies in the record" => checked(object(900, rows, u32::MAX), b""),
        "an object has a slot for each row" => checked(object(1, 1, u32::MAX), b""),
        "a doubtful row is a row of the table" => checked(object(1, 40, u32::MAX), b""),
        "a list lies in the record" => {
            // Wherever the table has a list, one that reaches beyond the record.
            let mut laid = object(1, rows, u32::MAX);
            laid[2..].fill(Slot::List(List::broken(1, 5000)));
            checked(laid, b"")
        }
        "a text lies in the text" => {
            let mut laid = object(1, rows, u32::MAX);
            laid[2] = Slot::Text(Span { start: 5, len: 50, script: Script::Ascii });
            checked(laid, b"short")
        }
        "an unknown key lies in the text" => {
            let record = Record::laid(object(1, rows, 0), b"", &[1, 3, 9, 0, 2]);
            has_verdict(record)
        }
        "a tape ends behind its value" => {
            crate::input::object::read(&Tape::new(Vec::new(), Vec::new()), kind.spec().table).root() == Slot::Absent
        }
        "a tape holds tags alone" => {
            crate::input::object::read(&Tape::new(vec![200], Vec::new()), kind.spec().table).root() == Slot::Absent
        }
        "a rule looks at documents of its own table" => {
            let record = Record::laid(object(1, rows, 0), b"", &[]);
            Order::new(kind.spec(), &record).document::<ServiceOrder>().is_object()
        }
        "only a request is composed" => {
            let record = Record::laid(object(1, 60, 0), b"", &[]);
            Request::compose(&record, DocumentKind::ServiceOrder, Mode::Direct).body_text().is_some()
        }
        "a request that is sent names its order" => {
            let record = Record::laid(object(1, rows, 0), b"", &[]);
            Request::compose(&record, kind, Mode::Direct).body_text().is_some()
        }
        other => panic!("no invariant is named “{other}”"),
    }
}

fn checked(slots: Vec<Slot>, text: &[u8]) -> bool {
    has_verdict(Record::laid(slots, text, &[]))
}

fn has_verdict(record: Record) -> bool {
    let report = crate::validate(record, &ValidateOptions::default(), || None);
    report.issues().count() < usize::MAX
}
