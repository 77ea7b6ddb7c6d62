/** Reads templates: quoted strings and heredocs. */
import { type Cursor, HclSyntaxError } from "./cursor";
import type { DirectivePart, HolePart, LiteralSyntax, Syntax, TemplatePart, TemplateSyntax } from "./syntax";
import { type BracesToken, isText, type TemplateToken, TemplateTokens, TextToken } from "./template-tokens";

/** Reads an expression; given, because expressions hold templates and templates hold expressions. */
export type ReadExpression = () => Syntax;

const QUOTED_TEXT = /[^"\\$%\r\n]+/y;
const HEREDOC_TEXT = /[^$%\n]+/y;
const OPENING = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;
const ESCAPE = /\\(?:[nrt"\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** Reads a string in quotes; a quote must come next. */
export function readQuoted(cursor: Cursor, expression: ReadExpression): LiteralSyntax | TemplateSyntax {
  const start = cursor.at++;
  const tokens = new TemplateTokens();
  while (!cursor.takes('"')) {
    if (cursor.isAtEnd() || cursor.sees("\n") || cursor.sees("\r")) {
      throw new HclSyntaxError(
        start,
        "the string that starts here is not closed on its line",
        "for several lines, use a heredoc",
      );
    }
    if (!readSpecial(cursor, tokens, expression)) readQuotedText(cursor, tokens);
  }
  return templateOf(tokens.all, start, cursor.at);
}

/** A whole text as a template, without quotes around it: strings of `.tf.json`. */
export function readWhole(cursor: Cursor, expression: ReadExpression): LiteralSyntax | TemplateSyntax {
  const tokens = new TemplateTokens();
  const start = cursor.at;
  while (!cursor.isAtEnd()) {
    tokens.startLine();
    readLine(cursor, tokens, expression);
  }
  return templateOf(tokens.all, start, cursor.at);
}

/** Reads a heredoc; `<<` must come next. */
export function readHeredoc(cursor: Cursor, expression: ReadExpression): LiteralSyntax | TemplateSyntax {
  const start = cursor.at;
  const [, dash, marker] = cursor.take(OPENING).match(/^<<(-?)(.*?)\s*$/u) ?? [];
  if (marker === undefined) cursor.expected("a heredoc: `<<EOT` and the end of the line");
  const tokens = new TemplateTokens();
  while (!endsHere(cursor, marker)) {
    if (cursor.isAtEnd())
      throw new HclSyntaxError(start, `the heredoc that starts here is not closed: expected \`${marker}\``);
    tokens.startLine();
    readLine(cursor, tokens, expression);
  }
  if (dash === "-") stripIndentation(tokens.all);
  return templateOf(tokens.all, start, cursor.at);
}

/** Whether the line that starts here is the marker; it is passed then, but for the end of its line. */
function endsHere(cursor: Cursor, marker: string): boolean {
  const newline = cursor.text.indexOf("\n", cursor.at);
  const end = newline < 0 ? cursor.text.length : newline;
  if (cursor.text.slice(cursor.at, end).trim() !== marker) return false;
  cursor.at = end;
  return true;
}

function readLine(cursor: Cursor, tokens: TemplateTokens, expression: ReadExpression): void {
  while (!cursor.isAtEnd()) {
    if (cursor.sees("\n")) {
      add(tokens, cursor, takeOne(cursor));
      return;
    }
    if (!readSpecial(cursor, tokens, expression)) add(tokens, cursor, cursor.take(HEREDOC_TEXT) || takeOne(cursor));
  }
}

function takeOne(cursor: Cursor): string {
  return cursor.text[cursor.at++] ?? "";
}

/** Adds the text that was just read, unchanged. */
function add(tokens: TemplateTokens, cursor: Cursor, text: string): void {
  tokens.addText(text, cursor.at - text.length);
}

function readQuotedText(cursor: Cursor, tokens: TemplateTokens): void {
  if (!cursor.sees("\\")) {
    add(tokens, cursor, cursor.take(QUOTED_TEXT) || takeOne(cursor));
    return;
  }
  const start = cursor.at;
  const written = cursor.take(ESCAPE);
  if (written === "") {
    const hint = 'HCL has \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN; write a backslash as \\\\';
    throw new HclSyntaxError(start, `\`${cursor.text.slice(start, start + 2)}\` is not an escape sequence`, hint);
  }
  tokens.addEscaped(meaningOf(written, start), start);
}

function meaningOf(written: string, start: number): string {
  const simple = ESCAPES[written[1] ?? ""];
  if (simple !== undefined) return simple;
  const code = Number.parseInt(written.slice(2), 16);
  if (code > 0x10ffff) throw new HclSyntaxError(start, `\`${written}\` is not a Unicode character`);
  return String.fromCodePoint(code);
}

/** Reads an escaped brace, a hole or a directive, if one comes next. */
function readSpecial(cursor: Cursor, tokens: TemplateTokens, expression: ReadExpression): boolean {
  const start = cursor.at;
  if (cursor.takes("$${") || cursor.takes("%%{")) {
    tokens.addText(cursor.text.slice(start + 1, start + 3), start + 1);
  } else if (cursor.takes("${")) tokens.addBraces(readBraces(cursor, tokens, () => holeAt(cursor, expression)));
  else if (cursor.takes("%{")) tokens.addBraces(readBraces(cursor, tokens, () => directiveAt(cursor, expression)));
  else return false;
  return true;
}

type Inner = Omit<HolePart, "start" | "end"> | Omit<DirectivePart, "start" | "end">;

function readBraces(cursor: Cursor, tokens: TemplateTokens, read: () => Inner): BracesToken {
  const start = cursor.at - 2;
  if (cursor.takes("~")) tokens.trimEnd();
  const inner = cursor.acrossLines(() => {
    const made = read();
    cursor.skip();
    return made;
  });
  const trimsNext = cursor.takes("~");
  if (!cursor.takes("}")) cursor.expected("`}`");
  return { part: { ...inner, start, end: cursor.at } as TemplatePart, trimsNext };
}

function holeAt(cursor: Cursor, expression: ReadExpression): Inner {
  cursor.skip();
  return { kind: "hole", value: expression() };
}

function directiveAt(cursor: Cursor, expression: ReadExpression): Inner {
  cursor.skip();
  const keyword = cursor.identifier();
  if (keyword === "for" || keyword === "if") {
    const names = keyword === "for" ? readForHead(cursor) : [];
    cursor.skip();
    return { kind: "directive", keyword, names, value: expression() };
  }
  if (!["else", "endif", "endfor"].includes(keyword)) cursor.expected("`if`, `for`, `else`, `endif` or `endfor`");
  return { kind: "directive", keyword, names: [] };
}

/** `key, value in` */
function readForHead(cursor: Cursor): readonly string[] {
  const names: string[] = [];
  for (;;) {
    cursor.skip();
    const name = cursor.identifier();
    if (name === "") cursor.expected("a name");
    names.push(name);
    cursor.skip();
    if (!cursor.takes(",")) break;
  }
  if (cursor.identifier() !== "in") cursor.expected("`in`");
  return names;
}

/**
 * Takes from each line what all lines have of space in front; empty lines do not count. Where `~}` took the end of a line away,
 * the next one is a part of it, and keeps its space.
 */
function stripIndentation(tokens: readonly TemplateToken[]): void {
  const counted: TextToken[] = [];
  let least = Number.POSITIVE_INFINITY;
  let startsLine = true;
  for (const token of tokens) {
    if (isText(token) && token.isEmpty) continue;
    if (startsLine && !isText(token)) least = 0;
    if (startsLine && isText(token) && !token.isBlankLine()) {
      counted.push(token);
      least = Math.min(least, token.indentation());
    }
    startsLine = isText(token) && token.endsLine;
  }
  for (const line of counted) line.dropStart(least);
}

/** Each `if` has its `endif`, and each `for` its `endfor`: Terraform reads no other template. */
function checkDirectives(parts: readonly TemplatePart[]): void {
  const open: DirectivePart[] = [];
  const withElse = new Set<DirectivePart>();
  for (const part of parts) {
    if (part.kind !== "directive") continue;
    const { keyword, start } = part;
    if (keyword === "if" || keyword === "for") {
      open.push(part);
      continue;
    }
    const opening = keyword === "endfor" ? "for" : "if";
    const last = open.at(-1);
    if (last?.keyword !== opening || (keyword === "else" && withElse.has(last)))
      throw new HclSyntaxError(start, `\`%{ ${keyword} }\` has no \`%{ ${opening} ... }\` before it`, ESCAPED_HINT);
    if (keyword === "else") withElse.add(last);
    else open.pop();
  }
  const [left] = open;
  if (left === undefined) return;
  const { keyword, start } = left;
  throw new HclSyntaxError(start, `\`%{ ${keyword} ... }\` has no \`%{ end${keyword} }\``, ESCAPED_HINT);
}

const ESCAPED_HINT = "write `%%{` where the text itself has `%{`";

function templateOf(tokens: readonly TemplateToken[], start: number, end: number): LiteralSyntax | TemplateSyntax {
  if (tokens.every(isText)) {
    const { text, runs } = TextToken.joined(tokens, start + 1);
    return { kind: "literal", value: text, runs, start, end };
  }
  const parts: TemplatePart[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as TemplateToken;
    if (!isText(token)) {
      parts.push(token.part);
      continue;
    }
    const texts = [token];
    for (let next = tokens[at + 1]; next !== undefined && isText(next); next = tokens[++at + 1]) texts.push(next);
    const part = TextToken.joined(texts, start + 1);
    if (part.text !== "") parts.push(part);
  }
  checkDirectives(parts);
  return { kind: "template", parts, start, end };
}
