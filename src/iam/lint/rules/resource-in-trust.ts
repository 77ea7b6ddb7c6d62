import { say } from "../../../text/message";
import { defineRule } from "../define-rule";
import { trust } from "../example-policies";

/** Rule `resource-in-trust`: Resource in a trust policy. */
export const resourceInTrust = defineRule({
  code: "resource-in-trust",
  title: "Resource in a trust policy",
  severity: "error",
  what: "Resource or NotResource in a trust policy.",
  why: "AWS rejects the policy: the role itself is the resource.",
  bad: trust({ Resource: "*" }),
  good: trust(),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
  accessAnalyzer: "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE",
  check: {
    types: ["trust"],
    statement({ statement }) {
      const [resource] = statement.resources ?? statement.notResources ?? [];
      if (resource === undefined) return undefined;
      return {
        at: resource,
        message: say`a trust policy has no ${"Resource"}: the role that it belongs to is the resource`,
        hint: "take it out",
        fix: { kind: "drop-resources" },
      };
    },
  },
});
