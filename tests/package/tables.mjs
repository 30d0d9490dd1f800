// The tables of tests/cases as JavaScript values. Their README says what a row holds.

import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A class of the caller's own, as NestJS, TypeORM and class-transformer pass on. */
class Order {
  constructor(members) {
    Object.assign(this, members);
  }
}

/** As decimal.js and its like have it. */
class Decimal {
  toJSON() {
    return "40";
  }
  toNumber() {
    return 40;
  }
}

/** As MongoDB's drivers have it. */
class ObjectId {
  toJSON() {
    return "65a1b2c3d4e5f60718293a4b";
  }
}

/** As Luxon has it. */
class DateTime {
  toJSON() {
    return "2009-12-25T12:10:10.000+08:00";
  }
  toJSDate() {
    return new Date("2009-12-25T04:10:10Z");
  }
}

const odd = {
  function: () => () => {},
  symbol: () => Symbol("odd"),
  map: () => new Map([["amount", 1]]),
  instance: () => new Order({ amount: 1 }),
  set: () => new Set([1]),
  regexp: () => /1/,
  error: () => new Error("odd"),
  bytes: () => new Uint8Array([1]),
  boxed: () => new Number(1),
  promise: () => Promise.resolve({}),
  decimal: () => new Decimal(),
  objectId: () => new ObjectId(),
  luxon: () => new DateTime(),
  circular: () => {
    const list = [];
    list.push(list);
    return list;
  },
};

/** Stands for a value that is built anew each time it is used. */
class Made {
  constructor(make) {
    this.make = make;
  }
}

const tag = (name, make, collection) => ({
  tag: `!${name}`,
  ...(collection ? { collection, resolve: (node) => new Made(() => make(node.toJSON())) } : { resolve: (text) => new Made(() => make(text)) }),
});

const customTags = [
  tag("text", ([text, times]) => text.repeat(times), "seq"),
  tag("items", ([item, times]) => Array.from({ length: times }, () => structuredClone(item)), "seq"),
  tag("units", (units) => String.fromCharCode(...units.map((unit) => parseInt(unit, 16))), "seq"),
  tag("date", (text) => new Date(text)),
  tag("bigint", (text) => BigInt(text)),
  tag("odd", (name) => odd[name]()),
  tag("instance", (members) => new Order(members), "map"),
];

const load = (table) => parse(readFileSync(new URL(`../cases/${table}.yaml`, import.meta.url), "utf8"), { customTags });
const documents = load("documents");

const OPERATIONS = ["create", "query", "cancel", "modify", "pay", "sync", "messages", "direct-complete"];
const SILENCE = ["created", "wrong-documents", "texts", "objects", "money", "times", "returned"];

export const TABLES = [
  "values",
  "rules",
  "service-order",
  "industries",
  "samples",
  "words",
  ...OPERATIONS.map((table) => `operations/${table}`),
  ...SILENCE.map((table) => `silence/${table}`),
];

/** The documents of a table. */
export const rows = (table) => load(table).filter(({ operation }) => !operation).flatMap(filledIn);

/** The drafts of every table: a group that names an `operation` holds such. */
export const drafts = () => ["build", ...TABLES].flatMap((table) => load(table).filter(({ operation }) => operation)).flatMap(filledIn);

/** `create` → `buildCreateRequest` */
export const builderOf = (operation) => `build${operation[0].toUpperCase()}${operation.slice(1)}Request`;

/** The rows of a group, with what the group says filled in. */
function filledIn(group) {
  return group.cases.map((row) => ({
    operation: group.operation,
    ...row,
    name: `${group.about}: ${row.case}`,
    document: made("whole" in row ? row.whole : changed(document(group.of), row.change)),
    options: made({ now: null, ...resolved(group.options), ...resolved(row.options) }),
    expected: [...(row.issues ?? []), ...(row.starts ?? [])].map(expectedIssue),
  }));
}

/** The rows of a table that is not about documents. */
export function cases(table) {
  return load(table).flatMap((group) => group.cases.map((row) => ({ ...made(row), name: `${group.about}: ${row.case}` })));
}

/** The rows under one heading of a table that is no list of groups. */
export const part = (table, heading) =>
  load(table)[heading].map((row) => ({ ...row, order: made(isReference(row.order) ? resolvedDocument(row.order) : row.order) }));

const isReference = (value) => typeof value === "object" && value !== null && "$" in value;

const document = (name) => resolvedDocument(documents[name]);

function resolvedDocument(value) {
  const { $: base, ...own } = value;
  return base === undefined ? own : { ...document(base), ...own };
}

function resolved(options = {}) {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, isReference(value) ? resolvedDocument(value) : value]));
}

function changed(original, change) {
  const copy = clone(original);
  for (const [path, value] of Object.entries(change)) {
    const keys = path.split("/").map((key) => key.replace("~1", "/"));
    const last = keys.pop();
    const place = keys.reduce((object, key) => object[key], copy);
    Object.defineProperty(place, last, { value, writable: true, enumerable: true, configurable: true });
  }
  return copy;
}

function clone(value) {
  if (Array.isArray(value)) return value.map(clone);
  if (value instanceof Made || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, clone(member)]));
}

/** Builds the values that are to be built and removes those that are to be absent. */
function made(value) {
  if (value instanceof Made) return value.make();
  if (Array.isArray(value)) return value.map(made);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== "absent");
  return Object.fromEntries(members.map(([key, member]) => [key, made(member)]));
}

function expectedIssue(text) {
  const at = text.indexOf(" {");
  const shown = (at < 0 ? text : text.slice(0, at)).trimEnd();
  return { shown, params: at < 0 ? {} : parse(text.slice(at + 1)) };
}

export const shown = ({ severity, code, pointer }) => `${severity} ${code} ${pointer}`.trimEnd();
