import type { FileCheck, FileReport, FromWorker, Progress, Reason } from "./report";

/** A file that could not be checked. */
export class Failed extends Error {
  constructor(readonly reason: Reason) {
    super("the file could not be checked");
  }
}

/** A running check of a whole file, in a thread of its own. */
export interface RunningCheck {
  report: Promise<FileReport>;
  stop(): void;
}

export function checkFile(what: FileCheck, onProgress: (progress: Progress) => void): RunningCheck {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const report = new Promise<FileReport>((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === "progress") return onProgress(data.progress);
      worker.terminate();
      if (data.type === "done") resolve(data.report);
      else reject(new Failed(data.reason));
    };
  });
  worker.postMessage(what);
  return { report, stop: () => worker.terminate() };
}
