/** A connection to a data store, and what a role needs to use it. */
import type { Construct } from "constructs";
import {
  and,
  defineModule,
  type Expr,
  type ExprsOf,
  each,
  eq,
  fn,
  ifNotNull,
  isNotNull,
  isNull,
  list,
  local,
  lte,
  map,
  mapFrom,
  ne,
  not,
  object,
  oneOf,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  string,
  toMap,
  when,
} from "tfwright";
import { catalogId, ec2Id, ec2Ids, secretArn } from "./arns";
import { providers, region, tags } from "./aws";
import { noPasswords } from "./connection-secrets";
import { connectionExamples, connectionIam, connectionNotes, connectionTests } from "./glue-connection-docs";
import { glueConnectionJa } from "./ja/glue-connection";
import { kmsKeyArns } from "./kms-key-arn";
import { DataSubnet } from "./providers/aws/data-subnet";
import { GlueConnection } from "./providers/aws/glue-connection";
import { notEmpty, shapeOf } from "./rules";

/** Properties that `credentials` sets. */
const OF_CREDENTIALS = ["SECRET_ID", "KAFKA_SASL_SCRAM_SECRETS_ARN"];

/** Hosts with ports, as Kafka reads them. */
const BROKERS = "^\\s*[^/\\s,]+:[0-9]+\\s*(,\\s*[^/\\s,]+:[0-9]+\\s*)*$";

/**
 * Types of which AWS rejects a connection without a property.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-connections-connections.html
 */
const NEEDED = {
  KAFKA: "KAFKA_BOOTSTRAP_SERVERS",
  MONGODB: "CONNECTION_URL",
  MARKETPLACE: "CONNECTION_URL",
};

