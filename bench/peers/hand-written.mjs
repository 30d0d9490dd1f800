// The rules for a completion, hand-written for V8: the best that JavaScript can do with an order from JSON.parse.
// It supports `kind: "completion"` without a created order or a clock, and allocates nothing for an order without issues.

import { finished, hasCome, mixed, startNames } from "./names.mjs";
import { endsInBlank, hasUnseen, isUnusual, isUsualUnit } from "./unseen.mjs";

/** @typedef {{code: string, severity: "error" | "warning", pointer: string}} Finding */

const NONE = Object.freeze([]);
const ERROR = "error";
const WARNING = "warning";

// Faults of a text. They are negative, so that the hash of a sound text can be returned instead.
const TOO_SHORT = -1;
const TOO_LONG = -2;
const REFUSED_CHARACTERS = -3;
const NO_SUCH_FORM = -4;
const NO_SUCH_DATE = -5;
const INVISIBLE = -6;
const CODES = ["", "too_short", "too_long", "invalid_characters", "invalid_format", "invalid_date"];

// The forms of a time.
const MALFORMED = 0;
const ABSENT = 1;
const ON_ACCEPT = 2;
const DAY = 3;
const SECOND = 4;

// Returned instead of a sum.
const UNSOUND = -1;
const NO_AMOUNTS = -2;

const MAY_REPEAT = "商品信息";

let found = null;
/** Where the discounts' items begin among the findings: a later finding about the list itself goes before them. */
let discountsAt = 0;

/** @returns {readonly Finding[]} in document order; none for a sound order */
export function check(order) {
  found = null;
  if (typeof order !== "object" || order === null || Array.isArray(order)) {
    report(ERROR, "invalid_type", "");
    return found;
  }
  readOrder(order);
  return found === null ? NONE : found;
}

function report(severity, code, pointer) {
  const finding = { code, severity, pointer };
  if (found === null) found = [finding];
  else found.push(finding);
}

function readOrder(order) {
  const { out_order_no, appid, service_id, sub_mchid, post_payments, post_discounts, total_amount } = order;
  const { time_range, location, profit_sharing, goods_tag, device, complete_time } = order;
  // An empty text identifies nobody.
  const isPartner = isThere(sub_mchid) && sub_mchid !== "";

  readOrderNumber(out_order_no);
  if (isThere(appid)) isText(appid, 32, ERROR, "/appid");
  else if (!isPartner) report(ERROR, "required", "/appid");
  readServiceId(service_id);
  if (isPartner) isText(sub_mchid, 32, ERROR, "/sub_mchid");
  else if (isThere(sub_mchid)) report(WARNING, "unknown_field", "/sub_mchid");

  const payments = readPayments(post_payments, isPartner);
  const discounts = readDiscounts(post_discounts);
  readTotal(total_amount, payments, discounts, order);

  if (isThere(time_range)) readTimeRange(time_range);
  if (isThere(location)) readLocation(location);
  if (isThere(profit_sharing) && typeof profit_sharing !== "boolean") report(ERROR, "invalid_type", "/profit_sharing");
  if (isThere(goods_tag)) isFreeText(goods_tag, 32, "/goods_tag");
  if (isThere(device)) readDevice(device);
  if (isThere(complete_time)) {
    if (isPartner) readCompleteTime(complete_time);
    else report(WARNING, "unknown_field", "/complete_time");
  }

  const known =
    isKey(out_order_no) + isKey(appid) + isKey(service_id) + isKey(sub_mchid) + isKey(post_payments) + isKey(post_discounts) + isKey(total_amount) +
    isKey(time_range) + isKey(location) + isKey(profit_sharing) + isKey(goods_tag) + isKey(device) + isKey(complete_time);
  let keys = 0;
  for (const _ in order) keys++;
  if (keys !== known) reportUnknown(order, ORDER_FIELDS, "/");
}

const ORDER_FIELDS = [
  "out_order_no", "appid", "service_id", "sub_mchid", "post_payments", "post_discounts", "total_amount",
  "time_range", "location", "profit_sharing", "goods_tag", "device", "complete_time",
];
const ITEM_FIELDS = ["name", "amount", "description", "count"];
const TIME_RANGE_FIELDS = ["start_time", "end_time", "start_time_remark", "end_time_remark"];
const LOCATION_FIELDS = ["start_location", "end_location"];
const DEVICE_FIELDS = ["start_device_id", "end_device_id", "materiel_no"];

