//! The case tables, read from YAML into tapes; and results as a caller reads them.

use std::collections::BTreeSet;
use std::fs;

use payscore::Built;
use payscore::input::object;
use payscore::input::tape::{Tape, Value};
use payscore::input::value::Json;
use payscore::model::kind::DocumentKind;
use payscore::options::ValidateOptions;
use payscore::options::wrong::WrongOption;
use payscore::record::slot::ValueType;
use payscore::report::{Report, ValidationReport};
use serde::Serialize;
use serde_yaml_ng::value::TaggedValue;
use serde_yaml_ng::{Mapping, Value as Yaml};

pub fn load(file: &str) -> Yaml {
    yaml(&fs::read_to_string(format!("tests/cases/{file}.yaml")).unwrap())
}

/// A data file of the project.
pub fn data(file: &str) -> Yaml {
    yaml(&fs::read_to_string(format!("data/{file}.yaml")).unwrap())
}

pub fn yaml(text: &str) -> Yaml {
    serde_yaml_ng::from_str(text).unwrap()
}

/// One row, with what its group says filled in.
pub struct Row {
    pub name: String,
    pub document: Yaml,
    pub options: Mapping,
    /// For a draft, the operation whose builder it goes to.
    pub operation: Option<String>,
    row: Yaml,
}

pub fn rows(file: &str) -> Vec<Row> {
    let documents = load("documents");
    let mut rows = Vec::new();
    for group in load(file).as_sequence().unwrap() {
        for row in group["cases"].as_sequence().unwrap() {
            let mut options = Mapping::from_iter([("now".into(), Yaml::Null)]);
            for said in [&group["options"], &row["options"]] {
                for (name, value) in said.as_mapping().into_iter().flatten() {
                    options.insert(name.clone(), resolve(value, &documents));
                }
            }
            let document = match row.get("whole") {
                Some(whole) => whole.clone(),
                None => changed(resolve(&documents[&group["of"]], &documents), &row["change"]),
            };
            rows.push(Row {
                name: format!("{}: {:?}", group["about"].as_str().unwrap(), row["case"]),
                document,
                options,
                operation: group.get("operation").map(|operation| operation.as_str().unwrap().to_owned()),
                row: row.clone(),
            });
        }
    }
    rows
}

impl Row {
    pub fn tape(&self) -> Tape {
        tape(&self.document)
    }

    pub fn options(&self) -> ValidateOptions {
        options(&Yaml::Mapping(self.options.clone())).unwrap()
    }

    pub fn expected(&self) -> Vec<Expected> {
        let list = |key: &str| self.row.get(key).and_then(Yaml::as_sequence).cloned().unwrap_or_default();
        list("issues").iter().chain(&list("starts")).map(|issue| Expected::parse(issue.as_str().unwrap())).collect()
    }

    pub fn is_prefix(&self) -> bool {
        self.row.get("starts").is_some()
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        self.row.get(key)?.as_str()
    }

    pub fn number(&self, key: &str) -> Option<u64> {
        self.row.get(key)?.as_u64()
    }

    pub fn avoided(&self) -> BTreeSet<String> {
        let avoided = self.row.get("not").and_then(Yaml::as_sequence);
        avoided.into_iter().flatten().map(|code| code.as_str().unwrap().to_owned()).collect()
    }

