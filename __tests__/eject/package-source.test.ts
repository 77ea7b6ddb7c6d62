/** `scripts/block-tables` reads the packages of cdktf. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BodyShape, ShapeKind } from "../../src/eject/body-shape";
import { shippedShapes } from "../../src/eject/shipped-shapes";
import { memberAt } from "./member-at";

type Body = ReadonlyMap<string, { readonly mark: "" | "=" | "~"; readonly body: Body }>;

const { readTypeFolder } = require("../../scripts/block-tables/package-source.js") as {
  readonly readTypeFolder: (folder: string) => readonly [key: string, body: Body];
};

const LIB = join(__dirname, "..", "..", "node_modules", "@cdktf", "provider-aws", "lib");

/** One of so many folders is read. */
const EACH = 25;
const ALWAYS = ["security-group", "provider", "bedrockagent-agent", "lexv2models-intent", "wafv2-web-acl"];

const MEANING = { "": "block", "=": "attribute, or blocks", "~": "left out" };

test("the classes of hashicorp/aws 6.25 say the same as the table of 6", () => {
  const folders = readdirSync(LIB, { withFileTypes: true }).filter((one) => one.isDirectory());
  const chosen = folders.filter(({ name }, index) => index % EACH === 0 || ALWAYS.includes(name));
  const shapes = shippedShapes("hashicorp/aws", "6.25.0");
  const differences: string[] = [];
  let compared = 0;
  const compare = (path: string, body: Body, shape: BodyShape | undefined, above: ReadonlySet<Body>): void => {
    for (const [name, one] of body) {
      const [ours, theirs] = [MEANING[one.mark], shape === undefined ? "unknown" : memberAt(shape, name)];
      compared += 1;
      if (ours !== theirs) differences.push(`${path}.${name}: ${ours}, ${theirs}`);
      const member = shape?.member(name);
      const below = member?.kind === "block" ? member.shape : member?.elements;
      if (!above.has(one.body)) compare(`${path}.${name}`, one.body, below, new Set([...above, one.body]));
    }
  };
  for (const { name } of chosen) {
    const [key, body] = readTypeFolder(join(LIB, name));
    const [kind = "", type = ""] = key.split(" ");
    compare(key, body, shapes?.shape(kind as ShapeKind, type), new Set([body]));
  }
  expect(differences).toEqual(["resource aws_wafv2_web_acl.rule.statement: left out, block"]);
  expect(compared).toBeGreaterThan(250);
});

const LINK =
  "Docs at Terraform Registry: {@link https://registry.terraform.io/providers/example/x/1.0.0/docs/resources/thing";

function argument(name: string, given: { readonly description?: string; readonly isRequired?: boolean } = {}): string {
  const text = given.description === undefined ? "" : `    * ${given.description}\n    *\n`;
  return `    /**\n${text}    * ${LINK}#${name} Thing#${name}}\n    */\n    readonly ${name}${given.isRequired ? "" : "?"}: any;\n`;
}

const struct = (name: string, lines: string) =>
  `function thing${name}ToTerraform(struct) {\n    if (false) {\n        return struct;\n    }\n    return {${lines === "" ? "" : `\n${lines}    `}};\n}\n`;
const line = (name: string, value: string) => `        ${name}: ${value},\n`;

/** The class of one type, as the generator writes it. */
function typeFolder({
  lines,
  structs = "",
  config,
  interfaces = "",
  library = "cdktf",
}: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "tfwright-type-"));
  mkdirSync(join(folder, "index-structs"));
  const code = `class Thing extends cdktf.TerraformResource {
    synthesizeAttributes() {
        return {
${lines}        };
    }
}
exports.Thing = Thing;
Thing.tfResourceType = "x_thing";
`.replaceAll("cdktf.", `${library}.`);
  const declarations = `export interface ThingConfig extends cdktf.TerraformMetaArguments {\n${config}}
export declare class Thing extends cdktf.TerraformResource {
    constructor(scope: Construct, id: string, config?: ThingConfig);
}
`;
  writeFileSync(join(folder, "index.js"), code);
  writeFileSync(join(folder, "index.d.ts"), declarations);
  writeFileSync(join(folder, "index-structs", "structs0.js"), structs.replaceAll("cdktf.", `${library}.`));
  writeFileSync(join(folder, "index-structs", "structs0.d.ts"), interfaces);
  return folder;
}

