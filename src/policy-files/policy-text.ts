/** Reads policies out of text: heredocs and strings of JSON with tokens in them. */
import type { SourceRun } from "../hcl/read";
import { type JsonNode, membersOf } from "../json/json-node";
import type { JsonProblem } from "../json/json-problems";
import { readJson } from "../json/read-json";
import {
  listValue,
  objectValue,
  repeated,
  scalarValue,
  type TextValue,
  textValue,
  type Value,
} from "../terraform/value";
import { lastNotAfter } from "../text/last-not-after";
import { splitAtTokens, tokenEnd } from "../text/tokens";

/** The result of parsing a text as JSON. */
interface TextReading {
  readonly value?: Value;
  readonly problems: readonly JsonProblem[];
  /** Where an offset of a problem stands. */
  readonly placeOf: (offset: number) => number | undefined;
}

/** Reads a text as JSON; undefined if it does not look like an object. */
export function readPolicyJson(value: TextValue): TextReading | undefined {
  return /^\s*\{/.test(value.text) ? readJsonText(value) : undefined;
}

/** The value of a text of JSON, with its places; undefined if it is not JSON. */
export function decodeJson(text: TextValue): Value | undefined {
  const { value, problems } = readJsonText(text);
  return problems.length > 0 ? undefined : value;
}

/** The value of a text of YAML, with its places; undefined if it is not YAML, or several documents. */
export function decodeYaml(text: TextValue): Value | undefined {
  const { readYaml } = require("../yaml/read-yaml") as typeof import("../yaml/read-yaml");
  const { value } = readYaml(text.text);
  return value === undefined
    ? undefined
    : valueFrom(value, { placeOf: (offset) => placeIn(text, offset), tokens: [], sources: undefined });
}

function readJsonText(value: TextValue): TextReading {
  const { text, runs, tokens } = withQuotedTokens(value.text);
  const { value: node, problems } = readJson(text);
  const placeOf = (offset: number) => placeIn(value, sourceOf(runs, offset));
  const sources = value.source === undefined ? undefined : splitAtTokens(value.source).tokens;
  const read: TokenPlaces = { placeOf, tokens, sources, fromDirectives: value.fromDirectives };
  return { value: node && valueFrom(node, read), problems, placeOf };
}

/** Whether a text that could not be read was meant to be a policy. */
export function looksLikePolicy(text: string): boolean {
  return /"Statement"|[\u201c\u201d]Statement[\u201c\u201d]/.test(text);
}

/** What is known of a text that was read as JSON. */
interface TokenPlaces {
  readonly placeOf: (offset: number) => number | undefined;
  /** Where its tokens stand. */
  readonly tokens: readonly number[];
  /** The sources of its tokens, in their order; undefined where the tokens are their own. */
  readonly sources: readonly string[] | undefined;
  /** The text is made by `%{ if }` or `%{ for }`: an object in a list may stand for any number of objects. */
  readonly fromDirectives?: true;
}

/** A tree of JSON as a value. */
function valueFrom(node: JsonNode<number>, read: TokenPlaces): Value {
  const at = read.placeOf(node.start);
  switch (node.kind) {
    case "string":
      return withSource(textValue(node.value, at), node, read);
    case "array":
      return listValue(
        node.items.map((item) => {
          const value = valueFrom(item, read);
          return read.fromDirectives && value.kind === "object" ? repeated(value) : value;
        }),
        at,
      );
    case "object":
      return objectValue(
        membersOf(node).map(({ key, keyStart, value }) => ({
          key,
          at: read.placeOf(keyStart),
          value: valueFrom(value, read),
        })),
        at,
      );
    default:
      return scalarValue(node.value, at);
  }
}

/** A string of the JSON, with the sources of its tokens; where they cannot be told, it is like no other. */
function withSource(value: TextValue, { start, end }: JsonNode<number>, { tokens, sources }: TokenPlaces): TextValue {
  if (sources === undefined || !value.text.includes("${")) return value;
  const first = countBefore(tokens, start);
  const next = countBefore(tokens, end);
  const { texts } = splitAtTokens(value.text);
  const isPaired = sources.length === tokens.length && texts.length === next - first + 1;
  const pieces = texts.map((text, index) => `${index === 0 ? "" : sources[first + index - 1]}${text}`);
  const source = isPaired ? pieces.join("") : "${...}";
  return source === value.text ? value : { ...value, source };
}

function countBefore(offsets: readonly number[], limit: number): number {
  const last = lastNotAfter(offsets, limit - 1, (at) => at);
  return (offsets[last] ?? limit) < limit ? last + 1 : 0;
}

/** Tokens outside of strings become strings; quotes of tokens inside of strings become escapes. */
function withQuotedTokens(text: string): {
  readonly text: string;
  readonly runs: readonly SourceRun[];
  readonly tokens: readonly number[];
} {
  const pieces: string[] = [];
  const tokens: number[] = [];
  const runs: SourceRun[] = [{ at: 0, from: 0 }];
  let length = 0;
  let from = 0;
  let inString = false;
  const add = (piece: string, end: number) => {
    pieces.push(piece);
    length += piece.length;
    from = end;
    runs.push({ at: length, from });
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString && char === "\\") at++;
    else if (char === '"') inString = !inString;
    else if (char === "$" && text[at + 1] === "{") {
      const end = tokenEnd(text, at);
      if (end === undefined) break;
      const token = JSON.stringify(text.slice(at, end).replaceAll('\\"', '"'));
      add(text.slice(from, at), at);
      tokens.push(length);
      add(inString ? token.slice(1, -1) : token, end);
      at = end - 1;
    }
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(""), runs, tokens };
}

/** Where an offset of a decoded text stands in its file. */
function placeIn({ at, runs }: TextValue, offset: number): number | undefined {
  return runs === undefined || runs.length === 0 ? at : sourceOf(runs, offset);
}

function sourceOf(runs: readonly SourceRun[], offset: number): number {
  const run = runs[lastNotAfter(runs, offset, ({ at }) => at)] ?? { at: 0, from: 0 };
  return run.from + Math.max(0, offset - run.at);
}
