/**
 * `glue-iceberg-table` against the arguments of provider 6.66, as @cdktn/provider-aws 25.7 declares them: no provider here knows
 * `iceberg_table_input`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { GENERATED, UNPLANNED } from "./support/generated";

type Block = { readonly [name: string]: unknown };
/** Arguments by block: true if the provider requires it. */
interface Shape {
  readonly arguments: Readonly<Record<string, boolean>>;
  readonly blocks?: Readonly<Record<string, Shape>>;
}

const fieldsOf = (given: Readonly<Record<string, boolean>>) => ({ fields: { arguments: given } });
const DECLARED: Shape = {
  arguments: { database_name: true, name: true, catalog_id: false, description: false, region: false },
  blocks: {
    lifecycle: { arguments: { ignore_changes: false }, blocks: { precondition: { arguments: {} } } },
    open_table_format_input: {
      arguments: {},
      blocks: {
        iceberg_input: {
          arguments: { metadata_operation: true, version: false },
          blocks: {
            iceberg_table_input: {
              arguments: { location: true, properties: false },
              blocks: {
                schema: {
                  arguments: { identifier_field_ids: false, schema_id: false, type: false },
                  blocks: fieldsOf({
                    doc: false,
                    id: true,
                    initial_default: false,
                    name: true,
                    required: true,
                    type: true,
                    write_default: false,
                  }),
                },
                partition_spec: {
                  arguments: { spec_id: false },
                  blocks: fieldsOf({ field_id: false, name: true, source_id: true, transform: true }),
                },
                sort_order: {
                  arguments: { order_id: true },
                  blocks: fieldsOf({ direction: true, null_order: true, source_id: true, transform: true }),
                },
              },
            },
          },
        },
      },
    },
  },
};

/** What a block has that is not declared, and what it lacks. */
function differences(block: Block, shape: Shape, path: string): readonly string[] {
  const { dynamic = {}, ...own } = block as { readonly dynamic?: Readonly<Record<string, readonly Block[]>> } & Block;
  const blocks: Readonly<Record<string, readonly Block[]>> = {
    ...(Object.fromEntries(Object.entries(own).filter(([name]) => name in (shape.blocks ?? {}))) as Readonly<
      Record<string, readonly Block[]>
    >),
    ...Object.fromEntries(
      Object.entries(dynamic).map(([name, all]) => [name, all.flatMap(({ content }) => content as readonly Block[])]),
    ),
  };
  const given = Object.keys(own).filter((name) => !(name in blocks));
  return [
    ...given.filter((name) => !(name in shape.arguments)).map((name) => `${path}.${name} is not declared`),
    ...Object.entries(shape.arguments)
      .filter(([name, isRequired]) => isRequired && !given.includes(name))
      .map(([name]) => `${path}.${name} is missing`),
    ...Object.entries(blocks).flatMap(([name, all]) => {
      const inner = shape.blocks?.[name];
      if (name === "lifecycle") return [];
      return inner === undefined
        ? [`${path}.${name} is not declared`]
        : all.flatMap((one) => differences(one, inner, `${path}.${name}`));
    }),
  ];
}

const read = (file: string) => readFileSync(join(GENERATED, "modules", "glue-iceberg-table", file), "utf8");

test("every argument is one of the provider's, and none that it requires is missing", async () => {
  const { resource } = (await parse("main.tf", read("main.tf"))) as unknown as {
    readonly resource: { readonly aws_glue_catalog_table: { readonly this: readonly Block[] } };
  };
  const [table = {}] = resource.aws_glue_catalog_table.this;
  expect(differences(table, DECLARED, "table")).toEqual([]);
  // The comparison itself: a name that is wrong, and one that is not there.
  expect(differences({ ...table, nam: 1, name: undefined } as Block, DECLARED, "table")).toEqual([
    "table.nam is not declared",
  ]);
  const { name: _, ...unnamed } = table as Block;
  expect(differences(unnamed, DECLARED, "table")).toEqual(["table.name is missing"]);
});

test("the README says that no provider has planned it, and so does the list of modules that are not planned", () => {
  expect(read("README.md")).toContain("No provider has planned this module yet");
  expect(read("versions.tf")).toContain('version = ">= 6.40"');
  expect(Object.keys(UNPLANNED)).toContain("glue-iceberg-table");
});
