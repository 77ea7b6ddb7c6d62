/** Actions that hand a role to a service: on which roles and for which services a statement allows them. */

import { hasToken } from "../../../text/tokens";
import { parseArn } from "../../arn/arn";
import { findAction } from "../../data/authorization";
import { covers, isOpen, matches, pattern } from "../../document/pattern";
import type { Condition } from "../../document/policy";
import type { KnownRole } from "../options";
import type { PlacedAction } from "../parsed/action-term";
import { type ParsedStatement, positiveConditions } from "../parsed/parsed-statement";
import { type ResourceTerm, worksOn } from "../parsed/resource-term";

/** Hands a role to a service. */
export const PASS_ROLE = "iam:passrole";
/** Makes the role of a service in the account. */
export const CREATE_SERVICE_LINKED_ROLE = "iam:createservicelinkedrole";

/** The first action of a statement that allows an action, given in lower case. */
export function actionThatAllows({ actions }: ParsedStatement, id: string): PlacedAction | undefined {
  return actions.find(({ term }) => term.kind !== "open" && term.allows(id));
}

/** Whether the resources of a statement hold a role that can be passed. */
export function namesRoles(parsed: ParsedStatement): boolean {
  const passRole = findAction(PASS_ROLE);
  return !parsed.named || (passRole !== undefined && parsed.resources.some(({ term }) => worksOn(passRole, term)));
}

const IAM = pattern("iam");
const ANY_ROLE = pattern("role/?*");

/** `*`, and `role/*` of one account or of all; a name has at least one character. */
export function isAnyRole(term: ResourceTerm): boolean {
  if (term.matchesEverything) return true;
  const { fields } = term.pattern;
  const service = fields?.[2];
  const resource = fields?.[5];
  // The account need not be known.
  if (service === undefined || resource === undefined || isOpen(service) || isOpen(resource)) return false;
  return covers(service, IAM) && covers(resource, ANY_ROLE);
}

/** Patterns that the name of every service fits: `*`, `*.amazonaws.com`. */
const ANY_SERVICE = /^[*?]+(\.amazonaws\.com(\.cn)?[*?]*)?$/;

/** Whether one of the accepted conditions on a key says which service; a condition whose key is not known yet may do so. */
export function namesService(
  { statement }: ParsedStatement,
  key: string,
  accepts: (condition: Condition) => boolean,
): boolean {
  return statement.conditions.some((condition) => {
    if (hasToken(condition.key)) return true;
    if (condition.key.toLowerCase() !== key || condition.operator === "Null" || !accepts(condition)) return false;
    return /Not/.test(condition.operator) || !condition.values.some(({ value }) => ANY_SERVICE.test(String(value)));
  });
}

/**
 * Whether each role of a statement is one that a single service takes, by trust policies that are known or by its path: then nobody can
 * pass it to another.
 */
export function isTakenByOneService({ resources, named }: ParsedStatement, roles: readonly KnownRole[] = []): boolean {
  if (!named) return false;
  return resources.every(({ at }) => {
    if (isOfLinkedService(at.value)) return true;
    const meant = roles.filter(isRoleOf(at.source ?? at.value));
    const services = new Set(meant.flatMap((role) => role.services));
    return services.size === 1 && meant.every((role) => role.services.length === 1);
  });
}

/** Whether a resource is a service-linked role: its path names the one service that it trusts. */
function isOfLinkedService(resource: string): boolean {
  return /^role\/aws-service-role\/[a-z0-9.-]+\/./.test(parseArn(resource)?.resource ?? "");
}

const BY_ADDRESS = /^\$\{(aws_iam_role\.[\w-]+)(?:\[.*\])?\.(arn|name|id)\}$/s;

/** `${TaskRole.Arn}` of a template of CloudFormation, and `${TaskRole}`, which is its name. */
const BY_LOGICAL_ID = /^\$\{([A-Za-z0-9]+)(\.Arn)?\}$/;

/** The role that a reference means, and whether by its ARN or by its name. */
function referredRole(text: string): { readonly address: string; readonly by: "arn" | "name" } | undefined {
  const [, address, attribute] = BY_ADDRESS.exec(text) ?? [];
  if (address !== undefined) return { address, by: attribute === "arn" ? "arn" : "name" };
  const [, logicalId, suffix] = BY_LOGICAL_ID.exec(text) ?? [];
  return logicalId === undefined ? undefined : { address: logicalId, by: suffix === undefined ? "name" : "arn" };
}

/** Which role an ARN names: by the reference to it, or by its name. */
function isRoleOf(resource: string): (role: KnownRole) => boolean {
  const whole = referredRole(resource);
  if (whole !== undefined) return ({ address }) => whole.by === "arn" && address === whole.address;
  const arn = parseArn(resource);
  const name = arn?.service === "iam" && arn.resource.startsWith("role/") ? arn.resource.slice(5) : undefined;
  if (name === undefined || /[*?]/.test(name)) return () => false;
  const named = referredRole(name);
  return (role) => (named?.by === "name" && role.address === named.address) || role.name === name;
}

/**
 * Whether the role can be passed to some services only. `IfExists` takes nothing from that as far as anybody has seen: every request that
 * passes a role names the service, and 13 of the 236 managed policies of AWS with such a condition have it.
 */
export function isScopedToService(parsed: ParsedStatement): boolean {
  return namesService(parsed, "iam:passedtoservice", () => true);
}

/** The services that a condition names as those that may get the role; none where it leaves others open or is not known yet. */
export function servicesThatTake(parsed: ParsedStatement): readonly string[] {
  if (!isScopedToService(parsed)) return [];
  const named = positiveConditions(parsed, "iam:passedtoservice").filter(({ set }) => set !== "ForAllValues");
  const values = named[0]?.values.map(({ value }) => String(value)) ?? [];
  return values.some((value) => hasToken(value) || /[*?]/.test(value)) ? [] : values;
}

/** Whether the conditions let a role go to a service; what is not known yet may. */
export function mayPassTo({ statement }: ParsedStatement, service: string): boolean {
  return statement.conditions.every(({ key, operator, values }) => {
    if (key.toLowerCase() !== "iam:passedtoservice" || operator === "Null") return true;
    const fits = values.map(({ value }) => String(value)).some((value) => mayBe(operator, value, service));
    return /Not/.test(operator) ? !fits : fits;
  });
}

/** `StringEquals` takes a wildcard for a character. */
function mayBe(operator: string, value: string, service: string): boolean {
  const text = value.toLowerCase();
  if (hasToken(text)) return !/Not/.test(operator);
  return /Like$/.test(operator) ? matches(pattern(text), service) : text === service || text === `${service}.cn`;
}
