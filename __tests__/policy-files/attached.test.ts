/** Managed policies of AWS that are attached: which exist, and which give control of the account. */
import { managedPolicyNamed, managedPolicyNames } from "../../src/iam/managed";
import { type LintFilesOptions, lintFiles } from "../../src/policy-files";

const AWS = "arn:aws:iam::aws:policy";

/** Fresh: the table is of August 2026. */
const TODAY = "2026-09-01";

/** Severity, rule, place, address and hint of the findings. */
function found(path: string, text: string, options: LintFilesOptions = {}): readonly string[] {
  const { findings, problems } = lintFiles([{ path, text }], { today: TODAY, ...options });
  expect(problems).toEqual([]);
  return findings.map(({ severity, rule, line, column, address, hint = "" }) =>
    `${severity} ${rule} ${line}:${column} ${address} ${/`arn:[^`]*`|`[A-Z][^`]*`/.exec(hint)?.[0] ?? ""}`.trim(),
  );
}

const attach = (arn: string, type = "role") =>
  `resource "aws_iam_${type}_policy_attachment" "a" {\n  ${type} = "x"\n  policy_arn = ${arn}\n}\n`;
const terraform = (text: string, options?: LintFilesOptions) => found("main.tf", text, options);
const ADMIN = "security attached-admin";
const UNKNOWN = "error unknown-managed-policy";

test.each<[what: string, text: string, want: readonly string[]]>([
  ["AdministratorAccess", attach(`"${AWS}/AdministratorAccess"`), [`${ADMIN} 3:16 aws_iam_role_policy_attachment.a`]],
  ["IAMFullAccess", attach(`"${AWS}/IAMFullAccess"`, "user"), [`${ADMIN} 3:16 aws_iam_user_policy_attachment.a`]],
  ["PowerUserAccess", attach(`"${AWS}/PowerUserAccess"`, "group"), [`${ADMIN} 3:16 aws_iam_group_policy_attachment.a`]],
  [
    "as a boundary, nearly everything only limits",
    `resource "aws_iam_role" "r" {\n  permissions_boundary = "${AWS}/PowerUserAccess"\n}`,
    [],
  ],
  [
    "policies that read, or are for a job",
    ["ReadOnlyAccess", "SecurityAudit", "job-function/ViewOnlyAccess", "job-function/DataScientist"]
      .map((name) => attach(`"${AWS}/${name}"`))
      .join(""),
    [],
  ],
  [
    "in any partition",
    attach('"arn:${data.aws_partition.p.partition}:iam::aws:policy/AdministratorAccess"'),
    [`${ADMIN} 3:16 aws_iam_role_policy_attachment.a`],
  ],
  [
    "of a local",
    `locals {\n  arn = "${AWS}/AdministratorAccess"\n}\n${attach("local.arn")}`,
    [`${ADMIN} 2:9 aws_iam_role_policy_attachment.a`],
  ],
  [
    "looked up by its name",
    `data "aws_iam_policy" "d" {\n  name = "AdministratorAccess"\n}\n${attach("data.aws_iam_policy.d.arn")}`,
    [`${ADMIN} 6:16 aws_iam_role_policy_attachment.a`],
  ],
  [
    "looked up by its ARN",
    `data "aws_iam_policy" "d" {\n  arn = "${AWS}/AdministratorAccess"\n}\n${attach("data.aws_iam_policy.d.arn")}`,
    [`${ADMIN} 6:16 aws_iam_role_policy_attachment.a`],
  ],
  [
    "of a for_each",
    `resource "aws_iam_role_policy_attachment" "a" {\n  for_each = toset(["${AWS}/AdministratorAccess", "${AWS}/ReadOnlyAccess"])\n  role = "x"\n  policy_arn = each.value\n}`,
    [`${ADMIN} 2:21 aws_iam_role_policy_attachment.a`],
  ],
  [
    "of a role itself",
    `resource "aws_iam_role" "r" {\n  managed_policy_arns = ["${AWS}/AdministratorAccess"]\n}`,
    [`${ADMIN} 2:26 aws_iam_role.r`],
  ],
  [
    "of a permission set",
    `resource "aws_ssoadmin_managed_policy_attachment" "s" {\n  managed_policy_arn = "${AWS}/AdministratorAccess"\n}`,
    [`${ADMIN} 2:24 aws_ssoadmin_managed_policy_attachment.s`],
  ],
  [
    "as a boundary it only limits",
    `resource "aws_iam_role" "r" {\n  permissions_boundary = "${AWS}/AdministratorAccess"\n}`,
    [],
  ],
  [
    "policies for one service",
    attach(`"${AWS}/AmazonEC2FullAccess"`) + attach(`"${AWS}/service-role/AWSGlueServiceRole"`),
    [],
  ],
  ["the policy of an account", attach('"arn:aws:iam::123456789012:policy/AdministratorAccess"'), []],
  ["a name that is not known", attach(`"${AWS}/\${var.name}"`), []],
  [
    "a path too few",
    attach(`"${AWS}/AWSGlueServiceRole"`),
    [`${UNKNOWN} 3:16 aws_iam_role_policy_attachment.a \`${AWS}/service-role/AWSGlueServiceRole\``],
  ],
  [
    "a path too much",
    attach(`"${AWS}/service-role/AdministratorAccess"`),
    [`${UNKNOWN} 3:16 aws_iam_role_policy_attachment.a \`${AWS}/AdministratorAccess\``],
  ],
  [
    "a wrong path",
    attach(`"${AWS}/aws-service-role/Billing"`),
    [`${UNKNOWN} 3:16 aws_iam_role_policy_attachment.a \`${AWS}/job-function/Billing\``],
  ],
  [
    "in another partition",
    attach('"arn:aws-cn:iam::aws:policy/AWSGlueServiceRole"'),
    [`${UNKNOWN} 3:16 aws_iam_role_policy_attachment.a \`arn:aws-cn:iam::aws:policy/service-role/AWSGlueServiceRole\``],
  ],
  [
    "a small letter",
    attach(`"${AWS}/AdministratorAcess"`),
    [`${UNKNOWN} 3:16 aws_iam_role_policy_attachment.a \`${AWS}/AdministratorAccess\``],
  ],
  [
    "a sign",
    attach(`"${AWS}/AWSLambdaFullAccess"`),
    [`${UNKNOWN} 3:16 aws_iam_role_policy_attachment.a \`${AWS}/AWSLambda_FullAccess\``],
  ],
  [
    "a boundary",
    `resource "aws_iam_user" "u" {\n  permissions_boundary = "${AWS}/PowerUserAcess"\n}`,
    [`${UNKNOWN} 2:26 aws_iam_user.u \`${AWS}/PowerUserAccess\``],
  ],
  [
    "the boundary of a permission set",
    `resource "aws_ssoadmin_permissions_boundary_attachment" "b" {\n  permissions_boundary {\n    managed_policy_arn = "${AWS}/PowerUserAcess"\n  }\n}`,
    [`${UNKNOWN} 3:26 aws_ssoadmin_permissions_boundary_attachment.b \`${AWS}/PowerUserAccess\``],
  ],
  [
    "nothing near",
    attach(`"${AWS}/AmazonBrandNewThingFullAccess"`),
    ["warning unknown-managed-policy 3:16 aws_iam_role_policy_attachment.a"],
  ],
])("Terraform: %s", (_, text, want) => {
  expect(terraform(text)).toEqual(want);
});

