//! Enums whose variants have names, declared once for options, results and TypeScript.

/// An enum of named variants.
pub trait Named: Copy + 'static {
    const ALL: &'static [Self];
    fn name(self) -> &'static str;

    fn from_name(name: &[u8]) -> Option<Self> {
        Self::ALL.iter().copied().find(|variant| variant.name().as_bytes() == name)
    }
}

/// Declares an enum with the names by which its variants are read, serialised and typed.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $type:ident { $($(#[$variant_meta:meta])* $variant:ident = $name:literal),* $(,)? }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, tsify::Tsify)]
        $(#[$meta])*
        pub enum $type {
            $($(#[$variant_meta])* #[serde(rename = $name)] $variant),*
        }

        impl $crate::values::named::Named for $type {
            const ALL: &'static [Self] = &[$($type::$variant),*];

            fn name(self) -> &'static str {
                match self {
                    $($type::$variant => $name),*
                }
            }
        }
    };
}
pub(crate) use named;
