import { main, run, runBeside } from "./lib/command.mjs";
import { setUp } from "./set-up.mjs";

const USUAL_PORT = 5180;

await main(async () => {
  await setUp();
  const { build } = await import("./build/all.mjs");
  await build();
  run(process.execPath, ["examples/complete.mjs"]);
  const { buildPage } = await import("./page/build.mjs");
  await buildPage();
  const { servePage } = await import("./page/serve.mjs");
  const { url } = await servePage(USUAL_PORT);
  console.log(`\n完结台 ${url}  （antd 示例 ${url}antd.html）\n按 Ctrl-C 结束。`);
  const built = await runBeside(process.execPath, ["scripts/docs.mjs"]);
  console.log(built ? `文档   ${url}docs/` : "文档没有生成，完结台照常可用。");
});
