// node check-file.mjs orders.ndjson：每行一个完结请求；有错误时退出码为 1
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { orderValidatorStream } from "payscore";

const reports = orderValidatorStream(); // 边读边查，文件比内存大也可以
for await (const { line, out_order_no, issues } of Readable.toWeb(createReadStream(process.argv[2])).pipeThrough(reports)) {
  for (const { severity, pointer, message } of issues) console.log(`${line}\t${out_order_no}\t${severity}\t${pointer}\t${message}`);
}

const { orders, invalid, warnings } = await reports.counts;
console.log(`共 ${orders} 单，${invalid} 单有错误，${warnings} 处警告`);
process.exitCode = invalid > 0 ? 1 : 0;
