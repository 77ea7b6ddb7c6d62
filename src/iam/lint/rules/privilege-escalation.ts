import { join, type Message, say, words } from "../../../text/message";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { type EscalationPath, escalatingStatements, givesAction, openPaths } from "../escalation-paths";
import { allow, glue } from "../example-policies";
import { actionThatAllows } from "../pass-role";
import { listOf } from "../words";

/** Rule `privilege-escalation`: privilege escalation. */
export const privilegeEscalation = defineRule({
  code: "privilege-escalation",
  title: "privilege escalation",
  severity: "security",
  what: "glue:UpdateDevEndpoint. Also, together with an iam:PassRole that is not limited to a service and to named roles: CreateDevEndpoint, CreateJob or UpdateJob with StartJobRun, CreateSession with RunStatement. The rule looks at all statements together.",
  why: "Whoever has these permissions can run code with the role of somebody else.",
  bad: allow("glue:UpdateDevEndpoint", glue("devEndpoint/dev-1")),
  good: allow("glue:GetDevEndpoint", glue("devEndpoint/dev-1")),
  source: "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
  check: {
    comparesEntries: true,
    types: GRANTED_TO_IDENTITY,
    // One finding, in the statement that has the first action of a path.
    statement(parsed, context) {
      if (!context.analyze(escalatingStatements).has(parsed)) return undefined;
      const paths = context
        .analyze(openPaths)
        .filter(({ actions: [action] }) => action !== undefined && givesAction(context, parsed, action));
      const [action] = paths[0]?.actions ?? [];
      const placed = action === undefined ? undefined : actionThatAllows(parsed, action.toLowerCase());
      if (placed === undefined) return undefined;
      return {
        at: placed.at,
        message: say`whoever has ${join(paths.map(tellPath), "; ")}`,
        hint: paths.some(({ pass }) => !pass)
          ? "leave `glue:UpdateDevEndpoint` out: few need it"
          : "allow `iam:PassRole` on the role that is meant, with a condition on `iam:PassedToService`",
        about: paths.flatMap(({ actions }) => actions).join(),
      };
    },
  },
});

function tellPath({ pass, actions, how }: EscalationPath): Message {
  return say`${listOf([...(pass ? ["iam:PassRole"] : []), ...actions])} ${words(how)}`;
}
