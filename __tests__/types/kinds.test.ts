/** What the compiler says of inputs that belong to another kind, in 5.9 and in 7; what an editor shows is in `editor.test.ts`. */
import { Project } from "../cli/support/project";
import { compiledTsconfig } from "../support/compiled-tsconfig";
import { describeCompilers, errorsByLine } from "./compilers";

/** A call, and what is told of it in the lines of the message. Nothing is told of a call that is right. */
interface Call {
  readonly what: string;
  readonly code: string;
  readonly tells?: readonly RegExp[];
}

const inline = (inputs: string) => `job.inline(stack, "a", ${inputs});`;
const inDefinition = (inputs: string) => `moduleCall(scope, job, "a", ${inputs});`;
const define = (kinds: string) => `defineModule({ ...base, kinds: ${kinds} });`;

const CALLS: readonly Call[] = [
  { what: "the default kind", code: inline(`{ name: "a", release: "5.0", mode: "FLEX", formats: ["x"] }`) },
  { what: "null for the kind", code: inline(`{ name: "a", release: "5.0", type: null }`) },
  { what: "another kind", code: inline(`{ name: "a", type: "ray", mode: "STANDARD", runtime: "2", formats: null }`) },
  {
    what: "a token",
    code: inline(`{ name: "a", type: "streaming", release: Token.asString({}), pane: Token.asAny("x") }`),
  },
  {
    what: "an open kind",
    code: inline(`{ name: "a", type: Token.asAny("x"), mode: "FLEX", runtime: "x", pane: "y" }`),
  },
  { what: "a kind of a variable of TypeScript", code: inline(`{ name: "a", type: some, release: "5.0" }`) },
  { what: "a value that is not listed", code: inline(`{ name: "a", release: "5.0", mode: "TURBO" }`) },
  { what: "a `module` block", code: `job.module(stack, "a", { name: "a", release: "5.0", source: "x" });` },
  { what: "a call", code: inDefinition(`{ name: v.name, type: "ray", runtime: v.name }`) },
  { what: "a call of an open kind", code: inDefinition(`{ name: v.name, type: v.name, pane: "x", runtime: "y" }`) },
  {
    what: "what the default kind needs",
    code: inline(`{ name: "a" }`),
    tells: [
      /is not assignable to type 'UsualKind<[\s\S]*Property 'release' is missing in type .* required in type 'NeededInput</,
    ],
  },
  {
    what: "what a kind needs",
    code: inline(`{ name: "a", type: "streaming" }`),
    tells: [/Property 'release' is missing in type/],
  },
  {
    what: "an input of another kind",
    code: inline(`{ name: "a", type: "ray", pane: "x" }`),
    tells: [/Types of property 'pane' are incompatible/, /'string' is not assignable to type 'OnlyFor<"streaming">'/],
  },
  {
    what: "an input of another kind than the default",
    code: inline(`{ name: "a", release: "5.0", pane: "x" }`),
    tells: [/Types of property 'pane' are incompatible/, /OnlyFor<"streaming">/],
  },
  {
    what: "a list of another kind",
    code: inline(`{ name: "a", type: "ray", formats: ["x"] }`),
    tells: [/Types of property 'formats' are incompatible/, /OnlyFor<"s\w+" \| "s\w+">/],
  },
  {
    what: "an input of another kind in a spread",
    code: inline(`{ ...{ name: "a", pane: "x" }, type: "ray" }`),
    tells: [/Types of property 'pane' are incompatible/],
  },
  {
    what: "a value of another kind",
    code: inline(`{ name: "a", type: "ray", mode: "FLEX" }`),
    tells: [/Types of property 'mode' are incompatible/, /"FLEX"' is not assignable to type '.*"STANDARD"/],
  },
  {
    what: "a kind that there is not",
    code: inline(`{ name: "a", type: "rey" }`),
    tells: [/Type '"rey"' is not assignable to type .*"streaming"/],
  },
  {
    what: "a misspelt input",
    code: inline(`{ nme: "a", type: "ray" }`),
    tells: [/'nme' does not exist .*\n?.*'name'/],
  },
  {
    what: "an input of another kind in a `module` block",
    code: `job.module(stack, "a", { name: "a", type: "ray", pane: "x", source: "y" });`,
    tells: [/Types of property 'pane' are incompatible/, /OnlyFor<"streaming">/],
  },
  {
    what: "an input of another kind in a call",
    code: inDefinition(`{ name: v.name, type: "ray", pane: v.name }`),
    tells: [/Types of property 'pane' are incompatible/, /OnlyFor<"streaming">/],
  },
  {
    what: "what the default kind needs in a call",
    code: inDefinition("{ name: v.name }"),
    tells: [/Property 'release' is missing in type/],
  },
  { what: "a table", code: define('{ by: "type", only: { m: { F: ["b"] }, x: ["b"] }, required: { x: ["a"] } }') },
  {
    what: "an unknown kind in a table",
    code: define('{ by: "type", only: { x: ["c"] } }'),
    tells: [/Type '"c"' is not assignable to type '"a" \| "b"'/],
  },
  {
    what: "an unknown variable in a table",
    code: define('{ by: "type", only: { y: ["a"], x: ["b"] } }'),
    tells: [/no such variable/],
  },
  {
    what: "an open set that decides",
    code: define('{ by: "open", only: { x: ["a"] } }'),
    tells: [/Type '"open"' is not assignable to type '"type"'/],
  },
  {
    what: "an unknown value in a table",
    code: define('{ by: "type", only: { m: { H: ["a"] } } }'),
    tells: [/'H' does not exist in type/],
  },
  {
    what: "an example with an input of another kind",
    code: `defineModule({ ...base, kinds: { by: "type", only: { x: ["b"] } }, examples: { e: { description: "E.", inputs: { type: "a", x: "1" } } } });`,
    tells: [/Types of property 'x' are incompatible/, /OnlyFor<"b">/],
  },
];

