/** Over 400 lines because each form of argument, block and attribute has its case here. */
/** Resources by a schema that the author wrote down. */
import { expectTypeOf } from "expect-type";
import {
  any,
  at,
  blockIf,
  blockList,
  blocks,
  bool,
  dataSourceType,
  type Expr,
  each,
  fn,
  gt,
  type ListExpr,
  list,
  map,
  nestedBlock,
  nestedBlocks,
  number,
  object,
  optional,
  optionalBlock,
  output,
  resource,
  resourceType,
  set,
  string,
  when,
} from "tfwright";
import { App, TerraformStack } from "../../../src/cdk";
import { defineOne, mainOf, problemsOf, readBack, textOf } from "../one-module";

const ACME = { acme: { source: "acme/acme", version: ">= 1.2" } };

const Widget = resourceType("acme_widget", {
  arguments: {
    name: string(),
    size: optional(number()),
    shared: optional(bool()),
    zones: optional(set(string())),
    tags: optional(map(string())),
    settings: optional(object({ mode: string(), depth: optional(number()) })),
    ports: optional(list(object({ from: number(), to: optional(number()) }))),
    extra: optional(any()),
    rule: optional(
      nestedBlocks({
        port: number(),
        source: optional(nestedBlocks({ cidr: string(), except: optional(list(string())) })),
        log: optional(nestedBlock({ level: string() })),
      }),
    ),
    health: optional(nestedBlock({ path: string(), every: optional(number()) })),
    timeouts: optional(nestedBlock({ create: optional(string()) }, { nesting: "single" })),
  },
  attributes: {
    id: string(),
    arn: string(),
    replicas: number(),
    owner: optional(string()),
    endpoints: list(object({ host: string(), port: number() })),
    labels: map(number()),
    status: object({ phase: string(), addresses: list(string()) }),
  },
});

const Zone = dataSourceType("acme_zone", {
  arguments: { name: optional(string()) },
  attributes: { id: string(), names: list(string()) },
});

const rules = list(object({ port: number(), cidrs: list(string()), level: optional(string()) }), { default: [] });

describe("arguments and blocks", () => {
  it("become what a person would write", () => {
    const module = defineOne({
      providers: ACME,
      variables: {
        name: string(),
        size: optional(number()),
        zones: set(string(), { default: [] }),
        health: optional(object({ path: string(), every: optional(number()) })),
        rules,
        logged: bool(true),
      },
      build(scope, v) {
        const zone = resource(scope, Zone, "current", {});
        resource(scope, Widget, "this", {
          name: `${v.name}-${at(zone.names, 0)}`,
          size: v.size,
          zones: v.zones,
          shared: true,
          tags: { "made by": v.name },
          settings: { mode: "fast", depth: v.size },
          ports: [{ from: 1, to: 2 }, { from: 3 }],
          extra: { any: ["thing", 1] },
          rule: blockList(
            { port: 22, log: { level: "all" } },
            blocks(v.rules, (rule) => ({
              port: rule.port,
              source: blocks(rule.cidrs, (cidr) => ({ cidr, except: [] })),
              log: optionalBlock(rule.level, (level) => ({ level })),
            })),
            blockIf(v.logged, () => ({ port: 514 })),
          ),
          health: optionalBlock(v.health, (health) => ({ path: health.path, every: health.every })),
          timeouts: { create: "10m" },
        });
        return {};
      },
    });
    expect(mainOf(module)).toBe(`data "acme_zone" "current" {}

resource "acme_widget" "this" {
  name   = "\${var.name}-\${data.acme_zone.current.names[0]}"
  size   = var.size
  zones  = var.zones
  shared = true
  tags   = { "made by" = var.name }
  settings = {
    mode  = "fast"
    depth = var.size
  }
  ports = [
    {
      from = 1
      to   = 2
    },
    { from = 3 },
  ]
  extra = { any = ["thing", 1] }

  rule {
    port = 22

    log {
      level = "all"
    }
  }

  dynamic "rule" {
    for_each = var.rules

    content {
      port = rule.value.port

      dynamic "source" {
        for_each = rule.value.cidrs

        content {
          cidr   = source.value
          except = []
        }
      }

      dynamic "log" {
        for_each = rule.value.level[*]

        content {
          level = log.value
        }
      }
    }
  }

  dynamic "rule" {
    for_each = var.logged ? [1] : []

    content {
      port = 514
    }
  }

  dynamic "health" {
    for_each = var.health[*]

    content {
      path  = health.value.path
      every = health.value.every
    }
  }

  timeouts {
    create = "10m"
  }
}
`);
  });

  it("keep lists of objects as values, also over a list of the caller's", async () => {
    const module = defineOne({
      providers: ACME,
      variables: { rules },
      build(scope, v) {
        resource(scope, Widget, "this", { name: "x", ports: blocks(v.rules, (rule) => ({ from: rule.port })) });
        return {};
      },
    });
    expect(mainOf(module)).toContain("ports = [for rule in var.rules : { from = rule.port }]");
    await readBack(module);
  });

  it("stay empty blocks where nothing is in them", () => {
    const module = defineOne({
      providers: ACME,
      build: (scope) => {
        resource(scope, Widget, "this", { name: "x", timeouts: {} });
        return {};
      },
    });
    expect(mainOf(module)).toContain("timeouts {}");
  });

  it.each([
    ["an argument", { name: "x", nmae: "y" }, /acme_widget\.this\.nmae/],
    ["an argument in camel case", { Name: "x" }, /acme_widget\.this\.Name/],
    ["an argument of a block", { name: "x", health: { path: "/", evry: 1 } }, /this\.health\.evry/],
    ["an argument of inner blocks", { name: "x", rule: [{ port: 1, log: { levle: "x" } }] }, /rule\[0\]\.log\.levle/],
    ["an attribute of an object", { name: "x", settings: { mode: "x", dpth: 1 } }, /settings\.dpth/],
    ["an attribute in a list", { name: "x", ports: [{ from: 1 }, { form: 1 }] }, /ports\[1\]\.form/],
  ])("refuse %s that there is not, also without types", (_title, config, path) => {
    const module = defineOne({
      providers: ACME,
      build: (scope) => {
        resource(scope, Widget, "this", config as never);
        return {};
      },
    });
    const found = problemsOf(module);
    expect(found.map(({ code }) => code)).toEqual(["unknown-argument"]);
    expect(found[0]?.path).toMatch(path);
  });
});

