//! The official industry profiles of `data/industry-profiles.yaml`: which payment items an order carries at which
//! stage, and which fields each of them.

use alloc::vec::Vec;

use crate::fields::PAYMENT;
use crate::language::Bilingual;
use crate::options::{DocumentKind, ValidateOptions, WrongOption};
use crate::order::{Place, Read};
use crate::tape::{Cursor, Tape, Value};
use crate::text::push_excerpt;

include!(concat!(env!("OUT_DIR"), "/industry-profiles.rs"));

#[derive(Debug)]
pub struct Profile {
    pub id: &'static str,
    pub label: Bilingual,
    create: ItemSet,
    complete: ItemSet,
    /// In place of `complete` where the total is 0.
    complete_zero: Option<ItemSet>,
}

/// The items of a stage. It is closed: no other name is allowed.
#[derive(Debug)]
pub struct ItemSet {
    /// One of them is enough, whichever.
    pub is_any_of: bool,
    pub items: &'static [Item],
}

#[derive(Debug)]
pub struct Item {
    pub name: &'static str,
    pub presence: Cell,
    /// In the order of [`FIELDS`].
    pub cells: [Cell; 3],
}

/// The rows of a payment item that a profile speaks of.
pub const FIELDS: [usize; 3] = [PAYMENT.row("amount"), PAYMENT.row("description"), PAYMENT.row("count")];

#[derive(Clone, Copy, Debug)]
pub struct Cell {
    pub need: Need,
    /// Whether an official page says so. What does not is only a warning.
    pub is_official: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Required,
    Forbidden,
    Optional,
}

/// The call that a form is filled in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Create,
    Complete,
    CompleteZero,
}

impl Profile {
    /// What a completion with this total carries; `None` while the total that decides is not known.
    pub fn completed_with(&self, total: Place) -> Option<&ItemSet> {
        let Some(zero) = &self.complete_zero else {
            return Some(&self.complete);
        };
        match total.integer() {
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

    /// Then there is no sum that the total could be compared with or computed from.
    fn forbids_every_amount(&self) -> bool {
        self.complete
            .items
            .iter()
            .all(|item| matches!(item.cells, [amount, ..] if amount.need == Need::Forbidden))
    }

    /// The profile that the next value names.
    pub fn read(cursor: &mut Cursor<'_>) -> Result<Option<&'static Profile>, WrongOption> {
        let named = match cursor.value() {
            Value::Null => return Ok(None),
            Value::Text(span) => cursor.text_of(span),
            _ => &[],
        };
        let profile = PROFILES.iter().find(|profile| profile.id.as_bytes() == named);
        profile.map_or_else(|| Err(no_such_industry(named)), |profile| Ok(Some(profile)))
    }
}

fn no_such_industry(named: &[u8]) -> WrongOption {
    const LONGEST_REPEATED: usize = 20;
    let mut option = b"industry".to_vec();
    if !named.is_empty() {
        option.extend_from_slice(b" \"");
        push_excerpt(named, LONGEST_REPEATED, &mut option);
        option.push(b'"');
    }
    WrongOption { option, expected: IDS }
}

impl ValidateOptions {
    /// The industry whose rules hold. An order that came back is what it is.
    pub fn profile(&self) -> Option<&'static Profile> {
        self.industry.filter(|_| self.kind != DocumentKind::ServiceOrder)
    }

    /// Whether payments less discounts are the total. Three industries forbid amounts on every item, while the order
    /// model wants the total to be their sum: the official texts contradict each other there.
    pub fn total_is_the_sum(&self) -> bool {
        !self.profile().is_some_and(Profile::forbids_every_amount)
    }
}

/// The items a form starts with: those that must be there, or the first of a set of which any will do.
pub fn template(industry: &Tape, stage: &Tape) -> Result<Vec<&'static Item>, WrongOption> {
    let Some(profile) = Profile::read(&mut industry.cursor())? else {
        return Err(no_such_industry(&[]));
    };
    let set = profile.at(Stage::read(stage)?);
    let starts = |(place, item): &(usize, &Item)| item.presence.need == Need::Required || set.is_any_of && *place == 0;
    Ok(set.items.iter().enumerate().filter(starts).map(|(_, item)| item).collect())
}
