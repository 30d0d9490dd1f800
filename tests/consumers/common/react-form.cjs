// A form with one field, its total, and what the field does not show; `made` is the hook's answer of the last rendering.
exports.created = { out_order_no: "1", appid: "wx1", service_id: "2002000000000558128851361561536", state: "DOING", state_description: "USER_CONFIRM", risk_fund: { name: "DEPOSIT", amount: 3000 }, time_range: { start_time: "20260120090000", end_time: "20260120100000" } };

exports.formOf = ({ createElement }, { useCompletion }, made = {}) =>
  function Form({ amount }) {
    Object.assign(made, useCompletion({ post_payments: [{ name: "租金", amount }] }, { created: exports.created, amountUnit: "yuan" }));
    const { severity, text } = made.at("/post_payments/0/amount");
    return createElement("p", null, `field ${severity} ${text}; total ${made.total.total}; left over ${made.rest.map(({ pointer }) => pointer)}`);
  };
