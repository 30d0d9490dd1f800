import * as payscore from "payscore";
import type { BatchIssue, Issue, OrderReport } from "payscore";
import { DraftReader, type TableDraft } from "../../tables/drafts";
import { hashOf } from "../../tables/number-set";
import { operationOf } from "../../tables/operations";
import { type BuildFormat, type ComposedRequest, buildFormats } from "../formats/build";
import { placesIn } from "../read/json";
import { KnownOrders } from "../read/known";
import { type OrdersPiece, type Piece, type RowsPiece, Starts, ordersIn, textOfOrder } from "../read/pieces";
import { type CheckedOrder, type Place, type PlacedIssue, countIssues, noCounts } from "../report";
import { wordsOf } from "../words";
import { colorsFor } from "../output";
import { type Done, type Job, noTotals } from "./job";
import { printOf, seenIn } from "./prints";

type Fields = Record<string, unknown>;
type Builder = (draft: unknown, options: object) => { ok: true; request: ComposedRequest; issues: Issue[] } | { ok: false; issues: Issue[] };

/** Does a job on one piece after the other, in any thread. */
export class Processor {
  readonly #created: KnownOrders | undefined;
  readonly #previous: KnownOrders | undefined;
  readonly #builder: Builder | undefined;
  /** The options that are the same for every draft. */
  readonly #options: object;
  readonly #format: BuildFormat | undefined;

  constructor(readonly job: Job) {
    this.#created = job.created && new KnownOrders(job.created);
    this.#previous = job.previous && new KnownOrders(job.previous);
    this.#builder = job.operation && (payscore[operationOf(job.operation).builder] as unknown as Builder);
    this.#options = { ...job.options, ...(job.amountUnit && { amountUnit: job.amountUnit }) };
    const { locale } = job.options;
    this.#format = job.verb === "build" ? buildFormats[job.format]!({ words: wordsOf(locale), locale, color: colorsFor({ colored: job.isColored }) }) : undefined;
  }

  process(piece: Piece): Done {
    if (piece.type === "rows") return this.#rows(piece);
    return this.job.verb === "check" ? this.#check(piece) : this.#build(piece);
  }

  /** A draft's text written again, with an issue that only the whole file shows. */
  rewrittenWith(piece: OrdersPiece, order: number, issue: PlacedIssue): string {
    const starts = new Starts(piece);
    const composed = this.#composed(piece, order, starts.of(order));
    const issues = [issue, ...composed.order.issues];
    return this.#format!.draft(this.job.file, { ...composed.order, issues }, composed.request);
  }

  #check(piece: OrdersPiece): Done {
    const { kind, wrapped, options, repeatsBy } = this.job;
    const done = noneDone();
    const format = piece.type === "lines" ? "ndjson" : "json";
    const context = wrapped ? {} : this.#created || this.#previous ? ({ out_order_no }: { out_order_no: string | null }) => this.#known(out_order_no, done) : undefined;
    const { found, ...counts } = payscore.validateBatch(piece.bytes, {
      ...options,
      kind,
      format,
      // `--max-issues` limits only what is reported. Lines that are not JSON must all be known.
      maxIssues: Number.MAX_SAFE_INTEGER,
      ...(context && { context }),
    });
    Object.assign(done.counts, { orders: counts.orders, valid: counts.valid, invalid: counts.invalid });
    const orders = found.map((order) => this.#inFile(order, piece));
    for (const order of orders) countIssues(done.counts, order.issues);
    done.orders = orders;
    done.hasBadJson = orders.some(isBadJson);
    if (piece.type === "json") done.brokenAt = found.flatMap(({ issues }) => issues).find(({ code }) => code === "invalid_json")?.offset;
    if (done.brokenAt !== undefined) done.brokenAt += piece.offset;
    if (repeatsBy) done.seen = seenIn(piece, wrapped, repeatsBy);
    return done;
  }

