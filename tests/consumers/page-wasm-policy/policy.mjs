// 除您已有的策略之外，只需要 'wasm-unsafe-eval'；不需要 'unsafe-eval'
export const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