function isThere(value) {
  return value !== undefined && value !== null;
}

function isKey(value) {
  return value !== undefined ? 1 : 0;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readOrderNumber(value) {
  if (!isThere(value)) return report(ERROR, "required", "/out_order_no");
  if (typeof value !== "string") return report(ERROR, "invalid_type", "/out_order_no");
  const length = value.length;
  if (length === 0) return report(ERROR, "too_short", "/out_order_no");
  if (length > 32) return report(ERROR, CODES[-longTextFault(value, 32)], "/out_order_no");
  let encoded = length;
  for (let at = 0; at < length; at++) {
    const unit = value.charCodeAt(at);
    if (unit >= 48 && unit <= 57) continue;
    const letter = unit | 32;
    if ((letter >= 97 && letter <= 122 && unit < 128) || unit === 95 || unit === 45 || unit === 42) continue;
    if (unit !== 124) return report(ERROR, "invalid_characters", "/out_order_no");
    encoded += 2;
  }
  if (encoded > 32) report(WARNING, "encoded_too_long", "/out_order_no");
}

function readServiceId(value) {
  if (!isThere(value)) return report(ERROR, "required", "/service_id");
  if (typeof value === "string" && (value.length === 32 || value.length === 31) && isDigits(value)) return;
  if (isText(value, 32, ERROR, "/service_id") && !hasUnseen(value)) report(WARNING, "service_id_format", "/service_id");
}

function isDigits(text) {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

/** For optional text: an empty one means the same as an absent one. */
function isFreeText(value, maximum, pointer) {
  return isText(value, maximum, value === "" ? WARNING : ERROR, pointer);
}

/** For a field that is present, at a pointer known in advance. */
function isText(value, maximum, severity, pointer) {
  if (typeof value !== "string") {
    report(severity, "invalid_type", pointer);
    return false;
  }
  const fault = textFault(value, maximum);
  if (fault === 0) return true;
  if (fault === INVISIBLE) {
    report(WARNING, "invisible_characters", pointer);
    return true;
  }
  // A bound that only a weak source gives must not hide what the API certainly refuses.
  const isHidden = fault === TOO_LONG && severity === WARNING && SURROGATE.test(value);
  reportText(isHidden ? REFUSED_CHARACTERS : fault, severity, pointer);
  return false;
}

function reportText(fault, severity, pointer) {
  report(fault === REFUSED_CHARACTERS ? ERROR : severity, CODES[-fault], pointer);
}

const SURROGATE = /[\ud800-\udfff]/;
function textFault(text, maximum) {
  const length = text.length;
  if (length === 0) return TOO_SHORT;
  if (length > maximum) return longTextFault(text, maximum);
  return isUnusual(text) ? unusualFault(text) : 0;
}

function unusualFault(text) {
  if (SURROGATE.test(text)) return REFUSED_CHARACTERS;
  return hasUnseen(text) ? INVISIBLE : 0;
}

/** It has more code units than characters are allowed: either too many characters, or surrogate pairs, which are refused anyway. */
function longTextFault(text, maximum) {
  const { length } = text;
  let characters = length;
  for (let at = 1; at < length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) characters--;
  }
  return characters > maximum ? TOO_LONG : REFUSED_CHARACTERS;
}

/** Whether the name that was hashed last contains invisible characters. */
let isUnseen = false;

/** A sound name's hash, or its fault: one pass for both. */
function nameHash(text) {
  isUnseen = false;
  const length = text.length;
  if (length === 0) return TOO_SHORT;
  if (length > 20) return longTextFault(text, 20);
  isUnseen = endsInBlank(text);
  let hash = length;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (!isUsualUnit(unit)) isUnseen = true;
    hash = mixed(hash, unit);
  }
  if (isUnseen) {
    const fault = unusualFault(text);
    isUnseen = fault === INVISIBLE;
    if (fault === REFUSED_CHARACTERS) return fault;
  }
  return finished(hash);
}

