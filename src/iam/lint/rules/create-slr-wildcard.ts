import { say } from "../../../text/message";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { entryThatAllows } from "../escalation/escalation-paths";
import { CREATE_SERVICE_LINKED_ROLE, isAnyRole, namesService } from "../escalation/pass-role";
import { allow } from "../example-policies";

/** Rule `create-slr-wildcard`: service-linked role of any service. */
export const createSlrWildcard = defineRule({
  code: "create-slr-wildcard",
  title: "service-linked role of any service",
  severity: "security",
  what: "iam:CreateServiceLinkedRole on `*` or `role/*` without a condition on iam:AWSServiceName that names a service. `iam:*` on every role is left to `privilege-escalation`.",
  why: "It allows creating the service-linked role of any service in the account.",
  bad: allow("iam:CreateServiceLinkedRole", "*"),
  good: allow("iam:CreateServiceLinkedRole", "*", {
    Condition: { StringEquals: { "iam:AWSServiceName": "lakeformation.amazonaws.com" } },
  }),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html",
  accessAnalyzer: "CREATE_SLR_WITH_STAR_IN_RESOURCE",
  check: {
    comparesEntries: true,
    types: GRANTED_TO_IDENTITY,
    statement(parsed, context) {
      const placed = entryThatAllows(context, parsed, CREATE_SERVICE_LINKED_ROLE);
      if (placed === undefined) return undefined;
      const wide = parsed.resources.find(
        ({ term, at }) => isAnyRole(term) || /:role\/aws-service-role\/\*$/.test(at.value),
      );
      // Every request for such a role has the key, so `IfExists` takes nothing from the condition.
      if (wide === undefined || namesService(parsed, "iam:awsservicename", () => true)) return undefined;
      return {
        at: wide.at,
        message: say`${placed.at.value} is allowed on ${wide.at.value} for every service`,
        hint: "name `role/aws-service-role/SERVICE.amazonaws.com/*`, or add a condition on `iam:AWSServiceName`",
      };
    },
  },
});
