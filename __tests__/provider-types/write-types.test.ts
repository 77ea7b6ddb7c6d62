/** What `tfwright provider` writes, for each form that a schema may have. */
import { transformSync } from "esbuild";
import * as tfwright from "../../src";
import { TerraformDataSource, TerraformResource } from "../../src/cdk";
import { describeFields } from "../../src/provider-types/describe-fields";
import { RESERVED_ATTRIBUTES } from "../../src/provider-types/reserved-names";
import { writeTypes } from "../../src/provider-types/write-types";
import { readProviderSchema } from "../../src/terraform/schema/read-provider-schema";

const ACME = { source: "acme/acme", version: "1.2.3", localName: "acme" };

function written(members: object, { replaces = () => undefined as boolean | undefined, provider = ACME } = {}) {
  const text = JSON.stringify({
    format_version: "1.0",
    provider_schemas: { "registry.terraform.io/acme/acme": members },
  });
  const { types } = readProviderSchema(text, "schema.json", { source: "acme/acme", isWanted: () => true });
  return writeTypes(types, provider, replaces);
}

const widget = (block: object) => written({ resource_schemas: { acme_widget: { block } } });
const textOf = (block: object) => widget(block).files.get("widget.ts") ?? "";

const BLOCK = {
  description: "A widget.",
  attributes: {
    name: { type: "string", required: true, description: "Its name." },
    arn: { type: "string", computed: true },
    secret: { type: "string", computed: true, sensitive: true },
    size: { type: "number", optional: true, computed: true },
    token_wo: { type: "string", optional: true, write_only: true },
    old: { type: "bool", optional: true, deprecated: true },
    ports: { type: ["set", ["object", { from: "number", to: "number" }]], optional: true },
    pair: { type: ["tuple", ["string", "bool"]], optional: true },
    extra: { type: "dynamic", optional: true },
    users: {
      optional: true,
      nested_type: {
        nesting_mode: "map",
        attributes: { role: { type: "string", required: true }, id: { type: "string", computed: true } },
      },
    },
  },
  block_types: {
    rule: {
      nesting_mode: "set",
      min_items: 2,
      max_items: 9,
      block: { attributes: { port: { type: "number", required: true } } },
    },
    health: {
      nesting_mode: "list",
      max_items: 1,
      min_items: 1,
      block: { attributes: { path: { type: "string", optional: true } } },
    },
    timeouts: { nesting_mode: "single", block: { attributes: { create: { type: "string", optional: true } } } },
  },
};

test("a resource of each form", () => {
  expect(textOf(BLOCK)).toBe(`// Resource acme_widget of acme/acme 1.2.3. Edits will be lost: this file is written by
// \`tfwright provider acme/acme acme_widget --version 1.2.3\`.
import {
  any,
  argument,
  blockType,
  bool,
  completeObject,
  computed,
  nestedAttribute,
  nestedBlock,
  nestedBlocks,
  number,
  optional,
  resourceType,
  set,
  string,
  tuple,
} from "tfwright";

const widgetUsersFields = { role: string(), id: computed(string()) };

class WidgetUsers extends blockType(widgetUsersFields) {}

const widgetRuleFields = { port: number() };

class WidgetRule extends blockType(widgetRuleFields) {}

const widgetHealthFields = { path: optional(string()) };

class WidgetHealth extends blockType(widgetHealthFields) {}

const widgetTimeoutsFields = { create: optional(string()) };

class WidgetTimeouts extends blockType(widgetTimeoutsFields) {}

const widgetConfigFields = {
  /** Its name. */
  name: string(),
  rule: nestedBlocks(WidgetRule, { nesting: "set", min: 2, max: 9 }),
  health: nestedBlock(WidgetHealth),
  size: optional(number()),
  token_wo: optional(argument(string(), { writeOnly: true })),
  /** @deprecated */
  old: optional(argument(bool(), { deprecated: true })),
  ports: optional(set(completeObject({ from: number(), to: number() }))),
  pair: optional(tuple([string(), bool()])),
  extra: optional(any()),
  users: optional(nestedAttribute(WidgetUsers, { nesting: "map" })),
  timeouts: optional(nestedBlock(WidgetTimeouts, { nesting: "single" })),
};

/** Arguments of \`acme_widget\`. */
class WidgetConfig extends blockType(widgetConfigFields) {}

const widgetAttributes = { arn: string(), secret: argument(string(), { sensitive: true }) };

/** A widget. */
export class Widget extends resourceType("acme_widget", {
  from: { source: "acme/acme", version: "1.2.3" },
  arguments: WidgetConfig,
  attributes: widgetAttributes,
}) {}
`);
});

test("a deprecated block is an argument that is deprecated", () => {
  const block = (deprecated: object) => ({
    block_types: { rule: { nesting_mode: "list", block: { attributes: { port: { type: "number" } }, ...deprecated } } },
  });
  expect(textOf(block({}))).toContain("rule: optional(nestedBlocks(WidgetRule))");
  expect(textOf(block({ deprecated: true }))).toContain(
    "rule: optional(argument(nestedBlocks(WidgetRule), { deprecated: true }))",
  );
});

