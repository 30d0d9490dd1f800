//! What the user is told about a deduction before it is made.

use super::Case;
use super::finding::{Findings, Severity, Shown, rules};
use crate::model::message::Message;
use crate::values::moment::{DAY_IN_SECONDS, WireTime};

rules! {
    PrepaidTimeTooSoon { earliest: Shown } = "prepaid_time_too_soon", Error, "P prepaid_time",
        means "预计扣费日期早于今天加 7 天（费用待处理消息为警告）" / "The day of deduction is earlier than 7 days from today (a warning for the pending message)",
        says "{field}不能早于 {earliest}（今天起 7 天后），请改晚。" / "{field} may not be earlier than {earliest}, 7 days from today: please make it later.";
}

pub fn prepaid_time_too_soon(case: &Case, findings: &mut Findings) {
    too_soon(case, Severity::Error, findings);
}

/// Only a warning: this message's official page is not public.
pub fn pending_time_too_soon(case: &Case, findings: &mut Findings) {
    too_soon(case, Severity::Warning, findings);
}

fn too_soon(case: &Case, severity: Severity, findings: &mut Findings) {
    let prepaid_time = case.order.root().of::<Message>().get(Message::prepaid_time);
    if let (Some(now), Some(WireTime::At(day))) = (case.options.now, prepaid_time.value()) {
        let earliest = now.later_by(7 * DAY_IN_SECONDS).to_day();
        if day.is_before(earliest) {
            findings.push_as(severity, prepaid_time.at, PrepaidTimeTooSoon { earliest: Shown(earliest.wire()) });
        }
    }
}
