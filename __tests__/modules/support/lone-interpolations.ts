/** Finds `"${var.x}"`: strings that are one interpolation and nothing else, which a person would write `var.x`. */

interface Cursor {
  readonly text: string;
  readonly lone: string[];
  at: number;
}

/** Each such string of an HCL text, also those inside of other templates; comments are not read. */
export function findLoneInterpolations(text: string): readonly string[] {
  const cursor: Cursor = { text, lone: [], at: 0 };
  while (cursor.at < text.length) readExpression(cursor);
  return cursor.lone;
}

/** Reads up to the bracket that closes the expression, or to the end. */
function readExpression(cursor: Cursor): void {
  const { text } = cursor;
  let depth = 0;
  while (cursor.at < text.length) {
    const comment = /^(?:(?:#|\/\/).*|\/\*[\s\S]*?\*\/)/.exec(text.slice(cursor.at));
    const heredoc = /^<<-?([\w-]+)\n/.exec(text.slice(cursor.at, cursor.at + 80));
    const character = text[cursor.at];
    if (comment !== null) {
      cursor.at += comment[0].length;
    } else if (heredoc !== null) {
      const end = new RegExp(`^[ \\t]*${heredoc[1]}$`, "m").exec(text.slice(cursor.at + heredoc[0].length));
      const length = heredoc[0].length + (end === null ? text.length : end.index + end[0].length);
      findInHeredoc(cursor, text.slice(cursor.at, cursor.at + length));
      cursor.at += length;
    } else if (character === '"') {
      readString(cursor);
    } else {
      if (character === "{") depth += 1;
      if (character === "}") depth -= 1;
      if (depth < 0) return;
      cursor.at += 1;
    }
  }
}

/** A string from its opening to its closing quote. */
function readString(cursor: Cursor): void {
  const { text } = cursor;
  const start = cursor.at;
  let interpolations = 0;
  let hasText = false;
  cursor.at += 1;
  while (cursor.at < text.length && text[cursor.at] !== '"') {
    const pair = text.slice(cursor.at, cursor.at + 2);
    if (text.startsWith("$${", cursor.at) || text.startsWith("%%{", cursor.at)) {
      hasText = true;
      cursor.at += 3;
    } else if (pair === "${" || pair === "%{") {
      interpolations += 1;
      if (pair === "%{") hasText = true;
      cursor.at += 2;
      readExpression(cursor);
      cursor.at += 1;
    } else {
      hasText = true;
      cursor.at += pair[0] === "\\" ? 2 : 1;
    }
  }
  cursor.at += 1;
  if (interpolations === 1 && !hasText) cursor.lone.push(text.slice(start, cursor.at));
}

/** A heredoc is text; only what it interpolates is read. */
function findInHeredoc({ lone }: Cursor, heredoc: string): void {
  const inner: Cursor = { text: heredoc, lone, at: 0 };
  for (;;) {
    const next = /(?<!\$)\$\{|(?<!%)%\{/.exec(heredoc.slice(inner.at));
    if (next === null) return;
    inner.at += next.index + 2;
    readExpression(inner);
  }
}
