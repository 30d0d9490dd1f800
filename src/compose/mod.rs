//! What is sent: a draft turned into wire form, the request composed from it, and how two bodies differ.

pub mod convert;
pub mod diff;
pub mod draft;
pub mod request;
pub mod summary;
pub mod template;
