/** What a row of the table of settings asks of a change: whether its argument becomes a value that opens something or guards less. */
import { isFields, isList, type Json, jsonAt, type ValuePath } from "../../../json/json-value";
import { isUpdateOrReplacement } from "../../../terraform/plan/actions";
import { jsonText } from "../../../terraform/plan/json-text";
import { markOf } from "../../../terraform/plan/marks";
import type { Marked, ResourceChange } from "../../../terraform/plan/plan";
import { compareTexts } from "../../../text/compare-texts";
import { listValues, type Message, say, words } from "../../../text/message";
import type { Facts } from "../../facts";
import { type Field, fieldAt, show, withoutEmpty } from "../../field";
import { jsonInText } from "../../generic/generic-object";
import { spanOfCidr } from "../../network/address-line";
import type { Level, RuleMatch } from "../../rule";
import { originsOf } from "./origins";
import { showSetting } from "./risky-settings";

/** A row: an argument by its names alone, as blocks have no order that counts, and a test with its values. */
export interface Setting {
  readonly path: readonly string[];
  readonly test: string;
  readonly values: readonly string[];
  readonly level: Level;
  /** Undefined if a new resource is not reported. */
  readonly whenNew: Level | undefined;
  /** What begins the printed finding. @default the title of the rule */
  readonly title?: string | undefined;
  /** The attribute that names which setting of many the resource is, and the one that is meant. */
  readonly where: { readonly attribute: string; readonly wanted: string | RegExp } | undefined;
}

/** The argument in all its blocks, before and after. */
interface Sides {
  readonly before: readonly Field[];
  readonly after: readonly Field[];
  readonly values: readonly string[];
}

/** What a test finds: the message of a change, and that of a new resource. */
type SettingTest = (sides: Sides, name: string) => Message | undefined;

const TESTS: Readonly<Record<string, SettingTest>> = {
  is: (sides, name) => more(sides, name, isOneOf(sides.values)),
  set: (sides, name) => more(sides, name, ({ value }) => !isUnset(value)),
  worse: ({ before, after, values }, name) => {
    const [from, to] = [before, after].map((fields) => Math.max(...fields.map(({ value }) => rankOf(value, values))));
    return from === undefined || to === undefined || from < 0 || to <= from ? undefined : shown(before, after, name);
  },
  less: ({ before, after }, name) => (smaller(before, after) ? shown(before, after, name) : undefined),
  more: ({ before, after }, name) => (smaller(after, before) ? shown(before, after, name) : undefined),
  sooner: ({ before, after, values }, name) => {
    const [from, to] = [before, after].map((fields) => firstEnd(fields, values));
    return from === undefined || to === undefined || to >= from ? undefined : shown(before, after, name);
  },
  gains: ({ before, after, values }, name) => {
    const [old, now] = [itemsOf(before), itemsOf(after)];
    const gained = without(now, old).filter((item) => !isWithin(item, old));
    return exchanged(members(name, "gains", gained, values), { before, after }, name);
  },
  joins: (sides, name) => (itemsOf(sides.before).length === 0 ? undefined : TESTS.gains?.(sides, name)),
  loses: ({ before, after, values }, name) =>
    exchanged(members(name, "loses", without(itemsOf(before), itemsOf(after)), values), { before, after }, name),
  changes: ({ before, after, values }, name) => {
    const [from, to] = [before, after].map((fields) =>
      fields.filter((one) => !isUnset(one.value) && !isOneOf(values)(one)),
    );
    if (from === undefined || to === undefined || from.length === 0) return undefined;
    if (to.length === 0 && values.length > 0) return undefined;
    const [old, now] = [from.flatMap(contentsOf), to.flatMap(contentsOf)];
    return old.length === now.length && without(old, now).length === 0 ? undefined : shown(before, after, name);
  },
  others: ({ before, after }, name) => {
    const [old, now] = [before, after].map((fields) => itemsOf(fields).map(withoutRevision));
    return old === undefined || now === undefined || without(old, now).length === 0
      ? undefined
      : shown(before, after, name);
  },
  elsewhere: ({ before, after }, name) => {
    const [old, now] = [before, after].map((fields) => fields.flatMap(originsIn));
    if (old === undefined || now === undefined || old.length === 0) return undefined;
    return without(now, old).length === 0 ? undefined : shown(before, after, name);
  },
  leaves: ({ before, after, values }, name) => {
    const isGiven = isOneOf(values);
    return before.every(isGiven) && after.some((field) => !field.unknown && !isGiven(field))
      ? shown(before, after, name)
      : undefined;
  },
  older: ({ before: [before], after: [after] }, name) => {
    const [from, to] = [before, after].map((field) => /^([a-z]+)([\d.]+)/.exec(textOf(field?.value)));
    const isOlder = from?.[1] !== undefined && from[1] === to?.[1] && compareVersions(to[2], from[2]) < 0;
    return isOlder && before !== undefined && after !== undefined ? shown([before], [after], name) : undefined;
  },
  filters: ({ before, after }, name) => {
    const [old, now] = [before, after].map((fields) => fields.flatMap(patternsOf));
    if (old === undefined || now === undefined) return undefined;
    if (old.length === now.length && without(old, now).length === 0) return undefined;
    const change = shown(before, after, name);
    if (now.length === 0) return say`${change}${words(": everything is passed on")}`;
    return old.length === 0 ? say`${change}${words(": only what matches is passed on")}` : change;
  },
};

