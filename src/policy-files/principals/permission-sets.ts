/** Policies that permission sets refer to in blocks: customer managed policies and boundaries. */
import type { Layer } from "../../iam/delta";
import { fieldsIn, isList } from "../../json/json-value";
import { hasMark, markOf } from "../../terraform/plan/marks";
import { words } from "../../text/message";
import type { Attached } from "./attachments";
import type { Contribution, ContributionContext } from "./contribution";
import { attribute, type Instance, type Side } from "./instances";

/** The block of each type, and what the policy is to the permission set. */
const BLOCKS: Readonly<Record<string, readonly [block: string, layer: Layer]>> = {
  aws_ssoadmin_customer_managed_policy_attachment: ["customer_managed_policy_reference", "identity"],
  aws_ssoadmin_customer_managed_policy_attachments_exclusive: ["customer_managed_policy_reference", "identity"],
  aws_ssoadmin_permissions_boundary_attachment: ["permissions_boundary", "boundary"],
};

/** Whether {@link permissionSets} reads the type. */
export function isOfPermissionSet({ type }: Instance): boolean {
  return Object.hasOwn(BLOCKS, type);
}

/**
 * What the resource gives on one side.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/howtocmp.html: a customer managed policy is looked up by
 * its name in each account
 */
export function permissionSets(
  instance: Instance,
  side: Side,
  { principals, attachments }: ContributionContext,
): Contribution[] {
  const [block, layer] = BLOCKS[instance.type] as readonly [string, Layer];
  const blocks = attribute(instance, side, block);
  const isUnknown = hasMark(markOf(instance[side].unknown, block));
  const found: readonly Attached[] = (isList(blocks) ? blocks : []).flatMap((one) => {
    const { managed_policy_arn: arn, name, customer_managed_policy_reference: inner } = fieldsIn(one);
    const named = typeof name === "string" ? name : fieldsIn(isList(inner) ? inner[0] : undefined).name;
    if (typeof arn === "string" && arn !== "") return [attachments.known(arn, side, layer)];
    return typeof named === "string" ? [attachments.named(named, side, layer)] : [];
  });
  const reason = words("which policy is attached is known only after apply");
  const documents = () => [
    ...found.flatMap((one) => one.documents()),
    ...(isUnknown ? [{ name: instance.address, layer, reason, version: side }] : []),
  ];
  const sources = [instance, ...found.flatMap(({ policies }) => policies)];
  const subjects = principals.of(instance, side, "permission_set_arn", "permission-set");
  return subjects.map((subject) => ({ subject, side, documents, sources }));
}
