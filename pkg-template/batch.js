import { callIn, isAlive, liveInstance } from "./instance.js";

/**
 * @typedef {object} Batch
 * @property {ReturnType<typeof liveInstance>} instance
 * @property {{ free(): void }} handle
 * @property {WebAssembly.Memory} memory
 * @property {Uint8Array} bytes
 * @property {Float64Array} counts
 * @property {unknown} ask
 * @property {boolean | undefined} isText
 * @property {string} held The first half of a pair of surrogates whose second half is still to come.
 *
 * @typedef {object} OrderReport
 * @typedef {{ signal?: AbortSignal | null, onProgress?: ((counts: object) => void) | null }} Watching
 */

// Small enough for a processor's inner caches.
const PIECE = 1 << 18;

const NOTHING = new Uint8Array(0);

/** A finished batch, kept because what it learnt of its orders makes the next one faster. @type {Batch | undefined} */
let idle;

/**
 * @param {unknown} data
 * @param {Record<string, unknown>} [options]
 */
export function validateBatch(data, options) {
  assertData("data", data);
  const batch = open(options);
  try {
    const found = feed(batch, data, true);
    return Object.assign(countsOf(batch), { found, truncated: isTruncated(batch) });
  } finally {
    release(batch);
  }
}

/** @param {Record<string, unknown>} [options] */
export function orderValidatorStream(options) {
  const { signal, onProgress, ...rest } = /** @type {Record<string, unknown> & Watching} */ (isObject(options) ? options : {});
  assertWatching({ signal, onProgress });
  const batch = open(isObject(options) ? rest : options);
  const counts = deferred();
  let isBusy = false;
  let isOver = false;
  /** @type {() => void} */
  let abort = () => {};

  function end() {
    isOver = true;
    if (signal) signal.removeEventListener("abort", abort);
    if (!isBusy) release(batch);
  }

  /** @param {unknown} reason */
  function fail(reason) {
    counts.reject(reason);
    if (!isOver) end();
  }

  /**
   * @param {unknown} chunk
   * @param {boolean} isLast
   * @param {TransformStreamDefaultController} controller
   */
  function take(chunk, isLast, controller) {
    isBusy = true;
    try {
      assertData("chunk", chunk);
      for (const order of feed(batch, chunk, isLast)) if (!isOver) controller.enqueue(order);
      const reached = countsOf(batch);
      if (onProgress && !isOver) onProgress(reached);
      if (isLast) counts.resolve(reached);
    } catch (error) {
      fail(error);
      throw error;
    } finally {
      isBusy = false;
      if (isOver) release(batch);
      else if (isLast) end();
    }
  }

  /** @type {Transformer & { cancel(reason: unknown): void }} */
  const transformer = {
    start(controller) {
      if (!signal) return;
      abort = () => {
        fail(signal.reason);
        controller.error(signal.reason);
      };
      if (signal.aborted) abort();
      else signal.addEventListener("abort", abort);
    },
    transform(chunk, controller) {
      take(chunk, false, controller);
    },
    flush(controller) {
      take(batch.isText ? "" : NOTHING, true, controller);
    },
    cancel: fail,
  };
  return Object.assign(new TransformStream(transformer), { counts: counts.promise });
}

/**
 * Opens a batch in the wasm with these options.
 *
 * @param {unknown} options
 * @returns {Batch}
 */
function open(options) {
  const batch = idle && isAlive(idle.instance) ? idle : newBatch();
  idle = undefined;
  batch.ask = isObject(options) && typeof options.context === "function" ? options.context : undefined;
  batch.isText = undefined;
  batch.held = "";
  try {
    callIn(batch.instance, "startBatch", [batch.handle, options]);
  } catch (error) {
    release(batch);
    throw error;
  }
  return batch;
}

/** @returns {Batch} */
function newBatch() {
  const instance = liveInstance();
  const memory = /** @type {WebAssembly.Memory} */ (callIn(instance, "memoryOfBatches", []));
  const handle = /** @type {{ free(): void }} */ (callIn(instance, "openBatch", []));
  return { instance, handle, memory, bytes: new Uint8Array(memory.buffer), counts: new Float64Array(0), ask: undefined, isText: undefined, held: "" };
}

/**
 * One batch is kept for the next call. The others free their memory at once: the engine does not see it and would not
 * collect it in time.
 *
 * @param {Batch} batch
 */
function release(batch) {
  batch.ask = undefined;
  if (!isAlive(batch.instance)) return;
  if (!idle) idle = batch;
  else if (idle !== batch) batch.handle.free();
}

/**
 * Passes data on piece by piece, so that the wasm's memory stays small, and returns the orders with issues.
 *
 * @param {Batch} batch
 * @param {Uint8Array | string} data
 * @param {boolean} isLast
 */
