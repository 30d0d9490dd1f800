//! Properties of all amounts, times, texts and bytes. `PROPTEST_CASES` sets how many are tried.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

#[allow(dead_code, reason = "the case tables are read elsewhere")]
mod support;

use std::convert::Infallible;

use payscore::batch::{Batch, BatchOptions, Counts, Format};
use payscore::options::ValidateOptions;
use payscore::values::moment::{self, Moment, WireTime};
use payscore::values::money::{self, Yuan};
use payscore::values::text;
use proptest::prelude::*;
use serde_yaml_ng::Value as Yaml;

const SAFE: i64 = (1 << 53) - 1;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fen_told_in_yuan_are_the_same_fen(fen in -SAFE..=SAFE) {
        prop_assert_eq!(money::yuan_from_text(Yuan(fen).to_string().as_bytes()), Some(fen as f64));
        prop_assert_eq!(money::fen_from_text(fen.to_string().as_bytes()), Some(fen as f64));
    }

    #[test]
    fn a_number_of_yuan_is_the_fen_of_its_shortest_decimal(fen in -100_000_000_000_000_i64..=100_000_000_000_000) {
        let yuan: f64 = format!("{}{}.{:02}", if fen < 0 { "-" } else { "" }, fen.abs() / 100, fen.abs() % 100).parse().unwrap();
        prop_assert_eq!(money::yuan_from_number(yuan), money::yuan_from_text(yuan.to_string().as_bytes()));
    }

    #[test]
    fn text_is_an_amount_only_in_its_plainest_form(written in "-?[0-9]{0,4}(\\.[0-9]{0,3})?|.{0,4}") {
        let (_, unsigned) = written.split_at(usize::from(written.starts_with('-')));
        let (yuan, cents) = unsigned.split_once('.').unwrap_or((unsigned, "00"));
        let is_amount = !yuan.is_empty() && matches!(cents.len(), 1 | 2) && (yuan.to_owned() + cents).bytes().all(|byte| byte.is_ascii_digit());
        prop_assert_eq!(money::yuan_from_text(written.as_bytes()).is_some(), is_amount);
    }

    #[test]
    fn a_name_repeats_where_an_earlier_item_bears_it(numbers in prop::collection::vec(0..400_u32, 1..400)) {
        let names: Vec<String> = numbers.iter().map(|number| format!("费用 {number}")).collect();
        let items = names.iter().map(|name| serde_json::json!({ "name": name, "amount": 1 })).collect::<Vec<_>>();
        let order: Yaml = serde_yaml_ng::to_value(serde_json::json!({ "post_payments": items })).unwrap();
        let answer = support::reported(&support::tape(&order), &ValidateOptions::at(0.0));
        let issues = answer["issues"].as_sequence().unwrap();
        let repeats = issues.iter().filter(|issue| issue["code"] == "duplicate_name");
        let told: Vec<(String, f64)> =
            repeats.map(|issue| (issue["pointer"].as_str().unwrap().to_owned(), issue["params"]["first"].as_f64().unwrap())).collect();
        let expected: Vec<(String, f64)> = names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| {
                let first = names.iter().position(|earlier| earlier == name).unwrap();
                (first < index).then(|| (format!("/post_payments/{index}/name"), first as f64))
            })
            .collect();
        prop_assert_eq!(told, expected);
    }

    #[test]
    fn an_instant_is_what_its_digits_say(ms in -62_167_000_000_000_i64..=253_402_000_000_000) {
        let moment = Moment::from_epoch_ms(ms as f64).unwrap();
        let to_the_second = ms.div_euclid(1000) * 1000;
        prop_assert_eq!(moment.to_epoch_ms(), to_the_second as f64);
        prop_assert_eq!(moment::parse_wire(moment.wire().as_bytes()), Ok(WireTime::At(moment)));
        prop_assert_eq!(moment::parse_rfc3339(moment.rfc3339().as_bytes()), Ok(moment));
        prop_assert_eq!(moment::parse_wire(moment.to_day().wire().as_bytes()), Ok(WireTime::At(moment.to_day())));
        prop_assert!(!moment.to_day().is_after(moment) && !moment.is_after(moment));
    }

    #[test]
    fn digits_are_a_time_only_when_they_are_written_back(digits in "[0-9]{8}|[0-9]{14}|[0-9]{0,20}") {
        match moment::parse_wire(digits.as_bytes()) {
            Ok(WireTime::At(moment)) => prop_assert_eq!(moment.wire(), digits),
            Ok(WireTime::OnAccept) => prop_assert!(false),
            Err(_) => {}
        }
    }

    #[test]
    fn characters_are_counted_as_the_language_does(written in any::<String>()) {
        prop_assert_eq!(text::count(written.as_bytes()) as usize, written.chars().count());
        prop_assert_eq!(text::characters(written.as_bytes()).count(), written.chars().count());
    }

    #[test]
    fn an_excerpt_is_short(written in any::<String>(), most in 0_usize..20) {
        let mut excerpt = String::new();
        text::push_excerpt(written.as_bytes(), most, &mut excerpt);
        // Invisible characters are reported as U+10FFFF.
        prop_assert!(excerpt.chars().count() <= most * 8 + 1);
    }

    #[test]
    fn lines_are_json_where_serde_json_says_so(line in json_like()) {
        let (found, counts) = found_in(&line, Format::Ndjson, usize::MAX);
        let without_mark = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line);
        let lines: Vec<&[u8]> = without_mark.split(|byte| *byte == b'\n').filter(|line| !is_blank(line)).collect();
        prop_assert_eq!(counts.orders as usize, lines.len());
        let refused = found.iter().filter(|order| order["issues"][0]["code"] == "invalid_json").count();
        prop_assert_eq!(refused, lines.iter().filter(|line| !is_json(line)).count(), "{}", String::from_utf8_lossy(&line));
    }

    #[test]
    fn bytes_say_the_same_in_whatever_pieces_they_come(bytes in json_like(), piece in 1_usize..9) {
        for format in [Format::Auto, Format::Ndjson, Format::Json] {
            prop_assert_eq!(found_in(&bytes, format, piece), found_in(&bytes, format, usize::MAX));
        }
    }
}

