import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { say, value } from "../../text/message";
import { pairAt } from "../field";
import { defineRule } from "../rule";

const FLAGS = ["deletion_protection", "deletion_protection_enabled"];

/** Reports deletion protection that is turned off. */
export const deletionProtectionOff = defineRule({
  code: "deletion-protection-off",
  section: "data-loss",
  level: "attention",
  title: "deletion protection off",
  what: "`deletion_protection` or `deletion_protection_enabled` turned off.",
  why: "This is often the first of two steps. Nothing stops the second.",
  bad: "`deletion_protection` true → false",
  good: "`deletion_protection` false → true",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
  looksAt: "resource",
  types: "every",
  check(change) {
    if (!isUpdateOrReplacement(change)) return [];
    return FLAGS.map((name) => ({ name, pair: pairAt(change, [name]) }))
      .filter(({ pair: { before, after } }) => after.value === false && before.value !== false)
      .map(({ name }) => ({ message: say`${name} becomes ${value("false")}` }));
  },
});
