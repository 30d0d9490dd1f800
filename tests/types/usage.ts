import {
  LIMITS,
  buildCompleteRequest,
  countChars,
  diffRequests,
  explainError,
  fenToYuan,
  industries,
  industryTemplate,
  init,
  nextActions,
  parsePayscoreTime,
  rules,
  summarize,
  toPayscoreTime,
  validateOrder,
  yuanToFen,
} from "payscore";
import { type RuleExplanation, rules as rulesWithRemedies } from "payscore/rules";
import type {
  BuildOptions,
  BuildResult,
  CompleteRequestBody,
  CompletionDraft,
  Difference,
  ErrorExplanation,
  IndustryId,
  Issue,
  IssueCode,
  NextAction,
  NextActions,
  ServiceOrder,
  ValidateOptions,
  ValidationReport,
} from "payscore";

const order: unknown = JSON.parse("{}");
const report: ValidationReport = validateOrder(order);
const options: ValidateOptions = { kind: "serviceOrder", mode: "partner", now: null, locale: "en", serviceRiskLimit: 10000 };
validateOrder(order, options);

// The code determines the params.
function remedy(issue: Issue): string {
  switch (issue.code) {
    case "total_mismatch": {
      const { expected, received, payments, discounts } = issue.params;
      const fen: number = expected + received + payments + discounts;
      return fenToYuan(fen) ?? "";
    }
    case "invalid_type": {
      const received: "null" | "boolean" | "number" | "string" | "array" | "object" | "bigint" | "date" | "function" | "symbol" | "instance" | "circular" | "oversized" = issue.params.received;
      return received;
    }
    case "unknown_field":
      return issue.params.suggestion ?? issue.pointer;
    case "retry_differs":
      return issue.params.pointers.join();
    case "numeric_string": {
      const nothingMore: Record<string, never> = issue.params;
      return String(nothingMore);
    }
    case "required":
      return issue.params.why ?? issue.params.body_kind ?? issue.pointer;
    default:
      return issue.message;
  }
}
const code: IssueCode = "exceeds_risk_fund";
// @ts-expect-error no such code
const wrongCode: IssueCode = "exceeds";
const severity: "error" | "warning" | undefined = report.issues[0]?.severity;

// A draft as a form has it; numbers may come from the created order.
const draft: CompletionDraft = {
  post_payments: [{ name: "租金", amount: "39.90", description: null }, { name: "清洁费", amount: 5n }],
  post_discounts: null,
  time_range: { start_time: "OnAccept", end_time: { toDate: () => new Date() } },
};
const created: Partial<ServiceOrder> = { state: "DOING", state_description: "USER_CONFIRM", risk_fund: { name: "DEPOSIT", amount: 10000 } };
const buildOptions: BuildOptions = { created, amountUnit: "yuan" };
const result: BuildResult = buildCompleteRequest(draft, buildOptions);
if (result.ok) {
  const body: CompleteRequestBody = result.request.body;
  const fen: number = body.total_amount;
  validateOrder(body, { kind: "completionBody", previous: body });
  void [fen, result.request.method, result.request.path, result.request.bodyText];
} else {
  // @ts-expect-error there is no request to send
  result.request;
}

// A form has rows without a name so far.
const nameless: CompletionDraft = { post_payments: [{ amount: 1 }] };
// @ts-expect-error the body holds fen, not text
const body: CompleteRequestBody = { service_id: "1", post_payments: [], total_amount: "39.90" };
// @ts-expect-error no such state
const state: ServiceOrder["state"] = "PAUSED";
// @ts-expect-error no such option
validateOrder(order, { colour: "red" });
// @ts-expect-error drafts alone have a unit
validateOrder(order, { amountUnit: "yuan" });
// @ts-expect-error an order is needed
validateOrder();

// What may be done with an order, and where it leads.
const next: NextActions = nextActions(order, { locale: "en" });
function sentence({ operation, verdict, reason, leadsTo }: NextAction): string {
  const states: (ServiceOrder["state"] | null)[] = leadsTo.filter(({ when }) => when !== "totalZero").map(({ state }) => state);
  return verdict === "allowed" ? `${operation}: ${reason.en} ${states.join()}` : reason["zh-CN"];
}
const sentences: string[] = next.misfits.includes("collection.state") || next.final ? [] : next.actions.map(sentence);
// @ts-expect-error no such operation
const operation: NextAction["operation"] = "create";
// @ts-expect-error a state may not be told
const told: ServiceOrder["state"] = next.current.state;

const { total, cap, left }: { total: number; cap: number | null; left: number | null } = summarize(draft, buildOptions);
const differences: Difference[] = diffRequests({}, {});
const fen: number | null = yuanToFen("19.90");
const time: string | null = toPayscoreTime(new Date(), "day");
const date: Date | null = parsePayscoreTime("20091225");
const longest: 20 = LIMITS["post_payments[].name"].max;
const meaning: string | undefined = rules[0]?.meaning["zh-CN"];
// @ts-expect-error the limits are constants
LIMITS["post_payments[].name"].max = 21;

const ready: Promise<void> = init();
void [ready, remedy, code, wrongCode, severity, nameless, body, state, total, cap, left, differences, fen, time, date, longest, meaning, countChars("餐"), sentences, operation, told];

const ids: IndustryId[] = industries.map((industry) => industry.id);
validateOrder(order, { industry: ids[0] });
const itemRows: { name: string }[] = industryTemplate("hotel", "create");
void itemRows;

// @ts-expect-error no such industry
industryTemplate("hotle");

const explanation: ErrorExplanation = explainError({ code: "PARAM_ERROR" }, { locale: "en" });
const again: "same" | "wait" | "query" | "fix" | "never" = explanation.retry;
const found: IssueCode | undefined = explanation.rule;
void [again, found, explanation.remedy["zh-CN"], explanation.path?.[0]];

// @ts-expect-error a refusal is needed
explainError();

const explained: RuleExplanation | undefined = rulesWithRemedies.find(({ code }) => code === "total_mismatch");
const remedyOfRule: string | undefined = explained?.remedy["zh-CN"];
void [remedyOfRule, explained?.example.issue.message.en];
