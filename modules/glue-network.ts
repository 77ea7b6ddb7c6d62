/** The network of Glue connections: a security group with its rules, and VPC endpoints. */

import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import type { Construct } from "constructs";
import {
  add,
  and,
  at,
  bool,
  defineModule,
  type Expr,
  type ExprsOf,
  each,
  eq,
  fn,
  gt,
  gte,
  ifNotNull,
  isNotNull,
  list,
  lte,
  type MapExpr,
  map,
  mapFrom,
  mod,
  not,
  number,
  object,
  oneOf,
  optional,
  output,
  resource,
  set,
  string,
  toMap,
  when,
} from "tfwright";
import { ec2Id, ec2Ids } from "./arns";
import { knownRegion, providers, tags } from "./aws";
import { checkovNote } from "./checkov-findings";
import { networkExamples, networkIam, networkNotes, networkTests } from "./glue-network-docs";
import { glueNetworkJa } from "./ja/glue-network";
import { SecurityGroup } from "./providers/aws/security-group";
import { VpcEndpoint } from "./providers/aws/vpc-endpoint";
import { VpcSecurityGroupEgressRule } from "./providers/aws/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "./providers/aws/vpc-security-group-ingress-rule";
import { KEYS_ARE_KNOWN, notEmpty, shapeOf } from "./rules";

const port = (input: string) => ({
  condition: (value: Parameters<typeof gte>[0]) => and(gte(value, 1), lte(value, 65535), eq(mod(value, 1), 0)),
  message: `${input} must be a port, a whole number from 1 to 65535: 5432.`,
});

