/** The `WebAssembly.Module`, in environments where importing a .wasm file gives one, such as Cloudflare Workers. */
declare const module: object;
export default module;
