//! What is sent: a draft turned into wire form, the request composed of it, and what two bodies differ in.

pub mod convert;
pub mod diff;
pub mod draft;
pub mod request;
pub mod summary;
pub mod template;
