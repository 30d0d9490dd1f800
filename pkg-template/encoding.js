// What wasm-bindgen's glue uses as `TextDecoder` and `TextEncoder`. Jest's jsdom has neither. Only long text is decoded by the
// engine: for short text a loop is faster than the call.

const native = typeof TextDecoder === "function" ? new TextDecoder("utf-8", { ignoreBOM: true }) : undefined;
// From this length on, calling the engine is as fast as the loop.
const LONG = 64;
const PIECE = 4096;

class Utf8Decoder {
  /** @param {Uint8Array} [bytes] well-formed UTF-8, as Rust's strings are */
  decode(bytes) {
    if (bytes === undefined) return "";
    if (native && bytes.length >= LONG) return native.decode(bytes);
    let text = "";
    let at = 0;
    while (at < bytes.length) {
      /** @type {number[]} */
      const units = [];
      const end = Math.min(bytes.length, at + PIECE);
      while (at < end) {
        const lead = bytes[at++];
        if (lead < 0x80) {
          units.push(lead);
        } else if (lead < 0xe0) {
          units.push(((lead & 0x1f) << 6) | (bytes[at++] & 0x3f));
        } else if (lead < 0xf0) {
          units.push(((lead & 0x0f) << 12) | ((bytes[at++] & 0x3f) << 6) | (bytes[at++] & 0x3f));
        } else {
          const code = ((lead & 0x07) << 18) | ((bytes[at++] & 0x3f) << 12) | ((bytes[at++] & 0x3f) << 6) | (bytes[at++] & 0x3f);
          units.push(0xd7c0 + (code >> 10), 0xdc00 | (code & 0x3ff));
        }
      }
      text += String.fromCharCode.apply(null, units);
    }
    return text;
  }
}

class Utf8Encoder {
  /** @param {string} text */
  encode(text) {
    return Uint8Array.from(unescape(encodeURIComponent(text)), (byte) => byte.charCodeAt(0));
  }
}

const Encoder = typeof TextEncoder === "function" ? TextEncoder : Utf8Encoder;

export { Utf8Decoder as TextDecoder, Encoder as TextEncoder };
