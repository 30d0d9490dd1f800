// For webpack and Rspack alike: one configuration, without what either adds beyond it.
const { createRequire } = require("node:module");
const { join } = require("node:path");

const folder = process.cwd();
const { version, ...consumer } = require(join(folder, "package.json")).consumer;
const bundler = createRequire(join(folder, "package.json"))(version);
const bundle = bundler.webpack || bundler.rspack || bundler;

const configuration = { mode: "production", entry: "./use.js", context: folder, output: { path: join(folder, "out") }, performance: false };
bundle(configuration, (failure, stats) => {
  if (!failure && !stats.hasErrors() && !stats.hasWarnings()) return;
  console.error(consumer.environment, failure || stats.toString({ all: false, errors: true, warnings: true }));
  process.exitCode = 1;
});
