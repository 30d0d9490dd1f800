/** The `WebAssembly.Module`, where importing a .wasm file gives one, as in Cloudflare Workers. */
declare const module: object;
export default module;
