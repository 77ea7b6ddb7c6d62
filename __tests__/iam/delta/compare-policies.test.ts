import fc from "fast-check";
import { comparePolicies } from "../../../src/iam/delta";
import { readPolicyText } from "../../../src/iam/document/read-policy";

const allow = (Action: unknown, Resource: unknown = "arn:aws:s3:::orders/*", more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource, ...more }],
});

const inAccount = { StringEquals: { "aws:PrincipalAccount": "111111111111" } };

test.each([
  [
    "the same in another order and case",
    allow(["s3:GetObject", "s3:PutObject"]),
    allow(["s3:putobject", "S3:GetObject"]),
    "same",
  ],
  ["a wildcard that covers it", allow("s3:Get*"), allow("s3:GetObject"), "less"],
  ["one action more", allow("s3:GetObject"), allow(["s3:GetObject", "s3:PutObject"]), "more"],
  ["a wider resource", allow("s3:GetObject"), allow("s3:GetObject", "arn:aws:s3:::*/*"), "more"],
  [
    "a condition that fell away",
    allow("s3:GetObject", "*", { Condition: inAccount }),
    allow("s3:GetObject", "*"),
    "more",
  ],
  [
    "a condition that was added",
    allow("s3:GetObject", "*"),
    allow("s3:GetObject", "*", { Condition: inAccount }),
    "less",
  ],
  ["other actions", allow("s3:GetObject"), allow("s3:PutObject"), "different"],
  [
    "a Deny that is new",
    allow("s3:*", "*"),
    { Statement: [...allow("s3:*", "*").Statement, { Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" }] },
    "less",
  ],
  [
    "NotAction",
    allow("s3:GetObject"),
    { Statement: { Effect: "Allow", NotAction: "iam:*", Resource: "*" } },
    "unknown",
  ],
] as const)("%s", (_, before, after, allows) => {
  expect(comparePolicies(before, after).allows).toBe(allows);
});

test("takes text, values and documents that were read", () => {
  const text = JSON.stringify(allow("s3:GetObject"));
  const [found] = readPolicyText(text).policies;
  for (const one of [text, allow("s3:GetObject"), found?.document]) {
    expect(comparePolicies(text, one)).toEqual(comparePolicies(one, text));
    expect(comparePolicies(text, one).allows).toBe("same");
  }
});

test("a trust policy is compared by who may assume the role", () => {
  const trust = (account: string) => ({
    Statement: { Effect: "Allow", Principal: { AWS: account }, Action: "sts:AssumeRole" },
  });
  const { allows, delta } = comparePolicies(trust("111111111111"), trust("*"));
  expect(allows).toBe("more");
  expect(delta.gained[0]).toMatchObject({ layer: "trust", principals: ["AWS *"] });
});

test.each([
  ["{", /^before:1:2: expected a key/],
  [{ a: 1 }, /^before: there is no policy here/],
  [undefined, /^comparePolicies\(before\): an object is expected, not undefined/],
])("refuses %j", (given, message) => {
  expect(() => comparePolicies(given, allow("s3:GetObject"))).toThrow(message);
});

test("the comparison mirrors itself", () => {
  const actions = fc.subarray(["s3:GetObject", "s3:PutObject", "s3:Get*", "s3:ListBucket"], { minLength: 1 });
  const mirrored = { same: "same", more: "less", less: "more", different: "different", unknown: "unknown" } as const;
  fc.assert(
    fc.property(actions, actions, (before, after) => {
      const { allows } = comparePolicies(allow(before, "*"), allow(after, "*"));
      expect(comparePolicies(allow(after, "*"), allow(before, "*")).allows).toBe(mirrored[allows]);
    }),
  );
});
