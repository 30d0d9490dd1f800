import { Worker, parentPort } from "node:worker_threads";
import type { Piece } from "../read/pieces";
import type { Done, Job } from "./job";
import { type PackedPiece, pack, unpack } from "./packed";
import { Processor } from "./processor";

type Message = { job: Job } | { piece: PackedPiece };

export interface Worked {
  piece: Piece;
  done: Done;
}

/** Does the work of a run: in this thread, or in several whose results come in the order of the pieces. */
export class Pool {
  #threads: Thread[] = [];

  /** What comes of each piece, in order. */
  async *work(job: Job, pieces: AsyncIterable<Piece>, jobs: number): AsyncGenerator<Worked> {
    if (jobs === 1) {
      const processor = new Processor(job);
      for await (const piece of pieces) yield { piece, done: processor.process(piece) };
      return;
    }
    while (this.#threads.length < jobs) this.#threads.push(new Thread());
    const threads = this.#threads.slice(0, jobs);
    for (const thread of threads) thread.begin(job);
    const running: { piece: Piece; done: Promise<Done> }[] = [];
    for await (const piece of pieces) {
      const thread = threads.reduce((idlest, thread) => (thread.waiting < idlest.waiting ? thread : idlest));
      running.push({ piece, done: thread.do(piece) });
      // Two for each thread, so that none waits for its next one.
      if (running.length >= jobs * 2) yield await next(running);
    }
    while (running.length > 0) yield await next(running);
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}

async function next(running: { piece: Piece; done: Promise<Done> }[]): Promise<Worked> {
  const { piece, done } = running.shift()!;
  return { piece, done: await done };
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

  do(piece: Piece): Promise<Done> {
    const done = new Promise<Done>((resolve, reject) => this.#answers.push({ resolve, reject }));
    // It is waited for later, and may fail before.
    done.catch(() => {});
    this.#send({ piece: pack(piece) });
    return done;
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }

  #send(message: Message) {
    this.#worker.postMessage(message);
  }
}

/** What a thread does: a job, and pieces of it until the next one. */
export function serve(): void {
  let processor: Processor | undefined;
  parentPort!.on("message", (message: Message) => {
    if ("job" in message) processor = new Processor(message.job);
    else parentPort!.postMessage(processor!.process(unpack(message.piece)));
  });
}
