import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { say } from "../../text/message";
import { differs, pairAt, show, showPair, stringIn } from "../field";
import { defineRule } from "../rule";

/** The default of AWS is DEPRECATE_IN_DATABASE. */
const DELETE_BEHAVIOR = ["schema_change_policy", 0, "delete_behavior"];

/** Reports a crawler that starts to delete tables from the catalog. */
export const crawlerDeletes = defineRule({
  code: "crawler-deletes",
  section: "data-loss",
  level: "danger",
  title: "crawler deletes tables",
  what: "A crawler whose delete behavior becomes DELETE_FROM_DATABASE. A new crawler is milder, and a note if its database is new too.",
  why: "If a run finds a prefix empty, or may not read it, it deletes tables and partitions.",
  bad: "`delete_behavior` LOG → DELETE_FROM_DATABASE",
  good: "`delete_behavior` LOG → DEPRECATE_IN_DATABASE",
  source: "https://docs.aws.amazon.com/glue/latest/dg/crawler-schema-changes-prevent.html",
  looksAt: "resource",
  types: ["aws_glue_crawler"],
  check(change, facts) {
    const isCreated = change.action === "create";
    if (!isCreated && !isUpdateOrReplacement(change)) return [];
    const pair = pairAt(change, DELETE_BEHAVIOR);
    if (stringIn(pair.after) !== "DELETE_FROM_DATABASE" || !differs(pair)) return [];
    if (!isCreated) return [{ message: say`delete behavior ${showPair(pair)}` }];
    const level = facts.refersToNew(change, "aws_glue_catalog_database") ? "note" : "attention";
    return [{ message: say`a new crawler, delete behavior ${show(pair.after)}`, level }];
  },
});
