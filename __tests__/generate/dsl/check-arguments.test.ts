/** A configuration is held against the schema of its class before Terraform sees it. */
import {
  any,
  argument,
  blockList,
  blocks,
  completeObject,
  computed,
  dataSourceType,
  list,
  map,
  nestedAttribute,
  nestedBlock,
  nestedBlocks,
  number,
  object,
  optional,
  output,
  resource,
  resourceType,
  set,
  string,
} from "tfwright";
import type { AnyVariable } from "../../../src/generate/dsl/types";
import { defineOne, mainOf, problemsOf, textOf, warningsIn } from "../one-module";

const ACME = { acme: { source: "acme/acme", version: ">= 1.2" } };
const from = { source: "acme/acme", version: "1.5.0" };

const Widget = resourceType("acme_widget", {
  from,
  arguments: {
    name: string(),
    rule: nestedBlocks({ port: number(), id: computed(string()) }, { min: 2, max: 3 }),
    health: optional(nestedBlock({ path: string() })),
    old: optional(argument(string(), { deprecated: "Use name." })),
    older: optional(argument(string(), { deprecated: true })),
    disk: optional(argument(nestedBlocks({ size: number() }), { deprecated: "Use acme_disk." })),
    ports: optional(set(completeObject({ from: number(), to: number(), note: string() }))),
    user: optional(nestedAttribute({ role: string(), key: computed(string()), zone: optional(string()) })),
    users: optional(nestedAttribute({ role: string() }, { nesting: "map" })),
    settings: optional(object({ mode: string() })),
    token_wo: optional(argument(string(), { writeOnly: true })),
    login: optional(nestedBlock({ password: argument(string(), { sensitive: true }) })),
  },
  attributes: { arn: string(), secret: argument(string(), { sensitive: true }), hosts: list(string()) },
});
const Old = dataSourceType("acme_old", { from, deprecated: "Use acme_new.", arguments: { name: string() } });

const rule = [{ port: 1 }, { port: 2 }];
const moduleOf = (config: object) =>
  defineOne({
    providers: ACME,
    build: (scope) => {
      resource(scope, Widget, "this", config as never);
      return {};
    },
  });

test.each<[string, object, string, string, RegExp, (RegExp | undefined)?]>([
  [
    "no such argument",
    { name: "x", rule, nmae: "y" },
    "unknown-argument",
    "nmae",
    /`acme_widget` has no argument `nmae`/,
    /`name`/,
  ],
  ["read-only", { name: "x", rule, arn: "y" }, "read-only-argument", "arn", /`arn` is read-only/],
  [
    "read-only in a block",
    { name: "x", rule: [{ port: 1, id: "a" }, { port: 2 }] },
    "read-only-argument",
    "rule[0].id",
    /`id` is read-only/,
  ],
  [
    "read-only in an object",
    { name: "x", rule, user: { role: "a", key: "k" } },
    "read-only-argument",
    "user.key",
    /`key` is read-only/,
  ],
  ["missing", { rule }, "missing-argument", "name", /`acme_widget` needs the argument `name`/],
  ["null", { name: null, rule }, "missing-argument", "name", /needs the argument `name`/],
  [
    "missing in a block",
    { name: "x", rule: [{ port: 1 }, {}] },
    "missing-argument",
    "rule[1].port",
    /a block `rule` needs the argument `port`/,
  ],
  ["missing in an object", { name: "x", rule, user: {} }, "missing-argument", "user.role", /needs the argument `role`/],
  [
    "missing in a map",
    { name: "x", rule, users: { "a.b": {} } },
    "missing-argument",
    'users["a.b"].role',
    /needs the argument `role`/,
  ],
  ["a missing block", { name: "x" }, "missing-argument", "rule", /needs at least one block `rule`/],
  [
    "too few blocks",
    { name: "x", rule: [{ port: 1 }] },
    "too-few-blocks",
    "rule",
    /there is one block, and the provider requires 2/,
  ],
  [
    "too many blocks",
    { name: "x", rule: [...rule, ...rule] },
    "too-many-blocks",
    "rule",
    /there are 4 blocks, and the provider takes 3 at most/,
  ],
  [
    "two of one block",
    { name: "x", rule, health: [{ path: "/" }, { path: "/" }] },
    "too-many-blocks",
    "health",
    /takes one at most/,
  ],
  [
    "a misspelling that was required",
    { nam: "x", rule },
    "unknown-argument",
    "nam",
    /no argument `nam`/,
    /did you mean `name`/,
  ],
  [
    "no such attribute of an object",
    { name: "x", rule, settings: { mode: "a", mod: 1 } },
    "unknown-argument",
    "settings.mod",
    /no attribute `mod`/,
  ],
  [
    "no such attribute in a set",
    { name: "x", rule, ports: [{ from: 1 }, { form: 1 }] },
    "unknown-argument",
    "ports[1].form",
    /no attribute `form`/,
  ],
])("%s", (_name, config, code, path, message, ...rest) => {
  const problems = problemsOf(moduleOf(config));
  expect(problems.map((one) => `${one.code} ${one.path}`)).toEqual([`${code} sample.acme_widget.this.${path}`]);
  expect(problems[0]?.message).toMatch(message);
  const [hint] = rest.filter((one): one is RegExp => one instanceof RegExp);
  if (hint !== undefined) expect(problems[0]?.hint).toMatch(hint);
});

