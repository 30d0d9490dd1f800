//! The order as created and the request sent before. Both come from a backend; what cannot be read in them is reported, never
//! silently skipped.

use super::Case;
use super::finding::{Findings, Labelled, Pointer, Received, rules};
use super::value::UnknownField;
use crate::model::kind::{DocumentKind, Mode};
use crate::model::service_order::ServiceOrder;
use crate::options::{Created, Earlier, LooksLike};
use crate::record::path::At;
use crate::record::slot::ValueType;
use crate::values::language::{Bilingual, Locale};
use crate::values::named::Named;
use crate::values::text::Given;

rules! {
    CreatedUnread { pointer: Pointer, received: Received, unchecked: Bilingual } = "created_unread", Warning, "api.md created",
        means "创建的订单（created）里有读不懂的内容，依赖它的规则没有检查" / "Something of the created order could not be read, so a rule that needs it was not checked",
        says "created[ 中的 {pointer}] 无法读取（{received}），因此没有检查{unchecked}；请传查询订单的原始应答。" / "The created order[, at {pointer},] could not be read ({received}), so {unchecked} went unchecked: please pass the API's answer to a query unchanged.";
    ModeDiffers { expected: Labelled } = "mode_differs", Warning, "P sub_mchid",
        means "服务商的请求用在了直连商户的订单上，或反之" / "A partner's request for a direct merchant's order, or the other way round",
        says "创建的订单是{expected}的，而这个请求不是：请核对 sub_mchid 与 mode。" / "The created order is {expected}; this request is not: please check sub_mchid and mode.";
    PreviousUnread { received: Given } = "previous_unread", Warning, "api.md previous",
        means "上一次的请求（previous）读不懂，没有与之比较" / "The previous request could not be read, so the retry was not compared",
        says "previous 无法读取（{received}），没有核对重试是否与上一次一致；请传上一次的请求体、组装结果的 request，或其 bodyText。" / "previous could not be read ({received}), so this retry was not compared with it: please pass the previous body, the request that was built, or its bodyText.";
}

/// A place that a rule looks at in the created order, and what goes unchecked without it.
struct Look {
    pointer: &'static str,
    unchecked: Bilingual,
}

const fn look(pointer: &'static str, zh: &'static str, en: &'static str) -> Look {
    Look { pointer, unchecked: Bilingual { zh, en } }
}

const STATE: &[Look] = &[
    look("/state", "订单状态是否允许此操作", "whether the order's state allows this"),
    look("/state_description", "订单状态是否允许此操作", "whether the order's state allows this"),
    look("/collection/state", "订单状态是否允许此操作", "whether the order's state allows this"),
];
const CAP: &[Look] = &[
    look("/risk_fund/name", "总金额是否超过风险金额", "whether the total is within the risk fund"),
    look("/risk_fund/amount", "总金额是否超过风险金额", "whether the total is within the risk fund"),
];
const TIMES: &[Look] = &[
    look("/time_range/start_time", "时间与创建订单时是否相符", "whether the times match the order's"),
    look("/time_range/end_time", "结束时间是否必填、是否相符", "whether an end time is required, and whether it matches"),
];
const PLACE: &[Look] = &[look("/location/start_location", "结束地点是否可传", "whether an end location may be sent")];
const IDENTITY: &[Look] = &[
    look("/out_order_no", "单号是否一致", "whether the order number is the same"),
    look("/appid", "appid 是否一致", "whether the appid is the same"),
    look("/service_id", "服务 ID 是否一致", "whether the service ID is the same"),
    look("/sub_mchid", "子商户号是否一致", "whether the sub-merchant is the same"),
];
const DUE: &[Look] = &[
    look("/total_amount", "金额是否低于当前待收金额", "whether the amount is below what is due"),
    look("/collection/total_amount", "金额是否低于当前待收金额", "whether the amount is below what is due"),
];
const COMPLETED_AT: &[Look] = &[
    look("/time_range/start_time", "收款时间是否早于完结", "whether the payment is later than the completion"),
    look("/time_range/end_time", "收款时间是否早于完结", "whether the payment is later than the completion"),
];
const PAYING: &[Look] = &[look("/collection/paying_amount", "收款金额是否等于待收金额", "whether the amount paid equals the amount due")];

