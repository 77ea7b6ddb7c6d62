/** Documents that look like policies of IAM and are none: the rules are not about them. */
import { type JsonObject, memberIn, oneOrMore } from "../../json/json-node";

/**
 * Whether a document is written in another policy language: data protection of CloudWatch Logs and Amazon SNS, whose statements have
 * `DataIdentifier` and `Operation`, and stack policies of CloudFormation, whose actions are `Update:...`.
 */
export function isOtherLanguage(document: JsonObject): boolean {
  const statements = statementsOf(document);
  if (statements.length === 0) return false;
  const isProtection = (item: JsonObject) => ["DataIdentifier", "Operation"].every((name) => memberIn(item, name));
  return statements.some(isProtection) || statements.every(isOfStack);
}

/**
 * Whether a document is a policy of another cloud, which has the elements of AWS's. Where its place says that it is for AWS, as in
 * Terraform, it is a mistake.
 */
export function isOfOtherCloud(document: JsonObject): boolean {
  return statementsOf(document).some(namesOtherCloud);
}

function statementsOf(document: JsonObject): readonly JsonObject[] {
  return oneOrMore(memberIn(document, "Statement")).filter((item) => item.kind === "object");
}

/** How Alibaba Cloud, Tencent Cloud, Huawei Cloud and Volcano Engine name resources: their policies have the elements of AWS's. */
const NAME_OF_OTHER_CLOUD = /^(?:acs|qcs|trn|urn):/;

/** Kinds of principals of Alibaba Cloud, Tencent Cloud and Scaleway. */
const PRINCIPALS_OF_OTHER_CLOUDS = ["RAM", "qcs", "SCW"];

function namesOtherCloud(statement: JsonObject): boolean {
  const principal = memberIn(statement, "Principal");
  if (
    principal?.kind === "object" &&
    PRINCIPALS_OF_OTHER_CLOUDS.some((kind) => memberIn(principal, kind) !== undefined)
  )
    return true;
  const resources = oneOrMore(memberIn(statement, "Resource") ?? memberIn(statement, "NotResource"));
  return resources.some((item) => item.kind === "string" && NAME_OF_OTHER_CLOUD.test(item.value));
}

function isOfStack(statement: JsonObject): boolean {
  const actions = oneOrMore(memberIn(statement, "Action") ?? memberIn(statement, "NotAction"));
  return actions.length > 0 && actions.every((item) => item.kind === "string" && item.value.startsWith("Update:"));
}
