/**
 * What is written in place of a global condition key: its name in the console, in other tools, or with a word more. Source: IAM User Guide,
 * "AWS global condition context keys", which says what each key is about.
 */
const meant: Readonly<Record<string, readonly string[]>> = {
  "aws:MultiFactorAuthAge": ["aws:MFAAge"],
  "aws:MultiFactorAuthPresent": ["aws:MFA", "aws:MFAAuthenticated", "aws:MFAPresent", "aws:MultiFactorAuth"],
  "aws:PrincipalAccount": ["aws:Account", "aws:AccountId", "aws:PrincipalAccountId"],
  "aws:PrincipalArn": ["aws:Principal", "aws:PrincipalRole", "aws:RoleArn", "aws:UserArn"],
  "aws:PrincipalOrgID": ["aws:OrganizationId", "aws:OrgId", "aws:PrincipalOrg", "aws:PrincipalOrganizationId"],
  "aws:RequestedRegion": ["aws:CurrentRegion", "aws:Region"],
  "aws:ResourceAccount": ["aws:ResourceAccountId"],
  "aws:ResourceTag": ["aws:Tag"],
  "aws:SecureTransport": ["aws:HTTPS", "aws:SSL"],
  "aws:SourceAccount": ["aws:SourceAccountId"],
  "aws:SourceIp": ["aws:ClientIp", "aws:IpAddress", "aws:SourceIpAddress"],
  "aws:SourceVpc": ["aws:SourceVpcId", "aws:Vpc", "aws:VpcId"],
  "aws:SourceVpce": ["aws:SourceVpcEndpoint", "aws:SourceVpcEndpointId", "aws:SourceVpceId", "aws:Vpce"],
  "s3:ExistingObjectTag": ["s3:ObjectTag"],
};

const byName = new Map(
  Object.entries(meant).flatMap(([key, names]) => names.map((name) => [name.toLowerCase(), key] as const)),
);

/** The key that another name means, with what stands behind its slash; undefined where nobody knows. */
export function keyMeantBy(name: string): string | undefined {
  const slash = name.indexOf("/");
  const [stem, rest] = slash < 0 ? [name, ""] : [name.slice(0, slash), name.slice(slash)];
  const key = byName.get(stem.toLowerCase());
  return key === undefined ? undefined : key + rest;
}
