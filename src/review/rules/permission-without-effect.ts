import { defineRule } from "../rule";

/** Reports a changed permission for an action on a resource that the action does not work on. */
export const permissionWithoutEffect = defineRule({
  code: "permission-without-effect",
  section: "policies",
  level: "note",
  title: "permission without effect",
  what: "A changed permission for an action on a resource that the action does not work on.",
  why: "It does not do what its author intended.",
  bad: "A new statement allows `s3:GetObject` on `arn:aws:s3:::lake`, a bucket.",
  good: "A new statement allows `s3:GetObject` on `arn:aws:s3:::lake/*`.",
  source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html",
  looksAt: "permissions",
});
