import { say } from "../../../text/message";
import { defineRule } from "../define-rule";
import { MULTIVALUED_KEYS } from "../documentation";
import { allow, TRIGGERS } from "../example-policies";

/** Rule `for-all-values-single`: ForAllValues on a single value. */
export const forAllValuesSingle = defineRule({
  code: "for-all-values-single",
  title: "ForAllValues on a single value",
  severity: "warning",
  what: "ForAllValues on a key that has at most one value in a request.",
  why: "ForAllValues is also true if the key is absent. A plain operator is not.",
  bad: allow("glue:GetTrigger", TRIGGERS, {
    Condition: { "ForAllValues:StringEquals": { "aws:ResourceTag/team": "sales" } },
  }),
  good: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
  source: MULTIVALUED_KEYS,
  accessAnalyzer: "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
  check: {
    condition({ condition, key, family }) {
      if (family === undefined || family === "Null" || condition.set !== "ForAllValues") return undefined;
      if (key === undefined || key.multivalued !== false) return undefined;
      return {
        at: condition,
        message: say`a request has one value of ${condition.key}, and ${"ForAllValues"} also holds where it has none`,
        hint: "take `ForAllValues:` out",
        about: condition.key,
      };
    },
  },
});
