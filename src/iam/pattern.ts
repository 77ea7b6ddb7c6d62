/**
 * Patterns of IAM: `*` is any text, `?` any one character, `${...}` a text that is not known yet.
 *
 * A pattern is a list of atoms: a character's code, or one of the negative numbers below. Two questions are asked of
 * them: may they mean the same thing ({@link intersects}), and does one allow all that the other allows
 * ({@link covers}). Both fill a table of `length × length` row by row, so no pattern makes them explode.
 */
import { tokenEnd, tokenMeaning } from "./pattern-tokens";

/** Any one character. */
const ONE = -1;
/** Any text. */
const STAR = -2;
/** Any one character but `/`. */
const ONE_OF_NAME = -3;
/** Any text without `/`. */
const STAR_OF_NAME = -4;
/** One text that is not known. */
const TOKEN = -5;
/** One name that is not known: no `/` in it. */
const TOKEN_NAME = -6;

const DOLLAR = 36;
const ASTERISK = 42;
const SLASH = 47;
const COLON = 58;
const QUESTION = 63;

/** A pattern, ready to be compared. */
export interface Pattern {
  readonly atoms: Int32Array;
}

/** How a text is read. */
export interface PatternOptions {
  /** Upper and lower case are the same: names of services, actions and condition keys. */
  readonly ignoreCase?: boolean;
}

/** Reads a text with wildcards and tokens. */
export function pattern(text: string, options: PatternOptions = {}): Pattern {
  const atoms: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    const end = char === DOLLAR && text[at + 1] === "{" ? tokenEnd(text, at) : undefined;
    if (end !== undefined) {
      pushToken(atoms, text.slice(at + 2, end - 1));
      at = end - 1;
    } else if (char === ASTERISK || char === QUESTION) pushWildcard(atoms, char === ASTERISK);
    else atoms.push(fold(char, options));
  }
  return { atoms: new Int32Array(atoms) };
}

/** A text that stands for itself, wildcards and all. */
export function literal(text: string, options: PatternOptions = {}): Pattern {
  const atoms = new Int32Array(text.length);
  for (let at = 0; at < text.length; at++) atoms[at] = fold(text.charCodeAt(at), options);
  return { atoms };
}

/** A pattern of literal parts and of names: `true` a name without `/`, `false` any name; neither is ever empty. */
export function formatPattern(parts: readonly (string | boolean)[]): Pattern {
  const atoms: number[] = [];
  for (const part of parts) {
    if (typeof part === "string") for (let at = 0; at < part.length; at++) atoms.push(part.charCodeAt(at));
    else atoms.push(part ? ONE_OF_NAME : ONE, part ? STAR_OF_NAME : STAR);
  }
  return { atoms: new Int32Array(atoms) };
}

/** Splits at `:` that stands in no token; the last of `limit` parts keeps the rest. */
export function splitAtColons({ atoms }: Pattern, limit: number): readonly Pattern[] {
  const parts: Pattern[] = [];
  let start = 0;
  for (let at = 0; at < atoms.length && parts.length < limit - 1; at++) {
    if (atoms[at] !== COLON) continue;
    parts.push({ atoms: atoms.subarray(start, at) });
    start = at + 1;
  }
  return [...parts, { atoms: atoms.subarray(start) }];
}

/** Whether the pattern allows everything. */
export function isEverything({ atoms }: Pattern): boolean {
  return isStar(atoms);
}

function isStar(atoms: Int32Array): boolean {
  return atoms.length === 1 && atoms[0] === STAR;
}

/** Whether the pattern begins with `*`. */
export function startsWide({ atoms }: Pattern): boolean {
  return atoms[0] === STAR;
}

/** Whether something unknown stands in the pattern: a `${...}`. */
export function isOpen({ atoms }: Pattern): boolean {
  return atoms.some((atom) => atom <= TOKEN);
}

/** Whether the pattern is a plain text: no wildcard and nothing unknown. */
export function isPlain({ atoms }: Pattern): boolean {
  return atoms.every((atom) => atom >= 0);
}

/** Whether a text, taken as it stands, is one that the pattern allows. */
export function matches(allowed: Pattern, text: string, options: PatternOptions = {}): boolean {
  return intersects(allowed, literal(text, options));
}

/** Whether some text is allowed by both. */
export function intersects(a: Pattern, b: Pattern): boolean {
  const ends = withoutCommonEnds(a.atoms, b.atoms);
  if (ends === undefined) return false;
  const [x, y] = ends;
  if (isStar(x) || isStar(y) || x.length + y.length === 0) return true;
  // row[j]: the first i atoms of x and the first j of y can be the same text.
  let row = new Uint8Array(y.length + 1);
  let next = new Uint8Array(y.length + 1);
  row[0] = 1;
  for (let j = 0; j < y.length && isMany(y[j]!); j++) row[j + 1] = 1;
  for (let i = 0; i < x.length; i++) {
    next.fill(0);
    const atom = x[i]!;
    if (isMany(atom) && row[0] === 1) next[0] = 1;
    for (let j = 0; j < y.length; j++) {
      const other = y[j]!;
      const both = meet(atom, other);
      const stays = isMany(atom) && (row[j + 1] === 1 || (both && next[j] === 1));
      const stands = isMany(other) && (next[j] === 1 || (both && row[j + 1] === 1));
      if (stays || stands || (both && row[j] === 1)) next[j + 1] = 1;
    }
    [row, next] = [next, row];
  }
  return row[y.length] === 1;
}

