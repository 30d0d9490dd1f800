exports.bodyOf = ({ days, price, coupon }) => ({
  appid: "wxd678efh567hg6787",
  service_id: "2002000000000558128851361561536",
  post_payments: [{ name: "房费", amount: days * price, count: days }],
  post_discounts: [{ name: "优惠券", amount: coupon }],
  total_amount: Math.max(0, days * price - coupon),
  time_range: { start_time: "20260117", end_time: "20260120" },
});
