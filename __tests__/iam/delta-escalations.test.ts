/** What a person has to look at, in words. */
import { escalationsOf, type Layer, permissionDelta } from "../../src/iam/delta";
import { allow, named, type TestStatement } from "./delta-support";

const ROLE = "arn:aws:iam::111111111111:role/glue/job";
const pass = (Condition?: TestStatement["Condition"], Resource = ROLE): TestStatement => ({
  ...allow("iam:PassRole", Resource),
  ...(Condition === undefined ? {} : { Condition }),
});
const trusts = (Principal: TestStatement["Principal"], Condition?: TestStatement["Condition"]): TestStatement => ({
  Principal,
  Action: "sts:AssumeRole",
  ...(Condition === undefined ? {} : { Condition }),
});
const to = (service: string) => ({ StringEquals: { "iam:PassedToService": service } });
const org = { StringEquals: { "aws:PrincipalOrgID": "o-1" } };

type Row = readonly [
  what: string,
  layer: Layer,
  before: readonly TestStatement[],
  after: readonly TestStatement[],
  want: readonly string[],
];

const rows: readonly Row[] = [
  [
    "everything",
    "identity",
    [],
    [allow("*", "*")],
    ["gains-everything: every action on every resource is allowed now"],
  ],
  [
    "everything, of one service less",
    "identity",
    [allow("s3:*", "*")],
    [allow("*", "*")],
    ["gains-everything: every action on every resource is allowed now"],
  ],
  [
    "PassRole to any service",
    "identity",
    [],
    [pass()],
    [`pass-role-to-glue: \`iam:PassRole\` is allowed on \`${ROLE}\` for any service, Glue included`],
  ],
  [
    "PassRole to Glue",
    "identity",
    [],
    [pass(to("glue.amazonaws.com"))],
    [`pass-role-to-glue: \`iam:PassRole\` is allowed on \`${ROLE}\` for \`glue.amazonaws.com\``],
  ],
  [
    "PassRole to another service",
    "identity",
    [],
    [pass(to("lambda.amazonaws.com"))],
    [`pass-role: \`iam:PassRole\` is allowed on \`${ROLE}\` for \`lambda.amazonaws.com\``],
  ],
  ["PassRole that was there", "identity", [pass()], [pass(), pass(to("glue.amazonaws.com"))], []],
  [
    "PassRole that loses its condition",
    "identity",
    [pass(to("lambda.amazonaws.com"))],
    [pass()],
    [`pass-role-to-glue: \`iam:PassRole\` is allowed on \`${ROLE}\` for any service, Glue included`],
  ],
  [
    "PassRole in a wildcard",
    "identity",
    [],
    [allow("iam:Pass*", ROLE)],
    [`pass-role-to-glue: \`iam:PassRole\` is allowed on \`${ROLE}\` for any service, Glue included`],
  ],
  [
    "policies",
    "identity",
    [],
    [allow(["iam:PutRolePolicy", "iam:GetRole"], ROLE)],
    ["manages-permissions: `iam:PutRolePolicy` changes who may do what"],
  ],
  [
    "a service",
    "identity",
    [],
    [allow("databrew:*", "arn:aws:databrew:*:*:job/x")],
    ["gains-wildcard-action: `databrew:*` on `arn:aws:databrew:*:*:job/x`: actions that AWS adds later are in it, too"],
  ],
  [
    "every resource",
    "identity",
    [],
    [allow(["s3:GetObject", "glue:GetJobs", "ec2:DescribeVpcs"], "*")],
    ["gains-wildcard-resource: `s3:GetObject` is allowed on every resource"],
  ],
  [
    "a Deny",
    "identity",
    [{ ...allow("s3:DeleteObject", "*"), Effect: "Deny" }],
    [],
    ["deny-removed: `s3:DeleteObject` on `*` is denied no longer"],
  ],
  [
    "another account",
    "trust",
    [],
    [trusts({ AWS: "arn:aws:iam::222222222222:root" })],
    ["trust-opened-to-account: another account (222222222222) may assume the role"],
  ],
  [
    "a role of another account, in an organization",
    "trust",
    [],
    [trusts({ AWS: "arn:aws:iam::222222222222:role/x" }, org)],
    [
      "trust-opened-to-account: `arn:aws:iam::222222222222:role/x` of another account (222222222222) may assume the role, under conditions",
    ],
  ],
  ["the own account, and a service", "trust", [], [trusts({ AWS: "111111111111", Service: "glue.amazonaws.com" })], []],
  [
    "an account that loses its condition",
    "trust",
    [trusts({ AWS: "222222222222" }, org)],
    [trusts({ AWS: "222222222222" })],
    ["trust-opened-to-account: another account (222222222222) may assume the role"],
  ],
  ["anyone", "trust", [], [trusts("*")], ["trust-opened-to-anyone: anyone in any account may assume the role"]],
  [
    "an identity provider",
    "trust",
    [],
    [trusts({ Federated: "cognito-identity.amazonaws.com" })],
    ["trust-opened-to-identity-provider: who signs in with `cognito-identity.amazonaws.com` may assume the role"],
  ],
  [
    "a bucket for anyone",
    "resource",
    [],
    [{ ...allow("s3:GetObject", "arn:aws:s3:::raw/*"), Principal: { AWS: "*" } }],
    ["opened-to-anyone: anyone in any account is let in"],
  ],
  [
    "a bucket for an account",
    "resource",
    [],
    [{ ...allow("s3:GetObject", "arn:aws:s3:::raw/*"), Principal: { AWS: "222222222222" } }],
    ["opened-to-account: another account (222222222222) is let in"],
  ],
  ["less", "identity", [allow("*", "*")], [], []],
  ["a condition that is added", "identity", [pass()], [pass(to("glue.amazonaws.com"))], []],
];

test.each(rows)("%s", (_, layer, before, after, want) => {
  const side = (statements: readonly TestStatement[]) => ({ documents: [named("p", layer, ...statements)] });
  const found = escalationsOf(permissionDelta(side(before), side(after)), {
    account: "111111111111",
    before: side(before),
  });
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual(want);
});

test("who was let in already; the account of a resource is that of its ARN", () => {
  const catalog = (AWS: string, Action: string | string[]) => ({
    documents: [
      named("p", "resource", { Principal: { AWS }, Action, Resource: "arn:aws:glue:eu-west-1:111111111111:*" }),
    ],
  });
  const before = catalog("222222222222", "glue:GetTable");
  const codes = (after: typeof before) =>
    escalationsOf(permissionDelta(before, after), { before }).map(({ code }) => code);
  expect(codes(catalog("222222222222", ["glue:GetTable", "glue:GetTables"]))).toEqual([]);
  expect(codes(catalog("333333333333", "glue:GetTable"))).toEqual(["opened-to-account"]);
  expect(codes(catalog("111111111111", "glue:GetTable"))).toEqual([]);
});

test("a boundary that is removed; without an account every one may be another", () => {
  const limit = { documents: [named("limit", "boundary", allow("*", "*"))] };
  expect(escalationsOf(permissionDelta(limit, { documents: [] }))).toEqual([
    { code: "boundary-removed", message: "the permissions boundary `limit` is removed", from: [] },
  ]);
  const trust = { documents: [named("p", "trust", trusts({ AWS: "111111111111" }))] };
  expect(escalationsOf(permissionDelta({ documents: [] }, trust))).toMatchObject([
    { code: "trust-opened-to-account", message: "account 111111111111 may assume the role" },
  ]);
});
