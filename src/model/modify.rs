//! 修改订单金额: the request that lowers what a completed order still collects.

use super::kind::{Endpoint, Spec};
use super::parts::{APPID, DEVICE_ROW, DISCOUNT, Device, Discount, OUT_ORDER_NO, PAYMENT, Payment, SERVICE_ID, SUB_MCHID, TOTAL_AMOUNT};
use super::table::{Fen, List, Text, document};

document! {
    /// 修改订单金额
    pub Modify as "ModifyRequestBody" in MODIFY {
        out_order_no: Text = OUT_ORDER_NO, in_path;
        appid: Text = APPID, direct_only;
        service_id: Text = SERVICE_ID, required;
        sub_mchid: Text = SUB_MCHID, partner_only;
        post_payments: List<Payment>[&PAYMENT, 1, 100] "付费项目" / "payment items", required;
        post_discounts: List<Discount>[&DISCOUNT, 0, 30] "优惠项目" / "discount items";
        total_amount: Fen = TOTAL_AMOUNT, required;
        reason: Text[1, 50] "修改原因" / "reason", required;
        device: Device = DEVICE_ROW;
    }
}

const MODIFY_CALL: Endpoint = Endpoint { action: "/modify", answers: [200, 204] };

pub static WHOLE: Spec = Spec::whole(&MODIFY, MODIFY_CALL);
pub static BODY: Spec = Spec::body(&MODIFY, MODIFY_CALL);
