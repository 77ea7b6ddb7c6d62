/** Policies of resources, in any attribute of any type. */

import type { Layer, NamedDocument } from "../../iam/delta";
import type { PolicyDocument, PolicyType } from "../../iam/document/policy";
import { policyKind } from "../../iam/document/policy-kinds";
import { readPolicyText } from "../../iam/document/read-policy";
import { fieldsIn, isFields, isList, type Json } from "../../json/json-value";
import { visitPolicyTexts } from "../../policy-files/plan/visit-policy-texts";
import type { Contribution, ContributionContext } from "../../policy-files/principals/contribution";
import { fingerprint } from "../../policy-files/principals/fingerprint";
import { attribute, type Instance, type Side, sidesOf } from "../../policy-files/principals/instances";
import { isOfOrganization, typeByPlace } from "../../terraform/kinds";
import { markAt } from "../../terraform/plan/marks";
import { words } from "../../text/message";
import { argued } from "./argued-grants";
import type { ResourceSubjects } from "./resource-subjects";

const NAMED_POLICY = /(^|_)polic(y|ies)(_document|_json|_text)?$/;

/** Arguments that are called policies but say nothing of who may do what: dead letters, retries, filters, how long something is kept. */
const NO_ACCESS =
  /(^|_)(redrive|redrive_allow|delivery|filter|archive|replay|retry|lifecycle|retention|backup|scaling|deployment|update|restart|ssl|tls|security_header|cache|viewer_protocol|data_protection)_polic(y|ies)(_document|_json|_text)?$/;

/** Types whose argument `policy` or `policy_document` says nothing of it either. */
const NO_ACCESS_TYPES =
  /^aws_(ecr_lifecycle_policy|ecrpublic_lifecycle_policy|efs_backup_policy|(sns_topic|cloudwatch_log)_data_protection_policy|cloudwatch_log_account_policy|cloudwatch_log_index_policy|lb_ssl_negotiation_policy|load_balancer_policy|dlm_lifecycle_policy|autoscaling_policy|appautoscaling_policy)$/;

/** The policies that a resource has, or gives to another one. Those of an unchanged resource are read only if they are needed. */
export function resourcePolicies(
  instance: Instance,
  reader: ContributionContext,
  subjects: ResourceSubjects,
): readonly Contribution[] {
  return sidesOf(instance).flatMap((side) => {
    const read = () => [...written(instance, side), ...unknown(instance, side, reader), ...argued(instance, side)];
    if (!instance.changes)
      return [{ subject: subjects.of(instance, side), side, documents: read, sources: [instance] }];
    const documents = read();
    if (documents.length === 0) return [];
    return [{ subject: subjects.of(instance, side), side, documents: () => documents, sources: [instance] }];
  });
}

/** Attributes whose text is a policy. */
function written(instance: Instance, side: Side): readonly NamedDocument[] {
  const found: NamedDocument[] = [];
  visitPolicyTexts(instance[side].value, (text, path) => {
    const { policies, problems } = readPolicyText(text, { type: limitOf(instance, side, String(path[0])) });
    const [policy] = policies;
    if (policy === undefined || policies.length > 1 || policy.pointer !== "" || problems.length > 0) return;
    const layer = layerOf(instance, policy.document);
    if (markAt(instance[side].sensitive, path) === true) {
      const reason = words("the policy is marked as sensitive");
      found.push({ name: instance.address, layer, reason, version: fingerprint(text) });
    } else found.push({ name: instance.address, layer, document: policy.document });
  });
  return found;
}

/** The kind of a policy that only limits, if it follows from the type of the resource. Other kinds are recognised by their elements. */
function limitOf(instance: Instance, side: Side, argument: string): PolicyType | undefined {
  const { type } = instance;
  const given = isOfOrganization(type) ? attribute(instance, side, "type") : undefined;
  const kind = typeByPlace({ type, organization: typeof given === "string" ? given : undefined }, argument);
  return kind === undefined || policyKind(kind).grants ? undefined : kind;
}

/**
 * Policies of an organization grant nothing: they limit what its accounts may do.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
function layerOf({ type }: Instance, document: PolicyDocument): Layer {
  if (isOfOrganization(type)) return "boundary";
  return document.type === "identity" ? "identity" : "resource";
}

/** Attributes that are known only after apply: read if they refer to a policy document, unread if their name says that they are a policy. */
function unknown(instance: Instance, side: Side, { references, texts }: ContributionContext): readonly NamedDocument[] {
  const marks = instance[side].unknown;
  if (!isFields(marks)) return [];
  return Object.keys(marks).flatMap((name) => {
    if (marks[name] !== true) return isNestedPolicy(instance, name) ? [laterPolicy(instance, side)] : [];
    const meant = references.of(instance, name).instances;
    const isDocument = meant.some(({ type }) => type === "aws_iam_policy_document");
    if (isDocument) return texts.of(instance, side, name, "resource");
    const before = attribute(instance, "before", name);
    const was = typeof before === "string" && before.includes('"Statement"');
    const isNamed = NAMED_POLICY.test(name) && !NO_ACCESS.test(name) && !NO_ACCESS_TYPES.test(instance.type);
    if (!was && !(isNamed && references.sets(instance, name))) return [];
    return [laterPolicy(instance, side)];
  });
}

function laterPolicy(instance: Instance, side: Side): NamedDocument {
  const reason = words("the policy is known only after apply");
  return { name: instance.address, layer: "resource", reason, version: side };
}

/** Whether a block of the resource had a policy that is known only after apply. */
function isNestedPolicy(instance: Instance, name: string): boolean {
  const had = attribute(instance, "before", name);
  return typeof had === "object" && had !== null && hasLaterPolicy(had, fieldsIn(instance.after.unknown)[name]);
}

function hasLaterPolicy(before: Json, marks: Json | undefined): boolean {
  if (typeof before === "string") return marks === true && before.includes('"Statement"');
  if (isList(before)) return isList(marks) && before.some((item, index) => hasLaterPolicy(item, marks[index]));
  if (!isFields(before) || !isFields(marks)) return false;
  return Object.keys(before).some((name) => hasLaterPolicy(before[name] ?? null, marks[name]));
}
