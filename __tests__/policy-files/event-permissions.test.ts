/** Permissions of Amazon EventBridge, from which AWS makes statements of the policy of an event bus. */
import { lintFiles } from "../../src/policy-files";

function lint(files: Readonly<Record<string, string>>) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { findings, problems, policies } = lintFiles(given, { today: "2026-10-01" });
  expect(problems).toEqual([]);
  return { policies, findings };
}

const hcl = (rest: string) => `resource "aws_cloudwatch_event_permission" "a" {
  statement_id = "Organization"
  ${rest}
}
`;
const yaml = (rest: string) =>
  `Resources:\n  A:\n    Type: AWS::Events::EventBusPolicy\n    Properties:\n      StatementId: A\n      ${rest.replaceAll("\n", "\n      ")}\n`;

const ORGANIZATION = `condition {
    key   = "aws:PrincipalOrgID"
    type  = "StringEquals"
    value = "o-a1b2c3d4e5"
  }`;
const IN_TEMPLATE = "Condition:\n  Key: aws:PrincipalOrgID\n  Type: StringEquals\n  Value: o-a1b2c3d4e5";

test("everybody may send events", () => {
  expect(lint({ "main.tf": hcl('principal = "*"') }).findings).toMatchObject([
    {
      rule: "open-resource",
      severity: "security",
      address: "aws_cloudwatch_event_permission.a",
      hint: "name an account in `principal`, or add a `condition` on `aws:PrincipalOrgID`",
    },
  ]);
  expect(lint({ "a.yaml": yaml('Principal: "*"\nAction: events:PutEvents') }).findings).toMatchObject([
    {
      rule: "open-resource",
      severity: "security",
      address: "A",
      hint: "name an account in `Principal`, or add a `Condition` on `aws:PrincipalOrgID`",
    },
  ]);
});

test.each([
  [
    "an action that is misspelt",
    'principal = "123456789012"\n  action = "events:PutEvent"',
    'Principal: "123456789012"\nAction: events:PutEvent',
    "unknown-action",
  ],
  [
    "an account for an organization",
    `principal = "*"\n  ${ORGANIZATION.replace("o-a1b2c3d4e5", "123456789012")}`,
    `Principal: "*"\nAction: events:PutEvents\n${IN_TEMPLATE.replace("o-a1b2c3d4e5", '"123456789012"')}`,
    "impossible-value",
  ],
])("%s", (_, arguments_, properties, rule) => {
  expect(lint({ "main.tf": hcl(arguments_) }).findings).toMatchObject([{ rule }]);
  expect(lint({ "a.yaml": yaml(properties) }).findings).toMatchObject([{ rule }]);
});

test.each([
  ["an organization", `principal = "*"\n  ${ORGANIZATION}`, `Principal: "*"\nAction: events:PutEvents\n${IN_TEMPLATE}`],
  ["an account", 'principal = "123456789012"', 'Principal: "123456789012"\nAction: events:PutEvents'],
  ["what only a plan or a stack knows", "principal = var.account", "Principal: !Ref Account\nAction: events:PutEvents"],
])("%s is right", (_, arguments_, properties) => {
  expect(lint({ "main.tf": hcl(arguments_) })).toEqual({ policies: 1, findings: [] });
  expect(lint({ "a.yaml": yaml(properties) })).toEqual({ policies: 1, findings: [] });
});

test("a condition that may be there is not taken for none", () => {
  const dynamic = `principal = "*"
  dynamic "condition" {
    for_each = var.organizations
    content {
      key   = "aws:PrincipalOrgID"
      type  = "StringEquals"
      value = condition.value
    }
  }`;
  expect(lint({ "main.tf": hcl(dynamic) }).findings).toEqual([]);
  expect(lint({ "a.yaml": yaml('Principal: "*"\nCondition: !If [IsShared, !Ref AWS::NoValue, {}]') }).findings).toEqual(
    [],
  );
});

test("a plan", () => {
  const change = (after: object, after_unknown: object) => ({
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: [
      {
        address: "aws_cloudwatch_event_permission.a",
        mode: "managed",
        type: "aws_cloudwatch_event_permission",
        name: "a",
        provider_name: "registry.terraform.io/hashicorp/aws",
        change: { actions: ["create"], before: null, after: { action: "events:PutEvents", ...after }, after_unknown },
      },
    ],
  });
  const codes = (after: object, unknown: object = {}) =>
    lint({ "plan.json": JSON.stringify(change(after, unknown)) }).findings.map(({ rule }) => rule);
  expect(codes({ principal: "*", condition: [] })).toEqual(["open-resource"]);
  expect(codes({ principal: "*" }, { condition: true })).toEqual([]);
  const condition = [{ key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-a1b2c3d4e5" }];
  expect(codes({ principal: "*", condition })).toEqual([]);
});
