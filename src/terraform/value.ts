/** What is known of a value before Terraform runs. An unknown part is a token: its source, such as `${aws_s3_bucket.raw.arn}`. */
import type { SourceRun } from "../hcl/read";
import { hashText } from "../text/hash";
import { tokenEnd } from "../text/tokens";

interface ValueOrigin {
  /** Offset of the value in the concatenated files of the folder; undefined if it comes from no file. */
  readonly at: number | undefined;
  /**
   * Number of its parts and characters, as if each part were a copy of its own. Locals may refer to the same part many times, so
   * that a few lines can stand for a huge value; the evaluator gives up on those.
   */
  readonly weight: number;
  /** As an item of a list, or the value of an entry: it stands for any number of such items, also for none. */
  readonly repeats?: true;
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
  /**
   * The text with the whole source of each unknown part. Two texts with unknown parts are the same only if their sources are;
   * a part that is never the same as another is `${...}`. @default the text
   */
  readonly source?: string;
}

interface ScalarValue extends ValueOrigin {
  readonly kind: "scalar";
  readonly value: number | boolean | null;
}

interface ListValue extends ValueOrigin {
  readonly kind: "list";
  readonly items: readonly Value[];
  /** It is a set: its elements have no indexes, and each is its own key. */
  readonly isUnordered?: true;
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
interface JsonValue extends ValueOrigin {
  readonly kind: "json";
  readonly value: Value;
}

/** A value of which nothing is known, not even its type. */
export interface UnknownValue extends ValueOrigin {
  readonly kind: "unknown";
  /** `${var.name}` */
  readonly token: string;
  /** The token with the whole source of the value; `${...}` where it is never the same as another. @default the token */
  readonly source?: string;
}

export type Value = TextValue | ScalarValue | ListValue | ObjectValue | JsonValue | UnknownValue;

const LONGEST_TOKEN = 200;

export function textValue(text: string, at: number | undefined, runs?: readonly SourceRun[]): TextValue {
  return { kind: "text", text, runs, at, weight: 1 + text.length };
}

/** A text that is put together of others, which may be unknown; undefined if one of them cannot stand in a text. */
export function joinedText(
  parts: readonly (string | Value)[],
  at: number | undefined,
  runs?: readonly SourceRun[],
): TextValue | undefined {
  const texts = parts.map((part) => (typeof part === "string" ? part : shownText(part)));
  if (texts.includes(undefined)) return undefined;
  const made = textValue(texts.join(""), at, runs);
  const source = parts.map((part) => (typeof part === "string" ? part : sourceText(part))).join("");
  return source === made.text ? made : { ...made, source };
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

/** Longer sources are known by their hash. */
const LONGEST_SOURCE = 1000;

/**
 * An unknown value; `inside` is the text between the braces of its token, `source` the whole source of the expression: undefined
 * where the value is never the same as another.
 */
export function unknownValue(inside: string, at: number | undefined, source: string | undefined): UnknownValue {
  const unknown = unknownFromToken(`\${${inside.length > LONGEST_TOKEN ? "..." : inside}}`, at);
  if (source === inside) return unknown;
  const bounded = source !== undefined && source.length > LONGEST_SOURCE ? `#${hashText(source)}` : source;
  return { ...unknown, source: `\${${bounded ?? "..."}}` };
}

/** An unknown value, from its complete token `${...}`. */
export function unknownFromToken(token: string, at: number | undefined): UnknownValue {
  return { kind: "unknown", token, at, weight: 1 + token.length };
}

/** The text between the braces of the token. */
export function tokenContent({ token }: UnknownValue): string {
  return token.slice(2, -1);
}

/** The source of an unknown value; undefined where it is never the same as another. */
export function sourceContent({ token, source = token }: UnknownValue): string | undefined {
  const inside = source.slice(2, -1);
  return inside === "..." ? undefined : inside;
}

/** The same value as an item that stands for any number of items. */
export function repeated<V extends Value>(value: V): V {
  return { ...value, repeats: true };
}

/** Whether an item of a list stands for one item; an unknown item may come from an unknown list. */
export function isOneItem(item: Value): boolean {
  return item.kind !== "unknown" && item.repeats === undefined;
}

/** What is made of an item: it stands for as many items as that does. */
export function likeItem<V extends Value>(item: Value, made: V): V {
  return isOneItem(item) ? made : repeated(made);
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

/** The items of a list; any other value alone, as what is not known may be a list too. */
export function itemsOf(value: Value): readonly Value[] {
  return value.kind === "list" ? value.items : [value];
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

/** {@link shownText} with the whole source of what is unknown, of any value. */
export function sourceText(value: Value): string {
  switch (value.kind) {
    case "text":
      return value.source ?? value.text;
    case "unknown":
      return value.source ?? value.token;
    case "json":
      return jsonText(value.value, sourceText);
    default:
      return jsonText(value, sourceText);
  }
}

/** The text that `jsonencode` makes of a value; an unknown value is a token without quotes. */
function jsonText(value: Value, show: typeof shownText = shownText): string {
  const inside = (item: Value) => jsonText(item, show);
  switch (value.kind) {
    case "list":
      return `[${value.items.map(inside).join(",")}]`;
    case "object":
      return `{${value.entries.map(({ key, value: item }) => `${JSON.stringify(key)}:${inside(item)}`).join(",")}}`;
    case "unknown":
      return show(value) ?? value.token;
    case "text":
      return JSON.stringify(show(value));
    case "scalar":
      return String(value.value);
    case "json":
      return JSON.stringify(inside(value.value));
  }
}
