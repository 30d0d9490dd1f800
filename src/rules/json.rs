//! Bytes that are not JSON, so that there is no order to check.

use super::finding::rules;

rules! {
    InvalidJson { line: u64, column: u64, offset: u64 } = "invalid_json", Error, "RFC 8259",
        means "不是合法的 JSON（仅按字节检查时），NDJSON 跳过该行，其余照常检查；JSON 数组到此为止" / "Not JSON (only when checking bytes): in NDJSON the line is skipped and the rest checked; a JSON array ends there",
        says "第 {line} 行第 {column} 列起不是合法的 JSON（UTF-8），此处无法检查（若是 JSON 数组，其后的订单也未检查）；请核对引号、逗号和括号是否完整。" / "Not valid JSON (UTF-8) from line {line}, column {column} on, so it cannot be checked, nor can the orders after it in an array: please check its quotes, commas and brackets.";
}
