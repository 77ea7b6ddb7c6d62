/**
 * Statements of a policy while they are compiled: first one need for each action, then drafts that join the actions of equal
 * needs.
 */
import { compareTexts } from "../../text/compare-texts";
import type { PlainConditions } from "../document/plain-policy";

/** One action, with the resources and the condition that it is granted on. */
export interface Need {
  readonly action: string;
  /** Sorted. */
  readonly resources: readonly string[];
  readonly condition?: PlainConditions;
  readonly sid?: string;
  readonly reason: string;
}

/** Actions that share one statement. */
export interface StatementDraft {
  readonly sid?: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: PlainConditions;
  readonly reasons: readonly string[];
}

/** A draft with its final Sid. */
export interface NamedDraft extends StatementDraft {
  readonly sid: string;
}

/** Whether the resources include `*`. */
export function isOnAllResources({ resources }: StatementDraft): boolean {
  return resources.includes("*");
}

/**
 * A key of a condition block: equal for conditions that differ only in the order of keys or values, or in a list around a single
 * value.
 */
export function conditionKey(condition: PlainConditions | undefined): string {
  const sortKeys = (value: unknown): unknown => {
    if (Array.isArray(value)) return [...value].map(String).sort();
    if (typeof value !== "object" || value === null) return [String(value)];
    return Object.entries(value)
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([key, inner]) => [key, sortKeys(inner)]);
  };
  return JSON.stringify(sortKeys(condition ?? {}));
}
