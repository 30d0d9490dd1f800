import type { DocumentKind, ValidateOptions } from "payscore";
import { operationNames, operationOf } from "../tables/operations";
import { layOut } from "../tables/table";
import { type OrderFlags, jobsFor } from "./options";
import { Unreadable } from "./problems";
import type { Progress } from "./progress";
import type { Input } from "./read/inputs";
import type { KnownOrders } from "./read/known";
import { type OrdersPiece, type Piece, Starts } from "./read/pieces";
import { type Source, open } from "./read/source";
import { type CheckedOrder, type Counts, type FileResult, type PlacedIssue, add, countIssues, noCounts } from "./report";
import type { Locale, Words } from "./words";
import type { Done, Job } from "./work/job";
import { Pool } from "./work/pool";
import { Processor } from "./work/processor";
import { MOST_KEPT, Repeats } from "./work/repeats";
import { rowPieces } from "./work/rows";

/** What a run is to do with the files. */
export interface Task {
  verb: Job["verb"];
  kind: DocumentKind;
  wrapped: boolean;
  options: ValidateOptions & { locale: Locale };
  created?: KnownOrders;
  previous?: KnownOrders;
  /** How a composed request is written. */
  format: string;
  isColored: boolean;
}

/** Receives the results as they come. */
export interface Reporter {
  /** No more orders are reported; they are only counted. */
  readonly isFull: boolean;
  /** Receives the issues of a table as a whole. */
  table(input: Input, order: CheckedOrder): Promise<void>;
  piece(input: Input, done: Done): Promise<void>;
}

export interface RunState {
  total: Counts;
  files: FileResult[];
  hasBadJson: boolean;
  /** How many orders are not in the `--created` file. */
  unmatched: number;
  /** The units of the drafts' amounts. */
  units: Set<"fen" | "yuan">;
  repeatsLookedFor: number | undefined;
  interrupted: boolean;
}

interface Around {
  result: FileResult;
  reporter: Reporter;
  jobs: number;
  onBytes: (count: number) => void;
}

const BYTES_OF_A_PIECE = 1 << 18;
const BYTES_FOR_A_THREAD = 1 << 20;
const ROWS_OF_A_PIECE = 256;
const ROWS_FOR_A_THREAD = 2048;

/** Processes one file after the other. */
export class Run {
  readonly state: RunState = { total: noCounts(), files: [], hasBadJson: false, unmatched: 0, units: new Set(), repeatsLookedFor: undefined, interrupted: false };
  readonly #pool = new Pool();

  constructor(
    readonly task: Task,
    readonly flags: OrderFlags,
    readonly words: Words,
    readonly signal: AbortSignal,
    readonly progress: Progress,
  ) {}

  async over(inputs: readonly Input[], reporter: Reporter): Promise<RunState> {
    try {
      await this.#files(inputs, reporter);
    } finally {
      this.progress.stop();
      await this.#pool.end();
    }
    return this.state;
  }

