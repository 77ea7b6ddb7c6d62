/** Which types of hashicorp/aws give policies to whom: inline policies, attachments, memberships in groups. */
import { lookUp } from "../text/look-up";
import { type InlinePolicyType, policyArgument } from "./kinds";

/** Whoever has policies of identities. */
export type PrincipalKind = "role" | "user" | "group" | "permission-set";

/** Types of principals, and the attribute by which other resources name one. */
const PRINCIPALS: Readonly<Record<string, readonly [kind: PrincipalKind, name: string]>> = {
  aws_iam_role: ["role", "name"],
  aws_iam_user: ["user", "name"],
  aws_iam_group: ["group", "name"],
  aws_ssoadmin_permission_set: ["permission-set", "arn"],
};

/** An argument that names principals, and their kind. */
export type PrincipalArgument = readonly [argument: string, kind: PrincipalKind];

/** Types with an inline policy, and the argument that names the principal. */
const INLINE: Readonly<Record<Exclude<InlinePolicyType, "aws_iam_policy">, PrincipalArgument>> = {
  aws_iam_role_policy: ["role", "role"],
  aws_iam_user_policy: ["user", "user"],
  aws_iam_group_policy: ["group", "group"],
  aws_ssoadmin_permission_set_inline_policy: ["permission_set_arn", "permission-set"],
};

/** What a type attaches: the argument with ARNs of managed policies, and the arguments that name the principals. */
export interface Attachment {
  readonly policy: string;
  readonly principals: readonly PrincipalArgument[];
}

const ATTACHMENTS: Readonly<Record<string, Attachment>> = {
  aws_iam_role_policy_attachment: { policy: "policy_arn", principals: [["role", "role"]] },
  aws_iam_user_policy_attachment: { policy: "policy_arn", principals: [["user", "user"]] },
  aws_iam_group_policy_attachment: { policy: "policy_arn", principals: [["group", "group"]] },
  aws_iam_policy_attachment: {
    policy: "policy_arn",
    principals: [
      ["roles", "role"],
      ["users", "user"],
      ["groups", "group"],
    ],
  },
  aws_iam_role_policy_attachments_exclusive: { policy: "policy_arns", principals: [["role_name", "role"]] },
  aws_iam_user_policy_attachments_exclusive: { policy: "policy_arns", principals: [["user_name", "user"]] },
  aws_iam_group_policy_attachments_exclusive: { policy: "policy_arns", principals: [["group_name", "group"]] },
  aws_ssoadmin_managed_policy_attachment: {
    policy: "managed_policy_arn",
    principals: [["permission_set_arn", "permission-set"]],
  },
  aws_ssoadmin_managed_policy_attachments_exclusive: {
    policy: "managed_policy_arns",
    principals: [["permission_set_arn", "permission-set"]],
  },
};

/** What a managed policy is to its principal. */
export type ManagedPolicyUse = "attached" | "boundary";

/** Arguments beside those of {@link ATTACHMENTS} that hold ARNs of managed policies; those of blocks have the block's name in front. */
const OTHER_ARNS: Readonly<Record<string, Readonly<Record<string, ManagedPolicyUse>>>> = {
  aws_iam_role: { managed_policy_arns: "attached", permissions_boundary: "boundary" },
  aws_iam_user: { permissions_boundary: "boundary" },
  aws_ssoadmin_permissions_boundary_attachment: { "permissions_boundary.managed_policy_arn": "boundary" },
};

/** Types that put users into groups: the arguments that name the users and the groups. */
const GROUP_MEMBERSHIPS: Readonly<Record<string, readonly [users: string, groups: string]>> = {
  aws_iam_user_group_membership: ["user", "groups"],
  aws_iam_group_membership: ["users", "group"],
};

/** Which principal a type is, if it is one, and the attribute by which others name it. */
export function principalOfType(type: string): { readonly kind: PrincipalKind; readonly name: string } | undefined {
  const [kind, name] = lookUp(PRINCIPALS, type) ?? [];
  return kind === undefined || name === undefined ? undefined : { kind, name };
}

/** The argument of a type that holds an inline policy, and the argument that names whose it is. */
export function inlinePolicyOf(
  type: string,
): { readonly policy: string; readonly principal: PrincipalArgument } | undefined {
  const principal = lookUp(INLINE, type);
  return principal === undefined ? undefined : { policy: policyArgument(type as InlinePolicyType), principal };
}

/** What a type attaches to whom; undefined if it attaches nothing. */
export function attachmentOf(type: string): Attachment | undefined {
  return lookUp(ATTACHMENTS, type);
}

/** What the managed policies are for that an argument of a resource names by their ARNs; undefined if it names none. */
export function managedPolicyUse(type: string, argument: string): ManagedPolicyUse | undefined {
  if (attachmentOf(type)?.policy === argument) return "attached";
  const uses = lookUp(OTHER_ARNS, type);
  return uses === undefined ? undefined : lookUp(uses, argument);
}

/** The arguments of a type that name the users and their groups. */
export function membershipOf(type: string): readonly [users: string, groups: string] | undefined {
  return lookUp(GROUP_MEMBERSHIPS, type);
}
