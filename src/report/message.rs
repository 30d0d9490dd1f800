//! Puts a finding into words: which field, what was expected, what was found, what to do.

use std::fmt::Write as _;

use crate::model::table::{Field, Shape, Unit};
use crate::record::path::Step;
use crate::record::slot::ValueType;
use crate::rules::finding::{Param, Params};
use crate::values::language::{Bilingual, Locale};
use crate::values::money::Yuan;
use crate::values::text::{Given, characters, push_excerpt, push_excerpt_from};

/// The most characters of a given text that a message quotes.
const MOST_QUOTED: usize = 12;

/// An issue's message, and the same without the field's label where the message begins with it.
pub fn render(params: Params, steps: &[Step]) -> (String, String) {
    let locale = params.locale;
    let template = params.rule.message.in_language(locale);
    let mut message = Message { params, steps, locale, has_said_fen: false, label_end: 0, out: String::with_capacity(template.len() * 2) };
    for (optional, part) in sections(template) {
        if !optional || message.is_complete(part) {
            message.fill(part);
        }
    }
    let Message { mut out, label_end, .. } = message;
    let mut brief = without_joint(out.get(label_end..).unwrap_or_default()).to_owned();
    // Both begin a sentence, with the label or without it; a message that begins with a name from code stays as it is.
    if label_end > 0 {
        capitalise(&mut out);
        capitalise(&mut brief);
    }
    (out, brief)
}

/// Strips what joins a sentence to the label before it.
fn without_joint(sentence: &str) -> &str {
    let joint = [": ", ", ", " ", "的", "，"].into_iter().find_map(|joint| sentence.strip_prefix(joint));
    joint.unwrap_or(sentence)
}

fn capitalise(sentence: &mut str) {
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
}

struct Message<'a> {
    params: Params<'a>,
    steps: &'a [Step<'a>],
    locale: Locale,
    /// Only the first amount of a message is given in fen as well as in yuan.
    has_said_fen: bool,
    /// Where the field's label ends if the message begins with it, else 0.
    label_end: usize,
    out: String,
}

