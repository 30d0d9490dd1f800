import { call } from "./instance.js";

/**
 * @typedef {{ counts: () => Counts, feed: (data: unknown, isLast: boolean) => OrderReport[], close: () => void }} Feeder
 * @typedef {Record<"orders" | "valid" | "invalid" | "errors" | "warnings" | "bytes", number> & { truncated: boolean }} Counts
 * @typedef {object} OrderReport
 */

// As large as the nearer caches of a processor.
const PIECE = 1 << 18;

/** What a batch of the wasm knows of the orders it has seen makes the next one faster. @type {unknown} */
let idle;

/**
 * @param {unknown} data
 * @param {Record<string, unknown>} [options]
 */
export function validateBatch(data, options) {
  if (typeof data !== "string" && !isBytes(data)) {
    throw new TypeError("payscore: data 应为 Uint8Array | string / data must be Uint8Array | string");
  }
  const feeder = open(options, typeof data === "string");
  const found = feeder.feed(data, true);
  const { truncated, ...counts } = feeder.counts();
  feeder.close();
  return { ...counts, found, truncated };
}

/** @param {Record<string, unknown>} [options] */
export function orderValidatorStream(options) {
  const { signal, onProgress, ...rest } = /** @type {{ signal?: AbortSignal, onProgress?: (counts: object) => void }} */ (options || {});
  /** @type {Feeder | undefined} */
  let feeder;
  const counts = deferred();
  const progress = () => {
    const { truncated, ...reached } = /** @type {Feeder} */ (feeder).counts();
    if (onProgress) onProgress(reached);
    return reached;
  };
  /**
   * @param {unknown} chunk
   * @param {boolean} isLast
   * @param {TransformStreamDefaultController} controller
   */
  const feed = (chunk, isLast, controller) => {
    try {
      feeder = feeder || open(rest, typeof chunk === "string");
      for (const order of feeder.feed(chunk, isLast)) controller.enqueue(order);
    } catch (error) {
      counts.reject(error);
      throw error;
    }
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
      feed(chunk, false, controller);
      progress();
    },
    flush(controller) {
      feed("", true, controller);
      counts.resolve(progress());
      /** @type {Feeder} */ (feeder).close();
    },
  });
  return Object.assign(stream, { counts: counts.promise });
}

/**
 * A batch of the wasm with its options read, which takes data piece by piece.
 *
 * @param {Record<string, unknown> | undefined} options
 * @param {boolean} isText
 * @returns {Feeder}
 */
function open(options, isText) {
  const batch = idle || call("openBatch", []);
  idle = undefined;
  const memory = /** @type {WebAssembly.Memory} */ (call("memoryOfBatches", []));
  const ask = options && typeof options.context === "function" ? options.context : undefined;
  call("startBatch", [batch, options, isText]);

  /** @param {number} length */
  const room = (length) => {
    const address = /** @type {number} */ (call("roomInBatch", [batch, length]));
    return new Uint8Array(memory.buffer, address, length);
  };
  /**
   * @param {number} length
   * @param {boolean} isLast
   */
  const check = (length, isLast) => /** @type {OrderReport[] | undefined} */ (call("checkBatch", [batch, length, isLast, ask]));

  return {
    feed(data, isLast) {
      /** @type {OrderReport[]} */
      const found = [];
      const length = /** @type {Uint8Array | string} */ (data).length;
      let at = 0;
      do {
        const end = cut(data, Math.min(at + PIECE, length));
        const written = typeof data === "string" ? writeText(data, at, end, room) : writeBytes(/** @type {Uint8Array} */ (data), at, end, room);
        const orders = check(written, isLast && end === length);
        if (orders) for (const order of orders) found.push(order);
        at = end;
      } while (at < length);
      return found;
    },
    counts: () => /** @type {Counts} */ (call("countsOfBatch", [batch])),
    close() {
      idle = batch;
    },
  };
}

/**
 * @param {Uint8Array} data
 * @param {number} from
 * @param {number} to
 * @param {(length: number) => Uint8Array} room
 */
function writeBytes(data, from, to, room) {
  room(to - from).set(data.subarray(from, to));
  return to - from;
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
 * @param {(length: number) => Uint8Array} room
 */
function writeText(text, from, to, room) {
  const bytes = room((to - from) * 3);
  let end = 0;
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
  return end;
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
