/** The resources for what a database contains: tables with their partitions and indexes, views, links, functions. */
import type { Construct } from "constructs";
import {
  at,
  blockIf,
  blocks,
  callSpread,
  type Dependency,
  type Expr,
  each,
  eq,
  fn,
  gt,
  ifNotNull,
  isNotNull,
  type ListExpr,
  local,
  type MapExpr,
  mapFrom,
  not,
  optionalBlock,
  or,
  resource,
  splat,
  toMap,
  when,
} from "tfwright";
import type { Contents, Partition, Table, TableColumn } from "./glue-catalog-tables";
import type { NullableText } from "./place";
import { GlueCatalogTable } from "./providers/aws/glue-catalog-table";
import { GluePartition } from "./providers/aws/glue-partition";
import { GluePartitionIndex } from "./providers/aws/glue-partition-index";
import { GlueUserDefinedFunction } from "./providers/aws/glue-user-defined-function";
import { type FormatLocals, formatLocals } from "./table-formats";

/** Where the contents are. */
interface DatabasePlace {
  /** The database's name. This is a reference to the resource, so that the contents wait for it. */
  readonly database_name: Expr<string>;
  readonly catalog_id: NullableText;
  readonly region: NullableText;
}

/** Creates everything. Returns `database.table` by name, for tables, views and links. */
export function makeContents(scope: Construct, v: Contents, place: DatabasePlace): MapExpr<Expr<string>> {
  const formats = formatLocals(scope);
  const made = makeTables(scope, v, place, formats);
  makePartitions(scope, v, place, { formats, tables: made });
  makeIndexes(scope, v, place, made);
  const views = makeViews(scope, v, place);
  const links = makeLinks(scope, v, place);
  makeFunctions(scope, v, place);
  const qualified = (name: Expr<string>) => `${place.database_name}.${name}`;
  return fn.merge(
    toMap(made, (name, key) => [key, qualified(name)]),
    views.all((view) => qualified(view.name)),
    links.all((link) => qualified(link.name)),
  ) as unknown as MapExpr<Expr<string>>;
}

const columnBlock = (column: TableColumn) => ({
  name: column.name,
  type: column.type,
  comment: column.comment,
  parameters: column.parameters,
});

/** What tables and partitions have in common of `storage_descriptor`. */
const storageOf = (table: Table, formats: FormatLocals) => ({
  additional_locations: table.additional_locations,
  input_format: ifNotNull(table.input_format, (given) => given, formats.input(table.format)),
  output_format: ifNotNull(table.output_format, (given) => given, formats.output(table.format)),
  compressed: table.compressed,
  bucket_columns: table.bucket_columns,
  number_of_buckets: table.number_of_buckets,
  stored_as_sub_directories: table.stored_as_sub_directories,
  parameters: table.storage_parameters,
  ser_de_info: blockIf(or(isNotNull(table.format), isNotNull(table.serde_library)), () => ({
    name: table.serde_name,
    serialization_library: ifNotNull(table.serde_library, (given) => given, formats.serde(table.format)),
    parameters: fn.merge(formats.serdeParameters(table.format), table.serde_parameters),
  })),
  skewed_info: optionalBlock(table.skewed_info, (skewed) => ({
    skewed_column_names: skewed.skewed_column_names,
    skewed_column_values: skewed.skewed_column_values,
    skewed_column_value_location_maps: skewed.skewed_column_value_location_maps,
  })),
  sort_columns: blocks(table.sort_columns, (sort) => ({ column: sort.column, sort_order: sort.sort_order })),
});

/** The two resources for tables: `ignore_changes` of Terraform cannot depend on a value. */
function makeTables(scope: Construct, v: Contents, place: DatabasePlace, formats: FormatLocals) {
  const parameters = local(
    scope,
    "format_parameters",
    toMap(
      v.tables,
      (table, name) => [
        name,
        ifNotNull(
          table.format,
          (format) => mapFrom({ classification: when(eq(format, "tsv"), "csv", format), compressionType: "none" }),
          {},
        ),
      ],
      { as: "table" },
    ) as unknown as MapExpr<MapExpr<Expr<string>>>,
    { comment: "Parameters by table that AWS Glue jobs and crawlers need to read the files" },
  );
  const table = (item: { readonly key: Expr<string>; readonly value: Table }) => ({
    name: item.key,
    ...place,
    description: item.value.description,
    owner: item.value.owner,
    retention: item.value.retention,
    table_type: item.value.table_type,
    parameters: fn.merge(at(parameters, item.key), item.value.parameters),
    partition_keys: blocks(item.value.partition_keys, columnBlock),
    storage_descriptor: {
      location: item.value.location,
      ...storageOf(item.value, formats),
      columns: blocks(item.value.columns, columnBlock),
      schema_reference: optionalBlock(item.value.schema_reference, (schema) => ({
        schema_version_number: schema.schema_version_number,
        schema_version_id: schema.schema_version_id,
        schema_id: blockIf(not(isNotNull(schema.schema_version_id)), () => ({
          schema_arn: schema.schema_arn,
          schema_name: schema.schema_name,
          registry_name: schema.registry_name,
        })),
      })),
    },
  });
  const fixed = resource(scope, GlueCatalogTable, "this", table, {
    file: "tables",
    forEach: toMap(v.tables, (one, name) => [name, one], { as: "table", where: (one) => not(one.ignore_changes) }),
  });
  const changing = resource(scope, GlueCatalogTable, "changed_by_others", table, {
    file: "tables",
    forEach: toMap(v.tables, (one, name) => [name, one], { as: "table", where: (one) => one.ignore_changes }),
    comment: "Tables whose columns, storage and parameters a crawler or an engine changes.",
    lifecycle: { ignoreChanges: ["parameters", "storage_descriptor"] },
  });
  return local(
    scope,
    "table_names",
    fn.merge(
      fixed.all((one) => one.name),
      changing.all((one) => one.name),
    ) as unknown as MapExpr<Expr<string>>,
    { comment: "Names of the tables. What uses them waits for the tables." },
  );
}

