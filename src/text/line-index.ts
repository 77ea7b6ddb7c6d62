/** Lines and columns of a text, found from offsets. */

/** A byte order mark. */
export const BOM = 0xfeff;

/** Where the lines of a text start; looked up once something asks. */
export class LineIndex {
  private starts: readonly number[] | undefined;
  /** The line that was asked for last: mostly the next is the same one. */
  private last = 0;

  constructor(private readonly text: string) {}

  /** Line and column, both from 1, columns in UTF-16 units; a byte order mark takes none. */
  at(offset: number): { readonly line: number; readonly column: number } {
    const line = this.lineOf(offset);
    return { line: line + 1, column: this.columnOf(offset, line) };
  }

  /** The same with a pointer. */
  place(pointer: string, offset: number): { readonly pointer: string; readonly line: number; readonly column: number } {
    const line = this.lineOf(offset);
    return { pointer, line: line + 1, column: this.columnOf(offset, line) };
  }

  private lineOf(offset: number): number {
    this.starts ??= lineStarts(this.text);
    const { starts, last } = this;
    if ((starts[last] ?? 0) <= offset) {
      // Mostly it is the same line, or the next.
      if (offset < (starts[last + 1] ?? Number.POSITIVE_INFINITY)) return last;
      if (offset < (starts[last + 2] ?? Number.POSITIVE_INFINITY)) {
        this.last = last + 1;
        return last + 1;
      }
    }
    this.last = lastNotAfter(starts, offset);
    return this.last;
  }

  private columnOf(offset: number, line: number): number {
    return Math.max(0, offset - (this.starts?.[line] ?? 0)) + 1;
  }
}

/** Offsets at which lines start; `\n`, `\r\n` and a lone `\r` end one. */
function lineStarts(text: string): number[] {
  const starts = [text.charCodeAt(0) === BOM ? 1 : 0];
  const ends = /\r\n?|\n/g;
  while (ends.test(text)) starts.push(ends.lastIndex);
  return starts;
}

/** Index of the last number that is not greater, 0 where all are. */
function lastNotAfter(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
