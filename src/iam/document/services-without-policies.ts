/** Services whose resources have no policies: a policy for everybody with their actions alone is that of a VPC endpoint. */

/**
 * Source: IAM User Guide, "AWS services that work with IAM", the services that have VPC endpoints and no policies of resources. The list
 * is not complete: a service that is not here may have them. EC2 has some of other kinds (RAM, Verified Access), which name no EC2 actions
 * for everybody.
 */
const WITHOUT_POLICIES: ReadonlySet<string> = new Set([
  "application-autoscaling",
  "athena",
  "autoscaling",
  "autoscaling-plans",
  "cloudformation",
  "cloudwatch",
  "codedeploy",
  "config",
  "datasync",
  "ebs",
  "ec2",
  "ec2messages",
  "ecs",
  "eks",
  "elasticbeanstalk",
  "elasticloadbalancing",
  "elasticmapreduce",
  "polly",
  "rds",
  "rds-data",
  "ssmmessages",
  "states",
  "storagegateway",
  "synthetics",
  "textract",
  "transcribe",
  "translate",
  "workspaces",
]);

/** Whether a service, given by its prefix in lower case, is known to have no policies of resources. */
export function hasNoResourcePolicies(service: string): boolean {
  return WITHOUT_POLICIES.has(service);
}
