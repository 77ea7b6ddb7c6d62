/** What is known of a value before Terraform runs: constants, and tokens such as `${aws_s3_bucket.raw.arn}` for the rest. */
import type { Run } from "../hcl/read";
import { tokenEnd } from "../text/tokens";

interface ValueOrigin {
  /** Where it stands: an offset into all files of the folder; undefined where nothing tells. */
  readonly at: number | undefined;
  /** How much there is of it, all its parts counted wherever they are shared. */
  readonly weight: number;
}

/** A text; what is not known stands in it as `${...}`. */
export interface TextValue extends ValueOrigin {
  readonly kind: "text";
  readonly text: string;
  /** It is one of several that Terraform may make: commas are where another would not have them. */
  readonly loose?: true;
  /** Where its characters stand. */
  readonly runs?: readonly Run[];
}

export interface ScalarValue extends ValueOrigin {
  readonly kind: "scalar";
  readonly value: number | boolean | null;
}

export interface ListValue extends ValueOrigin {
  readonly kind: "list";
  readonly items: readonly Value[];
}

export interface EntryValue {
  readonly key: string;
  readonly at: number | undefined;
  readonly value: Value;
}

export interface ObjectValue extends ValueOrigin {
  readonly kind: "object";
  readonly entries: readonly EntryValue[];
}

/** `jsonencode(value)` */
export interface JsonValue extends ValueOrigin {
  readonly kind: "json";
  readonly value: Value;
}

/** Anything: a text, a list of any length, an object. */
export interface UnknownValue extends ValueOrigin {
  readonly kind: "unknown";
  /** `${var.name}` */
  readonly token: string;
}

export type Value = TextValue | ScalarValue | ListValue | ObjectValue | JsonValue | UnknownValue;

const LONGEST_TOKEN = 200;

export function textValue(text: string, at: number | undefined, runs?: readonly Run[]): TextValue {
  return { kind: "text", text, runs, at, weight: 1 + text.length };
}

export function scalarValue(value: number | boolean | null, at: number | undefined): ScalarValue {
  return { kind: "scalar", value, at, weight: 1 };
}

export function listValue(items: readonly Value[], at: number | undefined): ListValue {
  return { kind: "list", items, at, weight: items.reduce((sum, { weight }) => sum + weight, 1) };
}

export function objectValue(entries: readonly EntryValue[], at: number | undefined): ObjectValue {
  const weight = entries.reduce((sum, { key, value }) => sum + key.length + value.weight, 1);
  return { kind: "object", entries, at, weight };
}

/** Something that is not known; `inside` is what would stand in the braces. */
export function unknownValue(inside: string, at: number | undefined): UnknownValue {
  return unknownOf(`\${${inside.length > LONGEST_TOKEN ? "..." : inside}}`, at);
}

/** Something that is not known, called by a whole token. */
export function unknownOf(token: string, at: number | undefined): UnknownValue {
  return { kind: "unknown", token, at, weight: 1 + token.length };
}

/** What stands in the braces of a token. */
export function insideOf({ token }: UnknownValue): string {
  return token.slice(2, -1);
}

/** Whether nothing is known of a value: also of a text that is one token. */
export function isUnknown(value: Value): boolean {
  return value.kind === "unknown" || (value.kind === "text" && tokenOf(value.text) !== undefined);
}

/** The text itself where it is one token and nothing else. */
export function tokenOf(text: string): string | undefined {
  return text.startsWith("${") && tokenEnd(text, 0) === text.length ? text : undefined;
}

/** The entry of a key: of several, the last. */
export function entryOf({ entries }: ObjectValue, key: string): EntryValue | undefined {
  return entries.findLast((entry) => entry.key === key);
}

/** A value as a template shows it; undefined where a template takes none. */
export function shownText(value: Value): string | undefined {
  switch (value.kind) {
    case "text":
      return value.text;
    case "unknown":
      return value.token;
    case "scalar":
      return value.value === null ? undefined : String(value.value);
    case "json":
      return jsonText(value.value);
    default:
      return undefined;
  }
}

/** As `jsonencode` writes it; what is not known as a whole stands there as a bare token. */
function jsonText(value: Value): string {
  switch (value.kind) {
    case "list":
      return `[${value.items.map(jsonText).join(",")}]`;
    case "object":
      return `{${value.entries.map(({ key, value: item }) => `${JSON.stringify(key)}:${jsonText(item)}`).join(",")}}`;
    case "unknown":
      return value.token;
    case "text":
      return JSON.stringify(value.text);
    case "scalar":
      return String(value.value);
    case "json":
      return JSON.stringify(jsonText(value.value));
  }
}
