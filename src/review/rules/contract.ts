/** The data contract: columns, keys, places and formats of tables; outputs; schemas. */
import type { Json } from "../../json/json-value";
import { alters, replaces } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { sameJson } from "../../terraform/plan/same-json";
import { say, words } from "../../text/message";
import { differs, type Field, type Pair, pairAt, show, showPair, stringIn } from "../field";
import type { Check, Draft } from "../finding";
import { rulesOf } from "../rule";
import { foldName, foldType, widens } from "./resources/column-types";
import { checkFormat, checkPlace } from "./table-format";

const READERS = "Queries, jobs and dashboards that read it fail, or read something else.";

export const contractRules = rulesOf("contract", [
  ["column-dropped", "danger", "column dropped", "A column of a catalog table that is no longer there.", READERS],
  [
    "column-retyped",
    "danger",
    "column retyped",
    "A column or a partition key of another type. Where every old value fits the new type it is milder.",
    READERS,
  ],
  [
    "column-added",
    "note",
    "column added",
    "A column at the end is a note; one between others is more, because formats such as CSV are read by position.",
    "Readers that name their columns see nothing of it.",
  ],
  [
    "columns-reordered",
    "attention",
    "columns reordered",
    "The same columns in another order.",
    "Formats such as CSV are read by position: values then land in other columns.",
  ],
  [
    "columns-unknown",
    "attention",
    "columns not known",
    "Columns or keys known only after apply, or sensitive.",
    READERS,
  ],
  [
    "partition-keys",
    "danger",
    "partition keys changed",
    "Partition keys added, dropped or in another order.",
    "Partitions that exist do not match any more: queries find nothing in them.",
  ],
  [
    "table-location",
    "danger",
    "table points elsewhere",
    "The location of a table or database, and the location template of its partitions.",
    "Readers see other data; what is at the old place is still there, but nobody reads it.",
  ],
  [
    "table-format",
    "danger",
    "table format changed",
    "Input or output format, serialisation library, table type, the classification, or a parameter by which files are cut into rows and columns, such as `field.delim`. Other parameters of the serialisation library are milder.",
    "Files that are there cannot be read by the new one.",
  ],
  [
    "table-projection",
    "attention",
    "partition projection changed",
    "Parameters of partition projection; where it is turned off it is dangerous.",
    "They decide which partitions a query finds, whatever the catalog lists.",
  ],
  ["view-text", "attention", "view changed", "The query of a view.", READERS],
  ["renamed", "danger", "renamed", "A database, table, schema or registry of another name.", READERS],
  [
    "schema-compatibility",
    "attention",
    "schema compatibility changed",
    "The compatibility of a schema in the registry; NONE and DISABLED are dangerous.",
    "It decides which next version producers may register.",
  ],
  [
    "schema-definition",
    "attention",
    "schema definition changed",
    "Another definition or data format of a schema in the registry.",
    "A new version is registered, if the compatibility allows it.",
  ],
  [
    "output-removed",
    "attention",
    "output removed",
    "An output of the root module that is no longer there.",
    "Configurations that read it through the remote state fail.",
  ],
  [
    "output-type",
    "attention",
    "output type changed",
    "An output that was a string and becomes a list, and the like, also inside of it: an attribute that goes, or an element of another type. Also one that becomes null.",
    "Configurations that read it through the remote state fail.",
  ],
]);

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Catalog tables. */
export const checkTable: Check = (change) => {
  if (!alters(change)) return [];
  return [
    ...checkColumns(change),
    ...checkKeys(change),
    ...checkPlace(change),
    ...checkFormat(change),
    ...checkName(change),
  ];
};

const COLUMNS = ["storage_descriptor", 0, "columns"];
const KEYS = ["partition_keys"];

function checkColumns(change: ResourceChange): readonly Draft[] {
  const pair = pairAt(change, COLUMNS);
  if (!differs(pair)) return [];
  const [before, after] = [columnsIn(pair.before), columnsIn(pair.after)];
  if (before === undefined || after === undefined)
    return [{ rule: "columns-unknown", message: say`columns ${show(pair.after)}` }];
  if (pair.before.secret || pair.after.secret)
    return [{ rule: "columns-unknown", message: words("columns change, and are sensitive") }];
  return compareColumns(before, after);
}

