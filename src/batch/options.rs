//! The options of a batch, beside those that hold for each order.

use crate::input::json::Encoding;
use crate::input::tape::{Cursor, Tape, Value};
use crate::options::read::choice;
use crate::options::wrong::{Expected, WrongOption, wrong};
use crate::options::{Created, Earlier, ValidateOptions};
use crate::record::slot::ValueType;
use crate::values::named::named;
use crate::values::number;

named! {
    /// How the orders are laid out in the bytes.
    #[derive(Default)]
    pub enum Format {
        /// An array if the first character is `[`, else one order per line.
        #[default]
        Auto = "auto",
        /// One order per line.
        Ndjson = "ndjson",
        /// An array of orders, or a single one.
        Json = "json",
    }
}

/// The keys under which a line holds an order and its context.
#[derive(Clone, Debug)]
pub struct Fields {
    pub order: Vec<u8>,
    pub created: Vec<u8>,
    pub previous: Vec<u8>,
}

#[derive(Debug, Default)]
pub struct BatchOptions {
    pub each: ValidateOptions,
    pub format: Format,
    pub encoding: Encoding,
    pub fields: Option<Fields>,
    /// The most issues to report; the rest are only counted.
    pub max_issues: u64,
    /// Whether orders without issues are reported too.
    pub all: bool,
}

/// What holds for one order alone, in place of what the options say for all.
#[derive(Debug, Default)]
pub struct Context {
    pub created: Option<Created>,
    pub previous: Option<Earlier>,
}

impl BatchOptions {
    const MOST_ISSUES: u64 = 1000;
    const NAMES: [&'static str; 14] = [
        "format",
        "maxIssues",
        "context",
        "all",
        "kind",
        "mode",
        "created",
        "previous",
        "request",
        "completedAt",
        "serviceRiskLimit",
        "industry",
        "now",
        "locale",
    ];

    /// The defaults, at a time in epoch milliseconds.
    pub fn at(clock: f64) -> Self {
        BatchOptions { each: ValidateOptions::at(clock), max_issues: BatchOptions::MOST_ISSUES, ..BatchOptions::default() }
    }

    pub fn read(tape: &Tape, clock: f64) -> Result<Self, WrongOption> {
        let mut options = BatchOptions::at(clock);
        let mut cursor = tape.cursor();
        let members = match cursor.value() {
            Value::Null => 0,
            Value::Object(members) => members,
            _ => return wrong("options", Expected::neutral("{ format, maxIssues, context, kind, mode, created, … }")),
        };
        for _ in 0..members {
            match cursor.name() {
                b"format" => options.format = choice("format", &mut cursor)?.unwrap_or_default(),
                b"maxIssues" => options.max_issues = max_issues(&mut cursor)?,
                b"context" => options.fields = fields(&mut cursor)?,
                b"all" => options.all = all(&mut cursor)?,
                name if options.each.take(name, &mut cursor, tape)? => {}
                name => return Err(WrongOption::unknown(name, &Self::NAMES)),
            }
        }
        options.each = options.each.of_wire()?;
        Ok(options)
    }
}

impl Context {
    /// What the caller's function returned for one order.
    pub fn read(cursor: &mut Cursor<'_>, tape: &Tape) -> Result<Option<Self>, WrongOption> {
        let expected =
            || Expected::new("返回 { created, previous } 或 null 的函数", "a function that returns { created, previous } or null");
        let members = match cursor.value() {
            Value::Null => return Ok(None),
            Value::Object(members) => members,
            _ => return wrong("context", expected()),
        };
        let mut each = ValidateOptions::default();
        for _ in 0..members {
            match cursor.name() {
                name @ (b"created" | b"previous") if each.take(name, cursor, tape)? => {}
                _ => return wrong("context", expected()),
            }
        }
        Ok(Some(Context { created: each.created, previous: each.previous }))
    }
}

fn max_issues(cursor: &mut Cursor<'_>) -> Result<u64, WrongOption> {
    match cursor.value() {
        Value::Null => Ok(BatchOptions::MOST_ISSUES),
        Value::Number(most) if most == f64::INFINITY => Ok(u64::MAX),
        Value::Number(most) if number::count(most).is_some() => Ok(most as u64),
        _ => wrong("maxIssues", Expected::new("不小于 0 的整数或 Infinity", "an integer ≥ 0 or Infinity")),
    }
}

fn all(cursor: &mut Cursor<'_>) -> Result<bool, WrongOption> {
    match cursor.value() {
        Value::Null => Ok(false),
        Value::Bool(all) => Ok(all),
        _ => wrong("all", Expected::neutral("boolean")),
    }
}

/// A function is no names: the binding calls it for each order.
fn fields(cursor: &mut Cursor<'_>) -> Result<Option<Fields>, WrongOption> {
    let expected =
        || Expected::new("{ order, created, previous }（字段名）或函数", "{ order, created, previous } (field names) or a function");
    let members = match cursor.value() {
        Value::Null | Value::Opaque(ValueType::Function) => return Ok(None),
        Value::Object(members) => members,
        _ => return wrong("context", expected()),
    };
    let mut fields = Fields { order: b"order".to_vec(), created: b"created".to_vec(), previous: b"previous".to_vec() };
    for _ in 0..members {
        let field = match cursor.name() {
            b"order" => &mut fields.order,
            b"created" => &mut fields.created,
            b"previous" => &mut fields.previous,
            _ => return wrong("context", expected()),
        };
        let Value::Text(name) = cursor.value() else { return wrong("context", expected()) };
        *field = cursor.text_of(name).to_vec();
    }
    Ok(Some(fields))
}
