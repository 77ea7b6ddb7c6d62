/** The writer: groups, alignment, comments, blocks, heredocs, keys. */
import { attribute, type Body, block, GAP } from "../../src/hcl/document";
import type { Expression } from "../../src/hcl/expression";
import { jsonExpression } from "../../src/hcl/expression";
import { escapeQuoted, isIdentifier, printKey, readHeredoc } from "../../src/hcl/text";
import { printType, printTypeFlat, type TypeConstraint } from "../../src/hcl/type";
import { writeBody } from "../../src/hcl/write";
import type { Json } from "../../src/json/json-value";

const json = (value: Json) => jsonExpression(value);
const ref = (address: string): Expression => ({ kind: "reference", address });

const call = (name: string, ...args: readonly Expression[]): Expression => ({ kind: "call", name, args });
const ITEM = { kind: "binding", id: 1, hint: "item" } as const;
const LOOP: Expression = { kind: "for", value: ITEM, collection: ref(`var.${"x".repeat(70)}`), result: ITEM };
const LONG_LIST = json(["x".repeat(60), "y".repeat(60)]);
const LONG = `  "${"x".repeat(60)}",\n  "${"y".repeat(60)}",\n`;

const bodies: readonly (readonly [string, Body, string])[] = [
  ["nothing", [], ""],
  [
    "equals signs in one column",
    [attribute("a", json(1)), attribute("long_name", json("x"))],
    'a         = 1\nlong_name = "x"',
  ],
  [
    "a value of several lines ends a column",
    [attribute("a", json(1)), attribute("tags", json({ a: "1", bcd: "2" })), attribute("long_name", json(2))],
    'a = 1\ntags = {\n  a   = "1"\n  bcd = "2"\n}\nlong_name = 2',
  ],
  [
    "a heredoc does not",
    [attribute("a", json(1)), attribute("text", json("x\ny\n")), attribute("long_name", json(2))],
    "a         = 1\ntext      = <<-EOT\n  x\n  y\nEOT\nlong_name = 2",
  ],
  ["a gap", [attribute("count", json(1)), GAP, attribute("a", json(2))], "count = 1\n\na = 2"],
  [
    "a comment, and it ends a column",
    [attribute("a", json(1)), attribute("long_name", json(2), ["why", "", "\rnot code"])],
    "a = 1\n# why\n#\n#  not code\nlong_name = 2",
  ],
  [
    "blocks: empty, nested, with labels and comments",
    [
      attribute("a", json(1)),
      block("empty", [], []),
      block(
        "data",
        ["t", "n"],
        [attribute("a", json(1)), block("inner", [], [attribute("b", json(2))])],
        ["first", "second"],
      ),
    ],
    'a = 1\n\nempty {}\n\n# first\n# second\ndata "t" "n" {\n  a = 1\n\n  inner {\n    b = 2\n  }\n}',
  ],
  [
    "locals are airy",
    [
      block(
        "locals",
        [],
        [
          attribute("a", json(1)),
          attribute("b", json({ c: 1, d: 2 })),
          attribute("e", json(2)),
          attribute("f", json(3), ["why"]),
        ],
      ),
    ],
    "locals {\n  a = 1\n\n  b = {\n    c = 1\n    d = 2\n  }\n\n  e = 2\n\n  # why\n  f = 3\n}",
  ],
  [
    "a heredoc in a block",
    [block("x", [], [attribute("text", json("a\n\n  b ${c}\n"))])],
    "x {\n  text = <<-EOT\n    a\n\n      b $${c}\n  EOT\n}",
  ],
  [
    "lists and calls beyond the width",
    [
      attribute("list", json(Array.from({ length: 4 }, (_, index) => `${"x".repeat(30)}${index}`))),
      attribute("call", {
        kind: "call",
        name: "merge",
        args: [ref("var.a"), json({ a: "x".repeat(60), b: "y".repeat(60) })],
      }),
    ],
    [
      `list = [\n${[0, 1, 2, 3].map((index) => `  "${"x".repeat(30)}${index}",\n`).join("")}]`,
      `call = merge(var.a, {\n  a = "${"x".repeat(60)}"\n  b = "${"y".repeat(60)}"\n})`,
    ].join("\n"),
  ],
  [
    "a call around a loop, with lists of texts behind it",
    [attribute("around", call("coalesce", call("concat", LOOP, json(["z", "and"]))))],
    `around = coalesce(concat([\n  for item in var.${"x".repeat(70)} : item\n], ["z", "and"]))`,
  ],
  [
    "calls around a list, with texts and numbers behind it",
    [
      attribute("around", call("replace", call("join", json(" "), LONG_LIST), json("a"), json("b"))),
      attribute(
        "twice",
        call("substr", call("replace", call("flatten", LONG_LIST), json("a"), json("b")), json(0), json(9)),
      ),
      attribute("not", call("replace", call("join", json(" "), LONG_LIST), ref("var.a"), json("b"))),
    ],
    [
      `around = replace(join(" ", [\n${LONG}]), "a", "b")`,
      `twice = substr(replace(flatten([\n${LONG}]), "a", "b"), 0, 9)`,
      `not = replace(\n  join(" ", [\n${LONG.replace(/^/gm, "  ")}]),\n  var.a,\n  "b"\n)`,
    ].join("\n"),
  ],
];

