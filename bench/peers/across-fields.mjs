// The rules across fields, as a user of a schema library adds them to a schema: for an order whose fields are sound.
// Written for speed, so that the library is what is measured.

import { finished, hasCome, mixed, startNames } from "./names.mjs";
import { hasUnseen, isUnusual } from "./unseen.mjs";

/** @param {(code: string, path: (string | number)[]) => void} report */
export function checkAcrossFields(order, report) {
  const { out_order_no, appid, service_id, post_payments, post_discounts, total_amount, time_range, location, goods_tag, device } = order;
  seen(appid, "appid", report);
  seen(goods_tag, "goods_tag", report);
  if (location) allSeen(location, "location", report);
  if (device) allSeen(device, "device", report);
  if (encodeURIComponent(out_order_no).length > 32) report("encoded_too_long", ["out_order_no"]);
  if (!/^[0-9]{31,32}$/.test(service_id)) report("service_id_format", ["service_id"]);

  const payments = checkItems("post_payments", post_payments, report);
  const discounts = post_discounts ? checkItems("post_discounts", post_discounts, report) : 0;
  const paid = payments ?? 0;
  if (payments === undefined && total_amount > 0) report("total_unverifiable", ["total_amount"]);
  else if (paid < (discounts ?? 0)) report("discounts_exceed_payments", ["post_discounts"]);
  else if (total_amount !== paid - (discounts ?? 0)) report("total_mismatch", ["total_amount"]);

  if (time_range) checkTimes(time_range, report);
}

function allSeen(object, field, report) {
  for (const name in object) if (isUnseen(object[name])) report("invisible_characters", [field, name]);
}

function seen(text, field, report) {
  if (isUnseen(text)) report("invisible_characters", [field]);
}

function isUnseen(text) {
  return typeof text === "string" && isUnusual(text) && hasUnseen(text);
}

/** What the items add up to; undefined when none has an amount. */
function checkItems(list, items, report) {
  const isPayments = list === "post_payments";
  startNames(items.length);
  let sum;
  for (let index = 0; index < items.length; index++) {
    const { name, amount, description } = items[index];
    if (typeof amount === "number") sum = (sum ?? 0) + amount;
    else if (!isPayments) report("discount_without_amount", [list, index]);
    else if (description === undefined || description === null) report("item_without_substance", [list, index]);
    if (isUnseen(name)) report("invisible_characters", [list, index, "name"]);
    if (isUnseen(description)) report("invisible_characters", [list, index, "description"]);
    const mayRepeat = isPayments && name === "商品信息";
    if (!mayRepeat && hasCome(items, index, name, hashOf(name))) report("duplicate_name", [list, index, "name"]);
  }
  return sum;
}

function hashOf(name) {
  let hash = name.length;
  for (let at = 0; at < name.length; at++) hash = mixed(hash, name.charCodeAt(at));
  return finished(hash);
}

function checkTimes({ start_time, end_time, start_time_remark, end_time_remark }, report) {
  const isStart = isReal(start_time, ["time_range", "start_time"], report);
  const isEnd = isReal(end_time, ["time_range", "end_time"], report);
  if (isStart && isEnd) {
    if (end_time.length !== (start_time === "OnAccept" ? 14 : start_time.length)) report("time_format_mismatch", ["time_range", "end_time"]);
    else if (start_time !== "OnAccept" && (end_time.length === 14 ? end_time <= start_time : end_time < start_time)) {
      report("end_not_after_start", ["time_range", "end_time"]);
    }
  }
  if (isUnseen(start_time_remark)) report("invisible_characters", ["time_range", "start_time_remark"]);
  if (isUnseen(end_time_remark)) report("invisible_characters", ["time_range", "end_time_remark"]);
  if (typeof start_time_remark === "string" && typeof start_time !== "string") report("remark_without_time", ["time_range", "start_time_remark"]);
  if (typeof end_time_remark === "string" && typeof end_time !== "string") report("remark_without_time", ["time_range", "end_time_remark"]);
}

/** Whether a time is present and valid. */
function isReal(time, path, report) {
  if (typeof time !== "string") return false;
  if (time === "OnAccept") return true;
  const at = (from) => (time.charCodeAt(from) - 48) * 10 + time.charCodeAt(from + 1) - 48;
  const days = new Date(Date.UTC(at(0) * 100 + at(2), at(4), 0)).getUTCDate();
  const isDay = at(4) >= 1 && at(4) <= 12 && at(6) >= 1 && at(6) <= days;
  const isTime = time.length === 8 || (at(8) <= 23 && at(10) <= 59 && at(12) <= 59);
  if (!isDay || !isTime) report("invalid_date", path);
  return isDay && isTime;
}
