import type { TableLocale } from "../issue";
import type { TableProblem } from "../problem";
import type { Row } from "../rows";
import { problemOf } from "../words";
import { type NumberFormat, formatOf } from "./formats";
import { type Book, sheetRows, unescaped } from "./sheet";
import { readAllXml } from "./xml";
import { Damaged, type Entry, contentOf, entriesOf } from "./zip";

export interface WorkbookOptions {
  locale: TableLocale;
  /** The sheet's name, or its number from 1. */
  sheet: string | number | undefined;
  maxUnpackedBytes: number;
  onBytes: (count: number) => void;
}

export interface Workbook {
  sheet: string;
  rows(): AsyncGenerator<Row[]>;
}

const MEGABYTE = 1 << 20;
/** The limit for the shared texts of all cells, which are held in memory at once. */
const MOST_TEXT = 128 * MEGABYTE;

/** An .xlsx, of which one sheet is read and unpacked only as far as it is read. */
export function openWorkbook(bytes: Uint8Array, options: WorkbookOptions): Workbook {
  return orDamaged(options.locale, () => {
    const archive = new Archive(bytes, options);
    const { sheets, is1904, paths } = archive.book();
    const { name, id } = chosen(sheets, options);
    const path = paths.get(id);
    const entry = path === undefined ? undefined : archive.entry(path);
    if (entry === undefined) throw new Damaged();
    archive.bound(entry, options.maxUnpackedBytes);
    const book: Book = { strings: archive.strings(), formats: archive.formats(), is1904 };
    // The sheet is still to be read twice; everything else is done.
    options.onBytes(bytes.length - entry.packed);
    return {
      sheet: name,
      async *rows() {
        const rows = sheetRows(contentOf(bytes, entry, (count) => options.onBytes(count / 2)), book);
        for (;;) {
          const { value, done } = orDamaged(options.locale, () => rows.next());
          if (done) return;
          if (value.length > 0) yield value;
        }
      },
    };
  });
}

class Archive {
  private readonly entries: Map<string, Entry>;

  constructor(
    readonly bytes: Uint8Array,
    readonly options: WorkbookOptions,
  ) {
    this.entries = entriesOf(bytes);
  }

  entry(path: string): Entry | undefined {
    return this.entries.get(path);
  }

  bound({ size }: Entry, most: number): void {
    if (size > most) throw problemOf("workbook_too_large", this.options.locale, [Math.floor(most / MEGABYTE).toLocaleString("en-US")]);
  }

  book(): { sheets: Sheet[]; is1904: boolean; paths: Map<string, string> } {
    const main = [...this.relations("_rels/.rels", "").values()].find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
    if (!this.entries.has(main)) throw problemOf("not_workbook", this.options.locale, []);
    const sheets: Sheet[] = [];
    let is1904 = false;
    this.read(main, {
      open(name, attributes) {
        if (name === "workbookPr") is1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
        if (name === "sheet") sheets.push({ name: attributes.name ?? "", id: attributes["r:id"] ?? relationIn(attributes), isHidden: (attributes.state ?? "visible") !== "visible" });
      },
    });
    const folder = main.replace(/[^/]*$/, "");
    const relations = this.relations(`${folder}_rels/${main.slice(folder.length)}.rels`, folder);
    for (const { type, path } of relations.values()) this.parts.set(type, path);
    return { sheets, is1904, paths: new Map([...relations].map(([id, { path }]) => [id, path])) };
  }

  private readonly parts = new Map<string, string>();

  strings(): string[] {
    const strings: string[] = [];
    let text: string | undefined;
    let isPhonetic = false;
    let isText = false;
    const path = this.parts.get("sharedStrings");
    if (path === undefined || !this.entries.has(path)) return strings;
    this.bound(this.entries.get(path)!, Math.min(MOST_TEXT, this.options.maxUnpackedBytes));
    this.read(path, {
      open(name) {
        if (name === "si") text = "";
        if (name === "rPh") isPhonetic = true;
        if (name === "t") isText = !isPhonetic;
      },
      text(piece) {
        if (isText) text += piece;
      },
      close(name) {
        if (name === "t") isText = false;
        if (name === "rPh") isPhonetic = false;
        if (name === "si") strings.push(unescaped(text!));
      },
    });
    return strings;
  }

  formats(): NumberFormat[] {
    const codes = new Map<number, string>();
    const formats: NumberFormat[] = [];
    let isOfCells = false;
    const path = this.parts.get("styles");
    if (path === undefined || !this.entries.has(path)) return formats;
    this.read(path, {
      open(name, attributes) {
        if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
        if (name === "cellXfs") isOfCells = true;
        if (name === "xf" && isOfCells) formats.push(formatOf(Number(attributes.numFmtId), codes.get(Number(attributes.numFmtId))));
      },
      close(name) {
        if (name === "cellXfs") isOfCells = false;
      },
    });
    return formats;
  }

  private relations(path: string, folder: string): Map<string, { type: string; path: string }> {
    const relations = new Map<string, { type: string; path: string }>();
    if (!this.entries.has(path)) return relations;
    this.read(path, {
      open(name, { Id, Type = "", Target = "" }) {
        if (name === "Relationship" && Id !== undefined) relations.set(Id, { type: Type.replace(/^.*\//, ""), path: resolved(folder, Target) });
      },
    });
    return relations;
  }

  private read(path: string, handlers: Parameters<typeof readAllXml>[1]) {
    const entry = this.entries.get(path)!;
    this.bound(entry, Math.min(MOST_TEXT, this.options.maxUnpackedBytes));
    readAllXml(contentOf(this.bytes, entry), handlers);
  }
}

interface Sheet {
  name: string;
  /** The ID of the relationship that names its file. */
  id: string;
  isHidden: boolean;
}

/** The first visible sheet, or the one that was asked for. */
function chosen(sheets: readonly Sheet[], { sheet, locale }: WorkbookOptions): Sheet {
  const found = sheet === undefined ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]) : (sheets.find(({ name }) => name === sheet) ?? sheets[Number(sheet) - 1]);
  if (found) return found;
  if (sheet === undefined) throw new Damaged();
  throw problemOf("no_sheet", locale, [String(sheet), sheets.map(({ name }) => name).join(locale === "en" ? ", " : "、")]);
}

/** The writing program may choose any prefix for the relationship's attribute. */
function relationIn(attributes: Readonly<Record<string, string>>): string {
  const name = Object.keys(attributes).find((name) => name.endsWith(":id"));
  return name === undefined ? "" : attributes[name]!;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target.slice(1) : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function orDamaged<Result>(locale: TableLocale, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof Damaged ? (problemOf("workbook_damaged", locale, []) satisfies TableProblem) : error;
  }
}
