/** Values from outside as one line that shows what is in it. */

/** Control characters, bidi and zero-width characters, and every space that is not the common one. */
const HIDDEN = /[\p{C}\p{Z}]/gu;

/** The runner of GitHub Actions executes a line of its log that contains this. */
const LOG_COMMAND = "##[";

/** How much of a value is printed. */
const MOST = 160;

/** In one line: what cannot be seen, or would turn the text around, as `\u{...}`; cut where it is long. */
export function visible(text: string, most = MOST): string {
  const cut = text.length > most * 4 ? text.slice(0, most * 4) : text;
  const safe = cut.replaceAll(LOG_COMMAND, "#\\u{23}[");
  const shown = [...safe.replace(HIDDEN, (char) => (char === " " ? char : showCode(char)))];
  return shown.length > most || cut !== text ? `${shown.slice(0, most).join("")}…` : shown.join("");
}

/** How much of a line of a difference is printed: a block of a set is one line. */
const MOST_OF_LINE = 500;

/** {@link visible}, for a line of a difference. */
export function visibleLine(text: string): string {
  return visible(text, MOST_OF_LINE);
}

function showCode(char: string): string {
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  if (char === "\t") return "\\t";
  return `\\u{${(char.codePointAt(0) as number).toString(16)}}`;
}

/**
 * A code span: nothing in it is a mention, a link, an issue, a tag or an emoji, on GitHub and on GitLab. The marks are longer than any run of
 * backticks in it, and no comment's start stays whole: pipelines look for one. What would end a table's cell does not matter: reviews have no tables.
 */
export function reviewCodeSpan(text: string): string {
  const line = visible(text).replaceAll("<!--", "<\\u{21}--");
  if (line.trim() === "") return line === "" ? "`(empty)`" : "`(blank)`";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  const pad = /^[ `]|[ `]$/.test(line) ? " " : "";
  return `${marks}${pad}${line}${pad}${marks}`;
}
