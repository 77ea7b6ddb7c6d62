/** Condition keys that every request for an action has, because AWS refuses a request without the parameter behind them. */
import type { ActionInfo } from "../../data/authorization";

/**
 * Actions whose tags are a parameter that is required: that of 642 of the 657 operations with such a name in the API references of
 * AWS (botocore 1.43.11, `required` of the input).
 */
const TAGGING = /^(?:Batch)?(?:Tag|Untag|AddTags?|CreateTags|CreateOrUpdateTags|DeleteTags|RemoveTags?)(?![a-z])/;

/** The others: `ec2:DeleteTags` without tags deletes all of them. A session may have tags or not. */
const WITHOUT_TAGS = new Set([
  "aws-marketplace:TagResource",
  "deadline:TagResource",
  "discovery:DeleteTags",
  "ec2:DeleteTags",
  "fis:UntagResource",
  "glacier:AddTagsToVault",
  "glacier:RemoveTagsFromVault",
  "greengrass:TagResource",
  "mediaconvert:UntagResource",
  "medialive:CreateTags",
  "mq:CreateTags",
  "resource-explorer-2:TagResource",
  "sts:TagSession",
]);

/** `route53:ChangeResourceRecordSets` takes one change at least, and each has an action, a name and a type. */
const OF_RECORDS = ["normalizedrecordnames", "recordtypes", "actions"].map(
  (name) => `route53:changeresourcerecordsets${name}`,
);

/** The actions on items whose requests name the partition key, in the key, in the item or in the condition of a query. */
const ON_ITEMS = [
  "BatchGetItem",
  "BatchWriteItem",
  "ConditionCheckItem",
  "DeleteItem",
  "GetItem",
  "PutItem",
  "Query",
  "UpdateItem",
].map((name) => `dynamodb:${name}`);

/**
 * Single actions. AWS KMS API Reference, CreateGrant, requires `Operations`, and that of CloudWatch Observability Access
 * Manager `ResourceTypes` in CreateLink and UpdateLink. API Reference of Amazon Route 53, `Change` and `ResourceRecordSet`, requires the
 * parameters behind its keys; that of Amazon DynamoDB requires keys of items in these actions and none in `Scan`. AWS STS asks for
 * sts:SetContext where AssumeRole has `ProvidedContexts`, whose providers are the key. That the key is always there follows from this;
 * no page says it. AWS's own policies have ForAllValues on these keys: in the guides of Amazon Route 53 and Amazon DynamoDB on
 * fine-grained access control, and `ForAllValues:ArnEquals` in trust policies, without a test of its presence in the guides of Amazon S3
 * (Access Grants and IAM Identity Center) and of OpenSearch Service (trusted identity propagation), with one in that of AWS DevOps Agent.
 */
const REQUIRED = new Map<string, readonly string[]>([
  ["kms:CreateGrant", ["kms:grantoperations"]],
  ["oam:CreateLink", ["oam:resourcetypes"]],
  ["oam:UpdateLink", ["oam:resourcetypes"]],
  ["route53:ChangeResourceRecordSets", OF_RECORDS],
  ["sts:SetContext", ["sts:requestcontextproviders"]],
  ...ON_ITEMS.map((id) => [id, ["dynamodb:leadingkeys"]] as const),
]);

/** Whether every request for an action has a condition key. */
export function requiresKey({ id, name, access }: ActionInfo, key: string): boolean {
  const lower = key.toLowerCase();
  if (lower === "aws:tagkeys") return access.includes("Tagging") && TAGGING.test(name) && !WITHOUT_TAGS.has(id);
  return REQUIRED.get(id)?.includes(lower) === true;
}
