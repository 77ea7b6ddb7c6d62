/** What is one thing is one row: a role that is passed with the way to use it, actions on everything, a function for everybody. */
import type { Json } from "../../../src/json/json-value";
import { plainText } from "../../../src/text/message";
import { type GivenChange, reviewOf } from "../support";

const ACCOUNT = "123456789012";
const told = (...changes: readonly GivenChange[]) =>
  reviewOf([{ changes }]).rows.map(
    ({ rule, level, title }) => `${rule} ${level}${title === undefined ? "" : `: ${title}`}`,
  );
const detailsOf = (...changes: readonly GivenChange[]) =>
  reviewOf([{ changes }]).rows.flatMap(({ details = [] }) => details.map((detail) => plainText(detail)));
const policy = (...statements: readonly Json[]): GivenChange => ({
  address: "aws_iam_role_policy.p",
  after: { role: "r", policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) },
});
const allow = (Action: Json, Resource: Json = "*") => ({ Effect: "Allow", Action, Resource });
const TABLE = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/t`;

test.each<[name: string, given: GivenChange, want: readonly string[]]>([
  [
    "a role that is passed, and the way to use it",
    policy(allow(["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"])),
    [
      "pass-role-to-glue danger: may pass a role to any service",
      "gains-wildcard-resource attention: wildcard of resources",
    ],
  ],
  [
    "a way to all permissions that passes no role stays a row",
    policy(allow(["iam:PassRole"], "arn:aws:iam::123456789012:role/x"), allow("iam:PutRolePolicy")),
    [
      "manages-permissions danger: manages permissions",
      "pass-role-to-glue danger: may pass a role to any service",
      "gains-wildcard-resource attention: wildcard of resources",
      "policy-security attention: policy grants too much",
    ],
  ],
  [
    "an action on everything",
    policy(allow("s3:PutObject")),
    ["gains-wildcard-resource attention: wildcard of resources"],
  ],
  [
    "an action on everything, and one on a table",
    policy(allow("s3:PutObject"), allow("dynamodb:GetItem", TABLE)),
    ["gains-wildcard-resource attention: wildcard of resources", "permission-gained attention: more is allowed"],
  ],
  [
    "an action that takes no ARN beside one that does",
    policy(allow(["ec2:DescribeInstances", "secretsmanager:GetSecretValue"])),
    ["gains-wildcard-resource attention: wildcard of resources", "permission-gained attention: more is allowed"],
  ],
  [
    "a function for everybody",
    { address: "aws_lambda_function_url.u", after: { function_name: "f", authorization_type: "NONE" } },
    ["opened-to-anyone danger: opened to anyone"],
  ],
])("%s", (_name, given, want) => {
  expect(told(given)).toEqual(want);
});

test("what is folded stands in the details", () => {
  const [given] = [policy(allow(["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]))];
  expect(detailsOf(given as GivenChange)).toContain(
    "whoever has iam:PassRole, lambda:CreateFunction and lambda:InvokeFunction runs code with any role (privilege-escalation, in aws_iam_role_policy.p)",
  );
  expect(detailsOf(policy(allow("s3:PutObject")))).toContain(
    "s3:PutObject takes ARNs and is allowed on every resource (wildcard-resource, in aws_iam_role_policy.p)",
  );
});

const changed = (before: readonly Json[], after: readonly Json[]): GivenChange => ({
  ...policy(...after),
  before: policy(...before).after,
});
const messagesOf = (given: GivenChange) =>
  reviewOf([{ changes: [given] }]).rows.map(({ rule, message }) => `${rule}: ${plainText(message)}`);

test.each<[name: string, given: GivenChange, want: readonly string[]]>([
  [
    "actions of a table, now of everything",
    changed(
      [allow(["dynamodb:GetItem", "dynamodb:PutItem"], TABLE)],
      [allow(["dynamodb:PutItem", "dynamodb:GetItem"])],
    ),
    [
      `gains-wildcard-resource: role r: dynamodb:GetItem and dynamodb:PutItem are allowed on every resource, before only on ${TABLE}`,
    ],
  ],
  [
    "beside another action on everything, which was nowhere allowed",
    changed([allow("dynamodb:GetItem", TABLE)], [allow(["dynamodb:GetItem", "dynamodb:PutItem"])]),
    [
      "gains-wildcard-resource: role r: dynamodb:GetItem and dynamodb:PutItem are allowed on every resource",
      `permission-widened: role r: dynamodb:GetItem on *, before only on ${TABLE}`,
    ],
  ],
  [
    "beside an action on more tables",
    changed(
      [allow("dynamodb:GetItem", TABLE), allow("dynamodb:PutItem", TABLE)],
      [allow("dynamodb:GetItem"), allow("dynamodb:PutItem", `${TABLE}*`)],
    ),
    [
      "gains-wildcard-resource: role r: dynamodb:GetItem is allowed on every resource",
      `permission-widened: role r: dynamodb:GetItem on *, before only on ${TABLE}; dynamodb:PutItem on ${TABLE}*, before only on ${TABLE}`,
    ],
  ],
])("%s", (_name, given, want) => {
  expect(messagesOf(given)).toEqual(want);
});
