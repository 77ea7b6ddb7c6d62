/** A role that a single service takes can be passed to no other. */
import { lintFiles } from "../../../src/policy-files";
import { codesOf, findingsIn } from "./field-support";

const PASS = "security pass-role-without-service";

const service = (name: string) => `Principal = { Service = ${name} }`;
const TASKS = service('"ecs-tasks.amazonaws.com"');

const role = (principal: string, head = 'name = "task"') => `resource "aws_iam_role" "task" {
  ${head}
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", ${principal} }] })
}
`;

const pass = (resource: string) => `resource "aws_iam_role_policy" "deploy" {
  role   = "deploy"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = ${resource} }] })
}
`;

const codes = (...texts: readonly string[]) => codesOf(findingsIn({ "main.tf": texts.join("\n") }));

const DOCUMENT = `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com"]
    }
  }
}
resource "aws_iam_role" "task" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`;

describe("one service takes the role", () => {
  test.each([
    ["by its ARN", role(TASKS), "aws_iam_role.task.arn"],
    ["an instance of it", role(TASKS, "count = 1"), "aws_iam_role.task[0].arn"],
    ["all instances", role(TASKS, "for_each = var.tasks"), 'aws_iam_role.task["a"].arn'],
    ["by its name", role(TASKS), '"arn:aws:iam::123456789012:role/task"'],
    [
      "by name and path, in an account that is not known",
      role(TASKS, 'name = "task"\n  path = "/jobs/"'),
      '"arn:aws:iam::${var.account}:role/jobs/task"',
    ],
    [
      "by a name with a part that is not known",
      role(TASKS, 'name = "${var.prefix}-task"'),
      '"arn:aws:iam::123456789012:role/${var.prefix}-task"',
    ],
    ["by the reference to its name", role(TASKS), '"arn:aws:iam::123456789012:role/${aws_iam_role.task.name}"'],
    ["by a policy document", DOCUMENT, "aws_iam_role.task.arn"],
    [
      "with an account that may assume it",
      role('Principal = { Service = "lambda.amazonaws.com", AWS = "123456789012" }'),
      "aws_iam_role.task.arn",
    ],
    [
      "with an account that is not known",
      role('Principal = { Service = "lambda.amazonaws.com", AWS = var.account }'),
      "aws_iam_role.task.arn",
    ],
    ["whose suffix is not known", role(service('"ec2.${local.dns_suffix}"')), "aws_iam_role.task.arn"],
    [
      "whose suffix is that of the partition",
      role(service('"glue.${data.aws_partition.current.dns_suffix}"')),
      "aws_iam_role.task.arn",
    ],
    [
      "whose Region is not known, in a document",
      DOCUMENT.replace("states.amazonaws.com", "logs.${data.aws_region.current.name}.amazonaws.com"),
      "aws_iam_role.task.arn",
    ],
  ])("%s", (_, trust, resource) => {
    expect(codes(trust, pass(resource))).toEqual([]);
  });

  test("a heredoc, in another file of the folder", () => {
    const text = `resource "aws_iam_role" "task" {
  assume_role_policy = <<EOF
{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "glue.amazonaws.com" } }] }
EOF
}
`;
    expect(codesOf(findingsIn({ "a/roles.tf": text, "a/main.tf": pass("aws_iam_role.task.arn") }))).toEqual([]);
    expect(codesOf(findingsIn({ "b/roles.tf": text, "a/main.tf": pass("aws_iam_role.task.arn") }))).toEqual([PASS]);
  });

  test("in a plan", () => {
    const change = (type: string, after: object) => ({
      address: `${type}.a`,
      mode: "managed",
      type,
      name: "a",
      provider_name: "registry.terraform.io/hashicorp/aws",
      change: {
        actions: ["create"],
        before: null,
        after,
        after_unknown: {},
        before_sensitive: false,
        after_sensitive: {},
      },
    });
    const plan = (services: string | readonly string[]) => {
      const trust = {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: services } }],
      };
      const policy = {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "iam:PassRole", Resource: "arn:aws:iam::123456789012:role/jobs/task" }],
      };
      const changes = [
        change("aws_iam_role", { name: "task", path: "/jobs/", assume_role_policy: JSON.stringify(trust) }),
        change("aws_iam_policy", { policy: JSON.stringify(policy) }),
      ];
      return JSON.stringify({ format_version: "1.2", terraform_version: "1.9.0", resource_changes: changes });
    };
    const codesIn = (text: string) => codesOf(lintFiles([{ path: "plan.json", text }]).findings);
    expect(codesIn(plan("ecs-tasks.amazonaws.com"))).toEqual([]);
    expect(codesIn(plan(["ecs-tasks.amazonaws.com", "lambda.amazonaws.com"]))).toEqual([PASS]);
  });

  test("it is no way to run something else with the role", () => {
    const glue = pass("aws_iam_role.task.arn")
      .replace('"iam:PassRole"', '["iam:PassRole"]')
      .replace(
        "Statement = [",
        'Statement = [{ Effect = "Allow", Action = ["glue:CreateJob", "glue:StartJobRun"], Resource = "arn:aws:glue:us-east-1:123456789012:job/a" }, ',
      );
    expect(codes(role(TASKS), glue)).toEqual([]);
    expect(codes(glue)).toEqual([PASS, "security privilege-escalation"]);
  });
});