describe("attributes", () => {
  it("are expressions of their types", () => {
    const module = defineOne({
      providers: ACME,
      variables: { name: string() },
      build(scope, v) {
        const widget = resource(scope, Widget, "this", { name: v.name });
        expectTypeOf(widget.arn).toEqualTypeOf<Expr<string>>();
        expectTypeOf(widget.size).toEqualTypeOf<Expr<number>>();
        expectTypeOf(widget.status.addresses).toEqualTypeOf<ListExpr<Expr<string>>>();
        return {
          arn: output(widget.arn),
          next: output(fn.max(widget.replicas, 2)),
          hosts: output(each(widget.endpoints, (endpoint) => `${endpoint.host}:${endpoint.port}`)),
          phase: output(widget.status.phase),
          first: output(at(widget.status.addresses, 0)),
          label: output(at(widget.labels, "a")),
          path: output(at(widget.health, 0).path),
          create: output(widget.timeouts.create),
          rules: output(each(widget.rule, (rule) => rule.port)),
        };
      },
    });
    expect([...textOf(module, "outputs.tf").matchAll(/value = (.*)/g)].map(([, value]) => value)).toEqual([
      "acme_widget.this.arn",
      "max(acme_widget.this.replicas, 2)",
      '[for endpoint in acme_widget.this.endpoints : "${endpoint.host}:${endpoint.port}"]',
      "acme_widget.this.status.phase",
      "acme_widget.this.status.addresses[0]",
      'acme_widget.this.labels["a"]',
      "acme_widget.this.health[0].path",
      "acme_widget.this.timeouts.create",
      "[for item in acme_widget.this.rule : item.port]",
    ]);
  });

  it("are reached with count, with for_each, and as self", () => {
    const module = defineOne({
      providers: ACME,
      variables: { names: map(string(), { default: {} }), more: bool(false) },
      build(scope, v) {
        const counted = resource(scope, Widget, "counted", { name: "x" }, { count: when(v.more, 2, 0) });
        const keyed = resource(scope, Widget, "keyed", ({ key, value }) => ({ name: `${key}-${value}` }), {
          forEach: v.names,
          lifecycle: {
            ignoreChanges: ["size", "tags"],
            postconditions: [{ condition: (self) => gt(self.replicas, 0), message: "There is none." }],
          },
          dependsOn: [counted],
        });
        return {
          counted: output(counted.all((one) => one.arn)),
          keyed: output(keyed.all((one) => one.status.phase)),
        };
      },
    });
    expect(mainOf(module)).toContain("count = var.more ? 2 : 0");
    expect(mainOf(module)).toContain("for_each = var.names");
    expect(mainOf(module)).toContain("ignore_changes = [size, tags]");
    expect(mainOf(module)).toContain("condition     = self.replicas > 0");
    expect(textOf(module, "outputs.tf")).toContain("acme_widget.counted[*].arn");
    expect(textOf(module, "outputs.tf")).toContain(
      "{ for key, widget in acme_widget.keyed : key => widget.status.phase }",
    );
  });

  it("are not known at plan: they cannot decide count", () => {
    const module = defineOne({
      providers: ACME,
      build(scope) {
        const one = resource(scope, Widget, "one", { name: "x" });
        resource(scope, Widget, "two", { name: "y" }, { count: when(gt(one.replicas, 1), 1, 0) });
        return {};
      },
    });
    expect(problemsOf(module)[0]?.path).toContain("acme_widget.two");
  });

  it("that there are not are refused, also without types", () => {
    const module = defineOne({
      providers: ACME,
      build(scope) {
        const one: { readonly arm?: Expr<string> } = resource(scope, Widget, "one", { name: "x" }) as never;
        return { arm: output(one.arm as Expr<string>) };
      },
    });
    expect(problemsOf(module)).toMatchObject([{ code: "unknown-attribute" }]);
  });
});

