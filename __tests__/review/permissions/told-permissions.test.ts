/** How rows of permissions are told: titles, sources of services, and policies of AWS. */
import type { Json } from "../../../src/json/json-value";
import { plainText } from "../../../src/text/message";
import { reviewOf } from "../support";
import { changed, kept, planOf, policyText, role } from "./permissions-support";

type Fields = { readonly [name: string]: Json };

const RAW = "arn:aws:s3:::raw/*";
const QUEUE = "arn:aws:sqs:eu-west-1:111111111111:q";
const attached = (policy: string, more: Fields = {}) =>
  changed("aws_iam_role_policy_attachment.a", null, {
    role: "job",
    policy_arn: `arn:aws:iam::aws:policy/${policy}`,
    ...more,
  });
const inline = (before: Fields, after: Fields) =>
  changed(
    "aws_iam_role_policy.p",
    { role: "job", policy: policyText(before) },
    { role: "job", policy: policyText(after) },
  );
const queue = (before: Fields | null, after: Fields) =>
  changed("aws_sqs_queue_policy.q", before === null ? null : { queue_url: "u", policy: policyText(before) }, {
    queue_url: "u",
    policy: policyText(after),
  });
const send = (more: Fields = {}): Fields => ({
  Principal: { Service: "sns.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: QUEUE,
  ...more,
});
const FROM_TOPIC = { Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111111111111:t" } } };
const MFA = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };

/** The rows that need a person, as `title (rule): message`. */
function told(...changes: readonly ReturnType<typeof changed>[]): readonly string[] {
  const plan = planOf({ changes, prior: [kept("aws_iam_role.job", role("job"))] });
  return reviewOf([plan]).rows.flatMap(({ level, title, rule, message }) =>
    level === "note" ? [] : [`${title} (${rule}): ${plainText(message)}`],
  );
}

test("a condition that is dropped", () => {
  const read = { Action: "s3:GetObject", Resource: RAW };
  expect(told(inline({ ...read, ...MFA }, read))[0]).toMatch(/^condition dropped \(condition-dropped\): s3:GetObject/);
});

test("a condition that becomes another one is not told as dropped", () => {
  const read = { Action: "s3:GetObject", Resource: RAW };
  const other = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } };
  expect(told(inline({ ...read, ...MFA }, { ...read, ...other }))).toEqual([
    "condition changed (condition-dropped): s3:GetObject on arn:aws:s3:::raw/*: now where StringEquals aws:PrincipalOrgID o-1, before where Bool aws:MultiFactorAuthPresent true",
  ]);
});

test("a condition that is dropped while the actions widen", () => {
  const found = told(inline({ Action: "s3:GetObject", Resource: RAW, ...MFA }, { Action: "s3:Get*", Resource: RAW }));
  expect(found).toContain(
    "condition dropped (condition-dropped): s3:GetObject on arn:aws:s3:::raw/*: now without a condition, before where Bool aws:MultiFactorAuthPresent true",
  );
});

describe("a service that may act for any account", () => {
  const OPEN = "(from any account: no condition on the source)";
  test.each<[name: string, more: Fields, isOpen: boolean]>([
    ["no condition", {}, true],
    ["a source", FROM_TOPIC, false],
    ["an account", { Condition: { StringEquals: { "AWS:SourceAccount": "111111111111" } } }, false],
    ["an organization", { Condition: { StringEquals: { "aws:SourceOrgID": "o-1" } } }, false],
    ["another condition", { Condition: { Bool: { "aws:SecureTransport": "true" } } }, true],
  ])("%s", (_name, more, isOpen) => {
    const [found = ""] = told(queue(null, send(more)));
    expect(found.includes(OPEN)).toBe(isOpen);
  });
  test("a source that is lost while the actions widen", () => {
    const found = told(queue(send(FROM_TOPIC), send({ Action: ["sqs:SendMessage", "sqs:ReceiveMessage"] })));
    expect(found.map((text) => text.split(":")[0])).toEqual([
      "condition dropped (condition-dropped)",
      "more is allowed (permission-gained)",
    ]);
    expect(found[1]).toContain(OPEN);
  });
  test("not a person or a role", () => {
    const [found = ""] = told(queue(null, send({ Principal: { AWS: "222222222222" } })));
    expect(found).not.toContain(OPEN);
  });
  test("not the trust of a role", () => {
    const before = role("job");
    const after = role("job", {
      assume_role_policy: policyText({ Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }),
    });
    expect(told(changed("aws_iam_role.job", before, after)).join()).not.toContain(OPEN);
  });
});

