//! The functions of the package that take JavaScript's values.

use std::cell::{Cell, Ref, RefCell};
use std::mem;

use js_sys::Date;
use wasm_bindgen::prelude::*;

use super::{ANY_JSON, options_tape, taken, throw_again, to_js, type_error};
use crate::compose::convert::{self, Loose};
use crate::compose::diff;
use crate::compose::request::BuildResult;
use crate::compose::{summary, template};
use crate::guide::{actions, explain};
use crate::input::layout;
use crate::input::tape::{Tape, Value};
use crate::input::value::Json;
use crate::model::kind::{DocumentKind, Mode};
use crate::model::table::Table;
use crate::options::read::{self, choice};
use crate::options::wrong::{Expected, WrongOption, alternatives};
use crate::options::{AmountUnit, ValidateOptions};
use crate::record::Record;
use crate::record::slot::Slot;
use crate::report::ValidationReport;
use crate::values::language::Locale;
use crate::values::moment::Precision;
use crate::values::named::Named;
use crate::values::text;

#[wasm_bindgen(module = "/src/input/tape.js")]
extern "C" {
    /// How many words a value takes; none where the caller's code threw.
    fn read(value: &JsValue, depth: u32, is_draft: bool) -> usize;
    /// As `read` does, whatever a `catch` holds.
    // Caught, because an import's name may only once stand for a function that is not.
    #[wasm_bindgen(catch, js_name = readRefusal)]
    fn read_refusal(value: &JsValue) -> Result<usize, JsValue>;
}

#[wasm_bindgen(module = "/src/input/document.js")]
extern "C" {
    #[wasm_bindgen(js_name = learnTable)]
    fn learn_table(number: usize, told: &JsValue);
    /// Lays a document out by a table, and puts it where there is room if there is enough. False where the caller's code threw.
    #[wasm_bindgen(js_name = readDocument)]
    fn read_document(value: &JsValue, table: usize, is_draft: bool, room: *mut Room) -> bool;
    /// Puts it where there is room enough now.
    #[wasm_bindgen(js_name = takeDocument)]
    fn take_document(room: *mut Room);
    #[wasm_bindgen(js_name = unknownKeys)]
    fn unknown_keys() -> Vec<u32>;
    /// The report on a document in which nothing was found, which needs no serializer.
    #[wasm_bindgen(js_name = nothingFound)]
    fn nothing_found(kind: &JsValue, mode: &JsValue) -> JsValue;
}

/// Where `document.js` puts a document, and, once it has read one, how many slots, bytes of text and unknown keys that has.
#[repr(C)]
struct Room {
    slots: *mut Slot,
    text: *mut u8,
    slot_count: u32,
    text_length: u32,
    unknown_count: u32,
}

thread_local! {
    /// Which tables `document.js` has been told of, by their numbers.
    static TOLD: Cell<u64> = const { Cell::new(0) };
    // Words of ours that nearly every result holds.
    static KINDS: Vec<JsValue> = DocumentKind::ALL.iter().map(to_js).collect();
    static MODES: Vec<JsValue> = Mode::ALL.iter().map(to_js).collect();
}

/// The number of a table. The first time, `document.js` is told what it and the tables in it are read as; telling all of them at
/// the start would take half a millisecond of its fourteen.
fn told(table: &'static Table) -> usize {
    let number = layout::number_of(table);
    if TOLD.get() >> number & 1 == 0 {
        for inner in table.fields.iter().filter_map(|field| field.shape.inner()) {
            told(inner);
        }
        learn_table(number, &to_js(&layout::told(table)));
        TOLD.set(TOLD.get() | 1 << number);
    }
    number
}

/// Deeper than any document of ours.
const DOCUMENT: u32 = 10;

/// 检查一份订单，返回问题清单；数据有错不会抛异常，选项有错抛 `TypeError`。
///
/// Checks an order and returns what is wrong with it. Wrong data is never an exception; a wrong option is a `TypeError`.
#[wasm_bindgen(js_name = validateOrder, unchecked_return_type = "ValidationReport")]
pub fn validate_order(
    #[wasm_bindgen(unchecked_param_type = "AnyDocument")] order: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ValidateOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options, DocumentKind::Completion)?;
    let locale = options.locale;
    let options = options.of_wire().map_err(|wrong| type_error(&wrong, locale))?;
    let document = Document::read(order, options.kind, false)?;
    check(order, document, &options)
}

