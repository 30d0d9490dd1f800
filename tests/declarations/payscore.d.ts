/**
 * Compiles the rules asynchronously. Needed only where an engine refuses to compile WebAssembly synchronously, such as
 * Chrome before 114 on a page's main thread: await it once before the first call, and check bytes in a Worker. Everywhere
 * else calls work at once.
 */
export function init(): Promise<void>;

/**
 * A text in both languages.
 */
export interface Words {
    "zh-CN": string;
    en: string;
}

/**
 * How the orders are laid out in the bytes.
 */
export type Format = "auto" | "ndjson" | "json";

/**
 * JSON 值的类型，或 JSON 无法表示的 JavaScript 值的类型。
 * A type of JSON value, or of a JavaScript value that JSON does not carry.
 */
export type ValueType = "null" | "boolean" | "number" | "string" | "bigint" | "date" | "array" | "object" | "function" | "symbol" | "instance" | "circular" | "oversized";

/**
 * What a number or instant that cannot be understood as a time seems to be.
 */
export type Reading = "seconds" | "digits" | "outOfRange";

/**
 * What a refusal was recognised by, the most specific first.
 */
export type Matched = "suffix" | "message" | "code";

/**
 * Why an amount cannot be converted to fen.
 */
export type NotMoney = "float" | "decimals" | "format" | "unit" | "type";

/**
 * `disputed`：文档允许，但有商户反馈被拒绝。
 * `disputed`: documented as allowed, but merchants report refusals.
 */
export type Verdict = "allowed" | "disputed" | "refused";

/**
 * same 稍后原样重试；wait 等待后原样重试；query 先查询订单；fix 改正后再提交；never 不要重试。
 * same: send the same request again a little later; wait: the same, after waiting; query: query the order first;
 * fix: correct the request; never: do not retry.
 */
export type Retry = "same" | "wait" | "query" | "fix" | "never";

/**
 * 一个问题；`code` 决定 `params` 的类型。
 * One issue; `code` determines the type of `params`.
 */
export interface IssueOf<Code extends IssueCode> {
    code: Code;
    severity: Severity;
    /**
     * 从根开始的键与下标；`[]` 为整个文档。
     * Keys and indexes from the root; `[]` is the document.
     */
    path: (string | number)[];
    /**
     * JSON Pointer, `/post_payments/0/amount`.
     */
    pointer: Pointer | (string & {});
    /**
     * 给人看的话：哪个字段，怎么改。
     * For people: which field, and what to do.
     */
    message: string;
    /**
     * 同样的话，不含字段名：显示在表单项旁。
     * The same without the field's label, to show beside the field.
     */
    brief: string;
    params: ParamsOf<Code>;
    /**
     * 规则的出处：哪份文档，其中哪个字段。
     * Where the rule is documented: which text, and which field in it.
     */
    source: string;
    /**
     * 按字节检查时：所在行，从 1 开始。
     * When checking bytes: the line, from 1.
     */
    line?: number;
    /**
     * 按字节检查时：所在列（字符），从 1 开始。
     * When checking bytes: the column in characters, from 1.
     */
    column?: number;
    /**
     * 按字节检查时：字节偏移，从 0 开始。
     * When checking bytes: the offset in bytes, from 0.
     */
    offset?: number;
}

/**
 * 一种操作现在能否执行。
 * Whether an operation is possible now.
 */
export interface NextAction {
    operation: Operation;
    verdict: Verdict;
    /**
     * 组装该请求的函数名；退款不是支付分接口，为 null。
     * The function that builds its request; null for a refund, which is not a payscore call.
     */
    builder: string | null;
    reason: Words;
    /**
     * 操作成功后的状态，可能视条件有多个；被拒绝或状态不变动的（退款）为空。
     * The states it leads to, where there are several depending on their condition; empty if it is refused, or does not change
     * the state (a refund).
     */
    leadsTo: NextState[];
}

/**
 * 两个请求体的一处差异。
 * One place at which two bodies differ.
 */
export interface Difference {
    change: Change;
    path: (string | number)[];
    /**
     * JSON Pointer, `/post_payments/0/amount`.
     */
    pointer: string;
    /**
     * 前者的值；`added` 时没有。
     * The first body's value; absent for `added`.
     */
    before?: unknown;
    /**
     * 后者的值；`removed` 时没有。
     * The second body's value; absent for `removed`.
     */
    after?: unknown;
}

/**
 * 付费项目所属的调用：创建订单、完结、总金额为 0 的完结。
 * The call that payment items belong to: creation, completion, completion with a total of 0.
 */
export type IndustryStage = "create" | "complete" | "completeZero";

/**
 * 到达该状态的条件：完结时总金额大于 0 或等于 0。
 * The condition for reaching a state: a total above 0, or of 0.
 */
export type Condition = "totalAboveZero" | "totalZero";

/**
 * 合计是草稿给出的，还是由项目算出的。
 * Whether a total was given in the draft, or computed from its items.
 */
export type TotalIs = "given" | "computed";

/**
 * 商户可对订单执行的操作：完结、取消、修改金额、催收、同步、预扣费消息、费用待处理消息、退款。
 * What a merchant may do with an order.
 */
export type Operation = "complete" | "cancel" | "modify" | "pay" | "sync" | "prepaidMessage" | "pendingMessage" | "refund";

/**
 * 差异的种类：仅后者有、仅前者有、两者不同。
 * How a place differs between two bodies.
 */
export type Change = "added" | "removed" | "changed";

/**
 * 待发送的请求；由商户自己的后端签名并发送。
 * The request as it would be sent; the merchant's own backend signs and sends it.
 */
export interface RequestOf<Body> {
    method: "POST";
    /**
     * URL 路径，单号已编码。
     * The URL's path, the order number percent-encoded.
     */
    path: string;
    body: Body;
    /**
     * 用于签名和发送的原文；同样的草稿总是同样的字节。
     * The exact JSON to sign and send: the same draft gives the same bytes every time.
     */
    bodyText: string;
    /**
     * 成功时的 HTTP 状态码；204 没有应答体。
     * The HTTP status of success; 204 has no body.
     */
    expects: 200 | 204;
}

/**
 * 操作成功后的状态。
 * The state an operation leads to.
 */
export interface NextState {
    state: ServiceOrder["state"] | null;
    state_description: NonNullable<ServiceOrder["state_description"]> | null;
    /**
     * `collection.state`
     */
    collection_state: Collection["state"] | null;
    /**
     * 仅在此条件下；null 为总是。
     * Only on this condition; null: always.
     */
    when: Condition | null;
}

/**
 * 文档种类：请求连同单号（如 `completion`）、请求体（`…Body`），或返回的订单（`serviceOrder`）。
 * The kind of document: a request with its order number (`completion`), its body alone (`…Body`), or a returned order.
 */
export type DocumentKind = "completion" | "completionBody" | "serviceOrder" | "create" | "query" | "cancel" | "cancelBody" | "modify" | "modifyBody" | "pay" | "payBody" | "sync" | "syncBody" | "prepaidMessage" | "prepaidMessageBody" | "pendingMessage" | "pendingMessageBody" | "directComplete";

/**
 * 查询请求：参数都在路径里，没有请求体。
 * A query: its parameters are in the path, and it has no body.
 */
export interface QueryRequest {
    method: "GET";
    /**
     * URL 路径，含已编码的查询参数。
     * The URL's path with its query string, percent-encoded.
     */
    path: string;
    /**
     * 成功时的 HTTP 状态码。
     * The HTTP status of success.
     */
    expects: 200;
}

/**
 * 校验结果。
 * The verdict on one document.
 */
export interface ValidationReport {
    /**
     * 没有 error 级问题时为 true。
     * True when no issue is an error.
     */
    valid: boolean;
    kind: DocumentKind;
    mode: Mode;
    issues: Issue[];
}

/**
 * 校验选项；每一项都可省略，写错会抛出指明该项的 `TypeError`。
 * Options of a check. Each may be left out; a wrong one throws a `TypeError` that names it.
 */
export interface ValidateOptions {
    /**
     * 文档种类，默认 `"completion"`。
     * The kind of document; `"completion"` by default.
     */
    kind?: DocumentKind | undefined;
    /**
     * 直连商户或服务商；默认有 `sub_mchid` 即服务商。
     * Whether a direct merchant's or a partner's; by default a partner's if `sub_mchid` is present.
     */
    mode?: Mode | undefined;
    /**
     * 创建或查询到的订单；给出后才检查上限、身份、状态和创单时的时间。修改、催收、同步请传刚查询到的订单。
     * The order as created or queried. It enables every rule that needs it: cap, identity, state and times. For modify, pay and
     * sync, pass the order as queried just now.
     */
    created?: Partial<ServiceOrder> | null | undefined;
    /**
     * 上一次尝试：请求体、组装好的请求，或其 `bodyText`；重试必须原样重发。
     * The previous attempt, which a retry must repeat: the body, the request that was built, or its `bodyText`.
     */
    previous?: object | string | null | undefined;
    /**
     * 仅 `serviceOrder`：得到这个应答的创建请求，用于发现免确认订单未生效。
     * Only for `serviceOrder`: the create request that this order is the response to, to find out if an order without
     * confirmation did not take effect as such.
     */
    request?: CreateRequestBody | RequestOf<CreateRequestBody> | null | undefined;
    /**
     * 仅同步收款：调用完结接口的时间。
     * Only for sync: when the completion was called.
     */
    completedAt?: TimeInput | null | undefined;
    /**
     * 服务 ID 的风险金额上限，单位：分。
     * The service ID's cap, in fen.
     */
    serviceRiskLimit?: number | null | undefined;
    /**
     * 行业：付费项目的名称和字段按该行业的官方要求检查。三个行业的官方要求不许付费项目带金额，
     * 又要求总金额等于其和，自相矛盾，因此不核对总金额，也不代为计算。
     * The industry whose profile the payment items must follow. Three profiles forbid amounts on every item, although the total
     * should be their sum: with those the total is neither checked nor computed.
     */
    industry?: IndustryId | null | undefined;
    /**
     * 现在的时间，默认取时钟；`null` 表示不检查任何与当前时间有关的规则。
     * The current time, by default the clock's. With `null` no rule about the current time is checked.
     */
    now?: TimeInput | null | undefined;
    /**
     * 提示语言，任何 BCP 47 标签：`zh…` 为中文，`en…` 为英文；默认 `"zh-CN"`。
     * The language of messages, as any BCP 47 tag: `zh…` is Chinese, `en…` English. `"zh-CN"` by default.
     */
    locale?: Locale | (string & {}) | undefined;
}

/**
 * 直连商户或服务商。
 * Whether a call is a direct merchant's or a partner's (服务商).
 */
export type Mode = "direct" | "partner";

/**
 * 组装成功：`issues` 只含警告。
 * A builder's result with a request: all issues are warnings.
 */
export interface BuildSuccess<Request> {
    ok: true;
    request: Request;
    issues: Issue[];
}

