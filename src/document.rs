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

impl DocumentKind {
    /// In an order that came back, an empty text stands for nothing.
    pub fn empty_text_is_absence(self) -> bool {
        self == DocumentKind::ServiceOrder
    }
}

/// Whose call it is: a direct merchant's or a partner's (服务商).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "declarations", derive(tsify::Tsify), serde(rename_all = "camelCase"))]
pub enum Mode {
    Direct,
    Partner,
}
