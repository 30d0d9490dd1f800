//! What a refusal of the API means, looked up in `data/api-errors.yaml` by the number at the end of its Request-Id, by its
//! message, or by its code. Any input is searched, be it an error body or a line from a log.

use serde::Serialize;

use crate::input::tape::{Cursor, Tape, Value};
use crate::model::kind::DocumentKind;
use crate::model::table::{Shape, Table};
use crate::record::path::Segment;
use crate::rules::finding::OwnWord;
use crate::values::language::{Bilingual, Locale};
use crate::values::named::{Named, named};
use crate::values::text::{self, Given};

include!(concat!(env!("OUT_DIR"), "/api-errors.rs"));

/// A row of the data. Its explanation is kept outside the wasm.
#[derive(Clone, Copy, Debug)]
pub struct Refusal {
    code: &'static str,
    /// The official wording, and variants of it.
    wordings: &'static [Wording],
    suffixes: &'static [u32],
    operations: &'static str,
    /// The code of our own rule that finds the same mistake.
    pub rule: Option<&'static str>,
    /// A pointer to the wrong field, where the refusal alone implies it.
    field: &'static str,
    pub retry: Retry,
    pub wait_seconds: Option<u32>,
}

/// The constant parts of a message, in their order, with a few variable words between them.
type Wording = &'static [&'static str];

named! {
    /// same 稍后原样重试；wait 等待后原样重试；query 先查询订单；fix 改正后再提交；never 不要重试。
    /// same: send the same request again a little later; wait: the same, after waiting; query: query the order first;
    /// fix: correct the request; never: do not retry.
    pub enum Retry {
        Same = "same",
        Wait = "wait",
        Query = "query",
        Fix = "fix",
        Never = "never",
    }
}

named! {
    /// What a refusal was recognised by, the most specific first.
    pub enum Matched {
        Suffix = "suffix",
        Message = "message",
        Code = "code",
    }
}

#[derive(Debug)]
pub struct Explanation {
    pub matched: Option<Matched>,
    /// The index of its texts: codes, then messages, then “try again later”, then “unknown”.
    pub entry: usize,
    pub refusal: Refusal,
    /// A JSON Pointer into the request's body, empty where no field is known.
    pub pointer: Vec<u8>,
}

pub fn explain(refusal: &Tape) -> Explanation {
    let evidence = Evidence::collect(refusal);
    let (matched, entry, refusal) = evidence.best_match();
    let pointer = evidence.pointer(&refusal, matched.is_none() || refusal.retry == Retry::Fix);
    Explanation { matched, entry, refusal, pointer }
}

/// What the caller passed about a refusal.
#[derive(Default)]
struct Evidence {
    codes: Vec<Vec<u8>>,
    operation: Vec<u8>,
    field: Vec<u8>,
    /// Every text in it, one per line.
    words: Vec<u8>,
    /// The same, reduced by [`bare`].
    bare: Vec<u8>,
    /// Every number in it, alone or at the end of a Request-Id.
    numbers: Vec<u64>,
}

impl Evidence {
    /// More than any error body has; the rest is not read.
    const MOST: usize = 1 << 16;
    const MOST_CODES: usize = 16;

    fn collect(refusal: &Tape) -> Evidence {
        let mut evidence = Evidence::default();
        evidence.add(b"", &mut refusal.cursor());
        evidence.bare = bare(&evidence.words);
        evidence.numbers = evidence.words.split(|byte| !byte.is_ascii_alphanumeric()).filter_map(text::digits).collect();
        evidence
    }

    fn add(&mut self, key: &[u8], cursor: &mut Cursor<'_>) {
        match cursor.value() {
            Value::Text(span) => self.add_text(key, plain(cursor.text_of(span))),
            Value::Array(len) => (0..len).for_each(|_| self.add(key, cursor)),
            Value::Object(members) => {
                for _ in 0..members {
                    let key = bare(cursor.name());
                    self.add(&key, cursor);
                }
            }
            _ => {}
        }
    }

    fn add_text(&mut self, key: &[u8], text: Vec<u8>) {
        match key {
            b"code" if self.codes.len() < Evidence::MOST_CODES => self.codes.push(bare(&text)),
            b"operation" => self.operation = bare(&text),
            b"field" if text.first() == Some(&b'/') => self.point_to(text),
            // The pointers of unknown fields, or the caller's own data, which may hold any words.
            b"value" if inside(&text).is_some() => self.point_to(text),
            b"value" => {}
            _ if self.words.len() < Evidence::MOST => {
                self.words.extend_from_slice(&text);
                self.words.push(b'\n');
            }
            _ => {}
        }
    }

    fn point_to(&mut self, pointer: Vec<u8>) {
        if self.field.is_empty() {
            self.field = pointer;
        }
    }

