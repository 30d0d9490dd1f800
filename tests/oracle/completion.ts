// Sections 4 and 5 of the rules: a completion and its body, field by field, then the rules across fields.

import { checkIndustry, forbidsAmounts } from "./industry.ts";
import { amountsOf, checkRiskFund, checkSum, ITEMS_SENT, repeatedNames } from "./items.ts";
import type { Options } from "./oracle.ts";
import { checkRemarks, checkServiceId, DEVICE, LOCATION, ORDER_NUMBER, TIME_RANGE } from "./parts.ts";
import { amount, boolean, type Fields, own, type Path, pointerOf, Reading, type Refused, required, text, typeOf, warned } from "./reading.ts";
import { FIELDS as CREATED_FIELDS, MANNER as CREATED_MANNER } from "./service-order.ts";
import { formOf, isLater, misfit, RFC_3339_TIME } from "./times.ts";

const UNKNOWN: Refused = { refused: { severity: "warning", code: "unknown_field" } };
const IN_PATH: Refused = { refused: { severity: "error", code: "path_parameter_in_body" } };

function fieldsOf(isBody: boolean, isDirect: boolean): Fields {
  return {
    out_order_no: isBody ? IN_PATH : required(ORDER_NUMBER),
    appid: isDirect ? required(text(1, 32)) : isBody ? UNKNOWN : text(1, 32),
    service_id: required(text(1, 32)),
    sub_mchid: isDirect ? UNKNOWN : required(text(1, 32)),
    post_payments: required(ITEMS_SENT.payments),
    post_discounts: ITEMS_SENT.discounts,
    total_amount: required(amount(0)),
    time_range: TIME_RANGE,
    location: LOCATION,
    profit_sharing: boolean,
    goods_tag: text(1, 32),
    device: DEVICE,
    complete_time: isDirect ? UNKNOWN : warned(text(1, 64, { form: RFC_3339_TIME })),
  };
}

export function checkCompletion(order: unknown, options: Options, isDirect: boolean): Reading {
  const isBody = options.kind === "completionBody";
  const reading = new Reading(order, fieldsOf(isBody, isDirect), { threeByteTextOnly: true });
  const created = options.created == null ? undefined : new Reading(options.created, CREATED_FIELDS, CREATED_MANNER);
  let isSameAgain = false;
  if (reading.isObject) {
    checkIdentifiers(reading);
    checkItems(reading);
    if (!forbidsAmounts(options.industry)) checkTotal(reading);
    checkCaps(reading, created, options.serviceRiskLimit);
    checkTimes(reading, created, options.now);
    checkLocation(reading, created);
    checkIdentity(reading, created);
    if (options.industry != null) checkIndustry(reading, options.industry);
    isSameAgain = checkRetry(reading, options.previous, isBody, isDirect);
  }
  checkState(reading, created, isSameAgain);
  return reading;
}

function checkIdentifiers(reading: Reading): void {
  const number = reading.soundText("out_order_no");
  if (number !== undefined) {
    const actual = encodeURIComponent(number).length;
    if (actual > 32) reading.warning("encoded_too_long", ["out_order_no"], { actual });
  }
  checkServiceId(reading);
}

function checkItems(reading: Reading): void {
  reading.soundItems("post_payments").forEach((_, index) => {
    const item = ["post_payments", index];
    if (reading.sound(...item) === undefined) return;
    if (!reading.isSent(...item, "amount") && !reading.isSent(...item, "description")) reading.warning("item_without_substance", item);
  });
  reading.soundItems("post_discounts").forEach((_, index) => {
    const item = ["post_discounts", index];
    if (reading.sound(...item) === undefined) return;
    if (!reading.isSent(...item, "amount")) reading.warning("discount_without_amount", item);
  });
  for (const { index, first } of repeatedNames(reading, "post_payments", (name) => name === "商品信息")) {
    reading.warning("duplicate_name", ["post_payments", index, "name"], { first });
  }
  for (const { index, first } of repeatedNames(reading, "post_discounts", () => false)) {
    reading.error("duplicate_name", ["post_discounts", index, "name"], { first });
  }
}

function checkTotal(reading: Reading): void {
  const payments = amountsOf(reading, "post_payments");
  const discounts = amountsOf(reading, "post_discounts");
  if (!payments || !discounts || payments.items === 0) return;
  if (payments.present === 0 && (reading.soundNumber("total_amount") ?? 0) > 0) reading.warning("total_unverifiable", ["total_amount"]);
  else checkSum(reading, payments.sum, discounts.sum);
}

