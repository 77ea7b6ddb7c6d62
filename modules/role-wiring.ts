/** The variables for what a Glue role reads, writes and uses. `glue-role` and `glue-role-policies` share them. */
import { bool, type ExprsOf, fn, gt, list, not, object, oneOf, optional, or, set, string } from "tfwright";
import { ec2Id, ec2Ids, secretArn } from "./arns";
import { attachedPolicies, awsManagedPolicies } from "./attached-policies";
import { kmsKeyArns } from "./kms-key-arn";
import { accountId } from "./place";
import { connectionNameRule, LENGTH_IS_KNOWN, notEmpty, shapeOf } from "./rules";

// Wildcards would grant more than the URI, table or key says.
const S3_URI = "^s3://[^/*?$]+(/[^*?$]*)?$";
const BUCKET = "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/|$)";
const TABLE = "^[^./*?$]+[.]([^./*?$]+|[*])$";
const LOG_GROUP = "^[A-Za-z0-9_./#-]{0,511}[A-Za-z0-9_.#-]$";

const logGroup = shapeOf(
  LOG_GROUP,
  "log_groups takes names of log groups, such as /orders: letters, digits and _ - / . #. No ARN, no *, and no / at the end.",
);
const dataLocation = shapeOf(
  "^arn:",
  'data_locations of lake_formation takes ARNs, not S3 URIs: "arn:aws:s3:::bucket/folder".',
);

const s3Uris = <const D extends string>(description: D, name: string) =>
  list(
    string({
      validate: [
        shapeOf(
          S3_URI,
          `${name} takes S3 URIs: s3://bucket for a whole bucket, s3://bucket/folder/ for everything below a folder, s3://bucket/key for one object. No ARN, and no *, ? or $.`,
        ),
        {
          condition: (uri) => or(not(fn.can(fn.regex("^s3://", uri))), fn.can(fn.regex(BUCKET, uri))),
          message: `${name}: the name of a bucket has 3 to 63 lower-case letters, digits, dots and hyphens, and starts and ends with a letter or digit: s3://my-bucket/folder/.`,
        },
      ],
    }),
    { description: `${description} ${LENGTH_IS_KNOWN}`, default: [] },
  );

const tableNames = <const D extends string>(description: D, name: string) =>
  list(
    string({
      validate: [
        shapeOf(
          TABLE,
          `${name} takes "database.table", or "database.*" for all tables of a database; no other *, ? or $.`,
        ),
        {
          condition: (table) => or(not(fn.can(fn.regex(TABLE, table))), not(fn.can(fn.regex("[A-Z]", table)))),
          message: `${name} takes names in lower case, because AWS Glue stores the names of databases and tables in lower case.`,
        },
      ],
    }),
    { description: `${description} ${LENGTH_IS_KNOWN}`, default: [] },
  );

const kmsKeys = <const D extends string>(description: D, name: string) =>
  list(string({ validate: [kmsKeyArns(name)] }), { description: `${description} ${LENGTH_IS_KNOWN}`, default: [] });

/** The variables of both modules. */
export const wiring = {
  used_by: set(oneOf(["job", "crawler", "session", "databrew", "optimizer", "data_quality"]), {
    description:
      'What uses the role: one or more of `job`, `crawler`, `session`, `databrew`, `optimizer` (of Iceberg tables) and `data_quality` (evaluations of rulesets). A role of a crawler and a job has `["crawler", "job"]`. If a value is known only after apply, the plan does not show the statements of the policies.',
    default: ["job"],
    known: true,
    validate: [
      {
        condition: (actors) => gt(fn.length(actors), 0),
        message: "used_by must name at least one of job, crawler, session, databrew, optimizer and data_quality.",
      },
    ],
  }),
  read_s3: s3Uris(
    "S3 URIs to read: `s3://bucket` for a whole bucket, `s3://bucket/folder/` for everything below a folder, `s3://bucket/key` for one object.",
    "read_s3",
  ),
  write_s3: s3Uris("S3 URIs to read, write and delete, in the same form as `read_s3`.", "write_s3"),
  read_tables: tableNames(
    'Tables to read, as `database.table` or `database.*`. For a database of `glue-catalog-database` use its `name` output: `"${module.database.name}.*"`. The module adds their databases and the catalog.',
    "read_tables",
  ),
  write_tables: tableNames(
    "Tables to read and write, in the same form as `read_tables`, also with the `name` output of `glue-catalog-database`.",
    "write_tables",
  ),
  read_kms_keys: kmsKeys("ARNs of KMS keys for decryption, not aliases.", "read_kms_keys"),
  write_kms_keys: kmsKeys("ARNs of KMS keys for encryption and decryption, not aliases.", "write_kms_keys"),
  connections: list(
    object({
      name: string({
        description: "Name of the connection",
        validate: [connectionNameRule("name of connections")],
      }),
      credentials: optional(
        object(
          {
            secret_arn: string({
              description: "ARN of the secret with user and password",
              validate: [secretArn("secret_arn of connections")],
            }),
            kms_key_arns: optional(
              list(string({ validate: [kmsKeyArns("kms_key_arns of connections")] }), {
                description:
                  "ARNs of the KMS keys of the secret and of the connection's password; their number must be known at plan time",
              }),
              [],
            ),
          },
          { description: "Credentials of the connection" },
        ),
      ),
      network: optional(
        object(
          {
            subnet_id: string({
              description: "Subnet of the network interfaces",
              validate: [ec2Id("subnet_id of connections", "subnet")],
            }),
            security_group_ids: list(string({ validate: [ec2Ids("security_group_ids of connections", "sg")] }), {
              description: "Security groups of the network interfaces",
              validate: [notEmpty("security_group_ids of connections", "security group")],
            }),
          },
          { description: "Network of the connection in a VPC" },
        ),
      ),
    }),
    {
      description: `Connections that the role uses, each with its credentials and its network. The README shows an example. ${LENGTH_IS_KNOWN}`,
      default: [],
    },
  ),
  log_groups: list(string({ validate: [logGroup] }), {
    description:
      'Log groups that the role writes to, besides those below `/aws-glue/`: the same names as `log_group` of the jobs that use the role, for example `["/orders"]`. Groups below a name (`/orders/error`) are included. A job whose `log_group` is not covered here runs, but has no logs.',
    default: [],
  }),
  encrypted_logs: bool({
    description:
      "Whether a security configuration encrypts the logs. If true, the role gets `logs:AssociateKmsKey`. The policy of the key must allow CloudWatch Logs to use the key.",
    default: false,
  }),
  default_database: oneOf(["read", "create", "none"], {
    description:
      "What a job or session can do with the database `default`: `read` it, `create` it (and read it), or `none`. Spark SQL asks for this database if the Data Catalog is its metastore. If the value is known only after apply, the plan does not show the statements of the Glue policy.",
    default: "read",
    known: true,
  }),
  lake_formation: optional(
    object(
      {
        data_locations: optional(
          list(string({ validate: [dataLocation] }), {
            description:
              "ARNs of registered S3 locations in which the role can create tables; their number must be known at plan time",
          }),
          [],
        ),
      },
      {
        description:
          "Grants access to `read_tables`, `write_tables` and their data with Lake Formation. Null if you do not use it.",
      },
    ),
  ),
  aws_managed_policies: awsManagedPolicies(" They grant far more than the policies of this module."),
  ...attachedPolicies("Inline policies, for permissions that no input covers: a name and the JSON of each."),
  account_id: accountId,
};

/** These variables as `build` gets them. */
export type Wiring = ExprsOf<typeof wiring>;
