import { isDeepStrictEqual } from "node:util";
import * as payscore from "../../pkg/index.js";
import { TABLES, builderOf, drafts, rows } from "../../tests/package/tables.mjs";

const { validateBatch, validateOrder } = payscore;

/** Examples of codes that only bytes can trigger, which no row of the tables can hold. */
const BYTES = { invalid_json: '{"out_order_no": "A1", "total_amount": 3900\n' };

/** For each code, the simplest row of tests/cases that triggers it: a document of plain JSON with few other issues. */
export function examples(codes) {
  const candidates = [...TABLES.flatMap((table) => rows(table)), ...drafts()].filter(isPlain);
  return new Map(codes.map((code) => [code, code in BYTES ? { bytes: BYTES[code], options: { now: null } } : plainest(code, candidates)]));
}

/** The package's result for an example. */
export function answerTo({ document, bytes, options, operation }, locale) {
  if (bytes) return validateBatch(bytes, { ...options, locale }).found.flatMap(({ issues }) => issues);
  const check = operation ? payscore[builderOf(operation)] : validateOrder;
  return check(document, { ...options, locale }).issues;
}

function plainest(code, candidates) {
  const meeting = candidates.filter((row) => answerTo(row).some((issue) => issue.code === code));
  if (meeting.length === 0) throw new Error(`no row of tests/cases meets ${code} with plain JSON`);
  const [{ row }] = meeting.map((row) => ({ row, cost: cost(row, code) })).sort((one, other) => one.cost - other.cost);
  return row;
}

/** How hard an example is to read: its length, its other issues, and anything that distracts from the rule. */
function cost(row, code) {
  const issues = answerTo(row);
  const length = JSON.stringify([row.document, row.options]).length;
  const whole = issues.some((issue) => issue.code === code && issue.path.length > 0) || row.document?.total_amount ? 0 : 1000;
  const profile = row.options.industry && !code.startsWith("industry_") ? 1000 : 0;
  // Most readers are completing orders.
  const unusual = (row.options.kind ?? row.operation ?? "completion").startsWith("comple") ? 0 : 600;
  return length + 400 * (issues.length - 1) + whole + profile + unusual;
}

/** Whether the row can be shown as JSON without loss, and without a screenful of one letter. */
function isPlain({ document, options }) {
  const text = asJson([document, options]);
  return text !== undefined && text.length < 3000 && !/(.)\1{40}|\\ud[89a-f]/i.test(text) && isDeepStrictEqual([document, options], JSON.parse(text));
}

function asJson(value) {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
