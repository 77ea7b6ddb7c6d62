import { say } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { hasElementIssue } from "../element-issue";
import { allow, JOB, policyOf } from "../example-policies";
import { shorten } from "../words";

const HINT = "write `Allow` or `Deny`, in this case of letters";

/** Rule `invalid-effect`: invalid effect. */
export const invalidEffect = defineRule({
  code: "invalid-effect",
  title: "invalid effect",
  severity: "error",
  what: "An Effect that is missing, or is not exactly `Allow` or `Deny` (the case of the letters counts).",
  why: "AWS rejects the policy.",
  bad: { policy: policyOf({ Effect: "allow", Action: "glue:GetJob", Resource: JOB }) },
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}_effect.html`,
  accessAnalyzer: "INVALID_EFFECT",
  check: {
    elements: ["Effect"],
    form(statement) {
      const { effect } = statement;
      if (effect === undefined) {
        if (hasElementIssue(statement, "Effect")) return undefined;
        return { at: statement, message: say`the statement has no ${"Effect"}`, hint: HINT };
      }
      if (effect.value === "Allow" || effect.value === "Deny" || hasToken(effect.value)) return undefined;
      return { at: effect, message: say`${shorten(effect.value)} is no effect`, hint: HINT, about: effect.value };
    },
  },
});
