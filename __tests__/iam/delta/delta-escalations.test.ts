/** What a person has to look at, in words. */
import { escalationsOf, type Layer, permissionDelta } from "../../../src/iam/delta";
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
  [
    "all but a few actions",
    "identity",
    [],
    [{ NotAction: ["iam:*", "sts:*"], Resource: "*" }],
    ["gains-everything: every action but `iam:*` and `sts:*` on every resource is allowed now"],
  ],
  [
    "fewer that are left out",
    "identity",
    [{ NotAction: ["iam:*", "databrew:*"], Resource: "*" }],
    [{ NotAction: "iam:*", Resource: "*" }],
    [
      "gains-wildcard-action: `databrew:*` on `*`: actions that AWS adds later are in it, too",
      "gains-wildcard-resource: `databrew:*` is allowed on every resource",
    ],
  ],
  [
    "ARNs that are nothing but a wildcard",
    "identity",
    [],
    [allow("s3:GetObject", ["arn:aws:s3:::*", "arn:aws:s3:::raw/*"]), allow("sts:AssumeRole", "arn:aws:iam::*:role/*")],
    [
      "gains-wildcard-resource: `sts:AssumeRole` is allowed on `arn:aws:iam::*:role/*`",
      "gains-wildcard-resource: `s3:GetObject` is allowed on `arn:aws:s3:::*`",
    ],
  ],
  [
    "a Deny that leaves out more",
    "identity",
    [{ NotAction: ["iam:*", "sts:*"], Resource: "*", Effect: "Deny" }],
    [{ NotAction: ["iam:*", "sts:*", "s3:*"], Resource: "*", Effect: "Deny" }],
    ["deny-removed: `s3:*` on `*` is denied no longer"],
  ],
  [
    "a Deny that is cut down",
    "identity",
    [{ ...allow("s3:*", ["arn:aws:s3:::prod", "arn:aws:s3:::prod/*"]), Effect: "Deny" }],
    [{ ...allow("s3:DeleteObject", "arn:aws:s3:::prod/*"), Effect: "Deny" }],
    [
      "deny-removed: `s3:*` on `arn:aws:s3:::prod` is denied no longer; `s3:*` on `arn:aws:s3:::prod/*` is denied only in part now",
    ],
  ],
  [
    "several accounts",
    "trust",
    [],
    [trusts({ AWS: ["222222222222", "333333333333", "arn:aws:iam::444444444444:role/x"] })],
    [
      "trust-opened-to-account: other accounts (222222222222, 333333333333) and `arn:aws:iam::444444444444:role/x` of another account (444444444444) may assume the role",
    ],
  ],
  [
    "a role of an account that is trusted as a whole",
    "trust",
    [trusts({ AWS: "222222222222" })],
    [trusts({ AWS: "arn:aws:iam::222222222222:role/x" })],
    [],
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

describe("who signs in at a provider of OIDC", () => {
  const host = "token.actions.githubusercontent.com";
  const provider = `arn:aws:iam::111111111111:oidc-provider/${host}`;
  const audience = { [`${host}:aud`]: "sts.amazonaws.com" };
  const severity = (Condition?: TestStatement["Condition"]) => {
    const after = { documents: [named("p", "trust", trusts({ Federated: provider }, Condition))] };
    const [found] = escalationsOf(permissionDelta({ documents: [] }, after));
    expect(found?.code).toBe("trust-opened-to-identity-provider");
    return found?.severe ?? false;
  };

  test.each<[name: string, conditions: TestStatement["Condition"], severe: boolean]>([
    ["anybody", undefined, true],
    ["any audience", { StringEquals: audience }, true],
    ["any subject", { StringLike: { [`${host}:sub`]: "repo:*" } }, true],
    ["all but a subject", { StringNotLike: { [`${host}:sub`]: "repo:acme/*" } }, true],
    ["a subject", { StringEquals: audience, StringLike: { [`${host}:sub`]: "repo:acme/data:*" } }, false],
  ])("%s", (_name, conditions, severe) => {
    expect(severity(conditions)).toBe(severe);
  });

  test("a subject that is no longer asked for", () => {
    const of = (Condition: TestStatement["Condition"]) => ({
      documents: [named("p", "trust", trusts({ Federated: provider }, Condition))],
    });
    const before = of({ StringEquals: { ...audience, [`${host}:sub`]: "repo:acme/data:ref:refs/heads/main" } });
    const after = of({ StringEquals: audience });
    expect(escalationsOf(permissionDelta(before, after), { before })).toMatchObject([{ severe: true }]);
  });
});

test("lists that a message cuts are kept whole", () => {
  const actions = [
    "iam:PutRolePolicy",
    "iam:AttachRolePolicy",
    "kms:PutKeyPolicy",
    "sqs:SetQueueAttributes",
    "lambda:UpdateFunctionCode",
  ];
  const after = { documents: [named("p", "identity", allow(actions, "*"))] };
  const [found] = escalationsOf(permissionDelta({ documents: [] }, after));
  expect(found?.all).toEqual([...actions].sort());
});

test("what an unchanged boundary does not allow", () => {
  const limit = (...statements: readonly TestStatement[]) => named("limit", "boundary", ...statements);
  const between = (boundary: ReturnType<typeof limit>) => {
    const after = { documents: [boundary, named("p", "identity", allow("iam:PutRolePolicy", ROLE))] };
    const delta = permissionDelta({ documents: [boundary] }, after);
    return [delta.gained.map(({ outside }) => outside ?? false), escalationsOf(delta).map(({ code }) => code)];
  };
  expect(between(limit(allow("s3:*", "*")))).toEqual([[true], []]);
  expect(between(limit(allow("iam:Put*", "arn:aws:iam::111111111111:role/other")))).toEqual([[true], []]);
  expect(between(limit(allow("*", "*")))).toEqual([[false], ["manages-permissions"]]);
  expect(between(limit({ NotAction: "s3:*", Resource: "*" }))).toEqual([[false], ["manages-permissions"]]);
});
