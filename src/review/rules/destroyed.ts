import { defineRule } from "../rule";
import { lossOf, matchDestruction } from "./resources/destruction";
import { losesItsName } from "./resources/replaced-principals";

/** Reports a resource that is destroyed or replaced, and that holds nothing. */
export const destroyed = defineRule({
  code: "destroyed",
  section: "plan",
  level: "note",
  title: "destroyed or replaced",
  what: "A resource that is destroyed or replaced, and whose type is known to hold nothing: a link, a permission, a rule, a setting or a definition.",
  why: "Terraform can make it again exactly the same, but it has no effect until it is back.",
  bad: "`aws_iam_role_policy_attachment.this` is destroyed.",
  good: "It is updated in place.",
  looksAt: "resource",
  types: "every",
  check: (change, facts) =>
    lossOf(change)?.kind === "empty" && !losesItsName(change) ? matchDestruction(change, facts) : [],
});
