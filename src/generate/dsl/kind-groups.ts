/** What a definition says of kinds, grouped: variables that belong to the same kinds share one rule. */
import type { KindModel } from "../../render/model";
import { listWords } from "../../text/list-words";
import type { Definition, Outputs, Variables } from "./definition";
import type { AnyVariable, VariableOptions } from "./types";

/** Variables, or values of one variable, and the kinds that they belong to. */
export interface KindGroup {
  readonly kinds: readonly string[];
  readonly variables: readonly string[];
  /** Of the only variable: these values, and not the variable itself. */
  readonly values?: readonly (string | number)[];
  readonly isRequired: boolean;
}

/** The kinds of a definition. */
export interface KindGroups {
  /** The variable that decides. */
  readonly by: string;
  /** All kinds, in its order. */
  readonly all: readonly string[];
  readonly groups: readonly KindGroup[];
}

/** Reads a table that `checkKinds` accepts; undefined if the definition has none. */
export function kindGroupsOf({ kinds, variables }: Definition<Variables, Outputs>): KindGroups | undefined {
  if (kinds === undefined) return undefined;
  const { by, only = {}, required = {} } = kinds;
  const all = (variables[by]?.offered?.values ?? []).map(String);
  const inOrder = (given: readonly string[]) => all.filter((kind) => given.includes(kind));
  const entries = Object.entries(only);
  const lists = entries.flatMap(([name, list]) => (Array.isArray(list) ? [[name, inOrder(list)] as const] : []));
  const tables = entries.flatMap(([name, table]) =>
    Array.isArray(table) ? [] : byKinds(valuesIn(variables[name], table, inOrder)).map((group) => ({ name, ...group })),
  );
  const needed = Object.entries(required).map(([name, list]) => [name, inOrder(list)] as const);
  const groups: readonly KindGroup[] = [
    ...byKinds(needed).map(({ kinds, items }) => ({ kinds, variables: items, isRequired: true })),
    ...byKinds(lists).map(({ kinds, items }) => ({ kinds, variables: items, isRequired: false })),
    ...tables.map(({ name, kinds, items }) => ({ kinds, variables: [name], values: items, isRequired: false })),
  ];
  return { by, all, groups };
}

/** The values in a table as the variable lists them: a key of an object is always a text. */
function valuesIn(
  variable: AnyVariable | undefined,
  table: object,
  inOrder: (kinds: readonly string[]) => readonly string[],
): readonly (readonly [string | number, readonly string[]])[] {
  const offered = variable?.offered?.values ?? [];
  return Object.entries(table).map(([key, list]) => [
    offered.find((value) => String(value) === key) ?? key,
    inOrder(list as readonly string[]),
  ]);
}

/** Items by their kinds, in the order in which each first comes. */
function byKinds<T>(
  entries: readonly (readonly [T, readonly string[]])[],
): readonly { readonly kinds: readonly string[]; readonly items: readonly T[] }[] {
  const found = new Map<string, { readonly kinds: readonly string[]; readonly items: readonly T[] }>();
  for (const [item, kinds] of entries) {
    const key = kinds.join("\n");
    found.set(key, { kinds, items: [...(found.get(key)?.items ?? []), item] });
  }
  return [...found.values()];
}

/** The default of a variable. */
export function defaultOf(variable: AnyVariable | undefined): unknown {
  return (variable?.options as VariableOptions<unknown, never> | undefined)?.default;
}

/** A variable, or the values of it that are meant: `mode = "FLEX"`. */
export function inputText(name: string, values: readonly (string | number)[] | undefined): string {
  return values === undefined ? name : `${name} = ${listWords(values.map(quoteValue), "or")}`;
}

/** The same as code, which is alike in every language of a README. */
function codeOf(name: string, values: readonly (string | number)[] | undefined): string {
  return values === undefined ? name : `${name} = ${values.map(quoteValue).join(", ")}`;
}

/** A value as HCL writes it. */
export function quoteValue(value: string | number): string {
  return JSON.stringify(value);
}

/** The table for the README, in the order of the variables. */
export function kindModelOf(definition: Definition<Variables, Outputs>): KindModel | undefined {
  const read = kindGroupsOf(definition);
  if (read === undefined) return undefined;
  const order = Object.keys(definition.variables);
  const rows = read.groups.flatMap(({ variables, values, kinds, isRequired }) =>
    variables.map((name) => ({ name, input: codeOf(name, values), kinds, isRequired })),
  );
  const sorted = rows.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return { by: read.by, rows: sorted.map(({ name: _, ...row }) => row) };
}
