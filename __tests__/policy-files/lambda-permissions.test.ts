/** Permissions of AWS Lambda, from which AWS makes statements of the policy of a function. */
import { lintFiles } from "../../src/policy-files";

function lint(files: Readonly<Record<string, string>>) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { findings, problems, policies } = lintFiles(given, { today: "2026-10-01" });
  expect(problems).toEqual([]);
  return { policies, findings };
}

const told = (files: Readonly<Record<string, string>>) =>
  lint(files).findings.map(({ severity, rule, address }) => `${severity} ${rule} ${address}`);

const hcl = (rest: string, action = "lambda:InvokeFunction") => `resource "aws_lambda_permission" "a" {
  statement_id  = "Allow-Invocation"
  action        = "${action}"
  function_name = aws_lambda_function.a.function_name
  ${rest}
}
`;
const yaml = (rest: string, action = "lambda:InvokeFunction") =>
  `Resources:\n  A:\n    Type: AWS::Lambda::Permission\n    Properties:\n      FunctionName: !Ref Function\n      Action: ${action}\n      ${rest.replaceAll("\n", "\n      ")}\n`;

const [OPEN, ANY] = ["security open-resource", "info service-without-source"];

test.each([
  ["everybody", 'principal = "*"', 'Principal: "*"', OPEN],
  ["a service, for any account", 'principal = "s3.amazonaws.com"', "Principal: s3.amazonaws.com", ANY],
  ["another service", 'principal = "cognito-idp.amazonaws.com"', "Principal: cognito-idp.amazonaws.com", ANY],
  [
    "a service that is misspelt",
    'principal = "lamda.amazonaws.com"\n  source_arn = "arn:aws:s3:::a"',
    "Principal: lamda.amazonaws.com\nSourceArn: arn:aws:s3:::a",
    "error invalid-principal",
  ],
  [
    "an account that is an ARN",
    'principal = "s3.amazonaws.com"\n  source_account = "arn:aws:iam::123456789012:root"',
    'Principal: s3.amazonaws.com\nSourceAccount: "arn:aws:iam::123456789012:root"',
    "error impossible-value",
  ],
])("%s", (_, arguments_, properties, finding) => {
  expect(told({ "main.tf": hcl(arguments_) })).toEqual([`${finding} aws_lambda_permission.a`]);
  expect(told({ "a.yaml": yaml(properties) })).toEqual([`${finding} A`]);
});

test.each([
  [
    "an organization",
    'principal = "*"\n  principal_org_id = "o-a1b2c3d4e5"',
    'Principal: "*"\nPrincipalOrgID: o-a1b2c3d4e5',
  ],
  [
    "a bucket",
    'principal = "s3.amazonaws.com"\n  source_arn = aws_s3_bucket.a.arn',
    "Principal: s3.amazonaws.com\nSourceArn: !GetAtt Bucket.Arn",
  ],
  [
    "an account",
    'principal = "s3.amazonaws.com"\n  source_account = "123456789012"',
    'Principal: s3.amazonaws.com\nSourceAccount: "123456789012"',
  ],
  ["an account as the principal", 'principal = "123456789012"', 'Principal: "123456789012"'],
  ["a role", 'principal = "arn:aws:iam::123456789012:role/a"', "Principal: arn:aws:iam::123456789012:role/a"],
  [
    "a skill of Alexa",
    'principal = "alexa-appkit.amazon.com"\n  event_source_token = "amzn1.ask.skill.1"',
    "Principal: alexa-appkit.amazon.com\nEventSourceToken: amzn1.ask.skill.1",
  ],
  ["what only a plan or a stack knows", "principal = var.principal", "Principal: !Ref Principal"],
  [
    "a part of a name that is not known",
    'principal = "logs.${var.region}.amazonaws.com"\n  source_arn = var.arn',
    'Principal: !Sub "logs.${AWS::Region}.amazonaws.com"\nSourceArn: !Ref Arn',
  ],
])("%s is right", (_, arguments_, properties) => {
  expect(lint({ "main.tf": hcl(arguments_) })).toEqual({ policies: 1, findings: [] });
  expect(lint({ "a.yaml": yaml(properties) })).toEqual({ policies: 1, findings: [] });
});

