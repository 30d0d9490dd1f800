import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, relative } from "node:path";
import { contentSecurityPolicy } from "../../www/content-security-policy.mjs";
import { inProject } from "../lib/project.mjs";

const folder = inProject("www/dist");

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".webp": "image/webp",
};

/** Serves the built page to this machine only, at the given port, or at a free one if that is taken. */
export async function servePage(port = 0) {
  const server = createServer(answer);
  await listen(server, port).catch(() => listen(server, 0));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

function answer(request, response) {
  const file = fileOf(request.url);
  if (!["GET", "HEAD"].includes(request.method) || file === undefined) {
    if (request.url.startsWith("/docs/") && !existsSync(join(folder, "docs/index.html"))) answerLater(response);
    else response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Content-Security-Policy": contentSecurityPolicy(relative(folder, file)),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

/** The documents are still being built while the desk is already served. */
function answerLater(response) {
  response.writeHead(503, { "Content-Type": types[".html"], "Retry-After": "5" });
  response.end(`<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>…</title><p>文档正在生成，稍后自动刷新。The documents are being built; this page reloads by itself.</p>`);
}

function fileOf(address) {
  if (!URL.canParse(address, "http://localhost")) return undefined;
  const { pathname } = new URL(address, "http://localhost");
  const path = join(folder, normalize(pathname));
  const candidates = pathname.endsWith("/") ? [join(path, "index.html")] : [path, `${path}.html`];
  return candidates.find((file) => file.startsWith(folder) && existsSync(file) && statSync(file).isFile());
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}
