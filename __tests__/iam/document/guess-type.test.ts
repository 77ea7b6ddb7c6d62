/** The type of a policy of which nothing but its elements is known. */
import type { PolicyType } from "../../../src/iam/document/policy";
import { policyOf } from "../lint/field-support";
import { documentOf } from "../policies";

type Row = readonly [name: string, expected: PolicyType, ...statements: object[]];

function table(rows: readonly Row[]): void {
  test.each(rows.map(([name, expected, ...statements]) => ({ name, expected, statements })))("$name", (row) => {
    expect(documentOf(policyOf(...row.statements)).type).toBe(row.expected);
  });
}

const LAMBDA = { Service: "lambda.amazonaws.com" };
const ROLE = { AWS: "arn:aws:iam::123456789012:role/ci" };
const IDP = { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" };
const SAML = { Federated: "arn:aws:iam::123456789012:saml-provider/corp" };
const ORG = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };

describe("a trust policy is told by its structure", () => {
  table([
    ["the prefix is mistyped", "trust", { Principal: LAMBDA, Action: "st:AssumeRole" }],
    ["the name is mistyped", "trust", { Principal: ROLE, Action: "stss:AssumeRol" }],
    ["no prefix", "trust", { Principal: LAMBDA, Action: ["AssumeRole", "TagSession"] }],
    ["another service's prefix", "trust", { Principal: ROLE, Action: "iam:AssumeRole" }],
    ["every action, for a service", "trust", { Principal: LAMBDA, Action: "*" }],
    [
      "every action, for two services",
      "trust",
      { Principal: { Service: ["ec2.amazonaws.com", "ecs.amazonaws.com"] }, Action: ["*"] },
    ],
    ["an identity provider", "trust", { Principal: IDP, Action: "sns:AssumeRoleWithWebIdentty" }],
    ["an identity provider with an action of another service", "trust", { Principal: SAML, Action: "s3:GetObject" }],
    ["an action of the role beside", "trust", { Principal: LAMBDA, Action: ["sts:AssumeRole", "s3:GetObject"] }],
    ["a service without policies of resources", "trust", { Principal: LAMBDA, Action: "ec2:DescribeInstances" }],
    ["a mistyped action with `Resource`", "trust", { Principal: LAMBDA, Action: "st:AssumeRole", Resource: "*" }],
    [
      "two statements",
      "trust",
      { Principal: LAMBDA, Action: "sts:AssumeRole" },
      { Effect: "Deny", Principal: "*", Action: "*", Condition: ORG },
    ],
  ]);
});

describe("what cannot be known stays the policy of a resource", () => {
  table([
    [
      "a repository of images",
      "resource",
      { Principal: ROLE, Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] },
    ],
    ["a repository that a service reads", "resource", { Principal: LAMBDA, Action: "ecr:BatchGetImage" }],
    ["a file system", "resource", { Principal: { AWS: "*" }, Action: "elasticfilesystem:ClientMount" }],
    ["every action, for a role", "resource", { Principal: ROLE, Action: "*" }],
    ["every action, for everybody", "resource", { Principal: "*", Action: "*" }],
    [
      "every action on a resource, for a service",
      "resource",
      { Principal: LAMBDA, Action: "*", Resource: "arn:aws:s3:::raw/*" },
    ],
    ["some actions, for a service", "resource", { Principal: LAMBDA, Action: "sns:Publish" }],
    [
      "an identity provider, on a resource",
      "resource",
      { Principal: SAML, Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/*" },
    ],
  ]);
});

describe("STS behind a VPC endpoint", () => {
  const EVERYBODY = { Principal: "*", Resource: "*" };
  table([
    ["several of its actions", "vpc-endpoint", { ...EVERYBODY, Action: ["sts:AssumeRole", "sts:GetCallerIdentity"] }],
    ["under a condition", "vpc-endpoint", { ...EVERYBODY, Action: "sts:AssumeRole", Condition: ORG }],
    ["all of its actions", "vpc-endpoint", { ...EVERYBODY, Action: "sts:*" }],
    ["nothing but taking a role: open trust", "trust", { ...EVERYBODY, Action: "sts:AssumeRole" }],
    ["for a service", "trust", { ...EVERYBODY, Principal: LAMBDA, Action: "sts:AssumeRole", Condition: ORG }],
    ["without `Resource`", "trust", { Principal: "*", Action: "sts:AssumeRole", Condition: ORG }],
    ["denied", "rcp", { ...EVERYBODY, Effect: "Deny", Action: "sts:AssumeRole", Condition: ORG }],
  ]);
});
