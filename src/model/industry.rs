//! The official industry profiles of `data/industry-profiles.yaml`: which payment items an order carries at each stage, and
//! with which fields.

use crate::record::place::Read;
use crate::values::language::Bilingual;
use crate::values::named::named;

include!(concat!(env!("OUT_DIR"), "/industry-profiles.rs"));

#[derive(Debug)]
pub struct Profile {
    pub id: &'static str,
    pub label: Bilingual,
    /// Whether its orders begin at an unattended device.
    pub is_unattended: bool,
    pub create: ItemSet,
    complete: ItemSet,
    /// Instead of `complete` where the total is 0.
    complete_zero: Option<ItemSet>,
}

/// The items of a stage. It is closed: no other name is allowed.
#[derive(Debug)]
pub struct ItemSet {
    /// Any one of them is enough.
    pub is_any_of: bool,
    pub items: &'static [Item],
}

#[derive(Debug)]
pub struct Item {
    pub name: &'static str,
    pub presence: Cell,
    pub amount: Cell,
    pub description: Cell,
    pub count: Cell,
}

#[derive(Clone, Copy, Debug)]
pub struct Cell {
    pub need: Need,
    /// Whether an official page says so; otherwise it is only a warning.
    pub is_official: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Required,
    Forbidden,
    Optional,
}

named! {
    /// 付费项目所属的调用：创建订单、完结、总金额为 0 的完结。
    /// The call that payment items belong to: creation, completion, completion with a total of 0.
    #[tsify(rename = "IndustryStage")]
    pub enum Stage {
        Create = "create",
        Complete = "complete",
        CompleteZero = "completeZero",
    }
}

impl Profile {
    /// The items of a completion with this total; `None` if they depend on a total that is not known.
    pub fn completed_with(&self, total: Read<i64>) -> Option<&ItemSet> {
        let Some(zero) = &self.complete_zero else {
            return Some(&self.complete);
        };
        match total {
            Read::Is(0) => Some(zero),
            Read::Is(_) => Some(&self.complete),
            Read::Absent | Read::Malformed => None,
        }
    }

    fn at(&self, stage: Stage) -> &ItemSet {
        match stage {
            Stage::Create => &self.create,
            Stage::Complete => &self.complete,
            Stage::CompleteZero => self.complete_zero.as_ref().unwrap_or(&self.complete),
        }
    }

    /// If so, there is no sum to compare the total with or to compute it from.
    pub fn forbids_every_amount(&self) -> bool {
        self.complete.items.iter().all(|item| item.amount.need == Need::Forbidden)
    }

    pub fn named(id: &[u8]) -> Option<&'static Profile> {
        PROFILES.iter().find(|profile| profile.id.as_bytes() == id)
    }

    /// The id of the profile with this label, or a label that contains it.
    pub fn labelled(label: &[u8]) -> Option<&'static str> {
        let is_called =
            |profile: &&Profile| profile.label.zh.as_bytes() == label || profile.label.en.as_bytes().eq_ignore_ascii_case(label);
        let is_part =
            |profile: &&Profile| label.len() >= "酒店".len() && profile.label.zh.as_bytes().windows(label.len()).any(|part| part == label);
        PROFILES.iter().find(is_called).or_else(|| PROFILES.iter().find(is_part)).map(|profile| profile.id)
    }

    pub fn ids() -> impl Iterator<Item = &'static str> {
        PROFILES.iter().map(|profile| profile.id)
    }

    /// The items a form starts with: the required ones, or the first of a set of which any will do.
    pub fn template(&self, stage: Stage) -> Vec<&'static Item> {
        let set = self.at(stage);
        let starts = |(index, item): &(usize, &Item)| item.presence.need == Need::Required || set.is_any_of && *index == 0;
        set.items.iter().enumerate().filter(starts).map(|(_, item)| item).collect()
    }
}
