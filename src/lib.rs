//! The WeChat Pay payscore (支付分) order model and every rule on it.

#[cfg(target_arch = "wasm32")]
mod binding;
#[cfg(feature = "declarations")]
pub mod declarations;