/** What happens to each column; one that is dropped where a new one of its type stands is told as renamed. */
function compareColumns(before: readonly Column[], after: readonly Column[]): readonly Draft[] {
  const [old, now] = [new Map(before.map((one) => [one.name, one])), new Map(after.map((one) => [one.name, one]))];
  const drafts: Draft[] = [];
  for (const [index, { name, type }] of before.entries()) {
    const next = now.get(name);
    if (next !== undefined && foldType(next.type) !== foldType(type))
      drafts.push(retyped(name, type, next.type, "column"));
    if (next !== undefined) continue;
    const heir = after[index];
    const renamed = heir !== undefined && !old.has(heir.name) && foldType(heir.type) === foldType(type);
    drafts.push({
      rule: "column-dropped",
      message: renamed ? say`column ${name}; ${heir.name} takes its place: a rename?` : say`column ${name} (${type})`,
    });
  }
  const last = after.findLastIndex(({ name }) => old.has(name));
  for (const [index, { name, type }] of after.entries()) {
    if (old.has(name)) continue;
    const inside = index < last;
    drafts.push({
      rule: "column-added",
      message: say`column ${name} (${type})${words(inside ? ", between others" : "")}`,
      ...(inside && { level: "attention" }),
    });
  }
  const kept = (columns: readonly Column[], others: ReadonlyMap<string, Column>) =>
    columns.map(({ name }) => name).filter((name) => others.has(name));
  const [from, to] = [kept(before, now), kept(after, old)];
  if (!sameJson(from, to))
    drafts.push({ rule: "columns-reordered", message: say`${from.join(", ")} → ${to.join(", ")}` });
  return drafts;
}

function checkKeys(change: ResourceChange): readonly Draft[] {
  const pair = pairAt(change, KEYS);
  if (!differs(pair)) return [];
  const [before, after] = [columnsIn(pair.before), columnsIn(pair.after)];
  if (before === undefined || after === undefined)
    return [{ rule: "columns-unknown", message: say`partition keys ${show(pair.after)}` }];
  if (pair.before.secret || pair.after.secret)
    return [{ rule: "columns-unknown", message: words("partition keys change, and are sensitive") }];
  const names = (columns: readonly Column[]) => columns.map(({ name }) => name).join(", ") || "(none)";
  if (names(before) !== names(after))
    return [{ rule: "partition-keys", message: say`${names(before)} → ${names(after)}` }];
  return before.flatMap(({ name, type }, index) => {
    const to = after[index]?.type ?? "";
    return foldType(to) === foldType(type) ? [] : [retyped(name, type, to, "partition key")];
  });
}

function retyped(name: string, from: string, to: string, what: string): Draft {
  const level = widens(foldType(from), foldType(to)) ? ({ level: "attention" } as const) : {};
  return { rule: "column-retyped", message: say`${words(what)} ${name}: ${from} → ${to}`, ...level };
}

function columnsIn({ value, unknown }: Field): readonly Column[] | undefined {
  if (unknown) return undefined;
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).map((item) => {
    const { name, type } = (item ?? {}) as { readonly name?: Json; readonly type?: Json };
    return { name: foldName(String(name ?? "")), type: String(type ?? "") };
  });
}

const NAMES = ["name", "database_name", "schema_name", "registry_name"];

/** Renaming replaces: told beside the loss, because readers are others than owners. */
function checkName(change: ResourceChange): readonly Draft[] {
  if (!replaces(change.action)) return [];
  return NAMES.map((name) => pairAt(change, [name]))
    .filter(
      (pair) => isText(pair.before) && isText(pair.after) && differs(pair) && !(isFolded(change) && isSameFolded(pair)),
    )
    .map((pair) => ({
      rule: "renamed",
      message: say`${words(String(pair.path[0]).replace("_", " "))} ${showPair(pair)}`,
    }));
}

function isText(field: Field): boolean {
  return stringIn(field) !== undefined;
}

/** The catalog folds names of tables and databases; the registry keeps those of schemas. */
function isFolded({ type }: ResourceChange): boolean {
  return type.startsWith("aws_glue_catalog_");
}

function isSameFolded({ before, after }: Pair): boolean {
  return foldName(stringIn(before) ?? "") === foldName(stringIn(after) ?? "");
}

/** Databases and registries. */
export const checkNamed: Check = (change) => (alters(change) ? [...checkName(change), ...checkPlace(change)] : []);

/** Schemas of the registry. */
export const checkSchema: Check = (change) => {
  if (!alters(change)) return [];
  const drafts: Draft[] = [...checkName(change)];
  const compatibility = pairAt(change, ["compatibility"]);
  if (differs(compatibility)) {
    const free = ["NONE", "DISABLED"].includes(stringIn(compatibility.after) ?? "");
    drafts.push({
      rule: "schema-compatibility",
      message: say`${showPair(compatibility)}`,
      ...(free && { level: "danger" }),
    });
  }
  if (differs(pairAt(change, ["schema_definition"])))
    drafts.push({ rule: "schema-definition", message: words("another definition") });
  const format = pairAt(change, ["data_format"]);
  if (differs(format)) drafts.push({ rule: "schema-definition", message: say`data format ${showPair(format)}` });
  return drafts;
};
