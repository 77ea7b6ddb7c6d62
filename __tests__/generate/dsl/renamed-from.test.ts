/** Variables that were renamed: both names, the value, and how callers are told. */
import { expectTypeOf } from "expect-type";
import {
  type AnyModule,
  bool,
  defineModule,
  type Expr,
  fn,
  type InputsOf,
  list,
  map,
  moduleCall,
  number,
  object,
  optional,
  output,
  renamedFrom,
  resource,
  resourceType,
  set,
  string,
} from "tfwright";
import { App, TerraformStack } from "../../../src/cdk";
import type { AnyVariable } from "../../../src/generate/dsl/types";
import { codesOf, defineOne, mainOf, problemsOf, textOf } from "../one-module";

const Data = resourceType("terraform_data", {
  arguments: { input: optional(string()) },
  attributes: { id: string(), output: string() },
});

const variables = {
  name: renamedFrom(
    "title",
    string({
      description: "Name.",
      validate: [{ condition: (name) => fn.can(fn.regex("^[a-z]+$", name)), message: "name is lower case." }],
    }),
  ),
  size: renamedFrom("amount", number({ description: "Size.", default: 3 })),
  note: renamedFrom("comment", optional(string({ sensitive: true }))),
};
const renamed = defineModule({
  name: "renamed",
  title: "Renamed",
  description: "Has new names.",
  variables,
  build(scope, v) {
    expectTypeOf(v.name).toMatchTypeOf<Expr<string>>();
    const made = resource(scope, Data, "this", { input: `${v.name}-${v.size}` });
    return { id: output(made.id), size: output(v.size), note: output(v.note) };
  },
});

test("the inputs take either name", () => {
  expectTypeOf<InputsOf<typeof variables>>().toMatchTypeOf<{
    readonly name?: string | null;
    readonly title?: string | null;
    readonly size?: number | null;
    readonly amount?: number | null;
  }>();
  // @ts-expect-error a name that it never had
  const wrong: InputsOf<typeof variables> = { label: "a" };
  expect(wrong).toBeDefined();
});

test("both are variables, a local has the value, and a check tells", () => {
  expect(textOf(renamed, "variables.tf")).toBe(`variable "name" {
  description = "Name. Required."
  type        = string
  default     = null

  validation {
    condition     = var.name == null ? true : can(regex("^[a-z]+$", var.name))
    error_message = "name is lower case."
  }
}

variable "title" {
  description = "Old name of \`name\`."
  type        = string
  default     = null

  validation {
    condition     = var.title == null ? true : can(regex("^[a-z]+$", var.title))
    error_message = "name is lower case."
  }
}

variable "size" {
  description = "Size. Default: \`3\`."
  type        = number
  default     = null
}

variable "amount" {
  description = "Old name of \`size\`."
  type        = number
  default     = null
}

variable "note" {
  type      = string
  default   = null
  sensitive = true
}

variable "comment" {
  description = "Old name of \`note\`."
  type        = string
  default     = null
  sensitive   = true
}
`);
  expect(mainOf(renamed)).toBe(`locals {
  name = var.name != null ? var.name : var.title
  size = var.size != null ? var.size : var.amount != null ? var.amount : 3
  note = var.note != null ? var.note : var.comment
}

resource "terraform_data" "this" {
  input = "\${local.name}-\${local.size}"

  lifecycle {
    precondition {
      condition     = local.name != null
      error_message = "name is required (its old name is title)."
    }
  }
}

check "renamed_inputs" {
  assert {
    condition     = var.title == null
    error_message = "title has a new name: use name."
  }

  assert {
    condition     = var.amount == null
    error_message = "amount has a new name: use size."
  }

  assert {
    condition     = var.comment == null
    error_message = "comment has a new name: use note."
  }
}
`);
  const { terraform, opentofu } = renamed.generate();
  expect({ terraform, opentofu }).toEqual({ terraform: ">= 1.5.7", opentofu: undefined });
  expect(textOf(renamed, "README.md")).toContain(`## Deprecated

These names still work, but Terraform prints a warning:

- Input \`title\`: the new name is \`name\`.
- Input \`amount\`: the new name is \`size\`.
- Input \`comment\`: the new name is \`note\`.
`);
  expect(textOf(renamed, "README.md")).toContain('\n  name = "..."\n');
});

const of = (bounds: object) =>
  defineOne({
    ...bounds,
    variables: { size: renamedFrom("amount", number({ default: 3 })) },
    build: (_scope, v) => ({ size: output(v.size) }),
  });

test.each<[string, object, "argument" | "check", object]>([
  ["no bounds", {}, "check", { terraform: ">= 1.5.7" }],
  ["Terraform below it", { terraform: ">= 1.14" }, "check", { terraform: ">= 1.14" }],
  ["Terraform from it on", { terraform: ">= 1.15" }, "argument", { terraform: ">= 1.15", opentofu: ">= 1.10" }],
  ["OpenTofu below it", { terraform: ">= 1.15", opentofu: ">= 1.9" }, "check", { opentofu: ">= 1.9" }],
  ["both", { terraform: ">= 1.15", opentofu: ">= 1.10" }, "argument", { opentofu: ">= 1.10" }],
  ["no OpenTofu", { terraform: ">= 1.15", opentofu: false }, "argument", { opentofu: false }],
])("the notice follows the bounds: %s", (_what, bounds, wanted, versions) => {
  const module = of(bounds);
  expect(module.generate()).toMatchObject(versions);
  expect(mainOf(module).includes('check "renamed_inputs"')).toBe(wanted === "check");
  expect(/deprecated += "amount has a new name: use size\."/.test(textOf(module, "variables.tf"))).toBe(
    wanted === "argument",
  );
});

