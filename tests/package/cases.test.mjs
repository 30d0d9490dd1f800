import assert from "node:assert/strict";
import { test } from "node:test";
import { doors } from "./doors.mjs";
import { TABLES, builderOf, drafts, rows, shown } from "./tables.mjs";

for (const [door, payscore] of Object.entries(doors)) {
  const { validateOrder } = payscore;

  for (const table of TABLES) {
    test(`${door}: every row of ${table} finds exactly its issues`, () => {
      for (const row of rows(table)) {
        const report = validateOrder(row.document, row.options);
        assertIssues(row, report.issues);
        assert.equal(report.valid, report.issues.every(({ severity }) => severity === "warning"), row.name);
      }
    });
  }

  test(`${door}: every draft is composed or refused as its row says`, () => {
    for (const row of drafts()) {
      const built = payscore[builderOf(row.operation)](row.document, row.options);
      assertIssues(row, built.issues);
      assert.equal(built.ok, !row.expected.some(({ shown }) => shown.startsWith("error")), row.name);
      if (!built.ok) continue;
      const { method, path, bodyText, expects } = built.request;
      assert.equal(method, row.method ?? (row.operation === "query" ? "GET" : "POST"), row.name);
      if (row.path) assert.equal(path, row.path, row.name);
      if (row.text) assert.equal(bodyText, row.text, row.name);
      if (row.text_holds) assert.ok(bodyText.includes(row.text_holds), `${row.name}: ${bodyText}`);
      if (row.expects) assert.equal(expects, row.expects, row.name);
      const { amountUnit, ...options } = row.options;
      assert.ok(validateOrder(sent(row, built.request), { ...options, kind: kindSent(row.operation) }).valid, row.name);
    }
  });
}

/** What goes over the wire: the body, or a query's parameters. */
function sent(row, { path, body, bodyText }) {
  if (row.operation === "query") {
    assert.deepEqual([body, bodyText], [undefined, undefined], row.name);
    return Object.fromEntries(new URLSearchParams(path.split("?")[1]));
  }
  assert.deepEqual(JSON.parse(bodyText), body, row.name);
  assert.equal(bodyText, JSON.stringify(body), row.name);
  return body;
}

/** The kind of the body: without the number, if the number is in the path. */
function kindSent(operation) {
  if (operation === "complete") return "completionBody";
  return ["create", "query", "directComplete"].includes(operation) ? operation : `${operation}Body`;
}

function assertIssues(row, found) {
  const all = found.map(shown);
  const expected = row.expected.map(({ shown }) => shown);
  assert.deepEqual(row.starts ? all.slice(0, expected.length) : all, expected, row.name);
  row.expected.forEach(({ params }, place) => {
    for (const [name, value] of Object.entries(params)) assert.deepEqual(found[place].params[name] ?? null, value, `${row.name}: ${name}`);
  });
  for (const code of row.not ?? []) assert.ok(!found.some((issue) => issue.code === code), `${row.name} meets ${code}`);
  for (const words of row.says ?? []) assert.ok(found.some(({ message }) => message.includes(words)), `${row.name} says nothing of ${words}`);
  for (const issue of found) assertLeadsInto(row, issue);
}

/** Path and pointer agree, and the path leads to a place in the document or to one that is missing from it. */
function assertLeadsInto({ name, document }, { path, pointer }) {
  const escaped = (key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1");
  assert.equal(pointer, path.map((key) => `/${escaped(key)}`).join(""), name);
  let place = document;
  for (const key of path) {
    if (typeof key === "number") assert.ok(Array.isArray(place) && key < place.length, `${name}: ${pointer}`);
    place = place?.[key];
  }
}
