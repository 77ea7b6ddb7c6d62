/** What the READMEs of `glue-role` and `glue-role-policies` share. */
import { roleGrants, runtimeActors } from "tfwright/internal";
import { rowsForReadme } from "./policy-docs";

/** Every statement that there may be: a role that uses everything. */
const grants = roleGrants({
  region: "",
  account: "",
  usedBy: runtimeActors,
  connections: [{ name: "", network: { subnetId: "", securityGroupIds: [] } }],
});

/** For the README. */
export const roleIam = [
  ...Object.entries(grants).flatMap(([policy, list]) => rowsForReadme(list, policy)),
  "Each statement is there only where the wiring needs it. Bucket actions are granted on the bucket, limited to the prefix; object actions on the objects. Writing includes reading.",
  "A table is granted with its database and the catalog, because AWS refuses it without.",
  "Actions that know no resource (`glue:GetJobBookmark`, `cloudwatch:PutMetricData`, `lakeformation:GetDataAccess`) stand in statements of their own.",
  "An AWS managed policy is an option: `service-role/AWSGlueServiceRole` allows `glue:*` and listing every bucket, and gives no access to your data or keys. `service-role/AWSGlueDataBrewServiceRole` reads the whole Data Catalog and makes network interfaces in every subnet.",
];

/** For the README: what `glue-role` and `glue-role-policies` both create. */
export const roleCreates = [
  "The policies `s3`, `kms`, `glue` and `vpc`, those that are needed, each attached to the role",
  "What else is attached: `aws_managed_policies`, `policy_arns` and `inline_policies`",
  "With `lake_formation`, the grants on tables, databases and data locations",
];

/** How an element of `connections` is written. */
const connection = `An element of \`connections\` is an object. The pack has no module for connections yet, so write it by hand, from the resources:

\`\`\`hcl
connections = [{
  name = aws_glue_connection.orders.name

  credentials = { # where the connection logs in
    secret_arn   = aws_secretsmanager_secret.orders.arn
    kms_key_arns = [aws_kms_key.orders.arn] # those of the secret and of the connection's password; [] where they are AWS's
  }

  network = { # where it runs in a VPC
    subnet_id          = aws_subnet.orders.id
    security_group_ids = [aws_security_group.orders.id]
  }
}]
\`\`\``;

/** For the README. */
export const roleNotes = [
  "At most four policies are made: S3, KMS, Glue and VPC; KMS and VPC only where keys or networks are named.",
  "`s3://bucket` is all of a bucket, `s3://bucket/folder/` everything below, `s3://bucket/key` that object alone.",
  connection,
  "A job with a `log_group` of its own has no logs unless its role names that group in `log_groups`. Where a security configuration encrypts logs, set `encrypted_logs` too: without `logs:AssociateKmsKey` AWS Glue writes none.",
  'With the Data Catalog as its metastore, which is the default of `glue-job`, Spark SQL asks for the database `default` whatever the job reads. The role may read it. A new account has no such database: Spark then tries to create it, and the job fails with AccessDenied on `glue:CreateDatabase`. Create it once with `glue-catalog-database`, or set `default_database = "create"`. Jobs without that metastore (Python shell, `use_catalog_as_metastore = false`) need `default_database = "none"` only. Where Lake Formation guards the catalog, the role also needs `DESCRIBE` on `default`.',
  "With `lake_formation`, name each database of `write_tables` once (`database.*`): each entry is granted `CREATE_TABLE` on its database. A crawler is also granted `ALTER` on the database and `DROP` on the tables.",
];

/** For the README. */
export const roleUpgrading = [
  'The Glue policy of a role for jobs or sessions gains the statement `UseMetastore`, `glue:GetDatabase` on the catalog and the database `default`. `default_database = "none"` leaves it out.',
  "For a single object in `read_s3` or `write_s3`, its `ListToReadN` or `ListToWriteN` statement lists the name of the object only, and nothing below it.",
  "Nothing else changes until `log_groups` or `encrypted_logs` is set.",
  "Refused now, because AWS refuses it too: policies of AWS by ARN or without their path in `aws_managed_policies`, names in place of ARNs in `policy_arns`, `permissions_boundary` and `secret_arn`, names in place of ids of subnets and security groups, a `path` without its slashes, an `account_id` without its 12 digits.",
];

/** For the README of `glue-role`: resources that only another provider has. */
export const otherProviders = `The provider hashicorp/aws has no interactive sessions and no DataBrew; hashicorp/awscc has both, and its resources take the role's \`arn\`:

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

resource "awscc_databrew_job" "this" { # used_by = ["databrew"]; type RECIPE takes a recipe in place of a location
  name            = "orders"
  type            = "PROFILE"
  dataset_name    = "orders"
  role_arn        = module.role.arn
  output_location = { bucket = "example-lake", key = "profiles/" }
}
\`\`\``;
