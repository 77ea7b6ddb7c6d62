/** Modules that call modules: what is written, what is merged, what is refused, and what `inline` makes of it. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { expectTypeOf } from "expect-type";
import {
  bool,
  defineModule,
  type Expr,
  fn,
  list,
  map,
  moduleCall,
  number,
  object,
  optional,
  output,
  raw,
  resource,
  string,
  TfwrightError,
  when,
} from "tfwright";
import { App, resolveToken, TerraformStack } from "../../src/cdk";
import { bucketPair, dataset, lake } from "../golden/calling";
import { AWS, defineOne, filesOf, mainOf, problemsOf, textOf } from "./one-module";

const queue = defineModule({
  name: "queue",
  title: "Queue",
  description: "A queue.",
  providers: AWS,
  terraform: ">= 1.9",
  variables: {
    name: string({
      validate: [{ condition: (name) => fn.can(fn.regex("^[a-z]+$", name)), message: "name is lower case." }],
    }),
    retention: number({ default: 60 }),
    on: bool(true),
    dead: optional(object({ age: optional(number(), 7), note: optional(string()) })),
    kinds: list(string(), { default: [] }),
    tags: map(string(), { default: {} }),
  },
  build(scope, v) {
    const main = resource(scope, SqsQueue, "this", {
      name: v.name,
      messageRetentionSeconds: v.retention,
      tags: v.tags,
      policy: fn.jsonencode({ kinds: v.kinds, dead: v.dead }),
    });
    const more = resource(scope, SqsQueue, "more", { name: `${v.name}-more` }, { count: when(v.on, 1, 0) });
    return {
      arn: output(main.arn, { description: "ARN." }),
      more: output(more.one((one) => one.arn)),
      secret: output(`${v.name}!`, { sensitive: true }),
      whole: output({ arn: main.arn, size: v.retention }),
    };
  },
});

const NAME = { name: string() };
type Call = (scope: never, v: { readonly name: Expr<string> }) => object;
const calling = (call: Call, more: object = {}) =>
  defineOne({ name: "caller", providers: {}, variables: NAME, build: call as never, ...more });
const codes = (call: Call, more?: object) => problemsOf(calling(call, more)).map(({ code, path }) => `${code} ${path}`);

describe("a call of one of our modules", () => {
  it("is a block with a relative source, and its outputs have their types", () => {
    const module = defineOne({
      name: "caller",
      variables: NAME,
      build: (scope, v) => {
        const call = moduleCall(scope, queue, "orders", { name: v.name, tags: { a: v.name }, dead: { age: 3 } });
        expectTypeOf(call.arn).toEqualTypeOf<Expr<string>>();
        expectTypeOf(call.whole.size).toEqualTypeOf<Expr<number>>();
        return { arn: output(call.arn), size: output(call.whole.size), secret: output(call.secret) };
      },
    });
    expect(mainOf(module)).toBe(`module "orders" {
  source = "../queue"

  name = var.name
  tags = { a = var.name }
  dead = { age = 3 }
}
`);
    expect(textOf(module, "outputs.tf")).toContain("value = module.orders.whole.size");
    expect(textOf(module, "outputs.tf")).toMatch(/module\.orders\.secret\n {2}sensitive = true/);
    expect(filesOf(module).get("README.md")).toContain("└── module.orders (queue)\n    ├── aws_sqs_queue.this");
  });

  it("takes on the versions and providers of what it calls", () => {
    const { terraform, providers } = lake.generate();
    expect(terraform).toBe(">= 1.5.7");
    expect(providers).toEqual([
      { name: "aws", source: "hashicorp/aws", version: ">= 6.2", aliases: ["aws.replica", "aws.archive"] },
    ]);
    const caller = calling((scope, v) => ({ arn: output(moduleCall(scope, queue, "q", { name: v.name }).arn) }));
    expect(caller.generate()).toMatchObject({ terraform: ">= 1.9", providers: [{ name: "aws", version: ">= 6.0" }] });
  });

  it("names no provider in a call by itself: Terraform would demand it of every caller", () => {
    const given: Call = (scope, v) => {
      moduleCall(scope, queue, "one", { name: v.name }, { providers: { aws: "aws.west" } });
      moduleCall(scope, queue, "two", { name: v.name });
      return {};
    };
    const aws = { ...AWS.aws, configurationAliases: ["aws.west"] };
    const text = mainOf(calling(given, { providers: { aws } }));
    expect(text.match(/providers = \{\n.*/g)).toEqual(["providers = {\n    aws = aws.west"]);
  });

  it("refuses what cannot be merged", () => {
    const call: Call = (scope, v) => ({ arn: output(moduleCall(scope, queue, "q", { name: v.name }).arn) });
    expect(codes(call, { terraform: ">= 1.8" })).toEqual(["terraform-too-old caller.module.q"]);
    expect(codes(call, { providers: { aws: { source: "acme/aws" } } })).toEqual(["provider-differs caller.module.q"]);
    const same = { aws: { source: "registry.terraform.io/hashicorp/aws" } };
    expect(calling(call, { providers: same }).generate().providers).toMatchObject([{ version: ">= 6.0" }]);
  });

  it("checks the inputs", () => {
    const wrong =
      (inputs: object): Call =>
      (scope) => ({ x: output(moduleCall(scope, queue, "q", inputs as never).arn) });
    const unused = "unused-variable caller.variables.name";
    const withoutUnused = (call: Call) => codes(call).filter((code) => code !== unused);
    expect(withoutUnused(wrong({}))).toEqual(["missing-input caller.module.q.name"]);
    expect(withoutUnused(wrong({ name: "a", nam: 1 }))).toEqual(["unknown-variable caller.module.q.nam"]);
    expect(withoutUnused(wrong({ name: 1 }))).toEqual(["input-type caller.module.q.name"]);
    expect(withoutUnused(wrong({ name: "UPPER" }))).toEqual(["validation-failed caller.module.q.name"]);
    expect(withoutUnused(wrong({ name: "a", dead: { ages: 1 } }))).toEqual([
      "unknown-attribute caller.module.q.dead.ages",
    ]);
  });

  it("refuses what decides a count in the other module by something unknown", () => {
    const call: Call = (scope, v) => ({
      x: output(moduleCall(scope, queue, "q", { name: v.name, on: raw<boolean>("length(var.name) > 3") }).arn),
    });
    expect(codes(call)).toEqual(["decided-by-unknown caller.module.q.on"]);
  });

  it("knows its outputs by name", () => {
    const call: Call = (scope, v) => ({
      x: output((moduleCall(scope, queue, "q", { name: v.name }) as unknown as { arm: Expr<string> }).arm),
    });
    expect(problemsOf(calling(call))).toMatchObject([
      { code: "unknown-output", message: "queue has no output `arm`", hint: expect.stringContaining("arn") },
    ]);
  });
});

