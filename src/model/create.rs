//! 创建支付分订单: the request that creates an order.

use super::kind::{Endpoint, Spec, Wire, wire};
use super::parts::{
    APPID, ATTACH, CREATED_TIME_RANGE, DEVICE_ROW, DISCOUNT, Device, Discount, LOCATION_ROW, Location, NOTIFY_URL, OPENID, OUT_ORDER_NO,
    PAYMENT, Payment, SERVICE_ID, SERVICE_INTRODUCTION, SUB_APPID, SUB_MCHID, SUB_OPENID, TimeRange,
};
use super::service_order::{RISK_FUND, RiskFund};
use super::table::{Flag, List, Need, Source, Text, document};

document! {
    /// 创建支付分订单
    pub Create as "CreateRequestBody" in CREATE {
        out_order_no: Text = OUT_ORDER_NO, required;
        appid: Text = APPID, required;
        service_id: Text = SERVICE_ID, required;
        sub_mchid: Text = SUB_MCHID, partner_only(Need::Required);
        sub_appid: Text = SUB_APPID, partner_only(Need::Optional);
        service_introduction: Text = SERVICE_INTRODUCTION, required;
        post_payments: List<Payment>[&PAYMENT, 0, 100] "付费项目" / "payment items";
        post_discounts: List<Discount>[&DISCOUNT, 0, 30] "优惠项目" / "discount items";
        time_range: TimeRange[&CREATED_TIME_RANGE] "服务时间段" / "service time", required;
        location: Location = LOCATION_ROW;
        risk_fund: RiskFund[&RISK_FUND] "服务风险金" / "risk fund", required;
        attach: Text = ATTACH;
        notify_url: Text = NOTIFY_URL, required;
        openid: Text = OPENID;
        sub_openid: Text = SUB_OPENID, partner_only(Need::Optional);
        need_user_confirm: Flag[] "是否需要用户确认" / "need-user-confirm flag", from(Source::P);
        device: Device = DEVICE_ROW;
    }
}

const DIRECT_ORDER: Wire = wire![Create: out_order_no, appid, service_id, service_introduction, post_payments, post_discounts, time_range, location,
    risk_fund, attach, notify_url, openid, need_user_confirm, device];
const PARTNER_ORDER: Wire = wire![Create: service_id, appid, sub_mchid, sub_appid, out_order_no, service_introduction, post_payments, post_discounts,
    risk_fund, time_range, location, openid, sub_openid, need_user_confirm, notify_url, attach, device];

pub static WHOLE: Spec = Spec::whole(&CREATE, Endpoint::of_service("", [200, 200])).direct_order(DIRECT_ORDER).partner_order(PARTNER_ORDER);
