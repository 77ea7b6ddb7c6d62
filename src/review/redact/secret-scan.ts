/** Finds secret values in a text: as they are, in escapes, and in base64. */
import { decodedTextOf, escapesOf, originalRange, readEscapes } from "./decodings";
import { mergeRanges, type Range } from "./ranges";
import { Search } from "./search";

/** Escapes in escapes are read so far: a URL in JSON in JSON. */
const DEPTH = 4;

/** How a text is searched. */
interface SecretScanOptions {
  /** Whether the text has been escaped for a reader, too. */
  readonly finished: boolean;
  /** Whether a range may be shown, although it has the same text as a secret. @default no range */
  readonly isAllowed?: (text: string, range: Range) => boolean;
}

/** The search for a set of secret values. */
export class SecretScan {
  readonly #plain: Search;
  readonly #base64: Search;

  constructor(values: ReadonlySet<string>) {
    this.#plain = new Search(plainForms(values));
    this.#base64 = new Search(base64Forms(values));
  }

  /** The ranges of the text that hold a secret, in no order. */
  find(text: string, options: SecretScanOptions, depth = DEPTH): readonly Range[] {
    if (this.#plain.isEmpty) return [];
    const found = [...this.#plain.find(text), ...this.#base64.find(text).map((range) => wholeCharacters(text, range))];
    const { isAllowed } = options;
    const ranges = isAllowed === undefined ? found : mergeRanges(found).filter((range) => !isAllowed(text, range));
    return depth === 0 ? ranges : [...ranges, ...this.#findEscaped(text, options, depth)];
  }

  #findEscaped(text: string, options: SecretScanOptions, depth: number): readonly Range[] {
    return escapesOf(text, options.finished).flatMap((escapes) => {
      const read = readEscapes(text, escapes);
      const inside = read === text ? [] : this.find(read, options, depth - 1);
      if (inside.length === 0) return [];
      const view = decodedTextOf(text, escapes);
      return inside.map((range) => originalRange(view, range));
    });
  }
}

/** A secret as it is, and as forms write its blanks. */
function* plainForms(values: Iterable<string>): Generator<string> {
  for (const value of values) {
    yield value;
    if (value.includes(" ")) yield value.replaceAll(" ", "+");
  }
}

/** What base64 makes of a secret, alone or inside of a longer text, and of its escaped forms. */
function* base64Forms(values: Iterable<string>): Generator<string> {
  for (const value of values) {
    const json = JSON.stringify(value).slice(1, -1);
    for (const form of new Set([value, json, escapeAsGo(json), encodeForUrl(value)])) yield* base64Of(form);
  }
}

/** Go's JSON escapes what could be HTML. */
function escapeAsGo(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function encodeForUrl(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

/** The characters that a secret alone decides, for each of the three ways in which its bytes can fall into groups. */
function* base64Of(text: string): Generator<string> {
  const bytes = Buffer.from(text, "utf8");
  for (const before of [0, 1, 2]) {
    const written = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const stable = written.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    yield stable;
    if (/[+/]/.test(stable)) yield stable.replaceAll("+", "-").replaceAll("/", "_");
  }
}

/** With the characters at both ends that hold a few bits more, and the padding. */
function wholeCharacters(text: string, { start, end }: Range): Range {
  const first = start > 0 && /[\w+/-]/.test(text[start - 1] as string) ? start - 1 : start;
  const rest = /^[\w+/-]?={0,2}/.exec(text.slice(end, end + 3));
  return { start: first, end: end + (rest?.[0].length ?? 0) };
}
