//! Many orders in one go, straight from bytes: one a line, or the items of a JSON array.

use core::mem;

mod options;

pub use options::{BatchOptions, Context, Fields, Format};

use crate::answer;
use crate::bytes::{self, Decoder, Encoding, LineBreaks, Parsed, Plan, Source};
use crate::document::{DocumentKind, Mode};
use crate::fields::SERVICE_ORDER;
use crate::finding::{Findings, Param, Severity};
use crate::json::Json;
use crate::options::ValidateOptions;
use crate::order::Document;
use crate::path::At;
use crate::position::{Places, Position};
use crate::record::{Record, Slot};
use crate::report::Report;
use crate::rules;
use crate::rules::json::INVALID_JSON;
use crate::rules::value;
use crate::tape::{Tape, Value};
use crate::{changes_since_previous, sent_body};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub orders: u64,
    /// Orders with an error, or that are no JSON.
    pub invalid: u64,
    pub errors: u64,
    pub warnings: u64,
    pub bytes: u64,
}

/// Asks the caller what belongs to an order, by its index and number. What the caller throws ends the batch.
pub type AskContext<'a, E> = &'a mut dyn FnMut(u64, Option<&[u8]>) -> Result<Option<Context>, E>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Start,
    Lines,
    /// Passing over the rest of a line that is longer than any order.
    RestOfLine,
    FirstItem,
    Item,
    BehindItem,
    OneOrder,
    /// Behind the array or the order, where nothing more may come.
    Behind,
    /// What follows is not read.
    Over,
}

/// An order of more bytes is none.
const LONGEST_ORDER: usize = 1 << 26;
/// How far inside what is compared as a whole a value stands: an order itself, and a member of its line as of options.
const WHOLE: usize = 0;
const MEMBER: usize = 1;
const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

#[derive(Debug)]
pub struct Batch {
    options: BatchOptions,
    /// Of a completion, and of an order that came back.
    plans: [Plan; 2],
    /// Room for a record, used again and again.
    spare: Record<'static>,
    state: State,
    /// Of the first byte that is not yet consumed.
    position: Position,
    counts: Counts,
    told: u64,
    is_truncated: bool,
    /// How many of the bytes that were left have been looked at in vain.
    searched: usize,
}

/// One call of [`Batch::check`].
struct Run<'b, 'a, E> {
    batch: &'b mut Batch,
    ask: Option<AskContext<'a, E>>,
    found: Tape,
    found_orders: u32,
}

impl Batch {
    pub fn new(options: BatchOptions) -> Self {
        let plans = [DocumentKind::Completion, DocumentKind::ServiceOrder].map(|kind| Plan::new(Document::of_kind(kind).table));
        Batch { plans, ..Batch::bare(options) }
    }

    fn bare(options: BatchOptions) -> Self {
        Batch {
            options,
            plans: Default::default(),
            spare: Record::default(),
            state: State::Start,
            position: Position::START,
            counts: Counts::default(),
            told: 0,
            is_truncated: false,
            searched: 0,
        }
    }

    /// Begins anew with other orders, knowing still how the last ones looked.
    pub fn restart(&mut self, options: BatchOptions) {
        let Batch { plans, spare, .. } = mem::replace(self, Batch::bare(options));
        (self.plans, self.spare) = (plans, spare);
    }

    fn plan(&mut self) -> &mut Plan {
        let [completion, service_order] = &mut self.plans;
        match self.options.each.kind {
            DocumentKind::Completion | DocumentKind::CompletionBody => completion,
            DocumentKind::ServiceOrder => service_order,
        }
    }

    /// What the bytes that come next are made of.
    pub fn expect(&mut self, encoding: Encoding) {
        self.options.encoding = encoding;
    }

    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Whether there were more issues than were told of.
    pub fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    /// Checks the orders that stand whole in the bytes and tells of those with issues. How many bytes were consumed comes
    /// along: the others are to be given again with those that follow.
    pub fn check<E>(&mut self, bytes: &[u8], is_last: bool, ask: Option<AskContext<'_, E>>) -> Result<(usize, Option<Tape>), E> {
        let mut found = Tape::default();
        let head = found.open();
        let mut run = Run { batch: self, ask, found, found_orders: 0 };
        let consumed = run.check(bytes, is_last)?;
        let Run { mut found, found_orders, .. } = run;
        self.counts.bytes = self.counts.bytes.saturating_add(consumed as u64);
        found.close(head, Value::Array(found_orders));
        Ok((consumed, (found_orders > 0).then_some(found)))
    }
}

