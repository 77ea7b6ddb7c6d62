/** What a policy seems to be where neither its place nor anybody says so: its elements tell it. */
import type { Located, PolicyType, Principal, Statement } from "./policy";
import { policyKind } from "./policy-kinds";
import { isOfRcp } from "./rcp-services";
import { hasNoResourcePolicies } from "./services-without-policies";

/**
 * A principal makes it a resource policy, or a role's trust policy where only actions of STS stand in it. A `Resource` does
 * not speak against trust, because it is a common mistake there, unless somebody is denied something on resources and nobody
 * is named: that is a resource control policy.
 *
 * Two kinds that only limit look like resource policies. The policy of a new VPC endpoint lets everybody do everything with
 * everything, and others let everybody use several buckets; a resource's own policy names that resource alone. Where the resources of
 * the services have no policies at all, it can be of an endpoint only.
 */
function guessType(statements: readonly Statement[]): PolicyType {
  const named = statements.filter(({ principals, notPrincipals }) => (principals ?? notPrincipals) !== undefined);
  if (named.length === 0) return "identity";
  const actions = statements.flatMap((statement) => statement.actions ?? []);
  const isOfSts = actions.length > 0 && actions.every(({ value }) => /^sts:/i.test(value));
  const isForEverybody = statements.every(({ principals }) => isEverybody(principals));
  if (statements.every(isOfResourceControl)) return "rcp";
  if (isOfSts) return isForEverybody && statements.some(isOfResourceControl) ? "rcp" : "trust";
  if (isForEverybody && statements.every(isWithoutResourcePolicies)) return "vpc-endpoint";
  if (statements.every(isFullAccess) || (isForEverybody && bucketsIn(statements).size > 1)) return "vpc-endpoint";
  return "resource";
}

/**
 * The type, where the names of a file and its folders say one too. They count among the kinds that look alike: those without
 * `Principal`, or those with one that are no trust policies.
 */
export function guessTypeByName(statements: readonly Statement[], byName: PolicyType | undefined): PolicyType {
  const guess = guessType(statements);
  if (byName === undefined || guess === "trust") return guess;
  const namesPrincipals = policyKind(byName).principal !== "none";
  return namesPrincipals === (guess !== "identity") ? byName : guess;
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

function isFullAccess({ effect, conditions, actions, resources }: Statement): boolean {
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
