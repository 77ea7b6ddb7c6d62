/** The variables of the network of Glue connections. */
import {
  add,
  and,
  at,
  bool,
  type ExprsOf,
  each,
  eq,
  fn,
  gt,
  gte,
  isNotNull,
  list,
  lte,
  map,
  mod,
  not,
  number,
  object,
  oneOf,
  optional,
  set,
  string,
  when,
} from "tfwright";
import { ec2Id, ec2Ids } from "./arns";
import { knownRegion, tags } from "./aws";
import { KEYS_ARE_KNOWN, notEmpty, shapeOf } from "./rules";

/** What AWS takes as the name or description of a security group and of its rules. */
const DESCRIPTION = "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{1,255}$";
const DESCRIPTION_FORM = "1 to 255 characters: letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*.";

const port = (input: string) => ({
  condition: (value: Parameters<typeof gte>[0]) => and(gte(value, 1), lte(value, 65535), eq(mod(value, 1), 0)),
  message: `${input} must be a port, a whole number from 1 to 65535: 5432.`,
});

/** The variables of the network. */
export const networkVariables = {
  name: string({
    description: "Name of the security group. Names of VPC endpoints (tag `Name`) begin with it.",
    validate: [
      {
        condition: (name) => fn.can(fn.regex(DESCRIPTION, name)),
        message: `name must have ${DESCRIPTION_FORM}`,
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
      validate: [
        {
          condition: (rules) => fn.alltrue(each(fn.keys(rules), (key) => fn.can(fn.regex(DESCRIPTION, key)))),
          message: `The keys of egress are the descriptions of the rules: ${DESCRIPTION_FORM}`,
          shows: "element",
        },
      ],
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
    validate: [shapeOf(DESCRIPTION, `description must have ${DESCRIPTION_FORM}`)],
  }),
  region: knownRegion,
  tags,
};

/** The inputs of the network. */
export type NetworkInputs = ExprsOf<typeof networkVariables>;
