import { say } from "../../../text/message";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { PASS_ROLE_GUIDE } from "../documentation";
import { escalatingStatements } from "../escalation-paths";
import { allow, PASSED_TO_GLUE, ROLE } from "../example-policies";
import { actionThatAllows, isScopedToService, namesRoles, PASS_ROLE } from "../pass-role";

/** Rule `pass-role-without-service`: PassRole to any service. */
export const passRoleWithoutService = defineRule({
  code: "pass-role-without-service",
  title: "PassRole to any service",
  severity: "security",
  what: "iam:PassRole without a condition on iam:PassedToService. A condition with IfExists, `*` or `*.amazonaws.com` does not count.",
  why: "The role can be passed to every service that it trusts.",
  bad: allow("iam:PassRole", ROLE),
  good: allow("iam:PassRole", ROLE, PASSED_TO_GLUE),
  source: PASS_ROLE_GUIDE,
  accessAnalyzer: "PASS_ROLE_WITH_STAR_IN_RESOURCE",
  check: {
    comparesEntries: true,
    types: GRANTED_TO_IDENTITY,
    statement(parsed, context) {
      if (!context.analyze(escalatingStatements).has(parsed)) return undefined;
      const placed = actionThatAllows(parsed, PASS_ROLE);
      if (placed === undefined || !namesRoles(parsed) || context.grants.isDenied(PASS_ROLE, parsed)) return undefined;
      if (isScopedToService(parsed)) return undefined;
      return {
        at: placed.at,
        message: say`${placed.at.value} is allowed without a condition on ${"iam:PassedToService"}, so the role can go to any service`,
        hint: 'add `"StringEquals": { "iam:PassedToService": "glue.amazonaws.com" }`',
      };
    },
  },
});
