//! TypeScript declarations and constants of the package, generated from the tables and the rules.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::model::completion::COMPLETION;
use crate::model::industry::PROFILES;
use crate::model::kind::{DocumentKind, Mode, Part, Spec};
use crate::model::table::{Cell, Field, Form, Shape, Table, UNBOUNDED, Unit, largest};
use crate::report::source;
use crate::rules::catalogue;
use crate::rules::finding::Rule;
use crate::values::language::{Bilingual, Locale};
use crate::values::named::Named;

mod schema;

/// The JSON Schemas by file name: the body of a completion, and by operation that of every request that has one.
pub fn schemas() -> Vec<(String, String)> {
    const DRAFT_2020: &str = "https://json-schema.org/draft/2020-12/schema";
    let mut schemas = vec![
        ("schema.json".to_owned(), schema::of_body(DocumentKind::CompletionBody, DRAFT_2020)),
        ("schema.draft-07.json".to_owned(), schema::of_body(DocumentKind::CompletionBody, "http://json-schema.org/draft-07/schema#")),
    ];
    // A request whose order number is in the body has no separate kind for the body.
    let bodies = DocumentKind::ALL.iter().filter(|kind| kind.body().is_none() && kind.has_body());
    schemas.extend(bodies.map(|kind| (format!("schemas/{}.json", kind.operation()), schema::of_body(*kind, DRAFT_2020))));
    schemas
}

/// The declarations that are not derived from a Rust type: those of tables, of data, and of what only JavaScript has.
pub fn typescript() -> String {
    let mut out = String::new();
    push(&mut out, FIXED);
    push(&mut out, &industry_id());
    push(&mut out, INDUSTRY);
    push(&mut out, EXPLANATION);
    for interface in interfaces() {
        push(&mut out, &interface);
    }
    push(&mut out, &issue_params());
    push(&mut out, &pointer_type());
    push(&mut out, &limits_declaration());
    out
}

/// The constants by export name, as JSON.
pub fn data() -> Vec<(&'static str, String)> {
    vec![("LIMITS", limits()), ("rules", rules()), ("industries", INDUSTRIES.to_owned())]
}

fn push(out: &mut String, declaration: &str) {
    out.push_str(declaration.trim_end());
    out.push_str("\n\n");
}

/// Types that come from no table and no struct.
const FIXED: &str = r#"/**
 * `buildCompleteRequest` 的选项。
 * Options of `buildCompleteRequest`.
 */
export interface BuildOptions extends ValidateOptions {
    /**
     * 草稿中金额的单位，默认 `"fen"`。
     * The unit of the draft's amounts; `"fen"` by default.
     */
    amountUnit?: AmountUnit | undefined;
}

/**
 * 金额：整数、BigInt 或数字文本；单位为元时最多两位小数。
 * An amount: an integer, a BigInt or digits; in yuan with at most two decimals.
 */
export type MoneyInput = number | string | bigint;

/**
 * 时间：支付分的三种写法、北京时间 `YYYY-MM-DD[ HH:mm:ss]`、带时区的 RFC 3339、毫秒时间戳、Date、dayjs 或 moment 对象。
 * A time: one of payscore's three forms, Beijing time `YYYY-MM-DD[ HH:mm:ss]`, RFC 3339 with an offset,
 * epoch milliseconds, a Date, a dayjs or moment object.
 */
export type TimeInput = string | number | Date | { toDate(): Date };

/**
 * 要检查的文档：什么都可以传；写成字面量时，编辑器提示完结请求的字段。
 * A document to check. Anything may be passed; for a literal, an editor suggests the fields of a completion.
 */
export type AnyDocument = (Partial<CompleteRequestBody> & { out_order_no?: string }) | {} | null | undefined;

/**
 * 创建或查询到的订单：什么都可以传；写成字面量时，编辑器提示订单的字段。
 * An order as created or queried. Anything may be passed; for a literal, an editor suggests its fields.
 */
