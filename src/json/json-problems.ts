/** Problems of a text that should be JSON. */
import type { LineIndex } from "../text/line-index";
import type { SourcePlace } from "../text/source-place";

/** Errors that the parser recovers from, because the meaning is clear. */
export type RecoverableError =
  | "curly-quotes"
  | "single-quotes"
  | "trailing-comma"
  | "comment"
  | "no-break-space"
  | "control-character";

/** Something that is wrong, and where. */
export interface TextProblem extends SourcePlace {
  /** Stable name in kebab-case. */
  readonly code: "not-json" | "duplicate-key" | "not-a-policy";
  /** What is wrong: lower case, no full stop. */
  readonly message: string;
  /** What to change. */
  readonly hint?: string;
}

/** Something that is wrong with the text as JSON. */
export interface JsonProblem extends TextProblem {
  readonly code: "not-json" | "duplicate-key";
  /** Which error it is; `broken` and `too-deep` leave no value. */
  readonly kind: RecoverableError | "duplicate-key" | "broken" | "too-deep";
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Errors that end the parsing, because the text has no clear meaning. */
export class JsonSyntaxError extends Error {
  constructor(
    readonly offset: number,
    message: string,
    readonly hint?: string,
    readonly kind: "broken" | "too-deep" = "broken",
  ) {
    super(message);
  }
}

interface Noted {
  readonly offset: number;
  readonly pointer: string;
  readonly characters: Set<number>;
  count: number;
}

/** The errors of a text that the parser recovers from. Each kind is reported once, at its first place. */
export class RecoverableErrors {
  readonly #noted = new Map<RecoverableError, Noted>();

  /** Notes one error; the pointer is only asked for the first of its kind. */
  note(recoverableError: RecoverableError, offset: number, pointer: () => string, ...characters: number[]): void {
    let noted = this.#noted.get(recoverableError);
    if (noted === undefined) {
      noted = { offset, pointer: pointer(), characters: new Set(), count: 0 };
      this.#noted.set(recoverableError, noted);
    }
    noted.count++;
    for (const character of characters) noted.characters.add(character);
  }

  /** One problem for each kind. */
  problems(lines: LineIndex): JsonProblem[] {
    return [...this.#noted].map(([kind, { offset, pointer, characters, count }]) => {
      const [message, hint] = SAYINGS[kind](
        [...characters]
          .sort((a, b) => a - b)
          .map(nameOfCharacter)
          .join(", "),
      );
      const times = count === 1 ? "" : `; it happens ${count} times`;
      return { code: "not-json", kind, message: message + times, hint, offset, pointer, ...lines.at(offset) };
    });
  }
}

const SAYINGS: Readonly<Record<RecoverableError, (characters: string) => readonly [message: string, hint: string]>> = {
  "curly-quotes": (characters) => [
    `a string stands in curly quotes (${characters}), which is not JSON`,
    'write straight quotes, `"` (U+0022); word processors and web pages turn them into curly ones',
  ],
  "single-quotes": () => ["a string stands in single quotes, which is not JSON", 'write double quotes, `"`'],
  "trailing-comma": () => ["a comma stands after the last item, which is not JSON", "take the comma out"],
  comment: () => [
    "a comment stands in the text, and JSON has none",
    "take it out; a `Sid` can say what a statement does",
  ],
  "no-break-space": () => [
    "a no-break space (U+00A0) stands between the values, which is not JSON",
    "write an ordinary space",
  ],
  "control-character": (characters) => [
    `a string holds a control character (${characters}) as it is, which is not JSON`,
    "take it out, or write it as an escape such as `\\t`",
  ],
};

/** A character as a person may find it: `“ (U+201C)`, `U+0000 (NUL)`. */
export function nameOfCharacter(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code === 0) return `${number}, NUL`;
  const unseen = code <= 0x20 || (code >= 0x7f && code <= 0xa0) || (code >= 0xd800 && code <= 0xf8ff) || code >= 0xfe00;
  return unseen || (code >= 0x2000 && code < 0x2010) ? number : `${number} ${String.fromCodePoint(code)}`;
}