/**
 * 组装被拒：没有请求，`issues` 至少有一个错误。
 * A builder's result without a request: at least one issue is an error.
 */
export interface BuildFailure {
    ok: false;
    issues: Issue[];
}

/**
 * 草稿的合计，单位：分。
 * Sums of a draft, in fen.
 */
export interface Summary {
    /**
     * Sum of the payment items' amounts, fen.
     */
    payments: number;
    /**
     * Sum of the discount items' amounts, fen.
     */
    discounts: number;
    /**
     * The total that is sent, fen: the draft's own if it can be read, else payments − discounts.
     */
    total: number;
    /**
     * Which of the two `total` is.
     */
    totalIs: TotalIs;
    /**
     * The lower of the created order's risk fund (先免 only) and `serviceRiskLimit`, fen; null when neither is known.
     */
    cap: number | null;
    /**
     * cap − total, fen; below zero when the total exceeds the cap; null when there is no cap.
     */
    left: number | null;
    /**
     * How many amounts could not be read and are in none of the sums.
     */
    malformed: number;
}

/**
 * 订单状态由三部分组成；没有或无法识别的部分为 null。
 * The three parts of an order's state; null where a part is absent or unknown.
 */
export interface OrderState {
    state: ServiceOrder["state"] | null;
    state_description: NonNullable<ServiceOrder["state_description"]> | null;
    /**
     * `collection.state`
     */
    collection_state: Collection["state"] | null;
}

/**
 * 订单状态的一部分。
 * A part of an order's state.
 */
export type StatePart = "state" | "state_description" | "collection.state";

/**
 * 订单现在的状态，以及可以做什么。
 * An order's current state, and what may be done with it now.
 */
export interface NextActions {
    /**
     * 读到的状态。
     * The state as the order gives it.
     */
    current: OrderState;
    /**
     * 是否为终态。
     * Whether the state is final.
     */
    final: boolean;
    /**
     * 缺少、无法识别或与其他部分矛盾的部分；不为空时所有操作都是 `refused`。
     * The parts that are missing, unknown, or in conflict with the others. If there are any, every operation is `refused`.
     */
    misfits: StatePart[];
    /**
     * 每种操作一项，顺序固定。
     * One entry per operation, always in the same order.
     */
    actions: NextAction[];
}

/**
 * 金额的单位：分或元。
 * The unit of amounts: fen or yuan.
 */
export type AmountUnit = "fen" | "yuan";

export type Locale = "zh-CN" | "en";

export type Precision = "second" | "day";

export type Severity = "error" | "warning";


/**
 * 由草稿组装「取消支付分订单」请求并检查；只组装，不发送，不签名。
 *
 * Composes the request that cancels an order from a draft, and checks it. It never sends and never signs.
 */
export function buildCancelRequest(draft: CancelDraft, options?: BuildOptions): BuildResult<CancelRequestBody>;

/**
 * 由草稿组装「完结支付分订单」请求并检查；只组装，不发送，不签名。
 *
 * Composes the request that completes an order from a draft, and checks it. It never sends and never signs.
 */
export function buildCompleteRequest(draft: CompletionDraft, options?: BuildOptions): BuildResult;

/**
 * 由草稿组装「创建支付分订单」请求并检查；只组装，不发送，不签名。
 *
 * Composes the request that creates an order from a draft, and checks it. It never sends and never signs.
 */
export function buildCreateRequest(draft: CreateDraft, options?: BuildOptions): BuildResult<CreateRequestBody>;

/**
 * 由草稿组装「创单结单合并」请求并检查；只组装，不发送，不签名。
 *
 * Composes the request that creates an order and completes it at once from a draft, and checks it. It never sends and never signs.
 */
export function buildDirectCompleteRequest(draft: DirectCompleteDraft, options?: BuildOptions): BuildResult<DirectCompleteRequestBody>;

/**
 * 由草稿组装「修改订单金额」请求并检查；只组装，不发送，不签名。
 *
 * Composes the request that lowers the amount of a completed order from a draft, and checks it. It never sends and never signs.
 */
export function buildModifyRequest(draft: ModifyDraft, options?: BuildOptions): BuildResult<ModifyRequestBody>;

/**
 * 由草稿组装「商户发起催收扣款」请求并检查；只组装，不发送，不签名。
 *
 * Composes the request that tries to collect an order once more from a draft, and checks it. It never sends and never signs.
 */
export function buildPayRequest(draft: PayDraft, options?: BuildOptions): BuildResult<PayRequestBody>;

/**
 * 由草稿组装「下发服务费用待处理消息」请求并检查；只组装，不发送，不签名。
 *
 * Composes the message that a fee is still to be paid from a draft, and checks it. It never sends and never signs.
 */
export function buildPendingMessageRequest(draft: PendingMessageDraft, options?: BuildOptions): BuildResult<PendingMessageRequestBody>;

/**
 * 由草稿组装「下发服务预扣费消息」请求并检查；只组装，不发送，不签名。
 *
 * Composes the message before a fee is deducted from a draft, and checks it. It never sends and never signs.
 */
export function buildPrepaidMessageRequest(draft: PrepaidMessageDraft, options?: BuildOptions): BuildResult<PrepaidMessageRequestBody>;

/**
 * 由草稿组装「查询支付分订单」请求并检查；只组装，不发送，不签名。
 *
 * Composes the request that looks an order up, all of it in its path from a draft, and checks it. It never sends and never signs.
 */
export function buildQueryRequest(draft: QueryDraft, options?: BuildOptions): BuildResult<never, QueryRequest>;

/**
 * 由草稿组装「同步订单信息」请求并检查；只组装，不发送，不签名。
 *
 * Composes the request that reports a payment made elsewhere from a draft, and checks it. It never sends and never signs.
 */
export function buildSyncRequest(draft: SyncDraft, options?: BuildOptions): BuildResult<SyncRequestBody>;

/**
 * 按微信支付的规则计字符数（Unicode 码点）：汉字、字母、数字、符号各算一个。
 *
 * Characters as WeChat Pay counts them, Unicode code points: a Han character, a letter, a digit, a symbol are one each.
 */
export function countChars(text: string): number;

/**
 * 两个请求体的差异，按 JSON Pointer 列出；顺序不同不算差异。
 *
 * What differs between two bodies, by JSON Pointer. The order of keys is no difference.
 */
export function diffRequests(before: unknown, after: unknown): Difference[];

/**
 * 微信支付拒绝请求时返回的错误：含义、原因、怎么办、能否重试。可传 `catch` 到的任何错误（axios、fetch、各种 SDK）、
 * 整个返回体或含有它的文本；不读取 `config`、`request` 和流，请求头与应答头只读 Request-Id；查不到时如实说明。
 *
 * What a refusal of the API means, its cause and remedy, and whether to try again. Takes whatever a `catch` holds (axios,
 * fetch, an SDK), the whole error body, or any text that holds it. It never reads `config`, `request` or a stream, and of
 * headers Request-Id alone. What is not known is said to be so.
 */
export function explainError(refusal: AnyRefusal, options?: ExplainOptions): ErrorExplanation;

/**
 * 分换算为元的文本，保留两位小数；不是整数分时为 `null`。
 *
 * Fen as the text of yuan with two decimals. `null` for what is no integer of fen.
 */
export function fenToYuan(fen: number | string | bigint): string | null;

/**
 * 某行业付费项目的空白行，供表单使用：必有的项目；任选其一的行业为所列第一项。`stage` 默认 `"complete"`。
 *
 * Blank payment items of an industry to start a form from: those that must be there, or, where any of a set will do, its
 * first. `stage` is `"complete"` by default; `"completeZero"` is a completion with a total of 0.
 */
export function industryTemplate(id: IndustryId, stage?: IndustryStage): (PostPaymentDraft & { name: string })[];

/**
 * 订单现在可以做什么：完结、取消、修改金额、催收、同步、退款，各附理由（中英文）和之后的状态。只看订单的状态；数据有错不会抛异常。
 *
 * What may be done with an order now: complete, cancel, modify, pay, sync and refund, each with its reason in both languages
 * and the states it leads to. Only the order's state counts; wrong data is never an exception.
 */
export function nextActions(order: AnyOrder, options?: ValidateOptions): NextActions;

/**
 * 支付分时间（北京时间，8 或 14 位）对应的 `Date`；`OnAccept` 及其他文本为 `null`。
 *
 * The `Date` of a payscore time of 8 or 14 digits, which is Beijing time. `null` for `OnAccept` and anything else.
 */
export function parsePayscoreTime(time: string): Date | null;

/**
 * 草稿的合计：付费、优惠、总额、上限与余额，单位均为分。
 *
 * What a draft adds up to: payments, discounts, total, cap and what is left under it, all in fen.
 */
export function summarize(draft: CompletionDraft, options?: BuildOptions): Summary;

/**
 * 转为支付分的北京时间：`yyyyMMddHHmmss`，`precision` 为 `"day"` 时 `yyyyMMdd`；不是时间则为 `null`。
 *
 * A time as payscore writes it, in Beijing time: `yyyyMMddHHmmss`, or `yyyyMMdd` for the precision `"day"`.
 * Takes a Date, epoch milliseconds, RFC 3339 with an offset, `YYYY-MM-DD[ HH:mm:ss]` of Beijing, the wire forms,
 * or an object with `toDate()`. `null` for anything else.
 */
export function toPayscoreTime(time: TimeInput, precision?: "second" | "day"): string | null;

/**
 * 检查一份订单，返回问题清单；数据有错不会抛异常，选项有错抛 `TypeError`。
 *
 * Checks an order and returns what is wrong with it. Wrong data is never an exception; a wrong option is a `TypeError`.
 */
export function validateOrder(order: AnyDocument, options?: ValidateOptions): ValidationReport;

/**
 * 元换算为分：数字或最多两位小数的文本，精确换算；无法换算时为 `null`。
 *
 * Yuan into fen, exactly: a number, or decimal text with at most two decimals. `null` for anything else.
 */
export function yuanToFen(yuan: number | string | bigint): number | null;