describe("still told", () => {
  test.each([
    ["two services", role(service('["ecs-tasks.amazonaws.com", "lambda.amazonaws.com"]')), "aws_iam_role.task.arn"],
    ["a service that is not known", role(service("var.service")), "aws_iam_role.task.arn"],
    ["a service whose name is not known", role(service('"${var.service}.amazonaws.com"')), "aws_iam_role.task.arn"],
    [
      "two services with a suffix that is not known",
      role(service('["ec2.${local.dns_suffix}", "glue.${local.dns_suffix}"]')),
      "aws_iam_role.task.arn",
    ],
    [
      "services of a document that are not known",
      DOCUMENT.replace(/principals \{[^}]*\}/, "principals {\n type = var.type\n identifiers = var.who\n }"),
      "aws_iam_role.task.arn",
    ],
    ["a principal that is not known", role("Principal = var.principal"), "aws_iam_role.task.arn"],
    ["everybody in the account and no service", role('Principal = { AWS = "123456789012" }'), "aws_iam_role.task.arn"],
    ["another role", role(TASKS), "aws_iam_role.other.arn"],
    ["another role beside it", role(TASKS), "[aws_iam_role.task.arn, var.role_arn]"],
    ["another name", role(TASKS), '"arn:aws:iam::123456789012:role/tasks"'],
    ["a prefix of names", role(TASKS), '"arn:aws:iam::123456789012:role/task*"'],
    [
      "a trust policy that nobody knows here",
      'resource "aws_iam_role" "task" {\n  assume_role_policy = file("a.json")\n}\n',
      "aws_iam_role.task.arn",
    ],
    [
      "a trust policy to which others add statements",
      DOCUMENT.replace("statement {", "source_policy_documents = [var.more]\n  statement {"),
      "aws_iam_role.task.arn",
    ],
  ])("%s", (_, trust, resource) => {
    expect(codes(trust, pass(resource))).toContain(PASS);
  });
});