test("the URL of a function, with and without authorization", () => {
  const url = (type: string) =>
    hcl(`principal = "*"\n  function_url_auth_type = "${type}"`, "lambda:InvokeFunctionUrl");
  expect(told({ "main.tf": url("NONE") })).toEqual(["info open-resource aws_lambda_permission.a"]);
  expect(told({ "main.tf": url("${var.authorization}") })).toEqual(["info open-resource aws_lambda_permission.a"]);
  expect(told({ "main.tf": url("AWS_IAM") })).toEqual(["security open-resource aws_lambda_permission.a"]);
  const invoked = yaml('Principal: "*"\nInvokedViaFunctionUrl: true');
  expect(told({ "a.yaml": invoked })).toEqual(["info open-resource A"]);
});

test("an action that is misspelt, and what to set", () => {
  expect(told({ "main.tf": hcl("principal = var.principal", "lambda:InvokeFuncton") })).toEqual([
    "error unknown-action aws_lambda_permission.a",
  ]);
  const hints = (files: Readonly<Record<string, string>>) => lint(files).findings.map(({ hint }) => hint);
  expect(hints({ "main.tf": hcl('principal = "sns.amazonaws.com"') })).toEqual([
    "set `source_arn` or `source_account`",
  ]);
  expect(hints({ "a.yaml": yaml("Principal: sns.amazonaws.com") })).toEqual(["set `SourceArn` or `SourceAccount`"]);
  expect(hints({ "main.tf": hcl('principal = "*"') })).toEqual([
    "name an account or a service in `principal`, or set `principal_org_id`",
  ]);
});

test("instances, and a template of JSON", () => {
  const each = hcl('for_each = toset(["s3.amazonaws.com", "*"])\n  principal = each.key\n  source_arn = null');
  expect(told({ "main.tf": each }).sort()).toEqual([
    "info service-without-source aws_lambda_permission.a",
    "security open-resource aws_lambda_permission.a",
  ]);
  const Properties = { Action: "lambda:InvokeFunction", FunctionName: { Ref: "F" }, Principal: "*" };
  const json = JSON.stringify({ Resources: { A: { Type: "AWS::Lambda::Permission", Properties } } });
  expect(told({ "a.template.json": json })).toEqual([`${OPEN} A`]);
});

test("a plan", () => {
  const after = { action: "lambda:InvokeFunction", function_name: "a", principal: "*", source_arn: null };
  const change = { actions: ["create"], before: null, after, after_unknown: {} };
  const plan = {
    format_version: "1.2",
    resource_changes: [
      { address: "aws_lambda_permission.a", mode: "managed", type: "aws_lambda_permission", name: "a", change },
    ],
  };
  expect(told({ "plan.json": JSON.stringify(plan) })).toEqual([`${OPEN} aws_lambda_permission.a`]);
});

test("the routes of WebSocket APIs and the parameters of paths are names, and a word in braces elsewhere is not", () => {
  const api = "${aws_apigatewayv2_api.a.execution_arn}";
  const from = (arn: string) => hcl(`principal = "apigateway.amazonaws.com"\n  source_arn = "${arn}"`);
  const routes = ["$connect", "$disconnect", "$default", "GET/orders/{id}"];
  for (const route of routes) {
    expect(told({ "main.tf": from(`${api}/*/${route}`) })).toEqual([]);
    expect(told({ "main.tf": from(`arn:aws:execute-api:us-east-1:123456789012:abc/*/${route}`) })).toEqual([]);
  }
  expect(told({ "main.tf": from("arn:aws:sns:us-east-1:123456789012:{topic}") })).toEqual([
    "info malformed-arn aws_lambda_permission.a",
  ]);
});

test("a comment accepts a finding", () => {
  const comment = "# tfwright:ignore open-resource the function is public\n  ";
  expect(told({ "main.tf": hcl(`${comment}principal = "*"`) })).toEqual([]);
});
