import { defineRule } from "../rule";

/**
 * Reports actions that are now allowed on more resources, or on other resources. `review/permissions` makes the findings of this
 * rule.
 */
export const permissionWidened = defineRule({
  code: "permission-widened",
  section: "permissions-gained",
  level: "attention",
  title: "allowed on more",
  what: "Actions that were allowed before, and now are allowed on more or on other resources.",
  why: "Principals that can use the role, or that a resource policy allows, can do more than before.",
  bad: "`s3:GetObject` on `arn:aws:s3:::lake/raw/*` → on `arn:aws:s3:::lake/*`",
  good: "`s3:GetObject` on `arn:aws:s3:::lake/*` → on `arn:aws:s3:::lake/raw/*`",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
  looksAt: "permissions",
});
