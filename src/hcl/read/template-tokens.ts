/** The pieces of a template while it is read. */
import type { SourceRun, TemplatePart, TextPart } from "./syntax";

/** A hole or a directive. */
export interface BracesToken {
  readonly part: TemplatePart;
  /** Written with `~}`: space behind it does not count. */
  readonly trimsNext: boolean;
}

export type TemplateToken = TextToken | BracesToken;

export function isText(token: TemplateToken): token is TextToken {
  return token instanceof TextToken;
}

/** Some text, and the offset in the file at which it begins. */
interface TextPiece {
  text: string;
  from: number;
  /** Whether each character is in the file unchanged, without escapes. */
  readonly verbatim: boolean;
}

/** Text in pieces, with the offset of each piece. */
export class TextToken {
  #pieces: TextPiece[] = [];
  #trims = false;

  get isEmpty(): boolean {
    return this.#pieces.every(({ text }) => text === "");
  }

  get endsLine(): boolean {
    return this.#pieces.at(-1)?.text.endsWith("\n") === true;
  }

  add({ text, from, verbatim }: TextPiece): void {
    const kept = this.#trims ? text.trimStart() : text;
    if (kept === "") return;
    this.#trims = false;
    this.#pieces.push({ text: kept, from: verbatim ? from + text.length - kept.length : from, verbatim });
  }

  /** Space that comes first does not count. */
  trimStart(): void {
    this.#trims = true;
  }

  /** Space that came last does not count. */
  trimEnd(): void {
    for (let last = this.#pieces.at(-1); last !== undefined; last = this.#pieces.at(-1)) {
      last.text = last.text.trimEnd();
      if (last.text !== "") return;
      this.#pieces.pop();
    }
  }

  indentation(): number {
    const first = this.#pieces[0]?.text ?? "";
    return first.length - first.trimStart().length;
  }

  isBlankLine(): boolean {
    return this.endsLine && this.#pieces.every(({ text }) => text.trim() === "");
  }

  /** Takes characters off the start of the first piece. */
  dropStart(count: number): void {
    const first = this.#pieces[0];
    if (first === undefined) return;
    first.text = first.text.slice(count);
    first.from += count;
  }

  /** Joins adjacent tokens. `fallback` is the position of an empty text. */
  static joined(tokens: readonly TextToken[], fallback: number): TextPart {
    const pieces = tokens.flatMap((token) => token.#pieces).filter(({ text }) => text !== "");
    const runs: SourceRun[] = [];
    let length = 0;
    let next = -1;
    for (const { text, from, verbatim } of pieces) {
      if (from !== next) runs.push({ at: length, from });
      length += text.length;
      next = verbatim ? from + text.length : -1;
    }
    const start = pieces[0]?.from ?? fallback;
    const last = pieces.at(-1);
    const end = last === undefined ? start : last.from + last.text.length;
    return { kind: "text", text: normalised(pieces.map(({ text }) => text).join("")), runs, start, end };
  }
}

/** The tokens of one template, in the order of the text. */
export class TemplateTokens {
  readonly #all: TemplateToken[] = [];

  get all(): readonly TemplateToken[] {
    return this.#all;
  }

  /** The text that comes last, if a text does. */
  get #lastText(): TextToken | undefined {
    const last = this.#all.at(-1);
    return last !== undefined && isText(last) ? last : undefined;
  }

  /** Space that came last does not count: of this line, or at its start of the line before. */
  trimEnd(): void {
    const last = this.#lastText;
    const before = this.#all.at(-2);
    if (last?.isEmpty === true && before !== undefined && isText(before)) before.trimEnd();
    else last?.trimEnd();
  }

  /** Adds a hole or a directive. */
  addBraces(token: BracesToken): void {
    this.#all.push(token);
  }

  /** The next text begins a new line, behind which `~` takes no space away. */
  startLine(): void {
    this.#all.push(new TextToken());
  }

  /** Adds text that stands in the file unchanged, from an offset on. */
  addText(text: string, from: number): void {
    this.#addPiece({ text, from, verbatim: true });
  }

  /** Adds what an escape sequence means that stands at an offset of the file. */
  addEscaped(text: string, from: number): void {
    this.#addPiece({ text, from, verbatim: false });
  }

  #addPiece(piece: TextPiece): void {
    (this.#lastText ?? this.#startText()).add(piece);
  }

  #startText(): TextToken {
    const made = new TextToken();
    const last = this.#all.at(-1);
    if (last !== undefined && !isText(last) && last.trimsNext) made.trimStart();
    this.#all.push(made);
    return made;
  }
}

/** HCL normalises every string. */
function normalised(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
  return /^[\x00-\x7f]*$/.test(text) ? text : text.normalize("NFC");
}