fn check(order: &JsValue, mut document: Document, options: &ValidateOptions) -> Result<JsValue, JsValue> {
    let whole = Whole::of(order, false);
    let report = crate::validate(document.record(), options, || whole.read());
    whole.finish()?;
    if report.has_no_issues() {
        return Ok(KINDS.with(|kinds| MODES.with(|modes| nothing_found(&kinds[report.kind as usize], &modes[report.mode as usize]))));
    }
    Ok(to_js(&ValidationReport::of(&report)))
}

/// 由草稿组装「完结支付分订单」请求并检查；只组装，不发送，不签名。
///
/// Composes the request that completes an order from a draft, and checks it. It never sends and never signs.
#[wasm_bindgen(js_name = buildCompleteRequest, unchecked_return_type = "BuildResult")]
pub fn build_complete_request(
    #[wasm_bindgen(unchecked_param_type = "CompletionDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    build(draft, options, DocumentKind::Completion)
}

/// 由草稿组装「修改订单金额」请求并检查；只组装，不发送，不签名。
///
/// Composes the request that lowers the amount of a completed order from a draft, and checks it. It never sends and never signs.
#[wasm_bindgen(js_name = buildModifyRequest, unchecked_return_type = "BuildResult<ModifyRequestBody>")]
pub fn build_modify_request(
    #[wasm_bindgen(unchecked_param_type = "ModifyDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    build(draft, options, DocumentKind::Modify)
}

/// 由草稿组装「创建支付分订单」请求并检查；只组装，不发送，不签名。
///
/// Composes the request that creates an order from a draft, and checks it. It never sends and never signs.
#[wasm_bindgen(js_name = buildCreateRequest, unchecked_return_type = "BuildResult<CreateRequestBody>")]
pub fn build_create_request(
    #[wasm_bindgen(unchecked_param_type = "CreateDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    build(draft, options, DocumentKind::Create)
}

/// 由草稿组装「查询支付分订单」请求并检查；只组装，不发送，不签名。
///
/// Composes the request that looks an order up, all of it in its path from a draft, and checks it. It never sends and never signs.
#[wasm_bindgen(js_name = buildQueryRequest, unchecked_return_type = "BuildResult<never, QueryRequest>")]
pub fn build_query_request(
    #[wasm_bindgen(unchecked_param_type = "QueryDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    build(draft, options, DocumentKind::Query)
}

/// 由草稿组装「取消支付分订单」请求并检查；只组装，不发送，不签名。
///
/// Composes the request that cancels an order from a draft, and checks it. It never sends and never signs.
#[wasm_bindgen(js_name = buildCancelRequest, unchecked_return_type = "BuildResult<CancelRequestBody>")]
pub fn build_cancel_request(
    #[wasm_bindgen(unchecked_param_type = "CancelDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    build(draft, options, DocumentKind::Cancel)
}

/// 由草稿组装「商户发起催收扣款」请求并检查；只组装，不发送，不签名。
///
/// Composes the request that tries to collect an order once more from a draft, and checks it. It never sends and never signs.
#[wasm_bindgen(js_name = buildPayRequest, unchecked_return_type = "BuildResult<PayRequestBody>")]
pub fn build_pay_request(
    #[wasm_bindgen(unchecked_param_type = "PayDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    build(draft, options, DocumentKind::Pay)
}

/// 由草稿组装「同步订单信息」请求并检查；只组装，不发送，不签名。
///
/// Composes the request that reports a payment made elsewhere from a draft, and checks it. It never sends and never signs.
#[wasm_bindgen(js_name = buildSyncRequest, unchecked_return_type = "BuildResult<SyncRequestBody>")]
pub fn build_sync_request(
    #[wasm_bindgen(unchecked_param_type = "SyncDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    build(draft, options, DocumentKind::Sync)
}

