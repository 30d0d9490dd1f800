/** Ctrl-C once: the run stops and says what was done. Twice: it stops at once. */
export class Interruption {
  static readonly EXIT_CODE = 128 + 2;
  readonly #controller = new AbortController();

  constructor() {
    process.on("SIGINT", () => {
      if (this.signal.aborted) process.exit(Interruption.EXIT_CODE);
      this.#controller.abort();
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }
}