  async #files(inputs: readonly Input[], reporter: Reporter) {
    const { state } = this;
    for (const input of inputs) {
      const result: FileResult = { file: input.name, ...noCounts() };
      state.files.push(result);
      try {
        await this.#file(input, result, reporter);
      } catch (error) {
        if (error instanceof Unreadable) result.problem = { code: error.code, message: error.message, ...error.place };
        else if (this.signal.aborted) state.interrupted = true;
        else throw error;
      }
      result.bytes = Math.round(result.bytes);
      add(state.total, result);
      if (state.interrupted) break;
    }
  }

  async #file(input: Input, result: FileResult, reporter: Reporter) {
    const { wrapped } = this.task;
    const onBytes = (count: number) => void (result.bytes += count);
    const source = await open(input, { format: this.flags.inputFormat, words: this.words, signal: this.signal, onBytes, wrapped });
    const jobs = jobsFor(this.flags, input);
    const { job, pieces } = source.type === "table" ? await this.#table(input, source, { result, reporter, jobs, onBytes }) : this.#json(input, source, jobs);
    const repeats = job.repeatsBy ? new Repeats(this.words, job.options.locale) : undefined;
    for await (const { piece, done } of this.#pool.work(job, pieces, jobs, () => reporter.isFull)) {
      if (repeats && piece.type !== "rows") weave(repeats.in(piece, done.seen), piece, done, job);
      add(result, done.counts);
      this.state.hasBadJson ||= done.hasBadJson;
      this.state.unmatched += done.unmatched;
      this.progress.update({ bytes: this.state.total.bytes + result.bytes, orders: this.state.total.orders + result.orders });
      await reporter.piece(input, done);
      if (done.brokenAt === undefined) continue;
      // How much more had been read by then depends on the threads.
      result.bytes = done.brokenAt;
      break;
    }
    if (repeats?.isIncomplete) this.state.repeatsLookedFor = MOST_KEPT;
  }

  #json(input: Input, { type, pieces }: Exclude<Source, { type: "table" }>, jobs: number): { job: Job; pieces: AsyncIterable<Piece> } {
    const { verb } = this.task;
    const { amountUnit } = this.flags;
    if (verb === "check" && amountUnit === "yuan") throw new Unreadable("yuan_in_check", this.words.yuanInCheck);
    if (verb === "build") this.state.units.add(amountUnit ?? "fen");
    // What comes through a pipe is processed at once.
    const isPipe = input.size === undefined;
    const least = type === "lines" && (jobs === 1 || isPipe) ? 0 : jobs === 1 ? BYTES_OF_A_PIECE : BYTES_FOR_A_THREAD;
    const job = this.#job(input);
    return { job: { ...job, amountUnit, repeatsBy: job.operation && operationOf(job.operation).isOnceBy }, pieces: pieces(least) };
  }

  async #table(input: Input, { bytes }: Extract<Source, { type: "table" }>, { result, reporter, jobs, onBytes }: Around): Promise<{ job: Job; pieces: AsyncIterable<Piece> }> {
    const { locale } = this.task.options;
    const job = this.#job(input);
    const { operation } = job;
    if (operation === undefined) throw new Unreadable("other_kind", this.words.otherKind(operationNames.map((name) => operationOf(name).kind).join(", ")));
    if (job.wrapped) throw new Unreadable("wrapped_table", this.words.wrappedTable);
    const { encoding, amountUnit, sheet } = this.flags;
    const table = await layOut(bytes, { operation, locale, encoding, amountUnit, sheet, onBytes, wasCreated: this.task.created?.has });
    const { unit } = table.layout.columns;
    if (unit) this.state.units.add(unit);
    const [first] = table.issues;
    if (first) {
      countIssues(result, table.issues);
      await reporter.table(input, { index: null, line: first.line, column: 1, out_order_no: null, valid: true, issues: table.issues });
    }
    const pieces = rowPieces(table.rows(), table.layout, jobs > 1 ? ROWS_FOR_A_THREAD : ROWS_OF_A_PIECE);
    return { job: { ...job, layout: table.layout, amountUnit: table.amountUnit }, pieces };
  }

  #job({ name }: Input): Job {
    const { verb, kind, wrapped, options, created, previous, format, isColored } = this.task;
    return {
      verb,
      file: name,
      kind,
      operation: operationNames.find((name) => operationOf(name).kind === kind),
      options,
      amountUnit: undefined,
      wrapped,
      created: created?.data,
      previous: previous?.data,
      layout: undefined,
      repeatsBy: undefined,
      format,
      isColored,
    };
  }
}

/** Adds the issues that only the whole file shows to the results of a piece. */
function weave(issues: Map<number, PlacedIssue>, piece: OrdersPiece, done: Done, job: Job) {
  if (issues.size === 0) return;
  countIssues(done.counts, [...issues.values()]);
  if (job.verb === "build") {
    const processor = new Processor(job);
    for (const [order, issue] of issues) done.texts[order] = processor.rewrittenWith(piece, order, issue);
    return;
  }
  const byIndex = new Map(done.orders.map((order) => [order.index, order]));
  const starts = new Starts(piece);
  for (const [order, issue] of issues) {
    const index = piece.index + order;
    const found = byIndex.get(index);
    if (found) found.issues.unshift(issue);
    else done.orders.push({ index, ...starts.of(order), out_order_no: (issue.params as { value: string }).value, valid: true, issues: [issue] });
  }
  done.orders.sort((one, other) => one.index! - other.index!);
}