describe("policies of AWS", () => {
  test.each([["ReadOnlyAccess"], ["job-function/ViewOnlyAccess"], ["AmazonS3ReadOnlyAccess"], ["SecurityAudit"]])(
    "%s is one row",
    (policy) => {
      const found = told(attached(policy));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^more is allowed \(permission-gained\)/);
    },
  );
  test("the row names the rules that it stands for", () => {
    const [row] = reviewOf([planOf({ changes: [attached("AmazonS3ReadOnlyAccess")] })]).rows;
    expect(row?.details.map(plainText)).toContain("wildcard of resources (gains-wildcard-resource)");
  });
  test("what can pass a role stays a row of its own", () => {
    expect(told(attached("AWSGlueConsoleFullAccess")).map((text) => text.split(":")[0])).toEqual([
      "manages permissions (manages-permissions)",
      "may pass a role (pass-role)",
      "may pass a role to Glue (pass-role-to-glue)",
      "more is allowed (permission-gained)",
    ]);
  });
  test("all but a few actions", () => {
    expect(told(attached("PowerUserAccess"))).toEqual([
      "may do nearly everything (gains-everything): every action except account:*, iam:* and organizations:* on every resource is allowed now",
    ]);
  });
  test.each([
    ["AdministratorAcess", "arn:aws:iam::aws:policy/AdministratorAccess"],
    ["ReadOnlyAcces", "arn:aws:iam::aws:policy/ReadOnlyAccess"],
    ["AmazonS3FullAcess", "arn:aws:iam::aws:policy/AmazonS3FullAccess"],
  ])("%s has a suggestion", (policy, near) => {
    const [found = ""] = told(attached(policy));
    expect(found).toContain(`is not in the table of this version (did you mean ${near}?)`);
  });
  test("a name that is like no other has none", () => {
    const [found = ""] = told(attached("SomethingThatAwsWillMakeNextYear"));
    expect(found).toContain("is not in the table of this version, in");
  });
});

describe("who may assume a role is told once", () => {
  const trust = (...more: readonly Fields[]) => ({
    name: "job",
    arn: "arn:aws:iam::111111111111:role/job",
    assume_role_policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "glue.amazonaws.com" } },
        ...more.map((statement) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...statement })),
      ],
    }),
  });
  const of = (...more: readonly Fields[]) =>
    reviewOf([planOf({ changes: [changed("aws_iam_role.job", trust(), trust(...more))] })]).rows.map(
      ({ rule }) => rule,
    );
  const OTHER = "arn:aws:iam::222222222222";

  test.each<[string, Fields, readonly string[]]>([
    ["an account", { Principal: { AWS: `${OTHER}:root` } }, ["trust-opened-to-account"]],
    ["an account by its number", { Principal: { AWS: "222222222222" } }, ["trust-opened-to-account"]],
    ["a role of an account", { Principal: { AWS: `${OTHER}:role/ci` } }, ["trust-opened-to-account"]],
    [
      "several",
      { Principal: { AWS: [`${OTHER}:role/ci`, "arn:aws:iam::333333333333:root"] } },
      ["trust-opened-to-account"],
    ],
    ["everybody", { Principal: "*" }, ["trust-opened-to-anyone"]],
  ])("%s", (_name, statement, want) => {
    expect(of(statement).filter((rule) => rule.startsWith("trust-") || rule.startsWith("permission-"))).toEqual(want);
  });

  test.each<[string, readonly Fields[]]>([
    [
      "under a condition, which it names",
      [{ Principal: { AWS: `${OTHER}:root` }, Condition: { StringEquals: { "sts:ExternalId": "x" } } }],
    ],
    ["with another action", [{ Principal: { AWS: `${OTHER}:root` }, Action: ["sts:AssumeRole", "sts:TagSession"] }]],
    [
      "beside a principal of which no escalation tells",
      [{ Principal: { AWS: `${OTHER}:root` } }, { Principal: { Service: "lambda.amazonaws.com" } }],
    ],
  ])("more is allowed %s", (_name, statements) => {
    const rules = of(...statements);
    expect(rules).toContain("trust-opened-to-account");
    expect(rules).toContain("permission-gained");
  });
});