test.each(bodies)("body: %s", (_name, given, want) => {
  expect(writeBody(given)).toBe(want);
});

test.each([
  ["plain", "plain"],
  ["_x", "_x"],
  ["a-b", "a-b"],
  ["日本", "日本"],
  ["é", "é"],
  ["", '""'],
  ["--job-language", '"--job-language"'],
  ["1x", '"1x"'],
  ["a b", '"a b"'],
  ["a.b", '"a.b"'],
  ["null", '"null"'],
  ["true", '"true"'],
  ["for", '"for"'],
  ['a"b', '"a\\"b"'],
  ["${x}", '"$${x}"'],
  ["👩", '"\\U0001f469"'],
  ["e\u0323", '"\\u1eb9"'],
])("key %j is written %s", (key, want) => {
  expect(printKey(key)).toBe(want);
});

test.each([
  ["_a", true],
  ["a1-b", true],
  ["日本", true],
  ["", false],
  ["1a", false],
  ["-a", false],
  ["a b", false],
  ["a.b", false],
  ["\u{30c0a}", false],
])("%j is a name: %s", (name, want) => {
  expect(isIdentifier(name)).toBe(want);
});

test.each([
  ["$", "$"],
  ["${", "$${"],
  ["$${", "$$${"],
  ["%{%%{", "%%{%%%{"],
  ["$ {", "$ {"],
  ['"\\\n\r\t', '\\"\\\\\\n\\r\\t'],
  ["\u0000\u007f\u0085\u2028\ufeff", "\\u0000\\u007f\\u0085\\u2028\\ufeff"],
])("%j in quotes is %s", (text, want) => {
  expect(escapeQuoted(text)).toBe(want);
});

test.each<[string, readonly string[], boolean]>([
  ["a\nb\n", ["a", "b"], true],
  ["a\n\n  b\n", ["a", "", "  b"], true],
  ["a ${b}\n%{c}\n", ["a $${b}", "%%{c}"], true],
  ["a\n  EOT \n", ["a", "  EOT "], true],
  ["a\tb\nc\n", ["a\tb", "c"], true],
  // Terraform leaves a line of spaces and tabs as it is, and takes away what all other lines begin with.
  ["a\n \nb\n", ["a", " ", "b"], true],
  [" \n\t\na\n  b\n", [" ", "\t", "a", "  b"], true],
  ["  a\n  b\n", ["  a", "  b"], false],
  ["a\n\u00a0\nb\n", ["a", "\u00a0", "b"], false],
  ["a\n\tb\n", ["a", "\tb"], false],
  ["a\n\u00a0b\n", ["a", "\u00a0b"], false],
])("%j as a heredoc", (text, lines, isIndented) => {
  const hasLinesOfSpaces = lines.some((line) => /^[ \t]+$/.test(line));
  expect(readHeredoc([text])).toEqual({ lines, isIndented, hasLinesOfSpaces });
});

