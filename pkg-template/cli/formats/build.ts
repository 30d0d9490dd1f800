import { fenToYuan } from "payscore";
import type { CheckedOrder, Codes, FileResult } from "../report";
import type { Totals } from "../work/job";
import type { Manner } from "./format";
import { issueLines, tally } from "./pretty";
import { sentence } from "./sentence";

/** A request of any operation; a query has no body, and only some have a total. */
export interface ComposedRequest {
  method: string;
  path: string;
  body?: { total_amount?: number };
}

export interface BuildRun extends Totals {
  codes: Codes;
  errors: number;
  warnings: number;
  files: (Pick<FileResult, "file" | "problem"> & { drafts: number })[];
  interrupted: boolean;
  /** The unit of the drafts' amounts, if all had the same. */
  unit: "fen" | "yuan" | undefined;
}

/** How composed requests are written: a text for each draft, what separates two of them, and the end. */
export interface BuildFormat {
  begin: string;
  between: string;
  draft(file: string, order: CheckedOrder, request: ComposedRequest | undefined): string;
  end(run: BuildRun, isEmpty: boolean): string;
}

export const buildFormats: Record<string, (manner: Manner) => BuildFormat> = {
  pretty: (manner) => {
    const { words, color } = manner;
    return {
      begin: "",
      between: "",
      draft(file, order, request) {
        const heading = color.underline(`${file}:${order.cell ?? `${order.line}:${order.column}`}`);
        const body = request?.body ? `${JSON.stringify(request.body, null, 2)}\n` : "";
        const told = request ? `${color.bold(request.method)} ${request.path}\n${body}` : "";
        return `${heading}\n${issueLines(order, manner)}${told}\n`;
      },
      end({ ready, refused, amount, hasAmounts, codes, files, unit, interrupted }) {
        const problems = files.map(({ file, problem, drafts }) => {
          if (problem) return `${color.underline(file)}\n  ${color.red(words.unreadable)}  ${sentence(problem)}\n`;
          return drafts === 0 && !interrupted ? `${color.underline(file)}\n  ${color.yellow(words.noOrders)}\n` : "";
        });
        const isSound = refused === 0 && files.every(({ problem }) => problem === undefined);
        const yuan = hasAmounts ? fenToYuan(amount)! : undefined;
        const told = words.requestsReady({ ready, refused, yuan, unit: hasAmounts ? unit : undefined });
        return `${problems.join("")}${isSound ? color.green("✓") : color.red("✗")} ${told}\n${tally(codes, manner)}`;
      },
    };
  },
  ndjson: () => ({
    begin: "",
    between: "",
    draft: (file, order, request) => `${JSON.stringify(entry(file, order, request))}\n`,
    end: (run) => `${JSON.stringify({ summary: run })}\n`,
  }),
  json: () => ({
    begin: "[",
    between: ",",
    draft: (file, order, request) => `\n  ${JSON.stringify(entry(file, order, request), null, 2).replaceAll("\n", "\n  ")}`,
    end: (_, isEmpty) => (isEmpty ? "]\n" : "\n]\n"),
  }),
};

function entry(file: string, { valid: _, issues, ...order }: CheckedOrder, request: ComposedRequest | undefined) {
  return { file, ...order, ok: request !== undefined, ...(request && { request }), issues };
}
