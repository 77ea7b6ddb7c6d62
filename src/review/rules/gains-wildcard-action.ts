import { defineRule } from "../rule";

/** Reports a new wildcard in an action. */
export const gainsWildcardAction = defineRule({
  code: "gains-wildcard-action",
  section: "permissions-gained",
  level: "attention",
  title: "wildcard of actions",
  what: "A wildcard in an action that was not there before.",
  why: "It also allows actions that AWS adds later.",
  bad: "`glue:GetTable` → `glue:*`",
  good: "`glue:GetTable` → `glue:GetTable` and `glue:GetTables`",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
  looksAt: "permissions",
});
