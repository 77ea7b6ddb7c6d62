/** Principals that another one of the same type replaces. */
import { replaces } from "../../../terraform/plan/actions";
import type { ResourceChange } from "../../../terraform/plan/plan";
import type { Facts } from "../../facts";
import type { RuleMatch } from "../../rule";
import { describeLoss } from "./destruction";

/**
 * Whether policies elsewhere lose the principal that they name. AWS stores a role in them by its ID, and a new role has another
 * one, also if it has the same name. A destroyed role is told by its permissions.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function losesItsName(change: ResourceChange): boolean {
  return change.type === "aws_iam_role" && change.deposed === undefined && replaces(change.action);
}

/** What that means for those policies. */
export function describeLostName(change: ResourceChange, facts: Facts): RuleMatch {
  const lost = "policies of others that name the role no longer mean it";
  return describeLoss(change, { kind: "outage", level: "attention", lost }, facts);
}
