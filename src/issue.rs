//! What is found in a document: rules, findings, and the report a caller gets.

use alloc::vec::Vec;

use crate::fields::{Shape, Table};
use crate::language::{Bilingual, Locale};
use crate::message;
use crate::options::{DocumentKind, Mode};
use crate::record::Record;
use crate::text::push_decimal;
use crate::{ranking, tape};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "declarations", derive(tsify::Tsify), serde(rename_all = "lowercase"))]
pub enum Severity {
    /// A documented MUST is broken: the call is refused, or the money is wrong.
    Error,
    /// The documents disagree, or it is a likely slip. It never makes an order invalid.
    Warning,
}

/// A rule: its code, how grave it is, what its issues carry, and its words.
#[derive(Debug)]
pub struct Rule {
    pub code: &'static str,
    pub severity: Severity,
    /// Where it stands; empty where the field's own source says so.
    pub source: &'static str,
    pub params: &'static [(&'static str, ParamType)],
    #[cfg(feature = "declarations")]
    pub meaning: Bilingual,
    /// `{field}` is the field's label, `{name}` a param, `{hint}` what its shape wants;
    /// `[…]` is left out when a param in it is.
    pub message: Bilingual,
}

/// What a param is made of, as TypeScript sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamType {
    Number,
    Fen,
    Text,
    OptionalText,
    Texts,
    OptionalTexts,
    /// A kind of JSON value, or of a JavaScript value that JSON does not know.
    JsonType,
}

/// Declares the rules of one subject and lists them for the catalogue.
macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $severity:ident, $source:literal, { $($param:ident: $type:ident),* },
        means $meaning_zh:literal / $meaning_en:literal,
        says $message_zh:literal / $message_en:literal;)*) => {
        $($(#[$doc])*
        pub static $name: $crate::issue::Rule = $crate::issue::Rule {
            code: $code,
            severity: $crate::issue::Severity::$severity,
            source: $source,
            params: &[$((stringify!($param), $crate::issue::ParamType::$type)),*],
            #[cfg(feature = "declarations")]
            meaning: $crate::language::Bilingual { zh: $meaning_zh, en: $meaning_en },
            message: $crate::language::Bilingual { zh: $message_zh, en: $message_en },
        };)*

        #[cfg(feature = "declarations")]
        pub static RULES: &[&$crate::issue::Rule] = &[$(&$name),*];
    };
}
pub(crate) use rules;

#[derive(Clone, Debug, PartialEq)]
pub enum Param {
    Number(f64),
    Fen(i64),
    /// Text from outside: a message repeats only its beginning.
    Text(Vec<u8>),
    /// A time, which is as short as its form.
    Time(Vec<u8>),
    /// Our own words.
    Word(&'static str),
    Words(&'static [&'static str]),
    Texts(Vec<Vec<u8>>),
    /// JSON Pointers.
    Pointers(Vec<Vec<u8>>),
    JsonType(tape::Kind),
    None,
}

impl Param {
    /// An amount, or beyond 64 bits about what it is.
    pub fn fen(fen: i128) -> Self {
        i64::try_from(fen).map_or(Param::Number(fen as f64), Param::Fen)
    }
}

/// A place in a document as steps through its table: a row, an index of a list, or an unknown key.
/// Its order is the document order of issues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    /// Each one more than its row or index; 0 where the path has ended, so that a prefix sorts before what it begins.
    steps: [u32; Path::DEEPEST],
}

impl Path {
    /// collection.details[].promotion_detail[].goods_detail[].goods_id
    const DEEPEST: usize = 8;
    /// Unknown keys come after every row of their object.
    const UNKNOWN: u32 = 1 << 31;

    pub fn then(mut self, step: usize) -> Self {
        if let Some(end) = self.steps.iter_mut().find(|step| **step == 0) {
            *end = (step as u32).saturating_add(1);
        }
        self
    }

    pub fn then_unknown(self, place: usize) -> Self {
        self.then(place | Path::UNKNOWN as usize)
    }

    fn steps(&self) -> impl Iterator<Item = u32> + '_ {
        self.steps.iter().take_while(|step| **step != 0).map(|step| step.saturating_sub(1))
    }
}

/// One step of a path, with what the table says of it.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    Field(&'static crate::fields::Field),
    Index { list: &'static crate::fields::Field, index: u32 },
    Unknown(&'a [u8]),
}

/// Something found, not yet put into words.
#[derive(Clone, Debug)]
pub struct Finding {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub path: Path,
    pub params: Vec<Param>,
}

#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    pub fn push(&mut self, rule: &'static Rule, path: Path, params: &[Param]) {
        self.push_as(rule.severity, rule, path, params);
    }

    pub fn push_as(&mut self, severity: Severity, rule: &'static Rule, path: Path, params: &[Param]) {
        debug_assert_eq!(params.len(), rule.params.len(), "{}", rule.code);
        self.0.push(Finding {
            rule,
            severity,
            path,
            params: params.to_vec(),
        });
    }

    /// In document order, the whole document last.
    fn in_order(mut self) -> Vec<Finding> {
        let place = |finding: &Finding| (finding.path == Path::default(), finding.path);
        ranking::sort(&mut self.0, &|one, other| place(one).cmp(&place(other)));
        self.0
    }
}