/**
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
export const rules: readonly RuleInfo[];

export type IndustryId =
    | "two_wheel_charging"
    | "power_bank"
    | "bike_sharing"
    | "express"
    | "smart_retail"
    | "ev_charging"
    | "car_rental"
    | "hotel";

export interface Industry {
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
export const industries: readonly Industry[];

/**
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
}

export interface CompletionDraft {
    /**
     * 商户服务订单号，1–32 个字符；省略时取自 `created`。
     * Order number, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    out_order_no?: string | null | undefined;
    /**
     * 公众账号 ID，1–32 个字符；省略时取自 `created`；直连商户必填；服务商仅用于核对，不进请求体。
     * Appid, 1–32 characters; taken from `created` when left out; required of a direct merchant; of a partner only compared, not sent. From official page 完结支付分订单.
     */
    appid?: string | null | undefined;
    /**
     * 服务 ID，1–32 个字符；省略时取自 `created`。
     * Service ID, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    service_id?: string | null | undefined;
    /**
     * 子商户号，1–32 个字符；省略时取自 `created`；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; taken from `created` when left out; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string | null | undefined;
    /**
     * 付费项目，1–100 项。
     * Payment items, 1–100 of them. From official page 完结支付分订单.
     */
    post_payments?: readonly PostPaymentDraft[] | null | undefined;
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: readonly PostDiscountDraft[] | null | undefined;
    /**
     * 总金额，数字、BigInt 或数字文本；单位由 `amountUnit` 定：默认为分（3990），`"yuan"` 时为元（39.90）；省略时自动计算。
     * Total amount, a number, a BigInt or digits, in the unit of `amountUnit`: fen by default (3990), or `"yuan"` (39.90); computed when left out. From official page 完结支付分订单.
     */
    total_amount?: MoneyInput | null | undefined;
    /**
     * 服务时间段。
     * Service time. From official page 完结支付分订单.
     */
    time_range?: TimeRangeDraft | null | undefined;
    /**
     * 服务位置。
     * Service location. From official page 完结支付分订单.
     */
    location?: LocationDraft | null | undefined;
    /**
     * 分账标记。
     * Profit sharing flag. From official page 完结支付分订单.
     */
    profit_sharing?: boolean | null | undefined;
    /**
     * 订单优惠标记，1–32 个字符。
     * Coupon tag, 1–32 characters. From official page 完结支付分订单.
     */
    goods_tag?: string | null | undefined;
    /**
     * 设备信息。
     * Device. From a community transcription of the official pages.
     */
    device?: DeviceDraft | null | undefined;
    /**
     * 完结时间，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间；仅服务商。
     * Completion time, a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time; the partner call's alone. From a community transcription of the official pages.
     */
    complete_time?: TimeInput | null | undefined;
}

export interface PostPaymentDraft {
    /**
     * 名称，1–20 个字符。
     * Name, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    name?: string | null | undefined;
    /**
     * 金额，数字、BigInt 或数字文本；单位由 `amountUnit` 定：默认为分（3990），`"yuan"` 时为元（39.90）。
     * Amount, a number, a BigInt or digits, in the unit of `amountUnit`: fen by default (3990), or `"yuan"` (39.90). From the order on official pages such as 查询支付分订单.
     */
    amount?: MoneyInput | null | undefined;
    /**
     * 说明，1–30 个字符。
     * Description, 1–30 characters. From the order on official pages such as 查询支付分订单.
     */
    description?: string | null | undefined;
    /**
     * 数量，整数，1–100。
     * Count, integer, 1–100. From current official pages.
     */
    count?: number | null | undefined;
}

export interface PostDiscountDraft {
    /**
     * 名称，1–20 个字符。
     * Name, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    name?: string | null | undefined;
    /**
     * 说明，1–30 个字符。
     * Description, 1–30 characters. From the order on official pages such as 查询支付分订单.
     */
    description?: string | null | undefined;
    /**
     * 金额，数字、BigInt 或数字文本；单位由 `amountUnit` 定：默认为分（3990），`"yuan"` 时为元（39.90）。
     * Amount, a number, a BigInt or digits, in the unit of `amountUnit`: fen by default (3990), or `"yuan"` (39.90). From the order on official pages such as 查询支付分订单.
     */
    amount?: MoneyInput | null | undefined;
    /**
     * 数量，整数，1–100。
     * Count, integer, 1–100. From current official pages.
     */
    count?: number | null | undefined;
}

export interface TimeRangeDraft {
    /**
     * 服务开始时间，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间。
     * Start time, a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time. From the order on official pages such as 查询支付分订单.
     */
    start_time?: TimeInput | null | undefined;
    /**
     * 服务结束时间，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间。
     * End time, a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time. From the order on official pages such as 查询支付分订单.
     */
    end_time?: TimeInput | null | undefined;
    /**
     * 服务开始时间备注，1–20 个字符。
     * Start time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    start_time_remark?: string | null | undefined;
    /**
     * 服务结束时间备注，1–20 个字符。
     * End time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    end_time_remark?: string | null | undefined;
}

export interface LocationDraft {
    /**
     * 服务开始地点，1–20 个字符。
     * Start location, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    start_location?: string | null | undefined;
    /**
     * 服务结束地点，1–20 个字符。
     * End location, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    end_location?: string | null | undefined;
}

export interface DeviceDraft {
    /**
     * 开始使用的设备编号，1–50 个字符。
     * Start device ID, 1–50 characters. From a community transcription of the official pages.
     */
    start_device_id?: string | null | undefined;
    /**
     * 结束使用的设备编号，1–50 个字符。
     * End device ID, 1–50 characters. From a community transcription of the official pages.
     */
    end_device_id?: string | null | undefined;
    /**
     * 物料编码，1–100 个字符。
     * Materiel number, 1–100 characters. From a community transcription of the official pages.
     */
    materiel_no?: string | null | undefined;
}

export interface CompleteRequestBody {
    /**
     * 公众账号 ID，1–32 个字符；直连商户必填，服务商不传。
     * Appid, 1–32 characters; the direct call's alone, required there. From official page 完结支付分订单.
     */
    appid?: string;
    /**
     * 服务 ID，1–32 个字符。
     * Service ID, 1–32 characters. From official page 完结支付分订单.
     */
    service_id: string;
    /**
     * 子商户号，1–32 个字符；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string;
    /**
     * 付费项目，1–100 项。
     * Payment items, 1–100 of them. From official page 完结支付分订单.
     */
    post_payments: PostPayment[];
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: PostDiscount[];
    /**
     * 总金额，整数，单位：分，≥ 0。
     * Total amount, integer fen, ≥ 0. From official page 完结支付分订单.
     */
    total_amount: number;
    /**
     * 服务时间段。
     * Service time. From official page 完结支付分订单.
     */
    time_range?: TimeRange;
    /**
     * 服务位置。
     * Service location. From official page 完结支付分订单.
     */
    location?: Location;
    /**
     * 分账标记。
     * Profit sharing flag. From official page 完结支付分订单.
     */
    profit_sharing?: boolean;
    /**
     * 订单优惠标记，1–32 个字符。
     * Coupon tag, 1–32 characters. From official page 完结支付分订单.
     */
    goods_tag?: string;
    /**
     * 设备信息。
     * Device. From a community transcription of the official pages.
     */
    device?: Device;
    /**
     * 完结时间，北京时间，RFC 3339；仅服务商。
     * Completion time, Beijing time, RFC 3339; the partner call's alone. From a community transcription of the official pages.
     */
    complete_time?: string;
}

export interface PostPayment {
    /**
     * 名称，1–20 个字符。
     * Name, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    name: string;
    /**
     * 金额，整数，单位：分，≥ 0。
     * Amount, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    amount?: number;
    /**
     * 说明，1–30 个字符。
     * Description, 1–30 characters. From the order on official pages such as 查询支付分订单.
     */
    description?: string;
    /**
     * 数量，整数，1–100。
     * Count, integer, 1–100. From current official pages.
     */
    count?: number;
}

export interface PostDiscount {
    /**
     * 名称，1–20 个字符。
     * Name, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    name: string;
    /**
     * 说明，1–30 个字符。
     * Description, 1–30 characters. From the order on official pages such as 查询支付分订单.
     */
    description?: string;
    /**
     * 金额，整数，单位：分，≥ 0。
     * Amount, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    amount?: number;
    /**
     * 数量，整数，1–100。
     * Count, integer, 1–100. From current official pages.
     */
    count?: number;
}

export interface TimeRange {
    /**
     * 服务开始时间，北京时间，`yyyyMMddHHmmss` | `yyyyMMdd` | `OnAccept`。
     * Start time, Beijing time, `yyyyMMddHHmmss` | `yyyyMMdd` | `OnAccept`. From the order on official pages such as 查询支付分订单.
     */
    start_time?: string;
    /**
     * 服务结束时间，北京时间，`yyyyMMddHHmmss` | `yyyyMMdd`。
     * End time, Beijing time, `yyyyMMddHHmmss` | `yyyyMMdd`. From the order on official pages such as 查询支付分订单.
     */
    end_time?: string;
    /**
     * 服务开始时间备注，1–20 个字符。
     * Start time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    start_time_remark?: string;
    /**
     * 服务结束时间备注，1–20 个字符。
     * End time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    end_time_remark?: string;
}

export interface Location {
    /**
     * 服务开始地点，1–20 个字符。
     * Start location, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    start_location?: string;
    /**
     * 服务结束地点，1–20 个字符。
     * End location, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    end_location?: string;
}

export interface Device {
    /**
     * 开始使用的设备编号，1–50 个字符。
     * Start device ID, 1–50 characters. From a community transcription of the official pages.
     */
    start_device_id?: string;
    /**
     * 结束使用的设备编号，1–50 个字符。
     * End device ID, 1–50 characters. From a community transcription of the official pages.
     */
    end_device_id?: string;
    /**
     * 物料编码，1–100 个字符。
     * Materiel number, 1–100 characters. From a community transcription of the official pages.
     */
    materiel_no?: string;
}

