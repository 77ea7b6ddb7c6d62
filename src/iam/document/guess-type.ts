/** What a policy seems to be where neither its place nor anybody says so: its elements tell it. */
import type { Located, PolicyType, Principal, Statement } from "./policy";
import { isOfRcp } from "./rcp-services";

/**
 * A principal makes it a resource policy, or a role's trust policy where only actions of STS stand in it. A `Resource` does
 * not speak against trust, because it is a common mistake there, unless somebody is denied something on resources and nobody
 * is named: that is a resource control policy.
 *
 * Two kinds that only limit look like resource policies. The policy of a new VPC endpoint lets everybody do everything with
 * everything, and others let everybody use several buckets; a resource's own policy names that resource alone.
 */
export function guessType(statements: readonly Statement[]): PolicyType {
  const named = statements.filter(({ principals, notPrincipals }) => (principals ?? notPrincipals) !== undefined);
  if (named.length === 0) return "identity";
  const actions = statements.flatMap((statement) => statement.actions ?? []);
  const isOfSts = actions.length > 0 && actions.every(({ value }) => /^sts:/i.test(value));
  const isForEverybody = statements.every(({ principals }) => isEverybody(principals));
  if (statements.every(isOfResourceControl)) return "rcp";
  if (isOfSts) return isForEverybody && statements.some(isOfResourceControl) ? "rcp" : "trust";
  if (statements.every(isFullAccess) || (isForEverybody && bucketsIn(statements).size > 1)) return "vpc-endpoint";
  return "resource";
}

function isOfResourceControl({ effect, principals, actions = [], resources = [] }: Statement): boolean {
  const services = actions.map(({ value }) => value.slice(0, Math.max(0, value.indexOf(":"))).toLowerCase());
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
