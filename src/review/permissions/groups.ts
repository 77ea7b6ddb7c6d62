/** All that a plan says of permissions, by principal and by resource. */
import type { Contribution, ContributionContext } from "../../policy-files/principals/contribution";
import { contributionsOf, isOfIam } from "../../policy-files/principals/contributions";
import { exists, type Instance, type Instances, sidesOf } from "../../policy-files/principals/instances";
import { subjectOf } from "../../policy-files/principals/principals";
import { groupBy } from "../../text/group-by";
import { resourcePolicies } from "./resource-policies";
import { ResourceSubjects } from "./resource-subjects";

/** The contributions to one principal or one resource. */
export type SubjectContributions = readonly Contribution[];

/** All contributions, grouped by the key of the subject. */
export function gatherGroups(
  instances: Instances,
  reader: ContributionContext,
): ReadonlyMap<string, SubjectContributions> {
  const { managed } = instances;
  const iamContributions = managed.filter(isOfIam).flatMap((instance) => contributionsOf(instance, reader));
  const others = managed.filter((one) => !isOfIam(one) && one.type !== "aws_iam_policy");
  const contributionsOfResources = resourceContributions(
    others,
    new ResourceSubjects(instances, reader.references),
    reader,
  );
  const alone = managed
    .filter((one) => one.type === "aws_iam_policy" && one.changes)
    .filter(notAttached(iamContributions));
  return groupBySubject([
    ...iamContributions,
    ...contributionsOfResources,
    ...alone.flatMap((policy) => unattached(policy, reader)),
  ]);
}

/** Contributions that change, and the unchanged ones of the same resource: a function has many permissions. */
function resourceContributions(
  others: readonly Instance[],
  subjects: ResourceSubjects,
  reader: ContributionContext,
): readonly Contribution[] {
  const found = others.filter(({ changes }) => changes).flatMap((one) => resourcePolicies(one, reader, subjects));
  const keys = new Set(found.map(({ subject }) => subject.key));
  if (!found.some(({ sources }) => sources.some((one) => subjects.isShared(one)))) return found;
  const rest = others.filter((one) => !one.changes && subjects.isShared(one));
  const more = rest.flatMap((one) => resourcePolicies(one, reader, subjects));
  return [...found, ...more.filter(({ subject }) => keys.has(subject.key))];
}

/** Tells whether nothing in the plan attaches a policy. Something outside of the plan may attach it. */
function notAttached(contributions: readonly Contribution[]): (policy: Instance) => boolean {
  const attached = { before: new Set<Instance>(), after: new Set<Instance>() };
  for (const { side, sources } of contributions) for (const one of sources) attached[side].add(one);
  return (policy) => !attached[exists(policy, "after") ? "after" : "before"].has(policy);
}

/** A managed policy that nothing in the plan attaches. */
function unattached(policy: Instance, { texts }: ContributionContext): readonly Contribution[] {
  const subject = subjectOf(policy, "policy");
  return sidesOf(policy).map((side) => ({
    subject,
    side,
    documents: () => texts.of(policy, side, "policy", "identity"),
    sources: [policy],
  }));
}

function groupBySubject(contributions: readonly Contribution[]): ReadonlyMap<string, SubjectContributions> {
  return groupBy(contributions, ({ subject }) => subject.key);
}
