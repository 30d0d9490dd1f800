// Lays a JavaScript value of any shape flat, in the form that `tape.rs` describes. It knows no rule and no field.
// All of the caller's code runs here and in `document.js`: getters, proxies and toDate before any of ours in WebAssembly,
// `context` between two orders of a batch, which nobody else holds then. So what it calls of ours finds nothing half done; what
// it throws goes into the wasm as a value and comes back as it was.

const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const NUMBER = 3;
const TEXT = 4;
const BIGINT = 5;
const INSTANT = 6;
const ARRAY = 7;
const OBJECT = 8;
const OPAQUE = 9;
const LONG_TEXT = 10;
const BMP_TEXT = 11;
const TEXT_UNUSUAL = 12;
const INSTANCE = 13;
const TAG_OF_SCRIPT = [TEXT, BMP_TEXT, TEXT_UNUSUAL];
const OPAQUE_KINDS = ["array", "object", "function", "symbol", "circular", "oversized"];

// Room for more than a million items; sharing can make a small object graph endless once laid flat.
const MOST_WORDS = 1 << 24;
export const MOST_TEXT = 1 << 28;
// No field of a payscore order is near this long; beyond it only the length can matter.
export const LONGEST_TEXT = 4096;
const KEPT_BYTES = 1 << 20;

// Of what a catch block holds: more than any error has that is one response of the API.
const MOST_PARTS = 1 << 12;
const MOST_TOLD = 1 << 16;
const DEEPEST = 32;
// As deep as two bodies are compared: `ANY_JSON` of the wasm.
const DEEPEST_JSON = 500;
// What it says of itself, in the order in which it tells most. Some of it no loop over its keys meets.
const TELLING = ["message", "code", "detail", "response", "data", "body", "text", "error", "errors", "reason", "cause"];
// What was sent, and how: it may hold keys and signatures.
const SENT = /^_?(config|options|req(uest)?_?(body|data|params|payload|options)?)$/i;
const HEADERS = /headers$/i;

// Of a class, in a message.
const LONGEST_NAME = 64;

const { hasOwnProperty: hasOwn, toString } = Object.prototype;
// Asked of a string by name, V8 looks it up for every character once it has met more than four representations of strings.
const { charCodeAt } = String.prototype;

// The wasm's memory as numbers of each kind. One that has grown has another buffer.
let memory;
let ints;
let bytes;

/** Takes up the wasm's memory. */
export function learnMemory(itsMemory) {
  memory = itsMemory;
  bytes = new Uint8Array(0);
}

export function wasmBytes() {
  if (bytes.length === 0) {
    ints = new Int32Array(memory.buffer);
    bytes = new Uint8Array(memory.buffer);
  }
  return bytes;
}

export function wasmInts() {
  wasmBytes();
  return ints;
}

// What characters a text is made of: a `Script`.
const ASCII = 0;
const BMP = 1;
export const UNUSUAL = 2;

/** Text behind text, as WTF-8. */
export class Text {
  constructor() {
    this.bytes = new Uint8Array(2048);
    this.written = 0;
  }

  reserve(length) {
    if (this.written + length > this.bytes.length) this.bytes = grown(this.bytes, this.written + length);
  }

  /** Adds a string of so many units and tells its script. */
  add(string, length) {
    this.reserve(length * 3);
    const { bytes } = this;
    const start = this.written;
    let isWide = false;
    let i = 0;
    let odd = 0;
    let code = 0;
    for (; i < length; i++) {
      code = charCodeAt.call(string, i);
      if (code >= 0x7f) break;
      odd |= code - 0x20;
      bytes[start + i] = code;
    }
    let end = start + i;
    for (; i < length; i++) {
      code = charCodeAt.call(string, i);
      if (code < 0x7f) {
        bytes[end++] = code;
        odd |= code - 0x20;
      } else if (code > 0x3000 && (code < 0xd800 || (code >= 0xe000 && code !== 0xfeff))) {
        bytes[end] = 0xe0 | (code >> 12);
        bytes[end + 1] = 0x80 | ((code >> 6) & 0x3f);
        bytes[end + 2] = 0x80 | (code & 0x3f);
        end += 3;
        isWide = true;
      } else return this.addRare(string);
    }
    this.written = end;
    // A blank within a text is like any other character.
    if (odd < 0 || (end > start && (bytes[start] === 0x20 || bytes[end - 1] === 0x20))) return UNUSUAL;
    return isWide ? BMP : ASCII;
  }

