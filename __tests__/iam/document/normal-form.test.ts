/** Policies that mean the same have one normal form; those that do not, do not. */
import fc from "fast-check";
import { normalForm, samePolicy } from "../../../src/iam/document/normal-form";
import { writePolicy } from "../../../src/iam/document/write-policy";
import { documentOf, documentWith } from "../policies";

const ALLOW = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

const withCondition = (Condition: object) => [{ ...ALLOW, Condition }];

type Pair = readonly [what: string, one: readonly object[], other: readonly object[]];

const same: readonly Pair[] = [
  ["a Sid", [ALLOW], [{ ...ALLOW, Sid: "x" }]],
  ["the case of an action", [ALLOW], [{ ...ALLOW, Action: "S3:getobject" }]],
  ["a list of one", [ALLOW], [{ ...ALLOW, Action: ["s3:GetObject"], Resource: ["*"] }]],
  ["order and doubles", [{ ...ALLOW, Resource: ["a", "b", "a"] }], [{ ...ALLOW, Resource: ["b", "a"] }]],
  [
    "the cut into statements",
    [{ ...ALLOW, Resource: ["a", "b"] }],
    [
      { ...ALLOW, Resource: "b" },
      { ...ALLOW, Resource: "a" },
    ],
  ],
  [
    "several stars",
    [{ ...ALLOW, Action: "s3:*", Resource: "a*b" }],
    [{ ...ALLOW, Action: "s3:**", Resource: "a***b" }],
  ],
  [
    "the order in a NotAction",
    [{ Effect: "Deny", NotAction: ["A", "b"], Resource: "*" }],
    [{ Effect: "Deny", NotAction: ["B", "a"], Resource: "*" }],
  ],
  ["everyone", [{ ...ALLOW, Principal: "*" }], [{ ...ALLOW, Principal: { AWS: ["*"] } }]],
  [
    "the root of an account",
    [{ ...ALLOW, Principal: { AWS: "111111111111" } }],
    [{ ...ALLOW, Principal: { AWS: "arn:aws:iam::111111111111:root" } }],
  ],
  [
    "the case of a condition key",
    withCondition({ Bool: { "aws:SecureTransport": true } }),
    withCondition({ Bool: { "AWS:securetransport": "true" } }),
  ],
  [
    "the order of conditions",
    withCondition({ Bool: { a: "true" }, Null: { b: "true" } }),
    withCondition({ Null: { b: true }, Bool: { a: true } }),
  ],
  [
    "the order of values",
    withCondition({ StringEquals: { a: ["x", "y"] } }),
    withCondition({ StringEquals: { a: ["y", "x"] } }),
  ],
  ["numbers as strings", withCondition({ NumericEquals: { a: 5 } }), withCondition({ NumericEquals: { a: "5" } })],
  [
    "case, where the operator ignores it",
    withCondition({ StringEqualsIgnoreCase: { a: "X" } }),
    withCondition({ StringEqualsIgnoreCase: { a: "x" } }),
  ],
  ["an element in another case", [ALLOW], [{ Effect: "Allow", action: "s3:GetObject", Resource: "*" }]],
];

