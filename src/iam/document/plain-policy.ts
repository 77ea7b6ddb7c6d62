/** Policies as plain objects, with the keys in the order in which AWS prints them. */
import { fail } from "../../errors";
import { operatorName } from "./condition-operator";
import type { Condition, PolicyDocument, Principal, Statement } from "./policy";

/** One value, or a list. */
export type OneOrMore<T> = T | readonly T[];

/** `"*"`, or principals by kind. */
export type PlainPrincipal = string | Readonly<Record<string, OneOrMore<string>>>;

/** Values by key, by operator. */
export type PlainConditions = Readonly<Record<string, Readonly<Record<string, OneOrMore<string | number | boolean>>>>>;

/** A statement as JSON has it. */
export interface PlainStatement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Principal?: PlainPrincipal;
  readonly NotPrincipal?: PlainPrincipal;
  readonly Action?: OneOrMore<string>;
  readonly NotAction?: OneOrMore<string>;
  readonly Resource?: OneOrMore<string>;
  readonly NotResource?: OneOrMore<string>;
  readonly Condition?: PlainConditions;
}

/** A policy as JSON has it. */
export interface PlainPolicy {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement: OneOrMore<PlainStatement>;
}

/** How a list of one is written. */
export type Singles = "string" | "list" | "as-is";

/** The plain form of what was read: lists are lists; what has an issue is not in it. */
export function plainPolicy(document: PolicyDocument): PlainPolicy {
  return {
    Version: document.version?.value,
    Id: document.id?.value,
    Statement: document.statements.map(plainStatement),
  };
}

/** The plain form of one statement. */
export function plainStatement(statement: Statement): PlainStatement {
  return {
    Sid: statement.sid?.value,
    Effect: statement.effect?.value,
    Principal: plainPrincipal(statement.principals),
    NotPrincipal: plainPrincipal(statement.notPrincipals),
    Action: values(statement.actions),
    NotAction: values(statement.notActions),
    Resource: values(statement.resources),
    NotResource: values(statement.notResources),
    Condition: plainConditions(statement.conditions),
  };
}

function values<T>(list: readonly { readonly value: T }[] | undefined): readonly T[] | undefined {
  return list?.map(({ value }) => value);
}

function plainPrincipal(principals: readonly Principal[] | undefined): PlainPrincipal | undefined {
  if (principals === undefined) return undefined;
  if (principals.some(({ kind }) => kind === "*")) return "*";
  const byKind = new Map<string, string[]>();
  for (const { kind, values } of principals) {
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...values.map(({ value }) => value)]);
  }
  return Object.fromEntries(byKind);
}

function plainConditions(conditions: readonly Condition[]): PlainConditions | undefined {
  if (conditions.length === 0) return undefined;
  const byOperator = new Map<string, Map<string, readonly (string | number | boolean)[]>>();
  for (const condition of conditions) {
    const name = operatorName(condition);
    const keys = byOperator.get(name) ?? new Map();
    if (keys.has(condition.key)) {
      fail({
        code: "duplicate-condition",
        path: condition.pointer,
        message: `\`${name}\` has the key \`${condition.key}\` twice`,
      });
    }
    const given = condition.values.map(({ value }) => value);
    byOperator.set(name, keys.set(condition.key, given));
  }
  return Object.fromEntries([...byOperator].map(([name, keys]) => [name, Object.fromEntries(keys)]));
}

/** A copy of the policy with its keys in the order of AWS. Absent keys are left out; lists with one item follow the option. */
export function ordered(policy: PlainPolicy, singles: Singles): PlainPolicy {
  const one = <T>(value: OneOrMore<T>): OneOrMore<T> => inForm(value, singles);
  const deep = (value: PlainPrincipal) => (typeof value === "string" ? value : mapValues(value, one));
  const statement = (given: PlainStatement): PlainStatement => ({
    ...picked("Sid", given.Sid),
    ...picked("Effect", given.Effect),
    ...picked("Principal", given.Principal, deep),
    ...picked("NotPrincipal", given.NotPrincipal, deep),
    ...picked("Action", given.Action, one),
    ...picked("NotAction", given.NotAction, one),
    ...picked("Resource", given.Resource, one),
    ...picked("NotResource", given.NotResource, one),
    ...picked("Condition", given.Condition, (conditions) => mapValues(conditions, (keys) => mapValues(keys, one))),
  });
  const statements = isList(policy.Statement) ? policy.Statement.map(statement) : statement(policy.Statement);
  return { ...picked("Version", policy.Version), ...picked("Id", policy.Id), Statement: statements };
}

function inForm<T>(value: OneOrMore<T>, singles: Singles): OneOrMore<T> {
  if (singles === "list") return isList(value) ? value : [value];
  return singles === "string" && isList(value) && value.length === 1 ? (value[0] as T) : value;
}

/** One entry, or none if the value is absent. */
function picked<K extends string, T>(key: K, value: T | undefined, change = (given: T): T => given) {
  return (value === undefined ? {} : { [key]: change(value) }) as { readonly [P in K]?: T };
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function isList<T>(value: OneOrMore<T>): value is readonly T[] {
  return Array.isArray(value);
}
