/** The variables for what a database contains: tables with their partitions and indexes, views, links, functions. Over 400 lines, because each argument is a variable. */
import {
  add,
  and,
  at,
  bool,
  type Expr,
  type ExprsOf,
  each,
  eq,
  fn,
  gt,
  isNotNull,
  type ListExpr,
  list,
  lte,
  type MapExpr,
  map,
  ne,
  not,
  number,
  type ObjectExpr,
  object,
  oneOf,
  optional,
  or,
  string,
  when,
} from "tfwright";
import { catalogId } from "./arns";
import { databaseName, KEYS_ARE_KNOWN, noArn, notEmpty, shapeOf } from "./rules";
import { formatNames } from "./table-formats";

/** A name in the Data Catalog, as the key of a map. AWS Glue stores names in lower case. */
const catalogNames = (input: string) => ({
  condition: (all: MapExpr<Expr<unknown>>) =>
    fn.alltrue(each(fn.keys(all), (name) => fn.can(fn.regex("^[^A-Z\\s./]([^A-Z./]{0,253}[^A-Z\\s./])?$", name)))),
  message: `The keys of ${input} are names: 1 to 255 characters in lower case, without dots, slashes and spaces around them, such as "items". AWS Glue stores names in lower case. The database is not part of the name.`,
  shows: "element" as const,
});

/**
 * Types that neither Hive nor Spark reads. A table with one is created, and each query of it fails.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/data-types.html
 */
const NO_TYPES_OF_HIVE =
  "(?i)(^|[<:,] *)((datetime|timestamptz|text|uuid|jsonb?|bool|number|object|varchar|char)( *[>,]|$)|list<)";

const columnFields = {
  name: string({
    description: "Name of the column",
    validate: [shapeOf("^.{1,255}$", "The name of a column must have 1 to 255 characters.")],
  }),
  type: string({
    description: "Type in the notation of Hive: `string`, `bigint`, `decimal(10,2)`, `array<string>`",
    validate: [
      shapeOf(
        "^\\S(.*\\S)?$",
        'The type of a column is a type of Hive, without spaces around it: "string", "bigint", "struct<id:int>".',
      ),
      {
        condition: (type) => not(fn.can(fn.regex(NO_TYPES_OF_HIVE, type))),
        message:
          'The type of a column is a type of Hive. Write "timestamp" for datetime and timestamptz, "string" for text, uuid and json, "boolean" for bool, "decimal(10,2)" for number, "array<string>" for a list, and give varchar and char a length: "varchar(20)".',
      },
    ],
  }),
  comment: optional(string({ description: "Comment on the column" })),
  parameters: optional(map(string(), { description: "Parameters of the column" }), {}),
};

/** A column of a table, a partition key or a column of a view. */
export type TableColumn = ObjectExpr<ExprsOf<typeof columnFields>>;

/** Names of columns and of indexes do not depend on case. */
const namesOf = (columns: ListExpr<TableColumn>) => each(columns, (column) => fn.lower(column.name));
const areUnique = (names: ListExpr<Expr<string>>) => eq(fn.length(fn.distinct(names)), fn.length(names));

const partitionFields = {
  values: list(string(), {
    description: "Values of the partition keys, in their order",
    validate: [notEmpty("values of partitions", "value")],
  }),
  location: optional(
    string({
      description: "Location of the partition. By default the table's location with `/key=value` for each key",
    }),
  ),
  parameters: optional(map(string(), { description: "Parameters of the partition" }), {}),
};

const indexFields = {
  name: string({
    description: "Name of the index",
    validate: [shapeOf("^.{1,255}$", "The name of an index must have 1 to 255 characters.")],
  }),
  keys: list(string(), { description: "Partition keys of the index", validate: [notEmpty("keys of indexes", "key")] }),
  create_timeout: optional(
    string({
      description: "How long Terraform waits for the index, `10m` by default; it must be known at plan time",
      known: true,
    }),
  ),
  delete_timeout: optional(
    string({
      description: "How long Terraform waits for its deletion, `10m` by default; it must be known at plan time",
      known: true,
    }),
  ),
};

