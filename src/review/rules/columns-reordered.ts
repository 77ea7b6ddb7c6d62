import { sameJson } from "../../terraform/plan/same-json";
import { say } from "../../text/message";
import { defineRule } from "../rule";
import { type Column, columnsOf, namesOf } from "./resources/columns";

/** Reports the same columns of a table in another order. */
export const columnsReordered = defineRule({
  code: "columns-reordered",
  section: "contract",
  level: "attention",
  title: "columns reordered",
  what: "The same columns in another order.",
  why: "Formats such as CSV are read by position, so values end up in other columns.",
  bad: "The columns `id, amount` become `amount, id`.",
  good: "Only their comments change.",
  source: "https://docs.aws.amazon.com/athena/latest/ug/handling-schema-updates-chapter.html",
  looksAt: "resource",
  types: ["aws_glue_catalog_table"],
  check(change, facts) {
    const { before, after } = columnsOf(change, facts);
    const [from, to] = [keptNames(before, after), keptNames(after, before)];
    return sameJson(from, to) ? [] : [{ message: say`${from.join(", ")} → ${to.join(", ")}` }];
  },
});

/** The names of the columns that are on the other side, too, in their order. */
function keptNames(columns: readonly Column[], others: readonly Column[]): readonly string[] {
  const names = namesOf(others);
  return columns.map(({ name }) => name).filter((name) => names.has(name));
}
