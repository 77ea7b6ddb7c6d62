/** The roles, users, groups and permission sets of a plan, with the policies that they have after it. */

import type { PolicyDocument } from "../../iam/document/policy";
import { managedPolicyName } from "../../iam/managed";
import { attachmentOf, inlinePolicyOf, type PrincipalKind, principalOfType } from "../../terraform/iam-attachments";
import type { Plan } from "../../terraform/plan/plan";
import { groupBy } from "../../text/group-by";
import type { HeldPolicy, SourcePolicy, SourcePrincipal } from "../found";
import type { Contribution } from "./contribution";
import { contributionContext } from "./contribution-context";
import { contributionsOf, isOfIam } from "./contributions";
import { instancesOf } from "./instances";
import type { PolicyTexts } from "./policy-text";
import type { Subject } from "./principals";

/** What of a plan is read. */
type PlanOfPrincipals = Pick<Plan, "resources" | "prior" | "configuration">;

/** Whether resources of a plan give policies to somebody: in a plan without any there is nothing to unite. */
export function givesPolicies({ type }: { readonly type: string }): boolean {
  return (principalOfType(type) ?? inlinePolicyOf(type) ?? attachmentOf(type)) !== undefined;
}

/** @param policies those that were found in the plan: a principal refers to them */
export function principalsOfPlan(
  plan: PlanOfPrincipals,
  policies: readonly SourcePolicy[],
): readonly SourcePrincipal[] {
  const instances = instancesOf(plan);
  const context = contributionContext(plan, instances);
  const contributions = instances.managed.filter(isOfIam).flatMap((instance) => contributionsOf(instance, context));
  const ofPrincipals = contributions.filter(
    ({ side, subject }) => side === "after" && subject.kind !== "resource" && subject.kind !== "policy",
  );
  const subjects = groupBy(ofPrincipals, ({ subject }) => subject.key);
  const byAddress = groupBy(policies, ({ address = "" }) => address);
  return [...subjects.values()].flatMap((own) => {
    const [first] = own;
    // A user has what its groups have.
    const ofGroups = own.flatMap(({ through }) => (through === undefined ? [] : (subjects.get(through.key) ?? [])));
    return first === undefined ? [] : [principalOf(first.subject, [...own, ...ofGroups], byAddress, context.texts)];
  });
}

function principalOf(
  { kind, name, instance }: Subject,
  contributions: readonly Contribution[],
  byAddress: ReadonlyMap<string, readonly SourcePolicy[]>,
  texts: PolicyTexts,
): SourcePrincipal {
  const taken = new Set<SourcePolicy>();
  const policies: HeldPolicy[] = [];
  // A policy that several resources attach is there once.
  const seen = new Set<PolicyDocument>();
  // A principal that the plan does not know has policies elsewhere.
  let hasUnknown = instance === undefined;
  for (const { subject, documents } of contributions) {
    for (const { name: given, layer, document } of documents()) {
      if (layer !== "identity" || (document !== undefined && seen.has(document))) continue;
      if (document === undefined) {
        hasUnknown = true;
        continue;
      }
      seen.add(document);
      const address = texts.sourceOf(document) ?? given;
      const free = (byAddress.get(address) ?? []).filter((one) => !taken.has(one) && one.document.type !== "trust");
      const found = alikeIn(free, document);
      if (found !== undefined) taken.add(found);
      policies.push({ name: managedPolicyName(given) ?? given, document, holder: holderOf(given, subject), found });
    }
  }
  return { kind: kind as PrincipalKind, name: instance?.address ?? name, policies, hasUnknown };
}

/** The policy that a document is: the inline policies of a role itself have one address. */
function alikeIn(policies: readonly SourcePolicy[], { size, statements }: PolicyDocument): SourcePolicy | undefined {
  const ofSize = policies.find(({ document }) => document.size === size);
  return ofSize ?? policies.find(({ document }) => document.statements.length === statements.length);
}

/** @param name the ARN of a policy of AWS, or the address of what holds the policy */
function holderOf(name: string, { kind }: Subject): HeldPolicy["holder"] {
  if (managedPolicyName(name) !== undefined) return "aws-managed-policy";
  return /(^|\.)aws_iam_policy\./.test(name) ? "managed-policy" : (kind as PrincipalKind);
}
