// Builds workbooks as small as the format allows, so that a test can determine every cell.

import { zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

const escaped = (text) => String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const letters = (column) => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(0x41 + (column % 26));

/** A cell: text, a number, or `{ v, t, s, f }` as the format has them. */
function cellXml(cell, reference) {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  const attributes = ["t", "s"].filter((name) => cell[name] !== undefined).map((name) => ` ${name}="${cell[name]}"`);
  const formula = cell.f === undefined ? "" : `<f>${escaped(cell.f)}</f>`;
  return `<c r="${reference}"${attributes.join("")}>${formula}${cell.v === undefined ? "" : `<v>${escaped(cell.v)}</v>`}</c>`;
}

export const sheetXml = (rows) =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows
    .map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`)).join("")}</row>`)
    .join("")}</sheetData></worksheet>`;

/** The files of a workbook. `formats` are codes of number formats, by which a cell's `s` counts from 1. */
export function workbookFiles(sheets, { formats = [], is1904 = false, strings, states = {} } = {}) {
  const names = Object.keys(sheets);
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (...each) => `<Relationships xmlns="${RELATIONS}">${each.join("")}</Relationships>`;
  return {
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${states[name] ? ` state="${states[name]}"` : ""} r:id="rId${at + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ...names.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)),
      relation("rId91", "styles", "styles.xml"),
      relation("rId92", "sharedStrings", "sharedStrings.xml"),
    ),
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, typeof sheets[name] === "string" ? sheets[name] : sheetXml(sheets[name])])),
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`).join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join("")}</cellXfs></styleSheet>`,
    ...(strings && { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings.join("")}</sst>` }),
  };
}

export const zipped = (files, options) => zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === "string" ? new TextEncoder().encode(content) : content])), options);

export const workbook = (rows, options) => zipped(workbookFiles({ 订单: rows }, options));