test("in a table that is old, a name that may be new is a warning; what is surely wrong stays an error", () => {
  const severity = (name: string, today: string) => terraform(attach(`"${AWS}/${name}"`), { today })[0]?.split(" ")[0];
  for (const [name, fresh, old] of [
    ["AmazonXQSFullAccess", "error", "warning"],
    ["AdministratorAcess", "error", "error"],
    ["AWSGlueServiceRole", "error", "error"],
    ["AmazonBrandNewThingFullAccess", "warning", "warning"],
  ] as const)
    expect([name, severity(name, TODAY), severity(name, "2027-09-01")]).toEqual([name, fresh, old]);
});

test("a comment accepts it, and each principal has a finding of its own in a baseline", () => {
  const admin = attach(`"${AWS}/AdministratorAccess" # tfwright:ignore attached-admin break-glass`);
  expect(lintFiles([{ path: "main.tf", text: admin }])).toMatchObject({ findings: [], unusedComments: [] });
  const two = attach(`"${AWS}/AdministratorAccess"`) + attach(`"${AWS}/AdministratorAccess"`, "user");
  const { findings } = lintFiles([{ path: "main.tf", text: two }]);
  expect(new Set(findings.map(({ subject }) => subject)).size).toBe(2);
});

test.each<[what: string, resource: string, want: readonly string[]]>([
  ["a role", `AWS::IAM::Role, Properties: { ManagedPolicyArns: ["${AWS}/AdministratorAccess"] }`, [ADMIN]],
  [
    "Fn::Sub",
    'AWS::IAM::Group, Properties: { ManagedPolicyArns: [!Sub "arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess"] }',
    [ADMIN],
  ],
  [
    "Fn::If",
    `AWS::IAM::User, Properties: { ManagedPolicyArns: [!If [Prod, "${AWS}/ReadOnlyAccess", "${AWS}/AdministratorAccess"]] }`,
    [ADMIN],
  ],
  ["a boundary", `AWS::IAM::Role, Properties: { PermissionsBoundary: "${AWS}/AdministratorAccess" }`, []],
  ["a wrong path", `AWS::IAM::Role, Properties: { ManagedPolicyArns: ["${AWS}/AWSGlueServiceRole"] }`, [UNKNOWN]],
  [
    "a permission set",
    `AWS::SSO::PermissionSet, Properties: { ManagedPolicies: ["${AWS}/AdministratorAccess"], PermissionsBoundary: { ManagedPolicyArn: "${AWS}/PowerUserAcess" } }`,
    [ADMIN, UNKNOWN],
  ],
  [
    "names in SAM",
    "AWS::Serverless::Function, Properties: { Policies: [AdministratorAccess, AWSLambdaExecut, { SQSPollerPolicy: { QueueName: q } }] }",
    [ADMIN, UNKNOWN],
  ],
  ["one name in SAM", "AWS::Serverless::Function, Properties: { Policies: AdministratorAccess }", [ADMIN]],
])("CloudFormation: %s", (_, resource, want) => {
  const text = `Resources:\n  R: { Type: ${resource} }\n`;
  const told = found("template.yaml", text);
  expect(told.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual(want);
  for (const one of told) expect(one).toMatch(/ 2:\d+ R/);
});

test("a plan: by the pointers of its arguments", () => {
  const change = (address: string, type: string, after: object) => ({
    address,
    type,
    mode: "managed",
    change: { actions: ["create"], before: null, after },
  });
  const text = JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.9.0",
    resource_changes: [
      change("aws_iam_role_policy_attachment.a", "aws_iam_role_policy_attachment", {
        role: "x",
        policy_arn: `${AWS}/AdministratorAccess`,
      }),
      change("aws_iam_role.r", "aws_iam_role", {
        name: "r",
        managed_policy_arns: [`${AWS}/ReadOnlyAccess`, `${AWS}/AWSGlueServiceRole`],
      }),
      change("aws_ssoadmin_permissions_boundary_attachment.b", "aws_ssoadmin_permissions_boundary_attachment", {
        permissions_boundary: [{ managed_policy_arn: `${AWS}/PowerUserAcess` }],
      }),
    ],
  });
  const { findings } = lintFiles([{ path: "plan.json", text, named: true }], { today: TODAY });
  expect(findings.map(({ rule, pointer, address }) => [rule, pointer, address])).toEqual([
    ["attached-admin", "aws_iam_role_policy_attachment.a/policy_arn", "aws_iam_role_policy_attachment.a"],
    ["unknown-managed-policy", "aws_iam_role.r/managed_policy_arns/1", "aws_iam_role.r"],
    [
      "unknown-managed-policy",
      "aws_ssoadmin_permissions_boundary_attachment.b/permissions_boundary/0/managed_policy_arn",
      "aws_ssoadmin_permissions_boundary_attachment.b",
    ],
  ]);
});