const schemaReference = object(
  {
    schema_version_number: number({ description: "Version of the schema. The provider needs it also with an ID" }),
    schema_version_id: optional(string({ description: "ID of the version, in place of the names" })),
    schema_arn: optional(
      string({
        description: "ARN of the schema",
        validate: [shapeOf("^arn:[^:]+:glue:[^:]+:[0-9]{12}:schema/.+$", "schema_arn takes the ARN of a schema.")],
      }),
    ),
    schema_name: optional(string({ description: "Name of the schema, with `registry_name`" })),
    registry_name: optional(string({ description: "Registry of the schema" })),
  },
  {
    validate: [
      {
        condition: (schema) =>
          eq(
            add(
              add(when(isNotNull(schema.schema_version_id), 1, 0), when(isNotNull(schema.schema_arn), 1, 0)),
              when(and(isNotNull(schema.schema_name), isNotNull(schema.registry_name)), 1, 0),
            ),
            1,
          ),
        message:
          "schema_reference names the schema in exactly one way: schema_arn, or schema_name with registry_name, or schema_version_id.",
      },
    ],
    description: "Takes the columns from AWS Glue Schema Registry. Leave `columns` empty then",
  },
);

const tableFields = {
  location: string({
    description: "Location of the data: `s3://bucket/folder/`",
    validate: [
      shapeOf(
        "^[^/]*$|^[A-Za-z][A-Za-z0-9+.-]*:",
        'location must be a URI: "s3://bucket/folder/". Only the name of a stream or of a table can stand without one.',
      ),
    ],
  }),
  columns: list(object(columnFields), { description: "Columns of the files, without the partition keys" }),
  partition_keys: optional(
    list(object(columnFields), { description: "Columns whose values are in the folders' names, with their types" }),
    [],
  ),
  format: optional(
    oneOf(formatNames, {
      description:
        "Format of the files: `parquet`, `orc`, `avro`, `json`, `csv`, `tsv` or `ion`. It sets the serde, the input and the output format, and the parameters `classification` and `compressionType`",
    }),
  ),
  description: optional(string({ description: "What the table contains" })),
  owner: optional(string({ description: "Owner of the table" })),
  retention: optional(number({ description: "Retention in days. AWS Glue does not delete data because of it" })),
  table_type: optional(
    string({
      description: "Type of the table",
      validate: [
        {
          condition: (type) => ne(fn.upper(type), "VIRTUAL_VIEW"),
          message: "table_type cannot be VIRTUAL_VIEW: write views in the input views.",
        },
      ],
    }),
    "EXTERNAL_TABLE",
  ),
  parameters: optional(
    map(string(), {
      description: "Parameters of the table, such as `projection.enabled`. They win over those of `format`",
      validate: [
        {
          condition: (given) =>
            and(
              fn.alltrue(each(fn.keys(given), (key) => ne(fn.lower(key), "metadata_location"))),
              fn.alltrue(
                each(given, (value, key) => or(ne(fn.lower(key), "table_type"), ne(fn.lower(value), "iceberg"))),
              ),
            ),
          message:
            'parameters of tables cannot have metadata_location, or table_type = "ICEBERG": engines write them with each commit, and Terraform would set an Iceberg table back to old data. Use the module glue-iceberg-table.',
        },
      ],
    }),
    {},
  ),
  ignore_changes: optional(
    bool({
      description:
        "Whether Terraform ignores later changes of `parameters` and of everything about columns and storage, because a crawler or an engine changes them. Another value replaces the table",
    }),
    false,
  ),
  compressed: optional(bool({ description: "Whether the data is compressed" })),
  input_format: optional(string({ description: "Class of the input format, in place of that of `format`" })),
  output_format: optional(string({ description: "Class of the output format, in place of that of `format`" })),
  serde_library: optional(string({ description: "Class of the serde, in place of that of `format`" })),
  serde_name: optional(string({ description: "Name of the serde" })),
  serde_parameters: optional(map(string(), { description: "Parameters of the serde, added to those of `format`" }), {}),
  storage_parameters: optional(map(string(), { description: "Parameters of the storage descriptor" }), {}),
  additional_locations: optional(list(string(), { description: "Locations of Delta tables, besides `location`" }), []),
  bucket_columns: optional(list(string(), { description: "Columns by which the data is bucketed" }), []),
  number_of_buckets: optional(number({ description: "Number of buckets, with `bucket_columns`" })),
  sort_columns: optional(
    list(
      object({
        column: string({ description: "Name of the column" }),
        sort_order: number({
          description: "1: ascending, 0: descending",
          validate: [
            {
              condition: (order) => fn.contains([0, 1], order),
              message: "sort_order must be 1 for ascending or 0 for descending.",
            },
          ],
        }),
      }),
      { description: "Order inside of each bucket" },
    ),
    [],
  ),
  skewed_info: optional(
    object(
      {
        skewed_column_names: optional(list(string(), { description: "Columns with frequent values" }), []),
        skewed_column_values: optional(list(string(), { description: "These values" }), []),
        skewed_column_value_location_maps: optional(map(string(), { description: "Locations by value" }), {}),
      },
      { description: "Values that are very frequent" },
    ),
  ),
  stored_as_sub_directories: optional(bool({ description: "Whether the data is also in folders below `location`" })),
  schema_reference: optional(schemaReference),
  partitions: optional(
    map(object(partitionFields), {
      description:
        "Partitions by a key of your choice. Use partition projection, a crawler or the jobs for more than a few",
    }),
    {},
  ),
  indexes: optional(
    list(object(indexFields), {
      description:
        "Partition indexes, at most 3. AWS makes one at a time. Add new ones at the end: those behind a removed one are built again",
      validate: [
        {
          condition: (indexes) => lte(fn.length(indexes), 3),
          message: "indexes of tables can have at most 3 elements for a table, which is the limit of AWS Glue.",
        },
        {
          condition: (indexes) => areUnique(each(indexes, (index) => fn.lower(index.name))),
          message: "indexes of tables: each index of a table needs another name.",
        },
      ],
    }),
    [],
  ),
};