/// 由草稿组装「下发服务预扣费消息」请求并检查；只组装，不发送，不签名。
///
/// Composes the message before a fee is deducted from a draft, and checks it. It never sends and never signs.
#[wasm_bindgen(js_name = buildPrepaidMessageRequest, unchecked_return_type = "BuildResult<PrepaidMessageRequestBody>")]
pub fn build_prepaid_message_request(
    #[wasm_bindgen(unchecked_param_type = "PrepaidMessageDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    build(draft, options, DocumentKind::PrepaidMessage)
}

/// 由草稿组装「下发服务费用待处理消息」请求并检查；只组装，不发送，不签名。
///
/// Composes the message that a fee is still to be paid from a draft, and checks it. It never sends and never signs.
#[wasm_bindgen(js_name = buildPendingMessageRequest, unchecked_return_type = "BuildResult<PendingMessageRequestBody>")]
pub fn build_pending_message_request(
    #[wasm_bindgen(unchecked_param_type = "PendingMessageDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    build(draft, options, DocumentKind::PendingMessage)
}

/// 由草稿组装「创单结单合并」请求并检查；只组装，不发送，不签名。
///
/// Composes the request that creates an order and completes it at once from a draft, and checks it. It never sends and never signs.
#[wasm_bindgen(js_name = buildDirectCompleteRequest, unchecked_return_type = "BuildResult<DirectCompleteRequestBody>")]
pub fn build_direct_complete_request(
    #[wasm_bindgen(unchecked_param_type = "DirectCompleteDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    build(draft, options, DocumentKind::DirectComplete)
}

/// 草稿的合计：付费、优惠、总额、上限与余额，单位均为分。
///
/// What a draft adds up to: payments, discounts, total, cap and what is left under it, all in fen.
#[wasm_bindgen(js_name = summarize, unchecked_return_type = "Summary")]
pub fn summarize(
    #[wasm_bindgen(unchecked_param_type = "CompletionDraft")] draft: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options, DocumentKind::Completion)?;
    let summary = summary::summarize(Document::read(draft, options.kind, true)?.record(), &options);
    Ok(to_js(&summary))
}

/// 两个请求体的差异，按 JSON Pointer 列出；顺序不同不算差异。
///
/// What differs between two bodies, by JSON Pointer. The order of keys is no difference.
#[wasm_bindgen(js_name = diffRequests, unchecked_return_type = "Difference[]")]
pub fn diff_requests(
    #[wasm_bindgen(unchecked_param_type = "unknown")] before: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "unknown")] after: &JsValue,
) -> Result<JsValue, JsValue> {
    let before = Json::read(&mut read_tape(before, ANY_JSON, false)?.cursor());
    let after = Json::read(&mut read_tape(after, ANY_JSON, false)?.cursor());
    Ok(to_js(&diff::differences(&before, &after)))
}

/// 某行业付费项目的空白行，供表单使用：必有的项目；任选其一的行业为所列第一项。`stage` 默认 `"complete"`。
///
/// Blank payment items of an industry to start a form from: those that must be there, or, where any of a set will do, its
/// first. `stage` is `"complete"` by default; `"completeZero"` is a completion with a total of 0.
#[wasm_bindgen(js_name = industryTemplate, unchecked_return_type = "(PostPaymentDraft & { name: string })[]")]
pub fn industry_template(
    #[wasm_bindgen(unchecked_param_type = "IndustryId")] id: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "IndustryStage")] stage: &JsValue,
) -> Result<JsValue, JsValue> {
    let (id, stage) = (read_single(id)?, read_single(stage)?);
    let rows = template::template(&id, &stage).map_err(|wrong| type_error(&wrong, Locale::default()))?;
    Ok(to_js(&rows))
}