describe("roles of a template", () => {
  const template = (resource: object, role: object = {}) => ({
    Resources: {
      TaskRole: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } },
            ],
          },
          ...role,
        },
      },
      Deploy: {
        Type: "AWS::IAM::ManagedPolicy",
        Properties: {
          PolicyDocument: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "iam:PassRole", Resource: resource }],
          },
        },
      },
    },
  });
  const inJson = (resource: object, role?: object) =>
    codesOf(findingsIn({ "t.json": JSON.stringify(template(resource, role)) }));
  const ARN = { "Fn::GetAtt": ["TaskRole", "Arn"] };
  const sub = (text: string) => ({ "Fn::Sub": text });
  const trust = (Principal: object) => ({
    AssumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal }],
    },
  });

  test.each<[string, object, object?]>([
    ["by its ARN", ARN],
    ["by its ARN in a text", sub("${TaskRole.Arn}")],
    ["by the reference to its name", sub("arn:aws:iam::${AWS::AccountId}:role/${TaskRole}")],
    ["by its name", sub("arn:aws:iam::${AWS::AccountId}:role/task"), { RoleName: "task" }],
    [
      "by its path and name",
      sub("arn:aws:iam::${AWS::AccountId}:role/jobs/${AWS::StackName}-task"),
      { RoleName: sub("${AWS::StackName}-task"), Path: "/jobs/" },
    ],
    [
      "in an ARN of parts",
      { "Fn::Join": ["", ["arn:aws:iam::", { Ref: "AWS::AccountId" }, ":role/", { Ref: "TaskRole" }]] },
      trust({ Service: { "Fn::Join": ["", ["logs.", "amazonaws.com"]] } }),
    ],
    ["by a service of parts", ARN, trust({ Service: { "Fn::Join": ["", ["ec2.", { Ref: "AWS::URLSuffix" }]] } })],
    ["by a service in a text", ARN, trust({ Service: [sub("codebuild.${AWS::URLSuffix}")] })],
    [
      "by a service and an account that is not known",
      ARN,
      trust({ Service: "sagemaker.amazonaws.com", AWS: { Ref: "Account" } }),
    ],
    [
      "by a service and one of two accounts",
      ARN,
      trust({ Service: "sagemaker.amazonaws.com", AWS: [{ "Fn::If": ["A", { Ref: "X" }, { Ref: "Y" }] }] }),
    ],
  ])("%s", (...[, resource, role]) => {
    expect(inJson(resource, role)).toEqual([]);
  });

  test.each<[string, object, object?]>([
    ["by two services", ARN, trust({ Service: ["ecs-tasks.amazonaws.com", "lambda.amazonaws.com"] })],
    ["by a principal of either kind", ARN, trust({ "Fn::If": ["A", { Service: "x.amazonaws.com" }, { AWS: "1" }] })],
    ["by a principal that is a parameter", ARN, trust({ Ref: "Principal" })],
    ["by a service whose name is a parameter", ARN, trust({ Service: sub("${Name}.amazonaws.com") })],
    ["by a service that is a parameter", ARN, trust({ Service: { Ref: "Service" } })],
    [
      "by one of two trust policies",
      ARN,
      {
        AssumeRolePolicyDocument: {
          "Fn::If": [
            "Tasks",
            trust({ Service: "ecs-tasks.amazonaws.com" }).AssumeRolePolicyDocument,
            trust({ Service: "lambda.amazonaws.com" }).AssumeRolePolicyDocument,
          ],
        },
      },
    ],
    ["another role", { "Fn::GetAtt": ["OtherRole", "Arn"] }],
    ["a name that is another", sub("arn:aws:iam::${AWS::AccountId}:role/task"), { RoleName: "tasks" }],
  ])("not: %s", (...[, resource, role]) => {
    expect(inJson(resource, role)).toContain(PASS);
  });

  test("in YAML, and not those of another template", () => {
    const files = (...parts: readonly string[]) =>
      Object.fromEntries(
        Object.entries((template(ARN) as { Resources: object }).Resources)
          .filter(([id]) => parts.includes(id))
          .map(([id, resource]) => [`${id}.yaml`, JSON.stringify({ Resources: { [id]: resource } }, null, 2)]),
      );
    expect(codesOf(findingsIn({ "t.yaml": JSON.stringify(template(ARN), null, 2) }))).toEqual([]);
    expect(codesOf(findingsIn(files("TaskRole", "Deploy")))).toContain(PASS);
  });
});