/** One map of all entries of the maps. */
const mergeAll = <M>(maps: ListExpr<M>): M => callSpread("merge", maps) as unknown as M;

/** `key=value` for each key, as Hive names folders. */
const partitionFolders = (table: Table, partition: Partition) =>
  fn.formatlist(
    "%s=%s",
    splat(table.partition_keys, (column) => column.name),
    partition.values,
  );

function makePartitions(
  scope: Construct,
  v: Contents,
  place: DatabasePlace,
  { formats, tables }: { readonly formats: FormatLocals; readonly tables: MapExpr<Expr<string>> },
) {
  const byTable = each(
    v.tables,
    (table, name) =>
      toMap(
        table.partitions,
        (partition, key) => [
          `${name}/${key}`,
          {
            table: name,
            values: partition.values,
            parameters: partition.parameters,
            location: ifNotNull(
              partition.location,
              (given) => given,
              fn.join("/", [fn.trimsuffix(table.location, "/")], partitionFolders(table, partition)),
            ),
          },
        ],
        { as: "partition" },
      ),
    { as: "table" },
  );
  resource(
    scope,
    GluePartition,
    "this",
    (item) => ({
      ...place,
      table_name: at(tables, item.value.table),
      partition_values: item.value.values,
      parameters: item.value.parameters,
      storage_descriptor: {
        location: item.value.location,
        ...storageOf(at(v.tables, item.value.table), formats),
        columns: blocks(at(v.tables, item.value.table).columns, ({ name, type, comment }) => ({ name, type, comment })),
      },
    }),
    { forEach: mergeAll(byTable), file: "partitions" },
  );
}

function makeIndexes(scope: Construct, v: Contents, place: DatabasePlace, tables: MapExpr<Expr<string>>) {
  let before: readonly Dependency[] = [];
  for (const [position, name] of ["first", "second", "third"].entries()) {
    const index = resource(
      scope,
      GluePartitionIndex,
      name,
      (item) => ({
        ...place,
        table_name: at(tables, item.key),
        partition_index: { index_name: item.value.name, keys: item.value.keys },
        timeouts: { create: item.value.create_timeout, delete: item.value.delete_timeout },
      }),
      {
        file: "partitions",
        forEach: toMap(v.tables, (table, key) => [key, at(table.indexes, position)], {
          as: "table",
          where: (table) => gt(fn.length(table.indexes), position),
        }),
        ...(position === 0 && { comment: "AWS Glue makes one index of a table at a time." }),
        dependsOn: before,
      },
    );
    before = [index];
  }
}

/** Names of types that Athena calls otherwise than Hive. */
const PRESTO_TYPES = { string: "varchar", int: "integer", float: "real", binary: "varbinary" };

function makeViews(scope: Construct, v: Contents, place: DatabasePlace) {
  const types = local(scope, "presto_types", mapFrom(PRESTO_TYPES), {
    comment: "Types that Athena calls otherwise than the Data Catalog",
  });
  return resource(
    scope,
    GlueCatalogTable,
    "view",
    (item) => ({
      name: item.key,
      ...place,
      description: item.value.description,
      owner: item.value.owner,
      table_type: "VIRTUAL_VIEW",
      parameters: { presto_view: "true", comment: "Presto View" },
      view_expanded_text: "/* Presto View */",
      view_original_text: `/* Presto View: ${fn.base64encode(
        fn.jsonencode({
          originalSql: item.value.sql,
          catalog: "awsdatacatalog",
          schema: place.database_name,
          columns: each(item.value.columns, (column) => ({
            name: column.name,
            type: ifNotNull(column.presto_type, (given) => given, fn.lookup(types, column.type, column.type)),
          })),
        }),
      )} */`,
      storage_descriptor: {
        columns: blocks(item.value.columns, (column) => ({
          name: column.name,
          type: column.type,
          comment: column.comment,
        })),
      },
    }),
    { forEach: v.views, file: "views" },
  );
}

function makeLinks(scope: Construct, v: Contents, place: DatabasePlace) {
  return resource(
    scope,
    GlueCatalogTable,
    "link",
    (item) => ({
      name: item.key,
      ...place,
      target_table: {
        catalog_id: item.value.catalog_id,
        database_name: item.value.database_name,
        name: item.value.name,
        region: item.value.region,
      },
    }),
    {
      forEach: v.links,
      file: "views",
      comment: "AWS shows the parameters of the target, such as those of a table in S3 Tables.",
      lifecycle: { ignoreChanges: ["parameters"] },
    },
  );
}

function makeFunctions(scope: Construct, v: Contents, place: DatabasePlace) {
  resource(
    scope,
    GlueUserDefinedFunction,
    "this",
    (item) => ({
      name: item.key,
      ...place,
      class_name: item.value.class_name,
      owner_name: item.value.owner_name,
      owner_type: item.value.owner_type,
      resource_uris: blocks(item.value.resource_uris, (file) => ({ resource_type: file.type, uri: file.uri })),
    }),
    { forEach: v.functions, file: "functions" },
  );
}

/** The names that stand in more than one of tables, views and links. */
export function repeatedNames(scope: Construct, v: Contents) {
  const [tables, views, links] = [fn.keys(v.tables), fn.keys(v.views), fn.keys(v.links)];
  return local(
    scope,
    "repeated_names",
    fn.setunion(fn.setintersection(tables, views), fn.setintersection(tables, links), fn.setintersection(views, links)),
    { comment: "Names that are in more than one of tables, views and links" },
  );
}