export type AnyOrder = Partial<ServiceOrder> | {} | null | undefined;

/**
 * `catch` 到的任何东西；写成字面量时，编辑器提示返回体的字段。
 * Whatever was caught. For a literal, an editor suggests the fields of an error body.
 */
export type AnyRefusal = ApiError | {} | null | undefined;

export type CompleteRequest = RequestOf<CompleteRequestBody>;

/**
 * 组装结果：`ok` 为 true 时有 `request`，`issues` 只含警告。
 * What a builder returns: if `ok` is true, a `request`, and all `issues` are warnings.
 */
export type BuildResult<Body = CompleteRequestBody, Request = RequestOf<Body>> = BuildSuccess<Request> | BuildFailure;

/**
 * 一个问题，按 `code` 区分 `params` 的类型。
 * One issue; `code` determines the type of `params`.
 */
export type Issue = { [Code in IssueCode]: IssueOf<Code> }[IssueCode];

export type IssueCode = keyof IssueParams;

export type ParamsOf<Code extends IssueCode> = IssueParams[Code];

/**
 * 规则目录中的一条。
 * One rule of the catalogue.
 */
export interface RuleInfo {
    code: IssueCode;
    /**
     * 通常的级别；来源较弱的字段会降为 warning。
     * The usual severity; for a field with a weaker source it is a warning.
     */
    severity: Severity;
    /**
     * 出处：哪份文档，其中哪个字段。
     * Where the rule is documented: which text, and which field in it.
     */
    source: { readonly "zh-CN": string; readonly en: string };
    params: readonly string[];
    meaning: { readonly "zh-CN": string; readonly en: string };
}

/**
 * 规则目录。
 * The catalogue of rules.
 */
export const rules: readonly RuleInfo[];"#;

const INDUSTRIES: &str = include_str!(concat!(env!("OUT_DIR"), "/industry-profiles.json"));

fn industry_id() -> String {
    let ids = PROFILES.iter().map(|profile| format!("\n    | \"{}\"", profile.id));
    let mut text = String::from("export type IndustryId =");
    text.extend(ids);
    text.push(';');
    text
}

const INDUSTRY: &str = r#"export interface Industry {
    id: IndustryId;
    label: { readonly "zh-CN": string; readonly en: string };
    /**
     * 官方文档编号。
     * The number of the official page: https://pay.weixin.qq.com/doc/v3/merchant/<page>.
     */
    page: number;
    /**
     * 填写时须知。
     * What else someone filling in the form should know.
     */
    note?: { readonly "zh-CN": string; readonly en: string };
    /**
     * `completeZero` 仅在与 `complete` 不同时出现。
     * `completeZero` is present only where it differs from `complete`.
     */
    stages: { readonly create: IndustryItems; readonly complete: IndustryItems; readonly completeZero?: IndustryItems };
}

/**
 * 一次调用可用的付费项目；不在其中的名称都不允许。
 * The payment items of a call; no other name is allowed.
 */
export interface IndustryItems {
    /**
     * 为 true 时，至少有其中任意一项。
     * When true, at least one of the items, no matter which.
     */
    anyOf: boolean;
    items: readonly IndustryItem[];
}

export interface IndustryItem {
    name: string;
    presence: FieldNeed;
    /**
     * 可以出现多次。
     * May occur more than once.
     */
    repeatable: boolean;
    amount: FieldNeed;
    description: FieldNeed;
    count: FieldNeed;
    /**
     * 要求并非来自官方文档的字段；不符合时只是警告。
     * Fields whose requirement is on no official page; breaking it is only a warning.
     */
    unofficial: readonly ("amount" | "description" | "count")[];
    example: { readonly amount?: number; readonly description?: string; readonly count?: number };
}

export type FieldNeed = "required" | "forbidden" | "optional";