/// 微信支付拒绝请求时返回的错误：含义、原因、怎么办、能否重试。可传 `catch` 到的任何错误（axios、fetch、各种 SDK）、
/// 整个返回体或含有它的文本；不读取 `config`、`request` 和流，请求头与应答头只读 Request-Id；查不到时如实说明。
///
/// What a refusal of the API means, its cause and remedy, and whether to try again. Takes whatever a `catch` holds (axios,
/// fetch, an SDK), the whole error body, or any text that holds it. It never reads `config`, `request` or a stream, and of
/// headers Request-Id alone. What is not known is said to be so.
#[wasm_bindgen(js_name = explainError, unchecked_return_type = "ErrorExplanation")]
pub fn explain_error(
    #[wasm_bindgen(unchecked_param_type = "AnyRefusal")] refusal: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ExplainOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options, DocumentKind::Completion)?;
    let explanation = explain::explain(&taken(read_refusal(refusal)?)?);
    Ok(to_js(&explanation.answer(&explanation.keys(), options.locale)))
}

/// 订单现在可以做什么：完结、取消、修改金额、催收、同步、退款，各附理由（中英文）和之后的状态。只看订单的状态；数据有错不会抛异常。
///
/// What may be done with an order now: complete, cancel, modify, pay, sync and refund, each with its reason in both languages
/// and the states it leads to. Only the order's state counts; wrong data is never an exception.
#[wasm_bindgen(js_name = nextActions, unchecked_return_type = "NextActions")]
pub fn next_actions(
    #[wasm_bindgen(unchecked_param_type = "AnyOrder")] order: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ValidateOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    read_options(options, DocumentKind::Completion)?;
    let mut order = Document::read(order, DocumentKind::ServiceOrder, false)?;
    let next = actions::next_actions(order.record());
    Ok(to_js(&next))
}

/// 元换算为分：数字或最多两位小数的文本，精确换算；无法换算时为 `null`。
///
/// Yuan into fen, exactly: a number, or decimal text with at most two decimals. `null` for anything else.
#[wasm_bindgen(js_name = yuanToFen, unchecked_return_type = "number | null")]
pub fn yuan_to_fen(#[wasm_bindgen(unchecked_param_type = "number | string | bigint")] yuan: &JsValue) -> Result<JsValue, JsValue> {
    let yuan = read_loose(yuan)?;
    Ok(to_js(&Loose::read(&yuan).and_then(|yuan| convert::exact_fen(yuan, AmountUnit::Yuan))))
}

/// 分换算为元的文本，保留两位小数；不是整数分时为 `null`。
///
/// Fen as the text of yuan with two decimals. `null` for what is no integer of fen.
#[wasm_bindgen(js_name = fenToYuan, unchecked_return_type = "string | null")]
pub fn fen_to_yuan(#[wasm_bindgen(unchecked_param_type = "number | string | bigint")] fen: &JsValue) -> Result<JsValue, JsValue> {
    let fen = read_loose(fen)?;
    Ok(to_js(&Loose::read(&fen).and_then(convert::yuan_text)))
}

/// 转为支付分的北京时间：`yyyyMMddHHmmss`，`precision` 为 `"day"` 时 `yyyyMMdd`；不是时间则为 `null`。
///
/// A time as payscore writes it, in Beijing time: `yyyyMMddHHmmss`, or `yyyyMMdd` for the precision `"day"`.
/// Takes a Date, epoch milliseconds, RFC 3339 with an offset, `YYYY-MM-DD[ HH:mm:ss]` of Beijing, the wire forms,
/// or an object with `toDate()`. `null` for anything else.
#[wasm_bindgen(js_name = toPayscoreTime, unchecked_return_type = "string | null")]
pub fn to_payscore_time(
    #[wasm_bindgen(unchecked_param_type = "TimeInput")] time: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "\"second\" | \"day\"")] precision: &JsValue,
) -> Result<JsValue, JsValue> {
    let precision = choice("precision", &mut read_single(precision)?.cursor());
    let precision = precision.map_err(|wrong| type_error(&wrong, Locale::default()))?.unwrap_or(Precision::Second);
    let time = read_loose(time)?;
    Ok(to_js(&Loose::read(&time).and_then(|time| convert::payscore_time(&time, precision))))
}

