/** Over 400 lines because it is one table. */
/** Bad definitions: what is wrong, in which module and where, and what to do; all of it at once. */
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import {
  type AnyModule,
  any,
  blocks,
  checkBlock,
  eq,
  list,
  local,
  map,
  moduleCall,
  number,
  object,
  oneOf,
  optional,
  output,
  raw,
  ref,
  resource,
  set,
  string,
  tuple,
} from "tfwright";
import { defineOne, problemsOf } from "../one-module";

const JOB = { name: "a", roleArn: "r", command: { scriptLocation: "s" } };

/** A module with one variable `x`, which it uses. */
const withVariable = (x: unknown): AnyModule =>
  defineOne({ variables: { x: x as ReturnType<typeof string> }, build: (_scope, v) => ({ x: output(v.x) }) });
/** A module without variables. */
const withBuild = (build: (scope: Construct) => unknown): AnyModule =>
  defineOne({ build: (scope) => (build(scope) ?? {}) as Record<string, never> });
const named = (name: string): AnyModule =>
  defineOne({ variables: { [name]: string() }, build: (_scope, v) => ({ all: output(Object.values(v)) }) });
const job = (scope: Construct, name = "this", config: object = JOB) =>
  resource(scope, GlueJob, name, config as typeof JOB);

interface Case {
  readonly code: string;
  readonly path: string;
  readonly message?: RegExp;
  readonly hint?: RegExp;
}

const unsound = (type: unknown) => ({ type, options: {}, given: "required" });

