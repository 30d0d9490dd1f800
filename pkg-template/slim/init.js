import { init as start, startNow } from "../instance.js";
import { explainRefusal, supply, supplyAsync } from "../source/supplied.js";

/** @param {unknown} source */
export function initSync(source) {
  try {
    supply(source);
  } catch (cause) {
    throw explainRefusal(cause);
  }
  startNow();
}

/** @param {unknown} source */
export async function init(source) {
  try {
    await supplyAsync(source);
  } catch (cause) {
    throw explainRefusal(cause);
  }
  await start();
}