export interface ServiceOrder {
    /**
     * 商户服务订单号，1–32 个字符。
     * Order number, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    out_order_no: string;
    /**
     * 服务 ID，1–32 个字符。
     * Service ID, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    service_id: string;
    /**
     * 公众账号 ID，1–32 个字符。
     * Appid, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    appid: string;
    /**
     * 商户号，1–32 个字符。
     * Merchant number, 1–32 characters. From official page 完结支付分订单.
     */
    mchid: string;
    /**
     * 子商户公众账号 ID，1–32 个字符。
     * Sub-appid, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    sub_appid?: string;
    /**
     * 子商户号，1–32 个字符。
     * Sub-merchant number, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string;
    /**
     * 服务信息，1–20 个字符。
     * Service introduction, 1–20 characters. From official page 完结支付分订单.
     */
    service_introduction: string;
    /**
     * 订单状态。
     * State. From official page 完结支付分订单.
     */
    state: "CREATED" | "DOING" | "DONE" | "REVOKED" | "EXPIRED";
    /**
     * 订单状态说明。
     * State description. From official page 完结支付分订单.
     */
    state_description?: "USER_CONFIRM" | "MCH_COMPLETE";
    /**
     * 付费项目，0–100 项。
     * Payment items, 0–100 of them. From official page 完结支付分订单.
     */
    post_payments?: ReturnedPayment[];
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: ReturnedDiscount[];
    /**
     * 服务风险金。
     * Risk fund. From official page 完结支付分订单.
     */
    risk_fund?: RiskFund;
    /**
     * 总金额，整数，单位：分，≥ 0。
     * Total amount, integer fen, ≥ 0. From official page 完结支付分订单.
     */
    total_amount?: number;
    /**
     * 是否需要收款。
     * Need-collection flag. From official page 完结支付分订单.
     */
    need_collection?: boolean;
    /**
     * 收款信息。
     * Collection. From the order on official pages such as 查询支付分订单.
     */
    collection?: Collection;
    /**
     * 服务时间段。
     * Service time. From official page 完结支付分订单.
     */
    time_range?: TimeRange;
    /**
     * 服务位置。
     * Service location. From official page 完结支付分订单.
     */
    location?: Location;
    /**
     * 商户数据包，1–256 个字符。
     * Attached data, 1–256 characters. From the order on official pages such as 查询支付分订单.
     */
    attach?: string;
    /**
     * 商户回调地址，1–256 个字符。
     * Notification URL, 1–256 characters. From the order on official pages such as 查询支付分订单.
     */
    notify_url?: string;
    /**
     * 用户标识，1–128 个字符。
     * Openid, 1–128 characters. From the order on official pages such as 查询支付分订单.
     */
    openid?: string;
    /**
     * 子商户用户标识，1–128 个字符。
     * Sub-openid, 1–128 characters. From the order on official pages such as 查询支付分订单.
     */
    sub_openid?: string;
    /**
     * 微信支付服务订单号，1–64 个字符。
     * WeChat Pay order number, 1–64 characters. From official page 完结支付分订单.
     */
    order_id?: string;
    /**
     * 确认订单跳转数据，1–300 个字符。
     * Confirmation package, 1–300 characters. From a community transcription of the official pages.
     */
    package?: string;
    /**
     * 设备信息。
     * Device. From a community transcription of the official pages.
     */
    device?: Device;
    /**
     * 渠道商商户号。
     * Channel ID. From a community transcription of the official pages.
     */
    channel_id?: unknown;
    /**
     * 商户订单号。
     * Merchant trade number. From a community transcription of the official pages.
     */
    out_trade_no?: unknown;
    /**
     * 用户服务状态。
     * User service status. From a community transcription of the official pages.
     */
    user_service_status?: unknown;
    /**
     * 服务开启或关闭时间。
     * Time of opening or closing. From a community transcription of the official pages.
     */
    openorclose_time?: unknown;
    /**
     * 授权协议号。
     * Authorization code. From a community transcription of the official pages.
     */
    authorization_code?: unknown;
    /**
     * 商户请求单号。
     * Request number. From a community transcription of the official pages.
     */
    out_request_no?: unknown;
    /**
     * 优惠功能。
     * Coupons. From current official pages.
     */
    promotion_detail?: unknown;
    /**
     * 币种。
     * Currency. From current official pages.
     */
    currency?: unknown;
}

export interface ReturnedPayment {
    /**
     * 名称，1–20 个字符。
     * Name, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    name?: string;
    /**
     * 金额，整数，单位：分，≥ 0。
     * Amount, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    amount?: number;
    /**
     * 说明，1–30 个字符。
     * Description, 1–30 characters. From the order on official pages such as 查询支付分订单.
     */
    description?: string;
    /**
     * 数量，整数，1–100。
     * Count, integer, 1–100. From current official pages.
     */
    count?: number;
}

export interface ReturnedDiscount {
    /**
     * 名称，1–20 个字符。
     * Name, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    name?: string;
    /**
     * 说明，1–30 个字符。
     * Description, 1–30 characters. From the order on official pages such as 查询支付分订单.
     */
    description?: string;
    /**
     * 金额，整数，单位：分，≥ 0。
     * Amount, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    amount?: number;
    /**
     * 数量，整数，1–100。
     * Count, integer, 1–100. From current official pages.
     */
    count?: number;
}

export interface RiskFund {
    /**
     * 风险金名称。
     * Risk fund name. From the order on official pages such as 查询支付分订单.
     */
    name: "DEPOSIT" | "ADVANCE" | "CASH_DEPOSIT" | "ESTIMATE_ORDER_COST";
    /**
     * 风险金额，整数，单位：分，≥ 1。
     * Risk fund amount, integer fen, ≥ 1. From the order on official pages such as 查询支付分订单.
     */
    amount: number;
    /**
     * 风险说明，1–30 个字符。
     * Risk fund description, 1–30 characters. From the order on official pages such as 查询支付分订单.
     */
    description?: string;
}

export interface Collection {
    /**
     * 银行类型，1–4294967295 个字符。
     * Bank type, 1–4294967295 characters. From a community transcription of the official pages.
     */
    bank_type?: string;
    /**
     * 收款状态。
     * Collection state. From the order on official pages such as 查询支付分订单.
     */
    state: "USER_PAYING" | "USER_PAID";
    /**
     * 总收款金额，整数，单位：分，≥ 0。
     * Collection total, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    total_amount?: number;
    /**
     * 待收金额，整数，单位：分，≥ 0。
     * Amount to be paid, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    paying_amount?: number;
    /**
     * 已收金额，整数，单位：分，≥ 0。
     * Paid amount, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    paid_amount?: number;
    /**
     * 收款明细，列表。
     * Collection details, a list. From the order on official pages such as 查询支付分订单.
     */
    details?: CollectionDetail[];
}

export interface CollectionDetail {
    /**
     * 收款序号，整数，≥ 1。
     * Sequence number, integer, ≥ 1. From the order on official pages such as 查询支付分订单.
     */
    seq?: number;
    /**
     * 金额，整数，单位：分，≥ 0。
     * Amount, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    amount?: number;
    /**
     * 收款成功渠道。
     * Payment channel. From the order on official pages such as 查询支付分订单.
     */
    paid_type?: "NEWTON" | "MCH";
    /**
     * 收款成功时间，北京时间，`yyyyMMddHHmmss`。
     * Payment time, Beijing time, `yyyyMMddHHmmss`. From the order on official pages such as 查询支付分订单.
     */
    paid_time?: string;
    /**
     * 微信支付交易单号，1–64 个字符。
     * Transaction ID, 1–64 characters. From the order on official pages such as 查询支付分订单.
     */
    transaction_id?: string;
    /**
     * 代金券，列表。
     * Coupons, a list. From the order on official pages such as 查询支付分订单.
     */
    promotion_detail?: PromotionDetail[];
}

export interface PromotionDetail {
    /**
     * 券 ID，1–32 个字符。
     * Coupon ID, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    coupon_id: string;
    /**
     * 优惠名称，1–64 个字符。
     * Coupon name, 1–64 characters. From the order on official pages such as 查询支付分订单.
     */
    name?: string;
    /**
     * 优惠范围。
     * Coupon scope. From the order on official pages such as 查询支付分订单.
     */
    scope?: "GLOBAL" | "SINGLE";
    /**
     * 优惠类型。
     * Coupon type. From the order on official pages such as 查询支付分订单.
     */
    type?: "CASH" | "NOCASH";
    /**
     * 优惠券面额，整数，单位：分，≥ 0。
     * Coupon amount, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    amount: number;
    /**
     * 活动 ID，1–32 个字符。
     * Stock ID, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    stock_id?: string;
    /**
     * 微信出资，整数，单位：分，≥ 0。
     * WeChat Pay's contribution, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    wechatpay_contribute?: number;
    /**
     * 商户出资，整数，单位：分，≥ 0。
     * Merchant's contribution, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    merchant_contribute?: number;
    /**
     * 其他出资，整数，单位：分，≥ 0。
     * Others' contribution, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    other_contribute?: number;
    /**
     * 优惠币种。
     * Currency. From the order on official pages such as 查询支付分订单.
     */
    currency?: "CNY";
    /**
     * 单品，列表。
     * Goods items, a list. From the order on official pages such as 查询支付分订单.
     */
    goods_detail?: GoodsDetail[];
}

export interface GoodsDetail {
    /**
     * 商品编码，1–32 个字符。
     * Goods ID, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    goods_id: string;
    /**
     * 商品数量，整数，≥ 0。
     * Quantity, integer, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    quantity: number;
    /**
     * 商品价格，整数，单位：分，≥ 0。
     * Unit price, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    unit_price: number;
    /**
     * 商品优惠金额，整数，单位：分，≥ 0。
     * Goods discount, integer fen, ≥ 0. From the order on official pages such as 查询支付分订单.
     */
    discount_amount: number;
    /**
     * 商品备注，1–128 个字符。
     * Goods remark, 1–128 characters. From the order on official pages such as 查询支付分订单.
     */
    goods_remark?: string;
}

export interface CreateDraft {
    /**
     * 商户服务订单号，1–32 个字符；省略时取自 `created`。
     * Order number, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    out_order_no?: string | null | undefined;
    /**
     * 公众账号 ID，1–32 个字符；省略时取自 `created`。
     * Appid, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    appid?: string | null | undefined;
    /**
     * 服务 ID，1–32 个字符；省略时取自 `created`。
     * Service ID, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    service_id?: string | null | undefined;
    /**
     * 子商户号，1–32 个字符；省略时取自 `created`；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; taken from `created` when left out; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string | null | undefined;
    /**
     * 子商户公众账号 ID，1–32 个字符；仅服务商。
     * Sub-appid, 1–32 characters; the partner call's alone. From the order on official pages such as 查询支付分订单.
     */
    sub_appid?: string | null | undefined;
    /**
     * 服务信息，1–20 个字符。
     * Service introduction, 1–20 characters. From official page 完结支付分订单.
     */
    service_introduction?: string | null | undefined;
    /**
     * 付费项目，0–100 项。
     * Payment items, 0–100 of them. From official page 完结支付分订单.
     */
    post_payments?: readonly PostPaymentDraft[] | null | undefined;
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: readonly PostDiscountDraft[] | null | undefined;
    /**
     * 服务时间段。
     * Service time. From official page 完结支付分订单.
     */
    time_range?: CreateTimeRangeDraft | null | undefined;
    /**
     * 服务位置。
     * Service location. From official page 完结支付分订单.
     */
    location?: LocationDraft | null | undefined;
    /**
     * 服务风险金。
     * Risk fund. From official page 完结支付分订单.
     */
    risk_fund?: RiskFundDraft | null | undefined;
    /**
     * 商户数据包，0–256 个字符。
     * Attached data, 0–256 characters. From current official pages.
     */
    attach?: string | null | undefined;
    /**
     * 商户回调地址，1–255 个字符。
     * Notification URL, 1–255 characters. From current official pages.
     */
    notify_url?: string | null | undefined;
    /**
     * 用户标识，1–128 个字符。
     * Openid, 1–128 characters. From the order on official pages such as 查询支付分订单.
     */
    openid?: string | null | undefined;
    /**
     * 子商户用户标识，1–128 个字符；仅服务商。
     * Sub-openid, 1–128 characters; the partner call's alone. From the order on official pages such as 查询支付分订单.
     */
    sub_openid?: string | null | undefined;
    /**
     * 是否需要用户确认。
     * Need-user-confirm flag. From current official pages.
     */
    need_user_confirm?: boolean | null | undefined;
    /**
     * 设备信息。
     * Device. From a community transcription of the official pages.
     */
    device?: DeviceDraft | null | undefined;
}

