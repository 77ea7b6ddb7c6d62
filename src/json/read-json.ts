/**
 * JSON text as a tree of nodes with places.
 *
 * It does not recurse, takes time in proportion to the text, and reads as was meant what people really paste: curly
 * quotes, trailing commas, comments. Each of these is a problem nevertheless, because AWS takes none of them.
 */
import { LineIndex } from "../text/line-index";
import { shorten } from "../text/shorten";
import {
  allDiffer,
  type JsonArray,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  MAX_DEPTH,
  pointerTo,
  sizeOfNode,
} from "./json-node";
import { type JsonProblem, JsonSyntaxError, RecoverableErrors } from "./json-problems";
import { Scanner } from "./json-scanner";
import { readPlainJson } from "./read-plain-json";

/** The result of parsing a text. */
export interface JsonReading {
  /** Absent where the text is broken. */
  readonly value?: JsonNode<number>;
  /** In the order of the text. */
  readonly problems: readonly JsonProblem[];
  /** Characters of the value without white space outside of strings: what AWS counts; 0 without a value. */
  readonly size: number;
}

/** Reads a text as JSON; never throws. */
export function readJson(text: string): JsonReading {
  const plain = readPlainJson(text);
  return plain === undefined ? new JsonReader(text).read() : new Reading(plain, []);
}

class Reading implements JsonReading {
  constructor(
    readonly value: JsonNode<number> | undefined,
    readonly problems: readonly JsonProblem[],
  ) {}

  get size(): number {
    return this.value === undefined ? 0 : sizeOfNode(this.value);
  }
}

interface OpenArray {
  readonly kind: "array";
  readonly start: number;
  readonly items: JsonNode<number>[];
}

interface OpenObject {
  readonly kind: "object";
  readonly start: number;
  readonly members: JsonMember<number>[];
  /** The key that was read last, with its quotes in the text; undefined while one is read. */
  key: string | undefined;
  keyStart: number;
  keyEnd: number;
  /** The key as a token of a JSON pointer, computed on first use. */
  step: string | undefined;
}

type OpenContainer = OpenArray | OpenObject;

const CLOSER = { array: 0x5d, object: 0x7d } as const;

class JsonReader {
  readonly #lines: LineIndex;
  readonly #scanner: Scanner;
  readonly #recoverableErrors = new RecoverableErrors();
  readonly #problems: JsonProblem[] = [];
  readonly #open: OpenContainer[] = [];