function checkCaps(reading: Reading, created: Reading | undefined, limit: number | null | undefined): void {
  checkRiskFund(reading, created?.soundText("risk_fund", "name"), created?.soundNumber("risk_fund", "amount"));
  const received = reading.soundNumber("total_amount");
  if (limit != null && received !== undefined && received > limit) {
    reading.error("exceeds_service_limit", ["total_amount"], { maximum: limit, received });
  }
}

function checkTimes(reading: Reading, created: Reading | undefined, now: number | null): void {
  const [atStart, atEnd] = [["time_range", "start_time"], ["time_range", "end_time"]];
  const start = reading.soundText(...atStart!);
  const end = reading.soundText(...atEnd!);
  const createdStart = created?.soundText("time_range", "start_time");
  const startToCompare = reading.isSent(...atStart!) ? start : createdStart;

  if (end !== undefined && startToCompare !== undefined) {
    const code = misfit(startToCompare, end);
    if (code === "time_format_mismatch") reading.error(code, atEnd!);
    if (code === "end_not_after_start") reading.error(code, atEnd!, { start: startToCompare, end });
  }
  if (created?.isObject && !created.isSent("time_range", "end_time") && !reading.isSent(...atEnd!)) {
    reading.error("end_time_required", atEnd!);
  }
  if (start !== undefined && createdStart !== undefined && formOf(start) !== formOf(createdStart)) {
    reading.warning("time_format_changed", atStart!);
  }
  if (now !== null) {
    if (end !== undefined && isLater(end, now)) reading.error("end_time_in_future", atEnd!);
    if (start !== undefined && start !== "OnAccept" && isLater(start, now)) reading.warning("start_time_in_future", atStart!);
  }
  checkRemarks(reading);
}

function checkLocation(reading: Reading, created: Reading | undefined): void {
  const end = ["location", "end_location"];
  if (created?.isObject && !created.isSent("location", "start_location") && reading.sound(...end) !== undefined) {
    reading.warning("end_location_without_start", end);
  }
}

function checkIdentity(reading: Reading, created: Reading | undefined): void {
  for (const name of ["out_order_no", "appid", "service_id", "sub_mchid"]) {
    const expected = created?.sound(name);
    const received = reading.sound(name);
    if (expected !== undefined && received !== undefined && expected !== received) {
      reading.error("identity_mismatch", [name], { expected, received });
    }
  }
}

function checkRetry(reading: Reading, previous: unknown, isBody: boolean, isDirect: boolean): boolean {
  if (previous == null) return false;
  const body: Record<string, unknown> = { ...(reading.document as object) };
  if (!isBody) delete body.out_order_no;
  if (!isBody && !isDirect) delete body.appid;
  const pointers = differences(body, previous, [], [reading.document]).map(pointerOf).sort();
  if (pointers.length > 0) reading.warning("retry_differs", [], { pointers });
  return pointers.length === 0;
}

function checkState(reading: Reading, created: Reading | undefined, isSameAgain: boolean): void {
  const state = created?.soundText("state");
  const description = created?.soundText("state_description");
  if (state === undefined) return;
  if (state === "DOING" && (description !== "MCH_COMPLETE" || isSameAgain)) return;
  reading.error("state_not_completable", [], { state, ...(description && { state_description: description }) });
}

/** The paths at which a JSON value differs from another; what lies inside itself is no JSON and differs from everything. */
function differences(one: unknown, other: unknown, path: Path, ancestors: unknown[]): Path[] {
  const inside = (name: string | number) =>
    differences(own(one, name) ?? null, own(other, name) ?? null, [...path, name], [...ancestors, one]);
  if (typeOf(one, ancestors) === "array" && Array.isArray(other)) {
    const items = one as unknown[];
    const longer = items.length > other.length ? items : other;
    return Array.from(longer, (_, index) => index).flatMap((index) =>
      index < items.length && index < other.length ? inside(index) : [[...path, index]],
    );
  }
  if (typeOf(one, ancestors) === "object" && typeOf(other, []) === "object") {
    const isThere = (value: unknown, name: string) => own(value, name) !== undefined;
    const names = [...new Set([...Object.keys(one as object), ...Object.keys(other as object)])];
    return names.flatMap((name) => (isThere(one, name) === isThere(other, name) ? inside(name) : [[...path, name]]));
  }
  return one === other ? [] : [path];
}
