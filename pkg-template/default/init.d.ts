/**
 * Compiles the rules asynchronously. Needed only where an engine refuses to compile WebAssembly synchronously, such as
 * Chrome before 114 on a page's main thread: await it once before the first call, and check bytes in a Worker. Everywhere
 * else calls work at once.
 */
export function init(): Promise<void>;
