/** The lines that differ between two texts. */

/** Longer texts, and texts that differ in more lines, are told by their length alone. */
const MOST_TEXT = 200_000;
const MOST_EDITS = 1_000;

/** `- removed` and `+ added` lines, in order; the lines around them are left out. */
export function lineDiff(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const parts = before.length + after.length > MOST_TEXT ? undefined : partsOf(before, after);
  if (parts === undefined) return [`- ${sizeOf(before)}`, `+ ${sizeOf(after)}`];
  return parts.flatMap(({ added, removed, value }) => {
    if (!added && !removed) return [];
    const lines = value.replace(/\n$/, "").split("\n");
    return lines.map((line) => `${added ? "+" : "-"} ${line}`);
  });
}

/** The library is loaded only where a text of several lines changes. */
function partsOf(before: string, after: string) {
  const { diffLines } = require("diff") as typeof import("diff");
  return diffLines(withEnd(before), withEnd(after), { maxEditLength: MOST_EDITS });
}

/** A last line without a line break is the same line as one with it. */
function withEnd(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

function sizeOf(text: string): string {
  return `(${text.split("\n").length} lines)`;
}
