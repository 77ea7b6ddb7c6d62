/** Two plans on the same state: of the stack before, and of what was ejected. Does anything change because of the exit? */
import { fieldsIn } from "../json/json-value";
import { hasEffect } from "../terraform/plan/actions";
import type { Marked, OutputChange, Plan, ResourceChange } from "../terraform/plan/plan";
import { sameJson } from "../terraform/plan/same-json";
import { readDocuments } from "./document-arguments";

/** Something that the ejected configuration would do and the stack would not. */
interface PlanDifference {
  /** Address of the resource, or `output.NAME`. */
  readonly address: string;
  readonly what: "added" | "changed" | "missing";
  /** Actions of Terraform, before and after. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Names of the attributes that the two plans set to something else. */
  readonly attributes: readonly string[];
}

export interface PlanVerdict {
  readonly differences: readonly PlanDifference[];
  /** Addresses that move, and nothing else of them changes. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Changes that both plans have: drift, or work that is not applied yet. They do not come from the exit. */
  readonly shared: readonly string[];
  /** Resources that neither plan changes. */
  readonly unchanged: number;
}

export function comparePlans(before: Plan, after: Plan): PlanVerdict {
  const differences: PlanDifference[] = [];
  const shared: string[] = [];
  const moved: { from: string; to: string }[] = [];
  let unchanged = 0;
  const open = new Map(before.resources.map((one) => [keyOf(one), withDocuments(one)]));
  for (const now of after.resources.map(withDocuments)) {
    const old = open.get(keyOf(now)) ?? open.get(keyOf(now, now.previousAddress));
    if (old !== undefined) open.delete(keyOf(old));
    if (now.previousAddress !== undefined && now.previousAddress !== old?.previousAddress)
      moved.push({ from: now.previousAddress, to: now.address });
    const same = old === undefined ? isData(now) : isSameChange(old, now);
    if (!same) differences.push(differenceOf(old, now));
    else if (!hasEffect(now)) unchanged++;
    else shared.push(now.address);
  }
  for (const old of open.values())
    if (!isData(old))
      differences.push({ address: old.address, what: "missing", before: old.actions, after: [], attributes: [] });
  const outputs = new Map(before.outputs.map((one) => [one.name, one]));
  for (const now of after.outputs) {
    const old = outputs.get(now.name);
    outputs.delete(now.name);
    if (old === undefined ? now.action !== "no-op" : !isSameOutput(old, now))
      differences.push({
        address: `output.${now.name}`,
        what: old === undefined ? "added" : "changed",
        before: old === undefined ? [] : [old.action],
        after: [now.action],
        attributes: [],
      });
  }
  for (const old of outputs.values())
    if (old.action !== "no-op")
      differences.push({
        address: `output.${old.name}`,
        what: "missing",
        before: [old.action],
        after: [],
        attributes: [],
      });
  return { differences, moved, shared, unchanged };
}

/**
 * Whether it is a data source, which a plan has only where something of it is not known yet. A resource is in each plan of a state that
 * has it, also without a change: one that only one plan has is of another state, or of another configuration.
 */
function isData({ mode }: ResourceChange): boolean {
  return mode === "data";
}

function keyOf({ address, deposed }: ResourceChange, named = address): string {
  return deposed === undefined ? named : `${named} ${deposed}`;
}

function isSameChange(old: ResourceChange, now: ResourceChange): boolean {
  return old.action === now.action && isSameMarked(old.before, now.before) && isSameMarked(old.after, now.after);
}

function isSameOutput(old: OutputChange, now: OutputChange): boolean {
  return old.action === now.action && isSameMarked(old.after, now.after);
}

function isSameMarked(a: Marked, b: Marked): boolean {
  return sameJson(a.value, b.value) && sameJson(a.unknown, b.unknown);
}

/** The change, with values in place of the texts of documents. */
function withDocuments(change: ResourceChange): ResourceChange {
  const read = ({ value, ...marks }: Marked): Marked => ({ ...marks, value: readDocuments(change, value) });
  return { ...change, before: read(change.before), after: read(change.after) };
}

function differenceOf(old: ResourceChange | undefined, now: ResourceChange): PlanDifference {
  return {
    address: now.address,
    what: old === undefined ? "added" : "changed",
    before: old?.actions ?? [],
    after: now.actions,
    attributes: old === undefined ? [] : differingNames(old.after, now.after),
  };
}

function differingNames(a: Marked, b: Marked): readonly string[] {
  const names = new Set([a.value, a.unknown, b.value, b.unknown].flatMap((value) => Object.keys(fieldsIn(value))));
  return [...names]
    .filter(
      (name) =>
        !sameJson(fieldsIn(a.value)[name], fieldsIn(b.value)[name]) ||
        !sameJson(fieldsIn(a.unknown)[name], fieldsIn(b.unknown)[name]),
    )
    .sort();
}
