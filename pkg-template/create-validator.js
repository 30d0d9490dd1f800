import { call } from "./instance.js";

/** @typedef {Record<string, unknown> & { kind?: unknown, amountUnit?: unknown, created?: object | null }} BuildOptions */

/** The builder of each kind that has one. */
const BUILDERS = new Map([
  ["create", "buildCreateRequest"],
  ["query", "buildQueryRequest"],
  ["cancel", "buildCancelRequest"],
  ["modify", "buildModifyRequest"],
  ["pay", "buildPayRequest"],
  ["sync", "buildSyncRequest"],
  ["prepaidMessage", "buildPrepaidMessageRequest"],
  ["pendingMessage", "buildPendingMessageRequest"],
  ["directComplete", "buildDirectCompleteRequest"],
]);

/**
 * The options are copied once, and handed over with each call.
 *
 * @param {BuildOptions} [options]
 */
export function createValidator(options) {
  const building = Object.assign({}, options, options && options.created && { created: Object.assign({}, options.created) });
  // Only a draft has a unit.
  const checking = Object.assign({}, building, { amountUnit: undefined });
  // A kind that has none is named by the builder of completions, which it is not.
  const builder = BUILDERS.get(/** @type {string} */ (building.kind)) || "buildCompleteRequest";
  return {
    /** @param {unknown} order */
    validate: (order) => call("validateOrder", [order, checking]),
    /** @param {unknown} draft */
    build: (draft) => call(builder, [draft, building]),
    /** @param {unknown} draft */
    summarize: (draft) => call("summarize", [draft, building]),
  };
}
