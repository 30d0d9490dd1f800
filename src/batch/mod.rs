//! Many orders at once, straight from bytes: one per line, or the items of a JSON array.

use std::mem;

mod options;
mod position;

pub use options::{BatchOptions, Context, Fields, Format};

use position::{Places, Position};
use serde::Serialize;

use crate::input::json::{self, Decoder, Encoding, LineBreaks, Parsed, Plan, Source};
use crate::input::object;
use crate::input::tape::{Tape, Value};
use crate::input::value::Json;
use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::SERVICE_ORDER;
use crate::model::table::Table;
use crate::options::{Created, Earlier, LooksLike, ValidateOptions};
use crate::record::Record;
use crate::record::path::At;
use crate::record::slot::Slot;
use crate::report::{Issue, Report};
use crate::rules::finding::{Findings, Severity};
use crate::rules::json::InvalidJson;
use crate::values::language::Locale;
use crate::values::text::Given;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub orders: u64,
    /// Orders that have an error or are not JSON.
    pub invalid: u64,
    pub errors: u64,
    pub warnings: u64,
    pub bytes: u64,
}

/// One of many orders, with its issues and where it starts.
#[derive(Serialize)]
pub struct OrderReport<'a> {
    index: u64,
    line: u64,
    column: u64,
    offset: u64,
    out_order_no: Option<Given>,
    valid: bool,
    kind: DocumentKind,
    mode: Mode,
    issues: Vec<Issue<'a>>,
}

/// Receives each order that is reported.
pub type Emit<'a> = &'a mut dyn FnMut(&OrderReport);

/// Asks the caller for an order's context, by its index and number. An error that the caller throws ends the batch.
pub type AskContext<'a, E> = &'a mut dyn FnMut(u64, Option<&[u8]>) -> Result<Option<Context>, E>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Start,
    Lines,
    /// Skipping the rest of a line that is too long to be an order.
    RestOfLine,
    FirstItem,
    Item,
    AfterItem,
    OneOrder,
    /// After the array or the order, where nothing more may come.
    End,
    /// Nothing more is read.
    Over,
}

/// More bytes than this are not read as an order.
const LONGEST_ORDER: usize = 1 << 26;
/// The depth at which a value stands: an order itself, or a member of its line, as of the options.
const WHOLE: usize = 0;
const MEMBER: usize = 1;
const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

#[derive(Debug)]
pub struct Batch {
    options: BatchOptions,
    /// One for each table whose documents were decoded so far.
    plans: Vec<(&'static Table, Plan)>,
    /// A record whose memory is used again and again.
    spare: Record<'static>,
    state: State,
    /// The place of the first byte that is not yet consumed.
    position: Position,
    counts: Counts,
    reported: u64,
    is_truncated: bool,
    /// How many of the bytes left over have been searched in vain.
    searched: usize,
}

/// One call of [`Batch::check`].
struct Run<'b, 'a, 't, E> {
    batch: &'b mut Batch,
    ask: Option<AskContext<'a, E>>,
    emit: Emit<'t>,
}

impl Batch {
    pub fn new(options: BatchOptions) -> Self {
        Batch {
            options,
            plans: Vec::new(),
            spare: Record::default(),
            state: State::Start,
            position: Position::START,
            counts: Counts::default(),
            reported: 0,
            is_truncated: false,
            searched: 0,
        }
    }

    /// Starts over with other orders, keeping what was learnt of the layout of the last ones.
    pub fn restart(&mut self, options: BatchOptions) {
        let Batch { plans, spare, .. } = mem::replace(self, Batch::new(options));
        (self.plans, self.spare) = (plans, spare);
    }

    /// The plan of the documents at hand. It is taken while they are decoded, and put back.
    fn plan(&mut self) -> &mut Plan {
        let table = self.options.each.kind.spec().table;
        let index = match self.plans.iter().position(|(of, _)| std::ptr::eq(*of, table)) {
            Some(index) => index,
            None => {
                self.plans.push((table, Plan::new(table)));
                self.plans.len() - 1
            }
        };
        &mut self.plans[index].1
    }

    /// Sets what the next bytes are made of.
    pub fn expect(&mut self, encoding: Encoding) {
        self.options.encoding = encoding;
    }

    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// The language of the messages.
    pub fn locale(&self) -> Locale {
        self.options.each.locale
    }

    /// Whether there were more issues than were reported.
    pub fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    /// Checks the orders that are complete in these bytes and reports those with issues. Returns how many bytes were consumed:
    /// the others are to be passed again, followed by those that come next.
    pub fn check<E>(&mut self, bytes: &[u8], is_last: bool, ask: Option<AskContext<'_, E>>, emit: Emit<'_>) -> Result<usize, E> {
        let mut run = Run { batch: self, ask, emit };
        let consumed = run.check(bytes, is_last)?;
        self.counts.bytes += consumed as u64;
        Ok(consumed)
    }
}

