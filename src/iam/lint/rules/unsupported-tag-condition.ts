import { isPositive } from "../../document/condition-operator";
import { actionsWithoutKey, reportOfSome, TAG_KEYS } from "../conditions/key-support";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow } from "../example-policies";

/** Rule `unsupported-tag-condition`: tag condition on an action without tags. */
export const unsupportedTagCondition = defineRule({
  code: "unsupported-tag-condition",
  title: "tag condition on an action without tags",
  severity: "info",
  what: "A tag condition in an Allow statement in which some actions work on tagged resources and others do not.",
  why: "The statement does not allow the others.",
  bad: allow(["glue:StartTrigger", "glue:ListTriggers"], "*", {
    Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } },
  }),
  good: allow("glue:StartTrigger", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
  source: ACCESS_ANALYZER_CHECKS,
  accessAnalyzer: "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
  check: {
    comparesEntries: true,
    condition(parsedCondition) {
      const { condition, parsed } = parsedCondition;
      if (!TAG_KEYS.test(condition.key) || !parsed.allows || !isPositive(condition)) return undefined;
      const names = actionsWithoutKey(parsedCondition);
      const isSome = names.length > 0 && names.length < parsed.actions.length;
      return isSome ? reportOfSome(condition, names) : undefined;
    },
  },
});
