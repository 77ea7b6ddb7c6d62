/**
 * Patterns of IAM: `*` is any text, `?` any one character, `${...}` a text that is not known yet.
 *
 * A pattern is a list of segments: a character's code, or one of the negative numbers below. Two
 * questions can be answered about two patterns: may some text match both ({@link intersects}), and does one match everything that
 * the other matches ({@link covers}). Both fill a table of `length × length`, so that their time is never exponential.
 */

import { tokenEnd } from "../../text/tokens";
import { tokenMeaning } from "./pattern-tokens";

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
export class Pattern {
  #segments: readonly number[] | undefined;

  /** Of a text, or of segments that are not all characters. */
  constructor(
    /** The text, where the pattern allows that one only: no wildcard in it, and nothing unknown. */
    readonly text: string | undefined,
    segments?: readonly number[],
  ) {
    this.#segments = segments;
  }

  get segments(): readonly number[] {
    this.#segments ??= codesOf(this.text ?? "");
    return this.#segments;
  }
}

/** How a text is read. */
interface PatternOptions {
  /** Upper and lower case are the same: names of services, actions and condition keys. */
  readonly ignoreCase?: boolean;
}

/** Reads a text with wildcards and tokens. */
export function pattern(text: string, options: PatternOptions = {}): Pattern {
  if (!/[*?]|\$\{/.test(text)) return literal(text, options);
  const segments = new SegmentList();
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    const end = char === DOLLAR && text[at + 1] === "{" ? tokenEnd(text, at) : undefined;
    if (end !== undefined) {
      segments.addToken(text.slice(at + 2, end - 1));
      at = end - 1;
    } else if (char === ASTERISK || char === QUESTION) segments.addWildcard(char);
    else segments.add(options.ignoreCase === true && char >= 65 && char <= 90 ? char + 32 : char);
  }
  return ofSegments(segments.all);
}

/** A pattern that matches only this text; wildcards in it are ordinary characters. */
export function literal(text: string, options: PatternOptions = {}): Pattern {
  return new Pattern(options.ignoreCase === true ? text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase()) : text);
}

/** A pattern of literal parts and of names: `true` a name without `/`, `false` any name; neither is ever empty. */
export function formatPattern(parts: readonly (string | boolean)[]): Pattern {
  const name = [ONE_OF_NAME, STAR_OF_NAME];
  return ofSegments(
    parts.flatMap((part) => (typeof part === "string" ? codesOfFormat(part) : part ? name : [ONE, STAR])),
  );
}

/** Splits at each `:` outside of tokens; the last of `limit` parts keeps the rest. */
export function splitAtColons({ segments }: Pattern, limit: number): readonly Pattern[] {
  const parts: Pattern[] = [];
  let start = 0;
  for (let at = 0; at < segments.length && parts.length < limit - 1; at++) {
    if (segments[at] !== COLON) continue;
    parts.push(ofSegments(segments.slice(start, at)));
    start = at + 1;
  }
  return [...parts, ofSegments(segments.slice(start))];
}

function ofSegments(segments: readonly number[]): Pattern {
  return new Pattern(segments.every((segment) => segment >= 0) ? textOf(segments) : undefined, segments);
}

function codesOf(text: string): readonly number[] {
  const codes: number[] = [];
  for (let at = 0; at < text.length; at++) codes.push(text.charCodeAt(at));
  return codes;
}

/** A `*` in a format is no character of a name: the data has `task:*` for the tasks of AWS DMS. */
function codesOfFormat(text: string): readonly number[] {
  return codesOf(text).map((code) => (code === ASTERISK ? STAR : code));
}

function textOf(codes: readonly number[]): string {
  let text = "";
  for (const code of codes) text += String.fromCharCode(code);
  return text;
}

/** Whether the pattern allows everything. */
export function isEverything({ segments }: Pattern): boolean {
  return segments.length === 1 && segments[0] === STAR;
}

/** Whether the pattern begins with `*`. */
export function startsWide({ segments }: Pattern): boolean {
  return segments[0] === STAR;
}