impl<E> Run<'_, '_, E> {
    fn check(&mut self, bytes: &[u8], is_last: bool) -> Result<usize, E> {
        let mut at = 0;
        if self.batch.state == State::Start {
            let Some(start) = self.start(bytes, is_last) else { return Ok(0) };
            self.pass_over(bytes.get(..start).unwrap_or_default());
            at = start;
        }
        match self.batch.state {
            State::Lines | State::RestOfLine => self.lines(bytes, at, is_last),
            _ => self.items(bytes, at, is_last),
        }
    }

    fn pass_over(&mut self, bytes: &[u8]) {
        self.batch.position = self.batch.position.behind(bytes);
    }

    /// Tells the format, past a byte order mark and white space; `None` while there is nothing else.
    fn start(&mut self, bytes: &[u8], is_last: bool) -> Option<usize> {
        let after_mark = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let may_become_a_mark = BYTE_ORDER_MARK.starts_with(bytes) || after_mark.is_empty();
        if may_become_a_mark && !is_last {
            return None;
        }
        let mark = bytes.len().saturating_sub(after_mark.len());
        let first = after_mark.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
        self.batch.state = match (self.batch.options.format, first) {
            (_, None) if !is_last => return None,
            (Format::Auto | Format::Json, Some(b'[')) => State::FirstItem,
            (Format::Json, Some(_)) => State::OneOrder,
            (Format::Json, None) => State::Over,
            (Format::Auto | Format::Ndjson, _) => State::Lines,
        };
        // The mark is no column of the first line.
        if mark > 0 {
            self.batch.position.column = 0;
        }
        Some(mark)
    }

    fn lines(&mut self, bytes: &[u8], mut at: usize, is_last: bool) -> Result<usize, E> {
        let end = match end_of_lines(bytes, self.batch.searched, is_last) {
            Some(end) => end,
            None if bytes.len() < LONGEST_ORDER => {
                self.batch.searched = bytes.len();
                return Ok(at);
            }
            None => {
                if self.batch.state == State::Lines {
                    self.no_json(self.batch.position, self.batch.position);
                    self.batch.state = State::RestOfLine;
                }
                bytes.len()
            }
        };
        self.batch.searched = 0;
        let lines = bytes.get(..end).unwrap_or_default();
        if self.batch.state == State::RestOfLine {
            let line = line_length(lines, at);
            self.pass_over(lines.get(at..at.saturating_add(line)).unwrap_or_default());
            at = at.saturating_add(line);
            if lines.get(at.saturating_sub(1)) == Some(&b'\n') {
                self.batch.state = State::Lines;
            }
        }
        let source = Source { bytes: lines, at, encoding: self.batch.options.encoding, line_breaks: LineBreaks::End };
        let mut plan = mem::take(self.batch.plan());
        let mut decoder = Decoder::new(source, &mut plan, mem::take(&mut self.batch.spare));
        let mut outcome = Ok(());
        while decoder.source.at < lines.len() && outcome.is_ok() {
            outcome = self.line(&mut decoder);
        }
        self.batch.spare = mem::take(&mut decoder.record).cleared_for(&[]);
        *self.batch.plan() = plan;
        outcome.map(|()| end)
    }

    fn line(&mut self, decoder: &mut Decoder<'_, '_>) -> Result<(), E> {
        let lines = decoder.source.bytes;
        let start = decoder.source.at;
        let ended = match decoder.source.next_byte() {
            Some(b'\n') => Ok(()),
            None => return Ok(()),
            Some(_) => {
                let first = decoder.source.at;
                let decoded = self.decode(decoder).and_then(|found| at_end_of_line(&mut decoder.source).map(|()| found));
                match decoded {
                    Some(context) => {
                        let position = self.batch.position.behind_some(lines, start, decoder.start_of_order());
                        self.order(decoder, position, context)?;
                        Ok(())
                    }
                    None => Err((first, decoder.source.at)),
                }
            }
        };
        if let Err((first, offset)) = ended {
            let position = self.batch.position.behind_some(lines, start, first);
            let stopped = self.batch.position.behind_some(lines, start, offset);
            decoder.source.at = start.saturating_add(line_length(lines, start));
            self.no_json(position, stopped);
        } else {
            decoder.source.advance(1);
        }
        let line = lines.get(start..decoder.source.at).unwrap_or_default();
        let position = &mut self.batch.position;
        *position =
            Position { line: position.line.saturating_add(1), column: 1, offset: position.offset.saturating_add(line.len() as u64) };
        Ok(())
    }

