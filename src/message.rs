//! Puts a finding into words: which field, what was expected, what was found, what to do.

use crate::fields::{Field, Shape, Unit};
use crate::issue::{Param, Rule, Step};
use crate::language::{Bilingual, Locale};
use crate::tape::Kind;
use crate::{money, text};

pub fn render(rule: &Rule, params: &[Param], steps: &[Step], locale: Locale) -> String {
    let words = Words {
        rule,
        params,
        steps,
        locale,
    };
    let mut message = String::new();
    for (optional, part) in sections(rule.message.in_language(locale)) {
        if !optional || words.is_complete(part) {
            words.fill(part, &mut message);
        }
    }
    capitalised(message)
}

struct Words<'a> {
    rule: &'a Rule,
    params: &'a [Param],
    steps: &'a [Step<'a>],
    locale: Locale,
}

impl Words<'_> {
    fn param(&self, name: &str) -> Option<&Param> {
        let place = self.rule.params.iter().position(|(param, _)| *param == name)?;
        self.params.get(place)
    }

    fn is_complete(&self, part: &str) -> bool {
        let mut complete = true;
        for_each_piece(part, |_, name| {
            let said = match name {
                "hint" => self.hint().is_some(),
                name => !matches!(self.param(name), Some(Param::None)),
            };
            complete &= name.is_empty() || said;
        });
        complete
    }

    fn fill(&self, part: &str, message: &mut String) {
        for_each_piece(part, |literal, name| {
            message.push_str(literal);
            match name {
                "" => {}
                "field" => self.push_label(message),
                "hint" => message.push_str(self.hint().unwrap_or_default()),
                name => {
                    if let Some(param) = self.param(name) {
                        self.push_param(param, message);
                    }
                }
            }
        });
    }

    fn last_field(&self) -> Option<&'static Field> {
        match self.steps.last()? {
            Step::Field(field) => Some(field),
            Step::Index { .. } | Step::Unknown(_) => None,
        }
    }

    /// `付费项目第 1 项的金额`, `payment item 1, amount`.
    fn push_label(&self, message: &mut String) {
        let mut parts = Vec::new();
        let mut steps = self.steps.iter().peekable();
        while let Some(step) = steps.next() {
            match step {
                Step::Field(field) => {
                    // Inside an object a label speaks for itself; a list is named with the item's number.
                    if steps.peek().is_none() {
                        parts.push(field.label.in_language(self.locale).to_owned());
                    }
                }
                Step::Index { list, index } => {
                    let label = list.label.in_language(self.locale);
                    let number = u64::from(*index).saturating_add(1);
                    parts.push(match self.locale {
                        Locale::Zh => format!("{label}第 {number} 项"),
                        Locale::En => format!("{label} {number}"),
                    });
                }
                Step::Unknown(key) => {
                    let key = text::excerpt(key);
                    parts.push(match self.locale {
                        Locale::Zh => format!("「{key}」"),
                        Locale::En => format!("\"{key}\""),
                    });
                }
            }
        }
        message.push_str(&parts.join(Bilingual { zh: "的", en: ", " }.in_language(self.locale)));
    }

    /// What the field wants, where its type alone does not tell.
    fn hint(&self) -> Option<&'static str> {
        let hint = match self.last_field()?.shape {
            Shape::Integer { unit: Unit::Fen, .. } => Bilingual {
                zh: "金额以分为单位，39.90 元写作 3990",
                en: "amounts are whole fen: 39.90 yuan is 3990",
            },
            Shape::List { .. } => Bilingual {
                zh: "请直接传数组，不要转成 JSON 文本或单个对象",
                en: "pass the array itself, not its JSON text or a single object",
            },
            Shape::Boolean => Bilingual {
                zh: "请传 true 或 false，不加引号",
                en: "pass true or false without quotes",
            },
            _ => return None,
        };
        Some(hint.in_language(self.locale))
    }

    fn push_param(&self, param: &Param, message: &mut String) {
        let separator = Bilingual { zh: "、", en: ", " }.in_language(self.locale);
        match param {
            Param::Number(number) => message.push_str(&self.number(*number)),
            Param::Fen(fen) => {
                let yuan = money::yuan(*fen);
                message.push_str(&match self.locale {
                    Locale::Zh => format!("{yuan} 元（{fen} 分）"),
                    Locale::En => format!("{yuan} yuan ({fen} fen)"),
                });
            }
            Param::Text(text) => message.push_str(&text::excerpt(text.as_bytes())),
            Param::Word(word) => message.push_str(word),
            Param::Words(words) => message.push_str(&words.join(separator)),
            Param::Texts(texts) => {
                const MOST: usize = 5;
                let mut shown: Vec<String> = texts.iter().take(MOST).map(|text| text::excerpt(text.as_bytes())).collect();
                if texts.len() > MOST {
                    shown.push("…".to_owned());
                }
                message.push_str(&shown.join(separator));
            }
            Param::JsonType(kind) => message.push_str(kind_label(*kind).in_language(self.locale)),
            Param::None => {}
        }
    }

    /// Integers and short decimals as they are; anything longer only named.
    fn number(&self, number: f64) -> String {
        if number.is_nan() {
            return "NaN".to_owned();
        }
        let thousandths = (number * 1000.0).round();
        if thousandths.abs() > 9e15 {
            return Bilingual {
                zh: "一个超出范围的数",
                en: "a number out of range",
            }
            .in_language(self.locale)
            .to_owned();
        }
        let is_exact = thousandths / 1000.0 == number;
        let thousandths = thousandths as i64;
        let sign = if thousandths < 0 { "-" } else { "" };
        let digits = format!("{:04}", thousandths.unsigned_abs());
        let (whole, decimals) = digits.split_at(digits.len().saturating_sub(3));
        let decimals = decimals.trim_end_matches('0');
        let about = if is_exact { "" } else { "≈" };
        if decimals.is_empty() {
            format!("{about}{sign}{whole}")
        } else {
            format!("{about}{sign}{whole}.{decimals}")
        }
    }
}

