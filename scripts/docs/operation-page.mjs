import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as payscore from "../../pkg/index.js";
import { tableColumns } from "../../pkg/tables/index.js";
import { inProject } from "../lib/project.mjs";
import { published } from "../build/paths.mjs";
import { builderOf, drafts } from "../../tests/package/tables.mjs";
import { LANGUAGES } from "./languages.mjs";
import { escaped, fenced, front } from "./rule-page.mjs";
import { words } from "./words.mjs";

/** The states of an order, as input for `nextActions`. */
const STATES = [
  { state: "CREATED" },
  { state: "DOING", state_description: "USER_CONFIRM" },
  { state: "DOING", state_description: "MCH_COMPLETE", collection: { state: "USER_PAYING" } },
  { state: "DONE", collection: { state: "USER_PAID" } },
  { state: "REVOKED" },
  { state: "EXPIRED" },
];

/** Writes a page for each request, in both languages, from the built package. */
export function writeOperationPages() {
  for (const { key, folder, locale } of LANGUAGES) {
    const target = inProject("docs", folder, "operations");
    mkdirSync(target, { recursive: true });
    for (const operation of Object.keys(tableColumns)) writeFileSync(`${target}/${operation}.md`, operationPage(key, locale, operation));
  }
}

function operationPage(key, locale, operation) {
  const said = words[key].operations;
  const { title, use } = said.of[operation];
  const example = plainestDraft(operation);
  const { request } = payscore[builderOf(operation)](example.document, example.options);
  const passed = Object.keys(example.options).length > 0 ? `, ${JSON.stringify(example.options, null, 2)}` : "";
  return [
    front(title, use),
    `# ${title}`,
    use,
    `\`${builderOf(operation)}(draft, options)\` → \`${request.method} ${request.path.replace(/\/1234323JKHDFE1243252/, "/{out_order_no}").replace(/\?.*/, "?…")}\`${said.answered(request.expects)}`,
    ...whenText(said, operation, locale),
    `## ${said.draft}`,
    said.draftOf,
    table(said.columns, fieldsOf(operation, key)),
    `## ${said.example}`,
    fenced("js", `import { ${builderOf(operation)} } from "payscore";\n\n${builderOf(operation)}(${JSON.stringify(example.document, null, 2)}${passed});`),
    said.gives,
    fenced("json", JSON.stringify(request, null, 2)),
    `## ${said.commandLine}`,
    `<!-- not run: the files are only named -->\n${fenced("sh", `npx payscore build ${operation === "complete" ? "" : `--operation ${operation} `}drafts.csv\nnpx payscore check --kind ${kindOf(operation)} requests.ndjson`)}`,
    said.more,
    "",
  ].join("\n\n");
}

const kindOf = (operation) => (operation === "complete" ? "completion" : operation);

function whenText(said, operation, locale) {
  const rows = STATES.flatMap((order) => {
    const action = payscore.nextActions(order).actions.find((action) => action.operation === operation);
    const standing = [order.state, order.state_description, order.collection?.state].filter(Boolean).map((word) => `\`${word}\``).join(" ");
    return action ? [[standing, said.verdicts[action.verdict], escaped(action.reason[locale])]] : [];
  });
  return rows.length > 0 ? [`## ${said.when}`, table(said.states, rows)] : [];
}

/** The fields of a draft; those of its objects and items after a dot. */
function fieldsOf(operation, key) {
  const file = `schemas/${operation === "complete" ? "completion" : operation.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-draft.json`;
  const walk = ({ properties }, before) =>
    Object.entries(properties).flatMap(([name, field]) => {
      const [zh, en = zh] = (field.description ?? "").split("\n");
      const inner = field.items ?? (field.properties ? field : undefined);
      const row = [`\`${before}${name}\``, escaped(key === "en" ? en : zh)];
      return [row, ...(inner?.properties ? walk(inner, `${before}${name}${field.items ? "[]" : ""}.`) : [])];
    });
  return walk(JSON.parse(readFileSync(published(file), "utf8")), "");
}

/** From the tables of cases, the fullest draft that is still short and builds without any issue. */
function plainestDraft(operation) {
  const good = drafts().filter((row) => row.operation === operation && isPlain(row) && isOfDirectMerchant(row) && isComposed(row));
  // As much as a reader can take in at a glance.
  const [plainest] = good.filter((row) => size(row) < 900).sort((one, other) => size(other) - size(one));
  if (plainest === undefined) throw new Error(`no row of tests/cases is a plain draft of ${operation}`);
  return plainest;
}

const size = ({ document, options }) => JSON.stringify([document, options]).length;

function isPlain({ document, options }) {
  try {
    return JSON.stringify(JSON.parse(JSON.stringify([document, options]))) === JSON.stringify([document, options]) && !/(.)\1{20}/.test(JSON.stringify(document));
  } catch {
    return false;
  }
}

const isOfDirectMerchant = (row) => !JSON.stringify([row.document, row.options]).includes("sub_mchid");

function isComposed({ operation, document, options }) {
  const { ok, issues } = payscore[builderOf(operation)](document, options);
  return ok && issues.length === 0;
}

function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
