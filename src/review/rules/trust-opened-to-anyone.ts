import { defineRule } from "../rule";

/** Reports a role that everybody may now assume. */
export const trustOpenedToAnyone = defineRule({
  code: "trust-opened-to-anyone",
  section: "permissions-gained",
  level: "danger",
  title: "trust opened to anyone",
  what: "A role that everybody may assume.",
  why: "Whoever can use the role, or is let in, can do more than before.",
  bad: '`"Principal": "*"` in the trust policy of a role, without a condition.',
  good: '`"Principal": { "Service": "glue.amazonaws.com" }`',
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  looksAt: "permissions",
});
