/** Policies of the AWS CDK, of Ansible and of landing zones, as others write them. */
import { lintFiles } from "../../src/policy-files";

function lint(files: Readonly<Record<string, string>>) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  return lintFiles(given, { today: "2026-10-01" });
}

const told = (files: Readonly<Record<string, string>>) => {
  const { findings, problems } = lint(files);
  expect(problems).toEqual([]);
  return findings.map(({ severity, rule, address }) => `${severity} ${rule} ${address ?? ""}`.trim());
};

const template = (resources: object) => JSON.stringify({ Resources: resources });
const document = (...statements: readonly object[]) => ({
  Version: "2012-10-17",
  Statement: statements.map((one) => ({ Effect: "Allow", ...one })),
});

describe("the policy of an addon whose module takes it from one of its locals", () => {
  const addon = (input: string) => `
data "aws_iam_policy_document" "this" {
  statement {
    actions   = ["route53:ListHostedZones"]
    resources = ["*"]
  }
}
locals {
  addon = { name = "dns" }
  roles = {
    (local.addon.name) = {
      policy         = try(data.aws_iam_policy_document.this.json, "")
      policy_enabled = true
    }
  }
}
module "irsa" {
  for_each = local.roles
  source   = "./irsa"
  policy   = ${input}
  assume_role_policy_values = lookup(each.value, "assume_role_policy_values", null)
  permissions_boundary      = lookup(each.value, "permissions_boundary", null)
}
`;
  test.each(['lookup(each.value, "policy", null)', "var.policy != null ? var.policy : each.value.policy"])(
    "policy = %s",
    (input) => {
      expect(told({ "main.tf": addon(input) })).toEqual([]);
    },
  );

  test("one that is the trust policy by its key is one", () => {
    const main = `${addon('lookup(each.value, "policy", null)')}
resource "aws_iam_role" "a" {
  assume_role_policy = lookup(local.trust, "policy", "")
}
locals {
  trust = { policy = data.aws_iam_policy_document.trust.json }
}
data "aws_iam_policy_document" "trust" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::raw/a"]
  }
}
`;
    expect(told({ "main.tf": main })).toContain("error action-in-trust data.aws_iam_policy_document.trust");
  });

  test("of a key that is not known every entry may be meant", () => {
    const main = addon('lookup(each.value, "policy", null)').replace(
      'lookup(each.value, "assume_role_policy_values", null)',
      "lookup(each.value, var.key, null)",
    );
    expect(told({ "main.tf": main })).toContain("error action-in-trust data.aws_iam_policy_document.this");
  });
});

describe("expressions of Jinja in the place of a policy", () => {
  const OTHER = `    - amazon.aws.s3_bucket:\n        policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::a/*"}]}'\n`;
  const task = (policy: string, more = "") =>
    `- hosts: all\n  tasks:\n    - amazon.aws.kms_key:\n        alias: a\n        policy: ${policy}\n${more}`;
  test.each([
    `"{{ lookup('template', 'key-policy.json.j2') }}"`,
    `"{{policies.read | to_json}}"`,
    `"{% if open %}{{ a }}{% else %}{{ b }}{% endif %}"`,
    `|\n          {{ policy }}`,
  ])("policy: %s", (policy) => {
    expect(told({ "play.yml": task(policy) })).toEqual([]);
    expect(told({ "play.yml": task(policy, OTHER) })).toEqual(["security open-resource"]);
  });

  test("a brace too many is none", () => {
    const { findings } = lint({ "play.yml": task(`'{{"Version":"2012-10-17","Statement":[]}'`, OTHER) });
    expect(findings.map(({ rule }) => rule).sort()).toEqual(["not-json", "open-resource"]);
  });
});

test.each(["%TEMPLATE_BUCKET%", "%%SOLUTION%%/lambda.zip"])("a template of a build, with %s, is not read", (value) => {
  const text = `Resources:\n  A:\n    Type: AWS::IAM::Role\n    Properties:\n      Path: ${value}\n      Policies:\n        - PolicyDocument: { Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] }\n`;
  const { problems, unread } = lint({ "deployment/a.template": text });
  expect(problems).toEqual([]);
  expect(unread).toMatchObject([
    { code: "unread-policy", message: "the file cannot be read: it is a template of YAML" },
  ]);
});

test.each([
  ["Boundary", true],
  ["DeployBoundary", true],
  ["DEPLOY_BOUNDARY", true],
  ["Boundarylayer", false],
])("a managed policy with the logical id or the name %s", (name, isBoundary) => {
  const policy = document({ Action: "*", Resource: "*" });
  const id = name.replaceAll("_", "");
  const own = { Type: "AWS::IAM::ManagedPolicy", Properties: { ManagedPolicyName: name, PolicyDocument: policy } };
  expect(told({ "a.json": template({ [id]: own }) })).toEqual(isBoundary ? [] : [`security full-admin ${id}`]);
});

describe("`Ref` of a resource that gives its ARN", () => {
  const used = (type: string, action: string) =>
    told({
      "a.json": template({
        A: { Type: type },
        P: {
          Type: "AWS::IAM::ManagedPolicy",
          Properties: { PolicyDocument: document({ Action: action, Resource: { Ref: "A" } }) },
        },
      }),
    });
  test.each([
    ["AWS::StepFunctions::StateMachine", "states:StartExecution", "states:StopExecution"],
    ["AWS::SNS::Topic", "sns:Publish", "sqs:SendMessage"],
    ["AWS::SecretsManager::Secret", "secretsmanager:GetSecretValue", "ssm:GetParameter"],
    ["AWS::Serverless::StateMachine", "states:StartSyncExecution", "states:DescribeExecution"],
  ])("%s", (type, right, wrong) => {
    expect(used(type, right)).toEqual([]);
    expect(used(type, wrong)).toEqual(["error resource-type-mismatch P"]);
  });
});

