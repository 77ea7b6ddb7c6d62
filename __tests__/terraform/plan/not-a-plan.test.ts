import { TfwrightError } from "../../../src/errors";
import type { Json } from "../../../src/json/json-value";
import { readPlan } from "../../../src/terraform/plan/read-plan";
import { change, planText, smallPlan } from "./fixtures";

const SECRET = "hunter2-hunter2";

function refusal(text: string): TfwrightError {
  try {
    readPlan(text, "plan.json");
  } catch (error) {
    if (error instanceof TfwrightError) return error;
    throw error;
  }
  throw new Error("it was read");
}

const texts: readonly (readonly [string, string, string, RegExp])[] = [
  ["nothing", "", "plan-empty", /is empty/],
  ["blanks", " \n\n", "plan-empty", /is empty/],
  ["a binary plan", "PK\u0003\u0004\u0014\u0000tfplan", "plan-binary", /terraform show -json plan\.bin > plan\.json/],
  ["UTF-16", '\ufffd\ufffd{\u0000"\u0000', "plan-encoding", /UTF-16/],
  ["text for people", `Terraform will perform the following actions: ${SECRET}`, "plan-not-json", /prints for people/],
  [
    "text for people without changes",
    `\nNo changes. Your infrastructure matches ${SECRET}`,
    "plan-not-json",
    /prints for people/,
  ],
  [
    "text for people in colors",
    `\u001b[0m\u001b[1mTerraform\u001b[0m used the selected ${SECRET}`,
    "plan-not-json",
    /prints for people/,
  ],
  [
    "a plan with a message after it",
    `{"format_version":"1.2","terraform_version":"1.9.8","resource_changes":[]}\nReleasing state lock: ${SECRET}`,
    "plan-not-json",
    /is not JSON at 2:1, where other text follows the plan/,
  ],
  [
    "a page of a sign-in",
    `<!DOCTYPE html><html><body>${SECRET}</body></html>`,
    "plan-not-json",
    /is a page of HTML or XML/,
  ],
  ["an error of S3", `<?xml version="1.0"?><Error>${SECRET}</Error>`, "plan-not-json", /is a page of HTML or XML/],
  ["text that begins with a sign", `<b>${SECRET}`, "plan-not-json", /is not JSON at 1:1/],
  ["JSON cut off", `{"format_version": "1.2", "a": "${SECRET}`, "plan-not-json", /is not whole/],
  ["JSON cut off behind a value", `{"format_version": "1.2", "a": "${SECRET}"`, "plan-not-json", /is not whole/],
  ["JSON cut off behind a comma", `{"format_version": "1.2", "a": ["${SECRET}"],\n`, "plan-not-json", /is not whole/],
  ["JSON cut off behind a name", `{"format_version": "1.2", "a"`, "plan-not-json", /is not whole/],
  ["JSON cut off in a number", '{"format_version": "1.2", "a": [12', "plan-not-json", /is not whole/],
  ["JSON with a bracket too few", '{"format_version": "1.2", "a": [1}', "plan-not-json", /is not JSON at 1:34/],
  ["JSON cut off in a word", '{"format_version": "1.2", "a": [tru', "plan-not-json", /is not whole/],
  [
    "JSON with a word that is none",
    `{"format_version": "1.2",\n "a": ${SECRET}}`,
    "plan-not-json",
    /is not JSON at 2:7\n/,
  ],
  ["JSON with a number that is none", '{"format_version": "1.2", "a": 1.x}', "plan-not-json", /is not JSON at 1:33\n/],
  [
    "a plan with a word behind it",
    `{"format_version":"1.2","resource_changes":[]} ${SECRET}`,
    "plan-not-json",
    /is not JSON at 1:48, where other text follows the plan/,
  ],
  ["JSON with a slip", `{"format_version": "1.2",\n "a" "${SECRET}"}`, "plan-not-json", /is not JSON at 2:6/],
  [
    "a stream of messages",
    `{"@level":"info","@message":"${SECRET}","type":"version"}\n{"@level":"info"}\n`,
    "plan-stream",
    /log of `terraform plan -json`/,
  ],
  ["a message alone", `{"@level":"info","@message":"${SECRET}"}`, "plan-stream", /terraform show -json/],
  ["a state file", `{"version":4,"serial":3,"lineage":"x","resources":[]}`, "plan-state", /is a state, not a plan/],
  [
    "a state that is shown",
    `{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{}}}`,
    "plan-state",
    /is a state/,
  ],
  ["a list", `["${SECRET}"]`, "plan-not-a-plan", /must be an object, but is a list/],
  ["null", "null", "plan-not-a-plan", /but is null/],
  [
    "a warning before a plan",
    `Warning: ${SECRET}\n{"format_version":"1.2","resource_changes":[]}`,
    "plan-not-json",
    /is not JSON at 1:1, where other text stands before the plan/,
  ],
  [
    "a policy",
    `{"Version":"2012-10-17","Statement":[{"Sid":"${SECRET}"}]}`,
    "plan-not-a-plan",
    /is an IAM policy, not a plan[\s\S]*tfwright lint/,
  ],
  ["other JSON", `{"name":"${SECRET}"}`, "plan-not-a-plan", /JSON, but not a plan's/],
  ["schemas of providers", `{"format_version":"1.0","provider_schemas":{}}`, "plan-not-a-plan", /not a plan's/],
  ["a version that is a number", `{"format_version":1.2,"resource_changes":[]}`, "plan-not-a-plan", /not a plan's/],
  [
    "format 0.3, which there never was",
    `{"format_version":"0.3","resource_changes":[]}`,
    "plan-format",
    /format 0\.3; tfwright reads format 1\.x, and 0\.1 and 0\.2[\s\S]*Terraform 0\.12 or later/,
  ],
  [
    "what the wrapper of setup-terraform prints first",
    `[command]/opt/terraform-bin show -json plan.bin\n{"format_version":"1.2","x":"${SECRET}"}`,
    "plan-wrapper",
    /hashicorp\/setup-terraform[\s\S]*terraform_wrapper: false/,
  ],
  [
    "the redacted plan of HCP Terraform",
    `{"plan_format_version":"1.2","provider_format_version":"1.0","resource_changes":[],"x":"${SECRET}"}`,
    "plan-redacted",
    /redacted plan of HCP Terraform[\s\S]*json-output/,
  ],
  ["format 10", `{"format_version":"10.0","resource_changes":[]}`, "plan-format", /format 10\.0/],
  [
    "a version that is text",
    `{"format_version":"${SECRET}","resource_changes":[]}`,
    "plan-format",
    /that it does not know/,
  ],
];

test.each(texts)("%s", (_, text, code, message) => {
  const error = refusal(text);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(message);
  expect(error.message).toMatch(/^plan\.json: /);
  expect(error.problems[0]?.hint).toBeTruthy();
});

test("format 2 is refused: what, where, what to do", () => {
  expect(refusal(planText("format-2")).message).toMatch(
    /^plan\.json: is a plan of format 2\.0; tfwright reads format 1\.x, .*\n {2}update tfwright/,
  );
});

test("no refusal repeats what it was given, its cause neither", () => {
  for (const [, text] of texts) {
    const error = refusal(text);
    expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toContain("hunter2");
  }
});

const broken: readonly (readonly [string, { readonly [name: string]: Json }, string])[] = [
  ["changes that are no list", { resource_changes: {} }, "resource_changes must be a list, but is an object"],
  [
    "a change that is no object",
    { resource_changes: [change("a.b"), 7] },
    "resource_changes[1] must be an object, but is a number",
  ],
  [
    "a change without an address",
    { resource_changes: [{ mode: "managed" }] },
    "resource_changes[0].address must be text, but is missing",
  ],
  [
    "actions that are text",
    { resource_changes: [change("a.b", { actions: "update" })] },
    "resource_changes[0].actions must be a list, but is text",
  ],
  [
    "an action that is no text",
    { resource_changes: [change("a.b", { actions: [1] })] },
    "resource_changes[0].actions[0] must be text, but is a number",
  ],
  ["an output", { output_changes: { x: [] } }, "output_changes.x must be an object, but is a list"],
  [
    "a deferred change",
    { deferred_changes: [{ reason: "x" }] },
    "deferred_changes[0].resource_change.address must be text, but is missing",
  ],
  [
    "a prior state",
    { prior_state: { values: { root_module: { child_modules: [{ resources: [{}] }] } } } },
    "prior_state.values.root_module.child_modules[0].resources[0].address must be text, but is missing",
  ],
  [
    "a module call",
    { configuration: { root_module: { module_calls: { a: { module: 1 } } } } },
    "configuration.root_module.module_calls.a.module must be an object, but is a number",
  ],
];

test.each(broken)("%s", (_, fields, message) => {
  const error = refusal(JSON.stringify(smallPlan(fields)));
  expect(error.code).toBe("plan-malformed");
  expect(error.message).toContain(`plan.json: ${message}\n`);
});
