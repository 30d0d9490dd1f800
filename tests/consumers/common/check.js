const body = () => ({
  out_order_no: "1234323JKHDFE1243252",
  appid: "wxd678efh567hg6787",
  service_id: "2002000000000558128851361561536",
  post_payments: [{ name: "租金", amount: 4000 }],
  total_amount: 4000,
  time_range: { start_time: "20261120090000", end_time: "20261120100000" },
});

/** What a user of the package does with it first. Throws if anything is wrong; the returned text says that all was as expected. */
export function check({ buildCompleteRequest, completionSchema, validateOrder }) {
  const good = validateOrder(body(), { now: null });
  if (!good.valid) throw new Error(`a good order was refused: ${JSON.stringify(good.issues)}`);

  const bad = validateOrder(Object.assign(body(), { total_amount: 4001 }), { now: null });
  if (!bad.issues.some(({ code }) => code === "total_mismatch")) throw new Error("a wrong total was accepted");

  const built = buildCompleteRequest(body(), { now: null });
  if (!built.ok || JSON.parse(built.request.bodyText).total_amount !== 4000) throw new Error("no request was composed");

  const { issues } = completionSchema({ now: null })["~standard"].validate({});
  if (!issues || issues.length === 0) throw new Error("the Standard Schema accepted an empty body");
  return "payscore works";
}
