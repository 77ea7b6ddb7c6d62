/** A workflow: triggers, jobs and crawlers that run as one. */
import {
  and,
  defineModule,
  type Expr,
  each,
  eq,
  fn,
  gte,
  type MapExpr,
  map,
  mod,
  not,
  number,
  optional,
  or,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { offline, providers, region, tags } from "./aws";
import { glueWorkflowJa } from "./ja/glue-workflow";
import { GlueWorkflow } from "./providers/aws/glue-workflow";
import { noSecretValue, shapeOf } from "./rules";

const SECRET_KEY = "(?i)(passw(or)?d|passphrase|secret|token|credential|api_?key|private_?key|access_?key)";
const REFERENCE_KEY = "(?i)[_.-]?(arn|name|id|path)$";

/** Properties are not encrypted, and everybody who can read the workflow can read them. */
const noSecretKey = {
  condition: (properties: MapExpr<Expr<string>>) =>
    fn.alltrue(
      each(fn.keys(properties), (key) =>
        or(not(fn.can(fn.regex(SECRET_KEY, key))), fn.can(fn.regex(REFERENCE_KEY, key))),
      ),
    ),
  message:
    'properties must not contain secrets, because AWS Glue shows them in plain text. Keep the secret in Secrets Manager, and pass its name: { secret_name = "orders" }.',
  shows: "element" as const,
};

const workflowModule = `The triggers belong to the workflow by \`workflow_name\` of \`glue-trigger\`. Exactly one of them starts the workflow: it has a \`schedule\`, or \`event_batching\`, or neither of both and no \`after\`, which means that the workflow starts on demand. All others are conditional:

\`\`\`hcl
module "workflow" {
  source = "./modules/glue-workflow"

  name = "orders"
}

module "start" {
  source = "./modules/glue-trigger"

  name          = "orders-start"
  workflow_name = module.workflow.name
  schedule      = "cron(0 18 * * ? *)"
  starts        = [{ crawler = module.crawler.name }]
}

module "after_crawl" {
  source = "./modules/glue-trigger"

  name          = "orders-after-crawl"
  workflow_name = module.workflow.name
  after         = [{ crawler = module.crawler.name }]
  starts        = [{ job = module.job.name }]
}
\`\`\``;

export const glueWorkflow = defineModule({
  name: "glue-workflow",
  differences: [
    { input: "max_concurrent_runs", theirs: "no limit", ours: "one run at a time", undo: "max_concurrent_runs = 0" },
  ],
  iam: [
    "A workflow has no role. The jobs and crawlers that its triggers start have their own roles.",
    "To apply this module you need `glue:CreateWorkflow`, `glue:GetWorkflow`, `glue:UpdateWorkflow`, `glue:DeleteWorkflow`, `glue:GetTags`, `glue:TagResource` and `glue:UntagResource` on `arn:aws:glue:REGION:ACCOUNT:workflow/NAME`.",
    "Scripts read and write the properties of their run with `glue:GetWorkflowRunProperties` and `glue:PutWorkflowRunProperties` on the same ARN. Give these actions to the job's role with `inline_policies` of `glue-role`.",
  ],
  notes: [
    workflowModule,
    "AWS Glue passes the names of the workflow and of the run to each job as the arguments `--WORKFLOW_NAME` and `--WORKFLOW_RUN_ID`. The script reads the properties with `get_workflow_run_properties` of the AWS SDK, not as arguments.",
    "Properties are not encrypted, and everybody who can read the workflow or its runs can read them. Never put passwords into them: keep a secret in Secrets Manager, and pass its name or ARN.",
    "If a run starts while `max_concurrent_runs` runs are active, AWS rejects it with `ConcurrentRunsExceededException`. It does not wait in a queue.",
    "If you destroy the workflow, its triggers stay, unless Terraform destroys them too.",
  ],
  examples: {
    basic: {
      description: "A workflow that runs once at a time.",
      inputs: { name: "orders" },
    },
    complete: {
      description: "A workflow with properties that each run starts with.",
      inputs: {
        name: "orders",
        description: "Imports the orders of the shop",
        properties: { stage: "test", secret_name: "orders-db" },
        max_concurrent_runs: 3,
        region: "eu-west-1",
        tags: { owner: "data-team" },
      },
    },
    adopt: {
      description:
        "Takes over a hand-written workflow without a change. If a default differs from AWS's default, an input sets AWS's value.",
      inputs: { name: "orders", max_concurrent_runs: 0 },
      moved: [{ from: "aws_glue_workflow.orders", to: "aws_glue_workflow.this" }],
    },
  },
  tests: {
    workflow: {
      providers: offline,
      variables: { name: "orders" },
      runs: [
        {
          name: "one_run_at_a_time",
          assert: [
            { condition: 'output.name == "orders"', message: "name" },
            { condition: "aws_glue_workflow.this.max_concurrent_runs == 1", message: "one run" },
            { condition: "aws_glue_workflow.this.default_run_properties == null", message: "no properties" },
          ],
        },
        {
          name: "no_limit",
          variables: { max_concurrent_runs: 0, properties: { stage: "test", token_secret_arn: "arn:aws:x" } },
          assert: [
            { condition: "aws_glue_workflow.this.max_concurrent_runs == null", message: "AWS's own: no limit" },
            {
              condition: 'aws_glue_workflow.this.default_run_properties["stage"] == "test"',
              message: "properties",
            },
          ],
        },
        {
          name: "secrets_and_numbers_that_aws_rejects",
          variables: { name: "", properties: { db_password: "x" }, max_concurrent_runs: -1 },
          expectFailures: ["var.name", "var.properties", "var.max_concurrent_runs"],
        },
        {
          name: "a_password_in_a_url",
          variables: { properties: { database: "postgresql://user:example@db/orders" }, max_concurrent_runs: 1.5 },
          expectFailures: ["var.properties", "var.max_concurrent_runs"],
        },
      ],
    },
  },
  translations: { ja: glueWorkflowJa },
  title: "AWS Glue workflow",
  description: "A Glue workflow: triggers, crawlers and jobs that start together and are monitored as one run.",
  providers,
  variables: {
    name: string({
      description: "Name of the workflow.",
      validate: [shapeOf("^.{1,255}$", 'name must have 1 to 255 characters: "orders".')],
    }),
    description: optional(string({ description: "What the workflow is for." })),
    properties: map(
      string({
        validate: [noSecretValue("properties", '{ secret_name = "orders" }')],
      }),
      {
        description:
          "Properties that each run starts with, and that its jobs can read and change. No passwords and other secrets: everybody who can read the workflow can read them.",
        default: {},
        validate: [noSecretKey],
      },
    ),
    max_concurrent_runs: number({
      description: "Maximum number of concurrent runs. 0 means no limit.",
      default: 1,
      validate: [
        {
          condition: (runs) => and(gte(runs, 0), eq(mod(runs, 1), 0)),
          message: "max_concurrent_runs must be a whole number: 1 for one run at a time, 0 for no limit.",
        },
      ],
    }),
    region,
    tags,
  },
  build(scope, v) {
    const workflow = resource(scope, GlueWorkflow, "this", {
      name: v.name,
      description: v.description,
      default_run_properties: v.properties,
      max_concurrent_runs: when(eq(v.max_concurrent_runs, 0), null, v.max_concurrent_runs),
      region: v.region,
      tags: v.tags,
    });
    return {
      name: output(workflow.name, { description: "Name of the workflow, for `workflow_name` of `glue-trigger`." }),
      arn: output(workflow.arn, { description: "ARN of the workflow." }),
    };
  },
});
