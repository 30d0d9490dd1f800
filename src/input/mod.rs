//! The two doors: a JavaScript value laid flat, and JSON bytes. Both lead into the record.

pub mod json;
pub mod layout;
pub mod object;
pub mod tape;
