import { mostFrequent } from "../words";
import type { Format } from "./format";

/** Workflow commands of GitHub Actions, shown as annotations beside the changed lines. */
export const github: Format = ({ write, words }) => ({
  async order(file, { out_order_no, issues }) {
    const titled = (code: string) => (out_order_no === null ? code : `${code} ${out_order_no}`);
    const commands = issues.map(({ severity, line, column, code, message }) =>
      command(severity, { file, line, col: column, title: titled(code) }, message),
    );
    await write(commands.join(""));
  },
  async end(run) {
    const commands = run.files.map(({ file, problem, orders }) => {
      if (problem) return command("error", { file, line: problem.line, col: problem.column, title: words.unreadable }, problem.message);
      return orders === 0 && !run.interrupted ? command("warning", { file, title: "payscore" }, words.noOrders) : "";
    });
    const codes = mostFrequent(run.codes).map(([code, count]) => `${count} ${code}`);
    await write(`${commands.join("")}${command("notice", { title: "payscore" }, [words.totals(run), ...codes].join("\n"))}`);
  },
});

function command(name: string, properties: Record<string, string | number | undefined>, message: string) {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(",")}::${escapeData(message)}\n`;
}

const escapeData = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string) => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
