/** Files that look like JSON and are more, or less: flow YAML, something to be filled in, the tree of the CDK. */
import { lintFiles } from "../../src/policy-files";

function found(path: string, text: string, named = false) {
  const { findings, problems } = lintFiles([{ path, text, named }], { today: "2026-09-26" });
  expect(problems).toEqual([]);
  return findings.map(({ rule, severity, line, column }) => `${line}:${column} ${severity} ${rule}`);
}

describe("YAML that begins with `{`", () => {
  const template = (action: string) => `{
  "Resources": {
    "P": {
      'Type': 'AWS::IAM::ManagedPolicy',
      "Properties": {
        "PolicyDocument": {
          "Version": "2012-10-17",
          ? "Statement"
          : [
            { "Effect": "Allow", "Action": "${action}", "Resource": !Sub "\${Bucket.Arn}/*", },
          ],
        },
      },
    },
  },
}
`;
  test.each([["a.template"], ["a.json"], ["a.yaml"], ["<stdin>"]])("%s", (path) => {
    expect(found(path, template("s3:GetObject"))).toEqual([]);
    expect(found(path, template("s3:GetObjekt"))).toEqual(["10:44 error unknown-action"]);
  });

  test("neither JSON nor YAML", () => {
    const broken = template("s3:GetObject").replace('"Effect": "Allow",', '"Effect": "Allow" "Allow",');
    expect(found("a.template", broken)).toContain("4:7 error not-json");
  });

  test("a policy is JSON", () => {
    const policy =
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*" },] }';
    expect(found("a.json", policy)).toEqual(["1:113 error not-json"]);
  });

  test("a template in JSON with a mistake of JSON stays JSON where it is no YAML either", () => {
    const text = '{ "Resources": { "T": { "Type": "AWS::SNS::Topic" } } // comment\n, "Statement": [] }';
    expect(found("a.json", text, true).join()).toMatch(/not-json/);
  });
});

describe("something to be filled in where a value stands", () => {
  const policy = (value: string, action = "s3:GetObject") => `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny", "Principal": "*", "Action": "${action}", "Resource": "arn:aws:s3:::\${BUCKET}/*",
      "Condition": { "StringNotEquals": { "aws:SourceVpc": ${value}, "aws:PrincipalArn": [\${OTHER}] } }
    }
  ]
}
`;
  test.each([
    ["a value", "${ACCEL_LOOKUP::CUSTOM:CIDRS}", 60],
    ["an item of a list", "[${ACCEL_LOOKUP::VPC_ID:OU:Infrastructure}]", 61],
    ["one of several", '["vpc-1", ${VPCS}]', 70],
  ])("%s: one info", (_name, value, column) => {
    expect(found("a.json", policy(value))).toEqual([`6:${column} info not-json`]);
    expect(found("a.json", policy(value), true)).toEqual([`6:${column} info not-json`]);
  });

  test("the rest of the policy is linted", () => {
    expect(found("a.json", policy("${X}", "s3:GetObjekt"))).toEqual([
      "6:60 info not-json",
      "5:53 error unknown-action",
    ]);
  });

  test("statements and elements", () => {
    const text = (inside: string) => `{ "Version": "2012-10-17", "Statement": ${inside} }`;
    expect(found("a.json", text("[${STATEMENTS}]"))).toEqual(["1:42 info not-json"]);
    expect(found("a.json", text('{ "Effect": "Allow", "Action": ${A}, "Resource": "*" }'))).toEqual([
      "1:72 info not-json",
    ]);
  });

  test("something else that is wrong is told", () => {
    expect(found("a.json", policy("${X}").replace('"Deny",', '"Deny"')).join()).toMatch(/error not-json/);
    expect(found("a.json", policy("{X}")).join()).toMatch(/error not-json/);
  });
});

