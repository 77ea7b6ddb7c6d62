/** The contributions of the IAM resources of a plan to principals: inline policies, attachments, trust, boundaries, groups. */

import type { NamedDocument } from "../../iam/delta";
import { type Attachment, attachmentOf, inlinePolicyOf, type PrincipalArgument } from "../../terraform/iam-attachments";
import { lookUp } from "../../text/look-up";
import { words } from "../../text/message";
import type { Contribution, ContributionContext } from "./contribution";
import { fingerprint } from "./fingerprint";
import { attribute, exists, type Instance, type Side } from "./instances";
import { isMembership, memberships } from "./memberships";
import { ownDocuments } from "./own-documents";
import { isOfPermissionSet, permissionSets } from "./permission-sets";
import { kindOfPrincipal, type Subject } from "./principals";

/** Types that list the names of all inline policies of a principal. */
const INLINE_NAMES: Readonly<Record<string, PrincipalArgument>> = {
  aws_iam_role_policies_exclusive: ["role_name", "role"],
  aws_iam_user_policies_exclusive: ["user_name", "user"],
  aws_iam_group_policies_exclusive: ["group_name", "group"],
};

/** Of a type that removes the policies which it does not list: the argument with the list, and whose policies. */
function exclusiveListOf(type: string): Attachment | undefined {
  const inline = lookUp(INLINE_NAMES, type);
  if (inline !== undefined) return { policy: "policy_names", principals: [inline] };
  return type.endsWith("_attachments_exclusive") ? attachmentOf(type) : undefined;
}

/** Whether {@link contributionsOf} reads the type; other types may have policies of resources. */
export function isOfIam(instance: Instance): boolean {
  const { type } = instance;
  const isListed = inlinePolicyOf(type) ?? attachmentOf(type) ?? exclusiveListOf(type);
  return (
    isListed !== undefined ||
    kindOfPrincipal(instance) !== undefined ||
    isMembership(instance) ||
    isOfPermissionSet(instance)
  );
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

function inline(instance: Instance, side: Side, { principals, texts }: ContributionContext): readonly Contribution[] {
  const row = inlinePolicyOf(instance.type);
  if (row === undefined) return [];
  const {
    policy,
    principal: [argument, kind],
  } = row;
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
  const row = attachmentOf(instance.type);
  if (row === undefined) return [];
  const { documents, policies } = attachments.of(instance, side, row.policy, "identity");
  return row.principals.flatMap(([argument, kind]) =>
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
  const row = exclusiveListOf(instance.type);
  if (row === undefined) return [];
  const reason = words("policies that are not listed are removed at apply, and the plan does not say which there are");
  const version = fingerprint(attribute(instance, side, row.policy));
  const document: NamedDocument = { name: instance.address, layer: "identity", reason, version };
  const subjects = row.principals.flatMap(([argument, kind]) => principals.of(instance, side, argument, kind));
  return subjects.map((subject) => ({ subject, side, documents: () => [document], sources: [instance] }));
}
