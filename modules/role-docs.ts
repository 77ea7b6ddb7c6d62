/** What the READMEs of `glue-role` and `glue-role-policies` share. */
import { roleGrants, runtimeActors } from "tfwright/internal";
import { roleIamJa } from "./ja/role-texts";
import { rowsForReadme } from "./policy-docs";

/** All possible statements: the grants of a role that uses everything. */
const grants = roleGrants({
  region: "",
  account: "",
  usedBy: runtimeActors,
  connections: [{ name: "", network: { subnetId: "", securityGroupIds: [] } }],
});

const belowRows = [
  "A statement is created only if an input needs it. Bucket actions are allowed on the bucket, limited to the prefix. Object actions are allowed on the objects. Writing includes reading.",
  "Each table is granted with its database and the catalog, because AWS denies access otherwise.",
  "Actions without resource types (`glue:GetJobBookmark`, `cloudwatch:PutMetricData`, `lakeformation:GetDataAccess`) are in separate statements.",
  "You can also attach AWS managed policies. `service-role/AWSGlueServiceRole` allows `glue:*` and listing every bucket, but gives no access to your data or keys. `service-role/AWSGlueDataBrewServiceRole` allows reading the whole Data Catalog and creating network interfaces in every subnet.",
];

/** For the README. */
export const roleIam = [
  ...Object.entries(grants).flatMap(([policy, list]) => rowsForReadme(list, policy)),
  ...belowRows.map((en, index) => ({ en, ja: roleIamJa[index] ?? en })),
];

/** For the README: what `glue-role` and `glue-role-policies` both create. */
export const roleCreates = [
  "The policies `s3`, `kms`, `glue` and `vpc`, each only if it is needed, and their attachments to the role",
  "The attachments of `aws_managed_policies` and `policy_arns`, and the inline policies of `inline_policies`",
  "With `lake_formation`, Lake Formation permissions on tables, databases and data locations",
];

/** Example of an element of `connections`. */
const connection = `Each element of \`connections\` is an object. The output \`connection\` of \`glue-connection\` is such an object: \`connections = [module.connection.connection]\`. For a connection that another module created, write the object from your resources:

\`\`\`hcl
connections = [{
  name = aws_glue_connection.orders.name

  credentials = { # if the connection uses credentials
    secret_arn   = aws_secretsmanager_secret.orders.arn
    kms_key_arns = [aws_kms_key.orders.arn] # keys of the secret and of the connection's password; [] for AWS managed keys
  }

  network = { # if the connection is in a VPC
    subnet_id          = aws_subnet.orders.id
    security_group_ids = [aws_security_group.orders.id]
  }
}]
\`\`\``;

/** For the README. */
export const roleNotes = [
  "The module creates at most four policies: S3, KMS, Glue and VPC. It always creates the Glue policy. It creates the others only if you name S3 locations, KMS keys or networks of connections.",
  "`s3://bucket` means the whole bucket, `s3://bucket/folder/` everything below the folder, and `s3://bucket/key` only that object.",
  connection,
  `A role that a crawler and a job share names both in \`used_by\`. The default is \`["job"]\`:

\`\`\`hcl
used_by      = ["crawler", "job"]
read_s3      = ["s3://example-data/orders/", "s3://example-scripts/orders.py"]
write_tables = ["orders.*"]
\`\`\``,
  "If a job has its own `log_group`, write the same name in `log_groups` of the role. Otherwise the job has no logs. If a security configuration encrypts logs, set `encrypted_logs` too. Without `logs:AssociateKmsKey`, AWS Glue writes no logs.",
  'If the Data Catalog is the metastore of a job, which is the default of `glue-job`, Spark SQL always asks for the database `default`. The role can read it. A new account has no such database. Spark then tries to create it, and the job fails with AccessDenied on `glue:CreateDatabase`. Create it once with `glue-catalog-database`, or set `default_database = "create"`. For jobs without that metastore (Python shell, `use_catalog_as_metastore = false`), `default_database = "none"` is enough. If Lake Formation controls the catalog, the role also needs `DESCRIBE` on `default`.',
  "If a Spark job writes to a folder that does not exist yet, Hadoop marks it with an empty object beside it: `orders_$folder$` for `s3://example-lake/orders/`. The role can write only below the folder. If the first run fails with AccessDenied on this object, create the folder first, with any object in it, or allow `s3:PutObject` on the marker with `inline_policies`.",
  'The role of a table optimizer has `used_by = ["optimizer"]`, the table in `write_tables` and its folder in `write_s3`. A role that only deletes orphan files needs the table only in `read_tables`.',
  'The role of a data quality run has `used_by = ["data_quality"]`, the table in `read_tables` and its folder in `read_s3`. If the run writes its results to S3, that folder is in `write_s3`.',
  "With `lake_formation`, name each database only once in `write_tables` (`database.*`), because each entry grants `CREATE_TABLE` on its database. A crawler also gets `ALTER` on the database and `DROP` on the tables.",
];