export interface CreateTimeRangeDraft {
    /**
     * 服务开始时间，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间。
     * Start time, a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time. From the order on official pages such as 查询支付分订单.
     */
    start_time?: TimeInput | null | undefined;
    /**
     * 服务结束时间，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间。
     * End time, a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time. From the order on official pages such as 查询支付分订单.
     */
    end_time?: TimeInput | null | undefined;
    /**
     * 服务开始时间备注，1–20 个字符。
     * Start time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    start_time_remark?: string | null | undefined;
    /**
     * 服务结束时间备注，1–20 个字符。
     * End time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    end_time_remark?: string | null | undefined;
}

export interface RiskFundDraft {
    /**
     * 风险金名称。
     * Risk fund name. From the order on official pages such as 查询支付分订单.
     */
    name?: "DEPOSIT" | "ADVANCE" | "CASH_DEPOSIT" | "ESTIMATE_ORDER_COST" | null | undefined;
    /**
     * 风险金额，数字、BigInt 或数字文本；单位由 `amountUnit` 定：默认为分（3990），`"yuan"` 时为元（39.90）。
     * Risk fund amount, a number, a BigInt or digits, in the unit of `amountUnit`: fen by default (3990), or `"yuan"` (39.90). From the order on official pages such as 查询支付分订单.
     */
    amount?: MoneyInput | null | undefined;
    /**
     * 风险说明，1–30 个字符。
     * Risk fund description, 1–30 characters. From the order on official pages such as 查询支付分订单.
     */
    description?: string | null | undefined;
}

export interface CreateRequestBody {
    /**
     * 商户服务订单号，1–32 个字符。
     * Order number, 1–32 characters. From official page 完结支付分订单.
     */
    out_order_no: string;
    /**
     * 公众账号 ID，1–32 个字符。
     * Appid, 1–32 characters. From official page 完结支付分订单.
     */
    appid: string;
    /**
     * 服务 ID，1–32 个字符。
     * Service ID, 1–32 characters. From official page 完结支付分订单.
     */
    service_id: string;
    /**
     * 子商户号，1–32 个字符；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string;
    /**
     * 子商户公众账号 ID，1–32 个字符；仅服务商。
     * Sub-appid, 1–32 characters; the partner call's alone. From the order on official pages such as 查询支付分订单.
     */
    sub_appid?: string;
    /**
     * 服务信息，1–20 个字符。
     * Service introduction, 1–20 characters. From official page 完结支付分订单.
     */
    service_introduction: string;
    /**
     * 付费项目，0–100 项。
     * Payment items, 0–100 of them. From official page 完结支付分订单.
     */
    post_payments?: PostPayment[];
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: PostDiscount[];
    /**
     * 服务时间段。
     * Service time. From official page 完结支付分订单.
     */
    time_range: CreateTimeRange;
    /**
     * 服务位置。
     * Service location. From official page 完结支付分订单.
     */
    location?: Location;
    /**
     * 服务风险金。
     * Risk fund. From official page 完结支付分订单.
     */
    risk_fund: RiskFund;
    /**
     * 商户数据包，0–256 个字符。
     * Attached data, 0–256 characters. From current official pages.
     */
    attach?: string;
    /**
     * 商户回调地址，1–255 个字符。
     * Notification URL, 1–255 characters. From current official pages.
     */
    notify_url: string;
    /**
     * 用户标识，1–128 个字符。
     * Openid, 1–128 characters. From the order on official pages such as 查询支付分订单.
     */
    openid?: string;
    /**
     * 子商户用户标识，1–128 个字符；仅服务商。
     * Sub-openid, 1–128 characters; the partner call's alone. From the order on official pages such as 查询支付分订单.
     */
    sub_openid?: string;
    /**
     * 是否需要用户确认。
     * Need-user-confirm flag. From current official pages.
     */
    need_user_confirm?: boolean;
    /**
     * 设备信息。
     * Device. From a community transcription of the official pages.
     */
    device?: Device;
}

export interface CreateTimeRange {
    /**
     * 服务开始时间，北京时间，`yyyyMMddHHmmss` | `yyyyMMdd` | `OnAccept`。
     * Start time, Beijing time, `yyyyMMddHHmmss` | `yyyyMMdd` | `OnAccept`. From the order on official pages such as 查询支付分订单.
     */
    start_time: string;
    /**
     * 服务结束时间，北京时间，`yyyyMMddHHmmss` | `yyyyMMdd`。
     * End time, Beijing time, `yyyyMMddHHmmss` | `yyyyMMdd`. From the order on official pages such as 查询支付分订单.
     */
    end_time?: string;
    /**
     * 服务开始时间备注，1–20 个字符。
     * Start time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    start_time_remark?: string;
    /**
     * 服务结束时间备注，1–20 个字符。
     * End time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    end_time_remark?: string;
}

export interface QueryDraft {
    /**
     * 商户服务订单号，1–32 个字符；省略时取自 `created`。
     * Order number, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    out_order_no?: string | null | undefined;
    /**
     * 回跳查询 ID，1–512 个字符。
     * Query ID, 1–512 characters. From current official pages.
     */
    query_id?: string | null | undefined;
    /**
     * 服务 ID，1–32 个字符；省略时取自 `created`。
     * Service ID, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    service_id?: string | null | undefined;
    /**
     * 公众账号 ID，1–32 个字符；省略时取自 `created`；直连商户必填；服务商仅用于核对，不进请求体。
     * Appid, 1–32 characters; taken from `created` when left out; required of a direct merchant; of a partner only compared, not sent. From official page 完结支付分订单.
     */
    appid?: string | null | undefined;
    /**
     * 子商户号，1–32 个字符；省略时取自 `created`；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; taken from `created` when left out; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string | null | undefined;
}

export interface CancelDraft {
    /**
     * 商户服务订单号，1–32 个字符；省略时取自 `created`。
     * Order number, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    out_order_no?: string | null | undefined;
    /**
     * 公众账号 ID，1–32 个字符；省略时取自 `created`；直连商户必填；服务商仅用于核对，不进请求体。
     * Appid, 1–32 characters; taken from `created` when left out; required of a direct merchant; of a partner only compared, not sent. From official page 完结支付分订单.
     */
    appid?: string | null | undefined;
    /**
     * 服务 ID，1–32 个字符；省略时取自 `created`。
     * Service ID, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    service_id?: string | null | undefined;
    /**
     * 子商户号，1–32 个字符；省略时取自 `created`；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; taken from `created` when left out; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string | null | undefined;
    /**
     * 原因，1–50 个字符。
     * Reason, 1–50 characters. From current official pages.
     */
    reason?: string | null | undefined;
}

export interface CancelRequestBody {
    /**
     * 公众账号 ID，1–32 个字符；直连商户必填，服务商不传。
     * Appid, 1–32 characters; the direct call's alone, required there. From official page 完结支付分订单.
     */
    appid?: string;
    /**
     * 服务 ID，1–32 个字符。
     * Service ID, 1–32 characters. From official page 完结支付分订单.
     */
    service_id?: string;
    /**
     * 子商户号，1–32 个字符；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string;
    /**
     * 原因，1–50 个字符。
     * Reason, 1–50 characters. From current official pages.
     */
    reason: string;
}

export interface ModifyDraft {
    /**
     * 商户服务订单号，1–32 个字符；省略时取自 `created`。
     * Order number, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    out_order_no?: string | null | undefined;
    /**
     * 公众账号 ID，1–32 个字符；省略时取自 `created`；直连商户必填；服务商仅用于核对，不进请求体。
     * Appid, 1–32 characters; taken from `created` when left out; required of a direct merchant; of a partner only compared, not sent. From official page 完结支付分订单.
     */
    appid?: string | null | undefined;
    /**
     * 服务 ID，1–32 个字符；省略时取自 `created`。
     * Service ID, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    service_id?: string | null | undefined;
    /**
     * 子商户号，1–32 个字符；省略时取自 `created`；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; taken from `created` when left out; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string | null | undefined;
    /**
     * 付费项目，1–100 项。
     * Payment items, 1–100 of them. From official page 完结支付分订单.
     */
    post_payments?: readonly PostPaymentDraft[] | null | undefined;
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: readonly PostDiscountDraft[] | null | undefined;
    /**
     * 总金额，数字、BigInt 或数字文本；单位由 `amountUnit` 定：默认为分（3990），`"yuan"` 时为元（39.90）；省略时自动计算。
     * Total amount, a number, a BigInt or digits, in the unit of `amountUnit`: fen by default (3990), or `"yuan"` (39.90); computed when left out. From official page 完结支付分订单.
     */
    total_amount?: MoneyInput | null | undefined;
    /**
     * 原因，1–50 个字符。
     * Reason, 1–50 characters. From current official pages.
     */
    reason?: string | null | undefined;
    /**
     * 设备信息。
     * Device. From a community transcription of the official pages.
     */
    device?: DeviceDraft | null | undefined;
}

export interface ModifyRequestBody {
    /**
     * 公众账号 ID，1–32 个字符；直连商户必填，服务商不传。
     * Appid, 1–32 characters; the direct call's alone, required there. From official page 完结支付分订单.
     */
    appid?: string;
    /**
     * 服务 ID，1–32 个字符。
     * Service ID, 1–32 characters. From official page 完结支付分订单.
     */
    service_id: string;
    /**
     * 子商户号，1–32 个字符；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string;
    /**
     * 付费项目，1–100 项。
     * Payment items, 1–100 of them. From official page 完结支付分订单.
     */
    post_payments: PostPayment[];
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: PostDiscount[];
    /**
     * 总金额，整数，单位：分，≥ 0。
     * Total amount, integer fen, ≥ 0. From official page 完结支付分订单.
     */
    total_amount: number;
    /**
     * 原因，1–50 个字符。
     * Reason, 1–50 characters. From current official pages.
     */
    reason: string;
    /**
     * 设备信息。
     * Device. From a community transcription of the official pages.
     */
    device?: Device;
}