const cases: readonly (readonly [name: string, given: AnyModule, want: Case])[] = [
  // Types
  [
    "an unknown type",
    withVariable(unsound({ kind: "text" })),
    { code: "unknown-type", path: "sample.variables.x", message: /"text"/, hint: /string, number, bool/ },
  ],
  [
    "an unknown type inside",
    withVariable(unsound({ kind: "list", element: { kind: "int" } })),
    { code: "unknown-type", path: "sample.variables.x", message: /"int"/ },
  ],
  [
    "something that is no variable",
    withVariable("string"),
    { code: "unknown-type", path: "sample.variables.x", hint: /string\(\), number\(\)/ },
  ],
  ["a variable that is missing", withVariable(undefined), { code: "unknown-type", path: "sample.variables.x" }],
  [
    "list(any)",
    withVariable(list(any())),
    { code: "any-in-collection", path: "sample.variables.x", hint: /list\(object\(/ },
  ],
  [
    "map(any)",
    withVariable(map(any())),
    { code: "any-in-collection", path: "sample.variables.x", hint: /map\(object\(/ },
  ],
  [
    "list(any) inside an object",
    withVariable(object({ a: list(any()) })),
    { code: "any-in-collection", path: "sample.variables.x.a" },
  ],

  // Defaults
  [
    "a number for a text",
    withVariable(string({ default: 1 as never })),
    {
      code: "default-type",
      path: "sample.variables.x",
      message: /must be string, but was 1/,
      hint: /default or the type/,
    },
  ],
  [
    "a text for a number",
    withVariable(number({ default: "1" as never })),
    { code: "default-type", path: "sample.variables.x", message: /must be number, but was "1"/ },
  ],
  [
    "no number",
    withVariable(number({ default: Number.NaN })),
    { code: "default-type", path: "sample.variables.x", message: /NaN/ },
  ],
  [
    "a text for a list",
    withVariable(list(string(), { default: "a" as never })),
    { code: "default-type", path: "sample.variables.x", message: /must be list\(string\)/ },
  ],
  [
    "a wrong element",
    withVariable(list(string(), { default: ["a", 1 as never] })),
    { code: "default-type", path: "sample.variables.x", message: /default\[1\] must be string, but was 1/ },
  ],
  [
    "a list for a map",
    withVariable(map(string(), { default: [] as never })),
    { code: "default-type", path: "sample.variables.x", message: /must be map\(string\), but was \[\]/ },
  ],
  [
    "a wrong value in a map",
    withVariable(map(number(), { default: { a: "b" as never } })),
    { code: "default-type", path: "sample.variables.x", message: /default\.a must be number/ },
  ],
  [
    "an attribute that the type has not",
    withVariable(object({ a: string() }, { default: { a: "x", b: 1 } as never })),
    { code: "default-type", path: "sample.variables.x", message: /attribute "b"/, hint: /has a/ },
  ],
  [
    "an attribute with a name of JavaScript's",
    withVariable(object({ a: string() }, { default: { a: "x", toString: 1 } as never })),
    { code: "default-type", path: "sample.variables.x", message: /"toString"/ },
  ],
  [
    "a missing attribute",
    withVariable(object({ a: string() }, { default: {} as never })),
    { code: "default-type", path: "sample.variables.x", message: /has no attribute `a`/ },
  ],
  [
    "deep inside",
    withVariable(list(object({ a: map(list(number())) }), { default: [{ a: { k: [1, "2" as never] } }] })),
    {
      code: "default-type",
      path: "sample.variables.x",
      message: /default\[0\]\.a\.k\[1\] must be number, but was "2"/,
    },
  ],
  [
    "the default of an attribute",
    withVariable(object({ a: optional(number(), "1" as never) })),
    { code: "default-type", path: "sample.variables.x.a", message: /must be number/ },
  ],
  [
    "a tuple of another length",
    withVariable(tuple([string(), number()], { default: ["a"] as never })),
    { code: "default-type", path: "sample.variables.x", message: /tuple\(\[string, number\]\)/ },
  ],
  [
    "none of the values",
    withVariable(oneOf(["a", "b"], { default: "c" as never })),
    { code: "default-type", path: "sample.variables.x", message: /one of a, b, but was "c"/ },
  ],
  [
    "none of the values, inside a list",
    withVariable(list(oneOf(["a", "b"]), { default: ["c" as never] })),
    { code: "default-type", path: "sample.variables.x", message: /default\[0\] must be one of a, b/ },
  ],

  // Names
  ...["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"].map(
    (name) =>
      [
        `the reserved name ${name}`,
        named(name),
        { code: "reserved-name", path: `sample.variables.${name}`, hint: /source, version, providers/ },
      ] as const,
  ),
  ...["1x", "a b", "a.b", "", "-a", "${a}"].map(
    (name) =>
      [
        `the name ${JSON.stringify(name)}`,
        named(name),
        { code: "bad-name", path: `sample.variables.${name}`, message: /not a name that HCL allows/ },
      ] as const,
  ),
  ["a module's name", defineOne({ name: "a/b", build: () => ({}) }), { code: "bad-name", path: "a/b", hint: /folder/ }],
  [
    "a module's name that leaves the folder",
    defineOne({ name: "..", build: () => ({}) }),
    { code: "bad-name", path: ".." },
  ],
  [
    "a resource's name",
    withBuild((scope) => void job(scope, "a b")),
    { code: "bad-name", path: "sample.aws_glue_job.a b", hint: /letters, digits/ },
  ],
  ["a local's name", withBuild((scope) => void local(scope, "a b", 1)), { code: "bad-name", path: "sample.local.a b" }],
  [
    "a module call's name",
    withBuild((scope) => void moduleCall(scope, "a b", { source: "./x" })),
    { code: "bad-name", path: "sample.module.a b" },
  ],
  [
    "a check's name",
    withBuild((scope) => void checkBlock(scope, "a b", [{ condition: eq(job(scope).arn, "a"), message: "m" }])),
    { code: "bad-name", path: "sample.check.a b" },
  ],
  ["an output's name", withBuild(() => ({ "a b": output("x") })), { code: "bad-name", path: "sample.outputs.a b" }],
  [
    "an attribute's name",
    withVariable(object({ "a b": string() })),
    { code: "bad-name", path: "sample.variables.x.a b" },
  ],
  [
    "a construct's name",
    withBuild((scope) => void new GlueJob(scope, "a b", JOB)),
    { code: "bad-name", path: "sample.aws_glue_job.a b" },
  ],

  // Addresses
  [
    "two resources of one address",
    withBuild((scope) => void [job(scope), job(scope)]),
    { code: "duplicate-address", path: "sample.aws_glue_job.this", hint: /another name/ },
  ],
  [
    "a resource and a construct of one address",
    withBuild((scope) => void [job(scope), new GlueJob(scope, "this", JOB)]),
    { code: "duplicate-address", path: "sample.aws_glue_job.this" },
  ],
  [
    "two locals of one name",
    withBuild((scope) => void [local(scope, "a", 1), local(scope, "a", 2)]),
    { code: "duplicate-address", path: "sample.local.a" },
  ],
  [
    "two module calls of one name",
    withBuild((scope) => void [1, 2].map(() => moduleCall(scope, "a", { source: "./a" }))),
    { code: "duplicate-address", path: "sample.module.a" },
  ],
  [
    "two checks of one name",
    withBuild(
      (scope) =>
        void [1, 2].map(() => checkBlock(scope, "a", [{ condition: ref<boolean>("path.module"), message: "m" }])),
    ),
    { code: "duplicate-address", path: "sample.check.a" },
  ],

  // References
  [
    "a variable that is not declared",
    withBuild((scope) => void job(scope, "this", { ...JOB, description: ref("var.nope") })),
    { code: "unknown-variable", path: "sample.aws_glue_job.this.description", message: /`var\.nope`/, hint: /none/ },
  ],
  [
    "... in raw HCL",
    withBuild(() => ({ a: output(raw("upper(var.nope)")) })),
    { code: "unknown-variable", path: "sample.outputs.a", message: /var\.nope/ },
  ],
  [
    "... in the message of a precondition",
    withBuild(() => ({
      a: output("x", { preconditions: [{ condition: ref<boolean>("path.module"), message: `${ref("var.nope")}` }] }),
    })),
    { code: "unknown-variable", path: "sample.outputs.a" },
  ],
  [
    "... in a validation",
    withVariable(string({ validate: [{ condition: (x) => eq(x, ref("var.nope")), message: "m" }] })),
    { code: "unknown-variable", path: "sample.variables.x" },
  ],
  [
    "an output of a resource that is not there",
    withBuild(() => ({ a: output(ref("aws_glue_job.nope.arn")) })),
    {
      code: "unknown-reference",
      path: "sample.outputs.a",
      message: /`aws_glue_job\.nope` does not exist/,
      hint: /resource/,
    },
  ],
  [
    "an output of a data source that is not there",
    withBuild(() => ({ a: output(ref("data.aws_region.nope.region")) })),
    { code: "unknown-reference", path: "sample.outputs.a", message: /data\.aws_region\.nope/ },
  ],
  [
    "an output of a local that is not there",
    withBuild(() => ({ a: output(ref("local.nope")) })),
    { code: "unknown-reference", path: "sample.outputs.a", hint: /local/ },
  ],
  [
    "an output of a module call that is not there",
    withBuild(() => ({ a: output(raw("[module.nope.id]")) })),
    { code: "unknown-reference", path: "sample.outputs.a" },
  ],
  [
    "an attribute that a resource has not",
    withBuild((scope) => ({ a: output((job(scope) as never as { nope: string }).nope) })),
    { code: "unknown-attribute", path: "sample.aws_glue_job.this", message: /`nope`/ },
  ],
  [
    "something that is no output",
    withBuild(() => ({ a: "x" })),
    { code: "not-an-output", path: "sample.outputs.a", message: /output\(value/ },
  ],
  [
    "a resource as an output's text",
    withBuild((scope) => ({ a: output(`${job(scope)}`) })),
    { code: "resource-as-text", path: "sample.aws_glue_job.this", hint: /\.arn/ },
  ],
  [
    "a dependency on what is none",
    withBuild((scope) => void resource(scope, GlueJob, "this", JOB, { dependsOn: ["aws_x.y" as never] })),
    { code: "not-a-dependency", path: "sample", message: /dependsOn/ },
  ],

  // Arguments
  [
    "an argument that the class has not",
    withBuild((scope) => void job(scope, "this", { ...JOB, timout: 5 })),
    { code: "unknown-argument", path: "sample.aws_glue_job.this.timout", message: /`timout`/ },
  ],
  [
    "an argument that a block has not",
    withBuild((scope) => void job(scope, "this", { ...JOB, command: { scriptLocation: "s", nope: 1 } })),
    { code: "unknown-argument", path: "sample.aws_glue_job.this.command[0].nope" },
  ],
  [
    "blocks of a name that the class has not",
    defineOne({
      variables: { x: list(string()) },
      build: (scope, v) => ({
        a: output(job(scope, "this", { ...JOB, comand: blocks(v.x, (x) => ({ name: x }) as never) }).arn),
      }),
    }),
    { code: "unknown-argument", path: "sample.aws_glue_job.this.comand" },
  ],
  [
    "an expression for a block",
    defineOne({
      variables: { x: object({ scriptLocation: string() }) },
      build: (scope, v) => ({ a: output(job(scope, "this", { ...JOB, command: v.x }).arn) }),
    }),
    {
      code: "unknown-argument",
      path: "sample.aws_glue_job.this.command",
      message: /no argument `command` that takes a value/,
      hint: /`blocks` or `optionalBlock`/,
    },
  ],
  [
    "a function as a value",
    withBuild((scope) => void local(scope, "a", (() => 1) as never)),
    { code: "not-a-value", path: "sample", message: /function/ },
  ],

  // What has no place
  [
    "an output of cdktf",
    withBuild((scope) => void new TerraformOutput(scope, "x", { value: 1 })),
    { code: "no-place-in-module", path: expect.stringContaining("sample.") as never, hint: /`build`/ },
  ],
  [
    "a provider that is not declared",
    defineOne({ providers: {}, build: (scope) => ({ a: output(job(scope).arn) }) }),
    {
      code: "provider-not-declared",
      path: "sample.providers.aws",
      message: /aws_glue_job\.this needs the provider `aws`/,
      hint: /hashicorp\/aws/,
    },
  ],
  [
    "an alias that is not declared",
    withBuild((scope) => void resource(scope, GlueJob, "this", JOB, { provider: "aws.west" })),
    { code: "alias-not-declared", path: "sample.aws_glue_job.this", message: /aws\.west/ },
  ],
  ["async build", withBuild((async () => ({})) as never), { code: "build-is-async", path: "sample.build" }],

  // Rules
  [
    "a validation that is false",
    withVariable(string({ validate: [{ condition: () => false, message: "m" }] })),
    { code: "validation-always-fails", path: "sample.variables.x" },
  ],
  [
    "a validation of another value",
    withVariable(string({ validate: [{ condition: () => eq(ref("path.module"), "a"), message: "m" }] })),
    { code: "validation-without-value", path: "sample.variables.x" },
  ],
  [
    "a precondition that is false",
    withBuild(
      (scope) =>
        void resource(scope, GlueJob, "this", JOB, {
          lifecycle: { preconditions: [{ condition: false, message: "never" }] },
        }),
    ),
    { code: "rule-broken", path: "sample.aws_glue_job.this", message: /never/ },
  ],
  [
    "an output's precondition that is false",
    withBuild(() => ({ a: output("x", { preconditions: [{ condition: eq(1, 2), message: "never" }] }) })),
    { code: "rule-broken", path: "sample.outputs.a" },
  ],
  [
    "a variable without effect",
    defineOne({ variables: { x: string() }, build: () => ({}) }),
    { code: "unused-variable", path: "sample.variables.x" },
  ],
  [
    "an example without a required input",
    defineOne({
      variables: { x: string() },
      examples: { basic: { description: "d", inputs: {} as never } },
      build: (_scope, v) => ({ x: output(v.x) }),
    }),
    { code: "missing-input", path: "sample.examples.basic", message: /`x`/ },
  ],
  [
    "an example with an unknown input",
    defineOne({ examples: { basic: { description: "d", inputs: { y: 1 } as never } }, build: () => ({}) }),
    { code: "unknown-variable", path: "sample.examples.basic.inputs.y", message: /`y`/ },
  ],
];

test.each(cases)("%s", (_name, given, { code, path, message = /./, hint = /^/ }) => {
  const problems = problemsOf(given);
  expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
  expect(problems[0]?.message).toMatch(message);
  expect(problems[0]?.hint ?? "").toMatch(hint);
  expect(problems[0]?.message).not.toMatch(/\.$/);
});

test("all problems of the variables and of build at once", () => {
  const module = defineOne({
    variables: { count: string(), bad: number({ default: "x" as never }), items: list(any()), ids: set(any()) },
    build(scope, v) {
      job(scope, "a b");
      job(scope);
      job(scope);
      local(scope, "x", 1);
      local(scope, "x", 2);
      return { all: output(Object.values(v)) };
    },
  });
  expect(problemsOf(module).map(({ code, path }) => [code, path])).toEqual([
    ["reserved-name", "sample.variables.count"],
    ["default-type", "sample.variables.bad"],
    ["any-in-collection", "sample.variables.items"],
    ["any-in-collection", "sample.variables.ids"],
    ["bad-name", "sample.aws_glue_job.a b"],
    ["duplicate-address", "sample.aws_glue_job.this"],
    ["duplicate-address", "sample.local.x"],
  ]);
});

test("all problems of what was built at once", () => {
  const module = defineOne({
    providers: {},
    variables: { text: string(), other: string() },
    build(scope, v) {
      job(scope, "one", { ...JOB, nope: 1 });
      job(scope, "two", { ...JOB, command: ref("path.module") });
      return {
        "a b": output(v.text),
        b: output(v.other, { preconditions: [{ condition: false, message: "never" }] }),
        c: "x" as never,
      };
    },
  });
  expect(problemsOf(module).map(({ code, path }) => [code, path])).toEqual([
    ["bad-name", "sample.outputs.a b"],
    ["rule-broken", "sample.outputs.b"],
    ["not-an-output", "sample.outputs.c"],
    ["unknown-argument", "sample.aws_glue_job.one.nope"],
    ["unknown-argument", "sample.aws_glue_job.two.command"],
    ["provider-not-declared", "sample.providers.aws"],
  ]);
});

test("references, knowledge and providers at once", () => {
  const module = defineOne({
    providers: {},
    variables: { text: string(), unused: string() },
    build(scope, v) {
      resource(
        scope,
        GlueJob,
        "this",
        { ...JOB, description: ref("var.nope") },
        { count: raw<number>("var.text == null ? 1 : 0") },
      );
      return { a: output(v.text), b: output(ref("local.nope")) };
    },
  });
  expect(problemsOf(module).map(({ code, path }) => [code, path])).toEqual([
    ["unknown-variable", "sample.aws_glue_job.this.description"],
    ["unknown-reference", "sample.outputs.b"],
    ["unused-variable", "sample.variables.unused"],
    ["decided-by-unknown", "sample.aws_glue_job.this"],
    ["provider-not-declared", "sample.providers.aws"],
  ]);
});

test("a fault of the author's code passes as it is", () => {
  expect(() => withBuild(() => (undefined as never as { x: { y: 1 } }).x.y).generate()).toThrow(TypeError);
});