/** For the README. */
export const roleUpgrading = [
  'The Glue policy of a role for jobs or sessions gets the statement `UseMetastore`: `glue:GetDatabase` on the catalog and on the database `default`. `default_database = "none"` removes this statement.',
  "For a single object in `read_s3` or `write_s3`, the statement `ListToReadN` or `ListToWriteN` allows listing only the name of the object, and nothing below it.",
  "Nothing else changes until you set `log_groups` or `encrypted_logs`.",
  "Now rejected, because AWS rejects it too: ARNs, and names without their path, in `aws_managed_policies`; names instead of ARNs in `policy_arns`, `permissions_boundary` and `secret_arn`; names instead of IDs of subnets and security groups; a `path` without its slashes; an `account_id` that does not have 12 digits; names of tables and databases with capitals, because AWS Glue stores them in lower case; IDs instead of names of connections; a `region` that is not the code of a region.",
];

/** For the README of `glue-role`: the trust policy, which `glue-role-policies` does not make. */
export const trustNote =
  'AWS documents no `aws:SourceArn` for optimizers and data quality runs: test `trust_condition = "arn"` before you rely on it.';

/** For the README of `glue-role-policies`. */
export const ownTrustNote =
  "The trust policy of the role stays as it is: it must let `glue.amazonaws.com` assume the role, or `databrew.amazonaws.com` for DataBrew.";

/** For the README of a role module. `also` is what the plan shows besides, as the end of a sentence. */
export const takingOver = (also: string) =>
  `A hand-written role and its policies move into the module without being replaced. An inline policy keeps its name in AWS as its key in \`inline_policies\`: \`data\` here. \`own\` is the key in \`policy_arns\`. The plan then only ${also}:

\`\`\`hcl
moved {
  from = aws_iam_role.orders
  to   = module.role.aws_iam_role.this
}

moved {
  from = aws_iam_role_policy.data
  to   = module.role.aws_iam_role_policy.this["data"]
}

moved {
  from = aws_iam_role_policy_attachment.service
  to   = module.role.aws_iam_role_policy_attachment.aws_managed["service-role/AWSGlueServiceRole"]
}

moved {
  from = aws_iam_role_policy_attachment.own
  to   = module.role.aws_iam_role_policy_attachment.this["own"]
}
\`\`\``;

/** For the README of `glue-role`: resources of another provider. */
export const otherProviders = `The provider hashicorp/aws has no resources for interactive sessions and DataBrew. The provider hashicorp/awscc has both. Its resources take the role's \`arn\`:

\`\`\`hcl
resource "awscc_glue_session" "this" { # used_by = ["session"]
  session_id = "orders"
  role       = module.role.arn
  command    = { name = "glueetl", python_version = "3" }
}

resource "awscc_databrew_project" "this" { # used_by = ["databrew"]
  name         = "orders"
  dataset_name = "orders"
  recipe_name  = "orders"
  role_arn     = module.role.arn
}

resource "awscc_databrew_job" "this" { # used_by = ["databrew"]; type RECIPE takes a recipe instead of a location
  name            = "orders"
  type            = "PROFILE"
  dataset_name    = "orders"
  role_arn        = module.role.arn
  output_location = { bucket = "example-lake", key = "profiles/" }
}
\`\`\``;
