// Lays a JavaScript value flat, in the form `src/tape.rs` describes, and takes one up again.
// It knows no field and no rule. All of the caller's code runs here: getters, proxies and toDate before any of ours in
// WebAssembly, `context` between two orders of a batch, which nobody else holds then. So what it calls of ours finds nothing half
// done; what it throws goes into the wasm as a value and comes back as it was.

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
const TEXT_BEYOND = 12;
const NAME = 13;
const KEY = 14;
const TAGS = 16;
const OPAQUE_KINDS = ["array", "object", "function", "symbol", "instance", "circular", "oversized"];

// Room for more than a million items; sharing can make a small object graph endless once laid flat.
const MOST_WORDS = 1 << 24;
const MOST_TEXT = 1 << 28;
// No field of a payscore order is near this long; beyond it only the length can matter.
const LONGEST_TEXT = 4096;
const KEPT_BYTES = 1 << 20;

const hasOwn = Object.prototype.hasOwnProperty;

// Handed from call to call; a call inside a call finds none and makes its own.
let idle = null;

// The fields' names by their numbers in the wasm, their numbers, and which one was met behind which.
const fields = [];
const numbers = new Map();
let followers;

/** Takes up the names of the fields, table by table, which then need no text. */
export function learn(words, text, rows) {
  write(words, text).forEach((table, place) =>
    table.forEach((name, row) => {
      const number = place * rows + row;
      fields[number] = name;
      if (!numbers.has(name)) numbers.set(name, number);
    }),
  );
  followers = new Uint16Array(fields.length);
}

class Tape {
  constructor() {
    this.words = new Float64Array(256);
    this.used = 0;
    this.text = new Uint8Array(2048);
    this.written = 0;
    this.path = [];
    this.lastField = 0;
  }

  word(count, tag) {
    if (this.used + 2 > this.words.length) this.words = grown(this.words, this.used + 2);
    this.words[this.used++] = count * TAGS + tag;
  }

  number(tag, number) {
    this.word(0, tag);
    this.words[this.used++] = number;
  }

  chars(string) {
    let tag = TEXT;
    const at = this.used;
    this.word(0, tag);
    const start = this.written;
    const most = start + string.length * 3;
    if (most > this.text.length) this.text = grown(this.text, most);
    const text = this.text;
    let end = start;
    for (let i = 0; i < string.length; i++) {
      let code = string.charCodeAt(i);
      if (code < 0x80) {
        text[end++] = code;
        continue;
      }
      if (tag === TEXT) tag = BMP_TEXT;
      if (code < 0x800) {
        text[end++] = 0xc0 | (code >> 6);
      } else {
        if ((code & 0xf800) === 0xd800) tag = TEXT_BEYOND;
        const low = (code & 0xfc00) === 0xd800 ? string.charCodeAt(i + 1) : 0;
        if ((low & 0xfc00) === 0xdc00) {
          i++;
          code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
          text[end++] = 0xf0 | (code >> 18);
          text[end++] = 0x80 | ((code >> 12) & 0x3f);
        } else {
          text[end++] = 0xe0 | (code >> 12);
        }
        text[end++] = 0x80 | ((code >> 6) & 0x3f);
      }
      text[end++] = 0x80 | (code & 0x3f);
    }
    this.written = end;
    this.words[at] = (end - start) * TAGS + tag;
  }

  key(string) {
    let field = followers[this.lastField];
    if (fields[field] !== string) {
      field = numbers.get(string);
      if (field === undefined) return this.chars(string);
      followers[this.lastField] = field;
    }
    this.lastField = field;
    this.word(field, KEY);
  }

  bigint(value) {
    const at = this.used;
    this.chars(String(value));
    this.words[at] += BIGINT - TEXT;
  }

  opaque(kind) {
    this.word(OPAQUE_KINDS.indexOf(kind), OPAQUE);
  }

  value(value, depth, draft) {
    switch (typeof value) {
      case "string":
        if (value.length > LONGEST_TEXT) return this.word(codePoints(value), LONG_TEXT);
        if (this.written > MOST_TEXT) return this.opaque("oversized");
        return this.chars(value);
      case "number":
        return this.number(NUMBER, value);
      case "boolean":
        return this.word(0, value ? TRUE : FALSE);
      case "undefined":
        return this.word(0, NULL);
      case "bigint":
        return this.bigint(value);
      case "function":
      case "symbol":
        return this.opaque(typeof value);
    }
    if (value === null) return this.word(0, NULL);
    if (Array.isArray(value)) return this.array(value, depth, draft);
    if (draft && typeof value.toDate === "function") return this.number(INSTANT, epochOf(value.toDate()));
    if (isPlain(value)) return this.object(value, depth, draft);
    const epoch = epochOf(value);
    return epoch === undefined ? this.opaque("instance") : this.number(INSTANT, epoch);
  }

  array(array, depth, draft) {
    const barred = this.barrier(array, depth, "array");
    if (barred) return this.opaque(barred);
    const length = array.length;
    if (this.used + length > MOST_WORDS) return this.opaque("oversized");
    this.path.push(array);
    this.word(length, ARRAY);
    for (let i = 0; i < length; i++) this.value(array[i], depth - 1, draft);
    this.path.pop();
  }

