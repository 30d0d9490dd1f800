//! Fields and objects that several documents share.

use super::table::{Count, Fen, Flag, Form, List, Need, Row, Source, Text, Time, document, variant};

pub const OUT_ORDER_NO: Row<Text> = Row::new(Text::shape(1, 32), "商户服务订单号", "order number").form(Form::OrderNo);
pub const APPID: Row<Text> = Row::new(Text::shape(1, 32), "公众账号 ID", "appid");
pub const SERVICE_ID: Row<Text> = Row::new(Text::shape(1, 32), "服务 ID", "service ID").form(Form::ServiceId);
pub const SUB_MCHID: Row<Text> = Row::new(Text::shape(1, 32), "子商户号", "sub-merchant number").from(Source::S2);
pub const TOTAL_AMOUNT: Row<Fen> = Row::new(Fen::shape(0), "总金额", "total amount");
pub const TIME_RANGE_ROW: Row<TimeRange> = Row::new(TimeRange::shape(&TIME_RANGE), "服务时间段", "service time");
pub const LOCATION_ROW: Row<Location> = Row::new(Location::shape(&LOCATION), "服务位置", "service location");
pub const DEVICE_ROW: Row<Device> = Row::new(Device::shape(&DEVICE), "设备信息", "device").from(Source::W);
pub const PROFIT_SHARING: Row<Flag> = Row::new(Flag::shape(), "分账标记", "profit sharing flag");
pub const GOODS_TAG: Row<Text> = Row::new(Text::shape(1, 32), "订单优惠标记", "coupon tag").form(Form::Free);
pub const SERVICE_INTRODUCTION: Row<Text> = Row::new(Text::shape(1, 20), "服务信息", "service introduction");
pub const SUB_APPID: Row<Text> = Row::new(Text::shape(1, 32), "子商户公众账号 ID", "sub-appid").from(Source::S2);
pub const OPENID: Row<Text> = Row::new(Text::shape(1, 128), "用户标识", "openid").from(Source::S2);
pub const SUB_OPENID: Row<Text> = Row::new(Text::shape(1, 128), "子商户用户标识", "sub-openid").from(Source::S2);
pub const NOTIFY_URL: Row<Text> = Row::new(Text::shape(1, 255), "商户回调地址", "notification URL").form(Form::Url).from(Source::P);
pub const ATTACH: Row<Text> = Row::new(Text::shape(0, 256), "商户数据包", "attached data").form(Form::Encoded).from(Source::P);
pub const REASON: Row<Text> = Row::new(Text::shape(1, 50), "原因", "reason").from(Source::P);
pub const POST_PAYMENTS: Row<List<Payment>> = Row::new(List::<Payment>::shape(&PAYMENT, 1, 100), "付费项目", "payment items");
pub const POST_DISCOUNTS: Row<List<Discount>> = Row::new(List::<Discount>::shape(&DISCOUNT, 0, 30), "优惠项目", "discount items");

const NAME: Row<Text> = Row::new(Text::shape(1, 20), "名称", "name").from(Source::S2);
const AMOUNT: Row<Fen> = Row::new(Fen::shape(0), "金额", "amount").from(Source::S2);
const DESCRIPTION: Row<Text> = Row::new(Text::shape(1, 30), "说明", "description").form(Form::Free).from(Source::S2);
const COUNT: Row<Count> = Row::new(Count::shape(1, 100), "数量", "count").from(Source::P);

document! {
    /// 付费项目
    pub Payment as "PostPayment" in PAYMENT {
        name: Text = NAME, required, partner(Need::Disputed);
        amount: Fen = AMOUNT;
        description: Text = DESCRIPTION;
        count: Count = COUNT;
    }
}

document! {
    /// 优惠项目
    pub Discount as "PostDiscount" in DISCOUNT {
        name: Text = NAME, required;
        description: Text = DESCRIPTION;
        amount: Fen = AMOUNT;
        count: Count = COUNT;
    }
}

variant! {
    pub RETURNED_PAYMENT of Payment as "ReturnedPayment" {
        name, optional;
    }
}

variant! {
    pub RETURNED_DISCOUNT of Discount as "ReturnedDiscount" {
        name, optional;
    }
}

document! {
    /// 服务时间段
    pub TimeRange as "TimeRange" in TIME_RANGE {
        start_time: Time[Form::StartTime] "服务开始时间" / "start time", from(Source::S2);
        end_time: Time[Form::EndTime] "服务结束时间" / "end time", from(Source::S2);
        start_time_remark: Text[1, 20] "服务开始时间备注" / "start time remark", form(Form::Free), from(Source::S2);
        end_time_remark: Text[1, 20] "服务结束时间备注" / "end time remark", form(Form::Free), from(Source::S2);
    }
}

variant! {
    /// Of an order to be created.
    pub CREATED_TIME_RANGE of TimeRange as "CreateTimeRange" {
        start_time, required, partner(Need::Disputed);
    }
}

variant! {
    /// Of a service that has ended, so its start time is known.
    pub PAST_TIME_RANGE of TimeRange as "DirectCompleteTimeRange" {
        start_time, required, form(Form::EndTime);
    }
}

document! {
    /// 服务位置
    pub Location as "Location" in LOCATION {
        start_location: Text[1, 20] "服务开始地点" / "start location", form(Form::Free), from(Source::S2);
        end_location: Text[1, 20] "服务结束地点" / "end location", form(Form::Free), from(Source::S2);
    }
}

document! {
    /// 设备信息
    pub Device as "Device" in DEVICE {
        start_device_id: Text[1, 50] "开始使用的设备编号" / "start device ID", form(Form::Free), from(Source::W);
        end_device_id: Text[1, 50] "结束使用的设备编号" / "end device ID", form(Form::Free), from(Source::W);
        materiel_no: Text[1, 100] "物料编码" / "materiel number", form(Form::Free), from(Source::W);
    }
}
