/** From single units to rows: actions that share everything else stand in one. The order is that of the texts. */
import { ANYONE, type PolicyEntry } from "./policy-entry";
import type { Access, Origin } from "./types";
import type { Unit } from "./unit";

/** Units with what they carry besides. */
export interface Loaded<T> {
  readonly unit: Unit;
  readonly extra: T;
}

/** A row and what its units carry. */
export interface Gathered<T> {
  readonly access: Access;
  readonly extra: T;
}

/** One action on one resource. */
interface Cell {
  readonly action: PolicyEntry;
  readonly resource: PolicyEntry;
  readonly origins: Origin[];
  readonly wildcards: Set<string>;
}

/** What units of one row share. */
interface Row<T> extends Loaded<T> {
  /** Of values that differ in their case alone, the first. */
  conditions: readonly string[];
  readonly cells: Map<string, Cell>;
}

/**
 * Rows of units. `extra` must be plain data; units with another one never share a row, and neither do those with other
 * conditions, unless `mixed` says that the conditions are in `extra`.
 */
export function gather<T>(units: Iterable<Loaded<T>>, mixed: "mixed" | "alike" = "alike"): readonly Gathered<T>[] {
  const rows = new Map<string, Row<T>>();
  for (const { unit, extra } of units) {
    const { normalized: clause, principal, onlyFuture, partly } = unit;
    const constraints = mixed === "mixed" ? "" : clause.constraints.key;
    const rest = extra === null ? "" : JSON.stringify(extra);
    const id = `${clause.layer} ${clause.effect} ${onlyFuture} ${partly}\n${principal.key}\n${constraints}\n${rest}`;
    const conditions = mixed === "mixed" ? [] : clause.constraints.texts;
    const row: Row<T> = rows.get(id) ?? { unit, extra, conditions, cells: new Map() };
    rows.set(id, row);
    if (JSON.stringify(conditions) < JSON.stringify(row.conditions)) row.conditions = conditions;
    addCell(row.cells, unit);
  }
  const lines = [...rows.values()].flatMap((row) => split(row).map((access) => ({ access, extra: row.extra })));
  return sorted(withPrincipals(lines));
}

function addCell(cells: Map<string, Cell>, { action, entry, resource, normalized: clause }: Unit): void {
  const id = `${action.key}\n${resource.key}`;
  const cell = cells.get(id) ?? { action, resource, origins: [], wildcards: new Set() };
  cells.set(id, cell);
  cell.origins.push(clause.origin);
  if (entry !== action) cell.wildcards.add(entry.text);
}

/** Actions with the same resources stand together. */
function split<T>({ unit, conditions, cells }: Row<T>): readonly Access[] {
  const byAction = groupBy([...cells.values()], ({ action }) => action.key);
  const byResources = groupBy(byAction, (list) => JSON.stringify(list.map(({ resource }) => resource.key).sort()));
  return byResources.map((lists) => {
    const all = lists.flat();
    return {
      layer: unit.normalized.layer,
      actions: unique(all.map(({ action }) => action.text)),
      resources: unique(all.map(({ resource }) => resource.text).filter((text) => text !== "")),
      principals: unit.principal.text === "" ? [] : [unit.principal.text],
      conditions,
      from: sortOrigins(all.flatMap(({ origins }) => origins)),
      wildcards: unique(all.flatMap(({ wildcards }) => [...wildcards])),
      onlyFuture: unit.onlyFuture,
      ...(unit.partly && { partly: true as const }),
    };
  });
}

/** Rows that differ in their principal alone are one. */
function withPrincipals<T>(lines: readonly Gathered<T>[]): readonly Gathered<T>[] {
  return groupBy(lines, ({ access: { principals: _, from: __, ...rest }, extra }) => JSON.stringify([rest, extra])).map(
    (group) => {
      const [first] = group as [Gathered<T>];
      const principals = withoutCovered(unique(group.flatMap(({ access }) => access.principals)));
      const from = sortOrigins(group.flatMap(({ access }) => access.from));
      return { access: { ...first.access, principals, from }, extra: first.extra };
    },
  );
}

/** Where everybody is meant, nobody is named besides. */
function withoutCovered(names: readonly string[]): readonly string[] {
  return names.includes(ANYONE) ? names.filter((name) => name === ANYONE || !name.startsWith("AWS ")) : names;
}

function sorted<T>(lines: readonly Gathered<T>[]): readonly Gathered<T>[] {
  return lines
    .map((line) => ({ line, order: JSON.stringify([line.access, line.extra]) }))
    .sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)))
    .map(({ line }) => line);
}

/** Sorted, each once. */
export function sortOrigins(origins: readonly Origin[]): readonly Origin[] {
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
