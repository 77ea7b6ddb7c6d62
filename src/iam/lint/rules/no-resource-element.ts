import { say } from "../../../text/message";
import { RESOURCE_REQUIRED } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { hasElementIssue } from "../element-issue";
import { allow, JOB, policyOf } from "../example-policies";

/** Rule `no-resource-element`: no Resource element. */
export const noResourceElement = defineRule({
  code: "no-resource-element",
  title: "no Resource element",
  severity: "error",
  what: "A statement that has neither Resource nor NotResource, in a policy of an identity, of an organization or of a VPC endpoint.",
  why: "AWS rejects the policy.",
  bad: { policy: policyOf({ Effect: "Allow", Action: "glue:GetJob" }) },
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}_resource.html`,
  accessAnalyzer: "MISSING_RESOURCE",
  check: {
    types: RESOURCE_REQUIRED,
    omissions(_, statement) {
      if (statement === undefined || hasElementIssue(statement, "Resource", "NotResource")) return undefined;
      const { resources = [], notResources = [] } = statement;
      if (resources.length > 0 || notResources.length > 0) return undefined;
      return {
        at: statement,
        message: say`the statement has no ${"Resource"}, so AWS refuses the policy`,
        hint: 'name the ARNs, or write `"Resource": "*"` where the actions take nothing else',
      };
    },
  },
});
