/** An Iceberg table, whose metadata AWS Glue writes from the schema here. Over 400 lines, because each argument is a variable here. */
import type { Construct } from "constructs";
import {
  and,
  at,
  blockIf,
  blocks,
  bool,
  defineModule,
  type Expr,
  type ExprsOf,
  each,
  eq,
  fn,
  gt,
  gte,
  ifNotNull,
  isNull,
  type ListExpr,
  list,
  local,
  type MapExpr,
  map,
  mod,
  not,
  number,
  type ObjectExpr,
  object,
  oneOf,
  optional,
  or,
  output,
  resource,
  string,
  toMap,
  when,
} from "tfwright";
import { catalogId } from "./arns";
import { offline, region } from "./aws";
import { glueIcebergTableJa } from "./ja/glue-iceberg-table";
import { IcebergTable } from "./providers/iceberg-table";
import { databaseName, shapeOf } from "./rules";

const PRIMITIVE =
  "boolean|int|long|float|double|date|time|timestamp|timestamptz|timestamp_ns|timestamptz_ns|string|uuid|binary|fixed\\[[0-9]+\\]|decimal\\([0-9]+, ?[0-9]+\\)";
const TRANSFORM = "^(identity|year|month|day|hour|void|bucket\\[[0-9]+\\]|truncate\\[[0-9]+\\])$";

const columnFields = {
  id: number({
    description: "ID of the column in the files. Never change it, and never use it for another column",
    validate: [
      {
        condition: (id) => and(gte(id, 1), eq(mod(id, 1), 0)),
        message: "id of columns must be a whole number from 1.",
      },
    ],
  }),
  name: string({
    description: "Name of the column, in lower case",
    validate: [
      shapeOf(
        "^[^A-Z\\s](.*[^A-Z\\s])?$",
        'name of columns must be in lower case, because Athena reads it so: "order_id".',
      ),
    ],
  }),
  type: string({
    description:
      'Type of Iceberg: `string`, `long`, `decimal(10, 2)`, `timestamptz`. A nested type is its JSON: `jsonencode({ type = "list", ... })`',
    validate: [
      shapeOf(
        `^(${PRIMITIVE})$|^\\{`,
        'type of columns is a type of Iceberg, not of Hive: "string", "int", "long" (not bigint), "decimal(10, 2)", "timestamptz". A nested type is its JSON.',
      ),
    ],
  }),
  required: optional(bool({ description: "Whether the column has a value in each row" }), false),
  doc: optional(string({ description: "Comment on the column" })),
  initial_default: optional(string({ description: "Value in files without the column, as JSON. Only in version 3" })),
  write_default: optional(string({ description: "Value for new rows without the column, as JSON. Only in version 3" })),
};

const transform = (input: string) =>
  optional(
    string({
      description: "`identity`, `year`, `month`, `day`, `hour`, `bucket[N]`, `truncate[N]`",
      validate: [
        shapeOf(
          TRANSFORM,
          `transform of ${input} must be identity, year, month, day, hour, "bucket[16]" or "truncate[8]".`,
        ),
      ],
    }),
    "identity",
  );

const partitionFields = {
  column: string({ description: "Name of a column" }),
  transform: transform("partition_by"),
  name: optional(string({ description: "Name of the partition field. By default made from column and transform" })),
  field_id: optional(
    number({
      description: "ID of the partition field, from 1000. AWS chooses if null",
      validate: [
        {
          condition: (id) => and(gte(id, 1000), eq(mod(id, 1), 0)),
          message: "field_id of partition_by must be a whole number from 1000. IDs below are those of columns.",
        },
      ],
    }),
  ),
};

const sortFields = {
  column: string({ description: "Name of a column" }),
  transform: transform("sort_by"),
  direction: optional(oneOf(["asc", "desc"], { description: "Direction: `asc` or `desc`" }), "asc"),
  null_order: optional(
    oneOf(["nulls-first", "nulls-last"], { description: "Where nulls stand: `nulls-first` or `nulls-last`" }),
    "nulls-first",
  ),
};

type IcebergColumn = ObjectExpr<ExprsOf<typeof columnFields>>;

const columns = [
  { id: 1, name: "id", type: "long", required: true },
  { id: 2, name: "ordered_at", type: "timestamptz" },
] as const;

const UNTRIED =
  "**No provider has planned this module yet.** The argument `iceberg_table_input` is newer than provider 6.34, with which the other modules of the pack are tested. Its arguments were compared with the declarations for provider 6.40 and 6.66. Read your first plan with care.";

