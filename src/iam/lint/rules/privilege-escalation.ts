import { join, type Message, say, words } from "../../../text/message";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import type { EscalationPath } from "../escalation/escalation-path";
import {
  escalatingStatements,
  passesAnyRoleTo,
  type ReportedEscalation,
  reportedPaths,
} from "../escalation/escalation-paths";
import { ESCALATION_PATHS } from "../escalation/escalation-table";
import { actionThatAllows } from "../escalation/pass-role";
import { allow, glue } from "../example-policies";
import { listOf } from "../words";

/** Rule `privilege-escalation`: privilege escalation. */
export const privilegeEscalation = defineRule({
  code: "privilege-escalation",
  title: "privilege escalation",
  severity: "security",
  what: "Actions that, alone or together, give a caller permissions that the policy does not name: over 120 known ways. Some change IAM (CreatePolicyVersion, PutRolePolicy, CreateAccessKey, UpdateAssumeRolePolicy, ...), some pass any role to a service that runs code, some take over what has a role (UpdateFunctionCode, SendCommand, ...). The rule looks at all statements together, and at the other policies of the role, user or group where they are known. What changes IAM or takes something over counts only on all resources of its type and without a condition that narrows it.",
  why: "Whoever has these permissions can get others, up to those of an administrator.",
  bad: allow("glue:UpdateDevEndpoint", glue("devEndpoint/dev-1")),
  good: allow("glue:GetDevEndpoint", glue("devEndpoint/dev-1")),
  source: "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
  check: {
    comparesEntries: true,
    types: GRANTED_TO_IDENTITY,
    // One finding, in the statement that has the first action of a path.
    statement(parsed, context) {
      if (!context.analyze(escalatingStatements).has(parsed)) return undefined;
      const reported = context.analyze(reportedPaths).get(parsed) ?? [];
      const placed = reported[0] === undefined ? undefined : actionThatAllows(parsed, reported[0].action);
      if (placed === undefined) return undefined;
      const paths = reported.map(({ path }) => path);
      const told = groupsOf(reported.slice(0, MOST_TOLD)).map((group) => tellGroup(context, group));
      if (paths.length > MOST_TOLD) told.push(words(`and ${paths.length - MOST_TOLD} more`));
      return {
        at: placed.at,
        message: say`whoever has ${join(told, "; ")}`,
        hint: hintFor(paths),
        // In the order of the table: baselines know the finding by it.
        about: ESCALATION_PATHS.filter((path) => paths.includes(path))
          .flatMap(({ actions }) => actions)
          .join(),
      };
    },
  },
});

/** A message tells no more. */
const MOST_TOLD = 5;

/** Paths that need the same other policies stand together, so that these are named once. */
function groupsOf(reported: readonly ReportedEscalation[]): readonly (readonly ReportedEscalation[])[] {
  const groups = new Map<string, ReportedEscalation[]>();
  for (const one of reported) {
    const key = JSON.stringify(one.beside);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(one);
  }
  return [...groups.values()];
}

function tellGroup(context: Context, group: readonly ReportedEscalation[]): Message {
  const told = join(
    group.map(({ path }) => tellPath(context, path)),
    "; ",
  );
  const { beside = [] } = group[0] ?? {};
  if (beside.length === 0) return told;
  return say`${told}, ${words(group.length === 2 ? "both " : group.length > 2 ? "all " : "")}together with ${listOf(beside)}`;
}

function tellPath(context: Context, path: EscalationPath): Message {
  const { passTo, actions, how } = path;
  const all = [...(passTo === undefined ? [] : ["iam:PassRole"]), ...actions];
  const isOfAny = passTo === undefined || passesAnyRoleTo(context, path);
  return say`${listOf(all)} ${words(isOfAny ? how : how.replace("any role", "a role that the policy names"))}`;
}

function hintFor(paths: readonly EscalationPath[]): string {
  const [own] = paths.filter(({ passTo }) => passTo === undefined);
  if (own === undefined)
    return "allow `iam:PassRole` on the role that is meant, with a condition on `iam:PassedToService`";
  if (own.onAll === undefined) return `leave \`${own.actions[0]}\` out: few need it`;
  return own.actions[0]?.startsWith("iam:")
    ? "name what may be changed, and require a boundary by a condition on `iam:PermissionsBoundary`"
    : "name the resources that are meant";
}
