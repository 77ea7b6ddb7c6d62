/** Trust policies, and policies of resources, that stand alone in a file and have no `Resource`. */
import { codesOf, findingsIn, findingsOf, policyOf } from "./field-support";

const LAMBDA = { Service: "lambda.amazonaws.com" };
const ROLE = { AWS: "arn:aws:iam::123456789012:role/ci" };

function told(statement: object): readonly string[] {
  return findingsOf(policyOf(statement)).map(({ severity, rule, hint }) => `${severity} ${rule} | ${hint}`);
}

describe("a trust policy with a wrong action", () => {
  test.each<readonly [string, string, string]>([
    ["st:AssumeRole", "unknown-service", "did you mean `sts`?"],
    ["sst:TagSession", "unknown-service", "did you mean `sts`?"],
    ["AssumeRole", "unknown-service", "did you mean `sts:AssumeRole`?"],
    ["assumerolewithsaml", "unknown-service", "did you mean `sts:AssumeRoleWithSAML`?"],
    ["sts:AssumeRol", "unknown-action", "did you mean `sts:AssumeRole`?"],
    ["iam:AssumeRole", "action-in-trust", "give the role a policy with these actions"],
    ["ec2:RunInstances", "action-in-trust", "give the role a policy with these actions"],
  ])("%s", (Action, rule, hint) => {
    expect(told({ Principal: LAMBDA, Action })).toContain(`error ${rule} | ${hint}`);
  });

  test("every action is a warning, because AWS does not say whether it takes it", () => {
    expect(told({ Principal: LAMBDA, Action: "*" })).toEqual([
      "warning action-in-trust | write `sts:AssumeRole`, and what else the role needs of sts",
    ]);
    expect(told({ Principal: LAMBDA, Action: "sts:*" })).toEqual([]);
  });

  test("a mistyped prefix is told once", () => {
    expect(codesOf(findingsOf(policyOf({ Principal: LAMBDA, Action: "st:AssumeRole" })))).toEqual([
      "error unknown-service",
    ]);
  });
});

describe("a prefix that no service has", () => {
  const of = (...actions: string[]) => told({ Action: actions, Resource: "*" }).join("\n");

  test.each<readonly [string, string]>([
    ["sn:Publish", "did you mean `sns`?"],
    ["qs:SendMessage", "did you mean `sqs`?"],
    ["efs:DescribeFileSystems", "did you mean `elasticfilesystem`?"],
  ])("%s: the service that has the action", (action, hint) => {
    expect(of(action)).toContain(hint);
  });

  test("no prefix: a service that the policy names", () => {
    expect(of("glue:GetJob", "GetTable")).toContain("did you mean `glue:GetTable`?");
    expect(of("GetTable")).toContain("write the prefix of a service");
  });
});

describe("no `Resource` where the service asks for it", () => {
  test.each<readonly [string, object, string]>([
    [
      "a bucket",
      { Principal: ROLE, Action: ["s3:GetObject", "S3:ListBucket"] },
      "the ARN of the bucket, of its objects, or both",
    ],
    [
      "a bucket for a service",
      { Principal: LAMBDA, Action: "s3:PutObject" },
      "the ARN of the bucket, of its objects, or both",
    ],
    ["a key", { Principal: ROLE, Action: "kms:*" }, 'write `"Resource": "*"`'],
  ])("%s", (_, statement, hint) => {
    expect(told(statement).join()).toContain("error no-resource-element");
    expect(told(statement).join()).toContain(hint);
  });

  test.each<readonly [string, object]>([
    ["a repository", { Principal: ROLE, Action: "ecr:BatchGetImage" }],
    ["a file system", { Principal: ROLE, Action: "elasticfilesystem:ClientMount" }],
    ["a bucket with it", { Principal: ROLE, Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/*" }],
    ["a key with exceptions", { Principal: ROLE, Action: "kms:Decrypt", NotResource: "arn:aws:kms:*:*:key/a" }],
  ])("still fine: %s", (_, statement) => {
    expect(told(statement).filter((one) => one.includes("no-resource-element"))).toEqual([]);
  });
});

const ONLY_TLS = { Condition: { Bool: { "aws:SecureTransport": "false" } } };

describe("the name of a file tells more than its folder", () => {
  const DENY = JSON.stringify(policyOf({ Effect: "Deny", Principal: "*", Action: "*", Resource: "*", ...ONLY_TLS }));
  test.each(["sns_topic_policy.json", "ApiGatewayPolicy.json", "resource-based-policy.json"])("%s", (name) => {
    expect(codesOf(findingsIn({ [`resource_control_policies/${name}`]: DENY }))).toEqual([]);
    expect(
      codesOf(findingsIn({ [`resource_control_policies/${name}`.replace("olicy.", "olicy-rcp.")]: DENY })),
    ).toEqual(["error invalid-element"]);
  });

  test("a trust policy is called so", () => {
    const text = JSON.stringify(policyOf({ Principal: ROLE, Action: "s3:GetObject" }));
    for (const name of ["trust-policy.json", "ci_assume_role.json", "trust-policies/ci.json"])
      expect(codesOf(findingsIn({ [name]: text }))).toEqual(["error action-in-trust"]);
    expect(codesOf(findingsIn({ "trust-store.json": text }))).toEqual(["error no-resource-element"]);
    const allowed = JSON.stringify(
      policyOf({ Action: "sts:AssumeRole", Resource: "arn:aws:iam::123456789012:role/a" }),
    );
    expect(codesOf(findingsIn({ "assume-role-policy.json": allowed }))).toEqual([]);
  });
});

describe("callers without credentials are everybody", () => {
  const POST = { Principal: "*", Action: "s3:PutObject", Resource: "arn:aws:s3:::drop/*" };
  const on = (operator: string, value: string | readonly string[]) => ({
    Condition: { [operator]: { "aws:userid": value } },
  });
  const OPEN = ["security open-resource"];
  test.each<readonly [string, readonly object[], readonly string[]]>([
    ["only they are allowed", [{ ...POST, ...on("StringEquals", "anonymous") }], OPEN],
    ["they are among those who are allowed", [{ ...POST, ...on("StringLike", ["AROA:*", "anonymous"]) }], OPEN],
    ["all but they are denied", [POST, { ...POST, Effect: "Deny", ...on("StringNotEquals", "anonymous") }], OPEN],
    ["one role is allowed", [{ ...POST, ...on("StringLike", "AROA1234567890EXAMPLE:*") }], []],
    [
      "all but one user are denied",
      [POST, { ...POST, Effect: "Deny", ...on("StringNotEquals", "AIDA1234567890EXAMPLE") }],
      [],
    ],
  ])("%s", (_, statements, codes) => {
    expect(codesOf(findingsOf(policyOf(...statements)))).toEqual(codes);
  });
});
