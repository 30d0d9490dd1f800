import { readFile } from "node:fs/promises";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { outputTo } from "../output";
import { Usage } from "../problems";
import type { Locale, Words } from "../words";

/** The documents load nothing and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The documents that come with the package, for a browser on this machine, until Ctrl-C. */
export async function docs(page: string | undefined, { port }: { port: number }, locale: Locale, words: Words): Promise<number> {
  const html = await readFile(new URL(locale === "en" ? "docs/en.html" : "docs/index.html", import.meta.url), "utf8");
  const anchor = page === undefined ? "" : `#${idOf(page, html, words)}`;
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY }).end(html);
  });
  await listen(server, port).catch(() => listen(server, 0));
  const { write } = await outputTo(undefined, words);
  await write(`${words.docsAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${anchor}`)}\n`);
  return 0;
}

/** A page is named by its whole path or by the last part of it: `rules/total_mismatch`, `total_mismatch`. */
function idOf(page: string, html: string, words: Words): string {
  const ids = [...html.matchAll(/<section id="([^"]+)">/g)].map(([, id]) => id!);
  const id = ids.find((id) => id === page || id.endsWith(`/${page}`));
  if (id === undefined) throw new Usage(words.noPage(page, ids.filter((id) => !id.startsWith("rules/")).join(", ")));
  return id;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}