/** A table as `build` gets it. */
export type Table = ObjectExpr<ExprsOf<typeof tableFields>>;
/** A partition of a table. */
export type Partition = ObjectExpr<ExprsOf<typeof partitionFields>>;

/** `projection.NAME.type` and others about one column; not `projection.enabled`. */
const isProjection = (key: Expr<string>) => fn.can(fn.regex("^projection[.][^.]+[.]", key));
const lowerNames = (columns: ListExpr<TableColumn>) => each(columns, (column) => fn.lower(column.name));

/** The types of partition projection. */
const PROJECTIONS = ["enum", "integer", "date", "injected"];

/**
 * Whether the projection of a column has what Athena requires of its type.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
 */
function hasWhatItsTypeNeeds(parameters: MapExpr<Expr<string>>, column: Expr<string>) {
  const type = fn.lower(fn.trimspace(fn.lookup(parameters, `projection.${column}.type`, "")));
  const has = (key: string) => fn.contains(fn.keys(parameters), `projection.${column}.${key}`);
  return and(
    or(ne(type, "enum"), has("values")),
    or(not(fn.contains(["integer", "date"], type)), has("range")),
    or(ne(type, "date"), has("format")),
  );
}

const tableRules = [
  {
    condition: ({ columns, partition_keys }: Table) => areUnique(fn.concat(namesOf(columns), namesOf(partition_keys))),
    message:
      "columns and partition_keys of a table need names that differ, also without regard to case. A partition key is not a column of the files: leave it out of columns.",
    shows: "element" as const,
  },
  {
    condition: ({ parameters, partition_keys }: Table) =>
      fn.alltrue(
        each(
          fn.keys(parameters),
          (key) => fn.contains(lowerNames(partition_keys), fn.lower(at(fn.split(".", key), 1))),
          { where: isProjection },
        ),
      ),
    message:
      'A key of parameters that starts with "projection." must name a partition key of the table: "projection.date.type" needs date in partition_keys.',
    shows: "element" as const,
  },
  {
    condition: ({ parameters, partition_keys }: Table) =>
      or(
        ne(fn.lower(fn.lookup(parameters, "projection.enabled", "false")), "true"),
        fn.alltrue(
          each(partition_keys, (column) => fn.contains(fn.keys(parameters), `projection.${column.name}.type`)),
        ),
      ),
    message:
      'With "projection.enabled" = "true", parameters need the type of each partition key: "projection.NAME.type" = "date". Otherwise Athena rejects every query.',
    shows: "element" as const,
  },
  {
    condition: ({ parameters }: Table) =>
      fn.alltrue(
        each(
          fn.keys(parameters),
          (key) => fn.contains(PROJECTIONS, fn.lower(fn.trimspace(fn.lookup(parameters, key, "")))),
          {
            where: (key) => fn.can(fn.regex("^projection[.][^.]+[.]type$", key)),
          },
        ),
      ),
    message: `The type of a projection must be one of ${PROJECTIONS.join(", ")}: "projection.NAME.type" = "date".`,
    shows: "element" as const,
  },
  {
    condition: ({ parameters, partition_keys }: Table) =>
      or(
        ne(fn.lower(fn.lookup(parameters, "projection.enabled", "false")), "true"),
        fn.alltrue(each(partition_keys, (column) => hasWhatItsTypeNeeds(parameters, column.name))),
      ),
    message:
      'With "projection.enabled" = "true", a projection of the type enum needs "projection.NAME.values", integer needs "projection.NAME.range", and date needs "projection.NAME.range" and "projection.NAME.format". Otherwise Athena rejects every query.',
    shows: "element" as const,
  },
  {
    condition: ({ partitions, partition_keys }: Table) =>
      fn.alltrue(each(partitions, (partition) => eq(fn.length(partition.values), fn.length(partition_keys)))),
    message: "values of each of partitions need one value for each of partition_keys, in their order.",
    shows: "element" as const,
  },
  {
    condition: ({ indexes, partition_keys }: Table) =>
      fn.alltrue(
        each(indexes, (index) =>
          fn.alltrue(each(index.keys, (key) => fn.contains(lowerNames(partition_keys), fn.lower(key)))),
        ),
      ),
    message: "keys of indexes must be names of partition_keys of the same table. Other columns cannot be indexed.",
    shows: "element" as const,
  },
];

