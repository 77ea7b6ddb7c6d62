/** What a change does to each attribute: old and new values, as far as they may be shown. */
import { type Fields, isFields, isList, type Json, type ValuePath } from "../../json/json-value";
import { jsonText } from "../../terraform/plan/json-text";
import { hasMark, markOf } from "../../terraform/plan/marks";
import type { Marked } from "../../terraform/plan/plan";
import { sameJson } from "../../terraform/plan/same-json";
import { listValues, plainText } from "../../text/message";
import { uniqueSorted } from "../../text/unique-sorted";
import { SENSITIVE } from "../redact/ranges";
import type { Redactor } from "../redact/redactor";
import { isLongJson, prettyJson, sortedText, withoutIndent } from "./json-lines";
import { lineDiff } from "./line-diff";
import { hasContent, type PairedBlocks, pairBlocks } from "./pair-blocks";
import { SAME, thinValues } from "./thin-values";

/** One attribute, or a part of it, before and after a change. Secrets are hidden. */
export interface ValueChange {
  /** `instance_type`, `ingress[0].from_port`, or several names of which all is said that is known. */
  readonly path: string;
  /** Undefined if it is not set, or if `lines` say it. */
  readonly before?: string;
  readonly after?: string;
  /** Texts of several lines, JSON, and elements of lists: `- removed`, `+ added`. @default [] */
  readonly lines: readonly string[];
  /** Whether the change of this attribute forces the replacement. */
  readonly forces: boolean;
}

/** What stands in place of a value; Terraform prints the first, too. */
export const KNOWN_LATER = "(known after apply)";
export const OTHER_SECRET = "(another value, sensitive)";
export const OTHER_ORDER = "(the same in another order)";
export const OTHER_SPELLING = "(the same, written in another way)";

/** How much of a value is kept, in characters; and how many lines of a difference. */
const MOST_TEXT = 2_000;
const MOST_LINES = 40;
/** Parts of parts of an attribute are compared so far; what lies deeper is one value. */
const DEPTH = 6;
/** The maximum number of names that are listed as known after apply. */
const LATER_NAMES = 8;

/** What is compared. */
interface ComparedSides {
  readonly before: Marked;
  readonly after: Marked;
  /** Names of the attributes that differ. */
  readonly names: readonly string[];
  /** Paths of attributes that force a replacement. @default [] */
  readonly replacePaths?: readonly ValuePath[];
}

/** Old and new values of the attributes that differ: what forces the replacement first, what is known later last. */
export function valueChanges(sides: ComparedSides, redactor: Pick<Redactor, "show">): readonly ValueChange[] {
  const { names, replacePaths = [] } = sides;
  const comparison = new Comparison(replacePaths);
  const later: string[] = [];
  for (const name of names) {
    const [old, now] = thinValues(attributeValue(sides.before, name), attributeValue(sides.after, name));
    const before = attributeOf(sides.before, name, old, redactor);
    const after = attributeOf(sides.after, name, now, redactor);
    if (after === KNOWN_LATER && !comparison.forces([name])) later.push(name);
    else comparison.compare(before, after, [name]);
  }
  const found = [...comparison.found].sort((a, b) => Number(b.forces) - Number(a.forces));
  if (later.length === 0) return found;
  const path = plainText(listValues(later, LATER_NAMES));
  return [...found, { path, after: KNOWN_LATER, lines: [], forces: false }];
}

/** One value as a whole: that of an output. */
export function wholeValueChange(
  sides: Omit<ComparedSides, "names">,
  redactor: Pick<Redactor, "show">,
): readonly ValueChange[] {
  const comparison = new Comparison([]);
  const shown = ({ value, sensitive, unknown }: Marked) =>
    filled(value == null ? null : redactor.show(value, forEveryElement(value, sensitive)), unknown);
  comparison.compare(shown(sides.before), shown(sides.after), []);
  return comparison.found;
}

function attributeValue({ value }: Marked, name: string): Json {
  return (isFields(value) ? value[name] : undefined) ?? null;
}

/** The part of an attribute's value that differs, as it may be shown. */
function attributeOf({ unknown, sensitive }: Marked, name: string, own: Json, redactor: Pick<Redactor, "show">): Json {
  const shown = own === null ? null : redactor.show(own, forEveryElement(own, markOf(sensitive, name)), [name]);
  return filled(shown, markOf(unknown, name));
}

