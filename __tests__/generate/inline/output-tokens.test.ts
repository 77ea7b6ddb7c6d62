/** What a stack does with the outputs of `inline` and `module`: maps by their keys, outputs as a whole, many calls. */
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Fn, TerraformIterator, TerraformOutput } from "cdktf";
import { map, number, object, output, resource, string, toExpr } from "tfwright";
import { App, type Construct, resolveToken, TerraformStack } from "../../../src/cdk";
import { codesOf, defineOne, textOf } from "../one-module";

const queues = defineOne({
  name: "queues",
  variables: {
    name: string(),
    consumers: map(object({ delay: number(0) }), { default: {} }),
    labels: map(string(), { default: {} }),
  },
  build(scope, v) {
    const queue = resource(scope, SqsQueue, "this", (each) => ({ name: each.key, delaySeconds: each.value.delay }), {
      forEach: v.consumers,
    });
    return {
      arns: output(queue.all((one) => one.arn)),
      each: output(queue.all((one) => toExpr({ arn: one.arn, url: one.url }))),
      labels: output(v.labels),
      name: output(v.name),
    };
  },
});

interface Json {
  readonly output: Record<string, { value: unknown }>;
  readonly module: Record<string, Record<string, unknown>>;
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
}

function synth(use: (stack: TerraformStack) => unknown): Json {
  const stack = new TerraformStack(new App({ skipValidation: true, stackTraces: false, outdir: "unused" }), "test");
  use(stack);
  return JSON.parse(JSON.stringify(stack.toTerraform())) as Json;
}

function valuesOf(use: (stack: TerraformStack) => Readonly<Record<string, unknown>>): Record<string, unknown> {
  const json = synth((stack) => {
    for (const [name, value] of Object.entries(use(stack))) new TerraformOutput(stack, name, { value });
  });
  return Object.fromEntries(Object.entries(json.output).map(([name, { value }]) => [name, value]));
}

const inputs = { name: "q", consumers: { audit: {} } };
const calls = {
  inline: (stack: TerraformStack) => queues.inline(stack, "q", inputs).outputs,
  module: (stack: TerraformStack) => queues.module(stack, "q", inputs).outputs,
};

describe("a map of texts", () => {
  test.each([
    ["inline", '${{ for key, queue in aws_sqs_queue.q : key => queue.arn }["audit"]}'],
    ["module", '${module.q.arns["audit"]}'],
  ] as const)("of %s is reached by its keys", (use, want) => {
    const values = valuesOf((stack) => {
      const { arns } = calls[use](stack);
      const one: string = arns.audit as string;
      return { index: arns["audit"], at: arns.at("audit"), text: `x-${one}`, length: arns.at("length") };
    });
    expect(values).toEqual({
      index: want,
      at: want,
      text: `x-${want}`,
      length: want.replace("audit", "length"),
    });
  });

  test.each(["inline", "module"] as const)("of %s is a map for cdktf as before", (use) => {
    const json = synth((stack) => {
      const { arns } = calls[use](stack);
      new IamRole(stack, "role", { assumeRolePolicy: "{}", tags: arns, name: Fn.lookup(arns, "audit", "x") });
      new IamRole(stack, "more", { assumeRolePolicy: Fn.jsonencode(arns), tags: Fn.merge([arns, { a: "b" }]) });
      new TerraformOutput(stack, "whole", { value: [{ arns }] });
    });
    const whole = use === "module" ? "module.q.arns" : "{ for key, queue in aws_sqs_queue.q : key => queue.arn }";
    expect(json.resource.aws_iam_role?.role).toMatchObject({
      tags: `\${${whole}}`,
      name: `\${lookup(${whole}, "audit", "x")}`,
    });
    expect(json.resource.aws_iam_role?.more).toMatchObject({
      assume_role_policy: `\${jsonencode(${whole})}`,
      tags: `\${merge(${whole}, {"a" = "b"})}`,
    });
    expect(json.output.whole?.value).toEqual([{ arns: `\${${whole}}` }]);
  });

  it("takes a token as a key", () => {
    const values = valuesOf((stack) => {
      const role = new IamRole(stack, "role", { assumeRolePolicy: "{}" });
      const known = queues.inline(stack, "k", { name: "k", labels: { a: "b" } }).outputs.labels;
      return { module: calls.module(stack).arns[role.name], known: known[role.name], there: known.a };
    });
    expect(values).toEqual({
      module: "${module.q.arns[aws_iam_role.role.name]}",
      known: '${{ a = "b" }[aws_iam_role.role.name]}',
      there: "b",
    });
  });

  it("that is known says which keys there are", () => {
    const read = (key: string) =>
      synth((stack) => queues.inline(stack, "k", { name: "k", labels: { owner: "x" } }).outputs.labels[key]);
    expect(() => read("ownr")).toThrow('the map output has no key "ownr"\n  did you mean `owner`?');
    expect(() => read("owner")).not.toThrow();
    synth((stack) => {
      const { labels } = queues.inline(stack, "k", { name: "k", labels: { owner: "x" } }).outputs;
      expect({ ...labels }).toEqual({ owner: "x" });
      expect(JSON.stringify(labels)).toBe('{"owner":"x"}');
      expect(labels).toEqual({ owner: "x" });
    });
  });
});

