// Sections 4 and 5 of the rules: a completion and its body, field by field, then the rules across fields.

import { isDigits, own, pointerOf, Reading, typeOf } from "./reading.mjs";
import { END_TIME, formOf, isLater, isTime, RFC_3339_TIME, START_TIME } from "./times.mjs";

const text = (minimum, maximum, more) => ({ type: "text", minimum, maximum, ...more });
const integer = (minimum, maximum) => ({ type: "integer", minimum, maximum });
const required = (field) => ({ ...field, required: true });
const warned = (field) => ({ ...field, severity: "warning" });

const UNKNOWN = { instead: { severity: "warning", code: "unknown_field" } };
const IN_PATH = { instead: { severity: "error", code: "path_parameter_in_body" } };

const PAYMENT = {
  name: required(text(1, 20)),
  amount: integer(0),
  description: text(1, 30),
  count: integer(1, 100),
};

const DISCOUNT = {
  name: required(text(1, 20)),
  description: text(1, 30),
  amount: integer(0),
  count: integer(1, 100),
};

const TIME_RANGE = {
  start_time: text(1, Infinity, { form: START_TIME }),
  end_time: text(1, Infinity, { form: END_TIME }),
  start_time_remark: text(1, 20),
  end_time_remark: text(1, 20),
};

const LOCATION = { start_location: text(1, 20), end_location: text(1, 20) };

const DEVICE = {
  start_device_id: warned(text(1, 50)),
  end_device_id: warned(text(1, 50)),
  materiel_no: warned(text(1, 100)),
};

function fieldsOf(kind, mode) {
  const direct = mode === "direct";
  const body = kind === "completionBody";
  return {
    out_order_no: body ? IN_PATH : required(text(1, 32, { allowed: /^[0-9A-Za-z_\-|*]$/ })),
    appid: direct ? required(text(1, 32)) : body ? UNKNOWN : text(1, 32),
    service_id: required(text(1, 32)),
    sub_mchid: direct ? UNKNOWN : required(text(1, 32)),
    post_payments: required({ type: "list", minimum: 1, maximum: 100, item: PAYMENT }),
    post_discounts: { type: "list", minimum: 0, maximum: 30, item: DISCOUNT },
    total_amount: required(integer(0)),
    time_range: { type: "object", fields: TIME_RANGE },
    location: { type: "object", fields: LOCATION },
    profit_sharing: { type: "boolean" },
    goods_tag: text(1, 32),
    device: warned({ type: "object", fields: DEVICE }),
    complete_time: direct ? UNKNOWN : warned(text(1, 64, { form: RFC_3339_TIME })),
  };
}

export function modeOf(order, { mode }) {
  if (mode !== undefined) return mode;
  const isObject = typeOf(order, []) === "object";
  return isObject && isThere(own(order, "sub_mchid")) ? "partner" : "direct";
}

export function checkCompletion(order, options) {
  const kind = options.kind ?? "completion";
  const reading = new Reading({ threeByteTextOnly: true });
  reading.readDocument(order, fieldsOf(kind, modeOf(order, options)));
  const rules = new Rules(order, reading, options);
  if (typeOf(order, []) === "object") {
    rules.identifiers();
    rules.items();
    rules.sum();
    rules.caps();
    rules.times();
    rules.location();
    rules.identity();
    rules.retry();
  }
  rules.state();
  return reading;
}

class Rules {
  constructor(order, reading, options) {
    this.order = order;
    this.options = options;
    this.created = readCreated(options.created);
    const pointersOf = (issues) => new Set(issues.map(({ path }) => pointerOf(path)));
    this.unknown = pointersOf(reading.issues.filter(({ code }) => code === "unknown_field"));
    this.broken = pointersOf(reading.issues.filter(({ code }) => code !== "unknown_field" && !LENGTHS_OF_LISTS.includes(code)));
    this.error = (code, path, params) => reading.report("error", code, path, params);
    this.warning = (code, path, params) => reading.report("warning", code, path, params);
  }

  /** The value at a path; undefined when it is absent, or it or something around it is malformed or unknown. */
  sound(...path) {
    let value = this.order;
    for (let depth = 0; depth < path.length; depth += 1) {
      value = own(value, path[depth]);
      const pointer = pointerOf(path.slice(0, depth + 1));
      if (!isThere(value) || this.broken.has(pointer) || this.unknown.has(pointer)) return undefined;
    }
    return value;
  }

  /** Whether something is at a path, malformed or not; nothing is known of the inside of what could not be read. */
  isSent(...path) {
    const parent = path.slice(0, -1);
    return this.sound(...parent) === undefined ? this.isBroken(...parent) : isThere(own(this.sound(...parent), path.at(-1)));
  }

  isBroken(...path) {
    return this.broken.has(pointerOf(path));
  }

