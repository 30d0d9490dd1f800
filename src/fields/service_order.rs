//! The order as WeChat Pay returns it: query, 完结 response, decrypted notification.

use super::completion::{
    AMOUNT, APPID, COUNT, DESCRIPTION, DEVICE_FIELD, LOCATION_FIELD, NAME, OUT_ORDER_NO, SERVICE_ID, SUB_MCHID, TIME_RANGE_FIELD,
    TOTAL_AMOUNT,
};
use super::{Field, Form, Shape, Source, Table, UNBOUNDED, Unit, fen, form, integer, text};

pub static SERVICE_ORDER: Table = Table::new(
    "ServiceOrder",
    &[
        OUT_ORDER_NO.required().from(Source::S2),
        SERVICE_ID.required().from(Source::S2),
        APPID.required().from(Source::S2),
        Field::new("mchid", "商户号", "merchant number", text(1, 32)).required(),
        Field::new("sub_appid", "子商户公众账号 ID", "sub-appid", text(1, 32)).from(Source::S2),
        SUB_MCHID.optional(),
        Field::new("service_introduction", "服务信息", "service introduction", text(1, 20)).required(),
        Field::new("state", "订单状态", "state", Shape::Enum(&["CREATED", "DOING", "DONE", "REVOKED", "EXPIRED"])).required(),
        Field::new("state_description", "订单状态说明", "state description", Shape::Enum(&["USER_CONFIRM", "MCH_COMPLETE"])),
        Field::new("post_payments", "付费项目", "payment items", Shape::List { of: &RETURNED_PAYMENT, min: 0, max: 100 }),
        Field::new("post_discounts", "优惠项目", "discount items", Shape::List { of: &RETURNED_DISCOUNT, min: 0, max: 30 }),
        Field::new("risk_fund", "服务风险金", "risk fund", Shape::Object(&RISK_FUND)),
        TOTAL_AMOUNT.optional(),
        Field::new("need_collection", "是否需要收款", "need-collection flag", Shape::Boolean),
        Field::new("collection", "收款信息", "collection", Shape::Object(&COLLECTION)).from(Source::S2),
        TIME_RANGE_FIELD,
        LOCATION_FIELD,
        Field::new("attach", "商户数据包", "attached data", text(1, 256)).from(Source::S2),
        Field::new("notify_url", "商户回调地址", "notification URL", form(1, 256, Form::Url)).from(Source::S2),
        Field::new("openid", "用户标识", "openid", text(1, 128)).from(Source::S2),
        Field::new("sub_openid", "子商户用户标识", "sub-openid", text(1, 128)).from(Source::S2),
        Field::new("order_id", "微信支付服务订单号", "WeChat Pay order number", form(1, 64, Form::OrderId)),
        Field::new("package", "确认订单跳转数据", "confirmation package", text(1, 300)).from(Source::W),
        DEVICE_FIELD,
    ],
);

pub static RETURNED_PAYMENT: Table = Table::new("ReturnedPayment", &[NAME.optional(), AMOUNT, DESCRIPTION, COUNT]);

pub static RETURNED_DISCOUNT: Table = Table::new("ReturnedDiscount", &[NAME.optional(), DESCRIPTION, AMOUNT, COUNT]);

pub static RISK_FUND: Table = Table::new(
    "RiskFund",
    &[
        Field::new("name", "风险金名称", "risk fund name", Shape::Enum(&["DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"]))
            .required()
            .from(Source::S2),
        Field::new("amount", "风险金额", "risk fund amount", Shape::Integer { min: 1, max: UNBOUNDED, unit: Unit::Fen })
            .required()
            .from(Source::S2),
        Field::new("description", "风险说明", "risk fund description", text(1, 30)).from(Source::S2),
    ],
);

pub static COLLECTION: Table = Table::new(
    "Collection",
    &[
        Field::new("state", "收款状态", "collection state", Shape::Enum(&["USER_PAYING", "USER_PAID"])).required().from(Source::S2),
        Field::new("total_amount", "总收款金额", "collection total", fen()).from(Source::S2),
        Field::new("paying_amount", "待收金额", "amount to be paid", fen()).from(Source::S2),
        Field::new("paid_amount", "已收金额", "paid amount", fen()).from(Source::S2),
        Field::new("details", "收款明细", "collection details", Shape::List { of: &DETAIL, min: 0, max: UNBOUNDED }).from(Source::S2),
    ],
);

pub static DETAIL: Table = Table::new(
    "CollectionDetail",
    &[
        Field::new("seq", "收款序号", "sequence number", integer(1, UNBOUNDED)).from(Source::S2),
        AMOUNT,
        Field::new("paid_type", "收款成功渠道", "payment channel", Shape::Enum(&["NEWTON", "MCH"])).from(Source::S2),
        Field::new("paid_time", "收款成功时间", "payment time", form(1, UNBOUNDED, Form::PaidTime)).from(Source::S2),
        Field::new("transaction_id", "微信支付交易单号", "transaction ID", text(1, 64)).from(Source::S2),
        Field::new("promotion_detail", "代金券", "coupons", Shape::List { of: &PROMOTION, min: 0, max: UNBOUNDED }).from(Source::S2),
    ],
);

pub static PROMOTION: Table = Table::new(
    "PromotionDetail",
    &[
        Field::new("coupon_id", "券 ID", "coupon ID", text(1, 32)).required().from(Source::S2),
        Field::new("name", "优惠名称", "coupon name", text(1, 64)).from(Source::S2),
        Field::new("scope", "优惠范围", "coupon scope", Shape::Enum(&["GLOBAL", "SINGLE"])).from(Source::S2),
        Field::new("type", "优惠类型", "coupon type", Shape::Enum(&["CASH", "NOCASH"])).from(Source::S2),
        Field::new("amount", "优惠券面额", "coupon amount", fen()).required().from(Source::S2),
        Field::new("stock_id", "活动 ID", "stock ID", text(1, 32)).from(Source::S2),
        Field::new("wechatpay_contribute", "微信出资", "WeChat Pay's contribution", fen()).from(Source::S2),
        Field::new("merchant_contribute", "商户出资", "merchant's contribution", fen()).from(Source::S2),
        Field::new("other_contribute", "其他出资", "others' contribution", fen()).from(Source::S2),
        Field::new("currency", "优惠币种", "currency", Shape::Enum(&["CNY"])).from(Source::S2),
        Field::new("goods_detail", "单品", "goods items", Shape::List { of: &GOODS, min: 0, max: UNBOUNDED }).from(Source::S2),
    ],
);

pub static GOODS: Table = Table::new(
    "GoodsDetail",
    &[
        Field::new("goods_id", "商品编码", "goods ID", text(1, 32)).required().from(Source::S2),
        Field::new("quantity", "商品数量", "quantity", integer(0, UNBOUNDED)).required().from(Source::S2),
        Field::new("unit_price", "商品价格", "unit price", fen()).required().from(Source::S2),
        Field::new("discount_amount", "商品优惠金额", "goods discount", fen()).required().from(Source::S2),
        Field::new("goods_remark", "商品备注", "goods remark", text(1, 128)).from(Source::S2),
    ],
);
