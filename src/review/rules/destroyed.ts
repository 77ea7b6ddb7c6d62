import { defineRule } from "../rule";
import { holdsNoData } from "./resources/data-stores";
import { isDestroyed, matchDestruction } from "./resources/destruction";

/** Reports any other AWS resource that is destroyed or replaced. */
export const destroyed = defineRule({
  code: "destroyed",
  section: "plan",
  level: "note",
  title: "destroyed or replaced",
  what: "Any other AWS resource that is destroyed or replaced.",
  why: "It holds no data, but what uses it does not work until it is back.",
  bad: "`aws_iam_role_policy_attachment.this` is destroyed.",
  good: "It is updated in place.",
  looksAt: "resource",
  types: "every",
  check: (change, facts) =>
    isDestroyed(change) && holdsNoData(change.type, change.provider) ? matchDestruction(change, facts) : [],
});
