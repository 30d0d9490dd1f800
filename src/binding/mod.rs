//! From JavaScript to the core and back. This module converts; it holds no rule.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/binding/reader.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn read(value: &JsValue) -> Result<js_sys::Float64Array, JsValue>;
}

/// Checks an order.
#[wasm_bindgen(js_name = validateOrder, unchecked_return_type = "ValidationReport")]
pub fn validate_order(
    #[wasm_bindgen(unchecked_param_type = "unknown")] order: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ValidateOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let _ = options;
    Ok(JsValue::from_f64(f64::from(read(order)?.length())))
}
