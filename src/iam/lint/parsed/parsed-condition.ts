/** A condition, read for the rules. */

import { Memo } from "../../../text/memo";
import { hasToken } from "../../../text/tokens";
import { type ConditionKey, findConditionKey } from "../../data/authorization";
import type { Condition } from "../../document/policy";
import { type ConditionFamily, familyOfOperator } from "./condition-family";
import type { ParsedStatement } from "./parsed-statement";

/** One key of one operator, and what the two mean. */
export interface ParsedCondition {
  readonly condition: Condition;
  readonly parsed: ParsedStatement;
  /** Absent where no service has the key. */
  readonly key: ConditionKey | undefined;
  /** What the operator compares; absent if there is no such operator. */
  readonly family: ConditionFamily | undefined;
}

/** The conditions of a statement, without those whose key is not known yet. */
export function parseConditions(parsed: ParsedStatement): readonly ParsedCondition[] {
  return parsed.statement.conditions.flatMap((condition) =>
    hasToken(condition.key) && !isPlaceholderOfTag(condition.key)
      ? []
      : [{ condition, parsed, key: findKey(condition.key, parsed), family: familyOfOperator(condition.operator) }],
  );
}

const keys = new Memo<string, ConditionKey | undefined>(8192);

/** A key by its name; one that its own service does not have may be of a service of the statement. */
function findKey(name: string, { actions }: ParsedStatement): ConditionKey | undefined {
  if (name.length > 256 || isCut(name)) return undefined;
  const known = keys.get(name, findConditionKey);
  return known ?? findConditionKey(name, [...new Set(actions.map(({ term }) => term.service))]);
}

/**
 * `aws:ResourceTag/` names no tag, and neither does the placeholder of AWS's pages nor a wildcard. AmazonEBSCSIDriverPolicy has
 * `aws:RequestTag/kubernetes.io/cluster/*`.
 */
function isCut(name: string): boolean {
  return name.endsWith("/") || isPlaceholderOfTag(name) || /Tag\/[*?]+$/i.test(name);
}

function isPlaceholderOfTag(name: string): boolean {
  return /^[a-z0-9-]+:\w*Tag\/\$\{TagKey\}$/i.test(name);
}
