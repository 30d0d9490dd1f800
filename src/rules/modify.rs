//! How a modification may change the amount that is still due.

use super::Case;
use super::finding::{Fen, Findings, rules};
use crate::model::service_order::{Collection, ServiceOrder};
use crate::record::place::{Place, Read};

rules! {
    AmountNotLowered { current: Fen, received: Fen } = "amount_not_lowered", Error, "P total_amount",
        means "修改后的总金额高于当前待收金额；订单金额只能改低" / "The modified total is above what is due now; an order's amount can only be lowered",
        says "{field}为 {received}，高于当前待收的 {current}；订单金额只能改低，请改小，差额另行收取。" / "{field} of {received} is above the {current} due now; an amount can only be lowered: please lower it and collect the rest another way.";
    AmountUnchanged { current: Fen } = "amount_unchanged", Warning, "O total_amount",
        means "修改后的总金额与当前待收金额相同；有的官方文档要求必须更低" / "The modified total equals what is due now; some official texts require it to be lower",
        says "{field}与当前待收的 {current} 相同，修改可能被拒绝；请改低，或不必修改。" / "{field} equals the {current} due now, so the modification may be refused: please lower it, or leave the order as it is.";
    ModifiedToZero {} = "modified_to_zero", Warning, "C total_amount",
        means "把总金额改为 0；没有文档说明允许" / "The total is modified to 0, which no document allows",
        says "{field}改为 0 没有文档说明允许，旧版接口曾拒绝；想免收全部费用，请在收款后退款。" / "No document allows modifying {field} to 0, and an older API refused it: to charge nothing, refund the order once it is paid.";
}

/// `amount_not_lowered` or `amount_unchanged`.
pub fn amount_not_lowered(case: &Case, findings: &mut Findings) {
    let Some(current) = case.created.and_then(due_now) else { return };
    let total = case.order.total();
    let Some(received) = total.value() else { return };
    if received > current {
        findings.push(total.at, AmountNotLowered { current: Fen(current.into()), received: Fen(received.into()) });
    } else if received == current && !case.is_identical_retry() {
        findings.push(total.at, AmountUnchanged { current: Fen(current.into()) });
    }
}

/// What the order is to collect as it stands.
fn due_now(created: Place<ServiceOrder>) -> Option<i64> {
    match created.get(ServiceOrder::collection).get(Collection::total_amount).read() {
        Read::Absent => created.get(ServiceOrder::total_amount).value(),
        collected => collected.value(),
    }
}

pub fn modified_to_zero(case: &Case, findings: &mut Findings) {
    let total = case.order.total();
    if total.value() == Some(0) {
        findings.push(total.at, ModifiedToZero {});
    }
}
