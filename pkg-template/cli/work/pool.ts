import { Worker, parentPort } from "node:worker_threads";
import type { Piece } from "../read/pieces";
import type { Done, Job } from "./job";
import { type PackedPiece, pack, unpack } from "./packed";
import { Processor } from "./processor";

type Message = { job: Job } | { piece: PackedPiece; isQuiet: boolean };

export interface Worked {
  piece: Piece;
  done: Done;
}

interface Running {
  piece: Piece;
  done: Promise<Done>;
}

/** The next piece, or the end, with or without a failure. */
type Coming = { piece: Piece } | { failure: { error: unknown } | undefined };

const settled = (next: Promise<IteratorResult<Piece>>): Promise<Coming> =>
  next.then(
    ({ value, done }) => (done ? { failure: undefined } : { piece: value as Piece }),
    (error: unknown) => ({ failure: { error } }),
  );

/** Does the work of a run in this thread, or in several, whose results come in the order of the pieces. */
export class Pool {
  #threads: Thread[] = [];

  /** The result of each piece, in order. Once `isQuiet`, threads need to return only the counts. */
  async *work(job: Job, pieces: AsyncIterable<Piece>, jobs: number, isQuiet: () => boolean): AsyncGenerator<Worked> {
    if (jobs === 1) {
      const processor = new Processor(job);
      for await (const piece of pieces) yield { piece, done: processor.process(piece) };
      return;
    }
    while (this.#threads.length < jobs) this.#threads.push(new Thread());
    const threads = this.#threads.slice(0, jobs);
    for (const thread of threads) thread.begin(job);
    const running: Running[] = [];
    const iterator = pieces[Symbol.asyncIterator]();
    let coming: Promise<Coming> | undefined = settled(iterator.next());
    let failure: { error: unknown } | undefined;
    while (coming !== undefined || running.length > 0) {
      // Two pieces per thread, so that none has to wait. Finished results are passed on even if no further piece has come yet.
      const isFull = coming === undefined || running.length >= jobs * 2;
      const next: Coming | undefined = isFull ? undefined : await Promise.race([coming!, ...running.slice(0, 1).map(({ done }) => done.then(() => undefined))]);
      if (next === undefined) {
        const { piece, done } = running.shift()!;
        yield { piece, done: await done };
      } else if ("piece" in next) {
        const thread = threads.reduce((idlest, thread) => (thread.waiting < idlest.waiting ? thread : idlest));
        running.push({ piece: next.piece, done: thread.do(next.piece, isQuiet()) });
        coming = settled(iterator.next());
      } else {
        // Results from before a failure come first, as they would with one thread.
        failure = next.failure;
        coming = undefined;
      }
    }
    if (failure) throw failure.error;
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}

class Thread {
  readonly #worker = new Worker(new URL(import.meta.url));
  readonly #answers: { resolve(done: Done): void; reject(error: unknown): void }[] = [];

  constructor() {
    this.#worker.on("message", (done: Done) => this.#answers.shift()!.resolve(done));
    this.#worker.on("error", (error) => {
      for (const { reject } of this.#answers.splice(0)) reject(error);
    });
  }

  get waiting(): number {
    return this.#answers.length;
  }

  begin(job: Job): void {
    this.#send({ job });
  }

  do(piece: Piece, isQuiet: boolean): Promise<Done> {
    const done = new Promise<Done>((resolve, reject) => this.#answers.push({ resolve, reject }));
    // It is awaited only later, and may fail before that.
    done.catch(() => {});
    this.#send({ piece: pack(piece), isQuiet });
    return done;
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }

  #send(message: Message) {
    this.#worker.postMessage(message);
  }
}

/** What a thread does: it receives a job, then pieces of it, until the next job. */
export function serve(): void {
  let processor: Processor | undefined;
  parentPort!.on("message", (message: Message) => {
    if ("job" in message) {
      processor = new Processor(message.job);
      return;
    }
    const done = processor!.process(unpack(message.piece));
    parentPort!.postMessage(message.isQuiet ? { ...done, orders: [] } : done);
  });
}
