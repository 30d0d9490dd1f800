export * from "../index.js";

/** A `WebAssembly.Module`. It is not named here because a project without the DOM's types does not have that type. */
export type WasmModule = object;

/** `payscore/payscore.wasm` 的内容，或已编译的模块。 The content of `payscore/payscore.wasm`, or the module compiled from it. */
export type WasmSource = ArrayBuffer | Uint8Array | WasmModule;

/** A `Response`, as `fetch` gives it. */
export interface WasmResponse {
  readonly ok: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** 小程序：`(imports) => WXWebAssembly.instantiate("/payscore.wasm", imports)`。 For a mini-program, which cannot compile by itself. */
export type WasmInstantiate = (imports: object) => PromiseLike<{ instance: object }>;

/**
 * 交给它 wasm；第一次调用其他函数之前必须调用一次。
 *
 * Supplies the wasm. Call it, or `init`, once before any other function.
 */
export function initSync(source: WasmSource): void;

/**
 * 同 `initSync`，但异步编译，也接受 `fetch(…)` 的结果，以及小程序中创建实例的函数。
 *
 * Like `initSync`, but compiles asynchronously, and also accepts the result of `fetch(…)`, or the function that creates an
 * instance in a mini-program.
 */
export function init(source: WasmSource | WasmResponse | PromiseLike<WasmSource | WasmResponse> | WasmInstantiate): Promise<void>;
