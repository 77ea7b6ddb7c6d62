import { defineRule } from "../rule";

/** Reports a permissions boundary that is removed. */
export const boundaryRemoved = defineRule({
  code: "boundary-removed",
  section: "permissions-gained",
  level: "danger",
  title: "boundary removed",
  what: "A permissions boundary that is removed.",
  why: "The boundary was the upper limit of what the role can do.",
  bad: "A role loses its `permissions_boundary`.",
  good: "A role gets a `permissions_boundary`.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  looksAt: "permissions",
});
