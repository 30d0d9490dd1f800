import { clearLine, cursorTo } from "node:readline";
import { Format, SingleBar } from "cli-progress";
import type { BatchCounts } from "payscore";
import { colorsFor, wantsColor } from "./output";
import type { Words } from "./words";

const MEGABYTE = 1e6;

/** How far a run has got: on standard error, and only on a terminal. */
export class Progress {
  readonly #bar: SingleBar | undefined;
  readonly #started = performance.now();

  /** If the number of bytes is unknown, only the rate is shown. */
  constructor(bytes: number | undefined, words: Words) {
    if (process.stderr.isTTY !== true) return;
    const color = colorsFor({ colored: wantsColor(process.stderr) });
    const ahead = bytes === undefined ? "" : `${color.cyan("{bar}")} {percentage}% `;
    const left = bytes === undefined ? "" : ` · ${words.remaining} {eta_formatted}`;
    this.#bar = new SingleBar({
      format: ` ${ahead}{orders} ${words.orders} · {rate}${left}`,
      formatBar: Format.BarFormat,
      barCompleteChar: "█",
      barIncompleteChar: "░",
      barsize: 24,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaAsynchronousUpdate: true,
      // Results on the same terminal may have scrolled the bar away.
      forceRedraw: true,
    });
    this.#bar.start(bytes ?? Number.MAX_SAFE_INTEGER, 0, { orders: 0, rate: "" });
  }

  update({ bytes, orders }: Pick<BatchCounts, "bytes" | "orders">) {
    if (!this.#bar) return;
    const seconds = (performance.now() - this.#started) / 1000;
    const rate = `${Math.round(orders / seconds).toLocaleString("en-US")}/s, ${(bytes / MEGABYTE / seconds).toFixed(1)} MB/s`;
    this.#bar.update(bytes, { orders: orders.toLocaleString("en-US"), rate });
  }

  /** Makes room for results on the same terminal. */
  readonly hide = () => {
    if (!this.#bar?.isActive || process.stdout.isTTY !== true) return;
    clearLine(process.stderr, 0);
    cursorTo(process.stderr, 0);
  };

  stop() {
    this.#bar?.stop();
  }
}