    /// How the issues found differ from those of the row.
    pub fn misses(&self, found: &Yaml) -> Vec<String> {
        let found = found.as_sequence().unwrap();
        let expected = self.expected();
        let all: Vec<String> = found.iter().map(shown).collect();
        let wanted: Vec<&str> = expected.iter().map(|issue| issue.shown.as_str()).collect();
        let compared = if self.is_prefix() { all.get(..wanted.len()).unwrap_or(&all) } else { &all };
        if compared != wanted {
            return vec![format!("{}: found {all:?}, not {wanted:?}", self.name)];
        }
        let mut misses = Vec::new();
        for (issue, Expected { shown, params }) in found.iter().zip(&expected) {
            for (name, value) in params {
                let received = &issue["params"][name];
                if !same(received, value) {
                    misses.push(format!("{}: {name:?} of {shown} is {received:?}, not {value:?}", self.name));
                }
            }
        }
        for words in self.row.get("says").and_then(Yaml::as_sequence).into_iter().flatten() {
            let says = |issue: &Yaml| issue["message"].as_str().unwrap().contains(words.as_str().unwrap());
            if !found.iter().any(says) {
                misses.push(format!(
                    "{} says nothing of {words:?}: {:?}",
                    self.name,
                    found.iter().map(|issue| &issue["message"]).collect::<Vec<_>>()
                ));
            }
        }
        for code in self.avoided() {
            if found.iter().any(|issue| issue["code"] == code.as_str()) {
                misses.push(format!("{} meets {code}", self.name));
            }
        }
        misses
    }
}

fn shown(issue: &Yaml) -> String {
    let part = |name: &str| issue[name].as_str().unwrap().to_owned();
    format!("{} {} {}", part("severity"), part("code"), part("pointer"))
}

fn same(one: &Yaml, other: &Yaml) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}

/// `severity code pointer {params}`
pub struct Expected {
    pub shown: String,
    pub params: Mapping,
}

impl Expected {
    fn parse(text: &str) -> Self {
        let (shown, params) = match text.split_once(" {") {
            Some((shown, params)) => (shown, serde_yaml_ng::from_str(&format!("{{{params}")).unwrap()),
            None => (text, Mapping::new()),
        };
        // An issue of the whole document has an empty pointer.
        let shown = if shown.split(' ').count() == 2 { format!("{shown} ") } else { shown.to_owned() };
        Expected { shown, params }
    }

    pub fn code(&self) -> &str {
        self.shown.split(' ').nth(1).unwrap()
    }
}

/// `{$: name, …}` stands for a document with what differs beside it.
pub fn resolve(value: &Yaml, documents: &Yaml) -> Yaml {
    let Some(name) = value.as_mapping().and_then(|mapping| mapping.get("$")) else {
        return value.clone();
    };
    let mut document = resolve(&documents[name], documents);
    for (key, value) in value.as_mapping().unwrap() {
        if key != "$" {
            document[key] = value.clone();
        }
    }
    document
}

fn changed(mut document: Yaml, change: &Yaml) -> Yaml {
    for (path, value) in change.as_mapping().unwrap() {
        let mut place = &mut document;
        for key in path.as_str().unwrap().split('/') {
            let key = key.replace("~1", "/");
            place = match key.parse::<usize>() {
                Ok(index) if place.is_sequence() => &mut place[index],
                _ => &mut place[Yaml::String(key)],
            };
        }
        *place = value.clone();
    }
    document
}

pub fn tape(yaml: &Yaml) -> Tape {
    let mut tape = Tape::default();
    lay(&mut tape, yaml);
    tape
}

fn lay(tape: &mut Tape, yaml: &Yaml) {
    match yaml {
        Yaml::Null => tape.push(Value::Null),
        Yaml::Bool(value) => tape.push(Value::Bool(*value)),
        Yaml::Number(number) => tape.push(Value::Number(number.as_f64().unwrap())),
        Yaml::String(text) => tape.push_value(text.as_bytes()),
        Yaml::Sequence(items) => {
            tape.push(Value::Array(items.len() as u32));
            items.iter().for_each(|item| lay(tape, item));
        }
        Yaml::Mapping(members) => {
            let present: Vec<_> = members.iter().filter(|(_, member)| !is_absent(member)).collect();
            tape.push(Value::Object(present.len() as u32));
            for (key, member) in present {
                tape.push_text(key.as_str().unwrap());
                lay(tape, member);
            }
        }
        Yaml::Tagged(tagged) => lay_tagged(tape, tagged),
    }
}

fn is_absent(yaml: &Yaml) -> bool {
    yaml == "absent"
}