impl<E> Run<'_, '_, '_, E> {
    fn check(&mut self, bytes: &[u8], is_last: bool) -> Result<usize, E> {
        let mut at = 0;
        if self.batch.state == State::Start {
            let Some(start) = self.start(bytes, is_last) else { return Ok(0) };
            self.advance(&bytes[..start]);
            at = start;
        }
        match self.batch.state {
            State::Lines | State::RestOfLine => self.lines(bytes, at, is_last),
            _ => self.items(bytes, at, is_last),
        }
    }

    fn advance(&mut self, bytes: &[u8]) {
        self.batch.position = self.batch.position.after(bytes);
    }

    /// Recognises the format after a byte order mark and white space; `None` while nothing else has come.
    fn start(&mut self, bytes: &[u8], is_last: bool) -> Option<usize> {
        let after_mark = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let may_become_a_mark = BYTE_ORDER_MARK.starts_with(bytes) || after_mark.is_empty();
        if may_become_a_mark && !is_last {
            return None;
        }
        let mark = bytes.len() - after_mark.len();
        let first = after_mark.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
        self.batch.state = match (self.batch.options.format, first) {
            (_, None) if !is_last => return None,
            (Format::Auto | Format::Json, Some(b'[')) => State::FirstItem,
            (Format::Json, Some(_)) => State::OneOrder,
            (Format::Json, None) => State::Over,
            (Format::Auto | Format::Ndjson, _) => State::Lines,
        };
        // The mark does not count as a column of the first line.
        if mark > 0 {
            self.batch.position.column = 0;
        }
        Some(mark)
    }

    fn lines(&mut self, bytes: &[u8], mut at: usize, is_last: bool) -> Result<usize, E> {
        let end = match end_of_lines(bytes, self.batch.searched, is_last) {
            Some(end) => end,
            None if bytes.len() < LONGEST_ORDER => {
                self.batch.searched = bytes.len() - at;
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
        let lines = &bytes[..end];
        if self.batch.state == State::RestOfLine {
            let line = line_length(lines, at);
            self.advance(&lines[at..at + line]);
            at += line;
            if lines[..at].ends_with(b"\n") {
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
                        let position = self.batch.position.after_range(lines, start, decoder.start_of_order());
                        self.order(decoder, position, context)?;
                        Ok(())
                    }
                    None => Err((first, decoder.source.at)),
                }
            }
        };
        if let Err((first, offset)) = ended {
            let position = self.batch.position.after_range(lines, start, first);
            let stopped = self.batch.position.after_range(lines, start, offset);
            decoder.source.at = start + line_length(lines, start);
            self.no_json(position, stopped);
        } else {
            decoder.source.advance(1);
        }
        // Without a line break after the last line, the source stands beyond its end.
        let length = decoder.source.at.min(lines.len()) - start;
        let position = &mut self.batch.position;
        *position = Position { line: position.line + 1, column: 1, offset: position.offset + length as u64 };
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
                    let is_cut_off = offset >= bytes.len() && !is_last && bytes.len() - at < LONGEST_ORDER;
                    let is_whole = offset >= bytes.len() && before == State::End;
                    if is_cut_off {
                        // An order that is cut off is read again only once there are twice as many bytes, so that one that comes in many
                        // pieces is not read each time.
                        self.batch.searched = (bytes.len() - at) * 2;
                        break;
                    }
                    if !is_whole {
                        let stopped = self.batch.position.after_range(bytes, at, offset);
                        self.no_json(stopped, stopped);
                    }
                    self.batch.state = State::Over;
                }
                Err(thrown) => outcome = Err(thrown),
            }
            if outcome.is_ok() && self.batch.state != before {
                self.advance(&bytes[at..decoder.source.at]);
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
                        State::End
                    }
                    Some(_) => State::Item,
                    None => return Ok(None),
                }
            }
            (State::Item | State::OneOrder, _) => {
                let Some(context) = self.decode(decoder) else { return Ok(None) };
                // Only what follows a number shows where it ends.
                let may_go_on = matches!(byte, b'-' | b'0'..=b'9') && !is_last;
                if may_go_on && decoder.source.peek().is_none() {
                    return Ok(None);
                }
                let position = self.batch.position.after_range(decoder.source.bytes, start, decoder.start_of_order());
                self.order(decoder, position, context)?;
                if state == State::Item { State::AfterItem } else { State::End }
            }
            (State::AfterItem, b',') => {
                decoder.source.advance(1);
                State::Item
            }
            (State::AfterItem, b']') => {
                decoder.source.advance(1);
                State::End
            }
            _ => return Ok(None),
        };
        Ok(Some(()))
    }

    /// Decodes the next order, and its context if its line holds one.
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
                context.created = created(&json::tape(&mut decoder.source, MEMBER)?);
            } else if *name == fields.previous {
                context.previous = previous(&mut decoder.source)?;
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
        let order = Source { at: decoder.start_of_order(), ..decoder.source };
        let whole = || json::tape(&mut { order }, WHOLE).map(|tape| Json::read(&mut tape.cursor()));
        let mut findings = Findings::default();
        crate::check(&mut decoder.record, mode, options, whole, &mut findings);
        self.batch.counts.orders += 1;
        if !findings.is_empty() || self.batch.options.all {
            let start = decoder.start_of_order();
            decoder.locate();
            let report = Report::new(mode, options, mem::take(&mut decoder.record), findings);
            let places = Places::new(position, decoder.source.bytes, start..decoder.source.at);
            self.report(&report, position, |at, record| places.of(record.offset(at) as usize));
            decoder.record = report.into_record();
        }
    }

    fn no_json(&mut self, position: Position, stopped: Position) {
        let options = &self.batch.options.each;
        let Position { line, column, offset } = stopped;
        let mut findings = Findings::default();
        findings.push(At::DOCUMENT, InvalidJson { line, column, offset });
        let report = Report::new(options.mode.unwrap_or(Mode::Direct), options, Record::for_text(&[], 0), findings);
        self.batch.counts.orders += 1;
        self.report(&report, position, |_, _| stopped);
    }

    fn report(&mut self, report: &Report, position: Position, place: impl Fn(At, &Record) -> Position) {
        let batch = &mut *self.batch;
        let [errors, warnings] = [Severity::Error, Severity::Warning].map(|severity| report.count(severity));
        batch.counts.errors += errors;
        batch.counts.warnings += warnings;
        batch.counts.invalid += u64::from(errors > 0);
        let left = batch.options.max_issues - batch.reported;
        let issues = errors + warnings;
        batch.is_truncated |= issues > left;
        if issues > 0 && left == 0 {
            return;
        }
        batch.reported += issues.min(left);
        let most = usize::try_from(left).unwrap_or(usize::MAX);
        let issues = report.issues().take(most).map(|issue| {
            let Position { line, column, offset } = place(issue.at, report.record());
            Issue { line: Some(line), column: Some(column), offset: Some(offset), ..issue }
        });
        (self.emit)(&OrderReport {
            index: batch.counts.orders - 1,
            line: position.line,
            column: position.column,
            offset: position.offset,
            out_order_no: order_no(&batch.options.each, report.record()).map(|number| Given(number.to_vec())),
            valid: report.is_valid(),
            kind: report.kind,
            mode: report.mode,
            issues: issues.collect(),
        });
    }
}

