import type { CompleteRequest } from "payscore";
import type { CheckedOrder } from "../report";
import type { Surroundings } from "./format";
import { findingLines } from "./pretty";

/** How composed requests are told. */
export interface BuildFormatter {
  draft(file: string, order: CheckedOrder, request: CompleteRequest | undefined): Promise<void> | void;
  end(totals: { ready: number; refused: number }): Promise<void>;
}

export const buildFormats: Record<string, (surroundings: Surroundings) => BuildFormatter> = {
  pretty: (surroundings) => ({
    async draft(file, order, request) {
      const { write, color } = surroundings;
      const heading = color.underline(`${file}:${order.line}:${order.column}`);
      const told = request ? `${color.bold(request.method)} ${request.path}\n${JSON.stringify(request.body, null, 2)}\n` : "";
      await write(`${heading}\n${findingLines(order, surroundings)}${told}\n`);
    },
    async end({ ready, refused }) {
      const { write, words, color } = surroundings;
      await write(`${refused === 0 ? color.green("✓") : color.red("✗")} ${words.requestsReady(ready, refused)}\n`);
    },
  }),
  ndjson: ({ write }) => ({
    draft: (file, order, request) => write(`${JSON.stringify(entry(file, order, request))}\n`),
    end: async () => {},
  }),
  json({ write }) {
    const entries: object[] = [];
    return {
      draft: (file, order, request) => void entries.push(entry(file, order, request)),
      end: () => write(`${JSON.stringify(entries, null, 2)}\n`),
    };
  },
};

function entry(file: string, { valid: _, issues, ...order }: CheckedOrder, request: CompleteRequest | undefined) {
  return { file, ...order, ok: request !== undefined, ...(request && { request }), issues };
}
