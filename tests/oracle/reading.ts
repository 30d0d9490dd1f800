// "Reading a broken document": one value, one issue, first match only.

import type { Form } from "./times.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

export type Key = string | number;
export type Path = Key[];
export type Severity = "error" | "warning";
export interface Issue {
  code: string;
  severity: Severity;
  path: Path;
  /** The ones that the rules fix. */
  params: Record<string, unknown>;
}

/** A field of the tables. `severity` is a warning where only a weak source mentions the field. */
export interface Field {
  type: "text" | "integer" | "boolean" | "list" | "object" | "anything";
  presence?: "required" | "disputed";
  severity?: Severity;
  minimum?: number;
  maximum?: number;
  allowed?: RegExp;
  options?: string[];
  form?: Form;
  /** An optional text that people write: "" means the same as absent. */
  isFree?: boolean;
  /** Whether an option matches in any case and with surrounding white space. */
  isLoose?: boolean;
  /** A text that nobody types, so it is not searched for invisible characters. */
  isEncoded?: boolean;
  fields?: Fields;
}
/** The issue for a field that must not be present. */
export interface Refused {
  refused: { severity: Severity; code: string };
}
export type Fields = Record<string, Field | Refused>;

export const text = (minimum: number, maximum: number, more: Partial<Field> = {}): Field => ({ type: "text", minimum, maximum, ...more });
export const freeText = (minimum: number, maximum: number): Field => text(minimum, maximum, { isFree: true });
export const oneOf = (...options: string[]): Field => ({ type: "text", options });
export const integer = (minimum: number, maximum = SAFE): Field => ({ type: "integer", minimum, maximum });
export const boolean: Field = { type: "boolean" };
/** A known field about which nothing else is known. */
export const anything: Field = { type: "anything" };
export const object = (fields: Fields): Field => ({ type: "object", fields });
export const list = (minimum: number, maximum: number, fields: Fields): Field => ({ type: "list", minimum, maximum, fields });
export const required = (field: Field): Field => ({ ...field, presence: "required" });
export const disputed = (field: Field): Field => ({ ...field, presence: "disputed" });
export const warned = (field: Field): Field => ({ ...field, severity: "warning" });

/** In what is sent, every text is examined; in what comes back, "" means absent and an integer may be text. */
export type Manner = "sent" | "returned";

export class Reading {
  readonly issues: Issue[] = [];
  /** Every known field in the order of the tables, by the path of its object with `*` for an index. */
  readonly fieldOrder = new Map<string, string[]>();
  private readonly broken = new Set<string>();
  private readonly unknown = new Set<string>();
  private readonly blank = new Set<string>();
  /** What a value stands for, where that is not the value itself. */
  private readonly meant = new Map<string, unknown>();

  constructor(
    readonly document: unknown,
    fields: Fields,
    private readonly manner: Manner,
  ) {
    const received = typeOf(document, []);
    if (received === "object") this.readFields(document as object, [], fields, []);
    else this.report("error", "invalid_type", [], { expected: "object", ...(received !== "instance" && { received }) });
  }

  report(severity: Severity, code: string, path: Path, params: Record<string, unknown> = {}): void {
    this.issues.push({ code, severity, path, params });
  }

  error(code: string, path: Path, params?: Record<string, unknown>): void {
    this.report("error", code, path, params);
  }

  warning(code: string, path: Path, params?: Record<string, unknown>): void {
    this.report("warning", code, path, params);
  }

  get isObject(): boolean {
    return typeOf(this.document, []) === "object";
  }

  /** The value at a path; undefined when it is absent, or it or something around it is malformed or unknown. */
  sound(...path: Path): unknown {
    let value: unknown = this.document;
    for (let depth = 0; depth < path.length; depth += 1) {
      value = own(value, path[depth]!);
      const pointer = pointerOf(path.slice(0, depth + 1));
      if (this.isAbsent(value) || [this.broken, this.unknown, this.blank].some((set) => set.has(pointer))) return undefined;
    }
    return this.meant.get(pointerOf(path)) ?? value;
  }

  soundText(...path: Path): string | undefined {
    return this.sound(...path) as string | undefined;
  }

