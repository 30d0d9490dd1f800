//! 取消支付分订单: the request that cancels an order.

use super::kind::{Endpoint, Spec};
use super::parts::{APPID, OUT_ORDER_NO, REASON, SERVICE_ID, SUB_MCHID};
use super::table::{Need, Text, document};

document! {
    /// 取消支付分订单
    pub Cancel as "CancelRequestBody" in CANCEL {
        out_order_no: Text = OUT_ORDER_NO, in_path;
        appid: Text = APPID, direct_only;
        service_id: Text = SERVICE_ID, disputed;
        sub_mchid: Text = SUB_MCHID, partner_only(Need::Required);
        reason: Text = REASON, required;
    }
}

const CALL: Endpoint = Endpoint::of_order("/cancel", [200, 204]);

pub static WHOLE: Spec = Spec::whole(&CANCEL, CALL);
pub static BODY: Spec = Spec::body(&CANCEL, CALL);
