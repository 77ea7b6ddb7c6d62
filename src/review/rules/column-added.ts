import { say } from "../../text/message";
import { defineRule } from "../rule";
import { columnsOf, namesOf } from "./resources/columns";

/** Reports a new column of a catalog table. */
export const columnAdded = defineRule({
  code: "column-added",
  section: "contract",
  level: "note",
  title: "column added",
  what: "A new column of a catalog table. At the end it is a note. Between others it is more, because formats such as CSV are read by position.",
  why: "Readers that name their columns do not notice it.",
  bad: "The column `currency` is added.",
  good: "Only the `comment` of a column changes.",
  source: "https://docs.aws.amazon.com/athena/latest/ug/handling-schema-updates-chapter.html",
  looksAt: "resource",
  types: ["aws_glue_catalog_table"],
  check(change, facts) {
    const { before, after } = columnsOf(change, facts);
    const old = namesOf(before);
    const lastOld = after.findLastIndex(({ name }) => old.has(name));
    return after.flatMap(({ name, type }, index) => {
      if (old.has(name)) return [];
      const message = say`column ${name} (${type})`;
      return [index < lastOld ? { message: [...message, ", between others"], level: "attention" } : { message }];
    });
  },
});
