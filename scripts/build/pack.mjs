import { readFileSync, writeFileSync } from "node:fs";
import { CHARACTERS, MARKS, SINGLES } from "../../pkg-template/packed-characters.js";
import { run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { intermediate, template } from "./paths.mjs";

/** Writes each wasm as a module that holds it as text, for `pkg-template/packed-bytes.js` to unpack. */
export function packWasm() {
  writePacked("payscore");
  writePacked("batch");
  writeUnpacker();
}

/** The unpacker is so small that its bytes are simply listed. */
function writeUnpacker() {
  const wasmAs = inProject("node_modules/binaryen/bin/wasm-as");
  run(process.execPath, [wasmAs, template("unpack.wat"), "-o", intermediate("unpack.wasm")]);
  const bytes = readFileSync(intermediate("unpack.wasm"));
  writeFileSync(intermediate("unpack.wasm.js"), `export default ${JSON.stringify([...bytes])};\n`);
}

function writePacked(name) {
  const text = pack(readFileSync(intermediate(`${name}.wasm`)));
  writeFileSync(intermediate(`${name}.wasm.js`), `export default ${JSON.stringify(text)};\n`);
}

function pack(bytes) {
  const ranked = inOrder(bytes);
  const written = ranked.map((_, rank) => characters(rank));
  const text = [];
  for (const byte of bytes) text.push(written[ranked.indexOf(byte)]);
  return ranked.map((byte) => byte.toString(16).padStart(2, "0")).join("") + text.join("");
}

/**
 * The byte values in the order of the characters that stand for them. A frequent value that is such a character itself keeps
 * it: so names and messages stay text, which compresses as text.
 */
function inOrder(bytes) {
  const count = new Array(256).fill(0);
  for (const byte of bytes) count[byte] += 1;
  const ranked = count.map((_, byte) => byte).sort((one, other) => count[other] - count[one]);
  const frequent = ranked.slice(0, SINGLES);
  const own = CHARACTERS.slice(MARKS).map((character) => frequent.find((byte) => byte === character.charCodeAt(0)));
  const others = frequent.filter((byte) => !own.includes(byte));
  const rare = ranked.slice(SINGLES).sort((one, other) => one - other);
  return [...own.map((byte) => byte ?? others.shift()), ...rare];
}

function characters(rank) {
  const single = CHARACTERS[MARKS + (rank % SINGLES)];
  return rank < SINGLES ? single : CHARACTERS[Math.floor(rank / SINGLES) - 1] + single;
}
