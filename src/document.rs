//! Which documents there are, and whose.

/// Which document an order is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "declarations", derive(tsify::Tsify), serde(rename_all = "camelCase"))]
pub enum DocumentKind {
    #[default]
    Completion,
    CompletionBody,
    ServiceOrder,
}

/// Whose call it is: a direct merchant's or a partner's (服务商).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "declarations", derive(tsify::Tsify), serde(rename_all = "camelCase"))]
pub enum Mode {
    Direct,
    Partner,
}
