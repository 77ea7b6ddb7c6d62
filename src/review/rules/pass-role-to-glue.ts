import { defineRule } from "../rule";

/** Reports new iam:PassRole permissions that can pass a role to Glue. */
export const passRoleToGlue = defineRule({
  code: "pass-role-to-glue",
  section: "permissions-gained",
  level: "danger",
  title: "may pass a role to Glue",
  what: "iam:PassRole that can pass a role to Glue.",
  why: "Whoever has this permission can run code with the role that is passed.",
  bad: "`iam:PassRole` on `*` with the condition `iam:PassedToService` = `glue.amazonaws.com`",
  good: "`glue:StartJobRun` on a job whose role is set already.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  looksAt: "permissions",
});
