//! The numbers that say which order it is, and whose.

use super::Case;
use super::finding::{Findings, rules};
use crate::model::service_order::ServiceOrder;
use crate::values::text::{self, Given};

rules! {
    IdentityMismatch { expected: Given, received: Given } = "identity_mismatch", Error, "S2 appid",
        means "与创建订单时不一致" / "Differs from the created order",
        says "{field}与创建订单时不一致：应为 {expected}，当前为 {received}。" / "{field} differs from the created order's: it must be {expected}; it is {received}.";
    EncodedTooLong { actual: usize } = "encoded_too_long", Warning, "C out_order_no",
        means "在 URL 路径中按百分号编码后超过 32 个字符" / "Over 32 characters once percent-encoded in the URL path",
        says "{field}在 URL 中编码后有 {actual} 个字符，超过 32 个可能被拒绝；请少用「|」。" / "{field} has {actual} characters once encoded in the URL; over 32 it may be refused. Please avoid \"|\".";
    ServiceIdFormat {} = "service_id_format", Warning, "S2 service_id",
        means "服务 ID 通常是 31 或 32 位数字" / "A service ID that is not 31 or 32 digits",
        says "{field}通常是 31 或 32 位数字，请核对是否填错。" / "{field} is usually 31 or 32 digits: please check it.";
}

pub fn identity_mismatch(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    let order = case.order;
    for (sent, known) in [
        (order.out_order_no(), created.get(ServiceOrder::out_order_no)),
        (order.appid(), created.get(ServiceOrder::appid)),
        (order.service_id(), created.get(ServiceOrder::service_id)),
        (order.sub_mchid(), created.get(ServiceOrder::sub_mchid)),
    ] {
        if let (Some(received), Some(expected)) = (sent.value(), known.value())
            && received != expected
        {
            findings.push(sent.at, IdentityMismatch { expected: Given(expected.to_vec()), received: Given(received.to_vec()) });
        }
    }
}

/// The longest percent-encoded order number that the API accepts.
const LONGEST_ENCODED: usize = 32;

pub fn encoded_too_long(case: &Case, findings: &mut Findings) {
    let order_no = case.order.out_order_no();
    if let Some(text) = order_no.value() {
        let actual = text.iter().map(|byte| if *byte == b'|' { "%7C".len() } else { 1 }).sum();
        if actual > LONGEST_ENCODED {
            findings.push(order_no.at, EncodedTooLong { actual });
        }
    }
}

pub fn service_id_format(case: &Case, findings: &mut Findings) {
    let service_id = case.order.service_id();
    if let Some(text) = service_id.value() {
        let is_usual = matches!(text.len(), 31 | 32) && text::is_digits(text);
        // Invisible characters in it are reported already.
        if !is_usual && !findings.are_at(service_id.at) {
            findings.push(service_id.at, ServiceIdFormat {});
        }
    }
}
