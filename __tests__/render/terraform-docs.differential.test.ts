/**
 * The README block against the real terraform-docs: random modules, ordinary and hostile, are written as HCL to
 * temporary folders, terraform-docs runs over each, and every byte is compared.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { type DocsInput, renderTerraformDocs } from "../../src/render/terraform-docs";
import { describeWithProgram } from "../support/find-program";

const MODULES = 300;
const SEED = 20;

/** A `resource` or `data` block; without `explicit` the provider is that of the type's first word. */
interface Resource {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly explicit?: { readonly name: string; readonly alias?: string };
}

/** What the folder holds; {@link toDocsInput} is what the renderer is given of it. */
type Folder = Pick<DocsInput, "requiredVersion" | "requiredProviders" | "modules" | "inputs" | "outputs"> & {
  readonly resources: readonly Resource[];
};

/** Single characters that mean something to Markdown, HCL, JSON, Go or a URL. */
const CHARACTERS = [
  ..."_|`*<>&#[](){}\\\"'$%~-=:;,.!?/@^+ \n\r\t\f\v\b\0\x7f\x1b",
  ..."\u0085\u00a0\u2003\u2028\u2029\ufeff\u200bé日本語😀ſK§¿‡\u061d\ue000\u{f0000}\u{e0001}",
];
const FRAGMENTS = [
  "e\u0301 A\u030a \u212b \u0958 ~\r\n~\n\n~\n\n\n~  \n~    \n~\n  ~\n- ~\n\t~ \n ~      \n\n~      \n",
  "``~```~````~```hcl\nx_y = 1\n```~```\na|b_c\r\n\n```~`a_b|c`~`open_tick~ `` ~```\n```~a_b __cd__ e_f _gh_ i",
  "__x__~ __x__ ~ _a_ ~ _ab_ ~ __ab c_d__ ~ _😀_ ~\n__ x~\n _ ~_\n~___~snake_case_word~‡‡‡DONTESCAPE‡‡‡",
  "${~%{~$${~%%{~$$${~${var.a_b}~%{ if x }~$~%~$1~$&~$`~\\n~\\u0041~\\\\~\\_~<br/>~<pre>~</pre>~| --- |~n/a",
  "https://x.y/a_b~http://a.b/c\\d~s3://a_b/c_d~arn:aws:s3:::a_b~HTTPS://X_Y.z~mailto:a_b@c.d~tel:1_2~hotel:a_b",
  "https://a_b.c/(d_e)f_g~https://a/[x_(y)_z]~https://a/{b_{c_d}}_.~https://a_/(b_~jdbc:x_y~jdbc://h_x/y_z",
  "git::ssh://git@h/a_b.git?x_y=1#z_~file:_a_b~file://(a_~web+ap://x_y~z39.50r://a_b~coap+tcp://_~data://_。",
  "<https://a.b/c_d>~(https://a.b/c_d)~**https://a.b/c_d**~https://a.b/c_d|e_f~https://é_日_~http://_¿~http://\\\u061d~http://\\¿",
  "* item_one\n* item_two~1. a\n2. b~## Inputs~\n\n    code_block\n~Line one.\nline_two.\n\nParagraph_two.",
].flatMap((line) => line.split("~"));
const WORDS = "S3 paths of the job_name to run as `glue_job` true|false see https://aws.com/a_b .".split(" ");

const oneOf = <T>(...items: readonly T[]) => fc.constantFrom(...items);
const hostile = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(oneOf(...CHARACTERS, ...FRAGMENTS, ..."abc"), { maxLength: 9 }).map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: oneOf(..."_ a`|\n\\"), maxLength: 24 }) },
);
const ordinary = fc.array(oneOf(...WORDS), { maxLength: 12 }).map((words) => words.join(" "));
const text = fc.oneof(ordinary, hostile);

const name = fc.oneof(
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,8}$/),
  oneOf("a", "B", "a_b", "ab", "a-b", "__x__", "é", "\uff41", "\u{10400}", "name", "Name", "s3_targets"),
);
const unique = <T extends { readonly name: string }>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(arbitrary, { maxLength, selector: (item) => item.name });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  oneOf(0, -0, 1e30, 1e21, 1e20, 1e-6, 1e-7, 12345678901234567000, 0.1, -1.5, 1e100, 5e-324, 1.7976931348623157e308),
);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(text, number, fc.boolean(), fc.constant(null), oneOf("", "http://a.b/c\\d", "a_b|c")),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(fc.oneof(name, text, oneOf("10", "9")), tie("value")), { maxLength: 3 }).map(Object.fromEntries),
  ),
})).value;

