/** Texts, examples and tests of `glue-connection`. */
import type { TestFile } from "tfwright";
import { offline } from "./aws";

const SECRET = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:orders-db-a1b2c3";
const KEY = "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const URL = "jdbc:postgresql://orders.example.com:5432/orders";

const network = {
  subnet_id: "subnet-0123456789abcdef0",
  security_group_ids: ["sg-0123456789abcdef0"],
  availability_zone: "eu-west-1a",
};

/** For the README. */
export const connectionIam = [
  "To apply this module you need `glue:CreateConnection`, `glue:GetConnection`, `glue:UpdateConnection`, `glue:DeleteConnection`, `glue:GetTags`, `glue:TagResource` and `glue:UntagResource` on the connection and on the catalog (`connections` of `glue-deployer`).",
  "If `network` has no `availability_zone`, the module reads the subnet: you need `ec2:DescribeSubnets`, which has no resource types (`read_subnets` of `glue-platform-deployer`).",
  "If the account encrypts passwords of connections (`aws_glue_data_catalog_encryption_settings`), AWS also needs `kms:Encrypt` on that key.",
  "The role of the jobs and crawlers that use the connection needs the connection, its secret, the keys of the secret, and network interfaces in its subnet. `connections` of `glue-role` allows all of this: `connections = [module.connection.connection]`.",
];

const role = `The output \`connection\` is an element of \`connections\` of \`glue-role\`. It has the name, the secret and the network of the connection, so that the role gets exactly these permissions:

\`\`\`hcl
module "role" {
  source = "./modules/glue-role"

  name        = "orders-job-role"
  connections = [module.connection.connection]
}

module "job" {
  source = "./modules/glue-job"

  name            = "orders"
  role_arn        = module.role.arn
  connections     = [module.connection.name]
  script_location = "s3://example-scripts/orders.py"
  glue_version    = "5.0"
}
\`\`\``;

/** For the README. */
export const connectionNotes = [
  role,
  "The user and the password come from a secret of Secrets Manager, which AWS Glue reads when a run starts. The secret is JSON with the keys `username` and `password`. Passwords in `connection_properties` and in URLs are rejected, because they would be readable in the state and by everyone who can read the connection.",
  '`credentials` sets the property `SECRET_ID`, and for `KAFKA` the property `KAFKA_SASL_SCRAM_SECRETS_ARN`. Connections with `SparkProperties` name the secret in that JSON: `SparkProperties = jsonencode({ secretId = "orders", ... })`. Give `credentials` there too, so that `glue-role` grants the secret.',
  'Kafka client certificates need a password in the properties, so this module cannot create such a connection. Use a secret (SASL/SCRAM) or IAM (`KAFKA_SASL_MECHANISM = "AWS_MSK_IAM"`) instead.',
  '`JDBC_ENFORCE_SSL` is `"true"` for JDBC: AWS Glue then checks the certificate of the database, and the connection fails if the database does not use SSL. `connection_properties = { JDBC_ENFORCE_SSL = "false" }` turns this off.',
  "A run gets network interfaces in the subnet of `network`. One of its security groups must allow all TCP ports from itself, and the subnet needs a way to Amazon S3, such as a gateway endpoint. `glue-network` creates both. The security group of the database must allow its port from this group.",
  "The argument `authentication_configuration`, which connections to applications such as Salesforce need, is newer than the AWS provider 6.34. This module does not have it.",
];

