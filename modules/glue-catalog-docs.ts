/** Examples, tests and notes of `glue-catalog-database`: what the database contains. */
import type { TestFile } from "tfwright";

const items = {
  description: "Items of the orders",
  location: "s3://example-data/orders/items/",
  format: "parquet",
  columns: [
    { name: "id", type: "bigint" },
    { name: "price", type: "decimal(10,2)", comment: "In euros" },
  ],
  partition_keys: [{ name: "day", type: "date" }],
} as const;

const mask = {
  class_name: "com.example.Mask",
  owner_name: "data-team",
  resource_uris: [{ uri: "s3://example-scripts/mask.jar" }],
};

/** For the README and its tests. */
export const contentsExamples = {
  tables: {
    description: "A database with its tables. Athena computes the partitions of the first one from their names.",
    inputs: {
      name: "orders",
      tables: {
        items: {
          ...items,
          parameters: {
            "projection.enabled": "true",
            "projection.day.type": "date",
            "projection.day.format": "yyyy-MM-dd",
            "projection.day.range": "2026-01-01,NOW",
          },
        },
        customers: {
          location: "s3://example-data/orders/customers/",
          format: "csv",
          columns: [{ name: "id", type: "string" }],
          parameters: { "skip.header.line.count": "1" },
        },
      },
    },
  },
  complete: {
    description: "Partitions, indexes, a view, a link to a table of another account, and a function.",
    inputs: {
      name: "orders",
      tables: {
        items: {
          ...items,
          partition_keys: [
            { name: "country", type: "string" },
            { name: "day", type: "date" },
          ],
          owner: "data-team",
          retention: 30,
          partitions: { first: { values: ["de", "2026-01-01"] } },
          indexes: [
            { name: "country", keys: ["country"] },
            { name: "day", keys: ["day"], create_timeout: "60m" },
          ],
        },
        crawled: {
          location: "s3://example-data/orders/crawled/",
          format: "json",
          columns: [{ name: "id", type: "string" }],
          ignore_changes: true,
        },
        buckets: {
          location: "s3://example-data/orders/buckets/",
          columns: [{ name: "id", type: "string" }],
          input_format: "org.apache.hadoop.mapred.TextInputFormat",
          output_format: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
          serde_library: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
          serde_name: "text",
          serde_parameters: { "field.delim": ";" },
          bucket_columns: ["id"],
          number_of_buckets: 8,
          sort_columns: [{ column: "id", sort_order: 1 }],
          skewed_info: { skewed_column_names: ["id"], skewed_column_values: ["0"] },
          storage_parameters: { sizeKey: "0" },
          compressed: false,
          stored_as_sub_directories: true,
        },
        registered: {
          location: "orders-stream",
          format: "avro",
          columns: [],
          schema_reference: { schema_version_number: 1, schema_name: "orders", registry_name: "shop" },
        },
      },
      views: {
        prices: {
          sql: "SELECT id, max(price) AS price FROM items GROUP BY id",
          columns: [
            { name: "id", type: "bigint" },
            { name: "price", type: "decimal(10,2)" },
          ],
        },
      },
      links: { rates: { catalog_id: "222222222222", database_name: "finance", name: "rates" } },
      functions: { mask },
    },
  },
} as const;

type Runs = TestFile["runs"];