/// 支付分时间（北京时间，8 或 14 位）对应的 `Date`；`OnAccept` 及其他文本为 `null`。
///
/// The `Date` of a payscore time of 8 or 14 digits, which is Beijing time. `null` for `OnAccept` and anything else.
#[wasm_bindgen(js_name = parsePayscoreTime, unchecked_return_type = "Date | null")]
pub fn parse_payscore_time(#[wasm_bindgen(unchecked_param_type = "string")] time: &JsValue) -> Result<JsValue, JsValue> {
    let time = read_loose(time)?;
    let instant = Loose::read(&time).and_then(|time| convert::instant_of(time.text()?));
    Ok(instant.map_or(JsValue::NULL, |instant| Date::new(&instant.into()).into()))
}

/// 按微信支付的规则计字符数（Unicode 码点）：汉字、字母、数字、符号各算一个。
///
/// Characters as WeChat Pay counts them, Unicode code points: a Han character, a letter, a digit, a symbol are one each.
#[wasm_bindgen(js_name = countChars, unchecked_return_type = "number")]
pub fn count_chars(#[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue) -> Result<JsValue, JsValue> {
    let tape = read_single(text)?;
    match tape.cursor().value() {
        Value::Text(span) => Ok(text::count(span.of(tape.text())).into()),
        Value::LongText(characters) => Ok(characters.into()),
        _ => Err(type_error(&WrongOption::new(b"text", Expected::neutral("string")), Locale::default())),
    }
}

fn read_tape(value: &JsValue, depth: u32, is_draft: bool) -> Result<Tape, JsValue> {
    taken(read(value, depth, is_draft))
}

fn read_options(value: &JsValue, kind: DocumentKind) -> Result<ValidateOptions, JsValue> {
    if value.is_undefined() {
        return Ok(ValidateOptions { kind, ..ValidateOptions::at(Date::now()) });
    }
    let tape = options_tape(value)?;
    ValidateOptions::read(&tape, kind, Date::now).map_err(|wrong| type_error(&wrong, read::locale_of(&tape)))
}

/// Composes the request of a kind.
fn build(draft: &JsValue, options: &JsValue, kind: DocumentKind) -> Result<JsValue, JsValue> {
    let options = read_options(options, kind)?;
    if options.kind != kind {
        let wrong = WrongOption::new(b"kind", Expected::neutral(format!("\"{}\"", kind.name())));
        return Err(type_error(&wrong, options.locale));
    }
    let document = Document::read(draft, kind, true)?;
    compose(draft, document, &options)
}

fn compose(draft: &JsValue, mut document: Document, options: &ValidateOptions) -> Result<JsValue, JsValue> {
    let whole = Whole::of(draft, true);
    let built = crate::build(document.record(), options, || whole.read());
    whole.finish()?;
    Ok(to_js(&BuildResult::of(&built)))
}

/// Options that were read once, for many documents.
#[wasm_bindgen(skip_typescript)]
pub struct Validator {
    options: RefCell<ValidateOptions>,
}

impl Validator {
    /// The options as of now. A call inside a call, out of a document's getter, finds those of the outer one.
    fn options(&self) -> Ref<'_, ValidateOptions> {
        if let Ok(mut options) = self.options.try_borrow_mut() {
            options.tell_time(Date::now);
        }
        self.options.borrow()
    }
}

/// From options that `keepOptions` has laid flat, which are kept to be read again should this instance stop.
#[wasm_bindgen(js_name = openValidator, skip_typescript)]
pub fn open_validator(words: &[u32], text: Vec<u8>) -> Result<Validator, JsValue> {
    let (pairs, _) = words.as_chunks::<2>();
    let tape = Tape::new(pairs.iter().map(|&[low, high]| u64::from(high) << 32 | u64::from(low)).collect(), text);
    let options = ValidateOptions::read(&tape, DocumentKind::Completion, Date::now);
    let options = options.map_err(|wrong| type_error(&wrong, read::locale_of(&tape)))?;
    Ok(Validator { options: RefCell::new(options) })
}

/// As `validateOrder` says it. Only a draft has a unit of amounts, so that it is none of a check's options.
#[wasm_bindgen(js_name = validateWith, skip_typescript)]
pub fn validate_with(validator: &Validator, order: &JsValue) -> Result<JsValue, JsValue> {
    let kind = validator.options.borrow().kind;
    let document = Document::read(order, kind, false)?;
    check(order, document, &validator.options())
}

