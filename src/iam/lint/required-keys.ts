/** Condition keys that every request for an action has, because AWS refuses a request without the parameter behind them. */
import type { ActionInfo } from "../data/authorization";

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

/**
 * Single actions, in lower case: AWS KMS API Reference, CreateGrant, requires `Operations`, and that of CloudWatch Observability Access
 * Manager `ResourceTypes` in CreateLink and UpdateLink; AWS STS asks for sts:SetContext where
 * AssumeRole has `ProvidedContexts`, whose providers are the key. That the key is always there follows from this; no page says it.
 * AWS's own trust policies have `ForAllValues:ArnEquals` on it: without a test of its presence in the guides of Amazon S3 (Access
 * Grants and IAM Identity Center) and of OpenSearch Service (trusted identity propagation), with one in that of AWS DevOps Agent.
 */
const REQUIRED: Readonly<Record<string, string>> = {
  "kms:CreateGrant": "kms:grantoperations",
  "oam:CreateLink": "oam:resourcetypes",
  "oam:UpdateLink": "oam:resourcetypes",
  "sts:SetContext": "sts:requestcontextproviders",
};

/** Whether every request for an action has a condition key. */
export function requiresKey({ id, name, access }: ActionInfo, key: string): boolean {
  const lower = key.toLowerCase();
  if (lower === "aws:tagkeys") return access.includes("Tagging") && TAGGING.test(name) && !WITHOUT_TAGS.has(id);
  return REQUIRED[id] === lower;
}
