// The same entry bundled with each contestant, minified.

import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

export function measureSizes(files) {
  return Object.entries(files).map(([name, file]) => {
    const bytes = readFileSync(file);
    return { name, minified: bytes.length, brotli: brotliCompressSync(bytes).length };
  });
}
