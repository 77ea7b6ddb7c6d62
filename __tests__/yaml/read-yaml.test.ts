import type { JsonNode } from "../../src/json/json-node";
import { readYaml } from "../../src/yaml/read-yaml";
import { growth, PROPORTIONAL, processorTime } from "../growth";

/** A tree as the value that it stands for. */
function plain(node: JsonNode | undefined): unknown {
  if (node?.kind === "array") return node.items.map(plain);
  if (node?.kind === "object") return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
  return node?.value;
}

const read = (text: string) => plain(readYaml(text).value);

test.each([
  ["a: b", { a: "b" }],
  ["Version: 2012-10-17", { Version: "2012-10-17" }],
  ["- 012345678901\n- 12\n- 1.50\n- true\n- ~\n-", ["012345678901", "12", "1.50", true, null, null]],
  ["yes: no", { yes: "no" }],
  ["a: \"b\\u0041\"\nc: 'd'", { a: "bA", c: "d" }],
  ["a: |\n  b\n  c\n", { a: "b\nc\n" }],
  ["a: >-\n  b\n  c\n", { a: "b c" }],
  ["a: &x [1]\nb: *x", { a: ["1"], b: ["1"] }],
  ["base: &b { a: 1, c: 2 }\nd:\n  <<: *b\n  c: 3", { base: { a: "1", c: "2" }, d: { c: "3", a: "1" } }],
  ["a: !Sub '${x}/*'", { a: { "Fn::Sub": "${x}/*" } }],
  ["a: !Ref x\nb: !GetAtt x.Arn", { a: { Ref: "x" }, b: { "Fn::GetAtt": "x.Arn" } }],
  ["a: !Join ['', [b, !Ref c]]", { a: { "Fn::Join": ["", ["b", { Ref: "c" }]] } }],
  ["a: !If [x, {b: 1}, !Ref AWS::NoValue]", { a: { "Fn::If": ["x", { b: "1" }, { Ref: "AWS::NoValue" }] } }],
  ["a: !!str 1", { a: "1" }],
  ["a:\n  b: '{\n \"c\": 1\n }'\n  d: e", { a: { b: '{ "c": 1 }', d: "e" } }],
  ['a:\n  b: {"c": 1,\n"d": [\n2\n]\n}\n  e: f', { a: { b: { c: "1", d: ["2"] }, e: "f" } }],
  ["a:\n    - b: [\n  !Sub c,\n  d\n  ]\ne: f", { a: [{ b: [{ "Fn::Sub": "c" }, "d"] }], e: "f" }],
  ["a: 1\n---\nb: 2", [{ a: "1" }, { b: "2" }]],
  ["", undefined],
  ["# nothing", undefined],
])("%j", (text, expected) => expect(read(text)).toEqual(expected));

test("places are those of the text, lengths those of the JSON", () => {
  const { value } = readYaml("a:\n  - bcd\n  - 'e'\n");
  expect(value).toMatchObject({
    members: [
      {
        key: "a",
        keyStart: 0,
        keyEnd: 3,
        value: {
          items: [
            { start: 7, end: 12 },
            { start: 15, end: 18 },
          ],
        },
      },
    ],
  });
});

test("a key twice is told, and both are read", () => {
  expect(readYaml("x:\n  a: 1\n  b: 2\n  a: 3").problems).toMatchObject([
    { code: "duplicate-key", pointer: "/x/a", line: 4, column: 3, message: expect.stringContaining("at 2:3") },
  ]);
});

test.each([
  ["a: [b", 1, 6],
  ["a: b\n c: d", 1, 4],
  ["{%- if x %}\na: b\n{%- endif %}", 1, 2],
  ["\ta: b", 1, 1],
])("broken: %j", (text, line, column) => {
  const { value, problems } = readYaml(text);
  expect(value).toBeUndefined();
  expect(problems).toMatchObject([{ code: "not-yaml", line, column }]);
});

test.each([
  ["a: *x", "stands for nothing"],
  ["a: &x [*x]", "stands for itself"],
])("an alias that leads nowhere: %j", (text, words) => {
  expect(readYaml(text).problems).toMatchObject([
    { code: "not-yaml", line: 1, message: expect.stringContaining(words) },
  ]);
});

const hostile: Readonly<Record<string, string>> = {
  "aliases that double": `a0: &a0 [x]\n${Array.from({ length: 60 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join("\n")}`,
  "many aliases of a large list": `a: &a [${"x, ".repeat(5000)}]\nb: [${"*a, ".repeat(5000)}]`,
  "ten megabytes": "a: b\n".repeat(2_000_000),
  "flow lists in each other": "[".repeat(100_000),
  "closed flow lists in each other": "[".repeat(100_000) + "]".repeat(100_000),
  "lists in each other": `${"- ".repeat(100_000)}a`,
  "mappings in each other": Array.from({ length: 1000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n"),
  "keys in each other": "? ".repeat(100_000),
  "mappings on a line": "a: ".repeat(100_000),
  "aliases that nest": `a0: &a0 [x]\n${Array.from({ length: 300 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}]`).join("\n")}`,
};

test.each(Object.entries(hostile))("hostile texts are refused soon: %s", (_name, text) => {
  const time = processorTime(() => {
    expect(readYaml(text).problems).toMatchObject([{ code: "too-much" }]);
  });
  expect(time / 1e6).toBeLessThan(10);
});

test("time in proportion to the text", () => {
  const text = (size: number) => '- Effect: Allow\n  Action: [s3:GetObject, "s3:PutObject"]\n'.repeat(size / 50);
  expect(growth(text, readYaml, 40_000)).toBeLessThan(PROPORTIONAL);
});
