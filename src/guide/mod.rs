//! What to do next: with an order, and with a refusal.

pub mod actions;
pub mod explain;
