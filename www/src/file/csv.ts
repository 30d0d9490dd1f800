/** Rows of CSV (RFC 4180): a quoted cell may hold commas, doubled quotes and line breaks. */
export async function* csvRows(source: AsyncIterable<string>): AsyncGenerator<{ line: number; cells: string[] }> {
  let line = 0;
  let begun = 0;
  let text = "";
  for await (const next of source) {
    line += 1;
    if (text === "") begun = line;
    text = text === "" ? next : `${text}\n${next}`;
    if (hasOpenQuote(text)) continue;
    if (text.trim() !== "") yield { line: begun, cells: cellsOf(text) };
    text = "";
  }
  if (text.trim() !== "") yield { line: begun, cells: cellsOf(text) };
}

const hasOpenQuote = (text: string) => (text.match(/"/g)?.length ?? 0) % 2 === 1;

function cellsOf(row: string) {
  const cells = row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return Array.from(cells, ([, quoted, plain]) => (quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"')));
}