  object(object, depth, draft) {
    const barred = this.barrier(object, depth, "object");
    if (barred) return this.opaque(barred);
    this.path.push(object);
    const at = this.used;
    this.word(0, OBJECT);
    let members = 0;
    // Engines know the places of the keys that `for in` goes through.
    for (const key in object) {
      if (!hasOwn.call(object, key)) continue;
      const member = object[key];
      if (member === undefined) continue;
      members++;
      this.key(key);
      this.value(member, depth - 1, draft);
    }
    this.words[at] = members * TAGS + OBJECT;
    this.path.pop();
  }

  // Why a container is seen but not read, if it is not.
  barrier(container, depth, kind) {
    if (this.path.includes(container)) return "circular";
    if (depth === 0) return kind;
    if (this.used > MOST_WORDS || this.written > MOST_TEXT) return "oversized";
  }
}

function codePoints(string) {
  let count = string.length;
  for (let i = 1; i < string.length; i++) {
    const isPair = (string.charCodeAt(i) & 0xfc00) === 0xdc00 && (string.charCodeAt(i - 1) & 0xfc00) === 0xd800;
    if (isPair) count--;
  }
  return count;
}

function grown(array, least) {
  const larger = new array.constructor(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}

// An object literal of any realm, or one without a prototype.
function isPlain(object) {
  const prototype = Object.getPrototypeOf(object);
  if (prototype === null || prototype === Object.prototype) return true;
  return Object.getPrototypeOf(prototype) === null && hasOwn.call(prototype, "isPrototypeOf");
}

// Of a Date of any realm; undefined for anything else.
function epochOf(value) {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return undefined;
  }
}

// What was read last and is about to be taken, or what the caller's code threw.
let laid;
let thrown;

/** Lays a value flat and tells how many words it takes; 0 where the caller's code threw. */
export function read(value, depth, draft) {
  try {
    const tape = idle || new Tape();
    // One whose reading throws is not taken up again.
    idle = null;
    tape.used = 0;
    tape.written = 0;
    tape.value(value, depth, draft);
    laid = tape;
    return tape.used;
  } catch (error) {
    thrown = error;
    return 0;
  }
}

/** The same for what the caller's function answers about an order. */
export function readAnswer(ask, index, out_order_no, depth) {
  try {
    return read(ask({ index, out_order_no }), depth, false);
  } catch (error) {
    thrown = error;
    return 0;
  }
}

export function textLength() {
  return laid.written;
}

export function take(words, text) {
  words.set(laid.words.subarray(0, laid.used));
  text.set(laid.text.subarray(0, laid.written));
  if (laid.words.byteLength + laid.text.byteLength <= KEPT_BYTES) idle = laid;
  laid = undefined;
}

export function throwAgain() {
  const error = thrown;
  thrown = undefined;
  throw error;
}

// Words of ours that were met before, by the place they have in the wasm.
const names = new Map();
const units = new Uint16Array(1024);

/** The value that a tape of ours lays down. */
export function write(words, text) {
  let used = 0;
  let read = 0;

  function next() {
    const word = words[used++];
    const count = Math.floor(word / TAGS);
    switch (word % TAGS) {
      case FALSE:
        return false;
      case TRUE:
        return true;
      case NUMBER:
        return words[used++];
      case INSTANT:
        return new Date(words[used++]);
      case NAME: {
        const place = words[used++];
        let name = names.get(place);
        if (name === undefined) names.set(place, (name = string(count)));
        else read += count;
        return name;
      }
      case TEXT:
      case BMP_TEXT:
      case TEXT_BEYOND:
        return string(count);
      case ARRAY: {
        const array = [];
        for (let i = 0; i < count; i++) array.push(next());
        return array;
      }
      case OBJECT: {
        const object = {};
        for (let i = 0; i < count; i++) {
          const key = next();
          // Assigning to this key would set the prototype.
          if (key === "__proto__") Object.defineProperty(object, key, { value: next(), writable: true, enumerable: true, configurable: true });
          else object[key] = next();
        }
        return object;
      }
      default:
        return null;
    }
  }

  function string(length) {
    const end = read + length;
    let string = "";
    let filled = 0;
    while (read < end) {
      const lead = text[read++];
      if (lead < 0x80) {
        units[filled++] = lead;
      } else if (lead < 0xe0) {
        units[filled++] = ((lead & 0x1f) << 6) | (text[read++] & 0x3f);
      } else if (lead < 0xf0) {
        units[filled++] = ((lead & 0x0f) << 12) | ((text[read++] & 0x3f) << 6) | (text[read++] & 0x3f);
      } else {
        let code = lead & 0x07;
        for (let more = 3; more > 0; more--) code = (code << 6) | (text[read++] & 0x3f);
        units[filled++] = 0xd7c0 + (code >> 10);
        units[filled++] = 0xdc00 | (code & 0x3ff);
      }
      if (filled >= units.length - 1) {
        string += String.fromCharCode.apply(null, units.subarray(0, filled));
        filled = 0;
      }
    }
    return string + String.fromCharCode.apply(null, units.subarray(0, filled));
  }

  return next();
}
