import { defineRule } from "../rule";

/** Reports a new wildcard in a resource. */
export const gainsWildcardResource = defineRule({
  code: "gains-wildcard-resource",
  section: "permissions-gained",
  level: "attention",
  title: "wildcard of resources",
  what: "A wildcard in a resource that was not there before. It is a note for actions that only write logs, metrics and traces.",
  why: "Whoever can use the role, or is let in, can do more than before.",
  bad: "`arn:aws:s3:::lake/raw/*` → `*`",
  good: "`arn:aws:s3:::lake/raw/*` → `arn:aws:s3:::lake/clean/*`",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
  looksAt: "permissions",
});
