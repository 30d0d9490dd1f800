//! Every cell of the industry data, broken once; and the blank rows that a form starts with.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

#[allow(dead_code, reason = "the rows of the other tables are read elsewhere")]
mod support;

use payscore::compose::template;
use payscore::values::language::Locale;
use serde_yaml_ng::{Mapping, Value as Yaml};
use support::{answer, data, options, reported, tape, yaml};

const FIELDS: [&str; 3] = ["amount", "description", "count"];

/// One set of items that a completion may carry, with its industry.
struct Completion {
    industry: String,
    items: Vec<Yaml>,
    is_any_of: bool,
}

fn completions() -> Vec<Completion> {
    let profiles = data("industry-profiles");
    let sets = profiles.as_mapping().unwrap().iter().flat_map(|(id, profile)| {
        let set = |stage| Some((id.as_str()?.to_owned(), profile.get(stage)?.clone()));
        ["complete", "complete_zero"].into_iter().filter_map(set)
    });
    sets.map(|(industry, set)| Completion {
        industry,
        is_any_of: set.get("any_of").is_some(),
        items: set.get("items").unwrap_or(&set).as_sequence().unwrap().clone(),
    })
    .collect()
}

impl Completion {
    /// The examples as they would be sent.
    fn payments(&self) -> Vec<Yaml> {
        let sent = |item: &Yaml| {
            let mut sent = item["example"].clone();
            sent["name"] = item["name"].clone();
            sent
        };
        self.items.iter().map(sent).collect()
    }

    /// Codes that begin with `industry_`, each with its severity and pointer.
    fn industry_issues(&self, payments: Vec<Yaml>) -> Vec<String> {
        let mut order = yaml("{out_order_no: A1, appid: wx1, service_id: '2002000000000558128851361561536'}");
        order["total_amount"] = payments.iter().filter_map(|item| item.get("amount")?.as_u64()).sum::<u64>().into();
        order["post_payments"] = Yaml::Sequence(payments);
        let options = options(&yaml(&format!("{{now: null, industry: {}}}", self.industry))).unwrap();
        let issues = reported(&tape(&order), &options)["issues"].clone();
        let part = |issue: &Yaml, name: &str| issue[name].as_str().unwrap().to_owned();
        issues
            .as_sequence()
            .unwrap()
            .iter()
            .filter(|issue| part(issue, "code").starts_with("industry_"))
            .map(|issue| ["severity", "code", "pointer"].map(|name| part(issue, name)).join(" "))
            .collect()
    }
}

#[test]
fn every_official_example_passes() {
    for completion in completions() {
        assert_eq!(completion.industry_issues(completion.payments()), [""; 0], "{}", completion.industry);
    }
}

#[test]
fn every_cell_can_be_broken() {
    let mut broken = 0;
    for completion in completions() {
        for (index, item) in completion.items.iter().enumerate() {
            for field in FIELDS {
                let cell = item[field].as_str().unwrap();
                let mut payments = completion.payments();
                let code = if cell.starts_with("required") {
                    payments[index].as_mapping_mut().unwrap().remove(field).unwrap();
                    "industry_field_required"
                } else {
                    // A total of zero stays zero, so that the same set applies.
                    payments[index][field] = match field {
                        "description" => "说明".into(),
                        "amount" => 0.into(),
                        _ => 1.into(),
                    };
                    "industry_field_forbidden"
                };
                let severity = if cell.ends_with('~') { "warning" } else { "error" };
                let expected = format!("{severity} {code} /post_payments/{index}/{field}");
                assert_eq!(completion.industry_issues(payments), [expected], "{} {field}", completion.industry);
                broken += 1;
            }
        }
    }
    assert_eq!(broken, 84);
}

#[test]
fn every_required_item_is_missed() {
    for completion in completions().iter().filter(|completion| completion.items.len() > 1 && !completion.is_any_of) {
        for (index, item) in completion.items.iter().enumerate() {
            let mut payments = completion.payments();
            payments.remove(index);
            let is_required = item["presence"] == "required";
            let expected: &[&str] = if is_required { &["error industry_item_missing /post_payments"] } else { &[] };
            assert_eq!(completion.industry_issues(payments), expected, "{} {index}", completion.industry);
        }
    }
}

fn template(id: &str, stage: &str) -> Result<Yaml, String> {
    let text = |text: &str| tape(&yaml(text));
    let rows = template::template(&text(id), &text(stage)).map_err(|wrong| wrong.message(Locale::Zh))?;
    Ok(answer(&rows))
}

#[test]
fn a_form_starts_with_what_must_be_there() {
    for (id, stage, rows) in [
        ("hotel", "null", "[{name: 酒店房费, amount: null, description: ''}]"),
        ("power_bank", "complete", "[{name: 收费标准, description: ''}, {name: 使用时长, description: ''}]"),
        ("express", "create", "[{name: 预估金额, amount: null}]"),
        ("express", "completeZero", "[{name: 首重费, amount: null}]"),
        ("smart_retail", "create", "[]"),
        ("car_rental", "complete", "[{name: 租车相关费用, amount: null, description: '', count: null}]"),
        ("car_rental", "completeZero", "[{name: 租车相关费用, description: ''}]"),
    ] {
        assert_eq!(template(id, stage), Ok(yaml(rows)), "{id} {stage}");
    }
}

#[test]
fn a_wrong_industry_is_named_beside_the_right_ones() {
    for (id, stage, named) in
        [("hotle", "null", r#"industry "hotle""#), ("null", "null", "industry"), ("5", "null", "industry"), ("hotel", "completed", "stage")]
    {
        let message = template(id, stage).unwrap_err();
        assert!(message.contains(&format!("选项 {named} 应为")), "{message}");
    }
    let message = options(&yaml("{industry: hotle}")).unwrap_err().message(Locale::Zh);
    for id in data("industry-profiles").as_mapping().unwrap().keys() {
        assert!(message.contains(id.as_str().unwrap()), "{message}");
    }
}

#[test]
fn the_note_tells_where_no_total_is_checked() {
    for (id, profile) in data("industry-profiles").as_mapping().unwrap() {
        let sets = completions();
        let mut items = sets.iter().filter(|set| set.industry == id.as_str().unwrap()).flat_map(|set| &set.items);
        let forbids_amounts = items.all(|item| item["amount"].as_str().unwrap().starts_with("forbidden"));
        let is_told = profile.get("note").is_some_and(|note| note["en"].as_str().unwrap().contains("neither checked nor computed"));
        assert_eq!(is_told, forbids_amounts, "{id:?}");
        let options = options(&Yaml::Mapping(Mapping::from_iter([(Yaml::from("industry"), id.clone())]))).unwrap();
        assert_eq!(options.total_is_the_sum(), !forbids_amounts, "{id:?}");
    }
    assert!(options(&Yaml::Null).unwrap().total_is_the_sum());
}
