/** A statement, parsed for the rules. */
import { memoizeByObject } from "../../../text/memo";
import { needsKey } from "../../document/condition-operator";
import type { Condition, PolicyDocument, PolicyType, Statement } from "../../document/policy";
import { actionTerm, type PlacedAction } from "./action-term";
import { type PlacedResource, placedResource } from "./resource-term";

/** A statement and the meaning of its lists. */
export interface ParsedStatement {
  readonly statement: Statement;
  readonly allows: boolean;
  readonly denies: boolean;
  readonly actions: readonly PlacedAction[];
  readonly resources: readonly PlacedResource[];
  /** Whether it has `Resource`, and not `NotResource`. */
  readonly named: boolean;
  /** Whether one of its resources is `*`. */
  readonly everywhere: boolean;
  /** Whether one of its resources is not an ARN, so that the resources of the statement are not known. */
  readonly unresolved: boolean;
}

/** Parses the statements of a document. */
export function parseStatements({ statements, type }: PolicyDocument): readonly ParsedStatement[] {
  return statements.map((statement) => {
    const resources = (statement.resources ?? []).map((at) => placedResource(at, type));
    return {
      statement,
      allows: hasEffect(statement, type, "Allow"),
      denies: hasEffect(statement, type, "Deny"),
      actions: (statement.actions ?? []).map((at) => ({ at, term: actionTerm(at.value) })),
      resources,
      named: resources.length > 0 && statement.notResources === undefined,
      everywhere: resources.some(({ term }) => term.matchesEverything),
      unresolved: resources.some(({ term }) => term.unresolved),
    };
  });
}

/** In a trust policy AWS takes the effect in any case of letters: see `invalid-effect`. */
function hasEffect({ effect }: Statement, type: PolicyType, wanted: "Allow" | "Deny"): boolean {
  const written = effect?.value;
  return written === wanted || (type === "trust" && written?.toLowerCase() === wanted.toLowerCase());
}

/** The same, cached: for documents that stand beside many others. */
export const parseStatementsOnce = memoizeByObject(parseStatements);

/** Whether the statement allows everything: `*` on `*`. Then `full-admin` reports it, and the other rules about breadth do not. */
export function isAdmin(parsed: ParsedStatement): boolean {
  return parsed.allows && parsed.everywhere && parsed.actions.some(({ term }) => term.kind === "all");
}

/** The conditions on a key that hold only if a request has the key with a value that fits. */
export function positiveConditions(parsed: ParsedStatement, key: string): readonly Condition[] {
  const name = key.toLowerCase();
  return parsed.statement.conditions.filter((condition) => condition.key.toLowerCase() === name && needsKey(condition));
}