  constructor(text: string) {
    this.#lines = new LineIndex(text);
    this.#scanner = new Scanner(text, (recoverableError, offset, ...characters) =>
      this.#recoverableErrors.note(recoverableError, offset, () => this.#pointer(), ...characters),
    );
  }

  read(): JsonReading {
    const value = this.#readOrTell();
    this.#problems.push(...this.#recoverableErrors.problems(this.#lines));
    this.#problems.sort((a, b) => a.offset - b.offset);
    return new Reading(value, this.#problems);
  }

  #readOrTell(): JsonNode<number> | undefined {
    try {
      return this.#readAll();
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      const { kind, offset, message, hint } = error;
      this.#tell({ code: "not-json", kind, message, hint, offset, pointer: this.#pointer() });
      return undefined;
    }
  }

  #readAll(): JsonNode<number> {
    let value = this.#startValue();
    for (;;) {
      const around = this.#open.at(-1);
      if (value === undefined) value = this.#firstOf(around as OpenContainer);
      else if (around === undefined) break;
      else {
        put(around, value);
        value = this.#nextOf(around);
      }
    }
    this.#scanner.skipSpace();
    if (this.#scanner.at < this.#scanner.text.length) this.#scanner.expected("the end of the text");
    return value;
  }

  /** A whole value, or undefined where one only has been opened. */
  #startValue(): JsonNode<number> | undefined {
    this.#scanner.skipSpace();
    if (this.#scanner.atString()) return this.#scanner.readString();
    const start = this.#scanner.at;
    const code = this.#scanner.peek();
    if (code === 0x5b) this.#push({ kind: "array", start, items: [] });
    else if (code === 0x7b)
      this.#push({ kind: "object", start, members: [], key: undefined, keyStart: 0, keyEnd: 0, step: undefined });
    else return this.#scanner.readWord();
    return undefined;
  }

  #push(opened: OpenContainer): void {
    if (this.#open.length >= MAX_DEPTH) {
      const hint = "a policy is at most about ten deep";
      throw new JsonSyntaxError(this.#scanner.at, `the text is nested deeper than ${MAX_DEPTH}`, hint, "too-deep");
    }
    this.#open.push(opened);
    this.#scanner.at++;
  }

  /** What comes after an opening bracket. */
  #firstOf(around: OpenContainer): JsonNode<number> | undefined {
    this.#scanner.skipSpace();
    return this.#scanner.peek() === CLOSER[around.kind] ? this.#close(around) : this.#startItem(around);
  }

  /** What comes after an item. */
  #nextOf(around: OpenContainer): JsonNode<number> | undefined {
    this.#scanner.skipSpace();
    const closer = CLOSER[around.kind];
    if (this.#scanner.peek() === closer) return this.#close(around);
    if (this.#scanner.peek() !== 0x2c) this.#scanner.expected(`\`,\` or \`${String.fromCharCode(closer)}\``);
    const comma = this.#scanner.at++;
    this.#scanner.skipSpace();
    if (this.#scanner.peek() !== closer) return this.#startItem(around);
    this.#recoverableErrors.note("trailing-comma", comma, () => this.#pointer());
    return this.#close(around);
  }

  #startItem(around: OpenContainer): JsonNode<number> | undefined {
    if (around.kind === "object") this.#readKey(around);
    return this.#startValue();
  }

  #readKey(around: OpenObject): void {
    around.key = undefined;
    if (!this.#scanner.atString()) this.#scanner.expected("a key in double quotes");
    const { value, start, end } = this.#scanner.readString();
    around.step = undefined;
    around.key = value;
    around.keyStart = start;
    around.keyEnd = end;
    this.#scanner.skipSpace();
    if (this.#scanner.peek() !== 0x3a) this.#scanner.expected("`:`");
    this.#scanner.at++;
  }

  #close(closed: OpenContainer): JsonArray<number> | JsonObject<number> {
    this.#open.pop();
    const { start } = closed;
    const end = ++this.#scanner.at;
    if (closed.kind === "array") return { kind: "array", items: closed.items, start, end };
    this.#tellDoubles(closed.members);
    return { kind: "object", members: closed.members, start, end };
  }

  #tellDoubles(members: readonly JsonMember<number>[]): void {
    if (allDiffer(members)) return;
    const first = new Map<string, JsonMember<number>>();
    for (const member of members) {
      const other = first.get(member.key);
      if (other === undefined) first.set(member.key, member);
      else this.#tellDouble(member, other);
    }
  }

  #tellDouble({ key, keyStart }: JsonMember<number>, first: JsonMember<number>): void {
    const { line, column } = this.#lines.at(first.keyStart);
    const message = `the key \`${shorten(key, 60)}\` is there already, at ${line}:${column}`;
    const hint = "AWS refuses a key that stands twice in an object, and other readers see only the last";
    const pointer = pointerTo(this.#pointer(), key);
    this.#tell({ code: "duplicate-key", kind: "duplicate-key", message, hint, offset: keyStart, pointer });
  }

  #tell(problem: Omit<JsonProblem, "line" | "column">): void {
    this.#problems.push({ ...problem, ...this.#lines.at(problem.offset) });
  }

  /** Where the reader is. */
  #pointer(): string {
    return this.#open.reduce((pointer, around) => {
      if (around.kind === "array") return `${pointer}/${around.items.length}`;
      if (around.key === undefined) return pointer;
      around.step ??= pointerTo("", around.key);
      return pointer + around.step;
    }, "");
  }
}

function put(around: OpenContainer, value: JsonNode<number>): void {
  if (around.kind === "array") around.items.push(value);
  else {
    const { key, keyStart, keyEnd } = around;
    around.members.push({ key: key ?? "", keyStart, keyEnd, value });
  }
}
