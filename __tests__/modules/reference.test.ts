/** The reference environment, word for word as users hold it, planned by the real provider. */
import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { writeWorkspace } from "./support/app-workspace";
import { describeWith } from "./support/find-terraform";
import { normalisePolicy } from "./support/policy";
import { ACCOUNT, giveAccount, writeReference } from "./support/reference";
import {
  initialise,
  initialiseWithBackend,
  PATIENCE,
  type Plan,
  plan,
  plannedResources,
  runTests,
  validate,
} from "./support/terraform";

const KEY = `arn:aws:kms:ap-northeast-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;
const MANAGED = "service-role/AWSGlueServiceRole";
const SOURCE = "arn:aws:s3:::data-lake-snapshot-rds-test-s3";
const TARGET = "arn:aws:s3:::data-lake-test-target-s3";
const GLUE = `arn:aws:glue:ap-northeast-1:${ACCOUNT}`;
const LOGS = `arn:aws:logs:ap-northeast-1:${ACCOUNT}:log-group:/aws-glue`;

const TABLES = [
  `${GLUE}:catalog`,
  `${GLUE}:database/data-lake-test-data-catalog`,
  `${GLUE}:table/data-lake-test-data-catalog/*`,
];
const READ_CATALOG = ["BatchGetPartition", "GetDatabase", "GetPartition", "GetPartitions", "GetTable", "GetTables"];
const WRITE_CATALOG = [
  "BatchCreatePartition",
  "BatchUpdatePartition",
  "CreatePartition",
  "CreateTable",
  "UpdatePartition",
  "UpdateTable",
  "BatchDeletePartition",
  "DeletePartition",
  "DeleteTable",
  "UpdateDatabase",
];
const WRITE_LOGS = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];

type Statement = Record<string, unknown>;
const allow = (Sid: string, Action: unknown, Resource: unknown, more: Statement = {}) => ({
  Sid,
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const document = (...Statement: Statement[]) => normalisePolicy({ Version: "2012-10-17", Statement });

const TRUST = document({
  Sid: "AssumeRole",
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Principal: { Service: "glue.amazonaws.com" },
});

const JOB_POLICIES = {
  "data-lake-test-job-role-s3-policy": document(
    allow("ListToRead0", "s3:ListBucket", SOURCE),
    allow("ListToRead1", "s3:ListBucket", TARGET, {
      Condition: {
        StringLike: { "s3:prefix": "scripts/data-lake-test-job.py" },
        StringEquals: { "s3:delimiter": "/" },
      },
    }),
    allow("ReadObjects", "s3:GetObject", [`${SOURCE}/*`, `${TARGET}/scripts/data-lake-test-job.py`]),
    allow("ListToWrite0", "s3:ListBucket", TARGET),
    allow(
      "WriteObjects",
      ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      `${TARGET}/*`,
    ),
  ),
  "data-lake-test-job-role-glue-policy": document(
    allow(
      "ReadCatalog",
      READ_CATALOG.map((action) => `glue:${action}`),
      TABLES,
    ),
    allow("UseMetastore", "glue:GetDatabase", [`${GLUE}:catalog`, `${GLUE}:database/default`]),
    allow("ReadBookmarks", "glue:GetJobBookmark", "*"),
    allow("WriteLogs", WRITE_LOGS, [`${LOGS}/jobs/*`, `${LOGS}/python-jobs/*`]),
    allow("WriteMetrics", "cloudwatch:PutMetricData", "*", {
      Condition: { StringEquals: { "cloudwatch:namespace": "Glue" } },
    }),
  ),
};

const CRAWLER_POLICIES = {
  "data-lake-test-crawler-role-s3-policy": document(
    allow("ListToRead0", "s3:ListBucket", SOURCE),
    allow("ReadObjects", "s3:GetObject", `${SOURCE}/*`),
  ),
  "data-lake-test-crawler-role-glue-policy": document(
    allow(
      "WriteCatalog",
      [...READ_CATALOG, ...WRITE_CATALOG].map((action) => `glue:${action}`),
      TABLES,
    ),
    allow("WriteLogs", WRITE_LOGS, `${LOGS}/crawlers*`),
  ),
};

const KMS_POLICIES = {
  "data-lake-test-job-role-kms-policy": document(allow("Decrypt", "kms:Decrypt", KEY)),
  "data-lake-test-crawler-role-kms-policy": document(allow("Decrypt", "kms:Decrypt", KEY)),
};

/** What a role is made of, by address in its module. */
const roleAddresses = (role: string, policies: readonly string[]) => [
  `module.${role}.aws_iam_role.this`,
  `module.${role}.aws_iam_role_policy_attachment.aws_managed["${MANAGED}"]`,
  ...policies.flatMap((policy) => {
    const instance = policy === "glue" ? policy : `${policy}[0]`;
    return [`module.${role}.aws_iam_policy.${instance}`, `module.${role}.aws_iam_role_policy_attachment.${instance}`];
  }),
];

