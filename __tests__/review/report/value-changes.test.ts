import type { Json, ValuePath } from "../../../src/json/json-value";
import { createRedactor } from "../../../src/review/redact/redactor";
import { renderMarkdown } from "../../../src/review/report/markdown";
import { renderTerminal } from "../../../src/review/report/terminal";
import { valueChanges, wholeValueChange } from "../../../src/review/report/value-changes";
import { type GivenChange, reviewOf } from "../support";
import { readStrictly } from "./strict-markdown";

interface Given {
  readonly before: Json;
  readonly after: Json;
  readonly unknown?: Json;
  readonly wasSecret?: Json;
  readonly isSecret?: Json;
  readonly replacePaths?: readonly ValuePath[];
}

/** The changes of the attribute `a`, as `path: before → after` and lines. */
function told({ before, after, unknown, wasSecret, isSecret, replacePaths = [] }: Given): readonly string[] {
  const side = (value: Json, sensitive?: Json, later?: Json) => ({
    value: { a: value },
    unknown: later === undefined ? undefined : { a: later },
    sensitive: sensitive === undefined ? undefined : { a: sensitive },
  });
  const sides = {
    before: side(before, wasSecret),
    after: side(after, isSecret ?? wasSecret, unknown),
    names: ["a"],
    replacePaths,
  };
  return valueChanges(sides, createRedactor([])).flatMap((one) => [
    one.lines.length > 0
      ? one.path
      : `${one.path}: ${one.before ?? "-"} → ${one.after ?? "-"}${one.forces ? " (forces)" : ""}`,
    ...one.lines,
  ]);
}

const statement = (Sid: string, Action: Json) => ({ Sid, Effect: "Allow", Action, Resource: "*" });
const json = (value: Json) => JSON.stringify(value);

