/** Whom a policy lets in that allows everybody, where its conditions name accounts or an organization; and permissions of event buses. */
import type { Json } from "../../../src/json/json-value";
import { plainText } from "../../../src/text/message";
import { type GivenChange, reviewOf } from "../support";

const OWN = "111111111111";
const OTHER = "222222222222";

const told = (change: GivenChange) =>
  reviewOf([{ changes: [change] }], { account: OWN }).rows.map(
    ({ rule, level, message }) => `${rule} ${level}: ${plainText(message)}`,
  );

const GET = "s3:GetObject on arn:aws:s3:::b/* for AWS *, where";

function bucket(condition: Json): GivenChange {
  const statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, Condition: condition }] });
  return { address: "aws_s3_bucket_policy.b", after: { bucket: "b", policy } };
}

test.each<[condition: Json, want: string]>([
  [
    { StringEquals: { "aws:PrincipalOrgID": "o-a1" } },
    `opened-to-anyone attention: every account of the organization o-a1 is let in, under conditions: ${GET} StringEquals aws:PrincipalOrgID o-a1`,
  ],
  [
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1/r-1/*" } },
    `opened-to-anyone attention: every account of the organization o-a1 is let in, under conditions: ${GET} ForAnyValue:StringLike aws:PrincipalOrgPaths o-a1/r-1/*`,
  ],
  [
    { StringLike: { "aws:PrincipalOrgID": "o-*" } },
    `opened-to-anyone danger: anyone in any account is let in, under conditions: ${GET} StringLike aws:PrincipalOrgID o-*`,
  ],
  [
    { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1" } },
    `opened-to-anyone danger: anyone in any account is let in, under conditions: ${GET} StringEqualsIfExists aws:PrincipalOrgID o-a1`,
  ],
  [
    { StringNotEquals: { "aws:PrincipalAccount": OWN } },
    `opened-to-anyone danger: anyone in any account is let in, under conditions: ${GET} StringNotEquals aws:PrincipalAccount ${OWN}`,
  ],
  [
    { StringEquals: { "AWS:SourceOwner": OWN } },
    `permission-gained attention: ${GET} StringEquals AWS:SourceOwner ${OWN}`,
  ],
  [
    { StringEquals: { "aws:PrincipalAccount": [OWN, OTHER] } },
    `opened-to-account danger: another account (${OTHER}) is let in, under conditions: ${GET} StringEquals aws:PrincipalAccount ${OWN}, ${OTHER}`,
  ],
  [
    { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${OTHER}:role/x` } },
    `opened-to-account danger: arn:aws:iam::${OTHER}:role/x of another account (${OTHER}) is let in, under conditions: ${GET} ArnLike aws:PrincipalArn arn:aws:iam::${OTHER}:role/x`,
  ],
  [
    { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" } },
    `opened-to-anyone danger: anyone in any account is let in, under conditions: ${GET} ArnLike aws:PrincipalArn arn:aws:iam::*:role/x`,
  ],
])("a bucket for everybody where %j", (condition, want) => {
  expect(told(bucket(condition))).toEqual([want]);
});

test("a role for everybody of an organization", () => {
  const statement = { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" };
  const condition = { StringEquals: { "aws:PrincipalOrgID": "o-a1" } };
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, Condition: condition }] });
  const [row, ...others] = told({ address: "aws_iam_role.r", after: { name: "r", assume_role_policy: policy } });
  expect(others).toEqual([]);
  expect(row).toMatch(/^trust-opened-to-anyone attention: every account of the organization o-a1 may assume the role/);
});

const PERMISSION = "aws_cloudwatch_event_permission.e";
const ORGANIZATION = { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-a1" };
const PUT = "events:PutEvents on arn:aws:events:*:*:event-bus/default for AWS";

describe("a permission of an event bus", () => {
  test.each<[name: string, change: Partial<GivenChange>, want: readonly string[]]>([
    [
      "for everybody",
      { after: { principal: "*", condition: [] } },
      [`opened-to-anyone danger: anyone in any account is let in: ${PUT} *`],
    ],
    [
      "for an organization",
      { after: { principal: "*", condition: [ORGANIZATION] } },
      [
        `opened-to-anyone attention: every account of the organization o-a1 is let in, under conditions: ${PUT} *, where StringEquals aws:PrincipalOrgID o-a1`,
      ],
    ],
    [
      "for another account",
      { after: { principal: OTHER, condition: [] } },
      [`opened-to-account danger: another account (${OTHER}) is let in: ${PUT} ${OTHER}`],
    ],
    [
      "whose condition is dropped",
      { before: { principal: "*", condition: [ORGANIZATION] }, after: { principal: "*", condition: [] } },
      [
        "opened-to-anyone danger: anyone in any account is let in",
        `condition-dropped attention: ${PUT} *: now without a condition, before where StringEquals aws:PrincipalOrgID o-a1`,
      ],
    ],
    [
      "whose condition is not known",
      { after: { principal: "*" }, unknown: { condition: true } },
      [`permission-unknown attention: the condition of the permission is known only after apply, in ${PERMISSION}`],
    ],
  ])("%s", (_name, change, want) => {
    expect(told({ address: PERMISSION, ...change })).toEqual(want);
  });

  test("is compared with the policy of the same bus", () => {
    const bus: GivenChange = { address: "aws_cloudwatch_event_bus.b", before: { name: "b" }, after: { name: "b" } };
    const given = { principal: OTHER, event_bus_name: "b", statement_id: "s" };
    const moved = (name: string, side: "before" | "after"): GivenChange => ({
      address: `aws_cloudwatch_event_permission.${name}`,
      [side]: given,
    });
    const { rows } = reviewOf([
      { changes: [{ ...bus, action: "no-op", actions: ["no-op"] }, moved("x", "before"), moved("y", "after")] },
    ]);
    expect(rows.filter(({ level }) => level === "danger")).toEqual([]);
    expect(rows.map(({ rule }) => rule)).not.toContain("opened-to-account");
  });
});
