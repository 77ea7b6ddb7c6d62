/** The grammar of each kind of policies, and that what only limits is never too broad. */
import type { PolicyType } from "../../../src/iam/document/policy";
import { policyKind, policyTypes } from "../../../src/iam/document/policy-kinds";
import { lintPolicy } from "../../../src/iam/lint";
import { documentOf } from "../policies";

type Given = Readonly<Record<string, unknown>>;

function found(type: PolicyType | undefined, ...statements: readonly Given[]): readonly string[] {
  const policy = { Version: "2012-10-17", Statement: statements.map((one) => ({ Effect: "Allow", ...one })) };
  const findings = lintPolicy(documentOf(policy, type), { today: "2026-10-01" });
  return findings.filter(({ severity }) => severity !== "info").map(({ rule, severity }) => `${rule} ${severity}`);
}

const LIMITS = policyTypes.filter((type) => !policyKind(type).grants);
const POWERS: readonly Given[] = [
  { Action: "*", Resource: "*" },
  { Action: ["s3:*", "iam:PassRole", "iam:CreatePolicyVersion"], Resource: "*" },
  { NotAction: "iam:*", Resource: "*" },
  { Action: "s3:GetObject", NotResource: "arn:aws:s3:::secret/*" },
];

test("the kinds that limit", () => {
  expect(LIMITS).toEqual(["session", "boundary", "vpc-endpoint", "scp", "rcp"]);
});

describe.each(LIMITS.filter((type) => type !== "rcp"))("%s: L17, it grants nothing", (type) => {
  const who = policyKind(type).principal === "none" ? {} : { Principal: "*" };
  test.each(POWERS.map((power) => [JSON.stringify(power), power] as const))("%s", (_, power) => {
    expect(found(type, { ...who, ...power })).toEqual([]);
  });

  test("a typing error is one as anywhere", () => {
    expect(found(type, { ...who, Action: "s3:GetObjekt", Resource: "*" })).toEqual(["unknown-action error"]);
    const Condition = { StringEquals: { "aws:PrincipalOrgId1": "o-1" } };
    const denied = found(type, { ...who, Effect: "Deny", Action: "s3:GetObject", Resource: "*", Condition });
    expect(denied.filter((one) => one !== "allows-nothing error")).toEqual(["unknown-condition-key error"]);
  });

  test("Resource is required", () => {
    expect(found(type, { ...who, Action: "s3:GetObject" })).toEqual(["no-resource-element error"]);
  });
});

test.each(["identity", "permission-set"] as const)("%s: the same grants much", (type) => {
  for (const power of POWERS) expect(found(type, power).join()).toMatch(/security/);
});

