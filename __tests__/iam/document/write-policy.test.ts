/** From policies to text: order of keys, lists of one, sizes, and back again. */
import { plainPolicy } from "../../../src/iam/document/plain-policy";
import { sizeOf, writePolicy } from "../../../src/iam/document/write-policy";
import { ARTICLE, documentOf, documentWith } from "../policies";

const MIXED = {
  Statement: [
    {
      Condition: { StringEquals: { "aws:SourceAccount": ["111111111111"], "aws:x": ["a", 1, true] } },
      Resource: ["*"],
      Action: ["s3:GetObject", "s3:PutObject"],
      Principal: { Service: ["glue.amazonaws.com"] },
      Effect: "Allow",
      Sid: "One",
    },
  ],
  Id: "id",
  Version: "2012-10-17",
};

const WRITTEN = `{
  "Version": "2012-10-17",
  "Id": "id",
  "Statement": [
    {
      "Sid": "One",
      "Effect": "Allow",
      "Principal": {
        "Service": "glue.amazonaws.com"
      },
      "Action": [
        "s3:GetObject",
        "s3:PutObject"
      ],
      "Resource": "*",
      "Condition": {
        "StringEquals": {
          "aws:SourceAccount": "111111111111",
          "aws:x": [
            "a",
            1,
            true
          ]
        }
      }
    }
  ]
}`;

test("keys stand in the order of AWS, a list of one is its item", () => {
  expect(writePolicy(MIXED)).toBe(WRITTEN);
  expect(writePolicy(documentOf(MIXED))).toBe(WRITTEN);
  expect(writePolicy(MIXED, { indent: 4 })).toBe(WRITTEN.replace(/^ +/gm, "$&$&"));
});

test("lists of one as lists, or as they are", () => {
  const policy = { Statement: { Effect: "Allow", Action: "a", Resource: ["b"] } };
  const write = (singles: "list" | "as-is" | "string") => writePolicy(policy, { indent: 0, singles });
  expect(write("list")).toBe('{"Statement":{"Effect":"Allow","Action":["a"],"Resource":["b"]}}');
  expect(write("as-is")).toBe('{"Statement":{"Effect":"Allow","Action":"a","Resource":["b"]}}');
  expect(write("string")).toBe('{"Statement":{"Effect":"Allow","Action":"a","Resource":"b"}}');
});

test("all elements, set operators and everyone", () => {
  const policy = {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Deny", NotPrincipal: "*", NotAction: "a", NotResource: "b" },
      {
        Effect: "Deny",
        Principal: "*",
        Action: [],
        Resource: "c",
        Condition: { "ForAllValues:StringLikeIfExists": { k: "v", __proto__x: "w" }, Bool: { x: true }, Null: {} },
      },
    ],
  };
  const { Null, ...conditions } = policy.Statement[1]?.Condition ?? {};
  const kept = { ...policy, Statement: [policy.Statement[0], { ...policy.Statement[1], Condition: conditions }] };
  expect(JSON.parse(writePolicy(documentOf(policy)))).toEqual(kept);
  expect(JSON.parse(writePolicy(documentOf(writePolicy(policy))))).toEqual(kept);
});

test("a condition without values keeps its empty list, with which it never holds", () => {
  const text = '{"Statement":{"Effect":"Allow","Condition":{"StringEquals":{"k":[]}}}}';
  const written = JSON.parse(writePolicy(documentOf(text)));
  expect([written.Statement].flat()[0].Condition).toEqual({ StringEquals: { k: [] } });
});

test("names of Object.prototype are keys like others", () => {
  const text = '{"Statement":[{"Principal":{"__proto__":"x"},"Condition":{"__proto__":{"__proto__":"y"}}}]}';
  expect(writePolicy(documentOf(text), { indent: 0 })).toBe(text);
});

test("the size is that of the text without white space", () => {
  expect(sizeOf(MIXED)).toBe(JSON.stringify(JSON.parse(WRITTEN)).length);
  expect(sizeOf(documentOf(WRITTEN))).toBe(documentOf(WRITTEN).size);
  expect(sizeOf(documentOf(ARTICLE))).toBe(ARTICLE.replace(/\s/g, "").length);
  expect(sizeOf(MIXED, { singles: "list" })).toBe(sizeOf(MIXED) + 6);
});

test("what is strange is not in the plain form", () => {
  expect(JSON.parse(JSON.stringify(plainPolicy(documentWith({ Effect: "Allow", Foo: 1, action: ["a", 5] }))))).toEqual({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["a"] }],
  });
});

test("a key twice under one operator cannot be written", () => {
  const document = documentWith({ Effect: "Allow", Condition: { Bool: { k: true } } });
  const [statement] = document.statements;
  const twice = { ...statement!, conditions: [...statement!.conditions, ...statement!.conditions] };
  expect(() => writePolicy({ ...document, statements: [twice] })).toThrow("`Bool` has the key `k` twice");
});
