// What strict TypeScript with forms writes: `exactOptionalPropertyTypes` is on.
import { type BuildOptions, type CompletionDraft, type CompleteRequestBody, type Issue, type IssueCode, type IssueOf, type ParamsOf, type Pointer, buildCompleteRequest, createValidator, explainError, nextActions, validateOrder } from "payscore";

// A code determines the issue and its params.
function above(issue: IssueOf<"exceeds_risk_fund">): number {
  const code: "exceeds_risk_fund" = issue.code;
  void code;
  return issue.params.received - issue.params.maximum;
}
const params: ParamsOf<"total_mismatch"> = { expected: 3900, received: 4000, payments: 4000, discounts: 100 };
const first: ParamsOf<"duplicate_name">["first"] = 0;
// @ts-expect-error no such code
type NoSuchIssue = IssueOf<"exceeds">;
// @ts-expect-error no such code
type NoSuchParams = ParamsOf<"exceeds">;
// @ts-expect-error the params of another code
const otherParams: ParamsOf<"total_mismatch"> = { first: 0 };

// A handler for each of several codes, as a component has them.
type Handlers = { [Code in IssueCode]?: (issue: IssueOf<Code>) => string };
const handlers: Handlers = {
  exceeds_risk_fund: ({ params: { maximum } }) => String(maximum),
  required: ({ brief }) => brief,
};

// An issue has two texts: one for a list, one to show beside a field.
const texts = ({ message, brief }: Issue): [string, string] => [message, brief];

// The pointers of known fields are suggested; any other text is accepted as well, as the pointer of an unknown field.
const pointers: Pointer[] = ["", "/total_amount", "/post_payments", "/post_payments/0", "/post_payments/12/amount", "/post_discounts/0/name", "/time_range/end_time", "/location/end_location", "/device/materiel_no"];
function label(issue: Issue): string {
  switch (issue.pointer) {
    case "/total_amount":
      return "总金额";
    case "/time_range/end_time":
      return "结束时间";
    default:
      return issue.pointer;
  }
}
const byPointer = new Map<string, Issue>([["/total_amount", {} as Issue]]);
// @ts-expect-error a misspelt field is no known place
const misspelt: Pointer = "/totalamount";

// A draft accepts what a form holds: readonly lists, undefined fields, names that are yet to be typed.
const held: { readonly items: readonly { readonly name: string | undefined; readonly amount: string }[] } = { items: [{ name: undefined, amount: "" }] };
const drafts: CompletionDraft[] = [
  {},
  { post_payments: held.items },
  { post_payments: [{}] },
  { post_payments: [{ name: null, amount: undefined, description: undefined, count: undefined }] },
  { post_payments: [] as const, post_discounts: undefined, total_amount: undefined, time_range: undefined, location: undefined, goods_tag: undefined },
  { post_payments: Object.freeze([Object.freeze({ name: "租金", amount: 1 })]), time_range: { start_time: undefined, end_time: null } },
];
interface Values {
  post_payments?: { name?: string; amount?: string }[];
  time_range?: { end_time?: { toDate(): Date } };
}
declare const values: Values;
drafts.push(values);
// @ts-expect-error a draft's amount is no boolean
const wrongDraft: CompletionDraft = { post_payments: [{ amount: true }] };

// Options that come from elsewhere may also be undefined.
declare const maybe: { industry?: "hotel"; limit: number | undefined };
const options: BuildOptions = { industry: maybe.industry, serviceRiskLimit: maybe.limit, created: undefined, previous: undefined, amountUnit: undefined };

// A request's contents may be written to, but not its identity.
const result = buildCompleteRequest(drafts[0]!, options);
if (result.ok) {
  const body: CompleteRequestBody = result.request.body;
  const answered: 200 | 204 = result.request.expects;
  void [body, answered];
}

// `unknown` is accepted wherever outside data is checked, and object literals still get completions.
declare const unknown: unknown;
validateOrder(unknown);
nextActions(unknown);
explainError(unknown);
validateOrder({ out_order_no: "1", post_payments: [{ name: "租金" }], colour: "red" });
nextActions({ state: "DOING", state_description: "USER_CONFIRM" });
explainError({ code: "PARAM_ERROR", message: "参数错误", operation: "complete", requestId: "1" });
try {
  throw new Error("PARAM_ERROR");
} catch (error) {
  explainError(error);
}

// A validator made once has the types of its kind.
const validator = createValidator({ amountUnit: "yuan" });
validator.validate(unknown);
const built = validator.build({ post_payments: held.items });
const left: number | null = validator.summarize({}).left;

export { above, params, first, otherParams, handlers, texts, pointers, label, byPointer, misspelt, wrongDraft, built, left };
export type { NoSuchIssue, NoSuchParams };