/** Examples of the module. */
export const connectionExamples = {
  basic: {
    description: "A PostgreSQL database in a VPC, with its secret.",
    inputs: {
      name: "orders",
      connection_properties: { JDBC_CONNECTION_URL: URL },
      credentials: { secret_arn: SECRET },
      network,
    },
  },
  complete: {
    description: "Each input.",
    inputs: {
      name: "orders",
      connection_type: "JDBC",
      connection_properties: { JDBC_CONNECTION_URL: URL, JDBC_ENFORCE_SSL: "true" },
      athena_properties: { spill_bucket: "example-spill" },
      credentials: { secret_arn: SECRET, kms_key_arns: [KEY] },
      network,
      match_criteria: ["orders"],
      catalog_id: "111111111111",
      description: "Orders of the shop",
      region: "eu-west-1",
      tags: { owner: "data-team" },
    },
  },
  kafka: {
    description: "A Kafka cluster with SASL/SCRAM.",
    inputs: {
      name: "events",
      connection_type: "KAFKA",
      connection_properties: {
        KAFKA_BOOTSTRAP_SERVERS: "b-1.events.example.com:9096,b-2.events.example.com:9096",
        KAFKA_SSL_ENABLED: "true",
        KAFKA_SASL_MECHANISM: "SCRAM-SHA-512",
      },
      credentials: { secret_arn: SECRET },
      network,
    },
  },
  network: {
    description: "A way into a VPC, without a database.",
    inputs: { name: "private", connection_type: "NETWORK", network },
  },
  adopt: {
    description: "Takes over a hand-written connection without a change.",
    inputs: {
      name: "orders",
      connection_properties: { JDBC_CONNECTION_URL: URL, JDBC_ENFORCE_SSL: "false" },
      credentials: { secret_arn: SECRET },
      network,
    },
    moved: [{ from: "aws_glue_connection.orders", to: "aws_glue_connection.this" }],
  },
};

const properties = "nonsensitive(aws_glue_connection.this.connection_properties)";
const requirements = "aws_glue_connection.this.physical_connection_requirements[0]";

/** Values that have a password in them. */
const leaks = [
  "jdbc:mysql://admin:secret@db.example.com:3306/orders",
  "jdbc:oracle:thin:scott/tiger@//db.example.com:1521/orders",
  "jdbc:sqlserver://db.example.com:1433;databaseName=orders;user=admin;password=secret",
  "jdbc:redshift://db.example.com:5439/orders?user=admin&PWD=secret",
  "mongodb://admin:secret@db.example.com/orders",
  '{"url":"jdbc:x","password":"secret"}',
];

/** Values that only look so. */
const harmless = [
  "jdbc:oracle:thin:@//db.example.com:1521/orders",
  "jdbc:sqlserver://db.example.com:1433;databaseName=orders;user=admin@server;encrypt=true",
  "jdbc:snowflake://x.example.com/?user=${Username}&password=${Password}",
  "jdbc:postgresql://db.example.com:5432/orders?sslmode=require",
];

