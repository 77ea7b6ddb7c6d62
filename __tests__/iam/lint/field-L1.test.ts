/** What has a member `Statement` and is no policy. */
import { lintFiles } from "../../../src/policy-files";
import { codesOf, findingsIn, findingsOf } from "./field-support";

const GEO = { GeoMatchStatement: { CountryCodes: ["US"] } };
const RULE = { Name: "geo", Priority: 1, Statement: GEO, Action: { Block: {} } };
const POLICY = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:GetObjekt", Resource: "arn:aws:s3:::b/*" }],
};

const others: readonly (readonly [string, unknown])[] = [
  ["a rule of WAF", RULE],
  ["a list of them", [RULE, { ...RULE, Statement: { NotStatement: { Statement: GEO } } }]],
  [
    "a rule group of WAF with more than one statement",
    { Rules: [{ ...RULE, Statement: { AndStatement: { Statements: [GEO, GEO] } } }] },
  ],
  [
    "schemas of OpenAPI",
    {
      openapi: "3.0.0",
      components: { schemas: { Statement: { type: "object", properties: { Effect: { type: "string" } } } } },
      paths: {},
    },
  ],
  [
    "schemas of OpenAPI with one called Version",
    { definitions: { Statement: { type: "object" }, Version: { type: "string" } } },
  ],
  [
    "a model of an API",
    {
      shapes: {
        Statement: { type: "structure", members: {} },
        Request: { type: "structure", members: { Statement: { shape: "Statement" }, ClientToken: { shape: "Token" } } },
      },
    },
  ],
  [
    "results of Access Analyzer",
    [
      {
        findingType: "ERROR",
        issueCode: "X",
        locations: [{ path: [{ value: "Statement" }] }],
        Statement: [{ index: 0 }],
      },
    ],
  ],
  ["an account's statement", { Statement: { Balance: 12, Currency: "EUR" }, Customer: "x" }],
];

test.each(others)("%s is passed over in a folder, and told once where it is named", (_, content) => {
  const text = JSON.stringify(content);
  expect(lintFiles([{ path: "a.json", text }])).toMatchObject({ findings: [], problems: [] });
  expect(findingsIn({ "a.json": text })).toMatchObject([
    { rule: "not-json", message: expect.stringContaining("no policy here") },
  ]);
});

test.each(others)("%s in Terraform", (_, content) => {
  const text = `resource "aws_wafv2_rule_group" "a" {\n  rules_json = jsonencode(${JSON.stringify(content).replaceAll('":', '" = ')})\n}\n`;
  expect(findingsIn({ "main.tf": text })).toEqual([]);
  const heredoc = `resource "aws_wafv2_rule_group" "a" {\n  rules_json = <<EOF\n${JSON.stringify({ rules: content })}\nEOF\n}\n`;
  expect(findingsIn({ "main.tf": heredoc })).toEqual([]);
});

test("a policy inside of them is found", () => {
  const api = {
    openapi: "3.0.0",
    components: { schemas: { Statement: { type: "object" } } },
    "x-amazon-apigateway-policy": POLICY,
  };
  expect(findingsOf(api)).toMatchObject([
    { rule: "unknown-action", pointer: "/x-amazon-apigateway-policy/Statement/0/Action" },
  ]);
  expect(codesOf(findingsIn({ "a.json": JSON.stringify([RULE, POLICY]) }))).toEqual([
    "error not-json",
    "error unknown-action",
  ]);
});

test.each([
  ["a statement without anything", { Version: "2012-10-17", Statement: [{ Sid: "a" }] }, "error invalid-effect"],
  ["no statement", { Version: "2012-10-17", Statement: [] }, "error invalid-element"],
  [
    "a statement with Action alone, and an element too many",
    { Statement: { Action: "s3:GetObject" }, Comment: "x" },
    "error invalid-effect",
  ],
  [
    "elements in another case",
    { statement: { effect: "Allow", action: "s3:GetObject", resource: "*" } },
    "error invalid-element",
  ],
  ["a wrapper of the AWS CLI", { PolicyVersion: { Document: { Statement: [{ Sid: "a" }] } } }, "error invalid-effect"],
  ["a list of statements that are texts", { Version: "2012-10-17", Statement: ["x"] }, "error invalid-element"],
])("still a policy: %s", (_, content, code) => {
  expect(codesOf(findingsOf(content))).toContain(code);
});

test("still a policy in Terraform", () => {
  const inside = (policy: string) => `resource "aws_iam_policy" "a" {\n  policy = jsonencode(${policy})\n}\n`;
  expect(
    codesOf(findingsIn({ "main.tf": inside('{ Version = "2012-10-17", Statement = [{ Sid = "a" }] }') })),
  ).toContain("error invalid-effect");
  expect(codesOf(findingsIn({ "main.tf": inside("{ Statement = var.statements }") }))).toEqual([
    "info missing-version",
  ]);
});
