//! Amounts, times and text by themselves: nothing here knows a document.

pub mod language;
pub mod moment;
pub mod money;
pub mod named;
pub mod number;
pub mod sorting;
pub mod text;