const variables = {
  name: string({
    description: "Name of the connection.",
    validate: [
      { condition: (name) => fn.can(fn.regex("^.{1,255}$", name)), message: "name must have 1 to 255 characters." },
    ],
  }),
  connection_type: oneOf(
    ["JDBC", "KAFKA", "MONGODB", "NETWORK", "CUSTOM", "MARKETPLACE", "SNOWFLAKE", "BIGQUERY", "OPENSEARCH", "AZURESQL"],
    {
      description:
        "Type of the connection: `JDBC`, `KAFKA`, `MONGODB`, `NETWORK`, `CUSTOM`, `MARKETPLACE`, `SNOWFLAKE`, `BIGQUERY`, ...",
      open: true,
      default: "JDBC",
      validate: [
        shapeOf("^[A-Z][A-Z0-9_]*$", 'connection_type must be in capital letters: "JDBC", "KAFKA" or "NETWORK".'),
      ],
    },
  ),
  connection_properties: map(string(), {
    description:
      "Properties of the connection: `JDBC_CONNECTION_URL`, `JDBC_ENFORCE_SSL`, `KAFKA_BOOTSTRAP_SERVERS`, `CONNECTION_URL`, ... No password: use `credentials`.",
    default: {},
    validate: [
      ...noPasswords("connection_properties"),
      {
        condition: (properties) =>
          fn.alltrue(each(fn.keys(properties), (key) => not(fn.contains(OF_CREDENTIALS, key)))),
        message:
          'Set SECRET_ID and KAFKA_SASL_SCRAM_SECRETS_ARN with credentials, not in connection_properties: credentials = { secret_arn = "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-abcdef" }. The role then gets access to the secret, too.',
        shows: "element",
      },
      {
        condition: (properties) => fn.can(fn.regex("^jdbc:", fn.lookup(properties, "JDBC_CONNECTION_URL", "jdbc:"))),
        message:
          'JDBC_CONNECTION_URL of connection_properties must start with jdbc: "jdbc:postgresql://HOST:5432/DATABASE".',
        shows: "element",
      },
      {
        condition: (properties) =>
          not(fn.can(fn.regex("^jdbc:postgres:", fn.lookup(properties, "JDBC_CONNECTION_URL", "")))),
        message:
          'JDBC_CONNECTION_URL of connection_properties names PostgreSQL postgresql, not postgres: "jdbc:postgresql://HOST:5432/DATABASE".',
        shows: "element",
      },
      {
        condition: (properties) =>
          fn.can(fn.regex(BROKERS, fn.lookup(properties, "KAFKA_BOOTSTRAP_SERVERS", "host:1"))),
        message:
          'KAFKA_BOOTSTRAP_SERVERS of connection_properties must be hosts with their ports and commas between them, without a protocol: "b-1.example.com:9096,b-2.example.com:9096".',
        shows: "element",
      },
      {
        condition: (properties) => fn.contains(["true", "false"], fn.lookup(properties, "JDBC_ENFORCE_SSL", "true")),
        message: 'JDBC_ENFORCE_SSL of connection_properties must be "true" or "false", in lower case.',
        shows: "element",
      },
    ],
  }),
  athena_properties: map(string(), {
    description: "Properties that only Athena uses: `lambda_function_arn`, `spill_bucket`, `spill_prefix`, ...",
    default: {},
    validate: noPasswords("athena_properties"),
  }),
  credentials: optional(
    object(
      {
        secret_arn: string({
          description: "ARN of the secret with user and password",
          validate: [secretArn("secret_arn of credentials")],
        }),
        kms_key_arns: optional(
          list(string({ validate: [kmsKeyArns("kms_key_arns of credentials")] }), {
            description:
              "ARNs of the KMS keys of the secret and of the connection's password, for the role; their number must be known at plan time",
          }),
          [],
        ),
      },
      { description: "Where user and password are." },
    ),
  ),
  network: optional(
    object(
      {
        subnet_id: string({
          description: "Subnet of the network interfaces",
          validate: [ec2Id("subnet_id of network", "subnet")],
        }),
        security_group_ids: list(string({ validate: [ec2Ids("security_group_ids of network", "sg")] }), {
          description: "Security groups of the network interfaces. One of them must allow all TCP ports from itself",
          validate: [notEmpty("security_group_ids of network", "security group")],
        }),
        availability_zone: optional(
          string({
            description:
              "Availability zone of the subnet. If null, the module reads it from AWS. Set it to plan without AWS credentials. It must be known at plan time: otherwise leave it out",
            known: true,
            validate: [
              shapeOf(
                "^$|[0-9][a-z]$",
                'availability_zone of network must be the name of a zone, not its region and not its ID: "eu-west-1a".',
              ),
            ],
          }),
        ),
      },
      { description: "Where in a VPC the connection is: an element of `networks` of `glue-network`." },
    ),
  ),
  match_criteria: list(string(), {
    description: "Criteria by which the connection can be chosen, at most 10.",
    default: [],
    validate: [
      {
        condition: (criteria) => lte(fn.length(criteria), 10),
        message: 'match_criteria can have at most 10 elements: ["orders"].',
      },
    ],
  }),
  catalog_id: optional(
    string({
      description: "Catalog of the connection: an account ID. The caller's account if null.",
      validate: [catalogId("catalog_id")],
    }),
  ),
  description: optional(string({ description: "What the connection is for." })),
  region,
  tags,
};

/** The inputs of the module. */
type ConnectionInputs = ExprsOf<typeof variables>;

export const glueConnection = defineModule({
  name: "glue-connection",
  wrapper: true,
  translations: { ja: glueConnectionJa },
  title: "AWS Glue connection",
  description:
    "A Glue connection to a database, a Kafka cluster or a network in a VPC. Its password comes from Secrets Manager.",
  differences: [
    {
      input: "connection_properties",
      theirs: "no JDBC_ENFORCE_SSL",
      ours: 'JDBC_ENFORCE_SSL = "true" for JDBC',
      undo: 'connection_properties = { JDBC_ENFORCE_SSL = "false" }',
    },
  ],
  iam: connectionIam,
  notes: connectionNotes,
  examples: connectionExamples,
  tests: connectionTests,
  providers,
  variables,
  build(scope, v) {
    const subnet = resource(
      scope,
      DataSubnet,
      "this",
      { id: ifNotNull(v.network, (network) => network.subnet_id, null), region: v.region },
      {
        count: ifNotNull(v.network, (network) => when(isNull(network.availability_zone), 1, 0), 0),
      },
    );
    const connection = makeConnection(scope, v, subnet.at(0).availability_zone);
    return {
      name: output(connection.name, { description: "Name of the connection." }),
      arn: output(connection.arn, { description: "ARN of the connection." }),
      connection: output(
        {
          name: connection.name,
          credentials: v.credentials,
          network: ifNotNull(
            v.network,
            (network) => ({ subnet_id: network.subnet_id, security_group_ids: network.security_group_ids }),
            null,
          ),
        },
        { description: "The connection as an element of `connections` of `glue-role` and `glue-role-policies`." },
      ),
    };
  },
});

