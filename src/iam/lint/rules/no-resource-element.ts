import { say } from "../../../text/message";
import type { Statement } from "../../document/policy";
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
  what: "A statement that has neither Resource nor NotResource, in a policy of an identity, of an organization, of a VPC endpoint, of a bucket or of a KMS key.",
  why: "AWS rejects the policy.",
  bad: { policy: policyOf({ Effect: "Allow", Action: "glue:GetJob" }) },
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}_resource.html`,
  accessAnalyzer: "MISSING_RESOURCE",
  check: {
    ofOmissions: true,
    types: [...RESOURCE_REQUIRED, "resource"],
    omissions({ type }, statement) {
      if (statement === undefined || hasElementIssue(statement, "Resource", "NotResource")) return undefined;
      const { resources = [], notResources = [] } = statement;
      if (resources.length > 0 || notResources.length > 0) return undefined;
      const ofResource = type === "resource" ? hintForResource(statement) : undefined;
      if (type === "resource" && ofResource === undefined) return undefined;
      return {
        at: statement,
        message: say`the statement has no ${"Resource"}, so AWS refuses the policy`,
        hint: ofResource ?? 'name the ARNs, or write `"Resource": "*"` where the actions take nothing else',
      };
    },
  },
});

/**
 * What to write where the policy of a resource needs the element; undefined where its service may not ask for it. Amazon S3: PutBucketPolicy
 * answers "Missing required field Resource". AWS KMS guide, "Key policies in AWS KMS": the element is required, and `*` is the key.
 */
function hintForResource({ actions = [] }: Statement): string | undefined {
  const areOf = (service: RegExp) => actions.length > 0 && actions.every(({ value }) => service.test(value));
  if (areOf(/^kms:/i)) return 'write `"Resource": "*"`: in the policy of a key it is the key';
  return areOf(/^s3:/i) ? "name the ARN of the bucket, of its objects, or both" : undefined;
}