/**
 * Marks in which what is secret in one element of a list is secret in all: a set of the provider is a list in a plan, and its
 * marks may stand in another order.
 */
function forEveryElement(value: Json | undefined, marks: Json | undefined): Json | undefined {
  if (isList(marks) && isList(value)) {
    const merged = marks.reduce<Json | undefined>(mergeMarks, undefined);
    return value.map((item) => forEveryElement(item, merged) ?? false);
  }
  if (!isFields(marks) || !isFields(value)) return marks;
  return Object.fromEntries(Object.keys(marks).map((key) => [key, forEveryElement(value[key], marks[key]) ?? false]));
}

function mergeMarks(one: Json | undefined, other: Json | undefined): Json | undefined {
  if (one === true || other === true) return true;
  if (isList(one) && isList(other))
    return [[...one, ...other].reduce<Json | undefined>(mergeMarks, undefined) ?? false];
  if (!isFields(one) || !isFields(other)) return hasMark(one) ? one : other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...keys].map((key) => [key, mergeMarks(one[key], other[key]) ?? false]));
}

/** A value with a text in each place that is known only after apply. */
function filled(value: Json, unknown: Json | undefined): Json {
  if (unknown === true) return KNOWN_LATER;
  if (!hasMark(unknown)) return value;
  if (isList(unknown)) {
    const items = isList(value) ? value : [];
    return unknown.map((mark, index) => filled(items[index] ?? null, mark));
  }
  if (!isFields(unknown)) return value;
  const fields = isFields(value) ? value : {};
  const later = Object.keys(unknown).map((key): [string, Json] => [key, filled(fields[key] ?? null, unknown[key])]);
  return { ...fields, ...Object.fromEntries(later) };
}

class Comparison {
  readonly found: ValueChange[] = [];
  readonly #replacePaths: readonly ValuePath[];

  constructor(replacePaths: readonly ValuePath[]) {
    this.#replacePaths = replacePaths;
  }