describe("the provider", () => {
  it("is the first word of the type, and must be declared", () => {
    const build = defineOne({
      providers: {},
      build: (scope) => {
        resource(scope, Widget, "this", { name: "x" });
        return {};
      },
    });
    expect(problemsOf(build)).toMatchObject([
      { code: "provider-not-declared", path: "sample.providers.acme", message: /acme_widget\.this needs/ },
    ]);
  });

  const Beta = resourceType("acme_gadget", { provider: "acme-beta", arguments: { name: string() } });
  const beta = { "acme-beta": { source: "acme/acme-beta" } };

  it("may have another local name", () => {
    const module = defineOne({
      providers: { ...ACME, ...beta },
      build(scope) {
        resource(scope, Widget, "this", { name: "x" });
        resource(scope, Beta, "this", { name: "y" });
        return {};
      },
    });
    expect(mainOf(module)).toContain(`resource "acme_gadget" "this" {
  provider = acme-beta

  name = "y"
}`);
    expect(mainOf(module).match(/provider = /g)).toHaveLength(1);
    expect(textOf(module, "versions.tf")).toMatch(/acme = \{[^}]*\}\n {4}acme-beta = \{/);
    const readme = textOf(module, "README.md");
    expect(readme).toContain('| <a name="provider_acme-beta"></a> [acme-beta](#provider\\_acme-beta) | n/a |');
    expect(readme).toContain(
      "(https://registry.terraform.io/providers/acme/acme-beta/latest/docs/resources/acme_gadget)",
    );
  });

  it("may be said at the resource, an alias too", () => {
    const module = defineOne({
      providers: { ...ACME, "acme-beta": { ...beta["acme-beta"], configurationAliases: ["acme-beta.west"] } },
      build(scope) {
        resource(scope, Widget, "this", { name: "x" });
        resource(scope, Widget, "beta", { name: "x" }, { provider: "acme-beta" });
        resource(scope, Beta, "west", { name: "x" }, { provider: "acme-beta.west" });
        return {};
      },
    });
    expect(mainOf(module)).toContain("provider = acme-beta\n");
    expect(mainOf(module)).toContain("provider = acme-beta.west\n");
  });

  it("is refused where it is not declared by that name", () => {
    const module = defineOne({
      providers: ACME,
      build(scope) {
        resource(scope, Beta, "this", { name: "y" });
        return {};
      },
    });
    expect(problemsOf(module)).toMatchObject([{ code: "provider-not-declared", path: "sample.providers.acme-beta" }]);
  });
});

