/** The reference environment's resources as a plain cdktf stack: what `cdktf synth --hcl` is measured with. */

import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { GlueTrigger } from "@cdktf/provider-aws/lib/glue-trigger";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";

const app = new App();
const stack = new TerraformStack(app, "data-lake-test");
new AwsProvider(stack, "aws", { region: "ap-northeast-1" });
const database = new GlueCatalogDatabase(stack, "database", { name: "data-lake-test-data-catalog" });

function role(name: string) {
  const trust = new DataAwsIamPolicyDocument(stack, `${name}-trust`, {
    statement: [
      { actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["glue.amazonaws.com"] }] },
    ],
  });
  const made = new IamRole(stack, name, { name, assumeRolePolicy: trust.json });
  for (const key of ["s3", "glue"]) {
    const document = new DataAwsIamPolicyDocument(stack, `${name}-${key}-document`, {
      statement: [
        { sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::data-lake-snapshot-rds-test-s3/*"] },
      ],
    });
    const policy = new IamPolicy(stack, `${name}-${key}`, { name: `${name}-${key}-policy`, policy: document.json });
    new IamRolePolicyAttachment(stack, `${name}-${key}-attachment`, { role: made.name, policyArn: policy.arn });
  }
  new IamRolePolicyAttachment(stack, `${name}-managed`, {
    role: made.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole",
  });
  return made;
}

const job = new GlueJob(stack, "job", {
  name: "data-lake-test-job",
  roleArn: role("data-lake-test-job-role").arn,
  glueVersion: "5.0",
  workerType: "G.1X",
  numberOfWorkers: 2,
  command: { scriptLocation: "s3://data-lake-test-target-s3/scripts/data-lake-test-job.py" },
});
new GlueCrawler(stack, "crawler", {
  name: "data-lake-test-crawler",
  role: role("data-lake-test-crawler-role").arn,
  databaseName: database.name,
  s3Target: [{ path: "s3://data-lake-snapshot-rds-test-s3/" }],
});
new GlueTrigger(stack, "trigger", {
  name: "data-lake-test-job-trigger",
  type: "SCHEDULED",
  schedule: "cron(0 18 * * ? *)",
  actions: [{ jobName: job.name }],
});
app.synth();
