/** Resources that are written with an ARN and are all of their kind; and what AWS renamed. */
import type { PolicyType } from "../../../src/iam/document/policy";
import { codesOf, findingsIn, findingsOf, policyOf, terraformPolicy } from "./field-support";

const breadth = (Action: string | readonly string[], Resource: string | readonly string[]) =>
  codesOf(findingsOf(policyOf({ Action, Resource }))).filter((code) => code.includes("wildcard-resource"));

describe("every ARN of the types that an action takes", () => {
  test.each<readonly [string | readonly string[], string | readonly string[]]>([
    ["s3:GetObject", "arn:aws:s3:::*/*"],
    ["s3:GetObject", "arn:aws:s3:::*"],
    ["s3:Get*", "arn:aws:s3:::*/*"],
    [["s3:PutObject", "s3:DeleteObject"], "arn:aws:s3:::*"],
    ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:*:secret:*"],
    ["dynamodb:PutItem", "arn:aws:dynamodb:*:*:table/*"],
    ["route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/*"],
    ["kms:Decrypt", ["arn:aws:kms:eu-west-1:123456789012:key/a", "arn:aws:kms:*:*:key/*"]],
    ["elasticloadbalancing:RegisterTargets", ["arn:aws:elasticloadbalancing:*:*:targetgroup/*/*"]],
  ])("%j on %j", (action, resource) => {
    expect(breadth(action, resource)).toEqual(["security wildcard-resource"]);
  });

  test.each<readonly [string, string | readonly string[]]>([
    ["s3:GetObject", "arn:aws:s3:::raw-*/*"],
    ["s3:GetObject", "arn:aws:s3:::*/public/*"],
    ["dynamodb:PutItem", "arn:aws:dynamodb:*:123456789012:table/*"],
    ["dynamodb:PutItem", "arn:aws:dynamodb:eu-west-1:*:table/*"],
    ["dynamodb:PutItem", "arn:aws:dynamodb:*:*:table/orders-*"],
    ["ec2:CreateTags", "arn:aws:ec2:*:*:volume/*"],
    ["glue:GetTable", "arn:aws:glue:*:*:table/*/*"],
    ["sqs:SendMessage", "arn:aws:dynamodb:*:*:table/*"],
    ["glue:GetCompletion", "arn:aws:glue:*:*:completion/*"],
    ["route53:GetChange", "arn:aws:route53:::change/*"],
  ])("not %s on %j", (action, resource) => {
    expect(breadth(action, resource)).toEqual([]);
  });

  test("to read metadata of all is an info, and a condition narrows it", () => {
    expect(breadth("s3:ListBucket", "arn:aws:s3:::*")).toEqual(["info wildcard-resource"]);
    const narrowed = policyOf({
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::*/*",
      Condition: { StringEquals: { "aws:ResourceAccount": "123456789012", "s3:ExistingObjectTag/open": "yes" } },
    });
    expect(codesOf(findingsOf(narrowed))).not.toContain("security wildcard-resource");
  });

  test("a partition that only a plan knows changes nothing, another part does", () => {
    const rules = (resource: string) => codesOf(findingsIn({ "main.tf": terraformPolicy(resource) }));
    expect(rules('"arn:${data.aws_partition.current.partition}:s3:::*/*"')).toContain("security wildcard-resource");
    expect(rules('"arn:aws:s3:::${var.bucket}/*"')).toEqual([]);
    const secret = (resource: string) =>
      codesOf(findingsIn({ "main.tf": terraformPolicy(resource, "secretsmanager:GetSecretValue") }));
    expect(secret('"arn:aws:secretsmanager:*:*:secret:*"')).toContain("security wildcard-resource");
    expect(secret('"arn:aws:secretsmanager:*:${var.account}:secret:*"')).toEqual([]);
  });
});

test("`*` on ARNs is every action on them, and not that of one service", () => {
  const [found] = findingsOf(policyOf({ Action: "*", Resource: ["arn:aws:s3:::raw", "arn:aws:s3:::raw/*"] })).filter(
    ({ rule }) => rule === "service-wildcard",
  );
  expect(found?.message).toBe("`*` allows all actions on these resources, including those that AWS adds later");
  const [other] = findingsOf(policyOf({ Action: ["s3:*", "sqs:*"], Resource: "arn:aws:s3:::raw" })).filter(
    ({ rule }) => rule === "service-wildcard",
  );
  expect(other?.message).toContain("allow all actions of their services");
});

describe("connections whose ARN has the new name of the service", () => {
  const mismatch = (action: string, resource: string) =>
    codesOf(findingsOf(policyOf({ Action: action, Resource: resource })));
  test.each([
    ["codestar-connections:UseConnection", "arn:aws:codeconnections:eu-west-1:123456789012:connection/a"],
    ["codestar-connections:PassConnection", "arn:aws:codeconnections:*:123456789012:connection/*"],
    ["codestar-connections:GetHost", "arn:aws:codeconnections:eu-west-1:123456789012:host/a"],
    ["codeconnections:UseConnection", "arn:aws:codeconnections:eu-west-1:123456789012:connection/a"],
  ])("%s on %s", (action, resource) => {
    expect(mismatch(action, resource)).toEqual([]);
  });
  test.each([
    ["codestar-connections:UseConnection", "arn:aws:codeconnections:eu-west-1:123456789012:host/a"],
    ["codestar-connections:UseConnection", "arn:aws:codecommit:eu-west-1:123456789012:a"],
  ])("not %s on %s", (action, resource) => {
    expect(mismatch(action, resource)).toContain("error resource-type-mismatch");
  });
});

describe("a policy without a version", () => {
  const of = (statement: object, type?: PolicyType) =>
    findingsOf({ Statement: [{ Effect: "Allow", ...statement }] }, type).filter(
      ({ rule }) => rule === "missing-version",
    );

  test("is an info where no variable is in use", () => {
    expect(of({ Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/*" })).toMatchObject([
      { severity: "info", message: "without `Version` AWS reads the policy in the language of 2008" },
    ]);
  });

  test.each<readonly [string, object]>([
    ["aws:username", { Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/${aws:username}/*" }],
    [
      "aws:PrincipalTag/team",
      {
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::raw/a",
        Condition: { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } },
      },
    ],
  ])("is a warning where ${%s} is in use", (variable, statement) => {
    expect(of(statement)).toMatchObject([
      {
        severity: "warning",
        message: `without \`Version\` AWS reads the policy in the language of 2008, in which \`\${${variable}}\` is plain text`,
      },
    ]);
  });
});

describe("subjects of identity providers that nobody has", () => {
  const trust = (issuer: string, subject: string) =>
    codesOf(
      findingsOf(
        policyOf({
          Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: { StringLike: { [`${issuer}:sub`]: subject } },
        }),
      ),
    );
  const GITHUB = "token.actions.githubusercontent.com";
  test.each([
    [GITHUB, "repo:/octo-org/octo-repo:*", ["error impossible-value"]],
    ["gitlab.com", "project_path:/group/project:*", []],
    ["app.terraform.io", "organization::project:*", ["error impossible-value"]],
  ])("%s: %s is not open", (issuer, subject, told) => {
    expect(trust(issuer, subject)).toEqual(told);
  });
  test.each([
    [GITHUB, "repo:*/octo-repo:*"],
    ["gitlab.com", "project_path:*"],
    ["app.terraform.io", "organization:*:project:a:*"],
  ])("%s: %s is", (issuer, subject) => {
    expect(trust(issuer, subject)).toEqual(["security oidc-without-subject"]);
  });
});
