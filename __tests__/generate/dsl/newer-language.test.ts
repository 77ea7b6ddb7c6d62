/** Over 400 lines because each part of Terraform's newer language has its forms and its refusals here. */
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { expectTypeOf } from "expect-type";
import {
  type AnyModule,
  action,
  actionType,
  argument,
  blocks,
  bool,
  call,
  defineModule,
  type Expr,
  ephemeral,
  ephemeralType,
  fn,
  list,
  local,
  map,
  moduleCall,
  nestedBlock,
  nestedBlocks,
  number,
  object,
  optional,
  output,
  providerFunction,
  raw,
  renamedFrom,
  resource,
  resourceType,
  set,
  string,
  when,
} from "tfwright";
import { App, TerraformStack } from "../../../src/cdk";
import { AWS, codesOf, defineOne, mainOf, problemsOf, textOf } from "../one-module";

const Data = resourceType("terraform_data", {
  arguments: { input: optional(string()) },
  attributes: { id: string(), output: string() },
});
const Password = ephemeralType("aws_secretsmanager_random_password", {
  arguments: { password_length: optional(number()) },
  attributes: { random_password: string() },
});
const Secret = ephemeralType("aws_ssm_parameter", { arguments: { arn: string() }, attributes: { value: string() } });
const Parameter = resourceType("aws_ssm_parameter", {
  arguments: {
    name: string(),
    value: optional(string()),
    value_wo: optional(string()),
    value_wo_version: optional(number()),
    key: optional(nestedBlock({ secret_wo: optional(string()), secret_wo_version: optional(number()) })),
    plain_wo: optional(string()),
  },
  attributes: { id: string() },
});
const Invoke = actionType("aws_lambda_invoke", { arguments: { function_name: string(), payload: string() } });
const CALL = { function_name: "orders", payload: "{}" };

/** What `inline` puts into a stack. */
function inlined(module: AnyModule, inputs: Record<string, unknown> = {}) {
  const stack = new TerraformStack(new App(), "stack");
  module.inline(stack, "call", inputs);
  const json = stack.toTerraform() as Record<string, object>;
  return {
    json,
    warnings: stack.node
      .findAll()
      .flatMap((one) => one.node.metadata.flatMap(({ type, data }) => (type.endsWith("warn") ? [String(data)] : []))),
  };
}

const versionsOf = (module: AnyModule) => {
  const { terraform, opentofu } = module.generate();
  return { terraform, opentofu };
};

