export default {
  experimental: { externalDir: true },
};
