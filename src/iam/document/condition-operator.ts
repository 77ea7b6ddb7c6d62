/** Names of condition operators: `ForAnyValue:StringLikeIfExists` is a set, an operator and a suffix. */
import type { Condition } from "./policy";

const SETS = ["ForAllValues", "ForAnyValue"] as const;
const IF_EXISTS = "IfExists";

/** The parts of an operator's name. */
export type OperatorParts = Pick<Condition, "operator" | "set" | "ifExists">;

/** Takes an operator's name apart; the operator stays as written, known or not. */
export function parseOperator(name: string): OperatorParts {
  const set = SETS.find((prefix) => name.startsWith(`${prefix}:`));
  const bare = set === undefined ? name : name.slice(set.length + 1);
  const ifExists = bare.endsWith(IF_EXISTS);
  const operator = ifExists ? bare.slice(0, -IF_EXISTS.length) : bare;
  if (operator === "") return { operator: name, ifExists: false };
  return set === undefined ? { operator, ifExists } : { operator, set, ifExists };
}

/** The name as a policy writes it. */
export function operatorName({ operator, set, ifExists }: OperatorParts): string {
  return `${set === undefined ? "" : `${set}:`}${operator}${ifExists ? IF_EXISTS : ""}`;
}

/**
 * Whether a condition requires a value that fits, and neither that the key is absent nor that its value differs.
 * `ForAllValues` requires no value: it also holds for a request without the key.
 */
export function isPositive({ operator, set }: Pick<OperatorParts, "operator" | "set">): boolean {
  return operator !== "Null" && set !== "ForAllValues" && !/Not/.test(operator);
}

/** Whether a request meets a condition only if it has the key, with a value that fits. */
export function needsKey(condition: OperatorParts): boolean {
  return isPositive(condition) && !condition.ifExists;
}
