import { defineRule } from "../rule";

/** Reports a role that another account may now assume. */
export const trustOpenedToAccount = defineRule({
  code: "trust-opened-to-account",
  section: "permissions-gained",
  level: "danger",
  title: "trust opened to another account",
  what: "A role that another account may assume.",
  why: "Whoever can use the role, or is let in, can do more than before.",
  bad: "The trust policy of a role names `arn:aws:iam::222222222222:root`, another account.",
  good: "It names a role of the same account.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  looksAt: "permissions",
});
