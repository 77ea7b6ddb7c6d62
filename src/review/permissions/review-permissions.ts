/** The changes of a plan to the permissions of principals and resources. */
import { escalationsOf, isEmptyDelta, type NamedDocument, permissionDelta } from "../../iam/delta";
import type { Contribution } from "../../policy-files/principals/contribution";
import { contributionContext } from "../../policy-files/principals/contribution-context";
import { exists, type Instance, instancesOf, type Side } from "../../policy-files/principals/instances";
import type { PolicyTexts } from "../../policy-files/principals/policy-text";
import type { Subject } from "../../policy-files/principals/principals";
import type { Plan } from "../../terraform/plan/plan";
import { Accounts } from "./accounts";
import { gatherGroups, type SubjectContributions } from "./groups";
import { introducedFindings } from "./introduced";
import { followReplacements } from "./replaced-targets";
import { nameOf } from "./resource-subjects";
import type { PrincipalReview } from "./types";

/** The principals and resources of which permissions change, plan by plan, each in the order of the addresses. */
export function reviewPermissions(plans: readonly Plan[]): readonly PrincipalReview[] {
  return plans.flatMap(reviewPlan);
}

function reviewPlan(plan: Plan): readonly PrincipalReview[] {
  const instances = instancesOf(plan);
  const reader = contributionContext(plan, instances);
  const { references, texts } = reader;
  const groups = gatherGroups(instances, reader);
  const context = { plan: plan.source, accounts: new Accounts(plan, references), texts };
  return [...groups.values()]
    .filter((group) => group.some(({ sources }) => sources.some(({ changes }) => changes)))
    .flatMap((group) => reviewSubject(group, groups, context))
    .sort((a, b) => (a.address < b.address ? -1 : Number(a.address > b.address)));
}

/** What the review of every subject of a plan needs. */
interface SubjectContext {
  /** `Plan.source` */
  readonly plan: string;
  readonly accounts: Accounts;
  readonly texts: PolicyTexts;
}

/** Types with a policy that only limits what their role gives: one that comes or goes gives and takes nothing that it names. */
const SESSIONS: ReadonlySet<string> = new Set(["aws_transfer_access", "aws_transfer_user", "awscc_transfer_user"]);

function reviewSubject(
  group: SubjectContributions,
  groups: ReadonlyMap<string, SubjectContributions>,
  { plan, accounts, texts }: SubjectContext,
): readonly PrincipalReview[] {
  const { subject } = group[0] as Contribution;
  const changed = changedSources(group);
  const main = subject.kind === "resource" ? (subject.instance ?? changed[0]) : subject.instance;
  const change = changeOf(main);
  // A principal that is created or deleted has no permissions on the other side: its boundary is neither added nor removed.
  const isLimited = change === "kept" || change === "outside" || subject.kind === "resource";
  const limits = ({ layer }: NamedDocument) => isLimited || layer !== "boundary";
  const read = documentsOf(group, groups);
  const sides = { before: read.before.filter(limits), after: read.after.filter(limits) };
  if (SESSIONS.has(main?.type ?? "") && change === "kept" && sides.before.length * sides.after.length === 0) return [];
  const { before: old, after: now, followed } = followReplacements(sides, texts);
  const [before, after] = [{ documents: old }, { documents: [...now, ...mayStay(old, now)] }];
  const account = accounts.of(main ?? changed[0]);
  const delta = permissionDelta(before, after, { account });
  const escalations = escalationsOf(delta, { account, before });
  const findings = introducedFindings(old, now);
  const isEmpty = isEmptyDelta(delta) && delta.withoutEffect.length === 0;
  if (isEmpty && findings.length === 0 && followed.length === 0) return [];
  const changes = [...new Set(changed.map(({ address }) => address))];
  const address = main?.address ?? changes[0] ?? subject.key;
  const type = main?.type ?? typeOf(subject);
  const name = main === undefined || subject.instance !== undefined ? subject.name : nameOf(main);
  const { sources } = read;
  const { kind } = subject;
  const found = { kind, address, name, type, plan, change, changes, sources, delta, followed, escalations, findings };
  return [{ ...found, ...(account !== undefined && { account }) }];
}

/** Sorted by their addresses. */
function changedSources(group: SubjectContributions): readonly Instance[] {
  const found = group.flatMap(({ sources }) => sources.filter(({ changes }) => changes));
  return found.sort((a, b) => (a.address < b.address ? -1 : Number(a.address > b.address)));
}

function typeOf({ kind }: Subject): string {
  return kind === "permission-set" ? "aws_ssoadmin_permission_set" : `aws_iam_${kind}`;
}

function changeOf(instance: Instance | undefined): PrincipalReview["change"] {
  if (instance === undefined) return "outside";
  if (!exists(instance, "before")) return "created";
  return exists(instance, "after") ? "kept" : "deleted";
}

/** The documents of both sides, and for each document, by its name, the addresses of the changed resources that it comes from. */
interface SubjectDocuments extends Readonly<Record<Side, readonly NamedDocument[]>> {
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

function documentsOf(group: SubjectContributions, groups: ReadonlyMap<string, SubjectContributions>): SubjectDocuments {
  const read = { before: [] as NamedDocument[], after: [] as NamedDocument[] };
  const sources = new Map<string, Set<string>>();
  for (const one of group) {
    const documents = [...one.documents(), ...documentsThrough(one, groups)];
    for (const document of documents) read[one.side].push(document);
    const addresses = one.sources.filter(({ changes }) => changes).map(({ address }) => address);
    for (const { name } of addresses.length === 0 ? [] : documents) {
      const known = sources.get(name) ?? new Set();
      sources.set(name, known);
      for (const address of addresses) known.add(address);
    }
  }
  return { ...read, sources: new Map([...sources].map(([name, known]) => [name, [...known].sort()])) };
}

/**
 * The documents of the group or role. If the membership does not change, its old documents count before and after, because a change
 * of the group is reported at the group.
 */
function documentsThrough({ through, side, sources }: Contribution, groups: ReadonlyMap<string, SubjectContributions>) {
  if (through === undefined) return [];
  const from = sources.some(({ changes }) => changes) ? side : "before";
  const theirs = (groups.get(through.key) ?? []).filter((one) => one.side === from && one.through === undefined);
  return theirs.flatMap((one) => one.documents()).filter(({ layer }) => layer === "identity" || layer === "boundary");
}

/**
 * If the new version of a document cannot be read, what the old one allowed may stay, so that it is not reported as lost. What
 * the old one denied is reported as a Deny that may be gone: that is the dangerous side.
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
