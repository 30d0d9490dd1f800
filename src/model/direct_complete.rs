//! 创单结单合并: the request that creates and completes an order in one.

use super::kind::{Endpoint, Spec, Wire, wire};
use super::parts::{
    APPID, ATTACH, Discount, GOODS_TAG, LOCATION_ROW, Location, NOTIFY_URL, OPENID, OUT_ORDER_NO, PAST_TIME_RANGE, POST_DISCOUNTS,
    POST_PAYMENTS, PROFIT_SHARING, Payment, SERVICE_ID, SERVICE_INTRODUCTION, SUB_APPID, SUB_MCHID, TOTAL_AMOUNT, TimeRange,
};
use super::table::{Fen, Flag, List, Need, Text, document};

document! {
    /// 创单结单合并
    pub DirectComplete as "DirectCompleteRequestBody" in DIRECT_COMPLETE {
        out_order_no: Text = OUT_ORDER_NO, required;
        appid: Text = APPID, required;
        service_id: Text = SERVICE_ID, required;
        service_introduction: Text = SERVICE_INTRODUCTION, required;
        openid: Text = OPENID, required, partner(Need::Disputed);
        sub_appid: Text = SUB_APPID, partner_only(Need::Disputed);
        sub_mchid: Text = SUB_MCHID, partner_only(Need::Disputed);
        post_payments: List<Payment> = POST_PAYMENTS, required, partner(Need::Disputed);
        post_discounts: List<Discount> = POST_DISCOUNTS;
        time_range: TimeRange[&PAST_TIME_RANGE] "服务时间段" / "service time", required;
        location: Location = LOCATION_ROW;
        total_amount: Fen = TOTAL_AMOUNT, required;
        profit_sharing: Flag = PROFIT_SHARING;
        goods_tag: Text = GOODS_TAG;
        attach: Text = ATTACH;
        notify_url: Text = NOTIFY_URL, required, direct(Need::Disputed);
    }
}

const DIRECT_ORDER: Wire = wire![DirectComplete: out_order_no, appid, openid, service_id, service_introduction, post_payments, post_discounts, time_range,
    location, total_amount, profit_sharing, goods_tag, attach, notify_url];
const PARTNER_ORDER: Wire = wire![DirectComplete: service_id, appid, sub_appid, sub_mchid, out_order_no, service_introduction, post_payments, post_discounts,
    total_amount, time_range, location, profit_sharing, goods_tag, attach, notify_url, openid];

pub static WHOLE: Spec = Spec::whole(&DIRECT_COMPLETE, Endpoint::of_service("/direct-complete", [200, 204]))
    .direct_order(DIRECT_ORDER)
    .partner_order(PARTNER_ORDER);