describe("ephemeral resources", () => {
  test("are blocks of their own, with the meta-arguments of data sources", () => {
    const module = defineOne({
      variables: { parameters: map(string(), { default: {} }), on: bool(true) },
      build(scope, v) {
        const password = ephemeral(scope, Password, "this", { password_length: 20 }, { comment: "A new one." });
        const secrets = ephemeral(scope, Secret, "each", (each) => ({ arn: each.value }), { forEach: v.parameters });
        const maybe = ephemeral(scope, Password, "maybe", {}, { count: when(v.on, 1, 0) });
        expectTypeOf(password.random_password).toEqualTypeOf<Expr<string>>();
        const header = local(scope, "header", `Bearer ${password.random_password}`);
        resource(
          scope,
          Parameter,
          "this",
          { name: "token", value_wo: header, value_wo_version: 1 },
          { lifecycle: { preconditions: [{ condition: fn.startswith(header, "B"), message: "no token." }] } },
        );
        ephemeral(scope, Secret, "next", { arn: secrets.at("a").value }, { dependsOn: [password] });
        return {
          maybe: output(
            maybe.one((one) => one.random_password),
            { ephemeral: true },
          ),
          known: output(fn.ephemeralasnull(header)),
        };
      },
    });
    expect(mainOf(module)).toBe(`locals {
  header = "Bearer \${ephemeral.aws_secretsmanager_random_password.this.random_password}"
}

# A new one.
ephemeral "aws_secretsmanager_random_password" "this" {
  password_length = 20
}

ephemeral "aws_ssm_parameter" "each" {
  for_each = var.parameters

  arn = each.value
}

ephemeral "aws_secretsmanager_random_password" "maybe" {
  count = var.on ? 1 : 0
}

resource "aws_ssm_parameter" "this" {
  name             = "token"
  value_wo         = local.header
  value_wo_version = 1

  lifecycle {
    precondition {
      condition     = startswith(local.header, "B")
      error_message = "no token."
    }
  }
}

ephemeral "aws_ssm_parameter" "next" {
  arn = ephemeral.aws_ssm_parameter.each["a"].value

  depends_on = [ephemeral.aws_secretsmanager_random_password.this]
}
`);
    expect(versionsOf(module)).toEqual({ terraform: ">= 1.11", opentofu: ">= 1.11" });
  });

  const login = defineModule({
    name: "login",
    title: "Login",
    description: "A token.",
    providers: AWS,
    variables: { seed: optional(string()), hidden: optional(string({ ephemeral: true })) },
    build(scope, v) {
      const password = ephemeral(scope, Password, "this", {});
      resource(scope, Data, "this", { input: v.seed });
      return {
        token: output(password.random_password, { ephemeral: true }),
        hidden: output(v.hidden, { ephemeral: true }),
      };
    },
  });

  type Build = (scope: never, secret: Expr<string>) => object;
  test.each<[string, string, Build]>([
    [
      "an argument of a resource",
      "aws_ssm_parameter.x.value",
      (scope, secret) => resource(scope, Parameter, "x", { name: "x", value: secret }),
    ],
    [
      "a part of an argument",
      "terraform_data.x.input",
      (scope, secret) => resource(scope, Data, "x", { input: `a-${secret}` }),
    ],
    [
      "an argument by way of a local",
      "terraform_data.x.input",
      (scope, secret) => resource(scope, Data, "x", { input: local(scope, "y", fn.upper(secret)) }),
    ],
    [
      "text of the author",
      "terraform_data.x.input",
      (scope) =>
        resource(scope, Data, "x", { input: raw("ephemeral.aws_secretsmanager_random_password.this.random_password") }),
    ],
    [
      "a count",
      "terraform_data.x.count",
      (scope, secret) => resource(scope, Data, "x", {}, { count: fn.length(secret) }),
    ],
    [
      "an action",
      "action.aws_lambda_invoke.x.payload",
      (scope, secret) => action(scope, Invoke, "x", { ...CALL, payload: secret }),
    ],
    [
      "an input that is not ephemeral",
      "module.x.seed",
      (scope, secret) => moduleCall(scope, login, "x", { seed: secret }),
    ],
    [
      "an output of a called module",
      "terraform_data.x.input",
      (scope) => resource(scope, Data, "x", { input: moduleCall(scope, login, "y", {}).token }),
    ],
    [
      "an error message",
      "terraform_data.x",
      (scope, secret) =>
        resource(
          scope,
          Data,
          "x",
          {},
          { lifecycle: { preconditions: [{ condition: fn.startswith(secret, "x"), message: `not ${secret}` }] } },
        ),
    ],
  ])("are refused in %s", (_where, path, build) => {
    const module = defineOne({
      build(scope) {
        const password = ephemeral(scope, Password, "this", {});
        build(scope as never, password.random_password);
        return {};
      },
    });
    expect(codesOf(module)).toContain(`ephemeral-value sample.${path}`);
  });

  test("are refused in an output that is not ephemeral, and as the value of a variable too", () => {
    const module = defineOne({
      variables: { token: string({ ephemeral: true }) },
      build(scope, v) {
        resource(scope, Data, "this", { input: v.token });
        return { token: output(v.token) };
      },
    });
    expect(problemsOf(module)).toEqual([
      {
        code: "ephemeral-value",
        path: "sample.terraform_data.this.input",
        message:
          "`var.token` is ephemeral: Terraform keeps it nowhere, so that it cannot stand in an argument of a resource",
        hint: "use the write-only form of the argument (`password_wo` for `password`) if the provider has one; or `fn.ephemeralasnull`, which is null",
      },
      {
        code: "ephemeral-value",
        path: "sample.outputs.token",
        message:
          "`var.token` is ephemeral: Terraform keeps it nowhere, so that it cannot stand in an output that is not ephemeral",
        hint: "set `ephemeral: true`, or pass the value through `fn.ephemeralasnull`",
      },
    ]);
  });

  test("go into an input that is ephemeral, and into a module of another's source", () => {
    const module = defineOne({
      build(scope) {
        const { token } = moduleCall(scope, login, "a", {});
        moduleCall(scope, login, "b", { hidden: token });
        moduleCall(scope, "c", { source: "./c", inputs: { token } });
        return {};
      },
    });
    expect(mainOf(module)).toContain("hidden = module.a.token");
  });

  test("inlined they stand below `ephemeral` in the stack", () => {
    const module = defineOne({
      build(scope) {
        const password = ephemeral(scope, Password, "this", {});
        resource(scope, Parameter, "this", { name: "x", value_wo: password.random_password, value_wo_version: 1 });
        return {};
      },
    });
    const { json } = inlined(module);
    expect(json).toMatchObject({
      ephemeral: { aws_secretsmanager_random_password: { call: {} } },
      resource: {
        aws_ssm_parameter: {
          call: { value_wo: "${ephemeral.aws_secretsmanager_random_password.call.random_password}" },
        },
      },
      terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
    });
    expect(json.resource).not.toHaveProperty("aws_secretsmanager_random_password");
  });

  test("each function takes its own kind of type", () => {
    const kinds = (make: Build) =>
      codesOf(
        defineOne({
          build(scope) {
            make(scope as never, "" as never);
            return {};
          },
        }),
      );
    expect(kinds((scope) => resource(scope, Password as never, "x", {} as never))).toEqual(["wrong-kind sample.x"]);
    expect(kinds((scope) => ephemeral(scope, Data as never, "x", {} as never))).toEqual(["wrong-kind sample.x"]);
    expect(kinds((scope) => action(scope, Password as never, "x", {} as never))).toEqual(["wrong-kind sample.x"]);
    expect(
      kinds((scope) => ephemeral(scope, Password, "x", {}, { lifecycle: { preventDestroy: true } as never })),
    ).toEqual(["bad-option sample.ephemeral.aws_secretsmanager_random_password.x.lifecycle.preventDestroy"]);
  });
});