const variables = {
  name: string({
    description: "Name of the table, in lower case.",
    validate: [
      shapeOf(
        "^[^A-Z\\s./]([^A-Z./]{0,253}[^A-Z\\s./])?$",
        'name must have 1 to 255 characters in lower case, without dots and slashes: "items".',
      ),
    ],
  }),
  database_name: string({
    description: "Name of the database. Use the `name` output of `glue-catalog-database`.",
    validate: [databaseName("database_name")],
  }),
  location: string({
    description: "Folder of the table in S3, of this table alone: `s3://bucket/folder/`.",
    validate: [shapeOf("^s3://[^/]+/.+", 'location must be a folder in S3: "s3://bucket/folder/".')],
  }),
  columns: list(object(columnFields), {
    description: "Columns of the table.",
    validate: [
      {
        condition: (all) =>
          and(
            gt(fn.length(all), 0),
            eq(fn.length(fn.distinct(each(all, (column) => column.name))), fn.length(all)),
            eq(fn.length(fn.distinct(each(all, (column) => fn.tostring(column.id)))), fn.length(all)),
          ),
        message: "columns must have at least one column, and each needs a name and an id of its own.",
      },
    ],
  }),
  description: optional(string({ description: "What the table contains." })),
  partition_by: list(object(partitionFields), {
    description: "Columns by which the files are partitioned. Readers need not know it.",
    default: [],
  }),
  sort_by: list(object(sortFields), { description: "Order of the rows inside of the files.", default: [] }),
  identifier_columns: list(string(), {
    description: "Columns that identify a row. They must be required.",
    default: [],
  }),
  properties: map(string(), {
    description: "Properties of the Iceberg table: `write.format.default`, `history.expire.max-snapshot-age-ms`.",
    default: {},
    validate: [
      {
        condition: (given) =>
          not(fn.anytrue(each(fn.keys(given), (key) => fn.contains(["metadata_location", "table_type"], key)))),
        message:
          "properties cannot have metadata_location and table_type: AWS Glue and the engines write them with each commit.",
      },
    ],
  }),
  format_version: oneOf(["1", "2", "3"], {
    description: "Version of the Iceberg format: `1`, `2` or `3`. Not each engine reads version 3 yet.",
    default: "2",
  }),
  catalog_id: optional(
    string({
      description: "Catalog of the table: an account ID. The caller's account if null.",
      validate: [catalogId("catalog_id")],
    }),
  ),
  region,
};

/** The inputs of the module. */
type IcebergInputs = ExprsOf<typeof variables>;

