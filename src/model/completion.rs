//! 完结支付分订单: the request that completes an order.

use super::kind::{Endpoint, Spec};
use super::parts::{
    APPID, DEVICE_ROW, DISCOUNT, Device, Discount, GOODS_TAG, LOCATION_ROW, Location, OUT_ORDER_NO, PAYMENT, PROFIT_SHARING, Payment,
    SERVICE_ID, SUB_MCHID, TIME_RANGE_ROW, TOTAL_AMOUNT, TimeRange,
};
use super::table::{Fen, Flag, Form, List, Need, Source, Text, document};

document! {
    /// 完结支付分订单
    pub Completion as "CompleteRequestBody" in COMPLETION {
        out_order_no: Text = OUT_ORDER_NO, in_path;
        appid: Text = APPID, direct_only;
        service_id: Text = SERVICE_ID, required;
        sub_mchid: Text = SUB_MCHID, partner_only;
        post_payments: List<Payment>[&PAYMENT, 1, 100] "付费项目" / "payment items", required;
        post_discounts: List<Discount>[&DISCOUNT, 0, 30] "优惠项目" / "discount items";
        total_amount: Fen = TOTAL_AMOUNT, required;
        time_range: TimeRange = TIME_RANGE_ROW;
        location: Location = LOCATION_ROW;
        profit_sharing: Flag = PROFIT_SHARING;
        goods_tag: Text = GOODS_TAG;
        device: Device = DEVICE_ROW;
        complete_time: Text[1, 64] "完结时间" / "completion time", form(Form::Rfc3339), direct(Need::Unknown), from(Source::W);
    }
}

const COMPLETE: Endpoint = Endpoint { action: "/complete", answers: [200, 204] };

pub static WHOLE: Spec = Spec::whole(&COMPLETION, COMPLETE);
pub static BODY: Spec = Spec::body(&COMPLETION, COMPLETE);
