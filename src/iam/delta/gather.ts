/** Puts single units into rows: actions that share everything else are in one row. Rows are sorted by their texts. */
import { type ConditionConstraints, compareShown } from "./conditions";
import { ANYONE, type PolicyEntry } from "./policy-entry";
import type { Access, StatementOrigin } from "./types";
import type { Unit } from "./unit";

/** A unit with what it carries besides. */
export interface Loaded<T> {
  readonly unit: Unit;
  /** Plain data. */
  readonly extra: T;
  /** Equal for extras that count as equal: units with different keys never share a row. */
  readonly key: string;
}

/** A row and what its units carry. */
export interface Gathered<T> {
  readonly access: Access;
  readonly extra: T;
}

/** A row with the texts by which it is sorted and merged. In these the case of a condition's key does not count. */
interface Line<T> extends Gathered<T> {
  readonly texts: readonly string[];
  readonly key: string;
}

/** One action on one resource. */
interface Cell {
  readonly action: PolicyEntry;
  readonly resource: PolicyEntry;
  readonly origins: StatementOrigin[];
  readonly wildcards: Set<string>;
}

/** What units of one row share. */
interface UnitRow<T> {
  readonly unit: Unit;
  /** Extras of one key may differ in the case of a condition's key: this is the first of them. */
  extra: T;
  readonly key: string;
  /** Constraints that mean the same may be written differently: these are the first of them. */
  constraints: ConditionConstraints | undefined;
  readonly cells: Map<string, Cell>;
}

/** Rows of units. Units with other conditions never share one, unless `mixed` says that the conditions are in `extra`. */
export function gather<T>(units: Iterable<Loaded<T>>, mixed: "mixed" | "alike" = "alike"): readonly Gathered<T>[] {
  const rows = new Map<string, UnitRow<T>>();
  for (const { unit, extra, key } of units) {
    const { normalized, principal, onlyFuture, partly } = unit;
    const constraints = mixed === "mixed" ? undefined : normalized.constraints;
    const kind = `${normalized.layer} ${normalized.effect} ${onlyFuture} ${partly}`;
    const id = `${kind}\n${principal.key}\n${constraints?.key ?? ""}\n${key}`;
    const row: UnitRow<T> = rows.get(id) ?? { unit, extra, key, constraints, cells: new Map() };
    rows.set(id, row);
    if (mixed === "mixed") row.extra = firstOf(extra, row.extra);
    if (constraints && row.constraints && compareShown(constraints, row.constraints) < 0) row.constraints = constraints;
    addCell(row.cells, unit);
  }
  return sorted(withPrincipals([...rows.values()].flatMap(linesOf))).map(({ access, extra }) => ({ access, extra }));
}

/** Of two that count as equal, the one whose text comes first, so that the order of statements does not matter. */
function firstOf<T>(one: T, other: T): T {
  return one === other || JSON.stringify(other) <= JSON.stringify(one) ? other : one;
}

function addCell(cells: Map<string, Cell>, { action, entry, resource, normalized }: Unit): void {
  const id = `${action.key}\n${resource.key}`;
  const cell = cells.get(id) ?? { action, resource, origins: [], wildcards: new Set() };
  cells.set(id, cell);
  cell.origins.push(normalized.origin);
  if (entry !== action) cell.wildcards.add(entry.text);
}

/** Actions with the same resources stand together. */
function linesOf<T>({ unit, extra, key, constraints, cells }: UnitRow<T>): readonly Line<T>[] {
  const byAction = groupBy([...cells.values()], ({ action }) => action.key);
  const byResources = groupBy(byAction, (list) => JSON.stringify(list.map(({ resource }) => resource.key).sort()));
  return byResources.map((lists) => {
    const all = lists.flat();
    const access: Access = {
      layer: unit.normalized.layer,
      actions: unique(all.map(({ action }) => action.text)),
      resources: unique(all.map(({ resource }) => resource.text).filter((text) => text !== "")),
      principals: unit.principal.text === "" ? [] : [unit.principal.text],
      conditions: constraints?.shown ?? [],
      from: sortOrigins(all.flatMap(({ origins }) => origins)),
      wildcards: unique(all.flatMap(({ wildcards }) => [...wildcards])),
      onlyFuture: unit.onlyFuture,
      ...(unit.partly && { partly: true as const }),
    };
    return { access, extra, key, texts: constraints?.texts ?? [] };
  });
}

/** Rows that differ in their principal alone are one. */
function withPrincipals<T>(lines: readonly Line<T>[]): readonly Line<T>[] {
  const keyOf = ({ access: { principals: _, from: __, ...rest }, texts, key }: Line<T>) =>
    `${JSON.stringify({ ...rest, conditions: texts })} ${key}`;
  return groupBy(lines, keyOf).map((group) => {
    const [first] = group as [Line<T>];
    const principals = withoutCovered(unique(group.flatMap(({ access }) => access.principals)));
    const conditions = group.map(({ access }) => access.conditions).reduce(firstOf);
    const from = sortOrigins(group.flatMap(({ access }) => access.from));
    const extra = group.map((line) => line.extra).reduce(firstOf);
    return { ...first, access: { ...first.access, principals, conditions, from }, extra };
  });
}

/** If every principal of AWS is meant, single ones are left out. */
function withoutCovered(names: readonly string[]): readonly string[] {
  return names.includes(ANYONE) ? names.filter((name) => name === ANYONE || !name.startsWith("AWS ")) : names;
}

function sorted<T>(lines: readonly Line<T>[]): readonly Line<T>[] {
  return lines
    .map((line) => ({ line, order: `${JSON.stringify({ ...line.access, conditions: line.texts })} ${line.key}` }))
    .sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)))
    .map(({ line }) => line);
}

/** Sorted, each once. */
export function sortOrigins(origins: readonly StatementOrigin[]): readonly StatementOrigin[] {
  const unsorted = new Set(origins);
  if (unsorted.size < 2) return [...unsorted];
  const found = new Map([...unsorted].map((origin) => [JSON.stringify([origin.document, origin.sid ?? ""]), origin]));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, origin]) => origin);
}

/** Sorted, each once. */
export function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

/** Items by key, in the order of the first of each. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
