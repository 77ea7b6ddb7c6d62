import { words } from "../../../text/message";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { LEAST_PRIVILEGE } from "../documentation";
import { allow, JOB } from "../example-policies";
import { isAdmin } from "../parsed/parsed-statement";

/** Reports a statement that allows every action on every resource. */
export const fullAdmin = defineRule({
  code: "full-admin",
  title: "full administrator",
  severity: "security",
  what: "All actions on all resources. Other findings about wildcards in this statement are not reported.",
  why: "Whoever has the policy, or runs code with its role, has full control of the account.",
  bad: allow("*", "*"),
  good: allow("glue:GetJob", JOB),
  source: LEAST_PRIVILEGE,
  check: {
    types: GRANTED_TO_IDENTITY,
    statement(parsed, context) {
      if (!isAdmin(parsed)) return undefined;
      const placed = parsed.actions.find(({ term }) => term.kind === "all");
      if (placed !== undefined && context.grants.isWhollyDenied(placed.term, parsed)) return undefined;
      return {
        at: placed?.at ?? parsed.statement,
        message: words("the statement allows every action on every resource"),
        hint: "name the actions and the resources",
      };
    },
  },
});
