import type { Json } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { join, say, words } from "../../text/message";
import { showPair } from "../field";
import { defineRule } from "../rule";
import { changedMembers } from "./resources/changed-members";

const PREFIX = "projection.";

/** The most parameters that a message names. */
const MAX_NAMED = 3;

/** Reports changed parameters of partition projection. */
export const tableProjection = defineRule({
  code: "table-projection",
  section: "contract",
  level: "attention",
  title: "partition projection changed",
  what: "Parameters of partition projection. It is dangerous if projection is turned off.",
  why: "They decide which partitions a query finds, whatever partitions the catalog has.",
  bad: "`projection.enabled` true → false",
  good: "Projection is configured in the same way after the change.",
  source: "https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html",
  looksAt: "resource",
  types: ["aws_glue_catalog_table"],
  check(change) {
    if (!isUpdateOrReplacement(change)) return [];
    const pairs = changedMembers(change, ["parameters"], (name) => name.startsWith(PREFIX));
    if (pairs.length === 0) return [];
    const named = pairs.slice(0, MAX_NAMED).map((pair) => say`${String(pair.path[1])} ${showPair(pair)}`);
    const more = pairs.length > MAX_NAMED ? ` and ${pairs.length - MAX_NAMED} more` : "";
    const isOff = pairs.some(({ path, before }) => path[1] === `${PREFIX}enabled` && isTrue(before.value));
    return [{ message: [...join(named, ", "), ...words(more)], ...(isOff && { level: "danger" }) }];
  },
});

/** Parameters of a table are text; their case does not matter. */
function isTrue(value: Json | undefined): boolean {
  return String(value).toLowerCase() === "true";
}
