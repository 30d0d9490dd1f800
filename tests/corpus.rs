//! The fuzzing corpus and inputs close to it, without the fuzzer.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

#[path = "../fuzz/targets.rs"]
mod targets;

use std::fs;

use proptest::prelude::*;

fn corpus() -> Vec<Vec<u8>> {
    let mut files: Vec<_> = fs::read_dir("fuzz/corpus").unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 20, "{} files in the corpus", files.len());
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

#[test]
fn everything_kept_holds() {
    for bytes in corpus() {
        targets::doors(&bytes);
        targets::builder(&bytes);
        targets::explain(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn so_does_what_is_cut_and_put_together_from_it(
        parts in prop::collection::vec((prop::sample::select(corpus()), any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..3),
        byte in any::<u8>(),
        at in any::<prop::sample::Index>(),
    ) {
        let mut bytes: Vec<u8> = parts.iter().flat_map(|(file, from, to)| {
            let (from, to) = (from.index(file.len() + 1), to.index(file.len() + 1));
            file[from.min(to)..from.max(to)].to_vec()
        }).collect();
        bytes.push(byte);
        let place = at.index(bytes.len());
        bytes[place] = byte;
        targets::doors(&bytes);
        targets::builder(&bytes);
        targets::explain(&bytes);
    }

    #[test]
    fn and_what_differs_from_it_in_one_byte(file in prop::sample::select(corpus()), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = file;
        let place = at.index(bytes.len());
        bytes[place] = byte;
        targets::doors(&bytes);
        targets::builder(&bytes);
        targets::explain(&bytes);
    }
}
