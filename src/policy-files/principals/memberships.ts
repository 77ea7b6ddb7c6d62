/**
 * Resources that give a principal the permissions of another one: group memberships, instance profiles, assignments of
 * permission sets.
 */
import type { NamedDocument } from "../../iam/delta";
import { membershipOf, type PrincipalKind } from "../../terraform/iam-attachments";
import { type Message, say, words } from "../../text/message";
import type { Contribution, ContributionContext } from "./contribution";
import { exists, type Instance, type Side, textOf } from "./instances";
import type { Subject } from "./principals";

/**
 * Types of resources that have the permissions of another principal: the argument that names it, its kind, and the words of the
 * message.
 */
const DELEGATED_ACCESS: Readonly<Record<string, readonly [argument: string, kind: PrincipalKind, what: string]>> = {
  aws_iam_instance_profile: ["role", "role", "instances with the profile act as the role"],
  aws_ssoadmin_account_assignment: ["permission_set_arn", "permission-set", "it is given the permission set"],
};

/** Whether {@link memberships} reads the type. */
export function isMembership({ type }: Instance): boolean {
  return membershipOf(type) !== undefined || Object.hasOwn(DELEGATED_ACCESS, type);
}

/**
 * What the resource contributes before or after the change: the permissions of the other principal, as far as the plan contains
 * them.
 */
export function memberships(instance: Instance, side: Side, reader: ContributionContext): readonly Contribution[] {
  const { type } = instance;
  return membershipOf(type) !== undefined
    ? groupContributions(instance, side, reader)
    : delegatedContributions(instance, side, reader);
}

function groupContributions(
  instance: Instance,
  side: Side,
  { principals }: ContributionContext,
): readonly Contribution[] {
  const [users, groups] = membershipOf(instance.type) as readonly [string, string];
  const subjects = principals.of(instance, side, users, "user");
  return principals.of(instance, side, groups, "group").flatMap((group) => {
    const reason = say`the user is in the group ${group.name}, and has what the group has`;
    return subjects.map((subject) => contribution({ instance, side, subject, through: group, reason }));
  });
}

/**
 * A profile that is created or destroyed contributes nothing: no instance uses it yet, or any more, and the role is reported by
 * itself.
 */
function delegatedContributions(
  instance: Instance,
  side: Side,
  { principals }: ContributionContext,
): readonly Contribution[] {
  const isKept = exists(instance, "before") && exists(instance, "after");
  if (instance.type === "aws_iam_instance_profile" && !isKept) return [];
  const [argument, kind, what] = DELEGATED_ACCESS[instance.type] as readonly [string, PrincipalKind, string];
  const subject: Subject = { kind: "resource", key: instance.address, instance, name: nameOf(instance, side) };
  return principals.of(instance, side, argument, kind).map((through) => {
    const reason = say`${words(`${what} `)}${through.name}${describeAssignee(instance, side)}`;
    return contribution({ instance, side, subject, through, reason });
  });
}

/** The name of the principal that gets the permissions; of an assignment `GROUP 1234 in account 111111111111`. */
function nameOf(instance: Instance, side: Side): string {
  const read = (name: string) => textOf(instance, side, name);
  if (instance.type !== "aws_ssoadmin_account_assignment") return read("name") ?? instance.address;
  return `${read("principal_type") ?? "principal"} ${read("principal_id") ?? ""} in account ${read("target_id") ?? ""}`;
}

/** The user or group that gets a permission set, for the message: the address of the assignment does not contain it. */
function describeAssignee(instance: Instance, side: Side): Message {
  return instance.type === "aws_ssoadmin_account_assignment" ? say`: ${nameOf(instance, side)}` : [];
}

/** `subject` has all permissions of `through`. */
interface Membership {
  readonly instance: Instance;
  readonly side: Side;
  readonly subject: Subject;
  readonly through: Subject;
  /** The reason that is reported if the plan does not contain all policies of `through`. */
  readonly reason: Message;
}

/** If the other principal is not in the plan, it may have more policies; a document that cannot be read stands for them. */
function contribution({ instance, side, subject, through, reason }: Membership): Contribution {
  const name = `${through.kind.replace("-", " ")} ${through.name}`;
  const unread: NamedDocument = { name, layer: "identity", reason };
  const isInPlan = through.instance !== undefined && through.uncertainty === undefined;
  return { subject, side, documents: () => (isInPlan ? [] : [unread]), sources: [instance], through };
}