const type = fc.letrec<{ type: string }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3 },
    oneOf("string", "number", "bool", "any"),
    fc.tuple(oneOf("list", "set", "map"), tie("type")).map(([kind, inner]) => `${kind}(${inner})`),
    fc
      .array(fc.tuple(oneOf("a", "b_c", "name"), tie("type"), maybe(text), fc.boolean()), { maxLength: 3 })
      .chain((fields) =>
        oneOf("\n", "\n    ", "\r\n  ", " ").map((gap) => {
          const lines = fields.map(([key, inner, fallback, optional]) => {
            const field =
              fallback === undefined ? `optional(${inner})` : `optional(${inner}, ${writeString(fallback)})`;
            return `${key} = ${optional ? field : inner}`;
          });
          return lines.length === 0 ? "object({})" : `object({${gap}${lines.join(gap === " " ? ", " : gap)}${gap}})`;
        }),
      ),
  ),
})).type;

const providerNames = ["aws", "random", "null", "acme", "google-beta", "terraform", "http", "Zed"];
const provider = fc.record({
  name: oneOf(...providerNames),
  source: maybe(
    oneOf("hashicorp/aws", "acme/a_b", "registry.acme.com/acme/acme", "example.com:8080/a/b", "aws", "cafe\u0301/x"),
  ),
  version: maybe(
    oneOf(
      ...">= 6.0;= 6.34.0;6.34.0;=6.34.0;=  1.0; 1.0;~> 5.0, != 5.1.0;1.0,<2;>= 1 \n\n\n\n, < 2  \n;|;~>5".split(";"),
    ),
  ),
});
const resource: fc.Arbitrary<Resource> = fc.record({
  mode: oneOf("managed", "data"),
  type: oneOf(
    ..."aws_iam_policy aws_iam_policy_document aws_s3_bucket null_resource http terraform_data acme_x_y Zed_a".split(
      " ",
    ),
  ),
  name: oneOf("this", "current", "a_b", "B", "a-b", "é"),
  explicit: maybe(fc.record({ name: oneOf(...providerNames), alias: maybe(oneOf("west", "a_b", "Z")) })),
});
const source = fc.oneof(
  oneOf(
    ..."../other ./a_b terraform-aws-modules/vpc/aws app.terraform.io/a/b/c a|b_c git::https://x/y_z.git//a_b?ref=v1".split(
      " ",
    ),
    ..."git::ssh://h/x.git?ref= x?ref=a?ref=b x?ref=a?ref= ?ref= x?depth=1&ref=y x?ref=y&depth=1".split(" "),
  ),
  text,
);

const folder: fc.Arbitrary<Folder> = fc.record({
  requiredVersion: maybe(oneOf(">= 1.5.0", "~> 1.9, < 2.0.0", "1.9.0", "= 1.9.0")),
  requiredProviders: unique(provider, 4),
  modules: unique(fc.record({ name, source, version: maybe(oneOf("1.2.3", "~> 5.0", "")) }), 4),
  resources: fc.uniqueArray(resource, { maxLength: 6, comparator: isSameBlock }),
  inputs: unique(
    fc.record({ name, description: maybe(text), type: maybe(type), default: maybe(fc.record({ value: json })) }),
    7,
  ),
  outputs: unique(fc.record({ name, description: maybe(text) }), 4),
});

function providerOf({ type, explicit }: Resource): { readonly name: string; readonly alias?: string } {
  return explicit ?? { name: type.split("_")[0] ?? type };
}

/** Terraform refuses two blocks of one type and name; two of one address terraform-docs does not keep apart. */
function isSameBlock(a: Resource, b: Resource): boolean {
  if (a.mode !== b.mode || a.name !== b.name) return false;
  const [one, other] = [a, b].map((block) => `${providerOf(block).name}_${block.type}`.replace(/^(.+_)\1/, "$1"));
  return a.type === b.type || one === other;
}

function toDocsInput({ resources, ...rest }: Folder): DocsInput {
  return {
    ...rest,
    usedProviders: resources.map(providerOf),
    resources: resources.map((block) => ({ ...block, provider: providerOf(block).name })),
  };
}

