/** Chooses between resources of one name: a plan that works in two accounts may have a role twice. */
import type { Instance } from "./instances";
import type { References } from "./references";

/**
 * The resource that an argument of another resource refers to: the one in its expression, else the one with the same
 * provider, else the one in the same module. Undefined if that leaves several, or none.
 */
export function nearestOf(
  candidates: readonly Instance[],
  user: Instance,
  argument: string,
  references: References,
): Instance | undefined {
  if (onlyOne(candidates)) return candidates[0];
  const meant = new Set(references.of(user, argument).instances);
  const referred = candidates.filter((one) => meant.has(one));
  if (onlyOne(referred)) return referred[0];
  const provider = references.configured(user)?.provider;
  const tests: readonly ((one: Instance) => boolean)[] = [
    (one) => provider !== undefined && references.configured(one)?.provider === provider,
    (one) => one.module === user.module,
  ];
  let left = referred.length > 0 ? referred : candidates;
  for (const test of tests) {
    const fitting = left.filter(test);
    if (onlyOne(fitting)) return fitting[0];
    if (fitting.length > 0) left = fitting;
  }
  return undefined;
}

/** Whether all have one address: a resource that is forgotten and created again is listed twice. */
function onlyOne(instances: readonly Instance[]): boolean {
  const [first] = instances;
  return first !== undefined && instances.every(({ address }) => address === first.address);
}
