import { say } from "../../text/message";
import { defineRule } from "../rule";
import { foldType } from "./resources/column-types";
import { columnsOf, namesOf, otherTables } from "./resources/columns";

/** Reports a column that is removed from a catalog table. */
export const columnDropped = defineRule({
  code: "column-dropped",
  section: "contract",
  level: "danger",
  title: "column dropped",
  what: "A column that is removed from a catalog table, or from a table of BigQuery or Snowflake.",
  why: "Queries, jobs and dashboards that read it fail, or read something else.",
  bad: "The column `amount` is removed.",
  good: "A column is added after the last one.",
  source: "https://docs.aws.amazon.com/athena/latest/ug/handling-schema-updates-chapter.html",
  looksAt: "resource",
  types: ["aws_glue_catalog_table", ...otherTables],
  check(change, facts) {
    const { before, after } = columnsOf(change, facts);
    const [old, now] = [namesOf(before), namesOf(after)];
    return before.flatMap(({ name, type }, index) => {
      if (now.has(name)) return [];
      // A new column of the same type in the same place suggests a rename.
      const next = after[index];
      const isRename = next !== undefined && !old.has(next.name) && foldType(next.type) === foldType(type);
      if (isRename) return [{ message: say`column ${name}; ${next.name} takes its place: a rename?` }];
      return [{ message: say`column ${name} (${type})` }];
    });
  },
});