/** Tests of the module. */
export const connectionTests: Readonly<Record<string, TestFile>> = {
  connection: {
    providers: offline,
    variables: {
      name: "orders",
      connection_properties: { JDBC_CONNECTION_URL: URL },
      network,
    },
    overrideData: { "data.aws_subnet.this[0]": { availability_zone: "eu-west-1c" } },
    runs: [
      {
        name: "jdbc",
        variables: { credentials: { secret_arn: SECRET, kms_key_arns: [KEY] } },
        assert: [
          { condition: `${properties}.JDBC_ENFORCE_SSL == "true"`, message: "SSL" },
          { condition: `${properties}.SECRET_ID == "${SECRET}"`, message: "the secret by reference" },
          { condition: `${requirements}.availability_zone == "eu-west-1a"`, message: "the zone as given" },
          { condition: `output.connection.credentials.secret_arn == "${SECRET}"`, message: "secret for the role" },
          {
            condition: 'output.connection.network.subnet_id == "subnet-0123456789abcdef0"',
            message: "network for the role",
          },
          { condition: "length(data.aws_subnet.this) == 0", message: "nothing is read" },
        ],
      },
      {
        name: "zone_of_the_subnet",
        variables: {
          network: { subnet_id: "subnet-0123456789abcdef0", security_group_ids: ["sg-0123456789abcdef0"] },
          connection_properties: { JDBC_CONNECTION_URL: URL, JDBC_ENFORCE_SSL: "false" },
        },
        assert: [
          { condition: `${requirements}.availability_zone == "eu-west-1c"`, message: "zone" },
          { condition: `${properties}.JDBC_ENFORCE_SSL == "false"`, message: "the caller decides" },
          { condition: `!contains(keys(${properties}), "SECRET_ID")`, message: "no secret" },
          { condition: "output.connection.credentials == null", message: "no credentials" },
        ],
      },
      {
        name: "kafka_with_a_secret",
        variables: {
          connection_type: "KAFKA",
          connection_properties: {
            KAFKA_BOOTSTRAP_SERVERS: "b-1.example.com:9096, b-2.example.com:9096",
            KAFKA_SASL_MECHANISM: "SCRAM-SHA-512",
          },
          credentials: { secret_arn: SECRET },
          network: null,
        },
        assert: [
          { condition: `${properties}.KAFKA_SASL_SCRAM_SECRETS_ARN == "${SECRET}"`, message: "secret of Kafka" },
          { condition: `!contains(keys(${properties}), "JDBC_ENFORCE_SSL")`, message: "only for JDBC" },
          { condition: "output.connection.network == null", message: "no network" },
        ],
      },
      {
        name: "urls_without_a_password",
        variables: {
          connection_type: "CUSTOM",
          connection_properties: Object.fromEntries(
            harmless.map((url, index) => [["CONNECTION_URL", "CONNECTOR_URL", "HOST", "DATABASE"][index], url]),
          ),
        },
        assert: [{ condition: `length(${properties}) == ${harmless.length}`, message: "as given" }],
      },
      {
        name: "inputs_that_are_rejected",
        variables: {
          name: "",
          connection_type: "jdbc",
          connection_properties: { JDBC_CONNECTION_URL: URL, PASSWORD: "secret" },
          athena_properties: { password: "secret" },
          credentials: { secret_arn: "orders-db" },
          network: { ...network, subnet_id: "private", security_group_ids: ["default"] },
          match_criteria: Array.from({ length: 11 }, (_, index) => `c${index}`),
          catalog_id: "11111111111",
        },
        expectFailures: [
          "var.name",
          "var.connection_type",
          "var.connection_properties",
          "var.athena_properties",
          "var.credentials",
          "var.network",
          "var.match_criteria",
          "var.catalog_id",
        ],
      },
      ...leaks.map((url, index) => ({
        name: `a_password_in_a_value_${index}`,
        variables: { connection_properties: { JDBC_CONNECTION_URL: url } },
        expectFailures: ["var.connection_properties"],
      })),
      {
        name: "a_url_for_jdbc",
        variables: { connection_properties: {} },
        expectFailures: ["aws_glue_connection.this"],
      },
      ...["postgresql://db:5432/orders", "orders.example.com:5432", "jdbc:postgres://db:5432/orders"].map(
        (url, index) => ({
          name: `a_url_of_jdbc_${index}`,
          variables: { connection_properties: { JDBC_CONNECTION_URL: url } },
          expectFailures: ["var.connection_properties"],
        }),
      ),
      ...["SASL_SSL://b-1.example.com:9096", "b-1.example.com", "b-1.example.com:9096,b-2.example.com"].map(
        (servers, index) => ({
          name: `servers_have_ports_and_no_protocol_${index}`,
          variables: { connection_type: "KAFKA", connection_properties: { KAFKA_BOOTSTRAP_SERVERS: servers } },
          expectFailures: ["var.connection_properties"],
        }),
      ),
      ...[{}, { KAFKA_SASL_MECHANISM: "AWS_MSK_IAM" }].map((mechanism, index) => ({
        name: `the_secret_is_for_scram_${index}`,
        variables: {
          connection_type: "KAFKA",
          connection_properties: { KAFKA_BOOTSTRAP_SERVERS: "b-1.example.com:9096", ...mechanism },
          credentials: { secret_arn: SECRET },
        },
        expectFailures: ["aws_glue_connection.this"],
      })),
      {
        name: "a_secret_by_a_part_of_its_arn",
        variables: { credentials: { secret_arn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:orders/db" } },
        expectFailures: ["var.credentials"],
      },
      {
        name: "a_network_has_a_security_group",
        variables: { network: { ...network, security_group_ids: [] } },
        expectFailures: ["var.network"],
      },
      {
        name: "a_network_for_network",
        variables: { connection_type: "NETWORK", connection_properties: {}, network: null },
        expectFailures: ["aws_glue_connection.this"],
      },
    ],
  },
};
