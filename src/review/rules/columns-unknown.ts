import { alters } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { words } from "../../text/message";
import { differs, type Path, pairAt, show } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { COLUMNS, PARTITION_KEYS } from "./resources/columns";

/** Reports "columns not known". */
export const columnsUnknown = defineRule({
  code: "columns-unknown",
  section: "contract",
  level: "attention",
  title: "columns not known",
  what: "Columns or keys known only after apply, or sensitive.",
  why: "Queries, jobs and dashboards that read it fail, or read something else.",
  bad: "The columns come from a resource that this plan creates.",
  good: "The columns are written in the configuration.",
  looksAt: "resource",
  types: ["aws_glue_catalog_table"],
  check: (change) =>
    alters(change)
      ? [...matchUnknown(change, COLUMNS, "columns"), ...matchUnknown(change, PARTITION_KEYS, "partition keys")]
      : [],
});

function matchUnknown(change: ResourceChange, path: Path, noun: string): readonly RuleMatch[] {
  const pair = pairAt(change, path);
  const { before, after } = pair;
  if (!differs(pair)) return [];
  if (before.unknown || after.unknown) return [{ message: [`${noun} `, ...show(after)] }];
  return before.secret || after.secret ? [{ message: words(`${noun} change, and are sensitive`) }] : [];
}
