/**
 * Finds where a text stops being JSON. `JSON.parse` tells it only in the words of its errors, which differ between versions of Node;
 * `read-json.ts` takes more than JSON allows, and not every depth.
 */

const SPACE = /[ \n\r\t]*/y;
/** Characters of a string that are no escapes. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const CUT_ESCAPE = /\\(?:u[\da-fA-F]{0,3})?$/y;
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const CUT_WORD = /(?:t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|-?(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][+-]?))$/y;

/** The offset of the first character that JSON does not allow, the text's length if it ends too early; undefined if it is JSON. */
export function findJsonError(text: string): number | undefined {
  return new JsonChecker(text).check();
}

/** Goes through a text without recursion. Where a method returns false, the position is that of the error. */
class JsonChecker {
  readonly #text: string;
  #at = 0;
  /** The brackets that end the objects and lists around the position. */
  readonly #closers: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  check(): number | undefined {
    let isRight = this.#value();
    while (isRight && this.#closers.length > 0) isRight = this.#next();
    if (isRight) this.#pass(SPACE);
    return isRight && this.#at === this.#text.length ? undefined : this.#at;
  }

  /** Passes a value; of objects and lists that have items all up to the end of the first value inside. */
  #value(): boolean {
    while (this.#open()) {
      if (this.#close()) return true;
      if (!this.#key()) return false;
    }
    if (this.#take('"')) return this.#restOfString();
    if (!this.#reaches(CUT_WORD)) return this.#pass(WORD);
    this.#at = this.#text.length;
    return false;
  }

  /** Passes what follows an item: the end of what it is in, or another item. */
  #next(): boolean {
    return this.#close() || (this.#take(",") && this.#key() && this.#value());
  }

  #open(): boolean {
    const closer = this.#take("{") ? "}" : this.#take("[") ? "]" : undefined;
    if (closer !== undefined) this.#closers.push(closer);
    return closer !== undefined;
  }

  #close(): boolean {
    const closer = this.#closers.at(-1);
    if (closer === undefined || !this.#take(closer)) return false;
    this.#closers.pop();
    return true;
  }

  /** Passes the key of an item; an item of a list has none. */
  #key(): boolean {
    return this.#closers.at(-1) === "]" || (this.#take('"') && this.#restOfString() && this.#take(":"));
  }

  #restOfString(): boolean {
    do this.#pass(PLAIN);
    while (this.#pass(ESCAPE));
    if (this.#text[this.#at] === '"') {
      this.#at++;
      return true;
    }
    if (this.#reaches(CUT_ESCAPE)) this.#at = this.#text.length;
    return false;
  }

  /** Passes white space, and a character if it is the next. */
  #take(character: string): boolean {
    this.#pass(SPACE);
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #pass(part: RegExp): boolean {
    const isThere = this.#reaches(part);
    if (isThere) this.#at = part.lastIndex;
    return isThere;
  }

  #reaches(part: RegExp): boolean {
    part.lastIndex = this.#at;
    return part.test(this.#text);
  }
}
