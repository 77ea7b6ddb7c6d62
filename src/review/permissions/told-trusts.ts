/** That somebody may assume a role is reported once, by the escalation that names who. */
import type { Access, Escalation } from "../../iam/delta";

/** Leaves out the access that says nothing beside what an escalation of a trust policy says: who may assume the role. */
export function withoutToldTrusts(gained: readonly Access[], escalations: readonly Escalation[]): readonly Access[] {
  const told = new Set(escalations.flatMap(toldPrincipals));
  const isTold = ({ layer, actions, conditions, principals }: Access) =>
    layer === "trust" &&
    actions.join() === "sts:AssumeRole" &&
    conditions.length === 0 &&
    principals.every((one) => told.has(one));
  return told.size === 0 ? gained : gained.filter((access) => !isTold(access));
}

/** As the delta spells them. Under conditions, the access says which. */
function toldPrincipals(escalation: Escalation): readonly string[] {
  if (escalation.code === "trust-opened-to-anyone") return escalation.isConditional ? [] : ["AWS *"];
  if (escalation.code !== "trust-opened-to-account") return [];
  return escalation.principals.map(({ name }) => `AWS ${name}`);
}
