//! Everything the npm package says that is not code: the types and the constants.

/// The TypeScript of every type and constant the package exports.
#[must_use]
pub fn typescript() -> String {
    "export interface ValidateOptions {\n  locale?: \"zh-CN\" | \"en\";\n}\nexport type ValidationReport = number;\nexport const LIMITS: { readonly items: number };\n".to_owned()
}

/// The constants: the name each is exported under, and its value as JSON.
#[must_use]
pub fn data() -> Vec<(&'static str, String)> {
    vec![("LIMITS", "{\"items\":100}".to_owned())]
}