describe("attachments through data sources, locals and inputs of modules", () => {
  const lookup = (name: string, more: string) => `data "aws_iam_policy" "d" {\n  ${more}\n  name = ${name}\n}\n`;
  const many = lookup("each.value", 'for_each = { admin = "AdministratorAccess", read = "ReadOnlyAccess" }');
  const counted = lookup('"AdministratorAccess"', "count = 1");
  const each = (forEach: string, arn: string) =>
    `resource "aws_iam_role_policy_attachment" "a" {\n  for_each = ${forEach}\n  role = "x"\n  policy_arn = ${arn}\n}\n`;
  const admins = (text: string) => terraform(text).filter((line) => line.startsWith(ADMIN)).length;

  test.each<[what: string, text: string, count: number]>([
    ["one of several by its key", many + attach('data.aws_iam_policy.d["admin"].arn'), 1],
    ["another of several", many + attach('data.aws_iam_policy.d["read"].arn'), 0],
    ["all of several", many + each("data.aws_iam_policy.d", "each.value.arn"), 1],
    ["all of a list", counted + each("toset(data.aws_iam_policy.d[*].arn)", "each.value"), 1],
    [
      "of a role",
      `${counted}resource "aws_iam_role" "r" {\n  managed_policy_arns = [data.aws_iam_policy.d[0].arn]\n}\n`,
      1,
    ],
    [
      "one of a local list by a count",
      `locals {\n  arns = ["${AWS}/ReadOnlyAccess", "${AWS}/AdministratorAccess"]\n}\nresource "aws_iam_role_policy_attachment" "a" {\n  count = 2\n  role = "x"\n  policy_arn = local.arns[count.index]\n}\n`,
      1,
    ],
    [
      "a boundary of several",
      `${many}resource "aws_iam_role" "r" {\n  permissions_boundary = data.aws_iam_policy.d["admin"].arn\n}\n`,
      0,
    ],
  ])("%s", (_what, text, count) => {
    expect(admins(text)).toBe(count);
  });

  const module = (input: string, more = "") => `${more}module "m" {\n  source = "acme/role/aws"\n  ${input}\n}\n`;
  test.each<[what: string, text: string, want: readonly string[]]>([
    ["a list", module(`policy_arns = ["${AWS}/AdministratorAccess"]`), [`${ADMIN} 3:18 module.m`]],
    ["a map", module(`policies = { a = "${AWS}/AdministratorAccess" }`), [`${ADMIN} 3:20 module.m`]],
    [
      "of a local",
      module("policies = values(local.arns)", `locals {\n  arns = { a = "${AWS}/AdministratorAccess" }\n}\n`),
      [`${ADMIN} 2:16 module.m`],
    ],
    ["looked up", module("policies = [data.aws_iam_policy.d[0].arn]", counted), [`${ADMIN} 7:15 module.m`]],
    [
      "a path too few",
      module(`policy_arns = ["${AWS}/AWSGlueServiceRole"]`),
      [`${UNKNOWN} 3:18 module.m \`${AWS}/service-role/AWSGlueServiceRole\``],
    ],
    ["a boundary", module(`role = { permissions_boundary_arn = "${AWS}/AdministratorAccess" }`), []],
    ["what is denied", module(`denied_policy_arns = ["${AWS}/AdministratorAccess"]`), []],
    ["a text about it", module(`description = "attach ${AWS}/AdministratorAccess"`), []],
    ["a policy for one service", module(`policy_arns = ["${AWS}/AmazonEC2FullAccess"]`), []],
  ])("an input of a module: %s", (_what, text, want) => {
    expect(terraform(text)).toEqual(want);
  });
});

