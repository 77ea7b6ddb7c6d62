import { say, words } from "../../../text/message";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { PASS_ROLE_GUIDE } from "../documentation";
import { entryThatAllows } from "../escalation/escalation-paths";
import { isAnyRole, namesRoles, PASS_ROLE, servicesThatTake } from "../escalation/pass-role";
import { allow, PASSED_TO_GLUE, ROLE } from "../example-policies";
import { listOf } from "../words";

/** Rule `pass-role-wildcard`: PassRole on any role. */
export const passRoleWildcard = defineRule({
  code: "pass-role-wildcard",
  title: "PassRole on any role",
  severity: "security",
  what: "iam:PassRole on `*` or on `role/*`, with or without a condition. A prefix of a role name is fine. `iam:*` on every role is left to `privilege-escalation`.",
  why: "Whoever has this permission can start a job with an administrator's role.",
  bad: allow("iam:PassRole", "arn:aws:iam::123456789012:role/*", PASSED_TO_GLUE),
  good: allow("iam:PassRole", ROLE, PASSED_TO_GLUE),
  source: PASS_ROLE_GUIDE,
  accessAnalyzer: "PASS_ROLE_WITH_STAR_IN_RESOURCE",
  check: {
    comparesEntries: true,
    types: GRANTED_TO_IDENTITY,
    statement(parsed, context) {
      const placed = entryThatAllows(context, parsed, PASS_ROLE);
      if (placed === undefined || !namesRoles(parsed)) return undefined;
      const wide = parsed.resources.find(({ term }) => isAnyRole(term));
      if (wide === undefined) return undefined;
      const services = servicesThatTake(parsed);
      const whose =
        services.length === 0 ? words(", including an administrator's") : say` that trusts ${listOf(services, 3)}`;
      return {
        at: wide.at,
        message: say`${placed.at.value} is allowed on ${wide.at.value}: whoever has it can pass any role${whose}`,
        hint: "name the role with its path, or a prefix of its name",
      };
    },
  },
});
