import { createRequire } from "node:module";

/** The package, loaded in each way that users load it. */
export const doors = {
  import: await import("payscore"),
  require: createRequire(import.meta.url)("payscore"),
};
