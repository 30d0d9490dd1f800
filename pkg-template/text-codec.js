// Jest's jsdom has neither TextEncoder nor TextDecoder. These do what the glue asks of them and no more: lone
// surrogates become U+FFFD on the way in, and what comes out of the wasm is known to be well-formed UTF-8.

class SmallEncoder {
  /**
   * @param {string} text
   * @param {Uint8Array} bytes
   */
  encodeInto(text, bytes) {
    let written = 0;
    let read = 0;
    for (const character of text) {
      const code = scalarValue(character);
      const length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (written + length > bytes.length) break;
      if (length === 1) {
        bytes[written] = code;
      } else {
        bytes[written] = (0xf00 >> length) | (code >> (6 * (length - 1)));
        for (let next = 1; next < length; next++) {
          bytes[written + next] = 0x80 | ((code >> (6 * (length - 1 - next))) & 0x3f);
        }
      }
      written += length;
      read += character.length;
    }
    return { read, written };
  }
}

class SmallDecoder {
  decode(bytes = new Uint8Array()) {
    let text = "";
    for (let at = 0; at < bytes.length; ) {
      const first = bytes[at++];
      const following = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let code = following === 0 ? first : first & (0x3f >> following);
      for (let next = 0; next < following; next++) code = (code << 6) | (bytes[at++] & 0x3f);
      text += String.fromCodePoint(code);
    }
    return text;
  }
}

/** @param {string} character */
function scalarValue(character) {
  const code = Number(character.codePointAt(0));
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

export const TextEncoder = /* @__PURE__ */ (() => globalThis.TextEncoder || SmallEncoder)();
export const TextDecoder = /* @__PURE__ */ (() => globalThis.TextDecoder || SmallDecoder)();