/** The tests that a row may name. */
export const settingTests: readonly string[] = Object.keys(TESTS);

/** What a row reports of a change. */
export function matchSetting(change: ResourceChange, row: Setting, facts: Facts): readonly RuleMatch[] {
  const { path, level, whenNew, values, where } = row;
  if (change.action === "update" && isUntouched(change, path)) return [];
  if (where !== undefined && !isMeant(change.after, where)) return [];
  const name = `${typeof where?.wanted === "string" ? `${where.wanted}: ` : ""}${path.join(".").replace("@.", ".")}`;
  const after = fieldsAt(change.after, path);
  if (change.action === "create") {
    const isTold = whenNew !== undefined && after.some(({ value, unknown }) => !unknown && !isUnset(value));
    const found = isTold ? testNew({ before: [], after, values }, name, row.test) : undefined;
    return found === undefined ? [] : [{ message: found, level: whenNew as Level }];
  }
  if (!isUpdateOrReplacement(change)) return [];
  const sides: Sides = { before: fieldsAt(change.before, path), after, values };
  const isUnknown = after.some(({ unknown }) => unknown) && !sides.before.some(({ unknown }) => unknown);
  if (isUnknown) {
    const mayMatter = change.action === "update" && isWritten(change, path, facts) && mayWorsen(sides, row);
    return mayMatter ? [{ message: shown(sides.before, after, name), level: "attention" }] : [];
  }
  const found = TESTS[row.test]?.(sides, name);
  return found === undefined ? [] : [{ message: found, level }];
}

