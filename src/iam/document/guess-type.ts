/** What a policy seems to be where neither its place nor anybody says so: its elements tell it. */
import { isOneEditFrom } from "../../text/suggest-name";
import type { Located, PolicyType, Principal, Statement } from "./policy";
import { policyKind } from "./policy-kinds";
import { isOfRcp } from "./rcp-services";
import { hasNoResourcePolicies } from "./services-without-policies";

/**
 * A principal makes it a resource policy, or a role's trust policy where only actions of STS stand in it, or where its structure is that
 * of one: see `isTrustByStructure`. A `Resource` does not speak against trust, because it is a common mistake there, unless nobody is
 * named: then it is a resource control policy if it denies, and may be that of a VPC endpoint if it allows.
 *
 * Two kinds that only limit look like resource policies. The policy of a new VPC endpoint lets everybody do everything with
 * everything, and others let everybody use several buckets; a resource's own policy names that resource alone. Where the resources of
 * the services have no policies at all, it can be of an endpoint only.
 */
function guessType(statements: readonly Statement[]): PolicyType {
  const named = statements.filter(({ principals, notPrincipals }) => (principals ?? notPrincipals) !== undefined);
  if (named.length === 0) return "identity";
  const actions = statements.flatMap((statement) => statement.actions ?? []);
  const isOfSts = actions.length > 0 && actions.every(({ value }) => isOfTrust(value));
  const isForEverybody = statements.every(({ principals }) => isEverybody(principals));
  if (statements.every(isOfResourceControl)) return "rcp";
  if (isOfSts && isForEverybody && statements.some(isOfResourceControl)) return "rcp";
  if (isOfSts) return isForEverybody && statements.every(isOfStsEndpoint) ? "vpc-endpoint" : "trust";
  if (isTrustByStructure(statements)) return "trust";
  if (isForEverybody && statements.every(isWithoutResourcePolicies)) return "vpc-endpoint";
  if (statements.every(isFullAccess) || (isForEverybody && bucketsIn(statements).size > 1)) return "vpc-endpoint";
  return "resource";
}

/**
 * The type, where the names of a file and its folders say one too. They count among the kinds that look alike: those without
 * `Principal`, or those with one. Of the latter a trust policy is none where every statement has a `Resource`, and of the others none
 * is one where any has.
 */
export function guessTypeByName(statements: readonly Statement[], byName: PolicyType | undefined): PolicyType {
  const guess = guessType(statements);
  if (byName === undefined) return guess;
  if (guess === "trust" && !(byName === "vpc-endpoint" && statements.every(hasResource))) return guess;
  if (byName === "trust" && statements.some(hasResource)) return guess;
  const namesPrincipals = policyKind(byName).principal !== "none";
  return namesPrincipals === (guess !== "identity") ? byName : guess;
}

/** Operations with which somebody takes a role, or says more of the session: no other service has actions of these names. */
const ROLE_OPERATIONS = [
  "assumerole",
  "assumerolewithsaml",
  "assumerolewithwebidentity",
  "setsourceidentity",
  "tagsession",
];

/** Whether an action is one of a trust policy but for its prefix or a letter of its name: `st:AssumeRole`, `AssumeRole`. */
function takesRole(action: string): boolean {
  const name = action.slice(action.lastIndexOf(":") + 1).toLowerCase();
  return ROLE_OPERATIONS.some((known) => name === known || isOneEditFrom(name, known));
}

/**
 * Whether statements without `Resource` are those of a trust policy: where an action takes a role, where somebody comes from an identity
 * provider, where services alone are let in for everything, or where no resource of the services has a policy. Other policies without `Resource` may be those of a repository of ECR, of a
 * file system, and of other resources whose services do not ask for it.
 */
function isTrustByStructure(statements: readonly Statement[]): boolean {
  if (statements.some(hasResource)) return false;
  const principals = statements.flatMap((statement) => statement.principals ?? statement.notPrincipals ?? []);
  if (statements.some(({ actions = [] }) => actions.some(({ value }) => isOfTrust(value)))) return true;
  if (principals.some(({ kind }) => kind === "Federated")) return true;
  const isForServices = principals.every(({ kind }) => kind === "Service");
  if (isForServices && statements.every(({ actions }) => isStarAlone(actions))) return true;
  return !isEverybody(principals) && statements.every(isWithoutResourcePolicies);
}

/**
 * Whether a statement for everybody is one of a VPC endpoint of STS. Without a condition, and with nothing but actions that take a role,
 * it is more likely a trust policy with two mistakes, and somebody has to see that it is open.
 */
function isOfStsEndpoint(statement: Statement): boolean {
  const { actions = [], conditions } = statement;
  return hasResource(statement) && (conditions.length > 0 || !actions.every(({ value }) => takesRole(value)));
}

function isOfTrust(action: string): boolean {
  return /^sts:/i.test(action) || takesRole(action);
}

function hasResource({ resources, notResources }: Statement): boolean {
  return resources !== undefined || notResources !== undefined;
}

function servicesOf({ actions = [] }: Statement): readonly string[] {
  return actions.map(({ value }) => value.slice(0, Math.max(0, value.indexOf(":"))).toLowerCase());
}

/** Whether its actions are all of services whose resources have no policies. */
function isWithoutResourcePolicies(statement: Statement): boolean {
  const services = servicesOf(statement);
  return services.length > 0 && services.every(hasNoResourcePolicies);
}

function isOfResourceControl(statement: Statement): boolean {
  const { effect, principals, resources = [] } = statement;
  const services = servicesOf(statement);
  const isOfSts = services.every((service) => service === "sts");
  return (
    effect?.value === "Deny" &&
    isEverybody(principals) &&
    services.length > 0 &&
    services.every(isOfRcp) &&
    resources.length > 0 &&
    (isOfSts || resources.every(({ value }) => value === "*"))
  );
}

/** Whether a statement allows everything: AWS writes the policy of a new VPC endpoint so, for everybody. */
export function isFullAccess({ effect, conditions, actions, resources }: Statement): boolean {
  return effect?.value === "Allow" && conditions.length === 0 && isStarAlone(actions) && isStarAlone(resources);
}

/** The names of buckets that the statements name in full. */
function bucketsIn(statements: readonly Statement[]): ReadonlySet<string> {
  const resources = statements.flatMap((statement) => statement.resources ?? []);
  return new Set(resources.flatMap(({ value }) => /^arn:[\w-]+:s3:::([^/*?${}]+)(?:\/|$)/.exec(value)?.[1] ?? []));
}

function isEverybody(principals: readonly Principal[] = []): boolean {
  return principals.length > 0 && principals.every(({ kind }) => kind === "*");
}

function isStarAlone(list: readonly Located<string>[] = []): boolean {
  return list.length === 1 && list[0]?.value === "*";
}