function feed(batch, data, isLast) {
  const whole = ofOneKind(batch, data, isLast);
  const { length } = whole;
  /** @type {OrderReport[]} */
  let found = [];
  let at = 0;
  do {
    const end = cut(whole, Math.min(at + PIECE, length));
    const isText = typeof whole === "string";
    const address = /** @type {number} */ (callIn(batch.instance, "roomInBatch", [batch.handle, isText ? (end - at) * 3 : end - at]));
    // A memory that has grown has another buffer.
    if (batch.bytes.length === 0) batch.bytes = new Uint8Array(batch.memory.buffer);
    const written = isText ? writeText(whole, at, end, batch.bytes, address) : end - at;
    if (!isText) batch.bytes.set(length > PIECE ? whole.subarray(at, end) : whole, address);
    const isEnd = isLast && end === length;
    const orders = /** @type {OrderReport[] | undefined} */ (callIn(batch.instance, "checkBatch", [batch.handle, written, isText, isEnd, batch.ask]));
    if (orders) found = found.length === 0 ? orders : found.concat(orders);
    at = end;
  } while (at < length);
  batch.counts = /** @type {Float64Array} */ (callIn(batch.instance, "countsOfBatch", [batch.handle]));
  return found;
}

/**
 * Chunks are all text, possibly cut within a surrogate pair, or all bytes, never mixed: text may hold a lone surrogate, which
 * bytes may not.
 *
 * @param {Batch} batch
 * @param {Uint8Array | string} data
 * @param {boolean} isLast
 */
function ofOneKind(batch, data, isLast) {
  const isText = typeof data === "string";
  if (batch.isText === undefined) batch.isText = isText;
  else if (batch.isText !== isText) throw wrong("chunk", batch.isText ? "string, like the first one" : "Uint8Array, like the first one");
  if (typeof data !== "string") return data;
  const text = batch.held + data;
  const isCut = !isLast && (text.charCodeAt(text.length - 1) & 0xfc00) === 0xd800;
  batch.held = isCut ? text.slice(-1) : "";
  return isCut ? text.slice(0, -1) : text;
}

/** @param {Batch} batch */
function countsOf({ counts: [orders, invalid, errors, warnings, bytes] }) {
  return { orders, valid: orders - invalid, invalid, errors, warnings, bytes };
}

/** @param {Batch} batch */
function isTruncated({ counts }) {
  return counts[5] === 1;
}

/**
 * A piece of text never ends within a surrogate pair.
 *
 * @param {Uint8Array | string} data
 * @param {number} end
 */
function cut(data, end) {
  if (typeof data !== "string" || end === data.length) return end;
  return (data.charCodeAt(end) & 0xfc00) === 0xdc00 && (data.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end + 1 : end;
}

/**
 * Writes text as UTF-8, with a lone surrogate as three bytes.
 *
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Uint8Array} bytes
 * @param {number} address
 */
function writeText(text, from, to, bytes, address) {
  let end = address;
  for (let at = from; at < to; at++) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[end++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[end++] = 0xc0 | (code >> 6);
    } else {
      const low = (code & 0xfc00) === 0xd800 ? text.charCodeAt(at + 1) : 0;
      if ((low & 0xfc00) === 0xdc00) {
        at++;
        code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        bytes[end++] = 0xf0 | (code >> 18);
        bytes[end++] = 0x80 | ((code >> 12) & 0x3f);
      } else {
        bytes[end++] = 0xe0 | (code >> 12);
      }
      bytes[end++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[end++] = 0x80 | (code & 0x3f);
  }
  return end - address;
}

const kindOfView = /** @type {{ get(): string | undefined }} */ (Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)).get;

/**
 * Bytes may come from another realm, such as jsdom's.
 *
 * @param {string} name
 * @param {unknown} data
 * @returns {asserts data is Uint8Array | string}
 */
function assertData(name, data) {
  if (typeof data !== "string" && kindOfView.call(data) !== "Uint8Array") throw wrong(name, "Uint8Array | string");
}

/** @param {Watching} options */
function assertWatching({ signal, onProgress }) {
  if (signal && typeof signal.addEventListener !== "function") throw wrong("signal", "AbortSignal");
  if (onProgress && typeof onProgress !== "function") throw wrong("onProgress", "function");
}

/**
 * @param {string} name
 * @param {string} expected
 */
function wrong(name, expected) {
  return new TypeError(`payscore: ${name} 应为 ${expected} / ${name} must be ${expected}`);
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function deferred() {
  /** @type {(value: unknown) => void} */
  let resolve = () => {};
  /** @type {(reason: unknown) => void} */
  let reject = () => {};
  const promise = new Promise((...settle) => ([resolve, reject] = settle));
  // A caller that does not await the counts learns of a failure from the stream.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
