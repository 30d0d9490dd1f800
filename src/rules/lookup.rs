//! What an order is queried by: its number, or the ID that a page gave back.

use super::Case;
use super::finding::{Findings, rules};
use crate::model::query::Query;
use crate::record::path::At;

rules! {
    QueryKeyMissing {} = "query_key_missing", Error, "P out_order_no",
        means "查询订单时，out_order_no 与 query_id 都没有" / "A query with neither out_order_no nor query_id",
        says "查询订单需要商户服务订单号（out_order_no）或 query_id 之一，请填写其中一个。" / "A query needs either out_order_no or query_id: please give one of them.";
    QueryKeyConflict {} = "query_key_conflict", Error, "P query_id",
        means "查询订单时，out_order_no 与 query_id 同时存在" / "A query with both out_order_no and query_id",
        says "{field}与商户服务订单号（out_order_no）只能传一个，请删除其中之一。" / "Only one of {field} and out_order_no may be sent: please remove one of them.";
}

pub fn query_key_missing(case: &Case, findings: &mut Findings) {
    let query = case.order.document::<Query>();
    if query.get(Query::out_order_no).is_absent() && query.get(Query::query_id).is_absent() {
        findings.push(At::DOCUMENT, QueryKeyMissing {});
    }
}

pub fn query_key_conflict(case: &Case, findings: &mut Findings) {
    let query = case.order.document::<Query>();
    let query_id = query.get(Query::query_id);
    if query.get(Query::out_order_no).value().is_some() && query_id.value().is_some() {
        findings.push(query_id.at, QueryKeyConflict {});
    }
}
