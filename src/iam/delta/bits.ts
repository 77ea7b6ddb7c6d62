/** Sets of statements: one bit for each. */

/** A set; all sets of one side have one length. */
export type Bits = Int32Array;

/** The empty set of so many statements. */
export function noBits(count: number): Bits {
  return new Int32Array((count + 31) >> 5);
}

/** Puts a place into it. */
export function addBit(bits: Bits, at: number): void {
  bits[at >> 5]! |= 1 << (at & 31);
}

/** The statements that pass a test. */
export function bitsOf<T>(items: readonly T[], test: (item: T) => boolean): Bits {
  const bits = noBits(items.length);
  for (let at = 0; at < items.length; at++) if (test(items[at] as T)) addBit(bits, at);
  return bits;
}

/** What is in both. */
export function both(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word & b[at]!);
}

/** Whether something is in both. */
export function share(a: Bits, b: Bits): boolean {
  for (let at = 0; at < a.length; at++) if ((a[at]! & b[at]!) !== 0) return true;
  return false;
}

/** Whether nothing is in it. */
export function isNone(bits: Bits): boolean {
  return !share(bits, bits);
}

/** Whether the place is in it. */
export function hasBit(bits: Bits, at: number): boolean {
  return (bits[at >> 5]! & (1 << (at & 31))) !== 0;
}
