import { call } from "./instance.js";

/**
 * @typedef {{ handle: unknown, memory: WebAssembly.Memory, bytes: Uint8Array, counts: Float64Array, ask: unknown }} Batch
 * @typedef {object} OrderReport
 */

// As large as the nearer caches of a processor.
const PIECE = 1 << 18;

/** What a batch of the wasm knows of the orders it has seen makes the next one faster. @type {Batch | undefined} */
let idle;

/**
 * @param {unknown} data
 * @param {Record<string, unknown>} [options]
 */
export function validateBatch(data, options) {
  if (typeof data !== "string" && !isBytes(data)) {
    throw new TypeError("payscore: data 应为 Uint8Array | string / data must be Uint8Array | string");
  }
  const batch = open(options, typeof data === "string");
  const found = feed(batch, data, true);
  const report = Object.assign(countsOf(batch), { found, truncated: isTruncated(batch) });
  idle = batch;
  return report;
}

/** @param {Record<string, unknown>} [options] */
export function orderValidatorStream(options) {
  const { signal, onProgress, ...rest } = /** @type {{ signal?: AbortSignal, onProgress?: (counts: object) => void }} */ (options || {});
  /** @type {Batch | undefined} */
  let batch;
  const counts = deferred();
  /**
   * @param {unknown} chunk
   * @param {boolean} isLast
   * @param {TransformStreamDefaultController} controller
   */
  const take = (chunk, isLast, controller) => {
    try {
      batch = batch || open(rest, typeof chunk === "string");
      for (const order of feed(batch, chunk, isLast)) controller.enqueue(order);
    } catch (error) {
      counts.reject(error);
      throw error;
    }
    const reached = countsOf(batch);
    if (onProgress) onProgress(reached);
    return reached;
  };
  const stream = new TransformStream({
    start(controller) {
      if (!signal) return;
      const abort = () => {
        counts.reject(signal.reason);
        controller.error(signal.reason);
      };
      if (signal.aborted) abort();
      else signal.addEventListener("abort", abort, { once: true });
    },
    transform(chunk, controller) {
      take(chunk, false, controller);
    },
    flush(controller) {
      counts.resolve(take("", true, controller));
      idle = batch;
    },
  });
  return Object.assign(stream, { counts: counts.promise });
}

/**
 * A batch of the wasm, its options read.
 *
 * @param {Record<string, unknown> | undefined} options
 * @param {boolean} isText
 * @returns {Batch}
 */
function open(options, isText) {
  const batch = idle || newBatch();
  idle = undefined;
  batch.ask = options && typeof options.context === "function" ? options.context : undefined;
  call("startBatch", [batch.handle, options, isText]);
  return batch;
}

function newBatch() {
  const memory = /** @type {WebAssembly.Memory} */ (call("memoryOfBatches", []));
  return { handle: call("openBatch", []), memory, bytes: new Uint8Array(memory.buffer), counts: new Float64Array(0), ask: undefined };
}

/**
 * Hands over data piece by piece, so that the wasm's memory stays small, and returns the orders with issues.
 *
 * @param {Batch} batch
 * @param {unknown} data
 * @param {boolean} isLast
 */
function feed(batch, data, isLast) {
  /** @type {OrderReport[]} */
  let found = [];
  const length = /** @type {Uint8Array | string} */ (data).length;
  let at = 0;
  do {
    const end = cut(data, Math.min(at + PIECE, length));
    const isText = typeof data === "string";
    const address = /** @type {number} */ (call("roomInBatch", [batch.handle, isText ? (end - at) * 3 : end - at]));
    // A memory that has grown has another buffer.
    if (batch.bytes.length === 0) batch.bytes = new Uint8Array(batch.memory.buffer);
    const written = isText ? writeText(data, at, end, batch.bytes, address) : end - at;
    if (!isText) batch.bytes.set(length > PIECE ? /** @type {Uint8Array} */ (data).subarray(at, end) : /** @type {Uint8Array} */ (data), address);
    const orders = /** @type {OrderReport[] | undefined} */ (call("checkBatch", [batch.handle, written, isLast && end === length, batch.ask]));
    if (orders) found = found.length === 0 ? orders : found.concat(orders);
    at = end;
  } while (at < length);
  batch.counts = /** @type {Float64Array} */ (call("countsOfBatch", [batch.handle]));
  return found;
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
 * A piece of text does not end within a pair of surrogates.
 *
 * @param {unknown} data
 * @param {number} end
 */
function cut(data, end) {
  if (typeof data !== "string" || end === data.length) return end;
  return (data.charCodeAt(end) & 0xfc00) === 0xdc00 && (data.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end + 1 : end;
}

/**
 * As UTF-8, in which a lone surrogate keeps its three bytes.
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

/**
 * Of any realm, such as jsdom's.
 *
 * @param {unknown} data
 */
function isBytes(data) {
  return Object.prototype.toString.call(data) === "[object Uint8Array]";
}

function deferred() {
  /** @type {(value: unknown) => void} */
  let resolve = () => {};
  /** @type {(reason: unknown) => void} */
  let reject = () => {};
  const promise = new Promise((...settle) => ([resolve, reject] = settle));
  // Who does not ask for the counts is told of a failure by the stream.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
