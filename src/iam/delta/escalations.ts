/** The parts of a delta that a person has to examine: privilege escalation, and access for principals outside of the account. */

import { checkArgument } from "../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import type { Escalation } from "./escalation";
import { findExternalAccess } from "./external-access";
import { givenBy } from "./gained-access";
import { findGainsEverything, findManagesPermissions, findPassRole, isAll } from "./privilege-escalation";
import type { Delta, PrincipalPolicies } from "./types";
import { wildcardActions, wildcardResources } from "./wildcards";

export interface EscalationOptions {
  /** The account of the plan, twelve digits. @default not known: then every account may be another one */
  readonly account?: string;
  /** What was there before: who had access then does not get it now, whatever else is gained. @default not known */
  readonly before?: PrincipalPolicies;
}

/** The escalations of a delta, the worst first. */
export function escalationsOf(delta: Delta, options: EscalationOptions = {}): readonly Escalation[] {
  checkArgument(delta, "object", "escalationsOf(delta)", { lists: ["gained", "rescoped", "conditions", "denies"] });
  checkOptions(options, { account: "text", before: "object" } satisfies OptionKinds<EscalationOptions>, {
    place: "escalationsOf(options)",
  });
  const { account, before } = options;
  const gainedAccess = givenBy(delta);
  const identityAccess = gainedAccess.filter(({ layer }) => layer === "identity");
  const limitedAccess = identityAccess.filter((one) => !isAll(one));
  return [
    ...findGainsEverything(identityAccess, delta),
    ...findExternalAccess(gainedAccess, account, before),
    ...findPassRole(limitedAccess),
    ...findManagesPermissions(limitedAccess),
    ...wildcardActions(limitedAccess),
    ...wildcardResources(limitedAccess),
    ...removedBoundary(delta),
    ...removedDenies(delta),
  ];
}

function removedBoundary({ boundary }: Delta): readonly Escalation[] {
  if (boundary?.direction !== "removed") return [];
  return [{ code: "boundary-removed", boundary: boundary.before ?? "", from: [] }];
}

/** One escalation for all Deny statements that are removed or weakened. */
function removedDenies({ denies }: Delta): readonly Escalation[] {
  const removed = denies.filter(({ direction }) => direction === "removed");
  if (removed.length === 0) return [];
  return [{ code: "deny-removed", denies: removed, from: removed.flatMap(({ from }) => from) }];
}
