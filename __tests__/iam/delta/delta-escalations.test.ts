/** What a person has to look at. */
import { actionsMatching, findAction } from "../../../src/iam/data/authorization";
import { escalationsOf, permissionDelta } from "../../../src/iam/delta";
import { permissionActions } from "../../../src/iam/delta/permission-actions";
import { words } from "../../../src/text/message";
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

test("an escalation has the parts that its code needs", () => {
  const after = {
    documents: [
      named(
        "p",
        "identity",
        pass(to("glue.amazonaws.com")),
        allow("iam:PutRolePolicy", ROLE),
        allow("databrew:*", "*"),
      ),
      named("t", "trust", trusts({ AWS: ["222222222222", "arn:aws:iam::333333333333:role/x"] }, org)),
    ],
  };
  const found = escalationsOf(permissionDelta({ documents: [] }, after), { account: "111111111111" });
  expect(found.map(({ from, ...parts }) => parts)).toEqual([
    {
      code: "trust-opened-to-account",
      principals: [
        { name: "222222222222", account: "222222222222" },
        { name: "arn:aws:iam::333333333333:role/x", account: "333333333333" },
      ],
      isOwnAccountKnown: true,
      isConditional: true,
    },
    { code: "pass-role-to-glue", roles: [ROLE], services: ["glue.amazonaws.com"] },
    { code: "manages-permissions", actions: ["iam:PutRolePolicy"] },
    { code: "gains-wildcard-action", actions: ["databrew:*"], resources: ["*"] },
    { code: "gains-wildcard-resource", actions: ["databrew:*"] },
  ]);
});

describe("a wildcard names the actions that its resources take", () => {
  const managed = (Action: string | string[], Resource: string | string[]) => {
    const after = { documents: [named("p", "identity", { Action, Resource })] };
    const found = escalationsOf(permissionDelta({ documents: [] }, after));
    return found.flatMap((one) => (one.code === "manages-permissions" ? one.actions : []));
  };
  const OBJECTS = ["s3:BypassGovernanceRetention", "s3:PutObjectAcl", "s3:PutObjectVersionAcl"];
  const BUCKET = ["s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock"];
  const ELSEWHERE = [
    "s3:DeleteAccessPointPolicy",
    "s3:PutAccessGrantsInstanceResourcePolicy",
    "s3:PutAccessPointPolicy",
    "s3:PutAccountPublicAccessBlock",
    "s3:PutMultiRegionAccessPointPolicy",
  ];
  test.each<[action: string | string[], resource: string | string[], want: readonly string[]]>([
    ["s3:*", "arn:aws:s3:::b/*", OBJECTS],
    ["s3:Put*", "arn:aws:s3:::b/*", ["s3:PutObjectAcl", "s3:PutObjectVersionAcl"]],
    ["s3:*", "arn:aws:s3:::b", BUCKET],
    ["s3:*", ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], [...OBJECTS, ...BUCKET].sort()],
    ["s3:*", "*", [...OBJECTS, ...BUCKET, ...ELSEWHERE].sort()],
    [
      "dynamodb:*",
      "arn:aws:dynamodb:eu-west-1:111111111111:table/t",
      ["dynamodb:DeleteResourcePolicy", "dynamodb:PutResourcePolicy"],
    ],
    ["dynamodb:*Item", "arn:aws:dynamodb:eu-west-1:111111111111:table/t", []],
    ["s3tables:Get*", "*", []],
    ["kms:*", "arn:aws:kms:eu-west-1:111111111111:key/1", ["kms:CreateGrant", "kms:PutKeyPolicy"]],
    [
      "lambda:*",
      "arn:aws:lambda:eu-west-1:111111111111:function:f",
      ["lambda:AddPermission", "lambda:UpdateFunctionCode"],
    ],
    ["s3:PutAccountPublicAccessBlock", "arn:aws:s3:::b", ["s3:PutAccountPublicAccessBlock"]],
  ])("%j on %j", (action, resource, want) => {
    expect(managed(action, resource)).toEqual(want);
  });
  test("a user who makes the own keys gains nothing; who writes the own policy does", () => {
    const own = "arn:aws:iam::111111111111:user/${aws:username}";
    expect(managed(["iam:CreateAccessKey", "iam:UpdateLoginProfile"], own)).toEqual([]);
    expect(managed("iam:*AccessKey*", "arn:aws:iam::*:user/team/${aws:username}")).toEqual([]);
    expect(managed(["iam:CreateAccessKey", "iam:PutUserPolicy"], own)).toEqual(["iam:PutUserPolicy"]);
    expect(managed("iam:CreateAccessKey", [own, "arn:aws:iam::111111111111:user/x"])).toEqual(["iam:CreateAccessKey"]);
    expect(managed("iam:CreateAccessKey", "arn:aws:iam::111111111111:user/${aws:username}*")).not.toEqual([]);
  });
  test("iam:* on a user", () => {
    const found = managed("iam:*", "arn:aws:iam::111111111111:user/x");
    expect(found).toContain("iam:PutUserPolicy");
    expect(found).not.toContain("iam:PutRolePolicy");
  });
});

