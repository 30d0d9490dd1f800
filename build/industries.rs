//! `data/industry-profiles.yaml`: names and cells become Rust, for the rules; with notes and examples they become JSON.

use serde::{Deserialize, Serialize};
use serde_yaml_ng::Mapping;

use crate::written::{Words, optional, slice};
use crate::{Compiled, Result};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Profile {
    zh: String,
    en: String,
    page: u64,
    #[serde(default)]
    unattended: bool,
    note: Option<Words>,
    create: Set,
    complete: Set,
    complete_zero: Option<Set>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Set {
    All(Vec<Item>),
    Any { any_of: bool, items: Vec<Item> },
}

impl Set {
    fn is_any_of(&self) -> bool {
        matches!(self, Set::Any { any_of: true, .. })
    }

    fn items(&self) -> &[Item] {
        match self {
            Set::All(items) | Set::Any { items, .. } => items,
        }
    }

    fn rust(&self) -> String {
        let items = slice(self.items().iter().map(Item::rust));
        format!("ItemSet {{ is_any_of: {}, items: {items} }}", self.is_any_of())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    name: String,
    presence: Cell,
    #[serde(default)]
    repeatable: bool,
    amount: Cell,
    description: Cell,
    count: Cell,
    example: Example,
}

impl Item {
    fn cells(&self) -> [(&'static str, &Cell); 3] {
        [("amount", &self.amount), ("description", &self.description), ("count", &self.count)]
    }

    fn rust(&self) -> String {
        let cells = self.cells().map(|(field, cell)| format!("{field}: {}", cell.rust()));
        format!("Item {{ name: {:?}, presence: {}, {} }}", self.name, self.presence.rust(), cells.join(", "))
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Example {
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
}

#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
enum Need {
    Required,
    Forbidden,
    Optional,
}

/// `required`, or `required~` where no official page says so.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Cell {
    need: Need,
    is_official: bool,
}

impl TryFrom<String> for Cell {
    type Error = String;

    fn try_from(written: String) -> std::result::Result<Self, String> {
        let need = match written.trim_end_matches('~') {
            "required" => Need::Required,
            "forbidden" => Need::Forbidden,
            "optional" => Need::Optional,
            _ => return Err(format!("no such cell: {written}")),
        };
        let is_official = !written.ends_with('~');
        Ok(Cell { need, is_official })
    }
}

impl Cell {
    fn rust(&self) -> String {
        let need = match self.need {
            Need::Required => "Required",
            Need::Forbidden => "Forbidden",
            Need::Optional => "Optional",
        };
        format!("Cell {{ need: Need::{need}, is_official: {} }}", self.is_official)
    }
}

pub fn compiled(yaml: &str) -> Result<Compiled> {
    let profiles = serde_yaml_ng::from_str::<Mapping>(yaml)?
        .into_iter()
        .map(|(id, profile)| Ok((serde_yaml_ng::from_value(id)?, serde_yaml_ng::from_value(profile)?)))
        .collect::<Result<Vec<(String, Profile)>>>()?;
    let rows = profiles.iter().map(|(id, profile)| {
        format!(
            "Profile {{ id: {id:?}, label: Bilingual {{ zh: {:?}, en: {:?} }}, is_unattended: {}, create: {}, complete: {}, complete_zero: {} }}",
            profile.zh,
            profile.en,
            profile.unattended,
            profile.create.rust(),
            profile.complete.rust(),
            optional(profile.complete_zero.as_ref().map(Set::rust)),
        )
    });
    Ok(Compiled {
        rust: format!("pub static PROFILES: &[Profile] = {};\n", slice(rows)),
        json: serde_json::to_string(&profiles.iter().map(|(id, profile)| shown(id, profile)).collect::<Vec<_>>())?,
    })
}

/// A profile as the package's constant `industries` shows it.
#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    label: Label<'a>,
    page: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Words>,
    stages: Stages<'a>,
}

#[derive(Serialize)]
struct Label<'a> {
    #[serde(rename = "zh-CN")]
    zh: &'a str,
    en: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Stages<'a> {
    create: ShownSet<'a>,
    complete: ShownSet<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    complete_zero: Option<ShownSet<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownSet<'a> {
    any_of: bool,
    items: Vec<ShownItem<'a>>,
}

#[derive(Serialize)]
struct ShownItem<'a> {
    name: &'a str,
    presence: Need,
    repeatable: bool,
    amount: Need,
    description: Need,
    count: Need,
    unofficial: Vec<&'static str>,
    example: &'a Example,
}

fn shown<'a>(id: &'a str, profile: &'a Profile) -> Shown<'a> {
    Shown {
        id,
        label: Label { zh: &profile.zh, en: &profile.en },
        page: profile.page,
        note: profile.note.as_ref(),
        stages: Stages {
            create: shown_set(&profile.create),
            complete: shown_set(&profile.complete),
            complete_zero: profile.complete_zero.as_ref().map(shown_set),
        },
    }
}

fn shown_set(set: &Set) -> ShownSet<'_> {
    ShownSet { any_of: set.is_any_of(), items: set.items().iter().map(shown_item).collect() }
}

fn shown_item(item: &Item) -> ShownItem<'_> {
    let unofficial = item.cells().into_iter().filter(|(_, cell)| !cell.is_official);
    ShownItem {
        name: &item.name,
        presence: item.presence.need,
        repeatable: item.repeatable,
        amount: item.amount.need,
        description: item.description.need,
        count: item.count.need,
        unofficial: unofficial.map(|(field, _)| field).collect(),
        example: &item.example,
    }
}
