//! What in a draft cannot be turned into wire form, and why.

use super::finding::{Findings, rules};
use crate::options::AmountUnit;
use crate::record::path::At;
use crate::values::language::Bilingual;
use crate::values::named::{Named, named};
use crate::values::text::Given;

rules! {
    InvalidMoney { unit: &'static str, received: Given, reason: &'static str, remedy: Bilingual } = "invalid_money", Error, "api.md amountUnit",
        means "无法换算为分的金额" / "An amount that cannot be converted to fen",
        says "{field}「{received}」无法换算为分：{remedy}。" / "{field} “{received}” cannot be converted to fen: {remedy}.";
    AmbiguousTime { received: Given, reading: &'static str, remedy: Bilingual } = "ambiguous_time", Error, "api.md time",
        means "作为时间的数字不是毫秒时间戳，或时间不在 2000 至 2100 年之间" / "A number given as a time that is not in epoch milliseconds, or a time outside 2000 to 2100",
        says "{field} {received} 无法确定是什么时间：{remedy}。" / "{field} {received} cannot be understood as a time: {remedy}.";
}

named! {
    /// Why an amount cannot be converted to fen.
    pub enum NotMoney {
        /// Whole fen but for the noise of floating-point arithmetic.
        Float = "float",
        /// More decimals than an amount in yuan has.
        Decimals = "decimals",
        /// Signs, blanks, separators, full-width digits.
        Format = "format",
        /// Text with a decimal point where amounts are in fen.
        Unit = "unit",
        Type = "type",
    }
}

impl NotMoney {
    fn remedy(self, unit: AmountUnit) -> Bilingual {
        let (zh, en) = match (self, unit) {
            (NotMoney::Float, _) => (
                "这是浮点运算的误差，请四舍五入到分，或直接用分计算",
                "this is floating-point noise, so round it to the fen or compute in fen",
            ),
            (NotMoney::Decimals, _) => ("元最多两位小数，请四舍五入到分", "yuan amounts have at most two decimals, so round it to the fen"),
            (NotMoney::Unit, _) => (
                "带小数点的是元，请设置 amountUnit: \"yuan\"，或改为整数分",
                "a decimal point means yuan, so set amountUnit: \"yuan\" or give whole fen",
            ),
            (NotMoney::Format, AmountUnit::Yuan) => (
                "请只写数字和至多两位小数（如 39.90），不带货币符号、千分位、空格或全角字符",
                "write digits and at most two decimals (39.90), without currency sign, separators, blanks or full-width characters",
            ),
            (NotMoney::Format, AmountUnit::Fen) => (
                "请只写整数分（如 3990），不带货币符号、千分位、空格或全角字符",
                "write whole fen (3990), without currency sign, separators, blanks or full-width characters",
            ),
            (NotMoney::Type, _) => (
                "请传数字、BigInt 或数字文本；Decimal 等对象请用 .toString() 或 .toNumber()",
                "pass a number, a BigInt or digits; for a Decimal, .toString() or .toNumber()",
            ),
        };
        Bilingual { zh, en }
    }
}

pub fn invalid_money(at: At, unit: AmountUnit, received: Given, reason: NotMoney, findings: &mut Findings) {
    findings.push(at, InvalidMoney { unit: unit.name(), received, reason: reason.name(), remedy: reason.remedy(unit) });
}

named! {
    /// What a number or instant that cannot be understood as a time seems to be.
    pub enum Reading {
        Seconds = "seconds",
        Digits = "digits",
        OutOfRange = "outOfRange",
    }
}

impl Reading {
    fn remedy(self) -> Bilingual {
        let (zh, en) = match self {
            Reading::Seconds => ("像是秒级时间戳，请乘以 1000 转为毫秒", "it looks like seconds, so multiply by 1000 for milliseconds"),
            Reading::Digits => ("像是没加引号的日期数字，请加引号写成文本", "it looks like the digits of a date, so put them in quotes"),
            Reading::OutOfRange => (
                "不在 2000 至 2100 年之间，请传 Date、毫秒时间戳或带引号的时间文本",
                "it is outside 2000 to 2100, so pass a Date, epoch milliseconds or quoted text",
            ),
        };
        Bilingual { zh, en }
    }
}

pub fn ambiguous_time(at: At, received: Given, reading: Reading, findings: &mut Findings) {
    findings.push(at, AmbiguousTime { received, reading: reading.name(), remedy: reading.remedy() });
}
