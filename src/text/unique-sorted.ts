/** Texts without repetitions, in the order of their UTF-16 units, as `compareTexts` has it. */
export function uniqueSorted<T extends string>(texts: Iterable<T>): readonly T[] {
  return [...new Set(texts)].sort();
}