describe("actions that change who may do what", () => {
  // Services that keep data, messages, code or backups; a resource policy of others lets AWS services act, or shares settings.
  const STORES =
    "backup codeartifact dynamodb ecr ecr-public elasticfilesystem glue kinesis s3 s3express s3tables s3vectors secretsmanager";
  const WRITES_POLICY =
    /:(Put|Set)(\w*(Resource|Registry|Repository|FileSystem|Bucket|Table|AccessPoint|VaultAccess)|\w+Permissions)Policy$/;

  test("each is an action of AWS, in its spelling and once", () => {
    expect(permissionActions).toEqual([...new Set(permissionActions)].sort());
    for (const name of permissionActions) expect(findAction(name)?.id).toBe(name);
  });

  test.each(STORES.split(" "))("what writes a resource policy of %s is told", (service) => {
    const writes = actionsMatching(`${service}:*`).filter((name) => WRITES_POLICY.test(name));
    expect(writes.length).toBeGreaterThan(0);
    expect(permissionActions).toEqual(expect.arrayContaining(writes));
  });
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
    { code: "boundary-removed", boundary: "limit", from: [] },
  ]);
  const trust = { documents: [named("p", "trust", trusts({ AWS: "111111111111" }))] };
  expect(escalationsOf(permissionDelta({ documents: [] }, trust))).toMatchObject([
    {
      code: "trust-opened-to-account",
      principals: [{ name: "111111111111", account: "111111111111" }],
      isOwnAccountKnown: false,
    },
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

  test.each<[name: string, provider: string, conditions: TestStatement["Condition"], severe: boolean]>([
    ["a claim of GitHub that says whose", host, { StringEquals: { [`${host}:repository_owner`]: "acme" } }, false],
    ["a claim of GitHub that does not", host, { StringEquals: { [`${host}:ref`]: "refs/heads/main" } }, true],
    ["a subject of anybody's repository", host, { StringLike: { [`${host}:sub`]: "repo:*/data:*" } }, true],
    ["a subject, if there is one", host, { StringEqualsIfExists: { [`${host}:sub`]: "repo:acme/data:x" } }, false],
    [
      "every service account",
      "oidc.eks.eu-west-1.amazonaws.com/id/A",
      { StringLike: { "oidc.eks.eu-west-1.amazonaws.com/id/A:sub": "system:serviceaccount:*:*" } },
      true,
    ],
    [
      "one service account",
      "oidc.eks.eu-west-1.amazonaws.com/id/A",
      { StringEquals: { "oidc.eks.eu-west-1.amazonaws.com/id/A:sub": "system:serviceaccount:a:b" } },
      false,
    ],
    [
      "the audience of a provider that is shared",
      "app.terraform.io",
      { StringEquals: { "app.terraform.io:aud": "aws.workload.identity" } },
      true,
    ],
  ])("%s", (...[, issuer, conditions, severe]) => {
    const Federated = `arn:aws:iam::111111111111:oidc-provider/${issuer}`;
    const after = { documents: [named("p", "trust", trusts({ Federated }, conditions))] };
    expect(escalationsOf(permissionDelta({ documents: [] }, after))[0]?.severe ?? false).toBe(severe);
  });

  test("providers that are no ARN, and other providers", () => {
    const severe = (Federated: string, conditions?: TestStatement["Condition"]) => {
      const after = { documents: [named("p", "trust", trusts({ Federated }, conditions))] };
      return escalationsOf(permissionDelta({ documents: [] }, after))[0]?.severe ?? false;
    };
    expect(severe("cognito-identity.amazonaws.com")).toBe(true);
    expect(
      severe("cognito-identity.amazonaws.com", {
        StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-west-1:a" },
      }),
    ).toBe(false);
    expect(severe("arn:aws:iam::111111111111:saml-provider/corp")).toBe(false);
    expect(severe("${aws_iam_openid_connect_provider.x.arn}")).toBe(false);
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

test("the case of a condition's key does not matter, and is told as it was written", () => {
  const after = (key: string) => ({
    documents: [named("p", "identity", pass({ StringEquals: { [key]: "lambda.amazonaws.com" } }))],
  });
  const nothing = { documents: [] };
  for (const key of ["iam:PassedToService", "IAM:PASSEDTOSERVICE", "iam:passedtoservice"]) {
    const delta = permissionDelta(nothing, after(key));
    expect(delta.gained[0]?.conditions).toEqual([{ operator: "StringEquals", key, values: ["lambda.amazonaws.com"] }]);
    expect(escalationsOf(delta)).toMatchObject([{ code: "pass-role", services: ["lambda.amazonaws.com"] }]);
  }
  expect(permissionDelta(after("iam:PassedToService"), after("IAM:PassedToService")).conditions).toEqual([]);
});

test("what an unchanged boundary does not allow", () => {
  const limit = (...statements: readonly TestStatement[]) => named("limit", "boundary", ...statements);
  const between = (boundary: ReturnType<typeof limit>) => {
    const after = { documents: [boundary, named("p", "identity", allow("iam:PutRolePolicy", ROLE))] };
    const delta = permissionDelta({ documents: [boundary] }, after);
    return [delta.gained.map(({ outside }) => outside ?? false), escalationsOf(delta).map(({ code }) => code)];
  };
  expect(between(limit(allow("databrew:*", "*")))).toEqual([[true], []]);
  expect(between(limit(allow("iam:Put*", "arn:aws:iam::111111111111:role/other")))).toEqual([[true], []]);
  expect(between(limit(allow("*", "*")))).toEqual([[false], ["manages-permissions"]]);
  expect(between(limit({ NotAction: "s3:*", Resource: "*" }))).toEqual([[false], ["manages-permissions"]]);
});

test("what a boundary that cannot be read does not allow is not known", () => {
  const limits = [
    named("limit", "boundary", allow("databrew:*", "*")),
    { name: "other", layer: "boundary", reason: words("it is known only after apply") } as const,
  ];
  const after = { documents: [...limits, named("p", "identity", allow("iam:PutRolePolicy", ROLE))] };
  const { gained } = permissionDelta({ documents: limits }, after);
  expect(gained.map(({ outside }) => outside)).toEqual([undefined]);
});
