/** Whom conditions let in where a statement allows everybody: the accounts or organizations that they name. */
import { hasToken } from "../../text/tokens";
import { uniqueSorted } from "../../text/unique-sorted";
import { needsKey, parseOperator } from "../document/condition-operator";
import type { AccessCondition } from "./types";

/** Who is left of everybody. */
export interface LimitedTo {
  /** Accounts, and ARNs of roles and users. */
  readonly names: readonly string[];
  readonly organizations: readonly string[];
}

/**
 * Keys of the account that a request comes from, or that a service acts for.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html, "The meaning of public"
 */
const ACCOUNTS = /^(?:aws:(?:PrincipalAccount|SourceAccount|SourceOwner)|kms:CallerAccount)$/i;
const ORGANIZATIONS = /^aws:(?:Principal|Source)Org(?:ID|Paths)$/i;
const PRINCIPAL_ARN = /^aws:PrincipalArn$/i;
const SOURCE_ARN = /^aws:SourceArn$/i;

/** Every request has these keys, so that `IfExists` takes nothing from a condition on them. */
const ALWAYS_THERE = /^aws:Principal(?:Arn|Account)$/i;

/** Who is let in; undefined if anybody may be under one of the sets. */
export function limitedTo(sets: readonly (readonly AccessCondition[])[]): LimitedTo | undefined {
  const found = sets.map(limitedBySet);
  const limits = found.filter((one) => one !== undefined);
  if (limits.length === 0 || limits.length < found.length) return undefined;
  return {
    names: uniqueSorted(limits.flatMap(({ names }) => names)),
    organizations: uniqueSorted(limits.flatMap(({ organizations }) => organizations)),
  };
}

/** All conditions of a set have to hold: one that names accounts says more than one that names an organization. */
function limitedBySet(set: readonly AccessCondition[]): LimitedTo | undefined {
  const limits = set.map(limitedByCondition).filter((one) => one !== undefined);
  return limits.find(({ names }) => names.length > 0) ?? limits[0];
}

function limitedByCondition({ operator, key, values }: AccessCondition): LimitedTo | undefined {
  const parts = parseOperator(operator);
  if (!needsKey({ ...parts, ifExists: parts.ifExists && !ALWAYS_THERE.test(key) })) return undefined;
  if (ORGANIZATIONS.test(key)) {
    const isNamed = values.every((value) => /^o-[a-z0-9]+(?:\/|$)/i.test(value) || hasToken(value));
    return isNamed ? { names: [], organizations: values.map((value) => value.replace(/\/.*$/s, "")) } : undefined;
  }
  const names = values.map((value) => nameIn(key, value));
  return names.every((name) => name !== undefined) ? { names, organizations: [] } : undefined;
}

function nameIn(key: string, value: string): string | undefined {
  if (ACCOUNTS.test(key)) return /^\d{12}$/.test(value) ? value : undefined;
  const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(value)?.[1];
  if (account === undefined) return undefined;
  if (PRINCIPAL_ARN.test(key)) return value;
  return SOURCE_ARN.test(key) ? account : undefined;
}