/** Whether the argument is the same text, number or flag on both sides, or set on neither: asked first, as most are. */
function isUntouched({ before, after }: ResourceChange, [first = ""]: readonly string[]): boolean {
  const name = first.replace(/[@{].*$/, "");
  const [from, to] = [jsonAt(before.value, [name]) ?? undefined, jsonAt(after.value, [name]) ?? undefined];
  return from === to && (typeof from !== "object" || from === null) && markOf(after.unknown, name) === undefined;
}

function isMeant(marked: Marked, { attribute, wanted }: NonNullable<Setting["where"]>): boolean {
  const fields = attribute.includes(".") ? fieldsAt(marked, attribute.split(".")) : [fieldAt(marked, [attribute])];
  return fields.some(({ value }) => {
    if (typeof wanted === "string") return value === wanted;
    return typeof value === "string" || attribute.includes(".") ? wanted.test(textOf(value)) : false;
  });
}

/** A new resource has nothing to compare with: what counts is a value that it says itself. */
function testNew(sides: Sides, name: string, test: string): Message | undefined {
  const { after, values } = sides;
  const given = after.filter(({ value }) => !isUnset(value));
  const isRisky = (field: Field) => (test === "worse" ? rankOf(field.value, values) > 0 : isOneOf(values)(field));
  if (test === "gains") return members(name, "has", itemsOf(given), values);
  if (test === "sooner" && firstEnd(given, values) === Number.POSITIVE_INFINITY) return undefined;
  if (test === "changes" || test === "set" || test === "sooner")
    return brief(say`a new one with ${name} ${show(given[0] as Field)}`, given, name);
  const found = given.find(isRisky);
  return found === undefined ? undefined : say`a new one with ${name} ${show(found)}`;
}

/** What was not safe before cannot become worse. */
function mayWorsen({ before, values }: Sides, { test, path }: Setting): boolean {
  // Of a whole text of JSON that is not known, only what was set is told.
  if (path[0]?.endsWith("@") === true && before.every(({ value }) => isUnset(value))) return false;
  if (test === "is") return !before.every(isOneOf(values));
  if (test === "set") return before.every(({ value }) => isUnset(value));
  if (test === "worse") return before.some(({ value }) => rankOf(value, values) < values.length - 1);
  // A new revision of what it names is known only after apply.
  if (test === "others" || test === "older") return false;
  if (test === "leaves") return before.every(isOneOf(values));
  return test === "gains" || test === "joins" || test === "sooner" || before.some(({ value }) => !isUnset(value));
}

/** Whether the configuration says the value, or nobody knows: what it does not say is computed. */
function isWritten(change: ResourceChange, [first = ""]: readonly string[], facts: Facts): boolean {
  const configured = facts.configured(change);
  // A manifest is judged as the typed resource that is the same.
  const names = [first.replace("@", ""), "manifest", "yaml_body"];
  return (
    configured === undefined || [...configured.references.keys()].some((set) => names.includes(set.split(".")[0] ?? ""))
  );
}

/**
 * Whether more blocks have a risky value than before. A block that is not there has none of its arguments. One more block that does not
 * set what no other sets is as the others are.
 */
function more({ before, after }: Sides, name: string, isRisky: (field: Field) => boolean): Message | undefined {
  const [had, has] = [before.filter(isRisky), after.filter(isRisky)];
  if (has.length <= had.length) return undefined;
  if (had.length === before.length && has.every(({ value }) => isUnset(value))) return undefined;
  if (before.length === 1 && after.length === 1) return shown(before, after, name);
  return say`${name} ${show(has[0] as Field)}${words(`, in ${had.length} → ${has.length} blocks`)}`;
}

function smaller(before: readonly Field[], after: readonly Field[]): boolean {
  const [from, to] = [before, after].map((fields) =>
    fields.map(({ value }) => amountOf(value)).filter((amount) => amount !== undefined),
  );
  return (
    from !== undefined && to !== undefined && from.length > 0 && to.length > 0 && Math.min(...to) < Math.min(...from)
  );
}

/** When the first of them ends something; never for a value that is not set, or is one of those that mean never. */
function firstEnd(fields: readonly Field[], never: readonly string[]): number {
  const ends = fields.map(({ value }) => (never.includes(textOf(value)) ? undefined : amountOf(value)));
  return Math.min(Number.POSITIVE_INFINITY, ...ends.filter((end) => end !== undefined));
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `P1Y2M3W4DT5H6M7S` */
const ISO_DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const ISO_SECONDS = [365 * 86_400, 30 * 86_400, 7 * 86_400, 86_400, 3600, 60, 1];

/** A time as RFC 3339 writes it: `2026-10-02T15:01:23Z`. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A number, a text of digits, a duration such as `604800s`, `7d`, `P30D` and `PT12H`, or the seconds of a time. */
function amountOf(value: Json | undefined): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const [, digits, unit = ""] = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(value) ?? [];
  if (digits !== undefined) return Number(digits) * (SECONDS[unit] ?? 1);
  if (TIMESTAMP.test(value)) return Date.parse(value) / 1000;
  const parts = ISO_DURATION.exec(value)?.slice(1) ?? [];
  if (parts.every((part) => part === undefined)) return undefined;
  return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (ISO_SECONDS[index] ?? 1), 0);
}

const MOST = 4;

function members(name: string, verb: string, items: readonly string[], values: readonly string[]): Message | undefined {
  const told = values.length === 0 ? items : items.filter((item) => values.includes(item));
  if (told.length === 0) return undefined;
  if (told.some((item) => item.length > LONG)) return say`${name} ${words(verb)} ${told.length} ${words("more")}`;
  return say`${name} ${words(verb)} ${listValues(told, MOST)}`;
}

/** Whether it is a range of addresses within another: then nobody new is meant. */
function isWithin(item: string, others: readonly string[]): boolean {
  const span = item.includes("/") ? spanOfCidr(item) : undefined;
  if (span === undefined) return false;
  return others.some((other) => {
    const outer = other.includes("/") ? spanOfCidr(other) : undefined;
    return outer !== undefined && outer[0] <= span[0] && span[1] <= outer[1];
  });
}

/** Where one member takes the place of the only one, both are told. */
function exchanged(message: Message | undefined, { before, after }: Omit<Sides, "values">, name: string) {
  const [[old, ...olds], [now, ...news]] = [itemsOf(before), itemsOf(after)];
  const isOneForOne = old !== undefined && now !== undefined && olds.length + news.length === 0;
  const isShort = isOneForOne && old.length <= LONG && now.length <= LONG;
  return message === undefined || !isShort || old === now ? message : say`${name} ${old} → ${now}`;
}

/** Longer values, such as policies, are shown as lines below. */
const LONG = 160;

function shown(before: readonly Field[], after: readonly Field[], name: string): Message {
  const [from, to] = [before[0], after[0]];
  if (before.length > 1 || after.length > 1 || from === undefined || to === undefined)
    return say`${name} ${words("changes")}`;
  return brief(showSetting({ path: [name], before: from, after: to }), [from, to], name);
}

function brief(message: Message, fields: readonly Field[], name: string): Message {
  const isLong = fields.some(({ value }) => value !== undefined && (hasBlocks(value) || jsonText(value).length > LONG));
  return isLong ? say`${name} ${words("changes")}` : message;
}

