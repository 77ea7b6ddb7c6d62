import { say } from "../../text/message";
import { defineRule } from "../rule";
import { listNames, partitionKeysOf } from "./resources/columns";

/** Reports partition keys that are added, removed or reordered. */
export const partitionKeys = defineRule({
  code: "partition-keys",
  section: "contract",
  level: "danger",
  title: "partition keys changed",
  what: "Partition keys that are added, removed or reordered.",
  why: "Existing partitions no longer match, so queries find nothing in them.",
  bad: "The partition keys `year, month` become `day`.",
  good: "Only their comments change.",
  source: "https://docs.aws.amazon.com/athena/latest/ug/partitions.html",
  looksAt: "resource",
  types: ["aws_glue_catalog_table"],
  check(change, facts) {
    const keys = partitionKeysOf(change, facts);
    const [before, after] = [listNames(keys.before), listNames(keys.after)];
    return before === after ? [] : [{ message: say`${before} → ${after}` }];
  },
});
