//! Puts a finding into words: which field, what was expected, what was found, what to do.

use alloc::vec::Vec;

use crate::fields::{Field, Shape, Unit};
use crate::finding::{Param, Rule};
use crate::language::{Bilingual, Locale};
use crate::money::push_yuan;
use crate::number::{rounded, truncated};
use crate::path::Step;
use crate::tape::Kind;
use crate::text::{characters, push_decimal, push_excerpt, push_excerpt_from};

/// Characters of a text from outside that a message repeats.
const MOST_REPEATED: usize = 12;

pub fn render(rule: &Rule, params: &[Param], steps: &[Step], locale: Locale) -> Vec<u8> {
    let mut words = Words { rule, params, steps, locale, has_said_fen: false, out: Vec::new() };
    for (optional, part) in sections(rule.message.in_language(locale).as_bytes()) {
        if !optional || words.is_complete(part) {
            words.fill(part);
        }
    }
    let mut message = words.out;
    if let Some(first) = message.first_mut() {
        first.make_ascii_uppercase();
    }
    message
}

struct Words<'a> {
    rule: &'a Rule,
    params: &'a [Param],
    steps: &'a [Step<'a>],
    locale: Locale,
    /// Fen stand behind the first amount of a message; the others are in yuan alone.
    has_said_fen: bool,
    out: Vec<u8>,
}

impl<'a> Words<'a> {
    fn say(&mut self, words: &str) {
        self.out.extend_from_slice(words.as_bytes());
    }

    fn say_in(&mut self, zh: &'static str, en: &'static str) {
        self.say(Bilingual { zh, en }.in_language(self.locale));
    }