function hasBlocks(value: Json): boolean {
  return typeof value === "object" && !(isList(value) && value.every((item) => typeof item !== "object"));
}

function isOneOf(values: readonly string[]): (field: Field) => boolean {
  return ({ value, unknown }) => !unknown && values.includes(textOf(value));
}

/** Which of the values of `worse` it is: those with `=` between them mean the same. -1 if it is none. */
function rankOf(value: Json | undefined, values: readonly string[]): number {
  const text = textOf(value);
  return values.findIndex((given) => given === text || given.split("=").includes(text));
}

/** A value as a row writes it: `-` for one that is not set. */
function textOf(value: Json | undefined): string {
  return isUnset(value) ? "-" : typeof value === "string" ? value : jsonText(value as Json);
}

function isUnset(value: Json | undefined): boolean {
  return value === undefined || value === "" || (isList(value) && value.length === 0);
}

/** The members of lists, and what is no list. */
function itemsOf(fields: readonly Field[]): readonly string[] {
  return fields.flatMap(({ value, secret }) => {
    const items = isUnset(value) ? [] : isList(value) ? value : [value as Json];
    return items.map((item) => (secret ? "(sensitive value)" : textOf(item)));
  });
}

/** `family:12` and `function:auth:3` without their revision. */
function withoutRevision(text: string): string {
  return text.replace(/:\d+$/, "");
}

function compareVersions(one = "", other = ""): number {
  const [left, right] = [one, other].map((text) =>
    text
      .split(".")
      .filter((part) => part !== "")
      .map(Number),
  );
  const at = (left ?? []).findIndex((part, index) => part !== right?.[index]);
  return at < 0 ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
}

/** Where the texts of a value lead. */
function originsIn({ value }: Field): readonly string[] {
  return (isList(value) ? value : [value ?? null]).flatMap((item) => (typeof item === "string" ? originsOf(item) : []));
}

/** The contents of a value: the order of a list does not count, and in a text that is JSON neither spaces nor the order of keys. */
function contentsOf({ value }: Field): readonly string[] {
  const json = typeof value === "string" && /^\s*[[{]/.test(value) ? (jsonInText(value) ?? value) : value;
  return (isList(json) ? (withoutEmpty(json) as readonly Json[]) : [json ?? null]).map(jsonText);
}

/** A pattern of a filter: in its JSON no order counts. */
function patternsOf(field: Field): readonly string[] {
  if (field.secret && !isUnset(field.value)) return [`(sensitive value) ${jsonText(field.value ?? null)}`];
  return isUnset(field.value) ? [] : contentsOf(field).map((text) => jsonText(sorted(jsonInText(text) ?? text)));
}

function sorted(json: Json): Json {
  if (isList(json)) return json.map(sorted).sort((a, b) => compareTexts(jsonText(a), jsonText(b)));
  if (!isFields(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([name, inner]) => [name, sorted(inner)]));
}

/** The first list without the members of the second, each as often as it is there. */
function without(items: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return items.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Names of flags of SQL Server have spaces, which a row writes as `_`. */
function isCalled(json: Json | undefined, name: string): boolean {
  const given = jsonAt(json, ["name"]) ?? jsonAt(json, ["parameter_key"]);
  return given === name || (typeof given === "string" && given.replaceAll(" ", "_") === name);
}

/** The JSON in a text, with the marks of the text. */
function jsonTextAt(marked: Marked, name: string): Marked {
  const { value, unknown, secret } = fieldAt(marked, [name]);
  const json = typeof value === "string" ? jsonInText(value) : value;
  return { value: json, unknown: unknown || undefined, sensitive: secret || undefined };
}

/**
 * The argument in each of its blocks; where a block is not there, as one that is not set. `parameter{tls}` is the block of that name,
 * and `settings@` is what the JSON in a text says.
 */
export function fieldsAt(marked: Marked, names: readonly string[]): readonly Field[] {
  const [first = "", ...inner] = names;
  if (first.endsWith("@")) return fieldsAt(jsonTextAt(marked, first.slice(0, -1)), inner);
  let paths: readonly ValuePath[] = [[]];
  let wanted: string | undefined;
  for (const step of names) {
    const [, name = step, called] = /^(\w+)\{(.+)\}$/.exec(step) ?? [];
    const only = wanted;
    wanted = called;
    paths = paths.flatMap((path): readonly ValuePath[] => {
      const json = jsonAt(marked.value, path);
      if (!isList(json)) return [[...path, name]];
      const found = json
        .map((_item, index) => index)
        .filter((index) => only === undefined || isCalled(json[index], only));
      return found.length === 0 ? [[...path, json.length, name]] : found.map((index) => [...path, index, name]);
    });
  }
  return paths.map((path) => fieldAt(marked, path));
}
