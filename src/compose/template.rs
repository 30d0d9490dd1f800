//! Blank payment items for a form to start with.

use serde::Serialize;

use crate::input::tape::Tape;
use crate::model::industry::{Cell, Item, Need, Stage};
use crate::options::read::{choice, industry, no_such_industry};
use crate::options::wrong::WrongOption;
use crate::rules::finding::OwnWord;

/// A payment item with an empty value for each field that may be filled in.
#[derive(Serialize)]
pub struct Blank {
    name: OwnWord,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Empty>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<Empty>,
}

/// `null`
#[derive(Serialize)]
struct Empty;

impl Blank {
    fn of(item: &'static Item) -> Self {
        let may_be_filled_in = |cell: Cell| cell.need != Need::Forbidden;
        Blank {
            name: OwnWord(item.name),
            amount: may_be_filled_in(item.amount).then_some(Empty),
            description: may_be_filled_in(item.description).then_some(""),
            count: may_be_filled_in(item.count).then_some(Empty),
        }
    }
}

/// The items that an industry's form starts with at a stage.
pub fn template(id: &Tape, stage: &Tape) -> Result<Vec<Blank>, WrongOption> {
    let profile = industry(&mut id.cursor())?.ok_or_else(|| no_such_industry(&[]))?;
    let stage = choice("stage", &mut stage.cursor())?.unwrap_or(Stage::Complete);
    Ok(profile.template(stage).into_iter().map(Blank::of).collect())
}
