// Lays a document out as its record has it: slots of four words, text apart. It knows the fields that `learnTable` tells of
// and no rule: of a value that is plainly sound it notes that no rule need look at it, and nothing else is judged here.
// All of the caller's code, getters and proxies, runs while only JavaScript's own arrays are written to: the wasm's memory may
// grow meanwhile, and a call inside a call finds a reader of its own.

import { Text, codePoints, copy, epochOf, isFew, isRead, keepThrown, LONGEST_TEXT, MOST_TEXT, nameOfClass, UNUSUAL, wasmBytes, wasmInts } from "./tape.js";

// A slot's tag, as `slot.rs` numbers its variants.
const ABSENT = 0;
const BOOL = 2;
const NUMBER = 3;
const TEXT = 4;
const LONG_TEXT = 5;
const BIGINT = 6;
const INSTANT = 7;
const OBJECT = 8;
const LIST = 9;
const OTHER = 10;
const INSTANCE = 11;
const EMPTY = 12;
const HEAD = 13;
// A `ValueType`, in the second byte of a slot.
const TYPE_SHIFT = 8;
const OF_ARRAY = 6;
const OF_OBJECT = 7;
const OF_FUNCTION = 8;
const OF_SYMBOL = 9;
const CIRCULAR = 11;
const OVERSIZED = 12;
// Of an unknown key's value, an `UnknownValue`.
const NULL = 0;
const EMPTY_TEXT = 1;
const ANY_OTHER = 2;

// What a row is read as, as `layout.rs` numbers it.
const PLAIN_TEXT = 0;
const PLAIN_INTEGER = 1;
const PLAIN_BOOLEAN = 2;
const TABLE = 3;
const TABLES = 4;

const NO_HOLDER = -1;
// Room for a million items; sharing can make a small object graph endless once laid out.
const MOST_SLOTS = 1 << 23;
const KEPT_SLOTS = 1 << 16;

const { hasOwnProperty: hasOwn } = Object.prototype;

/** @type {{ names: string[], kinds: number[], most: number[], least: number[], inner: object[], required: number, conditional: number }[]} */
const tables = [];

/** Takes up a table: its rows side by side, and the number of the table that lies in each, which has been told of before. */
export function learnTable(number, { names, kinds, least, most, inner, required, conditional }) {
  tables[number] = { names, kinds, least, most, required, conditional, inner: inner.map((table) => tables[table]) };
}

class Reader {
  constructor() {
    this.resize(1024);
    // In front the document itself.
    this.used = 1;
    this.text = new Text();
    this.unknown = [];
    this.path = [];
    this.draft = false;
  }

  resize(slots) {
    const ints = new Int32Array(slots * 4);
    if (this.ints) ints.set(this.ints);
    this.ints = ints;
    this.floats = new Float64Array(ints.buffer);
  }

  // What lies behind a head is absent until it is written: a reader is handed on with all of its slots empty.
  open(holder, step, slots) {
    const head = this.used;
    const used = head + 1 + slots;
    if (used * 4 > this.ints.length) this.resize(used * 2);
    this.used = used;
    const { ints } = this;
    const at = head * 4;
    ints[at] = HEAD;
    ints[at + 1] = holder;
    ints[at + 2] = step;
    return head;
  }

