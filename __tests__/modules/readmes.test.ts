/** What the READMEs of the generated package tell a caller, and their complete example with the real Terraform. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeWith } from "./support/find-terraform";
import { everyModule, GENERATED, makeFolder, offlineProvider } from "./support/generated";
import { initialise, PATIENCE, plan, plannedResources, validate } from "./support/terraform";

const readme = (module?: string) =>
  readFileSync(join(GENERATED, ...(module === undefined ? [] : ["modules", module]), "README.md"), "utf8");
const blocks = (text: string) => [...text.matchAll(/```hcl\n([\s\S]*?)```/g)].map(([, hcl = ""]) => hcl);
const example = blocks(readme()).find((hcl) => hcl.includes("aws_s3_bucket")) ?? "";

/** The description of an input as the table of the README has it. */
function inputOf(module: string, input: string): string {
  const rows = readme(module).split("\n");
  return rows.find((row) => row.startsWith(`| <a name="input_${input}"></a>`)) ?? "";
}

/** The same modules from a folder beside the root module, as the README tells who has a copy. */
const fromCopy = (hcl: string) =>
  hcl.replaceAll(/"git::[^"]*\/\/generated\/modules\/([a-z-]+)\?ref=[^"]*"/g, '"./generated/modules/$1"');

test("the complete example passes the outputs of all modules on", () => {
  for (const module of ["glue-catalog-database", "glue-role", "glue-crawler", "glue-job", "glue-trigger"])
    expect(example).toContain(`/modules/${module}?ref=`);
  for (const output of ["database.name", "role.arn", "crawler.name", "job.name"])
    expect(example).toContain(`module.${output}`);
});

test.each(["Error: Invalid count argument", "Error: Invalid for_each argument", "## Values known only after apply"])(
  "the package's README can be searched for: %s",
  (text) => expect(readme()).toContain(text),
);

test.each(everyModule)("%s says what to put in place of the address in its usage", (module) => {
  expect(readme(module)).toMatch(/replace `https:\/\/example\.com\/your\/repository\.git` by the address/);
  expect(readme(module)).toContain(`\`./modules/${module}\``);
});

test.each([
  ["glue-crawler", "s3_targets"],
  ["glue-crawler", "lake_formation_configuration"],
  ["glue-trigger", "after"],
  ["glue-role", "connections"],
  ["glue-job", "source_control_details"],
])("%s: %s says that Terraform ignores unknown keys", (module, input) => {
  expect(inputOf(module, input)).toContain("Terraform ignores a key that is not in this list, without an error:");
});

test.each([
  ["glue-trigger", "starts", ["`name` output of `glue-job`", "`name` output of `glue-crawler`"]],
  [
    "glue-trigger",
    "after",
    ["`name` output of `glue-job`", "`name` output of `glue-crawler`", "started by another trigger"],
  ],
  ["glue-trigger", "schedule", ["Not together with `after` or `event_batching`"]],
  ["glue-role", "read_tables", ["`name` output"]],
  ["glue-role-policies", "write_tables", ["`name` output"]],
  ["glue-crawler", "database_name", ["`name` output of `glue-catalog-database`"]],
  ["glue-crawler", "schedule", ["`after` this crawler"]],
  ["glue-crawler", "role_arn", ["the name of a role with its path", "does not wait"]],
  ["glue-job", "role_arn", ["not its name"]],
  ["glue-job", "log_group", ["`log_groups` of the job's role", "with the same name"]],
  ["glue-role", "log_groups", ["the same names as `log_group` of the jobs"]],
  ["glue-role", "used_by", ['`["crawler", "job"]`', "known only after apply"]],
  ["glue-job", "schedule", ["`Invalid count argument`"]],
  ["glue-role", "account_id", ["`Invalid count argument`"]],
])("%s: %s says what a caller must know", (module, input, parts) => {
  for (const part of parts) expect(inputOf(module, input)).toContain(part);
});

test.each([
  ["glue-role", "used_by"],
  ["glue-role", "default_database"],
  ["glue-role", "trust_condition"],
  ["glue-session-client", "owner"],
  ["iam-role", "source_account"],
])("%s: %s, of which Terraform can do without the value, is not said to be needed in the plan", (module, input) => {
  expect(inputOf(module, input)).not.toContain("Must be known at plan time");
  expect(inputOf(module, input)).toContain("known only after apply, the plan does not show");
});

test("a role of a crawler and a job is shown", () => {
  for (const module of ["glue-role", "glue-role-policies"])
    expect(blocks(readme(module)).some((hcl) => /^used_by += \["crawler", "job"\]$/m.test(hcl))).toBe(true);
});

test("the trigger's README shows the scheduled trigger and the conditional one, the crawler's points to it", () => {
  const both = blocks(readme("glue-trigger")).find((hcl) => hcl.match(/^module/gm)?.length === 2) ?? "";
  expect(both).toMatch(
    /schedule = "cron[\s\S]*starts += \[{ crawler =[\s\S]*after += \[{ crawler =[\s\S]*starts += \[{ job =/,
  );
  expect(readme("glue-crawler")).toMatch(/does not fire for runs that the crawler's own `schedule` starts/);
});

test("what is created only with an input says so", () => {
  expect(readme("glue-job")).toContain("- `aws_glue_trigger.schedule`, only with `schedule`");
});

describeWith("terraform", "the complete example", () => {
  test(
    "is valid, and plans with the modules from a copy",
    async () => {
      const folder = makeFolder();
      cpSync(join(GENERATED, "modules"), join(folder, "generated/modules"), { recursive: true });
      // The caller's account is read from AWS, for which a test has no keys.
      const hcl = fromCopy(example).replace(/^( +name += "orders-role")$/m, '$1\n  account_id = "111111111111"');
      expect(hcl).toContain("account_id");
      expect(hcl).not.toContain("git::");
      writeFileSync(join(folder, "main.tf"), hcl);
      writeFileSync(join(folder, "provider.tf.json"), JSON.stringify({ provider: { aws: offlineProvider } }));
      await initialise(folder);
      expect(await validate(folder)).toEqual([]);
      const made = plannedResources(await plan(folder)).map(({ address }) => address);
      expect(made).toEqual(
        expect.arrayContaining([
          "aws_s3_bucket.data",
          "module.after_crawl.aws_glue_trigger.this",
          "module.crawl.aws_glue_trigger.this",
          "module.crawler.aws_glue_crawler.this",
          "module.database.aws_glue_catalog_database.this",
          "module.job.aws_glue_job.this",
          "module.role.aws_iam_role.this",
        ]),
      );
    },
    PATIENCE,
  );
});