  /** Whether a path, a part of it, or what it is a part of forces the replacement. */
  forces(path: ValuePath): boolean {
    return this.#replacePaths.some((one) => {
      const length = Math.min(one.length, path.length);
      return one.slice(0, length).every((step, index) => step === path[index]);
    });
  }

  compare(before: Json, after: Json, path: ValuePath): void {
    const isDeep = path.length > DEPTH;
    if (!isDeep && isFields(before) && isFields(after)) this.#compareFields(before, after, path);
    else if (!isDeep && isList(before) && isList(after)) this.#compareLists(before, after, path);
    else if (before === null && isLongJson(after))
      this.#add(path, { lines: lineDiff("", prettyJson(after) ?? "").slice(1) });
    else if (sameJson(before, after)) this.#add(path, { before: textOf(before), after: OTHER_SECRET });
    else if (typeof before === "string" && typeof after === "string") this.#compareTexts(before, after, path);
    else this.#add(path, { before: textOf(before), after: textOf(after) });
  }

  #compareFields(before: Readonly<Record<string, Json>>, after: Readonly<Record<string, Json>>, path: ValuePath): void {
    const keys = uniqueSorted([...Object.keys(before), ...Object.keys(after)]);
    // What is the same in both has been left out, so a text that is still the same hides two secrets.
    const isChanged = (key: string) => {
      const [one, other] = [before[key] ?? null, after[key] ?? null];
      return !sameJson(one, other) || (typeof one === "string" && one.includes(SENSITIVE));
    };
    const changed = keys.filter(isChanged);
    if (changed.length === 0) this.#add(path, { after: OTHER_SECRET });
    for (const key of changed) this.compare(before[key] ?? null, after[key] ?? null, [...path, key]);
  }

  /** A set of the provider is a list in a plan, so elements are compared wherever they stand. */
  #compareLists(before: readonly Json[], after: readonly Json[], path: ValuePath): void {
    const [old, now] = [countByText(before), countByText(after)];
    const removed = before.filter((item) => takeOne(now, item));
    const added = after.filter((item) => takeOne(old, item));
    const [one, other] = [removed[0], added[0]];
    const isOneForOne = removed.length === 1 && added.length === 1 && (isFields(one) || before.length === 1);
    if (one === undefined && other === undefined)
      this.#add(path, { after: isOtherOrder(before, after) ? OTHER_ORDER : OTHER_SECRET });
    else if (isOneForOne) this.compare(one as Json, other as Json, [...path, after.indexOf(other as Json)]);
    else this.#compareBlocks(removed, added, after, path);
  }

  /** Blocks are compared with those that they became. Of two with hidden values it is not known which of these are the same. */
  #compareBlocks(removed: readonly Json[], added: readonly Json[], after: readonly Json[], path: ValuePath): void {
    const isOpen = (item: Json) => !jsonText(item).includes(SENSITIVE);
    const pairs = pairBlocks(removed.filter(isOpen), added.filter(isOpen));
    const isLeft = (item: Json) => !pairs.some((pair) => (pair as readonly Json[]).includes(item));
    const differing = pairs.map(withoutUnset).filter(({ one, other }) => !sameJson(one, other));
    for (const { one, other, block } of differing) this.compare(one, other, [...path, after.indexOf(block)]);
    const lines = [
      ...removed.filter(isLeft).map((item) => `- ${briefText(item)}`),
      ...added.filter(isLeft).map((item) => `+ ${briefText(item)}`),
    ];
    if (lines.length > 0) this.#add(path, { lines });
    else if (differing.length === 0) this.#add(path, { after: OTHER_SPELLING });
  }

  #compareTexts(before: string, after: string, path: ValuePath): void {
    const [old, now] = [prettyJson(before), prettyJson(after)];
    const isJson = old !== undefined && now !== undefined;
    if (!isJson && !before.includes("\n") && !after.includes("\n")) {
      this.#add(path, { before, after });
      return;
    }
    const lines = isJson ? withoutIndent(lineDiff(old, now)) : lineDiff(before, after);
    // JSON that says the same is written in another way.
    if (lines.length === 0) this.#add(path, { after: OTHER_SPELLING });
    else if (isJson && sortedText(old) === sortedText(now)) this.#add(path, { after: OTHER_ORDER });
    else {
      const isHidden = before.includes(SENSITIVE) && after.includes(SENSITIVE);
      this.#add(path, { lines: isHidden ? [...lines, "  (sensitive lines may differ, too)"] : lines });
    }
  }

  #add(path: ValuePath, { lines = [], before, after }: Partial<Omit<ValueChange, "path" | "forces">>): void {
    const more = lines.length - MOST_LINES;
    this.found.push({
      path: dotted(path),
      ...(before !== undefined && { before: cut(before) }),
      ...(after !== undefined && { after: cut(after) }),
      lines: [...lines.slice(0, MOST_LINES).map(cut), ...(more > 0 ? [`  ... and ${more} more lines`] : [])],
      forces: this.forces(path),
    });
  }
}

/** Both blocks without the arguments that neither sets: the provider writes these now as null, now as empty. */
function withoutUnset([before, after]: PairedBlocks) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const set = names.filter((name) => hasContent(before[name]) || hasContent(after[name]));
  const only = (block: Fields): Fields => Object.fromEntries(set.map((name) => [name, block[name] ?? null]));
  return { one: only(before), other: only(after), block: after };
}

/** Whether elements stand in other places; what is the same has become the same text. */
function isOtherOrder(before: readonly Json[], after: readonly Json[]): boolean {
  return !sameJson(before, after) || before.every((item) => item === SAME);
}

/** How often each element stands in a list. */
function countByText(list: readonly Json[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) {
    const text = jsonText(item);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Whether the other side has no such element left; takes one where it has. */
function takeOne(others: Map<string, number>, item: Json): boolean {
  const text = jsonText(item);
  const left = others.get(text) ?? 0;
  if (left > 0) others.set(text, left - 1);
  return left === 0;
}

function textOf(value: Json): string | undefined {
  if (value === null) return undefined;
  return typeof value === "string" ? value : jsonText(value);
}

/** An element without what is not set: the provider writes every argument of a block. */
function briefText(value: Json): string | undefined {
  if (!isFields(value)) return textOf(value);
  return textOf(Object.fromEntries(Object.entries(value).filter(([, part]) => hasContent(part))));
}

function cut(text: string): string {
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
}

/** `ingress[0].cidr_blocks`; a key that is no name is quoted: `tags["a b"]`. */
function dotted(path: ValuePath): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[A-Za-z_][\w-]*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}
