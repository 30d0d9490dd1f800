// "Reading a broken document": one value, one issue, first match only.

const SAFE = Number.MAX_SAFE_INTEGER;

/** @typedef {{code: string, severity: "error" | "warning", path: (string | number)[], params: object}} Issue */

export class Reading {
  /** @type {Issue[]} */
  issues = [];
  /** Every known field in the order of the tables, by the path of its object with `*` for an index. */
  fieldOrder = new Map();

  constructor({ emptyTextIsAbsent = false, amountsMayBeText = false, threeByteTextOnly = false }) {
    this.emptyTextIsAbsent = emptyTextIsAbsent;
    this.amountsMayBeText = amountsMayBeText;
    this.threeByteTextOnly = threeByteTextOnly;
  }

  report(severity, code, path, params = {}) {
    this.issues.push({ code, severity, path, params });
  }

  isAbsent(value) {
    return value === undefined || value === null || (this.emptyTextIsAbsent && value === "");
  }

  readDocument(document, fields) {
    const received = typeOf(document, []);
    if (received === "object") this.readFields(document, [], fields, []);
    else this.report("error", "invalid_type", [], { expected: "object", received });
  }

  readFields(object, path, fields, ancestors) {
    this.fieldOrder.set(placeOf(path), Object.keys(fields));
    for (const [name, field] of Object.entries(fields)) {
      this.readValue(own(object, name), [...path, name], field, [...ancestors, object]);
    }
    for (const key of Object.keys(object)) {
      if (Object.hasOwn(fields, key) || this.isAbsent(object[key])) continue;
      this.report("warning", "unknown_field", [...path, key]);
    }
  }

  readValue(value, path, field, ancestors) {
    const severity = field.severity ?? "error";
    if (this.isAbsent(value)) {
      if (field.required) this.report(severity, "required", path);
      return;
    }
    if (field.instead) {
      this.report(field.instead.severity, field.instead.code, path);
      return;
    }
    if (field.type === "integer" && this.amountsMayBeText && isDigits(value)) {
      this.report("warning", "numeric_string", path);
      value = Number(value);
    }
    const received = typeOf(value, ancestors);
    const expected = JSON_TYPES[field.type];
    if (received !== expected) {
      this.report(severity, "invalid_type", path, { expected, received });
      return;
    }
    if (field.type === "integer") this.readInteger(value, path, field);
    if (field.type === "text") this.readText(value, path, field, severity);
    if (field.type === "list") this.readList(value, path, field, ancestors);
    if (field.type === "object") this.readFields(value, path, field.fields, ancestors);
  }

  readInteger(number, path, { minimum, maximum = SAFE }) {
    if (!Number.isInteger(number)) this.report("error", "not_integer", path, { received: number });
    else if (number < minimum) this.report("error", "too_small", path, { minimum, received: number });
    else if (number > maximum) this.report("error", "too_big", path, { maximum, received: number });
  }

  readText(text, path, field, severity) {
    const { minimum = 1, maximum = Infinity, allowed, options, form } = field;
    const characters = [...text];
    const actual = characters.length;
    if (actual < minimum) return this.report(severity, "too_short", path, { minimum, actual });
    if (actual > maximum) return this.report(severity, "too_long", path, { maximum, actual });
    if (options) {
      if (!options.includes(text)) this.report(severity, "invalid_enum", path, { options });
      return;
    }
    if (allowed && characters.some((character) => !allowed.test(character))) {
      return this.report("error", "invalid_characters", path);
    }
    if (this.threeByteTextOnly && characters.some((character) => isFourBytes(character) || isLoneSurrogate(character))) {
      return this.report("error", "invalid_characters", path);
    }
    if (form && !form.matches(text)) return this.report(severity, "invalid_format", path);
    if (form && !form.isDate(text)) this.report(severity, "invalid_date", path);
  }

  readList(list, path, { minimum = 0, maximum = Infinity, item }, ancestors) {
    const actual = list.length;
    if (actual < minimum) this.report("error", "too_few_items", path, { minimum, actual });
    if (actual > maximum) this.report("error", "too_many_items", path, { maximum, actual });
    for (let index = 0; index < actual; index += 1) {
      this.readValue(list[index], [...path, index], { type: "object", required: true, fields: item }, [...ancestors, list]);
    }
  }
}

const JSON_TYPES = { text: "string", integer: "number", boolean: "boolean", list: "array", object: "object" };

export function typeOf(value, ancestors) {
  if (value === null || value === undefined) return "null";
  if (typeof value !== "object") return typeof value;
  if (ancestors.includes(value)) return "circular";
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return "date";
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? "object" : "instance";
}

export function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function isDigits(value) {
  return typeof value === "string" && /^[0-9]+$/.test(value);
}

function isFourBytes(character) {
  return character.codePointAt(0) > 0xffff;
}

function isLoneSurrogate(character) {
  const code = character.codePointAt(0);
  return code >= 0xd800 && code <= 0xdfff;
}

export function placeOf(path) {
  return path.map((key) => (typeof key === "number" ? "*" : key)).join("/");
}

export function pointerOf(path) {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
