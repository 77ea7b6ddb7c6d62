import { isPositive } from "../../document/condition-operator";
import { actionsWithoutKey, reportOfSome, reportOfSomeDenied, TAG_KEYS } from "../conditions/key-support";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow } from "../example-policies";

/** Rule `unsupported-tag-condition`: tag condition on an action without tags. */
export const unsupportedTagCondition = defineRule({
  code: "unsupported-tag-condition",
  title: "tag condition on an action without tags",
  severity: "info",
  what: "A tag condition in a statement in which some actions work on tagged resources and others do not. In a Deny, those that are written out.",
  why: "The statement does not allow, or does not deny, the others.",
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
      if (!TAG_KEYS.test(condition.key) || !isPositive(condition)) return undefined;
      const names = actionsWithoutKey(parsedCondition);
      const isSome = names.length > 0 && names.length < parsed.actions.length;
      if (!isSome) return undefined;
      return parsed.allows ? reportOfSome(condition, names) : reportOfSomeDenied(parsedCondition, names);
    },
  },
});
