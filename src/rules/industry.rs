//! What an industry's profile asks of the payment items.

use super::Case;
use super::finding::{Findings, Severity, rules};
use crate::model::industry::{Cell, Item, ItemSet, Need, Profile};
use crate::model::kind::DocumentKind;
use crate::model::parts::Payment;
use crate::record::path::At;

rules! {
    IndustryItemMissing { industry: &'static str, label: &'static str, name: Option<&'static str>, names: Option<Vec<&'static str>> } = "industry_item_missing", Error, "P industry",
        means "缺少所选行业必须有的付费项目" / "A payment item that the industry requires is not there",
        says "{label}的{field}缺少[「{name}」，请添加][以下名称之一，请至少添加一项：{names}]，名称须一字不差。" / "{field}: {label} requires[ “{name}”][ at least one of these: {names}]. Please add it, spelled exactly so.";
    IndustryItemNotAllowed { industry: &'static str, label: &'static str, names: Vec<&'static str> } = "industry_item_not_allowed", Error, "P industry",
        means "所选行业没有这个付费项目名称（须一字不差）" / "A payment item's name that is not exactly one of those the industry lists",
        says "{field}不在{label}的付费项目之列，请[改为 {names} 之一，一字不差，或]删除该项。" / "{field} is not among those of {label}: please [change it to exactly one of {names}, or ]remove the item.";
    IndustryFieldRequired { industry: &'static str, label: &'static str, name: &'static str } = "industry_field_required", Error, "P industry",
        means "所选行业要求该付费项目带此字段（非官方来源为警告）" / "A field that the industry requires of this payment item (a warning where no official page says so)",
        says "{field}须填写：{label}的「{name}」要求有这一项。" / "{field} is required: {label} asks for it on “{name}”. Please fill it in.";
    IndustryFieldForbidden { industry: &'static str, label: &'static str, name: &'static str } = "industry_field_forbidden", Error, "P industry",
        means "所选行业不允许该付费项目带此字段（非官方来源为警告）；若全部项目都不许带金额，则不核对也不计算总金额" / "A field that the industry forbids on this payment item (a warning where no official page says so); where it forbids every item's amount, the total is neither checked nor computed",
        says "{field}不应填写：{label}的「{name}」不带这一项，请删除。" / "{field} must be left out: {label} does not allow it on “{name}”. Please remove it.";
}

/// A profile with the items that it asks of this order.
struct Wanted<'a> {
    case: &'a Case<'a>,
    profile: &'static Profile,
    set: &'static ItemSet,
}

impl<'a> Wanted<'a> {
    fn of(case: &'a Case<'a>) -> Option<Self> {
        let profile = case.options.profile()?;
        let set = match case.options.kind {
            DocumentKind::Create => &profile.create,
            _ => profile.completed_with(case.order.total().read())?,
        };
        Some(Wanted { case, profile, set })
    }

    fn industry(&self) -> &'static str {
        self.profile.id
    }

    fn label(&self) -> &'static str {
        self.profile.label.in_language(self.case.options.locale)
    }

    fn names(&self) -> Vec<&'static str> {
        self.set.items.iter().map(|item| item.name).collect()
    }

    fn item(&self, name: &[u8]) -> Option<&'static Item> {
        self.set.items.iter().find(|item| item.name.as_bytes() == name)
    }

    fn missing(&self, name: Option<&'static str>, names: Option<Vec<&'static str>>) -> IndustryItemMissing {
        IndustryItemMissing { industry: self.industry(), label: self.label(), name, names }
    }
}

pub fn industry_item_missing(case: &Case, findings: &mut Findings) {
    let Some(wanted) = Wanted::of(case) else { return };
    let payments = case.order.payments();
    let names = || payments.items().map(|item| item.get(Payment::name).value());
    // In a completion an empty list is reported already; a creation may have one, so that nothing else reports it.
    let is_reported = names().len() == 0 && case.options.kind != DocumentKind::Create;
    // An item whose name cannot be read may be the missing one.
    let may_be_there = names().any(|name| name.is_none()) || !payments.is_list() && !payments.is_absent();
    if is_reported || may_be_there {
        return;
    }
    let is_there = |item: &Item| names().any(|name| name == Some(item.name.as_bytes()));
    if wanted.set.is_any_of && !wanted.set.items.iter().any(is_there) {
        findings.push(payments.at, wanted.missing(None, Some(wanted.names())));
    }
    for item in wanted.set.items {
        if item.presence.need == Need::Required && !is_there(item) {
            findings.push_as(severity(item.presence), payments.at, wanted.missing(Some(item.name), None));
        }
    }
}

pub fn industry_item_not_allowed(case: &Case, findings: &mut Findings) {
    let Some(wanted) = Wanted::of(case) else { return };
    for item in case.order.payments().items() {
        let place = item.get(Payment::name);
        if let Some(name) = place.value()
            && wanted.item(name).is_none()
        {
            let (industry, label) = (wanted.industry(), wanted.label());
            // Where the page says only that no item need be sent, sending one is no error.
            let severity = if wanted.set.items.is_empty() { Severity::Warning } else { Severity::Error };
            findings.push_as(severity, place.at, IndustryItemNotAllowed { industry, label, names: wanted.names() });
        }
    }
}

/// `industry_field_required` and `industry_field_forbidden`.
pub fn industry_fields(case: &Case, findings: &mut Findings) {
    let Some(wanted) = Wanted::of(case) else { return };
    for place in case.order.payments().items() {
        let Some(item) = place.get(Payment::name).value().and_then(|name| wanted.item(name)) else {
            continue;
        };
        let (amount, description, count) = (place.get(Payment::amount), place.get(Payment::description), place.get(Payment::count));
        for (cell, at, is_absent, is_sound) in [
            (item.amount, amount.at, amount.is_absent(), amount.is_sound()),
            (item.description, description.at, description.is_absent(), description.is_sound()),
            (item.count, count.at, count.is_absent(), count.is_sound()),
        ] {
            wanted.field(cell, item, (at, is_absent, is_sound), findings);
        }
    }
}

impl Wanted<'_> {
    fn field(&self, cell: Cell, item: &Item, (at, is_absent, is_sound): (At, bool, bool), findings: &mut Findings) {
        let (industry, label, name) = (self.industry(), self.label(), item.name);
        match cell.need {
            Need::Required if is_absent => findings.push_as(severity(cell), at, IndustryFieldRequired { industry, label, name }),
            Need::Forbidden if is_sound => findings.push_as(severity(cell), at, IndustryFieldForbidden { industry, label, name }),
            _ => {}
        }
    }
}

fn severity(cell: Cell) -> Severity {
    if cell.is_official { Severity::Error } else { Severity::Warning }
}
