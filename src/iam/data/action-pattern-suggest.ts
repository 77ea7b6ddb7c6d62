/** A pattern for actions that matches none: the pattern that its author may have meant. */
import { matches, pattern } from "../document/pattern";
import { actionsMeantBy } from "./action-aliases";
import { candidatesFor } from "./action-suggest";
import { serviceData } from "./authorization-data";

/**
 * The patterns, or the actions, that were meant by a pattern that matches no action; empty where none is near. As for names of
 * actions the verb is kept, and what reads leads to what reads.
 */
export function suggestActionPattern(text: string): readonly string[] {
  const meant = actionsMeantBy(text.replace(/\*+$/, ""));
  if (meant !== undefined) return meant;
  const colon = text.indexOf(":");
  const [service, name] = [text.slice(0, colon), text.slice(colon + 1)];
  const data = serviceData(service.toLowerCase());
  if (data === undefined) return [];
  const near = nearestNames(name, candidatesFor(data, name));
  // Where `Gut*` may be `Get*` or `Put*`, nobody can tell.
  const found = near.find(({ mended }) => near.every(({ known }) => fits(mended, known)))?.mended;
  return found === undefined ? [] : [`${service}:${found}`];
}

function fits(mended: string, known: string): boolean {
  return matches(pattern(mended, { ignoreCase: true }), known, { ignoreCase: true });
}

interface NearName {
  readonly known: string;
  /** The pattern with as many letters changed as it takes to match the name. */
  readonly mended: string;
}

const MOST_EDITS = 2;
/** So many letters a pattern needs for each letter that is wrong. */
const LETTERS_AN_EDIT = 5;

function nearestNames(name: string, candidates: readonly string[]): readonly NearName[] {
  const letters = name.replace(/[*?]/g, "").length;
  let limit = Math.min(MOST_EDITS, Math.floor(letters / LETTERS_AN_EDIT));
  let near: NearName[] = [];
  for (const known of limit === 0 ? [] : candidates) {
    if (!mayBeWithin(name, known, limit)) continue;
    const { edits, mended } = mendFor(name, known);
    if (edits > limit) continue;
    if (edits < limit) near = [];
    limit = edits;
    near.push({ known, mended });
  }
  return near;
}

/** The beginning of a pattern, mended so that it matches the beginning of a name. */
interface MendedPattern {
  readonly edits: number;
  readonly mended: string;
}

/**
 * Whether the letters before the first wildcard can be mended to the beginning of a name. Most names differ in their first letters, so
 * that few are looked at in whole: of the first letters of the pattern, all but `limit` must be among as many of the name.
 */
function mayBeWithin(name: string, known: string, limit: number): boolean {
  const end = name.search(/[*?]/);
  const start = (end < 0 ? name : name.slice(0, end)).toLowerCase();
  const beginning = known.slice(0, start.length + limit).toLowerCase();
  let missing = 0;
  let rest = beginning;
  for (const letter of start) {
    const at = rest.indexOf(letter);
    if (at < 0) missing++;
    else rest = rest.slice(0, at) + rest.slice(at + 1);
    if (missing > limit) return false;
  }
  return true;
}

/** The fewest letters put in, taken out, changed or swapped with their neighbour after which a pattern matches a name. */
function mendFor(name: string, known: string): MendedPattern {
  let beforeLast: readonly MendedPattern[] = [];
  let last: readonly MendedPattern[] = Array.from({ length: known.length + 1 }, (_, j) => ({
    edits: j,
    mended: known.slice(0, j),
  }));
  for (let i = 1; i <= name.length; i++) {
    const row: MendedPattern[] = [];
    for (let j = 0; j <= known.length; j++) row.push(best(waysTo({ name, known, i, j, beforeLast, last, row })));
    beforeLast = last;
    last = row;
  }
  return last[known.length]!;
}

/** A cell of the table: the first `i` characters of the pattern beside the first `j` of the name. */
interface EditCell {
  readonly name: string;
  readonly known: string;
  readonly i: number;
  readonly j: number;
  readonly beforeLast: readonly MendedPattern[];
  readonly last: readonly MendedPattern[];
  readonly row: readonly MendedPattern[];
}

/** The first of equal ways counts, and what a `*` allows comes first: so the pattern stays as wide as it was written. */
function waysTo({ name, known, i, j, beforeLast, last, row }: EditCell): readonly MendedPattern[] {
  const written = name[i - 1]!;
  const letter = known[j - 1];
  const [left, above, diagonal] = [row[j - 1], last[j]!, last[j - 1]];
  if (written === "*") return [...(left === undefined ? [] : [left]), then(above, "*", 0)];
  if (written === "?") return diagonal === undefined ? [IMPOSSIBLE] : [then(diagonal, "?", 0)];
  const takenOut = then(above, "", 1);
  if (left === undefined || diagonal === undefined || letter === undefined) return [takenOut];
  const isSame = isSameLetter(written, letter);
  const ways = [takenOut, then(diagonal, letter, isSame ? 0 : 1), then(left, letter, 1)];
  const [previous, letterBefore] = [name[i - 2], known[j - 2]];
  const isSwapped =
    previous !== undefined &&
    letterBefore !== undefined &&
    isSameLetter(written, letterBefore) &&
    isSameLetter(previous, letter);
  return isSwapped ? [...ways, then(beforeLast[j - 2]!, letterBefore + letter, SWAP)] : ways;
}

/** Two swapped letters are the likelier mistake: `GetTabel*` is `GetTable*`, and not `GetTabl*`. */
const SWAP = 0.9;

const IMPOSSIBLE: MendedPattern = { edits: Number.POSITIVE_INFINITY, mended: "" };

function then({ edits, mended }: MendedPattern, text: string, more: number): MendedPattern {
  return { edits: edits + more, mended: mended + text };
}

function best(ways: readonly MendedPattern[]): MendedPattern {
  return ways.reduce((least, way) => (way.edits < least.edits ? way : least));
}

function isSameLetter(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