  object(object, table, holder, step) {
    const { names, kinds } = table;
    const head = this.open(holder, step, names.length);
    this.path.push(object);
    let sound = 0;
    let doubtful = 0;
    let row = -1;
    // Engines know the places of the keys that `for in` goes through, whatever order and shape an object has them in.
    for (const name in object) {
      if (!hasOwn.call(object, name)) continue;
      const value = object[name];
      if (value === undefined) continue;
      // Most often it is the next one.
      row = rowOf(names, name, row + 1);
      if (row < 0) {
        this.noteUnknown(head, name, value);
        continue;
      }
      const slot = head + 1 + row;
      let isSound = false;
      switch (kinds[row]) {
        case PLAIN_INTEGER:
          if (typeof value === "number") {
            this.number(NUMBER, value, slot);
            isSound = value >= table.least[row] && value <= table.most[row] && Number.isInteger(value);
          } else this.leaf(value, slot);
          break;
        case PLAIN_BOOLEAN:
          this.leaf(value, slot);
          isSound = typeof value === "boolean";
          break;
        case TABLE:
          this.objectOr(value, table.inner[row], head, row, slot);
          break;
        case TABLES:
          if (Array.isArray(value)) this.list(value, table.inner[row], head, row, slot);
          else this.leaf(value, slot);
          break;
        default:
          if (typeof value === "string") isSound = this.string(value, slot, table.most[row]);
          else this.leaf(value, slot);
      }
      if (isSound) sound |= 1 << row;
      else doubtful |= 1 << row;
    }
    this.path.pop();
    this.ints[head * 4 + 3] = doubtful | (table.required & ~sound) | (table.conditional & sound);
    return head;
  }

  objectOr(value, table, holder, step, slot) {
    if (typeof value !== "object" || value === null || !this.isObject(value) || this.barrier(value)) return this.leaf(value, slot);
    const head = this.object(value, table, holder, step);
    this.ints[slot * 4] = OBJECT;
    this.ints[slot * 4 + 1] = head;
  }

  list(array, table, holder, step, slot) {
    // A Proxy may say anything.
    const length = array.length >>> 0;
    const barred = this.barrier(array) || (this.used + length > MOST_SLOTS ? OVERSIZED : 0);
    if (barred) return this.tag(OTHER | (barred << TYPE_SHIFT), slot);
    const head = this.open(holder, step, length);
    this.ints[slot * 4] = LIST;
    this.ints[slot * 4 + 1] = head;
    this.ints[slot * 4 + 2] = length;
    this.path.push(array);
    for (let i = 0; i < length; i++) this.objectOr(array[i], table, head, i, head + 1 + i);
    this.path.pop();
  }

  // Whether a text is plainly sound: of common characters, each of which is one unit, and of as many as it may have.
  string(string, slot, most) {
    // Asked once: V8 looks it up each time where it has met many representations of strings.
    const units = string.length;
    if (units > LONGEST_TEXT) {
      this.tag(LONG_TEXT, slot);
      this.ints[slot * 4 + 1] = codePoints(string);
      return false;
    }
    const { text, ints } = this;
    const start = text.written;
    if (start > MOST_TEXT) {
      this.tag(OTHER | (OVERSIZED << TYPE_SHIFT), slot);
      return false;
    }
    const script = text.add(string, units);
    const length = text.written - start;
    const at = slot * 4;
    ints[at] = TEXT;
    ints[at + 1] = start;
    ints[at + 2] = length;
    ints[at + 3] = script;
    return script !== UNUSUAL && length > 0 && units <= most;
  }

  number(tag, number, slot) {
    this.ints[slot * 4] = tag;
    this.floats[slot * 2 + 1] = number;
  }

  tag(tag, slot) {
    this.ints[slot * 4] = tag;
  }

  // A value of which nothing inside is read.
  leaf(value, slot) {
    switch (typeof value) {
      case "string":
        return void this.string(value, slot, 0);
      case "number":
        return this.number(NUMBER, value, slot);
      case "boolean":
        return this.tag(BOOL | (value ? 1 << TYPE_SHIFT : 0), slot);
      case "undefined":
        return this.tag(ABSENT, slot);
      case "bigint":
        return this.word(BIGINT, String(value), slot);
      case "function":
        return this.tag(OTHER | (OF_FUNCTION << TYPE_SHIFT), slot);
      case "symbol":
        return this.tag(OTHER | (OF_SYMBOL << TYPE_SHIFT), slot);
    }
    if (value === null) return this.tag(ABSENT, slot);
    if (Array.isArray(value)) return this.container(value, OF_ARRAY, value.length >>> 0 === 0, slot);
    if (this.isObject(value)) return this.container(value, OF_OBJECT, isEmpty(value), slot);
    if (this.draft && typeof value.toDate === "function") return this.number(INSTANT, epochOf(value.toDate()), slot);
    const epoch = epochOf(value);
    if (epoch === undefined) return this.word(INSTANCE, nameOfClass(value), slot);
    return this.number(INSTANT, epoch, slot);
  }