test.each<[string, Given, readonly string[]]>([
  ["a text", { before: "t3.micro", after: "t3.large" }, ["a: t3.micro → t3.large"]],
  ["a number", { before: 1, after: 2 }, ["a: 1 → 2"]],
  ["a flag", { before: true, after: false }, ["a: true → false"]],
  ["set", { before: null, after: "x" }, ["a: - → x"]],
  ["unset", { before: "x", after: null }, ["a: x → -"]],
  ["another kind of value", { before: "1", after: ["1"] }, ['a: 1 → ["1"]']],
  ["what forces a replacement", { before: "x", after: "y", replacePaths: [["a"]] }, ["a: x → y (forces)"]],
  [
    "a part that forces it",
    { before: { b: 1, c: 1 }, after: { b: 2, c: 2 }, replacePaths: [["a", "b"]] },
    ["a.b: 1 → 2 (forces)", "a.c: 1 → 2"],
  ],
  ["known later", { before: "x", after: null, unknown: true }, ["a: - → (known after apply)"]],
  [
    "known later, and forces",
    { before: "x", after: null, unknown: true, replacePaths: [["a"]] },
    ["a: x → (known after apply) (forces)"],
  ],
  ["a part known later", { before: { b: "x" }, after: {}, unknown: { b: true } }, ["a.b: x → (known after apply)"]],
  [
    "an element known later",
    { before: ["x"], after: ["x", null], unknown: [false, true] },
    ["a", "+ (known after apply)"],
  ],
  ["a map", { before: { b: "1", c: "1" }, after: { b: "2", d: "1" } }, ["a.b: 1 → 2", "a.c: 1 → -", "a.d: - → 1"]],
  ["a key that is no name", { before: { "x y": 1 }, after: { "x y": 2 } }, ['a["x y"]: 1 → 2']],
  ["a set, by element", { before: ["x", "y", "z"], after: ["z", "w", "x"] }, ["a", "- y", "+ w"]],
  ["one element", { before: ["x"], after: ["y"] }, ["a[0]: x → y"]],
  ["twice the same", { before: ["x"], after: ["x", "x"] }, ["a", "+ x"]],
  ["another order", { before: ["x", "y"], after: ["y", "x"] }, ["a: - → (the same in another order)"]],
  [
    "another order of blocks",
    { before: [{ b: 1 }, { b: 2 }], after: [{ b: 2 }, { b: 1 }] },
    ["a: - → (the same in another order)"],
  ],
  [
    "a block of a set",
    {
      before: [
        { p: 80, c: ["x"] },
        { p: 443, c: ["x"] },
      ],
      after: [
        { p: 443, c: ["x"] },
        { p: 80, c: ["y"] },
      ],
    },
    ["a[1].c[0]: x → y"],
  ],
  [
    "blocks that the provider writes in another way",
    {
      before: [
        { p: 80, c: null, d: "" },
        { p: 443, c: null, d: "" },
      ],
      after: [
        { p: 80, c: [], d: null },
        { p: 443, c: [], d: null },
      ],
    },
    ["a: - → (the same, written in another way)"],
  ],
  [
    "several blocks of a set",
    {
      before: [
        { from: 80, to: 80, c: ["x"], d: "" },
        { from: 443, to: 443, c: ["x"], d: "" },
        { from: 22, to: 22, c: ["x"], d: "" },
      ],
      after: [
        { from: 22, to: 22, c: ["x"], d: "" },
        { from: 443, to: 443, c: ["z"], d: "" },
        { from: 80, to: 80, c: ["y"], d: "" },
      ],
    },
    ["a[2].c[0]: x → y", "a[1].c[0]: x → z"],
  ],
  [
    "several blocks, and one more and one less",
    {
      before: [
        { name: "a", value: 1, on: true },
        { name: "b", value: 1, on: true },
        { name: "c", value: 7, on: false },
      ],
      after: [
        { name: "b", value: 2, on: true },
        { name: "a", value: 2, on: true },
        { name: "d", value: 9, on: false },
        { name: "e", value: 8, on: false },
      ],
    },
    [
      "a[1].value: 1 → 2",
      "a[0].value: 1 → 2",
      "a",
      '- {"name":"c","value":7}',
      '+ {"name":"d","value":9}',
      '+ {"name":"e","value":8}',
    ],
  ],
  [
    "several blocks that have little in common",
    {
      before: [
        { a: 1, b: 1, c: 1 },
        { a: 2, b: 2, c: 2 },
      ],
      after: [
        { a: 3, b: 3, c: 1 },
        { a: 4, b: 4, c: 2 },
      ],
    },
    ["a", '- {"a":1,"b":1,"c":1}', '- {"a":2,"b":2,"c":2}', '+ {"a":3,"b":3,"c":1}', '+ {"a":4,"b":4,"c":2}'],
  ],
  [
    "several blocks with secrets are not paired",
    {
      before: [
        { name: "a", value: "s1", on: true },
        { name: "b", value: "s2", on: true },
      ],
      after: [
        { name: "a", value: "s1", on: false },
        { name: "b", value: "s2", on: false },
      ],
      wasSecret: [{ value: true }, { value: true }],
    },
    [
      "a",
      '- {"name":"a","on":true,"value":"(sensitive)"}',
      '- {"name":"b","on":true,"value":"(sensitive)"}',
      '+ {"name":"a","value":"(sensitive)"}',
      '+ {"name":"b","value":"(sensitive)"}',
    ],
  ],
  ["a block more", { before: [{ p: 80 }], after: [{ p: 80 }, { p: 443 }] }, ["a", '+ {"p":443}']],
  [
    "a policy, line by line",
    {
      before: json({ Statement: [statement("A", "s3:GetObject")] }),
      after: json({ Statement: [statement("A", "s3:*")] }),
    },
    ["a", '- "Action": "s3:GetObject"', '+ "Action": "s3:*"'],
  ],
  [
    "a statement behind others: no comma differs, and what all lines are indented by is left out",
    {
      before: json({ Statement: [statement("A", "s3:GetObject")] }),
      after: json({ Statement: [statement("A", "s3:GetObject"), statement("B", "s3:*")] }),
    },
    ["a", "+ {", '+   "Action": "s3:*"', '+   "Effect": "Allow"', '+   "Resource": "*"', '+   "Sid": "B"', "+ }"],
  ],
  ["the last of a list is removed", { before: json({ a: ["x", "y"] }), after: json({ a: ["x"] }) }, ["a", '- "y"']],
  [
    "a comma in a text stays",
    { before: json({ a: "x,", b: 1 }), after: json({ a: "y,", b: 1 }) },
    ["a", '- "a": "x,"', '+ "a": "y,"'],
  ],
  ["the indent of a script stays", { before: "if a\n  b\nfi\n", after: "if a\n  c\nfi\n" }, ["a", "-   b", "+   c"]],
  [
    "JSON in another order of keys",
    { before: '{"a":1,"b":2}', after: '{ "b": 2, "a": 1 }' },
    ["a: - → (the same, written in another way)"],
  ],
  ["a script", { before: "set -e\nrun a\n", after: "set -e\nrun b\n" }, ["a", "- run a", "+ run b"]],
  ["lines in place of one", { before: "x", after: "x\ny" }, ["a", "+ y"]],
  ["a secret", { before: "one", after: "two", wasSecret: true }, ["a: (sensitive) → (another value, sensitive)"]],
  [
    "a secret in a map",
    { before: { b: "one", c: 1 }, after: { b: "two", c: 2 }, wasSecret: { b: true } },
    ["a.b: (sensitive) → (another value, sensitive)", "a.c: 1 → 2"],
  ],
  [
    "a credential by its name",
    { before: { DB_PASSWORD: "hunter2aaa" }, after: { DB_PASSWORD: "hunter2bbb" } },
    ["a.DB_PASSWORD: (sensitive) → (another value, sensitive)"],
  ],
  [
    "a name beside its value",
    {
      before: [
        { name: "DB_PASSWORD", value: "one" },
        { name: "x", value: "1" },
      ],
      after: [
        { name: "DB_PASSWORD", value: "two" },
        { name: "x", value: "1" },
      ],
    },
    ["a: - → (another value, sensitive)"],
  ],
  [
    "a credential in JSON",
    { before: json({ password: "one", b: 1 }), after: json({ password: "two", b: 2 }) },
    ["a", '- "b": 1', '+ "b": 2', "  (sensitive lines may differ, too)"],
  ],
])("%s", (_, given, want) => {
  expect(told(given)).toEqual(want);
});

