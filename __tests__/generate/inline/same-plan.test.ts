/** `inline` plans what `module` plans, also for tokens whose value only Terraform sees. */
import { join } from "node:path";
import { TerraformOutput, type TerraformStack, TerraformVariable } from "cdktf";
import {
  type AnyModule,
  any,
  bool,
  defineModule,
  each,
  fn,
  ifNotNull,
  list,
  map,
  moduleCall,
  number,
  object,
  optional,
  output,
  resource,
  resourceType,
  set,
  string,
  toMap,
  tuple,
} from "tfwright";
import { makeFolder, removeFolders } from "../../render/folders";
import { filesOf } from "../one-module";
import { describeTerraform, planStack } from "./plan-stack";

afterAll(removeFolders);

const Data = resourceType("terraform_data", {
  arguments: { input: optional(any()) },
  attributes: { id: string(), output: any() },
});

const settings = defineModule({
  name: "settings",
  title: "Settings",
  description: "Variables of all kinds.",
  variables: {
    size: number({ default: 256 }),
    label: optional(string({ validate: [{ condition: (one) => fn.can(fn.regex("^a", one)), message: "an a." }] })),
    names: list(string(), { default: ["none"] }),
    zones: set(string(), { default: ["a"] }),
    tags: map(string(), { default: { kind: "none" } }),
    free: any({ default: { a: 1 } }),
    pair: tuple([string(), number()], { default: ["a", 1] }),
    encryption: optional(object({ arn: string(), bucket_key: bool({ default: true }), alias: optional(string()) })),
    rules: list(object({ id: string(), prefix: optional(string(), "all"), on: bool(true) }), { default: [] }),
    limits: map(
      object({ size: number({ default: 1 }), sub: optional(list(object({ n: optional(number(), 7) })), []) }),
      {
        default: { basic: {} },
      },
    ),
  },
  build(scope, v) {
    resource(scope, Data, "this", {
      input: {
        size: v.size,
        label: v.label,
        names: v.names,
        zones: v.zones,
        tags: v.tags,
        free: v.free,
        pair: v.pair,
        encryption: v.encryption,
        arn: ifNotNull(v.encryption, (one) => one.arn, "none"),
        rules: each(v.rules, (rule) => `${rule.id}:${rule.prefix}:${rule.on}`),
        limits: toMap(v.limits, (limit, key) => [key, { size: limit.size, sub: each(limit.sub, (one) => one.n) }]),
      },
    });
    return { size: output(v.size), encryption: output(v.encryption), tags: output(v.tags) };
  },
});

const team = defineModule({
  name: "team",
  title: "Team",
  description: "Calls another with what it computes.",
  variables: { teams: list(object({ name: string(), lead: optional(string()) }), { default: [] }) },
  build(scope, v) {
    moduleCall(scope, settings, "one", {
      rules: each(v.teams, (one) => ({ id: one.name, prefix: one.lead })) as never,
      limits: toMap(v.teams, (one) => [one.name, { size: null, more: "falls away" }]) as never,
      tags: toMap(v.teams, (one) => [one.name, "x"]),
    });
    return {};
  },
});

/** Generated modules side by side. */
function sourcesOf(...modules: readonly AnyModule[]): string {
  const files = modules.flatMap((module) =>
    [...filesOf(module)].map(([name, text]) => [join(module.definition.name, name), text] as const),
  );
  return makeFolder(new Map(files));
}

type Values = (stack: TerraformStack) => object;

/** What is planned for the values by `module` and by `inline`, under the addresses that they have in common. */
function planBoth(module: AnyModule, values: Values): readonly [module: unknown, inline: unknown] {
  const sources = sourcesOf(module, settings);
  const input = ({ resources }: ReturnType<typeof planStack>) =>
    Object.values(resources).map((values) => (values as { readonly input: unknown }).input);
  const called = planStack((stack) => {
    module.module(stack, "one", { source: `${sources}//${module.definition.name}`, ...values(stack) } as never);
  });
  const inlined = planStack((stack) => {
    module.inline(stack, "one", values(stack) as never);
  });
  return [input(called), input(inlined)];
}

function token(stack: TerraformStack, id: string, type: string, value: unknown): TerraformVariable {
  const variable = new TerraformVariable(stack, id, { type });
  variable.addOverride("default", value);
  return variable;
}

