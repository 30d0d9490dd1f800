//! The report a caller gets: findings in document order, put into words.

use alloc::vec::Vec;

use crate::document::{DocumentKind, Mode};
use crate::fields::{Shape, Table};
use crate::finding::{Finding, Findings, Param, Rule, Severity};
use crate::language::Locale;
use crate::message;
use crate::options::ValidateOptions;
use crate::order::Document;
use crate::path::{At, Path, Segment, Step, pointer};
use crate::ranking;
use crate::record::Record;

/// The verdict on one document. Issues are put into words one at a time, as they are taken out.
#[derive(Debug)]
pub struct Report<'t> {
    pub kind: DocumentKind,
    pub mode: Mode,
    locale: Locale,
    table: &'static Table,
    record: Record<'t>,
    /// In document order, the whole document last.
    findings: Vec<(Path, Finding)>,
}

impl<'t> Report<'t> {
    pub fn new(mode: Mode, options: &ValidateOptions, record: Record<'t>, findings: Findings) -> Self {
        let mut findings: Vec<_> = findings.into_vec().into_iter().map(|finding| (record.path(finding.at), finding)).collect();
        let place = |(path, _): &(Path, Finding)| (*path == Path::default(), *path);
        ranking::sort(&mut findings, &|one, other| place(one).cmp(&place(other)));
        let table = Document::of_kind(options.kind).table;
        Report { kind: options.kind, mode, locale: options.locale, table, record, findings }
    }

    pub fn is_valid(&self) -> bool {
        self.findings.iter().all(|(_, finding)| finding.severity == Severity::Warning)
    }

    pub fn has_no_issues(&self) -> bool {
        self.findings.is_empty()
    }

    pub fn into_record(self) -> Record<'t> {
        self.record
    }

    pub fn count(&self, severity: Severity) -> u64 {
        self.findings.iter().filter(|(_, finding)| finding.severity == severity).count() as u64
    }

    pub fn record(&self) -> &Record<'t> {
        &self.record
    }

    pub fn issues(&self) -> impl ExactSizeIterator<Item = Issue<'_>> {
        self.findings.iter().map(|(path, finding)| Issue::new(self, *path, finding))
    }
}

/// One issue, in words.
#[derive(Debug)]
pub struct Issue<'a> {
    pub at: At,
    pub code: &'static str,
    pub severity: Severity,
    pub path: Vec<Segment<'a>>,
    /// A JSON Pointer, in WTF-8.
    pub pointer: Vec<u8>,
    pub message: Vec<u8>,
    pub params: Vec<(&'static str, &'a Param)>,
    pub source: Vec<u8>,
}

impl<'a> Issue<'a> {
    fn new(report: &'a Report, path: Path, finding: &'a Finding) -> Self {
        let steps = steps_of(report, path);
        let path: Vec<Segment<'a>> = steps
            .iter()
            .map(|step| match step {
                Step::Field(field) => Segment::Field(field.name),
                Step::Index { index, .. } => Segment::Index(*index),
                Step::Unknown(key) => Segment::Key(key),
            })
            .collect();
        Issue {
            at: finding.at,
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

fn steps_of<'a>(report: &'a Report, path: Path) -> Vec<Step<'a>> {
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
