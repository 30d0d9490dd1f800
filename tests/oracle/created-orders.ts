// The order as a caller's backend passes it on: mostly readable, and in every shape that backends produce.

import fc from "fast-check";
import { changed, changesTo, type Document, withoutUndefined } from "./changes.ts";
import { camelCase } from "./created.ts";
import { orderPlaces } from "./service-orders.ts";
import { maybe, nearNoon, orderNumber, serviceId, shortId, shortText } from "./values.ts";

/** The fields that a rule of some request reads. */
export const PLACES = [
  "out_order_no", "appid", "mchid", "service_id", "sub_mchid", "state", "state_description", "risk_fund", "risk_fund/name", "risk_fund/amount", "total_amount",
  "collection", "collection/state", "collection/total_amount", "collection/paying_amount", "time_range", "time_range/start_time", "time_range/end_time", "location", "location/start_location",
];
const places = Object.fromEntries(PLACES.map((place) => [place, orderPlaces[place]!]));

type Manner = (word: string | undefined) => string | undefined;
const asItIs: Manner = (word) => word;
const manner = fc.constantFrom<Manner[]>(asItIs, asItIs, asItIs, (word) => word?.toLowerCase(), (word) => word && ` ${word}\n`);
/** State, description and collection state: mostly combinations that exist, occasionally any. */
type Standing = (string | undefined)[];
const standing: fc.Arbitrary<Standing> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Standing[]>(["DOING", "USER_CONFIRM"], ["DOING", "USER_CONFIRM"], ["DOING", "MCH_COMPLETE", "USER_PAYING"], ["DOING", "MCH_COMPLETE", "USER_PAYING"], ["DOING", undefined, "USER_PAYING"], ["DOING"], ["CREATED"], ["DONE", undefined, "USER_PAID"], ["REVOKED"], ["EXPIRED"]) },
  fc.tuple(fc.constantFrom(undefined, "CREATED", "DOING", "DONE", "REVOKED", "EXPIRED"), fc.constantFrom(undefined, "USER_CONFIRM", "MCH_COMPLETE"), fc.constantFrom(undefined, "USER_PAYING", "USER_PAID")),
);

const near = fc.constantFrom(-1, 0, 1, 100);
const base = fc.record({
  standing,
  manners: fc.tuple(manner, manner, manner),
  taken: fc.record({ out_order_no: fc.boolean(), appid: fc.boolean(), service_id: fc.boolean(), sub_mchid: fc.constantFrom(true, true, true, false) }),
  mchid: fc.constantFrom(undefined, "1230000109"),
  others: fc.record({ out_order_no: maybe(orderNumber), appid: maybe(shortId), service_id: maybe(serviceId), sub_mchid: maybe(shortId) }),
  hasOthers: fc.constantFrom(...Array<boolean>(7).fill(false), true),
  risk: maybe(fc.record({ name: fc.constantFrom("DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"), above: near })),
  due: fc.record({ collected: maybe(near), total: maybe(near), paying: maybe(near) }),
  time_range: maybe(fc.record({ start_time: fc.oneof({ weight: 4, arbitrary: maybe(nearNoon) }, fc.constant("OnAccept")), end_time: maybe(nearNoon) })),
  location: maybe(fc.record({ start_location: maybe(shortText(20)) })),
});

type Drawn = typeof base extends fc.Arbitrary<infer T> ? T : never;
type Shaped = (order: Document) => unknown;
class Entity {
  constructor(order: Document) {
    Object.assign(this, order);
  }
}
const shapes: fc.Arbitrary<Shaped> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Shaped>((order) => order) },
  fc.constantFrom<Shaped[]>(
    (order) => new Entity(order),
    (order) => ({ ...order, nickname: "餐" }),
    (order) => Object.fromEntries(Object.entries(order).map(([name, value]) => [camelCase(name), value])),
    (order) => Object.fromEntries(Object.entries(order).map(([name, value]) => [name, typeof value === "object" ? JSON.stringify(value) : value])),
    (order) => ({ code: 0, msg: "ok", data: order }),
    () => ({ code: "ORDER_NOT_EXIST", message: "查询单据不存在" }),
    () => ({}),
  ),
);
/** What databases and their drivers turn single values into. */
const damages: fc.Arbitrary<Document> = fc.constantFrom<Document[]>(
  { state: 1 }, { state: "已完结" }, { state_description: "SOMETHING_NEW" }, { collection: { state: "PAID" } }, { collection: "{}" },
  { risk_fund: { name: "deposit", amount: 3000 } }, { risk_fund: { name: "DEPOSIT", amount: "3000" } }, { risk_fund: { name: "DEPOSIT", amount: "30.00" } }, { risk_fund: { name: "DEPOSIT", amount: 3000.5 } }, { risk_fund: { name: "DEPOSIT", amount: 3000n } }, { risk_fund: { name: "DEPOSIT", amount: 0 } }, { risk_fund: [] },
  { time_range: { start_time: "2009-12-25 09:10:10" } }, { time_range: { start_time: new Date(0), end_time: 1261714210000 } }, { time_range: "20091225091010" }, { time_range: { start_time: "20091225091010", end_time: "20091325" } },
  { location: "店" }, { location: { start_location: 5 } }, { out_order_no: 20091225 }, { appid: 5 }, { service_id: 2002000000000558 }, { sub_mchid: 1900000109 }, { mchid: 1230000109, appid: null, sub_mchid: "" },
  { total_amount: "3000" }, { total_amount: "30.00" }, { collection: { state: "USER_PAYING", total_amount: "3000", paying_amount: "x" } },
);

/** Values of `created` for a document. */
export const createdFor: fc.Arbitrary<(document: Document) => unknown> = fc
  .record({ drawn: base, changes: changesTo(places, 2), damage: maybe(damages), isDamaged: fc.constantFrom(false, false, true), shaped: shapes })
  .map(({ drawn, changes, damage, isDamaged, shaped }) => (document) => {
    const order = orderOf(drawn, document);
    return isDamaged ? changed({ ...order, ...damage }, changes) : shaped(order);
  });

function orderOf({ standing, manners, taken, hasOthers, others, risk, due, ...rest }: Drawn, document: Document): Document {
  const [state, state_description, collectionState] = standing.map((word, index) => manners[index]!(word));
  const total = typeof document.total_amount === "number" && Number.isSafeInteger(document.total_amount) ? document.total_amount : 3000;
  const around = (more: number | undefined) => (more === undefined ? undefined : Math.max(total + more, 0));
  const ids = Object.fromEntries(Object.entries(taken).map(([name, isTaken]) => [name, isTaken ? document[name] : undefined]));
  const hasCollection = collectionState !== undefined || due.collected !== undefined;
  return withoutUndefined<Document>({
    ...ids,
    ...(hasOthers && others),
    ...rest,
    state,
    state_description,
    total_amount: around(due.total),
    collection: hasCollection ? { state: collectionState, total_amount: around(due.collected), paying_amount: around(due.paying) } : undefined,
    risk_fund: risk && { name: risk.name, amount: around(risk.above) },
  });
}
