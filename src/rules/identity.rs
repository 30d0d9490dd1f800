//! Which order, whose service: the numbers that name them.

use alloc::vec::Vec;

use super::Case;
use crate::finding::{Findings, Param, rules};
use crate::order::{Document, Read};
use crate::text;

rules! {
    IDENTITY_MISMATCH = "identity_mismatch", Error, "S2 appid", { expected: Text, received: Text },
        means "与创建订单时不一致" / "Differs from the created order",
        says "{field}与创建订单时不一致：应为 {expected}，当前为 {received}。" / "{field} differs from the created order's: it must be {expected}; it is {received}.";
    ENCODED_TOO_LONG = "encoded_too_long", Warning, "C out_order_no", { actual: Number },
        means "在 URL 路径中按百分号编码后超过 32 个字符" / "Over 32 characters once percent-encoded in the URL path",
        says "{field}在 URL 中编码后有 {actual} 个字符，超过 32 个可能被拒绝；请少用「|」。" / "{field} has {actual} characters once encoded in the URL; over 32 it may be refused. Please avoid \"|\".";
    SERVICE_ID_FORMAT = "service_id_format", Warning, "S2 service_id", {},
        means "服务 ID 通常是 31 或 32 位数字" / "A service ID is 31 or 32 digits",
        says "{field}通常是 31 或 32 位数字，请核对是否填错。" / "{field} is usually 31 or 32 digits: please check it.";
}

pub fn identity_mismatch(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    for (row, created_row) in names(case.order.document).iter().zip(&names(created.document)) {
        let sent = case.order.field(*row);
        if let (Read::Is(received), Read::Is(expected)) = (sent.text(), created.field(*created_row).text())
            && received != expected
        {
            let params = &[Param::Text(expected.to_vec()), Param::Text(received.to_vec())];
            findings.push(&IDENTITY_MISMATCH, sent.at, params);
        }
    }
}

fn names(document: &Document) -> [usize; 4] {
    [document.out_order_no, document.appid, document.service_id, document.sub_mchid]
}

/// What the API still accepts of an order number once it stands in the URL.
const LONGEST_ENCODED: usize = 32;

pub fn encoded_too_long(case: &Case, findings: &mut Findings) {
    let order_no = case.order.field(case.order.document.out_order_no);
    if let Read::Is(text) = order_no.text() {
        let actual = text.iter().map(|byte| encoded(byte).len()).sum::<usize>();
        if actual > LONGEST_ENCODED {
            findings.push(&ENCODED_TOO_LONG, order_no.at, &[Param::Number(actual as f64)]);
        }
    }
}

/// As it stands in a URL path. Of the characters an order number may hold only `|` needs encoding.
pub fn percent_encoded(order_no: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    for byte in order_no {
        text.extend_from_slice(encoded(byte));
    }
    text
}

fn encoded(byte: &u8) -> &[u8] {
    match byte {
        b'|' => b"%7C",
        other => core::slice::from_ref(other),
    }
}

pub fn service_id_format(case: &Case, findings: &mut Findings) {
    let service_id = case.order.field(case.order.document.service_id);
    if let Read::Is(text) = service_id.text() {
        let is_usual = matches!(text.len(), 31 | 32) && text::is_digits(text);
        if !is_usual {
            findings.push(&SERVICE_ID_FORMAT, service_id.at, &[]);
        }
    }
}
