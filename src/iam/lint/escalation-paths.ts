/** Privilege escalation: which of the known ways a policy opens. */
import { type ActionInfo, findAction } from "../data/authorization";
import type { ActionTerm } from "./action-term";
import type { Context } from "./context";
import { ESCALATION_PATHS, type EscalationPath } from "./escalation-table";
import { isAdmin, type ParsedStatement } from "./parsed-statement";
import {
  actionThatAllows,
  CREATE_SERVICE_LINKED_ROLE,
  isAnyRole,
  isScopedToService,
  isTakenByOneService,
  mayPassTo,
  namesRoles,
  PASS_ROLE,
} from "./pass-role";
import { reachesAll } from "./reach";
import { worksOn } from "./resource-term";

/**
 * Actions that change who may do what: a short list with evidence. The access level "Permissions management" of the data
 * is no evidence, because it calls 36 actions of Glue so.
 */
export const PERMISSION_ACTIONS = ["glue:PutResourcePolicy", "glue:DeleteResourcePolicy"];

const INVOLVED = new Set([
  PASS_ROLE,
  CREATE_SERVICE_LINKED_ROLE,
  ...ESCALATION_PATHS.flatMap(({ actions }) => actions.map((id) => id.toLowerCase())),
]);

const NAMES = [...INVOLVED, ...PERMISSION_ACTIONS.map((id) => id.toLowerCase())];
const NAMED = new Set(NAMES);

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
    found = term.kind === "exact" ? NAMED.has(term.id) : NAMES.some((id) => term.allows(id));
    involved.set(term, found);
  }
  return found;
}

/** Whether the policy lets any role be passed, and not only some that it names. */
export function canPassAnyRole({ parsedStatements }: Context): boolean {
  return parsedStatements.some(
    (parsed) => parsed.allows && actionThatAllows(parsed, PASS_ROLE) !== undefined && passesAnyRole(parsed),
  );
}

/** The ways that the whole policy opens; not those that are others with more actions. */
export function openPaths(context: Context): readonly EscalationPath[] {
  const named = namedActions(context);
  const open = ESCALATION_PATHS.filter(
    (path) =>
      path.actions.every((id) => named.has(id.toLowerCase())) &&
      path.actions.every((id) => isGiven(context, path, id)) &&
      isPassed(context, path),
  );
  return open.filter((path) => !open.some((other) => other !== path && isPartOf(other, path)));
}

/** The actions of the table that the statements name, whatever the resources: most policies name very few. */
function namedActions({ parsedStatements }: Context): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { allows, actions } of parsedStatements) {
    for (const { term } of allows ? actions : []) {
      if (term.kind === "exact") found.add(term.id);
      else if (isInvolved(term)) for (const id of NAMES) if (term.allows(id)) found.add(id);
    }
  }
  return found;
}

/** Whether a path needs fewer actions of another, and nothing else. */
function isPartOf({ actions, passTo }: EscalationPath, whole: EscalationPath): boolean {
  if (actions.length >= whole.actions.length || (passTo !== undefined && whole.passTo === undefined)) return false;
  return actions.every((id) => whole.actions.includes(id));
}

/** Whether the policy allows an action, on all resources of each type that the path needs; statements may share the types. */
function isGiven(context: Context, { onAll, asGoodAsAll = {} }: EscalationPath, id: string): boolean {
  const giving = context.parsedStatements.filter((parsed) => parsed.allows && givesAction(context, parsed, id));
  if (giving.length === 0) return false;
  return (onAll ?? []).every((type) =>
    giving.some((parsed) => reachesAll(parsed, id, { type, names: asGoodAsAll[type] })),
  );
}

/** Whether a role can be passed to a service of the path, if one has to. */
function isPassed(context: Context, { passTo, takesNamedRole }: EscalationPath): boolean {
  if (passTo === undefined) return true;
  return context.parsedStatements.some((parsed) => {
    if (!parsed.allows || actionThatAllows(parsed, PASS_ROLE) === undefined || !namesRoles(parsed)) return false;
    if (context.grants.isDenied(PASS_ROLE, parsed)) return false;
    if (!isScopedToService(parsed)) {
      const isForNamed = takesNamedRole === true && !isTakenByOneService(parsed, context.options.roles);
      return isForNamed || passesAnyRole(parsed);
    }
    return passesAnyRole(parsed) && passTo.some((service) => mayPassTo(parsed, service));
  });
}

function passesAnyRole(parsed: ParsedStatement): boolean {
  return !parsed.named || parsed.resources.some(({ term }) => isAnyRole(term));
}

/** Whether a statement allows an action on something it works on, and no Deny takes it away. */
export function givesAction(context: Context, parsed: ParsedStatement, id: string): boolean {
  const name = id.toLowerCase();
  if (actionThatAllows(parsed, name) === undefined) return false;
  const action = findAction(name);
  if (action === undefined || context.grants.isDenied(name, parsed)) return false;
  return !parsed.named || parsed.resources.some(({ term }) => worksOn(action, term));
}
