import { existsSync, readFileSync } from "node:fs";
import { inProject } from "../lib/project.mjs";

const results = inProject("bench/results.md");

const CONTESTANTS = ["payscore", "hand-written JavaScript", "ajv standalone", "zod"];

const words = {
  zh: {
    contestants: ["payscore", "手写 JavaScript", "ajv standalone", "zod"],
    rows: { bytes: "从字节检查 NDJSON，速度（最快的手写 JavaScript 为 1）", object: "检查一个订单对象，用时（手写 JavaScript 为 1）", start: "进程冷启动到第一次检查，毫秒", size: "打包体积，brotli，KB", sizeOfBytes: "从字节检查时的打包体积" },
    from: "取自 [`bench/results.md`](bench/results.md)：同一进程、同样的订单、同样的规则，机器与版本见该文件；`npm run bench` 可重跑。\npayscore 的体积含中英文消息、八个行业和全部文档类型的规则，其余只含完结的规则。",
    none: "还没有测量结果：运行 `npm run bench`。",
  },
  en: {
    contestants: ["payscore", "hand-written JavaScript", "ajv standalone", "zod"],
    rows: { bytes: "NDJSON from bytes, speed (the fastest hand-written JavaScript is 1)", object: "one order object, time (hand-written JavaScript is 1)", start: "cold start to the first check, milliseconds", size: "bundle, brotli, KB", sizeOfBytes: "bundle that checks bytes" },
    from: "From [`bench/results.md`](bench/results.md), which names the machine and versions: one process, the same orders, the same rules. `npm run bench` repeats the measurement.\npayscore includes messages in two languages, eight industries and the rules for all kinds of document; the others only the completion's rules.",
    none: "Not measured yet: run `npm run bench`.",
  },
};

/** Sizes and speeds beside other ways, from the file that the benchmark wrote. */
export function measuredTable(key) {
  const { contestants, rows, from, none } = words[key];
  if (!existsSync(results)) return none;
  const measured = measurements(readFileSync(results, "utf8"));
  const lines = Object.entries(rows).map(([what, label]) => [label, ...CONTESTANTS.map((name) => measured[what](name) ?? "–")]);
  return [["", ...contestants], ["---", ...contestants.map(() => "---:")], ...lines].map((cells) => `| ${cells.join(" | ")} |`).concat("", from).join("\n");
}

function measurements(text) {
  const bytes = tableUnder(text, "From bytes").filter(({ input, invalid }) => input === "usual" && invalid === "10 %");
  const objects = tableUnder(text, "From objects").filter(({ order, objects, invalid }) => order === "small" && objects === "fresh" && invalid === "10 %");
  const best = (rows, name, column) => numbers(rows, name, column).sort((one, other) => other - one)[0];
  const sizes = tableUnder(text, "Bundle sizes");
  const sizeOf = (name) => only(sizes, name, "brotli");
  return {
    bytes: (name) => best(bytes, name, "× best JavaScript")?.toFixed(1),
    object: (name) => best(objects, name, "time ÷ hand-written")?.toFixed(1),
    start: (name) => only(tableUnder(text, "Cold start"), name, "ms")?.toFixed(1),
    size: (name) => scaled(sizeOf(name), 1024),
    sizeOfBytes: (name) => scaled(sizeOf(`${name}, from bytes`) ?? sizeOf(name), 1024),
  };
}

const only = (rows, name, column) => rows.filter(({ "": row }) => row === name).map((row) => Number.parseFloat(row[column]))[0];

const scaled = (bytes, unit) => bytes && (bytes / unit).toFixed(1);

/** “hand-written JavaScript, JSON.parse per line” is hand-written JavaScript. */
const numbers = (rows, name, column) => rows.filter(({ "": row }) => row === name || row.startsWith(`${name},`)).map((row) => Number.parseFloat(row[column]));

/** The first table below a heading, which for what ran in several engines is Node's. */
function tableUnder(text, heading) {
  const [, section = ""] = text.match(new RegExp(`^## .*${heading}.*\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, "m")) ?? [];
  const [, head, body] = section.match(/^(\|.*)\n\|[ |:-]+\|\n((?:\|.*\n?)+)/m) ?? [];
  if (head === undefined) return [];
  const columns = cells(head);
  return body.trim().split("\n").map((line) => Object.fromEntries(cells(line).map((cell, place) => [columns[place], cell])));
}

const cells = (line) => line.split("|").slice(1, -1).map((cell) => cell.trim());