/// Bits of JSON in any order: some of it is well formed, most of it nearly.
fn json_like() -> impl Strategy<Value = Vec<u8>> {
    const BITS: &[&[u8]] = &[
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b",",
        b"\"",
        b"\\",
        b"\n",
        b"\r\n",
        b" ",
        b"\t",
        b"null",
        b"true",
        b"false",
        b"nul",
        b"0",
        b"-",
        b"1",
        b".5",
        b"e9",
        b"E+2",
        b"1e999",
        b"-0",
        b"01",
        b"\"a\"",
        b"\"post_payments\":",
        b"\"total_amount\":",
        b"\"out_order_no\":\"1\"",
        b"{}",
        b"[]",
        b"[1,2]",
        b"{\"a\":[{}]}",
        b"\\u00e9",
        b"\\ud800",
        b"\\udc00",
        b"\\x",
        b"\xE9\xA4\x90",
        b"\xED\xA0\x80",
        b"\xFF",
        b"\xC0\x80",
        b"\xF0\x9F\x98\x80",
        b"\x00",
        b"\x1F",
        b"\xEF\xBB\xBF",
    ];
    prop::collection::vec(prop::sample::select(BITS), 0..14).prop_map(|bits| bits.concat())
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
}

fn is_json(line: &[u8]) -> bool {
    std::str::from_utf8(line).is_ok() && serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}

fn found_in(bytes: &[u8], format: Format, piece: usize) -> (Vec<Yaml>, Counts) {
    let mut batch = Batch::new(BatchOptions { each: ValidateOptions::default(), format, max_issues: u64::MAX, ..BatchOptions::default() });
    let (mut found, mut left) = (Vec::new(), Vec::new());
    let mut rest = bytes;
    loop {
        let (next, later) = rest.split_at(piece.min(rest.len()));
        rest = later;
        left.extend_from_slice(next);
        let consumed = batch.check::<Infallible>(&left, rest.is_empty(), None, &mut |order| found.push(support::answer(order))).unwrap();
        left.drain(..consumed);
        if rest.is_empty() {
            return (found, batch.counts());
        }
    }
}
