// The conversions a second time, for pages that want no more than these: without WebAssembly, in a kilobyte.
// They are Rust's in everything; tests/package/values.test.mjs holds them to it.

export { fenToYuan, yuanToFen } from "./money.js";
export { countChars } from "./text.js";
export { parsePayscoreTime, toPayscoreTime } from "./time.js";
