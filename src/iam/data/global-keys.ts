/**
 * Condition keys that do not belong to one service.
 *
 * Source: IAM User Guide, "AWS global condition context keys" (reference_policies_condition-keys), "Data type" and
 * "Value type" of each key. Written by hand: the service authorization data has only the three that services list.
 * `aws:IsMcpServiceAction` is that of the managed policy AWSMcpServiceActionsFullAccess, `aws:PrincipalOrgMasterAccountId` that of
 * AWSSSOServiceRolePolicy.
 */
import { Memo } from "../../text/memo";

/** Type of a condition key's values: `ArrayOf...` where a request has several. */
export type KeyType = "String" | "ARN" | "Bool" | "Date" | "Numeric" | "IPAddress" | "ArrayOfString" | "ArrayOfARN";

/** A key of every service. */
interface GlobalKey {
  /** As AWS spells it: `aws:PrincipalTag/${TagKey}`. */
  readonly name: string;
  readonly type: KeyType;
  /** Only where the action or the type of its resource lists it. */
  readonly perService: boolean;
}

const byType: Readonly<Record<string, string>> = {
  String:
    "aws:CalledViaAWSMCP aws:CalledViaFirst aws:CalledViaLast aws:Ec2InstanceSourceVpc aws:FederatedProvider " +
    "aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalOrgMasterAccountId aws:PrincipalServiceName aws:PrincipalTag/${TagKey} aws:PrincipalType " +
    "aws:referer aws:RequestedRegion aws:RequestTag/${TagKey} aws:ResourceAccount aws:ResourceOrgID " +
    "aws:ResourceTag/${TagKey} aws:SourceAccount aws:SourceIdentity aws:SourceOrgID aws:SourceOwner aws:SourceVpc " +
    "aws:SourceVpce aws:UserAgent aws:userid aws:username aws:VpceAccount aws:VpceOrgID " +
    "glue:CredentialIssuingService glue:RoleAssumedBy identitystore:UserId",
  ArrayOfString:
    "aws:CalledVia aws:PrincipalOrgPaths aws:PrincipalServiceNamesList aws:ResourceOrgPaths aws:SourceOrgPaths " +
    "aws:TagKeys aws:VpceOrgPaths",
  ARN:
    "aws:ChatbotSourceArn aws:PrincipalArn aws:SignInSessionArn aws:SourceArn aws:SourceVpcArn codebuild:BuildArn " +
    "codebuild:ProjectArn ec2:SourceInstanceARN lambda:SourceFunctionArn ssm:SourceInstanceArn",
  Bool:
    "aws:AssumedRoot aws:IsMcpServiceAction aws:MultiFactorAuthPresent aws:PrincipalIsAWSService aws:SecureTransport aws:ViaAWSMCPService " +
    "aws:ViaAWSService",
  Date: "aws:CurrentTime aws:EpochTime aws:TokenIssueTime",
  Numeric: "aws:MultiFactorAuthAge ec2:RoleDelivery",
  IPAddress: "aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp",
};

const perService = ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"];

/** All of them. */
export const globalKeys: readonly GlobalKey[] = Object.entries(byType).flatMap(([type, names]) =>
  names.split(" ").map((name) => ({ name, type: type as KeyType, perService: perService.includes(name) })),
);

const byName = new Map(globalKeys.map((key) => [keyStem(key.name), key]));

/** The global key of a name, whatever its case; `aws:ResourceTag/team` is `aws:ResourceTag/${TagKey}`. */
export function findGlobalKey(name: string): GlobalKey | undefined {
  const slash = name.indexOf("/");
  return byName.get(slash < 0 ? name.toLowerCase() : name.slice(0, slash + 1).toLowerCase());
}

/** A name of the data, read once: it is compared with each key that a policy has. */
const patterns = new Memo<string, KeyPattern>(8192);

/** What stands before and after the placeholder of a key, in lower case; without `end` there is none. */
interface KeyPattern {
  readonly start: string;
  readonly end: string | undefined;
}

/** Whether a key, whatever its case, is one of a listed name: `s3:ExistingObjectTag/<key>` has any ending. */
export function isKeyOf(listed: string, key: string): boolean {
  const { start, end } = patterns.get(listed, () => readKeyPattern(listed));
  const text = key.toLowerCase();
  if (end === undefined) return text === start;
  return text.length > start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

function readKeyPattern(listed: string): KeyPattern {
  // The data of two services spells the placeholder out: `secretsmanager:ResourceTag/tag-key`.
  const parts = listed.toLowerCase().split(/\$\{[^}]*\}|<[^>]*>|(?<=\/)tag-key$/);
  return { start: parts[0] ?? "", end: parts.length > 1 ? parts.at(-1) : undefined };
}

/** Name up to its placeholder, in lower case. */
function keyStem(name: string): string {
  return (name.split("${")[0] ?? name).toLowerCase();
}