/**
 * 八个官方行业的付费项目要求。
 * What the eight official industry profiles require of payment items.
 */
export const industries: readonly Industry[];"#;

/// The explanation of each refusal, in the order of the data. Only people read it, so it is kept outside the wasm.
pub fn error_texts() -> Value {
    let mut entries: Value =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/api-errors.json"))).expect("the build script wrote it");
    for entry in entries.as_array_mut().expect("a list").iter_mut().filter_map(Value::as_object_mut) {
        if let Some(Value::String(letter)) = entry.get("source") {
            let words = in_both(|locale| source::in_words(letter, locale));
            entry.insert("source".to_owned(), words);
        }
    }
    entries
}

/// What each source letter stands for, for the documents.
pub fn sources() -> Value {
    source::TEXTS.iter().map(|(letter, text)| ((*letter).to_owned(), json!({ "zh": text.zh, "en": text.en }))).collect::<Map<_, _>>().into()
}

fn in_both(said: impl Fn(Locale) -> String) -> Value {
    json!({ "zh-CN": said(Locale::Zh), "en": said(Locale::En) })
}

const EXPLANATION: &str = r#"/**
 * 微信支付的错误；字段都可省略，也可直接传返回体。
 * An error of the API. Every field may be left out, and the error body itself will do.
 */
export interface ApiError {
    code?: string;
    message?: string;
    /**
     * 调用的接口，写法同 `nextActions`：create、complete、modify、cancel、pay、sync、refund、query、directComplete、
     * prepaidMessage、pendingMessage。
     * The call that was refused, as `nextActions` names it: create, complete, modify, cancel, pay, sync, refund, query,
     * directComplete, prepaidMessage or pendingMessage.
     */
    operation?: string;
    /**
     * 应答头 Request-Id；其后缀数字最能说明原因。
     * The response's Request-Id header: the number at its end is the best clue.
     */
    requestId?: string;
    /**
     * 返回体中的 `detail`，其 `field` 指向出错字段。
     * The error body's `detail`, whose `field` points to the wrong field.
     */
    detail?: unknown;
}

export interface ExplainOptions {
    /**
     * `message` 的语言，默认 `"zh-CN"`。
     * The language of `message`; `"zh-CN"` by default.
     */
    locale?: Locale | (string & {});
}

export interface ErrorExplanation {
    /**
     * 依据什么查到；只凭错误码查到时，说明是该码的一般含义；`null` 为未收录。
     * What the error was recognised by. By `code` alone, the texts are that code's general meaning; `null`: not known.
     */
    matched: Matched | null;
    /**
     * 含义、原因和办法连成一段，用所选语言。
     * Meaning, cause and remedy in one text, in the language asked for.
     */
    message: string;
    meaning: { readonly "zh-CN": string; readonly en: string };
    cause: { readonly "zh-CN": string; readonly en: string };
    remedy: { readonly "zh-CN": string; readonly en: string };
    /**
     * same 稍后原样重试；wait 等待后原样重试；query 先查询订单；fix 改正后再提交；never 不要重试。
     * same: send the same request again a little later; wait: the same, after waiting; query: query the order first;
     * fix: correct the request; never: do not retry.
     */
    retry: Retry;
    waitSeconds?: number;
    /**
     * 提交前能查出同一问题的规则。
     * The rule that finds the same mistake before the call.
     */
    rule?: IssueCode;
    /**
     * 出错字段：返回体指明的，或由错误本身可知的。
     * The wrong field: the one the error body names, or the one that the error itself implies.
     */
    path?: (string | number)[];
    /** JSON Pointer, `/post_payments/0/amount`. */
    pointer?: string;
    /**
     * 出处；未收录时没有。
     * Where this is documented; absent for an unknown error.
     */
    source?: { readonly "zh-CN": string; readonly en: string };
}"#;

/// Whether an interface describes a document on the wire, or a draft of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    Wire,
    Draft,
}

