//! 商户发起催收扣款: the request that collects the amount due again.

use super::kind::{Endpoint, Spec};
use super::parts::{APPID, OUT_ORDER_NO, SERVICE_ID, SUB_MCHID};
use super::table::{Need, Text, document};

document! {
    /// 商户发起催收扣款
    pub Pay as "PayRequestBody" in PAY {
        out_order_no: Text = OUT_ORDER_NO, in_path;
        appid: Text = APPID, direct_only, direct(Need::Disputed);
        service_id: Text = SERVICE_ID, disputed;
        sub_mchid: Text = SUB_MCHID, partner_only(Need::Required);
    }
}

const CALL: Endpoint = Endpoint::of_order("/pay", [200, 204]);

pub static WHOLE: Spec = Spec::whole(&PAY, CALL);
pub static BODY: Spec = Spec::body(&PAY, CALL);
