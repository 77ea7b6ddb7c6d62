import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { words } from "../../text/message";
import { blocksDiffer, fieldAt, pairAt } from "../field";
import { defineRule } from "../rule";

const ARGUMENTS = [
  ["actions", "what it starts"],
  ["predicate", "its condition"],
  ["type", "its type"],
] as const;

/** Reports a trigger whose jobs, crawlers, arguments or conditions change, or a conditional trigger that is destroyed. */
export const triggerActions = defineRule({
  code: "trigger-actions",
  section: "run-cost",
  level: "attention",
  title: "trigger starts something else",
  what: "Jobs, crawlers, arguments, timeouts or conditions of a trigger that change, or a conditional trigger that is destroyed.",
  why: "The trigger is changed in place, and only its next run shows whether it works.",
  bad: "`actions` of a trigger start another job.",
  good: "`description` of the trigger changes.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/about-triggers.html",
  looksAt: "resource",
  types: ["aws_glue_trigger"],
  check(change) {
    const isConditional = fieldAt(change.before, ["type"]).value === "CONDITIONAL";
    if (change.action === "delete" && change.deposed === undefined && isConditional)
      return [{ message: words("a conditional trigger is destroyed: nothing starts its actions any more") }];
    if (!isUpdateOrReplacement(change)) return [];
    return ARGUMENTS.filter(([name]) => blocksDiffer(pairAt(change, [name]))).map(([, label]) => ({
      message: words(`${label} changes`),
    }));
  },
});