impl Message<'_> {
    fn say(&mut self, words: &str) {
        self.out.push_str(words);
    }

    fn say_in(&mut self, zh: &'static str, en: &'static str) {
        self.say(Bilingual { zh, en }.in_language(self.locale));
    }

    fn is_complete(&self, part: &str) -> bool {
        pieces(part).all(|(_, name)| match name {
            Some("hint") => self.hint().is_some(),
            Some(name) => match self.params.get(name) {
                Some(Param::Given(text) | Param::Pointer(text)) => !text.0.is_empty(),
                Some(Param::Names(names)) => !names.is_empty(),
                param => param != Some(&Param::None),
            },
            None => true,
        })
    }

    fn fill(&mut self, part: &str) {
        for (literal, name) in pieces(part) {
            self.say(literal);
            match name {
                None => {}
                Some("field") => {
                    let is_first = self.out.is_empty();
                    self.say_label();
                    if is_first {
                        self.label_end = self.out.len();
                    }
                }
                Some("hint") => self.say(self.hint().unwrap_or_default()),
                Some("instead") => self.say(self.instead()),
                Some(name) => {
                    let param = self.params.get(name).expect("every placeholder is a param").clone();
                    self.say_param(&param);
                }
            }
        }
    }

    /// `付费项目第 1 项的金额`, `payment item 1, amount`.
    fn say_label(&mut self) {
        let steps = self.steps;
        if steps.is_empty() {
            self.say_in("整个文档", "the document");
        }
        let mut is_first = true;
        for (index, step) in steps.iter().enumerate() {
            let is_last = index + 1 == steps.len();
            // A field's label is clear without its object's; a list's label is needed, with the item's number.
            if matches!(step, Step::Field(_)) && !is_last {
                continue;
            }
            if !is_first {
                self.say_in("的", ", ");
            }
            is_first = false;
            match step {
                Step::Field(field) => {
                    self.say(field.label.in_language(self.locale));
                    if self.locale == Locale::Zh && self.out.ends_with(|last: char| last.is_ascii()) {
                        // A space parts Latin from the Han after it: 服务 ID 必填.
                        self.say(" ");
                    }
                }
                Step::Index { list, index } => {
                    self.say(list.label.in_language(self.locale).trim_end_matches('s'));
                    self.say_in("第 ", " ");
                    self.say(&(index + 1).to_string());
                    self.say_in(" 项", "");
                }
                Step::Unknown(key) => {
                    self.say_in("「", "\"");
                    push_excerpt(key, most_of_key(key), &mut self.out);
                    self.say_in("」", "\"");
                }
            }
        }
    }

    /// What the field expects, where its type alone does not say.
    fn hint(&self) -> Option<&'static str> {
        let Some(Step::Field(Field { shape, .. })) = self.steps.last() else {
            return None;
        };
        let hint = match shape {
            Shape::Integer { unit: Unit::Fen, .. } => {
                Bilingual { zh: "金额以分为单位，39.90 元写作 3990", en: "amounts are whole fen: 39.90 yuan is 3990" }
            }
            Shape::List { .. } => Bilingual {
                zh: "请直接传数组，不要转成 JSON 文本或单个对象",
                en: "pass the array itself, not its JSON text or a single object",
            },
            Shape::Text { form, .. } if form.is_time() && matches!(self.params.get("way_out"), None | Some(Param::None)) => Bilingual {
                zh: "草稿可直接传 Date、毫秒时间戳（数字）或 2026-11-20 10:00:00，其他文档请先用 toPayscoreTime 转换",
                en: "a draft takes a Date, epoch milliseconds (a number) or 2026-11-20 10:00:00; for any other document use toPayscoreTime",
            },
            Shape::Boolean => Bilingual { zh: "请传 true 或 false，不加引号", en: "pass true or false without quotes" },
            _ => return None,
        };
        Some(hint.in_language(self.locale))
    }

    /// What to do about a number that is too small. A negative amount of an item was meant as a reduction.
    fn instead(&self) -> &'static str {
        let is_negative = matches!(self.params.get("received"), Some(Param::Fen(..0)));
        let list = self.steps.iter().find_map(|step| match step {
            Step::Index { list, .. } if is_negative => Some(list.name),
            _ => None,
        });
        let instead = match list {
            Some("post_payments") => Bilingual {
                zh: "减免请写进优惠项目（post_discounts），金额填正数",
                en: "A reduction belongs in post_discounts, as a positive amount",
            },
            Some("post_discounts") => Bilingual {
                zh: "优惠金额请填正数，合计时会减去",
                en: "A discount is a positive amount, which the total subtracts",
            },
            _ => Bilingual { zh: "请改大", en: "Please raise it" },
        };
        instead.in_language(self.locale)
    }

    fn say_param(&mut self, param: &Param) {
        match param {
            Param::Number(number) => self.say_number(*number),
            Param::Fen(fen) => self.say_money(*fen),
            Param::Given(text) => push_excerpt_from(&text.0, self.start_of_difference(), MOST_QUOTED, &mut self.out),
            Param::Said(text) => self.say(text),
            Param::Word(word) => self.say(word),
            Param::Labelled(word) => self.say(word.label.in_language(self.locale)),
            Param::LabelledAll(words) => self.say_list(words, |said, word| said.say(word.label.in_language(said.locale))),
            Param::Words(words) => self.say_alternatives(words),
            Param::Names(names) => self.say_list(names, |said, name| push_excerpt(name.as_bytes(), MOST_QUOTED, &mut said.out)),
            Param::GivenTexts(texts) => self.say_list(texts, |said, text| match text.0.as_slice() {
                b" " => said.say("U+0020"),
                text => push_excerpt(text, MOST_QUOTED, &mut said.out),
            }),
            Param::Pointer(pointer) => self.say_pointer(pointer),
            Param::Pointers(pointers) => self.say_list(pointers, Self::say_pointer),
            Param::Both(words) => self.say(words.in_language(self.locale)),
            Param::Type(of) => self.say(type_label(*of).in_language(self.locale)),
            Param::None => {}
        }
    }

    /// Two texts that should be equal are quoted from shortly before they differ.
    fn start_of_difference(&self) -> usize {
        let (Some(Param::Given(expected)), Some(Param::Given(received))) = (self.params.get("expected"), self.params.get("received"))
        else {
            return 0;
        };
        let same = characters(&expected.0).zip(characters(&received.0)).take_while(|(one, other)| one == other).count();
        if same < MOST_QUOTED { 0 } else { same - MOST_QUOTED / 2 }
    }

    fn say_list<T>(&mut self, items: &[T], each: impl Fn(&mut Self, &T)) {
        const MOST: usize = 5;
        for (index, item) in items.iter().take(MOST).enumerate() {
            if index > 0 {
                self.say_in("、", ", ");
            }
            each(self, item);
        }
        if items.len() > MOST {
            self.say_in("、…", ", …");
        }
    }

    /// `A、B 或 C`.
    fn say_alternatives(&mut self, words: &[&str]) {
        for (index, word) in words.iter().enumerate() {
            match index {
                0 => {}
                last if last + 1 == words.len() => self.say_in(" 或 ", " or "),
                _ => self.say_in("、", ", "),
            }
            self.say(word);
        }
    }

    fn say_money(&mut self, fen: i64) {
        self.say(&Yuan(fen).to_string());
        self.say_in(" 元", " yuan");
        if !self.has_said_fen {
            self.has_said_fen = true;
            self.say_in("（", " (");
            self.say(&fen.to_string());
            self.say_in(" 分）", " fen)");
        }
    }

    fn say_pointer(&mut self, pointer: &Given) {
        const DEEPEST: usize = 8;
        let mut keys = pointer.0.split(|byte| *byte == b'/').skip(1);
        for key in keys.by_ref().take(DEEPEST) {
            self.say("/");
            push_excerpt(key, most_of_key(key), &mut self.out);
        }
        if keys.next().is_some() {
            self.say("/…");
        }
    }

    /// Integers and short decimals exactly; anything longer rounded or described.
    fn say_number(&mut self, number: f64) {
        const LARGEST_SHOWN: f64 = 9_007_199_254_740_992.0;
        if number.is_nan() {
            return self.say("NaN");
        }
        if number.abs() > LARGEST_SHOWN {
            return self.say_in("一个超出范围的数", "a number out of range");
        }
        let thousandths = (number.abs().fract() * 1000.0).round();
        let shown = number.abs().trunc() + thousandths / 1000.0;
        if shown != number.abs() {
            self.say("≈");
        }
        if number < 0.0 {
            self.say("-");
        }
        // Formatting floats would add 14 KB of wasm. Writing to a String cannot fail.
        let _ = write!(self.out, "{}", shown as u64);
        let decimals = thousandths as u64 % 1000;
        if decimals > 0 {
            let _ = write!(self.out, ".{decimals:03}");
            self.out.truncate(self.out.trim_end_matches('0').len());
        }
    }
}

