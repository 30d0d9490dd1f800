import { callIn, isAlive, liveInstance } from "./instance.js";

/**
 * The options are read once. They are kept as they were read, for a new instance should the one that holds them stop.
 *
 * @param {unknown} [options]
 */
export function createValidator(options) {
  let instance = liveInstance();
  const { words, text } = /** @type {{ words: Uint32Array, text: Uint8Array }} */ (callIn(instance, "keepOptions", [options]));
  const open = () => callIn(instance, "openValidator", [words, text]);
  let validator = open();
  /**
   * @param {string} name
   * @param {unknown} document
   */
  const call = (name, document) => {
    if (!isAlive(instance)) {
      instance = liveInstance();
      validator = open();
    }
    return callIn(instance, name, [validator, document]);
  };
  return {
    /** @param {unknown} order */
    validate: (order) => call("validateWith", order),
    /** @param {unknown} draft */
    build: (draft) => call("buildWith", draft),
    /** @param {unknown} draft */
    summarize: (draft) => call("summarizeWith", draft),
  };
}
