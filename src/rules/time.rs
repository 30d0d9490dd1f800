//! Times and locations of the service: their format, their order, the clock, and the remarks on them.

use super::Case;
use super::finding::{Findings, Severity, Shown, rules};
use crate::model::parts::{Location, TimeRange};
use crate::model::service_order::ServiceOrder;
use crate::model::table::Time;
use crate::record::place::{Place, Read};
use crate::values::language::{Bilingual, Locale};
use crate::values::moment::{DAY_IN_SECONDS, HOUR_IN_SECONDS, MINUTE, Precision, WireTime};

rules! {
    EndTimeRequired {} = "end_time_required", Error, "S1 time_range",
        means "创建订单时没有服务结束时间，完结时必填" / "The order was created without an end time, so completing needs one",
        says "创建订单时没有填写{field}，完结时必须填写。" / "The order was created without an {field}, so it must be given now.";
    TimeFormatMismatch {} = "time_format_mismatch", Error, "S2 time_range.end_time",
        means "开始与结束时间的格式不一致；开始为 OnAccept 时结束须为 14 位" / "Start and end differ in format; OnAccept needs a 14-digit end",
        says "{field}的格式要与服务开始时间一致：都用 8 位日期，或都用 14 位时间；开始为 OnAccept 时用 14 位。程序里可用 toPayscoreTime(value, \"day\") 转成日期。" / "{field} must have the start time's format: both 8 digits or both 14; with OnAccept, 14. In code, toPayscoreTime(value, \"day\") gives a date.";
    TimeFormatChanged {} = "time_format_changed", Warning, "S2 time_range.start_time",
        means "开始时间的格式与创建订单时不同" / "The start time's format differs from when the order was created",
        says "{field}的格式与创建订单时不同，请保持一致。" / "{field} has a different format than when the order was created: please keep that one.";
    EndNotAfterStart { start: Shown, end: Shown } = "end_not_after_start", Error, "S2 time_range.end_time",
        means "14 位时：结束须晚于开始；8 位时：结束不得早于开始" / "14 digits: the end must be later than the start; 8 digits: not earlier",
        says "{field}（{end}）必须晚于开始时间（{start}）；只写日期时可以是同一天。" / "{field} ({end}) must be later than the start ({start}); with dates alone the same day will do.";
    EndTimeInFuture { now: Shown, by: Shown, zone: Option<Bilingual> } = "end_time_in_future", Error, "C time_range.end_time",
        means "结束时间晚于现在；接口答「实际结束时间不能晚于使用完结接口的时间」" / "The end time is later than now; the API refuses that",
        says "{field}不能晚于现在（北京时间 {now}），当前晚了 {by}，请改为实际结束时间，并检查本机时钟。[{zone}。]" / "{field} may not be later than now ({now} in Beijing); it is {by} ahead. Please give the real end time, and check this machine's clock.[ Note: {zone}.]";
    StartTimeInFuture { now: Shown, by: Shown, zone: Option<Bilingual> } = "start_time_in_future", Warning, "O time_range.start_time",
        means "开始时间晚于现在" / "The start time is later than now",
        says "{field}晚于现在（北京时间 {now}）{by}，请核对。[{zone}。]" / "{field} is {by} later than now ({now} in Beijing): please check it.[ Note: {zone}.]";
    RemarkWithoutTime {} = "remark_without_time", Warning, "S2 time_range",
        means "有时间备注而没有该时间" / "A remark for a time that is not there",
        says "有{field}，却没有对应的时间；请补上时间，或删除备注。" / "{field} is present but its time is not: please add the time or remove the remark.";
    EndLocationWithoutStart {} = "end_location_without_start", Warning, "O location.end_location",
        means "没有开始地点（完结时看创建的订单），却传了结束地点" / "An end location without a start location (of a completion: in the created order)",
        says "没有服务开始地点，{field}可能不被接受；建议不传。" / "There is no start location, so the {field} may be refused: better leave it out.";
}

fn created_start_time<'a>(created: Place<'a, ServiceOrder>) -> Place<'a, Time> {
    created.get(ServiceOrder::time_range).get(TimeRange::start_time)
}

pub fn end_time_required(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    let end = case.order.end_time();
    if end.is_absent() && created.get(ServiceOrder::time_range).get(TimeRange::end_time).is_absent() {
        findings.push(end.at, EndTimeRequired {});
    }
}

/// `time_format_mismatch`, or, where the formats agree, `end_not_after_start`. The created order's start stands in for one that
/// is not sent.
pub fn order_of_times(case: &Case, findings: &mut Findings) {
    let start = match case.order.start_time().read() {
        Read::Absent => case.created.map_or(Read::Absent, |created| created_start_time(created).read()),
        sent => sent,
    };
    compare_times(case, start, findings);
}

/// The same for a request that has no created order.
pub fn order_of_times_alone(case: &Case, findings: &mut Findings) {
    compare_times(case, case.order.start_time().read(), findings);
}

