/** Policies in the arguments of a role, a user or a group itself: trust, boundary, inline and managed policies. */
import type { Layer, NamedDocument } from "../../iam/delta";
import { TRUST_ARGUMENT } from "../../iam/document/find-policies";
import { fieldsIn, isList } from "../../json/json-value";
import type { PrincipalKind } from "../../terraform/iam-attachments";
import { hasMark, markOf } from "../../terraform/plan/marks";
import { sameJson } from "../../terraform/plan/same-json";
import { words } from "../../text/message";
import type { Contribution, ContributionContext } from "./contribution";
import { fingerprint } from "./fingerprint";
import { attribute, exists, type Instance, type Side } from "./instances";
import type { PolicyTexts } from "./policy-text";
import { subjectOf } from "./principals";

/**
 * The policies of the resource before or after the change. Attributes that the configuration does not set are left out, because
 * the provider fills them with policies that other resources attach.
 */
export function ownDocuments(
  instance: Instance,
  kind: PrincipalKind,
  side: Side,
  reader: ContributionContext,
): Contribution[] {
  const { texts, attachments, references } = reader;
  const isConfigured = (name: string) =>
    instance.action === "delete" || references.sets(instance, name) || isGiven(instance, name);
  const managed = isConfigured("managed_policy_arns")
    ? [attachments.of(instance, side, "managed_policy_arns", "identity")]
    : [];
  const boundary = attachments.of(instance, side, "permissions_boundary", "boundary");
  const documents = () => [
    ...texts.of(instance, side, TRUST_ARGUMENT, "trust"),
    ...boundary.documents(),
    ...managed.flatMap((one) => one.documents()),
    ...(isConfigured("inline_policy") ? inlineBlocks(instance, side, texts) : []),
  ];
  const sources = [instance, ...boundary.policies, ...managed.flatMap(({ policies }) => policies)];
  return [{ subject: subjectOf(instance, kind), side, documents, sources }];
}

/**
 * Whether the plan shows that an attribute is set: a `dynamic` block is not in the configuration's expressions. A
 * value that the provider computes does not change, or is known only after apply as a whole.
 */
function isGiven(instance: Instance, name: string): boolean {
  const mark = markOf(instance.after.unknown, name);
  if (mark === true || !exists(instance, "after")) return false;
  if (hasMark(mark)) return true;
  const [before, after] = [attribute(instance, "before", name) ?? [], attribute(instance, "after", name) ?? []];
  return !sameJson(before, after);
}

function inlineBlocks(instance: Instance, side: Side, texts: PolicyTexts): readonly NamedDocument[] {
  const layer: Layer = "identity";
  const name = instance.address;
  const mark = markOf(instance[side].unknown, "inline_policy");
  if (mark === true)
    return [{ name, layer, reason: words("the inline policies are known only after apply"), version: side }];
  // The blocks are a set: the position of a mark may not be that of its block.
  const isSecret = hasMark(markOf(instance[side].sensitive, "inline_policy"));
  const blocks = attribute(instance, side, "inline_policy");
  return (isList(blocks) ? blocks : []).flatMap((block, index) => {
    const { policy } = fieldsIn(block);
    if (markOf(markOf(mark, index), "policy") !== undefined) {
      return [{ name, layer, reason: words("an inline policy is known only after apply"), version: side }];
    }
    if (typeof policy !== "string" || policy === "") return [];
    if (!isSecret) return texts.known(policy, layer, name);
    return [{ name, layer, reason: words("the policy is marked as sensitive"), version: fingerprint(policy) }];
  });
}
