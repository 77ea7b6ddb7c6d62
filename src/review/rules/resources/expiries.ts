/**
 * Which objects the lifecycle of a bucket deletes, and when. The names of lifecycle rules do not matter.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
 */

import { type Json, jsonAt, type ValuePath } from "../../../json/json-value";
import { join, type Message, say, words } from "../../../text/message";
import { itemsAt } from "../../field";

/** The objects that a filter selects: an object must meet all parts of the filter. */
interface ObjectFilter {
  readonly prefix: string;
  /** `name=value` */
  readonly tags: readonly string[];
  /** The objects are larger than this number of bytes. */
  readonly above: number;
  /** The objects are smaller than this number of bytes. */
  readonly below: number;
}

/** One expiry of a lifecycle rule. */
export interface Expiry {
  readonly kind: "expiration" | "noncurrent version expiration" | `move ${string}`;
  readonly scope: ObjectFilter;
  /** Age in days; undefined if the objects expire on a date. */
  readonly days?: number;
  readonly date?: string;
  /** The number of versions that stay, however old they are. */
  readonly keeps: number;
}

/** The expiries of all enabled rules, from the lifecycle resource (`rule`) and from the bucket itself (`lifecycle_rule`). */
export function expiriesIn(json: Json | undefined): readonly Expiry[] {
  const rules = [...itemsAt(json, ["rule"]), ...itemsAt(json, ["lifecycle_rule"])];
  return rules
    .filter((rule) => jsonAt(rule, ["status"]) !== "Disabled" && jsonAt(rule, ["enabled"]) !== false)
    .flatMap((rule) => expiriesOfRule(rule, scopeOf(rule)));
}

function expiriesOfRule(rule: Json, scope: ObjectFilter): readonly Expiry[] {
  const days = numberAt(rule, ["expiration", 0, "days"]);
  const date = textAt(rule, ["expiration", 0, "date"]);
  const old = ["noncurrent_version_expiration", 0];
  const oldDays = numberAt(rule, [...old, "noncurrent_days"]) || numberAt(rule, [...old, "days"]);
  const keeps = numberAt(rule, [...old, "newer_noncurrent_versions"]);
  const current = { kind: "expiration", scope, keeps: 0 } as const;
  return [
    ...(days > 0 ? [{ ...current, days }] : []),
    ...(date === "" ? [] : [{ ...current, date }]),
    ...moves(itemsAt(rule, ["transition"]), scope, "move to"),
    ...moves(itemsAt(rule, ["noncurrent_version_transition"]), scope, "move of noncurrent versions to"),
    ...(oldDays > 0 ? [{ kind: "noncurrent version expiration", scope, days: oldDays, keeps } as const] : []),
  ];
}

/** Classes from which reading takes hours, after a request to restore the object. */
const OFFLINE: ReadonlySet<string> = new Set(["GLACIER", "DEEP_ARCHIVE"]);

/** Moves to a class that cannot be read at once. A move without days or date happens on the day of the upload. */
function moves(transitions: readonly Json[], scope: ObjectFilter, verb: `move ${string}`): readonly Expiry[] {
  return transitions.flatMap((one): readonly Expiry[] => {
    const kind = textAt(one, ["storage_class"]);
    if (!OFFLINE.has(kind)) return [];
    const date = textAt(one, ["date"]);
    const keeps = numberAt(one, ["newer_noncurrent_versions"]);
    const days = numberAt(one, ["days"]) || numberAt(one, ["noncurrent_days"]);
    return [{ kind: `${verb} ${kind}` as Expiry["kind"], scope, keeps, ...(date === "" ? { days } : { date }) }];
  });
}

/** Whether the objects are moved, and not deleted. */
export function isMove({ kind }: Expiry): boolean {
  return kind.startsWith("move");
}

function scopeOf(rule: Json): ObjectFilter {
  const places: readonly ValuePath[] = [[], ["filter", 0], ["filter", 0, "and", 0]];
  const tags = places.flatMap((place) => [
    ...Object.entries((jsonAt(rule, [...place, "tags"]) ?? {}) as Readonly<Record<string, Json>>),
    ...itemsAt(rule, [...place, "tag"]).map((tag) => [textAt(tag, ["key"]), textAt(tag, ["value"])]),
  ]);
  const most = (name: string) => Math.max(...places.map((place) => numberAt(rule, [...place, name])));
  return {
    prefix: places.map((place) => textAt(rule, [...place, "prefix"])).find((prefix) => prefix !== "") ?? "",
    tags: tags.map(([name, value]) => `${name}=${value}`).sort(),
    above: most("object_size_greater_than"),
    below: most("object_size_less_than") || Number.POSITIVE_INFINITY,
  };
}

/** A number, which the provider sometimes writes as text; 0 if there is none. */
function numberAt(json: Json, path: ValuePath): number {
  return Number(jsonAt(json, path) ?? 0) || 0;
}

function textAt(json: Json, path: ValuePath): string {
  const found = jsonAt(json, path);
  return typeof found === "string" ? found : "";
}

/** Whether the other expiry deletes everything that this one deletes, and not later. */
export function isWithin(one: Expiry, other: Expiry): boolean {
  return one.kind === other.kind && isInScope(one.scope, other.scope) && isNotSooner(one, other);
}

/** Whether every object of one scope is also in the other. */
function isInScope(one: ObjectFilter, other: ObjectFilter): boolean {
  return (
    one.prefix.startsWith(other.prefix) &&
    other.tags.every((tag) => one.tags.includes(tag)) &&
    one.above >= other.above &&
    one.below <= other.below
  );
}

function isNotSooner(one: Expiry, other: Expiry): boolean {
  if (one.keeps < other.keeps) return false;
  if (one.days !== undefined && other.days !== undefined) return one.days >= other.days;
  return one.date !== undefined && other.date !== undefined && one.date >= other.date;
}

/** The earlier expiries that this one replaces: those over all of its objects; if there is none, those over some of them. */
export function replacedExpiries(one: Expiry, before: readonly Expiry[]): readonly Expiry[] {
  const same = before.filter(({ kind }) => kind === one.kind);
  const wider = same.filter(({ scope }) => isInScope(one.scope, scope));
  return wider.length > 0 ? wider : same.filter(({ scope }) => isInScope(scope, one.scope));
}

/** `under tmp/`, `of all objects` */
export function showScope({ scope }: Expiry): Message {
  const { prefix, tags, above, below } = scope;
  const parts = [
    ...(prefix === "" ? [] : [say`under ${prefix}`]),
    ...tags.map((tag) => say`tagged ${tag}`),
    ...(above > 0 ? [say`above ${above} bytes`] : []),
    ...(below < Number.POSITIVE_INFINITY ? [say`below ${below} bytes`] : []),
  ];
  return parts.length === 0 ? words("of all objects") : join(parts, " ");
}

/** `30 days`, `on 2026-01-01T00:00:00Z` */
export function showEnd({ days, date, keeps }: Expiry): Message {
  const end = days === undefined ? say`on ${date ?? ""}` : words(days === 1 ? "1 day" : `${days} days`);
  return keeps > 0 ? [...end, `, keeping ${keeps}`] : end;
}

/** Whether two expiries are about the same objects. */
export function isSameScope(one: Expiry, other: Expiry): boolean {
  return isInScope(one.scope, other.scope) && isInScope(other.scope, one.scope);
}