/**
 * Whether `a` allows every text that `b` allows. What is unknown is taken as it suits, on both sides; only a name is
 * never taken for a wildcard. A yes is sure; where `?` and `*` mix, a no may be wrong.
 */
export function covers(a: Pattern, b: Pattern): boolean {
  const start = commonStart(a.atoms, b.atoms);
  if (start < 0) return false;
  const x = a.atoms.subarray(start);
  const y = b.atoms.subarray(start);
  if (isStar(x)) return true;
  // row[j]: atoms i and on of x allow what atoms j and on of y allow. From the ends to the starts.
  let row = new Uint8Array(y.length + 1);
  let next = new Uint8Array(y.length + 1);
  row[y.length] = 1;
  for (let j = y.length - 1; j >= 0 && isToken(y[j]!); j--) row[j] = 1;
  for (let i = x.length - 1; i >= 0; i--) {
    next.fill(0);
    if (isMany(x[i]!)) next[y.length] = row[y.length]!;
    for (let j = y.length - 1; j >= 0; j--) next[j] = allows(x[i]!, y[j]!, row, next, j) ? 1 : 0;
    [row, next] = [next, row];
  }
  return row[0] === 1;
}

/** One cell of {@link covers}: `row` is that of the next atom of x, `next` that of this one. */
function allows(atom: number, other: number, row: Uint8Array, next: Uint8Array, j: number): boolean {
  const both = row[j + 1] === 1;
  if (isToken(other)) return next[j + 1] === 1 || (meet(atom, other) && (row[j] === 1 || both));
  if (isMany(atom)) return row[j] === 1 || (holds(atom, other) && next[j + 1] === 1);
  if (isMany(other)) return holds(atom, other) && next[j + 1] === 1 && row[j] === 1;
  return holds(atom, other) && both;
}

/** Whether all characters of the second atom are among those of the first. */
function holds(atom: number, other: number): boolean {
  if (atom >= 0) return atom === other;
  if (atom === ONE || atom === STAR || atom === TOKEN) return true;
  if (other >= 0) return other !== SLASH;
  return other === ONE_OF_NAME || (other === STAR_OF_NAME && atom !== TOKEN_NAME);
}

/** Whether two atoms can be the same character. */
function meet(a: number, b: number): boolean {
  if (a >= 0 && b >= 0) return a === b;
  if (a >= 0) return a !== SLASH || !isName(b);
  return b < 0 || b !== SLASH || !isName(a);
}

const NOTHING = new Int32Array(0);
const NO_ENDS = [NOTHING, NOTHING] as const;

/** Cuts off what both begin and end with; undefined where they differ there. */
function withoutCommonEnds(a: Int32Array, b: Int32Array): readonly [Int32Array, Int32Array] | undefined {
  const start = commonStart(a, b);
  if (start < 0) return undefined;
  if (start === a.length && start === b.length) return NO_ENDS;
  let x = a.length;
  let y = b.length;
  while (x > start && y > start && a[x - 1]! >= 0 && b[y - 1]! >= 0) {
    if (a[--x] !== b[--y]) return undefined;
  }
  return [a.subarray(start, x), b.subarray(start, y)];
}

/** How many plain characters both begin with; -1 where the next of both is plain and not the same. */
function commonStart(a: Int32Array, b: Int32Array): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at++) {
    const atom = a[at]!;
    const other = b[at]!;
    if (atom < 0 || other < 0) return at;
    if (atom !== other) return -1;
  }
  return most;
}

function isMany(atom: number): boolean {
  return atom === STAR || atom <= STAR_OF_NAME;
}

function isToken(atom: number): boolean {
  return atom <= TOKEN;
}

function isName(atom: number): boolean {
  return atom === ONE_OF_NAME || atom === STAR_OF_NAME || atom === TOKEN_NAME;
}

/** `**` is `*`, and `*?` is `?*`: one way to write each run of wildcards. */
function pushWildcard(atoms: number[], many: boolean): void {
  const afterStar = atoms.at(-1) === STAR;
  if (afterStar) atoms.pop();
  if (!many) atoms.push(ONE);
  if (many || afterStar) atoms.push(STAR);
}

function pushToken(atoms: number[], inside: string): void {
  const meaning = tokenMeaning(inside);
  if (meaning.kind === "any") atoms.push(TOKEN);
  else if (meaning.kind === "name") atoms.push(TOKEN_NAME);
  else if (meaning.kind === "text") atoms.push(meaning.text.charCodeAt(0));
  else
    for (const char of meaning.format)
      atoms.push(char === "%" ? TOKEN_NAME : char === "*" ? TOKEN : char.charCodeAt(0));
}

function fold(char: number, options: PatternOptions): number {
  return options.ignoreCase === true && char >= 65 && char <= 90 ? char + 32 : char;
}
