/** Statements for the network interfaces that Glue creates in the subnets of connections. */
import { arnsIn, type Place } from "./place";
import type { SingleGrant, Terms } from "./terms";

const TAG = "aws-glue-service-resource";

/** Statements that an actor needs if it uses a connection with a subnet. The type parameters are those of {@link Terms}. */
export function networkGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: Place<T>,
  { subnets, securityGroups }: { readonly subnets: L; readonly securityGroups: L },
): readonly SingleGrant<L, B>[] {
  const arnOf = arnsIn(terms, place);
  const interfaces = terms.list([arnOf("ec2", "network-interface", "*")]);
  const isNeeded = terms.yes;
  return [
    {
      sid: "DescribeNetwork",
      reason: "These actions have no resource type in IAM.",
      actions: terms.list([
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcEndpoints",
      ]),
      resources: terms.list(["*"]),
      isNeeded,
    },
    {
      sid: "DescribeVpc",
      reason: "The only Describe action that can be limited to VPCs.",
      actions: terms.list(["ec2:DescribeVpcAttribute"]),
      resources: terms.list([arnOf("ec2", "vpc", "*")]),
      isNeeded,
    },
    {
      sid: "CreateNetworkInterfaces",
      reason: "Only in the subnets and with the security groups of the connections.",
      actions: terms.list(["ec2:CreateNetworkInterface"]),
      resources: terms.concat(
        interfaces,
        terms.each(subnets, "id", (id) => arnOf("ec2", "subnet", id)),
        terms.each(securityGroups, "id", (id) => arnOf("ec2", "security-group", id)),
      ),
      isNeeded,
    },
    {
      sid: "DeleteNetworkInterfaces",
      reason: "Only network interfaces that Glue created.",
      actions: terms.list(["ec2:DeleteNetworkInterface"]),
      resources: interfaces,
      conditions: [{ test: "Null", variable: `aws:ResourceTag/${TAG}`, values: terms.list(["false"]) }],
      isNeeded,
    },
    {
      sid: "TagNetworkInterfaces",
      reason:
        "Only the tag that marks the network interfaces of Glue. Without the second condition, a request without tags would be allowed.",
      actions: terms.list(["ec2:CreateTags", "ec2:DeleteTags"]),
      resources: interfaces,
      conditions: [
        { test: "ForAllValues:StringEquals", variable: "aws:TagKeys", values: terms.list([TAG]) },
        { test: "Null", variable: "aws:TagKeys", values: terms.list(["false"]) },
      ],
      isNeeded,
    },
  ];
}
