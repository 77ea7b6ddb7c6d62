import { defineRule } from "../rule";

/** Reports a permissions boundary that allows more than before. */
export const boundaryWidened = defineRule({
  code: "boundary-widened",
  section: "permissions-gained",
  level: "attention",
  title: "boundary allows more",
  what: "A permissions boundary that allows more than before. It is a danger if the boundary now allows everything.",
  why: "The boundary is the upper limit of what the role can do.",
  bad: "The policy of a boundary allows `iam:*` in addition.",
  good: "The policy of a boundary allows less than before.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  looksAt: "permissions",
});
