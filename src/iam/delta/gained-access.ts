/** The access that a delta adds, in the form in which escalations are searched for. */

import { type PolicyEntry, policyEntry } from "./policy-entry";
import type { Access, AccessCondition, Delta, Layer, StatementOrigin } from "./types";

/** Something that is allowed and was not. */
export interface GainedAccess {
  readonly layer: Layer;
  readonly actions: readonly PolicyEntry[];
  /** Wildcards that allow the actions. */
  readonly wildcards: readonly PolicyEntry[];
  /** The resources that are new; all of them if the conditions changed. */
  readonly resources: readonly PolicyEntry[];
  readonly principals: readonly string[];
  /** One of these sets of conditions has to hold. */
  readonly conditions: readonly (readonly AccessCondition[])[];
  readonly from: readonly StatementOrigin[];
  /** It was allowed before, under other conditions. */
  readonly was: boolean;
}

/** The gained access that the permissions boundary allows. */
export function givenBy({ gained, rescoped, conditions }: Delta): readonly GainedAccess[] {
  return [
    ...gained.map((access) => ({ access, resources: access.resources, conditions: [access.conditions], was: false })),
    ...rescoped
      .filter(({ direction }) => direction !== "narrower")
      .map((access) => ({ access, resources: access.after, conditions: [access.conditions], was: false })),
    ...conditions
      .filter(({ direction }) => direction !== "added")
      .map((access) => ({ access, resources: access.resources, conditions: access.after, was: true })),
  ]
    .filter(({ access }) => access.outside !== true)
    .map(given);
}

/** A row of the delta, with what is new of it. */
interface GainedRow extends Pick<GainedAccess, "conditions" | "was"> {
  readonly access: Omit<Access, "resources" | "conditions">;
  readonly resources: readonly string[];
}

function given({ access, resources, conditions, was }: GainedRow): GainedAccess {
  const { layer, actions, wildcards, principals, from } = access;
  return {
    layer,
    actions: actions.map((text) => policyEntry("action", text)),
    wildcards: wildcards.map((text) => policyEntry("action", text)),
    resources: resources.map((text) => policyEntry("resource", text)),
    principals,
    conditions,
    from,
    was,
  };
}
