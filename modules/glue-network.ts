/** The network of Glue connections: a security group with its rules, and VPC endpoints. */

import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import type { Construct } from "constructs";
import {
  defineModule,
  type Expr,
  eq,
  fn,
  ifNotNull,
  isNotNull,
  type MapExpr,
  mapFrom,
  output,
  resource,
  toMap,
  when,
} from "tfwright";
import { providers } from "./aws";
import { checkovNote } from "./checkov-findings";
import { networkExamples, networkIam, networkNotes, networkTests } from "./glue-network-docs";
import { type NetworkInputs, networkVariables } from "./glue-network-variables";
import { glueNetworkJa } from "./ja/glue-network";
import { SecurityGroup } from "./providers/aws/security-group";
import { VpcEndpoint } from "./providers/aws/vpc-endpoint";
import { VpcSecurityGroupEgressRule } from "./providers/aws/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "./providers/aws/vpc-security-group-ingress-rule";

export const glueNetwork = defineModule({
  name: "glue-network",
  translations: { ja: glueNetworkJa },
  title: "AWS Glue network",
  description:
    "A security group for Glue connections, which allows its own traffic and what you name, and VPC endpoints for jobs without internet access.",
  iam: networkIam,
  notes: [...networkNotes, checkovNote("glue-network", "en")],
  creates: [
    "The security group, its rule for incoming traffic from itself, and its rules for outgoing traffic",
    "The VPC endpoints that you name",
  ],
  examples: networkExamples,
  tests: networkTests,
  providers,
  variables: networkVariables,
  build(scope, v) {
    const where = resource(scope, DataAwsRegion, "current", { region: v.region });
    const group = makeGroup(scope, v);
    allowItself(scope, v, group.id);
    allowEgress(scope, v, group.id);
    const s3 = makeS3Endpoint(scope, v, group.id, where.region);
    const endpoints = makeInterfaceEndpoints(scope, v, group.id, where.region);
    return {
      security_group_id: output(group.id, { description: "ID of the security group." }),
      networks: output(
        toMap(v.subnet_ids, (id, name) => [name, { subnet_id: id, security_group_ids: [group.id] }]),
        {
          description: "A network for each of `subnet_ids`, by its name: `network` of `glue-connection`.",
        },
      ),
      s3_endpoint_id: output(
        s3.one((endpoint) => endpoint.id),
        {
          description: "ID of the gateway endpoint of Amazon S3. Null without `s3_endpoint`.",
        },
      ),
      interface_endpoint_ids: output(
        endpoints.all((endpoint) => endpoint.id),
        {
          description: "IDs of the interface endpoints, by service.",
        },
      ),
    };
  },
});

function makeGroup(scope: Construct, v: NetworkInputs) {
  const forEndpoints = (input: string, values: MapExpr<Expr<string>>) => {
    const others = fn.setsubtract(fn.keys(values), v.interface_endpoints);
    return {
      condition: eq(fn.length(others), 0),
      message: `${input} can only have services of interface_endpoints, not ${fn.join(", ", others)}. Add the service to interface_endpoints, or correct the name.`,
    };
  };
  return resource(
    scope,
    SecurityGroup,
    "this",
    { name: v.name, description: v.description, vpc_id: v.vpc_id, region: v.region, tags: v.tags },
    {
      lifecycle: {
        preconditions: [
          forEndpoints("endpoint_policies", v.endpoint_policies),
          forEndpoints("service_names", v.service_names),
        ],
      },
    },
  );
}

/** All TCP ports between the members of the security group. */
function allowItself(scope: Construct, v: NetworkInputs, group: Expr<string>): void {
  const itself = {
    security_group_id: group,
    referenced_security_group_id: group,
    ip_protocol: "tcp",
    from_port: 0,
    to_port: 65535,
    region: v.region,
    tags: v.tags,
  };
  resource(scope, VpcSecurityGroupIngressRule, "itself", {
    ...itself,
    description: "The workers of a run among themselves, which AWS Glue requires",
  });
  resource(scope, VpcSecurityGroupEgressRule, "itself", {
    ...itself,
    description: "The workers of a run among themselves, and the endpoints",
  });
}

/** The arguments of a rule for HTTPS. */
const httpsOf = (v: NetworkInputs, group: Expr<string>) => ({
  security_group_id: group,
  ip_protocol: "tcp",
  from_port: 443,
  to_port: 443,
  region: v.region,
  tags: v.tags,
});

/** HTTPS to the internet, and what else the caller allows. */
function allowEgress(scope: Construct, v: NetworkInputs, group: Expr<string>): void {
  resource(
    scope,
    VpcSecurityGroupEgressRule,
    "internet",
    { ...httpsOf(v, group), cidr_ipv4: "0.0.0.0/0", description: "HTTPS to every address" },
    { count: when(v.https_to_internet, 1, 0) },
  );
  resource(
    scope,
    VpcSecurityGroupEgressRule,
    "egress",
    ({ key, value }) => ({
      security_group_id: group,
      ip_protocol: "tcp",
      from_port: value.port,
      to_port: value.port,
      referenced_security_group_id: value.security_group_id,
      prefix_list_id: value.prefix_list_id,
      cidr_ipv4: value.cidr_ipv4,
      description: key,
      region: v.region,
      tags: v.tags,
    }),
    { forEach: v.egress },
  );
}

/** The gateway endpoint of Amazon S3, and the rule that allows the way to it. */
function makeS3Endpoint(scope: Construct, v: NetworkInputs, group: Expr<string>, region: Expr<string>) {
  const count = when(isNotNull(v.s3_endpoint), 1, 0);
  const endpoint = resource(
    scope,
    VpcEndpoint,
    "s3",
    {
      vpc_id: v.vpc_id,
      vpc_endpoint_type: "Gateway",
      service_name: `com.amazonaws.${region}.s3`,
      route_table_ids: ifNotNull(v.s3_endpoint, (given) => given.route_table_ids, null),
      policy: ifNotNull(v.s3_endpoint, (given) => given.policy, null),
      region: v.region,
      tags: fn.merge(mapFrom({ Name: `${v.name}-s3` }), v.tags),
    },
    { count },
  );
  resource(
    scope,
    VpcSecurityGroupEgressRule,
    "s3",
    {
      ...httpsOf(v, group),
      prefix_list_id: endpoint.at(0).prefix_list_id,
      description: "Amazon S3 through the gateway endpoint",
    },
    { count },
  );
  return endpoint;
}

function makeInterfaceEndpoints(scope: Construct, v: NetworkInputs, group: Expr<string>, region: Expr<string>) {
  return resource(
    scope,
    VpcEndpoint,
    "interface",
    ({ value }) => ({
      vpc_id: v.vpc_id,
      vpc_endpoint_type: "Interface",
      service_name: fn.lookup(v.service_names, value, `com.amazonaws.${region}.${value}`),
      subnet_ids: fn.values(v.subnet_ids),
      security_group_ids: [group],
      private_dns_enabled: true,
      policy: fn.lookup(v.endpoint_policies, value, null),
      region: v.region,
      tags: fn.merge(mapFrom({ Name: `${v.name}-${value}` }), v.tags),
    }),
    { forEach: v.interface_endpoints },
  );
}
