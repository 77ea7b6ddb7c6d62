import { replaces } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { differs, type Pair, pairAt, showPair, stringIn } from "../field";
import { defineRule } from "../rule";
import { foldName } from "./resources/column-types";

const NAMES = ["name", "database_name", "schema_name", "registry_name"];

/** Reports a database, table, schema or registry whose name changes. */
export const renamed = defineRule({
  code: "renamed",
  section: "contract",
  level: "danger",
  title: "renamed",
  what: "A database, table, schema or registry whose name changes.",
  why: "Queries, jobs and dashboards that read it fail, or read something else.",
  bad: "`name` of a table changes: `orders` → `sales`.",
  good: "`name` changes only in its case, which the catalog does not keep: `Orders` → `orders`.",
  source: "https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html",
  looksAt: "resource",
  types: ["aws_glue_catalog_table", "aws_glue_catalog_database", "aws_glue_registry", "aws_glue_schema"],
  // A rename replaces the resource. It is reported besides the loss, because the readers of the data are often not its owners.
  check(change) {
    if (!replaces(change.action)) return [];
    return NAMES.map((name) => ({ name, pair: pairAt(change, [name]) }))
      .filter(({ pair }) => isRename(change, pair))
      .map(({ name, pair }) => ({ message: say`${words(name.replace("_", " "))} ${showPair(pair)}` }));
  },
});

/** The catalog stores the names of tables and databases in lower case; the schema registry keeps names as they are. */
function isRename({ type }: ResourceChange, pair: Pair): boolean {
  const [before, after] = [stringIn(pair.before), stringIn(pair.after)];
  if (before === undefined || after === undefined || !differs(pair)) return false;
  return !type.startsWith("aws_glue_catalog_") || foldName(before) !== foldName(after);
}
