/** Groups units into rows of a report: units that differ only in their action share a row. Rows are sorted by their texts. */
import { compareTexts } from "../../text/compare-texts";
import { groupBy } from "../../text/group-by";
import { uniqueSorted } from "../../text/unique-sorted";
import { type ConditionConstraints, compareShown } from "./conditions";
import { ANYONE, type PolicyEntry } from "./policy-entry";
import type { Access, StatementOrigin } from "./types";
import type { UncoveredPermission } from "./unit";

/** A unit, with data that its row gets in addition to the access. */
export interface UnitWithExtra<T> {
  readonly unit: UncoveredPermission;
  /** Plain data. */
  readonly extra: T;
  /** Equal for extras that count as equal: units with different keys never share a row. */
  readonly key: string;
}

/** A row, with the additional data of its units. */
interface Gathered<T> {
  readonly access: Access;
  readonly extra: T;
}

/** A row, with the texts that it is sorted and merged by. They are the same for condition keys that differ only in case. */
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

/** A row while its units are collected, with the values that they share. */
interface UnitRow<T> {
  readonly unit: UncoveredPermission;
  /** Extras with equal keys may differ in the case of a condition key. The one whose text sorts first is kept. */
  extra: T;
  readonly key: string;
  /** Equal constraints may be written differently. The ones whose text sorts first are kept. */
  constraints: ConditionConstraints | undefined;
  readonly cells: Map<string, Cell>;
}

/**
 * The rows of units. Units with different conditions never share a row, unless `mixed` says that their conditions are in
 * `extra`.
 */
export function gatherRows<T>(
  units: Iterable<UnitWithExtra<T>>,
  mixed: "mixed" | "alike" = "alike",
): readonly Gathered<T>[] {
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

/**
 * Chooses between two equal values the one whose text sorts first, so that the order of statements does not change the result.
 */
function firstOf<T>(one: T, other: T): T {
  return one === other || JSON.stringify(other) <= JSON.stringify(one) ? other : one;
}

function addCell(cells: Map<string, Cell>, { action, entry, resource, normalized }: UncoveredPermission): void {
  const id = `${action.key}\n${resource.key}`;
  const cell = cells.get(id) ?? { action, resource, origins: [], wildcards: new Set() };
  cells.set(id, cell);
  cell.origins.push(normalized.origin);
  if (entry !== action) cell.wildcards.add(entry.text);
}

/** Splits a row into lines: actions with the same resources share a line. */
function linesOf<T>({ unit, extra, key, constraints, cells }: UnitRow<T>): readonly Line<T>[] {
  const byAction = groupBy(cells.values(), ({ action }) => action.key).values();
  const byResources = groupBy(byAction, (list) => JSON.stringify(list.map(({ resource }) => resource.key).sort()));
  return [...byResources.values()].map((lists) => {
    const all = lists.flat();
    const access: Access = {
      layer: unit.normalized.layer,
      actions: uniqueSorted(all.map(({ action }) => action.text)),
      resources: uniqueSorted(all.map(({ resource }) => resource.text).filter((text) => text !== "")),
      principals: unit.principal.text === "" ? [] : [unit.principal.text],
      conditions: constraints?.shown ?? [],
      from: sortOrigins(all.flatMap(({ origins }) => origins)),
      wildcards: uniqueSorted(all.flatMap(({ wildcards }) => [...wildcards])),
      onlyFuture: unit.onlyFuture,
      ...(unit.partly && { partly: true as const }),
    };
    return { access, extra, key, texts: constraints?.texts ?? [] };
  });
}

/** Merges lines that differ only in their principal. */
function withPrincipals<T>(lines: readonly Line<T>[]): readonly Line<T>[] {
  const keyOf = ({ access: { principals: _, from: __, ...rest }, texts, key }: Line<T>) =>
    `${JSON.stringify({ ...rest, conditions: texts })} ${key}`;
  return [...groupBy(lines, keyOf).values()].map((group) => {
    const [first] = group as [Line<T>];
    const principals = withoutCovered(uniqueSorted(group.flatMap(({ access }) => access.principals)));
    const conditions = group.map(({ access }) => access.conditions).reduce(firstOf);
    const from = sortOrigins(group.flatMap(({ access }) => access.from));
    const extra = group.map((line) => line.extra).reduce(firstOf);
    return { ...first, access: { ...first.access, principals, conditions, from }, extra };
  });
}

/** Removes AWS principals that `AWS *` covers. */
function withoutCovered(names: readonly string[]): readonly string[] {
  return names.includes(ANYONE) ? names.filter((name) => name === ANYONE || !name.startsWith("AWS ")) : names;
}

function sorted<T>(lines: readonly Line<T>[]): readonly Line<T>[] {
  return lines
    .map((line) => ({ line, order: `${JSON.stringify({ ...line.access, conditions: line.texts })} ${line.key}` }))
    .sort((a, b) => compareTexts(a.order, b.order))
    .map(({ line }) => line);
}

/** Sorted by document and statement, each once. */
export function sortOrigins(origins: readonly StatementOrigin[]): readonly StatementOrigin[] {
  const unsorted = new Set(origins);
  if (unsorted.size < 2) return [...unsorted];
  const found = new Map([...unsorted].map((origin) => [JSON.stringify([origin.document, origin.sid ?? ""]), origin]));
  return [...found].sort(([a], [b]) => compareTexts(a, b)).map(([, origin]) => origin);
}
