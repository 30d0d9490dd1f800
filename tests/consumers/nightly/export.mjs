// Stands for an export from the user's own database: the requested number of orders, one per line, the last above its deposit.
import { writeFileSync } from "node:fs";
import { created } from "../common/order.mjs";

const { out_order_no, appid, service_id } = created;
const order = (number, amount) => ({ out_order_no: `${out_order_no}${number}`, appid, service_id, post_payments: [{ name: "租金", amount }], total_amount: amount, time_range: { end_time: "20260120100000" } });
const orders = [order(1, 2990), order(2, 2990), order(3, process.env.ABOVE_THE_DEPOSIT ? 3990 : 2990)];

const lines = (values) => values.map((value) => `${JSON.stringify(value)}\n`).join("");
writeFileSync("orders.ndjson", lines(orders));
writeFileSync("created.ndjson", lines(orders.map(({ out_order_no }) => ({ ...created, out_order_no }))));