test.each(["a\n", "a\nb", "a\r\nb\n", "a\u0007\nb\n", "\n\n"])("%j is no heredoc", (text) => {
  expect(readHeredoc([text])).toBeUndefined();
});

test.each([
  ["a\nEOT\n", "<<-EOF\n  a\n  EOT\nEOF"],
  ["a\n        \n\n \n  b\n", "<<-EOT\n  a\n        \n\n \n    b\nEOT"],
  ["a\n  EOT \nEOF\n", "<<-TEXT\n  a\n    EOT \n  EOF\nTEXT"],
  ["TEXT\nEOT\nEOF\nTEXT1\n", "<<-TEXT2\n  TEXT\n  EOT\n  EOF\n  TEXT1\nTEXT2"],
  ["a EOT\nEOT2\n", "<<-EOT\n  a EOT\n  EOT2\nEOT"],
  ["all:\n\tcc $${x}\n", "<<EOT\nall:\n\tcc $$${x}\nEOT"],
  ["  a\n    EOT\n", "<<EOF\n  a\n    EOT\nEOF"],
])("%j has a marker that it does not hold", (text, want) => {
  expect(writeBody([attribute("a", json(text))], { allHeredocs: true })).toBe(`a = ${want}`);
});

test.each(["a\n \nb\n", "\t\na\n"])("%j is in quotes where someone may indent what is written", (text) => {
  expect(writeBody([attribute("a", json(text))])).toBe(`a = ${JSON.stringify(text)}`);
});

test("lines that may not be indented stand at the margin, or in quotes where someone may indent them", () => {
  const body = [
    block("x", [], [attribute("a", json({ b: "all:\n\tcc\n", d: 1 })), attribute("c", json("  d\n  e\n"))]),
  ];
  expect(writeBody(body, { allHeredocs: true })).toBe(
    "x {\n  a = {\n    b = <<EOT\nall:\n\tcc\n    EOT\n    d = 1\n  }\n  c = <<EOT\n  d\n  e\n  EOT\n}",
  );
  expect(writeBody(body)).toBe('x {\n  a = {\n    b = "all:\\n\\tcc\\n"\n    d = 1\n  }\n  c = "  d\\n  e\\n"\n}');
});

const STRING: TypeConstraint = { kind: "string" };
test.each<[TypeConstraint, string, string]>([
  [STRING, "string", "string"],
  [{ kind: "list", element: { kind: "map", element: { kind: "number" } } }, "list(map(number))", "list(map(number))"],
  [{ kind: "tuple", elements: [STRING, { kind: "bool" }] }, "tuple([string, bool])", "tuple([string, bool])"],
  [{ kind: "object", attributes: {} }, "object({})", "object({})"],
  [
    {
      kind: "set",
      element: {
        kind: "object",
        attributes: { a: { type: STRING }, long: { type: STRING, optional: true, default: "x" } },
      },
    },
    'set(object({\n  a    = string\n  long = optional(string, "x")\n}))',
    "set(object({ a = string, long = optional(string) }))",
  ],
  [
    {
      kind: "object",
      attributes: {
        a: {
          type: { kind: "object", attributes: { b: { type: STRING } } },
          optional: true,
          default: { b: "x", c: "y" },
        },
      },
    },
    'object({\n  a = optional(\n    object({\n      b = string\n    }),\n    {\n      b = "x"\n      c = "y"\n    }\n  )\n})',
    "object({ a = optional(object({ b = string })) })",
  ],
])("type %#", (type, want, flat) => {
  expect(printType(type)).toBe(want);
  expect(printTypeFlat(type)).toBe(flat);
});