function read(given: Readonly<Record<string, string>>): readonly [string, Body] {
  const folder = typeFolder(given);
  try {
    return readTypeFolder(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const members = (...lines: readonly string[]) => `export interface ThingPart {\n${lines.join("")}}\n`;
const PART = {
  structs: struct("Part", line("a", "cdktf.stringToTerraform(struct.a)")),
  interfaces: members(argument("a")),
};
const LIST = "cdktf.listMapper(thingPartToTerraform, false)(this._n.internalValue)";

test.each<[string, string, string, Readonly<Record<string, string>>, string | undefined]>([
  [
    "a list of blocks",
    "cdktf.listMapper(thingPartToTerraform, true)(this._n.internalValue)",
    argument("n", { description: "n block" }),
    PART,
    "",
  ],
  [
    "at most one block",
    "thingPartToTerraform(this._n.internalValue)",
    argument("n", { description: "n block" }),
    PART,
    "",
  ],
  [
    "a block of structures in a file of their own",
    "(0, index_structs_1.thingPartToTerraform)(this._n.internalValue)",
    argument("n", { description: "n block" }),
    PART,
    "",
  ],
  [
    "an object",
    "thingPartToTerraform(this._n.internalValue)",
    argument("n", { description: "A block of things." }),
    PART,
    undefined,
  ],
  ["an object without a description", "thingPartToTerraform(this._n.internalValue)", argument("n"), PART, undefined],
  ["a list of objects", LIST, argument("n"), PART, "="],
  [
    "a list of objects with a default",
    `this._n === undefined ? null : ${LIST}`,
    argument("n", { description: "Rules." }),
    PART,
    "=",
  ],
  [
    "a list whose objects have required attributes",
    LIST,
    argument("n"),
    { ...PART, interfaces: members(argument("a", { isRequired: true })) },
    undefined,
  ],
  [
    "a list whose objects have described attributes",
    LIST,
    argument("n"),
    { ...PART, interfaces: members(argument("a", { description: "A." })) },
    undefined,
  ],
  ["a map of objects", "cdktf.hashMapper(thingPartToTerraform)(this._n.internalValue)", argument("n"), PART, undefined],
  [
    "a list of lists",
    "cdktf.listMapper(cdktf.listMapper(thingPartToTerraform, false), false)(this._n)",
    argument("n"),
    PART,
    undefined,
  ],
  ["a text", "cdktf.stringToTerraform(this._n)", argument("n"), {}, undefined],
  [
    "a text that is written only",
    "this.markWriteOnlyAttribute(cdktf.stringToTerraform(this._n))",
    argument("n"),
    {},
    undefined,
  ],
  ["what the generator left out", "cdktf.anyToTerraform(this._n)", argument("n", { description: "n block" }), {}, "~"],
])("%s", (_title, value, config, more, want) => {
  for (const library of ["cdktf", "cdktn"]) {
    const lines = line("n", value).replaceAll("cdktf.", `${library}.`);
    const [key, body] = read({ lines, config, library, ...more });
    expect(key).toBe("resource x_thing");
    expect(body.get("n")?.mark).toBe(want);
  }
});

test("a structure may hold itself", () => {
  const structs = struct("Part", line("inner", "cdktf.listMapper(thingPartToTerraform, true)(struct.inner)"));
  const interfaces = members(argument("inner", { description: "inner block" }));
  const lines = line("n", "thingPartToTerraform(this._n.internalValue)");
  const [, body] = read({ lines, config: argument("n", { description: "n block" }), structs, interfaces });
  const inner = body.get("n")?.body;
  expect(inner?.get("inner")?.body).toBe(inner);
});

test.each([
  [
    "a mapper that is new",
    { lines: line("n", "cdktf.treeMapper(x)(this._n)"), config: argument("n") },
    /not understood: n: cdktf.treeMapper/,
  ],
  [
    "two lines for one argument",
    { lines: "        n:\n            1,\n", config: argument("n") },
    /not understood: n:/,
  ],
  [
    "nothing is said of an argument",
    { lines: line("n", "cdktf.stringToTerraform(this._n)"), config: argument("m") },
    /nothing is said of n/,
  ],
  [
    "a list is a block by the description alone",
    { lines: line("n", LIST), config: argument("n", { description: "n block" }), ...PART },
    /n: whether it is a block is told in two ways/,
  ],
  [
    "no structure",
    { lines: line("n", "thingPartToTerraform(this._n)"), config: argument("n", { description: "n block" }) },
    /no function thingPartToTerraform/,
  ],
])("%s: the script stops", (_title, given, message) => {
  expect(() => read(given as unknown as Readonly<Record<string, string>>)).toThrow(message);
});
