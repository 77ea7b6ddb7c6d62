/** The contributions of the IAM resources of a plan to principals: inline policies, attachments, trust, boundaries, groups. */
import type { NamedDocument } from "../../iam/delta";
import { type InlinePolicyType, policyArgument } from "../../terraform/kinds";
import { words } from "../../text/message";
import type { Contribution, ContributionContext } from "./contribution";
import { fingerprint } from "./fingerprint";
import { attribute, exists, type Instance, type Side } from "./instances";
import { isMembership, memberships } from "./memberships";
import { ownDocuments } from "./own-documents";
import { isOfPermissionSet, permissionSets } from "./permission-sets";
import { kindOfPrincipal, type PrincipalKind, type Subject } from "./principals";

type PrincipalArgument = readonly [argument: string, kind: PrincipalKind];

/**
 * Types of resources with an inline policy, the argument that names the principal, and its kind. A managed policy applies to the
 * principals that it is attached to.
 */
const INLINE: Readonly<Record<Exclude<InlinePolicyType, "aws_iam_policy">, PrincipalArgument>> = {
  aws_iam_role_policy: ["role", "role"],
  aws_iam_user_policy: ["user", "user"],
  aws_iam_group_policy: ["group", "group"],
  aws_ssoadmin_permission_set_inline_policy: ["permission_set_arn", "permission-set"],
};

/** Types that attach managed policies: in which argument they are, and to whom. */
const ATTACHED: Readonly<Record<string, readonly [policy: string, rows: readonly PrincipalArgument[]]>> = {
  aws_iam_role_policy_attachment: ["policy_arn", [["role", "role"]]],
  aws_iam_user_policy_attachment: ["policy_arn", [["user", "user"]]],
  aws_iam_group_policy_attachment: ["policy_arn", [["group", "group"]]],
  aws_iam_policy_attachment: [
    "policy_arn",
    [
      ["roles", "role"],
      ["users", "user"],
      ["groups", "group"],
    ],
  ],
  aws_iam_role_policy_attachments_exclusive: ["policy_arns", [["role_name", "role"]]],
  aws_iam_user_policy_attachments_exclusive: ["policy_arns", [["user_name", "user"]]],
  aws_iam_group_policy_attachments_exclusive: ["policy_arns", [["group_name", "group"]]],
  aws_ssoadmin_managed_policy_attachment: ["managed_policy_arn", [["permission_set_arn", "permission-set"]]],
  aws_ssoadmin_managed_policy_attachments_exclusive: [
    "managed_policy_arns",
    [["permission_set_arn", "permission-set"]],
  ],
};

/** Types that remove policies that they do not list: the argument with the list, and whose policies. */
const EXCLUSIVE: Readonly<Record<string, readonly [list: string, ...PrincipalArgument]>> = {
  aws_iam_role_policies_exclusive: ["policy_names", "role_name", "role"],
  aws_iam_role_policy_attachments_exclusive: ["policy_arns", "role_name", "role"],
  aws_iam_user_policies_exclusive: ["policy_names", "user_name", "user"],
  aws_iam_user_policy_attachments_exclusive: ["policy_arns", "user_name", "user"],
  aws_iam_group_policies_exclusive: ["policy_names", "group_name", "group"],
  aws_iam_group_policy_attachments_exclusive: ["policy_arns", "group_name", "group"],
  aws_ssoadmin_managed_policy_attachments_exclusive: ["managed_policy_arns", "permission_set_arn", "permission-set"],
};

/** Whether {@link contributionsOf} reads the type; other types may have policies of resources. */
export function isOfIam(instance: Instance): boolean {
  const isListed = [INLINE, ATTACHED, EXCLUSIVE].some((table) => Object.hasOwn(table, instance.type));
  return isListed || kindOfPrincipal(instance) !== undefined || isMembership(instance) || isOfPermissionSet(instance);
}

/** The contributions of an IAM resource, before and after the change. */
export function contributionsOf(instance: Instance, reader: ContributionContext): readonly Contribution[] {
  return (["before", "after"] as const).flatMap((side) => {
    if (!exists(instance, side)) return [];
    const kind = kindOfPrincipal(instance);
    if (kind !== undefined) return ownDocuments(instance, kind, side, reader);
    if (isMembership(instance)) return memberships(instance, side, reader);
    if (isOfPermissionSet(instance)) return permissionSets(instance, side, reader);
    return [
      ...inline(instance, side, reader),
      ...attached(instance, side, reader),
      ...exclusive(instance, side, reader),
    ];
  });
}

function rowOf<T>(table: Readonly<Record<string, T>>, { type }: Instance): T | undefined {
  return Object.hasOwn(table, type) ? table[type] : undefined;
}

function inline(instance: Instance, side: Side, { principals, texts }: ContributionContext): readonly Contribution[] {
  const row = rowOf(INLINE, instance);
  if (row === undefined) return [];
  const [argument, kind] = row;
  const policy = policyArgument(instance.type as InlinePolicyType);
  return principals.of(instance, side, argument, kind).map((subject) => ({
    subject,
    side,
    documents: () => [...texts.of(instance, side, policy, "identity"), ...uncertaintyOf(subject, instance)],
    sources: [instance],
  }));
}

function attached(
  instance: Instance,
  side: Side,
  { principals, attachments }: ContributionContext,
): readonly Contribution[] {
  const row = rowOf(ATTACHED, instance);
  if (row === undefined) return [];
  const [policy, rows] = row;
  const { documents, policies } = attachments.of(instance, side, policy, "identity");
  return rows.flatMap(([argument, kind]) =>
    principals.of(instance, side, argument, kind).map((subject) => ({
      subject,
      side,
      documents: () => [...documents(), ...uncertaintyOf(subject, instance)],
      sources: [instance, ...policies],
    })),
  );
}

/** If the argument may refer to another principal, the permissions of this one are unknown. */
function uncertaintyOf({ uncertainty }: Subject, { address }: Instance): readonly NamedDocument[] {
  return uncertainty === undefined ? [] : [{ name: address, layer: "identity", reason: uncertainty }];
}

/** Policies that are not listed are removed; the plan does not say which ones there are. */
function exclusive(instance: Instance, side: Side, { principals }: ContributionContext): readonly Contribution[] {
  const row = rowOf(EXCLUSIVE, instance);
  if (row === undefined) return [];
  const [list, argument, kind] = row;
  const reason = words("policies that are not listed are removed at apply, and the plan does not say which there are");
  const version = fingerprint(attribute(instance, side, list));
  const document: NamedDocument = { name: instance.address, layer: "identity", reason, version };
  const subjects = principals.of(instance, side, argument, kind);
  return subjects.map((subject) => ({ subject, side, documents: () => [document], sources: [instance] }));
}
