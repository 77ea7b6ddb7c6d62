/** What the resources of IAM in a plan give to principals: inline policies, attachments, trust, boundaries, groups. */
import type { Layer, NamedDocument } from "../../iam/delta";
import { fieldsOf, isList } from "../../plan/fields";
import { markOf } from "../../plan/marks";
import type { Attachments } from "./attachments";
import { fingerprint } from "./fingerprint";
import { attribute, exists, type Instance, type Side } from "./instances";
import type { PolicyTexts } from "./policy-text";
import { kindOfPrincipal, type PrincipalKind, type Principals, type Subject, subjectOf } from "./principals";
import type { References } from "./references";

/** Documents that a principal has on one side because of a resource. */
export interface Contribution {
  readonly subject: Subject;
  readonly side: Side;
  /** Read when the principal turns out to change. */
  documents(): readonly NamedDocument[];
  /** The resources that it comes from. */
  readonly sources: readonly Instance[];
}

/** What contributions are read with. */
export interface Reader {
  readonly references: References;
  readonly principals: Principals;
  readonly texts: PolicyTexts;
  readonly attachments: Attachments;
}

type Row = readonly [argument: string, kind: PrincipalKind];

/** Types with a policy of their own, in `policy`, and who has it. */
const INLINE: Readonly<Record<string, Row>> = {
  aws_iam_role_policy: ["role", "role"],
  aws_iam_user_policy: ["user", "user"],
  aws_iam_group_policy: ["group", "group"],
};

/** Types that attach `policy_arn`, and to whom. */
const ATTACHED: Readonly<Record<string, readonly Row[]>> = {
  aws_iam_role_policy_attachment: [["role", "role"]],
  aws_iam_user_policy_attachment: [["user", "user"]],
  aws_iam_group_policy_attachment: [["group", "group"]],
  aws_iam_policy_attachment: [
    ["roles", "role"],
    ["users", "user"],
    ["groups", "group"],
  ],
};

/** Types that take away what they do not list. */
const EXCLUSIVE: Readonly<Record<string, Row>> = {
  aws_iam_role_policies_exclusive: ["role_name", "role"],
  aws_iam_role_policy_attachments_exclusive: ["role_name", "role"],
  aws_iam_user_policies_exclusive: ["user_name", "user"],
  aws_iam_user_policy_attachments_exclusive: ["user_name", "user"],
  aws_iam_group_policies_exclusive: ["group_name", "group"],
  aws_iam_group_policy_attachments_exclusive: ["group_name", "group"],
};

/** Types that put users into groups: the arguments of users and of groups. */
const MEMBERSHIP: Readonly<Record<string, readonly [users: string, groups: string]>> = {
  aws_iam_user_group_membership: ["user", "groups"],
  aws_iam_group_membership: ["users", "group"],
};

/** Whether {@link contributionsOf} reads the type; other types may have policies of resources. */
export function isOfIam(instance: Instance): boolean {
  const tables = [INLINE, ATTACHED, EXCLUSIVE, MEMBERSHIP];
  return kindOfPrincipal(instance) !== undefined || tables.some((table) => Object.hasOwn(table, instance.type));
}

/** What a resource of IAM gives, on both sides. */
export function contributionsOf(instance: Instance, reader: Reader): readonly Contribution[] {
  return (["before", "after"] as const).flatMap((side) => {
    if (!exists(instance, side)) return [];
    const kind = kindOfPrincipal(instance);
    if (kind !== undefined) return ownDocuments(instance, kind, side, reader);
    const { type } = instance;
    if (Object.hasOwn(INLINE, type)) return inline(instance, INLINE[type] as Row, side, reader);
    if (Object.hasOwn(ATTACHED, type)) return attached(instance, ATTACHED[type] as readonly Row[], side, reader);
    if (Object.hasOwn(EXCLUSIVE, type)) return exclusive(instance, EXCLUSIVE[type] as Row, side, reader);
    return Object.hasOwn(MEMBERSHIP, type) ? membership(instance, side, reader) : [];
  });
}

