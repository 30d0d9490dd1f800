//! What an industry's profile wants of the payment items.

use super::Case;
use crate::fields::PAYMENT;
use crate::finding::{Findings, Param, Rule, Severity, rules};
use crate::industry::{Cell, FIELDS, Item, ItemSet, Need, Profile};
use crate::order::{Place, Read};

rules! {
    INDUSTRY_ITEM_MISSING = "industry_item_missing", Error, "P industry", { industry: Text, label: Text, name: OptionalText, names: OptionalTexts },
        means "缺少所选行业必须有的付费项目" / "A payment item that the industry requires is not there",
        says "{label}的{field}缺少[「{name}」，请添加][以下名称之一，请至少添加一项：{names}]，名称须一字不差。" / "{field} of {label}[ lack “{name}”: please add it][ need at least one of these: {names}], named to the letter.";
    INDUSTRY_ITEM_NOT_ALLOWED = "industry_item_not_allowed", Error, "P industry", { industry: Text, label: Text, names: Texts },
        means "所选行业没有这个付费项目名称（须一字不差）" / "A payment item's name that the industry does not list, to the letter",
        says "{field}不在{label}的付费项目之列，请改为 {names} 之一，一字不差，或删除该项。" / "{field} is not among those of {label}: please change it to one of {names}, to the letter, or remove the item.";
    INDUSTRY_FIELD_REQUIRED = "industry_field_required", Error, "P industry", { industry: Text, label: Text, name: Text },
        means "所选行业要求该付费项目带此字段（非官方来源为警告）" / "A field that the industry requires of this payment item (a warning where no official page says so)",
        says "{label}的「{name}」需要{field}，请填写。" / "{label} requires {field} of “{name}”: please add it.";
    INDUSTRY_FIELD_FORBIDDEN = "industry_field_forbidden", Error, "P industry", { industry: Text, label: Text, name: Text },
        means "所选行业不允许该付费项目带此字段（非官方来源为警告）；若全部项目都不许带金额，则不核对也不计算总金额" / "A field that the industry forbids on this payment item (a warning where no official page says so); where it forbids every item's amount, the total is neither checked nor computed",
        says "{label}的「{name}」不能带{field}，请删除。" / "{label} forbids {field} on “{name}”: please remove it.";
}

const NAME: usize = PAYMENT.row("name");

/// A profile with what it wants of this very order.
struct Wanted<'a> {
    case: &'a Case<'a>,
    profile: &'static Profile,
    set: &'static ItemSet,
}

impl<'a> Wanted<'a> {
    fn of(case: &'a Case<'a>) -> Option<Self> {
        let profile = case.options.profile()?;
        let set = profile.completed_with(case.order.total())?;
        Some(Wanted { case, profile, set })
    }

    fn params(&self, further: Param) -> [Param; 3] {
        let label = self.profile.label.in_language(self.case.options.locale);
        [Param::Word(self.profile.id), Param::Word(label), further]
    }

    fn names(&self) -> Param {
        Param::Texts(self.set.items.iter().map(|item| item.name.as_bytes().to_vec()).collect())
    }

    fn item(&self, name: &[u8]) -> Option<&'static Item> {
        self.set.items.iter().find(|item| item.name.as_bytes() == name)
    }
}

pub fn industry_item_missing(case: &Case, findings: &mut Findings) {
    let Some(wanted) = Wanted::of(case) else { return };
    let payments = case.order.payments();
    let names = || payments.items().map(|item| item.field(NAME).text());
    // An item whose name cannot be read may be the one that is looked for.
    if names().len() == 0 || names().any(|name| name.value().is_none()) {
        return;
    }
    let is_there = |item: &Item| names().any(|name| name == Read::Is(item.name.as_bytes()));
    let mut report = |severity, name, names| {
        let [industry, label, name] = wanted.params(name);
        findings.push_as(severity, &INDUSTRY_ITEM_MISSING, payments.at, &[industry, label, name, names]);
    };
    if wanted.set.is_any_of && !wanted.set.items.iter().any(is_there) {
        report(Severity::Error, Param::None, wanted.names());
    }
    for item in wanted.set.items {
        if item.presence.need == Need::Required && !is_there(item) {
            report(severity(item.presence), Param::Word(item.name), Param::None);
        }
    }
}

pub fn industry_item_not_allowed(case: &Case, findings: &mut Findings) {
    let Some(wanted) = Wanted::of(case) else { return };
    for item in case.order.payments().items() {
        let place = item.field(NAME);
        if let Read::Is(name) = place.text()
            && wanted.item(name).is_none()
        {
            findings.push(&INDUSTRY_ITEM_NOT_ALLOWED, place.at, &wanted.params(wanted.names()));
        }
    }
}

/// `industry_field_required` and `industry_field_forbidden`.
pub fn industry_fields(case: &Case, findings: &mut Findings) {
    let Some(wanted) = Wanted::of(case) else { return };
    for place in case.order.payments().items() {
        let Some(item) = place.field(NAME).text().value().and_then(|name| wanted.item(name)) else {
            continue;
        };
        for (row, cell) in FIELDS.into_iter().zip(item.cells) {
            let field = place.field(row);
            if let Some(rule) = broken(cell, field) {
                let params = wanted.params(Param::Word(item.name));
                findings.push_as(severity(cell), rule, field.at, &params);
            }
        }
    }
}

fn broken(cell: Cell, field: Place) -> Option<&'static Rule> {
    match cell.need {
        Need::Required if field.is_absent() => Some(&INDUSTRY_FIELD_REQUIRED),
        Need::Forbidden if field.is_sound() => Some(&INDUSTRY_FIELD_FORBIDDEN),
        _ => None,
    }
}

fn severity(cell: Cell) -> Severity {
    if cell.is_official { Severity::Error } else { Severity::Warning }
}
