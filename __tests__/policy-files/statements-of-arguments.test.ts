/** Statements in the words of `aws_iam_policy_document`, where it is somebody else who makes the document of them. */
import { lintFiles } from "../../src/policy-files";

const TODAY = "2026-10-01";

/** `path:line severity rule type-of-message` of the findings. */
function found(path: string, text: string, named = true): readonly string[] {
  const { findings, problems } = lintFiles([{ path, text, named }], { today: TODAY });
  expect(problems).toEqual([]);
  return findings.map(({ severity, rule, line, column, address = "" }) =>
    `${line}:${column} ${severity} ${rule} ${address}`.trim(),
  );
}

const counted = (path: string, text: string) => lintFiles([{ path, text }], { today: TODAY }).policies;
const moduleWith = (inputs: string) => `module "fn" {\n  source = "./fn"\n${inputs}\n}\n`;

describe("inputs of modules", () => {
  test("a map of statements", () => {
    const text = moduleWith(`  policy_statements = {
    orders = {
      effect    = "Allow"
      actions   = ["dynamodb:GetItm"]
      resources = ["arn:aws:dynamodb:eu-west-1:123456789012:table/orders"]
    }
    raw = {
      effect    = "Allow"
      actions   = ["s3:GetObject"]
      resources = ["arn:aws:s3:::raw"]
    }
  }`);
    expect(found("main.tf", text)).toEqual([
      "6:20 error unknown-action module.fn",
      "11:20 error resource-type-mismatch module.fn",
    ]);
  });

  test.each(["SQS", "sqs"])("the case of letters of a service does not count: %s", (service) => {
    const text = moduleWith(`  iam_policy_statements = [{
    effect    = "Allow"
    actions   = ["${service}:GetQueueAttributs"]
    resources = ["*"]
  }]`);
    expect(found("main.tf", text)).toEqual(["5:18 error unknown-action module.fn"]);
  });

  test("a list, in an object in a list, with conditions and principals", () => {
    const text = moduleWith(`  iam_policy = [{
    statements = [{
      sid        = "Read"
      actions    = ["s3:GetObject"]
      resources  = ["arn:aws:s3:::raw/*"]
      conditions = [{ test = "StringEqual", variable = "aws:PrincipalOrgID", values = ["o-a1b2c3d4e5"] }]
    }]
  }]`);
    expect(found("main.tf", text)).toEqual(["8:21 error invalid-operator module.fn"]);
    const open = moduleWith(`  bucket_statements = [{
    effect     = "Allow"
    actions    = ["s3:PutObject"]
    resources  = ["arn:aws:s3:::raw/*"]
    principals = [{ type = "*", identifiers = ["*"] }]
  }]`);
    expect(found("main.tf", open)).toEqual([expect.stringContaining("security open-resource module.fn")]);
  });

  test("of Terragrunt, and of a local", () => {
    const statements = `[{ effect = "Allow", actions = ["s3:GetObjct"], resources = ["arn:aws:s3:::raw/*"] }]`;
    expect(found("terragrunt.hcl", `inputs = {\n  policy_statements = ${statements}\n}\n`)).toEqual([
      expect.stringContaining("error unknown-action"),
    ]);
    const local = `locals {\n  read = ${statements}\n}\n${moduleWith("  policy_statements = local.read")}`;
    expect(found("main.tf", local)).toEqual([expect.stringMatching(/^2:.*error unknown-action module\.fn$/)]);
  });

  test("what its module may add is no fault", () => {
    expect(
      found(
        "main.tf",
        moduleWith(`  policy_statements = { list = { effect = "Allow", actions = ["s3:ListBucket"] } }`),
      ),
    ).toEqual([]);
    const unknown = `  policy_statements = { a = { effect = var.effect, actions = concat(var.more, ["s3:GetObject"]), resources = var.arns } }`;
    expect(found("main.tf", moduleWith(unknown))).toEqual([]);
  });

  test("names that the module makes ARNs, actions and principals of are no fault", () => {
    const text = moduleWith(`  statements = [{
    sid        = "ReadOrders"
    actions    = ["GetTable", "glue:GetTables"]
    resources  = ["catalog", "database/orders", "table/orders/*"]
    principals = [{ type = "AWS", identifiers = ["role/reader"] }, { type = "Service", identifiers = ["lambda"] }]
  }]`);
    expect(found("main.tf", text)).toEqual([]);
    const yaml = `- effect: Allow\n  actions: [s3:GetObject]\n  resources: [raw/*]\n`;
    expect(found("catalog/raw.yaml", yaml)).toEqual([]);
    const wrong = moduleWith(`  statements = [{ actions = ["s3:GetObject"], resources = ["arn:aws:s3::raw/*"] }]`);
    expect(found("main.tf", wrong)).toEqual([expect.stringContaining("error malformed-arn")]);
  });

  test("however many they are, they may come into several policies", () => {
    const arns = Array.from({ length: 200 }, (_, index) => `"arn:aws:s3:::raw-of-the-warehouse-${index}-x/*"`);
    const statement = `{ effect = "Allow", actions = ["s3:GetObject"], resources = [${arns.join(", ")}] }`;
    expect(found("main.tf", moduleWith(`  policy_statements = { raw = ${statement} }`))).toEqual([]);
    const yaml = `- effect: Allow\n  actions: [s3:GetObject]\n  resources: [${arns.join(", ")}]\n`;
    expect(found("catalog/raw.yaml", yaml)).toEqual([]);
  });

  test("conditions as IAM writes them may say anything", () => {
    const text = moduleWith(`  policy_statements = [{
    effect     = "Allow"
    actions    = ["iam:PassRole"]
    resources  = ["arn:aws:iam::123456789012:role/x"]
    conditions = { StringEquals = { "iam:PassedToService" = "lambda.amazonaws.com" } }
  }]`);
    expect(found("main.tf", text)).toEqual([]);
  });

  test.each([
    ["rules of another system", `  rules = [{ effect = "Allow", actions = ["orders:read"], resources = ["*"] }]`],
    ["roles of Azure", `  permissions = [{ actions = ["Microsoft.Compute/virtualMachines/read"], not_actions = [] }]`],
    [
      "with more than a statement has",
      `  jobs = [{ effect = "Allow", actions = ["s3:GetObjct"], resources = ["*"], schedule = "daily" }]`,
    ],
    ["without an effect", `  watched = [{ sid = "x", actions = ["s3:GetObjct"] }]`],
    ["other words for it", `  rules = [{ effect = "allow", actions = ["s3:GetObjct"], resources = ["*"] }]`],
  ])("no statements: %s", (_, inputs) => {
    expect(counted("main.tf", moduleWith(inputs))).toBe(0);
  });

  test("the statements of a document are told once, where they stand", () => {
    const text = `locals {
  all = [{ effect = "Allow", actions = ["s3:GetObjct"], resources = ["arn:aws:s3:::raw/*"] }]
}
data "aws_iam_policy_document" "a" {
  dynamic "statement" {
    for_each = local.all
    content {
      effect    = statement.value.effect
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }
}
${moduleWith("  policy_statements = local.all")}`;
    expect(found("main.tf", text)).toHaveLength(1);
  });
});

