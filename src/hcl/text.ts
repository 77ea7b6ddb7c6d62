/**
 * Text as HCL writes it: quoted, as an identifier, as a heredoc. Reading it back gives the same text in Unicode
 * normal form C, because HCL itself normalises every string.
 */
import { fail } from "../errors";

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
// The letters of common scripts, each one column wide. HCL and the versions of Node have different versions of Unicode, so for any
// other character they may disagree on whether it is a letter, and on where a character ends.
const LETTERS =
  "\\u00b5-\\u02af\\u0386-\\u0481\\u048a-\\u0527\\u05d0-\\u05ea\\u0620-\\u064a\\u0904-\\u0939\\u0e01-\\u0e30\\u3041-\\u3096\\u309d-\\u30fe\\u4e00-\\u9fa5\\uac00-\\ud7a3";
const COMMON_LETTERS = new RegExp(`^[\\w\\-${LETTERS}]*$`, "u");
const RARE = new RegExp(`[^\\n\\x20-\\x7e${LETTERS}]`, "gu");

/** Whether a name needs no quotes as an attribute, a block label or an object key. */
export function isIdentifier(name: string): boolean {
  // Nearly all names are ASCII, for which the tables of Unicode need not be loaded: that takes milliseconds.
  if (/^[A-Za-z_][\w-]*$/.test(name)) return true;
  return COMMON_LETTERS.test(name) && IDENTIFIER.test(name);
}

/** The text in normal form C. @throws TfwrightError for a lone surrogate, which no HCL file can hold. */
export function normaliseText(text: string, path = ""): string {
  // Nearly all text is ASCII, which needs neither check.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  if (!text.isWellFormed()) {
    fail({
      code: "lone-surrogate",
      path,
      message: `text must be valid Unicode, but ${JSON.stringify(text)} holds half of a surrogate pair`,
      hint: "cut strings between characters, not between UTF-16 code units",
    });
  }
  return text.normalize("NFC");
}

/** Escapes `${` and `%{`, so that text never becomes a template. */
export function escapeTemplate(text: string): string {
  return text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

/** Escapes a literal part of a template. */
export function escapePart(text: string, isBeforeHole: boolean): string {
  return escapeBefore(normaliseText(text), isBeforeHole);
}

/** Signs at the end are written as a hole of their own: `$` before a hole would read as `$${`, the escape of its start. */
function escapeBefore(text: string, isBeforeHole: boolean): string {
  const escaped = escapeTemplate(text);
  return isBeforeHole ? escaped.replace(/[$%]+$/, (signs) => `\${"${signs}"}`) : escaped;
}

/** The inside of a quoted string, without the quotes. */
export function escapeQuoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
  return escapeTemplate(text).replace(/["\\\u0000-\u001f\u007f\u0080-\u009f\u2028\u2029\ufeff]/g, (char) => {
    switch (char) {
      case '"':
        return '\\"';
      case "\\":
        return "\\\\";
      case "\n":
        return "\\n";
      case "\r":
        return "\\r";
      case "\t":
        return "\\t";
      default:
        return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
    }
  });
}

/** A quoted HCL string. */
export function quote(text: string): string {
  return `"${escapeQuoted(normaliseText(text))}"`;
}

/** An object key: bare where HCL allows it and reads it as a name, else quoted. */
export function printKey(key: string): string {
  const text = normaliseText(key);
  const readsAsName = isIdentifier(text) && !/^(?:true|false|null|for)$/.test(text);
  return readsAsName ? text : escapeRare(quote(text));
}

/** A comment's lines with their `#`; no character of it can end its line. */
export function printComment(lines: readonly string[]): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a comment
  const clean = (line: string) => line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, " ").trimEnd();
  return lines.map((line) => clean(normaliseText(line))).map((line) => (line === "" ? "#" : `# ${line}`));
}

/** A hole or a directive as it is printed, in one line: `${var.name}`. */
export interface InsertedText {
  readonly inserted: string;
}

/** A text of several lines as it stands between the markers of a heredoc. */
export interface Heredoc {
  readonly lines: readonly string[];
  /** Whether the lines may be indented (`<<-`): Terraform removes the indentation that all lines have in common. */
  readonly isIndented: boolean;
  /** Whether a line has spaces and tabs alone: whoever indents what is written would put more before them, and change the text. */
  readonly hasLinesOfSpaces: boolean;
}

/** Stands for what is inserted into a heredoc where its lines are examined: neither a space nor a marker. */
const INSERTED = "x";

/**
 * The lines of a heredoc; undefined if the text has fewer than two lines, or if a heredoc would change a byte of it.
 *
 * @param parts the text, with what is inserted into it
 */
export function readHeredoc(parts: readonly (string | InsertedText)[]): Heredoc | undefined {
  const texts = parts.filter((part) => typeof part === "string");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a heredoc has no escapes for control characters
  if (texts.some((text) => /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text))) return undefined;
  const last = parts[parts.length - 1];
  if (typeof last !== "string" || !last.endsWith("\n")) return undefined;
  const plain = parts.map((part) => (typeof part === "string" ? part : INSERTED)).join("");
  const lines = plain.slice(0, -1).split("\n");
  const filled = lines.filter((line) => line !== "");
  // Terraform leaves a line of spaces and tabs as it is; of one with other white space that is not sure.
  const isOdd = (line: string) => line.trim() === "" && !isBlank(line);
  if (lines.length < 2 || filled.length === 0) return undefined;
  const printed = parts.map((part, index) =>
    typeof part === "string" ? escapeBefore(part, index + 1 < parts.length) : part.inserted,
  );
  return {
    lines: printed.join("").slice(0, -1).split("\n"),
    isIndented:
      filled.some((line) => /^\S/u.test(line)) &&
      filled.every((line) => isBlank(line) || (!isOdd(line) && /^[\S ]/u.test(line))),
    hasLinesOfSpaces: filled.some(isBlank),
  };
}

/** Whether a line has spaces and tabs alone: Terraform does not count them as indentation, and takes none of them away. */
function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

/** A heredoc (`<<-EOT`) whose lines are indented by `indent` spaces, where they may be. */
export function printHeredoc({ lines, isIndented }: Omit<Heredoc, "hasLinesOfSpaces">, indent: number): string {
  const marker = markerFor(lines);
  const pad = isIndented ? " ".repeat(indent) : "";
  const body = lines.map((line) => (isBlank(line) ? line : pad + line));
  return [`<<${isIndented ? "-" : ""}${marker}`, ...body, `${" ".repeat(Math.max(0, indent - 2))}${marker}`].join("\n");
}

/** A marker that is on no line by itself, which would end the heredoc: scripts contain heredocs of their own. */
function markerFor(lines: readonly string[]): string {
  const taken = new Set(lines.map((line) => line.trim()));
  const free = ["EOT", "EOF", "TEXT"].find((marker) => !taken.has(marker));
  if (free !== undefined) return free;
  let number = 1;
  while (taken.has(`TEXT${number}`)) number += 1;
  return `TEXT${number}`;
}

/** A printed key with escapes for characters of uncertain width, because keys are aligned. */
export function escapeRare(key: string): string {
  if (/^[\n\x20-\x7e]*$/.test(key)) return key;
  return key.replace(RARE, (char) => {
    const code = (char.codePointAt(0) as number).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
}

/** Columns as `terraform fmt` counts them, for names and keys. */
export function displayWidth(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
  return /^[\x00-\x7f]*$/.test(text) ? text.length : [...text].length;
}
