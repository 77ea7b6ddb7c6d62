/** Statements while they are put together: what an action needs, and what has one need. */
import type { PlainConditions } from "../document/plain-policy";

/** One action and all that it is granted on. */
export interface Need {
  readonly action: string;
  /** Sorted. */
  readonly resources: readonly string[];
  readonly condition?: PlainConditions;
  readonly sid?: string;
  readonly reason: string;
}

/** Actions with one need. */
export interface StatementDraft {
  readonly sid?: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: PlainConditions;
  readonly reasons: readonly string[];
}

/** A draft that has its name. */
export interface NamedDraft extends StatementDraft {
  readonly sid: string;
}

/** Whether a statement is on everything. */
export function isOnAll({ resources }: StatementDraft): boolean {
  return resources.includes("*");
}

/** A condition as a text: the same for the same meaning. */
export function conditionKey(condition: PlainConditions | undefined): string {
  const sortKeys = (value: unknown): unknown => {
    if (Array.isArray(value)) return [...value].map(String).sort();
    if (typeof value !== "object" || value === null) return [String(value)];
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]);
  };
  return JSON.stringify(sortKeys(condition ?? {}));
}