fn interfaces() -> Vec<String> {
    let mut written = Vec::new();
    for kind in DocumentKind::ALL {
        let Spec { table, part, .. } = *kind.spec();
        let is_draft = kind.is_request() && part == Part::Whole;
        if is_draft {
            interface(table, Writing::Draft, part, &mut written);
        }
        // A request that has no separate body kind is both.
        if !is_draft || kind.body().is_none() && kind.has_body() {
            interface(table, Writing::Wire, part, &mut written);
        }
    }
    written
}

fn interface_name(table: &Table, writing: Writing) -> String {
    match (table.name, writing) {
        (name, Writing::Wire) => name.to_owned(),
        ("CompleteRequestBody", Writing::Draft) => "CompletionDraft".to_owned(),
        (name, Writing::Draft) => {
            let of = name.strip_suffix("RequestBody").or_else(|| name.strip_suffix("Parameters")).unwrap_or(name);
            format!("{of}Draft")
        }
    }
}

fn interface(table: &'static Table, writing: Writing, part: Part, written: &mut Vec<String>) {
    let mut text = format!("export interface {} {{\n", interface_name(table, writing));
    let mut inner = Vec::new();
    for field in table.fields {
        let cells = [Mode::Direct, Mode::Partner].map(|mode| field.presence.cell(part, mode));
        if cells.contains(&Cell::Misplaced) {
            continue;
        }
        // A field that is required, or disputed for partners alone, counts as required.
        let is_required = writing == Writing::Wire && matches!(cells, [Cell::Required, Cell::Required | Cell::Disputed]);
        // A form has fields that are not filled in yet.
        let nullable = if writing == Writing::Draft { " | null | undefined" } else { "" };
        let _ = writeln!(
            text,
            "{}    {}{}: {}{nullable};",
            doc(field, cells, writing),
            field.name,
            if is_required { "" } else { "?" },
            type_of(field, writing),
        );
        inner.extend(field.shape.inner());
    }
    text.push('}');
    if written.contains(&text) {
        return;
    }
    written.push(text);
    for table in inner {
        interface(table, writing, part, written);
    }
}

fn type_of(field: &Field, writing: Writing) -> String {
    match (field.shape, writing) {
        (Shape::Integer { unit: Unit::Fen, .. }, Writing::Draft) => "MoneyInput".to_owned(),
        (Shape::Text { form, .. }, Writing::Draft) if form.is_time() => "TimeInput".to_owned(),
        (Shape::Integer { .. }, _) => "number".to_owned(),
        (Shape::Text { .. }, _) => "string".to_owned(),
        (Shape::Boolean, _) => "boolean".to_owned(),
        (Shape::Anything, _) => "unknown".to_owned(),
        (Shape::Enum(options), _) => options.iter().map(|option| format!("\"{option}\"")).collect::<Vec<_>>().join(" | "),
        (Shape::Object(of), writing) => interface_name(of, writing),
        (Shape::List { of, .. }, Writing::Draft) => format!("readonly {}[]", interface_name(of, writing)),
        (Shape::List { of, .. }, Writing::Wire) => format!("{}[]", interface_name(of, writing)),
    }
}

fn doc(field: &Field, cells: [Cell; 2], writing: Writing) -> String {
    let (zh, en) = match writing {
        Writing::Wire => bounds(field.shape),
        Writing::Draft => as_drafted(field),
    };
    let (who_zh, who_en) = match cells {
        [Cell::Required, Cell::Unknown] => ("；直连商户必填，服务商不传", "; the direct call's alone, required there"),
        [Cell::Required, Cell::Optional] => {
            ("；直连商户必填；服务商仅用于核对，不进请求体", "; required of a direct merchant; of a partner only compared, not sent")
        }
        [Cell::Unknown, Cell::Required] => ("；服务商必填，直连商户不传", "; the partner call's alone, required there"),
        [Cell::Unknown, Cell::Optional] => ("；仅服务商", "; the partner call's alone"),
        _ => ("", ""),
    };
    format!(
        "    /**\n     * {}{zh}{who_zh}。\n     * {}{en}{who_en}. From {}.\n     */\n",
        field.label.zh,
        sentence(field.label.en),
        source::in_words(field.source.name(), Locale::En),
    )
}

