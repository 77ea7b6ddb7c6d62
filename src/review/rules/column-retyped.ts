import { say, words } from "../../text/message";
import { defineRule, type RuleMatch } from "../rule";
import { foldType, widens } from "./resources/column-types";
import { type Column, type ColumnSides, columnsOf, listNames, partitionKeysOf } from "./resources/columns";

/** Reports a column or partition key whose type changes. */
export const columnRetyped = defineRule({
  code: "column-retyped",
  section: "contract",
  level: "danger",
  title: "column retyped",
  what: "A column or partition key whose type changes. It is milder if every old value fits the new type.",
  why: "Queries, jobs and dashboards that read it fail, or read something else.",
  bad: "The type of the column `day` changes: `string` → `date`.",
  good: "The type of a column is written in another way: `INT` → `int`.",
  source: "https://docs.aws.amazon.com/athena/latest/ug/handling-schema-updates-chapter.html",
  looksAt: "resource",
  types: ["aws_glue_catalog_table"],
  check: (change, facts) => [
    ...matchColumns(columnsOf(change, facts)),
    ...matchPartitionKeys(partitionKeysOf(change, facts)),
  ],
});

function matchColumns({ before, after }: ColumnSides): readonly RuleMatch[] {
  const byName = new Map(after.map((column) => [column.name, column]));
  return before.flatMap((column) => matchType(column, byName.get(column.name), "column"));
}

/** If the names change, too, partition-keys reports it. */
function matchPartitionKeys({ before, after }: ColumnSides): readonly RuleMatch[] {
  return listNames(before) === listNames(after)
    ? before.flatMap((key, index) => matchType(key, after[index], "partition key"))
    : [];
}

function matchType({ name, type }: Column, next: Column | undefined, noun: string): readonly RuleMatch[] {
  if (next === undefined || foldType(next.type) === foldType(type)) return [];
  const message = say`${words(noun)} ${name}: ${type} → ${next.type}`;
  return [widens(foldType(type), foldType(next.type)) ? { message, level: "attention" } : { message }];
}