export interface PayDraft {
    /**
     * 商户服务订单号，1–32 个字符；省略时取自 `created`。
     * Order number, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    out_order_no?: string | null | undefined;
    /**
     * 公众账号 ID，1–32 个字符；省略时取自 `created`。
     * Appid, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    appid?: string | null | undefined;
    /**
     * 服务 ID，1–32 个字符；省略时取自 `created`。
     * Service ID, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    service_id?: string | null | undefined;
    /**
     * 子商户号，1–32 个字符；省略时取自 `created`；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; taken from `created` when left out; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string | null | undefined;
}

export interface PayRequestBody {
    /**
     * 公众账号 ID，1–32 个字符。
     * Appid, 1–32 characters. From official page 完结支付分订单.
     */
    appid?: string;
    /**
     * 服务 ID，1–32 个字符。
     * Service ID, 1–32 characters. From official page 完结支付分订单.
     */
    service_id?: string;
    /**
     * 子商户号，1–32 个字符；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string;
}

export interface SyncDraft {
    /**
     * 商户服务订单号，1–32 个字符；省略时取自 `created`。
     * Order number, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    out_order_no?: string | null | undefined;
    /**
     * 公众账号 ID，1–32 个字符；省略时取自 `created`；直连商户必填；服务商仅用于核对，不进请求体。
     * Appid, 1–32 characters; taken from `created` when left out; required of a direct merchant; of a partner only compared, not sent. From official page 完结支付分订单.
     */
    appid?: string | null | undefined;
    /**
     * 服务 ID，1–32 个字符；省略时取自 `created`。
     * Service ID, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    service_id?: string | null | undefined;
    /**
     * 子商户号，1–32 个字符；省略时取自 `created`；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; taken from `created` when left out; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string | null | undefined;
    /**
     * 场景类型；可省略。
     * Type; may be left out. From current official pages.
     */
    type?: "Order_Paid" | null | undefined;
    /**
     * 内容信息详情。
     * Detail. From current official pages.
     */
    detail?: SyncDetailDraft | null | undefined;
}

export interface SyncDetailDraft {
    /**
     * 收款序号，整数，≥ 1；仅服务商。
     * Sequence number, integer, ≥ 1; the partner call's alone. From a community transcription of the official pages.
     */
    seq?: number | null | undefined;
    /**
     * 收款成功时间，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间。
     * Payment time, a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time. From current official pages.
     */
    paid_time?: TimeInput | null | undefined;
    /**
     * 收款金额，数字、BigInt 或数字文本；单位由 `amountUnit` 定：默认为分（3990），`"yuan"` 时为元（39.90）；仅服务商。
     * Paid amount, a number, a BigInt or digits, in the unit of `amountUnit`: fen by default (3990), or `"yuan"` (39.90); the partner call's alone. From a community transcription of the official pages.
     */
    paid_amount?: MoneyInput | null | undefined;
}

export interface SyncRequestBody {
    /**
     * 公众账号 ID，1–32 个字符；直连商户必填，服务商不传。
     * Appid, 1–32 characters; the direct call's alone, required there. From official page 完结支付分订单.
     */
    appid?: string;
    /**
     * 服务 ID，1–32 个字符。
     * Service ID, 1–32 characters. From official page 完结支付分订单.
     */
    service_id: string;
    /**
     * 子商户号，1–32 个字符；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string;
    /**
     * 场景类型。
     * Type. From current official pages.
     */
    type: "Order_Paid";
    /**
     * 内容信息详情。
     * Detail. From current official pages.
     */
    detail: SyncDetail;
}

export interface SyncDetail {
    /**
     * 收款序号，整数，≥ 1；仅服务商。
     * Sequence number, integer, ≥ 1; the partner call's alone. From a community transcription of the official pages.
     */
    seq?: number;
    /**
     * 收款成功时间，北京时间，`yyyyMMddHHmmss` | `yyyyMMdd`。
     * Payment time, Beijing time, `yyyyMMddHHmmss` | `yyyyMMdd`. From current official pages.
     */
    paid_time: string;
    /**
     * 收款金额，整数，单位：分，≥ 0；仅服务商。
     * Paid amount, integer fen, ≥ 0; the partner call's alone. From a community transcription of the official pages.
     */
    paid_amount?: number;
}

export interface PrepaidMessageDraft {
    /**
     * 商户服务订单号，1–32 个字符；省略时取自 `created`。
     * Order number, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    out_order_no?: string | null | undefined;
    /**
     * 公众账号 ID，1–32 个字符；省略时取自 `created`；仅服务商。
     * Appid, 1–32 characters; taken from `created` when left out; the partner call's alone. From official page 完结支付分订单.
     */
    appid?: string | null | undefined;
    /**
     * 服务 ID，1–32 个字符；省略时取自 `created`。
     * Service ID, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    service_id?: string | null | undefined;
    /**
     * 子商户号，1–32 个字符；省略时取自 `created`；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; taken from `created` when left out; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string | null | undefined;
    /**
     * 付费项目，1–100 项。
     * Payment items, 1–100 of them. From official page 完结支付分订单.
     */
    post_payments?: readonly PostPaymentDraft[] | null | undefined;
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: readonly PostDiscountDraft[] | null | undefined;
    /**
     * 总金额，数字、BigInt 或数字文本；单位由 `amountUnit` 定：默认为分（3990），`"yuan"` 时为元（39.90）；省略时自动计算。
     * Total amount, a number, a BigInt or digits, in the unit of `amountUnit`: fen by default (3990), or `"yuan"` (39.90); computed when left out. From official page 完结支付分订单.
     */
    total_amount?: MoneyInput | null | undefined;
    /**
     * 预计扣费日期，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间。
     * Day of deduction, a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time. From current official pages.
     */
    prepaid_time?: TimeInput | null | undefined;
}

export interface PrepaidMessageRequestBody {
    /**
     * 公众账号 ID，1–32 个字符。
     * Appid, 1–32 characters. From official page 完结支付分订单.
     */
    appid?: string;
    /**
     * 服务 ID，1–32 个字符。
     * Service ID, 1–32 characters. From official page 完结支付分订单.
     */
    service_id: string;
    /**
     * 子商户号，1–32 个字符；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string;
    /**
     * 付费项目，1–100 项。
     * Payment items, 1–100 of them. From official page 完结支付分订单.
     */
    post_payments: PostPayment[];
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: PostDiscount[];
    /**
     * 总金额，整数，单位：分，≥ 0。
     * Total amount, integer fen, ≥ 0. From official page 完结支付分订单.
     */
    total_amount: number;
    /**
     * 预计扣费日期，北京时间，`yyyyMMdd`。
     * Day of deduction, Beijing time, `yyyyMMdd`. From current official pages.
     */
    prepaid_time: string;
}

export interface PendingMessageDraft {
    /**
     * 商户服务订单号，1–32 个字符；省略时取自 `created`。
     * Order number, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    out_order_no?: string | null | undefined;
    /**
     * 公众账号 ID，1–32 个字符；省略时取自 `created`；仅服务商。
     * Appid, 1–32 characters; taken from `created` when left out; the partner call's alone. From official page 完结支付分订单.
     */
    appid?: string | null | undefined;
    /**
     * 服务 ID，1–32 个字符；省略时取自 `created`。
     * Service ID, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    service_id?: string | null | undefined;
    /**
     * 子商户号，1–32 个字符；省略时取自 `created`；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; taken from `created` when left out; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string | null | undefined;
    /**
     * 付费项目，1–100 项。
     * Payment items, 1–100 of them. From official page 完结支付分订单.
     */
    post_payments?: readonly PostPaymentDraft[] | null | undefined;
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: readonly PostDiscountDraft[] | null | undefined;
    /**
     * 总金额，数字、BigInt 或数字文本；单位由 `amountUnit` 定：默认为分（3990），`"yuan"` 时为元（39.90）；省略时自动计算。
     * Total amount, a number, a BigInt or digits, in the unit of `amountUnit`: fen by default (3990), or `"yuan"` (39.90); computed when left out. From official page 完结支付分订单.
     */
    total_amount?: MoneyInput | null | undefined;
    /**
     * 预计扣费日期，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间。
     * Day of deduction, a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time. From current official pages.
     */
    prepaid_time?: TimeInput | null | undefined;
}

export interface PendingMessageRequestBody {
    /**
     * 公众账号 ID，1–32 个字符。
     * Appid, 1–32 characters. From official page 完结支付分订单.
     */
    appid?: string;
    /**
     * 服务 ID，1–32 个字符。
     * Service ID, 1–32 characters. From official page 完结支付分订单.
     */
    service_id: string;
    /**
     * 子商户号，1–32 个字符；服务商必填，直连商户不传。
     * Sub-merchant number, 1–32 characters; the partner call's alone, required there. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string;
    /**
     * 付费项目，1–100 项。
     * Payment items, 1–100 of them. From official page 完结支付分订单.
     */
    post_payments: PostPayment[];
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: PostDiscount[];
    /**
     * 总金额，整数，单位：分，≥ 0。
     * Total amount, integer fen, ≥ 0. From official page 完结支付分订单.
     */
    total_amount: number;
    /**
     * 预计扣费日期，北京时间，`yyyyMMdd`。
     * Day of deduction, Beijing time, `yyyyMMdd`. From current official pages.
     */
    prepaid_time: string;
}

export interface DirectCompleteDraft {
    /**
     * 商户服务订单号，1–32 个字符；省略时取自 `created`。
     * Order number, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    out_order_no?: string | null | undefined;
    /**
     * 公众账号 ID，1–32 个字符；省略时取自 `created`。
     * Appid, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    appid?: string | null | undefined;
    /**
     * 服务 ID，1–32 个字符；省略时取自 `created`。
     * Service ID, 1–32 characters; taken from `created` when left out. From official page 完结支付分订单.
     */
    service_id?: string | null | undefined;
    /**
     * 服务信息，1–20 个字符。
     * Service introduction, 1–20 characters. From official page 完结支付分订单.
     */
    service_introduction?: string | null | undefined;
    /**
     * 用户标识，1–128 个字符。
     * Openid, 1–128 characters. From the order on official pages such as 查询支付分订单.
     */
    openid?: string | null | undefined;
    /**
     * 子商户公众账号 ID，1–32 个字符。
     * Sub-appid, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    sub_appid?: string | null | undefined;
    /**
     * 子商户号，1–32 个字符；省略时取自 `created`。
     * Sub-merchant number, 1–32 characters; taken from `created` when left out. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string | null | undefined;
    /**
     * 付费项目，1–100 项。
     * Payment items, 1–100 of them. From official page 完结支付分订单.
     */
    post_payments?: readonly PostPaymentDraft[] | null | undefined;
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: readonly PostDiscountDraft[] | null | undefined;
    /**
     * 服务时间段。
     * Service time. From official page 完结支付分订单.
     */
    time_range?: DirectCompleteTimeRangeDraft | null | undefined;
    /**
     * 服务位置。
     * Service location. From official page 完结支付分订单.
     */
    location?: LocationDraft | null | undefined;
    /**
     * 总金额，数字、BigInt 或数字文本；单位由 `amountUnit` 定：默认为分（3990），`"yuan"` 时为元（39.90）；省略时自动计算。
     * Total amount, a number, a BigInt or digits, in the unit of `amountUnit`: fen by default (3990), or `"yuan"` (39.90); computed when left out. From official page 完结支付分订单.
     */
    total_amount?: MoneyInput | null | undefined;
    /**
     * 分账标记。
     * Profit sharing flag. From official page 完结支付分订单.
     */
    profit_sharing?: boolean | null | undefined;
    /**
     * 订单优惠标记，1–32 个字符。
     * Coupon tag, 1–32 characters. From official page 完结支付分订单.
     */
    goods_tag?: string | null | undefined;
    /**
     * 商户数据包，0–256 个字符。
     * Attached data, 0–256 characters. From current official pages.
     */
    attach?: string | null | undefined;
    /**
     * 商户回调地址，1–255 个字符。
     * Notification URL, 1–255 characters. From current official pages.
     */
    notify_url?: string | null | undefined;
}