test("is the class that the schema describes", () => {
  expect([...describeFields(load(textOf(BLOCK)) as never)].map(([name, one]) => [name, ...Object.values(one)])).toEqual(
    [
      ["name", "string", true, false],
      ["rule", undefined, true, false],
      ["rule.port", "number", true, false],
      ["health", undefined, true, false],
      ["health.path", "string", false, false],
      ["size", "number", false, false],
      ["token_wo", "string", false, false],
      ["old", "bool", false, true],
      ["ports", "set(object({\n  from = number\n  to   = number\n}))", false, false],
      ["pair", "tuple([string, bool])", false, false],
      ["extra", "any", false, false],
      ["users", undefined, false, false],
      ["users.role", "string", true, false],
      ["users.id", "read-only string", false, false],
      ["timeouts", undefined, false, false],
      ["timeouts.create", "string", false, false],
      ["arn", "read-only string", false, false],
      ["secret", "read-only string", false, false],
    ],
  );
});

describe("names", () => {
  it.each([
    ["resource_schemas", "acme_widget", "widget.ts", "Widget"],
    ["data_source_schemas", "acme_widget", "data-widget.ts", "DataWidget"],
    ["data_source_schemas", "acme", "data-acme.ts", "DataAcme"],
    ["resource_schemas", "acme_2_way", "2-way.ts", "_2Way"],
    ["resource_schemas", "acme_v2_thing", "v2-thing.ts", "V2Thing"],
  ])("%s %s is %s and %s", (member, type, path, name) => {
    const { files } = written({ [member]: { [type]: { block: {} } } });
    expect([...files.keys()]).toEqual([path]);
    expect(files.get(path)).toContain(`export class ${name} extends `);
  });

  it("of another provider than the first word of the type are written", () => {
    const { files } = written(
      { resource_schemas: { acme_widget: { block: {} } } },
      { provider: { ...ACME, localName: "acme-beta" } },
    );
    expect(files.get("widget.ts")).toContain('provider: "acme-beta",');
  });

  it("that need quotes get them", () => {
    expect(textOf({ attributes: { "odd-name": { type: "string", optional: true } } })).toContain(
      '"odd-name": optional(',
    );
  });
});

describe("texts from outside", () => {
  it.each([
    ["the end of a comment", "a */ process.exit() /* b", "a *\\/ process.exit() /* b"],
    ["a tag", "@example bad", "\\@example bad"],
    ["a line break of Unicode", "a\u2028b\u0007c", "a b c"],
  ])("%s stays text", (_name, description, shown) => {
    const text = textOf({ attributes: { name: { type: "string", required: true, description } } });
    expect(text).toContain(`/** ${shown} */`);
    expect(() => load(text)).not.toThrow();
  });

  it("keep their lines, and are broken where they are long", () => {
    const description = `First line.\r\n\r\n  - ${"word ".repeat(40).trim()}`;
    const text = textOf({ attributes: { name: { type: "string", required: true, description } } });
    expect(text.split("\n").every((line) => line.length <= 120)).toBe(true);
    expect(text).toContain("  /**\n   * First line.\n   *\n   *   - word");
  });

  it("as a reason of deprecation stay text", () => {
    const attributes = { old: { type: "string", optional: true, deprecation_message: 'Use "new" */ `x`\nnow.' } };
    const text = textOf({ attributes });
    expect(text).toContain('/** @deprecated Use "new" *\\/ `x` now. */');
    expect(text).toContain('argument(string(), { deprecated: "Use \\"new\\" */ `x`\\nnow." })');
  });
});

describe("blocks that are alike", () => {
  const leaf = {
    attributes: { a: { type: "string" }, b: { type: "string" }, c: { type: "string" }, d: { type: "string" } },
  };
  const inner = { nesting_mode: "list", max_items: 1, block: leaf };

  it("are written once, also at several depths", () => {
    const nested = { block_types: { match: inner } };
    const text = textOf({
      block_types: {
        match: inner,
        and: { nesting_mode: "list", block: nested },
        or: { nesting_mode: "list", block: nested },
      },
    });
    expect(text.match(/d: computed\(string\(\)\)/g)).toHaveLength(1);
    expect(text.match(/^class \w+ /gm)).toEqual(["class WidgetMatch ", "class WidgetAnd ", "class WidgetConfig "]);
    expect(text).toContain("const widgetAndFields = { match: optional(nestedBlock(WidgetMatch)) };");
    expect(text).toContain("or: optional(nestedBlocks(WidgetAnd)),");
    expect([...describeFields(load(text) as never).keys()]).toContain("or.match.d");
  });

  it("stay in place where they have nothing in them", () => {
    const text = textOf({ block_types: { none: { nesting_mode: "list", max_items: 1, block: {} } } });
    expect(text).toContain("none: optional(nestedBlock({}))");
    expect(text.match(/^class \w+ /gm)).toEqual(["class WidgetConfig "]);
  });

  it("of one name that differ get names of their own", () => {
    const other = { nesting_mode: "list", block: { attributes: { ...leaf.attributes, e: { type: "string" } } } };
    const text = textOf({
      block_types: {
        a: { nesting_mode: "list", block: { block_types: { match: inner } } },
        b: { nesting_mode: "list", block: { block_types: { match: inner, extra: inner } } },
        c: { nesting_mode: "list", block: { block_types: { match: other } } },
        d: { nesting_mode: "list", block: { block_types: { match: other, extra: other } } },
      },
    });
    expect(text).toContain("class WidgetMatch extends blockType(widgetMatchFields) {}");
    expect(text).toContain("class WidgetMatch2 extends blockType(widgetMatch2Fields) {}");
    expect(() => load(text)).not.toThrow();
  });
});

