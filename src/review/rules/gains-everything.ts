import { defineRule } from "../rule";

/** Reports new permissions for all actions, or all except a few, on all resources. */
export const gainsEverything = defineRule({
  code: "gains-everything",
  section: "permissions-gained",
  level: "danger",
  title: "may do everything",
  what: "All actions, or all except a few, on all resources. A managed policy such as AdministratorAccess counts too.",
  why: "Whoever can use the role, or is let in, can do more than before.",
  bad: "A role gets the managed policy AdministratorAccess.",
  good: "A role gets a policy that allows `s3:GetObject` on one bucket.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  looksAt: "permissions",
});