  soundNumber(...path: Path): number | undefined {
    const number = this.sound(...path) as number | undefined;
    return number === undefined ? undefined : withoutSign(number);
  }

  soundItems(...path: Path): unknown[] {
    return [...((this.sound(...path) as unknown[] | undefined) ?? [])];
  }

  /** Whether something is at a path, malformed or not; nothing is known of the inside of what could not be read. */
  isSent(...path: Path): boolean {
    const parent = path.slice(0, -1);
    const around = this.sound(...parent);
    if (around === undefined) return this.isBroken(...parent);
    return !this.isAbsent(own(around, path.at(-1)!)) && !this.blank.has(pointerOf(path));
  }

  /** Takes back what was said at a path, where something else says it better. */
  withdraw(code: string, path: Path): void {
    const at = this.issues.findIndex((issue) => issue.code === code && pointerOf(issue.path) === pointerOf(path));
    if (at >= 0) this.issues.splice(at, 1);
  }

  says(code: string, ...path: Path): boolean {
    return this.issuesAt(path).some((issue) => issue.code === code);
  }

  /** Whether anything is said at a path. */
  isFaulted(...path: Path): boolean {
    return this.issuesAt(path).length > 0;
  }

  private issuesAt(path: Path): Issue[] {
    return this.issues.filter((issue) => pointerOf(issue.path) === pointerOf(path));
  }

  isBroken(...path: Path): boolean {
    return this.broken.has(pointerOf(path));
  }

  isAbsent(value: unknown): boolean {
    return value === undefined || value === null || (this.manner === "returned" && value === "");
  }

  private malformed(severity: Severity, code: string, path: Path, params?: Record<string, unknown>): void {
    this.broken.add(pointerOf(path));
    this.report(severity, code, path, params);
  }

  private readFields(value: object, path: Path, fields: Fields, ancestors: object[]): void {
    this.fieldOrder.set(placeOf(path), Object.keys(fields));
    for (const [name, field] of Object.entries(fields)) {
      this.readValue(own(value, name), [...path, name], field, [...ancestors, value]);
    }
    for (const [key, part] of Object.entries(value)) {
      if (Object.hasOwn(fields, key) || this.isAbsent(part)) continue;
      this.unknown.add(pointerOf([...path, key]));
      this.warning("unknown_field", [...path, key]);
    }
  }

  private readValue(value: unknown, path: Path, field: Field | Refused, ancestors: object[]): void {
    if ("refused" in field) {
      if (this.isAbsent(value)) return;
      const { severity, code } = field.refused;
      if (code === "unknown_field") this.unknown.add(pointerOf(path));
      else this.broken.add(pointerOf(path));
      this.report(severity, code, path);
      return;
    }
    const { severity = "error" } = field;
    if (this.isAbsent(value)) {
      if (field.presence === "required") this.malformed(severity, "required", path);
      if (field.presence === "disputed") this.warning("required_disputed", path);
      return;
    }
    if (field.type === "integer" && this.manner === "returned" && isDigits(value)) {
      this.warning("numeric_string", path);
      if (BigInt(value) > SAFE) {
        // What was received is no number that JavaScript could tell.
        this.malformed(severity, "too_big", path, { maximum: SAFE });
        return;
      }
      value = Number(value);
      this.meant.set(pointerOf(path), value);
    }
    if (field.type === "anything") return;
    const received = typeOf(value, ancestors);
    const expected = JSON_TYPES[field.type];
    if (received !== expected) this.malformed(severity, "invalid_type", path, { expected, ...(received !== "instance" && { received }) });
    else if (field.type === "integer") this.readInteger(value as number, path, field, severity);
    else if (field.type === "text") this.readText(value as string, path, field, severity);
    else if (field.type === "list") this.readList(value as unknown[], path, field, ancestors);
    else if (field.type === "object") this.readFields(value as object, path, field.fields!, ancestors);
  }

  private readInteger(sent: number, path: Path, { minimum = 0, maximum = SAFE }: Field, severity: Severity): void {
    const number = withoutSign(sent);
    if (!Number.isInteger(number)) this.malformed(severity, "not_integer", path, { received: number });
    else if (number < minimum) this.malformed(severity, "too_small", path, { minimum, received: number });
    else if (number > maximum) this.malformed(severity, "too_big", path, { maximum, received: number });
  }