describe("write-only arguments", () => {
  const codes = (config: object) =>
    codesOf(
      defineOne({
        build(scope) {
          resource(scope, Parameter, "x", { name: "x", ...config });
          return {};
        },
      }),
      false,
    );

  test.each<[string, object, readonly string[]]>([
    ["with their version", { value_wo: "a", value_wo_version: 1 }, []],
    ["of a type that has no version for them", { plain_wo: "a" }, []],
    ["without it", { value_wo: "a" }, ["write-only-without-version sample.aws_ssm_parameter.x.value_wo"]],
    [
      "in a block",
      { key: { secret_wo: "a" } },
      ["write-only-without-version sample.aws_ssm_parameter.x.key[0].secret_wo"],
    ],
    ["in a block, with it", { key: { secret_wo: "a", secret_wo_version: 2 } }, []],
    ["that are null", { value_wo: null }, []],
  ])("%s", (_what, config, wanted) => {
    expect(codes(config)).toEqual(wanted);
  });

  describe("of a type from a schema are those of the schema, whatever their names", () => {
    const from = { source: "hashicorp/aws", version: "6.34.0" };
    const fields = {
      secret: optional(argument(string(), { writeOnly: true })),
      secret_version: optional(number()),
      two_wo: optional(string()),
      two_wo_version: optional(number()),
    };
    const Vault = resourceType("aws_vault", {
      from,
      arguments: { ...fields, entry: optional(nestedBlocks(fields)), whole: optional(string()) },
    });
    const vault = (config: (token: never, names: never) => object) =>
      defineOne({
        terraform: ">= 1.10",
        variables: { token: string({ ephemeral: true }), names: list(string()) },
        build(scope, v) {
          resource(scope, Vault, "x", config(v.token as never, v.names as never));
          return {};
        },
      });

    test.each<[string, (token: never, names: never) => object, readonly string[]]>([
      [
        "an ephemeral value may stand in one",
        (token) => ({ secret: token, secret_version: 1 }),
        ["terraform-too-old sample.aws_vault.x.secret"],
      ],
      [
        "it may not in another that ends in `_wo`",
        (token) => ({ two_wo: token }),
        ["ephemeral-value sample.aws_vault.x.two_wo"],
      ],
      ["one without its version", () => ({ secret: "a" }), ["write-only-without-version sample.aws_vault.x.secret"]],
      ["another without its version", () => ({ two_wo: "a" }), []],
      [
        "in blocks",
        (token) => ({ entry: [{ secret: token, secret_version: 1 }, { two_wo: token }] }),
        ["ephemeral-value sample.aws_vault.x.two_wo", "terraform-too-old sample.aws_vault.x.secret"],
      ],
      [
        "in dynamic blocks",
        (token, names) => ({ entry: blocks(names, () => ({ two_wo: token })) }),
        ["ephemeral-value sample.aws_vault.x.entry.two_wo"],
      ],
    ])("%s", (_what, config, wanted) => {
      const codes = codesOf(vault(config), false).filter((code) => !code.startsWith("unused-variable"));
      expect([...codes].sort()).toEqual(wanted);
    });
  });

  test("of a package's class have the class's own names", () => {
    const module = defineOne({
      build(scope) {
        resource(scope, SsmParameter, "x", { name: "x", type: "SecureString", valueWo: "a" });
        return {};
      },
    });
    expect(problemsOf(module)).toMatchObject([
      {
        code: "write-only-without-version",
        hint: "give `valueWoVersion`, a number that the caller raises with each new value",
      },
    ]);
  });
});

