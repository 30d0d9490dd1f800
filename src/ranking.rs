//! Sorting, linked once: each further type that sorts by itself would bring 4 KB of wasm of its own.

use std::cmp::Ordering;

/// Sorts, keeping the order of equals.
pub fn sort<T>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let mut ranked: Vec<usize> = (0..items.len()).collect();
    let taken: Vec<T> = std::mem::take(items);
    sort_places(&mut ranked, &|one, other| match (taken.get(one), taken.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut taken: Vec<Option<T>> = taken.into_iter().map(Some).collect();
    items.extend(ranked.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

fn sort_places(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|one, other| compare(*one, *other));
}
