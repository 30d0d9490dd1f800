// Before anything is timed, every contestant must find the same issues in the inputs it will be timed on.

/** What the package and the hand-written peer must agree on, issue by issue. */
export function inShort(issues) {
  return issues.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`).join("\n");
}

const OF_ONE_FIELD = new Set([
  "required", "invalid_type", "not_integer", "too_small", "too_big", "too_short", "too_long", "too_few_items", "too_many_items",
  "invalid_characters", "invalid_format", "unknown_field",
]);

/** @param {(order: object) => object[]} check of the hand-written peer */
export function agreeOnOrders(orders, check, { validateOrder }, libraries) {
  for (const order of orders) {
    const expected = check(order);
    same("validateOrder", validateOrder(order, { now: null }).issues, expected, order);
    for (const library of libraries) agreesWith(library, order, expected);
  }
}

export function agreeOnBytes(bytes, orders, check, ours) {
  const { found } = ours.validateBatch(bytes, { now: null, maxIssues: Infinity });
  const issuesAt = new Map(found.map(({ index, issues }) => [index, issues]));
  orders.forEach((order, index) => same("validateBatch", issuesAt.get(index) ?? [], check(order), order));
}

function same(name, issues, expected, order) {
  if (inShort(issues) !== inShort(expected)) disagree(name, inShort(issues), inShort(expected), order);
}

/**
 * A library agrees when it finds something in the same orders and, by code and pointer, all that is wrong with single fields;
 * where no single field is at fault, exactly the same. Its users' rules across fields run on sound fields alone, and it may
 * name a broken field in several ways.
 */
function agreesWith({ name, check, inOurCodes }, order, expected) {
  const its = Array.from(check(order)).flatMap((issue) => inOurCodes(issue, order).map((parts) => parts.join(" ")));
  const ofFields = expected.filter(({ code }) => OF_ONE_FIELD.has(code));
  const wanted = (ofFields.length > 0 ? ofFields : expected).map(({ code, pointer }) => `${code} ${pointer}`);
  const hasAll = wanted.every((issue) => its.includes(issue));
  const isExact = ofFields.length > 0 || its.length === wanted.length;
  if (!hasAll || !isExact || its.length > 0 !== wanted.length > 0) disagree(name, its.join("\n"), wanted.join("\n"), order);
}

function disagree(name, its, expected, order) {
  throw new Error(`${name} and the hand-written peer disagree on\n${JSON.stringify(order)}\n${name}:\n${its}\nhand-written:\n${expected}`);
}
