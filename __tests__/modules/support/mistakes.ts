/** Over 400 lines because it is one table. What people get wrong who call the modules from HCL, and what they are told. Inputs are HCL, as they write it. */

import type { HclCall } from "./hcl-calls";

/** Where Terraform stops: it reads all calls, then checks what is written out, then plans. */
export type Stage = "call" | "validate" | "plan";

export interface Mistake extends HclCall {
  /** What somebody thought. */
  readonly mistake: string;
}

export interface CaughtMistake extends Mistake {
  readonly stage: Stage;
  /** Parts of the message: the input, and the right form. */
  readonly says: readonly string[];
}

export interface MissedMistake extends Mistake {
  readonly because: string;
}

const ROLE = '"arn:aws:iam::111111111111:role/orders"';

/** Mistakes that `validate` or `plan` tells, with the input and the right form. */
export const CAUGHT: readonly CaughtMistake[] = [
  {
    mistake: "a version without quotes, which HCL takes for the number 5",
    module: "glue-job",
    inputs: { glue_version: "5.0" },
    stage: "validate",
    says: ["glue_version", 'write "5.0"'],
  },
  {
    mistake: "the version of Python with its name",
    module: "glue-job",
    inputs: { python_version: '"python3"' },
    stage: "validate",
    says: ["python_version", 'write "3.9"'],
  },
  {
    mistake: "no version at all",
    module: "glue-job",
    inputs: { glue_version: "" },
    stage: "plan",
    says: ['write glue_version = "5.0"'],
  },
  {
    mistake: "the five fields of Unix",
    module: "glue-job",
    inputs: { schedule: '"0 3 * * *"' },
    stage: "validate",
    says: ["schedule", '"cron(0 18 * * ? *)"'],
  },
  {
    mistake: "no ? for one of the two days",
    module: "glue-trigger",
    inputs: { schedule: '"cron(0 3 * * * *)"' },
    stage: "validate",
    says: ["schedule", "? for one of the two days"],
  },
  {
    mistake: "a rate, as EventBridge takes it",
    module: "glue-crawler",
    inputs: { schedule: '"rate(1 day)"' },
    stage: "validate",
    says: ["schedule", "neither rate(...)", '"cron(0 18 * * ? *)"'],
  },
  {
    mistake: "a job for every minute",
    module: "glue-job",
    inputs: { schedule: '"cron(*/1 * * * ? *)"' },
    stage: "validate",
    says: ["schedule", "every five minutes", '"cron(0/5 * * * ? *)"'],
  },
  {
    mistake: "a script of the repository, not of a bucket",
    module: "glue-job",
    inputs: { script_location: '"jobs/orders.py"' },
    stage: "validate",
    says: ["script_location", '"s3://bucket/scripts/job.py"'],
  },
  {
    mistake: "one worker",
    module: "glue-job",
    inputs: { number_of_workers: "1" },
    stage: "plan",
    says: ["number_of_workers must be at least 2"],
  },
  {
    mistake: "two DPUs for a Python shell job",
    module: "glue-job",
    inputs: { type: '"python_shell"', max_capacity: "2" },
    stage: "plan",
    says: ["max_capacity must be 0.0625 or 1 for python_shell"],
  },
  {
    mistake: "AWS's name of the type",
    module: "glue-job",
    inputs: { type: '"glueetl"' },
    stage: "validate",
    says: ["type must be one of spark, streaming, python_shell, ray"],
  },
  {
    mistake: "the letters of the worker type in another order",
    module: "glue-job",
    inputs: { worker_type: '"G1.X"' },
    stage: "validate",
    says: ["worker_type", "such as G.1X"],
  },
  {
    mistake: "the worker of streaming jobs for Spark",
    module: "glue-job",
    inputs: { worker_type: '"G.025X"' },
    stage: "plan",
    says: ['worker_type = "G.025X" is only for streaming', '"G.1X"'],
  },
  {
    mistake: "a timeout in seconds",
    module: "glue-job",
    inputs: { timeout: "28800" },
    stage: "validate",
    says: ["timeout", "minutes from 1 to 10080"],
  },
  {
    mistake: "AWS's words for bookmarks",
    module: "glue-job",
    inputs: { bookmarks: '"job-bookmark-enable"' },
    stage: "validate",
    says: ["bookmarks must be one of enable, disable, pause"],
  },
  {
    mistake: "an argument without its dashes",
    module: "glue-job",
    inputs: { default_arguments: '{ stage = "test" }' },
    stage: "validate",
    says: ["default_arguments", '"--my-argument"'],
  },
  {
    mistake: "an argument that a variable sets",
    module: "glue-job",
    inputs: { default_arguments: '{ "--TempDir" = "s3://example-temp/" }' },
    stage: "plan",
    says: ["--TempDir with temp_dir"],
  },
  {
    mistake: "the name of the role in place of its ARN",
    module: "glue-job",
    inputs: { role_arn: '"orders-job-role"' },
    stage: "validate",
    says: ["role_arn takes the ARN of a role", '"arn:aws:iam::111111111111:role/NAME"'],
  },
  {
    mistake: "a misspelt input",
    module: "glue-job",
    inputs: { worker_typ: '"G.1X"' },
    stage: "call",
    says: ['"worker_typ"', 'Did you mean "worker_type"?'],
  },
  {
    mistake: "a crawler without a target",
    module: "glue-crawler",
    inputs: { s3_targets: "" },
    stage: "plan",
    says: ["at least one target", "s3_targets"],
  },
  {
    mistake: "a bucket and a folder without s3://",
    module: "glue-crawler",
    inputs: { s3_targets: '[{ path = "example-data/orders/" }]' },
    stage: "validate",
    says: ["path of s3_targets", '"s3://bucket/folder/"'],
  },
  {
    mistake: "the id of the database, which has the account in it",
    module: "glue-crawler",
    inputs: { database_name: '"111111111111:orders"' },
    stage: "validate",
    says: ["database_name", "aws_glue_catalog_database.orders.name"],
  },
  {
    mistake: "a word that AWS does not have",
    module: "glue-crawler",
    inputs: { delete_behavior: '"DELETE"' },
    stage: "validate",
    says: ["delete_behavior must be one of LOG, DELETE_FROM_DATABASE, DEPRECATE_IN_DATABASE"],
  },
  {
    mistake: "new folders alone, with changes of schemas",
    module: "glue-crawler",
    inputs: { recrawl_behavior: '"CRAWL_NEW_FOLDERS_ONLY"' },
    stage: "plan",
    says: ["recrawl_behavior", 'update_behavior = "LOG"'],
  },
  {
    mistake: "the URL of a queue",
    module: "glue-crawler",
    inputs: {
      s3_targets:
        '[{ path = "s3://example-data/", event_queue_arn = "https://sqs.eu-west-1.amazonaws.com/111111111111/orders" }]',
    },
    stage: "validate",
    says: ["event_queue_arn", '"arn:aws:sqs:REGION:ACCOUNT:NAME"'],
  },
  {
    mistake: "a state that no job has",
    module: "glue-trigger",
    inputs: { after: '[{ job = "first", state = "SUCCESS" }]' },
    stage: "validate",
    says: ["state of after", "SUCCEEDED, FAILED, STOPPED, TIMEOUT"],
  },
  {
    mistake: "the ARN of a job",
    module: "glue-trigger",
    inputs: { starts: '[{ job = "arn:aws:glue:eu-west-1:111111111111:job/orders" }]' },
    stage: "validate",
    says: ["job of starts takes the name"],
  },
  {
    mistake: "a schedule, and a job to wait for",
    module: "glue-trigger",
    inputs: { schedule: '"cron(0 18 * * ? *)"', after: '[{ job = "first" }]' },
    stage: "plan",
    says: ["Give at most one of schedule, after and event_batching"],
  },
  {
    mistake: "capital letters in the name of a database",
    module: "glue-catalog-database",
    inputs: { name: '"Orders"' },
    stage: "validate",
    says: ["name must have", "none of them upper case"],
  },
  {
    mistake: "the ARN of a bucket",
    module: "glue-role",
    inputs: { read_s3: '["arn:aws:s3:::example-data"]' },
    stage: "validate",
    says: ["read_s3 takes S3 URIs", "s3://bucket/folder/"],
  },
  {
    mistake: "a bucket with a name that is too short",
    module: "glue-role",
    inputs: { read_s3: '["s3://a/x/"]' },
    stage: "validate",
    says: ["read_s3: the name of a bucket has 3 to 63"],
  },
  {
    mistake: "a table without its database",
    module: "glue-role",
    inputs: { read_tables: '["orders"]' },
    stage: "validate",
    says: ["read_tables", '"database.table"'],
  },
  {
    mistake: "the id of a key",
    module: "glue-role",
    inputs: { read_kms_keys: '["1234abcd-12ab-34cd-56ef-1234567890ab"]' },
    stage: "validate",
    says: ["read_kms_keys", "arn:aws:kms:REGION:ACCOUNT:key/ID"],
  },
  {
    mistake: "the alias of a key",
    module: "glue-role-policies",
    inputs: { write_kms_keys: '["alias/orders"]' },
    stage: "validate",
    says: ["write_kms_keys", "arn:aws:kms:REGION:ACCOUNT:key/ID", "no alias"],
  },
  {
    mistake: "a policy of AWS without its path",
    module: "glue-role",
    inputs: { aws_managed_policies: '["AWSGlueServiceRole"]' },
    stage: "validate",
    says: ["aws_managed_policies", 'write "service-role/AWSGlueServiceRole"'],
  },
  {
    mistake: "a policy of AWS by its ARN",
    module: "iam-role",
    inputs: { aws_managed_policies: '["arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"]' },
    stage: "validate",
    says: ["aws_managed_policies", '"service-role/AWSGlueServiceRole"'],
  },
  {
    mistake: "a policy of one's own by its name",
    module: "glue-role",
    inputs: { policy_arns: '{ own = "orders-policy" }' },
    stage: "validate",
    says: ["policy_arns", "arn:aws:iam::111111111111:policy/NAME", "aws_managed_policies"],
  },
  {
    mistake: "an action in place of a policy",
    module: "glue-role",
    inputs: { inline_policies: '{ topic = "sns:Publish" }' },
    stage: "validate",
    says: ["inline_policies", "jsonencode({ ... })"],
  },
  {
    mistake: "an account without quotes, which begins with a zero",
    module: "glue-role",
    inputs: { account_id: "012345678901" },
    stage: "validate",
    says: ["account_id", '"012345678901"', "quotes"],
  },
  {
    mistake: "the name of a secret",
    module: "glue-role",
    inputs: { connections: '[{ name = "orders", credentials = { secret_arn = "orders/db" } }]' },
    stage: "validate",
    says: ["secret_arn of connections", "arn:aws:secretsmanager:"],
  },
  {
    mistake: "a path without its slashes",
    module: "iam-role",
    inputs: { path: '"glue"' },
    stage: "validate",
    says: ["path must start and end with a slash", '"/glue/"'],
  },
  {
    mistake: "the short name of a service",
    module: "iam-role",
    inputs: { services: '["glue"]' },
    stage: "validate",
    says: ["services", '"glue.amazonaws.com"'],
  },
  {
    mistake: "the ARN of the role in place of its name",
    module: "glue-role-policies",
    inputs: { role_name: ROLE },
    stage: "validate",
    says: ["role_name must be the name of the role"],
  },
  {
    mistake: "all jobs",
    module: "glue-deployer",
    inputs: { jobs: '["*"]' },
    stage: "validate",
    says: ["jobs takes names", "after at least one character"],
  },
  {
    mistake: "the name of a role that is handed on",
    module: "glue-session-client",
    inputs: { runtime_role_arns: '["orders-session-role"]' },
    stage: "validate",
    says: ["runtime_role_arns takes exact ARNs", "arn:aws:iam::ACCOUNT:role/PATH/NAME"],
  },
  {
    mistake: "a table format with a capital",
    module: "glue-job",
    inputs: { datalake_formats: '["Iceberg"]' },
    stage: "validate",
    says: ["datalake_formats takes names in lower case", '["iceberg"]'],
  },
  {
    mistake: "automatic scaling of a Python shell job",
    module: "glue-job",
    inputs: { type: '"python_shell"', auto_scaling: "true" },
    stage: "plan",
    says: ["auto_scaling", "only for spark and streaming"],
  },
  {
    mistake: "settings of Spark for a Python shell job",
    module: "glue-job",
    inputs: { type: '"python_shell"', spark_conf: '{ "spark.ui.enabled" = "false" }' },
    stage: "plan",
    says: ["spark_conf", "only for spark and streaming"],
  },
  {
    mistake: "the name of a variable as an argument",
    module: "glue-job",
    inputs: { default_arguments: '{ "--log_group" = "/orders" }' },
    stage: "plan",
    says: ["--log_group with log_group"],
  },
  {
    mistake: "a variable in the arguments",
    module: "glue-job",
    inputs: { default_arguments: '{ spark_conf = "spark.ui.enabled=false" }' },
    stage: "validate",
    says: ["default_arguments", "set the variable"],
  },
  {
    mistake: "Spark's settings as its own argument",
    module: "glue-job",
    inputs: { default_arguments: '{ "--conf" = "spark.ui.enabled=false" }' },
    stage: "plan",
    says: ["--conf with spark_conf"],
  },
  {
    mistake: "DPUs for a Spark job of today",
    module: "glue-job",
    inputs: { max_capacity: "10" },
    stage: "plan",
    says: ["max_capacity", "use worker_type and number_of_workers"],
  },
  {
    mistake: "DPUs for a ray job",
    module: "glue-job",
    inputs: { type: '"ray"', worker_type: '"Z.2X"', max_capacity: "2" },
    stage: "plan",
    says: ["max_capacity", "A ray job has no max_capacity: use number_of_workers"],
  },
  {
    mistake: "Flex before it was there",
    module: "glue-job",
    inputs: { glue_version: '"2.0"', execution_class: '"FLEX"' },
    stage: "plan",
    says: ['execution_class = "FLEX"', "Glue 3.0 or newer"],
  },
  {
    mistake: "a database with capital letters",
    module: "glue-crawler",
    inputs: { database_name: '"Orders"' },
    stage: "validate",
    says: ["database_name must be the name of a database in lower case"],
  },
  {
    mistake: "a space after the name of a database",
    module: "glue-crawler",
    inputs: { database_name: '"orders "' },
    stage: "validate",
    says: ["database_name", "without spaces around it"],
  },
  {
    mistake: "a database with capital letters, of tables to crawl",
    module: "glue-crawler",
    inputs: { s3_targets: "", catalog_targets: '[{ database_name = "Orders", tables = ["items"] }]' },
    stage: "validate",
    says: ["database_name of catalog_targets", "in lower case"],
  },
  {
    mistake: "all of the read capacity, in per cent",
    module: "glue-crawler",
    inputs: { dynamodb_targets: '[{ path = "orders", scan_rate = 50 }]' },
    stage: "validate",
    says: ["scan_rate of dynamodb_targets must be between 0.1 and 1.5"],
  },
  {
    mistake: "tables of the catalog beside folders",
    module: "glue-crawler",
    inputs: { catalog_targets: '[{ database_name = "orders", tables = ["items"] }]' },
    stage: "plan",
    says: ["catalog_targets cannot have other targets", "second crawler"],
  },
  {
    mistake: "events without their queue",
    module: "glue-crawler",
    inputs: { recrawl_behavior: '"CRAWL_EVENT_MODE"' },
    stage: "plan",
    says: ['recrawl_behavior = "CRAWL_EVENT_MODE"', "event_queue_arn in s3_targets"],
  },
  {
    mistake: "the ARN of a connection",
    module: "glue-crawler",
    inputs: {
      s3_targets:
        '[{ path = "s3://example-data/", connection_name = "arn:aws:glue:eu-west-1:111111111111:connection/vpc" }]',
    },
    stage: "validate",
    says: ["connection_name of s3_targets takes the name of the connection"],
  },
  {
    mistake: "the URL of a database",
    module: "glue-crawler",
    inputs: { jdbc_targets: '[{ connection_name = "db", path = "jdbc:postgresql://db:5432/orders" }]' },
    stage: "validate",
    says: ["path of jdbc_targets", '"orders/public/%"'],
  },
  {
    mistake: "a whole URI to exclude",
    module: "glue-crawler",
    inputs: { s3_targets: '[{ path = "s3://example-data/", exclusions = ["s3://example-data/tmp/**"] }]' },
    stage: "validate",
    says: ["exclusions of s3_targets are relative to path", '"**/_temporary/**"'],
  },
  {
    mistake: "a bucket and a folder without s3://, as a location",
    module: "glue-catalog-database",
    inputs: { location_uri: '"example-data/orders/"' },
    stage: "validate",
    says: ["location_uri must be a URI", '"s3://bucket/folder/"'],
  },
  {
    mistake: "a linked database with capital letters",
    module: "glue-catalog-database",
    inputs: { target_database: '{ catalog_id = "222222222222", database_name = "Orders" }' },
    stage: "validate",
    says: ["database_name of target_database", "in lower case"],
  },
  {
    mistake: "an argument of a run without its dashes",
    module: "glue-trigger",
    inputs: { starts: '[{ job = "orders", arguments = { stage = "test" } }]' },
    stage: "validate",
    says: ["arguments of starts", '"--my-argument"'],
  },
  {
    mistake: "events for a trigger outside of workflows",
    module: "glue-trigger",
    inputs: { event_batching: "{}" },
    stage: "plan",
    says: ["event_batching needs workflow_name"],
  },
];

/** Mistakes that plan without a word. */
export const MISSED: readonly MissedMistake[] = [
  {
    mistake: "a misspelt attribute of an object",
    module: "glue-crawler",
    inputs: { s3_targets: '[{ path = "s3://example-data/orders/", exclusion = ["**/_*"] }]' },
    because: "Terraform drops attributes that the type does not name (hashicorp/terraform#29204)",
  },
  {
    mistake: "a misspelt name of a policy of AWS",
    module: "glue-role",
    inputs: { aws_managed_policies: '["service-role/AWSGlueServiceRol"]' },
    because: "AWS adds policies; a list in the module would refuse the new ones",
  },
  {
    mistake: "the id of a key that is made beside the call",
    module: "glue-role",
    inputs: { read_kms_keys: "[terraform_data.unknown.output]" },
    because: "the value is known only after apply; Terraform then checks the rule before it makes the policy",
  },
];
