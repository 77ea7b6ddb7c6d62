/** Suggestions for a mistyped name: the nearest known name. */
import { compareTexts } from "./compare-texts";

/**
 * Finds the known name with the smallest edit distance; the first one if several have it. Undefined if no name is near enough.
 *
 * @param maxDistance maximum number of edits, at least 1. @default a third of the length of `given`
 */
export function nearestName(
  given: string,
  known: readonly string[],
  maxDistance = Math.floor(given.length / 3),
): string | undefined {
  const wanted = normalizeName(given);
  let limit = Math.max(1, maxDistance);
  let nearest: string | undefined;
  for (const name of known) {
    const distance = editDistance(wanted, normalizeName(name), limit);
    if (distance === undefined) continue;
    nearest = name;
    limit = distance - 1;
    if (limit < 0) break;
  }
  return nearest;
}

/** The known names that some are, or were meant to be: one that is known is itself, also where another differs by its case alone. */
export function meantNames(given: readonly string[], known: readonly string[]): ReadonlySet<string | undefined> {
  return new Set(given.map((name) => (known.includes(name) ? name : nearestName(name, known))));
}

/** Minimum length of a common prefix. */
const MIN_PREFIX_LENGTH = 4;

/**
 * The only known name that begins with the given one, or with which the given one begins: `visibility_timeout` and
 * `visibility_timeout_seconds`. Undefined if there are several.
 */
function uniquePrefixMatch(given: string, known: readonly string[]): string | undefined {
  const wanted = normalizeName(given);
  const matches = known.filter((name) => {
    const normalized = normalizeName(name);
    const [short, long] = normalized.length < wanted.length ? [normalized, wanted] : [wanted, normalized];
    return short.length >= MIN_PREFIX_LENGTH && long.startsWith(short);
  });
  return matches.length === 1 ? matches[0] : undefined;
}

/** Returns "did you mean `x`?", or lists all names if no name is near. */
export function suggestName(given: string, known: readonly string[], what: string): string {
  const nearest = nearestName(given, known) ?? uniquePrefixMatch(given, known);
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  return known.length === 0 ? `there are no ${what} here` : `known ${what}: ${[...known].sort().join(", ")}`;
}

/** Maximum number of names that a hint lists. */
const MOST_LISTED = 5;

/**
 * The same where there are too many names for a list: those that share a word with the given one, as `table-escalation` does with
 * `privilege-escalation`, and otherwise `whereListed`, which says where all names stand.
 */
export function suggestAmongMany(given: string, known: readonly string[], whereListed: string): string {
  const nearest = nearestName(given, known) ?? uniquePrefixMatch(given, known);
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  const asked = wordsOf(given);
  const shared = (name: string) => wordsOf(name).filter((word) => asked.includes(word)).length;
  const alike = known.filter((name) => shared(name) > 0).sort((a, b) => shared(b) - shared(a) || compareTexts(a, b));
  if (alike.length === 0) return whereListed;
  const listed = alike.slice(0, MOST_LISTED).map((name) => `\`${name}\``);
  return `the nearest ${listed.length === 1 ? "is" : "are"} ${listed.join(", ")}; ${whereListed}`;
}

/** The words of a name with hyphens; short ones such as `to` tell nothing. */
function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
}

/** The only known name that a mistyped one can mean: it differs by one edit, in any case of letters, and no other does. */
export function onlyNameMeant(given: string, known: readonly string[]): string | undefined {
  const wanted = given.toLowerCase();
  const same = known.filter((name) => name.toLowerCase() === wanted);
  const near = same.length > 0 ? same : known.filter((name) => isOneEditFrom(wanted, name.toLowerCase()));
  return near.length === 1 ? near[0] : undefined;
}

/** Whether the names differ by exactly one edit: a letter inserted, deleted, replaced or swapped with its neighbour. Equal names do not. */
export function isOneEditFrom(given: string, known: string): boolean {
  if (given === known || Math.abs(given.length - known.length) > 1) return false;
  const shorter = Math.min(given.length, known.length);
  let start = 0;
  while (start < shorter && given.charCodeAt(start) === known.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && given.charCodeAt(given.length - 1 - end) === known.charCodeAt(known.length - 1 - end))
    end++;
  const [ours, theirs] = [given, known].map((name) => name.slice(start, name.length - end)) as [string, string];
  if (ours.length <= 1 && theirs.length <= 1) return true;
  return ours.length === 2 && theirs.length === 2 && ours[0] === theirs[1] && ours[1] === theirs[0];
}

function normalizeName(name: string): string {
  return name.replace(/[-_]/g, "").toLowerCase();
}

/** Rows of the matrix of `editDistance`, kept from one call to the next: a suggestion compares a name with hundreds. */
let rows = [new Uint32Array(64), new Uint32Array(64), new Uint32Array(64)] as const;

/**
 * The edit distance (Damerau-Levenshtein) of two texts; undefined if it exceeds `limit`. Cells of the matrix that are further than
 * `limit` from the diagonal are skipped, because their cost exceeds the limit.
 */
function editDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  const overLimit = limit + 1;
  const width = b.length + 1;
  if (rows[0].length < width)
    rows = [new Uint32Array(2 * width), new Uint32Array(2 * width), new Uint32Array(2 * width)];
  let [rowBeforeLast, previousRow, currentRow] = rows as readonly [Uint32Array, Uint32Array, Uint32Array];
  for (let j = 0; j < width; j++) previousRow[j] = j;
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    currentRow.fill(overLimit, 0, width);
    let least = first === 1 ? i : overLimit;
    currentRow[first - 1] = least;
    for (let j = first; j <= last; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const change = (previousRow[j - 1] as number) + (same ? 0 : 1);
      let cost = Math.min(change, (previousRow[j] as number) + 1, (currentRow[j - 1] as number) + 1);
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (rowBeforeLast[j - 2] as number) + 1);
      currentRow[j] = cost;
      if (cost < least) least = cost;
    }
    // A swap continues from the row before the previous one and costs one edit. So the search stops only if neither row can lead
    // to a result within the limit.
    if (least > limit && leastBefore >= limit) return undefined;
    leastBefore = least;
    [rowBeforeLast, previousRow, currentRow] = [previousRow, currentRow, rowBeforeLast];
  }
  const distance = previousRow[b.length] as number;
  return distance <= limit ? distance : undefined;
}
