/** Privilege escalation: which of the known ways a policy opens. */
import { memoizeByObject } from "../../../text/memo";
import { type ActionInfo, findAction } from "../../data/authorization";
import { expiredStatements } from "../conditions/expired-conditions";
import type { Context } from "../context";
import type { PolicyBeside } from "../options";
import { type ActionTerm, isServiceWildcard, type PlacedAction } from "../parsed/action-term";
import { isAdmin, type ParsedStatement, parseStatementsOnce } from "../parsed/parsed-statement";
import { worksOn } from "../parsed/resource-term";
import { reachesAll } from "../resources/reach";
import type { EscalationPath } from "./escalation-path";
import { ESCALATION_PATHS } from "./escalation-table";
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

/**
 * Whether an action is `iam:*` on every role, and `privilege-escalation` says what it comes to. Then advice about one of its actions is of
 * no use.
 */
function givesAllOfIam(context: Context, parsed: ParsedStatement, { term }: PlacedAction): boolean {
  if (!isServiceWildcard(term) || !parsed.resources.some((resource) => isAnyRole(resource.term))) return false;
  return context
    .analyze(openPaths)
    .some(({ actions: [first = "", ...more] }) => more.length === 0 && /^iam:/.test(first));
}

/**
 * The entry of a statement that allows an action of an escalation, given in lower case; undefined where a Deny forbids the action, and
 * where `privilege-escalation` says more of the entry.
 */
export function entryThatAllows(context: Context, parsed: ParsedStatement, id: string): PlacedAction | undefined {
  if (!context.analyze(escalatingStatements).has(parsed)) return undefined;
  const entry = actionThatAllows(parsed, id);
  if (entry === undefined || context.grants.isDenied(id, parsed)) return undefined;
  return givesAllOfIam(context, parsed, entry) ? undefined : entry;
}

/** The statements that allow one of these actions; those that allow everything have a rule of their own. */
export function escalatingStatements(context: Context): ReadonlySet<ParsedStatement> {
  return new Set(
    context.parsedStatements.filter(
      (parsed) => parsed.allows && parsed.actions.some(({ term }) => isInvolved(term)) && !isAdmin(parsed),
    ),
  );
}

const isInvolved = memoizeByObject((term: ActionTerm) =>
  term.kind === "exact" ? NAMED.has(term.id) : NAMES.some((id) => term.allows(id)),
);

/** Whether the policy, with those beside it, lets any role be passed to a service of the path, and not only some that it names. */
export function passesAnyRoleTo(context: Context, path: EscalationPath): boolean {
  return statementsTogether(context).some((parsed) => passesRole(context, parsed, path) && passesAnyRole(parsed));
}

/**
 * The ways that the policy opens, alone or with those beside it; not those that are others with more actions, and not those that the
 * policies beside it open without this one.
 */
export function openPaths(context: Context): readonly EscalationPath[] {
  const own = context.analyze(ownStatements);
  const together = statementsTogether(context);
  if (together === own) return pathsOf(context, own);
  const without = new Set(pathsOf(context, context.statementsBeside));
  const alone = pathsOf(context, own);
  return pathsOf(context, together).filter((path) => alone.includes(path) || !without.has(path));
}

/** The statements of the policy and of those beside it. If one of these allows everything, there is nothing to escalate to. */
function statementsTogether(context: Context): readonly ParsedStatement[] {
  const { statementsBeside } = context;
  const own = context.analyze(ownStatements);
  const addsNothing = statementsBeside.length === 0 || statementsBeside.some(isAdmin);
  return addsNothing ? own : [...own, ...statementsBeside.filter((parsed) => !isExpired(context, parsed))];
}

/** The statements of the policy without those that have a rule of their own: `full-admin`, `expired-condition`. */
function ownStatements(context: Context): readonly ParsedStatement[] {
  return context.parsedStatements.filter((parsed) => !isAdmin(parsed) && !isExpired(context, parsed));
}

function isExpired(context: Context, { statement }: ParsedStatement): boolean {
  return statement.conditions.length > 0 && context.analyze(expiredStatements).has(statement);
}

function pathsOf(context: Context, statements: readonly ParsedStatement[]): readonly EscalationPath[] {
  const named = namedActions(statements);
  const open = ESCALATION_PATHS.filter(
    (path) =>
      path.actions.every((id) => named.has(id.toLowerCase())) &&
      path.actions.every((id) => isGiven(context, statements, path, id)) &&
      isPassed(context, statements, path),
  );
  return open.filter((path) => !open.some((other) => other !== path && isPartOf(other, path)));
}

/** The actions of the table that the statements name, whatever the resources: most policies name very few. */
function namedActions(statements: readonly ParsedStatement[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { allows, actions } of statements) {
    for (const { term } of allows ? actions : []) {
      if (term.kind === "exact") found.add(term.id);
      else if (isInvolved(term)) for (const id of NAMES) if (term.allows(id)) found.add(id);
    }
  }
  return found;
}

