import type { CheckedOrder, Codes } from "../report";
import { mostFrequent } from "../words";
import type { Format, Manner } from "./format";
import { sentence } from "./sentence";

/** For people: a block for each file. */
export const pretty: Format = (surroundings) => {
  const { write, words, color } = surroundings;
  let heading: string | undefined;
  return {
    async order(file, order) {
      const isFirst = file !== heading;
      const space = heading === undefined ? "" : "\n";
      heading = file;
      await write(`${isFirst ? `${space}${color.underline(file)}\n` : ""}${issueLines(order, surroundings)}`);
    },
    async end(run) {
      let text = "";
      for (const { file, problem, orders } of run.files) {
        if (problem) text += `${color.underline(file)}\n  ${color.red(words.unreadable)}  ${printable(sentence(problem))}\n`;
        else if (orders === 0 && !run.interrupted) text += `${color.underline(file)}\n  ${color.yellow(words.noOrders)}\n`;
      }
      if (heading !== undefined) text = `\n${text}`;
      const sound = run.errors === 0 && run.files.every(({ problem }) => problem === undefined);
      text += `${sound ? color.green("✓") : color.red("✗")} ${words.totals(run)}\n${tally(run.codes, surroundings)}`;
      if (run.truncated) text += `${color.yellow(words.truncated)}\n`;
      await write(text);
    },
  };
};

/** Two lines for each issue. */
export function issueLines({ out_order_no, issues }: CheckedOrder, { words, color }: Manner): string {
  const lines = issues.map(({ line, column, cell, severity, code, pointer, message }) => {
    const label = severity === "error" ? color.red(words.error) : color.yellow(words.warning);
    const where = [code, pointer || "/", ...(out_order_no === null ? [] : [out_order_no])].map(printable).join("  ");
    return `  ${(cell ?? `${line}:${column}`).padEnd(9)} ${label}  ${printable(message)}\n${" ".repeat(12)}${color.dim(where)}\n`;
  });
  return lines.join("");
}

/** Each code and how often it was found, where there are too many issues to count at a glance. */
export function tally(codes: Codes, { words, color }: Manner): string {
  const found = mostFrequent(codes);
  const issues = found.reduce((sum, [, count]) => sum + count, 0);
  if (issues < WORTH_A_TALLY) return "";
  const width = Math.max(...found.map(([, count]) => count.toLocaleString("en-US").length));
  return `${words.tally}\n${found.map(([code, count]) => `  ${count.toLocaleString("en-US").padStart(width)}  ${color.bold(printable(code))}\n`).join("")}`;
}

const WORTH_A_TALLY = 3;

/** Control characters of a file must not reach the terminal. */
const printable = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, "\uFFFD");
