//! What documents are: their fields, kinds and calls, and what an industry wants of them.

pub mod completion;
pub mod industry;
pub mod kind;
pub mod modify;
pub mod parts;
pub mod service_order;
pub mod table;
