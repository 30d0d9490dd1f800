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

/** antd writes its styles while it runs, and code in the documents is coloured by the style of each word. */
function stylesOf(page) {
  return page.endsWith("antd.html") || page.includes("/docs/") ? "'self' 'unsafe-inline'" : "'self'";
}
