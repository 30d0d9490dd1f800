import { buildCompleteRequest } from "payscore";
import identities from "../../samples/identities.json";
import { samples } from "../desk/samples";

/** A file made of the samples, good and broken ones, and one line that is no JSON. */
export function sampleFile() {
  const lines = samples.flatMap(({ order, completion, fault }) => [lineOf(order, completion), lineOf(order, { ...completion, ...fault.completion })]);
  return new File([[...lines, '{"out_order_no": "CUT-OFF'].join("\n")], "orders.ndjson");
}

function lineOf(order: Record<string, unknown>, completion: Record<string, unknown>) {
  const { mchid: _, ...identity } = identities.direct;
  const draft = { out_order_no: String(order.out_order_no), post_payments: [], ...identity, ...completion };
  const result = buildCompleteRequest(draft, { amountUnit: "yuan" });
  const body = result.ok ? result.request.body : draft;
  return JSON.stringify({ out_order_no: order.out_order_no, ...body });
}