const addresses = (policies: readonly string[]) =>
  [
    "module.crawler.aws_glue_crawler.this",
    "module.database.aws_glue_catalog_database.this",
    "module.job.aws_glue_job.this",
    "module.job.aws_glue_trigger.schedule[0]",
    ...roleAddresses("job_role", policies),
    ...roleAddresses("crawler_role", policies),
  ].sort();

/** Addresses of what the plan would make. */
const planned = (result: Plan) =>
  plannedResources(result)
    .map(({ address }) => address)
    .sort();

const valuesOf = (result: Plan, address: string) =>
  plannedResources(result).find((resource) => resource.address === address)?.values ?? {};

const policiesOf = (result: Plan) =>
  Object.fromEntries(
    plannedResources(result)
      .filter(({ type }) => type === "aws_iam_policy")
      .map(({ values }) => [values.name, normalisePolicy(values.policy)]),
  );

/** The values without what AWS or the provider fills in, null or empty. */
const given = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );

async function planReference(...args: string[]): Promise<Plan> {
  const folder = writeReference();
  giveAccount(folder);
  await initialise(folder);
  return plan(folder, args);
}

/** What `npm start` puts into `cdktf.out`, moved elsewhere as it is. */
async function planWorkspace(...args: string[]): Promise<Plan> {
  const workspace = writeWorkspace();
  await initialiseWithBackend(workspace);
  return plan(workspace, args);
}

const WAYS = [
  ["in HCL, as it is printed", planReference],
  ["as the workspace of the CDKTF app", planWorkspace],
] as const;

