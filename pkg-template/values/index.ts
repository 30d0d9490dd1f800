// The conversions a second time, for pages that need nothing else: without WebAssembly, in a kilobyte.
// They behave exactly like Rust's; tests/package/values.test.mjs compares them.

export { fenToYuan, yuanToFen } from "./money.js";
export { countChars } from "./text.js";
export { parsePayscoreTime, toPayscoreTime } from "./time.js";
