/** Marks changes that have no effect, because an unchanged permissions boundary does not allow the access. */

import type { LayerDelta } from "./layer-delta";
import type { NormalizedStatement } from "./normalized-statement";
import { readLayer } from "./normalized-statement";
import { mayMeet, type PolicyEntry, policyEntry } from "./policy-entry";
import type { PrincipalPolicies } from "./types";

/**
 * Marks the rows of which the boundary allows nothing. A mark is certain: it is set only if the boundary names no action
 * and resource of the row, before or after. (Both boundaries differ at most in what has no effect.)
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function markOutsideBoundary(
  delta: LayerDelta,
  before: PrincipalPolicies,
  after: PrincipalPolicies,
): LayerDelta {
  if (!after.documents.some(({ layer }) => layer === "boundary")) return delta;
  const sides = [before, after].map(({ documents }) => readLayer(documents, "boundary"));
  if (sides.some(({ unread }) => unread.length > 0)) return delta;
  const allowed = sides.flatMap(({ allows }) => allows);
  const isOutsideBoundary = (actions: readonly string[], resources: readonly string[]) => {
    const names = actions.map((text) => policyEntry("action", text));
    const arns = resources.map((text) => policyEntry("resource", text));
    return !allowed.some((normalized) => meets(normalized, names, arns));
  };
  const mark = <T extends { readonly actions: readonly string[] }>(one: T, resources: readonly string[]): T =>
    isOutsideBoundary(one.actions, resources) ? { ...one, outside: true as const } : one;
  return {
    ...delta,
    gained: delta.gained.map((one) => mark(one, one.resources)),
    lost: delta.lost.map((one) => mark(one, one.resources)),
    rescoped: delta.rescoped.map((one) => mark(one, [...one.before, ...one.after])),
    conditions: delta.conditions.map((one) => mark(one, one.resources)),
  };
}

function meets(
  { actions, resources }: NormalizedStatement,
  names: readonly PolicyEntry[],
  arns: readonly PolicyEntry[],
): boolean {
  const meet = (ours: readonly PolicyEntry[], theirs: readonly PolicyEntry[]) =>
    ours.some((a) => theirs.some((b) => mayMeet(a, b)));
  return meet(actions, names) && meet(resources, arns);
}
