import type { CheckedOrder } from "../report";
import type { Format, Surroundings } from "./format";
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
      await write(`${isFirst ? `${space}${color.underline(file)}\n` : ""}${findingLines(order, surroundings)}`);
    },
    async end(run) {
      let text = "";
      for (const { file, problem } of run.files) {
        if (problem) text += `${color.underline(file)}\n  ${color.red(words.unreadable)}  ${printable(sentence(problem))}\n`;
      }
      if (heading !== undefined) text = `\n${text}`;
      const sound = run.errors === 0 && run.files.every(({ problem }) => problem === undefined);
      text += `${sound ? color.green("✓") : color.red("✗")} ${words.totals(run)}\n`;
      if (run.truncated) text += `${color.yellow(words.truncated)}\n`;
      await write(text);
    },
  };
};

/** Two lines for each finding. */
export function findingLines({ out_order_no, issues }: CheckedOrder, { words, color }: Surroundings): string {
  const lines = issues.map(({ line, column, severity, code, pointer, message }) => {
    const label = severity === "error" ? color.red(words.error) : color.yellow(words.warning);
    const where = [code, pointer || "/", ...(out_order_no === null ? [] : [out_order_no])].map(printable).join("  ");
    return `  ${`${line}:${column}`.padEnd(9)} ${label}  ${printable(message)}\n${" ".repeat(12)}${color.dim(where)}\n`;
  });
  return lines.join("");
}

/** Control characters of a file must not reach the terminal. */
const printable = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, "\uFFFD");