    fn items(&mut self, bytes: &[u8], mut at: usize, is_last: bool) -> Result<usize, E> {
        if self.batch.state != State::Over && !is_last && bytes.len() < self.batch.searched {
            return Ok(at);
        }
        let source = Source { bytes, at, encoding: self.batch.options.encoding, line_breaks: LineBreaks::AreSpace };
        let mut plan = mem::take(self.batch.plan());
        let mut decoder = Decoder::new(source, &mut plan, mem::take(&mut self.batch.spare));
        let mut outcome = Ok(());
        while outcome.is_ok() && self.batch.state != State::Over {
            let before = self.batch.state;
            match self.item(&mut decoder, is_last) {
                Ok(Some(())) => {}
                Ok(None) => {
                    let offset = decoder.source.at;
                    self.batch.state = before;
                    let is_cut_off = offset >= bytes.len() && !is_last && bytes.len().saturating_sub(at) < LONGEST_ORDER;
                    let is_whole = offset >= bytes.len() && before == State::Behind;
                    if is_cut_off {
                        // An order that is cut off again and again is read again only when there is twice as much of it.
                        self.batch.searched = bytes.len().saturating_sub(at).saturating_mul(2);
                        break;
                    }
                    if !is_whole {
                        let stopped = self.batch.position.behind_some(bytes, at, offset);
                        self.no_json(stopped, stopped);
                    }
                    self.batch.state = State::Over;
                }
                Err(thrown) => outcome = Err(thrown),
            }
            if outcome.is_ok() && self.batch.state != before {
                self.pass_over(bytes.get(at..decoder.source.at).unwrap_or_default());
                at = decoder.source.at;
            }
        }
        self.batch.spare = mem::take(&mut decoder.record).cleared_for(&[]);
        *self.batch.plan() = plan;
        outcome.map(|()| if self.batch.state == State::Over { bytes.len() } else { at })
    }

    /// One step through an array of orders.
    fn item(&mut self, decoder: &mut Decoder<'_, '_>, is_last: bool) -> Result<Parsed<()>, E> {
        let start = decoder.source.at;
        let Some(byte) = decoder.source.next_byte() else { return Ok(None) };
        let state = self.batch.state;
        self.batch.state = match (state, byte) {
            (State::FirstItem, b'[') => {
                decoder.source.advance(1);
                match decoder.source.next_byte() {
                    Some(b']') => {
                        decoder.source.advance(1);
                        State::Behind
                    }
                    Some(_) => State::Item,
                    None => return Ok(None),
                }
            }
            (State::Item | State::OneOrder, _) => {
                let Some(context) = self.decode(decoder) else { return Ok(None) };
                // A number alone has no end of its own.
                let may_go_on = matches!(byte, b'-' | b'0'..=b'9') && !is_last;
                if may_go_on && decoder.source.peek().is_none() {
                    return Ok(None);
                }
                let position = self.batch.position.behind_some(decoder.source.bytes, start, decoder.start_of_order());
                self.order(decoder, position, context)?;
                if state == State::Item { State::BehindItem } else { State::Behind }
            }
            (State::BehindItem, b',') => {
                decoder.source.advance(1);
                State::Item
            }
            (State::BehindItem, b']') => {
                decoder.source.advance(1);
                State::Behind
            }
            _ => return Ok(None),
        };
        Ok(Some(()))
    }

    /// The order at this place, with what stands beside it in its line.
    fn decode(&mut self, decoder: &mut Decoder<'_, '_>) -> Parsed<Option<Context>> {
        let Some(fields) = &self.batch.options.fields else {
            decoder.order()?;
            return Some(None);
        };
        let mut context = Context::default();
        let mut order_at = None;
        let line = decoder.source.at;
        if decoder.source.peek() != Some(b'{') {
            decoder.order()?;
            return Some(Some(context));
        }
        decoder.source.advance(1);
        let mut goes_on = !decoder.source.is_empty(b'}')?;
        while goes_on {
            let name = decoder.source.key()?.meaning(decoder.source.bytes);
            decoder.source.next_byte()?;
            if *name == fields.order {
                order_at = Some(decoder.source.at);
                decoder.source.skip()?;
            } else if *name == fields.created {
                context.created = created(&bytes::tape(&mut decoder.source, MEMBER)?);
            } else if *name == fields.previous {
                context.previous = previous(&bytes::tape(&mut decoder.source, MEMBER)?);
            } else {
                decoder.source.skip()?;
            }
            goes_on = decoder.source.goes_on(b'}')?;
        }
        let end = mem::replace(&mut decoder.source.at, order_at.unwrap_or(line));
        if order_at.is_some() {
            decoder.order()?
        } else {
            decoder.nothing(line)
        }
        decoder.source.at = end;
        Some(Some(context))
    }

    fn order(&mut self, decoder: &mut Decoder<'_, '_>, position: Position, context: Option<Context>) -> Result<(), E> {
        let context = match (&mut self.ask, context) {
            (Some(ask), _) => ask(self.batch.counts.orders, order_no(&self.batch.options.each, &decoder.record))?,
            (None, context) => context,
        };
        let options = &mut self.batch.options.each;
        let of_all = context.map(|context| {
            (
                context.created.map(|created| options.created.replace(created)),
                context.previous.map(|previous| options.previous.replace(previous)),
            )
        });
        self.checked(decoder, position);
        let options = &mut self.batch.options.each;
        if let Some((created, previous)) = of_all {
            if let Some(created) = created {
                options.created = created;
            }
            if let Some(previous) = previous {
                options.previous = previous;
            }
        }
        Ok(())
    }

