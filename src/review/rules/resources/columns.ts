/** The columns and partition keys of a catalog table, on both sides of a change. */
import { fieldsIn, isList, type Json, type ValuePath } from "../../../json/json-value";
import { isUpdateOrReplacement } from "../../../terraform/plan/actions";
import type { ResourceChange } from "../../../terraform/plan/plan";
import type { Facts } from "../../facts";
import { differs, type Field, type Pair, pairAt } from "../../field";
import { jsonInText } from "../../generic/generic-object";
import { foldName } from "./column-types";

/** A column, or a partition key. The name is in lower case. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** The columns on both sides. */
export interface ColumnSides {
  readonly before: readonly Column[];
  readonly after: readonly Column[];
}

/** A change of columns. */
export interface ColumnsChange {
  readonly pair: Pair;
  /** Undefined if a side is known only after apply, or is sensitive. */
  readonly known?: ColumnSides;
}

const NO_COLUMNS: ColumnSides = { before: [], after: [] };

/** The columns on both sides; none if they do not change, or may not be compared. */
export function columnsOf(change: ResourceChange, facts: Facts): ColumnSides {
  return facts.memoized(findColumnsChange, change)?.known ?? NO_COLUMNS;
}

/** The partition keys on both sides; none if they do not change, or may not be compared. */
export function partitionKeysOf(change: ResourceChange, facts: Facts): ColumnSides {
  return facts.memoized(findPartitionKeysChange, change)?.known ?? NO_COLUMNS;
}

/** Where tables that are not in the catalog of Glue have their columns. */
const COLUMNS: ReadonlyMap<string, ValuePath> = new Map([
  ["google_bigquery_table", ["schema"]],
  ["snowflake_table", ["column"]],
]);

/** The types of these tables. */
export const otherTables: readonly string[] = [...COLUMNS.keys()];

/** The change of a table's columns; undefined if there is none. */
export function findColumnsChange(change: ResourceChange): ColumnsChange | undefined {
  return compareAt(change, COLUMNS.get(change.type) ?? ["storage_descriptor", 0, "columns"]);
}

/** The change of a table's partition keys; undefined if there is none. */
export function findPartitionKeysChange(change: ResourceChange): ColumnsChange | undefined {
  return compareAt(change, ["partition_keys"]);
}

function compareAt(change: ResourceChange, path: ValuePath): ColumnsChange | undefined {
  if (!isUpdateOrReplacement(change)) return undefined;
  const pair = pairAt(change, path);
  if (!differs(pair)) return undefined;
  const [before, after] = [columnsIn(pair.before), columnsIn(pair.after)];
  const isSecret = pair.before.secret || pair.after.secret;
  return before === undefined || after === undefined || isSecret ? { pair } : { pair, known: { before, after } };
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
  const list = typeof value === "string" ? jsonInText(value) : value;
  return isList(list) ? list.flatMap((item) => withFields(item, "")) : [];
}

/** A column, and after it those in it: `address.city` of a record of BigQuery. */
function withFields(item: Json, around: string): readonly Column[] {
  const { name, type, fields } = fieldsIn(item);
  const column = { name: `${around}${foldName(String(name ?? ""))}`, type: String(type ?? "") };
  return [column, ...(isList(fields) ? fields.flatMap((one) => withFields(one, `${column.name}.`)) : [])];
}
