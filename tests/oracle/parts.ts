// Parts that completions, other requests and returned orders have in common.

import { disputed, type Field, type Fields, freeText, object, type Reading, type Refused, required, text, warned } from "./reading.ts";
import { END_TIME, START_TIME } from "./times.ts";

export const ORDER_NUMBER = text(1, 32, { allowed: /^[0-9A-Za-z_\-|*]$/ });
export const ID = text(1, 32);
export const OPENID = text(1, 128);

export const START = text(1, Infinity, { form: START_TIME });
export const TIMES: Fields = {
  start_time: START,
  end_time: text(1, Infinity, { form: END_TIME }),
  start_time_remark: freeText(1, 20),
  end_time_remark: freeText(1, 20),
};
export const TIME_RANGE = object(TIMES);

export const LOCATION = object({ start_location: freeText(1, 20), end_location: freeText(1, 20) });

export const DEVICE = warned(
  object({
    start_device_id: warned(freeText(1, 50)),
    end_device_id: warned(freeText(1, 50)),
    materiel_no: warned(freeText(1, 100)),
  }),
);

export const REASON = required(text(1, 50));
export const ATTACH = text(0, 256, { isEncoded: true });

export const UNKNOWN: Refused = { refused: { severity: "warning", code: "unknown_field" } };
export const IN_PATH: Refused = { refused: { severity: "error", code: "path_parameter_in_body" } };

/** Which document of an operation a table describes. */
export interface Shape {
  isBody: boolean;
  isDirect: boolean;
}

export const orderNumberInPath = ({ isBody }: Shape): Field | Refused => (isBody ? IN_PATH : required(ORDER_NUMBER));

/** A partner's call has no appid; a flat document may name it for the identity check. */
export const appidOfDirect = ({ isBody, isDirect }: Shape, ofDirect: Field | Refused): Field | Refused => (isDirect ? ofDirect : isBody ? UNKNOWN : ID);

export const ofPartner = ({ isDirect }: Shape, field: Field): Field | Refused => (isDirect ? UNKNOWN : field);

export const requiredOrDisputed = ({ isDirect }: Shape, field: Field): Field => (isDirect ? required(field) : disputed(field));

export function checkOrderNumber(reading: Reading): void {
  const number = reading.soundText("out_order_no");
  if (number === undefined) return;
  const actual = encodeURIComponent(number).length;
  if (actual > 32) reading.warning("encoded_too_long", ["out_order_no"], { actual });
}

export function checkServiceId(reading: Reading): void {
  const service = reading.soundText("service_id");
  if (service === undefined || reading.says("invisible_characters", "service_id")) return;
  if (!/^[0-9]{31,32}$/.test(service)) reading.warning("service_id_format", ["service_id"]);
}

export function checkRemarks(reading: Reading): void {
  for (const time of ["start_time", "end_time"]) {
    const remark = ["time_range", `${time}_remark`];
    if (reading.sound(...remark) !== undefined && !reading.isSent("time_range", time)) reading.warning("remark_without_time", remark);
  }
}

/** For a request that names both places itself. */
export function checkStartLocation(reading: Reading): void {
  const end = ["location", "end_location"];
  if (reading.sound(...end) !== undefined && !reading.isSent("location", "start_location")) reading.warning("end_location_without_start", end);
}

export function checkEncoded(reading: Reading): void {
  const attach = reading.soundText("attach");
  if (attach !== undefined && / |[^\u0000-\u007F]|%(?![0-9A-Fa-f]{2})/.test(attach)) reading.warning("attach_not_encoded", ["attach"]);
}

export function checkOpenidForm(reading: Reading, name: string): void {
  if (/^wx[0-9a-fA-F]{16}$/.test(reading.soundText(name) ?? "")) reading.warning("openid_form", [name]);
}
