//! What a refusal of the API means, found in `data/api-errors.yaml` by the number behind its Request-Id, by the words
//! of its message, or by its code. Whatever comes in is searched as it stands, a log line no less than an error body.

use alloc::vec::Vec;

use crate::issue::Segment;
use crate::tape::{Cursor, Tape, Value};
use crate::text::{self, Character, characters};

include!(concat!(env!("OUT_DIR"), "/api-errors.rs"));

/// A row of the data. Its words for people stand beside the wasm.
#[derive(Debug)]
pub struct Refusal {
    code: &'static str,
    /// The official wording.
    text: &'static str,
    suffixes: &'static [u32],
    operations: &'static [&'static str],
    /// The code of our own rule that finds the same fault.
    pub rule: Option<&'static str>,
    /// A pointer to the field at fault, where the refusal alone tells it.
    field: &'static str,
    pub retry: Retry,
    pub wait_seconds: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "declarations", derive(tsify::Tsify), serde(rename_all = "lowercase"))]
pub enum Retry {
    /// The same request once more, a little later.
    Same,
    /// The same request after the wait.
    Wait,
    /// Query the order before anything else.
    Query,
    /// Change the request first.
    Fix,
    Never,
}

/// By what a refusal was found, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matched {
    Suffix,
    Message,
    Code,
}

#[derive(Debug)]
pub struct Explanation {
    pub matched: Option<Matched>,
    /// The place of its words: codes, messages, and what is not known last.
    pub entry: usize,
    pub refusal: &'static Refusal,
    /// A JSON Pointer into the request's body, empty where no field is known.
    pub pointer: Vec<u8>,
}

pub fn explain(refusal: &Tape) -> Explanation {
    let mut told = Told::default();
    told.hear(b"", &mut refusal.cursor());
    let (matched, entry, refusal) = match told.best_match() {
        Some((_, matched, entry, refusal)) => (Some(matched), entry, refusal),
        None => (None, CODES.len().saturating_add(MESSAGES.len()), &UNKNOWN),
    };
    let pointer = told.pointer().map_or(refusal.field.as_bytes(), of_body).to_vec();
    Explanation {
        matched,
        entry,
        refusal,
        pointer,
    }
}

/// How well a row fits: message rows before codes, the longest wording, and what only breaks ties.
type Fit = (bool, usize, bool, bool, bool);

/// What the caller tells of a refusal.
#[derive(Default)]
struct Told {
    code: Vec<u8>,
    operation: Vec<u8>,
    field: Vec<u8>,
    /// Every text there is, one a line.
    words: Vec<u8>,
}

impl Told {
    /// More than any error body; what comes after it is not read.
    const MOST: usize = 1 << 16;

