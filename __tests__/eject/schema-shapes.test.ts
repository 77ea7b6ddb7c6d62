import { schemaShapes } from "../../src/eject/schema-shapes";
import { readProviderSchema } from "../../src/terraform/schema/read-provider-schema";
import { memberAt } from "./member-at";

const OPTIONAL = { optional: true };
const RULE = ["object", { port: "number", hosts: ["list", ["object", { name: "string" }]], names: ["set", "string"] }];

const BLOCK = {
  attributes: {
    name: { type: "string", required: true },
    names: { type: ["list", "string"], ...OPTIONAL },
    rules: { type: ["list", RULE], ...OPTIONAL, computed: true },
    rule_set: { type: ["set", RULE], required: true },
    endpoints: { type: ["list", RULE], computed: true },
    one: { type: RULE, ...OPTIONAL },
    by_name: { type: ["map", RULE], ...OPTIONAL },
    lists: { type: ["list", ["list", RULE]], ...OPTIONAL },
    anything: { type: "dynamic", ...OPTIONAL },
    nested: {
      nested_type: { nesting_mode: "list", attributes: { inner: { type: "string", ...OPTIONAL } } },
      ...OPTIONAL,
    },
  },
  block_types: {
    lists_of: {
      nesting_mode: "list",
      block: { block_types: { inner: { nesting_mode: "set", max_items: 1, block: {} } } },
    },
    labelled: { nesting_mode: "map", block: { attributes: { name: { type: "string", ...OPTIONAL } } } },
    timeouts: { nesting_mode: "single", block: { attributes: { create: { type: "string", ...OPTIONAL } } } },
    always: { nesting_mode: "group", block: {} },
  },
};

const TEXT = JSON.stringify({
  format_version: "1.0",
  provider_schemas: {
    "registry.terraform.io/example/shapes": {
      provider: { block: { block_types: { features: { nesting_mode: "list", block: {} } } } },
      resource_schemas: { shapes_thing: { block: BLOCK } },
      data_source_schemas: { shapes_thing: { block: { attributes: { id: { type: "string", computed: true } } } } },
      ephemeral_resource_schemas: {
        shapes_secret: { block: { block_types: { by: { nesting_mode: "set", block: {} } } } },
      },
    },
  },
});

const shapes = schemaShapes(
  readProviderSchema(TEXT, "schema.json", { source: "example/shapes", isWanted: () => true }),
  "the schema of example/shapes 1.2.3",
);

test("the origin is handed on", () => {
  expect(shapes.origin).toBe("the schema of example/shapes 1.2.3");
});

test.each([
  ["name", "attribute"],
  ["names", "attribute"],
  ["rules", "attribute, or blocks"],
  ["rules.port", "attribute"],
  ["rules.names", "attribute"],
  ["rules.hosts", "attribute, or blocks"],
  ["rules.hosts.name", "attribute"],
  ["rules.hosts.no_such_name", "unknown"],
  ["rules.constructor", "unknown"],
  ["rule_set", "attribute, or blocks"],
  ["rule_set.hosts", "attribute, or blocks"],
  // Only the provider sets it: nobody writes blocks of it.
  ["endpoints", "attribute"],
  ["one", "attribute"],
  ["by_name", "attribute"],
  ["lists", "attribute"],
  ["anything", "attribute"],
  // Of attributes with attributes of their own Terraform takes no blocks.
  ["nested", "attribute"],
  ["nested.inner", "unknown"],
  ["lists_of", "block"],
  ["lists_of.inner", "block"],
  ["lists_of.outer", "unknown"],
  ["labelled", "block with a label"],
  ["labelled.name", "attribute"],
  ["timeouts", "block"],
  ["timeouts.create", "attribute"],
  ["always", "block"],
  ["no_such_name", "unknown"],
  ["constructor", "unknown"],
])("%s is: %s", (path, want) => {
  expect(memberAt(shapes.shape("resource", "shapes_thing"), path)).toBe(want);
});

test.each([
  ["data", "shapes_thing", "id", "attribute"],
  ["data", "shapes_thing", "rules", "unknown"],
  ["ephemeral", "shapes_secret", "by", "block"],
  ["provider", "", "features", "block"],
] as const)("a body of each kind: %s %s.%s is: %s", (kind, type, path, want) => {
  expect(memberAt(shapes.shape(kind, type), path)).toBe(want);
});

test.each([
  ["resource", "shapes_secret"],
  ["resource", "constructor"],
  ["ephemeral", "shapes_thing"],
] as const)("%s %s is not known", (kind, type) => {
  expect(shapes.shape(kind, type)).toBeUndefined();
});
