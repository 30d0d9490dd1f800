//! 完结支付分订单: the request that completes an order.

use super::kind::{Endpoint, Spec, Wire, wire};
use super::parts::{
    APPID, DEVICE_ROW, Device, Discount, GOODS_TAG, LOCATION_ROW, Location, OUT_ORDER_NO, POST_DISCOUNTS, POST_PAYMENTS, PROFIT_SHARING,
    Payment, SERVICE_ID, SUB_MCHID, TIME_RANGE_ROW, TOTAL_AMOUNT, TimeRange,
};
use super::table::{Fen, Flag, Form, List, Need, Source, Text, document};

document! {
    /// 完结支付分订单
    pub Completion as "CompleteRequestBody" in COMPLETION {
        out_order_no: Text = OUT_ORDER_NO, in_path;
        appid: Text = APPID, direct_only;
        service_id: Text = SERVICE_ID, required;
        sub_mchid: Text = SUB_MCHID, partner_only(Need::Required);
        post_payments: List<Payment> = POST_PAYMENTS, required;
        post_discounts: List<Discount> = POST_DISCOUNTS;
        total_amount: Fen = TOTAL_AMOUNT, required;
        time_range: TimeRange = TIME_RANGE_ROW;
        location: Location = LOCATION_ROW;
        profit_sharing: Flag = PROFIT_SHARING;
        goods_tag: Text = GOODS_TAG;
        device: Device = DEVICE_ROW;
        complete_time: Text[1, 64] "完结时间" / "completion time", form(Form::Rfc3339), partner_only(Need::Optional), from(Source::W);
    }
}

const COMPLETE: Endpoint = Endpoint::of_order("/complete", [200, 204]);

/// For a partner, complete_time comes before goods_tag and device.
const PARTNER_ORDER: Wire = wire![Completion: service_id, sub_mchid, post_payments, post_discounts, total_amount, time_range, location, profit_sharing,
    complete_time, goods_tag, device];

pub static WHOLE: Spec = Spec::whole(&COMPLETION, COMPLETE).partner_order(PARTNER_ORDER);
pub static BODY: Spec = Spec::body(&COMPLETION, COMPLETE).partner_order(PARTNER_ORDER);
