/** What the policies of one identity allow together. */
import type { PolicyHolder } from "../../../src/iam/document/policy";
import { type Finding, lintPolicy, type PolicyBeside } from "../../../src/iam/lint";
import { managedPolicyNamed } from "../../../src/iam/managed";
import { documentOf } from "../policies";

const glue = (resource: string) => `arn:aws:glue:eu-west-1:123456789012:${resource}`;

function policy(
  ...statements: readonly (readonly [action: string | readonly string[], resource: unknown, rest?: object])[]
) {
  return documentOf({
    Version: "2012-10-17",
    Statement: statements.map(([Action, Resource, rest]) => ({ Effect: "Allow", Action, Resource, ...rest })),
  });
}

type Policy = ReturnType<typeof policy>;

const besideOf = (documents: Readonly<Record<string, Policy>>, holder?: PolicyHolder): readonly PolicyBeside[] =>
  Object.entries(documents).map(([name, document]) => ({ name, document, holder }));

const awsManaged = (name: string): PolicyBeside => ({
  name,
  document: managedPolicyNamed(name)!.document,
  holder: "aws-managed-policy",
});

function findings(own: Policy, beside?: readonly PolicyBeside[], rules?: readonly string[]): readonly Finding[] {
  const all = lintPolicy(own, { today: "2026-10-01", beside });
  return rules === undefined ? all : all.filter(({ rule }) => rules.includes(rule));
}

const codes = (...given: Parameters<typeof findings>) => findings(...given).map(({ rule }) => rule);

const TABLE = policy(["glue:GetTable", glue("table/sales/orders")]);

describe("what one policy lacks, another has", () => {
  const rules = ["missing-ancestor", "no-resource-of-type", "missing-child"];

  test("catalog and database in other policies", () => {
    const catalog = policy(["glue:GetTable", glue("catalog")]);
    const database = policy(["glue:Get*", glue("database/sales")]);
    expect(codes(TABLE, undefined, rules)).toEqual(["missing-ancestor"]);
    expect(codes(TABLE, [], rules)).toEqual(["missing-ancestor"]);
    expect(codes(TABLE, besideOf({ catalog, database }), rules)).toEqual([]);
    expect(findings(TABLE, besideOf({ catalog }), rules)[0]?.message).toContain("database/sales");
    expect(findings(TABLE, besideOf({ catalog }), rules)[0]?.message).not.toContain(":catalog");
  });

  test("AWSGlueServiceRole beside a policy that names the table alone", () => {
    expect(codes(TABLE, [awsManaged("AWSGlueServiceRole")], rules)).toEqual([]);
    expect(codes(TABLE, [awsManaged("AmazonS3ReadOnlyAccess")], rules)).toEqual(["missing-ancestor"]);
  });

  test("another action in the other policy helps nobody", () => {
    const others = policy(["glue:GetDatabase", [glue("catalog"), glue("database/sales")]]);
    expect(codes(TABLE, besideOf({ others }), rules)).toEqual(["missing-ancestor"]);
  });

  test("children, and types that are in no statement", () => {
    const own = policy(["glue:DeleteDatabase", [glue("catalog"), glue("database/sales"), glue("table/sales/*")]]);
    const functions = policy(["glue:DeleteDatabase", glue("userDefinedFunction/sales/*")]);
    expect(codes(own, undefined, rules)).toEqual(["missing-child"]);
    expect(codes(own, besideOf({ functions }), rules)).toEqual([]);
    const above = policy(["glue:GetTable", [glue("catalog"), glue("database/sales")]]);
    expect(codes(above, undefined, rules)).toEqual(["no-resource-of-type"]);
    expect(codes(above, besideOf({ TABLE }), rules)).toEqual([]);
  });

  test("where the others are not known, the hint says so", () => {
    expect(findings(TABLE, undefined, rules)[0]?.hint).toContain(
      "if another policy of the same role or user allows it",
    );
    expect(findings(TABLE, [], rules)[0]?.hint).not.toContain("another policy");
  });
});

describe("what they allow together", () => {
  const rules = ["privilege-escalation"];
  const pass = policy(["iam:PassRole", "*"]);
  const create = policy([["lambda:CreateFunction", "lambda:InvokeFunction"], "*"]);

  test("two policies of which neither is enough", () => {
    expect(codes(pass, [], rules)).toEqual([]);
    expect(codes(create, [], rules)).toEqual([]);
    const [found] = findings(create, besideOf({ "aws_iam_role_policy.pass": pass }), rules);
    expect(found?.message).toMatch(
      /`iam:PassRole`.*`lambda:CreateFunction`.*together with `aws_iam_role_policy\.pass`/,
    );
    // It is reported once, in the policy with the first action.
    expect(codes(pass, besideOf({ create }), rules)).toEqual([]);
  });

  test("a policy of AWS has the other half", () => {
    const [found] = findings(pass, [{ ...awsManaged("AWSLambda_FullAccess"), document: create }], rules);
    expect(found?.message).toContain("together with `AWSLambda_FullAccess`");
  });

  test("what the others do without this policy is not its fault", () => {
    const both = policy(["iam:PassRole", "*"], [["lambda:CreateFunction", "lambda:InvokeFunction"], "*"]);
    expect(codes(create, besideOf({ both }), rules)).toEqual([]);
    expect(codes(both, besideOf({ create }), rules)).toEqual(["privilege-escalation"]);
  });

  test("an administrator cannot get more", () => {
    expect(codes(create, [awsManaged("AdministratorAccess")], rules)).toEqual([]);
    expect(codes(policy(["iam:CreateAccessKey", "*"]), [awsManaged("AdministratorAccess")], rules)).toEqual(rules);
  });

  test("a Deny of another policy counts", () => {
    const deny = policy(["iam:PassRole", "*", { Effect: "Deny" }]);
    expect(codes(create, besideOf({ pass, deny }), rules)).toEqual([]);
  });

  test("a role that is passed to another service opens nothing", () => {
    const toGlue = policy([
      "iam:PassRole",
      "*",
      { Condition: { StringEquals: { "iam:PassedToService": "glue.amazonaws.com" } } },
    ]);
    expect(codes(create, besideOf({ toGlue }), rules)).toEqual([]);
  });
});

describe("the sum of the inline policies", () => {
  const long = (count: number) =>
    policy([
      "s3:GetObject",
      Array.from({ length: count }, (_, index) => `arn:aws:s3:::raw-zone-of-the-sales-department/${index}/*`),
    ]);
  const sum = (holder: PolicyHolder, others: readonly Policy[], own = long(60)) =>
    lintPolicy(own, { holder, beside: others.map((document, at) => ({ name: `p${at}`, document, holder })) })
      .filter(({ rule }) => rule === "policy-too-long")
      .map(({ message }) => message);

  test("of a role, a user, a group", () => {
    expect(sum("role", [])).toEqual([]);
    expect(sum("role", [long(50), long(50), long(50)])).toEqual([
      expect.stringMatching(/^the inline policies of the role have \d+ characters .* at most 10240 are allowed$/),
    ]);
    expect(sum("user", [long(10)], long(30))).toHaveLength(1);
    expect(sum("group", [long(40)])).toHaveLength(1);
    expect(sum("managed-policy", [long(60), long(60), long(60)])).toEqual([]);
  });

  test("told at the longest one, and managed policies do not count", () => {
    expect(sum("role", [long(90), long(60), long(60)])).toEqual([]);
    const managed = besideOf({ a: long(60), b: long(60), c: long(60) });
    expect(lintPolicy(long(60), { holder: "role", beside: managed }).map(({ rule }) => rule)).not.toContain(
      "policy-too-long",
    );
  });
});
