/** Reading `terraform providers schema -json`, also in the forms that no provider of the tests has. */
import { TfwrightError } from "../../../src/errors";
import { readProviderSchema } from "../../../src/terraform/schema/read-provider-schema";

const all = { source: "acme/acme", isWanted: () => true };

const schemaOf = (provider: object, address = "registry.terraform.io/acme/acme") =>
  JSON.stringify({ format_version: "1.0", provider_schemas: { [address]: provider } });

const widget = (block: object) => schemaOf({ resource_schemas: { acme_widget: { version: 0, block } } });

const blockOf = (block: object) => readProviderSchema(widget(block), "schema.json", all).types[0]?.block;

describe("attributes", () => {
  it("have the presence, secrecy and types that the schema says", () => {
    const block = blockOf({
      attributes: {
        name: { type: "string", required: true, description: "The name.", description_kind: "plain" },
        size: { type: "number", optional: true, computed: true },
        password_wo: { type: "string", optional: true, sensitive: true, write_only: true },
        arn: { type: "string", computed: true, deprecated: true },
        old: { type: "bool", optional: true, deprecated: true, deprecation_message: "Use new." },
        ports: { type: ["list", ["object", { from: "number", to: "number" }]], optional: true },
        pair: { type: ["tuple", ["string", "bool"]], optional: true },
        extra: { type: "dynamic", optional: true },
        some: { type: ["object", { a: "string" }, ["a"]], optional: true },
      },
    });
    const flags = { required: false, optional: false, computed: false, sensitive: false, writeOnly: false };
    expect(block?.attributes).toEqual([
      { ...flags, name: "name", type: "string", required: true, description: "The name." },
      { ...flags, name: "size", type: "number", optional: true, computed: true },
      { ...flags, name: "password_wo", type: "string", optional: true, sensitive: true, writeOnly: true },
      { ...flags, name: "arn", type: "string", computed: true, deprecated: true },
      { ...flags, name: "old", type: "bool", optional: true, deprecated: "Use new." },
      { ...flags, name: "ports", type: ["list", ["object", { from: "number", to: "number" }]], optional: true },
      { ...flags, name: "pair", type: ["tuple", ["string", "bool"]], optional: true },
      { ...flags, name: "extra", type: "dynamic", optional: true },
      { ...flags, name: "some", type: ["object", { a: "string" }, ["a"]], optional: true },
    ]);
  });

  it.each(["single", "list", "set", "map"])("nest by %s", (nesting) => {
    const nested_type = { nesting_mode: nesting, attributes: { port: { type: "number", required: true } } };
    const [rule] = blockOf({ attributes: { rule: { nested_type, optional: true } } })?.attributes ?? [];
    expect(rule?.nested).toMatchObject({ nesting, attributes: [{ name: "port", required: true }] });
    expect(rule).not.toHaveProperty("type");
  });

  it("of a type that a later version brings can be anything", () => {
    expect(blockOf({ attributes: { x: { type: ["ring", "string"], optional: true } } })?.attributes[0]?.type).toBe(
      "dynamic",
    );
  });
});

test("blocks have their nesting and bounds", () => {
  const block_types = {
    one: { nesting_mode: "list", max_items: 1, min_items: 1, block: { attributes: {} } },
    several: {
      nesting_mode: "set",
      min_items: 2,
      block: { block_types: { inner: { nesting_mode: "single", block: {} } } },
    },
    timeouts: { nesting_mode: "single", block: { deprecated: true } },
    labelled: { nesting_mode: "map", max_items: 0, block: {} },
  };
  expect(blockOf({ block_types })?.blocks).toEqual([
    { name: "one", nesting: "list", min: 1, max: 1, block: { attributes: [], blocks: [] } },
    {
      name: "several",
      nesting: "set",
      min: 2,
      block: {
        attributes: [],
        blocks: [{ name: "inner", nesting: "single", min: 0, block: { attributes: [], blocks: [] } }],
      },
    },
    { name: "timeouts", nesting: "single", min: 0, block: { deprecated: true, attributes: [], blocks: [] } },
    { name: "labelled", nesting: "map", min: 0, block: { attributes: [], blocks: [] } },
  ]);
});

