// The orders that all contestants are measured on. The same seed gives the same orders.

const PAYMENTS = ["停车费", "车辆租金", "超时还车费", "充电服务费", "夜间调度费", "里程费", "房间小费", "早餐", "洗衣服务", "清洁费", "异地还车服务费", "电费", "雨具租借", "客房酒水", "延时退房费"];
const EXPLAINED = ["按实际使用时长计费", "不足一小时按一小时计", "超出免费时长的部分", "含夜间服务与平台服务费", "2.5 元/小时，共 4 小时", "第三方代收，开票请联系客服", "本次行程 12.6 公里"];
const DISCOUNTS = ["新客立减", "会员折扣", "满二十减五", "平台补贴", "节假日优惠", "月卡抵扣", "首单免费时长"];
const REASONS = ["不与其他优惠同享", "活动期间每日一次", "会员日专享", "由平台承担", "仅限本门店使用"];
const PLACES = ["深圳市南山区科技园北区", "嘉里建设广场地下二层", "深圳湾体育中心东门", "世界之窗地铁站J口", "广州南站P4停车场", "上海虹桥T2航站楼", "海岸城购物中心西区", "杭州东站西广场", "成都太古里北入口"];
const REMARKS = ["以用户扫码开锁为准", "以设备归还时间为准", "按入住登记时间", "以车辆驶离道闸为准"];
const TAGS = ["autumn_2026_member", "first_ride", "hotel_weekend_night"];

/** mulberry32 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { next, below, between: (low, high) => low + below(high - low + 1), oneOf: (values) => values[below(values.length)], chance: (share) => next() < share };
}

/** @param {{orders: number, invalid?: number, items?: "few" | "many", seed?: number}} wanted `invalid` is their share */
export function generateOrders({ orders, invalid = 0, items = "few", seed = 1 }) {
  const random = randomFrom(seed);
  return Array.from({ length: orders }, (_, index) => {
    const order = items === "few" ? soundOrder(random, index, 3, random.between(1, 2)) : soundOrder(random, index, 100, 30);
    // Evenly spread, so that every stretch of the input holds the same share.
    if (Math.floor((index + 1) * invalid) > Math.floor(index * invalid)) random.oneOf(FAULTS)(order, random);
    return order;
  });
}

function soundOrder(random, index, payments, discounts) {
  const post_payments = Array.from({ length: payments }, (_, at) => payment(random, numbered(random, PAYMENTS, at, payments)));
  const post_discounts = Array.from({ length: discounts }, (_, at) => discount(random, numbered(random, DISCOUNTS, at, discounts)));
  const day = String(random.between(10, 27));
  const order = {
    out_order_no: `PS202611${day}${String(index).padStart(8, "0")}${random.between(100, 999)}`,
    appid: "wxd678efh567hg6787",
    service_id: "20020000000005581288513615615360",
    post_payments,
    post_discounts,
    total_amount: sum(post_payments) - sum(post_discounts),
    time_range: timeRange(random, day),
    location: { start_location: random.oneOf(PLACES), end_location: random.oneOf(PLACES) },
    profit_sharing: random.chance(0.3),
  };
  if (random.chance(0.4)) order.goods_tag = random.oneOf(TAGS);
  return order;
}

/** Names that do not repeat: in a long list, a number is appended. */
function numbered(random, names, at, length) {
  if (length <= names.length) return names[(at * 4 + (at === 0 ? random.below(2) : 2)) % names.length];
  return `${random.oneOf(names)}（第 ${at + 1} 项）`;
}

function payment(random, name) {
  const item = { name, amount: random.between(50, 19_900) };
  if (random.chance(0.8)) item.description = random.oneOf(EXPLAINED);
  if (random.chance(0.4)) item.count = random.between(1, 5);
  return item;
}

function discount(random, name) {
  const item = { name };
  if (random.chance(0.7)) item.description = random.oneOf(REASONS);
  item.amount = random.between(1, 45);
  return item;
}

function timeRange(random, day) {
  const clock = (from, to) => [random.between(from, to), random.below(60), random.below(60)].map((part) => String(part).padStart(2, "0")).join("");
  const range = { start_time: `202611${day}${clock(6, 11)}`, end_time: `202611${day}${clock(12, 23)}` };
  if (random.chance(0.5)) {
    range.start_time_remark = random.oneOf(REMARKS);
    range.end_time_remark = random.oneOf(REMARKS);
  }
  return range;
}

const sum = (items) => items.reduce((fen, { amount }) => fen + amount, 0);

/** What merchants get wrong. Each makes an order invalid, some by more than one issue. */
const FAULTS = [
  (order) => (order.total_amount += 1),
  (order) => (order.total_amount = -1),
  (order) => delete order.total_amount,
  (order) => (order.post_payments[0].amount = order.post_payments[0].amount / 100 + 0.001),
  (order) => (order.post_payments[1].amount = String(order.post_payments[1].amount)),
  (order, random) => {
    order.post_payments[2].amuont = order.post_payments[2].amount;
    delete order.post_payments[2].amount;
    order.post_payments[2].description = random.oneOf(EXPLAINED);
  },
  (order) => (order.post_payments[0].name = "停车费与充电服务费以及超时占用费和夜间调度费合计"),
  (order) => (order.post_payments[1].name = "早餐🍳"),
  (order) => (order.post_payments[2].count = 101),
  (order) => delete order.post_payments[0].name,
  (order) => order.post_discounts.push({ ...order.post_discounts[0], amount: 0 }),
  (order) => (order.post_discounts[0].name = ""),
  (order) => (order.post_discounts[0].amount = null),
  (order) => ([order.time_range.start_time, order.time_range.end_time] = [order.time_range.end_time, order.time_range.start_time]),
  (order) => (order.time_range.end_time = "2026-11-20 18:00:00"),
  (order) => (order.time_range.end_time = "20261131180000"),
  (order) => (order.time_range.end_time = order.time_range.end_time.slice(0, 8)),
  (order) => (order.out_order_no = `${order.out_order_no}/1`),
  (order) => {
    order.serviceId = order.service_id;
    delete order.service_id;
  },
  (order) => (order.location.end_location = 39.9),
  (order) => (order.profit_sharing = "false"),
];
