/** A policy that is too long is linted all the same, and in time in proportion to its length. */
import { lintPolicy, lintText } from "../../../src/iam/lint";
import { processorTime } from "../../growth";
import { documentOf } from "../policies";

const ARNS = (count: number) => Array.from({ length: count }, (_, index) => `arn:aws:s3:::bucket-of-many-${index}/*`);

function codesOf(
  type: "identity" | "resource" | "permission-set",
  ...statements: readonly object[]
): readonly string[] {
  const document = documentOf({ Version: "2012-10-17", Statement: statements }, type);
  expect(document.size).toBeGreaterThan(10_240);
  return [...new Set(lintPolicy(document, { today: "2026-10-01" }).map(({ rule }) => rule))];
}

const LONG = { Effect: "Allow", Action: ["s3:GetObject"], Resource: ARNS(400) };

test.each<readonly [string, object, string]>([
  ["a typing error", { Effect: "Allow", Action: "s3:GetObjekt", Resource: "*" }, "unknown-action"],
  ["breadth", { Effect: "Allow", Action: "*", Resource: "*" }, "full-admin"],
  ["an ARN", { Effect: "Allow", Action: "sqs:SendMessage", Resource: "arn:aws:sqs::q" }, "malformed-arn"],
  [
    "a condition",
    { Effect: "Deny", Action: "s3:*", Resource: "*", Condition: { StringEqual: { "aws:RequestedRegion": "x" } } },
    "invalid-operator",
  ],
  [
    "a resource of another type",
    { Effect: "Allow", Action: "s3:ListBucket", Resource: ARNS(2) },
    "resource-type-mismatch",
  ],
])("%s", (_, statement, code) => {
  expect(codesOf("identity", LONG, statement)).toEqual(["policy-too-long", code]);
  expect(codesOf("identity", statement, LONG)).toEqual(["policy-too-long", code]);
});

test("what is within the limit of its kind has no finding for its length", () => {
  expect(codesOf("permission-set", LONG)).toEqual([]);
  expect(codesOf("resource", { ...LONG, Principal: { AWS: "123456789012" } })).toEqual([]);
});

test("where very many entries would be compared, only that is left out", () => {
  const many = { Effect: "Allow", Action: "s3:GetObject", Resource: [...ARNS(2000), "arn:aws:s3:::bucket-of-many-*"] };
  const typo = { Effect: "Allow", Action: "s3:GetObjekt", Resource: "*" };
  expect(codesOf("identity", many, typo)).toEqual(["policy-too-long", "unknown-action"]);
});

test.each<readonly [string, object]>([
  ["resources", { Effect: "Allow", Action: "s3:GetObject", Resource: ARNS(1400) }],
  ["patterns", { Effect: "Allow", Action: "s3:*", Resource: ARNS(1400).map((arn) => `${arn}*a*b*`) }],
  ["statements", Array(700).fill({ Effect: "Allow", Action: ["s3:GetObjekt", "s3:GetObject"], Resource: ARNS(1) })],
])("many %s take no more than seconds", (_, Statement) => {
  const text = JSON.stringify({ Version: "2012-10-17", Statement });
  expect(text.length).toBeLessThan(131_072);
  let count = 0;
  const time = processorTime(() => {
    count = lintText(text).length;
  });
  expect(count).toBeGreaterThan(0);
  expect(time / 1e6).toBeLessThan(4);
});
