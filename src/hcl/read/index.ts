/**
 * Reads HCL: a file's text as blocks and attributes with their places and comments.
 *
 * Its time is linear in the length of any text. What is broken is one problem, and reading goes on at
 * the next block of the file.
 */
import { LineIndex } from "../../text/line-index";
import { Cursor, HclSyntaxError } from "./cursor";
import { readExpression } from "./expression";
import type { AttributeSyntax, BlockSyntax, BodySyntax, CommentSyntax, HclProblem, Syntax } from "./syntax";
import { readQuoted, readWhole } from "./template";

export type * from "./syntax";
export { isHclProblem, partsOf, walkSyntax, withoutQuotes } from "./syntax";

/** The result of parsing a file. */
export interface HclReading {
  readonly body: BodySyntax;
  /** In the order of the text. */
  readonly comments: readonly CommentSyntax[];
  /** One for each block of the file that is broken; what was read of it up to there is not in the body. */
  readonly problems: readonly HclProblem[];
  /** Finds lines and columns of the file. */
  readonly lines: LineIndex;
}

/** Reads a file; never throws. */
export function readHcl(text: string): HclReading {
  const cursor = new Cursor(text);
  const lines = new LineIndex(text);
  const body: (AttributeSyntax | BlockSyntax)[] = [];
  const problems: HclProblem[] = [];
  for (;;) {
    const start = cursor.at;
    try {
      cursor.skipLines();
      if (cursor.isAtEnd()) break;
      body.push(readItem(cursor));
      endLine(cursor);
    } catch (error) {
      if (!(error instanceof HclSyntaxError)) throw error;
      problems.push(problemOf(error, lines));
      cursor.restart(nextBlock(text, start, cursor.at));
    }
  }
  return { body, comments: inOrder(cursor.comments), problems, lines };
}

/** Reads one expression. An empty text is a problem, and so is a text with something behind the expression. */
export function readHclExpression(text: string): Syntax | HclProblem {
  return readAll(text, (cursor) => {
    cursor.skipLines();
    const node = readExpression(cursor);
    cursor.skipLines();
    if (!cursor.isAtEnd()) cursor.expected("the end of the expression");
    return node;
  });
}

/** Reads a text as the inside of a template, as Terraform reads the strings of `.tf.json`. */
export function readHclTemplate(text: string): Syntax | HclProblem {
  return readAll(text, (cursor) => readWhole(cursor, () => readExpression(cursor)));
}

function readAll(text: string, read: (cursor: Cursor) => Syntax): Syntax | HclProblem {
  try {
    return read(new Cursor(text));
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    return problemOf(error, new LineIndex(text));
  }
}

function problemOf({ message, hint, offset }: HclSyntaxError, lines: LineIndex): HclProblem {
  return { message, hint, offset, ...lines.at(offset) };
}

/** Where the next block starts that is the first thing on its line, from the line on where reading ended. */
function nextBlock(text: string, start: number, end: number): number {
  const head = /^[A-Za-z_][\w-]*(?:[ \t]+(?:"[^"\n]*"|[\w-]+))*[ \t]*\{/gm;
  head.lastIndex = Math.max(start + 1, text.lastIndexOf("\n", end - 1) + 1);
  return head.exec(text)?.index ?? text.length;
}

/** The comments in the order of the text, each once: where the cursor steps back, it reads a comment again. */
function inOrder(comments: readonly CommentSyntax[]): readonly CommentSyntax[] {
  const byStart = new Map(comments.map((comment) => [comment.start, comment]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

function endLine(cursor: Cursor): void {
  cursor.skipInLine();
  if (!cursor.isAtEnd() && !cursor.takes("\n")) cursor.expected("the end of the line");
}

/** An attribute or a block. */
function readItem(cursor: Cursor): AttributeSyntax | BlockSyntax {
  const start = cursor.at;
  const name = cursor.identifier();
  if (name === "") cursor.expected("the name of an attribute or of a block");
  cursor.skipInLine();
  if (!cursor.sees("=") || cursor.sees("==")) return readBlock(cursor, name, start);
  cursor.at++;
  cursor.skipInLine();
  const value = readExpression(cursor);
  return { kind: "attribute", name, value, start, end: value.end };
}

function readBlock(cursor: Cursor, type: string, start: number): BlockSyntax {
  const labels: string[] = [];
  while (!cursor.takes("{")) {
    labels.push(readLabel(cursor));
    cursor.skipInLine();
  }
  const body = cursor.lineByLine(() => readBlockBody(cursor));
  return { kind: "block", type, labels, body, start, end: cursor.at };
}

function readLabel(cursor: Cursor): string {
  const start = cursor.at;
  if (!cursor.sees('"')) {
    const name = cursor.identifier();
    if (name === "") cursor.expected("`=`, a label or `{`");
    return name;
  }
  const label = readQuoted(cursor, () => cursor.expected("a label without `${`"));
  if (label.kind === "literal") return String(label.value);
  throw new HclSyntaxError(start, "a label must be a name or a plain string");
}

/** Reads the items of a body, and the closing brace behind them. */
function readBlockBody(cursor: Cursor): BodySyntax {
  const items: (AttributeSyntax | BlockSyntax)[] = [];
  for (;;) {
    cursor.skipLines();
    if (cursor.takes("}")) return items;
    if (cursor.isAtEnd()) cursor.expected("`}`");
    items.push(readItem(cursor));
    cursor.skipInLine();
    if (!cursor.sees("}")) endLine(cursor);
  }
}