describe("grants of the AWS CDK", () => {
  const grants = (id: string, Action: readonly string[], type: string, Resource: object) =>
    lint({
      "stack.template.json": template({
        Data1A2B3C4D: { Type: type },
        [id]: { Type: "AWS::IAM::Policy", Properties: { PolicyDocument: document({ Action, Resource }) } },
      }),
    }).findings.map(({ severity, rule, hint }) => [severity, rule, hint]);
  const TABLE = ["dynamodb:BatchGetItem", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:Query"];
  const table = { "Fn::GetAtt": ["Data1A2B3C4D", "Arn"] };

  test("of a table", () => {
    const actions = [...TABLE, "dynamodb:ConditionCheckItem"];
    expect(grants("FnRoleDefaultPolicyABCD1234", actions, "AWS::DynamoDB::Table", table)).toEqual([
      [
        "info",
        "resource-type-mismatch",
        "`grantReadData` of the CDK writes them beside what works: leave them if nobody needs them",
      ],
    ]);
  });

  test("of a stream", () => {
    const actions = [
      "kinesis:DescribeStreamSummary",
      "kinesis:GetRecords",
      "kinesis:ListStreams",
      "kinesis:SubscribeToShard",
    ];
    const found = grants("FnRoleDefaultPolicyABCD1234", actions, "AWS::Kinesis::Stream", table);
    expect(found.map(([severity]) => severity)).toEqual(["info", "info"]);
    expect(found[0]?.[2]).toBe("`grantRead` of the CDK writes it beside what works: leave it if nobody needs it");
  });

  test("a statement that somebody wrote, and a policy of another name, are judged as ever", () => {
    const first = ([one]: ReturnType<typeof grants>) => one?.slice(0, 2);
    expect(first(grants("FnRoleDefaultPolicyABCD1234", TABLE, "AWS::DynamoDB::Table", table))).toEqual([
      "error",
      "resource-type-mismatch",
    ]);
    const all = [...TABLE, "dynamodb:ConditionCheckItem"];
    expect(first(grants("ReadPolicy", all, "AWS::DynamoDB::Table", table))).toEqual([
      "error",
      "resource-type-mismatch",
    ]);
    const more = [...all, "s3:ListBucket"];
    expect(first(grants("FnRoleDefaultPolicyABCD1234", more, "AWS::DynamoDB::Table", table))?.[0]).toBe("error");
  });
});

describe("functions of org-formation, which are texts in the template", () => {
  const role = (resource: string) => `
AWSTemplateFormatVersion: "2010-09-09-OC"
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: ${resource}
`;
  test.each([
    "Fn::EnumTargetAccounts RoleBinding 'arn:aws:iam::${account}:role/reader'",
    "Fn::EnumTargetAccounts RoleBinding arn:aws:iam::${account}:role/${name}",
    "Fn::EnumTargetRegions Binding arn:aws:iam::123456789012:role/${region}",
  ])("%s", (resource) => {
    expect(told({ "a.yml": role(resource) })).toEqual([]);
  });

  test.each(["Fn::GetAtt Role.Arn", "Fn::EnumTargetAccountsArn"])("%s is a text", (resource) => {
    expect(told({ "a.yml": role(resource) })).toEqual(["error malformed-arn Policy"]);
  });
});

describe("policies of OpenSearch Serverless are not in the language of IAM", () => {
  const rules = [
    {
      Rules: [{ Resource: ["index/logs/*"], Permission: ["aoss:ReadDocument"], ResourceType: "index" }],
      Principal: ["arn:aws:iam::123456789012:role/reader"],
    },
  ];

  test("in a file of their own they are no list of statements", () => {
    const { findings } = lintFiles([{ path: "a.json", text: JSON.stringify(rules), named: true }]);
    expect(findings.map(({ rule, hint }) => [rule, hint])).toEqual([["not-json", undefined]]);
    const statements = [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }];
    const [finding] = lintFiles([{ path: "b.json", text: JSON.stringify(statements), named: true }]).findings;
    expect(finding?.hint).toContain("this is a list of statements");
  });

  test("in Terraform and in templates they are passed over, and the policy beside them is not", () => {
    const main = `resource "aws_opensearchserverless_access_policy" "a" {
  name   = "a"
  type   = "data"
  policy = jsonencode([{ Rules = [{ Resource = ["index/logs/*"], Permission = ["aoss:ReadDocument"], ResourceType = "index" }], Statement = [{ Effect = "Alow" }], Principal = [aws_iam_role.a.arn] }])
}
`;
    expect(told({ "main.tf": main })).toEqual([]);
    expect(
      told({ "main.tf": main.replace("aws_opensearchserverless_access_policy", "aws_s3_bucket_policy") }),
    ).not.toEqual([]);
    const access = { Type: "AWS::OpenSearchServerless::AccessPolicy", Properties: { Policy: JSON.stringify(rules) } };
    expect(told({ "a.json": template({ Access: access }) })).toEqual([]);
  });
});