function readPayments(list, isPartner) {
  if (!isThere(list)) {
    report(ERROR, "required", "/post_payments");
    return UNSOUND;
  }
  if (!Array.isArray(list)) {
    report(ERROR, "invalid_type", "/post_payments");
    return UNSOUND;
  }
  const length = list.length;
  if (length === 0) {
    report(ERROR, "too_few_items", "/post_payments");
    return UNSOUND;
  }
  if (length > 100) report(ERROR, "too_many_items", "/post_payments");
  startNames(length);
  let sum = 0;
  let isSound = true;
  let hasAmount = false;
  for (let index = 0; index < length; index++) {
    const item = list[index];
    if (!isObject(item)) {
      reportNoItem("/post_payments/", index, item);
      isSound = false;
      continue;
    }
    const { name, amount, description, count } = item;
    if (!isThere(amount) && (!isThere(description) || description === "")) report(WARNING, "item_without_substance", "/post_payments/" + index);
    if (typeof name === "string") {
      const hash = nameHash(name);
      if (isUnseen) report(WARNING, "invisible_characters", "/post_payments/" + index + "/name");
      if (hash < 0) reportText(hash, ERROR, "/post_payments/" + index + "/name");
      else if (name !== MAY_REPEAT && hasCome(list, index, name, hash)) report(WARNING, "duplicate_name", "/post_payments/" + index + "/name");
    } else if (isPartner && !isThere(name)) report(WARNING, "required_disputed", "/post_payments/" + index + "/name");
    else reportNoText("/post_payments/", index, "/name", name);
    if (isThere(amount)) {
      hasAmount = true;
      if (isFen(amount)) sum += amount;
      else {
        reportNumber(amount, 0, "/post_payments/" + index + "/amount");
        isSound = false;
      }
    }
    if (isThere(description)) readItemText(description, "/post_payments/", index);
    if (isThere(count) && !isCount(count)) reportNumber(count, 1, "/post_payments/" + index + "/count");
    const known = isKey(name) + isKey(amount) + isKey(description) + isKey(count);
    let keys = 0;
    for (const _ in item) keys++;
    if (keys !== known) reportUnknown(item, ITEM_FIELDS, "/post_payments/" + index + "/");
  }
  if (!isSound) return UNSOUND;
  return hasAmount ? sum : NO_AMOUNTS;
}

function readDiscounts(list) {
  discountsAt = found === null ? 0 : found.length;
  if (!isThere(list)) return 0;
  if (!Array.isArray(list)) {
    report(ERROR, "invalid_type", "/post_discounts");
    return UNSOUND;
  }
  const length = list.length;
  if (length > 30) {
    report(ERROR, "too_many_items", "/post_discounts");
    discountsAt++;
  }
  startNames(length);
  let sum = 0;
  let isSound = true;
  for (let index = 0; index < length; index++) {
    const item = list[index];
    if (!isObject(item)) {
      reportNoItem("/post_discounts/", index, item);
      isSound = false;
      continue;
    }
    const { name, description, amount, count } = item;
    if (!isThere(amount)) report(WARNING, "discount_without_amount", "/post_discounts/" + index);
    if (typeof name === "string") {
      const hash = nameHash(name);
      if (isUnseen) report(WARNING, "invisible_characters", "/post_discounts/" + index + "/name");
      if (hash < 0) reportText(hash, ERROR, "/post_discounts/" + index + "/name");
      else if (hasCome(list, index, name, hash)) report(ERROR, "duplicate_name", "/post_discounts/" + index + "/name");
    } else reportNoText("/post_discounts/", index, "/name", name);
    if (isThere(description)) readItemText(description, "/post_discounts/", index);
    if (isThere(amount)) {
      if (isFen(amount)) sum += amount;
      else {
        reportNumber(amount, 0, "/post_discounts/" + index + "/amount");
        isSound = false;
      }
    }
    if (isThere(count) && !isCount(count)) reportNumber(count, 1, "/post_discounts/" + index + "/count");
    const known = isKey(name) + isKey(description) + isKey(amount) + isKey(count);
    let keys = 0;
    for (const _ in item) keys++;
    if (keys !== known) reportUnknown(item, ITEM_FIELDS, "/post_discounts/" + index + "/");
  }
  return isSound ? sum : UNSOUND;
}

function readItemText(description, list, index) {
  if (typeof description !== "string") return report(ERROR, "invalid_type", list + index + "/description");
  const fault = textFault(description, 30);
  if (fault === INVISIBLE) report(WARNING, "invisible_characters", list + index + "/description");
  else if (fault !== 0) reportText(fault, fault === TOO_SHORT ? WARNING : ERROR, list + index + "/description");
}