  word(tag, string, slot) {
    this.string(string, slot, 0);
    this.tag(tag, slot);
  }

  container(value, type, isEmpty, slot) {
    const barred = this.barrier(value);
    this.tag((isEmpty && !barred ? EMPTY : OTHER) | ((barred || type) << TYPE_SHIFT), slot);
  }

  // One that is read as its fields. In a draft an object that says itself which moment it is stands for that.
  isObject(value) {
    return !Array.isArray(value) && !(this.draft && typeof value.toDate === "function") && isRead(value);
  }

  // Why a container is seen but not read, if it is not.
  barrier(container) {
    const { path } = this;
    for (let i = path.length; i-- > 0; ) if (path[i] === container) return CIRCULAR;
    return this.used > MOST_SLOTS || this.text.written > MOST_TEXT ? OVERSIZED : 0;
  }

  noteUnknown(holder, name, value) {
    const { text } = this;
    const start = text.written;
    const script = text.add(name, name.length);
    const holds = value === null ? NULL : value === "" ? EMPTY_TEXT : ANY_OTHER;
    this.unknown.push(holder, start, text.written - start, script, holds);
  }
}

function rowOf(names, name, likely) {
  for (let row = likely; row < names.length; row++) if (names[row] === name) return row;
  for (let row = 0; row < likely && row < names.length; row++) if (names[row] === name) return row;
  return -1;
}

function isEmpty(object) {
  for (const name in object) if (hasOwn.call(object, name) && object[name] !== undefined) return false;
  return true;
}

// Handed from call to call; a call inside a call finds none and makes its own.
let idle = null;
// What was read last and is about to be taken.
let laid = null;

// Where a `Room` of the wasm has what, in words.
const SLOTS = 0;
const TEXTS = 1;
const SLOT_COUNT = 2;
const TEXT_LENGTH = 3;
const UNKNOWN_COUNT = 4;

/**
 * Lays a document out by its table, and puts it where the wasm has room if that is enough. What it takes is told there. False
 * where the caller's code threw.
 */
export function readDocument(value, table, draft, room) {
  const reader = idle || new Reader();
  // One whose reading throws is not taken up again.
  idle = null;
  try {
    reader.draft = draft;
    reader.objectOr(value, tables[table], NO_HOLDER, 0, 0);
  } catch (error) {
    keepThrown(error);
    return false;
  }
  const ints = wasmInts();
  const at = room >>> 2;
  const isEnough = reader.used <= ints[at + SLOT_COUNT] && reader.text.written <= ints[at + TEXT_LENGTH];
  ints[at + SLOT_COUNT] = reader.used;
  ints[at + TEXT_LENGTH] = reader.text.written;
  ints[at + UNKNOWN_COUNT] = reader.unknown.length;
  laid = reader;
  if (isEnough) takeDocument(room);
  return true;
}

/** Puts it where the wasm has room enough now. */
export function takeDocument(room) {
  const reader = laid;
  const ints = wasmInts();
  const at = room >>> 2;
  copy(reader.ints, reader.used * 4, ints, ints[at + SLOTS] >>> 2);
  copy(reader.text.bytes, reader.text.written, wasmBytes(), ints[at + TEXTS] >>> 0);
  if (reader.unknown.length === 0) handOn(reader);
}

/** Five numbers of each key that no table has: its object's head, where it stands in the text, and what its value is. */
export function unknownKeys() {
  const reader = laid;
  const unknown = Uint32Array.from(reader.unknown);
  reader.unknown = [];
  handOn(reader);
  return unknown;
}

function handOn(reader) {
  laid = null;
  if (reader.ints.length > KEPT_SLOTS * 4 || !isFew(reader.text)) return;
  reader.ints.fill(0, 0, reader.used * 4);
  reader.used = 1;
  reader.text.written = 0;
  idle = reader;
}

/** The report on a document in which nothing was found. */
export function nothingFound(kind, mode) {
  return { valid: true, kind, mode, issues: [] };
}