const viewColumnFields = {
  name: columnFields.name,
  type: columnFields.type,
  presto_type: optional(
    string({ description: "Type in the notation of Athena, `array(varchar)`. Needed only for nested types" }),
  ),
  comment: columnFields.comment,
};

const viewFields = {
  sql: string({
    description: "The query, without `CREATE VIEW`",
    validate: [
      {
        condition: (sql) => not(fn.startswith(fn.lower(fn.trimspace(sql)), "create ")),
        message: 'sql of views is the query alone, without CREATE VIEW: "SELECT id FROM items".',
        shows: "element",
      },
      {
        condition: (sql) => not(fn.endswith(fn.trimspace(sql), ";")),
        message:
          'sql of views must not end with a semicolon, because Athena puts it into other queries: "SELECT id FROM items".',
        shows: "element",
      },
    ],
  }),
  columns: list(
    object(viewColumnFields, {
      validate: [
        {
          condition: (column) => or(isNotNull(column.presto_type), not(fn.strcontains(column.type, "<"))),
          message: 'A nested type needs presto_type too: { type = "array<string>", presto_type = "array(varchar)" }.',
        },
      ],
    }),
    {
      description: "Columns of the result, in the order of the query",
      validate: [
        {
          condition: (columns) =>
            and(gt(fn.length(columns), 0), areUnique(each(columns, (column) => fn.lower(column.name)))),
          message: "columns of views need at least one column, and names that differ.",
        },
      ],
    },
  ),
  description: optional(string({ description: "What the view shows" })),
  owner: optional(string({ description: "Owner of the view" })),
};

const linkFields = {
  catalog_id: string({
    description: "Catalog of the table: an account ID",
    validate: [catalogId("catalog_id of links")],
  }),
  database_name: string({ description: "Database of the table", validate: [databaseName("database_name of links")] }),
  name: string({
    description: "Name of the table",
    validate: [
      noArn("name of links", "table"),
      shapeOf("^[^A-Z]+$", "name of links must be in lower case, because AWS Glue stores names so."),
    ],
  }),
  region: optional(string({ description: "Region of the table, if it is another region" })),
};

const functionFields = {
  class_name: string({
    description: "Java class with the code: `com.example.Mask`",
    validate: [shapeOf("^[^\\s/]+$", 'class_name of functions is the name of a Java class: "com.example.Mask".')],
  }),
  owner_name: string({ description: "Owner of the function" }),
  owner_type: optional(
    oneOf(["USER", "ROLE", "GROUP"], { description: "What the owner is: `USER`, `ROLE` or `GROUP`" }),
    "USER",
  ),
  resource_uris: list(
    object({
      type: optional(
        oneOf(["JAR", "FILE", "ARCHIVE"], { description: "Type of the file: `JAR`, `FILE` or `ARCHIVE`" }),
        "JAR",
      ),
      uri: string({
        description: "`s3://bucket/mask.jar`",
        validate: [shapeOf("^[A-Za-z][A-Za-z0-9+.-]*:", 'uri of functions must be a URI: "s3://bucket/mask.jar".')],
      }),
    }),
    { description: "Files with the code, at most 1,000" },
  ),
};

/** The variables. Each is a map, with the names as keys. */
export const contents = {
  tables: map(object(tableFields, { validate: tableRules }), {
    description: `Tables of the database, by name. Iceberg tables need the module \`glue-iceberg-table\`. ${KEYS_ARE_KNOWN}`,
    default: {},
    validate: [catalogNames("tables")],
  }),
  views: map(object(viewFields), {
    description: `Views for Athena, by name. ${KEYS_ARE_KNOWN}`,
    default: {},
    validate: [catalogNames("views")],
  }),
  links: map(object(linkFields), {
    description: `Resource links to tables in other databases, by name. ${KEYS_ARE_KNOWN}`,
    default: {},
    validate: [catalogNames("links")],
  }),
  functions: map(object(functionFields), {
    description: `User-defined functions for Hive and Spark, by name. ${KEYS_ARE_KNOWN}`,
    default: {},
  }),
};

/** The variables as `build` gets them. */
export type Contents = ExprsOf<typeof contents>;
