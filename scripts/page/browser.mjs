import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Problem, outputOf, run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";

const packages = { "@sparticuz/chromium": "153.0.0", "@expo-google-fonts/noto-sans-sc": "0.4.3" };
const installedChromes = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
const inBrowser = (...parts) => inProject("target/browser", ...parts);

/** How to launch Chromium on this machine: an installed one, or else one from npm, in either case with a Chinese font. */
export async function browserLaunch() {
  const chrome = installedChrome();
  // Test machines have no display, no graphics driver and often no user namespaces.
  if (chrome) return { executablePath: chrome, args: ["--no-sandbox"] };
  installPackages();
  return { executablePath: await unpackedChromium(), args: ["--no-sandbox", "--disable-gpu", "--lang=zh-CN"], env: { ...process.env, FONTCONFIG_FILE: fontsFile() } };
}

function installedChrome() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  if (process.platform === "darwin") {
    const application = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    return existsSync(application) ? application : undefined;
  }
  return installedChromes.map((name) => outputOf("which", [name])).find(Boolean);
}

function installPackages() {
  const missing = Object.entries(packages).filter(([name]) => !existsSync(inBrowser("node_modules", name)));
  if (missing.length === 0) return;
  if (process.platform !== "linux") throw new Problem("no Chrome is installed here");
  const specs = missing.map(([name, version]) => `${name}@${version}`);
  run("npm", ["install", "--prefix", inBrowser(""), "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...specs]);
}

async function unpackedChromium() {
  const entry = inBrowser("node_modules/@sparticuz/chromium/build/index.js");
  const { default: chromium } = await import(pathToFileURL(entry).href);
  return chromium.executablePath();
}

/** The project's own font configuration, so that no user's font folder is touched. */
function fontsFile() {
  const fonts = inBrowser("fonts");
  mkdirSync(fonts, { recursive: true });
  for (const weight of ["400Regular", "600SemiBold"]) {
    const name = `NotoSansSC_${weight}.ttf`;
    if (existsSync(join(fonts, name))) continue;
    copyFileSync(inBrowser("node_modules/@expo-google-fonts/noto-sans-sc", weight, name), join(fonts, name));
  }
  const file = inBrowser("fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${inBrowser("font-cache")}</cachedir></fontconfig>
`,
  );
  return file;
}