test.each<[string, Given, readonly string[]]>([
  [
    "JSON in another order of lists",
    { before: json({ A: ["x", "y"] }), after: json({ A: ["y", "x"] }) },
    ["a: - → (the same in another order)"],
  ],
  [
    "a new policy",
    { before: null, after: json({ Statement: [statement("A", "s3:*")] }) },
    ["a", "+ {", '+   "Statement": ['],
  ],
  [
    "blocks, without what is not set",
    {
      before: [
        { p: 1, q: null, r: [] },
        { p: 2, q: "" },
      ],
      after: [
        { p: 3, q: null },
        { p: 4, q: false },
      ],
    },
    ["a", '- {"p":1}', '- {"p":2}', '+ {"p":3}', '+ {"p":4}'],
  ],
  [
    "a setting whose name sounds like a secret",
    { before: [{ http_tokens: "required" }], after: [{ http_tokens: "optional" }] },
    ["a[0].http_tokens: required → optional"],
  ],
  ["a secret that is new", { before: null, after: "hunter2aaa", isSecret: true }, ["a: - → (sensitive)"]],
])("%s", (_, given, want) => {
  expect(told(given).slice(0, want.length)).toEqual(want);
});

test("marks of a set may stand in another order: what is secret in one element is secret in all", () => {
  const given = {
    before: [{ n: "a", v: "one11" }],
    after: [
      { n: "b", v: "two22" },
      { n: "a", v: "one11" },
    ],
    wasSecret: [{ v: true }],
    isSecret: [{}, { v: true }] as Json,
  };
  expect(told(given).join("\n")).not.toMatch(/one11|two22/);
});

