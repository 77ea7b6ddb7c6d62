/** Ways to get at permissions that somebody does not have: passing roles, and editing who may do what. */

import { hasToken } from "../../../text/tokens";
import { type ActionInfo, findAction } from "../../data/authorization";
import { covers, pattern } from "../../document/pattern";
import type { Condition } from "../../document/policy";
import type { ActionTerm, PlacedAction } from "../action-term";
import type { Context } from "../context";
import { isAdmin, type ParsedStatement } from "../parsed-statement";
import { type ResourceTerm, worksOn } from "../resource-term";
import { listOf } from "../words";

const PASS_ROLE = "iam:passrole";
const CREATE_SLR = "iam:createservicelinkedrole";

/** Actions that change who may do what: a short list with evidence. The access level "Permissions management" is none. */
const PERMISSIONS = ["glue:PutResourcePolicy", "glue:DeleteResourcePolicy"];

/** Glue actions that, together, run code with a role; `pass` says whether somebody has to pass the role first. */
const WAYS: readonly { readonly pass: boolean; readonly actions: readonly string[]; readonly how: string }[] = [
  { pass: false, actions: ["glue:UpdateDevEndpoint"], how: "puts an SSH key on an endpoint and acts with its role" },
  { pass: true, actions: ["glue:CreateDevEndpoint"], how: "starts an endpoint with any role and logs in to it" },
  { pass: true, actions: ["glue:CreateJob", "glue:StartJobRun"], how: "runs a script with any role" },
  { pass: true, actions: ["glue:UpdateJob", "glue:StartJobRun"], how: "runs a script with any role" },
  { pass: true, actions: ["glue:CreateSession", "glue:RunStatement"], how: "runs code in a session with any role" },
];

const INVOLVED = new Set([
  PASS_ROLE,
  CREATE_SLR,
  ...WAYS.flatMap(({ actions }) => actions.map((id) => id.toLowerCase())),
]);

const NAMED = [...INVOLVED, ...PERMISSIONS.map((id) => id.toLowerCase())];

/** Whether the rules here name the action for what it is, so that no other has to. */
export function isPermission({ id }: ActionInfo): boolean {
  return PERMISSIONS.includes(id);
}

/** Whether a finding of this policy names the action as part of an escalation, or of passing a role. */
export function isEscalation(context: Context, { id }: ActionInfo): boolean {
  const name = id.toLowerCase();
  if (!INVOLVED.has(name)) return false;
  return name === PASS_ROLE || name === CREATE_SLR || openWays(context).some(({ actions }) => actions.includes(id));
}

/** Reports ways to more permissions. */
export function checkEscalation(context: Context): void {
  if (context.type !== "identity") return;
  for (const parsed of context.parsedStatements) {
    if (!parsed.allows || !parsed.actions.some(({ term }) => isInvolved(term)) || isAdmin(parsed)) continue;
    checkPassRole(context, parsed);
    checkServiceLinkedRole(context, parsed);
    checkPermissions(context, parsed);
    checkWays(context, parsed);
  }
}

const involved = new WeakMap<ActionTerm, boolean>();

/** Whether it allows an action that is of interest here. */
function isInvolved(term: ActionTerm): boolean {
  let found = involved.get(term);
  if (found === undefined) {
    found = NAMED.some((id) => term.allows(id));
    involved.set(term, found);
  }
  return found;
}

function checkPassRole(context: Context, parsed: ParsedStatement): void {
  const placed = actionIn(parsed, PASS_ROLE);
  if (placed === undefined || !givesRole(parsed) || context.grants.isDenied(PASS_ROLE, parsed)) return;
  const wide = parsed.resources.find(({ term }) => isAnyRole(term));
  const name = `\`${placed.at.value}\``;
  if (wide !== undefined) {
    const message = `${name} is allowed on \`${wide.at.value}\`: whoever has it passes any role, that of an administrator included`;
    context.report(
      "pass-role-wildcard",
      wide.at,
      { message, hint: "name the role with its path, or a prefix of its name" },
      parsed.statement,
    );
  }
  if (!isScopedToService(parsed)) {
    const message = `${name} is allowed without a condition on \`iam:PassedToService\`, so the role can go to any service`;
    const hint = 'add `"StringEquals": { "iam:PassedToService": "glue.amazonaws.com" }`';
    context.report("pass-role-without-service", placed.at, { message, hint }, parsed.statement);
  }
}

/** What of a statement a PassRole is: roles, or nothing that can be passed. */
function givesRole(parsed: ParsedStatement): boolean {
  const passRole = findAction(PASS_ROLE);
  return !parsed.named || (passRole !== undefined && parsed.resources.some(({ term }) => worksOn(passRole, term)));
}

const IAM = pattern("iam");
const ANY_ROLE = pattern("role/?*");

/** `*`, and `role/*` of some account or of all; a name has at least one character. */
function isAnyRole(term: ResourceTerm): boolean {
  if (term.everything) return true;
  const { fields } = term.pattern;
  const service = fields?.[2];
  const resource = fields?.[5];
  if (service === undefined || resource === undefined || term.text.includes("${")) return false;
  return covers(service, IAM) && covers(resource, ANY_ROLE);
}