function reportNoItem(list, index, item) {
  report(ERROR, isThere(item) ? "invalid_type" : "required", list + index);
}

function reportNoText(list, index, field, value) {
  report(ERROR, isThere(value) ? "invalid_type" : "required", list + index + field);
}

function isFen(value) {
  // Small integers need no floating point.
  return typeof value === "number" && value >= 0 && ((value | 0) === value || (value <= Number.MAX_SAFE_INTEGER && Math.floor(value) === value));
}

function isCount(value) {
  return typeof value === "number" && (value | 0) === value && value >= 1 && value <= 100;
}

function reportNumber(value, minimum, pointer) {
  if (typeof value !== "number") report(ERROR, "invalid_type", pointer);
  else if (!Number.isInteger(value)) report(ERROR, "not_integer", pointer);
  else report(ERROR, value < minimum ? "too_small" : "too_big", pointer);
}

function readTotal(total, payments, discounts, order) {
  const isSound = isFen(total);
  if (payments !== UNSOUND && discounts !== UNSOUND) {
    if (payments === NO_AMOUNTS && isSound && total > 0) return report(WARNING, "total_unverifiable", "/total_amount");
    const paid = payments === NO_AMOUNTS ? 0 : payments;
    const isExact = paid <= Number.MAX_SAFE_INTEGER && discounts <= Number.MAX_SAFE_INTEGER;
    const comparison = isExact ? compareExact(paid - discounts, isSound, total) : compareBig(order, isSound, total);
    if (comparison === EXCEEDED) reportExceeded();
    else if (comparison === DIFFERENT) return report(ERROR, "total_mismatch", "/total_amount");
  }
  if (isSound) return;
  if (isThere(total)) reportNumber(total, 0, "/total_amount");
  else report(ERROR, "required", "/total_amount");
}

const SAME = 0;
const EXCEEDED = 1;
const DIFFERENT = 2;

function compareExact(expected, isSound, total) {
  if (expected < 0) return EXCEEDED;
  return isSound && total !== expected ? DIFFERENT : SAME;
}

/** Beyond this, doubles cannot hold the sums. */
function compareBig(order, isSound, total) {
  const sum = (list) => list.reduce((fen, { amount }) => fen + BigInt(amount ?? 0), 0n);
  const expected = sum(order.post_payments) - sum(order.post_discounts ?? []);
  if (expected < 0n) return EXCEEDED;
  return isSound && BigInt(total) !== expected ? DIFFERENT : SAME;
}

function reportExceeded() {
  const finding = { code: "discounts_exceed_payments", severity: ERROR, pointer: "/post_discounts" };
  if (found === null) found = [finding];
  else found.splice(discountsAt, 0, finding);
}

function readTimeRange(range) {
  if (!isObject(range)) return report(ERROR, "invalid_type", "/time_range");
  const { start_time, end_time, start_time_remark, end_time_remark } = range;
  const start = readTime(start_time, "/time_range/start_time", true);
  const startDate = lastDate;
  const startTime = lastTime;
  const end = readTime(end_time, "/time_range/end_time", false);
  if (end >= DAY && start >= ON_ACCEPT) {
    if (start === ON_ACCEPT ? end !== SECOND : start !== end) report(ERROR, "time_format_mismatch", "/time_range/end_time");
    else if (start !== ON_ACCEPT && (lastDate < startDate || (lastDate === startDate && end === SECOND && lastTime <= startTime))) {
      report(ERROR, "end_not_after_start", "/time_range/end_time");
    }
  }
  if (isThere(start_time_remark)) readRemark(start_time_remark, start, "/time_range/start_time_remark");
  if (isThere(end_time_remark)) readRemark(end_time_remark, end, "/time_range/end_time_remark");
  const known = isKey(start_time) + isKey(end_time) + isKey(start_time_remark) + isKey(end_time_remark);
  let keys = 0;
  for (const _ in range) keys++;
  if (keys !== known) reportUnknown(range, TIME_RANGE_FIELDS, "/time_range/");
}

function readRemark(remark, time, pointer) {
  if (isFreeText(remark, 20, pointer) && time === ABSENT) report(WARNING, "remark_without_time", pointer);
}