/// The order number to report an order under, where it has one of a sensible length.
fn order_no<'r>(options: &ValidateOptions, record: &'r Record) -> Option<&'r [u8]> {
    const LONGEST: usize = 256;
    let Slot::Object(root) = record.root() else { return None };
    match record.get(root.slot(options.kind.spec().shared.out_order_no?.row())) {
        Slot::Text(span) if span.len as usize <= LONGEST => Some(record.text(span)),
        _ => None,
    }
}

/// The created order of a line. What is not an object is reported as no order.
fn created(tape: &Tape) -> Option<Created> {
    let record = object::read_part(&mut tape.cursor(), tape, &SERVICE_ORDER);
    match record.root() {
        Slot::Absent => None,
        Slot::Object(_) => Created::of(record),
        _ => Some(Created::NoOrder(LooksLike::Nothing)),
    }
}

/// The previous request of a line: a body, a built request, or the text of either, which may be longer than any field.
fn previous(source: &mut Source) -> Parsed<Option<Earlier>> {
    let start = source.at;
    if source.peek() == Some(b'"') {
        let text = source.text()?;
        let text = text.meaning(source.bytes);
        let mut inside = Source { bytes: &text, at: 0, encoding: Encoding::Wtf8, line_breaks: LineBreaks::AreSpace };
        if let Some(parsed) =
            json::tape(&mut inside, WHOLE).filter(|tape| matches!(tape.cursor().value(), Value::Object(_) | Value::Array(_)))
        {
            return Some(Earlier::read(&mut parsed.cursor()));
        }
        source.at = start;
    }
    json::tape(source, MEMBER).map(|tape| Earlier::read(&mut tape.cursor()))
}

/// The end of the last complete line. The very last one needs no line break.
fn end_of_lines(bytes: &[u8], searched: usize, is_last: bool) -> Option<usize> {
    if is_last {
        return Some(bytes.len());
    }
    bytes[searched..].iter().rposition(|byte| *byte == b'\n').map(|place| searched + place + 1)
}

/// Its line break included.
fn line_length(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |place| place + 1)
}

fn at_end_of_line(source: &mut Source) -> Parsed<()> {
    matches!(source.next_byte(), Some(b'\n') | None).then_some(())
}