test("a bound that another part needs counts too", () => {
  const module = defineOne({
    variables: { size: renamedFrom("amount", number({ default: 3 })) },
    build: (_scope, v) => ({ size: output(v.size, { type: number() }) }),
  });
  expect(mainOf(module)).not.toContain("check");
  expect(module.generate()).toMatchObject({ terraform: ">= 1.15", opentofu: false });
});

test("a default has all attributes of its type", () => {
  const module = defineOne({
    variables: {
      box: renamedFrom(
        "crate",
        object(
          {
            a: optional(string()),
            rows: optional(list(object({ n: number(), m: optional(number(), 2) })), [{ n: 1 }]),
          },
          { default: {} },
        ),
      ),
      zones: renamedFrom("areas", set(string(), { default: ["a"] })),
      tags: renamedFrom("labels", map(string(), { default: {} })),
    },
    build: (_scope, v) => ({ all: output({ box: v.box.a, zones: v.zones, tags: v.tags }) }),
  });
  expect(mainOf(module).replace(/\s+/g, " ")).toContain(
    "var.crate != null ? var.crate : { a = null rows = [{ n = 1 m = 2 }] }",
  );
});

test("what may be null is guarded as before, and what decides a count is known as before", () => {
  const text = defineOne({
    variables: { note: renamedFrom("comment", optional(string())) },
    build(scope, v) {
      resource(scope, Data, "this", { input: `${v.note as never}-x` });
      return {};
    },
  });
  expect(codesOf(text)).toEqual(["null-in-text sample.terraform_data.this.input"]);
  const count = (variable: object) =>
    codesOf(
      defineOne({
        variables: { on: renamedFrom("enabled", variable as never) as AnyVariable },
        build(scope, v) {
          resource(scope, Data, "this", {}, { count: fn.length(v.on as never) });
          return { on: output(v.on as never) };
        },
      }),
      false,
    );
  expect(count(list(string()))).toEqual([]);
  expect(count(string())).toEqual(["decided-by-unknown sample.terraform_data.this"]);
  expect(count(string({ known: true }))).toEqual([]);
});

test.each<[string, () => AnyModule, readonly string[]]>([
  [
    "a name that another variable has",
    () =>
      defineOne({
        variables: { a: renamedFrom("b", string()), b: string() },
        build: (_s, v) => ({ x: output(`${v.a}${v.b}`) }),
      }),
    ["old-name-in-use sample.variables.a"],
  ],
  [
    "a name that two variables had",
    () =>
      defineOne({
        variables: { a: renamedFrom("c", string()), b: renamedFrom("c", string()) },
        build: (_s, v) => ({ x: output(`${v.a}${v.b}`) }),
      }),
    ["old-name-in-use sample.variables.b"],
  ],
  [
    "a name that HCL does not allow",
    () => defineOne({ variables: { a: renamedFrom("1 b", string()) }, build: (_s, v) => ({ x: output(v.a) }) }),
    ["bad-name sample.variables.1 b"],
  ],
  [
    "null as a value",
    () =>
      defineOne({
        variables: { a: renamedFrom("b", string({ nullable: true })) },
        build: (_s, v) => ({ x: output(v.a) }),
      }),
    ["renamed-nullable sample.variables.a"],
  ],
  [
    "a variable that nothing uses",
    () => defineOne({ variables: { a: renamedFrom("b", string({ default: "" })) }, build: () => ({}) }),
    ["unused-variable sample.variables.a", "unused-variable sample.variables.b"],
  ],
])("refused: %s", (_what, make, wanted) => {
  expect(codesOf(make())).toEqual(wanted);
});

describe("in a caller's stack", () => {
  const inlined = (inputs: Parameters<typeof renamed.inline>[2]) => {
    const stack = new TerraformStack(new App(), "stack");
    const { outputs } = renamed.inline(stack, "x", inputs);
    const warnings = stack.node
      .findAll()
      .flatMap((one) => one.node.metadata.flatMap(({ type, data }) => (type.endsWith("warn") ? [String(data)] : [])));
    return { size: outputs.size, json: JSON.stringify(stack.toTerraform()), warnings };
  };

  test("the new name wins, the old one works and warns", () => {
    expect(inlined({ name: "new", title: "old" }).json).toContain('"input":"new-3"');
    const old = inlined({ title: "old", amount: 5 });
    expect(old.json).toContain('"input":"old-5"');
    expect(old.size).toBe(5);
    expect(old.warnings).toEqual(["title has a new name: use name.", "amount has a new name: use size."]);
    expect(inlined({ name: "new" }).warnings).toEqual([]);
    expect(old.json).not.toContain("renamed_inputs");
  });

  test("one of the names must be given, and each keeps its rules", () => {
    expect(() => inlined({})).toThrow("the variable `name` is required");
    expect(() => inlined({ title: "UPPER" })).toThrow("name is lower case.");
    expect(() => inlined({ titel: "a" } as never)).toThrow("has no variable `titel`");
  });

  test("a module block and a call take either name", () => {
    const stack = new TerraformStack(new App(), "stack");
    renamed.module(stack, "x", { title: "old", source: "./x" });
    expect(JSON.stringify(stack.toTerraform())).toContain('"title":"old"');
    expect(() => renamed.module(stack, "y", { source: "./x" })).toThrow("the variable `name` is required");
    const calling = defineOne({
      variables: { on: bool(true) },
      build(scope, v) {
        return { id: output(moduleCall(scope, renamed, "x", { title: "old" }).id), on: output(v.on) };
      },
    });
    expect(mainOf(calling)).toContain('title = "old"');
    const missing = defineOne({ build: (scope) => ({ id: output(moduleCall(scope, renamed, "x", {}).id) }) });
    expect(problemsOf(missing)).toMatchObject([{ code: "missing-input" }]);
  });
});