describeTerraform("inline plans what module plans", () => {
  test.each<[string, Values]>([
    [
      "a token that is null at plan",
      (stack) => ({
        size: token(stack, "size", "number", null).numberValue,
        label: token(stack, "label", "string", null).stringValue,
        names: token(stack, "names", "list(string)", null).listValue,
        zones: token(stack, "zones", "set(string)", null).value,
        tags: token(stack, "tags", "map(string)", null).value,
        free: token(stack, "free", "any", null).value,
        pair: token(stack, "pair", "tuple([string, number])", null).value,
        encryption: token(stack, "encryption", "object({ arn = string })", null).value,
        rules: token(stack, "rules", "list(object({ id = string }))", null).value,
        limits: token(stack, "limits", "map(object({ size = number }))", null).value,
      }),
    ],
    [
      "a token that has a value",
      (stack) => ({
        size: token(stack, "size", "number", 1).numberValue,
        label: token(stack, "label", "string", "abc").stringValue,
        names: token(stack, "names", "list(string)", ["x"]).listValue,
        zones: token(stack, "zones", "set(string)", ["x"]).value,
        tags: token(stack, "tags", "any", { a: "b", c: "d" }).value,
        free: token(stack, "free", "any", [1, "a", { b: null }]).value,
        pair: token(stack, "pair", "any", ["x", 5]).value,
      }),
    ],
    [
      "objects that lack attributes, or have them as null",
      (stack) => ({
        encryption: token(stack, "encryption", "object({ arn = string, bucket_key = optional(bool) })", { arn: "x" })
          .value,
        rules: token(stack, "rules", "any", [
          { id: "a", prefix: "p" },
          { id: "b", prefix: null, more: 1 },
        ]).value,
        limits: token(stack, "limits", "any", { a: {}, b: { size: 5, sub: [{}, { n: 2 }] } }).value,
      }),
    ],
    [
      "tokens in what is written out",
      (stack) => ({
        rules: [{ id: "a", prefix: token(stack, "prefix", "string", null).stringValue }, { id: "b" }],
        limits: { a: token(stack, "a", "object({})", {}).value },
      }),
    ],
    [
      "tokens as keys",
      (stack) => {
        const name = token(stack, "name", "string", "key").stringValue;
        return { tags: { [name]: "a", [`${name}-more`]: "b" }, limits: { [name]: { size: 2 } } };
      },
    ],
  ])("%s", (_title, values) => {
    const [module, inline] = planBoth(settings as never, values);
    expect(inline).toEqual(module);
  });

  test.each([
    ["null", undefined],
    ["an object", { arn: "x" }],
  ])("%s as the output of one is the input of another", (_title, encryption) => {
    const sources = sourcesOf(settings);
    const planned = (["module", "inline"] as const).map((use) =>
      planStack((stack) => {
        const at = use === "module" ? { source: `${sources}//settings` } : {};
        const given = encryption === undefined ? {} : { encryption };
        const one = settings[use](stack, "one", { ...given, ...at });
        settings[use](stack, "two", { encryption: one.outputs.encryption, ...at });
        new TerraformOutput(stack, "whole", { value: one.outputs.encryption });
        new TerraformOutput(stack, "parts", { value: Object.keys({ ...one.outputs.encryption }) });
      }),
    );
    const want = encryption === undefined ? null : { arn: "x", bucket_key: true, alias: null };
    for (const { outputs, resources } of planned) {
      const inputs = Object.values(resources).map((values) => (values as { input: { encryption: unknown } }).input);
      expect(inputs.map((input) => input.encryption)).toEqual([want, want]);
      expect(outputs.whole ?? null).toEqual(want);
      expect(outputs.parts).toEqual(["arn", "bucket_key", "alias"]);
    }
  });

  test("objects that a definition computes for another", () => {
    const known = planBoth(team as never, () => ({ teams: [{ name: "a", lead: "ann" }, { name: "b" }] }));
    expect(known[1]).toEqual(known[0]);
    const later = planBoth(team as never, (stack) => ({
      teams: token(stack, "teams", "any", [{ name: "a", lead: null }]).value,
    }));
    expect(later[1]).toEqual(later[0]);
  });
});
