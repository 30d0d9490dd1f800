// What may be done to an order as it stands: rules 5.7, and sections 5 to 9 of the operations.

import type { Asked } from "./oracle.ts";
import type { Reading } from "./reading.ts";

/** Each part as the rules name it; undefined where it is absent, or past reading. */
interface Standing {
  state: string | undefined;
  description: string | undefined;
  collection: string | undefined;
}

function standingOf(created: Reading | undefined): Standing {
  const collection = created?.soundText("collection", "state");
  const isDescribed = created?.isSent("state_description") ?? false;
  return {
    state: created?.soundText("state"),
    description: isDescribed ? created?.soundText("state_description") : collection && "MCH_COMPLETE",
    collection,
  };
}

/** Completed only while the service runs; a second time only by the same body. */
export function checkCompletable({ reading, created, isSameAgain }: Asked): void {
  const { state, description } = standingOf(created);
  if (state === undefined || (state === "DOING" && (description !== "MCH_COMPLETE" || isSameAgain))) return;
  reading.error("state_not_completable", []);
}

export function checkCancellable({ reading, created, isSameAgain }: Asked): void {
  const { state, description, collection } = standingOf(created);
  if (state === undefined || state === "CREATED" || (state === "REVOKED" && isSameAgain)) return;
  if (state !== "DOING") reading.error("state_not_allowed", []);
  else if (description === "MCH_COMPLETE" && collection === "USER_PAID") reading.error("state_not_allowed", []);
  else if (description === "MCH_COMPLETE") reading.warning("state_disputed", []);
}

/** Modify, pay and sync: completed, and still to be paid. */
export function checkPayable({ reading, created }: Asked): void {
  const { state, description, collection } = standingOf(created);
  if (state === undefined) return;
  const isCompleted = state === "DOING" && description !== "USER_CONFIRM" && collection !== "USER_PAID";
  if (!isCompleted) reading.error("state_not_allowed", []);
}

/** Whether the service still runs, as far as the order tells. */
export function isRunning({ created }: Asked): boolean {
  const { state, description } = standingOf(created);
  return state === undefined || (state === "DOING" && description !== "MCH_COMPLETE");
}
