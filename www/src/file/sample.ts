import { summarize } from "payscore";
import identities from "../../samples/identities.json";
import type { Json } from "../desk/json";
import { inFen } from "../desk/money";
import { samples } from "../desk/samples";

/** A file made of the samples, good and broken ones, and one line that is no JSON. */
export function sampleFile() {
  const lines = samples.flatMap(({ order, completion, fault }) => [lineOf(order, completion), lineOf(order, { ...completion, ...fault.completion })]);
  return new File([[...lines, '{"out_order_no": "CUT-OFF'].join("\n")], "orders.ndjson");
}

function lineOf({ out_order_no }: Json, completion: Json) {
  const { mchid: _, ...identity } = identities.direct;
  const { total } = summarize(completion, { amountUnit: "yuan" });
  return JSON.stringify({ out_order_no, ...identity, ...inFen(completion), total_amount: total });
}
