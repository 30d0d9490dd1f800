/** The site's path on its server. */
export const BASE = process.env.PAYSCORE_SITE_BASE ?? "/docs/";
