// Finds names that repeat within a list. A `Set` would hash every new string again, which makes long lists several times slower.

const FEW = 8;
const NO_NAME = -1;
/** The hash of each name in the current list, by position. */
let hashes = new Int32Array(128).fill(NO_NAME);
/** For a long list: positions plus one, by hash. */
let table = new Int32Array(256);
let mask = 0;

export function startNames(items) {
  if (items > hashes.length) hashes = new Int32Array(items * 2);
  hashes.fill(NO_NAME, 0, items);
  if (items <= FEW) return;
  let size = 32;
  while (size < items * 2) size *= 2;
  if (size > table.length) table = new Int32Array(size);
  else table.fill(0, 0, size);
  mask = size - 1;
}

/** Whether the name of this item appears earlier in the list. `hash` must not be negative. */
export function hasCome(list, index, name, hash) {
  const known = hashes;
  if (list.length <= FEW) {
    known[index] = hash;
    for (let earlier = 0; earlier < index; earlier++) {
      if (known[earlier] === hash && list[earlier].name === name) return true;
    }
    return false;
  }
  const places = table;
  let at = hash & mask;
  for (let place = places[at]; place !== 0; place = places[at]) {
    if (known[place - 1] === hash && list[place - 1].name === name) return true;
    at = (at + 1) & mask;
  }
  places[at] = index + 1;
  known[index] = hash;
  return false;
}

export function mixed(hash, unit) {
  return (Math.imul(hash, 31) + unit) | 0;
}

export function finished(hash) {
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}
