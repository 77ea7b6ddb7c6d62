import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import fc from "fast-check";
import { attribute, block } from "../../src/hcl/document";
import { readHcl, readHclExpression, walkSyntax } from "../../src/hcl/read";
import { writeBody } from "../../src/hcl/write";
import { growth, PROPORTIONAL } from "../growth";
import { BINDING_NAMES, expression, texts } from "./random-expressions";
import { loosely, structureOf, structureOfWritten, told } from "./read-support";

const ROOT = join(__dirname, "../..");

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(tf|tftest\.hcl)$/.test(entry.name) ? [path] : [];
  });
}

/** What both readers make of a text; undefined where it is broken. */
async function both(text: string): Promise<readonly [ours: unknown, theirs: unknown]> {
  const { body, problems } = readHcl(text);
  const ours = problems.length > 0 ? undefined : loosely(told(body, text));
  const theirs = await parse("main.tf", text).then(loosely, () => undefined);
  return [ours, theirs];
}

test("files that we generate are read as hcl2json reads them", async () => {
  const files = ["generated", "__tests__/golden/generated", "examples"].flatMap((folder) =>
    filesBelow(join(ROOT, folder)),
  );
  expect(files.length).toBeGreaterThan(50);
  // Many are alike: `versions.tf`, the outputs of examples. Of the others a sample is read, another one by `npm run fuzz`.
  const fileOf = new Map(files.map((file) => [readFileSync(file, "utf8"), file]));
  const [sample = []] = fc.sample(fc.shuffledSubarray([...fileOf], { minLength: 150, maxLength: 150 }), 1);
  for (const [text, file] of sample) {
    const [ours, theirs] = await both(text);
    expect({ file, read: ours }).toEqual({ file, read: theirs });
  }
});

const nasty: readonly string[] = [
  'a = "x${var.b}y"\nb=1',
  'resource "a" b {\n  c { d = 1 }\n  c {}\n}\n',
  "a = <<EOT\n  x ${var.y}\n\ty\n  EOT\nb = 2\n",
  "a = <<-EOT\n    x\n\n      y ${var.z}\n  ${var.w} z\n    EOT\n",
  "a = <<-EOT\n    x\n  \n      y\n    EOT\n",
  "a = <<-EOT\n\tx\n\t\ty\n\tEOT\n",
  'a = <<EOT\n"quotes" \\n \\ $${x} %%{y} $ % $$ %%\nEOT\n',
  "a = [<<EOT\nx\nEOT\n, 1]\n",
  "a = f(<<EOT\nx\nEOT\n)\n",
  "a = <<EOT\nEOT\n",
  "a = <<EOT\r\nx\r\nEOT\r\nb = 1\r\n",
  "a = <<EOT\nEOTX\nEOT y\n EOT\n",
  'a = "${x ? "a${b}" : "c}"}"\n',
  'a = "\\u00e9\\U0001F600\\n\\t\\"\\\\"\n',
  'a = "$${b} %%{c} $$$${d} $ % {"\n',
  'a = "%{ if x }y%{ else }z%{ endif }%{ for a, b in c ~} ${a} %{~ endfor }"\n',
  'a = "  ${~ x ~}  y"\n',
  'a = { b = 1, c : 2\n d = 3,\n\n (e) = 4, "f" = 5, true = 6, 7 = 8 }\n',
  "a = {\n # one\n b = 1 # two\n // three\n c = 2 /* four */\n}\n",
  "a = [\n # one\n 1, # two\n 2\n # three\n]\n",
  "a = { for k, v in x : k => v... if v != null }\n",
  "a = [ for v in x : v ]\n",
  "a = {\n for v in x : v => 1\n}\n",
  'a = x[0].b["c"][*].d.0.e.*.f\n',
  "a = (\n 1 +\n 2 )\n",
  "a = -x.y - -1\n",
  "a = !x && y || z == 1 ? a : b ? c : d\n",
  "a = 1 + 2 * 3 - 4 / x % 6 <= 7\n",
  "a = f(1, [2], g(x...)...)\n",
  "a = merge({}, values(x)...)\nb = [f(g()...), f(\n  h(1),\n  [2]...\n)]\n",
  "a = { for k, v in x : k => f(v)... if v }\n",
  "a = provider::aws::arn_parse(x)\n",
  "a = 1 # comment",
  "/* a\n b */ a = 1 /* c */\n",
  "a-b = c-d\n_x = _y\n",
  "日本 = 가\n",
  'a = "é"\n',
  "\ufeffa = 1\n",
  "a=1e3\nb=1.5e-2\nc=007\n",
  "a = null\nb = true\nc = nulls\n",
  "",
  "\n\n# only a comment\n",
  // Broken:
  ..."a = |a|a = [1|a = [1...]|a = f(1|a = 1 b = 2|a {|a }|= 1|a = 'x'|a = “x”|a = {b}|a = {a=1 b=2}|a b|a = 1..2".split(
    "|",
  ),
  ...'a = "|a = "x\ny"|a = "${|a = "${}"|a = "\\q"|a = <<EOT\nx\n|a = <<\nx\n|/* a|a = x.|a = x[|a = x ? y|a = 1 +'.split(
    "|",
  ),
  'x "${a}" {}',
  "a = [for x y : z]",
  "a = {for x in y : z}",
  'a = "%{ when }"',
  "a { b = 1, c = 2 }",
];

