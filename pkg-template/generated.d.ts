/** Made from wasm-bindgen's output by the build. */
declare module "#glue" {
  interface Loaders {
    initSync(source: { module: WebAssembly.Module }): unknown;
    initAsync(source: { module_or_path: import("#source").Supplied }): Promise<unknown>;
  }
  export type Engine = Record<"Module" | "Instance" | "instantiate", unknown>;
  /** What the last fault of ours said, if there was one. */
  interface Faults {
    takeFault(): string | undefined;
  }
  export type Glue = Loaders & Faults & Record<string, (...args: unknown[]) => unknown>;
  export function createGlue(engine: Engine): Glue;
}

/** The bytes of the wasm, packed into text. */
declare module "#wasm" {
  const packed: string;
  export default packed;
}

/** The bytes of `unpack.wat`. */
declare module "#unpacker" {
  const bytes: number[];
  export default bytes;
}

/** Where the wasm comes from: a file of `source/`, which the build chooses for each entry. */
declare module "#source" {
  export type Instantiate = (imports: WebAssembly.Imports) => Promise<{ instance: WebAssembly.Instance }>;
  /** A module, or what makes an instance where there are no modules. */
  export type Supplied = WebAssembly.Module | Instantiate;
  export function compile(): WebAssembly.Module;
  export function compileAsync(): Promise<Supplied>;
  export function explainRefusal(cause: unknown): unknown;
}

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

/** The JSON Schema of the body, and what makes draft-07 of it. */
declare module "#schema" {
  export const schema: Record<string, unknown>;
  export const dialects: Record<string, string>;
}

/** What explains each refusal of the API, in the order of `data/api-errors.yaml`. */
declare module "#error-texts" {
  type Words = Record<"zh-CN" | "en", string>;
  const texts: { meaning: Words; cause: Words; remedy: Words; source?: string }[];
  export default texts;
}
