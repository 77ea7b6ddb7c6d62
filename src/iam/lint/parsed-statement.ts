/** A statement, read for the rules. */
import type { Condition, PolicyDocument, Statement } from "../document/policy";
import { actionTerm, type PlacedAction } from "./action-term";
import { type PlacedResource, resourceTerm } from "./resource-term";

/** A statement and what its lists mean. */
export interface ParsedStatement {
  readonly statement: Statement;
  readonly allows: boolean;
  readonly denies: boolean;
  readonly actions: readonly PlacedAction[];
  readonly resources: readonly PlacedResource[];
  /** Whether it names its resources: not with `NotResource`, and not by having none. */
  readonly named: boolean;
  /** Whether one of its resources is `*`. */
  readonly everywhere: boolean;
  /** Whether a resource is not an ARN, so that nobody knows what the statement is about. */
  readonly unresolved: boolean;
}

/** Reads the statements of a document. */
export function parseStatements({ statements }: PolicyDocument): readonly ParsedStatement[] {
  return statements.map((statement) => {
    const resources = (statement.resources ?? []).map((at) => ({ at, term: resourceTerm(at.value) }));
    return {
      statement,
      allows: statement.effect?.value === "Allow",
      denies: statement.effect?.value === "Deny",
      actions: (statement.actions ?? []).map((at) => ({ at, term: actionTerm(at.value) })),
      resources,
      named: resources.length > 0 && statement.notResources === undefined,
      everywhere: resources.some(({ term }) => term.everything),
      unresolved: resources.some(({ term }) => term.unresolved),
    };
  });
}

/** Whether the statement gives everything: `*` on `*`. Then all else that could be said of it is in that. */
export function isAdmin(parsed: ParsedStatement): boolean {
  return parsed.allows && parsed.everywhere && parsed.actions.some(({ term }) => term.kind === "all");
}

/** Conditions on a key; of the operator, only those that hold when a value is there and fits. */
export function positiveConditions(parsed: ParsedStatement, key: string): readonly Condition[] {
  const name = key.toLowerCase();
  return parsed.statement.conditions.filter(
    (condition) => condition.key.toLowerCase() === name && isPositive(condition) && !condition.ifExists,
  );
}

/**
 * Whether a condition demands a value that fits: not that it be absent, and not that it differ. `ForAllValues` demands
 * none: it holds where a request has no value at all.
 */
export function isPositive({ operator, set }: Condition): boolean {
  return operator !== "Null" && set !== "ForAllValues" && !/Not/.test(operator);
}
