/** Policies made to hurt the linter: it answers, in time in proportion to the text. */
import { readPolicyText } from "../../../src/iam/document/read-policy";
import { type Finding, fixPolicy, lintText } from "../../../src/iam/lint";
import { growth, PROPORTIONAL, processorTime } from "../../growth";

const MILLION = 1_000_000;
/** Parts of a text whose time is measured: what grows with the square of it takes minutes. */
const SIZE = 4_000;
const policy = (statement: string) => `{"Version":"2012-10-17","Statement":[${statement}]}`;
const allow = (action: string, resource: string) => `{"Effect":"Allow","Action":${action},"Resource":${resource}}`;
const list = (count: number, item: (index: number) => string) =>
  `[${Array.from({ length: count }, (_, index) => `"${item(index)}"`).join()}]`;

describe("texts that are no policy", () => {
  const texts: readonly (readonly [string, string])[] = [
    ["nothing", ""],
    ["NUL bytes", "\u0000".repeat(1000)],
    ["nested a million deep", '{"Statement":'.repeat(MILLION)],
    ["an object in 150 others", `${'{"a":'.repeat(150)}1${"}".repeat(150)}`],
    ["a number", "1"],
  ];
  test.each(texts)("%s", (_, text) => {
    expect(lintText(text)).toMatchObject([{ rule: "not-json", severity: "error" }]);
  });
});

test("keys that stand twice", () => {
  const text =
    '{"Version":"2012-10-17","Version":"2008-10-17","Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}';
  expect([...new Set(lintText(text).map(({ rule }) => rule))]).toEqual(["not-json", "full-admin"]);
});

test("names of objects that JavaScript has", () => {
  const statement =
    '{"__proto__":1,"constructor":2,"Effect":"Allow","Action":"constructor:__proto__","Resource":"*","Condition":{"hasOwnProperty":{"toString":"x"}},"Principal":{"__proto__":"x"}}';
  expect(lintText(policy(statement)).map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(["invalid-element", "unknown-service", "invalid-operator", "unknown-condition-key"]),
  );
});

describe("within the limits of AWS", () => {
  const shapes: readonly (readonly [string, string])[] = [
    ["one pattern of stars and letters", policy(allow(`"s3:${"*a".repeat(4900)}"`, '"*"'))],
    ["a resource of stars and letters", policy(allow('"s3:*"', `"arn:aws:s3:::${"*a".repeat(4900)}"`))],
    [
      "a resource of question marks",
      policy(allow('"glue:*"', `"arn:aws:glue:${"?*".repeat(2000)}:*:table/${"*?".repeat(2000)}"`)),
    ],
    [
      "many patterns",
      policy(
        allow(
          list(900, (index) => `s3:*${index}*`),
          list(300, (index) => `*a${index}*b*`),
        ),
      ),
    ],
    [
      "many patterns of Glue",
      policy(
        allow(
          list(600, (index) => `glue:*${"abcdefghij"[index % 10]}*`),
          list(60, (index) => `arn:aws:glue:*:*:table/a${index}/*`),
        ),
      ),
    ],
    [
      "patterns over services",
      policy(
        allow(
          list(900, (index) => `*${index}:*`),
          '"*"',
        ),
      ),
    ],
    ["many statements", policy(Array.from({ length: 160 }, (_, index) => allow(`"glue:G*${index}"`, '"*"')).join())],
    [
      "many unknown names",
      policy(
        allow(
          list(600, (index) => `glue:GetX${index}`),
          '"*"',
        ),
      ),
    ],
    ["a long unknown name", policy(allow(`"glue:${"Get".repeat(3000)}"`, '"*"'))],
    ["many colons", policy(allow('"glue:GetTable"', `"arn:${"aws:".repeat(2400)}"`))],
    [
      "many slashes",
      policy(allow('"glue:GetTable"', `"arn:aws:glue:us-east-1:123456789012:table/${"a/".repeat(4600)}b"`)),
    ],
    ["open braces", policy(allow('"glue:GetTable"', `"${"${".repeat(4900)}"`))],
    [
      "many conditions",
      policy(
        `{"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"StringEquals":{${Array.from({ length: 500 }, (_, index) => `"ec2:K${index}":"*"`).join()}}}}`,
      ),
    ],
  ];

  test.each(shapes)("%s", (_, text) => {
    let findings: readonly Finding[] = [];
    const time = processorTime(() => {
      findings = lintText(text, { readsOnly: ["arn:aws:s3:::a"] });
    });
    expect(findings.length).toBeGreaterThan(0);
    expect(time / 1e6).toBeLessThan(4);
    const [found] = readPolicyText(text).policies;
    if (found !== undefined) fixPolicy(found.document, findings);
  });
});

describe("beyond the limits of AWS", () => {
  test("4 MB", () => {
    const text = policy(
      Array.from({ length: 40_000 }, (_, index) =>
        allow('"glue:GetTabel"', `"arn:aws:s3::${"*".repeat(40)}${index}"`),
      ).join(),
    );
    expect(text.length).toBeGreaterThan(4 * MILLION);
    expect(lintText(text)).toMatchObject([{ rule: "policy-too-long" }]);
  });

  const shapes: readonly (readonly [string, (size: number) => string])[] = [
    ["stars in a resource", (size) => policy(allow('"s3:*"', `"${"*".repeat(8 * size)}"`))],
    ["stars and letters in an action", (size) => policy(allow(`"${"*a".repeat(4 * size)}"`, '"*"'))],
    [
      "resources",
      (size) =>
        policy(
          allow(
            '"s3:*"',
            list(size / 2, (index) => `arn:aws:s3:::*${index}*`),
          ),
        ),
    ],
    ["statements without anything", (size) => policy(Array(size).fill("{}").join())],
    [
      "statements with one Sid",
      (size) =>
        policy(
          Array(size / 2)
            .fill('{"Sid":"a b","Effect":"No"}')
            .join(),
        ),
    ],
    [
      "unknown elements",
      (size) => policy(`{${Array.from({ length: size / 2 }, (_, index) => `"E${index}":1`).join()}}`),
    ],
    [
      "conditions",
      (size) =>
        policy(
          `{"Condition":{"StringEquals":{${Array.from({ length: size / 2 }, (_, index) => `"k${index}":"*"`).join()}}}}`,
        ),
    ],
    ["curly quotes", (size) => policy(allow(`[${"\u201cs3:*\u201d,".repeat(size / 2)}"a"]`, '"*"'))],
    [
      "principals",
      (size) => policy(`{"Principal":{${Array.from({ length: size / 2 }, (_, index) => `"k${index}":"*"`).join()}}}`),
    ],
  ];

  test.each(shapes)("twice the input takes twice the time: %s", (_, shape) => {
    expect(lintText(shape(SIZE)).map(({ rule }) => rule)).toContain("policy-too-long");
    expect(growth(shape, lintText, SIZE)).toBeLessThan(PROPORTIONAL);
  });
});
