import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { say } from "../../text/message";
import { type Field, numberIn, pairAt, showPair } from "../field";
import { defineRule } from "../rule";

/** Reports a log group whose retention becomes shorter. */
export const logRetention = defineRule({
  code: "log-retention",
  section: "encryption",
  level: "attention",
  title: "logs kept shorter",
  what: "A shorter retention of a log group.",
  why: "CloudWatch deletes older logs.",
  bad: "`retention_in_days` 365 → 30",
  good: "`retention_in_days` 30 → 365",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-log-streams.html",
  looksAt: "resource",
  types: ["aws_cloudwatch_log_group"],
  check(change) {
    const pair = pairAt(change, ["retention_in_days"]);
    const isShorter = isUpdateOrReplacement(change) && !pair.after.unknown && daysIn(pair.after) < daysIn(pair.before);
    return isShorter ? [{ message: say`days ${showPair(pair)}` }] : [];
  },
});

/** CloudWatch keeps logs for ever if the number is 0 or missing. */
function daysIn(field: Field): number {
  return numberIn(field) || Number.POSITIVE_INFINITY;
}
