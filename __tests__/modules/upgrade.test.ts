/**
 * What a plan shows to those who applied an earlier version of the modules: what each README says under "Upgrading", and
 * no other change.
 *
 * `fixtures/upgrade` holds the calls, and the state that Terraform stored when the earlier version was applied to
 * moto_server with the AWS provider 6.34. Where moto answers otherwise than AWS, the state has what AWS would answer: an
 * on-demand trigger stays in the state CREATED, a job has no execution class unless one is given, and the token of its
 * source control is kept.
 */
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { differences } from "./support/differences";
import { describeWith } from "./support/find-terraform";
import { generatedModules } from "./support/generated";
import type { Inputs } from "./support/module-inputs";
import { giveAccount, writeReference } from "./support/reference";
import { writeRootModule } from "./support/root-module";
import { initialise, mustRun, PATIENCE, type Plan } from "./support/terraform";

const FIXTURES = resolve(__dirname, "fixtures/upgrade");
/** The state of the reference environment, as the modules before the repairs of `glue-job` and `glue-role` made it. */
const REFERENCE = resolve(__dirname, "fixtures/reference/terraform.tfstate");

/** What changes, by address: each changed attribute before and after. */
type Changes = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;

const METASTORE = {
  Sid: "UseMetastore",
  Effect: "Allow",
  Action: "glue:GetDatabase",
  Resource: [
    "arn:aws:glue:ap-northeast-1:111111111111:database/default",
    "arn:aws:glue:ap-northeast-1:111111111111:catalog",
  ],
};
const LOGS_UNTIL_4 = { "--enable-continuous-cloudwatch-log": "true" };
const ARGUMENTS = {
  "--enable-glue-datacatalog": "true",
  "--enable-job-insights": "true",
  "--enable-metrics": "true",
};

const EXPECTED: Readonly<Record<string, Changes>> = {
  "glue-trigger": { "module.by_hand.aws_glue_trigger.this": { enabled: [true, false] } },
  "glue-job": {
    "module.spark_5.aws_glue_job.this": { default_arguments: [{ ...ARGUMENTS, ...LOGS_UNTIL_4 }, ARGUMENTS] },
    "module.spark_5_log_group.aws_glue_job.this": {
      default_arguments: [
        { ...ARGUMENTS, ...LOGS_UNTIL_4, "--TempDir": "s3://example-temp/", "--continuous-log-logGroup": "/orders" },
        { ...ARGUMENTS, "--TempDir": "s3://example-temp/", "--custom-logGroup-prefix": "/orders" },
      ],
    },
  },
  "glue-role": { "module.job.aws_iam_policy.glue": { statements: [[], [METASTORE]] } },
  "glue-role-policies": { "module.job.aws_iam_policy.glue": { statements: [[], [METASTORE]] } },
};

const listScript = (condition: object) => ({
  Sid: expect.stringMatching(/^ListToRead/) as string,
  Effect: "Allow",
  Action: "s3:ListBucket",
  Resource: "arn:aws:s3:::data-lake-test-target-s3",
  Condition: condition,
});

/** Logs of a job from Glue 5.0, the database `default` for its role, and a script that is one object and no folder. */
const EXPECTED_OF_REFERENCE: Changes = {
  "module.job.aws_glue_job.this": { default_arguments: [{ ...ARGUMENTS, ...LOGS_UNTIL_4 }, ARGUMENTS] },
  "module.job_role.aws_iam_policy.glue": {
    statements: [[], [METASTORE]],
  },
  "module.job_role.aws_iam_policy.s3[0]": {
    statements: [
      [listScript({ StringLike: { "s3:prefix": "scripts/data-lake-test-job.py/*" } })],
      [
        listScript({
          StringEquals: { "s3:delimiter": "/" },
          StringLike: { "s3:prefix": "scripts/data-lake-test-job.py" },
        }),
      ],
    ],
  },
};

test("every module that says what changed has a state from before", () => {
  expect(readdirSync(FIXTURES)).toEqual(Object.keys(EXPECTED).sort());
  const documented = generatedModules.filter((name) => readme(name).includes("\n## Upgrading\n"));
  expect(documented).toEqual(Object.keys(EXPECTED).sort());
});

describeWith("terraform", "an earlier version's state", () => {
  test.concurrent.each(Object.entries(EXPECTED))(
    "%s",
    async (name, expected) => {
      const calls = Object.entries(callsOf(name)).map(([call, inputs]) => [call, { module: name, inputs }]);
      const folder = writeRootModule({ calls: Object.fromEntries(calls) });
      cpSync(join(FIXTURES, name, "terraform.tfstate"), join(folder, "terraform.tfstate"));
      expect(await changesIn(folder)).toEqual(expected);
    },
    PATIENCE,
  );

  test(
    "the reference environment: what the repairs of glue-job and glue-role changed, and nothing else",
    async () => {
      const folder = writeReference();
      giveAccount(folder);
      cpSync(REFERENCE, join(folder, "terraform.tfstate"));
      expect(await changesIn(folder)).toEqual(EXPECTED_OF_REFERENCE);
    },
    PATIENCE,
  );
});

/** What a plan of the folder changes in the state that it has. */
async function changesIn(folder: string): Promise<Changes> {
  await initialise(folder);
  const file = join(folder, "plan.bin");
  await mustRun("terraform", ["plan", "-refresh=false", "-input=false", `-out=${file}`], folder);
  return changesOf(JSON.parse((await mustRun("terraform", ["show", "-json", file], folder)).stdout) as Plan);
}

function readme(name: string): string {
  return readFileSync(resolve(__dirname, "../../generated/modules", name, "README.md"), "utf8");
}

function callsOf(name: string): Readonly<Record<string, Inputs>> {
  return JSON.parse(readFileSync(join(FIXTURES, name, "calls.json"), "utf8")) as Readonly<Record<string, Inputs>>;
}

/** The changes of a plan; an action other than an update in place is told as itself. */
function changesOf({ resource_changes = [] }: Plan): Changes {
  const changed = resource_changes.filter(
    ({ mode, type, change }) => mode === "managed" && type !== "terraform_data" && change.actions.join() !== "no-op",
  );
  return Object.fromEntries(
    changed.map(({ address, change: { actions, before, after } }) => [
      address,
      actions.join() === "update" ? differences(before ?? {}, after ?? {}) : { actions: [null, actions] },
    ]),
  );
}
