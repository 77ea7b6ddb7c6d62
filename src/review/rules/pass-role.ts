import { defineRule } from "../rule";

/** Reports new iam:PassRole permissions for any service. */
export const passRole = defineRule({
  code: "pass-role",
  section: "permissions-gained",
  level: "danger",
  title: "may pass a role",
  what: "iam:PassRole to any service.",
  why: "Whoever has this permission can run code with the role that is passed.",
  bad: "`iam:PassRole` on `arn:aws:iam::111111111111:role/*`",
  good: "`iam:GetRole` on the same roles.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  looksAt: "permissions",
});