describe("in a CDKTF stack", () => {
  const module = defineOne({
    providers: ACME,
    variables: { name: string(), rules, health: optional(object({ path: string() })), count: number(1) },
    build(scope, v) {
      const widget = resource(scope, Widget, "this", {
        name: v.name,
        rule: blocks(v.rules, (rule) => ({
          port: rule.port,
          source: blocks(rule.cidrs, (cidr) => ({ cidr })),
        })),
        health: optionalBlock(v.health, ({ path }) => ({ path })),
      });
      const more = resource(scope, Widget, "more", { name: "more" }, { count: v.count });
      return {
        arn: output(widget.arn),
        replicas: output(widget.replicas),
        more: output(more.all((one) => one.arn)),
      };
    },
  });
  const synth = (use: (stack: TerraformStack) => void) => {
    const stack = new TerraformStack(new App({ skipValidation: true, outdir: "cdktf.out" }), "stack");
    use(stack);
    return stack.toTerraform();
  };

  it("the same definition is inlined", () => {
    const { resource: made } = synth((stack) => {
      const widget = module.inline(stack, "door", { name: "n", rules: [{ port: 1, cidrs: ["a", "b"] }] });
      new Widget(stack, "raw", { name: `after-${widget.outputs.arn}`, rule: [{ port: 3 }] });
    });
    expect(made.acme_widget.door).toMatchObject({
      name: "n",
      rule: [{ port: 1, source: [{ cidr: "a" }, { cidr: "b" }] }],
    });
    expect(made.acme_widget.door_more).toMatchObject({ name: "more" });
    expect(made.acme_widget.raw).toMatchObject({ name: "after-${acme_widget.door.arn}", rule: [{ port: 3 }] });
  });

  it("a construct of the class tells its attributes as tokens", () => {
    const { resource: made } = synth((stack) => {
      const first = new Widget(stack, "first", { name: "a" });
      new Widget(stack, "second", { name: `${first.arn}-b` });
    });
    expect(made.acme_widget.second.name).toBe("${acme_widget.first.arn}-b");
  });

  it("a module takes in constructs of the class with objects among their arguments", () => {
    const one = defineOne({
      providers: ACME,
      build(scope) {
        new Widget(scope, "this", { name: "a", settings: { mode: "fast" }, ports: [{ from: 1, to: 2 }] });
        return {};
      },
    });
    expect(mainOf(one)).toBe(`resource "acme_widget" "this" {
  name     = "a"
  settings = { mode = "fast" }
  ports = [{
    from = 1
    to   = 2
  }]
}
`);
  });

  it("a module takes in constructs of the class", () => {
    const one = defineOne({
      providers: ACME,
      build(scope) {
        const widget = new Widget(scope, "this", { name: "a", rule: [{ port: 1, log: { level: "x" } }] });
        return { arn: output(widget.arn) };
      },
    });
    expect(mainOf(one)).toBe(
      'resource "acme_widget" "this" {\n  name = "a"\n\n  rule {\n    port = 1\n\n    log {\n      level = "x"\n    }\n  }\n}\n',
    );
    expect(textOf(one, "outputs.tf")).toContain("value = acme_widget.this.arn");
  });
});

describe("a schema", () => {
  it.each([
    ["a type that is no name", () => resourceType("acme widget", {}), "bad-name"],
    ["an argument that is no name", () => resourceType("a_b", { arguments: { "a b": string() } }), "bad-name"],
    ["a default", () => resourceType("a_b", { arguments: { a: string("x") } }), "not-of-the-schema"],
    [
      "a default inside",
      () => resourceType("a_b", { arguments: { c: nestedBlock({ a: number(1) }) } }),
      "not-of-the-schema",
    ],
    [
      "a rule",
      () => resourceType("a_b", { arguments: { a: string({ validate: [{ condition: () => true, message: "x" }] }) } }),
      "not-of-the-schema",
    ],
    ["what a construct has already", () => resourceType("a_b", { attributes: { node: string() } }), "reserved-name"],
  ])("with %s is refused", (_title, make, code) => {
    expect(make).toThrow(expect.objectContaining({ code }));
  });

  it("may have an argument that a construct has already", () => {
    const Node = resourceType("acme_node", { arguments: { node: string(), connection_string: string() } });
    const module = defineOne({
      providers: ACME,
      build(scope) {
        resource(scope, Node, "this", { node: "a", connection_string: "b" });
        return {};
      },
    });
    expect(mainOf(module)).toContain('node              = "a"');
  });
});
