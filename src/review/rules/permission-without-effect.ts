import { defineRule } from "../rule";

/** Reports "permission without effect". */
export const permissionWithoutEffect = defineRule({
  code: "permission-without-effect",
  section: "permissions-lost",
  level: "note",
  title: "permission without effect",
  what: "A change of an action on a resource that it does not work on.",
  why: "It is not what its author meant.",
  bad: "A new statement allows `s3:GetObject` on `arn:aws:s3:::lake`, a bucket.",
  good: "A new statement allows `s3:GetObject` on `arn:aws:s3:::lake/*`.",
  source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html",
  looksAt: "permissions",
});
