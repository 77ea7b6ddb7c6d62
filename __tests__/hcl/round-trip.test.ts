/** What goes in comes out: random values written as HCL, read by `@cdktf/hcl2json` and by Terraform itself. */
import { spawnSync } from "node:child_process";
import { convertFiles, parse } from "@cdktf/hcl2json";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import fc from "fast-check";
import { any, list, local, map, number, object, optional, output, resource, string, TfwrightError } from "tfwright";
import { attribute, block } from "../../src/hcl/document";
import { jsonExpression } from "../../src/hcl/expression";
import { printExpression } from "../../src/hcl/print-expression";
import { isIdentifier } from "../../src/hcl/text";
import { writeBody } from "../../src/hcl/write";
import type { Json } from "../../src/json/json-value";
import { defineOne, mainOf, problemsOf, readBack, textOf, undoEscapes } from "../generate/one-module";
import { makeFolder, removeFolders } from "../render/folders";
import { testWith } from "../support/find-program";
import { evaluate } from "./evaluate";

afterAll(removeFolders);

/** What writers of HCL get wrong. */
const PIECES = [
  ...'$%{}"\\\n\r\t \u0000\u0007\u001b\u007f\u0085\u00a0\u2028\u2029\ufeff\u200b\u0301#/=,()[]<>-~',
  "${",
  "%{",
  "$${",
  "%%{",
  "${var.x}",
  "%{ if true }",
  "<<EOT",
  "EOT",
  "\nEOT\n",
  "\n  EOT\n",
  "\\u0041",
  "$$$",
  "%%",
  "--job-language",
  "é",
  "e\u0301",
  "가",
  "日本",
  "👩‍👩‍👧",
  "𝒳",
  "\u{10ffff}",
  "\u1100\u1161",
  "Å",
  "ﬁ",
  "\r\n",
  "line\n",
  "null",
];
const text = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary" })), { maxLength: 6 })
    .map((parts) => parts.join("")),
  fc
    .array(fc.constantFrom("a", " a", "", "b ", "EOT", "$", "${x}", "\t", "é"), { maxLength: 5 })
    .map((lines) => `${lines.join("\n")}\n`),
);
const figure = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }).map((value) => value + 0),
);
const key = fc.oneof(
  text,
  fc.constantFrom(
    "--job-language",
    "a",
    "null",
    "for",
    "true",
    "_x",
    "a-b",
    "1x",
    "",
    "${a}",
    "日本",
    "__proto__",
    "toString",
  ),
);
const { value: anything } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: "small", withCrossShrink: true },
    fc.oneof(text, figure, fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map(toObject),
  ),
}));

/** Keys that are one in normal form C are one key in HCL. */
function toObject(entries: readonly (readonly [string, Json])[]): Json {
  return Object.fromEntries(new Map(entries.map(([name, value]) => [name.normalize("NFC"), value])));
}

/** Texts and keys in normal form C; numbers as HCL knows them, without a negative zero. */
function normalised(value: Json): Json {
  if (typeof value === "string") return value.normalize("NFC");
  if (typeof value === "number") return value + 0;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(normalised);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name.normalize("NFC"), normalised(item)]));
}

test("locals and arguments of resources, read by hcl2json", async () => {
  await fc.assert(
    fc.asyncProperty(anything, fc.dictionary(key, text, { maxKeys: 4 }), text, async (value, tags, name) => {
      const module = defineOne({
        build(scope) {
          local(scope, "value", value as object);
          const command = { scriptLocation: name, name: `${name}x` };
          resource(scope, GlueJob, "this", { name, roleArn: name, tags, connections: [name, "b"], command });
          return {};
        },
      });
      const read = undoEscapes(await parse("main.tf", mainOf(module))) as {
        locals: [{ value: Json }];
        resource: { aws_glue_job: { this: [Record<string, unknown>] } };
      };
      const it = normalised(name);
      expect(read.locals[0].value).toEqual(normalised(value));
      expect(read.resource.aws_glue_job.this[0]).toEqual({
        name: it,
        role_arn: it,
        tags: normalised(tags),
        connections: [it, "b"],
        command: [{ script_location: it, name: normalised(`${name}x`) }],
      });
    }),
    { numRuns: 125 },
  );
});

