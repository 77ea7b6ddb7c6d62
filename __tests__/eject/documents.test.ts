/** Texts of JSON that the provider compares by their meaning become `jsonencode`, whatever the order of their keys. */
import { comparePlans } from "../../src/eject/compare-plans";
import { documentArguments } from "../../src/eject/document-arguments";
import type { EjectOptions } from "../../src/eject/eject-stack";
import { type BlockGrammar, ROOT, resourceWithDocuments } from "../../src/eject/grammar";
import { findDifference } from "../../src/eject/prove";
import { Renames } from "../../src/eject/renames";
import { StackFile } from "../../src/eject/stack-file";
import { readPlan } from "../../src/terraform/plan/read-plan";
import { filesOf } from "./eject-support";

/** The HCL of `policy` of an `aws_iam_policy`. */
function policy(text: string, more: object = {}): string {
  const { "main.tf": main = "" } = filesOf({ resource: { aws_iam_policy: { p: { policy: text } } }, ...more });
  return main
    .replace(/^.*\n {2}policy = /, "")
    .replace(/\n\}$/, "")
    .replace(/^ {2}/gm, "");
}

test.each<[string, string, string]>([
  [
    "keys as they were written",
    '{"b":1,"a":{"d":[true,null],"c":"x"}}',
    'jsonencode({\n  b = 1\n  a = {\n    d = [true, null]\n    c = "x"\n  }\n})',
  ],
  ["spaces and lines", '{\n  "a" : [ 1 ]\n}\n', "jsonencode({ a = [1] })"],
  ["what Terraform escapes", '{"a":"<b> & c"}', 'jsonencode({ a = "<b> & c" })'],
  ["a part of a text", '{"R":"${aws_s3_bucket.b.arn}/*"}', 'jsonencode({ R = "${aws_s3_bucket.b.arn}/*" })'],
  ["all of a text", '{"R":["${aws_s3_bucket.b.arn}"]}', "jsonencode({ R = [aws_s3_bucket.b.arn] })"],
  ["a text by a function", '{"R":"${lower(var.x)}"}', "jsonencode({ R = lower(var.x) })"],
  ["what may be a number", '{"R":"${var.x}"}', "jsonencode({ R = tostring(var.x) })"],
  ["an element of a list", '{"R":"${aws_subnet.s[*].id[0]}"}', "jsonencode({ R = tostring(aws_subnet.s[*].id[0]) })"],
  ["a key with a hole", '{"${var.issuer}:sub":"x"}', 'jsonencode({ "${var.issuer}:sub" = "x" })'],
  [
    "a variable of IAM",
    '{"R":"arn:aws:s3:::b/$${aws:username}/*"}',
    'jsonencode({ R = "arn:aws:s3:::b/$${aws:username}/*" })',
  ],
  ["quotes in a hole", '{"R":"${lookup(var.m, "k")}-x"}', 'jsonencode({ R = "${lookup(var.m, "k")}-x" })'],
  ["a list", '["a","${aws_s3_bucket.b.id}"]', 'jsonencode(["a", aws_s3_bucket.b.id])'],
  ["decimals", '{"a":0.5,"b":-2}', "jsonencode({\n  a = 0.5\n  b = -2\n})"],
])("%s", (_name, text, want) => {
  expect(policy(text)).toBe(want);
});

test("a variable of type string is a text as it is", () => {
  const variable = { t: { type: "string" }, n: { type: "number" } };
  expect(policy('{"a":"${var.t}","b":"${var.n}"}', { variable })).toBe(
    "jsonencode({\n  a = var.t\n  b = tostring(var.n)\n})",
  );
});

test.each<[string, string]>([
  ["a hole outside of quotes, which may be anything", '{"a":${var.x}}'],
  ["a hole that writes elements", '{"R":["${join("\\",\\"", var.arns)}"]}'],
  ["a hole that writes JSON", '{"R":"${jsonencode(var.x)}"}'],
  ["a directive", '{"R":"%{if var.x}a%{endif}"}'],
  ["a key twice", '{"${"a"}b":1,"a":1,"a":2}'],
  ["a number that may be printed otherwise", '{"a":1.50,"b":"${var.x}"}'],
  ["a negative zero", '{"b":1,"a":-0}'],
  ["letters that HCL puts together", '{"b":1,"a":"e\\u0301"}'],
  ["no JSON", '{"b":1,"a"}'],
  ["no object and no list", '"a"'],
])("it stays a text: %s", (_name, text) => {
  expect(policy(text)).not.toContain("jsonencode({");
});