  // The same where there are surrogates. By itself, because V8 makes code half as fast of a loop that has met one.
  addRare(string) {
    const { bytes } = this;
    let end = this.written;
    for (const character of string) {
      const code = character.codePointAt(0);
      if (code < 0x80) {
        bytes[end++] = code;
        continue;
      }
      if (code < 0x800) {
        bytes[end++] = 0xc0 | (code >> 6);
      } else {
        if (code < 0x10000) {
          bytes[end++] = 0xe0 | (code >> 12);
        } else {
          bytes[end++] = 0xf0 | (code >> 18);
          bytes[end++] = 0x80 | ((code >> 12) & 0x3f);
        }
        bytes[end++] = 0x80 | ((code >> 6) & 0x3f);
      }
      bytes[end++] = 0x80 | (code & 0x3f);
    }
    this.written = end;
    return UNUSUAL;
  }

  /** Adds what is text already. */
  addBytes(content) {
    this.reserve(content.length);
    this.bytes.set(content, this.written);
    this.written += content.length;
  }
}

// Handed from call to call; a call inside a call finds none and makes its own.
let idle = null;

class Tape {
  constructor() {
    this.resizeWords(256);
    this.used = 0;
    this.text = new Text();
    this.path = [];
  }

  resizeWords(length) {
    const ints = new Int32Array(length * 2);
    if (this.ints) ints.set(this.ints);
    this.ints = ints;
    this.floats = new Float64Array(ints.buffer);
  }

  word(tag, count) {
    const at = this.used;
    // A second word may follow.
    if (at + 2 > this.floats.length) this.resizeWords(this.floats.length * 2);
    this.ints[at * 2] = tag;
    this.ints[at * 2 + 1] = count;
    this.used = at + 1;
  }

  number(tag, number) {
    this.word(tag, 0);
    this.floats[this.used++] = number;
  }

  chars(string, tag) {
    const { text } = this;
    const start = text.written;
    const script = text.add(string, string.length);
    this.word(tag || TAG_OF_SCRIPT[script], text.written - start);
  }

  opaque(kind) {
    this.word(OPAQUE, OPAQUE_KINDS.indexOf(kind));
  }

  value(value, depth, draft) {
    switch (typeof value) {
      case "string":
        return this.string(value);
      case "number":
        return this.number(NUMBER, value);
      case "boolean":
        return this.word(value ? TRUE : FALSE, 0);
      case "undefined":
        return this.word(NULL, 0);
      case "bigint":
        return this.chars(String(value), BIGINT);
      case "function":
      case "symbol":
        return this.opaque(typeof value);
    }
    if (value === null) return this.word(NULL, 0);
    if (Array.isArray(value)) return this.array(value, depth, draft);
    if (draft && typeof value.toDate === "function") return this.number(INSTANT, epochOf(value.toDate()));
    if (isRead(value)) return this.object(value, depth, draft);
    const epoch = epochOf(value);
    return epoch === undefined ? this.chars(nameOfClass(value), INSTANCE) : this.number(INSTANT, epoch);
  }

  string(string) {
    if (string.length > LONGEST_TEXT) return this.word(LONG_TEXT, codePoints(string));
    if (this.text.written > MOST_TEXT) return this.opaque("oversized");
    return this.chars(string);
  }

  array(array, depth, draft) {
    const barred = this.barrier(array, depth, "array");
    if (barred) return this.opaque(barred);
    // A Proxy may say anything.
    const length = array.length >>> 0;
    if (this.used + length > MOST_WORDS) return this.opaque("oversized");
    this.path.push(array);
    this.word(ARRAY, length);
    for (let i = 0; i < length; i++) this.value(array[i], depth - 1, draft);
    this.path.pop();
  }