function inline(instance: Instance, [argument, kind]: Row, side: Side, { principals, texts }: Reader): Contribution[] {
  return principals.of(instance, side, argument, kind).map((subject) => ({
    subject,
    side,
    documents: () => texts.of(instance, side, "policy", "identity"),
    sources: [instance],
  }));
}

function attached(instance: Instance, rows: readonly Row[], side: Side, reader: Reader): Contribution[] {
  const { documents, policies } = reader.attachments.of(instance, side, "policy_arn", "identity");
  return rows.flatMap(([argument, kind]) =>
    reader.principals
      .of(instance, side, argument, kind)
      .map((subject) => ({ subject, side, documents, sources: [instance, ...policies] })),
  );
}

/** What a role or a user itself says. Provider attributes that nobody set repeat what other resources attach. */
function ownDocuments(instance: Instance, kind: PrincipalKind, side: Side, reader: Reader): Contribution[] {
  const { texts, attachments, references } = reader;
  const isSet = (name: string) => instance.action === "delete" || references.sets(instance, name);
  const managed = isSet("managed_policy_arns")
    ? [attachments.of(instance, side, "managed_policy_arns", "identity")]
    : [];
  const boundary = attachments.of(instance, side, "permissions_boundary", "boundary");
  const documents = () => [
    ...texts.of(instance, side, "assume_role_policy", "trust"),
    ...boundary.documents(),
    ...managed.flatMap((one) => one.documents()),
    ...(isSet("inline_policy") ? inlineBlocks(instance, side, texts) : []),
  ];
  const sources = [instance, ...boundary.policies, ...managed.flatMap(({ policies }) => policies)];
  return [{ subject: subjectOf(instance, kind), side, documents, sources }];
}

function inlineBlocks(instance: Instance, side: Side, texts: PolicyTexts): readonly NamedDocument[] {
  const layer: Layer = "identity";
  const name = instance.address;
  const mark = markOf(instance[side].unknown, "inline_policy");
  if (mark === true) return [{ name, layer, reason: "the inline policies are known only after apply", version: side }];
  const blocks = attribute(instance, side, "inline_policy");
  return (isList(blocks) ? blocks : []).flatMap((block, index) => {
    const { policy } = fieldsOf(block);
    if (markOf(markOf(mark, index), "policy") !== undefined) {
      return [{ name, layer, reason: "an inline policy is known only after apply", version: side }];
    }
    return typeof policy === "string" && policy !== "" ? texts.known(policy, layer, name) : [];
  });
}

/** Names of other policies are taken away: which ones there are is nowhere in the plan. */
function exclusive(instance: Instance, [argument, kind]: Row, side: Side, { principals }: Reader): Contribution[] {
  const listed = attribute(instance, side, "policy_names") ?? attribute(instance, side, "policy_arns");
  const reason = "policies that are not listed are removed at apply, and the plan does not say which there are";
  const document: NamedDocument = { name: instance.address, layer: "identity", reason, version: fingerprint(listed) };
  const subjects = principals.of(instance, side, argument, kind);
  return subjects.map((subject) => ({ subject, side, documents: () => [document], sources: [instance] }));
}

/** A user has what the group has, which is told with the group. */
function membership(instance: Instance, side: Side, { principals }: Reader): Contribution[] {
  const [users, groups] = MEMBERSHIP[instance.type] as readonly [string, string];
  const documents = principals.of(instance, side, groups, "group").map(
    ({ name }): NamedDocument => ({
      name: `group ${name}`,
      layer: "identity",
      reason: `the user is in the group \`${name}\`, and has what the group has`,
    }),
  );
  const subjects = principals.of(instance, side, users, "user");
  return subjects.map((subject) => ({ subject, side, documents: () => documents, sources: [instance] }));
}