describe("functions", () => {
  const parse = providerFunction("time", "duration_parse", {
    parameters: [string()],
    result: object({ hours: number() }),
  });
  const TIME = { time: { source: "hashicorp/time", version: ">= 0.12" } };

  test("of providers are typed, and their provider is required", () => {
    const module = defineOne({
      providers: { ...AWS, ...TIME },
      variables: {
        age: string({
          default: "1h",
          validate: [{ condition: (age) => fn.can(parse(age)), message: "age is a duration." }],
        }),
      },
      build(_scope, v) {
        const { hours } = parse(v.age);
        expectTypeOf(hours).toEqualTypeOf<Expr<number>>();
        return { hours: output(hours) };
      },
    });
    expect(textOf(module, "outputs.tf")).toContain("value = provider::time::duration_parse(var.age).hours");
    expect(textOf(module, "versions.tf")).toContain("hashicorp/time");
    expect(textOf(module, "versions.tf")).not.toContain("hashicorp/aws");
    expect(versionsOf(module)).toEqual({ terraform: ">= 1.8", opentofu: ">= 1.7" });
  });

  test.each<[string, () => Expr<unknown>]>([
    ["a typed one", () => parse("1h")],
    ["a call by name", () => call("provider::time::duration_parse", "1h")],
    ["text of the author", () => raw('provider::time::duration_parse("1h")')],
  ])("of a provider that is not declared are refused: %s", (_what, make) => {
    expect(problemsOf(defineOne({ build: () => ({ x: output(make()) }) }))).toMatchObject([
      {
        code: "provider-not-declared",
        path: "sample.providers.time",
        message: "provider::time::duration_parse needs the provider `time`, which the definition does not declare",
      },
    ]);
  });

  type BuildOfAge = (scope: never, age: Expr<string>) => object;
  test.each<[string, BuildOfAge]>([
    ["an output", (_scope, age) => ({ x: output(call("provider::time::duration_parse", age)) })],
    [
      "text of the author",
      (_scope, age) => ({ x: output(age), y: output(raw('provider::time::duration_parse("1h")')) }),
    ],
    [
      "a condition of an output",
      (_scope, age) => ({
        x: output(age, {
          preconditions: [
            {
              condition: fn.can(call("provider::time::duration_parse", age)) as never,
              message: "It must be a duration.",
            },
          ],
        }),
      }),
    ],
    [
      "an input of a call",
      (scope, age) => {
        moduleCall(scope as never, "c", {
          source: "./c",
          inputs: { age: call("provider::time::duration_parse", age) },
        });
        return {};
      },
    ],
  ])("in %s of an inlined module require their provider", (_what, build) => {
    const module = defineOne({
      providers: { ...AWS, ...TIME },
      variables: { age: string() },
      build: (scope, v) => build(scope as never, v.age as never) as never,
    });
    const { json } = inlined(module, { age: raw("local.age") });
    expect(json).toMatchObject({ terraform: { required_providers: { time: TIME.time } } });
  });

  test("of Terraform's own provider need no declaration", () => {
    const module = defineOne({ build: () => ({ x: output(call("provider::terraform::encode_expr", "a")) }) });
    expect(textOf(module, "versions.tf")).toContain("terraform.io/builtin/terraform");
  });

  test("take as many arguments as they have parameters", () => {
    // @ts-expect-error no argument
    expect(() => parse()).toThrow("takes 1 arguments, but was given 0");
    // @ts-expect-error one too many
    expect(() => parse("a", "b")).toThrow("takes 1 arguments, but was given 2");
    const join = providerFunction("x", "join", { parameters: [string()], rest: number(), result: string() });
    expectTypeOf(join("a", 1, 2)).toEqualTypeOf<Expr<string>>();
    // @ts-expect-error not a number
    join("a", "b");
  });

  test("`convert` takes a type, has its type, and decides a count where its value does", () => {
    const module = defineOne({
      variables: { names: list(string()), box: map(string(), { default: {} }) },
      build(scope, v) {
        const box = fn.convert(v.box, object({ a: string(), b: optional(list(number()), [1]), c: optional(bool()) }));
        expectTypeOf(box.a).toEqualTypeOf<Expr<string>>();
        resource(scope, Data, "this", { input: box.a }, { count: fn.length(fn.convert(v.names, list(number()))) });
        return {};
      },
    });
    expect(mainOf(module)).toBe(`resource "terraform_data" "this" {
  count = length(convert(var.names, list(number)))

  input = convert(
    var.box,
    object({
      a = string
      b = optional(list(number), [1])
      c = optional(bool)
    })
  ).a
}
`);
    expect(versionsOf(module)).toEqual({ terraform: ">= 1.15", opentofu: ">= 1.13" });
    const unknown = defineOne({
      variables: { names: list(string()) },
      build(scope, v) {
        resource(scope, Data, "this", {}, { count: fn.length(fn.convert(v.names, set(string()))) });
        return {};
      },
    });
    expect(codesOf(unknown)).toEqual(["decided-by-unknown sample.terraform_data.this"]);
    expect(() => fn.convert("a", "string" as never)).toThrow("the second argument of `convert` must be a type");
  });
});