/** Tests of the contents, on top of those of the database. */
export const contentsRuns: Runs = [
  {
    name: "a_format_fills_the_classes",
    variables: {
      tables: {
        items: {
          ...items,
          parameters: { compressionType: "snappy" },
          partitions: { first: { values: ["2026-01-01"] } },
          indexes: [
            { name: "a", keys: ["day"] },
            { name: "b", keys: ["day"] },
          ],
        },
        tabs: { location: "s3://x/", format: "tsv", columns: [{ name: "id", type: "string" }], ignore_changes: true },
      },
    },
    assert: [
      {
        condition:
          'aws_glue_catalog_table.this["items"].storage_descriptor[0].ser_de_info[0].serialization_library == "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"',
        message: "serde",
      },
      {
        condition:
          'aws_glue_catalog_table.this["items"].parameters == tomap({ classification = "parquet", compressionType = "snappy" })',
        message: "the caller's parameters win",
      },
      {
        condition:
          'aws_glue_partition.this["items/first"].storage_descriptor[0].location == "s3://example-data/orders/items/day=2026-01-01"',
        message: "folder of the partition",
      },
      {
        condition:
          'aws_glue_partition.this["items/first"].storage_descriptor[0].input_format == aws_glue_catalog_table.this["items"].storage_descriptor[0].input_format',
        message: "a partition is read as its table",
      },
      {
        condition:
          'aws_glue_partition_index.first["items"].partition_index[0].index_name == "a" && aws_glue_partition_index.second["items"].partition_index[0].index_name == "b" && length(aws_glue_partition_index.third) == 0',
        message: "one index after the other",
      },
      {
        condition: 'toset(keys(aws_glue_catalog_table.changed_by_others)) == toset(["tabs"])',
        message: "changes of others are ignored",
      },
      {
        condition: 'aws_glue_catalog_table.changed_by_others["tabs"].parameters.classification == "csv"',
        message: "AWS Glue has no classification tsv",
      },
      { condition: 'output.tables.items == "orders.items"', message: "for read_tables" },
    ],
  },
  {
    name: "views_links_and_functions",
    variables: {
      views: { v: { sql: "SELECT id FROM items", columns: [{ name: "id", type: "string" }] } },
      links: { l: { catalog_id: "222222222222", database_name: "finance", name: "rates" } },
      functions: { mask },
    },
    assert: [
      {
        condition:
          'jsondecode(base64decode(regex("View: (.*) [*]/", aws_glue_catalog_table.view["v"].view_original_text)[0])) == { originalSql = "SELECT id FROM items", catalog = "awsdatacatalog", schema = "orders", columns = [{ name = "id", type = "varchar" }] }',
        message: "what Athena reads",
      },
      { condition: 'aws_glue_catalog_table.link["l"].target_table[0].name == "rates"', message: "link" },
      { condition: 'aws_glue_user_defined_function.this["mask"].owner_type == "USER"', message: "owner" },
      { condition: 'output.tables.v == "orders.v" && output.tables.l == "orders.l"', message: "all have names" },
    ],
  },
  {
    name: "wrong_contents_are_rejected",
    variables: {
      tables: { items: { ...items, parameters: { table_type: "ICEBERG" } } },
      views: { V: { sql: "SELECT 1", columns: [{ name: "id", type: "int" }] } },
      links: { rates: { catalog_id: "2222", database_name: "finance", name: "rates" } },
      functions: { mask: { ...mask, owner_type: "TEAM" } },
    },
    expectFailures: ["var.tables", "var.views", "var.links", "var.functions"],
  },
  ...["datetime", "TEXT", "varchar", "list<string>"].map((type, index) => ({
    name: `a_type_that_hive_does_not_have_${index}`,
    variables: { tables: { items: { location: "s3://example-data/items/", columns: [{ name: "a", type }] } } },
    expectFailures: ["var.tables"],
  })),
  {
    name: "types_of_hive_and_spark",
    variables: {
      tables: {
        items: {
          location: "s3://example-data/items/",
          columns: ["timestamp", "varchar(20)", "char(2)", "array<string>", "long", "uniontype<int,string>"].map(
            (type, index) => ({ name: `c${index}`, type }),
          ),
        },
      },
    },
    assert: [
      {
        condition: 'length(aws_glue_catalog_table.this["items"].storage_descriptor[0].columns) == 6',
        message: "as given",
      },
    ],
  },
  {
    name: "a_view_ends_without_a_semicolon",
    variables: { views: { v: { sql: "SELECT 1 AS id;\n", columns: [{ name: "id", type: "int" }] } } },
    expectFailures: ["var.views"],
  },
  {
    name: "a_name_stands_once",
    variables: {
      tables: { items },
      views: { items: { sql: "SELECT 1", columns: [{ name: "id", type: "int" }] } },
    },
    expectFailures: ["aws_glue_catalog_database.this"],
  },
];

/** For the README. */
export const contentsNotes = [
  'The output `tables` fits `read_tables` and `write_tables` of `glue-role`: `values(module.database.tables)`, or `[module.database.tables["items"]]` for one table.',
  "Crawlers and engines change tables that exist: a crawler adds columns and its statistics, Spark and Athena write `transient_lastDdlTime`. The next plan would take this back. Set `ignore_changes = true` on such a table: Terraform then creates the table, and changes only its description, owner and retention later. `ignore_changes` of Terraform cannot depend on a value, so that these tables are another resource, `aws_glue_catalog_table.changed_by_others`. If you change `ignore_changes` of a table, write a `moved` block. Without it Terraform deletes the table and its partitions in the catalog, and creates the table again. The files in S3 stay.",
  "`format` sets `compressionType` to `none`, as a crawler does. Write another value in `parameters` if the files are compressed as a whole, such as `gzip` for CSV files. Parquet and ORC compress inside of the file.",
  "Athena computes partitions from `projection.*` in `parameters`, without any partition in the catalog. If `projection.enabled` is true, it ignores `partitions`. Use `partitions` only for a few that do not change.",
  "AWS Glue makes the indexes of a table one after another, each of which can take minutes or hours if the table has many partitions. Raise `create_timeout` then.",
  "A view is for Athena. Athena checks the query and the types of the columns only when somebody uses the view. Other engines cannot read it.",
  "Who reads through a resource link needs permissions on the link and on the table that it points to.",
  "If you destroy the module or change its `name`, the tables go too, also those that crawlers and jobs made, but not their data in S3.",
];

/** For the README. */
export const databaseIam = [
  "To apply the module: `glue:CreateDatabase`, `glue:GetDatabase`, `glue:UpdateDatabase`, `glue:DeleteDatabase`, `glue:GetTags`, `glue:TagResource` and `glue:UntagResource` on the database and the catalog. AWS asks for the tables and functions of a database, too, when it deletes the database.",
  "For tables, views and links: `glue:CreateTable`, `glue:GetTable`, `glue:UpdateTable` and `glue:DeleteTable` on the table, the database and the catalog. For partitions: `glue:BatchCreatePartition`, `glue:GetPartition`, `glue:UpdatePartition` and `glue:DeletePartition`. For indexes: `glue:CreatePartitionIndex`, `glue:GetPartitionIndexes` and `glue:DeletePartitionIndex`.",
  "For functions: `glue:CreateUserDefinedFunction`, `glue:GetUserDefinedFunction`, `glue:UpdateUserDefinedFunction` and `glue:DeleteUserDefinedFunction` on the function, the database and the catalog.",
  "If Lake Formation controls the catalog, who applies the module also needs `CREATE_DATABASE`, and `DATA_LOCATION_ACCESS` on the registered locations of the tables.",
  "Nothing runs with a role. Who reads the tables needs `read_tables` of `glue-role`.",
];