/** Whether a path needs fewer actions of another, `iam:PassRole` among them, and nothing else. */
function isPartOf(part: EscalationPath, whole: EscalationPath): boolean {
  const [parts, needed] = [partsOf(part), partsOf(whole)];
  return parts.length < needed.length && parts.every((id) => needed.includes(id));
}

/** Whether statements allow an action, on all resources of each type that the path needs; they may share the types. */
function isGiven(
  context: Context,
  statements: readonly ParsedStatement[],
  { onAll = [], asGoodAsAll = {} }: EscalationPath,
  id: string,
): boolean {
  const giving = statements.filter((parsed) => parsed.allows && givesAction(context, parsed, id));
  if (giving.length === 0) return false;
  return onAll.every((type) => giving.some((parsed) => reachesAll(parsed, id, { type, names: asGoodAsAll[type] })));
}

/** Whether a role can be passed to a service of the path, if one has to. */
function isPassed(context: Context, statements: readonly ParsedStatement[], path: EscalationPath): boolean {
  return path.passTo === undefined || statements.some((parsed) => passesRole(context, parsed, path));
}

/** Whether a statement lets a role be passed to a service of the path. */
function passesRole(
  context: Context,
  parsed: ParsedStatement,
  { passTo = [], takesNamedRole }: EscalationPath,
): boolean {
  if (!parsed.allows || actionThatAllows(parsed, PASS_ROLE) === undefined || !namesRoles(parsed)) return false;
  if (context.grants.isDenied(PASS_ROLE, parsed)) return false;
  if (!isScopedToService(parsed)) {
    const isForNamed = takesNamedRole === true && !isTakenByOneService(parsed, context.options.roles);
    return isForNamed || passesAnyRole(parsed);
  }
  return passesAnyRole(parsed) && passTo.some((service) => mayPassTo(parsed, service));
}

/** A path, and where it is reported. */
export interface ReportedEscalation {
  readonly path: EscalationPath;
  /** The action of the statement that takes part in it, in lower case. */
  readonly action: string;
  /** Names of the policies beside this one that have what it lacks. */
  readonly beside: readonly string[];
}

/**
 * The paths to report at each statement: at those that give the first action of a path, as far as the path needs it. If only a policy of AWS gives it, nobody would
 * report it there, so that the first statement that takes part in the path does.
 */
export function reportedPaths(context: Context): ReadonlyMap<ParsedStatement, readonly ReportedEscalation[]> {
  const found = new Map<ParsedStatement, ReportedEscalation[]>();
  const open = context.analyze(openPaths);
  // What needs no role that is passed is the easier way.
  const sorted = [
    ...open.filter(({ passTo }) => passTo === undefined),
    ...open.filter(({ passTo }) => passTo !== undefined),
  ];
  for (const path of sorted) {
    for (const [parsed, action] of placesOf(context, path)) {
      const paths = found.get(parsed) ?? [];
      found.set(parsed, paths);
      paths.push({ path, action, beside: helpersOf(context, path) });
    }
  }
  return found;
}

function placesOf(context: Context, path: EscalationPath): readonly (readonly [ParsedStatement, string])[] {
  const own = context.analyze(ownStatements);
  const first = path.actions[0]?.toLowerCase() ?? PASS_ROLE;
  const starting = own.filter((parsed) => takesPart(context, parsed, path, first));
  if (starting.length > 0) return starting.map((parsed) => [parsed, first]);
  if (givesBeside(context, path, first).some(({ holder }) => holder !== "aws-managed-policy")) return [];
  for (const parsed of own) {
    const part = partsOf(path).find((id) => takesPart(context, parsed, path, id));
    if (part !== undefined) return [[parsed, part]];
  }
  return [];
}

/** The actions that a path needs, in lower case. */
function partsOf({ actions, passTo }: EscalationPath): readonly string[] {
  return [...actions.map((id) => id.toLowerCase()), ...(passTo === undefined ? [] : [PASS_ROLE])];
}

/** Whether a statement gives an action of a path, on at least one of the types of resources that it needs. */
function takesPart(context: Context, parsed: ParsedStatement, path: EscalationPath, id: string): boolean {
  if (id === PASS_ROLE && path.passTo !== undefined) return passesRole(context, parsed, path);
  if (!parsed.allows || !givesAction(context, parsed, id)) return false;
  const { onAll, asGoodAsAll = {} } = path;
  return onAll === undefined || onAll.some((type) => reachesAll(parsed, id, { type, names: asGoodAsAll[type] }));
}

/** The policies beside this one that give an action of a path. */
function givesBeside(context: Context, path: EscalationPath, id: string): readonly PolicyBeside[] {
  const { beside = [] } = context.options;
  return beside.filter(({ document }) =>
    parseStatementsOnce(document).some((parsed) => takesPart(context, parsed, path, id)),
  );
}

/** Names of the policies beside this one that give what no statement of this one does. */
function helpersOf(context: Context, path: EscalationPath): readonly string[] {
  const lacking = partsOf(path).filter(
    (id) => !context.analyze(ownStatements).some((parsed) => takesPart(context, parsed, path, id)),
  );
  const names = lacking.flatMap((id) => givesBeside(context, path, id).map(({ name }) => name));
  return [...new Set(names)];
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
