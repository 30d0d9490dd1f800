//! The report a caller gets: findings in document order, put into words.

mod message;
pub mod source;

use serde::Serialize;
use tsify::Tsify;

use crate::model::kind::{DocumentKind, Mode};
use crate::model::table::{Shape, Table};
use crate::options::ValidateOptions;
use crate::record::Record;
use crate::record::path::{At, Path, Segment, Step, pointer};
use crate::rules::finding::{Finding, Findings, OwnWord, Params, Rule, Severity};
use crate::values::language::Locale;
use crate::values::sorting::sort_by;
use crate::values::text::Given;

/// The verdict on one document. Issues are put into words one at a time, as they are read.
#[derive(Debug)]
pub struct Report<'t> {
    pub kind: DocumentKind,
    pub mode: Mode,
    locale: Locale,
    table: &'static Table,
    record: Record<'t>,
    /// In document order; those on the whole document come last.
    findings: Vec<(Path, Finding)>,
}

impl<'t> Report<'t> {
    pub fn new(mode: Mode, options: &ValidateOptions, record: Record<'t>, findings: Findings) -> Self {
        let mut findings: Vec<_> = findings.into_vec().into_iter().map(|finding| (record.path(finding.at), finding)).collect();
        let place = |path: Path| (path == Path::default(), path);
        sort_by(&mut findings, &|(one, _), (other, _)| place(*one).cmp(&place(*other)));
        let table = options.kind.spec().table;
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

/// 校验结果。
/// The verdict on one document.
#[derive(Serialize, Tsify)]
pub struct ValidationReport<'a> {
    /// 没有 error 级问题时为 true。
    /// True when no issue is an error.
    pub valid: bool,
    pub kind: DocumentKind,
    pub mode: Mode,
    #[tsify(type = "Issue[]")]
    pub issues: Vec<Issue<'a>>,
}

impl<'a> ValidationReport<'a> {
    pub fn of(report: &'a Report<'a>) -> Self {
        ValidationReport { valid: report.is_valid(), kind: report.kind, mode: report.mode, issues: report.issues().collect() }
    }
}

/// 一个问题；`code` 决定 `params` 的类型。
/// One issue; `code` determines the type of `params`.
#[derive(Debug, Serialize, Tsify)]
#[tsify(rename = "IssueOf", type_params = "Code extends IssueCode")]
pub struct Issue<'a> {
    #[serde(skip)]
    pub at: At,
    #[tsify(type = "Code")]
    pub code: OwnWord,
    pub severity: Severity,
    /// 从根开始的键与下标；`[]` 为整个文档。
    /// Keys and indexes from the root; `[]` is the document.
    #[tsify(type = "(string | number)[]")]
    pub path: Vec<Segment<'a>>,
    /// JSON Pointer, `/post_payments/0/amount`.
    #[tsify(type = "Pointer | (string & {})")]
    pub pointer: Given,
    /// 给人看的话：哪个字段，怎么改。
    /// For people: which field, and what to do.
    pub message: String,
    /// 同样的话，不含字段名：显示在表单项旁。
    /// The same without the field's label, to show beside the field.
    pub brief: String,
    #[tsify(type = "ParamsOf<Code>")]
    pub params: Params<'a>,
    /// 规则的出处：哪份文档，其中哪个字段。
    /// Where the rule is documented: which text, and which field in it.
    pub source: String,
    /// 按字节检查时：所在行，从 1 开始。
    /// When checking bytes: the line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// 按字节检查时：所在列（字符），从 1 开始。
    /// When checking bytes: the column in characters, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u64>,
    /// 按字节检查时：字节偏移，从 0 开始。
    /// When checking bytes: the offset in bytes, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u64>,
}

impl<'a> Issue<'a> {
    fn new(report: &'a Report, path: Path, finding: &'a Finding) -> Self {
        let steps = steps_of(report, path);
        let path: Vec<Segment<'a>> = steps.iter().map(|step| step.segment()).collect();
        let (message, brief) = message::render(finding.params(report.locale), &steps);
        Issue {
            at: finding.at,
            code: OwnWord(finding.rule.code),
            severity: finding.severity,
            pointer: pointer(&path),
            path,
            message,
            brief,
            params: finding.params(report.locale),
            source: source::in_words(&source_of(finding.rule, &steps), report.locale),
            line: None,
            column: None,
            offset: None,
        }
    }
}

fn steps_of<'a>(report: &'a Report, path: Path) -> Vec<Step<'a>> {
    let mut table = report.table;
    let mut list = None;
    let mut steps = Vec::new();
    for step in path.steps() {
        steps.push(if let Some(list) = list.take() {
            Step::Index { list, index: step }
        } else if step & Path::UNKNOWN != 0 {
            Step::Unknown(report.record.unknown_key((step & !Path::UNKNOWN) as usize))
        } else {
            let field = &table.fields[step as usize];
            if let Some(inner) = field.shape.inner() {
                table = inner;
            }
            if let Shape::List { .. } = field.shape {
                list = Some(field);
            }
            Step::Field(field)
        });
    }
    steps
}

/// The rule's own source, or the field's with its path in the tables: `S1 post_payments[].amount`.
fn source_of(rule: &Rule, steps: &[Step]) -> String {
    if !rule.source.is_empty() {
        return rule.source.to_owned();
    }
    let field = steps.iter().rev().find_map(|step| match step {
        Step::Field(field) | Step::Index { list: field, .. } => Some(field),
        Step::Unknown(_) => None,
    });
    let mut source = field.map_or("S1", |field| field.source.name()).to_owned();
    let mut separator = ' ';
    for step in steps {
        match step {
            Step::Field(field) => {
                source.push(separator);
                source.push_str(field.name);
                separator = '.';
            }
            Step::Index { .. } => source.push_str("[]"),
            Step::Unknown(_) => {}
        }
    }
    source
}
