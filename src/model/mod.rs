//! What documents are: their fields, kinds and calls, and what an industry requires of them.

pub mod cancel;
pub mod completion;
pub mod create;
pub mod direct_complete;
pub mod industry;
pub mod kind;
pub mod message;
pub mod modify;
pub mod parts;
pub mod pay;
pub mod query;
pub mod service_order;
pub mod sync;
pub mod table;