    fn checked(&mut self, decoder: &mut Decoder<'_, '_>, position: Position) {
        let options = &self.batch.options.each;
        let mode = options.mode_of(&decoder.record);
        let retry = options.previous.as_ref().map(|_| {
            let order = Source { at: decoder.start_of_order(), ..decoder.source };
            let sent = bytes::tape(&mut { order }, WHOLE).map_or(Json::Null, |tape| Json::read(&mut tape.cursor()));
            changes_since_previous(&sent_body(sent, options.kind, mode), options)
        });
        let mut findings = Findings::default();
        rules::find(&mut decoder.record, mode, options, retry.as_deref(), &mut findings);
        self.batch.counts.orders = self.batch.counts.orders.saturating_add(1);
        if !findings.is_empty() || self.batch.options.all {
            let start = decoder.start_of_order();
            decoder.locate();
            let report = Report::new(mode, options, mem::take(&mut decoder.record), findings);
            let places = Places::new(position, decoder.source.bytes, start..decoder.source.at);
            self.tell(&report, position, |at, record| places.of(record.offset(at) as usize));
            decoder.record = report.into_record();
        }
    }

    fn no_json(&mut self, position: Position, stopped: Position) {
        let options = &self.batch.options.each;
        let params = [stopped.line, stopped.column, stopped.offset].map(|number| Param::Number(number as f64));
        let mut findings = Findings::default();
        findings.push(&INVALID_JSON, At::DOCUMENT, &params);
        let report = Report::new(options.mode.unwrap_or(Mode::Direct), options, Record::default(), findings);
        self.batch.counts.orders = self.batch.counts.orders.saturating_add(1);
        self.tell(&report, position, |_, _| stopped);
    }

    fn tell(&mut self, report: &Report, position: Position, place: impl Fn(At, &Record) -> Position) {
        let batch = &mut *self.batch;
        let [errors, warnings] = [Severity::Error, Severity::Warning].map(|severity| report.count(severity));
        batch.counts.errors = batch.counts.errors.saturating_add(errors);
        batch.counts.warnings = batch.counts.warnings.saturating_add(warnings);
        batch.counts.invalid = batch.counts.invalid.saturating_add(u64::from(errors > 0));
        let left = batch.options.max_issues.saturating_sub(batch.told);
        let issues = errors.saturating_add(warnings);
        batch.is_truncated |= issues > left;
        if issues > 0 && left == 0 {
            return;
        }
        batch.told = batch.told.saturating_add(issues.min(left));
        self.found_orders = self.found_orders.saturating_add(1);
        let order = answer::CheckedOrder {
            index: batch.counts.orders.saturating_sub(1),
            position,
            out_order_no: order_no(&batch.options.each, report.record()),
            report,
        };
        answer::checked_order(&mut self.found, &order, left, &|at| place(at, report.record()));
    }
}

/// The number under which an order's report is found again, where it has one of a sensible length.
fn order_no<'r>(options: &ValidateOptions, record: &'r Record) -> Option<&'r [u8]> {
    const LONGEST: usize = 256;
    let Slot::Object(root) = record.root() else { return None };
    match record.get(root.slot(Document::of_kind(options.kind).out_order_no)) {
        Slot::Text(span) if span.len as usize <= LONGEST => Some(record.text(span)),
        _ => None,
    }
}

pub fn created(tape: &Tape) -> Option<Record<'static>> {
    let record = Record::read_part(&mut tape.cursor(), tape, &SERVICE_ORDER);
    matches!(record.root(), Slot::Object(_)).then(|| value::settled(record))
}

pub fn previous(tape: &Tape) -> Option<Json> {
    let body = Json::read(&mut tape.cursor());
    matches!(body, Json::Object(_)).then_some(body)
}

/// The end of the last whole line. The last line of all needs no line break.
fn end_of_lines(bytes: &[u8], searched: usize, is_last: bool) -> Option<usize> {
    if is_last {
        return Some(bytes.len());
    }
    let new = bytes.get(searched..).unwrap_or_default();
    new.iter().rposition(|byte| *byte == b'\n').map(|place| searched.saturating_add(place).saturating_add(1))
}

/// With its line break.
fn line_length(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |place| place.saturating_add(1))
}

fn at_end_of_line(source: &mut Source) -> Parsed<()> {
    matches!(source.next_byte(), Some(b'\n') | None).then_some(())
}
