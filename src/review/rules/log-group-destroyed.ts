import { defineRule } from "../rule";
import { dataStoreTypes } from "./resources/data-stores";
import { matchLoss } from "./resources/destruction";

/** Reports a log group that is destroyed or replaced. */
export const logGroupDestroyed = defineRule({
  code: "log-group-destroyed",
  section: "data-loss",
  level: "attention",
  title: "log group destroyed",
  what: "A log group that is destroyed or replaced.",
  why: "The next apply does not bring its content back.",
  bad: "`aws_cloudwatch_log_group.jobs` is destroyed.",
  good: "It stays when the job that writes to it is destroyed.",
  looksAt: "resource",
  types: dataStoreTypes("log-group-destroyed"),
  check: matchLoss,
});
