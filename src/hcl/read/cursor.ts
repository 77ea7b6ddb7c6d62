/** A place in a text of HCL that moves on; space and comments are passed here. */
import { BOM } from "../../text/line-index";
import type { CommentSyntax } from "./syntax";

/** A syntax error. */
export class HclSyntaxError extends Error {
  constructor(
    readonly offset: number,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Maximum depth of nested blocks, brackets and template interpolations. */
const MAX_DEPTH = 400;

// Tables of Unicode take milliseconds to be read, and nearly all names are ASCII.
const ASCII_IDENTIFIER = /[A-Za-z_][\w-]*/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const SPACE = /[ \t]+/y;
const SPACE_AND_LINES = /[ \t\r\n]+/y;
const LINE = /[^\n]*/y;

/** What the end of a line is: space, or the end of what is read. */
type LineEnds = "space" | "end";

/** Space that was passed, from one offset to another. */
interface PassedSpace {
  readonly from: number;
  readonly to: number;
  readonly lineEnds: LineEnds;
}

const NOTHING_PASSED: PassedSpace = { from: -1, to: -1, lineEnds: "end" };

export class Cursor {
  at: number;
  readonly comments: CommentSyntax[] = [];
  /** What the end of a line is here: space inside of round and square brackets and of holes. */
  #lineEnds: LineEnds = "end";
  #depth = 0;
  /** The space that was passed last: a step back passes it again. */
  #passed: PassedSpace = NOTHING_PASSED;

  constructor(readonly text: string) {
    this.at = text.charCodeAt(0) === BOM ? 1 : 0;
  }

  /** Passes space and comments, and the ends of lines where they mean nothing. */
  skip(): void {
    this.#skip(this.#lineEnds);
  }

  /** The same with the ends of lines, whatever they mean. */
  skipLines(): void {
    this.#skip("space");
  }

  /** The same up to the end of the line. */
  skipInLine(): void {
    this.#skip("end");
  }

  #skip(lineEnds: LineEnds): void {
    if (this.#passed.from === this.at && this.#passed.lineEnds === lineEnds) {
      this.at = this.#passed.to;
      return;
    }
    const from = this.at;
    this.#skipAll(lineEnds);
    this.#passed = { from, to: this.at, lineEnds };
  }

  #skipAll(lineEnds: LineEnds): void {
    for (;;) {
      this.take(lineEnds === "space" ? SPACE_AND_LINES : SPACE);
      const next = this.text[this.at];
      if (next === "\r" && lineEnds === "end" && this.text[this.at + 1] === "\n") this.at++;
      else if (next !== "#" && next !== "/") return;
      else if (!this.#skipComment()) return;
    }
  }

  #skipComment(): boolean {
    const start = this.at;
    const isBlock = this.text.startsWith("/*", start);
    if (!isBlock && this.text[start] !== "#" && !this.text.startsWith("//", start)) return false;
    const close = isBlock ? this.text.indexOf("*/", start + 2) : 0;
    if (close < 0) {
      this.at = this.text.length;
      throw new HclSyntaxError(start, "the comment that starts here is not closed", "expected `*/`");
    }
    if (isBlock) this.at = close + 2;
    else this.take(LINE);
    const inside = isBlock
      ? this.text.slice(start + 2, close)
      : this.text.slice(start, this.at).replace(/^#+|^\/+/, "");
    this.comments.push({ text: inside.trim(), isOnOwnLine: this.#isFirstOnLine(start), start, end: this.at });
    return true;
  }

  #isFirstOnLine(offset: number): boolean {
    let before = offset - 1;
    while (this.text[before] === " " || this.text[before] === "\t") before--;
    return before < 0 || this.text[before] === "\n" || this.text.charCodeAt(before) === BOM;
  }

  /** Takes what a sticky expression finds here; an empty text where it finds nothing. */
  take(expression: RegExp): string {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  /** Takes a name, or an empty text. */
  identifier(): string {
    const start = this.at;
    const ascii = this.take(ASCII_IDENTIFIER);
    const next = this.text.charCodeAt(this.at);
    if (!(next > 0x7f)) return ascii;
    this.at = start;
    return this.take(IDENTIFIER);
  }

  /** Whether this text comes next. */
  sees(word: string): boolean {
    return this.text.startsWith(word, this.at);
  }

  /** Takes a text if it comes next. */
  takes(word: string): boolean {
    const found = this.sees(word);
    if (found) this.at += word.length;
    return found;
  }

  /** Takes a text that must come next, with the space in front of it. */
  expect(word: string): void {
    this.skip();
    if (!this.takes(word)) this.expected(`\`${word}\``);
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Reads one level deeper, where the ends of lines are space: in brackets, in holes. */
  acrossLines<T>(read: () => T): T {
    return this.#inside("space", read);
  }

  /** Reads one level deeper, where the end of a line ends something: in bodies of blocks, in objects. */
  lineByLine<T>(read: () => T): T {
    return this.#inside("end", read);
  }

  #inside<T>(lineEnds: LineEnds, read: () => T): T {
    const before = this.#lineEnds;
    this.#lineEnds = lineEnds;
    const result = this.deeper(read);
    this.#lineEnds = before;
    return result;
  }

  /** Reads one level deeper. */
  deeper<T>(read: () => T): T {
    if (this.#depth >= MAX_DEPTH) throw new HclSyntaxError(this.at, `the text is nested deeper than ${MAX_DEPTH}`);
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }

  /** Goes on elsewhere after something broken. */
  restart(offset: number): void {
    this.at = offset;
    this.#depth = 0;
    this.#lineEnds = "end";
    this.#passed = NOTHING_PASSED;
  }

  /** The text is broken here: something else was expected. */
  expected(what: string): never {
    throw new HclSyntaxError(this.at, `expected ${what}, found ${this.#found()}`);
  }

  #found(): string {
    if (this.isAtEnd()) return "the end of the file";
    const word = this.text.slice(this.at, this.at + 40).match(/^[\w.-]+/)?.[0];
    if (word !== undefined) return `\`${word}\``;
    const next = this.text[this.at] ?? "";
    return next === "\n" || next === "\r" ? "the end of the line" : nameOfSign(this.text.codePointAt(this.at) ?? 0);
  }
}

function nameOfSign(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const curly = code === 0x201c || code === 0x201d || code === 0x2018 || code === 0x2019;
  if (curly) return `a curly quote (${number})`;
  return code > 0x20 && code < 0x7f ? `\`${String.fromCharCode(code)}\`` : number;
}