describe("service control policies, since September 2025", () => {
  test.each<Given>([
    { Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/*" },
    { Action: "ec2:*", Resource: "*", Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } },
    { NotAction: ["iam:*", "sts:*"], Resource: "*" },
    { Effect: "Deny", Action: "s3:*Object", NotResource: "arn:aws:s3:::raw/*" },
    { Effect: "Deny", Action: "ec2:*Gateway*", Resource: "*" },
  ])("%j", (statement) => {
    expect(found("scp", statement)).toEqual([]);
  });

  test("no principal", () => {
    const rest = { Effect: "Deny", Action: "s3:GetObject", Resource: "*" };
    expect(found("scp", { ...rest, Principal: "*" })).toEqual(["invalid-principal error"]);
    expect(found("scp", { ...rest, NotPrincipal: { AWS: "arn:aws:iam::123456789012:role/admin" } })).toEqual([
      "invalid-principal error",
    ]);
  });
});

describe("resource control policies", () => {
  const DENY = { Effect: "Deny", Principal: "*", Action: "sts:TagSession", Resource: "*" };

  test("a Deny for everybody on a service that takes them is one, also where nothing tells its type", () => {
    expect(found(undefined, DENY)).toEqual([]);
    expect(found("rcp", DENY)).toEqual([]);
    expect(documentOf({ Statement: DENY }).type).toBe("rcp");
  });

  test.each<readonly [string, Given]>([
    [
      "roles of web identities",
      { ...DENY, Action: ["sts:AssumeRoleWithWebIdentity"], Resource: "arn:aws:iam::*:role/ci" },
    ],
    ["S3 and SQS", { ...DENY, Action: ["s3:*", "sqs:*Message"] }],
    ["with a condition", { ...DENY, Action: "kms:*", Condition: { BoolIfExists: { "aws:SecureTransport": "false" } } }],
  ])("%s", (_, statement) => {
    expect(found(undefined, statement)).toEqual([]);
    expect(documentOf({ Statement: statement }).type).toBe("rcp");
  });

  test("with an Allow by mistake, as in an example of AWS", () => {
    const allow = { Effect: "Allow", Principal: "*", Action: "sts:AssumeRoleWithWebIdentity" };
    const deny = { ...DENY, Action: "sts:AssumeRoleWithWebIdentity" };
    expect(found(undefined, deny, allow)).toEqual(["invalid-effect error", "no-resource-element error"]);
  });

  test("a trust policy that allows somebody stays one, with its Resource", () => {
    const allow = { Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole", Resource: "*" };
    expect(found(undefined, allow)).toEqual(["resource-in-trust error"]);
    expect(found(undefined, allow, { ...DENY, Action: "sts:AssumeRole" })).toContain("resource-in-trust error");
  });

  test.each<readonly [string, Given, string]>([
    ["Allow", { ...DENY, Effect: "Allow" }, "invalid-effect error"],
    ["a named principal", { ...DENY, Principal: { AWS: "123456789012" } }, "invalid-principal error"],
    ["no principal", { ...DENY, Principal: undefined }, "invalid-principal error"],
    [
      "NotPrincipal",
      { ...DENY, Principal: undefined, NotPrincipal: { AWS: "123456789012" } },
      "invalid-principal error",
    ],
    ["no Resource", { ...DENY, Resource: undefined }, "no-resource-element error"],
    ["NotAction", { ...DENY, Action: undefined, NotAction: "s3:*" }, "invalid-element error"],
    ["every action", { ...DENY, Action: "*" }, "invalid-element error"],
    ["a service that has no such policies", { ...DENY, Action: "ec2:RunInstances" }, "invalid-element warning"],
    ["a typing error", { ...DENY, Action: "sts:TagSesion" }, "unknown-action error"],
  ])("%s", (_, statement, code) => {
    expect(found("rcp", statement)).toEqual([code]);
  });

  test("RCPFullAWSAccess, which AWS attaches everywhere", () => {
    expect(found("rcp", { Principal: "*", Action: "*", Resource: "*" })).toEqual([]);
  });
});

describe("policies of VPC endpoints", () => {
  test("the policy of a new endpoint is known by its elements", () => {
    const all = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
    expect(documentOf({ Statement: all }).type).toBe("vpc-endpoint");
    expect(found(undefined, all)).toEqual([]);
  });

  test("several buckets for everybody: a bucket has its own name alone in its policy", () => {
    const of = (...Resource: readonly string[]) => ({
      Effect: "Allow",
      Principal: "*",
      Action: "s3:PutObject",
      Resource,
    });
    expect(documentOf({ Statement: of("arn:aws:s3:::a/*", "arn:aws:s3:::b/*") }).type).toBe("vpc-endpoint");
    expect(documentOf({ Statement: of("arn:aws:s3:::a/*", "arn:aws:s3:::a") }).type).toBe("resource");
    expect(documentOf({ Statement: of("arn:aws:s3:::a/*", "arn:aws:s3:::*/*") }).type).toBe("resource");
    expect(documentOf({ Statement: of("${aws_s3_bucket.a.arn}/*", "${aws_s3_bucket.b.arn}") }).type).toBe("resource");
  });

  test("a principal is required", () => {
    expect(found("vpc-endpoint", { Action: "s3:GetObject", Resource: "*" })).toEqual(["invalid-principal error"]);
  });
});

test("a boundary that allows too little for a table is told so", () => {
  const statement = { Action: "glue:GetTable", Resource: "arn:aws:glue:eu-west-1:123456789012:table/a/b" };
  expect(found("boundary", statement)).toEqual(["missing-ancestor error"]);
});
