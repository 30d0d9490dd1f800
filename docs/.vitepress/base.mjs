/** Where the site stands on its server. */
export const BASE = process.env.PAYSCORE_SITE_BASE ?? "/docs/";
