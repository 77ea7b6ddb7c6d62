/** The reference environment `data-lake-test` as a CDKTF app that calls the generated modules. */
import { cpSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { glueCatalogDatabase, glueCrawler, glueJob, glueRole } from "./modules";
import { App, type Construct, LocalBackend, TerraformStack, TerraformVariable } from "./src/cdk";
import type { AnyModule } from "./src/index";

const ACCOUNT = "111111111111";
const REGION = "ap-northeast-1";
const SOURCE = "s3://data-lake-snapshot-rds-test-s3";
const TARGET = "s3://data-lake-test-target-s3";
const SCRIPT = `${TARGET}/scripts/data-lake-test-job.py`;
/** As the article has it; without it the roles have the least privilege. */
const MANAGED = ["service-role/AWSGlueServiceRole"];

const called = [glueCatalogDatabase, glueRole, glueCrawler, glueJob];

/** The workspace keeps copies of what it calls. */
const source = ({ name }: AnyModule) => `./modules/${name}`;

class DataLakeTest extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "data-lake-test");
    // cdktf would pin the provider to one version and keep the state at an absolute path.
    new AwsProvider(this, "aws", { region: REGION });
    this.addOverride("terraform.required_providers.aws.version", ">= 6.0");
    new LocalBackend(this, { path: "terraform.tfstate" });

    const keys = new TerraformVariable(this, "snapshot_kms_keys", {
      type: "list(string)",
      default: [],
      description: "ARNs of the KMS keys that the snapshot is encrypted with.",
    });
    const database = glueCatalogDatabase.module(this, "database", {
      source: source(glueCatalogDatabase),
      name: "data-lake-test-data-catalog",
    });
    const tables = [`${database.outputs.name}.*`];
    const jobRole = glueRole.module(this, "job_role", {
      source: source(glueRole),
      name: "data-lake-test-job-role",
      read_s3: [SOURCE, SCRIPT],
      write_s3: [TARGET],
      read_tables: tables,
      read_kms_keys: keys.listValue,
      aws_managed_policies: MANAGED,
      account_id: ACCOUNT,
    });
    const crawlerRole = glueRole.module(this, "crawler_role", {
      source: source(glueRole),
      name: "data-lake-test-crawler-role",
      used_by: ["crawler"],
      read_s3: [SOURCE],
      write_tables: tables,
      read_kms_keys: keys.listValue,
      aws_managed_policies: MANAGED,
      account_id: ACCOUNT,
    });
    glueCrawler.module(this, "crawler", {
      source: source(glueCrawler),
      name: "data-lake-test-crawler",
      role_arn: crawlerRole.outputs.arn,
      database_name: database.outputs.name,
      s3_targets: [{ path: `${SOURCE}/` }],
    });
    glueJob.module(this, "job", {
      source: source(glueJob),
      name: "data-lake-test-job",
      role_arn: jobRole.outputs.arn,
      script_location: SCRIPT,
      glue_version: "5.0",
      schedule: "cron(0 18 * * ? *)",
    });
  }
}

const app = new App({ stackTraces: false });
const stack = new DataLakeTest(app);
app.synth();

// The workspace holds what it calls, so that a copy of it alone plans on another machine.
for (const { name } of called) {
  const target = join(app.outdir, "stacks", stack.node.id, "modules", name);
  rmSync(target, { recursive: true, force: true });
  cpSync(join("generated", "modules", name), target, {
    recursive: true,
    filter: (path) => !["examples", "tests"].includes(basename(path)),
  });
}