describe("a provider", () => {
  const text = schemaOf({
    provider: { block: { attributes: { region: { type: "string", optional: true } } } },
    resource_schemas: { acme_b: { block: {} }, acme_a: { block: {} } },
    data_source_schemas: { acme_a: { block: {} } },
    ephemeral_resource_schemas: { acme_token: { block: {} } },
    action_schemas: { acme_restart: { block: {} } },
    list_resource_schemas: { acme_a: { block: {} } },
    functions: {
      parse: {
        summary: "Parses.",
        return_type: ["object", { a: "string" }],
        parameters: [{ name: "text", type: "string", is_nullable: true }],
        variadic_parameter: { name: "more", type: "number" },
      },
    },
  });

  it("has names of all kinds, and keeps only what is asked for", () => {
    const isWanted = (kind: string, type: string) => kind === "resource" && type === "acme_b";
    const schema = readProviderSchema(text, "schema.json", { source: "acme/acme", isWanted });
    expect(schema.names).toEqual({
      resource: ["acme_a", "acme_b"],
      data: ["acme_a"],
      ephemeral: ["acme_token"],
      action: ["acme_restart"],
      list: ["acme_a"],
    });
    expect(schema.types.map(({ kind, type }) => `${kind} ${type}`)).toEqual(["resource acme_b"]);
  });

  it("has functions and a configuration", () => {
    const schema = readProviderSchema(text, "schema.json", all);
    expect(schema.functions).toEqual([
      {
        name: "parse",
        description: "Parses.",
        returns: ["object", { a: "string" }],
        parameters: [{ name: "text", type: "string", nullable: true }],
        variadic: { name: "more", type: "number", nullable: false },
      },
    ]);
    expect(schema.configuration.attributes.map(({ name }) => name)).toEqual(["region"]);
  });

  it.each([
    ["acme/acme", "registry.terraform.io/acme/acme"],
    ["acme/acme", "registry.opentofu.org/acme/acme"],
    ["registry.example.com/acme/acme", "registry.example.com/acme/acme"],
    ["aws", "registry.terraform.io/hashicorp/aws"],
  ])("is found by %s as %s", (source, address) => {
    expect(readProviderSchema(schemaOf({}, address), "schema.json", { ...all, source }).address).toBe(address);
  });

  it("is read behind a byte order mark", () => {
    expect(readProviderSchema(`\ufeff${text}`, "schema.json", all).types).toHaveLength(6);
  });
});

describe("what is no schema of the provider is refused", () => {
  const other = schemaOf({}, "registry.terraform.io/hashicorp/google");
  it.each([
    ["an empty file", "", "schema-not-json", /is empty/, undefined],
    ["half of a file", '{"format_version": "1.0", ', "schema-not-json", /is not JSON/, undefined],
    ["a plan", '{"format_version":"1.2","planned_values":{}}', "schema-not-a-schema", /not a provider's/, undefined],
    ["a list", "[]", "schema-not-a-schema", /not a provider's/, undefined],
    ["another file", '{"name":"x"}', "schema-not-a-schema", /not a provider's/, undefined],
    ["another provider", other, "schema-of-other-provider", /no schema of `acme\/acme`/, /hashicorp\/google/],
    ["another host", schemaOf({}, "a.example.com/acme/acme"), undefined, undefined, undefined],
    [
      "a folder without providers",
      '{"format_version":"1.0"}',
      "schema-of-other-provider",
      /no schema/,
      /terraform init/,
    ],
  ])("%s", (_name, text, code, message, hint) => {
    const read = () => readProviderSchema(text, "schema.json", all);
    if (code === undefined) {
      expect(read().address).toBe("a.example.com/acme/acme");
      return;
    }
    const [problem] = problemsOf(read);
    expect(problem).toMatchObject({ code, message: expect.stringMatching(message as RegExp) });
    if (hint !== undefined) expect(problem?.hint).toMatch(hint);
  });

  it.each([
    ['{"format_version": "1.0", ', "schema.json:1:27"],
    ['\ufeff{"a": [],\n "b": no}', "schema.json:2:7"],
    ["\ufeffno", "schema.json:1:1"],
  ])("and is told where it stops being JSON: %j", (text, path) => {
    expect(problemsOf(() => readProviderSchema(text, "schema.json", all))).toMatchObject([{ path }]);
  });

  it("and a host that is named is meant", () => {
    const text = schemaOf({}, "a.example.com/acme/acme");
    expect(() => readProviderSchema(text, "s", { ...all, source: "b.example.com/acme/acme" })).toThrow(/no schema of/);
  });
});

function problemsOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof TfwrightError) return error.problems;
    throw error;
  }
  throw new Error("nothing was refused");
}