describe("the argument decides", () => {
  const text = '{"b":1,"a":2}';
  const required = (version: string | undefined, source = "aws") => ({
    terraform: { required_providers: { aws: { source, ...(version !== undefined && { version }) } } },
  });
  const written = (type: string, args: object, more: object = {}, options: Partial<EjectOptions> = {}) =>
    filesOf({ ...more, resource: { [type]: { x: args } } }, options)["main.tf"]?.includes("jsonencode({") ?? false;

  test("one that is compared byte by byte stays a text", () => {
    expect(written("aws_sfn_state_machine", { definition: text })).toBe(false);
    expect(written("aws_ssm_parameter", { value: text })).toBe(false);
    expect(written("aws_cloudwatch_event_rule", { event_pattern: text })).toBe(true);
  });

  test.each<[string | undefined, boolean]>([
    ["6.13.0", true],
    ["~> 6.0", true],
    [">= 5.0, < 7.0", false],
    ["5.100.0", false],
    [undefined, false],
  ])("of which only version 6 is known, by %s", (version, want) => {
    expect(written("aws_ecr_repository_policy", { policy: text }, required(version))).toBe(want);
    expect(written("aws_sqs_queue_policy", { policy: text }, required(version))).toBe(true);
  });

  test.each([
    ["6.13.0", true],
    ["5.100.0", false],
  ])("the lock file tells the version: %s", (version, want) => {
    const locked = new Map([["registry.terraform.io/hashicorp/aws", version]]);
    const args = { policy: text };
    expect(written("aws_ecr_repository_policy", args, required(">= 5.0"), { locked })).toBe(want);
    expect(written("aws_ecr_repository_policy", args, required(">= 6.0"), { locked })).toBe(want);
  });

  test.each([
    ["~> 3.76", false],
    [">= 3.0, < 6.0", false],
    ["~> 4.0", true],
    ["5.100.0", true],
    ["~> 6.0", true],
  ])("a policy in a role, known since version 4, by %s", (version, want) => {
    const role = { inline_policy: [{ name: "p", policy: text }] };
    expect(written("aws_iam_role", role, required(version))).toBe(want);
  });

  test("a provider of another source may compare otherwise", () => {
    expect(written("aws_iam_policy", { policy: text }, required("6.0.0", "example.com/our/aws"))).toBe(false);
  });

  test("what another element refers to stays the very text", () => {
    const local = (value: string) => ({ locals: { copy: value } });
    expect(written("aws_iam_policy", { policy: text }, local("${sha1(aws_iam_policy.x.policy)}"))).toBe(false);
    expect(written("aws_iam_policy", { policy: text }, local("${aws_iam_policy.x[0].policy}"))).toBe(false);
    expect(written("aws_iam_policy", { policy: text }, local("${aws_iam_policy.x.policy_id}"))).toBe(true);
  });
});

test("names of the table are found by version", () => {
  expect(documentArguments("aws_iam_role", 3)).toEqual(["assume_role_policy"]);
  expect(documentArguments("aws_iam_role", 4)).toEqual(["assume_role_policy", "inline_policy.policy"]);
  expect(documentArguments("toString", 6)).toEqual([]);
});

describe("two plans", () => {
  const planOf = (after: object, type = "aws_iam_role", provider = "registry.terraform.io/hashicorp/aws") =>
    readPlan(
      JSON.stringify({
        format_version: "1.2",
        terraform_version: "1.11.4",
        planned_values: { root_module: {} },
        configuration: { root_module: {} },
        resource_changes: [
          {
            address: `${type}.x`,
            mode: "managed",
            type,
            name: "x",
            provider_name: provider,
            change: { actions: ["create"], before: null, after, after_unknown: {} },
          },
        ],
      }),
      "plan.json",
    );
  const attributes = (a: object, b: object, ...rest: string[]) =>
    comparePlans(planOf(a, ...rest), planOf(b, ...rest)).differences.flatMap((one) => one.attributes);

  test("documents are compared by their meaning", () => {
    const [a, b] = ['{"x":1,"y":[2]}', '{"y":[2],"x":1}'];
    expect(attributes({ assume_role_policy: a }, { assume_role_policy: b })).toEqual([]);
    expect(attributes({ inline_policy: [{ policy: a }] }, { inline_policy: [{ policy: b }] })).toEqual([]);
    expect(attributes({ assume_role_policy: a }, { assume_role_policy: '{"x":1,"y":[3]}' })).toEqual([
      "assume_role_policy",
    ]);
    expect(attributes({ description: a }, { description: b })).toEqual(["description"]);
    expect(attributes({ definition: a }, { definition: b }, "aws_sfn_state_machine")).toEqual(["definition"]);
    expect(attributes({ policy: a }, { policy: b }, "aws_iam_policy", "example.com/our/thing")).toEqual(["policy"]);
  });
});

test("the proof takes another order only where the provider compares by meaning", () => {
  const text = JSON.stringify({ resource: { x_y: { p: { policy: '{"b":1,"a":"${x_z.q.arn}"}' } } } });
  const file = StackFile.read("cdk.tf.json", text);
  const hcl = ['resource "x_y" "p" {\n  policy = jsonencode({\n    b = 1\n    a = x_z.q.arn\n  })\n}\n'];
  const differenceBy = (grammar: BlockGrammar) =>
    findDifference({ file, blocks: file.blocks, renames: Renames.none, grammarOf: () => grammar }, hcl);
  expect(differenceBy(ROOT.resource as BlockGrammar)).toBe("resource.x_y.p.policy");
  expect(differenceBy(resourceWithDocuments(["policy"]))).toBeUndefined();
});

test("an object in the place of a document stays one, with its keys", () => {
  const { "main.tf": main } = filesOf({ resource: { aws_iam_policy: { p: { policy: { "${var.k}": "x" } } } } });
  expect(main).toContain('policy = { (var.k) = "x" }');
});
