/** Conditions that several actors share. */
import type { GrantCondition, Terms } from "./terms";

/** The networks in which a job or a session may run; an empty list does not limit them. */
export interface GuardRails<L> {
  readonly vpcIds: L;
  readonly subnetIds: L;
  readonly securityGroupIds: L;
}

/** A role may be handed to AWS Glue and to no other service. */
export function passedToGlue<T, L, B, P>(terms: Terms<T, L, B, P>): GrantCondition<L, B> {
  return { test: "StringEquals", variable: "iam:PassedToService", values: terms.list(["glue.amazonaws.com"]) };
}

/**
 * Each network of the request is one of the list, and there is one at all: `ForAllValues` alone lets those pass that have
 * none. CreateJob, UpdateJob and CreateSession have these keys (AWS Glue guide, "Control settings using condition keys").
 */
export function guardRails<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  { vpcIds, subnetIds, securityGroupIds }: GuardRails<L>,
): readonly GrantCondition<L, B>[] {
  const lists = [
    ["glue:VpcIds", vpcIds],
    ["glue:SubnetIds", subnetIds],
    ["glue:SecurityGroupIds", securityGroupIds],
  ] as const;
  return lists.flatMap(([variable, values]) => [
    { test: "ForAllValues:StringEquals", variable, values, isNeeded: terms.hasAny(values) },
    { test: "Null", variable, values: terms.list(["false"]), isNeeded: terms.hasAny(values) },
  ]);
}
