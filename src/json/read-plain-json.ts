/**
 * The quick way through JSON that is written as most is: nothing but objects, lists, strings without escapes, `true`,
 * `false` and `null`, no key twice. Anything else is left to `read-json.ts`, which can say what is wrong.
 */
import { allDiffer, type JsonMember, type JsonNode } from "./json-node";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
/** Deeper text is read without recursion. */
const MAX_DEPTH = 40;
/** Strings of other characters, curly quotes among them, want a second look. */
const PLAIN_TEXT = /[ !#-[\]-~]*/y;

/** The tree of a text, or undefined where the text is not that plain. */
export function readPlainJson(text: string): JsonNode<number> | undefined {
  let at = 0;
  const value = read(0);
  return value !== undefined && Number.isNaN(next()) ? value : undefined;

  /** What comes after white space; NaN at the end. */
  function next(): number {
    let code = text.charCodeAt(at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++at);
    return code;
  }

  function read(depth: number): JsonNode<number> | undefined {
    const code = next();
    if (code === QUOTE) {
      const start = at;
      const value = readText();
      return value === undefined ? undefined : { kind: "string", value, start, end: at };
    }
    if (code === 0x7b) return depth < MAX_DEPTH ? readObject(depth + 1) : undefined;
    if (code === 0x5b) return depth < MAX_DEPTH ? readArray(depth + 1) : undefined;
    return readWord(code);
  }

  /** The string that starts here, without its quotes; undefined if it is not plain or does not end. */
  function readText(): string | undefined {
    const start = at + 1;
    PLAIN_TEXT.lastIndex = start;
    PLAIN_TEXT.test(text);
    const end = PLAIN_TEXT.lastIndex;
    at = end + 1;
    return text.charCodeAt(end) === QUOTE ? text.slice(start, end) : undefined;
  }

  function readObject(depth: number): JsonNode<number> | undefined {
    const start = at++;
    const members: JsonMember<number>[] = [];
    for (let code = next(); code !== 0x7d; code = next()) {
      if (members.length > 0) {
        if (code !== COMMA) return undefined;
        at++;
        code = next();
      }
      const keyStart = at;
      const key = code === QUOTE ? readText() : undefined;
      const keyEnd = at;
      if (key === undefined || next() !== COLON) return undefined;
      at++;
      const value = read(depth);
      if (value === undefined) return undefined;
      members.push({ key, keyStart, keyEnd, value });
    }
    at++;
    return allDiffer(members) ? { kind: "object", members, start, end: at } : undefined;
  }

  function readArray(depth: number): JsonNode<number> | undefined {
    const start = at++;
    const items: JsonNode<number>[] = [];
    for (let code = next(); code !== 0x5d; code = next()) {
      if (items.length > 0) {
        if (code !== COMMA) return undefined;
        at++;
      }
      const value = read(depth);
      if (value === undefined) return undefined;
      items.push(value);
    }
    at++;
    return { kind: "array", items, start, end: at };
  }

  function readWord(code: number): JsonNode<number> | undefined {
    const word = code === 0x74 ? "true" : code === 0x66 ? "false" : "null";
    const start = at;
    if (!text.startsWith(word, start) || /\w/.test(text.charAt(start + word.length))) return undefined;
    at += word.length;
    return word === "null"
      ? { kind: "null", value: null, start, end: at }
      : { kind: "boolean", value: word === "true", start, end: at };
  }
}