/// The verdict on one document. Issues are put into words one at a time, as they are taken out.
#[derive(Debug)]
pub struct Report {
    pub kind: DocumentKind,
    pub mode: Mode,
    locale: Locale,
    table: &'static Table,
    record: Record,
    findings: Vec<Finding>,
}

impl Report {
    pub fn new(kind: DocumentKind, mode: Mode, locale: Locale, table: &'static Table, record: Record, findings: Findings) -> Self {
        Report {
            kind,
            mode,
            locale,
            table,
            record,
            findings: findings.in_order(),
        }
    }

    pub fn is_valid(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity == Severity::Warning)
    }

    pub fn record(&self) -> &Record {
        &self.record
    }

    pub fn issues(&self) -> impl ExactSizeIterator<Item = Issue<'_>> {
        self.findings.iter().map(|finding| Issue::new(self, finding))
    }
}

/// One issue, in words.
#[derive(Debug)]
pub struct Issue<'a> {
    pub code: &'static str,
    pub severity: Severity,
    pub path: Vec<Segment<'a>>,
    /// A JSON Pointer, in WTF-8.
    pub pointer: Vec<u8>,
    pub message: Vec<u8>,
    pub params: Vec<(&'static str, &'a Param)>,
    pub source: Vec<u8>,
}

/// A key or an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// WTF-8, like all text that came from outside.
    Key(&'a [u8]),
    Index(u32),
}

impl<'a> Issue<'a> {
    fn new(report: &'a Report, finding: &'a Finding) -> Self {
        let steps = steps_of(report, finding.path);
        let path: Vec<Segment<'a>> = steps
            .iter()
            .map(|step| match step {
                Step::Field(field) => Segment::Key(field.name.as_bytes()),
                Step::Index { index, .. } => Segment::Index(*index),
                Step::Unknown(key) => Segment::Key(key),
            })
            .collect();
        Issue {
            code: finding.rule.code,
            severity: finding.severity,
            pointer: pointer(&path),
            path,
            message: message::render(finding.rule, &finding.params, &steps, report.locale),
            params: finding.rule.params.iter().map(|(name, _)| *name).zip(&finding.params).collect(),
            source: source_of(finding.rule, &steps),
        }
    }
}

fn steps_of(report: &Report, path: Path) -> Vec<Step<'_>> {
    let mut table = Some(report.table);
    let mut list = None;
    let mut steps = Vec::new();
    for step in path.steps() {
        if let Some(field) = list.take() {
            steps.push(Step::Index { list: field, index: step });
        } else if step & Path::UNKNOWN != 0 {
            steps.push(Step::Unknown(report.record.unknown_key((step & !Path::UNKNOWN) as usize)));
        } else if let Some(field) = table.and_then(|table| table.fields.get(step as usize)) {
            steps.push(Step::Field(field));
            match field.shape {
                Shape::Object(of) => table = Some(of),
                Shape::List { of, .. } => {
                    table = Some(of);
                    list = Some(field);
                }
                _ => {}
            }
        }
    }
    steps
}

/// A path as a JSON Pointer, in WTF-8.
pub fn pointer(path: &[Segment]) -> Vec<u8> {
    let mut pointer = Vec::new();
    for segment in path {
        pointer.push(b'/');
        match segment {
            Segment::Key(key) => {
                for byte in *key {
                    match byte {
                        b'~' => pointer.extend_from_slice(b"~0"),
                        b'/' => pointer.extend_from_slice(b"~1"),
                        other => pointer.push(*other),
                    }
                }
            }
            Segment::Index(index) => push_decimal(u64::from(*index), 0, &mut pointer),
        }
    }
    pointer
}

/// The rule's own source, or the field's with its place in the tables: `S1 post_payments[].amount`.
fn source_of(rule: &Rule, steps: &[Step]) -> Vec<u8> {
    if !rule.source.is_empty() {
        return rule.source.as_bytes().to_vec();
    }
    let field = steps.iter().rev().find_map(|step| match step {
        Step::Field(field) | Step::Index { list: field, .. } => Some(field),
        Step::Unknown(_) => None,
    });
    let mut source = field.map_or("S1", |field| field.source.name()).as_bytes().to_vec();
    let mut separator = b' ';
    for step in steps {
        match step {
            Step::Field(field) => {
                source.push(separator);
                source.extend_from_slice(field.name.as_bytes());
                separator = b'.';
            }
            Step::Index { .. } => source.extend_from_slice(b"[]"),
            Step::Unknown(_) => {}
        }
    }
    source
}