test("all that is wrong is told at once", () => {
  const codes = problemsOf(moduleOf({ arn: "x", colour: "red", rule: [{}] })).map(({ code }) => code);
  expect(codes).toEqual([
    "read-only-argument",
    "unknown-argument",
    "too-few-blocks",
    "missing-argument",
    "missing-argument",
  ]);
});

test("what only a plan counts is left to Terraform, and its content is checked", () => {
  const ports = list(number());
  const dynamic = (content: (port: never) => object) =>
    defineOne({
      providers: ACME,
      variables: { ports },
      build: (scope, v) => {
        resource(scope, Widget, "this", { name: "x", rule: blocks(v.ports, content as never) } as never);
        return {};
      },
    });
  expect(mainOf(dynamic((port) => ({ port })))).toContain('dynamic "rule"');
  expect(problemsOf(dynamic((port) => ({ prt: port }))).map(({ code }) => code)).toEqual(["unknown-argument"]);
  const mixed = defineOne({
    providers: ACME,
    variables: { ports },
    build: (scope, v) => {
      const many = [1, 2, 3, 4].map((port) => ({ port }));
      resource(scope, Widget, "this", {
        name: "x",
        rule: blockList(
          ...many,
          blocks(v.ports, (port) => ({ port })),
        ),
      });
      return {};
    },
  });
  expect(problemsOf(mixed).map(({ code }) => code)).toEqual(["too-many-blocks"]);
});

test("what is left out of a complete object is null, and only where an object is written out", () => {
  const module = defineOne({
    providers: ACME,
    variables: { ports: list(object({ from: number(), to: number(), note: string() })) },
    build: (scope, v) => {
      resource(scope, Widget, "this", { name: "x", rule, ports: [{ to: 2, from: 1 }] });
      resource(scope, Widget, "other", { name: "x", rule, ports: v.ports });
      return {};
    },
  });
  expect(mainOf(module)).toContain(`ports = [{
    to   = 2
    from = 1
    note = null
  }]`);
  expect(mainOf(module)).toContain("ports = var.ports");
});

describe("expressions that are given whole for objects", () => {
  const User = resourceType("acme_user", {
    arguments: {
      ports: optional(set(completeObject({ from: number(), to: number(), note: string() }))),
      user: optional(nestedAttribute({ role: string(), key: computed(string()), zone: optional(string()) })),
      users: optional(nestedAttribute({ role: string(), zone: optional(string()) }, { nesting: "map" })),
      groups: optional(nestedAttribute({ user: nestedAttribute({ role: string() }) }, { nesting: "list" })),
    },
  });
  const port = { from: number(), to: number(), note: optional(string()) };
  const given = (variables: Record<string, AnyVariable>, config: (v: Record<string, never>) => object) =>
    defineOne({
      providers: ACME,
      variables,
      build: (scope, v) => {
        resource(scope, User, "this", config(v as never) as never);
        return {};
      },
    });

  it("stand as they are where nothing is missing that the provider requires", () => {
    const variables = {
      ports: list(object({ ...port, more: string() })),
      user: optional(object({ role: string() })),
      users: map(object({ role: string() })),
      groups: list(object({ user: object({ role: string() }) })),
    };
    const names = Object.keys(variables) as (keyof typeof variables)[];
    const main = mainOf(given(variables, (v) => Object.fromEntries(names.map((name) => [name, v[name]]))));
    for (const name of names) expect(main).toMatch(new RegExp(`${name} += var[.]${name}\\n`));
  });

  it.each<[string, Record<string, AnyVariable>, string, RegExp, RegExp]>([
    [
      "ports",
      { ports: list(object({ from: number() })) },
      "ports",
      /no attribute `to` and `note`, which the provider requires/,
      /as null where there is nothing: .*to: null/,
    ],
    ["user", { user: object({ zone: string() }) }, "user", /no attribute `role`/, /role: \.\.\./],
    ["users", { users: map(object({ zone: string() })) }, "users", /no attribute `role`/, /role: \.\.\./],
    [
      "groups",
      { groups: list(object({ user: object({ rule: string() }) })) },
      "groups.user",
      /no attribute `role`/,
      /role: \.\.\./,
    ],
  ])("are refused by one message where something is: %s", (name, variables, path, message, hint) => {
    const problems = problemsOf(given(variables, (v) => ({ [name]: v[name] })));
    expect(problems.map((one) => `${one.code} ${one.path}`)).toEqual([
      `missing-argument sample.acme_user.this.${path}`,
    ]);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.hint).toMatch(hint);
  });
});