test.each(nasty)("as hcl2json: %j", async (text) => {
  const [ours, theirs] = await both(text);
  expect(ours).toEqual(theirs);
});

const piece = fc.constantFrom(
  ...["a", "b = 1", "=", "1", '"', "${", "}", "{", "[", "]", "(", ")", ",", ":", "?", "\n", " ", "#", "/*", "*/", "//"],
  ...[
    "<<EOT\n",
    "<<-EOT\n",
    "EOT\n",
    "  ",
    "\t",
    "\\n",
    "$${",
    "%{",
    "~",
    "if",
    "for",
    " in ",
    "=>",
    "...",
    "x.y",
    "[*]",
  ],
  ...["null", "-", "!", "+", "&&", 'l "m" {', "é", "\r\n", "f(", "g(x)", '"c"', "endif", "e = ["],
);

test("random pieces never crash the reader; what both read is the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
      const text = pieces.join("");
      const [ours, theirs] = await both(text);
      if (ours !== undefined && theirs !== undefined) expect(ours).toEqual(theirs);
      if (theirs !== undefined) expect(ours).toBeDefined();
    }),
    { numRuns: 1500 },
  );
});

test("what our writer writes is read with the same structure", () => {
  fc.assert(
    fc.property(fc.array(expression, { maxLength: 4 }), texts, (values, comment) => {
      const attributes = values.map((value, index) => attribute(`a${index}`, value, comment.split("\n")));
      const text = writeBody([block("resource", ["x", "y z"], [...attributes, block("inner", [], attributes)])]);
      const { body, problems } = readHcl(text);
      expect({ text, problems }).toEqual({ text, problems: [] });
      const read = body[0]?.kind === "block" ? body[0].body : [];
      const found = read.flatMap((item) => (item.kind === "attribute" ? [structureOf(item.value)] : []));
      expect(found).toEqual(values.map((value) => structureOfWritten(value, BINDING_NAMES)));
    }),
    { numRuns: 500 },
  );
});

test("nodes know where they stand", () => {
  const text = 'resource "a" "b" {\n  c = [var.x, "y${local.z}"] # why\n  # alone\n}\n';
  const { body, comments, lines } = readHcl(text);
  const seen: string[] = [];
  const resource = body[0];
  if (resource?.kind !== "block" || resource.body[0]?.kind !== "attribute") throw new Error("not read");
  walkSyntax(resource.body[0].value, ({ start, end }) => seen.push(text.slice(start, end)));
  expect(seen).toEqual(['[var.x, "y${local.z}"]', "var.x", "var", '"y${local.z}"', "local.z", "local"]);
  expect(lines.at(resource.body[0].value.start)).toEqual({ line: 2, column: 7 });
  expect(comments.map(({ text, isOnOwnLine: alone }) => [text, alone])).toEqual([
    ["why", false],
    ["alone", true],
  ]);
});

test("runs lead from the decoded text to the file", () => {
  const text = 'a = <<-EOT\n    x$${y}\n      "z"\n    EOT\n';
  const item = readHcl(text).body[0];
  if (item?.kind !== "attribute" || item.value.kind !== "literal") throw new Error("not read");
  const { value, runs = [] } = item.value;
  const at = String(value).indexOf('"z"');
  const run = runs.findLast((one) => one.at <= at);
  expect(value).toBe('x${y}\n  "z"\n');
  expect(text.slice((run?.from ?? 0) + at - (run?.at ?? 0)).startsWith('"z"')).toBe(true);
});

