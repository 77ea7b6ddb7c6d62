/** Parts of a text that are to be hidden. */

/** From `start` up to, without, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The text that replaces a secret. */
export const SENSITIVE = "(sensitive)";

/** The text with each range replaced; ranges that touch or overlap are one. */
export function replaceRanges(text: string, ranges: readonly Range[]): string {
  let shown = "";
  let at = 0;
  for (const { start, end } of mergeRanges(ranges)) {
    shown += text.slice(at, start) + SENSITIVE;
    at = end;
  }
  return shown + text.slice(at);
}

/** Ranges in order, without overlap. */
export function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return merged;
}