test("nested attributes are arguments, and not blocks", () => {
  const module = moduleOf({ name: "x", rule, user: { role: "a" }, users: { "b c": { role: "d" } } });
  expect(mainOf(module)).toContain('user  = { role = "a" }');
  expect(mainOf(module)).toContain('users = { "b c" = { role = "d" } }');
});

describe("deprecated", () => {
  const warningsOf = (config: object) => moduleOf({ name: "x", rule, ...config }).generate().warnings;

  it("arguments are warned of where they are used", () => {
    expect(warningsOf({})).toEqual([]);
    expect(
      warningsOf({ old: "a", older: "b", disk: [{ size: 1 }] }).map(({ path, message }) => `${path}: ${message}`),
    ).toEqual([
      "sample.acme_widget.this.old: `old` is deprecated: Use name",
      "sample.acme_widget.this.older: `older` is deprecated",
      "sample.acme_widget.this.disk: `disk` is deprecated: Use acme_disk",
    ]);
  });

  it("types too", () => {
    const module = defineOne({
      providers: ACME,
      build: (scope) => {
        resource(scope, Old, "this", { name: "x" });
        return {};
      },
    });
    expect(warningsIn(module).map(({ path, message }) => `${path}: ${message}`)).toEqual([
      "sample.data.acme_old.this: `acme_old` is deprecated: Use acme_new",
    ]);
  });
});

test("an output that shows what the schema calls sensitive is sensitive", () => {
  const module = defineOne({
    providers: ACME,
    build: (scope) => {
      const widget = resource(scope, Widget, "this", { name: "x", rule, login: { password: "p" } });
      const several = resource(scope, Widget, "several", { name: "x", rule }, { count: 2 });
      return {
        arn: output(widget.arn),
        secret: output(widget.secret),
        secrets: output(several.all((one) => one.secret)),
        arns: output(several.all((one) => one.arn)),
      };
    },
  });
  const sensitive = module
    .generate()
    .outputs.filter((one) => one.sensitive)
    .map(({ name }) => name);
  expect(sensitive).toEqual(["secret", "secrets"]);
  expect(textOf(module, "outputs.tf").match(/sensitive\s+= true/g)).toHaveLength(2);
});

describe("the definition's bound of the provider", () => {
  const withProvider = (provider: { source: string; version?: string }) =>
    defineOne({
      providers: { acme: provider },
      build: (scope) => {
        resource(scope, Widget, "this", { name: "x", rule });
        resource(scope, Widget, "other", { name: "x", rule });
        return {};
      },
    });

  it.each([
    ["acme/acme", ">= 1.2"],
    ["acme/acme", ">= 1.5.0"],
    ["registry.terraform.io/acme/acme", "~> 1.5"],
    ["acme/acme", undefined],
  ])("%s %s may be", (source, version) => {
    expect(() => withProvider({ source, ...(version !== undefined && { version }) }).generate()).not.toThrow();
  });

  it.each([
    [
      "acme/acme",
      ">= 2.0",
      "schema-of-other-version",
      /allows acme\/acme >= 2\.0, but the schema of acme_widget is that of 1\.5\.0/,
    ],
    ["acme/acme", "~> 1.4.0", "schema-of-other-version", /1\.5\.0/],
    ["acme/acme", "< 1.5.0", "schema-of-other-version", /1\.5\.0/],
    ["acme/acme", ">= 1.2, != 1.5.0", "schema-of-other-version", /1\.5\.0/],
    [
      "other/acme",
      ">= 1.2",
      "schema-of-other-provider",
      /is other\/acme, but the schema of acme_widget is that of acme\/acme/,
    ],
  ])("%s %s is refused once", (source, version, code, message) => {
    const problems = problemsOf(withProvider({ source, version }));
    expect(problems.map((one) => `${one.code} ${one.path}`)).toEqual([`${code} sample.providers.acme`]);
    expect(problems[0]?.message).toMatch(message);
  });
});

test("a configuration that contains itself is refused; one object in two places is none", () => {
  const tags: Record<string, unknown> = { a: "b" };
  const widget = (config: object) =>
    defineOne({
      providers: { acme: { source: "acme/acme", version: ">= 1.0" } },
      build(scope) {
        resource(
          scope,
          resourceType("acme_widget", { arguments: { name: any(), other: any() } }),
          "this",
          config as never,
        );
        return {};
      },
    });
  expect(mainOf(widget({ name: tags, other: [tags, tags] }))).toContain("other = [");
  tags.self = [tags];
  expect(problemsOf(widget({ name: tags, other: "x" }))).toEqual([
    expect.objectContaining({ code: "not-a-value", message: "an object of the configuration contains itself" }),
  ]);
});