    fn best_match(&self) -> (Option<Matched>, usize, Refusal) {
        let later = CODES.len() + MESSAGES.len();
        let says_later = LATER.wordings.iter().any(|wording| said(&self.bare, wording) > 0);
        match self.best_row() {
            // “Try again later” says more than a general code; a specific message keeps its meaning.
            Some((_, entry, Refusal { retry: Retry::Fix, .. })) if says_later && entry < CODES.len() => {
                (Some(Matched::Message), later, LATER)
            }
            Some((matched, entry, row)) if says_later && row.retry == Retry::Fix => {
                (Some(matched), entry, Refusal { retry: Retry::Same, ..*row })
            }
            Some((matched, entry, row)) => (Some(matched), entry, *row),
            None if says_later => (Some(Matched::Message), later, LATER),
            None => (None, later + 1, UNKNOWN),
        }
    }

    fn best_row(&self) -> Option<(Matched, usize, &'static Refusal)> {
        let mut best = None;
        let mut best_fit = 0;
        for (entry, row) in CODES.iter().chain(MESSAGES).enumerate() {
            let (matched, fit) = if entry < CODES.len() { self.fit_of_code(row) } else { self.fit_of_message(row) };
            let with_ties = fit << 3 | self.ties(row);
            // The first of equals wins.
            if fit > 0 && with_ties > best_fit {
                best_fit = with_ties;
                best = Some((matched, entry, row));
            }
        }
        best
    }

    /// How well a general code fits: by its name, or else by how much of its wording is found.
    fn fit_of_code(&self, row: &Refusal) -> (Matched, usize) {
        let code = bare(row.code.as_bytes());
        if self.codes.contains(&code) {
            return (Matched::Code, fit::CODE);
        }
        if contains(&self.bare, &code) {
            return (Matched::Code, fit::CODE_AMONG_WORDS | code.len());
        }
        (Matched::Message, row.wordings.iter().map(|wording| said(&self.bare, wording)).max().unwrap_or_default())
    }

    /// How well a message fits: best if found in whole or by its number, the longer the better; less if an end is missing.
    fn fit_of_message(&self, row: &Refusal) -> (Matched, usize) {
        let most = |measure: fn(&[u8], Wording) -> usize| {
            row.wordings.iter().map(|wording| measure(&self.bare, wording)).max().unwrap_or_default()
        };
        let whole = most(said);
        if self.names_one(row.suffixes) {
            (Matched::Suffix, fit::MESSAGE | whole.max(most(said_in_part)))
        } else if whole > 0 {
            (Matched::Message, fit::MESSAGE | whole)
        } else {
            let part = most(said_in_part);
            (Matched::Message, if part > 0 { fit::PART_OF_MESSAGE | part } else { 0 })
        }
    }

    fn ties(&self, row: &Refusal) -> usize {
        let is_code = self.codes.iter().any(|code| *code == bare(row.code.as_bytes()));
        let is_operation = row.operations.split(' ').any(|operation| bare(operation.as_bytes()) == self.operation);
        usize::from(self.names_one(row.suffixes)) << 2 | usize::from(is_code) << 1 | usize::from(is_operation)
    }

    fn names_one(&self, numbers: &[u32]) -> bool {
        numbers.iter().any(|number| self.numbers.contains(&u64::from(*number)))
    }

    /// The field that the error body points to, or else the one that the refusal implies, or the one that its text names.
    fn pointer(&self, refusal: &Refusal, may_name_field: bool) -> Vec<u8> {
        let in_detail = Some(self.field.as_slice()).filter(|field| !field.is_empty());
        if let Some(pointer) = in_detail.or_else(|| self.pointer_in_words()).or_else(|| self.field_of_json()) {
            inside(pointer).unwrap_or(pointer).to_vec()
        } else if refusal.field.is_empty() && may_name_field {
            field_named(&self.words).unwrap_or_default()
        } else {
            refusal.field.as_bytes().to_vec()
        }
    }

    fn pointer_in_words(&self) -> Option<&[u8]> {
        [&b"/body/"[..], b"/uri_template/"].into_iter().find_map(|begin| {
            let pointer = token(after(&self.words, begin)?.0);
            Some(pointer).filter(|pointer| pointer.len() > begin.len())
        })
    }

    /// `"field":"/total_amount"` in JSON text, in whatever notation.
    fn field_of_json(&self) -> Option<&[u8]> {
        let (_, rest) = after(&self.words, b"field")?;
        let start = rest.iter().position(|byte| !b" :=>'\"".contains(byte))?;
        rest.get(start..).filter(|rest| rest.first() == Some(&b'/')).map(token)
    }
}