  #build(piece: OrdersPiece): Done {
    const done = noneDone();
    const starts = new Starts(piece);
    for (let order = 0; order < ordersIn(piece) && done.brokenAt === undefined; order += 1) {
      const composed = this.#composed(piece, order, starts.of(order), done);
      this.#report(composed, done);
      const { number, total } = composed;
      const print = this.job.repeatsBy === "content" ? printOf(textOfOrder(piece, order)) : printOf(total);
      if (this.job.repeatsBy && number !== undefined && print !== undefined) done.seen.push({ order, ...hashOf(number), print });
    }
    if (piece.type === "json" && piece.isLast && done.brokenAt === undefined) this.#frame(piece, done);
    return done;
  }

  #composed(piece: OrdersPiece, order: number, place: Place, done = noneDone()) {
    const text = textOfOrder(piece, order);
    const told = { index: piece.index + order, ...place };
    let value: unknown;
    try {
      value = JSON.parse(text);
      // Invalid UTF-8 was replaced by this character, unless the text really contains it.
      if (text.includes("\uFFFD")) this.#refuseBadJson(piece, order);
    } catch {
      const issue = this.#badJson(piece, order, place);
      done.hasBadJson = true;
      if (piece.type === "json") done.brokenAt = (issue as PlacedIssue & { offset: number }).offset;
      return { order: { ...told, out_order_no: null, valid: false, issues: [issue] }, request: undefined, number: undefined, total: undefined };
    }
    const number = (value as Fields | null)?.out_order_no;
    const out_order_no = typeof number === "string" ? number : null;
    const { result, valid, request } = this.#compose(value, out_order_no, done);
    let placeOf: ReturnType<typeof placesIn> | undefined;
    const issues = result.issues.map((issue) => ({ ...issue, ...(placeOf ??= placesIn(text, place))(issue.path) }));
    const total = request ? request.body?.total_amount : (value as Fields | null)?.total_amount;
    return { order: { ...told, out_order_no, valid, issues }, request, number: out_order_no ?? undefined, total };
  }

  #compose(draft: unknown, number: string | null, done: Done) {
    const options = this.#created || this.#previous ? { ...this.#options, ...this.#known(number, done) } : this.#options;
    const result = this.#builder!(draft, options);
    const valid = result.issues.every(({ severity }) => severity !== "error");
    return { result, valid, request: valid && result.ok ? result.request : undefined };
  }

  #known(number: string | null, done: Done): { created?: Fields | null; previous?: Fields } {
    const created = this.#created?.of(number);
    if (this.#created && created === undefined) done.unmatched += 1;
    const previous = this.#previous?.of(number);
    const body = previous && bodyOf(previous);
    return { ...(this.#created && { created: created ?? null }), ...(body && { previous: body }) };
  }

  #refuseBadJson(piece: OrdersPiece, order: number) {
    const { found } = payscore.validateBatch(bytesOfOrder(piece, order), { format: "json", now: null });
    if (found.some(isBadJson)) throw new SyntaxError();
  }

  /** The package's issue for an order that is not JSON. */
  #badJson(piece: OrdersPiece, order: number, place: Place): PlacedIssue {
    const { locale } = this.job.options;
    const asGiven = piece.type === "lines" ? bytesOfOrder(piece, order) : piece.bytes;
    const { found } = payscore.validateBatch(asGiven, { locale, now: null, format: piece.type === "lines" ? "ndjson" : "json", maxIssues: Number.MAX_SAFE_INTEGER });
    const issue = found.flatMap(({ issues }) => issues).find(({ code }) => code === "invalid_json") ?? NO_JSON;
    if (piece.type === "json") return this.#issueInFile(issue, piece);
    return this.#saidInPlace({ ...issue, path: [], line: place.line, column: place.column + issue.column - 1 }, piece);
  }

  /** What surrounds the items of an array may be invalid too. */
  #frame(piece: OrdersPiece, done: Done) {
    const { found } = payscore.validateBatch(piece.bytes, { locale: this.job.options.locale, now: null, format: "json", maxIssues: Number.MAX_SAFE_INTEGER });
    const broken = found.find(isBadJson);
    if (broken === undefined) return;
    const { index, line, column, out_order_no, valid, issues } = this.#inFile(broken, piece);
    done.hasBadJson = true;
    done.brokenAt = piece.offset + broken.issues.find(({ code }) => code === "invalid_json")!.offset;
    this.#report({ order: { index, line, column, out_order_no, valid, issues }, request: undefined }, done);
  }

  #inFile(order: OrderReport, piece: OrdersPiece): CheckedOrder & { index: number } {
    const issues = order.issues.map((issue) => this.#issueInFile(issue, piece));
    return { ...order, ...placeInFile(order, piece), index: piece.index + order.index, issues };
  }

  #issueInFile(issue: BatchIssue | typeof NO_JSON, piece: OrdersPiece): PlacedIssue {
    return this.#saidInPlace({ ...issue, path: [...issue.path], ...placeInFile(issue, piece) }, piece);
  }

  /** The message on invalid JSON names the place, which must be the place in the file. */
  #saidInPlace(issue: PlacedIssue, piece: OrdersPiece): PlacedIssue {
    if (issue.code !== "invalid_json") return issue;
    const { line, column } = issue;
    const words = wordsOf(this.job.options.locale);
    const message = (piece.type === "lines" ? words.badLine : words.badArray)(line, column);
    return { ...issue, message, brief: message, params: { line, column } };
  }

  #rows({ rows, index }: RowsPiece): Done {
    const done = noneDone();
    const reader = new DraftReader(this.job.layout!, this.#created?.has, index);
    for (const row of rows) this.#draft(reader.add(row), done);
    this.#draft(reader.end(), done);
    return done;
  }

  #draft(draft: TableDraft<never> | undefined, done: Done) {
    if (draft === undefined) return;
    const composed = draft.draft === undefined ? undefined : this.#compose(draft.draft, draft.out_order_no, done);
    const issues = draft.merged(composed?.result.issues ?? []);
    const valid = issues.every(({ severity }) => severity !== "error");
    const { index, line, column, cell, out_order_no } = draft;
    const order = { index, line, column, ...(cell !== undefined && { cell }), out_order_no, valid, issues };
    // Issues of the table itself block a draft too: its amounts may have been changed.
    this.#report({ order, request: valid ? composed?.request : undefined }, done, draft.isFurther);
  }

  #report({ order, request }: { order: CheckedOrder; request: ComposedRequest | undefined }, { counts, totals, orders, texts }: Done, isFurther = false) {
    countIssues(counts, order.issues);
    if (!isFurther) {
      counts.orders += 1;
      counts[order.valid ? "valid" : "invalid"] += 1;
      totals[request ? "ready" : "refused"] += 1;
      const total = request?.body?.total_amount;
      if (total !== undefined) {
        totals.amount += total;
        totals.hasAmounts = true;
      }
    }
    if (this.#format) texts.push(this.#format.draft(this.job.file, order, request));
    else if (order.issues.length > 0) orders.push(order);
  }
}

