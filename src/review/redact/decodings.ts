/** What a text says once its escapes are read, with the way back: secrets hide in JSON, in URLs, and in HTML. */
import type { Range } from "./ranges";

/** A text in which escapes are read. Character `i` is in the original text from `starts[i]` to `ends[i]`. */
interface DecodedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** A way to read escapes: what to look for first, what an escape is, and what it says. */
interface Escapes {
  readonly sign: string;
  readonly pattern: RegExp;
  readonly read: (written: string) => string;
}

const JSON_ESCAPES: Escapes = {
  sign: "\\",
  pattern: /\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])/g,
  read: (written) => JSON.parse(`"${written}"`) as string,
};

const URL_ESCAPES: Escapes = {
  sign: "%",
  pattern: /(?:%[0-9a-fA-F]{2})+/g,
  read: (written) => Buffer.from(written.replaceAll("%", ""), "hex").toString("utf8"),
};

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", grave: "`", lowbar: "_", ast: "*" }),
);

const HTML_ESCAPES: Escapes = {
  sign: "&",
  pattern: /&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-z]{2,8});/g,
  read: (written) => {
    const name = written.slice(1, -1);
    if (!name.startsWith("#")) return ENTITIES.get(name) ?? written;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  },
};

const MARKDOWN_ESCAPES: Escapes = {
  sign: "\\",
  pattern: /\\[!-/:-@[-`{-~]/g,
  read: (written) => written.slice(1),
};

/** Characters without width. A report may insert them so that a text is not read as Markdown. */
const NO_WIDTH: Escapes = { sign: "", pattern: /[\u200b-\u200d\u2060\ufeff\u00ad]/g, read: () => "" };

/** The escapes of values; if `finished` is true, also the escapes that a written report adds. */
export function escapesOf(text: string, finished: boolean): readonly Escapes[] {
  const all = finished
    ? [JSON_ESCAPES, URL_ESCAPES, HTML_ESCAPES, MARKDOWN_ESCAPES, NO_WIDTH]
    : [JSON_ESCAPES, URL_ESCAPES];
  return all.filter(({ sign }) => text.includes(sign));
}

/** What the text says, without the way back: fast. The same text where it has none of these escapes. */
export function readEscapes(text: string, { pattern, read }: Escapes): string {
  return text.replace(pattern, read);
}

/** What the text says, with the way back. */
export function decodedTextOf(text: string, { pattern, read }: Escapes): DecodedText {
  const view = new Builder(text);
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    view.keep(at, match.index);
    at = match.index + match[0].length;
    view.put(read(match[0]), match.index, at);
  }
  view.keep(at, text.length);
  return view.end();
}

class Builder {
  readonly #original: string;

  #text = "";
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(original: string) {
    this.#original = original;
  }

  keep(start: number, end: number): void {
    this.#text += this.#original.slice(start, end);
    for (let index = start; index < end; index++) {
      this.#starts.push(index);
      this.#ends.push(index + 1);
    }
  }

  put(text: string, start: number, end: number): void {
    this.#text += text;
    for (let index = 0; index < text.length; index++) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  end(): DecodedText {
    return { text: this.#text, starts: Uint32Array.from(this.#starts), ends: Uint32Array.from(this.#ends) };
  }
}

/** The range of the original behind a range of a view. */
export function originalRange(view: DecodedText, { start, end }: Range): Range {
  return { start: view.starts[start] as number, end: view.ends[end - 1] as number };
}
