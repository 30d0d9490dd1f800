import { createRequire } from "node:module";

/** The package, by each way a user gets at it. */
export const doors = {
  import: await import("payscore"),
  require: createRequire(import.meta.url)("payscore"),
};
