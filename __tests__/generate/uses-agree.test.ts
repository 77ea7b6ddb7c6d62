/** Where the three uses could drift apart: sets, nulls, secrets, preconditions, calls of calls, addresses, tokens. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  any,
  bool,
  defineModule,
  type Expr,
  eq,
  fn,
  list,
  map,
  moduleCall,
  object,
  optional,
  output,
  raw,
  resource,
  resourceType,
  set,
  string,
  TfwrightError,
  tuple,
} from "tfwright";
import { glueJob } from "../../modules";
import { App, Construct, LocalBackend, resolveToken, TerraformStack } from "../../src/cdk";
import { AWS, codesOf, defineOne, textOf } from "./one-module";

const Data = resourceType("terraform_data", {
  arguments: { input: optional(any()) },
  attributes: { id: string(), output: any() },
});

type Json = {
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
  readonly module?: Record<string, Record<string, unknown>>;
  readonly output?: Record<string, Record<string, unknown>>;
  readonly terraform?: { readonly required_providers?: object };
};

function synth(use: (stack: TerraformStack) => void): Json {
  const stack = new TerraformStack(new App({ skipValidation: true, stackTraces: false }), "s");
  use(stack);
  return JSON.parse(JSON.stringify(stack.toTerraform())) as Json;
}

const inputOf = (json: Json, name: string) => json.resource.terraform_data?.[name]?.input;
const fails = (use: (stack: TerraformStack) => void) => {
  try {
    synth(use);
  } catch (error) {
    if (error instanceof TfwrightError) return error.problems.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
};

const values = defineOne({
  name: "values",
  providers: {},
  variables: {
    names: set(string(), { default: [], known: true }),
    text: string({ default: "dflt", nullable: true }),
    secret: string({ default: "", sensitive: true }),
    nested: map(object({ a: string(), b: optional(string()) }), { default: {} }),
    pair: tuple([string(), bool()], { default: ["a", true] }),
    flag: bool(true),
  },
  build(scope, v) {
    const one = resource(scope, Data, "this", { input: [v.text, v.secret] });
    const many = resource(scope, Data, "many", { input: fn.jsonencode(v.names) }, { count: fn.length(v.names) });
    const counted = resource(scope, Data, "one", { input: v.pair }, { count: 1 });
    return {
      id: output(one.id),
      text: output(v.text),
      names: output(v.names),
      nested: output(v.nested),
      flag: output(v.flag),
      ids: output(counted.all((item) => item.id)),
      first: output(counted.one((item) => item.id)),
      many: output(many.all((item) => item.id)),
    };
  },
});

describe("inline gives what a module block would", () => {
  it("for a set: no doubles, in the order of its values", () => {
    const json = synth((stack) => values.inline(stack, "x", { names: ["b", "a", "b"] }));
    expect(json.resource.terraform_data?.x_many?.count).toBe(2);
    expect(inputOf(json, "x_many")).toBe('${jsonencode(["a", "b"])}');
    const open = synth((stack) => {
      const queue = new SqsQueue(stack, "queue", {});
      values.inline(stack, "x", { names: ["b", queue.name] });
    });
    expect(inputOf(open, "x_many")).toBe('${jsonencode(toset(["b", aws_sqs_queue.queue.name]))}');
  });

  it("for null where null is a value", () => {
    const json = synth((stack) => {
      values.inline(stack, "x", { text: null });
      values.module(stack, "y", { source: "./x", text: null });
    });
    expect(inputOf(json, "x")).toEqual([null, expect.anything()]);
    expect(json.module?.y).toHaveProperty("text", null);
  });

  it("for a secret", () => {
    const json = synth((stack) => values.inline(stack, "x", { secret: "hunter2" }));
    expect(inputOf(json, "x")).toEqual(["dflt", '${sensitive("hunter2")}']);
  });

  it("for preconditions of outputs", () => {
    const module = defineOne({
      name: "ruled",
      providers: {},
      variables: { name: string() },
      build(scope, v) {
        const made = resource(scope, Data, "this", { input: v.name });
        const rule = { condition: eq(v.name, "good"), message: "Name must be good." };
        return { id: output(made.id, { preconditions: [rule] }) };
      },
    });
    expect(fails((stack) => module.inline(stack, "x", { name: "bad" }))).toEqual(["rule-broken s/x.outputs.id"]);
    expect(synth((stack) => module.inline(stack, "x", { name: "good" })).output).toBeUndefined();
    const open = synth((stack) => module.inline(stack, "x", { name: new SqsQueue(stack, "q", {}).name }));
    expect(open.output?.x_id).toEqual({
      value: "${terraform_data.x.id}",
      precondition: [{ condition: '${aws_sqs_queue.q.name == "good"}', error_message: "Name must be good." }],
    });
  });
});

describe("calls of calls, inlined", () => {
  const Regional = resourceType("aws_thing", { arguments: { name: string() }, attributes: { id: string() } });
  const aliased = (alias: string) => ({ aws: { ...AWS.aws, configurationAliases: [alias] } });
  const leaf = defineModule({
    name: "leaf",
    title: "Leaf",
    description: "Leaf.",
    providers: aliased("aws.west"),
    variables: { name: string() },
    build: (scope, v) => ({
      id: output(resource(scope, Regional, "this", { name: v.name }, { provider: "aws.west" }).id),
    }),
  });
  const mid = defineModule({
    name: "mid",
    title: "Mid",
    description: "Mid.",
    providers: aliased("aws.backup"),
    variables: { names: map(string(), { default: {} }) },
    build(scope, v) {
      const one = moduleCall(scope, leaf, "leaf", { name: "a" }, { providers: { "aws.west": "aws.backup" } });
      moduleCall(scope, leaf, "each", (each: { readonly value: Expr<string> }) => ({ name: each.value }), {
        forEach: v.names,
        providers: { "aws.west": "aws.backup" },
      });
      return { id: output(one.id) };
    },
  });
  const top = defineModule({
    name: "top",
    title: "Top",
    description: "Top.",
    providers: aliased("aws.dr"),
    variables: { names: map(string(), { default: {} }) },
    build(scope, v) {
      const first = resource(scope, Regional, "first", { name: "first" });
      const middle = moduleCall(
        scope,
        mid,
        "mid",
        { names: v.names },
        { providers: { "aws.backup": "aws.dr" }, dependsOn: [first] },
      );
      resource(scope, Regional, "after", { name: "after" }, { dependsOn: [middle] });
      return { id: output(middle.id) };
    },
  });

  it("keep provider configurations and what waits for what through all levels", () => {
    const json = synth((stack) => top.inline(stack, "t", { names: { k: "v" } }));
    expect(json.resource.aws_thing?.t_mid_leaf).toMatchObject({
      provider: "aws.dr",
      depends_on: ["aws_thing.t_first"],
    });
    expect(json.module?.t_mid_each).toMatchObject({ providers: { "aws.west": "aws.dr" } });
    expect(json.resource.aws_thing?.t_after?.depends_on).toEqual(["module.t_mid_each", "aws_thing.t_mid_leaf"]);
  });

  it("refuse a provider configuration that the module does not take", () => {
    const typo = defineOne({
      build: (scope) => ({
        id: output(moduleCall(scope, leaf, "x", { name: "a" }, { providers: { "aws.wset": "aws.dr" } }).id),
      }),
    });
    expect(codesOf(typo)).toEqual(["unknown-alias sample.module.x.providers"]);
  });

  it("in a circle are an error that names them", () => {
    const circle: { readonly name: string; generate(): unknown } = defineOne({
      name: "ring",
      build: (scope) => ({
        x: output(
          (moduleCall(scope, circle as typeof leaf, "self", { name: "a" }) as unknown as { id: Expr<string> }).id,
        ),
      }),
    });
    expect(() => circle.generate()).toThrow("modules call each other in a cycle: ring calls ring");
  });
});

describe("addresses", () => {
  const good = {
    role_arn: "arn:aws:iam::111111111111:role/orders",
    script_location: "s3://b/s.py",
    glue_version: "5.0",
  };

  it("that are taken are refused", () => {
    const twice = fails((stack) => {
      for (const team of ["a", "b"])
        glueJob.inline(new Construct(stack, team), "job", { ...good, name: `${team}-orders` });
    });
    expect(twice).toEqual(["duplicate-address s/b/job"]);
  });

  it("that a hand-written construct has too are told before synthesis", () => {
    const app = new App({ skipValidation: true, stackTraces: false });
    const stack = new TerraformStack(app, "s");
    const inlined = values.inline(stack, "queue", {});
    expect(inlined.node.validate()).toEqual([]);
    const same = defineOne({
      variables: {},
      build: (scope) => ({ id: output(resource(scope, SqsQueue, "this", {}).id) }),
    });
    const made = same.inline(new Construct(stack, "inner"), "orders", {});
    new SqsQueue(stack, "orders", {});
    expect(made.node.validate()).toEqual([
      "s/orders has the address of s/inner/orders/aws_sqs_queue.orders: give one of the two another id",
    ]);
  });
});

describe("outputs as tokens", () => {
  const textOfToken = (stack: TerraformStack, value: unknown) => resolveToken(stack, value);

  it("are what their types say, known or not", () => {
    synth((stack) => {
      const { outputs } = values.inline(stack, "x", { text: "a${b}%{c}", nested: { k: { a: "q" } } });
      expect(outputs.ids.map(String)).toHaveLength(1);
      expect(textOfToken(stack, outputs.first)).toBe("${terraform_data.x_one.id}");
      expect(outputs.nested.at("k").a).toBe("q");
      expect(textOfToken(stack, outputs.nested.at("k").b)).toBe("${null}");
      expect(Object.keys(outputs.nested)).toEqual(["k"]);
      expect(textOfToken(stack, outputs.text)).toBe('${"a$${b}%%{c}"}');
      expect(outputs.flag).toBe(true);
    });
  });

  it("of other stacks are told apart, and go on with what their stack was given", () => {
    const app = new App({ skipValidation: true, stackTraces: false, outdir: mkdtempSync(join(tmpdir(), "tfwright-")) });
    const [a, b] = ["a", "b"].map((name) => new TerraformStack(app, name)) as [TerraformStack, TerraformStack];
    for (const stack of [a, b]) new LocalBackend(stack, {});
    const { outputs } = values.inline(a, "x", { text: new SqsQueue(a, "q", {}).name });
    const command = { scriptLocation: "x" };
    new GlueJob(b, "job", { name: outputs.first, roleArn: outputs.text, connections: outputs.ids, command });
    app.synth();
    const first = JSON.parse(readFileSync(join(app.outdir, "stacks/a/cdk.tf.json"), "utf8")) as Json;
    rmSync(app.outdir, { recursive: true });
    const shown = Object.values(first.output ?? {}).map(({ value }) => value);
    expect(shown).toContain("${terraform_data.x_one.id}");
    expect(shown).toContain("${[terraform_data.x_one.id]}");
    expect(shown).toContain("${aws_sqs_queue.q.name}");
    expect(JSON.stringify(first)).not.toContain("terraform_remote_state");
  });
});

it("inlined, a provider without a package is required as the definition says", () => {
  const Widget = resourceType("acme_widget", { arguments: { name: string() }, attributes: { id: string() } });
  const module = defineOne({
    providers: { acme: { source: "acme/acme", version: ">= 1.0" } },
    variables: { name: string() },
    build: (scope, v) => ({ id: output(resource(scope, Widget, "this", { name: v.name }).id) }),
  });
  const json = synth((stack) => module.inline(stack, "x", { name: "a" }));
  expect(json.terraform?.required_providers).toEqual({ acme: { source: "acme/acme", version: ">= 1.0" } });
});

describe("secrets through a call, a local and a resource", () => {
  const pass = defineOne({
    name: "pass",
    providers: {},
    variables: { name: string(), other: string({ default: "" }) },
    build(scope, v) {
      const made = resource(scope, Data, "this", { input: v.name });
      return { name: output(v.name), kept: output(made.output), other: output(v.other) };
    },
  });

  it("make the outputs that show them sensitive", () => {
    const module = defineOne({
      providers: {},
      variables: { secret: string({ sensitive: true }) },
      build(scope, v) {
        const call = moduleCall(scope, pass, "p", { name: v.secret });
        const own = resource(scope, Data, "this", { input: v.secret });
        return {
          name: output(call.name),
          other: output(call.other),
          input: output(raw("terraform_data.this.id")),
          id: output(own.id),
        };
      },
    });
    const outputs = textOf(module, "outputs.tf");
    expect(outputs).toMatch(/output "name" \{\n {2}value {5}= module\.p\.name\n {2}sensitive = true/);
    expect(outputs).toContain('output "other" {\n  value = module.p.other\n}');
    expect(outputs).toContain('output "id" {\n  value = terraform_data.this.id\n}');
  });
});

describe("bounds", () => {
  it.each([
    ["< 2.0, >= 1.2", "terraform-too-old"],
    ["!= 1.9.0, >= 1.1", "terraform-too-old"],
    ["<= 1.9", "terraform-too-old"],
    ["~> 1.2", "terraform-too-old"],
    [">= 1.3 || >= 2", "bad-version"],
    ["latest", "bad-version"],
    [">= 1", "terraform-too-old"],
    [">= 1.2, >= 1.5", undefined],
    ["v1.5", undefined],
  ])("%s for something of 1.3", (terraform, code) => {
    const module = defineOne({
      terraform,
      variables: { x: object({ a: optional(string()) }) },
      build: (_scope, v) => ({ x: output(v.x) }),
    });
    expect([...new Set(codesOf(module, false).map((one) => one.split(" ")[0]))]).toEqual(
      code === undefined ? [] : [code],
    );
  });

  it.each([
    ["hashicorp/time", []],
    ["time", []],
    ["registry.example.com:8443/hashi-corp/time", []],
    ["https://registry.example.com/hashicorp/time", ["bad-source sample.providers.time"]],
    ["hashicorp/time/", ["bad-source sample.providers.time"]],
    ["a/b/c/time", ["bad-source sample.providers.time"]],
    ["", ["bad-source sample.providers.time"]],
  ])("the source %j of a provider", (source, want) => {
    const Sleep = resourceType("time_sleep", { arguments: { create_duration: string() } });
    const module = defineOne({
      providers: { time: { source, version: ">= 0.12" } },
      build(scope) {
        resource(scope, Sleep, "this", { create_duration: "1s" });
        return {};
      },
    });
    expect(codesOf(module, false)).toEqual(want);
  });

  it("of HCL that the author wrote are seen, and providers that exclude each other", () => {
    const module = defineOne({
      variables: { x: string() },
      build: (_scope, v) => ({ x: output(raw(`provider::aws::arn_parse(var.x)`)), y: output(v.x) }),
    });
    expect(module.generate()).toMatchObject({ terraform: ">= 1.8", opentofu: ">= 1.7" });
    const empty = defineOne({
      providers: { aws: { source: "hashicorp/aws", version: ">= 6.0, ~> 5.0" } },
      build: (scope) => ({ x: output(resource(scope, SqsQueue, "this", {}).id) }),
    });
    expect(codesOf(empty)).toEqual(["bad-version sample.providers.aws"]);
  });
});

describe("a module block is checked as inline is", () => {
  const call = (inputs: object) => fails((stack) => values.module(stack, "x", { source: "./x", ...inputs } as never));

  it.each<[object, string]>([
    [{ nmae: "x" }, "unknown-variable s/x.nmae"],
    [{ flag: "yes" }, "input-type s/x.flag"],
    [{ source: "" }, "bad-option s/x"],
    [{ forEach: ["a"] }, "bad-option s/x"],
  ])("%j", (inputs, problem) => {
    expect(call(inputs)).toEqual([problem]);
  });

  it("and knows its outputs by name, as what is inlined does", () => {
    synth((stack) => {
      const inlined = values.inline(stack, "y", {}).outputs;
      expect(() => (inlined as unknown as { nope: unknown }).nope).toThrow("values has no output `nope`");
      const { outputs } = values.module(stack, "x", { source: "./x" });
      expect(() => (outputs as unknown as { nope: unknown }).nope).toThrow("values has no output `nope`");
    });
  });

  it("needs every variable that has no default", () => {
    const required = defineOne({
      name: "required",
      variables: { name: string(), list: list(string()) },
      build: (_s, v) => ({ n: output(v.name), l: output(v.list) }),
    });
    expect(fails((stack) => required.module(stack, "x", { name: null } as never))).toEqual([
      "missing-input s/x.name",
      "missing-input s/x.list",
    ]);
  });
});