describe("a call, inlined", () => {
  type Json = { readonly resource: Record<string, Record<string, Record<string, unknown>>>; readonly module?: object };
  function synth(use: (stack: TerraformStack) => void): Json {
    const stack = new TerraformStack(new App({ skipValidation: true, stackTraces: false }), "s");
    use(stack);
    return stack.toTerraform() as Json;
  }

  it("becomes the resources of both", () => {
    const made = synth((stack) => {
      const inlined = dataset.inline(stack, "data", { name: "orders", archive: true });
      expect(resolveToken(stack, inlined.outputs.database)).toBe("${aws_glue_catalog_database.data.name}");
    });
    expect(Object.keys(made.resource.aws_s3_bucket ?? {})).toEqual([
      "data_main",
      "data_archive",
      "data_archive_replica",
    ]);
    expect(made.resource.aws_s3_bucket?.data_archive_replica).toMatchObject({
      provider: "aws.archive",
      depends_on: ["aws_s3_bucket.data_main"],
    });
    expect(made.resource.aws_glue_catalog_database?.data).toMatchObject({
      location_uri: "s3://${aws_s3_bucket.data_main.bucket}/",
      name: "orders",
    });
    expect(made.module).toBeUndefined();
  });

  it("keeps a `module` block where the number of calls is not one", () => {
    const made = synth((stack) => dataset.inline(stack, "data", { name: "orders", zones: { raw: {} } }));
    expect(made.module).toMatchObject({
      data_zone: {
        source: expect.stringMatching(/^\.\..*\/generated\/modules\/bucket-pair$/),
        for_each: { raw: { tags: {} } },
        name: "orders-${each.key}",
      },
    });
  });

  it("refuses inputs that the other module would refuse", () => {
    const caller = defineOne({
      variables: NAME,
      build: (scope, v) => ({ arn: output(moduleCall(scope, queue, "q", { name: v.name }).arn) }),
    });
    expect(() => synth((stack) => caller.inline(stack, "x", { name: "UPPER" }))).toThrow(TfwrightError);
    expect(bucketPair.name).toBe("bucket-pair");
  });
});

describe("OpenTofu", () => {
  const build = (scope: never, v: { readonly name: Expr<string> }) => ({
    arn: output(resource(scope, SqsQueue, "this", { name: v.name }).arn),
  });
  const one = (more: object) => defineOne({ variables: NAME, build: build as never, ...more });

  it("needs a file of its own only where it differs", () => {
    expect([...filesOf(one({})).keys()]).not.toContain("versions.tofu");
    expect(textOf(one({ opentofu: ">= 1.8" }), "versions.tofu")).toContain('required_version = ">= 1.8"');
    expect(textOf(one({ opentofu: ">= 1.8" }), "versions.tf")).toContain('required_version = ">= 1.5.7"');
  });

  it("can be refused", () => {
    const module = one({ opentofu: false });
    expect(textOf(module, "versions.tofu")).toContain("# This module does not support OpenTofu");
    expect(textOf(module, "versions.tf")).not.toContain("OpenTofu");
    expect(filesOf(module).get("README.md")).toContain("This module does not support OpenTofu.");
  });

  it("has numbers of its own", () => {
    const secret = { secret: string({ ephemeral: true }) };
    const make = (more: object) =>
      defineOne({
        variables: secret,
        build: (_scope, v) => ({ secret: output(v.secret, { ephemeral: true }) }),
        ...more,
      });
    expect(make({}).generate()).toMatchObject({ terraform: ">= 1.10", opentofu: ">= 1.11" });
    expect(
      problemsOf(make({ terraform: ">= 1.10", opentofu: ">= 1.10" })).map(({ code, hint }) => `${code} ${hint}`),
    ).toEqual(['opentofu-too-old opentofu: ">= 1.11"', 'opentofu-too-old opentofu: ">= 1.11"']);
  });

  it.each([
    ["an optional attribute", ">= 1.2", { name: object({ a: optional(string()) }) }, "1.3"],
    ["nullable", ">= 1.0", { name: string({ nullable: false, default: "a" }) }, "1.1"],
  ])("and Terraform: a bound that is too low for %s is refused", (_what, terraform, variables, needed) => {
    const build = (_s: unknown, v: { readonly name: Expr<string> }) => ({ x: output(v.name) });
    const module = defineOne({ terraform, variables, build } as never);
    expect(problemsOf(module)).toMatchObject([{ code: "terraform-too-old", hint: `terraform: ">= ${needed}"` }]);
  });
});