  private readText(value: string, path: Path, field: Field, severity: Severity): void {
    const { minimum = 1, maximum = Infinity, allowed, options, form } = field;
    const characters = [...value];
    const actual = characters.length;
    const isRefused = (character: string) =>
      (allowed && !allowed.test(character)) || (this.manner === "sent" && (isFourBytes(character) || isLoneSurrogate(character)));
    const hasRefused = characters.some(isRefused);
    // A bound that only a weak source gives must not hide what the API certainly refuses.
    const isWeaklyBound = severity === "warning" && hasRefused;

    if (options) {
      const chosen = field.isLoose ? value.trim().toUpperCase() : value;
      if (options.includes(chosen)) this.meant.set(pointerOf(path), chosen);
      else this.malformed(severity, "invalid_enum", path, { options });
    } else if (value === "" && field.isFree && minimum > 0) {
      this.blank.add(pointerOf(path));
      this.warning("too_short", path, { minimum, actual });
    } else if (actual < minimum) this.malformed(severity, "too_short", path, { minimum, actual });
    else if (actual > maximum && !isWeaklyBound) this.malformed(severity, "too_long", path, { maximum, actual });
    else if (hasRefused) this.malformed("error", "invalid_characters", path);
    else if (form && !form.matches(value)) this.malformed(form.severity ?? severity, "invalid_format", path);
    else if (form && !form.isDate(value)) this.malformed(severity, "invalid_date", path);
    else if (this.manner === "sent" && !allowed && !form && !field.isEncoded && hasInvisible(value)) this.warning("invisible_characters", path);
  }

  /** A list of the wrong length still has all its items read, and they count. */
  private readList(items: unknown[], path: Path, { minimum = 0, maximum = Infinity, fields }: Field, ancestors: object[]): void {
    const actual = items.length;
    if (actual < minimum) this.error("too_few_items", path, { minimum, actual });
    if (actual > maximum) this.error("too_many_items", path, { maximum, actual });
    for (let index = 0; index < actual; index += 1) {
      this.readValue(items[index], [...path, index], required(object(fields!)), [...ancestors, items]);
    }
  }
}

const JSON_TYPES = { text: "string", integer: "number", boolean: "boolean", list: "array", object: "object" };

/** Those of the language that hold no fields of their own. */
const NO_DOCUMENTS = [Date, Map, Set, RegExp, Error, Object.getPrototypeOf(Uint8Array), Number, String, Boolean, Symbol, BigInt];

/** The type that JSON would make of a value. An instance of a caller's class is an object; of others, and of one with `toJSON`, nothing is known. */
export function typeOf(value: unknown, ancestors: unknown[]): string {
  if (value === null || value === undefined) return "null";
  if (typeof value !== "object") return typeof value;
  if (ancestors.includes(value)) return "circular";
  if (Array.isArray(value)) return "array";
  if (isPlain(value)) return "object";
  const hasOwnJson = typeof (value as { toJSON?: unknown }).toJSON === "function";
  return hasOwnJson || NO_DOCUMENTS.some((type) => value instanceof type) ? "instance" : "object";
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function own(value: unknown, name: Key): unknown {
  return Object.hasOwn(value as object, name) ? (value as Record<Key, unknown>)[name] : undefined;
}

const AROUND = /^\p{White_Space}|\p{White_Space}$/u;
const ANYWHERE = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;

function hasInvisible(text: string): boolean {
  return AROUND.test(text) || ANYWHERE.test(text);
}

export function isDigits(value: unknown): value is string {
  return typeof value === "string" && /^[0-9]+$/.test(value);
}

/** −0 is 0. */
export function withoutSign(number: number): number {
  return number === 0 ? 0 : number;
}

function isFourBytes(character: string): boolean {
  return character.codePointAt(0)! > 0xffff;
}

function isLoneSurrogate(character: string): boolean {
  const code = character.codePointAt(0)!;
  return code >= 0xd800 && code <= 0xdfff;
}

export function placeOf(path: Path): string {
  return path.map((key) => (typeof key === "number" ? "*" : key)).join("/");
}

export function pointerOf(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
