/** What the README and the tests of the data lake show. */
import type { TestFile } from "tfwright";
import { offline } from "./aws";

export const lakeCreates = [
  "A catalog database for each zone: `<name>_<zone>`",
  "A role for each job and crawler, or one for those that name the same `role`, with the policies that `reads` and `writes` need",
  "The jobs and crawlers: `<name>-<job>`",
  "A workflow, and the triggers that start each job and crawler after those that it names in `after`",
  "With `alert_targets`, EventBridge rules that tell SNS topics which job or crawler has failed",
  "With `log_retention`, the log groups of the Spark and streaming jobs",
];

export const lakeIam = [
  "To apply: what `glue-catalog-database`, `glue-role`, `glue-job`, `glue-crawler` and `glue-trigger` need, and `glue:CreateWorkflow`, `glue:GetWorkflow`, `glue:UpdateWorkflow`, `glue:DeleteWorkflow`, `glue:GetTags`, `glue:TagResource` and `glue:UntagResource` on the workflow. `glue-deployer` and `glue-catalog-deployer` grant this, except the permissions for the roles: see the README of `glue-role`. With `alert_targets` and `log_retention` also what `glue-alerts` and `glue-logs` need, which `glue-platform-deployer` grants.",
  "To run: each role gets the objects, tables and keys that its jobs and crawlers name in `reads`, `writes` and `crawls`, and nothing else. A job that reads the table `orders.items` gets this table, its database, the catalog, and the database `default`, for which Spark asks. It cannot read other tables of the zone.",
];

export const lakeNotes = [
  "What a node (a job or a crawler) reads and writes decides its permissions. Only `after` decides the order. If one job reads what another writes, with no `after` between them, the plan stops, because the job could read old data.",
  'A table is a folder of its zone: `reads = ["bronze.orders"]` means the folder `orders/` of the zone `bronze`, and the table `orders` of its database. Other places are S3 URIs: `reads = ["s3://bucket/export/"]`.',
  "A streaming job without a `schedule` and a `timeout` runs until it is stopped, and has no order with the others. The workflow does not start it, because it would wait for the job, and of the workflow there is one run at a time. Start it once: `aws glue start-job-run --job-name NAME`.",
  "Nodes with the same `role` share one role, which can do what any of them can do. Use it for many similar jobs: AWS allows 1,000 roles in an account.",
  'The inputs can stand in a file: `jobs = yamldecode(file("${path.module}/jobs.yaml"))`. A misspelt key in it is an error, too.',
  "The keys are parts of names. If you rename a job, AWS Glue has a new one without the runs and the bookmark of the old one. If you rename a zone or the data lake, its database is replaced, and AWS deletes the tables of the old one from the catalog. The data in S3 stays.",
  "For what this module does not offer, such as `--TempDir` and other arguments that are variables of `glue-job`, call `glue-job` and `glue-trigger` beside it: the outputs `jobs` and `workflow_name` have the names that `after` and `workflow_name` of `glue-trigger` take.",
  "The scripts are not uploaded by this module. `glue-scripts` uploads a folder of them.",
  "The topics of `alert_targets` need a policy that lets EventBridge publish: the README of `glue-alerts` has it. The rules watch names that start with `<name>-`. If another data lake has a name that starts so, they watch that one too.",
  "With `log_retention` the logs of Spark and streaming jobs are in `/<name>/error` and `/<name>/output`. Python shell jobs and crawlers write to log groups that they share with others of the account: `glue-logs` makes them once for all.",
  "If nothing is in `schedule`, nothing starts by itself: `aws glue start-workflow-run --name NAME`.",
];

const small = {
  name: "orders",
  glue_version: "5.1",
  scripts: "s3://orders-lake/scripts/",
  zones: { snapshot: "s3://orders-snapshot/", lake: "s3://orders-lake/tables/" },
  schedule: "cron(0 18 * * ? *)",
  crawlers: { snapshot: { crawls: ["snapshot"] } },
  jobs: { parquet: { reads: ["snapshot"], writes: ["lake"], after: ["snapshot"] } },
};