const HEAD = `import { Token } from "cdktf";
import type { Construct } from "constructs";
import { defineModule, list, moduleCall, oneOf, optional, output, string } from "tfwright";
const job = defineModule({
  name: "job", title: "J", description: "J.",
  variables: {
    name: string({ description: "Name of the job." }),
    type: oneOf(["spark", "streaming", "ray"], { description: "Type of the job.", default: "spark" }),
    release: optional(string({ description: "Release." })),
    pane: optional(string({ description: "Pane." })),
    runtime: optional(string()),
    formats: list(string(), { description: "Formats.", default: [] }),
    mode: optional(oneOf(["STANDARD", "FLEX"], { description: "Mode.", open: true })),
  },
  kinds: {
    by: "type",
    only: { pane: ["streaming"], runtime: ["ray"], formats: ["spark", "streaming"], mode: { FLEX: ["spark"] } },
    required: { release: ["spark", "streaming"] },
  },
  build: (_scope, v) => ({ arn: output(v.name) }),
});
const variables = { type: oneOf(["a", "b"], { default: "a" }), open: oneOf(["a", "b"], { default: "a", open: true }), x: optional(string()), m: optional(oneOf(["F", "G"])) };
const base = { name: "l", title: "T", description: "D.", variables, build: () => ({}) };
declare const stack: Construct;
declare const some: "spark" | "ray";
export const lake = defineModule({
  name: "lake", title: "L", description: "L.", variables: { name: string() },
  build(scope, v) {
`;
const source = `${HEAD}${CALLS.map(({ code }) => `    ${code}`).join("\n")}\n    return {};\n  },\n});\n`;
const first = HEAD.split("\n").length;

const project = new Project({ "kinds.ts": source, "tsconfig.json": compiledTsconfig(["kinds.ts"]) });

describeCompilers((compile) => {
  let told: ReadonlyMap<number, string>;
  beforeAll(() => {
    told = errorsByLine(compile(project.folder), "kinds.ts");
  });

  test("each mistake is told, and nothing else is", () => {
    const wrong = CALLS.flatMap(({ tells }, index) => (tells === undefined ? [] : [first + index]));
    expect([...told.keys()]).toEqual(wrong);
  });

  test.each(CALLS.map((call, index) => ({ ...call, index })).filter(({ tells }) => tells !== undefined))(
    "names $what",
    ({ index, tells = [] }) => {
      for (const cause of tells) expect(told.get(first + index)).toMatch(cause);
    },
  );
});
