import { say, words } from "../../../text/message";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { escalatingStatements, givesAction, PERMISSION_ACTIONS } from "../escalation/escalation-paths";
import { actionThatAllows } from "../escalation/pass-role";
import { allow, glue } from "../example-policies";
import { listOf } from "../words";

/** Reports actions that change who may use the Data Catalog. */
export const permissionsManagement = defineRule({
  code: "permissions-management",
  title: "permissions management",
  severity: "security",
  what: "Actions that change who may use the Data Catalog: glue:PutResourcePolicy, glue:DeleteResourcePolicy. The rule does not use the access level in AWS's data, which lists 36 actions of Glue as permissions management.",
  why: "Whoever has these permissions can open the catalog to other accounts.",
  bad: allow("glue:PutResourcePolicy", glue("catalog")),
  good: allow("glue:GetResourcePolicy", glue("catalog")),
  source: "https://docs.aws.amazon.com/glue/latest/dg/security_iam_resource-based-policy-examples.html",
  check: {
    // The rule finds the statements with these actions by testing every action entry of the policy, which takes too long for a long
    // document with very many entries.
    comparesEntries: true,
    types: GRANTED_TO_IDENTITY,
    statement(parsed, context) {
      if (!context.analyze(escalatingStatements).has(parsed)) return undefined;
      const allowedIds = PERMISSION_ACTIONS.filter((id) => givesAction(context, parsed, id));
      const sourceAction =
        allowedIds[0] === undefined ? undefined : actionThatAllows(parsed, allowedIds[0].toLowerCase());
      if (sourceAction === undefined) return undefined;
      return {
        at: sourceAction.at,
        message: say`${listOf(allowedIds)} ${words(allowedIds.length === 1 ? "changes" : "change")} who may use the Data Catalog`,
        hint: "remove these actions here, and give them only to administrators",
        about: allowedIds.join(),
      };
    },
  },
});
