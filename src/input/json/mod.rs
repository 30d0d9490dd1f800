//! The second door: JSON bytes straight into the record, without a tree and, for an order that is in order, without
//! allocating. What the bytes say and what `JSON.parse` of them would say get the same verdict.

mod decode;
mod escape;
mod number;
mod plan;
mod scan;
mod skip;
mod source;
mod to_tape;

pub use decode::Decoder;
pub use plan::Plan;
pub use source::{Encoding, LineBreaks, Parsed, Source};
pub use to_tape::tape;
