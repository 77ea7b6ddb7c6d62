/** What a delta allows newly, in the form in which escalations are looked for. */

import { listOf } from "./list-of";
import { entryOf, type PolicyEntry } from "./policy-entry";
import type { Access, Delta, Escalation, EscalationCode, Layer, Origin } from "./types";

/** Something that is allowed and was not. */
export interface Given {
  readonly layer: Layer;
  readonly actions: readonly PolicyEntry[];
  /** Wildcards that bring the actions. */
  readonly wildcards: readonly PolicyEntry[];
  /** What is new; where conditions changed, all of it. */
  readonly resources: readonly PolicyEntry[];
  readonly principals: readonly string[];
  /** One of these sets of conditions has to hold. */
  readonly conditions: readonly (readonly string[])[];
  readonly from: readonly Origin[];
  /** It was allowed before, under other conditions. */
  readonly was: boolean;
}

/** What is gained; not what the boundary does not allow. */
export function givenBy({ gained, rescoped, conditions }: Delta): readonly Given[] {
  return [
    ...gained.map((access) => given(access, access.resources, [access.conditions], false)),
    ...rescoped
      .filter(({ direction }) => direction !== "narrower")
      .map((change) => given(change, change.after, [change.conditions], false)),
    ...conditions
      .filter(({ direction }) => direction !== "added")
      .map((change) => given(change, change.resources, change.after, true)),
  ].flat();
}

function given(
  { layer, actions, wildcards, principals, from, outside }: Omit<Access, "resources" | "conditions">,
  resources: readonly string[],
  conditions: Given["conditions"],
  was: boolean,
): readonly Given[] {
  if (outside) return [];
  const names = actions.map((text) => entryOf("action", text));
  const brought = wildcards.map((text) => entryOf("action", text));
  const arns = resources.map((text) => entryOf("resource", text));
  return [{ layer, actions: names, wildcards: brought, resources: arns, principals, conditions, from, was }];
}

/** One escalation; of the lists in its message, those that are cut there are kept whole. */
export function said(
  code: EscalationCode,
  message: string,
  from: readonly Origin[],
  lists: readonly (readonly string[])[] = [],
): Escalation {
  const all = lists.filter((list) => listOf(list) !== listOf(list, list.length)).flat();
  return { code, message, from, ...(all.length === 0 ? {} : { all }) };
}