/** `$` or `%` before `{` is doubled; one before its like is written by number, lest the two be read as such a pair. */
function writeString(value: string): string {
  const escapes: Record<string, string> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const chars = Array.from(value);
  const body = chars.map((char, index) => {
    const next = chars[index + 1];
    const isSigil = char === "$" || char === "%";
    if (isSigil && next === "{") return char + char;
    const byNumber = (isSigil && next === char) || /\p{Cc}/u.test(char);
    return escapes[char] ?? (byNumber ? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}` : char);
  });
  return `"${body.join("")}"`;
}

function writeValue(value: unknown): string {
  if (typeof value === "string") return writeString(value);
  if (Array.isArray(value)) return `[${value.map(writeValue).join(", ")}]`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  return `{\n${Object.entries(value)
    .map(([key, item]) => `${writeString(key)} = ${writeValue(item)}\n`)
    .join("")}}`;
}

function writeBlock(head: string, body: readonly (readonly [name: string, expression: string | undefined])[]): string {
  const lines = body.flatMap(([key, expression]) => (expression === undefined ? [] : [`  ${key} = ${expression}\n`]));
  return `${head} {\n${lines.join("")}}\n`;
}

const optionally = (value: string | undefined) => (value === undefined ? undefined : writeString(value));

/** Blocks that terraform-docs does not list. */
const UNLISTED = `
locals {
  x_y = 1
}
moved {
  from = aws_x.a
  to   = aws_x.b
}
removed {
  from = aws_x.c
}
import {
  to = aws_x.d
  id = "x"
}
provider "aws" {
  alias = "spare"
}
check "health" {
  assert {
    condition     = true
    error_message = "no"
  }
}
ephemeral "aws_secret" "x" {
}
`;

function writeFolder(module: Folder): Record<string, string> {
  const requirements = module.requiredProviders.map(({ name: key, source: from, version }) => {
    const pairs = Object.entries({ source: from, version }).filter(([, item]) => item !== undefined);
    const body = pairs.map(([argument, item = ""]) => `${argument} = ${writeString(item)}`);
    return `    ${key} = {\n${body.map((line) => `      ${line}\n`).join("")}    }\n`;
  });
  const core =
    module.requiredVersion === undefined ? "" : `  required_version = ${writeString(module.requiredVersion)}\n`;
  return {
    "versions.tf": `terraform {\n${core}  required_providers {\n${requirements.join("")}  }\n}\n`,
    "main.tf": [
      ...module.modules.map((call) =>
        writeBlock(`module "${call.name}"`, [
          ["source", writeString(call.source)],
          ["version", optionally(call.version)],
        ]),
      ),
      ...module.resources.map(({ mode, type: kind, name: label, explicit }) =>
        writeBlock(`${mode === "data" ? "data" : "resource"} "${kind}" "${label}"`, [
          ["provider", explicit && [explicit.name, explicit.alias].filter((part) => part !== undefined).join(".")],
        ]),
      ),
      UNLISTED,
    ].join("\n"),
    "variables.tf": module.inputs
      .map((input) =>
        writeBlock(`variable "${input.name}"`, [
          ["description", optionally(input.description)],
          ["type", input.type],
          ["default", input.default && writeValue(input.default.value)],
          ["sensitive", "true"],
          ["nullable", "false"],
        ]),
      )
      .join("\n"),
    "outputs.tf": module.outputs
      .map((output) =>
        writeBlock(`output "${output.name}"`, [
          ["description", optionally(output.description)],
          ["value", "1"],
        ]),
      )
      .join("\n"),
  };
}

/** Runs terraform-docs over the folder; what it says is the answer if it writes no README. */
function runTerraformDocs(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const run = spawn("terraform-docs", ["markdown", "table", "--output-file", "README.md", "."], {
      cwd: path,
      env: { ...process.env, HOME: path },
    });
    let said = "";
    for (const stream of [run.stdout, run.stderr]) stream.on("data", (chunk) => (said += chunk));
    run.on("error", reject);
    run.on("close", (status) => resolve(status === 0 ? readFileSync(join(path, "README.md"), "utf8") : said));
  });
}

describeWithProgram("terraform-docs", "renderTerraformDocs against terraform-docs", () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "terraform-docs-"));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test(`writes the same bytes for ${MODULES} random modules`, async () => {
    const modules = fc.sample(folder, { numRuns: MODULES, seed: SEED });
    const different: { readonly index: number; readonly given: string; readonly want: string }[] = [];
    const queue = [...modules.entries()];
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [index, module] = next;
        const path = join(root, String(index));
        mkdirSync(path);
        for (const [file, content] of Object.entries(writeFolder(module))) writeFileSync(join(path, file), content);
        const want = await runTerraformDocs(path);
        const given = renderTerraformDocs(toDocsInput(module));
        if (given !== want) different.push({ index, given, want });
      }
    };
    await Promise.all([work(), work()]);

    expect(modules).toHaveLength(MODULES);
    expect(different[0]?.given).toBe(different[0]?.want);
    expect(different.map(({ index }) => index)).toEqual([]);
  });
});
