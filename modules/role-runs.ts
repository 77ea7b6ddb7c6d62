/** What the tests of `glue-role` and `glue-role-policies` share. */
import type { TestRun } from "tfwright";

const statements = (policy: string) => `jsondecode(output.policy_documents["${policy}"]).Statement`;
const statement = (policy: string, sid: string) => `[for s in ${statements(policy)} : s if s.Sid == "${sid}"][0]`;
const sids = (policy: string) => `[for s in ${statements(policy)} : s.Sid]`;

/** Runs that hold for both modules. */
export const roleRuns: readonly TestRun[] = [
  {
    name: "nothing_wired",
    assert: [
      { condition: 'keys(output.policy_documents) == ["glue"]', message: "only the Glue policy" },
      {
        condition: `${sids("glue")} == ["UseMetastore", "ReadBookmarks", "WriteLogs", "WriteMetrics"]`,
        message: "the metastore, bookmarks, logs and metrics",
      },
      {
        condition: `${statement("glue", "UseMetastore")}.Action == "glue:GetDatabase"`,
        message: "the database default is read only",
      },
      {
        condition: `toset(${statement("glue", "UseMetastore")}.Resource) == toset(["arn:aws:glue:eu-west-1:111111111111:catalog", "arn:aws:glue:eu-west-1:111111111111:database/default"])`,
        message: "the catalog and the database default",
      },
      {
        condition: `!contains(${statement("glue", "WriteLogs")}.Action, "logs:AssociateKmsKey")`,
        message: "logs are not encrypted",
      },
    ],
  },
  {
    name: "the_database_default_is_made",
    variables: { default_database: "create", used_by: ["session"] },
    assert: [
      {
        condition: `toset(${statement("glue", "UseMetastore")}.Action) == toset(["glue:GetDatabase", "glue:CreateDatabase"])`,
        message: "created if it does not exist",
      },
    ],
  },
  {
    name: "no_metastore",
    variables: { default_database: "none" },
    assert: [{ condition: `!contains(${sids("glue")}, "UseMetastore")`, message: "no statement" }],
  },
  {
    name: "a_crawler_has_no_metastore",
    variables: { used_by: ["crawler"], default_database: "create" },
    assert: [{ condition: `!contains(${sids("glue")}, "UseMetastore")`, message: "no statement" }],
  },
  {
    name: "an_optimizer_updates_tables_and_makes_none",
    variables: { used_by: ["optimizer"], write_tables: ["orders.items"] },
    assert: [
      {
        condition: `${sids("glue")} == ["OptimizeTables", "WriteLogs"]`,
        message: "no metastore, bookmarks and metrics",
      },
      {
        condition: `toset(${statement("glue", "OptimizeTables")}.Action) == toset(["glue:GetTable", "glue:UpdateTable"])`,
        message: "what AWS asks for",
      },
      {
        condition: `contains(${statement("glue", "WriteLogs")}.Resource, "arn:aws:logs:eu-west-1:111111111111:log-group:/aws-glue/iceberg-compaction/*")`,
        message: "logs of a compaction",
      },
    ],
  },
  {
    name: "an_evaluation_of_data_quality",
    variables: { used_by: ["data_quality"], read_tables: ["orders.items"] },
    assert: [
      {
        condition: `${sids("glue")} == ["ReadCatalog", "WriteLogs", "EvaluateDataQuality", "ReadDataQualityLibraries", "WriteDataQualityMetrics"]`,
        message: "the table, logs, rulesets, libraries and metrics",
      },
      {
        condition: `${statement("glue", "ReadDataQualityLibraries")}.Resource == "arn:aws:s3:::aws-glue-ml-data-quality-assets-eu-west-1/*"`,
        message: "the bucket of AWS in the region",
      },
    ],
  },
  {
    name: "log_groups_of_a_job",
    variables: { log_groups: ["/orders"] },
    assert: [
      {
        condition: `toset(${statement("glue", "WriteLogs")}.Resource) == toset([for group in ["/aws-glue/jobs/*", "/aws-glue/python-jobs/*", "/orders:*", "/orders/*"] : "arn:aws:logs:eu-west-1:111111111111:log-group:\${group}"])`,
        message: "Glue's own, the group and those below it",
      },
    ],
  },
  {
    name: "encrypted_log_groups_of_a_job",
    variables: { log_groups: ["/orders"], encrypted_logs: true },
    assert: [
      {
        condition: `contains(${statement("glue", "WriteLogs")}.Action, "logs:AssociateKmsKey")`,
        message: "the key of the log group",
      },
      {
        condition: `contains(${statement("glue", "WriteLogs")}.Resource, "arn:aws:logs:eu-west-1:111111111111:log-group:/orders-*")`,
        message: "the group with the name of the security configuration",
      },
    ],
  },
  {
    name: "encrypted_logs_of_a_crawler",
    variables: { used_by: ["crawler"], encrypted_logs: true },
    assert: [
      {
        condition: `contains(${statement("glue", "WriteLogs")}.Action, "logs:AssociateKmsKey")`,
        message: "the key of the log group",
      },
      {
        condition: `${statement("glue", "WriteLogs")}.Resource == "arn:aws:logs:eu-west-1:111111111111:log-group:/aws-glue/crawlers*"`,
        message: "with and without a security configuration",
      },
    ],
  },
  ...["/orders/", "/orders/*", "arn:aws:logs:eu-west-1:111111111111:log-group:/orders", ""].map((group, index) => ({
    name: `a_log_group_is_a_name_${index}`,
    variables: { log_groups: [group] },
    expectFailures: ["var.log_groups"],
  })),
  {
    name: "s3_by_prefix",
    variables: {
      read_s3: ["s3://data", "s3://data-in/orders/", "s3://scripts/job.py"],
      write_s3: ["s3://lake/orders/"],
    },
    assert: [
      {
        condition: `${sids("s3")} == ["ListToRead0", "ListToRead1", "ListToRead2", "ReadObjects", "ListToWrite0", "WriteObjects"]`,
        message: "statements",
      },
      {
        condition: `${statement("s3", "ListToRead0")}.Resource == "arn:aws:s3:::data"`,
        message: "listing is on the bucket",
      },
      {
        condition: `!contains(keys(${statement("s3", "ListToRead0")}), "Condition")`,
        message: "a whole bucket is listed as a whole",
      },
      {
        condition: `${statement("s3", "ListToRead1")}.Condition.StringLike["s3:prefix"] == "orders/*"`,
        message: "listing is limited to the folder",
      },
      {
        condition: `${statement("s3", "ListToRead2")}.Condition.StringLike["s3:prefix"] == "job.py" && ${statement("s3", "ListToRead2")}.Condition.StringEquals["s3:delimiter"] == "/"`,
        message: "of one object the name is listed, and nothing below it",
      },
      {
        condition: `toset(${statement("s3", "ReadObjects")}.Resource) == toset(["arn:aws:s3:::data/*", "arn:aws:s3:::data-in/orders/*", "arn:aws:s3:::scripts/job.py"])`,
        message: "objects",
      },
      {
        condition: `${statement("s3", "WriteObjects")}.Resource == "arn:aws:s3:::lake/orders/*"`,
        message: "objects to write",
      },
    ],
  },
  {
    name: "tables_with_ancestors",
    variables: { read_tables: ["orders.items"], write_tables: ["lake.*"], used_by: ["crawler"] },
    assert: [
      {
        condition: `toset(${statement("glue", "ReadCatalog")}.Resource) == toset(["arn:aws:glue:eu-west-1:111111111111:catalog", "arn:aws:glue:eu-west-1:111111111111:database/orders", "arn:aws:glue:eu-west-1:111111111111:table/orders/items"])`,
        message: "table, database and catalog",
      },
      {
        condition: `contains(${statement("glue", "WriteCatalog")}.Action, "glue:DeleteTable")`,
        message: "a crawler deletes tables",
      },
      {
        condition: `contains(${statement("glue", "WriteCatalog")}.Resource, "arn:aws:glue:eu-west-1:111111111111:table/lake/*")`,
        message: "all tables",
      },
      {
        condition: `${statement("glue", "WriteLogs")}.Resource == "arn:aws:logs:eu-west-1:111111111111:log-group:/aws-glue/crawlers*"`,
        message: "log groups of crawlers",
      },
      { condition: `!contains(${sids("glue")}, "ReadBookmarks")`, message: "bookmarks are for jobs" },
    ],
  },
  {
    name: "keys",
    variables: {
      read_kms_keys: ["arn:aws:kms:eu-west-1:111111111111:key/a"],
      write_kms_keys: ["arn:aws:kms:eu-west-1:111111111111:key/b"],
    },
    assert: [
      { condition: `${statement("kms", "Decrypt")}.Action == "kms:Decrypt"`, message: "reading decrypts" },
      {
        condition: `toset(${statement("kms", "EncryptAndDecrypt")}.Action) == toset(["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"])`,
        message: "writing encrypts",
      },
    ],
  },
  {
    name: "connections",
    variables: {
      connections: [
        { name: "plain" },
        {
          name: "db",
          credentials: {
            secret_arn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-abcdef",
            kms_key_arns: ["arn:aws:kms:eu-west-1:111111111111:key/c"],
          },
          network: { subnet_id: "subnet-1", security_group_ids: ["sg-1", "sg-2"] },
        },
      ],
    },
    assert: [
      { condition: 'keys(output.policy_documents) == ["glue", "kms", "vpc"]', message: "policies" },
      {
        condition: `contains(${statement("glue", "UseConnections")}.Resource, "arn:aws:glue:eu-west-1:111111111111:catalog")`,
        message: "the catalog too",
      },
      {
        condition: `${statement("glue", "ReadSecrets")}.Resource == "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-abcdef"`,
        message: "the secret",
      },
      {
        condition: `${statement("kms", "DecryptCredentials")}.Resource == "arn:aws:kms:eu-west-1:111111111111:key/c"`,
        message: "its key",
      },
      {
        condition: `toset(${statement("vpc", "CreateNetworkInterfaces")}.Resource) == toset(["arn:aws:ec2:eu-west-1:111111111111:network-interface/*", "arn:aws:ec2:eu-west-1:111111111111:subnet/subnet-1", "arn:aws:ec2:eu-west-1:111111111111:security-group/sg-1", "arn:aws:ec2:eu-west-1:111111111111:security-group/sg-2"])`,
        message: "the network",
      },
    ],
  },
  {
    name: "lake_formation",
    variables: {
      read_tables: ["orders.items"],
      write_tables: ["lake.*"],
      lake_formation: { data_locations: ["arn:aws:s3:::lake"] },
    },
    assert: [
      { condition: `contains(${sids("glue")}, "UseLakeFormation")`, message: "data access" },
      { condition: 'aws_lakeformation_permissions.read_tables[0].table[0].name == "items"', message: "table" },
      { condition: "aws_lakeformation_permissions.write_tables[0].table[0].wildcard", message: "all tables" },
      {
        condition:
          'join(",", aws_lakeformation_permissions.write_tables[0].permissions) == "ALTER,DELETE,DESCRIBE,INSERT,SELECT"',
        message: "a job drops no table",
      },
      {
        condition: 'join(",", aws_lakeformation_permissions.write_databases[0].permissions) == "CREATE_TABLE,DESCRIBE"',
        message: "a job makes tables",
      },
      { condition: 'aws_lakeformation_permissions.write_databases[0].database[0].name == "lake"', message: "database" },
      {
        condition: 'aws_lakeformation_permissions.data_locations[0].data_location[0].arn == "arn:aws:s3:::lake"',
        message: "location",
      },
    ],
  },
  {
    name: "lake_formation_for_a_crawler",
    variables: { used_by: ["crawler"], write_tables: ["lake.*", "orders.items"], lake_formation: {} },
    assert: [
      {
        condition:
          'join(",", aws_lakeformation_permissions.write_tables[0].permissions) == "ALTER,DELETE,DESCRIBE,DROP,INSERT,SELECT"',
        message: "a crawler drops tables",
      },
      {
        condition:
          'join(",", aws_lakeformation_permissions.write_databases[1].permissions) == "ALTER,CREATE_TABLE,DESCRIBE"',
        message: "a crawler updates the database",
      },
      {
        condition: 'aws_lakeformation_permissions.write_databases[1].database[0].name == "orders"',
        message: "database",
      },
    ],
  },
  {
    name: "lake_formation_in_a_region",
    variables: {
      region: "us-east-2",
      read_tables: ["orders.items"],
      write_tables: ["lake.*"],
      lake_formation: { data_locations: ["arn:aws:s3:::lake"] },
    },
    assert: ["read_tables", "write_tables", "write_databases", "data_locations"].map((grant) => ({
      condition: `aws_lakeformation_permissions.${grant}[0].region == "us-east-2"`,
      message: `region of ${grant}`,
    })),
  },
  {
    name: "a_database_is_granted_once",
    variables: { write_tables: ["lake.orders", "lake.items"], lake_formation: {} },
    expectFailures: ["aws_lakeformation_permissions.write_databases"],
  },
  {
    name: "without_lake_formation_a_database_has_many_tables",
    variables: { write_tables: ["lake.orders", "lake.items"] },
    assert: [{ condition: "length(aws_lakeformation_permissions.write_databases) == 0", message: "no grants" }],
  },
  ...["orders.*items", "*.items", "orders.item?", "$.items"].map((table, index) => ({
    name: `a_table_has_no_wildcards_${index}`,
    variables: { read_tables: [table], write_tables: [table] },
    expectFailures: ["var.read_tables", "var.write_tables"],
  })),
  ...["s3://data/*", "s3://data/in?/", "s3://data/$in/"].map((uri, index) => ({
    name: `a_uri_has_no_wildcards_${index}`,
    variables: { read_s3: [uri], write_s3: [uri] },
    expectFailures: ["var.read_s3", "var.write_s3"],
  })),
  ...["arn:aws:kms:eu-west-1:111111111111:alias/a", "arn:aws:kms:eu-west-1:111111111111:key/*"].map((arn, index) => ({
    name: `a_key_is_named_by_its_arn_${index}`,
    variables: {
      read_kms_keys: [arn],
      write_kms_keys: [arn],
      connections: [
        {
          name: "db",
          credentials: {
            secret_arn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-abcdef",
            kms_key_arns: [arn],
          },
        },
      ],
    },
    expectFailures: ["var.read_kms_keys", "var.write_kms_keys", "var.connections"],
  })),
  ...[
    { credentials: { secret_arn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:orders" } },
    { credentials: { secret_arn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:prod/orders-db" } },
    { network: { subnet_id: "subnet-0123456789abcdef0", security_group_ids: [] } },
  ].map((part, index) => ({
    name: `a_connection_with_too_little_${index}`,
    variables: { connections: [{ name: "db", ...part }] },
    expectFailures: ["var.connections"],
  })),
  {
    name: "a_policy_has_statements",
    variables: { inline_policies: { topic: '{"Version":"2012-10-17"}' } },
    expectFailures: ["var.inline_policies"],
  },
  {
    name: "names_and_ids_in_the_place_of_arns",
    variables: {
      read_s3: ["s3://a/x/"],
      aws_managed_policies: ["AWSGlueServiceRole"],
      policy_arns: { own: "orders" },
      inline_policies: { topic: "sns:Publish" },
      account_id: "11111111111",
      connections: [{ name: "db", network: { subnet_id: "private", security_group_ids: ["default"] } }],
      lake_formation: { data_locations: ["s3://lake/"] },
    },
    expectFailures: [
      "var.read_s3",
      "var.aws_managed_policies",
      "var.policy_arns",
      "var.inline_policies",
      "var.account_id",
      "var.connections",
      "var.lake_formation",
    ],
  },
  { name: "a_uri_is_required", variables: { read_s3: ["data"] }, expectFailures: ["var.read_s3"] },
  { name: "a_table_has_a_database", variables: { read_tables: ["items"] }, expectFailures: ["var.read_tables"] },
  { name: "an_unknown_actor_is_rejected", variables: { used_by: ["lambda"] }, expectFailures: ["var.used_by"] },
];

const trust = "jsondecode(aws_iam_role.this.assume_role_policy).Statement[0]";

/** Runs on the trust policy. */
export const trustRuns: readonly TestRun[] = [
  {
    name: "trusted_by_glue",
    assert: [{ condition: `${trust}.Principal.Service == "glue.amazonaws.com"`, message: "Glue" }],
  },
  {
    name: "trusted_by_databrew",
    variables: { used_by: ["databrew"], trust_condition: "arn" },
    assert: [
      { condition: `${trust}.Principal.Service == "databrew.amazonaws.com"`, message: "DataBrew" },
      {
        condition: `${trust}.Condition.ArnLike["aws:SourceArn"] == "arn:aws:databrew:eu-west-1:111111111111:*"`,
        message: "source",
      },
    ],
  },
  {
    name: "trusted_for_this_account",
    variables: { trust_condition: "account" },
    assert: [
      { condition: `${trust}.Condition.StringEquals["aws:SourceAccount"] == "111111111111"`, message: "account" },
      { condition: `!contains(keys(${trust}.Condition), "ArnLike")`, message: "no source" },
    ],
  },
];
