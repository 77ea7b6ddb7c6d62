/** Lines and columns of a text, found from offsets. */
import { lastNotAfter } from "./last-not-after";
import type { SourcePlace } from "./source-place";

/** A byte order mark. */
export const BOM = 0xfeff;

/** The text without the byte order mark that some editors and shells write in front, and that `JSON.parse` refuses. */
export function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === BOM ? text.slice(1) : text;
}

/** A place in a text, as a person finds it. */
interface LineColumn {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** The offsets at which the lines of a text start, computed on first use. */
export class LineIndex {
  readonly #text: string;
  #starts: readonly number[] | undefined;
  /** The line of the last lookup, because the next lookup is mostly in the same line. */
  #last = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Line and column, both from 1, columns in UTF-16 units; a byte order mark takes none. */
  at(offset: number): LineColumn {
    const line = this.#lineOf(offset);
    return { line: line + 1, column: this.#columnOf(offset, line) };
  }

  /** The same with a pointer; without an offset the pointer alone. */
  place(pointer: string, offset: number | undefined): SourcePlace {
    if (offset === undefined) return { pointer };
    const line = this.#lineOf(offset);
    return { pointer, line: line + 1, column: this.#columnOf(offset, line) };
  }

  #lineOf(offset: number): number {
    this.#starts ??= lineStarts(this.#text);
    const starts = this.#starts;
    const last = this.#last;
    if ((starts[last] ?? 0) <= offset) {
      // Mostly it is the same line, or the next.
      if (offset < (starts[last + 1] ?? Number.POSITIVE_INFINITY)) return last;
      if (offset < (starts[last + 2] ?? Number.POSITIVE_INFINITY)) {
        this.#last = last + 1;
        return last + 1;
      }
    }
    this.#last = lastNotAfter(starts, offset, (start) => start);
    return this.#last;
  }

  #columnOf(offset: number, line: number): number {
    return Math.max(0, offset - (this.#starts?.[line] ?? 0)) + 1;
  }
}

/** Offsets at which lines start; `\n`, `\r\n` and a lone `\r` end one. */
function lineStarts(text: string): number[] {
  const starts = [text.charCodeAt(0) === BOM ? 1 : 0];
  const ends = /\r\n?|\n/g;
  while (ends.test(text)) starts.push(ends.lastIndex);
  return starts;
}
