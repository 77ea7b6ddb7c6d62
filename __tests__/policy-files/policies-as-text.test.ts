/** Policies that are texts in JSON and YAML, as in most answers of AWS; and texts that only look like one. */
import { lintFiles } from "../../src/policy-files";

const policy = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const OPEN = policy({ Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" });
const TYPO = policy({ Effect: "Allow", Action: "s3:GetObjekt", Resource: "*" });
const TRUST = policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" });

/** As in a folder: a file without a policy is passed over. */
function lint(path: string, given: unknown) {
  const text = typeof given === "string" ? given : JSON.stringify(given, undefined, 2);
  const { findings, policies, problems } = lintFiles([{ path, text }], { today: "2026-10-01" });
  expect(problems).toEqual([]);
  return { policies, told: findings.map(({ rule }) => rule) };
}

describe("answers of AWS in a folder", () => {
  test.each<readonly [string, unknown, string]>([
    ["get-bucket-policy", { Policy: OPEN }, "open-resource"],
    [
      "get-queue-attributes",
      { Attributes: { QueueArn: "arn:aws:sqs:eu-west-1:123456789012:a", Policy: OPEN } },
      "open-resource",
    ],
    [
      "get-rest-apis, with the escapes of API Gateway",
      { items: [{ id: "a", policy: OPEN.replaceAll('"', '\\"') }] },
      "open-resource",
    ],
    ["describe-domain-config", { DomainConfig: { AccessPolicies: { Options: OPEN } } }, "open-resource"],
    ["describe-destinations", { destinations: [{ accessPolicy: OPEN }] }, "open-resource"],
    ["a value of any name", { data: { "read.json": TYPO } }, "unknown-action"],
    ["a text in a text", { policy: JSON.stringify({ Policy: OPEN }) }, "open-resource"],
  ])("%s", (_, given, rule) => {
    expect(lint("answer.json", given)).toEqual({ policies: 1, told: [rule] });
  });

  test("the same on one line", () => {
    expect(lint("answer.json", JSON.stringify({ Policy: OPEN })).told).toEqual(["open-resource"]);
  });
});

describe("manifests of Kubernetes", () => {
  const manifest = (key: string, text: string) =>
    `apiVersion: iam.aws.upbound.io/v1beta1\nkind: Role\nspec:\n  forProvider:\n    ${key}: |\n      ${text}\n`;
  test.each([
    ["assumeRolePolicy", TRUST, "open-trust"],
    ["assumeRolePolicyDocument", TRUST, "open-trust"],
    ["policy", TYPO, "unknown-action"],
    ["inlinePolicy", TYPO, "unknown-action"],
  ])("%s", (key, text, rule) => {
    expect(lint("role.yaml", manifest(key, text))).toEqual({ policies: 1, told: [rule] });
  });
});

describe("policies of an organization as manifests", () => {
  const manifest = (kind: string, content: string, more = "") =>
    `apiVersion: organizations.aws.upbound.io/v1beta1\nkind: ${kind}\nspec:\n  forProvider:\n${more}    content: |\n      ${content}\n`;
  const ADMIN = policy({ Effect: "Allow", Action: "*", Resource: "*" });
  const DENY = policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" });
  const ROLE = policy({
    Effect: "Allow",
    Principal: { AWS: "123456789012" },
    Action: "organizations:ListRoots",
    Resource: "*",
  });

  test.each<readonly [string, string, readonly string[]]>([
    ["a service control policy", manifest("Policy", ADMIN), []],
    ["with a typing error", manifest("Policy", TYPO), ["unknown-action"]],
    ["a resource control policy", manifest("Policy", DENY, "    type: RESOURCE_CONTROL_POLICY\n"), []],
    ["a service control policy with a principal", manifest("Policy", DENY), ["invalid-principal"]],
    ["the policy of the organization itself", manifest("ResourcePolicy", ROLE), []],
    ["another manifest", manifest("Policy", ADMIN).replace("organizations", "iam"), ["full-admin"]],
  ])("%s", (_, text, told) => {
    expect(lint("policy.yaml", text)).toEqual({ policies: 1, told });
  });

  test("another language of an organization", () => {
    const tags = manifest("Policy", '{"tags": {}}', "    type: TAG_POLICY\n");
    expect(lint("policy.yaml", tags)).toEqual({ policies: 0, told: [] });
  });
});

describe("lists of statements as text, as kops takes them", () => {
  const LIST = JSON.stringify([{ Effect: "Allow", Action: "dynamodb:*", Resource: ["*"] }], undefined, 2);
  const block = (text: string) => text.split("\n").join("\n      ");

  test.each([
    ["additionalPolicies", `kind: Cluster\nspec:\n  additionalPolicies:\n    node: |\n      ${block(LIST)}\n`],
    ["inlinePolicy", `kind: Cluster\nspec:\n  aws:\n    inlinePolicy: |-\n      ${block(LIST)}\n`],
  ])("%s", (_, text) => {
    expect(lint("cluster.yaml", text)).toEqual({ policies: 1, told: ["service-wildcard", "wildcard-resource"] });
  });

  test("a list of something else, and a lone list in JSON, which AWS does not take", () => {
    const rules = JSON.stringify([{ Effect: "NoSchedule", Key: "a" }]);
    expect(lint("a.yaml", `taints: '${rules}'\n`)).toEqual({ policies: 0, told: [] });
    expect(lint("a.json", LIST).policies).toBe(0);
  });
});

describe("texts that are no policies", () => {
  test.each<readonly [string, unknown]>([
    ["left out in documentation", { policyText: "{ ... }", policy: "{ ... }", about: '"Statement"' }],
    ["a broken text that nobody calls a policy", { note: '{ "Statement": [ ... ] }' }],
    ["a sentence with one", { note: `write ${TYPO}` }],
    [
      "a rule of WAF",
      { rule: JSON.stringify({ Name: "a", Priority: 1, Statement: { GeoMatchStatement: { CountryCodes: ["NZ"] } } }) },
    ],
  ])("%s", (_, given) => {
    expect(lint("other.json", given)).toEqual({ policies: 0, told: [] });
  });

  test("a broken text that is called a policy is told", () => {
    const given = { Policy: OPEN.replace('"Allow"', '"Allow') };
    expect(lint("answer.json", given)).toEqual({ policies: 0, told: ["not-json"] });
  });
});

describe("policies of other clouds", () => {
  const cloud = (Version: string, statement: object) => ({ Version, Statement: [{ Effect: "Allow", ...statement }] });
  test.each<readonly [string, object]>([
    ["Alibaba Cloud", cloud("1", { Action: "oss:GetObject", Resource: ["acs:oss:*:*:raw/*"] })],
    [
      "Alibaba Cloud, trust",
      cloud("1", { Action: "sts:AssumeRole", Principal: { RAM: ["acs:ram::123456789012:root"] } }),
    ],
    [
      "Tencent Cloud",
      cloud("2.0", { Action: ["name/cos:GetObject"], Principal: { qcs: ["qcs::cam::anyone:anyone"] }, Resource: "*" }),
    ],
    ["Volcano Engine", cloud("1", { Action: "tos:GetObject", Resource: "trn:tos:::raw/*" })],
    ["Scaleway", cloud("2023-04-17", { Action: "*", Principal: { SCW: "*" }, Resource: "raw" })],
  ])("%s", (_, given) => {
    expect(lint("policy.json", given)).toEqual({ policies: 0, told: [] });
  });

  test.each([
    ['resource "google_project_iam_custom_role"', []],
    ['data "google_iam_policy"', []],
    ['data "aws_iam_policy_document_of_ours"', ["unknown-service"]],
  ])("a local that %s uses has findings only in AWS", (block, codes) => {
    const policy = '{ Statement = [{ Effect = "Allow", Action = "nosuch:Thing", Resource = "*" }] }';
    const text = `locals {\n  policy = jsonencode(${policy})\n}\n${block} "r" {\n  policy = local.policy\n}\n`;
    const { findings } = lintFiles([{ path: "main.tf", text }], { today: "2026-10-01" });
    expect(findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual(codes);
  });

  test("an ARN that is none stays an error", () => {
    expect(lint("policy.json", cloud("2012-10-17", { Action: "s3:GetObject", Resource: "raw/*" })).told).toEqual([
      "malformed-arn",
    ]);
  });
});
