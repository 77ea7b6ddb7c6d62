/** Texts, examples and tests of `glue-network`. */
import type { TestFile } from "tfwright";
import { offline } from "./aws";

const VPC = "vpc-0123456789abcdef0";
const SUBNETS = { a: "subnet-0123456789abcdef0", b: "subnet-0123456789abcdef1" };
const DATABASE = { port: 5432, security_group_id: "sg-0123456789abcdef1" };

/** The policy of an endpoint for the principals of one account. */
const policyFor = (action: string, resource: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: "111111111111" }, Action: action, Resource: resource }],
  });
const S3_POLICY = policyFor("s3:GetObject", "arn:aws:s3:::example-data/*");
const GLUE_POLICY = policyFor("glue:GetJobBookmark", "*");

/** For the README. */
export const networkIam = [
  "To apply this module you need `ec2:CreateSecurityGroup`, `ec2:DeleteSecurityGroup`, `ec2:AuthorizeSecurityGroupIngress`, `ec2:AuthorizeSecurityGroupEgress`, `ec2:RevokeSecurityGroupIngress`, `ec2:RevokeSecurityGroupEgress`, `ec2:ModifySecurityGroupRules`, `ec2:CreateTags`, `ec2:DeleteTags`, `ec2:DescribeSecurityGroups`, `ec2:DescribeSecurityGroupRules` and `ec2:DescribeNetworkInterfaces`.",
  "For endpoints you also need `ec2:CreateVpcEndpoint`, `ec2:ModifyVpcEndpoint`, `ec2:DeleteVpcEndpoints`, `ec2:DescribeVpcEndpoints` and `ec2:DescribePrefixLists`. An interface endpoint with a private name also needs `route53:AssociateVPCWithHostedZone`.",
  "`glue-platform-deployer` allows all of this but `route53:AssociateVPCWithHostedZone` for the VPCs in `network_vpc_ids`.",
  "The role of a job needs `ec2:CreateNetworkInterface` in the subnet and with the security group: `connections` of `glue-role`.",
];

const connection = `The output \`networks\` has an object for each subnet, which is the \`network\` of \`glue-connection\`:

\`\`\`hcl
module "connection" {
  source = "./modules/glue-connection"

  name                  = "orders"
  network               = module.network.networks["a"]
  connection_properties = { JDBC_CONNECTION_URL = "jdbc:postgresql://orders.example.com:5432/orders" }
  credentials           = { secret_arn = aws_secretsmanager_secret.orders.arn }
}
\`\`\``;

const database = `The security group of the database must allow its port from this group:

\`\`\`hcl
resource "aws_vpc_security_group_ingress_rule" "glue" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = module.network.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}
\`\`\``;

/** For the README. */
export const networkNotes = [
  connection,
  database,
  "AWS Glue requires that a security group of a connection allows all TCP ports from itself, because the workers of a run talk to each other. The module allows this, and no other incoming traffic.",
  "A run with a connection has no public address. It needs a way to each service that it calls: Amazon S3 always, and, for what the job does, AWS Glue (`glue`), CloudWatch (`logs`, `monitoring`), Secrets Manager (`secretsmanager`), AWS KMS (`kms`) and AWS STS (`sts`). Give `s3_endpoint` and `interface_endpoints`, or a NAT gateway in the route tables of the subnets and `https_to_internet = true`.",
  "A gateway endpoint of Amazon S3 reaches buckets in its own region only. Interface endpoints need DNS support and DNS hostnames in the VPC.",
  "AWS allows one private name of a service in a VPC. If the VPC already has an endpoint for a service, leave it out of `interface_endpoints` and allow its security group with `egress`.",
  "By default an endpoint's policy allows everything that the caller may do. A policy can limit the buckets of `s3_endpoint`. It must then allow the scripts, the data, and what AWS Glue itself reads.",
];

/** Examples of the module. */
export const networkExamples = {
  basic: {
    description: "A network for jobs that read a database and Amazon S3, without a way to the internet.",
    inputs: {
      name: "orders-glue",
      vpc_id: VPC,
      subnet_ids: SUBNETS,
      egress: { database: DATABASE },
      s3_endpoint: { route_table_ids: ["rtb-0123456789abcdef0"] },
      interface_endpoints: ["glue", "logs", "secretsmanager"],
    },
  },
  internet: {
    description: "A network with a NAT gateway.",
    inputs: {
      name: "orders-glue",
      vpc_id: VPC,
      subnet_ids: SUBNETS,
      https_to_internet: true,
      egress: { database: DATABASE },
    },
  },
  complete: {
    description: "Each input.",
    inputs: {
      name: "orders-glue",
      vpc_id: VPC,
      subnet_ids: SUBNETS,
      https_to_internet: true,
      egress: {
        database: DATABASE,
        warehouse: { port: 5439, cidr_ipv4: "10.0.0.0/16" },
        dynamodb: { prefix_list_id: "pl-0123456789abcdef0" },
      },
      s3_endpoint: { route_table_ids: ["rtb-0123456789abcdef0"], policy: S3_POLICY },
      interface_endpoints: ["glue", "kms"],
      endpoint_policies: { glue: GLUE_POLICY },
      service_names: { kms: "com.amazonaws.eu-west-1.kms-fips" },
      description: "Connections of the orders jobs",
      region: "eu-west-1",
      tags: { owner: "data-team" },
    },
  },
};

