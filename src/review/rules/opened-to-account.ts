import { defineRule } from "../rule";

/** Reports a resource policy that now allows another account. */
export const openedToAccount = defineRule({
  code: "opened-to-account",
  section: "permissions-gained",
  level: "danger",
  title: "opened to another account",
  what: "A resource policy that lets another account in.",
  why: "Whoever can use the role, or is let in, can do more than before.",
  bad: "A key policy allows `kms:Decrypt` to `arn:aws:iam::222222222222:root`, another account.",
  good: "A key policy allows it to a role of the same account.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  looksAt: "permissions",
});
