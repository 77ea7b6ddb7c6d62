/** What is known of a value before Terraform runs. An unknown part is a token: its source, such as `${aws_s3_bucket.raw.arn}`. */
import type { SourceRun } from "../hcl/read";
import { tokenEnd } from "../text/tokens";

interface ValueOrigin {
  /** Offset of the value in the concatenated files of the folder; undefined if it comes from no file. */
  readonly at: number | undefined;
  /**
   * Number of its parts and characters, as if each part were a copy of its own. Locals may refer to the same part many times, so
   * that a few lines can stand for a huge value; the evaluator gives up on those.
   */
  readonly weight: number;
}

/** A string; its unknown parts are tokens `${...}` inside of it. */
export interface TextValue extends ValueOrigin {
  readonly kind: "text";
  readonly text: string;
  /**
   * The text is made by `%{ if }` or `%{ for }`, of which one branch or one round was taken. Terraform may render another text, so
   * errors of its syntax, such as a comma too many, are not reported.
   */
  readonly fromDirectives?: true;
  /** The offsets of its characters in the files. */
  readonly runs?: readonly SourceRun[];
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

/** A value of which nothing is known, not even its type. */
export interface UnknownValue extends ValueOrigin {
  readonly kind: "unknown";
  /** `${var.name}` */
  readonly token: string;
}

export type Value = TextValue | ScalarValue | ListValue | ObjectValue | JsonValue | UnknownValue;

const LONGEST_TOKEN = 200;

export function textValue(text: string, at: number | undefined, runs?: readonly SourceRun[]): TextValue {
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

/** An unknown value; `inside` is the text between the braces of its token. */
export function unknownValue(inside: string, at: number | undefined): UnknownValue {
  return unknownFromToken(`\${${inside.length > LONGEST_TOKEN ? "..." : inside}}`, at);
}

/** An unknown value, from its complete token `${...}`. */
export function unknownFromToken(token: string, at: number | undefined): UnknownValue {
  return { kind: "unknown", token, at, weight: 1 + token.length };
}

/** The text between the braces of the token. */
export function tokenContent({ token }: UnknownValue): string {
  return token.slice(2, -1);
}

/** Whether nothing is known of a value. A string that consists of one token is unknown too. */
export function isUnknown(value: Value): boolean {
  return value.kind === "unknown" || (value.kind === "text" && tokenOf(value.text) !== undefined);
}

/** The text, if it consists of exactly one token. */
export function tokenOf(text: string): string | undefined {
  return text.startsWith("${") && tokenEnd(text, 0) === text.length ? text : undefined;
}

/** The entry of a key; the last one, if the key occurs more than once. */
export function entryOf({ entries }: ObjectValue, key: string): EntryValue | undefined {
  return entries.findLast((entry) => entry.key === key);
}

/** A value as a template `"${value}"` renders it; undefined for null, lists and objects, which Terraform refuses there. */
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

/** The text that `jsonencode` makes of a value; an unknown value is a token without quotes. */
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
