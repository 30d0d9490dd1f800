/** An order that the user has confirmed, with a deposit of 30 yuan waived. */
export const created = {
  out_order_no: "1234323JKHDFE1243252",
  appid: "wxd678efh567hg6787",
  mchid: "1230000109",
  service_id: "2002000000000558128851361561536",
  service_introduction: "充电宝租借",
  state: "DOING",
  state_description: "USER_CONFIRM",
  risk_fund: { name: "DEPOSIT", amount: 3000 },
  time_range: { start_time: "20260120090000" },
};
