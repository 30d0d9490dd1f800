import type { CheckedOrder, FileResult, PlacedIssue } from "../report";
import type { Words } from "../words";
import type { Format } from "./format";
import { Kept } from "./kept";
import { sentence } from "./sentence";

/** JUnit XML: a suite per file, with a case for each order with issues and one for all the others. The counts cover all orders. */
export const junit: Format = ({ write, words }) => {
  const kept = new Kept();
  return {
    order: kept.order,
    async end({ files }) {
      const suites = files.map((result) => suite(result, kept.of(result.file), words));
      const total = (name: "tests" | "failures" | "errors") => suites.reduce((sum, counts) => sum + counts[name], 0);
      const attributes = { name: "payscore", tests: total("tests"), failures: total("failures"), errors: total("errors") };
      await write(`<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", attributes, suites.map(({ xml }) => xml).join(""))}`);
    },
  };
};

function suite(result: FileResult, found: CheckedOrder[], words: Words) {
  const { file, problem, orders, valid, invalid } = result;
  const cases = found.map((order) => orderCase(file, order));
  if (problem) {
    const error = element("error", { message: problem.message, type: "unreadable" }, escape(sentence(problem)));
    cases.push(element("testcase", { name: file, classname: file }, error));
  }
  const listed = found.filter(({ index }) => index !== null);
  // `--max-issues` may have left some out.
  const unlisted = Math.max(invalid - listed.filter((order) => !order.valid).length, 0);
  const others = Math.max(orders - listed.length - unlisted, 0);
  if (unlisted > 0) cases.push(element("testcase", { name: words.othersInvalid(unlisted), classname: file }, element("failure", { message: words.truncated })));
  if (others > 0 || cases.length === 0) cases.push(element("testcase", { name: found.length > 0 ? words.othersValid(others) : words.totals(result), classname: file }));
  const properties = Object.entries({ orders, valid, invalid }).map(([name, value]) => element("property", { name, value }));
  const counts = { tests: orders + (problem ? 1 : 0), failures: invalid, errors: problem ? 1 : 0 };
  const content = element("properties", {}, properties.join("")) + cases.join("");
  return { ...counts, xml: element("testsuite", { name: file, ...counts }, content) };
}

function orderCase(file: string, { index, line, out_order_no, issues }: CheckedOrder) {
  const errors = issues.filter(isError);
  const warnings = issues.filter((issue) => !isError(issue));
  const [first] = errors;
  const failure = first ? element("failure", { message: first.message, type: first.code }, escape(told(errors))) : "";
  const notes = warnings.length > 0 ? element("system-out", {}, escape(told(warnings))) : "";
  const name = out_order_no ?? (index === null ? file : `#${index + 1}`);
  return element("testcase", { name, classname: file, file, line }, failure + notes);
}

const isError = ({ severity }: PlacedIssue) => severity === "error";

function told(issues: PlacedIssue[]) {
  return issues.map(({ line, column, code, pointer, message }) => `${line}:${column} ${code} ${pointer || "/"} ${message}`).join("\n");
}

function element(name: string, attributes: Record<string, string | number>, content = "") {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  return content === "" ? `<${name}${written.join("")}/>\n` : `<${name}${written.join("")}>${content}</${name}>\n`;
}

/** XML 1.0 cannot hold most control characters, not even as references. */
function escape(text: string) {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\uFFFD")
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
