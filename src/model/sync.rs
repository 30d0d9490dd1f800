//! 同步服务订单信息: the request that reports an order as paid another way.

use super::kind::{Endpoint, Spec};
use super::parts::{APPID, OUT_ORDER_NO, SERVICE_ID, SUB_MCHID};
use super::table::{Count, Fen, Form, Need, Source, Text, Time, UNBOUNDED, Word, document};

document! {
    /// 同步服务订单信息
    pub Sync as "SyncRequestBody" in SYNC {
        out_order_no: Text = OUT_ORDER_NO, in_path;
        appid: Text = APPID, direct_only;
        service_id: Text = SERVICE_ID, required;
        sub_mchid: Text = SUB_MCHID, partner_only(Need::Required);
        r#type: Word[&["Order_Paid"]] "场景类型" / "type", required, from(Source::P);
        detail: SyncDetail[&SYNC_DETAIL] "内容信息详情" / "detail", required, from(Source::P);
    }
}

document! {
    /// 用户通过其他渠道付款的详情
    pub SyncDetail as "SyncDetail" in SYNC_DETAIL {
        seq: Count[1, UNBOUNDED] "收款序号" / "sequence number", partner_only(Need::Optional), from(Source::W);
        paid_time: Time[Form::EndTime] "收款成功时间" / "payment time", required, from(Source::P);
        paid_amount: Fen[0] "收款金额" / "paid amount", partner_only(Need::Optional), from(Source::W);
    }
}

const CALL: Endpoint = Endpoint::of_order("/sync", [200, 204]);

pub static WHOLE: Spec = Spec::whole(&SYNC, CALL);
pub static BODY: Spec = Spec::body(&SYNC, CALL);
