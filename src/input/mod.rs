//! The two doors: a JavaScript object, which `document.js` lays out by the tables' numbers, and JSON bytes. Both lead into the
//! record. What is no document comes as a tape.

pub mod json;
pub mod layout;
pub mod object;
pub mod tape;
pub mod value;
