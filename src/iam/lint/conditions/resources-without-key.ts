/** Of the resources that a request names, those that never have a condition key. */
import { arnCovers } from "../../arn/arn-match";
import { type ActionInfo, acceptedTypes, actionHasKey } from "../../data/authorization";
import type { AwsResourceType } from "../../data/service-data";
import { isPositive } from "../../document/condition-operator";
import type { Condition } from "../../document/policy";
import type { ParsedCondition } from "../parsed/parsed-condition";
import type { ResourceTerm } from "../parsed/resource-term";

/** An action that a Deny takes away in any case, and why. */
export interface DeniedAnyway {
  readonly action: string;
  /** Types of which each request names a resource, and that have no such key. */
  readonly without: readonly string[];
  /** The ARNs of those that have it. */
  readonly arns: readonly string[];
}

/**
 * Services that check each resource of a request by itself, with its own keys. Amazon EC2 User Guide, "Condition keys": a request that
 * launches instances names an image, a subnet and others, and only the instance has `ec2:InstanceType`.
 */
const EACH_RESOURCE = ["ec2"];

/**
 * The actions that a Deny with a negated operator takes away whatever the value is: each request names a resource, too, that the
 * statement covers and that has no such key, and of a key that is absent the operator holds.
 */
export function deniedAnyway({ condition, parsed, key }: ParsedCondition): readonly DeniedAnyway[] {
  if (!parsed.denies || key === undefined || condition.ifExists || condition.set !== undefined) return [];
  if (key.global && !OF_NEW_RESOURCE.test(condition.key)) return [];
  if (condition.operator === "Null" ? !isAbsence(condition) : isPositive(condition)) return [];
  if (!parsed.named) return [];
  const resources = parsed.resources.map(({ term }) => term);
  return parsed.actions.flatMap(({ at, term: { info } }) => {
    if (info === undefined || !EACH_RESOURCE.includes(info.service)) return [];
    const without = info.requires.filter(
      (name) => !hasKey(info, name, condition.key) && isCovered(info, name, resources),
    );
    const arns = acceptedTypes(info)
      .filter(({ name }) => hasKey(info, name, condition.key))
      .map((type) => allOf(type, "aws"));
    return without.length === 0 || arns.length === 0 ? [] : [{ action: at.value, without, arns }];
  });
}

/** Tags that a request gives to the resources that it makes: those that it only uses have none. */
const OF_NEW_RESOURCE = /^aws:RequestTag\//i;

function isAbsence({ values }: Condition): boolean {
  return values.every(({ value }) => String(value).toLowerCase() === "true");
}

function hasKey(action: ActionInfo, type: string, key: string): boolean {
  return actionHasKey(action, key, [type]);
}

/** Whether every resource of the type is one of those of the statement. */
function isCovered(action: ActionInfo, name: string, resources: readonly ResourceTerm[]): boolean {
  const type = acceptedTypes(action).find((one) => one.name === name);
  return (
    type !== undefined &&
    resources.some((term) => term.matchesEverything || arnCovers(term.pattern, allOf(type, partitionOf(term))))
  );
}

function partitionOf({ text }: ResourceTerm): string {
  return /^arn:([^:]*):/.exec(text)?.[1] ?? "aws";
}

/** Every ARN of a type. */
function allOf({ arn }: AwsResourceType, partition: string): string {
  return arn.replace("${Partition}", partition).replace(/\$\{[^}]*\}/g, "*");
}

/**
 * Whether none of the resources that a statement names for an action ever has a condition key that the action has for others:
 * `ec2:AssociatePublicIpAddress` is a key of network interfaces, and not of instances.
 */
export function hasKeyNowhere({ condition, parsed, key }: ParsedCondition): readonly string[] {
  if (key === undefined || key.global || condition.ifExists || !isPositive(condition)) return [];
  if (!parsed.named || parsed.everywhere || parsed.unresolved) return [];
  return parsed.actions.flatMap(({ at, term: { info } }) => {
    if (info === undefined || !EACH_RESOURCE.includes(info.service)) return [];
    const types = acceptedTypes(info);
    const named = types.filter((type) => parsed.resources.some(({ term }) => term.is(type)));
    const isElsewhere = types.some(({ name }) => hasKey(info, name, condition.key));
    const isHere = named.some(({ name }) => hasKey(info, name, condition.key));
    return named.length > 0 && isElsewhere && !isHere ? [at.value] : [];
  });
}
