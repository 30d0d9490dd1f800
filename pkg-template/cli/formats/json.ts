import type { Format } from "./format";
import { Kept } from "./kept";

/** One document: every file with its counts and the orders that have issues. */
export const json: Format = ({ write }) => {
  const kept = new Kept();
  return {
    order: kept.order,
    async end({ files, ...totals }) {
      const document = { ...totals, files: files.map((result) => ({ ...result, found: kept.of(result.file) })) };
      await write(`${JSON.stringify(document, null, 2)}\n`);
    },
  };
};
