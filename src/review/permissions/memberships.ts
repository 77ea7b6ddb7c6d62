/** Principals with the permissions of another one: users in groups, instance profiles, assignments of permission sets. */
import type { NamedDocument } from "../../iam/delta";
import { type Message, say, words } from "../../text/message";
import type { Contribution, ContributionContext } from "./contribution";
import { exists, type Instance, type Side, textOf } from "./instances";
import type { PrincipalKind, Subject } from "./principals";

/** Types that put users into groups: the arguments of users and of groups. */
const GROUPS: Readonly<Record<string, readonly [users: string, groups: string]>> = {
  aws_iam_user_group_membership: ["user", "groups"],
  aws_iam_group_membership: ["users", "group"],
};

/** Types that act as another principal: the argument that names it, its kind, and the words for it. */
const ACTING: Readonly<Record<string, readonly [argument: string, kind: PrincipalKind, what: string]>> = {
  aws_iam_instance_profile: ["role", "role", "instances with the profile act as the role"],
  aws_ssoadmin_account_assignment: ["permission_set_arn", "permission-set", "it is given the permission set"],
};

/** Whether {@link memberships} reads the type. */
export function isMembership({ type }: Instance): boolean {
  return Object.hasOwn(GROUPS, type) || Object.hasOwn(ACTING, type);
}

/** What the resource gives on one side: all that the other principal has, as far as the plan tells it. */
export function memberships(instance: Instance, side: Side, reader: ContributionContext): readonly Contribution[] {
  const { type } = instance;
  return Object.hasOwn(GROUPS, type) ? inGroups(instance, side, reader) : acting(instance, side, reader);
}

function inGroups(instance: Instance, side: Side, { principals }: ContributionContext): readonly Contribution[] {
  const [users, groups] = GROUPS[instance.type] as readonly [string, string];
  const subjects = principals.of(instance, side, users, "user");
  return principals.of(instance, side, groups, "group").flatMap((group) => {
    const reason = say`the user is in the group ${group.name}, and has what the group has`;
    return subjects.map((subject) => contribution({ instance, side, subject, through: group, reason }));
  });
}

/** Nothing uses a new profile yet: what its role may do is told with the role. */
function acting(instance: Instance, side: Side, { principals }: ContributionContext): readonly Contribution[] {
  const isUsed = exists(instance, "before") && exists(instance, "after");
  if (instance.type === "aws_iam_instance_profile" && !isUsed) return [];
  const [argument, kind, what] = ACTING[instance.type] as readonly [string, PrincipalKind, string];
  const subject: Subject = { kind: "resource", key: instance.address, instance, name: nameOf(instance, side) };
  return principals.of(instance, side, argument, kind).map((through) => {
    const reason = say`${words(`${what} `)}${through.name}${whose(instance, side)}`;
    return contribution({ instance, side, subject, through, reason });
  });
}

/** `GROUP 1234 in account 111111111111` of an assignment. */
function nameOf(instance: Instance, side: Side): string {
  const read = (name: string) => textOf(instance, side, name);
  if (instance.type !== "aws_ssoadmin_account_assignment") return read("name") ?? instance.address;
  return `${read("principal_type") ?? "principal"} ${read("principal_id") ?? ""} in account ${read("target_id") ?? ""}`;
}

/** Who gets the permission set; the address of an assignment does not tell it. */
function whose(instance: Instance, side: Side): Message {
  return instance.type === "aws_ssoadmin_account_assignment" ? say`: ${nameOf(instance, side)}` : [];
}

/** Somebody who has what another principal has. */
interface Membership {
  readonly instance: Instance;
  readonly side: Side;
  readonly subject: Subject;
  readonly through: Subject;
  /** What is said if the plan does not have all policies of the other principal. */
  readonly reason: Message;
}

/** A principal outside of the plan may have more policies: an unread document stands for them. */
function contribution({ instance, side, subject, through, reason }: Membership): Contribution {
  const name = `${through.kind.replace("-", " ")} ${through.name}`;
  const unread: NamedDocument = { name, layer: "identity", reason };
  const isInPlan = through.instance !== undefined && through.uncertainty === undefined;
  return { subject, side, documents: () => (isInPlan ? [] : [unread]), sources: [instance], through };
}
