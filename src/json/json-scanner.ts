/** Reads the words of a JSON text: white space, strings, numbers, `true`, `false` and `null`. */
import { BOM } from "../text/line-index";
import type { JsonBoolean, JsonNull, JsonNumber, JsonString } from "./json-node";
import { JsonSyntaxError, nameOfCharacter, type RecoverableError } from "./json-problems";

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;

const CURLY_DOUBLE: readonly number[] = [0x201c, 0x201d, 0x201e, 0x2033];
const CURLY_SINGLE: readonly number[] = [0x2018, 0x2019];
const CURLY: ReadonlySet<number> = new Set([...CURLY_DOUBLE, ...CURLY_SINGLE]);

/** The closing quote of a string, by its opening quote. */
const CLOSERS: ReadonlyMap<number, ReadonlySet<number>> = new Map<number, ReadonlySet<number>>([
  [QUOTE, new Set([QUOTE])],
  [APOSTROPHE, new Set([APOSTROPHE])],
  ...CURLY_DOUBLE.map((quote) => [quote, new Set([QUOTE, ...CURLY_DOUBLE])] as const),
  ...CURLY_SINGLE.map((quote) => [quote, new Set([APOSTROPHE, ...CURLY_SINGLE])] as const),
]);

/** Characters of a string that need no further check, and most characters between values. */
const PLAIN_TEXT = /[ !#-[\]-\u2017\u201a\u201b\u201f-\u2032\u2034-\uffff]*/y;
const PLAIN_SPACE = /[ \n\r\t]*/y;

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

const WORDS = { true: true, false: false, null: null } as const;

/** A place in a text that moves on word by word. */
export class Scanner {
  readonly #recoverableError: (recoverableError: RecoverableError, offset: number, ...characters: number[]) => void;

  at: number;
  /** The first curly quote inside a string in straight quotes. The author may have meant it as the end of the string. */
  #curlyInside: number | undefined;

  constructor(
    readonly text: string,
    recoverableError: (recoverableError: RecoverableError, offset: number, ...characters: number[]) => void,
  ) {
    this.#recoverableError = recoverableError;
    this.at = text.charCodeAt(0) === BOM ? 1 : 0;
  }

  /** The character that comes next; NaN at the end. */
  peek(): number {
    return this.text.charCodeAt(this.at);
  }

  /** Goes past white space and comments. */
  skipSpace(): void {
    const first = this.peek();
    if (first > 0x20 && first !== SLASH && first !== 0xa0) return;
    this.at = endOf(PLAIN_SPACE, this.text, this.at);
    for (;;) {
      const code = this.peek();
      if (code === 0xa0) this.#recoverableError("no-break-space", this.at);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0) this.at++;
      else if (code !== SLASH || !this.#skipComment()) return;
    }
  }

  #skipComment(): boolean {
    const start = this.at;
    const block = this.text.startsWith("/*", start);
    if (!block && !this.text.startsWith("//", start)) return false;
    const end = block ? this.text.indexOf("*/", start + 2) : lineEnd(this.text, start);
    if (end < 0) throw new JsonSyntaxError(start, "the comment that starts here is not closed", "expected `*/`");
    this.#recoverableError("comment", start);
    this.at = block ? end + 2 : end;
    return true;
  }

  /** Whether a string comes next, in quotes of any kind. */
  atString(): boolean {
    const code = this.peek();
    return code === QUOTE || CLOSERS.has(code);
  }

  /** Reads a string; one must come next. */
  readString(): JsonString<number> {
    return this.#readPlainString() ?? this.#readAnyString();
  }

  /** Reads a string in straight quotes that holds nothing but plain text, as most do. */
  #readPlainString(): JsonString<number> | undefined {
    const { text, at: start } = this;
    if (text.charCodeAt(start) !== QUOTE) return undefined;
    const end = endOf(PLAIN_TEXT, text, start + 1);
    if (text.charCodeAt(end) !== QUOTE) return undefined;
    this.at = end + 1;
    return { kind: "string", value: text.slice(start + 1, end), start, end: end + 1 };
  }

  #readAnyString(): JsonString<number> {
    const start = this.at;
    const open = this.peek();
    const closers = CLOSERS.get(open) as ReadonlySet<number>;
    const escaped = this.#findEnd(start, closers, open === QUOTE);
    if (CURLY.has(open))
      this.#recoverableError("curly-quotes", start, open, ...(CURLY.has(this.peek()) ? [this.peek()] : []));
    else if (open === APOSTROPHE) this.#recoverableError("single-quotes", start);
    const raw = this.text.slice(start + 1, this.at);
    this.at++;
    return { kind: "string", value: escaped ? unescapeText(raw) : raw, start, end: this.at };
  }

  /** Goes to the quote that ends a string. Returns whether the string has escapes. */
  #findEnd(start: number, closers: ReadonlySet<number>, straight: boolean): boolean {
    let escaped = false;
    for (this.at = start + 1; this.at < this.text.length; this.at++) {
      const code = this.peek();
      if (code >= 0x28 && code < 0x2018 && code !== BACKSLASH) continue;
      if (closers.has(code)) return escaped;
      if (code === BACKSLASH) {
        escaped = true;
        this.at += this.#lengthOfEscape(closers) - 1;
      } else if (code === 0x0a || code === 0x0d) break;
      else if (code < 0x20) this.#recoverableError("control-character", this.at, code);
      else if (straight && CURLY.has(code)) this.#curlyInside ??= this.at;
    }
    throw new JsonSyntaxError(
      start,
      "the string that starts here is not closed on its line",
      this.#hint() ?? 'expected `"`',
    );
  }

  #lengthOfEscape(closers: ReadonlySet<number>): number {
    const code = this.text.charCodeAt(this.at + 1);
    if (closers.has(code) || '"\\/bfnrt'.includes(String.fromCharCode(code))) return 2;
    if (/^u[0-9a-fA-F]{4}$/.test(this.text.slice(this.at + 1, this.at + 6))) return 6;
    const written = this.text.slice(this.at, this.at + (code === 0x75 ? 6 : 2));
    throw new JsonSyntaxError(this.at, `\`${written}\` is no escape that JSON knows`, "a backslash is written `\\\\`");
  }

  /** Reads a number, `true`, `false` or `null`. */
  readWord(): JsonNumber<number> | JsonBoolean<number> | JsonNull<number> {
    const start = this.at;
    const length = lengthOfNumber(this.text, start);
    if (length > 0 && !isWordPart(this.text.charCodeAt(start + length))) {
      this.at += length;
      return { kind: "number", value: Number(this.text.slice(start, this.at)), start, end: this.at };
    }
    const word = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((name) => this.text.startsWith(name, start));
    if (word === undefined || isWordPart(this.text.charCodeAt(start + word.length))) this.expected("a value");
    this.at += word.length;
    const value = WORDS[word];
    return value === null
      ? { kind: "null", value, start, end: this.at }
      : { kind: "boolean", value, start, end: this.at };
  }

  /** The text is broken here: something else was expected. */
  expected(what: string): never {
    throw new JsonSyntaxError(this.at, `expected ${what}, found ${this.#found()}`, this.#hint());
  }

  #found(): string {
    if (this.at >= this.text.length) return "the end of the text";
    const word = /^[\w.+-]{1,30}/.exec(this.text.slice(this.at, this.at + 30))?.[0];
    if (word !== undefined) return `\`${word}\``;
    const code = this.text.codePointAt(this.at) ?? 0;
    return code > 0x20 && code < 0x7f ? `\`${String.fromCharCode(code)}\`` : nameOfCharacter(code);
  }

  #hint(): string | undefined {
    if (this.peek() === 0) return "the file may be UTF-16: save it as UTF-8";
    if (/^(True|False|None)\b/.test(this.text.slice(this.at, this.at + 6))) return "JSON has `true`, `false`, `null`";
    if (/^[$%]\{/.test(this.text.slice(this.at, this.at + 2)))
      return "this is a template and no JSON yet: lint what it makes, or the plan of Terraform";
    if (this.#curlyInside === undefined) return undefined;
    const name = nameOfCharacter(this.text.charCodeAt(this.#curlyInside));
    return `a string in straight quotes holds a curly one (${name}), which does not end it`;
  }
}

/** Where a run of the characters ends that starts there. */
function endOf(run: RegExp, text: string, start: number): number {
  run.lastIndex = start;
  run.test(text);
  return run.lastIndex;
}

/** Length of the number that starts there as JSON writes numbers, 0 if none does. */
function lengthOfNumber(text: string, start: number): number {
  const whole = start + (text[start] === "-" ? 1 : 0);
  let end = text[whole] === "0" ? whole + 1 : digitsEnd(text, whole);
  if (end === whole) return 0;
  if (text[end] === "." && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1);
  const power = end + (text[end + 1] === "+" || text[end + 1] === "-" ? 2 : 1);
  if ((text[end] === "e" || text[end] === "E") && isDigit(text.charCodeAt(power))) end = digitsEnd(text, power);
  return end - start;
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a character continues a word or a number, so that the word or number does not end before it. */
function isWordPart(code: number): boolean {
  return (
    isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || [0x2e, 0x5f].includes(code)
  );
}

function lineEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}

/** The text that the escapes encode. The escapes were checked before. */
function unescapeText(raw: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = raw.indexOf("\\"); at >= 0; at = raw.indexOf("\\", from)) {
    const letter = raw.charAt(at + 1);
    const hex = letter === "u";
    if (at > from) pieces.push(raw.slice(from, at));
    pieces.push(hex ? String.fromCharCode(Number.parseInt(raw.slice(at + 2, at + 6), 16)) : meaningOf(letter));
    from = at + (hex ? 6 : 2);
  }
  pieces.push(raw.slice(from));
  return pieces.join("");
}

function meaningOf(letter: string): string {
  if (CURLY_DOUBLE.includes(letter.charCodeAt(0))) return '"';
  return ESCAPES[letter] ?? letter;
}