#[wasm_bindgen(js_name = buildWith, skip_typescript)]
pub fn build_with(validator: &Validator, draft: &JsValue) -> Result<JsValue, JsValue> {
    let (kind, locale) = {
        let options = validator.options.borrow();
        (options.kind, options.locale)
    };
    if !kind.is_composed() {
        let composed = DocumentKind::ALL.iter().copied().filter(|kind| kind.is_composed()).map(Named::name);
        let wrong = WrongOption::new(b"kind", Expected::neutral(alternatives(composed)));
        return Err(type_error(&wrong, locale));
    }
    let document = Document::read(draft, kind, true)?;
    compose(draft, document, &validator.options())
}

#[wasm_bindgen(js_name = summarizeWith, skip_typescript)]
pub fn summarize_with(validator: &Validator, draft: &JsValue) -> Result<JsValue, JsValue> {
    let kind = validator.options.borrow().kind;
    let mut document = Document::read(draft, kind, true)?;
    Ok(to_js(&summary::summarize(document.record(), &validator.options())))
}

/// A document laid out, as it came out of JavaScript.
struct Document {
    slots: Vec<Slot>,
    text: Vec<u8>,
    unknown: Vec<u32>,
}

impl Room {
    fn of(slots: &mut Vec<Slot>, text: &mut Vec<u8>) -> Self {
        Room {
            slots: slots.as_mut_ptr(),
            text: text.as_mut_ptr(),
            slot_count: slots.capacity() as u32,
            text_length: text.capacity() as u32,
            unknown_count: 0,
        }
    }
}

impl Document {
    fn read(value: &JsValue, kind: DocumentKind, is_draft: bool) -> Result<Self, JsValue> {
        // As much as nearly every order takes.
        let mut slots = Vec::with_capacity(128);
        let mut text = Vec::with_capacity(2048);
        let mut room = Room::of(&mut slots, &mut text);
        if !read_document(value, told(kind.spec().table), is_draft, &raw mut room) {
            throw_again()?;
        }
        let (slot_count, text_length) = (room.slot_count as usize, room.text_length as usize);
        if slot_count > slots.capacity() || text_length > text.capacity() {
            slots.reserve_exact(slot_count);
            text.reserve_exact(text_length);
            room = Room { unknown_count: room.unknown_count, ..Room::of(&mut slots, &mut text) };
            take_document(&raw mut room);
        }
        // SAFETY: there is room for so many, and `document.js` has written them all.
        unsafe {
            slots.set_len(slot_count);
            text.set_len(text_length);
        }
        let unknown = if room.unknown_count == 0 { Vec::new() } else { unknown_keys() };
        Ok(Document { slots, text, unknown })
    }

    fn record(&mut self) -> Record<'_> {
        Record::laid(mem::take(&mut self.slots), &self.text, &self.unknown)
    }
}

/// A document as it was given, read once more where somebody asks for all of it.
struct Whole<'v> {
    value: &'v JsValue,
    is_draft: bool,
    thrown: Cell<Option<JsValue>>,
}

impl<'v> Whole<'v> {
    fn of(value: &'v JsValue, is_draft: bool) -> Self {
        Whole { value, is_draft, thrown: Cell::new(None) }
    }

    fn read(&self) -> Option<Json> {
        match read_tape(self.value, ANY_JSON, self.is_draft) {
            Ok(tape) => Some(Json::read(&mut tape.cursor())),
            Err(error) => {
                self.thrown.set(Some(error));
                None
            }
        }
    }

    /// What the caller's code threw meanwhile is thrown.
    fn finish(self) -> Result<(), JsValue> {
        self.thrown.into_inner().map_or(Ok(()), Err)
    }
}

/// A value with nothing inside that counts.
fn read_single(value: &JsValue) -> Result<Tape, JsValue> {
    read_tape(value, 0, false)
}

/// A value that stands for an amount or a time.
fn read_loose(value: &JsValue) -> Result<Tape, JsValue> {
    read_tape(value, DOCUMENT, true)
}
