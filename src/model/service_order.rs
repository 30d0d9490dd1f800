//! The order as WeChat Pay returns it: query, 完结 response, decrypted notification.

use super::kind::Spec;
use super::parts::{
    APPID, DEVICE_ROW, Device, Discount, LOCATION_ROW, Location, OPENID, OUT_ORDER_NO, Payment, RETURNED_DISCOUNT, RETURNED_PAYMENT,
    SERVICE_ID, SERVICE_INTRODUCTION, SUB_APPID, SUB_MCHID, SUB_OPENID, TIME_RANGE_ROW, TOTAL_AMOUNT, TimeRange,
};
use super::table::{Anything, Count, Fen, Flag, Form, List, Source, Text, Time, UNBOUNDED, Word, document};

document! {
    /// 支付分订单
    pub ServiceOrder as "ServiceOrder" in SERVICE_ORDER {
        out_order_no: Text = OUT_ORDER_NO, required, from(Source::S2);
        service_id: Text = SERVICE_ID, required, from(Source::S2);
        appid: Text = APPID, required, from(Source::S2);
        mchid: Text[1, 32] "商户号" / "merchant number", required;
        sub_appid: Text = SUB_APPID;
        sub_mchid: Text = SUB_MCHID;
        service_introduction: Text = SERVICE_INTRODUCTION, required;
        state: Word[&["CREATED", "DOING", "DONE", "REVOKED", "EXPIRED"]] "订单状态" / "state", required;
        state_description: Word[&["USER_CONFIRM", "MCH_COMPLETE"]] "订单状态说明" / "state description";
        post_payments: List<Payment>[&RETURNED_PAYMENT, 0, 100] "付费项目" / "payment items";
        post_discounts: List<Discount>[&RETURNED_DISCOUNT, 0, 30] "优惠项目" / "discount items";
        risk_fund: RiskFund[&RISK_FUND] "服务风险金" / "risk fund";
        total_amount: Fen = TOTAL_AMOUNT;
        need_collection: Flag[] "是否需要收款" / "need-collection flag";
        collection: Collection[&COLLECTION] "收款信息" / "collection", from(Source::S2);
        time_range: TimeRange = TIME_RANGE_ROW;
        location: Location = LOCATION_ROW;
        attach: Text[1, 256] "商户数据包" / "attached data", from(Source::S2);
        notify_url: Text[1, 256] "商户回调地址" / "notification URL", form(Form::Url), from(Source::S2);
        openid: Text = OPENID;
        sub_openid: Text = SUB_OPENID;
        order_id: Text[1, 64] "微信支付服务订单号" / "WeChat Pay order number", form(Form::OrderId);
        package: Text[1, 300] "确认订单跳转数据" / "confirmation package", from(Source::W);
        device: Device = DEVICE_ROW;
        channel_id: Anything[] "渠道商商户号" / "channel ID", from(Source::W);
        out_trade_no: Anything[] "商户订单号" / "merchant trade number", from(Source::W);
        user_service_status: Anything[] "用户服务状态" / "user service status", from(Source::W);
        openorclose_time: Anything[] "服务开启或关闭时间" / "time of opening or closing", from(Source::W);
        authorization_code: Anything[] "授权协议号" / "authorization code", from(Source::W);
        out_request_no: Anything[] "商户请求单号" / "request number", from(Source::W);
        promotion_detail: Anything[] "优惠功能" / "coupons", from(Source::P);
        currency: Anything[] "币种" / "currency", from(Source::P);
    }
}

document! {
    /// 服务风险金
    pub RiskFund as "RiskFund" in RISK_FUND {
        name: Word[&["DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"]] "风险金名称" / "risk fund name", required, from(Source::S2);
        amount: Fen[1] "风险金额" / "risk fund amount", required, from(Source::S2);
        description: Text[1, 30] "风险说明" / "risk fund description", form(Form::Free), from(Source::S2);
    }
}

document! {
    /// 收款信息
    pub Collection as "Collection" in COLLECTION {
        bank_type: Text[1, UNBOUNDED] "银行类型" / "bank type", from(Source::W);
        state: Word[&["USER_PAYING", "USER_PAID"]] "收款状态" / "collection state", required, from(Source::S2);
        total_amount: Fen[0] "总收款金额" / "collection total", from(Source::S2);
        paying_amount: Fen[0] "待收金额" / "amount to be paid", from(Source::S2);
        paid_amount: Fen[0] "已收金额" / "paid amount", from(Source::S2);
        details: List<Detail>[&DETAIL, 0, UNBOUNDED] "收款明细" / "collection details", from(Source::S2);
    }
}

document! {
    /// 收款明细
    pub Detail as "CollectionDetail" in DETAIL {
        seq: Count[1, UNBOUNDED] "收款序号" / "sequence number", from(Source::S2);
        amount: Fen[0] "金额" / "amount", from(Source::S2);
        paid_type: Word[&["NEWTON", "MCH"]] "收款成功渠道" / "payment channel", from(Source::S2);
        paid_time: Time[Form::PaidTime] "收款成功时间" / "payment time", from(Source::S2);
        transaction_id: Text[1, 64] "微信支付交易单号" / "transaction ID", from(Source::S2);
        promotion_detail: List<Promotion>[&PROMOTION, 0, UNBOUNDED] "代金券" / "coupons", from(Source::S2);
    }
}

document! {
    /// 代金券
    pub Promotion as "PromotionDetail" in PROMOTION {
        coupon_id: Text[1, 32] "券 ID" / "coupon ID", required, from(Source::S2);
        name: Text[1, 64] "优惠名称" / "coupon name", from(Source::S2);
        scope: Word[&["GLOBAL", "SINGLE"]] "优惠范围" / "coupon scope", from(Source::S2);
        r#type: Word[&["CASH", "NOCASH"]] "优惠类型" / "coupon type", from(Source::S2);
        amount: Fen[0] "优惠券面额" / "coupon amount", required, from(Source::S2);
        stock_id: Text[1, 32] "活动 ID" / "stock ID", from(Source::S2);
        wechatpay_contribute: Fen[0] "微信出资" / "WeChat Pay's contribution", from(Source::S2);
        merchant_contribute: Fen[0] "商户出资" / "merchant's contribution", from(Source::S2);
        other_contribute: Fen[0] "其他出资" / "others' contribution", from(Source::S2);
        currency: Word[&["CNY"]] "优惠币种" / "currency", from(Source::S2);
        goods_detail: List<Goods>[&GOODS, 0, UNBOUNDED] "单品" / "goods items", from(Source::S2);
    }
}

document! {
    /// 单品
    pub Goods as "GoodsDetail" in GOODS {
        goods_id: Text[1, 32] "商品编码" / "goods ID", required, from(Source::S2);
        quantity: Count[0, UNBOUNDED] "商品数量" / "quantity", required, from(Source::S2);
        unit_price: Fen[0] "商品价格" / "unit price", required, from(Source::S2);
        discount_amount: Fen[0] "商品优惠金额" / "goods discount", required, from(Source::S2);
        goods_remark: Text[1, 128] "商品备注" / "goods remark", from(Source::S2);
    }
}

pub static ANSWER: Spec = Spec::answer(&SERVICE_ORDER);