function makeConnection(scope: Construct, v: ConnectionInputs, zoneOfSubnet: Expr<string>) {
  const properties = fn.merge(
    when(isJdbc(v), mapFrom({ JDBC_ENFORCE_SSL: "true" }), mapFrom<string>({})),
    v.connection_properties,
    secretProperties(scope, v),
  );
  return resource(
    scope,
    GlueConnection,
    "this",
    {
      name: v.name,
      description: v.description,
      catalog_id: v.catalog_id,
      connection_type: v.connection_type,
      connection_properties: properties,
      athena_properties: v.athena_properties,
      match_criteria: v.match_criteria,
      region: v.region,
      tags: v.tags,
      physical_connection_requirements: optionalBlock(v.network, (network) => ({
        subnet_id: network.subnet_id,
        security_group_id_list: network.security_group_ids,
        availability_zone: ifNotNull(network.availability_zone, (zone) => zone, zoneOfSubnet),
      })),
    },
    { lifecycle: { preconditions: preconditionsOf(scope, v) } },
  );
}

const isJdbc = (v: ConnectionInputs) => eq(v.connection_type, "JDBC");

const has = (v: ConnectionInputs, property: string) => fn.contains(fn.keys(v.connection_properties), property);

/** The property with the secret, where there are credentials. */
function secretProperties(scope: Construct, v: ConnectionInputs) {
  const none: readonly string[] = [];
  const keys = local(
    scope,
    "secret_keys",
    when(
      has(v, "SparkProperties"),
      none,
      when(eq(v.connection_type, "KAFKA"), ["KAFKA_SASL_SCRAM_SECRETS_ARN"], ["SECRET_ID"]),
    ),
    { comment: "The property with the secret. SparkProperties name the secret themselves." },
  );
  return ifNotNull(
    v.credentials,
    (credentials) => toMap(keys, (key) => [key, credentials.secret_arn]),
    mapFrom<string>({}),
  );
}

/** How a connection to Kafka logs in. Empty if the properties do not say it. */
const mechanismOf = (v: ConnectionInputs) => fn.lookup(v.connection_properties, "KAFKA_SASL_MECHANISM", "");

/** What a type of connection needs. */
function preconditionsOf(scope: Construct, v: ConnectionInputs) {
  const needed = local(scope, "needed_property", fn.lookup(mapFrom(NEEDED), v.connection_type, ""), {
    comment: "AWS rejects a connection of these types without this property",
  });
  return [
    {
      condition: or(ne(v.connection_type, "NETWORK"), isNotNull(v.network)),
      message:
        'A connection of the type NETWORK needs network: { subnet_id = "subnet-...", security_group_ids = ["sg-..."] }.',
    },
    {
      condition: or(
        not(isJdbc(v)),
        has(v, "JDBC_CONNECTION_URL"),
        and(has(v, "HOST"), has(v, "PORT"), has(v, "JDBC_ENGINE")),
      ),
      message:
        'A connection of the type JDBC needs JDBC_CONNECTION_URL in connection_properties: "jdbc:postgresql://HOST:5432/DATABASE". HOST, PORT and JDBC_ENGINE together are enough, too.',
    },
    {
      condition: or(eq(needed, ""), fn.contains(fn.keys(v.connection_properties), needed)),
      message: `A connection of the type ${v.connection_type} needs ${needed} in connection_properties.`,
    },
    {
      condition: or(ne(v.connection_type, "KAFKA"), isNull(v.credentials), fn.can(fn.regex("^SCRAM-", mechanismOf(v)))),
      message:
        'credentials of a connection of the type KAFKA need KAFKA_SASL_MECHANISM = "SCRAM-SHA-512" in connection_properties. Otherwise AWS Glue does not log in with the secret.',
    },
    {
      // The other way to log in is a password among the properties, which the module rejects.
      condition: or(isNotNull(v.credentials), not(fn.startswith(mechanismOf(v), "SCRAM"))),
      message:
        'KAFKA_SASL_MECHANISM = "SCRAM-SHA-512" in connection_properties needs credentials = { secret_arn = ... }, the ARN of a secret with username and password.',
    },
  ];
}
