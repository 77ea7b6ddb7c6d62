/** Actions that only show what there is, and nothing of what is in it. */
import type { ActionInfo } from "../data/authorization";

/** What the names of actions end with that read a property of a resource, and none of its contents. */
const PROPERTIES =
  /(?:Tags?|Tagging|TagsForResource|Policy|Policies|PolicyStatus|Acl|Attributes|Status|State|Location|Metadata|Versioning|Quotas?|Limits?|Statistics|QueueUrl|InsightRuleReport|PoolUsage|SecurityGroupsForVpc|TemplateSummary|DelegationSet|Dashboard)$/;

/** The properties of buckets: the names of the actions have the property, or end with `Configuration`. */
const OF_BUCKETS = /^Get(?:Bucket\w+|\w+Configuration)$/;

/** What shows of one what `iam:ListRoles` and its kin show of all, and what `iam:GenerateCredentialReport` shows of each user. */
const OF_IAM =
  /^Get(?:AccessKeyLastUsed|Group|InstanceProfile|LoginProfile|MFADevice|OpenIDConnectProvider|PolicyVersion|Role|SAMLProvider|ServiceLastAccessed\w+|User)$/;

const BY_SERVICE: Readonly<Record<string, RegExp>> = {
  s3: OF_BUCKETS,
  iam: OF_IAM,
};

/** Whether an action only lists, or reads metadata. The data calls much "Read" that reads contents: `sqs:ReceiveMessage`. */
export function isMetadataRead({ service, name, access }: ActionInfo): boolean {
  if (access.length === 0 || !access.every((level) => level === "List" || level === "Read")) return false;
  if (access.every((level) => level === "List")) return true;
  if (/^(List|Describe)/.test(name)) return true;
  return /^(?:Batch)?Get/.test(name) && (PROPERTIES.test(name) || BY_SERVICE[service]?.test(name) === true);
}