export interface DirectCompleteTimeRangeDraft {
    /**
     * 服务开始时间，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间。
     * Start time, a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time. From the order on official pages such as 查询支付分订单.
     */
    start_time?: TimeInput | null | undefined;
    /**
     * 服务结束时间，可传 Date、毫秒时间戳或 `2026-11-20 10:00:00` 等文本，自动转为北京时间。
     * End time, a Date, epoch milliseconds or a text such as `2026-11-20 10:00:00`, turned into Beijing time. From the order on official pages such as 查询支付分订单.
     */
    end_time?: TimeInput | null | undefined;
    /**
     * 服务开始时间备注，1–20 个字符。
     * Start time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    start_time_remark?: string | null | undefined;
    /**
     * 服务结束时间备注，1–20 个字符。
     * End time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    end_time_remark?: string | null | undefined;
}

export interface DirectCompleteRequestBody {
    /**
     * 商户服务订单号，1–32 个字符。
     * Order number, 1–32 characters. From official page 完结支付分订单.
     */
    out_order_no: string;
    /**
     * 公众账号 ID，1–32 个字符。
     * Appid, 1–32 characters. From official page 完结支付分订单.
     */
    appid: string;
    /**
     * 服务 ID，1–32 个字符。
     * Service ID, 1–32 characters. From official page 完结支付分订单.
     */
    service_id: string;
    /**
     * 服务信息，1–20 个字符。
     * Service introduction, 1–20 characters. From official page 完结支付分订单.
     */
    service_introduction: string;
    /**
     * 用户标识，1–128 个字符。
     * Openid, 1–128 characters. From the order on official pages such as 查询支付分订单.
     */
    openid: string;
    /**
     * 子商户公众账号 ID，1–32 个字符。
     * Sub-appid, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    sub_appid?: string;
    /**
     * 子商户号，1–32 个字符。
     * Sub-merchant number, 1–32 characters. From the order on official pages such as 查询支付分订单.
     */
    sub_mchid?: string;
    /**
     * 付费项目，1–100 项。
     * Payment items, 1–100 of them. From official page 完结支付分订单.
     */
    post_payments: PostPayment[];
    /**
     * 优惠项目，0–30 项。
     * Discount items, 0–30 of them. From official page 完结支付分订单.
     */
    post_discounts?: PostDiscount[];
    /**
     * 服务时间段。
     * Service time. From official page 完结支付分订单.
     */
    time_range: DirectCompleteTimeRange;
    /**
     * 服务位置。
     * Service location. From official page 完结支付分订单.
     */
    location?: Location;
    /**
     * 总金额，整数，单位：分，≥ 0。
     * Total amount, integer fen, ≥ 0. From official page 完结支付分订单.
     */
    total_amount: number;
    /**
     * 分账标记。
     * Profit sharing flag. From official page 完结支付分订单.
     */
    profit_sharing?: boolean;
    /**
     * 订单优惠标记，1–32 个字符。
     * Coupon tag, 1–32 characters. From official page 完结支付分订单.
     */
    goods_tag?: string;
    /**
     * 商户数据包，0–256 个字符。
     * Attached data, 0–256 characters. From current official pages.
     */
    attach?: string;
    /**
     * 商户回调地址，1–255 个字符。
     * Notification URL, 1–255 characters. From current official pages.
     */
    notify_url?: string;
}

export interface DirectCompleteTimeRange {
    /**
     * 服务开始时间，北京时间，`yyyyMMddHHmmss` | `yyyyMMdd`。
     * Start time, Beijing time, `yyyyMMddHHmmss` | `yyyyMMdd`. From the order on official pages such as 查询支付分订单.
     */
    start_time: string;
    /**
     * 服务结束时间，北京时间，`yyyyMMddHHmmss` | `yyyyMMdd`。
     * End time, Beijing time, `yyyyMMddHHmmss` | `yyyyMMdd`. From the order on official pages such as 查询支付分订单.
     */
    end_time?: string;
    /**
     * 服务开始时间备注，1–20 个字符。
     * Start time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    start_time_remark?: string;
    /**
     * 服务结束时间备注，1–20 个字符。
     * End time remark, 1–20 characters. From the order on official pages such as 查询支付分订单.
     */
    end_time_remark?: string;
}

/**
 * 每种问题的 `params`。
 * The `params` of each issue, by its code.
 */
export interface IssueParams {
    required: { body_kind?: string; why?: string };
    invalid_type: { expected: ValueType; received: ValueType; class?: string; way_out?: string };
    not_integer: { received: number };
    too_small: { minimum: number; received: number };
    too_big: { maximum: number; received: number };
    too_short: { minimum: number; actual: number };
    too_long: { maximum: number; actual: number };
    too_few_items: { minimum: number; actual: number };
    too_many_items: { maximum: number; actual: number };
    invalid_characters: { allowed: string; characters: string[] };
    invalid_format: { expected: string };
    invalid_date: { received: string };
    invalid_enum: { options: string[] };
    numeric_string: Record<string, never>;
    required_disputed: Record<string, never>;
    invisible_characters: { characters: string[] };
    unknown_field: { suggestion?: string };
    path_parameter_in_body: Record<string, never>;
    wrong_document: { looks_like: string; pointer?: string; kind?: string; remedy?: string };
    invalid_money: { unit: string; received: string; reason: string; remedy: string };
    ambiguous_time: { received: string; reading: string; remedy: string };
    duplicate_name: { first: number };
    item_without_substance: Record<string, never>;
    discount_without_amount: Record<string, never>;
    total_mismatch: { expected: number; received: number; payments: number; discounts: number; by_count?: string };
    total_unverifiable: Record<string, never>;
    discounts_exceed_payments: { payments: number; discounts: number };
    exceeds_risk_fund: { maximum: number; received: number };
    exceeds_service_limit: { maximum: number; received: number };
    end_time_required: Record<string, never>;
    time_format_mismatch: Record<string, never>;
    time_format_changed: Record<string, never>;
    end_not_after_start: { start: string; end: string };
    end_time_in_future: { now: string; by: string; zone?: string };
    start_time_in_future: { now: string; by: string; zone?: string };
    remark_without_time: Record<string, never>;
    end_location_without_start: Record<string, never>;
    identity_mismatch: { expected: string; received: string };
    encoded_too_long: { actual: number };
    service_id_format: Record<string, never>;
    retry_differs: { pointers: string[]; cause?: string };
    state_not_completable: { state: string; state_description?: string };
    state_not_allowed: { operation: string; state: string; state_description?: string; collection_state?: string; wanted: string };
    state_disputed: { operation: string; state: string; state_description?: string; collection_state?: string; wanted: string };
    created_unread: { pointer: string; received: string; unchecked: string };
    mode_differs: { expected: string };
    previous_unread: { received: string };
    industry_item_missing: { industry: string; label: string; name?: string; names?: string[] };
    industry_item_not_allowed: { industry: string; label: string; names: string[] };
    industry_field_required: { industry: string; label: string; name: string };
    industry_field_forbidden: { industry: string; label: string; name: string };
    start_time_in_past: { now: string };
    end_time_too_soon: { now: string };
    payments_above_service_limit: { maximum: number; received: number };
    discount_without_description: Record<string, never>;
    openid_required: Record<string, never>;
    openid_conflict: Record<string, never>;
    sub_openid_without_sub_appid: Record<string, never>;
    openid_form: Record<string, never>;
    risk_name_mode: { expected: string };
    notify_url_form: { reasons: string[] };
    attach_not_encoded: Record<string, never>;
    device_id_missing: Record<string, never>;
    query_key_missing: Record<string, never>;
    query_key_conflict: Record<string, never>;
    amount_not_lowered: { current: number; received: number };
    amount_unchanged: { current: number };
    modified_to_zero: Record<string, never>;
    paid_time_in_future: { now: string };
    paid_time_before_completion: { bound: string; by_day?: string };
    paid_amount_mismatch: { expected: number; received: number };
    prepaid_time_too_soon: { earliest: string };
    discounts_over_five: { maximum: number; actual: number };
    state_collection_conflict: { state: string; collection_state: string };
    unexpected_state_description: { state: string };
    revoked_total_not_zero: { received: number };
    confirmation_expected: Record<string, never>;
    order_id_format: Record<string, never>;
    collection_unexpected: Record<string, never>;
    collection_state_mismatch: { state: string; received: number };
    collection_total_mismatch: { expected: number; received: number };
    collection_sum_mismatch: { paying: number; paid: number; total: number };
    details_sum_mismatch: { expected: number; received: number };
    transaction_id_missing: Record<string, never>;
    seq_not_consecutive: { expected: number; received: number };
    contribution_conflict: Record<string, never>;
    invalid_json: { line: number; column: number; offset: number };
}

/**
 * 已知字段的位置（JSON Pointer）；`""` 为整个文档。
 * The place of each known field, as a JSON Pointer; `""` is the document.
 */