test("names of what is known after apply are listed together", () => {
  const names = ["arn", "id", "owner_id", "x", "y", "z", "u", "v", "w", "t"];
  const before = Object.fromEntries(names.map((name) => [name, "1"]));
  const unknown = Object.fromEntries(names.map((name) => [name, true]));
  const sides = {
    before: { value: before, unknown: undefined, sensitive: undefined },
    after: { value: {}, unknown, sensitive: undefined },
    names,
  };
  expect(valueChanges(sides, createRedactor([]))).toEqual([
    { path: "arn, id, owner_id, x, y, z, u, v and 2 more", after: "(known after apply)", lines: [], forces: false },
  ]);
});

test("what forces the replacement stands first, what is known later last", () => {
  const side = (value: Json, unknown?: Json) => ({ value, unknown, sensitive: undefined });
  const changes = valueChanges(
    {
      before: side({ arn: "x", b: 1, c: 1, d: 1 }),
      after: side({ b: 2, c: 2, d: 2 }, { arn: true }),
      names: ["arn", "b", "c", "d"],
      replacePaths: [["c"]],
    },
    createRedactor([]),
  );
  expect(changes.map(({ path }) => path)).toEqual(["c", "b", "d", "arn"]);
});

test("the value of an output as a whole", () => {
  const side = (value: Json, sensitive?: true) => ({ value, unknown: undefined, sensitive });
  const redactor = createRedactor([]);
  expect(wholeValueChange({ before: side("a"), after: side("b") }, redactor)[0]).toMatchObject({
    path: "",
    before: "a",
    after: "b",
  });
  expect(
    JSON.stringify(wholeValueChange({ before: side("hunter2a", true), after: side("hunter2b", true) }, redactor)),
  ).not.toContain("hunter");
});

describe("large and hostile values", () => {
  test("are cut, in bounded time", () => {
    const lines = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}`).join("\n");
    expect(told({ before: lines("a"), after: lines("b") })).toEqual(["a", "- (20000 lines)", "+ (20000 lines)"]);
    const list = Array.from({ length: 5_000 }, (_, index) => `x${index}`);
    const changed = told({ before: list, after: list.map((item) => `${item}y`) });
    expect(changed).toHaveLength(42);
    expect(changed.at(-1)).toBe("  ... and 9960 more lines");
    expect(told({ before: "x".repeat(10_000), after: "y" })[0]?.length).toBeLessThan(2_100);
    let deep: Json = 1;
    for (let level = 0; level < 5_000; level++) deep = [deep];
    expect(told({ before: deep, after: 1 })).toHaveLength(1);
  });

  test.each([
    "```",
    "````\n- x",
    "~~~",
    "<!-- tfwright review -->",
    "</details>",
    "@team",
    "##[error]",
    "\u202e",
    "    ```",
  ])("%j makes no markup", (text) => {
    const changes: readonly GivenChange[] = [
      {
        address: "aws_instance.i",
        before: { user_data: `a\n${text}\nb` },
        after: { user_data: `a\n${text} c\n${text}\n` },
      },
      { address: "aws_instance.j", before: { tag: text }, after: { tag: `${text} ${text}` } },
    ];
    const printed = renderMarkdown(reviewOf([{ changes }]));
    expect(() => readStrictly(printed)).not.toThrow();
    expect(printed.match(/<!--/g)).toHaveLength(1);
    expect(`${printed}${renderTerminal(reviewOf([{ changes }]))}`).not.toMatch(/##\[|\u202e/);
  });
});