/** Whether the pattern ends with `*`. */
export function endsWide({ segments }: Pattern): boolean {
  return segments.at(-1) === STAR;
}

/** Whether the pattern has an unknown part, a `${...}`. */
export function isOpen({ text, segments }: Pattern): boolean {
  return text === undefined && segments.some((segment) => segment <= TOKEN);
}

/** Whether the pattern is a plain text: no wildcard and nothing unknown. */
export function isPlain({ text }: Pattern): boolean {
  return text !== undefined;
}

/** Whether the pattern matches a text. Wildcards and `${...}` in the text are ordinary characters. */
export function matches(allowed: Pattern, text: string, options: PatternOptions = {}): boolean {
  return intersects(allowed, literal(text, options));
}

/** Two rows of a table, kept from one question to the next. */
let row = new Uint8Array(256);
let next = new Uint8Array(256);

function swapRows(): void {
  const done = row;
  row = next;
  next = done;
}

function clearRow(length: number): void {
  if (row.length < length) {
    row = new Uint8Array(2 * length);
    next = new Uint8Array(2 * length);
  } else row.fill(0, 0, length);
}

/** Whether some text is allowed by both. */
export function intersects(a: Pattern, b: Pattern): boolean {
  if (a.text !== undefined && b.text !== undefined) return a.text === b.text;
  const x = a.segments;
  const y = b.segments;
  const start = commonStart(x, y);
  if (start < 0) return false;
  let rows = x.length;
  let columns = y.length;
  while (rows > start && columns > start && x[rows - 1]! >= 0 && y[columns - 1]! >= 0) {
    if (x[--rows] !== y[--columns]) return false;
  }
  rows -= start;
  columns -= start;
  if (rows + columns === 0 || (rows === 1 && x[start] === STAR) || (columns === 1 && y[start] === STAR)) return true;
  if (b.text === undefined && isOneName(y, start, columns) && a.text !== undefined) return isName(x, start, rows);
  if (a.text === undefined && isOneName(x, start, rows) && b.text !== undefined) return isName(y, start, columns);
  return haveCommonText(x, y, { start, rows, columns });
}

/** Whether there is nothing left but one name without `/`. */
function isOneName(segments: readonly number[], start: number, length: number): boolean {
  return length === 2 && segments[start] === ONE_OF_NAME && segments[start + 1] === STAR_OF_NAME;
}

/** Whether what is left of a text is such a name. */
function isName(codes: readonly number[], start: number, length: number): boolean {
  for (let at = start; at < start + length; at++) if (codes[at] === SLASH) return false;
  return length > 0;
}

/** What is left of two patterns without their common start and end: so many segments from `start` on. */
interface MiddlePart {
  readonly start: number;
  /** Segments of the first. */
  readonly rows: number;
  /** Segments of the second. */
  readonly columns: number;
}

/** {@link intersects} of what is left of two patterns. */
function haveCommonText(x: readonly number[], y: readonly number[], { start, rows, columns }: MiddlePart): boolean {
  // row[j]: the first i segments of x and the first j of y can be the same text.
  clearRow(columns + 1);
  row[0] = 1;
  for (let j = 0; j < columns && isMany(y[start + j]!); j++) row[j + 1] = 1;
  for (let i = 0; i < rows; i++) {
    next.fill(0, 0, columns + 1);
    const segment = x[start + i]!;
    const many = isMany(segment);
    if (many && row[0] === 1) next[0] = 1;
    for (let j = 0; j < columns; j++) {
      const other = y[start + j]!;
      const both = meet(segment, other);
      const stays = many && (row[j + 1] === 1 || (both && next[j] === 1));
      const stands = isMany(other) && (next[j] === 1 || (both && row[j + 1] === 1));
      if (stays || stands || (both && row[j] === 1)) next[j + 1] = 1;
    }
    swapRows();
  }
  return row[columns] === 1;
}

/**
 * Whether `a` allows every text that `b` allows. What is unknown is taken as it suits, on both sides; only a name is
 * never taken for a wildcard. A yes is sure; where `?` and `*` mix, a no may be wrong.
 */
