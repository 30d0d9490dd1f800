//! An order that was paid another way: when, and how much.

use super::Case;
use super::finding::{Fen, Findings, Shown, rules};
use crate::model::parts::TimeRange;
use crate::model::service_order::{Collection, ServiceOrder};
use crate::model::sync::{Sync, SyncDetail};
use crate::record::place::{Place, Read};
use crate::values::language::Bilingual;
use crate::values::moment::{MINUTE, Moment, Precision, WireTime};

rules! {
    PaidTimeInFuture { now: Shown } = "paid_time_in_future", Error, "O detail.paid_time",
        means "收款时间晚于现在 60 秒以上（只写日期时晚于今天）" / "A payment time more than 60 seconds later than now (a date alone: after today)",
        says "{field}不能晚于现在（北京时间 {now}），请改为实际收款时间，并检查本机时钟与时区。" / "{field} may not be later than now ({now} in Beijing): please give the time of the payment, and check this machine's clock and time zone.";
    PaidTimeBeforeCompletion { bound: Shown, by_day: Option<Bilingual> } = "paid_time_before_completion", Warning, "O detail.paid_time",
        means "收款时间不晚于完结时间，或早于服务时间；8 位日期按当天 0 点计" / "A payment time that is not after the completion, or before the service itself; a date alone counts as midnight",
        says "{field}应晚于完结订单的时间（至少晚于 {bound}），请改为实际收款时间。[{by_day}。]" / "{field} should be later than the completion (later than {bound} at least): please give the time of the payment.[ {by_day}.]";
    PaidAmountMismatch { expected: Fen, received: Fen } = "paid_amount_mismatch", Warning, "W detail.paid_amount",
        means "同步的收款金额不等于待收金额" / "The amount reported as paid is not the amount to be paid",
        says "{field}应等于待收金额 {expected}，当前为 {received}，请核对。" / "{field} should equal the {expected} to be paid; it is {received}. Please check it.";
}

fn detail<'a>(case: &Case<'a>) -> Place<'a, SyncDetail> {
    case.order.document::<Sync>().get(Sync::detail)
}

pub fn paid_time_in_future(case: &Case, findings: &mut Findings) {
    let place = detail(case).get(SyncDetail::paid_time);
    let (Some(now), Some(WireTime::At(paid))) = (case.options.now, place.value()) else { return };
    let latest = match paid.precision {
        Precision::Second => now.later_by(MINUTE),
        Precision::Day => now,
    };
    if paid.is_after(latest) {
        findings.push(place.at, PaidTimeInFuture { now: Shown(now.to_precision(paid.precision).shown()) });
    }
}

const MIDNIGHT: Bilingual =
    Bilingual { zh: "8 位日期按当天 0 点计，请用 14 位时间", en: "A date alone counts as midnight: please send 14 digits" };

pub fn paid_time_before_completion(case: &Case, findings: &mut Findings) {
    let place = detail(case).get(SyncDetail::paid_time);
    let Some(WireTime::At(written)) = place.value() else { return };
    let paid = written.to_precision(Precision::Second);
    let (bound, is_early) = match case.options.completed_at {
        // Even the very second of the completion call is too early.
        Some(completed_at) => (completed_at, !paid.is_after(completed_at)),
        None => match case.created.and_then(service_time) {
            // The service may end in the second of the payment.
            Some(service_time) => (service_time, paid.is_before(service_time)),
            None => return,
        },
    };
    if is_early {
        let by_day = if written.precision == Precision::Day { Some(MIDNIGHT) } else { None };
        findings.push(place.at, PaidTimeBeforeCompletion { bound: Shown(bound.shown()), by_day });
    }
}

/// The order's end of service, or else its start.
fn service_time(created: Place<ServiceOrder>) -> Option<Moment> {
    let range = created.get(ServiceOrder::time_range);
    let time = match range.get(TimeRange::end_time).read() {
        Read::Absent => range.get(TimeRange::start_time).value(),
        end => end.value(),
    };
    match time? {
        WireTime::At(moment) => Some(moment.to_precision(Precision::Second)),
        WireTime::OnAccept => None,
    }
}

pub fn paid_amount_mismatch(case: &Case, findings: &mut Findings) {
    let Some(created) = case.created else { return };
    let expected = created.get(ServiceOrder::collection).get(Collection::paying_amount);
    let received = detail(case).get(SyncDetail::paid_amount);
    if let (Some(expected), Some(amount)) = (expected.value(), received.value())
        && expected != amount
    {
        findings.push(received.at, PaidAmountMismatch { expected: Fen(expected.into()), received: Fen(amount.into()) });
    }
}
