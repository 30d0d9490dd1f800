/** The policy of a page, named by its path below `www/dist`: the same for the meta tag of the built page and the header of our server. */
export function contentSecurityPolicy(page) {
  const isDocument = /^docs[\\/]/.test(page);
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    // antd writes its styles while it runs, and code in the documents is coloured word by word.
    `style-src 'self'${isDocument || page.endsWith("antd.html") ? " 'unsafe-inline'" : ""}`,
    ...(isDocument ? ["img-src 'self' data:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