export const glueIcebergTable = defineModule({
  name: "glue-iceberg-table",
  iam: [
    "To apply the module: `glue:CreateTable`, `glue:GetTable`, `glue:UpdateTable` and `glue:DeleteTable` on the table, the database and the catalog, and `s3:GetObject`, `s3:PutObject` and `s3:ListBucket` on the folder, because AWS Glue writes the metadata files as the caller.",
    "If the location is registered with Lake Formation, who applies the module needs `lakeformation:GetDataAccess`, `CREATE_TABLE` on the database and `DATA_LOCATION_ACCESS` on the location.",
    "Jobs that write to the table need it in `write_tables` of `glue-role`, and its folder in `write_s3`.",
  ],
  notes: [
    UNTRIED,
    "Only the schema, the partitions and the order are in Terraform. The engines write `metadata_location` and `table_type` into the table's parameters with each commit. Terraform ignores all parameters of the table, so that a plan never sets the table back to an old commit.",
    "Each column has an `id`, which the data files use. Give a new column a new number, and never use the number of a removed column again: old files would show their values under the new name.",
    "Changes that an engine makes to the schema, such as `ALTER TABLE` in Athena, are not in your configuration. Make each change in one place only.",
    "A table that exists, or that was made with `open_table_format_input` without `iceberg_table_input`, cannot move into this module: the provider would create it again, and the catalog would forget its data. So there is no example for that.",
    "If you destroy the module, the table leaves the catalog. The files in S3 stay.",
    "`glue-table-optimizer` compacts the table and deletes old snapshots. It takes the output `table`.",
  ],
  examples: {
    basic: {
      description: "A table with two columns.",
      inputs: { name: "items", database_name: "orders", location: "s3://example-lake/orders/items/", columns },
    },
    complete: {
      description: "Partitions by day, an order of the rows, and a nested column.",
      inputs: {
        name: "items",
        database_name: "orders",
        location: "s3://example-lake/orders/items/",
        columns: [
          ...columns,
          {
            id: 3,
            name: "tags",
            type: '{"type":"list","element-id":4,"element":"string","element-required":false}',
            doc: "Words of the shop",
          },
        ],
        partition_by: [
          { column: "ordered_at", transform: "day", name: "ordered_day", field_id: 1000 },
          { column: "id", transform: "bucket[16]" },
        ],
        sort_by: [{ column: "id", direction: "desc", null_order: "nulls-last" }],
        identifier_columns: ["id"],
        properties: { "write.format.default": "parquet" },
        format_version: "2",
        description: "Items of the orders",
        catalog_id: "111111111111",
      },
    },
  },
  tests: {
    iceberg: {
      providers: offline,
      variables: { name: "items", database_name: "orders", location: "s3://example-lake/orders/items/", columns },
      runs: [
        { name: "a_table", assert: [{ condition: 'output.table == "orders.items"', message: "for read_tables" }] },
        {
          name: "wrong_inputs",
          variables: {
            name: "Items",
            database_name: "Orders",
            location: "example-lake/orders/items/",
            columns: [{ id: 1, name: "id", type: "bigint" }],
            partition_by: [{ column: "id", field_id: 1 }],
            format_version: "4",
            properties: { metadata_location: "s3://example-lake/x.json" },
          },
          expectFailures: [
            "var.name",
            "var.database_name",
            "var.location",
            "var.columns",
            "var.partition_by",
            "var.format_version",
            "var.properties",
          ],
        },
        {
          name: "only_columns_of_the_table",
          variables: { partition_by: [{ column: "day" }] },
          expectFailures: ["aws_glue_catalog_table.this"],
        },
        {
          name: "no_day_of_a_number",
          variables: { partition_by: [{ column: "id", transform: "day" }] },
          expectFailures: ["aws_glue_catalog_table.this"],
        },
        {
          name: "identifiers_are_required",
          variables: { identifier_columns: ["ordered_at"] },
          expectFailures: ["aws_glue_catalog_table.this"],
        },
        {
          name: "defaults_need_version_3",
          variables: { columns: [{ ...columns[0], initial_default: "0" }] },
          expectFailures: ["aws_glue_catalog_table.this"],
        },
      ],
    },
  },
  translations: { ja: glueIcebergTableJa },
  title: "AWS Glue Iceberg table",
  description: `An Iceberg table of the Data Catalog, with its schema, partitions and order. AWS Glue writes its first metadata.\n\n${UNTRIED}`,
  // The first version for which `iceberg_table_input` was seen.
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.40" } },
  variables,
  build(scope, v) {
    const ids = local(
      scope,
      "column_ids",
      toMap(v.columns, (column) => [column.name, column.id]),
      { comment: "IDs of the columns by name" },
    );
    const table = makeTable(scope, v, ids);
    return {
      name: output(table.name, { description: "Name of the table." }),
      arn: output(table.arn, { description: "ARN of the table." }),
      table: output(`${table.database_name}.${table.name}`, {
        description:
          "The table as `database.table`: for `read_tables` and `write_tables` of `glue-role`, and `tables` of `glue-table-optimizer`.",
      }),
    };
  },
});

/** The IDs of the columns, by name. */
type ColumnIds = MapExpr<Expr<number>>;

function makeTable(scope: Construct, v: IcebergInputs, ids: ColumnIds) {
  return resource(
    scope,
    IcebergTable,
    "this",
    {
      name: v.name,
      database_name: v.database_name,
      catalog_id: v.catalog_id,
      region: v.region,
      description: v.description,
      open_table_format_input: {
        iceberg_input: {
          metadata_operation: "CREATE",
          version: v.format_version,
          iceberg_table_input: {
            location: v.location,
            properties: v.properties,
            schema: {
              type: "struct",
              identifier_field_ids: each(v.identifier_columns, (name) => at(ids, name)),
              fields: blocks(v.columns, schemaField),
            },
            partition_spec: blockIf(gt(fn.length(v.partition_by), 0), () => ({
              fields: blocks(v.partition_by, (field) => ({
                source_id: at(ids, field.column),
                transform: field.transform,
                field_id: field.field_id,
                name: ifNotNull(field.name, (given) => given, usualName(field)),
              })),
            })),
            sort_order: blockIf(gt(fn.length(v.sort_by), 0), () => ({
              order_id: 1,
              fields: blocks(v.sort_by, (field) => ({
                source_id: at(ids, field.column),
                transform: field.transform,
                direction: field.direction,
                null_order: field.null_order,
              })),
            })),
          },
        },
      },
    },
    { lifecycle: { ignoreChanges: ["parameters"], preconditions: preconditionsOf(scope, v, ids) } },
  );
}

