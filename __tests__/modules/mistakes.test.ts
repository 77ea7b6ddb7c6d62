/**
 * What people get wrong who call the modules from HCL: told by `validate` or `plan`, with the input and its right form.
 * All mistakes that Terraform tells at one stage stand in one root module, a file and a copy of the module for each.
 */
import { describeWith } from "./support/find-terraform";
import { generatedModules } from "./support/generated";
import { CORRECT, callOf, errorsOf, runCalls } from "./support/hcl-calls";
import { CAUGHT, MISSED, type Mistake, SCHEDULES, type Stage } from "./support/mistakes";
import type { Finished } from "./support/run-command";
import { type Diagnostic, diagnosticsOf, PATIENCE } from "./support/terraform";

test("at least 30 of 33 and more are caught, in every module", () => {
  expect(CAUGHT.length + MISSED.length).toBeGreaterThanOrEqual(33);
  expect(CAUGHT.length).toBeGreaterThanOrEqual(30);
  expect([...new Set(CAUGHT.map(({ module }) => module))].sort()).toEqual(generatedModules);
  expect(Object.keys(CORRECT)).toEqual(generatedModules);
  const names = [...CAUGHT, ...MISSED].map(({ mistake }) => mistake);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describeWith("terraform", "mistakes", () => {
  const stages: readonly Stage[] = ["call", "validate", "plan"];
  const caught = Object.fromEntries(stages.map((stage) => [stage, CAUGHT.filter((one) => one.stage === stage)]));
  // Calls that must plan stand beside those that the plan refuses: Terraform goes on with the other modules.
  const correct = generatedModules.map((module) => ({ mistake: `none in ${module}`, module, inputs: {} }));
  const schedules = SCHEDULES.map((fields) => ({
    mistake: `a schedule of ${fields}`,
    module: "glue-trigger",
    inputs: { schedule: `"cron(${fields})"` },
  }));
  const sets = {
    mistake: "sets in place of lists in a data lake",
    module: "data-lake",
    inputs: {
      crawlers: '{ raw = { crawls = toset(["raw"]) } }',
      jobs: '{ clean = { reads = toset(["raw"]), writes = toset(["clean"]), after = toset(["raw"]) } }',
    },
  };
  const planned: readonly Mistake[] = [...(caught.plan ?? []), ...correct, ...schedules, sets, ...MISSED];
  let told: Readonly<Record<string, readonly Diagnostic[]>>;
  let applied: Finished;

  beforeAll(async () => {
    const [call, validate, plan, apply] = await Promise.all([
      runCalls(caught.call ?? [], ["validate", "-json"]),
      runCalls(caught.validate ?? [], ["validate", "-json"]),
      runCalls(planned, ["plan", "-json", "-input=false", "-lock=false"]),
      runCalls(
        MISSED.filter(({ inputs }) => inputs.read_kms_keys !== undefined),
        ["apply", "-json", "-input=false", "-auto-approve", "-target=module.call_0.aws_iam_policy.kms"],
      ),
    ]);
    told = {
      call: diagnosticsOf(call.stdout),
      validate: diagnosticsOf(validate.stdout),
      plan: diagnosticsOf(plan.stdout),
    };
    applied = apply;
  }, PATIENCE);

  describe.each(stages)("told by %s", (stage) => {
    test.each((caught[stage] ?? []).map((one, index) => ({ ...one, index })))(
      "$module: $mistake",
      ({ index, says, messages: expected = 1 }) => {
        const messages = errorsOf(callOf(index), told[stage]);
        // One mistake, one message: a second one would be about what the caller got right.
        expect(messages).toHaveLength(expected);
        for (const part of says) expect(messages.join("\n")).toContain(part);
      },
      PATIENCE,
    );
  });

  test.each(planned.map((one, index) => ({ ...one, index })).slice(caught.plan?.length))(
    "not told: $mistake",
    ({ index }) => expect(errorsOf(callOf(index), told.plan)).toEqual([]),
    PATIENCE,
  );

  test(
    "a key's id that is known only after apply is refused before the policy is made",
    () => {
      expect(applied.code).toBe(1);
      expect(errorsOf("call_0", diagnosticsOf(applied.stdout))).toEqual([
        expect.stringContaining("read_kms_keys takes ARNs of KMS keys: arn:aws:kms:REGION:ACCOUNT:key/ID"),
      ]);
      expect(applied.stdout).toContain("terraform_data.unknown: Creation complete");
      expect(applied.stdout).not.toContain("aws_iam_policy.kms[0]: Creating");
    },
    PATIENCE,
  );
});