fn lay_tagged(tape: &mut Tape, TaggedValue { tag, value }: &TaggedValue) {
    match tag.to_string().as_str() {
        "!text" => {
            let text = value[0].as_str().unwrap();
            let times = value[1].as_u64().unwrap() as usize;
            tape.push_value(text.repeat(times).as_bytes());
        }
        "!items" => {
            let times = value[1].as_u64().unwrap();
            tape.push(Value::Array(times as u32));
            (0..times).for_each(|_| lay(tape, &value[0]));
        }
        "!date" => {
            let text = value.as_str().unwrap();
            let midnight = format!("{text}T00:00:00Z");
            let moment = [text, &midnight].into_iter().find_map(|text| payscore::values::moment::parse_rfc3339(text.as_bytes()).ok());
            tape.push(Value::Instant(moment.map_or(f64::NAN, |moment| moment.to_epoch_ms())));
        }
        "!instance" => lay(tape, value),
        "!bigint" => {
            tape.push_bigint(&scalar(value));
        }
        "!units" => {
            let units: Vec<u16> = value.as_sequence().unwrap().iter().map(|unit| u16::from_str_radix(&scalar(unit), 16).unwrap()).collect();
            tape.push_bytes(&wtf8(&units));
        }
        "!odd" => match value.as_str().unwrap() {
            "function" => tape.push(Value::Opaque(ValueType::Function)),
            "symbol" => tape.push(Value::Opaque(ValueType::Symbol)),
            "circular" => {
                tape.push(Value::Array(1));
                tape.push(Value::Opaque(ValueType::Circular));
            }
            "instance" => {
                tape.push(Value::Object(1));
                tape.push_text("amount");
                tape.push(Value::Number(1.0));
            }
            odd => tape.push_instance(class_of(odd)),
        },
        other => panic!("no such tag: {other}"),
    }
}

/// The class name behind an odd value.
fn class_of(odd: &str) -> &str {
    match odd {
        "map" => "Map",
        "set" => "Set",
        "regexp" => "RegExp",
        "error" => "Error",
        "bytes" => "Uint8Array",
        "boxed" => "Number",
        "promise" => "Promise",
        "decimal" => "Decimal",
        "objectId" => "ObjectId",
        "luxon" => "DateTime",
        other => other,
    }
}

fn scalar(value: &Yaml) -> String {
    match value {
        Yaml::Number(number) => number.to_string(),
        other => other.as_str().unwrap().to_owned(),
    }
}

/// Lone surrogates alone: three bytes each.
fn wtf8(units: &[u16]) -> Vec<u8> {
    units.iter().flat_map(|unit| [0xE0 | (unit >> 12) as u8, 0x80 | ((unit >> 6) & 0x3F) as u8, 0x80 | (unit & 0x3F) as u8]).collect()
}

/// A result as a caller reads it.
pub fn answer(answer: &impl Serialize) -> Yaml {
    serde_yaml_ng::to_value(answer).unwrap()
}

pub fn options(said: &Yaml) -> Result<ValidateOptions, WrongOption> {
    let mut said = said.clone();
    // As the reader of JavaScript's values does.
    if let Some(Yaml::String(text)) = said.get("previous")
        && let Ok(body) = serde_json::from_str::<Yaml>(text)
    {
        said["previous"] = body;
    }
    ValidateOptions::read(&tape(&said), DocumentKind::default(), || 0.0)
}

/// The report on a document.
pub fn reported(document: &Tape, options: &ValidateOptions) -> Yaml {
    answer(&ValidationReport::of(&validate(document, options)))
}

pub fn validate<'t>(document: &'t Tape, options: &ValidateOptions) -> Report<'t> {
    payscore::validate(object::read(document, options.kind.spec().table), options, || whole(document))
}

pub fn build<'t>(draft: &'t Tape, options: &ValidateOptions) -> Built<'t> {
    payscore::build(object::read(draft, options.kind.spec().table), options, || whole(draft))
}

fn whole(document: &Tape) -> Option<Json> {
    Some(Json::read(&mut document.cursor()))
}