    fn hear(&mut self, key: &[u8], cursor: &mut Cursor<'_>) {
        match cursor.value() {
            Value::Text(span) => self.take(key, unescaped(cursor.text_of(span))),
            Value::Array(len) => (0..len).for_each(|_| self.hear(key, cursor)),
            Value::Object(members) => {
                for _ in 0..members {
                    let key = cursor.key();
                    self.hear(&bare(cursor.text_of(key)), cursor);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, key: &[u8], text: Vec<u8>) {
        match key {
            b"code" if self.code.is_empty() => self.code = bare(&text),
            b"operation" => self.operation = bare(&text),
            b"field" if text.first() == Some(&b'/') => self.field = text,
            // The caller's own data, which may hold any words.
            b"value" => {}
            _ if self.words.len() < Told::MOST => {
                self.words.extend_from_slice(&text);
                self.words.push(b'\n');
            }
            _ => {}
        }
    }

    fn best_match(&self) -> Option<(Fit, Matched, usize, &'static Refusal)> {
        let words = bare(&self.words);
        let rows = CODES.iter().chain(MESSAGES).enumerate();
        let fits = rows.filter_map(|(entry, row)| {
            let is_message = entry >= CODES.len();
            let code = bare(row.code.as_bytes());
            let is_code = !code.is_empty() && code == self.code;
            let said = |part: &[u8]| if contains(&words, part) { part.len() } else { 0 };
            let has_suffix = row
                .suffixes
                .iter()
                .any(|suffix| self.numbers().any(|number| number == u64::from(*suffix)));
            let said_text = said(&bare(row.text.as_bytes()));
            let said_code = match (is_message, is_code) {
                (true, _) => 0,
                (false, true) => usize::MAX,
                (false, false) => said(&code),
            };
            let matched = if has_suffix {
                Matched::Suffix
            } else if said_code > 0 {
                Matched::Code
            } else if said_text > 0 {
                Matched::Message
            } else {
                return None;
            };
            let is_operation = row.operations.iter().any(|operation| operation.as_bytes() == self.operation);
            let said = if is_message { said_text } else { said_code };
            let fit = (is_message, said, has_suffix, is_code, is_operation);
            Some((fit, matched, entry, row))
        });
        // Of equals the first.
        fits.reduce(|best, next| if next.0 > best.0 { next } else { best })
    }

    /// Numbers that stand by themselves: behind the last `-` of a Request-Id, or in the midst of words.
    fn numbers(&self) -> impl Iterator<Item = u64> + '_ {
        self.words.split(|byte| !byte.is_ascii_alphanumeric()).filter_map(text::digits)
    }

    /// The field that the detail names, or else one that the words do.
    fn pointer(&self) -> Option<&[u8]> {
        if !self.field.is_empty() {
            return Some(&self.field);
        }
        let named = [&b"/body/"[..], b"/uri_template/"]
            .into_iter()
            .find_map(|begin| Some(token(after(&self.words, begin)?.0)));
        named.or_else(|| {
            // `"field":"/total_amount"` in a text of JSON, however it is written.
            let (_, rest) = after(&self.words, b"field")?;
            let start = rest.iter().position(|byte| !b" :=>'\"".contains(byte))?;
            rest.get(start..).filter(|rest| rest.first() == Some(&b'/')).map(token)
        })
    }
}

/// Full-width letters, digits and punctuation as their half-width twins, `\uXXXX` as its character, and no backslashes.
fn unescaped(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'\\' {
            out.push(*first);
        } else if let Some((character, after)) = escaped(after) {
            push(character, &mut out);
            rest = after;
        }
    }
    let mut folded = Vec::with_capacity(out.len());
    for character in characters(&out) {
        match character {
            Character::Scalar('\n') => folded.push(b' '),
            Character::Scalar(wide @ '\u{FF01}'..='\u{FF5E}') => folded.push((wide as u8).saturating_add(b' ')),
            Character::Scalar(other) => push(other, &mut folded),
            Character::LoneSurrogate(_) => {}
        }
    }
    folded
}

fn escaped(text: &[u8]) -> Option<(char, &[u8])> {
    let (digits, rest) = text.strip_prefix(b"u")?.split_at_checked(4)?;
    let code = digits
        .iter()
        .try_fold(0, |code, digit| Some((code << 4) | char::from(*digit).to_digit(16)?))?;
    Some((char::from_u32(code)?, rest))
}

fn push(character: char, out: &mut Vec<u8>) {
    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
}

/// Han characters, letters in lower case and digits: what is left of a text however it was set. Lines stay apart.
fn bare(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for character in characters(text) {
        if let Character::Scalar(scalar @ ('\n' | 'a'..='z' | 'A'..='Z' | '0'..='9' | '\u{3400}'..='\u{9FFF}')) = character {
            push(scalar.to_ascii_lowercase(), &mut out);
        }
    }
    out
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    !part.is_empty() && after(text, part).is_some()
}

/// The text from a part on, and behind it.
fn after<'t>(text: &'t [u8], part: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let at = text.windows(part.len()).position(|window| window == part)?;
    let from = text.get(at..)?;
    Some((from, from.strip_prefix(part)?))
}

/// The JSON Pointer that a text begins with.
fn token(text: &[u8]) -> &[u8] {
    let end = text
        .iter()
        .position(|byte| !(byte.is_ascii_alphanumeric() || b"/_~-".contains(byte)));
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

/// APIv3 points into `body` or into the URL; our pointers begin inside.
fn of_body(pointer: &[u8]) -> &[u8] {
    let inside = pointer.strip_prefix(b"/body").or_else(|| pointer.strip_prefix(b"/uri_template"));
    inside.filter(|rest| matches!(rest.first(), None | Some(b'/'))).unwrap_or(pointer)
}

/// The keys of a JSON Pointer.
pub fn keys(pointer: &[u8]) -> Vec<Vec<u8>> {
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

/// A step of a path: digits are an index, for no field of ours is named by digits.
pub fn segment(key: &[u8]) -> Segment<'_> {
    let index = text::digits(key).filter(|_| key.len() == 1 || key.first() != Some(&b'0'));
    match index.and_then(|index| u32::try_from(index).ok()) {
        Some(index) => Segment::Index(index),
        None => Segment::Key(key),
    }
}