/** Tests of the module. */
export const networkTests: Readonly<Record<string, TestFile>> = {
  network: {
    providers: offline,
    variables: { name: "orders", vpc_id: VPC, subnet_ids: SUBNETS },
    overrideData: { "data.aws_region.current": { region: "eu-west-1" } },
    runs: [
      {
        name: "only_itself_by_default",
        assert: [
          {
            condition:
              "aws_vpc_security_group_ingress_rule.itself.from_port == 0 && aws_vpc_security_group_ingress_rule.itself.to_port == 65535",
            message: "all ports from itself",
          },
          { condition: "aws_vpc_security_group_ingress_rule.itself.cidr_ipv4 == null", message: "from nobody else" },
          { condition: "length(aws_vpc_security_group_egress_rule.internet) == 0", message: "no internet" },
          { condition: "length(aws_vpc_security_group_egress_rule.egress) == 0", message: "no other destination" },
          { condition: "length(aws_vpc_endpoint.s3) == 0", message: "no endpoint for S3" },
          { condition: "length(aws_vpc_endpoint.interface) == 0", message: "no interface endpoint" },
          { condition: `output.networks["b"].subnet_id == "${SUBNETS.b}"`, message: "a network for each subnet" },
        ],
      },
      {
        name: "endpoints_and_destinations",
        variables: {
          egress: { database: DATABASE, list: { prefix_list_id: "pl-0123456789abcdef0" } },
          s3_endpoint: { route_table_ids: ["rtb-0123456789abcdef0"] },
          interface_endpoints: ["glue", "kms"],
          service_names: { kms: "cn.com.amazonaws.cn-north-1.kms" },
          endpoint_policies: { glue: GLUE_POLICY },
        },
        assert: [
          {
            condition: 'aws_vpc_security_group_egress_rule.egress["database"].from_port == 5432',
            message: "port of the database",
          },
          { condition: 'aws_vpc_security_group_egress_rule.egress["list"].to_port == 443', message: "HTTPS" },
          {
            condition: 'aws_vpc_endpoint.s3[0].service_name == "com.amazonaws.eu-west-1.s3"',
            message: "name of S3",
          },
          { condition: 'aws_vpc_endpoint.s3[0].vpc_endpoint_type == "Gateway"', message: "gateway" },
          {
            condition: 'aws_vpc_endpoint.interface["glue"].service_name == "com.amazonaws.eu-west-1.glue"',
            message: "name of Glue",
          },
          {
            condition: 'aws_vpc_endpoint.interface["kms"].service_name == "cn.com.amazonaws.cn-north-1.kms"',
            message: "name as given",
          },
          { condition: 'aws_vpc_endpoint.interface["glue"].private_dns_enabled', message: "private name" },
          { condition: 'length(aws_vpc_endpoint.interface["glue"].subnet_ids) == 2', message: "in each subnet" },
        ],
      },
      {
        name: "to_the_internet",
        variables: { https_to_internet: true },
        assert: [
          {
            condition: "aws_vpc_security_group_egress_rule.internet[0].from_port == 443",
            message: "HTTPS alone",
          },
        ],
      },
      {
        name: "inputs_that_are_rejected",
        variables: {
          name: "sg-orders",
          vpc_id: "main",
          subnet_ids: { a: "private" },
          egress: { all: { cidr_ipv4: "0.0.0.0/0" } },
          s3_endpoint: { route_table_ids: ["main"] },
          interface_endpoints: ["com.amazonaws.eu-west-1.glue"],
          endpoint_policies: { glue: "open" },
          description: "Glue's group",
        },
        expectFailures: [
          "var.name",
          "var.vpc_id",
          "var.subnet_ids",
          "var.egress",
          "var.s3_endpoint",
          "var.interface_endpoints",
          "var.endpoint_policies",
          "var.description",
        ],
      },
      {
        name: "one_destination_each",
        variables: { subnet_ids: {}, egress: { both: { ...DATABASE, cidr_ipv4: "10.0.0.0/16" } } },
        expectFailures: ["var.subnet_ids", "var.egress"],
      },
    ],
  },
};