/// The weight of each kind of match. The length of what was found is added to it.
mod fit {
    pub const MESSAGE: usize = 1 << 24;
    pub const PART_OF_MESSAGE: usize = 1 << 22;
    pub const CODE: usize = 1 << 20;
    pub const CODE_AMONG_WORDS: usize = 1 << 18;
}

/// Turns full-width characters into half-width ones and `\uXXXX` into its character, and drops all other backslashes.
fn plain(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (*first, after) {
            (b'\\', _) => {
                if let Some((character, after)) = escaped(after) {
                    match u32::from(character) {
                        code @ 0xFF00..=0xFF7F => out.push(half_width(code as u8)),
                        _ => out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
                    }
                    rest = after;
                }
            }
            // U+FF00 to U+FF7F.
            (0xEF, [high @ (0xBC | 0xBD), low, after @ ..]) => {
                out.push(half_width((high & 1) << 6 | low & 0x3F));
                rest = after;
            }
            (b'\n', _) => out.push(b' '),
            (other, _) => out.push(other),
        }
    }
    out
}

/// By the offset from U+FF00.
fn half_width(place: u8) -> u8 {
    (place + b' ') & 0x7F
}

fn escaped(text: &[u8]) -> Option<(char, &[u8])> {
    let (digits, rest) = text.strip_prefix(b"u")?.split_at_checked(4)?;
    let code = digits.iter().try_fold(0, |code, digit| Some((code << 4) | char::from(*digit).to_digit(16)?))?;
    Some((char::from_u32(code)?, rest))
}

/// Keeps only Han characters, digits and letters, in lower case, so that spacing and punctuation do not matter. Lines stay
/// apart.
fn bare(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (*first, after) {
            // U+4000 to U+9FFF.
            (0xE4..=0xE9, [middle, last, after @ ..]) => {
                out.extend_from_slice(&[*first, *middle, *last]);
                rest = after;
                for (one, other) in ALIKE {
                    if out.ends_with(one.as_bytes()) {
                        out.truncate(out.len() - one.len());
                        out.extend_from_slice(other.as_bytes());
                    }
                }
            }
            (b'\n' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z', _) => out.push(first.to_ascii_lowercase()),
            _ => {}
        }
    }
    out
}

/// The official pages use both of each pair.
const ALIKE: [(&str, &str); 2] = [("重试", "再试"), ("稍候", "稍后")];

/// The length of a wording, if it is found in the text.
fn said(words: &[u8], wording: Wording) -> usize {
    let parts: Vec<Vec<u8>> = wording.iter().map(|part| bare(part.as_bytes())).collect();
    if are_said(words, &parts) { parts.iter().map(Vec::len).sum() } else { 0 }
}

fn are_said(words: &[u8], parts: &[Vec<u8>]) -> bool {
    let Some((first, others)) = parts.split_first() else { return true };
    let mut rest = words;
    while let Some((_, behind)) = after(rest, first) {
        if are_said(near(behind), others) {
            return true;
        }
        rest = behind;
    }
    false
}

/// What follows closely in the same line: enough for a field and its name.
fn near(words: &[u8]) -> &[u8] {
    const NEAR: usize = 160;
    let end = words.iter().take(NEAR).position(|byte| *byte == b'\n').unwrap_or(NEAR);
    &words[..end.min(words.len())]
}

/// How much of a wording is found without its beginning or its end: at least two thirds, and enough Chinese to be distinctive.
fn said_in_part(words: &[u8], wording: Wording) -> usize {
    const LEAST: usize = 6;
    let &[wording] = wording else { return 0 };
    let wording = bare(wording.as_bytes());
    if wording.iter().filter(|byte| **byte >= 0xE4).count() < LEAST {
        return 0;
    }
    let starts: Vec<usize> = (0..wording.len()).filter(|at| wording[*at] & 0xC0 != 0x80).collect();
    let least = (starts.len() * 2).div_ceil(3).max(LEAST);
    let part = |characters: usize| {
        let tail = starts.get(starts.len().checked_sub(characters)?..)?.first().and_then(|start| wording.get(*start..))?;
        let head = wording.get(..*starts.get(characters)?)?;
        [tail, head].into_iter().find(|part| contains(words, part)).map(<[u8]>::len)
    };
    (least..starts.len()).map_while(part).last().unwrap_or_default()
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    after(text, part).is_some()
}

/// The text from a part on, and the text after it.
fn after<'t>(text: &'t [u8], part: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let first = part.first()?;
    let mut rest = text;
    // The library's `windows` would add the formatting of its panic to the wasm.
    loop {
        let from = rest.get(rest.iter().position(|byte| byte == first)?..)?;
        if let Some(behind) = from.strip_prefix(part) {
            return Some((from, behind));
        }
        rest = from.get(1..)?;
    }
}

/// The JSON Pointer at the start of a text.
fn token(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"/_~-".contains(byte)));
    &text[..end.unwrap_or(text.len())]
}

