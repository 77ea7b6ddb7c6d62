/** The columns and partition keys of a catalog table, on both sides of a change. */
import type { Json } from "../../../json/json-value";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { differs, type Field, type Path, pairAt } from "../../field";
import { foldName } from "./column-types";

/** A column, or a partition key. The name is in lower case. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** Columns that change, all of them known and none sensitive. */
export interface ColumnsChange {
  readonly before: readonly Column[];
  readonly after: readonly Column[];
}

/** The path of the columns. */
export const COLUMNS: Path = ["storage_descriptor", 0, "columns"];

/** The path of the partition keys. */
export const PARTITION_KEYS: Path = ["partition_keys"];

/** The columns at a path; undefined if they do not change, or if they may not be compared. */
export function columnsChange(change: ResourceChange, path: Path): ColumnsChange | undefined {
  const pair = pairAt(change, path);
  if (!differs(pair) || pair.before.secret || pair.after.secret) return undefined;
  const [before, after] = [columnsIn(pair.before), columnsIn(pair.after)];
  return before === undefined || after === undefined ? undefined : { before, after };
}

/** The names of columns. */
export function namesOf(columns: readonly Column[]): ReadonlySet<string> {
  return new Set(columns.map(({ name }) => name));
}

/** The names of columns in their order; `(none)` if there are none. */
export function listNames(columns: readonly Column[]): string {
  return columns.map(({ name }) => name).join(", ") || "(none)";
}

function columnsIn({ value, unknown }: Field): readonly Column[] | undefined {
  if (unknown) return undefined;
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).map((item) => {
    const { name, type } = (item ?? {}) as { readonly name?: Json; readonly type?: Json };
    return { name: foldName(String(name ?? "")), type: String(type ?? "") };
  });
}