  object(object, depth, draft) {
    const barred = this.barrier(object, depth, "object");
    if (barred) return this.opaque(barred);
    this.path.push(object);
    const at = this.used;
    this.word(OBJECT, 0);
    let members = 0;
    for (const name in object) {
      if (!hasOwn.call(object, name)) continue;
      const member = object[name];
      if (member === undefined) continue;
      members++;
      this.chars(name);
      this.value(member, depth - 1, draft);
    }
    this.ints[at * 2 + 1] = members;
    this.path.pop();
  }

  // Whatever a catch block holds; what tells nothing is null. Streams are not read, but what else such an object says is.
  refusal(value, depth) {
    if (this.hasHeardEnough()) return this.word(NULL, 0);
    if (typeof value === "string") return this.chars(value.slice(0, MOST_TOLD));
    if (typeof value !== "object" || value === null || this.barrier(value, depth, "object")) return this.word(NULL, 0);
    const content = contentOf(value);
    if (content) return this.utf8(content.subarray(0, MOST_TOLD));
    this.path.push(value);
    if (Array.isArray(value)) {
      const length = Math.min(value.length >>> 0, MOST_PARTS);
      this.word(ARRAY, length);
      for (let i = 0; i < length; i++) this.refusal(value[i], depth - 1);
    } else {
      this.parts(value, depth);
    }
    this.path.pop();
  }

  parts(object, depth) {
    const at = this.used;
    this.word(OBJECT, 0);
    const tell = (name, part) => {
      if ((typeof part !== "string" && typeof part !== "object") || part === null) return;
      this.ints[at * 2 + 1]++;
      this.chars(name.slice(0, MOST_TOLD));
      this.refusal(part, depth - 1);
    };
    for (const name of TELLING) tell(name, object[name]);
    tell("requestId", requestIdIn(object.headers));
    if (isStream(object)) return;
    for (const name in object) {
      if (this.hasHeardEnough()) return;
      if (!hasOwn.call(object, name) || TELLING.includes(name) || SENT.test(name) || name === "headers") continue;
      if (HEADERS.test(name)) tell("requestId", requestIdIn(object[name]));
      else tell(name, object[name]);
    }
  }

  hasHeardEnough() {
    return this.used > MOST_PARTS || this.text.written > MOST_TOLD;
  }

  utf8(content) {
    this.text.addBytes(content);
    this.word(TEXT_UNUSUAL, content.length);
  }

  // Why a container is seen but not read, if it is not.
  barrier(container, depth, kind) {
    for (let i = this.path.length; i-- > 0; ) if (this.path[i] === container) return "circular";
    if (depth === 0) return kind;
    if (this.used > MOST_WORDS || this.text.written > MOST_TEXT) return "oversized";
  }
}

export function codePoints(string) {
  let count = string.length;
  for (let i = 1; i < string.length; i++) {
    const isPair = (charCodeAt.call(string, i) & 0xfc00) === 0xdc00 && (charCodeAt.call(string, i - 1) & 0xfc00) === 0xd800;
    if (isPair) count--;
  }
  return count;
}

function grown(array, least) {
  const larger = new Uint8Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}

// As JSON.stringify would carry it: an object literal of any realm, one without a prototype, or an instance of the caller's own
// class. Of the engine's classes, and of one that says itself how it goes into JSON, its own properties are not what it means.
export function isRead(object) {
  const prototype = Object.getPrototypeOf(object);
  if (prototype === null || prototype === Object.prototype) return true;
  return toString.call(object) === "[object Object]" && typeof object.toJSON !== "function";
}

export function nameOfClass(object) {
  const { constructor } = object;
  const name = typeof constructor === "function" ? constructor.name : "";
  return typeof name === "string" ? name.slice(0, LONGEST_NAME) : "";
}

// Of a Date of any realm; undefined for anything else.
export function epochOf(value) {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return undefined;
  }
}

const lengthOfBuffer = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength").get;