  identifiers() {
    const number = this.sound("out_order_no");
    if (number !== undefined) {
      const actual = encodeURIComponent(number).length;
      if (actual > 32) this.warning("encoded_too_long", ["out_order_no"], { actual });
    }
    const service = this.sound("service_id");
    if (service !== undefined && !/^[0-9]{31,32}$/.test(service)) this.warning("service_id_format", ["service_id"]);
  }

  items() {
    for (const list of ["post_payments", "post_discounts"]) {
      const firstOf = new Map();
      (this.sound(list) ?? []).forEach((_, index) => {
        const item = this.sound(list, index);
        if (item === undefined) return;
        const has = (name) => isThere(own(item, name));
        if (list === "post_payments" && !has("amount") && !has("description")) {
          this.warning("item_without_substance", [list, index]);
        }
        if (list === "post_discounts" && !has("amount")) this.warning("discount_without_amount", [list, index]);

        const name = this.sound(list, index, "name");
        if (name === undefined || (list === "post_payments" && name === "商品信息")) return;
        if (!firstOf.has(name)) firstOf.set(name, index);
        else if (list === "post_payments") this.warning("duplicate_name", [list, index, "name"], { first: firstOf.get(name) });
        else this.error("duplicate_name", [list, index, "name"], { first: firstOf.get(name) });
      });
    }
  }

  sum() {
    const payments = this.amounts("post_payments");
    const discounts = this.amounts("post_discounts");
    if (payments === undefined || payments.items === 0 || discounts === undefined) return;
    const total = this.sound("total_amount");
    const received = total === 0 ? 0 : total;
    const expected = payments.sum - discounts.sum;
    const sums = { payments: Number(payments.sum), discounts: Number(discounts.sum) };
    if (payments.present === 0 && total > 0) this.warning("total_unverifiable", ["total_amount"]);
    else if (expected < 0n) this.error("discounts_exceed_payments", ["post_discounts"], sums);
    else if (total !== undefined && BigInt(total) !== expected) {
      this.error("total_mismatch", ["total_amount"], { expected: Number(expected), received, ...sums });
    }
  }

  /** Undefined while the list, an item or an amount is malformed. */
  amounts(list) {
    if (!isThere(own(this.order, list))) return { items: 0, present: 0, sum: 0n };
    const items = this.sound(list);
    if (items === undefined) return undefined;
    let present = 0;
    let sum = 0n;
    for (let index = 0; index < items.length; index += 1) {
      if (this.isBroken(list, index) || this.isBroken(list, index, "amount")) return undefined;
      const amount = this.sound(list, index, "amount");
      if (amount === undefined) continue;
      present += 1;
      sum += BigInt(amount);
    }
    return { items: items.length, present, sum };
  }

  caps() {
    const total = this.sound("total_amount");
    if (total === undefined) return;
    const { riskFund } = this.created;
    if (["DEPOSIT", "ADVANCE", "CASH_DEPOSIT"].includes(riskFund?.name) && total > riskFund.amount) {
      this.error("exceeds_risk_fund", ["total_amount"], { maximum: riskFund.amount, received: total });
    }
    const { serviceRiskLimit } = this.options;
    if (isThere(serviceRiskLimit) && total > serviceRiskLimit) {
      this.error("exceeds_service_limit", ["total_amount"], { maximum: serviceRiskLimit, received: total });
    }
  }

  times() {
    const [atStart, atEnd] = [["time_range", "start_time"], ["time_range", "end_time"]];
    const start = this.sound(...atStart);
    const end = this.sound(...atEnd);
    const startToCompare = this.isSent(...atStart) ? start : this.created.startTime;

    if (end !== undefined && startToCompare !== undefined) {
      const wanted = startToCompare === "OnAccept" ? 14 : formOf(startToCompare);
      if (formOf(end) !== wanted) this.error("time_format_mismatch", atEnd);
      else if (startToCompare !== "OnAccept") {
        const isInOrder = wanted === 14 ? startToCompare < end : startToCompare <= end;
        if (!isInOrder) this.error("end_not_after_start", atEnd, { start: startToCompare, end });
      }
    }

    if (this.created.lacksEndTime && !this.isSent(...atEnd)) this.error("end_time_required", atEnd);

    if (start !== undefined && this.created.startTime !== undefined && formOf(start) !== formOf(this.created.startTime)) {
      this.warning("time_format_changed", atStart);
    }

    const { now } = this.options;
    if (now !== null) {
      if (end !== undefined && isLater(end, now)) this.error("end_time_in_future", atEnd);
      if (start !== undefined && start !== "OnAccept" && isLater(start, now)) this.warning("start_time_in_future", atStart);
    }

    for (const time of ["start_time", "end_time"]) {
      const remark = this.sound("time_range", `${time}_remark`);
      if (remark !== undefined && !this.isSent("time_range", time)) this.warning("remark_without_time", ["time_range", `${time}_remark`]);
    }
  }