test("what is broken is one problem, and the next block is read", () => {
  const text = 'a "b" {\n  c = [1 2]\n  d = 1\n}\n\ne "f" {\n  g = 1\n}\nh "i" {\n  j = "open\n}\nk "l" {}\n';
  const { body, problems } = readHcl(text);
  expect(body.map((item) => (item.kind === "block" ? item.type : item.name))).toEqual(["e", "k"]);
  expect(problems).toEqual([
    expect.objectContaining({ line: 2, column: 10, message: "expected `,` or `]`, found `2`" }),
    expect.objectContaining({ line: 10, column: 7, message: "the string that starts here is not closed on its line" }),
  ]);
});

test("a block is read on whose first line what is broken before it ends", () => {
  const { body, problems } = readHcl('a = [1,\ne "f" {\n  g = 1\n}\n');
  expect(body).toEqual([expect.objectContaining({ type: "e", labels: ["f"] })]);
  expect(problems).toEqual([expect.objectContaining({ line: 2, column: 3 })]);
});

test("one expression alone", () => {
  expect(readHclExpression("a.b")).toMatchObject({ kind: "attribute", name: "b" });
  expect(readHclExpression("a b")).toMatchObject({
    message: "expected the end of the expression, found `b`",
    column: 3,
  });
});

test.each([
  ['"a %{ if x } b"', "`%{ if ... }` has no `%{ endif }`"],
  ['"%{ for x in y }${x}"', "`%{ for ... }` has no `%{ endfor }`"],
  ['"%{ endif }"', "`%{ endif }` has no `%{ if ... }` before it"],
  ['"%{ if x }%{ for y in z }%{ endif }%{ endfor }"', "`%{ endif }` has no `%{ if ... }` before it"],
  ['"%{ if x }a%{ else }b%{ else }c%{ endif }"', "`%{ else }` has no `%{ if ... }` before it"],
  ['"%{ for x in y }%{ else }%{ endfor }"', "`%{ else }` has no `%{ if ... }` before it"],
  ['"%{ endfor }"', "`%{ endfor }` has no `%{ for ... }` before it"],
])("%s, which Terraform refuses", (text, message) => {
  expect(readHclExpression(text)).toMatchObject({ message });
  expect(readHcl(`a = ${text}\n`).problems).toEqual([expect.objectContaining({ message })]);
});

test.each([
  '"%{ if x }a%{ else }%{ if y }b%{ else }c%{ endif }%{ endif }"',
  '"%{ for x in y }%{ if x }a%{ endif }%{ endfor }%{ if z }b%{ endif }"',
])("%s", (text) => {
  expect(readHclExpression(text)).toMatchObject({ kind: "template" });
});

const hostile: Readonly<Record<string, (size: number) => string>> = {
  brackets: (size) => `a = ${"[".repeat(size)}`,
  blocks: (size) => "a {\n".repeat(size),
  holes: (size) => `a = ${'"${'.repeat(size)}`,
  minus: (size) => `a = ${"-".repeat(size)}1`,
  dots: (size) => `a = b${".c".repeat(size)}`,
  plus: (size) => `a = 1${"+1".repeat(size)}`,
  conditionals: (size) => `a = ${"x ? y : ".repeat(size)}z`,
  comments: (size) => `a = 1${" /* */".repeat(size)}\nb = [1${" ".repeat(size)}`,
  "open heredocs": (size) => "r {\na = <<EOT\n".repeat(size),
  "heredocs in holes": (size) => `${'x {\na = "${<<EOT\n'.repeat(size)}EOT\n}\n"\n`,
  "open comments": (size) => "r {\n/*\n".repeat(size * 50),
  "broken blocks": (size) => "r {\n  a = ]\n}\n".repeat(size),
  signs: (size) => `a = "${"$%".repeat(size)}"`,
  "trimmed holes": (size) => `a = "${" ${~ x ~} ".repeat(size)}"`,
  "empty lines": (size) => `a = <<-EOT\n${"  \n".repeat(size)}EOT\n`,
};

test.each(Object.entries(hostile))("hostile text takes time in proportion: %s", (_name, make) => {
  for (const size of [1, 10]) readHcl(make(size));
  expect(growth(make, readHcl, 2_500)).toBeLessThan(PROPORTIONAL);
});
