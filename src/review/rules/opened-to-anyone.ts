import { defineRule } from "../rule";

/** Reports a resource policy that now allows everybody. */
export const openedToAnyone = defineRule({
  code: "opened-to-anyone",
  section: "permissions-gained",
  level: "danger",
  title: "opened to anyone",
  what: "A resource policy that lets everybody in.",
  why: "Whoever can use the role, or is let in, can do more than before.",
  bad: 'A bucket policy allows `s3:GetObject` to `"Principal": "*"`.',
  good: "A bucket policy allows it to one role of the account.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  looksAt: "permissions",
});
