/** The sentences of escalations, from policies before and after. */
import { type Escalation, escalationsOf, type Layer, permissionDelta } from "../../../src/iam/delta";
import { tellEscalation } from "../../../src/review/permissions/escalation-words";
import { plainText, withBackticks } from "../../../src/text/message";
import { allow, named, type TestStatement } from "../../iam/delta/delta-support";

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
const deny = (
  actions: string | string[],
  resources: string | string[],
  Condition?: TestStatement["Condition"],
): TestStatement => ({
  ...allow(actions, resources),
  Effect: "Deny",
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
    [trusts({ Federated: "arn:aws:iam::111111111111:saml-provider/corp" })],
    [
      "trust-opened-to-identity-provider: who signs in with `arn:aws:iam::111111111111:saml-provider/corp` may assume the role",
    ],
  ],
  [
    "an identity provider that everybody signs in with",
    "trust",
    [],
    [trusts({ Federated: "cognito-identity.amazonaws.com" })],
    [
      "trust-opened-to-identity-provider: everyone whom `cognito-identity.amazonaws.com` signs in may assume the role: no condition limits the subject",
    ],
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
    ["gains-everything: every action except `iam:*` and `sts:*` on every resource is allowed now"],
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
    "a Deny on everything that is cut down to some resources",
    "identity",
    [deny(["s3:DeleteObject", "s3:PutObject"], "*")],
    [deny(["s3:DeleteObject", "s3:PutObject"], ["arn:aws:s3:::prod/*", "arn:aws:s3:::logs/*"])],
    [
      "deny-removed: `s3:DeleteObject` and `s3:PutObject` on `*` are now denied only on `arn:aws:s3:::logs/*`, `arn:aws:s3:::prod/*`",
    ],
  ],
  [
    "a Deny that gets a condition",
    "identity",
    [deny("s3:DeleteObject", "*")],
    [deny("s3:DeleteObject", "*", { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } })],
    [
      "deny-removed: `s3:DeleteObject` on `*` is now denied only where `StringNotEquals aws:RequestedRegion` `eu-west-1`",
    ],
  ],
  [
    "a Deny that keeps its condition, in a wider statement with another",
    "identity",
    [deny("glue:DeleteTable", "*", { Bool: { "aws:SecureTransport": "false" } })],
    [deny("glue:*", "arn:aws:glue:*:*:table/a/*", { Bool: { "aws:SecureTransport": "false" } })],
    ["deny-removed: `glue:DeleteTable` on `*` is now denied only on `arn:aws:glue:*:*:table/a/*`"],
  ],
  [
    "a Deny for everybody that is cut down to an account",
    "resource",
    [{ ...deny("s3:GetObject", "arn:aws:s3:::raw/*"), Principal: "*" }],
    [{ ...deny("s3:GetObject", "arn:aws:s3:::raw/*"), Principal: { AWS: "222222222222" } }],
    ["deny-removed: `s3:GetObject` on `arn:aws:s3:::raw/*` is now denied only for `AWS 222222222222`"],
  ],
  [
    "a Deny that is cut down to what another pattern has in common with it",
    "identity",
    [deny("s3:DeleteObject", "arn:aws:s3:::prod-*")],
    [deny("s3:DeleteObject", "arn:aws:s3:::*-db")],
    ["deny-removed: `s3:DeleteObject` on `arn:aws:s3:::prod-*` is denied only in part now"],
  ],
  [
    "a Deny of a service that names all of its actions",
    "identity",
    [deny("rds-db:*", "*")],
    [deny("rds-db:connect", "*")],
    ["deny-removed: `rds-db:*` on `*` is denied no longer (only what AWS adds later: all of today stays denied)"],
  ],
  [
    "a Deny beside another one that has nothing to do with it",
    "identity",
    [deny("s3:DeleteObject", "arn:aws:s3:::prod/*"), deny("s3:*", "arn:aws:s3:::logs/*")],
    [deny("s3:*", "arn:aws:s3:::logs/*"), deny("s3:DeleteObject", "${aws_s3_bucket.a.arn}/*")],
    ["deny-removed: `s3:DeleteObject` on `arn:aws:s3:::prod/*` is denied no longer"],
  ],
  [
    "a Deny that is cut down",
    "identity",
    [{ ...allow("s3:*", ["arn:aws:s3:::prod", "arn:aws:s3:::prod/*"]), Effect: "Deny" }],
    [{ ...allow("s3:DeleteObject", "arn:aws:s3:::prod/*"), Effect: "Deny" }],
    [
      "deny-removed: `s3:*` on `arn:aws:s3:::prod` is denied no longer; `s3:*` on `arn:aws:s3:::prod/*` is now denied only for `s3:DeleteObject`",
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
  expect(found.map((one) => `${one.code}: ${withBackticks(tellEscalation(one).text)}`)).toEqual(want);
});

test("lists that a sentence cuts are told below, whole", () => {
  const actions = [
    "iam:PutRolePolicy",
    "iam:AttachRolePolicy",
    "kms:PutKeyPolicy",
    "sqs:SetQueueAttributes",
    "lambda:UpdateFunctionCode",
  ];
  const after = { documents: [named("p", "identity", allow(actions, "*"))] };
  const [found] = escalationsOf(permissionDelta({ documents: [] }, after));
  const below = tellEscalation(found as Escalation).rest.map(plainText);
  expect(below).toEqual([`all of it: ${[...actions].sort().join(", ")}`]);
});

test("denies that a sentence leaves out are told below", () => {
  const denied = ["a", "b", "c", "d"].map((name) => ({
    ...allow(`s3:delete${name}`, `arn:aws:s3:::${name}`),
    Effect: "Deny" as const,
  }));
  const before = { documents: [named("p", "identity", ...denied)] };
  const [found] = escalationsOf(permissionDelta(before, { documents: [] }));
  const { text, rest } = tellEscalation(found as Escalation);
  expect(plainText(text)).toMatch(/^s3:deletea on arn:aws:s3:::a is denied no longer; .*; and 1 more$/);
  expect(rest.map(plainText)).toEqual(["all of it: `s3:deleted` on `arn:aws:s3:::d` is denied no longer"]);
});