const variables = {
  name: string({
    description: "Name of the security group. Names of VPC endpoints (tag `Name`) begin with it.",
    validate: [
      {
        condition: (name) => fn.can(fn.regex("^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{1,255}$", name)),
        message: "name must have 1 to 255 characters: letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*.",
      },
      {
        condition: (name) => not(fn.can(fn.regex("^sg-", name))),
        message: 'name must not start with "sg-", which only IDs of security groups do: "orders-glue".',
      },
    ],
  }),
  vpc_id: string({ description: "VPC of the connections.", validate: [ec2Id("vpc_id", "vpc")] }),
  subnet_ids: map(string({ validate: [ec2Ids("subnet_ids", "subnet")] }), {
    validate: [
      {
        condition: (subnets) => gt(fn.length(subnets), 0),
        message: 'subnet_ids must have at least one subnet: { a = "subnet-0123456789abcdef0" }.',
      },
      {
        condition: (subnets) => eq(fn.length(fn.distinct(fn.values(subnets))), fn.length(subnets)),
        message: "subnet_ids must not name a subnet twice: AWS allows one subnet of each availability zone.",
      },
    ],
    description: `Subnets for connections and interface endpoints: a name of your choice and the ID of each. AWS allows one subnet of each availability zone for endpoints. ${KEYS_ARE_KNOWN}`,
  }),
  https_to_internet: bool({
    description:
      "Whether runs can reach every address on port 443, through a NAT gateway. If false, they reach only the security group itself, the endpoints and what `egress` names.",
    default: false,
  }),
  egress: map(
    object(
      {
        port: optional(number({ description: "Port of the destination", validate: [port("port of egress")] }), 443),
        security_group_id: optional(
          string({
            description: "Security group of the destination, such as a database",
            validate: [ec2Id("security_group_id of egress", "sg")],
          }),
        ),
        prefix_list_id: optional(
          string({
            description: "Prefix list of the destination, such as an existing gateway endpoint of Amazon S3",
            validate: [ec2Id("prefix_list_id of egress", "pl")],
          }),
        ),
        cidr_ipv4: optional(
          string({
            description: "Range of addresses of the destination: `10.0.0.0/16`",
            validate: [
              {
                condition: (range) => and(fn.can(fn.cidrhost(range, 0)), not(fn.strcontains(range, ":"))),
                message: 'cidr_ipv4 of egress must be a range of IPv4 addresses: "10.0.0.0/16".',
              },
              {
                // The provider refuses it too, but does not name the input.
                condition: (range) =>
                  when(fn.can(fn.cidrhost(range, 0)), eq(fn.cidrhost(range, 0), at(fn.split("/", range), 0)), true),
                message:
                  'cidr_ipv4 of egress must start with the first address of its range: "10.0.0.0/16". For one address write "10.0.0.5/32".',
              },
              {
                condition: (range) => not(fn.can(fn.regex("/0$", range))),
                message:
                  "cidr_ipv4 of egress must not be the whole internet. For HTTPS to the internet use https_to_internet = true.",
              },
            ],
          }),
        ),
      },
      {
        validate: [
          {
            condition: (rule) =>
              eq(
                add(
                  add(when(isNotNull(rule.security_group_id), 1, 0), when(isNotNull(rule.prefix_list_id), 1, 0)),
                  when(isNotNull(rule.cidr_ipv4), 1, 0),
                ),
                1,
              ),
            message:
              'Each element of egress must have exactly one of security_group_id, prefix_list_id and cidr_ipv4: { database = { port = 5432, security_group_id = "sg-0123456789abcdef0" } }.',
          },
        ],
      },
    ),
    {
      description: `Other destinations of runs, over TCP, such as databases: a name of your choice and the destination. ${KEYS_ARE_KNOWN}`,
      default: {},
    },
  ),
  s3_endpoint: optional(
    object(
      {
        route_table_ids: list(string({ validate: [ec2Ids("route_table_ids of s3_endpoint", "rtb")] }), {
          description: "Route tables of the subnets",
          validate: [notEmpty("route_table_ids of s3_endpoint", "route table")],
        }),
        policy: optional(
          string({
            description: "JSON of the endpoint's policy. AWS's default, which allows everything, if null",
            validate: [
              {
                condition: (json) => fn.can(fn.jsondecode(json)),
                message: "policy of s3_endpoint must be JSON: data.aws_iam_policy_document.s3.json.",
              },
            ],
          }),
        ),
      },
      {
        description:
          "Creates a gateway endpoint for Amazon S3, which costs nothing. A VPC without one, and without a NAT gateway, cannot run jobs.",
      },
    ),
  ),
  interface_endpoints: set(
    oneOf(["glue", "logs", "kms", "secretsmanager", "sts", "monitoring"], {
      open: true,
      description: "Service",
      validate: [
        shapeOf(
          "^[a-z0-9][a-z0-9.-]*$",
          'interface_endpoints takes names of services, in lower case: "secretsmanager". Not their whole names and not ARNs.',
        ),
        {
          condition: (service) => not(fn.can(fn.regex("amazonaws", service))),
          message: 'interface_endpoints takes "secretsmanager", not "com.amazonaws.REGION.secretsmanager".',
        },
      ],
    }),
    {
      description:
        "Services for which an interface endpoint is created in each of `subnet_ids`: `glue`, `logs`, `kms`, `secretsmanager`, `sts`, `monitoring`, ... Each costs money by the hour. A VPC can have one private name of a service only: name those that it does not have yet. Must be known at plan time, because each creates a resource.",
      default: [],
      known: true,
    },
  ),
  endpoint_policies: map(string(), {
    description:
      "JSON of the policy of an interface endpoint, by its service. AWS's default, which allows everything that the caller may do, for all others.",
    default: {},
    validate: [
      {
        condition: (policies) => fn.alltrue(each(fn.values(policies), (json) => fn.can(fn.jsondecode(json)))),
        message: "The values of endpoint_policies must be JSON: { glue = data.aws_iam_policy_document.glue.json }.",
        shows: "element",
      },
    ],
  }),
  service_names: map(string(), {
    description:
      "Whole names of endpoint services, by their short names in `interface_endpoints`, if they are not `com.amazonaws.REGION.SERVICE`, as for some services in China.",
    default: {},
  }),
  description: string({
    description: "Description of the security group. A change replaces it.",
    default: "Connections of AWS Glue",
    validate: [
      shapeOf(
        "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{1,255}$",
        "description must have 1 to 255 characters: letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*.",
      ),
    ],
  }),
  region: knownRegion,
  tags,
};

/** The inputs of the module. */
type NetworkInputs = ExprsOf<typeof variables>;

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
  variables,
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
