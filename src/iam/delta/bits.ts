/** Sets of statements: one bit for each, in words that V8 keeps as small integers. */

/** A set; all sets of one side have one length. */
export type Bits = readonly number[];

const WORD = 30;

/** An empty set for this number of statements; {@link addBit} fills it. */
export function noBits(count: number): number[] {
  return new Array<number>(Math.ceil(count / WORD)).fill(0);
}

/** Adds a statement, by its position in the list. */
export function addBit(bits: number[], at: number): void {
  const word = Math.floor(at / WORD);
  bits[word]! |= 1 << (at - word * WORD);
}

/** Whether the statement at this position is in the set. */
export function hasBit(bits: Bits, at: number): boolean {
  const word = Math.floor(at / WORD);
  return (bits[word]! & (1 << (at - word * WORD))) !== 0;
}

/** The statements that pass a test. */
export function bitsOf<T>(items: readonly T[], test: (item: T) => boolean): Bits {
  const bits = noBits(items.length);
  for (let at = 0; at < items.length; at++) if (test(items[at] as T)) addBit(bits, at);
  return bits;
}

/** The intersection of both. */
export function intersection(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word & b[at]!);
}

/** Whether something is in both. */
export function share(a: Bits, b: Bits): boolean {
  for (let at = 0; at < a.length; at++) if ((a[at]! & b[at]!) !== 0) return true;
  return false;
}

/** Whether something is in all three. */
export function shareAll(a: Bits, b: Bits, c: Bits): boolean {
  for (let at = 0; at < a.length; at++) if ((a[at]! & b[at]! & c[at]!) !== 0) return true;
  return false;
}

/** Whether nothing is in it. */
export function isNone(bits: Bits): boolean {
  return bits.every((word) => word === 0);
}

/** The items whose positions are in all three sets. */
export function pickFrom<T>(items: readonly T[], a: Bits, b: Bits = a, c: Bits = a): readonly T[] {
  const found: T[] = [];
  for (let word = 0; word < a.length; word++) {
    for (let rest = a[word]! & b[word]! & c[word]!; rest !== 0; rest &= rest - 1) {
      found.push(items[word * WORD + 31 - Math.clz32(rest & -rest)] as T);
    }
  }
  return found;
}
