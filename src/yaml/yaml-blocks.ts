/** Which lines the mappings and lists of a YAML text take: a comment beside or above one speaks of all of its lines. */
import type { CommentLines, LineSpan, PlacedComment } from "../text/comment-lines";
import type { LineIndex } from "../text/line-index";

/** Keys that only a statement of a policy has. */
export const statementKey = /^(?:Effect|Action|NotAction|Resource|effect|actions|not_actions|notActions|resources)$/;

/** Collects the lines while the text is read. */
export class YamlBlocks implements CommentLines {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #spans: { readonly start: number; readonly end: number; readonly isStatement: boolean }[] = [];

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
  }

  /** Notes a collection and its parts, by their offsets. */
  add(
    [start, end]: readonly [number, number, ...unknown[]],
    parts: readonly (readonly [number, number, ...unknown[]])[],
    isStatement: boolean,
  ): void {
    this.#spans.push({ start, end, isStatement });
    for (const [from, to] of parts) this.#spans.push({ start: from, end: to, isStatement: false });
  }

  get ends(): ReadonlyMap<number, number> {
    const ends = new Map<number, number>();
    for (const { start, end } of this.#spans) {
      const { from, to } = this.#linesOf(start, end);
      ends.set(from, Math.max(ends.get(from) ?? 0, to));
    }
    return ends;
  }

  get statements(): readonly LineSpan[] {
    const statements = this.#spans.filter(({ isStatement }) => isStatement);
    return statements.map(({ start, end }) => this.#linesOf(start, end)).sort((a, b) => b.from - a.from);
  }

  /** A `#` in a text over several lines may be read as a comment. This does no harm, because the text is not a statement. */
  get comments(): readonly PlacedComment[] {
    return [...this.#text.matchAll(/^(.*?)(?<=^|[ \t])#(.*)$/gm)].map((found) => {
      const [, before = "", text = ""] = found;
      const { line, column } = this.#lines.at(found.index + before.length);
      return { text, line, column, isOnOwnLine: before.trim() === "" };
    });
  }

  /** The end of a collection is often the start of the next line: the last line is that of the last character. */
  #linesOf(start: number, end: number): LineSpan {
    let last = end - 1;
    while (last > start && /\s/.test(this.#text.charAt(last))) last--;
    return { from: this.#lines.at(start).line, to: this.#lines.at(Math.max(start, last)).line };
  }
}
