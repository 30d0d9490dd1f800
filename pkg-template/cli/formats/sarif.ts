import { rules } from "payscore";
import { fileRules } from "../../tables/issue";
import type { FileProblem, PlacedIssue } from "../report";
import type { Format, Surroundings } from "./format";
import { version } from "../version";

/** SARIF 2.1.0, which code scanning and editors read. */
export const sarif: Format = (surroundings) => {
  const { write } = surroundings;
  const results: object[] = [];
  const catalogue = descriptors(surroundings);
  const places = new Map(catalogue.map(({ id }, place) => [id, place]));
  return {
    order(file, { out_order_no, issues }) {
      for (const issue of issues) results.push(result(file, out_order_no, issue, places.get(issue.code)));
    },
    async end(run) {
      const notifications = run.files.flatMap(({ file, problem }) => (problem ? [notification(file, problem)] : []));
      const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
          {
            tool: { driver: { name: "payscore", semanticVersion: version, rules: catalogue } },
            invocations: [{ executionSuccessful: notifications.length === 0 && !run.interrupted, toolExecutionNotifications: notifications }],
            columnKind: "unicodeCodePoints",
            results,
            properties: { orders: run.orders, valid: run.valid, invalid: run.invalid, errors: run.errors, warnings: run.warnings, truncated: run.truncated },
          },
        ],
      };
      await write(`${JSON.stringify(log, null, 2)}\n`);
    },
  };
};

function descriptors({ locale }: Surroundings) {
  return [...rules, ...fileRules].map(({ code, severity, meaning }) => ({
    id: code as string,
    shortDescription: { text: meaning[locale] },
    defaultConfiguration: { level: severity },
  }));
}

function result(file: string, outOrderNo: string | null, { code, severity, message, pointer, line, column, source }: PlacedIssue, ruleIndex?: number) {
  return {
    ruleId: code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: severity,
    message: { text: message },
    locations: [
      {
        ...location(file, { line, column }),
        logicalLocations: [{ fullyQualifiedName: pointer === "" ? "/" : pointer }],
      },
    ],
    properties: { source, ...(outOrderNo !== null && { out_order_no: outOrderNo }) },
  };
}

function notification(file: string, problem: FileProblem) {
  return { level: "error", descriptor: { id: problem.code }, message: { text: problem.message }, locations: [location(file, problem)] };
}

function location(file: string, { line, column }: { line?: number; column?: number }) {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split(/[/\\]/).map(encodeURIComponent).join("/") },
      ...(line !== undefined && { region: { startLine: line, startColumn: column } }),
    },
  };
}
