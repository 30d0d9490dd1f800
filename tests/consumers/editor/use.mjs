import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import languageService from "vscode-json-languageservice";

const { TextDocument, getLanguageService } = languageService;

// As VS Code reads settings.json, where an address is relative to the folder that is open.
const folder = pathToFileURL(`${process.cwd()}/`);
const { "json.schemas": settings } = JSON.parse(readFileSync("settings.json", "utf8"));
const service = getLanguageService({ schemaRequestService: async (url) => readFileSync(new URL(url), "utf8") });
service.configure({ validate: true, schemas: settings.map(({ fileMatch, url }) => ({ fileMatch, uri: new URL(url, folder).href })) });

const open = (name, text) => {
  const document = TextDocument.create(`file:///project/${name}`, "json", 1, text.replace("|", ""));
  return { document, json: service.parseJSONDocument(document), cursor: document.positionAt(text.indexOf("|")) };
};

async function problems(name, value) {
  const { document, json } = open(name, JSON.stringify(value));
  return (await service.doValidation(document, json)).map(({ message }) => message);
}

async function proposals(name, text) {
  const { document, json, cursor } = open(name, text);
  return (await service.doComplete(document, cursor, json)).items;
}

const draft = { post_payments: [{ name: "租金", amount: "39.90" }], time_range: { end_time: "2026-11-20 10:00:00" } };
assert.deepEqual(await problems("order.draft.json", draft), []);
assert.equal((await problems("order.draft.json", { ...draft, post_payments: {} })).length, 1);
assert.ok((await problems("order.body.json", draft)).length > 0, "a draft is no body");

const items = await proposals("order.draft.json", '{ "post_payments": [{ "|" }] }');
assert.deepEqual(items.map(({ label }) => label).sort(), ["amount", "count", "description", "name"]);
assert.match(JSON.stringify(items.find(({ label }) => label === "amount").documentation), /金额/);
console.log("drafts and bodies are checked and completed");