test.each(["inline", "module"] as const)("the outputs of %s are handed on as a whole", (use) => {
  const { all } = valuesOf((stack) => ({ all: calls[use](stack) }));
  expect(Object.keys(all as object)).toEqual(["arns", "each", "labels", "name"]);
});

test("an output that a module block has not is told, with the nearest", () => {
  const read = (stack: TerraformStack) => (calls.module(stack) as unknown as { anrs: string }).anrs;
  expect(() => synth(read)).toThrow("queues has no output `anrs`\n  did you mean `arns`?");
});

describe("a call with forEach or count", () => {
  const many = (stack: TerraformStack) => {
    const forEach = TerraformIterator.fromMap({ a: { x: "y" } });
    return queues.module(stack, "many", { name: "m", forEach });
  };

  it("has no outputs of its own", () => {
    const message =
      /has no single `outputs`\n {2}for one call: `\.at\(key\)\.arn`; for all calls, by their keys: `\.all\.arn`/;
    expect(() => synth((stack) => many(stack).outputs)).toThrow(message);
    expect(() => synth((stack) => queues.module(stack, "two", { name: "m", count: 2 }).outputs)).toThrow(message);
  });

  it("has those of one, and of all by their keys", () => {
    const values = valuesOf((stack) => {
      const call = many(stack);
      return { one: call.at("a").name, all: call.all.name, at: call.all.arns.at("a"), one_of: call.all.name["a"] };
    });
    expect(values).toEqual({
      one: '${module.many["a"].name}',
      all: "${{ for key, item in module.many : key => item.name }}",
      at: '${{ for key, item in module.many : key => item.arns }["a"]}',
      one_of: '${{ for key, item in module.many : key => item.name }["a"]}',
    });
  });
});

test("a `$` before a token stays a `$`", () => {
  const json = synth((stack) => {
    const role = new IamRole(stack, "role", { assumeRolePolicy: "{}" });
    queues.module(stack, "q", { name: `$${role.name}`, labels: { [`%${role.name}`]: `a$\${b}%${role.name}$` } });
    expect(resolveToken(stack, role.name)).toBe("${aws_iam_role.role.name}");
  });
  expect(json.module.q).toMatchObject({
    name: '${"$"}${aws_iam_role.role.name}',
    labels: { '${"%"}${aws_iam_role.role.name}': 'a$$${b}${"%"}${aws_iam_role.role.name}$' },
  });
});

test("a call that gives no configuration for an alias is told at synthesis", () => {
  const aws = { source: "hashicorp/aws", configurationAliases: ["aws.replica"] };
  const replicated = defineOne({
    providers: { aws },
    build: (scope) => {
      resource(scope, SqsQueue, "this", {}, { provider: "aws.replica" });
      return {};
    },
  });
  const errors = (give: (stack: TerraformStack) => object) => {
    const stack = new TerraformStack(new App({ stackTraces: false, outdir: "unused" }), "test");
    return replicated.module(stack, "q", { source: "./sample", ...give(stack) }).node.validate();
  };
  expect(errors(() => ({}))).toEqual([
    'test/q: sample needs the provider configuration `aws.replica`, which the call does not pass: providers: [{ moduleAlias: "replica", provider: ... }]',
  ]);
  const west = (stack: TerraformStack) => new AwsProvider(stack, "west", { alias: "west" });
  expect(errors((stack) => ({ providers: [{ moduleAlias: "replica", provider: west(stack) }] }))).toEqual([]);
});

test("what is taken of many may be an object", () => {
  const ofMany = defineOne({
    variables: { names: map(string(), { default: {} }), n: number(0) },
    build(scope, v) {
      const keyed = resource(scope, SqsQueue, "keyed", (each) => ({ name: each.value }), { forEach: v.names });
      const counted = resource(scope, SqsQueue, "counted", {}, { count: v.n });
      return {
        keyed: output(keyed.all((one) => ({ arn: one.arn, url: one.url }))),
        counted: output(counted.all((one) => ({ arn: one.arn }))),
        one: output(counted.one((one) => one.arn)),
      };
    },
  });
  const values = textOf(ofMany, "outputs.tf").replaceAll(/\s+/g, " ");
  expect(values).toContain("{ for key, queue in aws_sqs_queue.keyed : key => { arn = queue.arn url = queue.url } }");
  expect(values).toContain("[for queue in aws_sqs_queue.counted : { arn = queue.arn }]");
  expect(values).toContain("one(aws_sqs_queue.counted[*].arn)");
});

test("a count below 0 is refused", () => {
  const build = (scope: Construct) => {
    resource(scope, SqsQueue, "this", {}, { count: -1 });
    return {};
  };
  expect(codesOf(defineOne({ build }))).toContain("bad-option sample.aws_sqs_queue.this");
});