describe("variables and outputs", () => {
  test("say what is deprecated and what is constant", () => {
    const module = defineOne({
      variables: {
        old: optional(string({ deprecated: "Use ${new}." })),
        zone: string({ default: "a", const: true }),
      },
      build(scope, v) {
        resource(scope, Data, "this", { input: v.old }, { count: when(fn.startswith(v.zone, "a"), 1, 0) });
        return { old: output(v.old, { deprecated: "Use other.", type: optional(string()) }) };
      },
    });
    expect(textOf(module, "variables.tf")).toBe(`variable "old" {
  type       = string
  default    = null
  deprecated = "Use $\${new}."
}

variable "zone" {
  type     = string
  default  = "a"
  nullable = false
  const    = true
}
`);
    expect(textOf(module, "outputs.tf")).toBe(`output "old" {
  type       = string
  value      = var.old
  deprecated = "Use other."
}
`);
    expect(textOf(module, "README.md")).toContain("- Input `old`: Use ${new}.\n- Output `old`: Use other.\n");
    expect(versionsOf(module)).toEqual({ terraform: ">= 1.15", opentofu: false });
  });

  test.each<[string, () => AnyModule, string]>([
    [
      "a required variable",
      () => one({ x: string({ deprecated: "Use y." }) }),
      "deprecated-but-required sample.variables.x",
    ],
    ["no message", () => one({ x: string({ default: "", deprecated: " " }) }), "empty-message sample.variables.x"],
    [
      "constant and sensitive",
      () => one({ x: string({ const: true, sensitive: true }) }),
      "const-secret sample.variables.x",
    ],
    [
      "an option inside of a type",
      () => one({ x: list(string({ const: true })) }),
      "option-has-no-effect sample.variables.x",
    ],
    [
      "a renamed attribute",
      () => one({ x: object({ a: renamedFrom("b", string()) }) }),
      "option-has-no-effect sample.variables.x.a",
    ],
    [
      "no message of an output",
      () => defineOne({ build: () => ({ x: output("a", { deprecated: "" }) }) }),
      "empty-message sample.outputs.x",
    ],
    [
      "a type that is none",
      () => defineOne({ build: () => ({ x: output("a", { type: "string" as never }) }) }),
      "unknown-type sample.outputs.x",
    ],
    [
      "a type with a default",
      () => defineOne({ build: () => ({ x: output("a", { type: string({ default: "b" }) }) }) }),
      "option-has-no-effect sample.outputs.x",
    ],
    [
      "a type that the value cannot have",
      () => defineOne({ build: () => ({ x: output(["a"], { type: map(string()) }) }) }),
      "output-type sample.outputs.x",
    ],
  ])("refuse %s", (_what, make, wanted) => {
    expect(codesOf(make())).toContain(wanted);
  });

  const constant = defineModule({
    name: "constant",
    title: "Constant",
    description: "Takes a constant.",
    variables: { zone: string({ const: true }) },
    build: (_scope, v) => ({ zone: output(v.zone) }),
  });

  test("a constant comes from a constant", () => {
    const calling = (variables: object, zone: (v: never, scope: never) => unknown) =>
      codesOf(
        defineOne({
          variables: variables as Record<string, ReturnType<typeof string>>,
          build(scope, v) {
            const { zone: made } = moduleCall(scope, constant, "x", {
              zone: zone(v as never, scope as never) as string,
            });
            return {
              made: output(made),
              all: output({ ...Object.fromEntries(Object.keys(variables).map((key) => [key, v[key]])) }),
            };
          },
        }),
        false,
      );
    const z = (v: { z: Expr<string> }) => v.z;
    expect(calling({}, () => "a")).toEqual([]);
    expect(calling({ z: string({ const: true }) }, z as never)).toEqual([]);
    expect(
      calling({ z: string({ const: true }) }, ((v: never, scope: never) => local(scope, "l", fn.upper(z(v)))) as never),
    ).toEqual([]);
    expect(calling({ z: string() }, z as never)).toEqual(["not-constant sample.module.x.zone"]);
    expect(calling({ z: string() }, ((v: never, scope: never) => local(scope, "l", fn.upper(z(v)))) as never)).toEqual([
      "not-constant sample.module.x.zone",
    ]);
  });

  test("inlined, a constant takes no token, and what is deprecated warns", () => {
    const stack = new TerraformStack(new App(), "stack");
    expect(() => constant.inline(stack, "x", { zone: "${var.a}" as never })).not.toThrow();
    const other = new TerraformStack(new App(), "other");
    const made = defineOne({ build: (scope) => ({ id: output(resource(scope, Data, "this", {}).id) }) }).inline(
      other,
      "y",
      {},
    );
    expect(() => constant.inline(other, "x", { zone: made.outputs.id })).toThrow("so that it takes no token");
    const deprecated = one({ x: optional(string({ deprecated: "Use y." })) });
    expect(inlined(deprecated, { x: "a" }).warnings).toEqual(["x is deprecated: Use y."]);
    expect(inlined(deprecated, {}).warnings).toEqual([]);
  });

  test("inlined, an output with a type has the defaults of its attributes", () => {
    const module = defineOne({
      build: () => ({ box: output({ a: "x" }, { type: object({ a: string(), b: optional(number(), 3) }) }) }),
    });
    const { box } = module.inline(new TerraformStack(new App(), "stack"), "x", {}).outputs;
    expect({ ...box }).toEqual({ a: "x", b: 3 });
    expectTypeOf(box.b).toEqualTypeOf<number>();
  });
});

/** A module of these variables that uses all of them. */
function one(variables: object): AnyModule {
  return defineOne({
    variables: variables as Record<string, ReturnType<typeof string>>,
    build: (_scope, v) => ({
      all: output({ ...Object.fromEntries(Object.keys(variables).map((name) => [name, v[name]])) }),
    }),
  });
}
