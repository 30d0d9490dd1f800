// Parts that a completion and an order that comes back have in common (sections 4 and 6).

import { object, type Reading, text, warned } from "./reading.ts";
import { END_TIME, START_TIME } from "./times.ts";

export const ORDER_NUMBER = text(1, 32, { allowed: /^[0-9A-Za-z_\-|*]$/ });

export const TIME_RANGE = object({
  start_time: text(1, Infinity, { form: START_TIME }),
  end_time: text(1, Infinity, { form: END_TIME }),
  start_time_remark: text(1, 20),
  end_time_remark: text(1, 20),
});

export const LOCATION = object({ start_location: text(1, 20), end_location: text(1, 20) });

export const DEVICE = warned(
  object({
    start_device_id: warned(text(1, 50)),
    end_device_id: warned(text(1, 50)),
    materiel_no: warned(text(1, 100)),
  }),
);

export function checkServiceId(reading: Reading): void {
  const service = reading.soundText("service_id");
  if (service !== undefined && !/^[0-9]{31,32}$/.test(service)) reading.warning("service_id_format", ["service_id"]);
}

export function checkRemarks(reading: Reading): void {
  for (const time of ["start_time", "end_time"]) {
    const remark = ["time_range", `${time}_remark`];
    if (reading.sound(...remark) !== undefined && !reading.isSent("time_range", time)) reading.warning("remark_without_time", remark);
  }
}
