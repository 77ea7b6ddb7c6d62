import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { glueCatalogDatabase, glueCrawler, glueJob, glueRole } from "tfwright/glue";

const REGION = "eu-west-1";
const DATABASE = "orders";
const EXPORT = "s3://example-shop-export/orders/";
const ORDERS = "s3://example-lake/orders/";
const SCRIPT = "s3://example-lake/scripts/orders.py";

/** The inputs of both stacks. What one module takes from another stands in the stacks. */
const database = { name: DATABASE, description: "Orders of the shop" };
const role = {
  name: "orders",
  used_by: ["job", "crawler"] as const,
  account_id: "111111111111",
  read_s3: [EXPORT, SCRIPT],
  write_s3: [ORDERS],
  // The name itself: with the resource's, Terraform would show the inlined policy only after apply.
  write_tables: [`${DATABASE}.*`],
};
const job = {
  name: "orders",
  script_location: SCRIPT,
  glue_version: "5.0",
  number_of_workers: 5,
  schedule: "cron(0 4 * * ? *)",
  default_arguments: { "--target": ORDERS },
};
const crawler = {
  name: "orders",
  schedule: "cron(0 2 * * ? *)",
  s3_targets: [{ path: EXPORT, exclusions: ["**/_temporary/**"] }],
};

/** The resources themselves: `aws_glue_job.job` and so on. */
class OrdersInline extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "orders-inline");
    new AwsProvider(this, "aws", { region: REGION });

    const madeDatabase = glueCatalogDatabase.inline(this, "database", database);
    const madeRole = glueRole.inline(this, "role", role);
    glueJob.inline(this, "job", {
      ...job,
      role_arn: madeRole.outputs.arn,
    });
    glueCrawler.inline(this, "crawler", {
      ...crawler,
      role_arn: madeRole.outputs.arn,
      database_name: madeDatabase.outputs.name,
    });
  }
}

/** Calls of the generated modules: `module.job.aws_glue_job.this` and so on. */
class OrdersModule extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "orders-module");
    new AwsProvider(this, "aws", { region: REGION });

    const madeDatabase = glueCatalogDatabase.module(this, "database", database);
    const madeRole = glueRole.module(this, "role", role);
    glueJob.module(this, "job", {
      ...job,
      role_arn: madeRole.outputs.arn,
    });
    glueCrawler.module(this, "crawler", {
      ...crawler,
      role_arn: madeRole.outputs.arn,
      database_name: madeDatabase.outputs.name,
    });
  }
}

const app = new App();
new OrdersInline(app);
new OrdersModule(app);
app.synth();
