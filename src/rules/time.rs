//! Times and places of the service: form, order, the clock, and what belongs to them.

use super::Case;
use crate::fields::{LOCATION, SERVICE_ORDER, TIME_RANGE};
use crate::finding::{Findings, Param, Rule, rules};
use crate::moment::{Moment, Precision, WireTime};
use crate::order::{Place, Read};

rules! {
    END_TIME_REQUIRED = "end_time_required", Error, "S1 time_range", {},
        means "创建订单时没有服务结束时间，完结时必填" / "The order was created without an end time, so completing needs one",
        says "创建订单时没有填写{field}，完结时必须填写。" / "The order was created without an {field}, so it must be given now.";
    TIME_FORMAT_MISMATCH = "time_format_mismatch", Error, "S2 time_range.end_time", {},
        means "开始与结束时间的格式不一致；开始为 OnAccept 时结束须为 14 位" / "Start and end are not of one form; OnAccept needs a 14-digit end",
        says "{field}的格式要与服务开始时间一致：都用 8 位日期，或都用 14 位时间；开始为 OnAccept 时用 14 位。" / "{field} must have the start time's form: both 8 digits or both 14; with OnAccept, 14.";
    TIME_FORMAT_CHANGED = "time_format_changed", Warning, "S2 time_range.start_time", {},
        means "开始时间的格式与创建订单时不同" / "The start time has another form than when the order was created",
        says "{field}的格式与创建订单时不同，请保持一致。" / "{field} has another form than when the order was created: please keep it.";
    END_NOT_AFTER_START = "end_not_after_start", Error, "S2 time_range.end_time", { start: Text, end: Text },
        means "14 位时：结束须晚于开始；8 位时：结束不得早于开始" / "14 digits: the end must be later than the start; 8 digits: not earlier",
        says "{field}（{end}）必须晚于开始时间（{start}）；只写日期时可以是同一天。" / "{field} ({end}) must be later than the start ({start}); with dates alone the same day will do.";
    END_TIME_IN_FUTURE = "end_time_in_future", Error, "C time_range.end_time", { now: Text },
        means "结束时间晚于现在；接口答「实际结束时间不能晚于使用完结接口的时间」" / "The end time is later than now; the API refuses that",
        says "{field}不能晚于现在（北京时间 {now}），请改为实际结束时间，并检查本机时钟与时区。" / "{field} may not be later than now ({now} in Beijing): please give the real end time, and check this machine's clock and time zone.";
    START_TIME_IN_FUTURE = "start_time_in_future", Warning, "O time_range.start_time", { now: Text },
        means "开始时间晚于现在" / "The start time is later than now",
        says "{field}晚于现在（北京时间 {now}），请核对。" / "{field} is later than now ({now} in Beijing): please check it.";
    REMARK_WITHOUT_TIME = "remark_without_time", Warning, "S2 time_range", {},
        means "有时间备注而没有该时间" / "A remark for a time that is not there",
        says "有{field}，却没有对应的时间；请补上时间，或删除备注。" / "{field} is there but its time is not: please add the time or remove the remark.";
    END_LOCATION_WITHOUT_START = "end_location_without_start", Warning, "O location.end_location", {},
        means "创建订单时没有开始地点，却传了结束地点" / "An end location, though the order was created without a start location",
        says "创建订单时没有服务开始地点，{field}可能不被接受；建议不传。" / "The order was created without a start location, so the {field} may be refused: better leave it out.";
}

pub fn end_time_required(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    let end = case.order.end_time();
    if end.is_absent() && created.end_time().is_absent() {
        findings.push(&END_TIME_REQUIRED, end.at, &[]);
    }
}

/// `time_format_mismatch`, or where the forms agree `end_not_after_start`.
pub fn order_of_times(case: &Case, findings: &mut Findings) {
    let end_place = case.order.end_time();
    let start = match case.order.start_time().time() {
        Read::Absent => case.created.map_or(Read::Absent, |created| created.start_time().time()),
        sent => sent,
    };
    let (Read::Is(start), Read::Is(WireTime::At(end))) = (start, end_place.time()) else {
        return;
    };
    let is_one_form = match start {
        WireTime::OnAccept => end.precision == Precision::Second,
        start => start.same_form(WireTime::At(end)),
    };
    if !is_one_form {
        findings.push(&TIME_FORMAT_MISMATCH, end_place.at, &[]);
        return;
    }
    let WireTime::At(start) = start else { return };
    let is_in_order = match end.precision {
        Precision::Second => end.is_after(start),
        Precision::Day => !start.is_after(end),
    };
    if !is_in_order {
        let params = &[Param::Time(start.wire()), Param::Time(end.wire())];
        findings.push(&END_NOT_AFTER_START, end_place.at, params);
    }
}

pub fn time_format_changed(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    let sent = case.order.start_time();
    if let (Read::Is(sent_time), Read::Is(created_time)) = (sent.time(), created.start_time().time())
        && !sent_time.same_form(created_time)
    {
        findings.push(&TIME_FORMAT_CHANGED, sent.at, &[]);
    }
}

/// `end_time_in_future` and `start_time_in_future`.
pub fn clock(case: &Case, findings: &mut Findings) {
    let Some(now) = case.options.now else { return };
    in_future(&START_TIME_IN_FUTURE, case.order.start_time(), now, findings);
    in_future(&END_TIME_IN_FUTURE, case.order.end_time(), now, findings);
}

fn in_future(rule: &'static Rule, place: Place, now: Moment, findings: &mut Findings) {
    if let Read::Is(WireTime::At(time)) = place.time()
        && time.is_after(now)
    {
        let now = match time.precision {
            Precision::Second => now,
            Precision::Day => now.to_day(),
        };
        findings.push(rule, place.at, &[Param::Time(now.shown())]);
    }
}

pub fn remark_without_time(case: &Case, findings: &mut Findings) {
    const START_TIME_REMARK: usize = TIME_RANGE.row("start_time_remark");
    const END_TIME_REMARK: usize = TIME_RANGE.row("end_time_remark");
    let order = case.order;
    let times = [(order.start_time(), START_TIME_REMARK), (order.end_time(), END_TIME_REMARK)];
    for (time, remark_row) in times {
        let remark = order.field(order.document.time_range).field(remark_row);
        if time.is_absent() && remark.text().value().is_some() {
            findings.push(&REMARK_WITHOUT_TIME, remark.at, &[]);
        }
    }
}

pub fn end_location_without_start(case: &Case, findings: &mut Findings) {
    const LOCATION_ROW: usize = SERVICE_ORDER.row("location");
    const START_LOCATION: usize = LOCATION.row("start_location");
    const END_LOCATION: usize = LOCATION.row("end_location");
    let Some(created) = case.created else { return };
    let end = case.order.field(case.order.document.location).field(END_LOCATION);
    if end.text().value().is_some() && created.field(LOCATION_ROW).field(START_LOCATION).is_absent() {
        findings.push(&END_LOCATION_WITHOUT_START, end.at, &[]);
    }
}
