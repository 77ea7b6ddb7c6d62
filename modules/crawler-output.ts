/** `output_settings` of a crawler: the settings that AWS takes as JSON, with names and types. */
import {
  type BoolLike,
  bool,
  type Expr,
  type ExprsOf,
  eq,
  fn,
  ifNotNull,
  isNotNull,
  local,
  mapFrom,
  type Nullable,
  not,
  number,
  object,
  optional,
  toMap,
  when,
} from "tfwright";
import { wholeFromOne } from "./rules";

type BuildScope = Parameters<typeof local>[0];

/** @see https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html */
export const outputSettings = optional(
  object(
    {
      new_columns_only: optional(
        bool({
          description: "Whether the crawler only adds columns to tables of S3 data, and never changes or removes one",
        }),
        false,
      ),
      inherit_partition_schema: optional(
        bool({ description: "Whether all partitions, new and old, get the schema of their table" }),
        false,
      ),
      combine_compatible_schemas: optional(
        bool({ description: "Whether the crawler makes one table for each S3 path if the data is compatible" }),
        false,
      ),
      table_level: optional(
        number({
          description: "Level of the folders that become tables, 1 for the top level. AWS finds it if null",
          validate: [wholeFromOne("table_level of output_settings", "levels")],
        }),
      ),
      table_threshold: optional(
        number({
          description: "Maximum number of tables. If a run finds more, it fails and writes nothing. No maximum if null",
          validate: [wholeFromOne("table_threshold of output_settings", "tables")],
        }),
      ),
      create_partition_indexes: optional(
        bool({ description: "Whether the crawler creates partition indexes for tables of S3 and Delta Lake" }),
        true,
      ),
    },
    {
      description:
        "How the crawler writes tables: `{ new_columns_only = true }`. The module makes the JSON of `configuration` from it; give only one of the two.",
    },
  ),
);

type Settings = ExprsOf<{ readonly settings: typeof outputSettings }>["settings"];

/** The settings as JSON, or another value where there are none. What has AWS's default is left out. */
export function settingsAsJson(scope: BuildScope, settings: Settings, otherwise: Nullable<Expr<string>>) {
  const on = (name: "new_columns_only" | "inherit_partition_schema" | "combine_compatible_schemas", value: unknown) =>
    ifNotNull(settings, (given) => when(given[name], value as string, null), null);
  const tables = local(
    scope,
    "table_settings",
    filtered(
      {
        AddOrUpdateBehavior: on("new_columns_only", "MergeNewColumns"),
        TableThreshold: ifNotNull(settings, (given) => given.table_threshold, null),
      },
      isNotNull,
    ),
    { comment: "Parts of the JSON of output_settings: a setting that is null is AWS's default" },
  );
  const output = local(
    scope,
    "crawler_output",
    filtered(
      { Partitions: on("inherit_partition_schema", { AddOrUpdateBehavior: "InheritFromTable" }), Tables: tables },
      isFilled,
    ),
  );
  const grouping = local(
    scope,
    "grouping",
    filtered(
      {
        TableGroupingPolicy: on("combine_compatible_schemas", "CombineCompatibleSchemas"),
        TableLevelConfiguration: ifNotNull(settings, (given) => given.table_level, null),
      },
      isNotNull,
    ),
  );
  const whole = (hasIndexes: BoolLike) => ({
    Version: 1,
    CrawlerOutput: output,
    Grouping: grouping,
    CreatePartitionIndex: when(hasIndexes, null, false),
  });
  const json = ifNotNull(
    settings,
    (given) => fn.jsonencode(filtered(whole(given.create_partition_indexes), isFilled)),
    otherwise,
  );
  return { json, isUngrouped: eq(fn.length(grouping), 0) };
}

type Test = (value: Nullable<Expr<unknown>>) => BoolLike;

/** Not null and not an empty object. The values have different types, so that only their JSON can be compared. */
const isFilled: Test = (value) => not(fn.contains(["null", "{}"], fn.jsonencode(value)));

function filtered(parts: Readonly<Record<string, unknown>>, where: Test) {
  return toMap(mapFrom(parts as Readonly<Record<string, never>>), (value, key) => [key, value], {
    where,
  });
}
