//! 查询支付分订单: the parameters of a query.

use super::kind::{Endpoint, Spec};
use super::parts::{APPID, OUT_ORDER_NO, SERVICE_ID, SUB_MCHID};
use super::table::{Need, Source, Text, document};

document! {
    /// 查询支付分订单
    pub Query as "QueryParameters" in QUERY {
        out_order_no: Text = OUT_ORDER_NO;
        query_id: Text[1, 512] "回跳查询 ID" / "query ID", from(Source::P);
        service_id: Text = SERVICE_ID, required, partner(Need::Disputed);
        appid: Text = APPID, direct_only;
        sub_mchid: Text = SUB_MCHID, partner_only(Need::Required);
    }
}

pub static WHOLE: Spec = Spec::whole(&QUERY, Endpoint::QUERY);
