import type { ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { say, words } from "../../text/message";
import { differs, type Pair, pairAt, showPair } from "../field";
import { defineRule } from "../rule";

/** Where a table, its partitions, or a database are. */
const LOCATIONS: readonly ValuePath[] = [
  ["storage_descriptor", 0, "location"],
  ["location_uri"],
  ["parameters", "storage.location.template"],
];

/** Reports the changed location of a table, of its partitions or of a database. */
export const tableLocation = defineRule({
  code: "table-location",
  section: "contract",
  level: "danger",
  title: "table points elsewhere",
  what: "The location of a table or database, or the location template of its partitions.",
  why: "Readers see other data. The data at the old location still exists, but nobody reads it.",
  bad: "`location` s3://lake/raw/orders → s3://lake/clean/orders",
  good: "`location` s3://lake/raw/orders → s3://lake/raw/orders/",
  looksAt: "resource",
  types: ["aws_glue_catalog_table", "aws_glue_catalog_database", "aws_glue_registry"],
  check(change) {
    if (!isUpdateOrReplacement(change)) return [];
    return LOCATIONS.map((path) => pairAt(change, path))
      .filter((pair) => pair.before.value !== undefined && differs(pair) && !isSameLocation(pair))
      .map((pair) => ({ message: say`${words(labelOf(pair))} ${showPair(pair)}` }));
  },
});

/** A slash at the end makes no difference. */
function isSameLocation({ before, after }: Pair): boolean {
  if (typeof before.value !== "string" || typeof after.value !== "string") return false;
  return before.value.replace(/\/+$/, "") === after.value.replace(/\/+$/, "");
}

function labelOf({ path }: Pair): string {
  return path[0] === "parameters" ? "location template" : "location";
}
