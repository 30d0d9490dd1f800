//! An order to be created: when it starts, what it is allowed to cost, who it is for, where its notifications go.

use super::Case;
use super::finding::{Fen, Findings, Labelled, Shown, rules};
use super::money::{Sum, waives_a_deposit};
use crate::model::create::Create;
use crate::model::parts::{Device, Discount};
use crate::model::service_order::RiskFund;
use crate::model::table::Text;
use crate::record::place::{Place, Read};
use crate::values::language::Bilingual;
use crate::values::moment::{MINUTE, Precision, WireTime};

rules! {
    StartTimeInPast { now: Shown } = "start_time_in_past", Error, "P time_range.start_time",
        means "创建订单时，开始时间早于现在；接口答「服务开始时间不能早于调用接口时间」" / "A start time before now; the API refuses to create such an order",
        says "{field}不能早于现在（北京时间 {now}）：请留出余量，或用 OnAccept（以用户确认的时间为开始），并检查本机时钟与时区。" / "{field} may not be earlier than now ({now} in Beijing): leave a margin, or send OnAccept, with which the service starts once the user confirms; and check this machine's clock and time zone.";
    EndTimeTooSoon { now: Shown } = "end_time_too_soon", Warning, "O time_range.end_time",
        means "创建订单时，结束时间没有晚于现在 1 分钟（只写日期时早于今天）" / "An end time that is not later than a minute from now (a date alone: before today)",
        says "{field}应晚于现在（北京时间 {now}）至少 1 分钟，请改晚；也可以不传，完结时再填。" / "{field} should be at least a minute later than now ({now} in Beijing): please make it later, or leave it out and give it when the order is completed.";
    PaymentsAboveServiceLimit { maximum: Fen, received: Fen } = "payments_above_service_limit", Warning, "O post_payments",
        means "创建订单时，付费项目合计超过服务 ID 的风险金额上限" / "The payments of a new order add up to more than the service ID's cap",
        says "{field}合计 {received}，超过服务 ID 的风险金额上限 {maximum}，完结时可能收不到全款；请核对金额，或联系微信支付运营调整上限。" / "{field} add up to {received}, above the service ID's cap of {maximum}, so a completion may not collect all of it: please check the amounts, or ask WeChat Pay to raise the cap.";
    DiscountWithoutDescription {} = "discount_without_description", Warning, "W post_discounts[].description",
        means "创建订单时，优惠项目没有说明" / "A discount of a new order without a description",
        says "{field}没有说明；有的文档要求名称和说明都填，请补上。" / "{field} has no description; some documents require both a name and a description: please add it.";
    OpenidRequired {} = "openid_required", Warning, "O openid",
        means "免确认订单没有指明用户（need_user_confirm 为 false）" / "An order that no user confirms (need_user_confirm is false) does not name its user",
        says "免确认订单（need_user_confirm 为 false）需要{field}，请填写已授权用户的 openid；需要用户确认的订单请把 need_user_confirm 设为 true。" / "An order without confirmation (need_user_confirm is false) needs {field} of the user who authorised the service: please add it, or set need_user_confirm to true.";
    OpenidConflict {} = "openid_conflict", Warning, "A sub_openid",
        means "服务商免确认订单同时传了 openid 和 sub_openid" / "A partner's order without confirmation names both openid and sub_openid",
        says "openid 与{field}只能传一个，请删除其中之一。" / "Only one of openid and {field} may be sent: please remove one of them.";
    SubOpenidWithoutSubAppid {} = "sub_openid_without_sub_appid", Warning, "S2 sub_openid",
        means "有 sub_openid 而没有 sub_appid" / "A sub_openid without the sub_appid that it belongs to",
        says "{field}属于 sub_appid，却没有传 sub_appid；请补上 sub_appid，或改用 openid。" / "{field} belongs to a sub_appid, which is not there: please add sub_appid, or send openid.";
    OpenidForm {} = "openid_form", Warning, "C openid",
        means "openid 看起来是 appid（wx 加 16 位十六进制）" / "An openid that looks like an appid (wx and 16 hexadecimal digits)",
        says "{field}看起来是 appid（wx 加 16 位十六进制字符），请改为用户在该 appid 下的 openid。" / "{field} looks like an appid (wx and 16 hexadecimal digits): please send the user's openid under that appid.";
    RiskNameMode { expected: &'static str } = "risk_name_mode", Warning, "P risk_fund.name",
        means "免确认订单的风险金名称应为 ESTIMATE_ORDER_COST（先享）" / "The risk fund of an order without confirmation should be ESTIMATE_ORDER_COST (use first, pay later)",
        says "免确认订单的{field}通常是 {expected}（先享模式），请核对服务 ID 的模式。" / "{field} of an order without confirmation is usually {expected} (use first, pay later): please check which mode the service ID has.";
    NotifyUrlForm { reasons: Vec<Labelled> } = "notify_url_form", Warning, "P notify_url",
        means "回调地址不是 https、带参数或锚点，或外网无法访问" / "A notification URL that is not https, carries a query or fragment, or cannot be reached from outside",
        says "{field}可能收不到通知（{reasons}）：请用外网可访问的 https 地址，不带 ? 参数和 # 锚点。" / "{field} may never receive a notification ({reasons}): it must be an https address that can be reached from outside, without a query or a fragment.";
    AttachNotEncoded {} = "attach_not_encoded", Warning, "P attach",
        means "商户数据包没有经过 URL 编码" / "Attached data that is not URL-encoded",
        says "{field}须先做 URL 编码：不能含空格、中文或单独的 %；请用 encodeURIComponent 编码后再传。" / "{field} must be URL-encoded: no spaces, no non-ASCII characters, no stray %. Please pass it through encodeURIComponent.";
    DeviceIdMissing {} = "device_id_missing", Warning, "K device.start_device_id",
        means "无人设备行业的订单没有开始设备编号" / "An order for an unattended device without its start device ID",
        says "无人设备行业的订单应带{field}，否则订单详情页验收不通过；请填写。" / "An order for an unattended device should carry {field}, or its page will not pass WeChat Pay's acceptance: please add it.";
}

pub fn start_time_in_past(case: &Case, findings: &mut Findings) {
    let start = case.order.start_time();
    if let (Some(now), Some(WireTime::At(time))) = (case.options.now, start.value())
        && time.is_before(now)
    {
        findings.push(start.at, StartTimeInPast { now: Shown(now.to_precision(time.precision).shown()) });
    }
}

/// Only where neither time has an issue already.
pub fn end_time_too_soon(case: &Case, findings: &mut Findings) {
    let (start, end) = (case.order.start_time(), case.order.end_time());
    let (Some(now), Some(WireTime::At(time))) = (case.options.now, end.value()) else { return };
    let is_too_soon = match time.precision {
        Precision::Second => !time.is_after(now.later_by(MINUTE)),
        Precision::Day => time.is_before(now),
    };
    if is_too_soon && !findings.are_at(start.at) && !findings.are_at(end.at) {
        findings.push(end.at, EndTimeTooSoon { now: Shown(now.to_precision(time.precision).shown()) });
    }
}

pub fn risk_fund_above_service_limit(case: &Case, findings: &mut Findings) {
    let amount = case.order.document::<Create>().get(Create::risk_fund).get(RiskFund::amount);
    super::money::above_service_limit(case, amount, findings);
}

pub fn payments_above_service_limit(case: &Case, findings: &mut Findings) {
    let Some(maximum) = case.options.service_risk_limit else { return };
    let (payments, discounts) = (case.order.payments(), case.order.discounts());
    let sum = Sum::of_payments(case.order);
    let has_no_discounts = discounts.is_absent() || discounts.is_list() && discounts.items().len() == 0;
    if payments.is_list() && has_no_discounts && sum.malformed == 0 && sum.fen > i128::from(maximum) {
        findings.push(payments.at, PaymentsAboveServiceLimit { maximum: Fen(maximum.into()), received: Fen(sum.fen) });
    }
}

pub fn discount_without_description(case: &Case, findings: &mut Findings) {
    for item in case.order.discounts().items() {
        if item.is_object() && item.get(Discount::description).is_absent() {
            findings.push(item.at, DiscountWithoutDescription {});
        }
    }
}

fn skips_confirmation(case: &Case) -> bool {
    case.order.document::<Create>().get(Create::need_user_confirm).value() == Some(false)
}

pub fn openid_required(case: &Case, findings: &mut Findings) {
    let (openid, sub_openid) = (case.order.openid(), case.order.sub_openid());
    let names_user = !openid.is_absent() || case.is_partner() && !sub_openid.is_absent();
    if skips_confirmation(case) && !names_user {
        findings.push(openid.at, OpenidRequired {});
    }
}

pub fn openid_conflict(case: &Case, findings: &mut Findings) {
    let sub_openid = case.order.sub_openid();
    if skips_confirmation(case) && case.order.openid().value().is_some() && sub_openid.value().is_some() {
        findings.push(sub_openid.at, OpenidConflict {});
    }
}

pub fn sub_openid_without_sub_appid(case: &Case, findings: &mut Findings) {
    let sub_openid = case.order.sub_openid();
    let sub_appid = case.order.document::<Create>().get(Create::sub_appid);
    if sub_openid.value().is_some() && sub_appid.is_absent() {
        findings.push(sub_openid.at, SubOpenidWithoutSubAppid {});
    }
}

pub fn openid_form(case: &Case, findings: &mut Findings) {
    for openid in [case.order.openid(), case.order.sub_openid()] {
        let digits = openid.value().and_then(|text| text.strip_prefix(b"wx"));
        if digits.is_some_and(|digits| digits.len() == 16 && digits.iter().all(u8::is_ascii_hexdigit)) {
            findings.push(openid.at, OpenidForm {});
        }
    }
}

pub fn risk_name_mode(case: &Case, findings: &mut Findings) {
    let name = case.order.document::<Create>().get(Create::risk_fund).get(RiskFund::name);
    if skips_confirmation(case) && name.value().is_some_and(waives_a_deposit) {
        findings.push(name.at, RiskNameMode { expected: "ESTIMATE_ORDER_COST" });
    }
}

pub fn notify_url_form(case: &Case, findings: &mut Findings) {
    let place = case.order.notify_url();
    let Some(url) = place.value() else { return };
    let reasons = unreachable_because(url);
    if !reasons.is_empty() {
        findings.push(place.at, NotifyUrlForm { reasons });
    }
}

fn unreachable_because(url: &[u8]) -> Vec<Labelled> {
    let split_at = |text: &'_ [u8], byte| text.iter().position(|other| *other == byte);
    let without_fragment = split_at(url, b'#').map_or(url, |end| &url[..end]);
    let scheme = split_at(url, b':').map_or(url, |end| &url[..end]);
    let rest = url.get(scheme.len() + 3..).unwrap_or_default();
    let authority = rest.iter().position(|byte| matches!(byte, b'/' | b'?' | b'#')).map_or(rest, |end| &rest[..end]);
    [
        ("not_https", ("不是 https", "not https"), !scheme.eq_ignore_ascii_case(b"https")),
        ("has_query", ("带 ? 参数", "it has a query"), without_fragment.contains(&b'?')),
        ("has_fragment", ("带 # 锚点", "it has a fragment"), without_fragment.len() < url.len()),
        ("not_public", ("不是外网地址", "not a public address"), !is_public(host(authority))),
    ]
    .into_iter()
    .filter_map(|(name, (zh, en), holds)| holds.then_some(Labelled { name, label: Bilingual { zh, en } }))
    .collect()
}

/// The authority without its user and port.
fn host(authority: &[u8]) -> &[u8] {
    let host = authority.iter().rposition(|byte| *byte == b'@').map_or(authority, |at| &authority[at + 1..]);
    match host.iter().rposition(|byte| *byte == b':') {
        Some(colon) if host[colon + 1..].iter().all(u8::is_ascii_digit) => &host[..colon],
        _ => host,
    }
}

fn is_public(host: &[u8]) -> bool {
    let is_local = host.eq_ignore_ascii_case(b"localhost") || host.to_ascii_lowercase().ends_with(b".local");
    !is_local
        && !ipv4(host).is_some_and(|[first, second, ..]| match first {
            10 | 127 => true,
            172 => (16..=31).contains(&second),
            192 => second == 168,
            _ => false,
        })
}

fn ipv4(host: &[u8]) -> Option<[u16; 4]> {
    let mut parts = host.split(|byte| *byte == b'.');
    let mut part = || {
        let digits = parts.next().filter(|digits| (1..=3).contains(&digits.len()))?;
        crate::values::text::digits(digits).map(|number| number as u16)
    };
    let address = [part()?, part()?, part()?, part()?];
    parts.next().is_none().then_some(address)
}

pub fn attach_not_encoded(case: &Case, findings: &mut Findings) {
    let attach: Place<Text> = case.order.attach();
    let Some(text) = attach.value() else { return };
    let is_escape = |at: usize| text.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    let is_encoded = text.iter().enumerate().all(|(at, byte)| match byte {
        b'%' => is_escape(at),
        byte => byte.is_ascii() && *byte != b' ',
    });
    if !is_encoded {
        findings.push(attach.at, AttachNotEncoded {});
    }
}

pub fn device_id_missing(case: &Case, findings: &mut Findings) {
    let device_id = case.order.document::<Create>().get(Create::device).get(Device::start_device_id);
    if case.options.profile().is_some_and(|profile| profile.is_unattended) && device_id.read() == Read::Absent {
        findings.push(device_id.at, DeviceIdMissing {});
    }
}
