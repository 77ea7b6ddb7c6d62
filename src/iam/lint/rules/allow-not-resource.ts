import { say } from "../../../text/message";
import type { Located } from "../../document/policy";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { allow, JOB, policyOf } from "../example-policies";
import type { ActionTerm } from "../parsed/action-term";
import { resourceTerm } from "../parsed/resource-term";
import { isNarrowed } from "../resources/reach";
import { listOf } from "../words";

/** Rule `allow-not-resource`: Allow with NotResource. */
export const allowNotResource = defineRule({
  code: "allow-not-resource",
  title: "Allow with NotResource",
  severity: "security",
  what: "NotResource in an Allow statement. In a Deny it is fine, and so it is in an identity policy beside a condition that limits the resources, as AWS's guide to Amazon MWAA has it: keys of other accounts by way of Amazon SQS.",
  why: "The statement allows its actions on every resource that is not listed, including future ones.",
  bad: { policy: policyOf({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::secret-zone/*" }) },
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}_notresource.html`,
  accessAnalyzer: "ALLOW_WITH_NOT_RESOURCE",
  check: {
    types: [...GRANTED_TO_IDENTITY, "resource"],
    statement(parsed, { grants, type }) {
      const { allows, statement, actions } = parsed;
      const { resources, notResources = [] } = statement;
      const [first] = notResources;
      // AWS refuses a statement with both, and `conflicting-elements` says so.
      if (!allows || first === undefined || resources !== undefined) return undefined;
      if (actions.length > 0 && actions.every(({ term }) => grants.isWhollyDenied(term, parsed))) return undefined;
      // `wildcard-resource` accepts the same of `*`, which is more.
      if (type !== "resource" && isNarrowed(parsed)) return undefined;
      if (actions.length > 0 && actions.every(({ term }) => hasNoArnLeft(term, notResources))) return undefined;
      const names = notResources.map(({ value }) => value);
      return {
        at: first,
        message: say`the statement allows its actions on every resource except ${listOf(names, 3)}`,
        hint: "name the resources, or deny these in a separate statement",
        about: names.join(),
      };
    },
  },
});

/** Whether every ARN of an action's service is excepted: then only what has no ARN is allowed, such as sns:Publish to a phone number. */
function hasNoArnLeft({ kind, service }: ActionTerm, excepted: readonly Located<string>[]): boolean {
  return kind === "exact" && excepted.some(({ value }) => resourceTerm(value, "identity").matchesAllOf(service));
}