/// Where the rules on a kind look, in the order in which it is reported.
fn looks(kind: DocumentKind, mode: Mode) -> Vec<&'static Look> {
    let groups: &[&[Look]] = match kind {
        DocumentKind::Completion | DocumentKind::CompletionBody => &[STATE, CAP, TIMES, PLACE, IDENTITY],
        DocumentKind::Modify | DocumentKind::ModifyBody => &[STATE, CAP, DUE, IDENTITY],
        DocumentKind::Sync | DocumentKind::SyncBody if mode == Mode::Partner => &[STATE, PAYING, COMPLETED_AT, IDENTITY],
        DocumentKind::Sync | DocumentKind::SyncBody => &[STATE, COMPLETED_AT, IDENTITY],
        DocumentKind::Cancel
        | DocumentKind::CancelBody
        | DocumentKind::Pay
        | DocumentKind::PayBody
        | DocumentKind::PrepaidMessage
        | DocumentKind::PrepaidMessageBody
        | DocumentKind::PendingMessage
        | DocumentKind::PendingMessageBody => &[STATE, IDENTITY],
        DocumentKind::Create | DocumentKind::Query | DocumentKind::DirectComplete => &[IDENTITY],
        DocumentKind::ServiceOrder => &[],
    };
    groups.iter().flat_map(|group| group.iter()).collect()
}

pub fn created_unread(case: &Case, findings: &mut Findings) {
    match &case.options.created {
        None => {}
        Some(Created::NoOrder(looks_like)) => {
            const ALL: Bilingual = Bilingual { zh: "与已创建订单有关的任何规则", en: "anything that needs the created order" };
            let received = Received::Described(describe(looks_like, case.options.locale));
            findings.push(At::DOCUMENT, CreatedUnread { pointer: Pointer(Given(Vec::new())), received, unchecked: ALL });
        }
        Some(Created::Order { unread, .. }) => {
            let mut reported: Vec<&str> = Vec::new();
            for look in looks(case.options.kind, case.mode) {
                let holds = |pointer: &str| look.pointer.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
                if let Some(found) = unread.iter().find(|found| holds(found.pointer))
                    && !reported.contains(&found.pointer)
                {
                    reported.push(found.pointer);
                    let (pointer, received) = (Pointer(Given(found.pointer.into())), Received::Text(found.received.clone()));
                    findings.push(At::DOCUMENT, CreatedUnread { pointer, received, unchecked: look.unchecked });
                }
            }
        }
    }
}

/// Replaces the issue of an unknown sub_mchid, which says less.
pub fn mode_differs(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created.filter(|_| case.order.is_object()) else { return };
    let is_there = |key| !created.get(key).is_absent();
    let expected = if is_there(ServiceOrder::sub_mchid) {
        Mode::Partner
    } else if is_there(ServiceOrder::appid) || is_there(ServiceOrder::mchid) {
        Mode::Direct
    } else {
        return;
    };
    if expected != case.mode {
        let at = case.order.sub_mchid().at;
        findings.withdraw::<UnknownField>(at);
        findings.push(at, ModeDiffers { expected: Labelled { name: expected.name(), label: expected.label() } });
    }
}

pub fn previous_unread(case: &Case, findings: &mut Findings) {
    if let Some(Earlier::Unread(received)) = &case.options.previous
        && case.order.is_object()
    {
        findings.push(At::DOCUMENT, PreviousUnread { received: Given(received.name().into()) });
    }
}

/// Every place in a created order that a rule looks at, and the objects around them.
pub const READ: [&str; 19] = [
    "/state",
    "/state_description",
    "/collection",
    "/collection/state",
    "/risk_fund",
    "/risk_fund/name",
    "/risk_fund/amount",
    "/time_range",
    "/time_range/start_time",
    "/time_range/end_time",
    "/location",
    "/location/start_location",
    "/out_order_no",
    "/appid",
    "/service_id",
    "/sub_mchid",
    "/total_amount",
    "/collection/total_amount",
    "/collection/paying_amount",
];

fn describe(looks_like: &LooksLike, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match looks_like {
        LooksLike::Envelope(member) if zh => format!("不是订单，订单似乎在 {member} 里：请传 created.{member}"),
        LooksLike::Envelope(member) => format!("not an order; the order seems to be in {member}: pass created.{member}"),
        LooksLike::CamelCase if zh => "字段名是驼峰写法，应为 out_order_no 这样的原始字段名".to_owned(),
        LooksLike::CamelCase => "its keys are in camelCase, where WeChat Pay writes out_order_no".to_owned(),
        LooksLike::Nothing if zh => "没有任何订单字段".to_owned(),
        LooksLike::Nothing => "it has none of an order's fields".to_owned(),
    }
}

/// The members in which backends and HTTP libraries wrap what they fetched.
pub const ENVELOPES: [&str; 4] = ["data", "result", "rows", "list"];

/// A value as a message shows it: text as it is, anything else by its type.
pub fn received(text: Option<&[u8]>, kind: ValueType) -> Given {
    Given(text.map_or_else(|| kind.name().into(), <[u8]>::to_vec))
}
