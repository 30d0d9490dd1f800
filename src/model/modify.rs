//! 修改订单金额: the request that lowers the amount due of a completed order.

use super::kind::{Endpoint, Spec};
use super::parts::{
    APPID, DEVICE_ROW, Device, Discount, OUT_ORDER_NO, POST_DISCOUNTS, POST_PAYMENTS, Payment, REASON, SERVICE_ID, SUB_MCHID, TOTAL_AMOUNT,
};
use super::table::{Fen, List, Need, Text, document};

document! {
    /// 修改订单金额
    pub Modify as "ModifyRequestBody" in MODIFY {
        out_order_no: Text = OUT_ORDER_NO, in_path;
        appid: Text = APPID, direct_only;
        service_id: Text = SERVICE_ID, required, partner(Need::Disputed);
        sub_mchid: Text = SUB_MCHID, partner_only(Need::Required);
        post_payments: List<Payment> = POST_PAYMENTS, required;
        post_discounts: List<Discount> = POST_DISCOUNTS;
        total_amount: Fen = TOTAL_AMOUNT, required;
        reason: Text = REASON, required;
        device: Device = DEVICE_ROW;
    }
}

const CALL: Endpoint = Endpoint::of_order("/modify", [200, 204]);

pub static WHOLE: Spec = Spec::whole(&MODIFY, CALL);
pub static BODY: Spec = Spec::body(&MODIFY, CALL);
