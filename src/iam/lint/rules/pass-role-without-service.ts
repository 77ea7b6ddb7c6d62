import { say } from "../../../text/message";
import { operatorName } from "../../document/condition-operator";
import type { Condition } from "../../document/policy";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { PASS_ROLE_GUIDE } from "../documentation";
import { entryThatAllows } from "../escalation/escalation-paths";
import { isScopedToService, isTakenByOneService, namesRoles, namesService, PASS_ROLE } from "../escalation/pass-role";
import { allow, PASSED_TO_GLUE, ROLE } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { principalsOfTakers } from "../principals/role-takers";

/** Rule `pass-role-without-service`: PassRole to any service. */
export const passRoleWithoutService = defineRule({
  code: "pass-role-without-service",
  title: "PassRole to any service",
  severity: "security",
  what: "iam:PassRole without a condition on iam:PassedToService. A condition with `*` or `*.amazonaws.com` does not count. With IfExists it is an info: policies of AWS have that too. A role that is made in the same Terraform folder or plan is exempt if its trust policy names a single service. `iam:*` on every role is left to `privilege-escalation`.",
  why: "The role can be passed to every service that it trusts.",
  bad: allow("iam:PassRole", ROLE),
  good: allow("iam:PassRole", ROLE, PASSED_TO_GLUE),
  source: PASS_ROLE_GUIDE,
  accessAnalyzer: "PASS_ROLE_WITH_STAR_IN_RESOURCE",
  check: {
    comparesEntries: true,
    types: GRANTED_TO_IDENTITY,
    statement(parsed, context) {
      const placed = entryThatAllows(context, parsed, PASS_ROLE);
      if (placed === undefined || !namesRoles(parsed)) return undefined;
      if (isTakenByOneService(parsed, context.options.roles)) return undefined;
      if (!isScopedToService(parsed))
        return {
          at: placed.at,
          message: say`${placed.at.value} is allowed without a condition on ${"iam:PassedToService"}, so the role can go to any service`,
          hint: hintFor(context, parsed),
        };
      const lenient = parsed.statement.conditions.find(isLenient);
      if (lenient === undefined || namesService(parsed, "iam:passedtoservice", ({ ifExists }) => !ifExists))
        return undefined;
      return {
        at: placed.at,
        message: say`the condition on ${"iam:PassedToService"} has ${"IfExists"}, so ${placed.at.value} is also allowed where a request does not name the service`,
        hint: `write \`${operatorName({ ...lenient, ifExists: false })}\``,
        severity: "info",
      };
    },
  },
});

/** Whether a condition would say which service, if it did not also hold for a request without the key. */
function isLenient({ key, operator, ifExists }: Condition): boolean {
  return ifExists && operator !== "Null" && key.toLowerCase() === "iam:passedtoservice";
}

/**
 * Names the services whose actions the policy has, since one of them is likely to get the role. Of the actions, passing a role alone has the
 * key: the condition would take all others away.
 */
function hintFor(context: Context, { actions }: ParsedStatement): string {
  const services = principalsOfTakers(context);
  const [first] = services;
  const isKnown = first !== undefined && services.length <= MOST_SERVICES;
  const names = (isKnown ? services : ["SERVICE.amazonaws.com"]).map((name) => JSON.stringify(name));
  const value = names.length === 1 ? names.join() : `[${names.join(", ")}]`;
  const condition = `\`"StringEquals": { "iam:PassedToService": ${value} }\``;
  const isAlone = actions.every(({ term }) => term.id === PASS_ROLE);
  const advice = isAlone ? `add ${condition}` : `allow \`iam:PassRole\` in a statement of its own, with ${condition}`;
  return isKnown ? advice : `${advice} and the service that takes the role`;
}

/** With more than so many services nobody can tell which one is meant. */
const MOST_SERVICES = 3;
