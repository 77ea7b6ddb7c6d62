/** Modules that no provider can plan here: their HCL against the arguments that a newer provider declares. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import * as pack from "../../modules";
import { App, TerraformStack } from "../../src/cdk";
import type { AnyModule } from "../../src/generate/module";
import { everyModule, GENERATED, UNPLANNED } from "./support/generated";
import { definitionOf } from "./support/module-inputs";

/** What a block takes: arguments, and blocks with what they take. */
interface Declared {
  readonly [name: string]: true | Declared;
}

const permissions: Declared = { permissions: true, principal: { data_lake_principal_identifier: true } };

/** Arguments by resource type, as the declarations of @cdktn/provider-aws 25.7 (AWS 6.66) have them, without timeouts. */
const DECLARED: Readonly<Record<string, Declared>> = {
  aws_glue_catalog: {
    name: true,
    allow_full_table_external_data_access: true,
    description: true,
    overwrite_child_resource_permissions_with_default: true,
    parameters: true,
    region: true,
    tags: true,
    catalog_properties: {
      custom_properties: true,
      data_lake_access_properties: {
        catalog_type: true,
        data_lake_access: true,
        data_transfer_role: true,
        kms_key: true,
      },
      iceberg_optimization_properties: {
        compaction: true,
        orphan_file_deletion: true,
        retention: true,
        role_arn: true,
      },
    },
    create_database_default_permissions: permissions,
    create_table_default_permissions: permissions,
    federated_catalog: { connection_name: true, connection_type: true, identifier: true },
    target_redshift_catalog: { catalog_arn: true },
  },
};

/** The resource of each module here. */
const RESOURCES: Readonly<Record<string, string>> = { "glue-catalog": "aws_glue_catalog" };

type Body = Readonly<Record<string, unknown>>;

/** A body of `hcl2json` in the form of `Declared`: `dynamic` blocks are blocks. */
function writtenIn(body: Body): Declared {
  const { dynamic = {}, lifecycle: _lifecycle, ...rest } = body as { dynamic?: Body } & Body;
  const plain = Object.entries(rest).map(([name, value]) => [name, isBlock(value) ? writtenIn(value[0] ?? {}) : true]);
  const repeated = Object.entries(dynamic).map(([name, value]) => {
    const [{ content = [] } = {}] = value as readonly { readonly content?: readonly Body[] }[];
    return [name, writtenIn(content[0] ?? {})];
  });
  return Object.fromEntries([...plain, ...repeated]) as Declared;
}

function isBlock(value: unknown): value is readonly Body[] {
  return Array.isArray(value) && typeof value[0] === "object";
}

/** What is wrong with a call; an empty text where nothing is. */
function complaint(name: string, inputs: Body): string {
  const module = (pack.modules as readonly AnyModule[]).find((one) => one.name === name);
  const stack = new TerraformStack(new App(), "stack");
  try {
    module?.inline(stack, "call", inputs as never);
    return "";
  } catch (error) {
    return String(error);
  }
}

const names = Object.keys(UNPLANNED);

test("each is a module, with its reason and its resource", () => {
  expect(everyModule).toEqual(expect.arrayContaining(names));
  for (const reason of Object.values(UNPLANNED)) expect(reason).toMatch(/ came with version 6[.][0-9]+ /);
  // The other one is the subject of `iceberg-table.test.ts`.
  expect(names.filter((name) => RESOURCES[name] === undefined)).toEqual(["glue-iceberg-table"]);
});

test.each(Object.keys(RESOURCES))(
  "%s sets every argument that the newer provider declares, and no other",
  async (name) => {
    const type = RESOURCES[name] ?? "";
    const text = readFileSync(join(GENERATED, "modules", name, "main.tf"), "utf8");
    const { resource } = (await parse("main.tf", text)) as {
      resource: Record<string, Record<string, readonly Body[]>>;
    };
    expect(Object.keys(resource)).toEqual([type]);
    expect(writtenIn(resource[type]?.this?.[0] ?? {})).toEqual(DECLARED[type]);
  },
);

test.each(names)("%s says that no provider planned it, and has a bound of its own", (name) => {
  const readme = readFileSync(join(GENERATED, "modules", name, "README.md"), "utf8");
  expect(readme).toContain("**No provider has planned this module yet.**");
  const [, version = ""] = /version (6[.][0-9]+) /.exec(UNPLANNED[name] ?? "") ?? [];
  expect(readFileSync(join(GENERATED, "modules", name, "versions.tf"), "utf8")).toContain(`">= ${version}"`);
});

test.each(names.flatMap((name) => Object.keys(definitionOf(name).examples ?? {}).map((example) => [name, example])))(
  "%s takes its example %s",
  (name, example) => {
    const { inputs = {} } = definitionOf(name).examples?.[example] ?? {};
    expect(complaint(name, inputs)).toBe("");
  },
);

const S3_TABLES = {
  identifier: "arn:aws:s3tables:eu-west-1:111111111111:bucket/*",
  connection_name: "aws:s3tables",
};

test.each<[string, Body, string]>([
  ["glue-catalog", { name: "orders" }, "Give federated, data_lake or redshift_catalog"],
  ["glue-catalog", { name: "Orders", data_lake: {} }, "lower-case letters"],
  ["glue-catalog", { name: "111111111111", data_lake: {} }, "must not be the ID of an account"],
  ["glue-catalog", { name: "orders", redshift_catalog: { catalog_arn: "warehouse" } }, "takes an ARN"],
  ["glue-catalog", { name: "orders", data_lake: { data_transfer_role_arn: "orders" } }, "takes the ARN of a role"],
  [
    "glue-catalog",
    { name: "orders", data_lake: {}, iceberg_optimization: { role_arn: "orders" } },
    "takes the ARN of a role",
  ],
  [
    "glue-catalog",
    {
      name: "orders",
      federated: { ...S3_TABLES, connection_name: "arn:aws:glue:eu-west-1:111111111111:connection/x" },
    },
    "not its ARN",
  ],
  ["glue-catalog", { name: "orders", federated: { ...S3_TABLES, identifier: "" } }, "must not be empty"],
])("%s refuses %j", (name, inputs, message) => {
  expect(complaint(name, inputs)).toContain(message);
});
