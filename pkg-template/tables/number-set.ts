/** Keeps a 64-bit hash and two numbers for each order number, in some 32 bytes including room to grow. */
export class NumberSet {
  private capacity = 1 << 10;
  private count = 0;
  private slots: Uint32Array = new Uint32Array(this.capacity * WIDTH);

  get size(): number {
    return this.count;
  }

  /** Stores the two numbers with a new order number, or returns those stored with it first. */
  add(hash: NumberHash, index: number, line: number): { index: number; line: number } | undefined {
    if (this.count * 4 >= this.capacity * 3) this.grow();
    const at = this.find(hash);
    if (this.slots[at + LINE] !== 0) return { index: this.slots[at + INDEX]!, line: this.slots[at + LINE]! };
    this.slots.set([hash.low, hash.high, index, line], at);
    this.count += 1;
    return undefined;
  }

  private find({ low, high }: NumberHash) {
    for (let slot = low & (this.capacity - 1); ; slot = (slot + 1) & (this.capacity - 1)) {
      const at = slot * WIDTH;
      // Lines start at 1.
      if (this.slots[at + LINE] === 0 || (this.slots[at] === low && this.slots[at + 1] === high)) return at;
    }
  }

  private grow() {
    const old = this.slots;
    this.capacity *= 2;
    this.slots = new Uint32Array(this.capacity * WIDTH);
    for (let at = 0; at < old.length; at += WIDTH) {
      if (old[at + LINE] !== 0) this.slots.set(old.subarray(at, at + WIDTH), this.find({ low: old[at]!, high: old[at + 1]! }));
    }
  }
}

const WIDTH = 4;
const INDEX = 2;
const LINE = 3;

export interface NumberHash {
  low: number;
  high: number;
}

/** A 64-bit hash of a text, with two multiplications per character as in MurmurHash. */
export function hashOf(text: string): NumberHash {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x9e3779b1);
    high = Math.imul(high ^ unit, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return { low: low >>> 0, high: high >>> 0 };
}
