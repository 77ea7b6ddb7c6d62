/** Groups equal findings at several addresses into one row. */
import { withoutKeys } from "../../terraform/address";
import { hasEffect } from "../../terraform/plan/actions";
import { hasMark } from "../../terraform/plan/marks";
import type { Marked, Plan, ResourceChange } from "../../terraform/plan/plan";
import { sameJson } from "../../terraform/plan/same-json";
import { compareTexts } from "../../text/compare-texts";
import { getOrInsert, groupBy } from "../../text/group-by";
import { uniqueMessages } from "../../text/message";
import { changedAttributes } from "../changed";
import { driftedAttributes, driftFates } from "../drift-fate";
import type { ReviewFinding } from "../finding";
import type { Redactor } from "../redact/redactor";
import { levels, sections } from "../rule";
import type { ChangeRow, DriftRow, Origin, OutputRow, PlanAddress, Row } from "./report";
import { valueChanges, wholeValueChange } from "./value-changes";

/** The module that contains an address of a plan, as far as it is known. */
export type OriginFinder = (plan: number, module: string) => Origin | undefined;

/** Rows of findings, risk first. */
export function groupFindings(
  findings: readonly ReviewFinding[],
  originOf: OriginFinder,
  levelReasons: ReadonlyMap<string, string>,
): readonly Row[] {
  const groups = [...groupBy(findings, keyOf).values()];
  return groups.map((group) => rowOf(group, originOf, levelReasons)).sort(compareRows);
}

/** What was changed outside of Terraform stands in its own section, and so never beside what the plan changes. */
function keyOf({ rule, section, level, kind, message }: ReviewFinding): string {
  return JSON.stringify([rule, section, level, kind, message]);
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
    details: uniqueMessages(group.flatMap(({ details }) => details)),
    places: group
      .map(({ plan, address, name }) => ({ plan, address, ...(name !== undefined && { name }) }))
      .sort(comparePlaces),
    origins: originsOf(group, originOf),
    ...(levelReason !== undefined && { levelReason }),
  };
}

function originsOf(group: readonly ReviewFinding[], originOf: OriginFinder): readonly Origin[] {
  const found = new Map<string, Origin>();
  for (const { plan, module } of group) {
    const origin = module === "" ? undefined : originOf(plan, module);
    if (origin !== undefined) found.set(JSON.stringify(origin), origin);
  }
  return [...found].sort(([a], [b]) => compareTexts(a, b)).map(([, origin]) => origin);
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

/** Of so many changes old and new values are told: the riskiest of a very large plan. */
const MOST_VALUES = 1_000;

/** Rows of everything that the plans do. */
export function groupChanges(plans: readonly Plan[], redactor: Pick<Redactor, "show">): readonly ChangeRow[] {
  const changes = plans.flatMap(({ resources }, plan) =>
    resources.filter(hasEffect).map((change) => ({ plan, change, rank: ORDER.indexOf(change.action) })),
  );
  changes.sort((a, b) => a.rank - b.rank);
  const groups = new Map<string, ChangeRow & { readonly places: PlanAddress[] }>();
  let told = 0;
  for (const { plan, change } of changes) {
    const { action, before, after, replacePaths } = change;
    const attributes = changedAttributes(change);
    const hasValues = attributes.length > 0 && told++ < MOST_VALUES;
    const values = hasValues ? valueChanges({ before, after, replacePaths, names: attributes }, redactor) : [];
    const row = { action, kind: resourceKind(change), attributes, isTagsOnly: isTagsOnly(change, attributes), values };
    getOrInsert(groups, JSON.stringify(row), () => ({ ...row, places: [] })).places.push(placeOf(plan, change));
  }
  return sortRows(groups);
}

/** Rows of everything that was changed outside of Terraform. */
export function groupDrift(plans: readonly Plan[], redactor: Pick<Redactor, "show">): readonly DriftRow[] {
  const groups = new Map<string, DriftRow & { readonly places: PlanAddress[] }>();
  for (const [plan, one] of plans.entries()) {
    for (const [drift, fate] of driftFates(one)) {
      const attributes = driftedAttributes(drift);
      const { action, before, after } = drift;
      const values = valueChanges({ before, after, names: attributes }, redactor);
      const kind = resourceKind(drift);
      const row = { action, kind, attributes, isTagsOnly: isTagsOnly(drift, attributes), values, fate };
      getOrInsert(groups, JSON.stringify(row), () => ({ ...row, places: [] })).places.push(placeOf(plan, drift));
    }
  }
  return sortRows(groups);
}

function placeOf(plan: number, { address, deposed }: ResourceChange): PlanAddress {
  return { plan, address: deposed === undefined ? address : `${address} (deposed)` };
}

function sortRows<T extends ChangeRow>(
  groups: ReadonlyMap<string, T & { readonly places: PlanAddress[] }>,
): readonly T[] {
  const rows = [...groups.values()].map((row): T => ({ ...row, places: row.places.sort(comparePlaces) }));
  return rows.sort(
    (a, b) =>
      ORDER.indexOf(a.action) - ORDER.indexOf(b.action) ||
      compareTexts(a.kind, b.kind) ||
      compareTexts(a.attributes.join(), b.attributes.join()) ||
      comparePlaces(a.places[0] as PlanAddress, b.places[0] as PlanAddress),
  );
}

/** Names under which providers keep tags and labels, with the default ones of the provider. */
const TAGS: ReadonlySet<string> = new Set(["tags", "tags_all", "labels", "effective_labels", "terraform_labels"]);

/** Whether a change is an update of tags or labels alone. */
export function isTagsOnly({ action }: ResourceChange, attributes: readonly string[]): boolean {
  return action === "update" && attributes.length > 0 && attributes.every((name) => TAGS.has(name));
}

/** Rows of the outputs that change, by name. */
export function listOutputs(plans: readonly Plan[], redactor: Pick<Redactor, "show">): readonly OutputRow[] {
  return plans.flatMap(({ outputs }, plan) =>
    outputs
      .filter(({ action }) => action !== "no-op")
      .map(({ name, action, before, after }) => ({
        name,
        action,
        plan,
        // Where only `sensitive` changes, the value is the same, and hidden on both sides.
        values: isSameValue(before, after) ? [] : wholeValueChange({ before, after }, redactor),
      }))
      .sort((a, b) => compareTexts(a.name, b.name)),
  );
}

function isSameValue(before: Marked, after: Marked): boolean {
  return !hasMark(after.unknown) && sameJson(before.value, after.value);
}

/** What changes that make one row share: `aws_glue_job`, `data.aws_iam_policy_document`. */
export function resourceKind({ mode, type }: ResourceChange): string {
  return mode === "managed" ? type : `${mode}.${type}`;
}

/** Address of the module around, without keys. */
export function moduleOf({ module }: { readonly module: string }): string {
  return withoutKeys(module);
}