/// What a draft takes, and what becomes of it.
fn as_drafted(field: &Field) -> (String, String) {
    let (zh, en) = match field.shape {
        Shape::Integer { unit: Unit::Fen, .. } => (
            "，数字、BigInt 或数字文本；单位由 `amountUnit` 定：默认为分（3990），`\"yuan\"` 时为元（39.90）".to_owned(),
            ", a number, a BigInt or digits, in the unit of `amountUnit`: fen by default (3990), or `\"yuan\"` (39.90)".to_owned(),
        ),
        Shape::Text { form, .. } if form.is_time() => (
            "，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间".to_owned(),
            ", a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time".to_owned(),
        ),
        shape => bounds(shape),
    };
    let (zh_if_absent, en_if_absent) = match field.name {
        "out_order_no" | "appid" | "service_id" | "sub_mchid" => ("；省略时取自 `created`", "; taken from `created` when left out"),
        "total_amount" => ("；省略时自动计算", "; computed when left out"),
        "type" => ("；可省略", "; may be left out"),
        _ => ("", ""),
    };
    (zh + zh_if_absent, en + en_if_absent)
}

fn sentence(label: &str) -> String {
    let mut characters = label.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

fn bounds(shape: Shape) -> (String, String) {
    match shape {
        Shape::Integer { min, unit: Unit::Fen, .. } => (format!("，整数，单位：分，≥ {min}"), format!(", integer fen, ≥ {min}")),
        Shape::Integer { min, max: UNBOUNDED, .. } => (format!("，整数，≥ {min}"), format!(", integer, ≥ {min}")),
        Shape::Integer { min, max, .. } => (format!("，整数，{min}–{max}"), format!(", integer, {min}–{max}")),
        Shape::Text { form, .. } if form.is_time() => {
            let written = match form {
                Form::Day => "`yyyyMMdd`",
                Form::StartTime => "`yyyyMMddHHmmss` | `yyyyMMdd` | `OnAccept`",
                Form::EndTime => "`yyyyMMddHHmmss` | `yyyyMMdd`",
                Form::PaidTime => "`yyyyMMddHHmmss`",
                _ => "RFC 3339",
            };
            (format!("，北京时间，{written}"), format!(", Beijing time, {written}"))
        }
        Shape::Text { min, max, .. } => (format!("，{min}–{max} 个字符"), format!(", {min}–{max} characters")),
        Shape::List { max: UNBOUNDED, .. } => ("，列表".to_owned(), ", a list".to_owned()),
        Shape::List { min, max, .. } => (format!("，{min}–{max} 项"), format!(", {min}–{max} of them")),
        Shape::Boolean | Shape::Anything | Shape::Enum(_) | Shape::Object(_) => (String::new(), String::new()),
    }
}

/// Every place that a table knows, in any kind of document.
fn pointer_type() -> String {
    fn walk(table: &'static Table, before: &str, pointers: &mut Vec<String>) {
        for field in table.fields {
            let pointer = format!("{before}/{}", field.name);
            pointers.push(pointer.clone());
            if let Some(inner) = field.shape.inner() {
                let inside = if matches!(field.shape, Shape::List { .. }) { format!("{pointer}/${{number}}") } else { pointer };
                if matches!(field.shape, Shape::List { .. }) {
                    pointers.push(inside.clone());
                }
                walk(inner, &inside, pointers);
            }
        }
    }
    let mut pointers = vec![String::new()];
    for kind in DocumentKind::ALL {
        walk(kind.spec().table, "", &mut pointers);
    }
    pointers.sort();
    pointers.dedup();
    let mut text = String::from(
        "/**\n * 已知字段的位置（JSON Pointer）；`\"\"` 为整个文档。\n * The place of each known field, as a JSON Pointer; `\"\"` is the document.\n */\nexport type Pointer =\n",
    );
    for pointer in pointers {
        let quote = if pointer.contains('$') { '`' } else { '"' };
        let _ = writeln!(text, "    | {quote}{pointer}{quote}");
    }
    text.truncate(text.trim_end().len());
    text.push(';');
    text
}

fn issue_params() -> String {
    let mut text =
        String::from("/**\n * 每种问题的 `params`。\n * The `params` of each issue, by its code.\n */\nexport interface IssueParams {\n");
    for rule in catalogue() {
        let _ = writeln!(text, "    {}: {};", rule.code, params_type(rule));
    }
    text.push('}');
    text
}

fn params_type(rule: &Rule) -> String {
    if rule.params.is_empty() {
        return "Record<string, never>".to_owned();
    }
    let params: Vec<String> =
        rule.params.iter().map(|(name, param)| format!("{name}{}: {}", if param.is_optional { "?" } else { "" }, param.name)).collect();
    format!("{{ {} }}", params.join("; "))
}

/// Every bound of a completion by the path of its field.
fn limit_rows() -> Vec<(String, u64, u64)> {
    fn walk(table: &Table, prefix: &str, rows: &mut Vec<(String, u64, u64)>) {
        for field in table.fields {
            let path = format!("{prefix}{}", field.name);
            match field.shape {
                Shape::Text { max: UNBOUNDED, .. } | Shape::Boolean | Shape::Anything | Shape::Enum(_) => {}
                Shape::Text { min, max, .. } => rows.push((path, min.into(), max.into())),
                Shape::Integer { min, max, .. } => rows.push((path, min.into(), largest(max))),
                Shape::Object(of) => walk(of, &format!("{path}."), rows),
                Shape::List { of, min, max } => {
                    rows.push((path.clone(), min.into(), max.into()));
                    walk(of, &format!("{path}[]."), rows);
                }
            }
        }
    }
    let mut rows = Vec::new();
    walk(&COMPLETION, "", &mut rows);
    rows
}

fn limits() -> String {
    let limits: Map<String, Value> = limit_rows().into_iter().map(|(path, min, max)| (path, json!({ "min": min, "max": max }))).collect();
    Value::Object(limits).to_string()
}

fn limits_declaration() -> String {
    let mut text = String::from(
        "/**\n * 完结请求各字段的上下限：文本为字符数，列表为项数，金额为分。\n * The bounds of a completion's fields: characters of a text, items of a list, fen of an amount.\n */\nexport const LIMITS: {\n",
    );
    for (path, min, max) in limit_rows() {
        let _ = writeln!(text, "    readonly \"{path}\": {{ readonly min: {min}; readonly max: {max} }};");
    }
    text.push_str("};");
    text
}

fn rules() -> String {
    Value::Array(catalogue().map(rule_entry).collect()).to_string()
}

/// Most rules on one value stand where its field does.
fn source_text(rule: &Rule, locale: Locale) -> String {
    const OF_FIELD: Bilingual = Bilingual { zh: "该字段自身的出处", en: "where the field itself stands" };
    if rule.source.is_empty() { OF_FIELD.in_language(locale).to_owned() } else { source::in_words(rule.source, locale) }
}

fn rule_entry(rule: &Rule) -> Value {
    let params: Vec<&str> = rule.params.iter().map(|(name, _)| *name).collect();
    json!({
        "code": rule.code,
        "severity": rule.severity.name(),
        "source": in_both(|locale| source_text(rule, locale)),
        "params": params,
        "meaning": { "zh-CN": rule.meaning.zh, "en": rule.meaning.en },
    })
}