const key = "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const medium = {
  name: "shop",
  glue_version: "5.1",
  scripts: "s3://shop-lake/scripts/",
  zones: { bronze: "s3://shop-lake/bronze/", silver: "s3://shop-lake/silver/", gold: "s3://shop-lake/gold/" },
  table_format: "iceberg" as const,
  kms_keys: { silver: [key], gold: [key] },
  schedule: "cron(0 2 * * ? *)",
  jobs: {
    ingest: { reads: ["s3://shop-export/"], writes: ["bronze"], worker_type: "G.2X", number_of_workers: 10 },
    clean_orders: { reads: ["bronze.orders"], writes: ["silver.orders"], after: ["ingest"] },
    clean_items: { reads: ["bronze.items"], writes: ["silver.items"], after: ["ingest"] },
    revenue: {
      reads: ["silver.orders", "silver.items"],
      writes: ["gold.revenue"],
      after: ["clean_orders", "clean_items"],
      timeout: 120,
      arguments: { "--currency": "EUR" },
    },
    export: { type: "python_shell" as const, script: "export/revenue.py", reads: ["gold.revenue"], after: ["revenue"] },
  },
};

const TABLES = ["customers", "items", "orders", "payments", "refunds", "returns", "shipments", "stock", "suppliers"];

const large = {
  name: "erp",
  glue_version: "5.1",
  scripts: "s3://erp-lake/scripts/",
  zones: { raw: "s3://erp-lake/raw/", curated: "s3://erp-lake/curated/" },
  schedule: "cron(0 1 * * ? *)",
  alert_targets: { team: { arn: "arn:aws:sns:eu-west-1:111111111111:data-alerts" } },
  log_retention: 90,
  jobs: {
    ...Object.fromEntries(
      TABLES.map((table) => [
        `import_${table}`,
        {
          script: "import.py",
          role: "import",
          reads: ["s3://erp-export/"],
          writes: ["raw"],
          arguments: { "--table": table },
        },
      ]),
    ),
    curate: { reads: ["raw"], writes: ["curated"], after: TABLES.map((table) => `import_${table}`) },
  },
};

const article = {
  name: "data-lake-test",
  glue_version: "5.0",
  scripts: "s3://data-lake-test-target-s3/scripts/",
  zones: { snapshot: "s3://data-lake-snapshot-rds-test-s3/", target: "s3://data-lake-test-target-s3/" },
  schedule: "cron(0 18 * * ? *)",
  crawlers: { crawler: { crawls: ["snapshot"] } },
  jobs: {
    job: { script: "data-lake-test-job.py", reads: ["snapshot"], writes: ["target"], after: ["crawler"] },
  },
};

export const lakeExamples = {
  basic: { description: "A snapshot of a database becomes Parquet.", inputs: small },
  medium: { description: "Bronze, silver and gold on Iceberg, with keys.", inputs: medium },
  large: {
    description: "Many similar jobs that share one role, and a job after all of them, with alerts and log groups.",
    inputs: large,
  },
  article: {
    description: "The data lake of the article about roles and policies of a Glue job, as one call.",
    inputs: article,
  },
};

const job = (name: string, rest: object) => ({ jobs: { [name]: rest } });
const refused = (name: string, variables: NonNullable<TestFile["variables"]>) => ({
  name,
  variables: variables,
  expectFailures: ["aws_glue_workflow.this"],
});

