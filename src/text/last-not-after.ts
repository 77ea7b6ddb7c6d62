/**
 * Index of the last item that is not greater than a limit; 0 if all items are greater.
 *
 * The items must be in ascending order of the number that `of` gives for them.
 */
export function lastNotAfter<T>(sorted: readonly T[], limit: number, of: (item: T) => number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (of(sorted[middle] as T) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
