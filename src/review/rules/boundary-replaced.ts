import { defineRule } from "../rule";

/** Reports a permissions boundary that is replaced by another policy. */
export const boundaryReplaced = defineRule({
  code: "boundary-replaced",
  section: "permissions-gained",
  level: "attention",
  title: "another boundary",
  what: "A permissions boundary that becomes another policy.",
  why: "The boundary is the upper limit of what the role can do.",
  bad: "`permissions_boundary` of a role changes to another policy.",
  good: "Only the description of the boundary's policy changes.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  looksAt: "permissions",
});
