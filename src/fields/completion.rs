//! 完结支付分订单: what the completion call takes.

use super::{Field, Form, Presence, Shape, Source, Table, fen, form, integer, text};

pub static COMPLETION: Table = Table::new(
    "CompleteRequestBody",
    &[
        OUT_ORDER_NO.present(Presence::PathParameter),
        APPID.present(Presence::DirectOnly),
        SERVICE_ID.required(),
        SUB_MCHID.present(Presence::PartnerRequired),
        Field::new("post_payments", "付费项目", "payment items", Shape::List { of: &PAYMENT, min: 1, max: 100 }).required(),
        Field::new("post_discounts", "优惠项目", "discount items", Shape::List { of: &DISCOUNT, min: 0, max: 30 }),
        TOTAL_AMOUNT.required(),
        TIME_RANGE_FIELD,
        LOCATION_FIELD,
        Field::new("profit_sharing", "分账标记", "profit sharing flag", Shape::Boolean),
        Field::new("goods_tag", "订单优惠标记", "coupon tag", text(1, 32)),
        DEVICE_FIELD,
        Field::new("complete_time", "完结时间", "completion time", form(1, 64, Form::Rfc3339))
            .present(Presence::PartnerOptional)
            .from(Source::W),
    ],
);

pub(super) const OUT_ORDER_NO: Field = Field::new("out_order_no", "商户服务订单号", "order number", form(1, 32, Form::OrderNo));
pub(super) const APPID: Field = Field::new("appid", "公众账号 ID", "appid", text(1, 32));
pub(super) const SERVICE_ID: Field = Field::new("service_id", "服务 ID", "service ID", form(1, 32, Form::ServiceId));
pub(super) const SUB_MCHID: Field = Field::new("sub_mchid", "子商户号", "sub-merchant number", text(1, 32)).from(Source::S2);
pub(super) const TOTAL_AMOUNT: Field = Field::new("total_amount", "总金额", "total amount", fen());
pub(super) const TIME_RANGE_FIELD: Field = Field::new("time_range", "服务时间段", "service time", Shape::Object(&TIME_RANGE));
pub(super) const LOCATION_FIELD: Field = Field::new("location", "服务位置", "service location", Shape::Object(&LOCATION));
pub(super) const DEVICE_FIELD: Field = Field::new("device", "设备信息", "device", Shape::Object(&DEVICE)).from(Source::W);

pub(super) const NAME: Field = Field::new("name", "名称", "name", text(1, 20)).from(Source::S2);
pub(super) const AMOUNT: Field = Field::new("amount", "金额", "amount", fen()).from(Source::S2);
pub(super) const DESCRIPTION: Field = Field::new("description", "说明", "description", text(1, 30)).from(Source::S2);
pub(super) const COUNT: Field = Field::new("count", "数量", "count", integer(1, 100)).from(Source::P);

pub static PAYMENT: Table = Table::new("PostPayment", &[NAME.required(), AMOUNT, DESCRIPTION, COUNT]);

pub static DISCOUNT: Table = Table::new("PostDiscount", &[NAME.required(), DESCRIPTION, AMOUNT, COUNT]);

pub static TIME_RANGE: Table = Table::new(
    "TimeRange",
    &[
        Field::new("start_time", "服务开始时间", "start time", form(1, super::UNBOUNDED, Form::StartTime)).from(Source::S2),
        Field::new("end_time", "服务结束时间", "end time", form(1, super::UNBOUNDED, Form::EndTime)).from(Source::S2),
        Field::new("start_time_remark", "服务开始时间备注", "start time remark", text(1, 20)).from(Source::S2),
        Field::new("end_time_remark", "服务结束时间备注", "end time remark", text(1, 20)).from(Source::S2),
    ],
);

pub static LOCATION: Table = Table::new(
    "Location",
    &[
        Field::new("start_location", "服务开始地点", "start location", text(1, 20)).from(Source::S2),
        Field::new("end_location", "服务结束地点", "end location", text(1, 20)).from(Source::S2),
    ],
);

pub static DEVICE: Table = Table::new(
    "Device",
    &[
        Field::new("start_device_id", "开始使用的设备编号", "start device ID", text(1, 50)).from(Source::W),
        Field::new("end_device_id", "结束使用的设备编号", "end device ID", text(1, 50)).from(Source::W),
        Field::new("materiel_no", "物料编码", "materiel number", text(1, 100)).from(Source::W),
    ],
);
