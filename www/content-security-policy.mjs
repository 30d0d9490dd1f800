/** The policy of a page, the same for the meta tag of the built page and the header of our server. */
export function contentSecurityPolicy(page) {
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    `style-src ${stylesOf(page)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** antd writes its styles while it runs; Element Plus does not. */
function stylesOf(page) {
  return page.endsWith("antd.html") ? "'self' 'unsafe-inline'" : "'self'";
}