describe("YAML", () => {
  const pulumi = (statements: string, invoke = "fn::invoke") => `name: site
runtime: yaml
variables:
  read:
    ${invoke}:
      function: aws:iam:getPolicyDocument
      arguments:
        statements:
${statements}
resources:
  policy:
    type: aws:iam:Policy
    properties:
      policy: \${read.json}
`;

  test("aws:iam:getPolicyDocument of Pulumi", () => {
    const text = pulumi(`          - effect: Allow
            actions:
              - s3:GetObjct
            resources:
              - \${bucket.arn}/*
          - sid: Pass
            actions: [iam:PassRole]
            resources: ["arn:aws:iam::123456789012:role/x"]
            conditions:
              - test: StringEquals
                variable: iam:PassedToService
                values: [lamda.amazonaws.com]`);
    expect(found("Pulumi.yaml", text)).toEqual([
      "11:17 error unknown-action",
      expect.stringMatching(/^20:26 error invalid-principal/),
    ]);
    expect(found("Pulumi.yaml", text.replaceAll("fn::invoke", "fn::aws:iam:getPolicyDocument"), false)).toHaveLength(2);
  });

  test("its trust policy", () => {
    const trust = pulumi(`          - effect: Allow
            actions: [sts:AssumeRole]
            principals:
              - type: AWS
                identifiers: ["*"]`);
    expect(found("Pulumi.yaml", trust)).toEqual([expect.stringContaining("open-trust")]);
    expect(
      found("Pulumi.yaml", trust.replace("type: AWS", "type: Service").replace('"*"', "ec2.amazonaws.com")),
    ).toEqual([]);
  });

  test("a catalog of statements, also in a folder", () => {
    const text = `- sid: DenyLargeInstances
  effect: Deny
  actions:
    - ec2:RunInstance
  condition:
    - test: StringNotLike
      variable: ec2:InstanceType
      values: ["t3.*"]
  resources:
    - arn:aws:ec2:*:*:instance/*
`;
    for (const named of [true, false])
      expect(found("catalog/ec2-policies.yaml", text, named)).toEqual(["4:7 error unknown-action"]);
  });

  test("a comment accepts a finding", () => {
    const text = `- sid: Read
  effect: Allow
  # tfwright:ignore unknown-action it is newer than the data
  actions:
    - s3:GetObjct
  resources: ["arn:aws:s3:::raw/*"]
`;
    expect(found("catalog/a.yaml", text)).toEqual([]);
  });

  test("rules of another system are no policy", () => {
    expect(
      counted("rbac.yaml", `rules:\n  - effect: Allow\n    actions: ["orders:read"]\n    resources: ["*"]\n`),
    ).toBe(0);
    expect(counted("k8s.yaml", `rules:\n  - effect: Deny\n    actions: [get, list]\n    resources: [pods]\n`)).toBe(0);
  });
});
