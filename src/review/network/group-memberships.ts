/** The security groups that resources of a plan have before and after it. */
import { isList, type Json, jsonAt } from "../../json/json-value";
import { exists, type Instance, type Side, sidesOf } from "../../policy-files/principals/instances";
import { groupArguments } from "./group-arguments";
import type { NamedResource, PlanNetwork } from "./plan-network";
import type { FirewallTarget } from "./reach";

/** The types of security groups. */
export const SECURITY_GROUPS: readonly string[] = ["aws_security_group", "aws_default_security_group"];

/** Resources that attach one group: the argument that names to what, and the types that it may name. */
const ATTACHMENTS: Readonly<Record<string, readonly [argument: string, types: readonly string[]]>> = {
  aws_network_interface_sg_attachment: ["network_interface_id", ["aws_network_interface"]],
  aws_vpc_endpoint_security_group_association: ["vpc_endpoint_id", ["aws_vpc_endpoint"]],
};

/** Types that make a plan one in which groups are attached. */
export const attachmentTypes: readonly string[] = Object.keys(ATTACHMENTS);

/** The groups of a resource on one side. */
export interface MemberGroups {
  /** By key: the groups, and the resource that attaches each where it is not the target itself. */
  readonly groups: ReadonlyMap<string, AttachedGroup>;
  /** Whether it has others that are known only after apply. */
  readonly hasUnknown: boolean;
}

/** A security group, and what attaches it. */
export interface AttachedGroup extends NamedResource {
  /** Address of the resource of a type of its own that attaches it. @default an argument does */
  readonly by?: string;
}

/** A resource that exists on both sides, and whose security groups change. */
export interface GroupMembership extends Readonly<Record<Side, MemberGroups>> {
  readonly target: FirewallTarget;
  /** Whether others can reach it. */
  readonly isReached: boolean;
}

/** The resources of which the security groups change. New ones are left out: nothing was behind their groups before. */
export function readGroupMemberships(network: PlanNetwork): readonly GroupMembership[] {
  const attached = readAttachments(network);
  const own = [...groupArguments].flatMap(([type, { paths, isReached }]) =>
    network
      .ofTypes([type])
      .filter((one) => (one.changes || attached.has(one.address)) && exists(one, "before") && exists(one, "after"))
      .flatMap((instance): readonly GroupMembership[] => {
        const groupsOn = (side: Side) =>
          joinGroups(
            paths.map((path) => groupsAt(network, { instance, side, path })),
            attached.get(instance.address),
            side,
          );
        const target = { key: instance.address, address: instance.address, type };
        return [{ target, isReached, before: groupsOn("before"), after: groupsOn("after") }];
      }),
  );
  const told = new Set(own.map(({ target }) => target.key));
  const outside = [...attached].filter(([key, { isNew }]) => !told.has(key) && !isNew);
  return [
    ...own,
    ...outside.map(([, { target, before, after }]) => ({
      target,
      isReached: true,
      before: { groups: before, hasUnknown: false },
      after: { groups: after, hasUnknown: false },
    })),
  ].filter(hasChange);
}

function hasChange({ before, after }: GroupMembership): boolean {
  return after.hasUnknown || !sameKeys(before.groups, after.groups);
}

/** What the provider computes because the configuration does not set it stays as it is. */
function isComputed(network: PlanNetwork, { instance, path }: GroupArgument): boolean {
  return network.references.configured(instance) !== undefined && !network.references.sets(instance, path[0] as string);
}

/** An argument that may stand in a list of blocks. */
interface GroupArgument {
  readonly instance: Instance;
  readonly side: Side;
  readonly path: readonly string[];
}

function groupsAt(network: PlanNetwork, argument: GroupArgument): MemberGroups {
  const { instance, side, path } = argument;
  const { texts, unknown } = textsAlong(instance[side].value, instance[side].unknown, path);
  const groups = new Map<string, AttachedGroup>();
  for (const text of texts) {
    const found = network.find(text, SECURITY_GROUPS, ["id", "name"]);
    groups.set(found.key, found);
  }
  if (!unknown) return { groups, hasUnknown: false };
  if (isComputed(network, argument)) return groupsAt(network, { ...argument, side: "before" });
  const meant = network.referredAlong(instance, path);
  const referred = meant.instances.filter(({ type }) => SECURITY_GROUPS.includes(type));
  for (const one of referred) groups.set(one.address, { key: one.address, instance: one });
  return { groups, hasUnknown: !meant.certain || referred.length < meant.instances.length };
}

/** The texts at the end of a path, through all blocks of a list, and whether others are known only after apply. */
function textsAlong(
  value: Json | undefined,
  unknown: Json | undefined,
  path: readonly string[],
): { readonly texts: readonly string[]; readonly unknown: boolean } {
  if (unknown === true) return { texts: [], unknown: true };
  if (isList(value) || isList(unknown)) {
    const length = Math.max(isList(value) ? value.length : 0, isList(unknown) ? unknown.length : 0);
    const parts = Array.from({ length }, (_, index) =>
      textsAlong(jsonAt(value, [index]), jsonAt(unknown, [index]), path),
    );
    return { texts: parts.flatMap(({ texts }) => texts), unknown: parts.some((part) => part.unknown) };
  }
  const [step, ...rest] = path;
  if (step !== undefined) return textsAlong(jsonAt(value, [step]), jsonAt(unknown, [step]), rest);
  return { texts: typeof value === "string" && value !== "" ? [value] : [], unknown: false };
}

/** The attachments of one target that are resources of their own. */
interface TargetAttachments extends Readonly<Record<Side, Map<string, AttachedGroup>>> {
  readonly target: FirewallTarget;
  /** Whether the plan creates the target. */
  readonly isNew: boolean;
}

function readAttachments(network: PlanNetwork): ReadonlyMap<string, TargetAttachments> {
  const found = new Map<string, TargetAttachments>();
  for (const [type, [argument, types]] of Object.entries(ATTACHMENTS)) {
    for (const instance of network.ofTypes([type])) {
      for (const side of sidesOf(instance)) {
        const member = network.resource({ instance, side, name: argument }, types, ["id"]);
        const group = network.resource({ instance, side, name: "security_group_id" }, SECURITY_GROUPS, ["id"]);
        if (member === undefined || group === undefined) continue;
        const attachments = found.get(member.key) ?? attachmentsOf(member, instance);
        found.set(member.key, attachments);
        attachments[side].set(group.key, { ...group, by: instance.address });
      }
    }
  }
  return new Map([...found].filter(([, { before, after }]) => !sameKeys(before, after)));
}

function attachmentsOf({ key, instance }: NamedResource, attachment: Instance): TargetAttachments {
  const { address, type } = instance ?? attachment;
  const shown = instance === undefined && !key.includes(" ") ? { shown: key } : {};
  const isNew = instance !== undefined && !exists(instance, "before");
  return { target: { key, address, type, ...shown }, isNew, before: new Map(), after: new Map() };
}

function sameKeys(some: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>): boolean {
  return some.size === others.size && [...some.keys()].every((key) => others.has(key));
}

/** The state of a network interface lists the groups of its attachments too: one that goes takes its group with it. */
function joinGroups(found: readonly MemberGroups[], attached: TargetAttachments | undefined, side: Side): MemberGroups {
  const groups = new Map(found.flatMap((one) => [...one.groups]));
  for (const key of side === "after" ? (attached?.before.keys() ?? []) : []) groups.delete(key);
  for (const [key, group] of attached?.[side] ?? []) groups.set(key, group);
  return { groups, hasUnknown: found.some(({ hasUnknown }) => hasUnknown) };
}