/** What every service's name fits: `*`, `*.amazonaws.com`. */
const ANY_SERVICE = /^[*?]+(\.amazonaws\.com(\.cn)?[*?]*)?$/;

/** Whether one of the conditions says which service; of one whose key is not known yet, that may be. */
function saysService({ statement }: ParsedStatement, key: string, accepts: (condition: Condition) => boolean): boolean {
  return statement.conditions.some((condition) => {
    if (hasToken(condition.key)) return true;
    if (condition.key.toLowerCase() !== key || condition.operator === "Null" || !accepts(condition)) return false;
    return /Not/.test(condition.operator) || !condition.values.some(({ value }) => ANY_SERVICE.test(String(value)));
  });
}

/** A condition that may be absent scopes nothing: Access Analyzer says the same of `IfExists`. */
function isScopedToService(parsed: ParsedStatement): boolean {
  return saysService(parsed, "iam:passedtoservice", ({ ifExists }) => !ifExists);
}

function checkServiceLinkedRole(context: Context, parsed: ParsedStatement): void {
  const placed = actionIn(parsed, CREATE_SLR);
  if (placed === undefined || context.grants.isDenied(CREATE_SLR, parsed)) return;
  const wide = parsed.resources.find(
    ({ term, at }) => isAnyRole(term) || /:role\/aws-service-role\/\*$/.test(at.value),
  );
  // Every request for such a role has the key.
  if (wide === undefined || saysService(parsed, "iam:awsservicename", () => true)) return;
  const message = `\`${placed.at.value}\` is allowed on \`${wide.at.value}\` for every service`;
  const hint = "name `role/aws-service-role/SERVICE.amazonaws.com/*`, or add a condition on `iam:AWSServiceName`";
  context.report("create-slr-wildcard", wide.at, { message, hint }, parsed.statement);
}

function checkPermissions(context: Context, parsed: ParsedStatement): void {
  const given = PERMISSIONS.filter((id) => gives(context, parsed, id));
  const placed = given[0] === undefined ? undefined : actionIn(parsed, given[0].toLowerCase());
  if (placed === undefined) return;
  const message = `${listOf(given)} ${given.length === 1 ? "changes" : "change"} who may use the Data Catalog`;
  const hint = "leave it to those who manage permissions";
  context.report("permissions-management", placed.at, { message, hint, about: given.join() }, parsed.statement);
}

/** One finding in the statement that has the last action of a way. */
function checkWays(context: Context, parsed: ParsedStatement): void {
  const here = openWays(context).filter(
    ({ actions }) => actions[0] !== undefined && gives(context, parsed, actions[0]),
  );
  const [first] = here;
  const placed = first?.actions[0] === undefined ? undefined : actionIn(parsed, first.actions[0].toLowerCase());
  if (first === undefined || placed === undefined) return;
  const ways = here.map(
    ({ pass, actions, how }) => `${listOf([...(pass ? ["iam:PassRole"] : []), ...actions])} ${how}`,
  );
  const hint = here.some(({ pass }) => !pass)
    ? "leave `glue:UpdateDevEndpoint` out: few need it"
    : "allow `iam:PassRole` on the role that is meant, with a condition on `iam:PassedToService`";
  const message = `whoever has ${ways.join("; ")}`;
  const about = here.flatMap(({ actions }) => actions).join();
  context.report("privilege-escalation", placed.at, { message, hint, about }, parsed.statement);
}

const opened = new WeakMap<Context, typeof WAYS>();

/** The ways that the whole policy opens. */
function openWays(context: Context): typeof WAYS {
  let ways = opened.get(context);
  if (ways === undefined) {
    const passes = context.parsedStatements.some((parsed) => passesAnything(context, parsed));
    ways = WAYS.filter(({ pass, actions }) => (!pass || passes) && actions.every((id) => isGiven(context, id)));
    opened.set(context, ways);
  }
  return ways;
}

function isGiven(context: Context, id: string): boolean {
  return context.parsedStatements.some((parsed) => parsed.allows && gives(context, parsed, id));
}

/** A PassRole on a named role or a prefix, with the service in a condition, opens no way. */
function passesAnything(context: Context, parsed: ParsedStatement): boolean {
  if (!parsed.allows || actionIn(parsed, PASS_ROLE) === undefined || !givesRole(parsed)) return false;
  if (context.grants.isDenied(PASS_ROLE, parsed)) return false;
  return parsed.resources.some(({ term }) => isAnyRole(term)) || !isScopedToService(parsed);
}

/** Whether a statement allows an action on something it works on, and no Deny takes it away. */
function gives(context: Context, parsed: ParsedStatement, id: string): boolean {
  const name = id.toLowerCase();
  if (actionIn(parsed, name) === undefined) return false;
  const action = findAction(name);
  if (action === undefined || context.grants.isDenied(name, parsed)) return false;
  return !parsed.named || parsed.resources.some(({ term }) => worksOn(action, term));
}

function actionIn({ actions }: ParsedStatement, id: string): PlacedAction | undefined {
  return actions.find(({ term }) => term.kind !== "open" && term.allows(id));
}
