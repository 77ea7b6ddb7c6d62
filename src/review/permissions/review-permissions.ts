/** What plans change in who may do what. */
import { escalationsOf, isEmptyDelta, type NamedDocument, permissionDelta } from "../../iam/delta";
import { isList } from "../../plan/fields";
import type { Plan } from "../../plan/plan";
import { Attachments } from "./attachments";
import { type Contribution, contributionsOf, isOfIam, type Reader } from "./contributions";
import { exists, type Instance, type Instances, instancesOf, type Side, textOf } from "./instances";
import { introducedFindings } from "./introduced";
import { PolicyTexts } from "./policy-text";
import { Principals, type Subject, subjectOf } from "./principals";
import { References } from "./references";
import { resourcePolicies } from "./resource-policies";
import type { PrincipalReview } from "./types";

/** The principals and resources of which permissions change, plan by plan, each in the order of the addresses. */
export function reviewPermissions(plans: readonly Plan[]): readonly PrincipalReview[] {
  return plans.flatMap(reviewPlan);
}

function reviewPlan(plan: Plan): readonly PrincipalReview[] {
  const instances = instancesOf(plan);
  const references = new References(plan, instances);
  const texts = new PolicyTexts(references);
  const attachments = new Attachments(instances, references, texts);
  const reader: Reader = { references, texts, attachments, principals: new Principals(instances, references) };
  const groups = groupBySubject(contributionsOfPlan(instances, reader));
  const account = accountOf(plan, instances);
  return groups
    .filter((group) => group.some(({ sources }) => sources.some(({ changes }) => changes)))
    .flatMap((group) => reviewSubject(group, plan.source, account))
    .sort((a, b) => (a.address < b.address ? -1 : Number(a.address > b.address)));
}

function contributionsOfPlan({ managed }: Instances, reader: Reader): readonly Contribution[] {
  const found = managed.flatMap((instance) => {
    if (isOfIam(instance)) return contributionsOf(instance, reader);
    return instance.changes && instance.type !== "aws_iam_policy" ? resourcePolicies(instance, reader) : [];
  });
  const attached = new Set(found.flatMap(({ sources }) => sources));
  const alone = managed.filter((one) => one.type === "aws_iam_policy" && one.changes && !attached.has(one));
  return [...found, ...alone.flatMap((policy) => unattached(policy, reader))];
}

/** A managed policy that nothing in the plan attaches; others may. */
function unattached(policy: Instance, { texts }: Reader): readonly Contribution[] {
  const subject = subjectOf(policy, "policy");
  return (["before", "after"] as const)
    .filter((side) => exists(policy, side))
    .map((side) => ({
      subject,
      side,
      documents: () => texts.of(policy, side, "policy", "identity"),
      sources: [policy],
    }));
}

function groupBySubject(contributions: readonly Contribution[]): readonly (readonly Contribution[])[] {
  const groups = new Map<string, Contribution[]>();
  for (const one of contributions) {
    const group = groups.get(one.subject.key);
    if (group === undefined) groups.set(one.subject.key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function reviewSubject(group: readonly Contribution[], plan: string, account: string | undefined): PrincipalReview[] {
  const { subject } = group[0] as Contribution;
  const change = changeOf(subject);
  // Without the principal there is nothing to limit: its boundary is none that is put on or taken off.
  const limits = ({ layer }: NamedDocument) => change === "kept" || change === "outside" || layer !== "boundary";
  const [old, now] = [documentsOf(group, "before").filter(limits), documentsOf(group, "after").filter(limits)];
  const [before, after] = [{ documents: old }, { documents: [...now, ...mayStay(old, now)] }];
  const delta = permissionDelta(before, after);
  const escalations = escalationsOf(delta, { account, before });
  const findings = introducedFindings(old, now);
  if (isEmptyDelta(delta) && delta.withoutEffect.length === 0 && findings.length === 0) return [];
  const changed = group.flatMap(({ sources }) => sources.filter(({ changes }) => changes));
  const changes = [...new Set(changed.map(({ address }) => address))].sort();
  const address = subject.instance?.address ?? changes[0] ?? subject.key;
  const type = subject.instance?.type ?? `aws_iam_${subject.kind}`;
  return [
    { kind: subject.kind, address, name: subject.name, type, plan, change, changes, delta, escalations, findings },
  ];
}

function changeOf({ instance }: Subject): PrincipalReview["change"] {
  if (instance === undefined) return "outside";
  if (!exists(instance, "before")) return "created";
  return exists(instance, "after") ? "kept" : "deleted";
}

function documentsOf(group: readonly Contribution[], side: Side): readonly NamedDocument[] {
  return group.filter((one) => one.side === side).flatMap((one) => one.documents());
}

/**
 * Where a document cannot be read after, nobody can say what of it is lost: what it allowed may stay. What it denied may
 * not: that a Deny is gone is said also where it is not sure.
 */
function mayStay(before: readonly NamedDocument[], after: readonly NamedDocument[]): readonly NamedDocument[] {
  const unread = new Set(
    after.filter(({ document }) => document === undefined).map(({ name, layer }) => `${layer} ${name}`),
  );
  if (unread.size === 0) return [];
  return before.flatMap((one) => {
    if (one.document === undefined || !unread.has(`${one.layer} ${one.name}`)) return [];
    const statements = one.document.statements.filter(({ effect }) => effect?.value === "Allow");
    return [{ ...one, document: { ...one.document, statements } }];
  });
}

/** The account of the plan: of its provider, of who plans, or of a role in it. */
function accountOf(plan: Plan, { managed }: Instances): string | undefined {
  for (const { constants } of plan.providers) {
    const allowed = constants.get("allowed_account_ids");
    const [only] = isList(allowed) && allowed.length === 1 ? allowed : [];
    if (typeof only === "string" && /^\d{12}$/.test(only)) return only;
  }
  for (const { type, values } of plan.prior.values()) {
    if (type !== "aws_caller_identity" || typeof values !== "object" || values === null) continue;
    const id = (values as { readonly account_id?: unknown }).account_id;
    if (typeof id === "string") return id;
  }
  const arns = managed.flatMap((one) => (one.type === "aws_iam_role" ? (textOf(one, "before", "arn") ?? []) : []));
  const accounts = new Set(arns.flatMap((arn) => /^arn:[^:]*:iam::(\d{12}):/.exec(arn)?.[1] ?? []));
  return accounts.size === 1 ? [...accounts][0] : undefined;
}
