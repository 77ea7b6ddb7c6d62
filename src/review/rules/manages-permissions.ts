import { defineRule } from "../rule";

/** Reports new permissions for actions that change permissions. */
export const managesPermissions = defineRule({
  code: "manages-permissions",
  section: "permissions-gained",
  level: "danger",
  title: "manages permissions",
  what: "Actions that change who may do what.",
  why: "Whoever has these permissions can give themselves all others.",
  bad: "`iam:AttachRolePolicy` on `*`",
  good: "`iam:ListAttachedRolePolicies` on `*`",
  looksAt: "permissions",
});
