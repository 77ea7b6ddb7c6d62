import { words } from "../../text/message";
import { show } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { type ColumnsChange, findColumnsChange, findPartitionKeysChange } from "./resources/columns";

/** Reports changed columns or keys that are sensitive or known only after apply. */
export const columnsUnknown = defineRule({
  code: "columns-unknown",
  section: "contract",
  level: "attention",
  title: "columns not known",
  what: "Columns or keys that change and are known only after apply, or are sensitive.",
  why: "Queries, jobs and dashboards that read it fail, or read something else.",
  bad: "The columns come from a resource that this plan creates.",
  good: "The columns are written in the configuration.",
  looksAt: "resource",
  types: ["aws_glue_catalog_table"],
  check: (change, facts) => [
    ...matchUnknown(facts.memoized(findColumnsChange, change), "columns"),
    ...matchUnknown(facts.memoized(findPartitionKeysChange, change), "partition keys"),
  ],
});

function matchUnknown(found: ColumnsChange | undefined, noun: string): readonly RuleMatch[] {
  if (found === undefined || found.known !== undefined) return [];
  const { before, after } = found.pair;
  const isUnknown = before.unknown || after.unknown;
  return [{ message: isUnknown ? [`${noun} `, ...show(after)] : words(`${noun} change, and are sensitive`) }];
}