test("what replaces a resource is told where it is known", () => {
  const members = {
    resource_schemas: {
      acme_widget: {
        block: {
          attributes: {
            name: { type: "string", required: true, description: "Its name." },
            size: { type: "number", optional: true },
          },
          block_types: {
            rule: { nesting_mode: "list", block: { attributes: { port: { type: "number", required: true } } } },
          },
        },
      },
    },
  };
  const replaces = (type: string, path: readonly string[]) =>
    type === "acme_widget" && ["name", "rule.port"].includes(path.join("."));
  const text = written(members, { replaces } as never).files.get("widget.ts") ?? "";
  expect(text.match(/Another value replaces the resource\./g)).toHaveLength(2);
  expect(text).toContain("   * Its name.\n   * Another value replaces the resource.\n");
});

test("blocks that are alike but for what replaces the resource are written each", () => {
  const leaf = {
    nesting_mode: "list",
    block: {
      attributes: Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, { type: "string", optional: true }])),
    },
  };
  const members = {
    resource_schemas: { acme_widget: { block: { block_types: { one: leaf, two: leaf, three: leaf } } } },
  };
  const replaces = (_type: string, path: readonly string[]) => path.join(".") === "one.a" || path.join(".") === "three";
  const text = written(members, { replaces } as never).files.get("widget.ts") ?? "";
  expect(text.match(/Another value replaces the resource\./g)).toHaveLength(2);
  expect(text).toContain("const widgetOneFields = {\n  /** Another value");
  expect(text).toContain("  two: optional(nestedBlocks(WidgetTwo)),");
  expect(text).toContain("/** Another value replaces the resource. */\n  three: optional(nestedBlocks(WidgetTwo)),");
});

describe("what has no place", () => {
  it("is told: an attribute with a name that constructs use, and a block with a label", () => {
    const { files, omitted } = widget({
      attributes: { count: { type: "number", computed: true }, name: { type: "string", required: true } },
      block_types: {
        odd: { nesting_mode: "map", block: {} },
        rule: { nesting_mode: "list", block: { block_types: { label: { nesting_mode: "map", block: {} } } } },
      },
    });
    expect(omitted).toEqual([
      { type: "acme_widget", name: "odd", reason: "it is a block with a label" },
      { type: "acme_widget", name: "rule.label", reason: "it is a block with a label" },
      { type: "acme_widget", name: "count", reason: "constructs use this name" },
    ]);
    expect(files.get("widget.ts")).not.toMatch(/count|odd|label/);
  });

  it("are the names that constructs have without a capital letter", () => {
    const names = new Set<string>(["node", "count", "provider", "lifecycle", "connection", "provisioners"]);
    for (const base of [TerraformResource, TerraformDataSource])
      for (
        let at: object | null = base.prototype;
        at !== null && at !== Object.prototype;
        at = Object.getPrototypeOf(at)
      )
        for (const name of Object.getOwnPropertyNames(at)) if (/^[a-z_]+$/.test(name)) names.add(name);
    names.delete("constructor");
    expect([...RESERVED_ATTRIBUTES].sort()).toEqual([...names].sort());
  });
});

/** The class that a file exports. */
function load(text: string): unknown {
  const { code } = transformSync(text, { loader: "ts", format: "cjs" });
  const module = { exports: {} as Record<string, unknown> };
  new Function("exports", "require", "module", code)(module.exports, () => tfwright, module);
  return Object.values(module.exports)[0];
}

test.each([
  ["acme_object", "object.ts", "_Object"],
  ["acme_s3_object", "s3-object.ts", "S3Object"],
  ["acme_2x", "2x.ts", "_2x"],
  ["acme_class", "class.ts", "Class"],
])("the class of %s has a name that TypeScript takes", (type, file, name) => {
  const { files } = written({ resource_schemas: { [type]: { block: { attributes: {} } } } });
  expect(files.get(file)).toContain(`export class ${name} extends resourceType("${type}", {`);
});
