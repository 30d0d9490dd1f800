// bench/results.md: what was measured, on what, and what was compared.

import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { inProject } from "../scripts/lib/project.mjs";
import { tables } from "./tables.mjs";

export function writeResults({ node, chromium, start, sizes }) {
  const inEngines = (suite) => [`**Node ${process.version}**`, tables[suite](node[suite]), `**Chromium ${chromium.version}**`, tables[suite](chromium.results[suite])];
  const parts = [
    "# 基准测试结果 · Benchmark results",
    "由 `npm run bench` 生成，请勿手改；重跑即覆盖。Written by `npm run bench`: not to be edited by hand.",
    machine(),
    HOW,
    "## 从字节校验 · From bytes",
    BYTES,
    ...inEngines("bytes"),
    "## 从对象校验 · From objects",
    OBJECTS,
    ...inEngines("objects"),
    "## 在各种数据之后 · After all that a console may hand over",
    POLLUTION,
    ...inEngines("pollution"),
    "## 改一行 · One edit in a form of 130 rows",
    EDIT,
    ...inEngines("edit"),
    "## 进程冷启动 · Cold start of a process",
    START,
    tables.start(start),
    "## 打包体积 · Bundle sizes",
    SIZES,
    tables.sizes(sizes),
  ];
  writeFileSync(inProject("bench/results.md"), `${parts.join("\n\n")}\n`);
}

function machine() {
  const { dependencies } = JSON.parse(readFileSync(inProject("bench/package.json"), "utf8"));
  const { version } = JSON.parse(readFileSync(inProject("pkg/package.json"), "utf8"));
  const cores = cpus();
  const peers = Object.entries(dependencies).map(([name, of]) => `${name} ${of}`);
  return [
    `- 机器 Machine: ${platform()} ${arch()}, ${cores.length} × ${cores[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `- 版本 Versions: payscore ${version}, ${peers.join(", ")}, Node ${process.version}, V8 ${process.versions.v8}`,
    "- 命令 Commands: `npm run bench`; `npm run bench -- --only bytes --quick`",
  ].join("\n");
}

const HOW = `各实现在同一进程内逐轮交替运行，所用订单相同，由固定的随机种子生成；比值逐轮计算，表中为中位数，括号内为最小–最大。请看比值，不要看绝对值。

In every round each contestant has its turn in the same process, on the same orders (generated from a fixed seed). Ratios
are taken round by round; the table shows their median, with the least and the most in brackets. Read ratios, not absolutes.

规则：完结订单（直连商户），\`now: null\`，不带 created。计时前逐单核对：

The rules are those for a direct merchant's completion with \`now: null\` and no created order. Before anything is timed,
every order of the input is compared:

- payscore 与手写 JavaScript：每条问题的 code、severity、pointer 及顺序全部一致，含未知字段。payscore and the hand-written
  JavaScript: code, severity and pointer of every issue, in order, unknown fields included.
- 各校验库：字段规则写成其模式（拒绝未知字段），跨字段规则写成共用的函数，字段无误时才运行，这是其用户的写法。核对哪些订单有问题；字段有误时，
  每个字段问题的 code 与 pointer 都在其结果之中；字段无误时，code 与 pointer 完全一致。The libraries: the fields as a schema that refuses
  unknown keys, the rules across fields as one shared function that runs on sound fields, as their users write it. They
  must find something in the same orders; all that is wrong with single fields, by code and pointer; and where no field is
  wrong, exactly the same. They give no severity.
- 任何不一致都会中止测试并打印该订单。Any disagreement stops the benchmark and shows the order.
- 各实现都给出全部问题，而非遇错即停；payscore 与手写 JavaScript 的每条问题都会被读取。All give every issue and do not stop at the first;
  those of payscore and the hand-written JavaScript are read one by one.`;

const BYTES = `NDJSON，每单约 780 字节，3 个付费项目、1–2 个优惠项目；usual 为字段表顺序，shuffled 为每行打乱，escaped 为汉字写作 \\uXXXX，spaced 为记号间有空格，
one 为逐单传入。对手先以 TextDecoder 一次解码，再逐行或整块 JSON.parse；“best JavaScript” 是手写校验中最快的一种。

NDJSON of about 780 bytes an order, with 3 payments and 1–2 discounts. usual: keys in the order of the tables; shuffled: another
order on every line; escaped: Han characters as \\uXXXX; spaced: spaces between tokens; one: every order by itself. The peers decode
once with TextDecoder, then JSON.parse each line or the whole chunk. “Best JavaScript” is the fastest of the hand-written ones.`;

const OBJECTS = `small：3 + 1–2 项；large：100 + 30 项。fresh：每次都是刚 JSON.parse 出来的对象（解析不计时）；hot：反复校验同一批对象。

small: 3 payments and 1–2 discounts; large: 100 and 30. fresh: objects just parsed, which is not timed; hot: the same objects again.`;

const EDIT = `修改一个金额后重新得到全部问题。都整单重查。

One amount is edited, and all issues are asked for again: everybody checks the whole order anew.`;

const POLLUTION = `与上相同的有效订单，但引擎此前已见过各种形状、拼接出的文本、emoji、被删的键、没有原型的对象与一单 100,000 项。

The same sound orders, once the engine has seen many shapes, joined strings, emoji, deleted keys, objects without a prototype, and
an order of 100,000 items.`;

const START = `子进程内的 import 与首次校验，不含 Node 自身启动；各为 esbuild 打包压缩后的单文件，不用编译缓存。

Import and first check inside a fresh process, without Node's own start; each is one bundle, minified by esbuild; no compile cache.`;

const SIZES = `同一入口（导出一个校验函数）以 esbuild 打包、压缩，再以 brotli 压缩。payscore 含两种语言的消息、全部行业与全部文档类型的规则，其余只含完结订单的规则。

The same entry, one function that checks an order, bundled and minified by esbuild. payscore carries its messages in two languages,
all industries and the rules of all kinds of document; the others carry the rules of the completion alone.`;