const different: readonly Pair[] = [
  ["the effect", [ALLOW], [{ ...ALLOW, Effect: "Deny" }]],
  ["the case of a resource", [{ ...ALLOW, Resource: "a" }], [{ ...ALLOW, Resource: "A" }]],
  [
    "pairs of action and resource",
    [{ ...ALLOW, Action: ["a", "b"], Resource: ["x", "y"] }],
    [
      { ...ALLOW, Action: "a", Resource: "x" },
      { ...ALLOW, Action: "b", Resource: "y" },
    ],
  ],
  ["Action and NotAction", [ALLOW], [{ Effect: "Allow", NotAction: "s3:GetObject", Resource: "*" }]],
  ["Resource and NotResource", [ALLOW], [{ Effect: "Allow", Action: "s3:GetObject", NotResource: "*" }]],
  ["Principal and NotPrincipal", [{ ...ALLOW, Principal: { AWS: "1" } }], [{ ...ALLOW, NotPrincipal: { AWS: "1" } }]],
  [
    "a NotAction that is cut",
    [{ Effect: "Deny", NotAction: ["a", "b"] }],
    [
      { Effect: "Deny", NotAction: "a" },
      { Effect: "Deny", NotAction: "b" },
    ],
  ],
  [
    "both at once",
    [{ Effect: "Deny", Action: "a", NotAction: "b" }],
    [
      { Effect: "Deny", Action: "a" },
      { Effect: "Deny", NotAction: "b" },
    ],
  ],
  ["a condition", [ALLOW], withCondition({ Bool: { a: "true" } })],
  [
    "conditions in one statement or two",
    withCondition({ Bool: { a: "true", b: "true" } }),
    [...withCondition({ Bool: { a: "true" } }), ...withCondition({ Bool: { b: "true" } })],
  ],
  ["the operator", withCondition({ StringEquals: { a: "x" } }), withCondition({ StringLike: { a: "x" } })],
  [
    "the set",
    withCondition({ "ForAnyValue:StringEquals": { a: "x" } }),
    withCondition({ "ForAllValues:StringEquals": { a: "x" } }),
  ],
  ["IfExists", withCondition({ StringEquals: { a: "x" } }), withCondition({ StringEqualsIfExists: { a: "x" } })],
  ["the case of a value", withCondition({ StringEquals: { a: "x" } }), withCondition({ StringEquals: { a: "X" } })],
  ["the kind of a principal", [{ ...ALLOW, Principal: { AWS: "x" } }], [{ ...ALLOW, Principal: { Service: "x" } }]],
  ["what cannot be read", [ALLOW], [{ ...ALLOW, Foo: 1 }]],
  ["one more", [ALLOW], [ALLOW, { ...ALLOW, Resource: "a" }]],
];

test.each(same)("%s makes no difference", (_, one, other) => {
  expect(samePolicy(documentWith(...one), documentWith(...other))).toBe(true);
  expect(normalForm(documentWith(...one))).toEqual(normalForm(documentWith(...other)));
});

test.each(different)("%s makes a difference", (_, one, other) => {
  expect(samePolicy(documentWith(...one), documentWith(...other))).toBe(false);
  expect(samePolicy(documentWith(...other), documentWith(...one))).toBe(false);
});

test("the version that counts: none is 2008-10-17", () => {
  const version = (Version?: string) => documentOf({ Version, Statement: [ALLOW] });
  expect(samePolicy(version(), version("2008-10-17"))).toBe(true);
  expect(samePolicy(version(), version("2012-10-17"))).toBe(false);
});

test("grants are what a policy says, one by one", () => {
  const trust = {
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: ["b", "a"] },
    Condition: { Bool: { K: true } },
  };
  const grant = { effect: "Allow", action: "sts:assumerole", resource: "", conditions: ['Bool k ["true"]'] };
  expect(normalForm(documentWith(trust))).toEqual({
    version: "2012-10-17",
    grants: [
      { ...grant, principal: "Service a" },
      { ...grant, principal: "Service b" },
    ],
    issues: [],
  });
});

const word = fc.constantFrom("a", "B", "b", "a*", "**", "c");
const words = fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 3 }));
const conditions = fc.dictionary(
  fc.constantFrom("StringLike", "ForAnyValue:Bool"),
  fc.dictionary(word, words, { maxKeys: 2 }),
  { maxKeys: 2 },
);
const statements = fc.array(
  fc.record(
    {
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: words,
      Resource: words,
      NotResource: words,
      Principal: fc.dictionary(word, words),
      Condition: conditions,
    },
    { requiredKeys: ["Effect", "Action"] },
  ),
  { maxLength: 4 },
);

test("what is written anew, turned round or said twice is the same", () => {
  fc.assert(
    fc.property(statements, (list) => {
      const document = documentWith(...list);
      expect(samePolicy(document, documentOf(writePolicy(document)))).toBe(true);
      expect(samePolicy(document, documentOf(writePolicy(document, { singles: "list" })))).toBe(true);
      expect(samePolicy(document, documentWith(...list.toReversed(), ...list))).toBe(true);
      expect(normalForm(document)).toEqual(normalForm(documentWith(...list.toReversed())));
    }),
  );
});

test("same means one normal form", () => {
  fc.assert(
    fc.property(statements, statements, (one, other) => {
      const [a, b] = [documentWith(...one), documentWith(...other)];
      expect(samePolicy(a, b)).toBe(JSON.stringify(normalForm(a)) === JSON.stringify(normalForm(b)));
    }),
  );
});

test("more grants than any policy has are refused", () => {
  const many = Array.from({ length: 1000 }, (_, index) => `s3:x${index}`);
  expect(() => normalForm(documentWith({ ...ALLOW, Action: many, Resource: many }))).toThrow("more than 500000 things");
});
