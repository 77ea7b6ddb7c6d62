import { type Json, jsonAt } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { jsonText } from "../../terraform/plan/json-text";
import { count, words } from "../../text/message";
import { fieldAt, itemsAt } from "../field";
import { defineRule } from "../rule";

/** Reports replication of a bucket that is removed or disabled, also for one rule. */
export const replicationOff = defineRule({
  code: "replication-off",
  section: "data-loss",
  level: "attention",
  title: "replication off",
  what: "Replication of a bucket that is destroyed, or that loses a rule or has one disabled.",
  why: "Objects that are written from then on have no copy elsewhere.",
  bad: "`aws_s3_bucket_replication_configuration.raw` is destroyed.",
  good: "A rule of it gets another `id`.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html",
  looksAt: "resource",
  types: ["aws_s3_bucket_replication_configuration"],
  check(change) {
    if (change.deposed !== undefined) return [];
    if (change.action === "delete") return [{ message: words("the bucket is no longer replicated") }];
    if (!isUpdateOrReplacement(change) || fieldAt(change.after, ["rule"]).unknown) return [];
    const after = enabledRules(change.after.value);
    const gone = [...enabledRules(change.before.value)].filter((rule) => !after.has(rule)).length;
    return gone === 0 ? [] : [{ message: words(`${count(gone, "rule")} no longer active`) }];
  },
});

/** What each enabled rule copies, and to which bucket. The ids of the rules do not matter. */
function enabledRules(json: Json | undefined): ReadonlySet<string> {
  const rules = itemsAt(json, ["rule"]).filter((rule) => jsonAt(rule, ["status"]) !== "Disabled");
  const parts = [["destination", 0, "bucket"], ["prefix"], ["filter"]];
  return new Set(rules.map((rule) => jsonText(parts.map((path) => jsonAt(rule, path) ?? null))));
}