  location() {
    if (this.created.lacksStartLocation && this.sound("location", "end_location") !== undefined) {
      this.warning("end_location_without_start", ["location", "end_location"]);
    }
  }

  identity() {
    for (const name of IDENTITY) {
      const expected = this.created.identity[name];
      const received = this.sound(name);
      if (expected !== undefined && received !== undefined && expected !== received) {
        this.error("identity_mismatch", [name], { expected, received });
      }
    }
  }

  retry() {
    const { previous } = this.options;
    if (!isThere(previous)) return;
    const pointers = differences(this.body(), previous, [], [this.order]).map(pointerOf);
    this.isSameAgain = pointers.length === 0;
    if (!this.isSameAgain) this.warning("retry_differs", [], { pointers: pointers.sort() });
  }

  body() {
    const body = { ...this.order };
    if (this.options.kind === "completionBody") return body;
    delete body.out_order_no;
    if (modeOf(this.order, this.options) === "partner") delete body.appid;
    return body;
  }

  state() {
    const { state, stateDescription } = this.created;
    if (state === undefined) return;
    if (state === "DOING" && stateDescription !== "MCH_COMPLETE") return;
    if (state === "DOING" && this.isSameAgain) return;
    this.error("state_not_completable", [], { state, ...(stateDescription && { state_description: stateDescription }) });
  }
}

const LENGTHS_OF_LISTS = ["too_few_items", "too_many_items"];
const IDENTITY = ["out_order_no", "appid", "service_id", "sub_mchid"];
const STATES = ["CREATED", "DOING", "DONE", "REVOKED", "EXPIRED"];
const STATE_DESCRIPTIONS = ["USER_CONFIRM", "MCH_COMPLETE"];
const RISK_FUNDS = ["DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"];

function isThere(value) {
  return value !== undefined && value !== null;
}

/** What the rules take from the order as created: a serviceOrder, where null and "" are absence; malformed parts take no part. */
function readCreated(created) {
  if (!isThere(created)) return { identity: {} };
  const part = (object, name) => (own(object, name) === "" ? undefined : (own(object, name) ?? undefined));
  const object = (name) => {
    const value = part(created, name);
    return value === undefined ? {} : typeOf(value, [created]) === "object" ? value : undefined;
  };
  const oneOf = (value, options) => (options.includes(value) ? value : undefined);
  const [riskFund, timeRange, location] = [object("risk_fund"), object("time_range"), object("location")];

  const identity = {};
  for (const name of IDENTITY) {
    const value = part(created, name);
    const isSound = typeof value === "string" && [...value].length <= 32 && (name !== "out_order_no" || /^[0-9A-Za-z_\-|*]+$/.test(value));
    if (isSound) identity[name] = value;
  }

  const name = riskFund && oneOf(part(riskFund, "name"), RISK_FUNDS);
  const sentAmount = riskFund && part(riskFund, "amount");
  const amount = isDigits(sentAmount) ? Number(sentAmount) : sentAmount;
  const isAmount = Number.isSafeInteger(amount) && amount >= 1;

  const start = timeRange && part(timeRange, "start_time");
  const isStart = typeof start === "string" && formOf(start) !== undefined && isTime(start);

  return {
    identity,
    riskFund: name !== undefined && isAmount ? { name, amount } : undefined,
    startTime: isStart ? start : undefined,
    lacksEndTime: timeRange !== undefined && part(timeRange, "end_time") === undefined,
    lacksStartLocation: location !== undefined && part(location, "start_location") === undefined,
    state: oneOf(part(created, "state"), STATES),
    stateDescription: oneOf(part(created, "state_description"), STATE_DESCRIPTIONS),
  };
}

/** The paths at which a JSON value differs from another; what lies inside itself is no JSON and differs from everything. */
function differences(one, other, path, ancestors = []) {
  const inside = (name) => differences(own(one, name) ?? null, own(other, name) ?? null, [...path, name], [...ancestors, one]);
  const type = typeOf(one, ancestors);
  if (type === "array" && Array.isArray(other)) {
    const longer = one.length > other.length ? one : other;
    return Array.from(longer, (_, index) => index).flatMap((index) =>
      index < one.length && index < other.length ? inside(index) : [[...path, index]],
    );
  }
  if (type === "object" && typeOf(other, []) === "object") {
    const isThere = (object, name) => own(object, name) !== undefined;
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return names.flatMap((name) => (isThere(one, name) === isThere(other, name) ? inside(name) : [[...path, name]]));
  }
  return one === other ? [] : [path];
}