    fn param(&self, name: &[u8]) -> Option<&'a Param> {
        let place = self.rule.params.iter().position(|(param, _)| param.as_bytes() == name)?;
        self.params.get(place)
    }

    fn is_complete(&self, part: &[u8]) -> bool {
        pieces(part).all(|(_, name)| match name {
            b"hint" => self.hint().is_some(),
            name => self.param(name) != Some(&Param::None),
        })
    }

    fn fill(&mut self, part: &[u8]) {
        for (literal, name) in pieces(part) {
            self.out.extend_from_slice(literal);
            match name {
                b"field" => self.say_label(),
                b"hint" => self.say(self.hint().unwrap_or_default()),
                name => {
                    if let Some(param) = self.param(name) {
                        self.say_param(param);
                    }
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
        for (place, step) in steps.iter().enumerate() {
            let is_last = place.saturating_add(1) == steps.len();
            // Inside an object a label speaks for itself; a list is named with the item's number.
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
                    if self.locale == Locale::Zh && self.out.last().is_some_and(u8::is_ascii) {
                        // Han after Latin is set apart: 服务 ID 必填.
                        self.say(" ");
                    }
                }
                Step::Index { list, index } => {
                    self.say(list.label.in_language(self.locale).trim_end_matches('s'));
                    self.say_in("第 ", " ");
                    push_decimal(u64::from(*index).saturating_add(1), 0, &mut self.out);
                    self.say_in(" 项", "");
                }
                Step::Unknown(key) => {
                    self.say_in("「", "\"");
                    push_excerpt(key, MOST_REPEATED, &mut self.out);
                    self.say_in("」", "\"");
                }
            }
        }
    }

    /// What the field wants, where its type alone does not tell.
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
            Shape::Boolean => Bilingual { zh: "请传 true 或 false，不加引号", en: "pass true or false without quotes" },
            _ => return None,
        };
        Some(hint.in_language(self.locale))
    }

    fn say_param(&mut self, param: &Param) {
        match param {
            Param::Number(number) => self.say_number(*number),
            Param::Fen(fen) => self.say_money(*fen),
            Param::Text(text) => push_excerpt_from(text, self.start_of_difference(), MOST_REPEATED, &mut self.out),
            Param::Time(time) => self.out.extend_from_slice(time),
            Param::Word(word) => self.say(word),
            Param::Words(words) => self.say_list(words.len(), |said, place| {
                said.say(words.get(place).copied().unwrap_or_default());
            }),
            Param::Texts(texts) => self.say_list(texts.len(), |said, place| {
                push_excerpt(texts.get(place).map_or(&[], Vec::as_slice), MOST_REPEATED, &mut said.out);
            }),
            Param::Pointers(pointers) => self.say_list(pointers.len(), |said, place| {
                said.say_pointer(pointers.get(place).map_or(&[], Vec::as_slice));
            }),
            Param::JsonType(kind) => self.say(kind_label(*kind).in_language(self.locale)),
            Param::None => {}
        }
    }

    /// Two texts of which one should be the other are shown from shortly before they differ.
    fn start_of_difference(&self) -> usize {
        let (Some(Param::Text(expected)), Some(Param::Text(received))) = (self.param(b"expected"), self.param(b"received")) else {
            return 0;
        };
        let same = characters(expected).zip(characters(received)).take_while(|(one, other)| one == other).count();
        if same < MOST_REPEATED { 0 } else { same.saturating_sub(MOST_REPEATED / 2) }
    }

    fn say_list(&mut self, len: usize, mut each: impl FnMut(&mut Self, usize)) {
        const MOST: usize = 5;
        for place in 0..len.min(MOST) {
            if place > 0 {
                self.say_in("、", ", ");
            }
            each(self, place);
        }
        if len > MOST {
            self.say_in("、…", ", …");
        }
    }

    fn say_money(&mut self, fen: i64) {
        push_yuan(fen, &mut self.out);
        self.say_in(" 元", " yuan");
        if !self.has_said_fen {
            self.has_said_fen = true;
            self.say_in("（", " (");
            if fen < 0 {
                self.say("-");
            }
            push_decimal(fen.unsigned_abs(), 0, &mut self.out);
            self.say_in(" 分）", " fen)");
        }
    }

    /// A key of ours is never cut, one from outside may be.
    fn say_pointer(&mut self, pointer: &[u8]) {
        const LONGEST_KEY: usize = "start_time_remark".len();
        const DEEPEST: usize = 8;
        let mut keys = pointer.split(|byte| *byte == b'/').skip(1);
        for key in keys.by_ref().take(DEEPEST) {
            self.say("/");
            push_excerpt(key, LONGEST_KEY, &mut self.out);
        }
        if keys.next().is_some() {
            self.say("/…");
        }
    }

    /// Integers and short decimals as they are; anything longer only about or by name.
    fn say_number(&mut self, number: f64) {
        const LARGEST_SHOWN: f64 = 9_007_199_254_740_992.0;
        if number.is_nan() {
            return self.say("NaN");
        }
        if number.abs() > LARGEST_SHOWN {
            return self.say_out_of_range();
        }
        let thousandths = rounded((number.abs() - truncated(number.abs())) * 1000.0);
        let shown = truncated(number.abs()) + thousandths / 1000.0;
        if shown != number.abs() {
            self.say("≈");
        }
        if number < 0.0 {
            self.say("-");
        }
        push_decimal(shown as u64, 0, &mut self.out);
        let decimals = (thousandths as u64) % 1000;
        if decimals > 0 {
            self.say(".");
            push_decimal(decimals, 3, &mut self.out);
            while self.out.last() == Some(&b'0') {
                self.out.pop();
            }
        }
    }

    fn say_out_of_range(&mut self) {
        self.say_in("一个超出范围的数", "a number out of range");
    }
}

fn kind_label(kind: Kind) -> Bilingual {
    let (zh, en) = match kind {
        Kind::Null => ("空值", "null"),
        Kind::Boolean => ("布尔值", "a boolean"),
        Kind::Number => ("数字", "a number"),
        Kind::String => ("文本", "text"),
        Kind::BigInt => (" BigInt", "a BigInt"),
        Kind::Date => (" Date 对象", "a Date"),
        Kind::Array => ("数组", "an array"),
        Kind::Object => ("对象", "an object"),
        Kind::Function => ("函数", "a function"),
        Kind::Symbol => (" Symbol", "a symbol"),
        Kind::Instance => ("类的实例", "an instance of a class"),
        Kind::Circular => ("循环引用", "a circular reference"),
        Kind::Oversized => ("过大而未读取的内容", "too large to be read"),
    };
    Bilingual { zh, en }
}

/// Splits a template at its `[…]`, the only parts that are optional.
fn sections(template: &[u8]) -> impl Iterator<Item = (bool, &[u8])> {
    template.split(|byte| matches!(byte, b'[' | b']')).enumerate().map(|(place, part)| (place % 2 == 1, part))
}

/// Each stretch of plain text with the name of the placeholder behind it, empty at the end.
fn pieces(part: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut parts = part.split(|byte| matches!(byte, b'{' | b'}'));
    core::iter::from_fn(move || Some((parts.next()?, parts.next().unwrap_or_default())))
}
