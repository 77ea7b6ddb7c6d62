/** What somebody may have meant: the known name that is nearest to a mistyped one. */

/** The nearest of the known names, or undefined where none is near. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(given.length / 3));
  const ranked = known
    .map((name) => ({ name, distance: editDistance(fold(given), fold(name)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}

/** "did you mean `x`?", or all names where none is near. */
export function suggestName(given: string, known: readonly string[], what: string): string {
  const nearest = nearestName(given, known);
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  return known.length === 0 ? `there are no ${what} here` : `known ${what}: ${[...known].sort().join(", ")}`;
}

function fold(name: string): string {
  return name.replace(/[-_]/g, "").toLowerCase();
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        next[j] = Math.min(next[j] ?? 0, (before[j - 2] ?? 0) + 1);
      }
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