export function covers(a: Pattern, b: Pattern): boolean {
  if (a.text !== undefined && b.text !== undefined) return a.text === b.text;
  const x = a.segments;
  const y = b.segments;
  const start = commonStart(x, y);
  if (start < 0) return false;
  if (x.length - start === 1 && x[start] === STAR) return true;
  const columns = y.length - start;
  // row[j]: segments i and on of x allow what segments j and on of y allow. From the ends to the starts.
  clearRow(columns + 1);
  row[columns] = 1;
  for (let j = columns - 1; j >= 0 && isToken(y[start + j]!); j--) row[j] = 1;
  for (let i = x.length - 1; i >= start; i--) {
    next.fill(0, 0, columns + 1);
    const segment = x[i]!;
    if (isMany(segment)) next[columns] = row[columns]!;
    for (let j = columns - 1; j >= 0; j--) next[j] = allows(segment, y[start + j]!, j) ? 1 : 0;
    swapRows();
  }
  return row[0] === 1;
}

/** One cell of {@link covers}: `row` is that of the next segment of x, `next` that of this one. */
function allows(segment: number, other: number, j: number): boolean {
  const both = row[j + 1] === 1;
  if (isToken(other)) return next[j + 1] === 1 || (meet(segment, other) && (row[j] === 1 || both));
  if (isMany(segment)) return row[j] === 1 || (holds(segment, other) && next[j + 1] === 1);
  if (isMany(other)) return holds(segment, other) && next[j + 1] === 1 && row[j] === 1;
  return holds(segment, other) && both;
}

/** Whether all characters of the second segment are among those of the first. */
function holds(segment: number, other: number): boolean {
  if (segment >= 0) return segment === other;
  if (segment === ONE || segment === STAR || segment === TOKEN) return true;
  if (other >= 0) return other !== SLASH;
  return other === ONE_OF_NAME || (other === STAR_OF_NAME && segment !== TOKEN_NAME);
}

/** Whether two segments can be the same character. */
function meet(a: number, b: number): boolean {
  if (a >= 0 && b >= 0) return a === b;
  if (a >= 0) return a !== SLASH || !isOfName(b);
  return b < 0 || b !== SLASH || !isOfName(a);
}

/** How many plain characters both begin with; -1 where the next of both is plain and not the same. */
function commonStart(a: readonly number[], b: readonly number[]): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at++) {
    const segment = a[at]!;
    const other = b[at]!;
    if (segment < 0 || other < 0) return at;
    if (segment !== other) return -1;
  }
  return most;
}

function isMany(segment: number): boolean {
  return segment === STAR || segment <= STAR_OF_NAME;
}

function isToken(segment: number): boolean {
  return segment <= TOKEN;
}

function isOfName(segment: number): boolean {
  return segment === ONE_OF_NAME || segment === STAR_OF_NAME || segment === TOKEN_NAME;
}

/** The segments of a pattern while its text is read. */
class SegmentList {
  readonly #all: number[] = [];

  get all(): readonly number[] {
    return this.#all;
  }

  add(segment: number): void {
    this.#all.push(segment);
  }

  /** `**` is `*`, and `*?` is `?*`: one way to write each run of wildcards. */
  addWildcard(char: typeof ASTERISK | typeof QUESTION): void {
    const isMany = char === ASTERISK;
    const isAfterStar = this.#all.at(-1) === STAR;
    if (isAfterStar) this.#all.pop();
    if (!isMany) this.#all.push(ONE);
    if (isMany || isAfterStar) this.#all.push(STAR);
  }

  /** Adds the segments for a `${...}`, from the text between its braces. */
  addToken(inside: string): void {
    const meaning = tokenMeaning(inside);
    if (meaning.kind === "any" || meaning.kind === "no-arn") this.#all.push(TOKEN);
    else if (meaning.kind === "name") this.#all.push(TOKEN_NAME);
    else if (meaning.kind === "text") this.#all.push(meaning.text.charCodeAt(0));
    else
      for (const char of meaning.format)
        this.#all.push(char === "%" ? TOKEN_NAME : char === "*" ? TOKEN : char.charCodeAt(0));
  }
}