fn compare_times(case: &Case, start: Read<WireTime>, findings: &mut Findings) {
    let end_place = case.order.end_time();
    let (Read::Is(start), Read::Is(WireTime::At(end))) = (start, end_place.read()) else {
        return;
    };
    let is_one_form = match start {
        WireTime::OnAccept => end.precision == Precision::Second,
        start => start.same_form(WireTime::At(end)),
    };
    if !is_one_form {
        findings.push(end_place.at, TimeFormatMismatch {});
        return;
    }
    let WireTime::At(start) = start else { return };
    let is_in_order = match end.precision {
        Precision::Second => end.is_after(start),
        Precision::Day => !start.is_after(end),
    };
    if !is_in_order {
        findings.push(end_place.at, EndNotAfterStart { start: Shown(start.wire()), end: Shown(end.wire()) });
    }
}

pub fn time_format_changed(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    let sent = case.order.start_time();
    if let (Some(sent_time), Some(created_time)) = (sent.value(), created_start_time(created).value())
        && !sent_time.same_form(created_time)
    {
        findings.push(sent.at, TimeFormatChanged {});
    }
}

pub fn start_time_in_future(case: &Case, findings: &mut Findings) {
    let start = case.order.start_time();
    if let Some(Ahead { now, by, zone }) = ahead_of_now(case, start) {
        findings.push(start.at, StartTimeInFuture { now, by, zone });
    }
}

pub fn end_time_in_future(case: &Case, findings: &mut Findings) {
    let end = case.order.end_time();
    if let Some(ahead) = ahead_of_now(case, end) {
        findings.push(end.at, EndTimeInFuture::of(ahead));
    }
}

impl EndTimeInFuture {
    fn of(Ahead { now, by, zone }: Ahead) -> Self {
        EndTimeInFuture { now, by, zone }
    }
}

/// How far a time lies ahead of now.
struct Ahead {
    /// To the precision of that time.
    now: Shown,
    by: Shown,
    zone: Option<Bilingual>,
}

fn ahead_of_now(case: &Case, place: Place<Time>) -> Option<Ahead> {
    const TIME_ZONE: Bilingual = Bilingual {
        zh: "约 8 小时的差多半是时区问题：支付分时间是北京时间",
        en: "a difference of about eight hours is most likely a time zone: payscore's times are Beijing time",
    };
    let WireTime::At(time) = place.value()? else { return None };
    let now = case.options.now?.to_precision(time.precision);
    if !time.is_after(now) {
        return None;
    }
    let seconds = time.seconds_after(now);
    let is_a_zone = time.precision == Precision::Second && (seconds - 8 * HOUR_IN_SECONDS).abs() <= HOUR_IN_SECONDS / 2;
    Some(Ahead {
        now: Shown(now.shown()),
        by: Shown(duration(seconds, case.options.locale)),
        zone: if is_a_zone { Some(TIME_ZONE) } else { None },
    })
}

/// In its two largest units at most: `8 小时 5 分钟`.
fn duration(seconds: i64, locale: Locale) -> String {
    const UNITS: [(i64, Bilingual); 4] = [
        (DAY_IN_SECONDS, Bilingual { zh: "天", en: "d" }),
        (HOUR_IN_SECONDS, Bilingual { zh: "小时", en: "h" }),
        (MINUTE, Bilingual { zh: "分钟", en: "min" }),
        (1, Bilingual { zh: "秒", en: "s" }),
    ];
    let mut rest = seconds;
    let mut said = String::new();
    let first = UNITS.iter().position(|(unit, _)| seconds >= *unit).unwrap_or(UNITS.len() - 1);
    for (unit, name) in UNITS.iter().skip(first).take(2) {
        let count = rest / unit;
        rest %= unit;
        if count > 0 || said.is_empty() {
            let separator = if said.is_empty() { "" } else { " " };
            said.push_str(separator);
            said.push_str(&count.to_string());
            said.push(' ');
            said.push_str(name.in_language(locale));
        }
    }
    said
}

/// Only a warning: for an order created and completed in one, only an old text forbids it.
pub fn end_time_in_future_disputed(case: &Case, findings: &mut Findings) {
    let end = case.order.end_time();
    if let Some(ahead) = ahead_of_now(case, end) {
        findings.push_as(Severity::Warning, end.at, EndTimeInFuture::of(ahead));
    }
}

pub fn remark_without_time(case: &Case, findings: &mut Findings) {
    let range = case.order.time_range();
    let remarks = [
        (range.get(TimeRange::start_time), range.get(TimeRange::start_time_remark)),
        (range.get(TimeRange::end_time), range.get(TimeRange::end_time_remark)),
    ];
    for (time, remark) in remarks {
        if time.is_absent() && remark.value().is_some() {
            findings.push(remark.at, RemarkWithoutTime {});
        }
    }
}

/// For a request that names both locations itself.
pub fn end_location_alone(case: &Case, findings: &mut Findings) {
    let (start, end) = (case.order.location().get(Location::start_location), case.order.location().get(Location::end_location));
    if end.value().is_some() && start.is_absent() {
        findings.push(end.at, EndLocationWithoutStart {});
    }
}

pub fn end_location_without_start(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    let end = case.order.location().get(Location::end_location);
    if end.value().is_some() && created.get(ServiceOrder::location).get(Location::start_location).is_absent() {
        findings.push(end.at, EndLocationWithoutStart {});
    }
}
