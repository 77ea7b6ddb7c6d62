import { say } from "../../../text/message";
import { onlyNameMeant } from "../../../text/suggest-name";
import { hasToken } from "../../../text/tokens";
import type { Statement } from "../../document/policy";
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
  what: "An Effect that is missing, or is not exactly `Allow` or `Deny` (the case of the letters counts; in a trust policy another case is a warning, because AWS takes it). Also Allow in a resource control policy, but for that of AWS itself, RCPFullAWSAccess.",
  why: "AWS rejects the policy.",
  bad: { policy: policyOf({ Effect: "allow", Action: "glue:GetJob", Resource: JOB }) },
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}_effect.html`,
  accessAnalyzer: "INVALID_EFFECT",
  check: {
    elements: ["Effect"],
    form(statement, { type }) {
      const { effect } = statement;
      if (effect === undefined) {
        if (hasElementIssue(statement, "Effect")) return undefined;
        return { at: statement, message: say`the statement has no ${"Effect"}`, hint: HINT };
      }
      if (type === "rcp" && effect.value === "Allow" && !isFullAccess(statement)) {
        return { at: effect, message: say`a resource control policy takes only ${"Deny"}`, hint: "write `Deny`" };
      }
      if (effect.value === "Allow" || effect.value === "Deny" || hasToken(effect.value)) return undefined;
      const meant = onlyNameMeant(effect.value, ["Allow", "Deny"]);
      return {
        at: effect,
        message: say`${shorten(effect.value)} is not an effect`,
        hint: HINT,
        about: effect.value,
        severity: type === "trust" && isOtherCase(effect.value) ? "warning" : undefined,
        fix: meant === undefined ? undefined : { kind: "effect", from: effect.value, to: meant },
      };
    },
  },
});

/**
 * Whether it is the statement of RCPFullAWSAccess, which AWS attaches everywhere. AWS Organizations User Guide, "RCP syntax":
 * no other resource control policy allows anything.
 */
function isFullAccess({ actions = [], resources = [], conditions }: Statement): boolean {
  return (
    conditions.length === 0 &&
    [actions, resources].every(([first, ...more]) => first?.value === "*" && more.length === 0)
  );
}

/**
 * Whether an effect differs in the case of its letters alone. IAM User Guide, "Effect": it is case-sensitive, and hashicorp/terraform#10057
 * was refused an identity policy; the roles of AWS's Account Factory for Terraform and of examples that Crossplane creates in tests have
 * `allow` in their trust policies.
 */
function isOtherCase(effect: string): boolean {
  return ["allow", "deny"].includes(effect.toLowerCase());
}