function readTime(value, pointer, isStart) {
  if (!isThere(value)) return ABSENT;
  if (typeof value !== "string") {
    report(ERROR, "invalid_type", pointer);
    return MALFORMED;
  }
  const form = timeForm(value, isStart);
  if (form > 0) return form;
  report(ERROR, CODES[-form], pointer);
  return MALFORMED;
}

/** The digits of the time read last. */
let lastDate = 0;
let lastTime = 0;

function timeForm(text, isStart) {
  const length = text.length;
  if (length !== 14 && length !== 8) return notDigits(text, isStart);
  let date = 0;
  for (let at = 0; at < 8; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return notDigits(text, isStart);
    date = date * 10 + digit;
  }
  let time = 0;
  for (let at = 8; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return notDigits(text, isStart);
    time = time * 10 + digit;
  }
  lastDate = date;
  lastTime = time;
  if (!isDate((date / 10000) | 0, ((date / 100) | 0) % 100, date % 100)) return NO_SUCH_DATE;
  if (length === 8) return DAY;
  return isTimeOfDay((time / 10000) | 0, ((time / 100) | 0) % 100, time % 100) ? SECOND : NO_SUCH_DATE;
}

function notDigits(text, isStart) {
  if (isStart && text === "OnAccept") return ON_ACCEPT;
  const fault = textFault(text, text.length);
  return fault === 0 || fault === INVISIBLE ? NO_SUCH_FORM : fault;
}

function isDate(year, month, day) {
  if (month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  if (month !== 2) return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
  return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isTimeOfDay(hour, minute, second) {
  return hour <= 23 && minute <= 59 && second <= 59;
}

function readLocation(location) {
  if (!isObject(location)) return report(ERROR, "invalid_type", "/location");
  const { start_location, end_location } = location;
  if (isThere(start_location)) isFreeText(start_location, 20, "/location/start_location");
  if (isThere(end_location)) isFreeText(end_location, 20, "/location/end_location");
  const known = isKey(start_location) + isKey(end_location);
  let keys = 0;
  for (const _ in location) keys++;
  if (keys !== known) reportUnknown(location, LOCATION_FIELDS, "/location/");
}

function readDevice(device) {
  if (!isObject(device)) return report(WARNING, "invalid_type", "/device");
  const { start_device_id, end_device_id, materiel_no } = device;
  if (isThere(start_device_id)) isText(start_device_id, 50, WARNING, "/device/start_device_id");
  if (isThere(end_device_id)) isText(end_device_id, 50, WARNING, "/device/end_device_id");
  if (isThere(materiel_no)) isText(materiel_no, 100, WARNING, "/device/materiel_no");
  const known = isKey(start_device_id) + isKey(end_device_id) + isKey(materiel_no);
  let keys = 0;
  for (const _ in device) keys++;
  if (keys !== known) reportUnknown(device, DEVICE_FIELDS, "/device/");
}

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-](\d{2}):(\d{2}))$/;

function readCompleteTime(value) {
  if (typeof value === "string" && hasUnseen(value) && !SURROGATE.test(value) && value.length <= 64) return report(WARNING, "invalid_format", "/complete_time");
  if (!isText(value, 64, WARNING, "/complete_time")) return;
  const parts = RFC_3339.exec(value);
  if (parts === null) return report(WARNING, "invalid_format", "/complete_time");
  const [, year, month, day, hour, minute, second, offsetHour = 0, offsetMinute = 0] = parts;
  const isReal = isDate(+year, +month, +day) && isTimeOfDay(+hour, +minute, +second) && isTimeOfDay(+offsetHour, +offsetMinute, 0);
  if (!isReal) report(WARNING, "invalid_date", "/complete_time");
}

function reportUnknown(object, fields, pointer) {
  const unknown = Object.keys(object).filter((key) => !fields.includes(key) && isThere(object[key]));
  if (unknown.length > 1) unknown.sort(byCodePoint);
  for (const key of unknown) report(WARNING, "unknown_field", pointer + key.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** Strings compare by code unit, which sorts surrogates below U+E000–U+FFFF. */
function byCodePoint(one, other) {
  const [ones, others] = [Array.from(one), Array.from(other)];
  for (let at = 0; at < ones.length && at < others.length; at++) {
    if (ones[at] !== others[at]) return ones[at].codePointAt(0) - others[at].codePointAt(0);
  }
  return ones.length - others.length;
}