/// APIv3's pointers start with `/body` or `/uri_template`; ours start inside.
fn inside(pointer: &[u8]) -> Option<&[u8]> {
    let inside = pointer.strip_prefix(b"/body").or_else(|| pointer.strip_prefix(b"/uri_template"));
    inside.filter(|rest| matches!(rest.first(), None | Some(b'/')))
}

/// The field that a text names, as `total_amount` or `time_range.end_time`, if it names only one. Keys of other data that was
/// logged beside it do not count.
fn field_named(words: &[u8]) -> Option<Vec<u8>> {
    let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_.[]".contains(byte);
    let mut named = None;
    let mut rest = words;
    while let Some(start) = rest.iter().position(is_of_name) {
        let from = &rest[start..];
        let end = from.iter().position(|byte| !is_of_name(byte)).unwrap_or(from.len());
        let (name, behind) = from.split_at(end);
        rest = behind;
        let is_key = behind.first() == Some(&b'=') || behind.starts_with(b"\":");
        if let Some(pointer) = pointer_to(name).filter(|_| !is_key) {
            if named.as_ref().is_some_and(|named| *named != pointer) {
                return None;
            }
            named = Some(pointer);
        }
    }
    named
}

/// Only field names have a `_`.
fn pointer_to(name: &[u8]) -> Option<Vec<u8>> {
    let name = name.strip_prefix(b"body.").unwrap_or(name);
    if !name.contains(&b'_') {
        return None;
    }
    let keys: Vec<&[u8]> = name.split(|byte| b".[]".contains(byte)).filter(|key| !key.is_empty()).collect();
    DocumentKind::ALL.iter().find_map(|kind| within(kind.spec().table, &keys))
}

/// The pointer of a field in a table, or in one of its objects.
fn within(table: &'static Table, keys: &[&[u8]]) -> Option<Vec<u8>> {
    let is_there = |table: &'static Table| {
        let mut table = Some(table);
        keys.iter().all(|key| {
            if text::is_digits(key) {
                return table.is_some();
            }
            let field = table.and_then(|table| Some(&table.fields[table.find(key)?]));
            table = field.and_then(|field| field.shape.inner());
            field.is_some()
        })
    };
    let mut pointer = Vec::new();
    if !is_there(table) {
        let around = table.fields.iter().find(|field| matches!(field.shape, Shape::Object(of) if is_there(of)))?;
        push_key(&mut pointer, around.name.as_bytes());
    }
    keys.iter().for_each(|key| push_key(&mut pointer, key));
    Some(pointer)
}

fn push_key(pointer: &mut Vec<u8>, key: &[u8]) {
    pointer.push(b'/');
    pointer.extend_from_slice(key);
}

/// What the package adds the texts to: `entry` and `locale` select them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer<'a> {
    entry: u32,
    locale: Locale,
    matched: Option<Matched>,
    retry: Retry,
    #[serde(skip_serializing_if = "Option::is_none")]
    wait_seconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<OwnWord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<Vec<Segment<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<Given>,
}

impl Explanation {
    pub fn keys(&self) -> Vec<Vec<u8>> {
        keys(&self.pointer)
    }

    pub fn answer<'a>(&self, keys: &'a [Vec<u8>], locale: Locale) -> Answer<'a> {
        let names_field = !self.pointer.is_empty();
        Answer {
            entry: self.entry as u32,
            locale,
            matched: self.matched,
            retry: self.refusal.retry,
            wait_seconds: self.refusal.wait_seconds,
            rule: self.refusal.rule.map(OwnWord),
            path: names_field.then(|| keys.iter().map(|key| segment(key)).collect()),
            pointer: names_field.then(|| Given(self.pointer.clone())),
        }
    }
}

/// The keys of a JSON Pointer.
fn keys(pointer: &[u8]) -> Vec<Vec<u8>> {
    let key = |written: &[u8]| {
        let mut key = Vec::new();
        let mut bytes = written.iter();
        while let Some(byte) = bytes.next() {
            key.push(match (byte, bytes.as_slice().first()) {
                (b'~', Some(escape @ (b'0' | b'1'))) => {
                    bytes.next();
                    if *escape == b'0' { b'~' } else { b'/' }
                }
                _ => *byte,
            });
        }
        key
    };
    pointer.split(|byte| *byte == b'/').skip(1).map(key).collect()
}

/// A step of a path. Digits are an index: no field of ours is named by digits.
fn segment(key: &[u8]) -> Segment<'_> {
    let index = text::digits(key).filter(|_| key.len() == 1 || key.first() != Some(&b'0'));
    match index.and_then(|index| u32::try_from(index).ok()) {
        Some(index) => Segment::Index(index),
        None => Segment::Key(key),
    }
}
