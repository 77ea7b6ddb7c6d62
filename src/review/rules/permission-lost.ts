import { defineRule } from "../rule";

/** Reports permissions that are removed, and conditions and Deny statements that are new. */
export const permissionLost = defineRule({
  code: "permission-lost",
  section: "permissions-lost",
  level: "note",
  title: "less is allowed",
  what: "Actions and resources that are no longer allowed, and conditions and denies that are new.",
  why: "Whatever needs the permission fails.",
  bad: "A statement that allows `s3:PutObject` is removed.",
  good: "It is moved to another policy of the same role.",
  looksAt: "permissions",
});