/// A key that looks like one of ours is quoted up to the length of our longest, so that none of those is cut.
fn most_of_key(key: &[u8]) -> usize {
    const LONGEST: usize = "service_introduction".len();
    if key.iter().all(|byte| byte.is_ascii_lowercase() || *byte == b'_') { LONGEST } else { MOST_QUOTED }
}

fn type_label(of: ValueType) -> Bilingual {
    let (zh, en) = match of {
        ValueType::Null => ("空值", "null"),
        ValueType::Boolean => ("布尔值", "a boolean"),
        ValueType::Number => ("数字", "a number"),
        ValueType::String => ("文本", "text"),
        ValueType::BigInt => (" BigInt", "a BigInt"),
        ValueType::Date => (" Date 对象", "a Date"),
        ValueType::Array => ("数组", "an array"),
        ValueType::Object => ("对象", "an object"),
        ValueType::Function => ("函数", "a function"),
        ValueType::Symbol => (" Symbol", "a symbol"),
        ValueType::Instance => ("类的实例", "an instance of a class"),
        ValueType::Circular => ("循环引用", "a circular reference"),
        ValueType::Oversized => ("过大而未读取的内容", "too large to be read"),
    };
    Bilingual { zh, en }
}

/// Splits a template at its optional parts, `[…]`.
fn sections(template: &str) -> impl Iterator<Item = (bool, &str)> {
    split_at(template, *b"[]").enumerate().map(|(index, part)| (index % 2 == 1, part))
}

/// Each stretch of plain text with the name of the placeholder after it, if there is one.
fn pieces(part: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut parts = split_at(part, *b"{}");
    std::iter::from_fn(move || Some((parts.next()?, parts.next())))
}

/// `str::split`, without decoding each character of the text.
fn split_at(text: &str, marks: [u8; 2]) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.bytes().position(|byte| marks.contains(&byte)).unwrap_or(text.len());
        rest = text.get(end + 1..);
        text.get(..end)
    })
}
