//! Amounts, times and text. Nothing here knows about documents.

pub mod language;
pub mod moment;
pub mod money;
pub mod named;
pub mod number;
pub mod sorting;
pub mod text;
