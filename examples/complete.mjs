import { readFileSync } from "node:fs";
import color from "picocolors";
import { buildCompleteRequest, validateOrder } from "payscore";

checkOfficialSample();
composeGoodOrder();

function checkOfficialSample() {
  heading("检查官方文档的请求示例", "official-sample.json");
  const report = validateOrder(read("official-sample.json"), { kind: "completionBody", now: null });
  console.log(report.valid ? color.green("✓ 可以提交") : color.red("✗ 不能提交"));
  report.issues.forEach(printIssue);
}

function composeGoodOrder() {
  heading("组装一笔正确的订单", "good-order.json");
  const result = buildCompleteRequest(read("good-order.json"));
  result.issues.forEach(printIssue);
  if (!result.ok) return;
  const { method, path, body, bodyText } = result.request;
  console.log(color.green("✓ 可以提交"));
  console.log(`\n${color.bold(method)} ${path}`);
  console.log(JSON.stringify(body, null, 2));
  console.log(color.dim(`签名与发送时使用 request.bodyText，共 ${Buffer.byteLength(bodyText)} 字节`));
}

function printIssue({ severity, pointer, message, code }) {
  const label = severity === "error" ? color.red("错误") : color.yellow("警告");
  console.log(`  ${label} ${message}`);
  console.log(`       ${color.dim(`${code}  ${pointer || "/"}`)}`);
}

function heading(text, file) {
  console.log(`\n${color.bold(text)} ${color.dim(`examples/${file}`)}`);
}

function read(name) {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}