describeWith("terraform", "the reference environment", () => {
  describe.each(WAYS)("%s", (_way, planIt) => {
    let result: Plan;
    beforeAll(async () => {
      result = await planIt();
    }, PATIENCE);

    test("makes these resources and nothing else", () => {
      expect(planned(result)).toEqual(addresses(["s3", "glue"]));
      const changes = result.resource_changes ?? [];
      expect(new Set(changes.map(({ change }) => change.actions.join()))).toEqual(new Set(["create"]));
      expect(changes.map(({ address }) => address).sort()).toEqual(planned(result));
    });

    test.each([
      ["module.database.aws_glue_catalog_database.this", "data-lake-test-data-catalog"],
      ["module.job.aws_glue_job.this", "data-lake-test-job"],
      ["module.job.aws_glue_trigger.schedule[0]", "data-lake-test-job-trigger"],
      ["module.crawler.aws_glue_crawler.this", "data-lake-test-crawler"],
      ["module.job_role.aws_iam_role.this", "data-lake-test-job-role"],
      ["module.crawler_role.aws_iam_role.this", "data-lake-test-crawler-role"],
    ])("%s is called %s", (address, name) => {
      expect(valuesOf(result, address).name).toBe(name);
    });

    test.each(["job_role", "crawler_role"])("Glue takes the role of %s", (role) => {
      const values = valuesOf(result, `module.${role}.aws_iam_role.this`);
      expect(normalisePolicy(values.assume_role_policy)).toEqual(TRUST);
      expect(values).toMatchObject({ path: "/", max_session_duration: 3600, permissions_boundary: null });
    });

    test("the policies grant exactly this", () => {
      expect(policiesOf(result)).toEqual({ ...JOB_POLICIES, ...CRAWLER_POLICIES });
    });

    test.each(["job_role", "crawler_role"])("%s gets its policies and AWS's own", (role) => {
      const attachments = plannedResources(result).filter(
        ({ address, type }) => type === "aws_iam_role_policy_attachment" && address.startsWith(`module.${role}.`),
      );
      const name = valuesOf(result, `module.${role}.aws_iam_role.this`).name;
      expect(attachments.map(({ values }) => values.role)).toEqual([name, name, name]);
      const managed = attachments.find((attachment) => attachment.name === "aws_managed");
      expect(managed?.values.policy_arn).toBe(`arn:aws:iam::aws:policy/${MANAGED}`);
      const calls = result.configuration.root_module.module_calls;
      for (const policy of ["s3", "glue", "kms", "vpc"]) {
        const attachment = calls[role]?.module.resources.find(
          (resource) => resource.type === "aws_iam_role_policy_attachment" && resource.name === policy,
        );
        expect(attachment?.expressions.policy_arn?.references).toContain(`aws_iam_policy.${policy}`);
      }
    });

    test("the job runs its script with these arguments", () => {
      expect(given(valuesOf(result, "module.job.aws_glue_job.this"))).toEqual({
        name: "data-lake-test-job",
        region: "ap-northeast-1",
        glue_version: "5.0",
        worker_type: "G.1X",
        number_of_workers: 2,
        max_retries: 0,
        job_run_queuing_enabled: false,
        execution_property: [{ max_concurrent_runs: 1 }],
        command: [{ name: "glueetl", script_location: "s3://data-lake-test-target-s3/scripts/data-lake-test-job.py" }],
        default_arguments: {
          "--enable-glue-datacatalog": "true",
          "--enable-job-insights": "true",
          "--enable-metrics": "true",
        },
      });
    });

    test("the crawler reads the snapshots into the database", () => {
      const values = given(valuesOf(result, "module.crawler.aws_glue_crawler.this"));
      expect(values).toEqual({
        name: "data-lake-test-crawler",
        region: "ap-northeast-1",
        database_name: "data-lake-test-data-catalog",
        s3_target: [expect.objectContaining({ path: "s3://data-lake-snapshot-rds-test-s3/", exclusions: [] })],
        schema_change_policy: [{ delete_behavior: "LOG", update_behavior: "UPDATE_IN_DATABASE" }],
        recrawl_policy: [{ recrawl_behavior: "CRAWL_EVERYTHING" }],
        lineage_configuration: [{ crawler_lineage_settings: "DISABLE" }],
      });
    });

    test("the trigger starts the job at 18:00 UTC", () => {
      expect(given(valuesOf(result, "module.job.aws_glue_trigger.schedule[0]"))).toMatchObject({
        name: "data-lake-test-job-trigger",
        type: "SCHEDULED",
        schedule: "cron(0 18 * * ? *)",
        enabled: true,
        actions: [expect.objectContaining({ job_name: "data-lake-test-job", crawler_name: null })],
      });
    });

    test(
      "a key adds one policy to each role",
      async () => {
        const withKey = await planIt("-var", `snapshot_kms_keys=["${KEY}"]`);
        expect(planned(withKey)).toEqual(addresses(["s3", "glue", "kms"]));
        expect(policiesOf(withKey)).toEqual({ ...JOB_POLICIES, ...CRAWLER_POLICIES, ...KMS_POLICIES });
      },
      PATIENCE,
    );
  });

  test(
    "is valid as a workspace",
    async () => {
      const workspace = writeWorkspace();
      await initialiseWithBackend(workspace);
      expect(await validate(workspace)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    "is valid and plans as it is written, with the caller's account",
    async () => {
      const folder = writeReference();
      cpSync(resolve(__dirname, "fixtures/reference/account.tftest.hcl"), join(folder, "account.tftest.hcl"));
      await initialise(folder);
      expect(await validate(folder)).toEqual([]);
      const { summary, problems } = await runTests(folder);
      expect(problems).toEqual([]);
      expect(summary).toMatchObject({ status: "pass", passed: 2 });
    },
    PATIENCE,
  );
});
