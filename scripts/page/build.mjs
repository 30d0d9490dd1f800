import { rmSync } from "node:fs";
import { run } from "../lib/command.mjs";
import { once } from "../lib/once.mjs";
import { inProject } from "../lib/project.mjs";
import { pageBudget, pageSizes } from "./sizes.mjs";

const page = {
  inputs: [
    "www/src",
    "www/samples",
    "www/index.html",
    "www/antd.html",
    "www/vite.config.mjs",
    "www/content-security-policy.mjs",
    "www/tsconfig.json",
    "pkg",
    "package-lock.json",
  ],
  outputs: ["www/dist/index.html", "www/dist/antd.html", "www/dist/assets"],
};

/** Builds the page as static files in `www/dist`, which any server can host. */
export async function buildPage() {
  await once("page", page, () => {
    rmSync(inProject("www/dist/assets"), { recursive: true, force: true });
    const vite = inProject("node_modules/vite/bin/vite.js");
    run(process.execPath, [vite, "build", "--config", inProject("www/vite.config.mjs"), "--logLevel", "error"]);
  });
  const { firstLoad } = pageSizes();
  console.log(`page: first load ${firstLoad} bytes with gzip, ${pageBudget.firstLoad} are allowed`);
}
