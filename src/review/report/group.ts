/** Groups equal findings at several addresses into one row. */
import { hasEffect, withoutKeys } from "../../terraform/plan/actions";
import type { Plan, ResourceChange } from "../../terraform/plan/plan";
import type { Message } from "../../text/message";
import { changedAttributes } from "../changed";
import type { ReviewFinding } from "../finding";
import { levels, sections } from "../rule";
import type { ChangeRow, Origin, PlanAddress, Row } from "./report";

/** The module that contains an address of a plan, as far as it is known. */
export type OriginFinder = (plan: number, module: string) => Origin | undefined;

/** Rows of findings, risk first. */
export function groupFindings(
  findings: readonly ReviewFinding[],
  originOf: OriginFinder,
  levelReasons: ReadonlyMap<string, string>,
): readonly Row[] {
  const groups = new Map<string, ReviewFinding[]>();
  for (const finding of findings) add(groups, keyOf(finding), finding);
  return [...groups.values()].map((group) => rowOf(group, originOf, levelReasons)).sort(compareRows);
}

function keyOf({ rule, level, kind, message }: ReviewFinding): string {
  return JSON.stringify([rule, level, kind, message]);
}

function rowOf(
  group: readonly ReviewFinding[],
  originOf: OriginFinder,
  levelReasons: ReadonlyMap<string, string>,
): Row {
  const { rule, section, level, title, message } = group[0] as ReviewFinding;
  const levelReason = levelReasons.get(rule);
  return {
    rule,
    section,
    level,
    title,
    message,
    details: uniqueTexts(group.flatMap(({ details }) => details)),
    places: group.map(({ plan, address }) => ({ plan, address })).sort(comparePlaces),
    origins: originsOf(group, originOf),
    ...(levelReason !== undefined && { levelReason }),
  };
}

/** Each text once. */
export function uniqueTexts(texts: readonly Message[]): readonly Message[] {
  return [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
}

function originsOf(group: readonly ReviewFinding[], originOf: OriginFinder): readonly Origin[] {
  const found = new Map<string, Origin>();
  for (const { plan, module } of group) {
    const origin = module === "" ? undefined : originOf(plan, module);
    if (origin !== undefined) found.set(JSON.stringify(origin), origin);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, origin]) => origin);
}

/** Risk first. */
export function compareRows(a: Row, b: Row): number {
  return (
    levels.indexOf(a.level) - levels.indexOf(b.level) ||
    sections.indexOf(a.section) - sections.indexOf(b.section) ||
    compareTexts(a.rule, b.rule) ||
    comparePlaces(a.places[0] as PlanAddress, b.places[0] as PlanAddress) ||
    compareTexts(JSON.stringify(a.message), JSON.stringify(b.message))
  );
}

/** By plan, then by address: `a[2]` before `a[10]`. */
export function comparePlaces(a: PlanAddress, b: PlanAddress): number {
  return a.plan - b.plan || compareTexts(keyOfAddress(a.address), keyOfAddress(b.address));
}

function keyOfAddress(address: string): string {
  return address.includes("[") ? address.replace(/\d+/g, (digits) => digits.padStart(12, "0")) : address;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** Actions of changes, the worst first, which is the order of the report. */
const ORDER = [
  "unknown",
  "delete",
  "replace-delete-first",
  "replace-create-first",
  "forget",
  "forget-create",
  "update",
  "create",
  "read",
  "no-op",
];

/** Rows of everything that the plans do. */
export function groupChanges(plans: readonly Plan[]): readonly ChangeRow[] {
  const groups = new Map<string, ChangeRow & { readonly places: PlanAddress[] }>();
  for (const [plan, { resources }] of plans.entries()) {
    for (const change of resources) {
      if (!hasEffect(change)) continue;
      const [kind, attributes] = [resourceKind(change), changedAttributes(change)];
      const key = [change.action, kind, ...attributes].join("\n");
      const place = { plan, address: change.deposed === undefined ? change.address : `${change.address} (deposed)` };
      const row = groups.get(key);
      if (row === undefined) groups.set(key, { action: change.action, kind, attributes, places: [place] });
      else row.places.push(place);
    }
  }
  const rows = [...groups.values()].map((row) => ({ ...row, places: row.places.sort(comparePlaces) }));
  return rows.sort(
    (a, b) =>
      ORDER.indexOf(a.action) - ORDER.indexOf(b.action) ||
      compareTexts(a.kind, b.kind) ||
      compareTexts(a.attributes.join(), b.attributes.join()),
  );
}

/** What changes that make one row share: `aws_glue_job`, `data.aws_iam_policy_document`. */
export function resourceKind({ mode, type }: ResourceChange): string {
  return mode === "managed" ? type : `${mode}.${type}`;
}

/** Address of the module around, without keys. */
export function moduleOf({ module }: { readonly module: string }): string {
  return withoutKeys(module);
}
