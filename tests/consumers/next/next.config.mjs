export default {
  output: "export",
  // Where the pages lie below the server's root.
  basePath: "/next/out",
  experimental: { externalDir: true },
};
