import { defineRule } from "../rule";

/** Reports "manages permissions". */
export const managesPermissions = defineRule({
  code: "manages-permissions",
  section: "permissions-gained",
  level: "danger",
  title: "manages permissions",
  what: "Actions that change who may do what.",
  why: "Whoever has them can give themselves the rest.",
  bad: "`iam:AttachRolePolicy` on `*`",
  good: "`iam:ListAttachedRolePolicies` on `*`",
  looksAt: "permissions",
});