describe("a trust of an identity provider that becomes wider is one row", () => {
  const GITHUB = "token.actions.githubusercontent.com";
  const trust = (subject: string, more: Fields = {}): Fields => ({
    Principal: { Federated: `arn:aws:iam::111111111111:oidc-provider/${GITHUB}` },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" }, StringLike: { [`${GITHUB}:sub`]: subject } },
    ...more,
  });
  const trusted = (before: string, after: string) =>
    changed(
      "aws_iam_role.job",
      { name: "job", assume_role_policy: policyText(trust(before)) },
      { name: "job", assume_role_policy: policyText(trust(after)) },
    );
  const MAIN = "repo:acme/app:ref:refs/heads/main";
  const before = `before where StringLike ${GITHUB}:sub ${MAIN}`;

  test.each<[subject: string, want: string]>([
    [
      "repo:acme/app:*",
      `trust opened to an identity provider (trust-opened-to-identity-provider): who signs in with arn:aws:iam::111111111111:oidc-provider/${GITHUB} may assume the role, under conditions; now where StringLike ${GITHUB}:sub repo:acme/app:*, ${before}`,
    ],
    [
      "*",
      `trust opened to an identity provider (trust-opened-to-identity-provider): everyone whom arn:aws:iam::111111111111:oidc-provider/${GITHUB} signs in may assume the role: no condition limits the subject; now where StringLike ${GITHUB}:sub *, ${before}`,
    ],
  ])("%s", (subject, want) => {
    expect(told(trusted(MAIN, subject))).toEqual([want]);
  });

  test("what the linter says of it is a detail", () => {
    const { rows } = reviewOf([planOf({ changes: [trusted(MAIN, "*")] })]);
    expect(rows.map(({ rule }) => rule)).toEqual(["trust-opened-to-identity-provider"]);
    expect(rows[0]?.details?.map(plainText).join(" ")).toContain("oidc-without-subject");
  });
});

describe("whom a policy of a resource lets in, and what they may do", () => {
  const open = send({ Principal: "*" });

  test("is one row", () => {
    expect(told(queue(null, open))).toEqual([
      `opened to anyone (opened-to-anyone): anyone in any account is let in: sqs:SendMessage on ${QUEUE} for AWS *`,
    ]);
  });

  test("also of another account", () => {
    const other = send({ Principal: { AWS: "arn:aws:iam::222222222222:root" } });
    const [only = "", ...more] = told(queue(null, other));
    expect(only).toMatch(/^opened to another account \(opened-to-account\): .*222222222222.*: sqs:SendMessage on /);
    expect(more).toEqual([]);
  });

  test("is two if somebody else gains too", () => {
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [open, send({ Action: "sqs:ReceiveMessage" })].map((one) => ({ Effect: "Allow", ...one })),
    });
    const both = changed("aws_sqs_queue_policy.q", null, { queue_url: "u", policy });
    expect(told(both).map((text) => text.split(" (")[0])).toEqual(["opened to anyone", "more is allowed"]);
  });
});

describe("who may assume a role is one row", () => {
  const OTHER = { AWS: "222222222222" };
  const OWN = { AWS: "arn:aws:iam::111111111111:role/x" };
  const ID = { Condition: { StringEquals: { "sts:ExternalId": "x" } } };
  const trust = (...statements: readonly Fields[]) => ({
    name: "job",
    assume_role_policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: statements.map((one) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...one })),
    }),
  });
  const row = (before: readonly Fields[], after: readonly Fields[]) =>
    told(changed("aws_iam_role.job", trust(...before), trust(...after)));

  test("without the condition that another account had", () => {
    expect(row([{ Principal: OTHER, ...ID }], [{ Principal: OTHER }])).toEqual([
      expect.stringMatching(
        /^trust opened to another account .*; now without a condition, before where StringEquals sts:ExternalId x$/,
      ),
    ]);
  });

  test("by anyone, of which the linter tells too", () => {
    expect(row([{ Principal: OWN }], [{ Principal: OWN }, { Principal: "*" }])).toEqual([
      "trust opened to anyone (trust-opened-to-anyone): anyone in any account may assume the role",
    ]);
  });

  test("two rows if it is opened to anyone and to an identity provider", () => {
    const federated = {
      Principal: { Federated: "cognito-identity.amazonaws.com" },
      Action: "sts:AssumeRoleWithWebIdentity",
    };
    const rows = row([{ Principal: OWN }], [{ Principal: "*" }, federated]);
    expect(rows.map((text) => text.split(":")[0])).toEqual(
      expect.arrayContaining([
        "trust opened to anyone (trust-opened-to-anyone)",
        "trust opened to an identity provider (trust-opened-to-identity-provider)",
      ]),
    );
  });
});
