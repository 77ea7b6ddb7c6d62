/** What one rule tells of a plan. */
import type { Configuration } from "../../../src/terraform/plan/plan";
import { configurationOf, findingsOf, type GivenChange, type GivenPlan } from "../support";

/** The findings of a rule as `level: message`. */
export function toldBy(code: string, given: GivenPlan): readonly string[] {
  return findingsOf(given)
    .filter((text) => text.startsWith(`${code} `))
    .map((text) => text.slice(code.length + 1));
}

/** A plan that creates one resource. */
export function created(address: string, after: GivenChange["after"], rest: Partial<GivenChange> = {}): GivenPlan {
  return { changes: [{ address, after, ...rest }] };
}

/** A plan that changes one resource. */
export function updated(
  address: string,
  before: GivenChange["before"],
  after: GivenChange["after"],
  rest: Partial<GivenChange> = {},
): GivenPlan {
  return { changes: [{ address, before, after, ...rest }] };
}

/** A plan that destroys one resource. */
export function removed(address: string, before: GivenChange["before"] = {}): GivenPlan {
  return { changes: [{ address, before }] };
}

/** A name, a plan, and what is told of it. */
export type AccessCase = readonly [name: string, given: GivenPlan, want: readonly string[]];

/** A configuration in which an argument of a resource refers to names. */
export function withReferences(address: string, argument: string, ...names: readonly string[]): Configuration {
  const given = configurationOf({ resources: { [address]: [] } });
  return { ...given, resources: given.resources.map((one) => ({ ...one, references: new Map([[argument, names]]) })) };
}
