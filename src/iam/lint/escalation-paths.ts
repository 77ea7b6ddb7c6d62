/** Privilege escalation through Glue: actions that give a caller permissions that the policy does not name. */
import { type ActionInfo, findAction } from "../data/authorization";
import type { ActionTerm } from "./action-term";
import type { Context } from "./context";
import { isAdmin, type ParsedStatement } from "./parsed-statement";
import {
  actionThatAllows,
  CREATE_SERVICE_LINKED_ROLE,
  isAnyRole,
  isScopedToService,
  isTakenByOneService,
  namesRoles,
  PASS_ROLE,
} from "./pass-role";
import { worksOn } from "./resource-term";

/** Actions that, together, run code with a role. */
export interface EscalationPath {
  /** Whether the caller needs `iam:PassRole` for the role. */
  readonly pass: boolean;
  readonly actions: readonly string[];
  /** How the caller gains the permissions of the role, which is `ROLE` in it. */
  readonly how: string;
}

const PATHS: readonly EscalationPath[] = [
  { pass: false, actions: ["glue:UpdateDevEndpoint"], how: "puts an SSH key on an endpoint and acts with its role" },
  { pass: true, actions: ["glue:CreateDevEndpoint"], how: "starts an endpoint with ROLE and logs in to it" },
  { pass: true, actions: ["glue:CreateJob", "glue:StartJobRun"], how: "runs a script with ROLE" },
  { pass: true, actions: ["glue:UpdateJob", "glue:StartJobRun"], how: "runs a script with ROLE" },
  { pass: true, actions: ["glue:CreateSession", "glue:RunStatement"], how: "runs code in a session with ROLE" },
];

/**
 * Actions that change who may do what: a short list with evidence. The access level "Permissions management" of the data
 * is no evidence, because it calls 36 actions of Glue so.
 */
export const PERMISSION_ACTIONS = ["glue:PutResourcePolicy", "glue:DeleteResourcePolicy"];

const INVOLVED = new Set([
  PASS_ROLE,
  CREATE_SERVICE_LINKED_ROLE,
  ...PATHS.flatMap(({ actions }) => actions.map((id) => id.toLowerCase())),
]);

const NAMED = [...INVOLVED, ...PERMISSION_ACTIONS.map((id) => id.toLowerCase())];

/** Whether the rule `permissions-management` names the action, so that no other rule has to. */
export function isPermissionAction({ id }: ActionInfo): boolean {
  return PERMISSION_ACTIONS.includes(id);
}

/** Whether a finding of this policy names the action as part of an escalation, or of passing a role. */
export function isEscalation(context: Context, { id }: ActionInfo): boolean {
  const name = id.toLowerCase();
  if (!INVOLVED.has(name)) return false;
  if (name === PASS_ROLE || name === CREATE_SERVICE_LINKED_ROLE) return true;
  return context.analyze(openPaths).some(({ actions }) => actions.includes(id));
}

/** The statements that allow one of these actions; those that allow everything have a rule of their own. */
export function escalatingStatements(context: Context): ReadonlySet<ParsedStatement> {
  return new Set(
    context.parsedStatements.filter(
      (parsed) => parsed.allows && parsed.actions.some(({ term }) => isInvolved(term)) && !isAdmin(parsed),
    ),
  );
}

const involved = new WeakMap<ActionTerm, boolean>();

function isInvolved(term: ActionTerm): boolean {
  let found = involved.get(term);
  if (found === undefined) {
    found = NAMED.some((id) => term.allows(id));
    involved.set(term, found);
  }
  return found;
}

/** Whether the policy lets any role be passed, and not only some that it names. */
export function passesAnyRole({ parsedStatements }: Context): boolean {
  return parsedStatements.some(
    (parsed) =>
      parsed.allows &&
      actionThatAllows(parsed, PASS_ROLE) !== undefined &&
      (!parsed.named || parsed.resources.some(({ term }) => isAnyRole(term))),
  );
}

/** The paths that the whole policy opens. */
export function openPaths(context: Context): readonly EscalationPath[] {
  const passes = context.parsedStatements.some((parsed) => passesAnything(context, parsed));
  return PATHS.filter(({ pass, actions }) => (!pass || passes) && actions.every((id) => isGiven(context, id)));
}

function isGiven(context: Context, id: string): boolean {
  return context.parsedStatements.some((parsed) => parsed.allows && givesAction(context, parsed, id));
}

/** A PassRole on a named role or a prefix, with the service in a condition, opens no path. */
function passesAnything(context: Context, parsed: ParsedStatement): boolean {
  if (!parsed.allows || actionThatAllows(parsed, PASS_ROLE) === undefined || !namesRoles(parsed)) return false;
  if (context.grants.isDenied(PASS_ROLE, parsed)) return false;
  if (parsed.resources.some(({ term }) => isAnyRole(term))) return true;
  return !isScopedToService(parsed) && !isTakenByOneService(parsed, context.options.roles);
}

/** Whether a statement allows an action on something it works on, and no Deny takes it away. */
export function givesAction(context: Context, parsed: ParsedStatement, id: string): boolean {
  const name = id.toLowerCase();
  if (actionThatAllows(parsed, name) === undefined) return false;
  const action = findAction(name);
  if (action === undefined || context.grants.isDenied(name, parsed)) return false;
  return !parsed.named || parsed.resources.some(({ term }) => worksOn(action, term));
}
