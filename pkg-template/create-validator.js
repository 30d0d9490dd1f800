import { call } from "./instance.js";

/** @typedef {Record<string, unknown> & { amountUnit?: unknown, created?: object | null }} BuildOptions */

/**
 * Stands in for what the rules will export under this name: the options are copied, and handed over with each call.
 *
 * @param {BuildOptions} [options]
 */
export function createValidator(options) {
  const building = Object.assign({}, options, options && options.created && { created: Object.assign({}, options.created) });
  // Only a draft has a unit.
  const checking = Object.assign({}, building, { amountUnit: undefined });
  return {
    /** @param {unknown} order */
    validate: (order) => call("validateOrder", [order, checking]),
    /** @param {unknown} draft */
    build: (draft) => call("buildCompleteRequest", [draft, building]),
    /** @param {unknown} draft */
    summarize: (draft) => call("summarize", [draft, building]),
  };
}