// The bytes of a Buffer, of any other view or of an ArrayBuffer, of any realm; undefined for anything else.
function contentOf(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  try {
    lengthOfBuffer.call(value);
  } catch {
    return undefined;
  }
  return new Uint8Array(value);
}

function isStream(object) {
  return typeof object.pipe === "function" || typeof object.getReader === "function";
}

// The one header that tells something, of a Headers or of a plain object. No other is asked for.
function requestIdIn(headers) {
  if (typeof headers !== "object" || headers === null) return undefined;
  const given = typeof headers.get === "function" ? headers.get("Request-Id") : undefined;
  if (given) return given;
  for (const name in headers) if (/^request-?id$/i.test(name)) return headers[name];
}

// What was read last and is about to be taken, or what the caller's code threw.
let laid;
let thrown;

/** Lays a value flat and tells how many words it takes; 0 where the caller's code threw. */
export function read(value, depth, draft) {
  try {
    const tape = emptyTape();
    tape.value(value, depth, draft);
    laid = tape;
    return tape.used;
  } catch (error) {
    return keepThrown(error);
  }
}

/** Keeps what the caller's code threw, and tells that nothing was read. */
export function keepThrown(error) {
  thrown = error;
  return 0;
}

/** The same for what a catch block holds, except that it throws. */
export function readRefusal(value) {
  const tape = emptyTape();
  tape.refusal(value, DEEPEST);
  laid = tape;
  return tape.used;
}

function emptyTape() {
  const tape = idle || new Tape();
  // One whose reading throws is not taken up again.
  idle = null;
  tape.used = 0;
  tape.text.written = 0;
  return tape;
}

/** The same for options, in which a body may be the text that was sent, and a time whatever a draft takes for one. */
export function readOptions(options, depth) {
  try {
    return read(options && BODIES.some((name) => typeof options[name] === "string") ? withBodies(options) : options, depth, true);
  } catch (error) {
    return keepThrown(error);
  }
}

/** Options laid flat, to be read as often as wanted whatever becomes of them meanwhile. */
export function keepOptions(options) {
  if (readOptions(options, DEEPEST_JSON) === 0) throwAgain();
  const { ints, used, text } = laid;
  laid = undefined;
  return { words: new Uint32Array(ints.buffer.slice(0, used * 8)), text: text.bytes.slice(0, text.written) };
}

const BODIES = ["previous", "request"];

function withBodies(options) {
  const whole = { ...options };
  for (const name of BODIES) if (typeof whole[name] === "string") whole[name] = parsed(whole[name]);
  return whole;
}

/** The same for what the caller's function answers about an order. */
export function readAnswer(ask, index, out_order_no, depth) {
  try {
    return readOptions(ask({ index, out_order_no }), depth);
  } catch (error) {
    return keepThrown(error);
  }
}

// Text that is no object in JSON stays what it is, and is told of.
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : text;
  } catch {
    return text;
  }
}

export function textLength() {
  return laid && laid.text.written;
}

/** Puts it where the wasm has made room. */
export function take(words, text) {
  copy(laid.ints, laid.used * 2, wasmInts(), words >>> 2);
  copy(laid.text.bytes, laid.text.written, wasmBytes(), text);
  if (laid.ints.byteLength <= KEPT_BYTES && isFew(laid.text)) idle = laid;
  laid = undefined;
}

// To call the engine takes as long as a loop over so few.
const FEW = 16;

export function copy(from, length, to, at) {
  if (length > FEW) return to.set(from.subarray(0, length), at);
  for (let i = 0; i < length; i++) to[at + i] = from[i];
}

/** Whether its room is worth keeping for the next call. */
export function isFew(text) {
  return text.bytes.length <= KEPT_BYTES;
}

export function throwAgain() {
  const error = thrown;
  thrown = undefined;
  throw error;
}

let fault;

/** Keeps what a fault of ours says, for the Error that is thrown of it. */
export function noteFault(message) {
  fault = message;
}

export function takeFault() {
  const message = fault;
  fault = undefined;
  return message;
}
