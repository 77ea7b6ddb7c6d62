/** Reads policies out of text: heredocs and strings of JSON with tokens in them. */
import type { SourceRun } from "../hcl/read";
import { type JsonNode, membersOf } from "../json/json-node";
import type { JsonProblem } from "../json/json-problems";
import { readJson } from "../json/read-json";
import { listValue, objectValue, scalarValue, type TextValue, textValue, type Value } from "../terraform/value";
import { lastNotAfter } from "../text/last-not-after";
import { tokenEnd } from "../text/tokens";

/** The result of parsing a text as JSON. */
export interface TextReading {
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
  const { value, problems } = readYaml(text.text);
  return value === undefined || problems.some(({ code }) => code === "not-yaml")
    ? undefined
    : valueFrom(value, (offset) => placeIn(text, offset));
}

function readJsonText(value: TextValue): TextReading {
  const { text, runs } = withQuotedTokens(value.text);
  const { value: node, problems } = readJson(text);
  const placeOf = (offset: number) => placeIn(value, sourceOf(runs, offset));
  return { value: node && valueFrom(node, placeOf), problems, placeOf };
}

/** Whether a text that could not be read was meant to be a policy. */
export function looksLikePolicy(text: string): boolean {
  return /"Statement"|[\u201c\u201d]Statement[\u201c\u201d]/.test(text);
}

/** A tree of JSON as a value. */
function valueFrom(node: JsonNode<number>, placeOf: (offset: number) => number | undefined): Value {
  const at = placeOf(node.start);
  switch (node.kind) {
    case "string":
      return textValue(node.value, at);
    case "array":
      return listValue(
        node.items.map((item) => valueFrom(item, placeOf)),
        at,
      );
    case "object":
      return objectValue(
        membersOf(node).map(({ key, keyStart, value }) => ({
          key,
          at: placeOf(keyStart),
          value: valueFrom(value, placeOf),
        })),
        at,
      );
    default:
      return scalarValue(node.value, at);
  }
}

/** Tokens outside of strings become strings; quotes of tokens inside of strings become escapes. */
function withQuotedTokens(text: string): { readonly text: string; readonly runs: readonly SourceRun[] } {
  const pieces: string[] = [];
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
      add(inString ? token.slice(1, -1) : token, end);
      at = end - 1;
    }
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(""), runs };
}

/** Where an offset of a decoded text stands in its file. */
function placeIn({ at, runs }: TextValue, offset: number): number | undefined {
  return runs === undefined || runs.length === 0 ? at : sourceOf(runs, offset);
}

function sourceOf(runs: readonly SourceRun[], offset: number): number {
  const run = runs[lastNotAfter(runs, offset, ({ at }) => at)] ?? { at: 0, from: 0 };
  return run.from + Math.max(0, offset - run.at);
}