export const lakeTests: Readonly<Record<string, TestFile>> = {
  lake: {
    providers: offline,
    variables: { ...small, account_id: "111111111111" },
    runs: [
      {
        name: "small",
        assert: [
          { condition: 'output.databases.lake == "orders_lake"', message: "database of a zone" },
          { condition: "length(module.start) == 1", message: "one trigger starts the workflow" },
          { condition: "length(module.alerts) + length(module.logs) == 0", message: "neither alerts nor log groups" },
          { condition: 'join(",", keys(module.after)) == "parquet"', message: "one trigger waits" },
          { condition: 'join(",", keys(module.roles)) == "parquet,snapshot"', message: "a role for each" },
          {
            condition: 'strcontains(output.graph, "node_snapshot -.-> node_parquet")',
            message: "the order is in the diagram",
          },
          {
            condition:
              'module.roles["parquet"].policy_documents.s3 != null && strcontains(module.roles["parquet"].policy_documents.s3, "arn:aws:s3:::orders-lake/tables/*")',
            message: "the job writes to its zone",
          },
        ],
      },
      {
        name: "one_table_alone",
        variables: job("read", { reads: ["lake.orders"] }),
        assert: [
          {
            condition:
              'toset(flatten([for one in jsondecode(module.roles["read"].policy_documents.glue).Statement : one.Resource if one.Sid == "ReadCatalog"])) == toset(["arn:aws:glue:eu-west-1:111111111111:catalog", "arn:aws:glue:eu-west-1:111111111111:database/orders_lake", "arn:aws:glue:eu-west-1:111111111111:table/orders_lake/orders"])',
            message: "exactly the table, its database and the catalog",
          },
        ],
      },
      {
        name: "a_crawler_writes_no_data",
        variables: {
          crawlers: { snapshot: { crawls: ["snapshot"], role: "shared" } },
          jobs: { parquet: { reads: ["snapshot"], writes: ["lake"], after: ["snapshot"], role: "shared" } },
        },
        assert: [
          {
            condition:
              'flatten([for one in jsondecode(module.roles["shared"].policy_documents.s3).Statement : one.Resource if one.Sid == "WriteObjects"]) == ["arn:aws:s3:::orders-lake/tables/*"]',
            message: "the shared role writes to the zone of the job alone",
          },
          { condition: "length(module.roles) == 1", message: "one role for both" },
        ],
      },
      {
        name: "alerts_and_logs",
        variables: {
          alert_targets: { team: { arn: "arn:aws:sns:eu-west-1:111111111111:alerts" } },
          log_retention: 30,
        },
        assert: [
          {
            condition: 'join(",", values(module.logs[0].names)) == "/orders/error,/orders/output"',
            message: "log groups of its own",
          },
          {
            condition:
              'strcontains(module.roles["parquet"].policy_documents.glue, ":log-group:/orders/") && !strcontains(module.roles["snapshot"].policy_documents.glue, ":log-group:/orders/")',
            message: "the role of the job writes to them, and that of the crawler does not",
          },
        ],
      },
      refused("encrypted_logs_have_other_names", { log_retention: 30, security_configuration: "orders" }),
      {
        name: "keys_are_checked",
        variables: {
          jobs: { parquet: { reeds: ["snapshot"] } },
          crawlers: { snapshot: { crawls: "snapshot" } },
        },
        expectFailures: ["var.jobs", "var.crawlers"],
      },
      {
        name: "inputs_are_checked",
        variables: {
          name: "Orders",
          glue_version: "5",
          scripts: "s3://orders-lake/scripts",
          zones: { "Zone.1": "s3://orders-snapshot" },
          schedule: "0 18 * * *",
          alert_targets: { team: { arn: "team@example.com" } },
          log_retention: 31,
        },
        expectFailures: [
          "var.name",
          "var.glue_version",
          "var.scripts",
          "var.zones",
          "var.schedule",
          "var.alert_targets",
          "var.log_retention",
        ],
      },
      refused("a_zone_in_another", { zones: { ...small.zones, part: `${small.zones.lake}part/` } }),
      refused("two_zones_of_one_folder", { zones: { ...small.zones, same: small.zones.lake } }),
      {
        name: "zones_whose_names_begin_alike",
        variables: { zones: { ...small.zones, beside: small.zones.lake.replace(/\/$/, "-archive/") } },
        assert: [{ condition: "length(output.databases) == 3", message: "three zones" }],
      },
      refused("a_streaming_job_that_waits", job("live", { type: "streaming", after: ["snapshot"] })),
      {
        name: "a_streaming_job_is_not_in_the_workflow",
        variables: {
          jobs: {
            live: { type: "streaming", reads: ["snapshot"], writes: ["lake"] },
            report: { reads: ["lake"], arguments: { "--days": 30, "--full": false } },
          },
        },
        assert: [
          { condition: 'join(",", local.roots) == "report,snapshot"', message: "the workflow starts the others" },
          { condition: "length(module.jobs) == 2", message: "the values of arguments become strings" },
        ],
      },
      {
        name: "a_streaming_job_that_ends",
        variables: job("live", { type: "streaming", reads: ["snapshot"], after: ["snapshot"], timeout: 60 }),
        assert: [{ condition: 'join(",", keys(module.after)) == "live"', message: "it waits" }],
      },
      refused("an_order_is_missing", job("parquet", { reads: ["snapshot"], writes: ["lake"] })),
    ],
  },
};