test("defaults, descriptions and outputs, read by hcl2json", async () => {
  const type = object({ a: string(), b: optional(number()), c: list(string()), d: map(string()) });
  const known = fc.record({
    a: text,
    b: fc.option(figure),
    c: fc.array(text, { maxLength: 3 }),
    d: fc.dictionary(key, text, { maxKeys: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(anything, fc.array(known, { maxLength: 3 }), text, async (value, items, description) => {
      const module = defineOne({
        variables: {
          loose: any({ default: value as object, description }),
          items: list(type, { default: items }),
        },
        build: (_scope, v) => ({ all: output([v.loose, v.items]), value: output(value as object, { description }) }),
      });
      const read = (await readBack(module)) as unknown as {
        variable: Record<string, [{ default: Json; description?: string }]>;
        output: Record<string, [{ value: Json; description?: string }]>;
      };
      expect(read.variable.loose?.[0].default).toEqual(normalised(value));
      expect(read.variable.items?.[0].default).toEqual(normalised(items));
      expect(read.output.value?.[0].value).toEqual(normalised(value));
      expect(read.variable.loose?.[0].description).toBe(normalised(description));
      expect(read.output.value?.[0].description).toBe(normalised(description));
    }),
    { numRuns: 80 },
  );
});

test("text that is not in normal form C reads back as its normal form C", async () => {
  const module = defineOne({
    build(scope) {
      local(scope, "x", ["e\u0301", { "A\u030a": "\u1100\u1161" }, "\ufb01\u212b"]);
      return {};
    },
  });
  const read = (await readBack(module)) as unknown as { locals: [{ x: unknown }] };
  expect(read.locals[0].x).toEqual(["\u00e9", { "\u00c5": "\uac00" }, "\ufb01\u00c5"]);
});

const half = "a\ud83d";
test.each([
  [
    "sample.variables.x",
    defineOne({ variables: { x: string({ default: half }) }, build: (_s, v) => ({ a: output(v.x) }) }),
  ],
  [
    "sample.variables.x",
    defineOne({ variables: { x: string({ description: half }) }, build: (_s, v) => ({ a: output(v.x) }) }),
  ],
  [
    "sample.variables.x",
    defineOne({
      variables: { x: map(string(), { default: { [half]: "a" } }) },
      build: (_s, v) => ({ a: output(v.x) }),
    }),
  ],
  [
    "sample.variables.x",
    defineOne({ variables: { x: object({ a: string(half) }) }, build: (_s, v) => ({ a: output(v.x) }) }),
  ],
  ["sample.outputs.a", defineOne({ build: () => ({ a: output({ b: [half] }) }) })],
  ["sample.outputs.a", defineOne({ variables: { x: string() }, build: (_s, v) => ({ a: output(`${v.x}${half}`) }) })],
  [
    "sample.aws_glue_job.this.description",
    defineOne({
      build(scope) {
        resource(scope, GlueJob, "this", {
          name: "a",
          roleArn: "r",
          description: half,
          command: { scriptLocation: "s" },
        });
        return {};
      },
    }),
  ],
])("a lone surrogate is an error at %s", (path, module) => {
  expect(problemsOf(module)).toEqual([expect.objectContaining({ code: "lone-surrogate", path })]);
  expect(() => module.generate()).toThrow(TfwrightError);
});

const byTerraform = testWith("terraform");

/** Terraform composes the last letter of an escape in JSON (`\n`, `\u003c`) with a mark behind it: no fault of ours. */
const isSpoiled = (value: unknown): boolean => /(?:[<>&]|\\(?:[bfnrt]|u[0-9a-f]{4}))\p{M}/u.test(JSON.stringify(value));

test.each([
  ["\n\u0301", true],
  ["a\t\u0308", true],
  ["\u001b\u0307", true],
  ["<\u0327", true],
  ["n\u0301\n", false],
  ["a<b>&\n", false],
])("%j cannot be told by Terraform's console: %s", (text, want) => {
  expect(isSpoiled([{ a: text }])).toBe(want);
});

byTerraform("text around holes", () => {
  const fixed = [
    ["a$", "b"],
    ["a$$", "%"],
    ["$%", "{"],
    ["%%$", "${x}"],
    ["\\$", "$"],
    ["${", "}"],
    ["%{", "%"],
  ];
  const around = [
    ...fixed,
    ...fc.sample(fc.tuple(text, text), { numRuns: 200, seed: 3 }).filter((pair) => !isSpoiled(pair)),
  ];
  const module = defineOne({
    variables: { x: string({ default: "X" }) },
    build(scope, v) {
      local(
        scope,
        "whole",
        around.map(([before, after]) => `${before}${v.x}${after}${v.x}`),
      );
      return {};
    },
  });
  const folder = makeFolder([
    ["main.tf", mainOf(module)],
    ["variables.tf", textOf(module, "variables.tf")],
  ]);
  expect(evaluate(folder, "local.whole")).toEqual(
    around.map(([before, after]) => `${before}X${after}X`.normalize("NFC")),
  );
});

byTerraform("every bare name is one for Terraform", () => {
  const letters = [...Array(0x3000).keys()]
    .map((offset) => String.fromCodePoint(offset + 0x41))
    .filter((letter) => isIdentifier(`a${letter}`));
  const names = [
    ...letters.map((letter) => (isIdentifier(letter) ? letter : `a${letter}`)),
    "日本",
    "한글",
    "カナ",
    "_",
    "a-b",
  ];
  const value = Object.fromEntries(names.map((name) => [name.normalize("NFC"), 1]));
  const folder = makeFolder([
    ["main.tf", `${writeBody([block("locals", [], [attribute("x", jsonExpression(value))])])}\n`],
  ]);
  expect(Object.keys(evaluate(folder, "local.x") as object).sort()).toEqual(Object.keys(value).sort());
});

byTerraform("Terraform itself reads the same", () => {
  const values = fc.sample(anything, { numRuns: 300, seed: 7 }).filter((value) => !isSpoiled(value));
  const body = [block("locals", [], [attribute("values", jsonExpression(values))])];
  const folder = makeFolder([["main.tf", `${writeBody(body)}\n`]]);
  expect(evaluate(folder, "local.values")).toEqual(normalised(values));
});

byTerraform("terraform fmt finds nothing in what is written", async () => {
  const documents = fc.sample(fc.tuple(anything, anything, fc.dictionary(key, anything, { maxKeys: 6 }), text), {
    numRuns: 150,
    seed: 11,
  });
  const folder = makeFolder(
    documents.map(([one, two, three, comment], index) => {
      const attributes = [
        attribute("one", jsonExpression(one)),
        attribute("second", jsonExpression(two), comment.split("\n")),
        attribute("a3", jsonExpression(three)),
        attribute("call", { kind: "call", name: "concat", args: [jsonExpression(one), jsonExpression([two])] }),
        attribute("long_name", jsonExpression(comment)),
      ];
      const body = [
        block("resource", ["a", "this"], [...attributes, block("inner", [], attributes)]),
        block("locals", [], attributes),
      ];
      return [`d${index}.tf`, `${writeBody(body)}\n`] as const;
    }),
  );
  const { status, stdout } = spawnSync("terraform", ["fmt", "-check", "-diff", folder], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  expect({ status, difference: stdout.slice(0, 2000) }).toEqual({ status: 0, difference: "" });
  expect(Object.keys(await convertFiles(folder))).toEqual(["locals", "resource"]);
});

test("a text is the same in a heredoc whose lines are not indented", async () => {
  const lines = fc
    .array(fc.constantFrom("a", "  a", " ", "", "EOT", "  EOF", "TEXT", "\tx", "${x}", "%{if", "\u00a0b"), {
      maxLength: 6,
    })
    .map((some) => `${some.join("\n")}\n`);
  await fc.assert(
    fc.asyncProperty(fc.oneof(lines, text), async (value) => {
      const body = [
        block(
          "locals",
          [],
          [attribute("a", jsonExpression({ b: [1], c: value })), attribute("d", jsonExpression(value))],
        ),
      ];
      const read = await parse("main.tf", `${writeBody(body, { allHeredocs: true })}\n`);
      const [{ a, d }] = (read as { locals: [{ a: { c: string }; d: string }] }).locals;
      const texts = await Promise.all([a.c, d].map(withoutChomp));
      expect(texts.map(undoEscapes)).toEqual([value.normalize(), value.normalize()]);
    }),
    { numRuns: 300 },
  );
});

/** The text that a call of `chomp` gives, which is shown as it was written. */
async function withoutChomp(shown: string): Promise<string> {
  const heredoc = /^\$\{chomp\((<<.*)\n *\)\}$/s.exec(shown)?.[1];
  if (heredoc === undefined) return shown;
  const { locals } = (await parse("main.tf", `locals {\n  x = ${heredoc}\n}\n`)) as { locals: [{ x: string }] };
  return locals[0].x.replace(/\n$/, "");
}

test("a comment never ends early", async () => {
  await fc.assert(
    fc.asyncProperty(text, async (comment) => {
      const lines = comment.split("\n");
      const body = [
        block("locals", [], [attribute("a", jsonExpression(1), lines), attribute("b", jsonExpression(2))], lines),
      ];
      expect(await parse("main.tf", `${writeBody(body)}\n`)).toEqual({ locals: [{ a: 1, b: 2 }] });
    }),
    { numRuns: 200 },
  );
});

test("numbers are written as JavaScript writes them", () => {
  const wanted = [0, -1, 1.5, 1e21, 1e-7, 2 ** 53 - 1].map((value) => [value, String(value)]);
  expect(wanted.map(([value]) => [value, printExpression(jsonExpression(value as number))])).toEqual(wanted);
});
