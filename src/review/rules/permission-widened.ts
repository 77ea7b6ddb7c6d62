import { defineRule } from "../rule";

/** Reports "allowed on more". */
export const permissionWidened = defineRule({
  code: "permission-widened",
  section: "permissions-gained",
  level: "attention",
  title: "allowed on more",
  what: "Actions that were allowed before, and now are allowed on more or on other resources.",
  why: "Whoever can use the role, or is let in, can do more than before.",
  bad: "`s3:GetObject` on `arn:aws:s3:::lake/raw/*` → on `arn:aws:s3:::lake/*`",
  good: "`s3:GetObject` on `arn:aws:s3:::lake/*` → on `arn:aws:s3:::lake/raw/*`",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
  looksAt: "permissions",
});
