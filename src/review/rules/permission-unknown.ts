import { defineRule } from "../rule";

/** Reports a changed policy or statement that cannot be compared. */
export const permissionUnknown = defineRule({
  code: "permission-unknown",
  section: "permissions-unknown",
  level: "attention",
  title: "cannot be compared",
  what: "A policy or statement that cannot be compared: known only after apply, outside of the plan, or with NotAction.",
  why: "It may allow more than before.",
  bad: "A policy whose text is known only after apply.",
  good: "A policy whose text is known in the plan.",
  looksAt: "permissions",
});