test("the message tells what the policy does not allow, or which actions are enough", () => {
  const messages = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"].map(
    (name) => lintFiles([{ path: "main.tf", text: attach(`"${AWS}/${name}"`) }]).findings[0]?.message,
  );
  expect(messages).toEqual([
    `\`${AWS}/AdministratorAccess\` allows every action on every resource`,
    `\`${AWS}/PowerUserAccess\` allows every action except \`iam:*\`, \`organizations:*\` and \`account:*\` on every resource`,
    expect.stringContaining("whoever has it can get any permission"),
  ]);
});

/** Whether a policy of AWS may allow every action: it names `*`, or what it leaves out. */
function mayAllowEveryAction(name: string): boolean {
  const statements = managedPolicyNamed(name)?.document.statements ?? [];
  return statements.some(
    ({ actions = [], notActions }) => notActions !== undefined || actions.some(({ value }) => value === "*"),
  );
}

test("of all policies of AWS, the same few are told", () => {
  // Each in a folder of its own.
  const files = managedPolicyNames()
    .filter(mayAllowEveryAction)
    .map((arn) => ({
      path: `${arn}/main.tf`,
      text: attach(`"${arn.startsWith("arn:") ? arn : `${AWS}/${arn}`}"`),
    }));
  const told = lintFiles(files, { today: TODAY }).findings.filter(
    ({ rule, message }) => rule === "attached-admin" && message.includes("every action"),
  );
  expect(told.map(({ file }) => file?.replace("/main.tf", "")).sort()).toEqual([
    "AIDevOpsAgentActionsPolicy",
    "AWSMcpServiceActionsFullAccess",
    "AdministratorAccess",
    "PowerUserAccess",
  ]);
});
