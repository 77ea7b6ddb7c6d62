/** Principals for the tests of the permission delta, and an evaluator of IAM's rules to hold it against. */
import type { Delta, Layer, NamedDocument, PrincipalPolicies } from "../../../src/iam/delta";
import type { PlainConditions, PlainPrincipal, PlainStatement } from "../../../src/iam/document/plain-policy";
import { documentWith } from "../policies";

export interface TestStatement extends PlainStatement {
  readonly Effect?: "Allow" | "Deny";
}

/** One document of statements; `Allow` unless said otherwise. */
export function named(name: string, layer: Layer, ...statements: readonly TestStatement[]): NamedDocument {
  return { name, layer, document: documentWith(...statements.map((one) => ({ Effect: "Allow", ...one }))) };
}

/** A principal with one identity policy. */
export function identity(...statements: readonly TestStatement[]): PrincipalPolicies {
  return { documents: [named("policy", "identity", ...statements)] };
}

/** `Allow` of an action on a resource. */
export function allow(Action: string | readonly string[], Resource: string | readonly string[]): TestStatement {
  return { Action, Resource };
}

/** A delta as seen from the other side. */
export function mirror({
  gained,
  lost,
  rescoped,
  conditions,
  denies,
  boundary,
  cannotTell,
  withoutEffect,
}: Delta): Delta {
  const turned = { wider: "narrower", narrower: "wider", other: "other" } as const;
  const swapped = { dropped: "added", added: "dropped", changed: "changed" } as const;
  const away = { removed: "added", added: "removed", replaced: "replaced" } as const;
  const side = { before: "after", after: "before" } as const;
  return {
    gained: lost,
    lost: gained,
    rescoped: rescoped.map((one) => ({
      ...one,
      direction: turned[one.direction],
      before: one.after,
      after: one.before,
    })),
    conditions: conditions.map((one) => ({
      ...one,
      direction: swapped[one.direction],
      before: one.after,
      after: one.before,
    })),
    denies: denies.map((one) => ({ ...one, direction: away[one.direction] as "removed" | "added" })),
    ...(boundary === undefined
      ? {}
      : { boundary: { direction: away[boundary.direction], before: boundary.after, after: boundary.before } }),
    cannotTell: cannotTell.map((one) => ({ ...one, side: side[one.side] })),
    withoutEffect: withoutEffect.map((one) => ({
      ...one,
      direction: one.direction === "gained" ? ("lost" as const) : ("gained" as const),
    })),
  };
}

/** The same whatever the order of the lists, without what tells where things stand. */
export function plain(delta: Delta): unknown {
  const parts = Object.entries(delta).map(([name, list]) => [
    name,
    Array.isArray(list) ? list.map((one) => JSON.stringify({ ...one, from: undefined }, sortedKeys)).sort() : list,
  ]);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What somebody wants to do. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly principal?: string;
  readonly context: Readonly<Record<string, string>>;
}

/** IAM's rules in a few lines: allowed by something, denied by nothing, and within the boundary. */
export function allows(statements: readonly TestStatement[], request: Request): boolean {
  const fitting = statements.filter((statement) => fits(statement, request));
  return fitting.some(({ Effect }) => Effect !== "Deny") && !fitting.some(({ Effect }) => Effect === "Deny");
}

function fits(statement: TestStatement, { action, resource, principal, context }: Request): boolean {
  const { Action, NotAction, Resource, NotResource, Principal, Condition } = statement;
  const acts = (list: OneOrMore) => listed(list).some((one) => matches(one.toLowerCase(), action.toLowerCase()));
  const names = (list: OneOrMore) => listed(list).some((one) => matches(one, resource));
  if (Action !== undefined ? !acts(Action) : NotAction === undefined || acts(NotAction)) return false;
  if (Resource !== undefined ? !names(Resource) : NotResource !== undefined && names(NotResource)) return false;
  if (Principal !== undefined && !isPrincipal(Principal, principal ?? "")) return false;
  return Condition === undefined || holds(Condition, context);
}

type OneOrMore = string | readonly string[];

function listed<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text);
}

function isPrincipal(given: PlainPrincipal, who: string): boolean {
  if (typeof given === "string") return given === "*";
  return listed(given.AWS ?? []).some((one) => one === "*" || one === who);
}

function holds(conditions: PlainConditions, context: Readonly<Record<string, string>>): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, given]) => test(operator, context[key.toLowerCase()], listed(given).map(String))),
  );
}

function test(operator: string, actual: string | undefined, values: readonly string[]): boolean {
  const loose = operator.endsWith("IfExists");
  const name = operator.replace("IfExists", "");
  if (name.includes("Not")) {
    return (
      actual === undefined ||
      !values.some((value) => (name === "StringNotLike" ? matches(value, actual) : value === actual))
    );
  }
  if (actual === undefined) return loose;
  return values.some((value) => (name === "StringLike" ? matches(value, actual) : value === actual));
}
