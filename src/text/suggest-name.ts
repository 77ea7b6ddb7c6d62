/** Suggestions for a mistyped name: the nearest known name. */

/**
 * The nearest of the known names, the first of several; undefined if none is near.
 *
 * @param most how many letters may differ; @default a third of them
 */
export function nearestName(
  given: string,
  known: readonly string[],
  most = Math.floor(given.length / 3),
): string | undefined {
  const wanted = fold(given);
  let limit = Math.max(1, most);
  let nearest: string | undefined;
  for (const name of known) {
    const distance = editDistance(wanted, fold(name), limit);
    if (distance === undefined) continue;
    nearest = name;
    limit = distance - 1;
    if (limit < 0) break;
  }
  return nearest;
}

/** The fewest letters that a name and its longer form have in common. */
const STEM = 4;

/** The only known name that goes on where the given one ends, or ends before it does: `visibility_timeout_seconds`. */
function onlyNameInLine(given: string, known: readonly string[]): string | undefined {
  const wanted = fold(given);
  const inLine = known.filter((name) => {
    const folded = fold(name);
    const [short, long] = folded.length < wanted.length ? [folded, wanted] : [wanted, folded];
    return short.length >= STEM && long.startsWith(short);
  });
  return inLine.length === 1 ? inLine[0] : undefined;
}

/** "did you mean `x`?", or all names where none is near. */
export function suggestName(given: string, known: readonly string[], what: string): string {
  const nearest = nearestName(given, known) ?? onlyNameInLine(given, known);
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  return known.length === 0 ? `there are no ${what} here` : `known ${what}: ${[...known].sort().join(", ")}`;
}

/** Whether one letter put in, taken out or changed, or two neighbours swapped, makes one name of the other; not of equal names. */
export function isOneEditFrom(given: string, known: string): boolean {
  return given !== known && editDistance(given, known, 1) !== undefined;
}

function fold(name: string): string {
  return name.replace(/[-_]/g, "").toLowerCase();
}

/**
 * How many letters must be put in, taken out, changed or swapped with their neighbour; undefined if that is more
 * than the limit. Cells further than the limit from the diagonal would be more, so that they are not looked at.
 */
function editDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  const far = limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    const next: number[] = [];
    let least = first === 1 ? i : far;
    next[first - 1] = least;
    for (let j = first; j <= last; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const change = (row[j - 1] ?? far) + (same ? 0 : 1);
      let cost = Math.min(change, (row[j] ?? far) + 1, (next[j - 1] ?? far) + 1);
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? far) + 1);
      next[j] = cost;
      if (cost < least) least = cost;
    }
    // A swap leads from the row before to the next one.
    if (least > limit && leastBefore >= limit) return undefined;
    leastBefore = least;
    before = row;
    row = next;
  }
  const distance = row[b.length] ?? far;
  return distance <= limit ? distance : undefined;
}