const schemaField = (column: IcebergColumn) => ({
  id: column.id,
  name: column.name,
  // The provider takes the JSON of a type: a text in quotes for a primitive one.
  type: when(fn.startswith(column.type, "{"), column.type, fn.jsonencode(column.type)),
  required: column.required,
  doc: column.doc,
  initial_default: column.initial_default,
  write_default: column.write_default,
});

/** The name that Iceberg gives to a field of a partition: the column, and the transform without its number. */
const usualName = (field: { readonly column: Expr<string>; readonly transform: Expr<string> }) =>
  when(eq(field.transform, "identity"), field.column, `${field.column}_${fn.replace(field.transform, "/\\[.*/", "")}`);

/**
 * The types of a column that each transform takes, as a transform, a space and the start of a type.
 *
 * @see https://iceberg.apache.org/spec/#partition-transforms
 */
const FITTING = [
  "void .*",
  "identity [^{]",
  "(year|month|day) (date|timestamp)",
  "hour timestamp",
  "bucket\\[[0-9]+\\] (int|long|decimal|date|time|string|uuid|fixed|binary)",
  "truncate\\[[0-9]+\\] (int|long|decimal|string|binary)",
].join("|");

type Transformed = ObjectExpr<{ readonly column: Expr<string>; readonly transform: Expr<string> }>;

/** Transforms of columns whose type they do not take. A column that does not exist is told by its own message. */
function unsuitable(scope: Construct, v: IcebergInputs, ids: ColumnIds) {
  const types = local(
    scope,
    "column_types",
    toMap(v.columns, (column) => [column.name, column.type]),
    { comment: "Types of the columns by name" },
  );
  const named = (items: ListExpr<Transformed>) => each(items, (item) => `${item.transform} of ${item.column}`);
  const transforms = local(scope, "transforms", fn.concat(named(v.partition_by), named(v.sort_by)), {
    comment: "Transforms in partition_by and sort_by, each with its column",
  });
  const columnOf = (one: Expr<string>) => at(fn.split(" of ", one), 1);
  return local(
    scope,
    "unsuitable_transforms",
    each(transforms, (one) => one, {
      as: "transform",
      where: (one) =>
        and(
          fn.contains(fn.keys(ids), columnOf(one)),
          not(
            fn.can(fn.regex(`^(${FITTING})`, `${at(fn.split(" of ", one), 0)} ${fn.lookup(types, columnOf(one), "")}`)),
          ),
        ),
    }),
    { comment: "Those of columns with another type" },
  );
}

/** Columns that must exist or be required, and what the version of the format must have. */
function preconditionsOf(scope: Construct, v: IcebergInputs, ids: ColumnIds) {
  const names = (items: ListExpr<ObjectExpr<{ readonly column: Expr<string> }>>) => each(items, (item) => item.column);
  const missing = local(
    scope,
    "missing_columns",
    fn.setsubtract(fn.concat(names(v.partition_by), names(v.sort_by), v.identifier_columns), fn.keys(ids)),
    { comment: "Names in partition_by, sort_by and identifier_columns that are not in columns" },
  );
  const optionalIds = local(
    scope,
    "optional_identifiers",
    fn.setintersection(
      v.identifier_columns,
      each(v.columns, (column) => column.name, { where: (column) => not(column.required) }),
    ),
    { comment: "Names in identifier_columns whose column is not required" },
  );
  const wrong = unsuitable(scope, v, ids);
  return [
    {
      condition: eq(fn.length(wrong), 0),
      message: `partition_by and sort_by can only have transforms that fit the type of the column: year, month and day for dates and timestamps, hour for timestamps, truncate for int, long, decimal, string and binary, and bucket for all but boolean, float, double and nested types. Not ${fn.join(", ", wrong)}.`,
    },
    {
      condition: eq(fn.length(missing), 0),
      message: `partition_by, sort_by and identifier_columns can only name columns of the table, not ${fn.join(", ", missing)}.`,
    },
    {
      condition: eq(fn.length(optionalIds), 0),
      message: `identifier_columns can only name required columns. Set required = true for ${fn.join(", ", optionalIds)}.`,
    },
    {
      condition: or(
        eq(v.format_version, "3"),
        fn.alltrue(each(v.columns, (column) => and(isNull(column.initial_default), isNull(column.write_default)))),
      ),
      message: 'initial_default and write_default of columns need format_version = "3".',
    },
  ];
}