test("the tree of constructs that the CDK writes is passed over", () => {
  const inner = '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*" }] }';
  const tree = (version: string) =>
    `{"version":"${version}","tree":{"attributes":{"props":{"policyDocument":${inner}}}}}`;
  expect(found("tree.json", tree("tree-0.1"))).toEqual([]);
  expect(found("tree.json", tree("1.0")).join()).toMatch(/unknown-action/);
});

describe("the state that the Serverless Framework writes beside its templates", () => {
  const state = (statement: string, key = "compiledCloudFormationTemplate") =>
    `{ "service": { "provider": { "name": "aws", "${key}": { "Resources": { "R": { "Type": "AWS::IAM::Role", "Properties": {
      "Policies": [{ "PolicyName": "a", "PolicyDocument": { "Version": "2012-10-17", "Statement": [${statement}] } }] } } } } } } }`;
  const reference = `{ "$ref": "$[\\"service\\"][\\"provider\\"][\\"iamRoleStatements\\"][0]" }`;
  const wrong = '{ "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*" }';

  test.each(["serverless-state.json", ".serverless/serverless-state.json", "a\\.serverless\\serverless-state.json"])(
    "%s is passed over",
    (path) => {
      expect(found(path, state(reference))).toEqual([]);
      expect(found(path, state(wrong))).toEqual([]);
    },
  );

  test("where it is named, and other files, are read", () => {
    expect(found("serverless-state.json", state(wrong), true).join()).toMatch(/unknown-action/);
    expect(found("my-serverless-state.json", state(wrong)).join()).toMatch(/unknown-action/);
    expect(found("serverless-state.json", state(wrong, "template")).join()).toMatch(/unknown-action/);
  });
});

describe("a system of one's own with the language of IAM", () => {
  const policy = (...statements: readonly object[]) =>
    JSON.stringify({
      roles: {
        reader: {
          policy: { Version: "2012-10-17", Statement: statements.map((one) => ({ Effect: "Allow", ...one })) },
        },
      },
    });
  const rules = (...statements: readonly object[]) => [
    ...new Set(found("roles.json", policy(...statements)).map((text) => text.replace(/^\S+ /, ""))),
  ];
  const BOOKS = { Sid: "read_books", Action: ["shelf:GetBook"], Resource: "arn:lib:shelf:${stage}:*:book/*" };
  test.each<readonly [string, readonly object[]]>([
    ["one statement", [BOOKS]],
    ["several, and a Deny", [BOOKS, { Effect: "Deny", NotAction: "shelf:Get*", Resource: ["arn:lib:shelf:::book/a"] }]],
    ["services of two names", [BOOKS, { Action: "loans:*", NotResource: "arn:lib:loans:eu:*:*" }]],
  ])("%s: that is all that is said", (_, statements) => {
    expect(rules(...statements)).toEqual(["info unknown-service"]);
  });
  const MALFORMED = "error malformed-arn";
  test.each<readonly [string, object, readonly string[]]>([
    ["a partition with a typo", { Action: "s3:GetObject", Resource: "arn:was:s3:::raw/*" }, [MALFORMED]],
    [
      "a service with a typo",
      { Action: "sss:GetObject", Resource: "arn:aws:sss:::raw/*" },
      [MALFORMED, "error unknown-service"],
    ],
    [
      "no partition",
      { Action: "shelf:GetBook", Resource: "arn:logs:eu-west-1:123456789012:log-group:a" },
      [MALFORMED, "error unknown-service"],
    ],
    [
      "a partition that AWS may have",
      { Action: "shelf:GetBook", Resource: "arn:aws-uk:shelf:::book" },
      [MALFORMED, "error unknown-service"],
    ],
    ["every resource", { Action: "shelf:GetBook", Resource: "*" }, ["error unknown-service"]],
  ])("%s is a mistake", (_, statement, expected) => {
    expect(
      rules(statement)
        .filter((rule) => rule.startsWith("error"))
        .sort(),
    ).toEqual(expected);
  });
  test("beside a statement of AWS", () => {
    expect(rules(BOOKS, { Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/*" })).toContain(MALFORMED);
  });
});
