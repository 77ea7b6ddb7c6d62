import { defineRule } from "../rule";

/** Reports "boundary allows more". */
export const boundaryWidened = defineRule({
  code: "boundary-widened",
  section: "permissions-gained",
  level: "attention",
  title: "boundary allows more",
  what: "What a permissions boundary allows and did not allow before; it is a danger where that is everything.",
  why: "It is the most that the role can do.",
  bad: "The policy of a boundary allows `iam:*` in addition.",
  good: "The policy of a boundary allows less than before.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  looksAt: "permissions",
});
