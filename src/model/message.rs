//! 预扣费消息、费用待处理消息: the requests that tell the user what will be deducted, or what is still to be paid.

use super::kind::{Endpoint, Spec};
use super::parts::{APPID, Discount, OUT_ORDER_NO, POST_DISCOUNTS, POST_PAYMENTS, Payment, SERVICE_ID, SUB_MCHID, TOTAL_AMOUNT};
use super::table::{Fen, Form, List, Need, Source, Text, Time, document, variant};

document! {
    /// 下发服务预扣费消息；费用待处理消息的字段与它相同
    pub Message as "PrepaidMessageRequestBody" in PREPAID_MESSAGE {
        out_order_no: Text = OUT_ORDER_NO, in_path;
        appid: Text = APPID, direct(Need::Unknown), partner(Need::Compared);
        service_id: Text = SERVICE_ID, required;
        sub_mchid: Text = SUB_MCHID, partner_only(Need::Required);
        post_payments: List<Payment> = POST_PAYMENTS, required;
        post_discounts: List<Discount> = POST_DISCOUNTS;
        total_amount: Fen = TOTAL_AMOUNT, required;
        prepaid_time: Time[Form::Day] "预计扣费日期" / "day of deduction", required, from(Source::P);
    }
}

variant! {
    /// 下发服务费用待处理消息
    pub PENDING_MESSAGE of Message as "PendingMessageRequestBody" {}
}

const PREPAID: Endpoint = Endpoint::of_order("/send-prepaidmessage", [204, 204]);
const PENDING: Endpoint = Endpoint::of_order("/send-pendingmessage", [204, 204]);

pub static PREPAID_WHOLE: Spec = Spec::whole(&PREPAID_MESSAGE, PREPAID);
pub static PREPAID_BODY: Spec = Spec::body(&PREPAID_MESSAGE, PREPAID);
pub static PENDING_WHOLE: Spec = Spec::whole(&PENDING_MESSAGE, PENDING);
pub static PENDING_BODY: Spec = Spec::body(&PENDING_MESSAGE, PENDING);
