/** Made from wasm-bindgen's output by the build. */
declare module "#glue" {
  interface Loaders {
    initSync(source: { module: WebAssembly.Module }): unknown;
    initAsync(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  }
  export type Engine = Record<"Module" | "Instance" | "instantiate", unknown>;
  export type Glue = Loaders & Record<string, (...args: unknown[]) => unknown>;
  export function createGlue(engine: Engine): Glue;
}

/** The bytes of the wasm, packed into text. */
declare module "#wasm" {
  const packed: string;
  export default packed;
}

/** What explains each refusal of the API, in the order of `data/api-errors.yaml`. */
declare module "#error-texts" {
  type Words = Record<"zh-CN" | "en", string>;
  const texts: { meaning: Words; cause: Words; remedy: Words; source?: string }[];
  export default texts;
}