export type Pointer =
    | ""
    | "/appid"
    | "/attach"
    | "/authorization_code"
    | "/channel_id"
    | "/collection"
    | "/collection/bank_type"
    | "/collection/details"
    | `/collection/details/${number}`
    | `/collection/details/${number}/amount`
    | `/collection/details/${number}/paid_time`
    | `/collection/details/${number}/paid_type`
    | `/collection/details/${number}/promotion_detail`
    | `/collection/details/${number}/promotion_detail/${number}`
    | `/collection/details/${number}/promotion_detail/${number}/amount`
    | `/collection/details/${number}/promotion_detail/${number}/coupon_id`
    | `/collection/details/${number}/promotion_detail/${number}/currency`
    | `/collection/details/${number}/promotion_detail/${number}/goods_detail`
    | `/collection/details/${number}/promotion_detail/${number}/goods_detail/${number}`
    | `/collection/details/${number}/promotion_detail/${number}/goods_detail/${number}/discount_amount`
    | `/collection/details/${number}/promotion_detail/${number}/goods_detail/${number}/goods_id`
    | `/collection/details/${number}/promotion_detail/${number}/goods_detail/${number}/goods_remark`
    | `/collection/details/${number}/promotion_detail/${number}/goods_detail/${number}/quantity`
    | `/collection/details/${number}/promotion_detail/${number}/goods_detail/${number}/unit_price`
    | `/collection/details/${number}/promotion_detail/${number}/merchant_contribute`
    | `/collection/details/${number}/promotion_detail/${number}/name`
    | `/collection/details/${number}/promotion_detail/${number}/other_contribute`
    | `/collection/details/${number}/promotion_detail/${number}/scope`
    | `/collection/details/${number}/promotion_detail/${number}/stock_id`
    | `/collection/details/${number}/promotion_detail/${number}/type`
    | `/collection/details/${number}/promotion_detail/${number}/wechatpay_contribute`
    | `/collection/details/${number}/seq`
    | `/collection/details/${number}/transaction_id`
    | "/collection/paid_amount"
    | "/collection/paying_amount"
    | "/collection/state"
    | "/collection/total_amount"
    | "/complete_time"
    | "/currency"
    | "/detail"
    | "/detail/paid_amount"
    | "/detail/paid_time"
    | "/detail/seq"
    | "/device"
    | "/device/end_device_id"
    | "/device/materiel_no"
    | "/device/start_device_id"
    | "/goods_tag"
    | "/location"
    | "/location/end_location"
    | "/location/start_location"
    | "/mchid"
    | "/need_collection"
    | "/need_user_confirm"
    | "/notify_url"
    | "/openid"
    | "/openorclose_time"
    | "/order_id"
    | "/out_order_no"
    | "/out_request_no"
    | "/out_trade_no"
    | "/package"
    | "/post_discounts"
    | `/post_discounts/${number}`
    | `/post_discounts/${number}/amount`
    | `/post_discounts/${number}/count`
    | `/post_discounts/${number}/description`
    | `/post_discounts/${number}/name`
    | "/post_payments"
    | `/post_payments/${number}`
    | `/post_payments/${number}/amount`
    | `/post_payments/${number}/count`
    | `/post_payments/${number}/description`
    | `/post_payments/${number}/name`
    | "/prepaid_time"
    | "/profit_sharing"
    | "/promotion_detail"
    | "/query_id"
    | "/reason"
    | "/risk_fund"
    | "/risk_fund/amount"
    | "/risk_fund/description"
    | "/risk_fund/name"
    | "/service_id"
    | "/service_introduction"
    | "/state"
    | "/state_description"
    | "/sub_appid"
    | "/sub_mchid"
    | "/sub_openid"
    | "/time_range"
    | "/time_range/end_time"
    | "/time_range/end_time_remark"
    | "/time_range/start_time"
    | "/time_range/start_time_remark"
    | "/total_amount"
    | "/type"
    | "/user_service_status";

/**
 * 完结请求各字段的上下限：文本为字符数，列表为项数，金额为分。
 * The bounds of a completion's fields: characters of a text, items of a list, fen of an amount.
 */
export const LIMITS: {
    readonly "out_order_no": { readonly min: 1; readonly max: 32 };
    readonly "appid": { readonly min: 1; readonly max: 32 };
    readonly "service_id": { readonly min: 1; readonly max: 32 };
    readonly "sub_mchid": { readonly min: 1; readonly max: 32 };
    readonly "post_payments": { readonly min: 1; readonly max: 100 };
    readonly "post_payments[].name": { readonly min: 1; readonly max: 20 };
    readonly "post_payments[].amount": { readonly min: 0; readonly max: 9007199254740991 };
    readonly "post_payments[].description": { readonly min: 1; readonly max: 30 };
    readonly "post_payments[].count": { readonly min: 1; readonly max: 100 };
    readonly "post_discounts": { readonly min: 0; readonly max: 30 };
    readonly "post_discounts[].name": { readonly min: 1; readonly max: 20 };
    readonly "post_discounts[].description": { readonly min: 1; readonly max: 30 };
    readonly "post_discounts[].amount": { readonly min: 0; readonly max: 9007199254740991 };
    readonly "post_discounts[].count": { readonly min: 1; readonly max: 100 };
    readonly "total_amount": { readonly min: 0; readonly max: 9007199254740991 };
    readonly "time_range.start_time_remark": { readonly min: 1; readonly max: 20 };
    readonly "time_range.end_time_remark": { readonly min: 1; readonly max: 20 };
    readonly "location.start_location": { readonly min: 1; readonly max: 20 };
    readonly "location.end_location": { readonly min: 1; readonly max: 20 };
    readonly "goods_tag": { readonly min: 1; readonly max: 32 };
    readonly "device.start_device_id": { readonly min: 1; readonly max: 50 };
    readonly "device.end_device_id": { readonly min: 1; readonly max: 50 };
    readonly "device.materiel_no": { readonly min: 1; readonly max: 100 };
    readonly "complete_time": { readonly min: 1; readonly max: 64 };
};


/** 选项只读一次的校验器。 A validator whose options were read once. */
export interface Validator<Draft = CompletionDraft, Result = BuildResult> {
  validate(order: AnyDocument): ValidationReport;
  /** 组装 `kind` 所指的请求。 Builds the request of `kind`. */
  build(draft: Draft): Result;
  summarize(draft: Draft): Summary;
}

/** 每种请求的草稿。 The draft of each request. */
export interface Drafts {
  completion: CompletionDraft;
  create: CreateDraft;
  query: QueryDraft;
  cancel: CancelDraft;
  modify: ModifyDraft;
  pay: PayDraft;
  sync: SyncDraft;
  prepaidMessage: PrepaidMessageDraft;
  pendingMessage: PendingMessageDraft;
  directComplete: DirectCompleteDraft;
}

/** 每种请求的组装结果。 The result of building each request. */
export interface BuildResults {
  completion: BuildResult;
  create: BuildResult<CreateRequestBody>;
  query: BuildResult<never, QueryRequest>;
  cancel: BuildResult<CancelRequestBody>;
  modify: BuildResult<ModifyRequestBody>;
  pay: BuildResult<PayRequestBody>;
  sync: BuildResult<SyncRequestBody>;
  prepaidMessage: BuildResult<PrepaidMessageRequestBody>;
  pendingMessage: BuildResult<PendingMessageRequestBody>;
  directComplete: BuildResult<DirectCompleteRequestBody>;
}

/**
 * 选项只读一次：适合边填边查的表单。`build` 组装 `kind` 所指的请求。
 *
 * Reads the options once, for a form that is checked while it is filled in. `build` builds the request of `kind`.
 */
export function createValidator<Kind extends keyof Drafts>(
  options: BuildOptions & { kind: Kind },
): Validator<Drafts[Kind], BuildResults[Kind]>;
export function createValidator(options?: BuildOptions): Validator;

export type CompletionSchemaOptions = Omit<ValidateOptions, "kind">;

export interface StandardIssue {
  readonly message: string;
  readonly path: ReadonlyArray<string | number>;
}

/** Standard Schema v1 and Standard JSON Schema v1, see https://standardschema.dev. */
export interface CompletionSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "payscore";
    readonly types?: { readonly input: CompleteRequestBody; readonly output: CompleteRequestBody } | undefined;
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: CompleteRequestBody; readonly issues?: undefined }
      | { readonly issues: ReadonlyArray<StandardIssue> };
    readonly jsonSchema: {
      readonly input: (options: { readonly target: string }) => Record<string, unknown>;
      readonly output: (options: { readonly target: string }) => Record<string, unknown>;
    };
  };
}

/**
 * 完结请求体的 Standard Schema：只报告 `error`，数据原样返回；并提供 JSON Schema（`draft-2020-12`、`draft-07`）。
 *
 * The body of a completion as a Standard Schema: it reports only errors and returns the value unchanged. It also gives the
 * JSON Schema, for the targets `draft-2020-12` and `draft-07`.
 */
export function completionSchema(options?: CompletionSchemaOptions): CompletionSchema;

export interface BatchOptions extends ValidateOptions {
  /**
   * 数据的排列方式，默认 `"auto"`：首字符为 `[` 即 JSON 数组，否则每行一份订单（NDJSON）。`"json"`：订单数组，或单独一份订单。
   *
   * How the orders are laid out in the data. `"auto"`, the default, means a JSON array if the first character is `[`, else
   * one order per line (NDJSON). `"json"` means an array of orders, or a single one.
   */
  format?: "auto" | "ndjson" | "json";
  /**
   * 最多详细列出多少个问题，默认 1000；计数不受影响。
   *
   * How many issues to report, 1000 by default. The rest are only counted.
   */
  maxIssues?: number;
  /**
   * 每份订单各自的 `created`、`previous`：一个函数，或各行中这些字段的名称。
   *
   * Each order's own `created` and `previous`: a function that returns them, or the names of these fields in each line.
   */
  context?: BatchContext | ((order: { index: number; out_order_no: string | null }) => OrderContext | null | undefined);
}

export interface OrderContext {
  created?: Partial<ServiceOrder> | null;
  previous?: CompleteRequestBody | null;
}

/** 默认为 `order`、`created`、`previous`。By default `order`, `created` and `previous`. */
export interface BatchContext {
  order?: string;
  created?: string;
  previous?: string;
}

export interface BatchCounts {
  orders: number;
  /** orders − invalid */
  valid: number;
  /** 有 `error` 的订单，或不是 JSON 的行。Orders with an error, and lines that are not JSON. */
  invalid: number;
  errors: number;
  warnings: number;
  bytes: number;
}

/** 行与列（按字符）从 1 起，偏移（按字节）从 0 起。Line and column (characters) from 1, offset (bytes) from 0. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/**
 * 位置指向有问题的值；缺失的字段指向缺少它的对象，未知的字段指向其名称。
 *
 * The place of the value at fault, of the object that lacks it, or of the name of an unknown field.
 */
export type BatchIssue = Issue & Position;

/** 一份订单的检查结果与其所在位置。The result for one order, and where the order starts. */
export interface OrderReport extends Position {
  /** 从 0 起。From 0. */
  index: number;
  out_order_no: string | null;
  valid: boolean;
  kind: DocumentKind;
  mode: Mode;
  issues: BatchIssue[];
}

export interface BatchReport extends BatchCounts {
  /** 有问题的订单，按先后顺序。The orders with issues, in order. */
  found: OrderReport[];
  /** 问题多于 `maxIssues`。There were more issues than `maxIssues`. */
  truncated: boolean;
}

/**
 * 一次检查许多订单，直接读字节，不为每份订单建立 JS 对象。
 *
 * Checks many orders straight from bytes, without a JavaScript object for each. A line that is not JSON is an issue
 * `invalid_json`; checking goes on with the next line.
 */
export function validateBatch(data: Uint8Array | string, options?: BatchOptions): BatchReport;

export interface StreamOptions extends BatchOptions {
  /** 没有问题的订单也输出，默认否。Whether to output orders without issues too; false by default. */
  all?: boolean;
  signal?: AbortSignal;
  /** 每处理一块数据后调用。Called after each chunk. */
  onProgress?: (counts: BatchCounts) => void;
}

/**
 * 同上，用于大于内存的文件：输入字节（或全部为字符串），输出有问题的订单；`counts` 在结束时给出计数，失败或中止时拒绝。
 *
 * The same for files larger than memory: bytes in (or only strings), orders with issues out. `counts` resolves at the end,
 * and rejects when the stream fails or is aborted.
 */
export function orderValidatorStream(
  options?: StreamOptions,
): TransformStream<Uint8Array | string, OrderReport> & { readonly counts: Promise<BatchCounts> };