/** For JSON that the package accepts but JavaScript does not. */
const NO_JSON = { code: "invalid_json", severity: "error", path: [], pointer: "", message: "", brief: "", params: {}, source: "RFC 8259", line: 1, column: 1, offset: 0 } as const;

const noneDone = (): Done => ({ orders: [], texts: [], counts: noCounts(), totals: noTotals(), unmatched: 0, hasBadJson: false, brokenAt: undefined, seen: [] });

const isBadJson = ({ issues }: { issues: readonly { code: string }[] }) => issues.some(({ code }) => code === "invalid_json");

/** The previous body: from a request that `build` wrote, an order with its number, or the body itself. */
function bodyOf(sent: Fields): Fields | undefined {
  if (sent.ok === false) return undefined;
  const request = sent.request as Fields | undefined;
  const { out_order_no: _, ...fields } = (request?.body ?? sent.body ?? sent) as Fields;
  return fields;
}

function bytesOfOrder({ bytes, spans }: OrdersPiece, order: number) {
  return bytes.subarray(spans[order * 2]!, spans[order * 2 + 1]!);
}

function placeInFile({ line, column, offset }: { line: number; column: number; offset: number }, piece: OrdersPiece) {
  const isFirstLine = piece.type === "json" && line === 1;
  return { line: piece.line + line - 1, column: isFirstLine ? piece.column + column - 1 : column, offset: piece.offset + offset };
}