fn kind_label(kind: Kind) -> Bilingual {
    let (zh, en) = match kind {
        Kind::Null => ("空值", "null"),
        Kind::Boolean => ("布尔值", "a boolean"),
        Kind::Number => ("数字", "a number"),
        Kind::String => ("文本", "text"),
        Kind::BigInt => ("BigInt", "a BigInt"),
        Kind::Date => ("Date 对象", "a Date"),
        Kind::Array => ("数组", "an array"),
        Kind::Object => ("对象", "an object"),
        Kind::Function => ("函数", "a function"),
        Kind::Symbol => ("Symbol", "a symbol"),
        Kind::Instance => ("类的实例", "an instance of a class"),
        Kind::Circular => ("循环引用", "a circular reference"),
        Kind::Oversized => ("过大而未读取的内容", "too large to be read"),
    };
    Bilingual { zh, en }
}

/// Splits a template at its `[…]`.
fn sections(template: &str) -> impl Iterator<Item = (bool, &str)> {
    template.split('[').enumerate().flat_map(|(place, part)| {
        let (optional, rest) = match part.split_once(']') {
            Some((optional, rest)) if place > 0 => (Some((true, optional)), rest),
            _ => (None, part),
        };
        optional.into_iter().chain(std::iter::once((false, rest)))
    })
}

/// Calls with each stretch of plain text and the name of the placeholder behind it, empty at the end.
fn for_each_piece(part: &str, mut each: impl FnMut(&str, &str)) {
    let mut rest = part;
    while let Some((literal, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        each(literal, name);
        rest = after;
    }
    each(rest, "");
}

fn capitalised(message: String) -> String {
    let mut characters = message.chars();
    match characters.next() {
        Some(first) if first.is_ascii_lowercase() => {
            let mut capitalised = String::with_capacity(message.len());
            capitalised.push(first.to_ascii_uppercase());
            capitalised.push_str(characters.as_str());
            capitalised
        }
        _ => message,
    }
}
