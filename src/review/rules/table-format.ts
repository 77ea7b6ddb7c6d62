/** How a catalog table is read: its place, its formats, what its serialisation library is told, and its partition projection. */
import type { Json } from "../../json/json-value";
import type { ResourceChange } from "../../terraform/plan/plan";
import { join, type Message, say, words } from "../../text/message";
import { at, differs, type Pair, type Path, pairAt, showPair } from "../field";
import type { Draft } from "../finding";

/** A slash at the end of a place says nothing. */
const PLACES: readonly Path[] = [
  ["storage_descriptor", 0, "location"],
  ["location_uri"],
  ["parameters", "storage.location.template"],
];

/** Where a table or a database is. */
export function checkPlace(change: ResourceChange): readonly Draft[] {
  return PLACES.map((path) => pairAt(change, path))
    .filter((pair) => pair.before.value !== undefined && differs(pair) && !isSamePlace(pair))
    .map((pair) => ({
      rule: "table-location",
      message: say`${words(pair.path[0] === "parameters" ? "location template" : "location")} ${showPair(pair)}`,
    }));
}

function isSamePlace({ before, after }: Pair): boolean {
  if (typeof before.value !== "string" || typeof after.value !== "string") return false;
  return before.value.replace(/\/+$/, "") === after.value.replace(/\/+$/, "");
}

const FORMATS: readonly Path[] = [
  ["storage_descriptor", 0, "input_format"],
  ["storage_descriptor", 0, "output_format"],
  ["storage_descriptor", 0, "ser_de_info", 0, "serialization_library"],
  ["table_type"],
  ["parameters", "classification"],
  ["parameters", "table_type"],
];

/**
 * By these the files are cut into rows and columns; also where they come or go.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html
 */
const CUTS: ReadonlySet<string> = new Set([
  "avro.schema.literal",
  "avro.schema.url",
  "collection.delim",
  "compressionType",
  "delimiter",
  "escape.delim",
  "escapeChar",
  "field.delim",
  "grokPattern",
  "input.format",
  "input.regex",
  "line.delim",
  "mapkey.delim",
  "quoteChar",
  "separatorChar",
  "serialization.encoding",
  "serialization.null.format",
  "skip.footer.line.count",
  "skip.header.line.count",
]);

/** Delimiters of Hive's own format, once more under this name: `1` says nothing. */
const SAYS_NOTHING = "serialization.format";

const SERDE: Path = ["storage_descriptor", 0, "ser_de_info", 0, "parameters"];
const PARAMETERS: readonly Path[] = [["parameters"], ["storage_descriptor", 0, "parameters"], SERDE];

/** Formats, and parameters by which files are read. */
export function checkFormat(change: ResourceChange): readonly Draft[] {
  const formats = FORMATS.map((path) => pairAt(change, path)).filter(
    (pair) => pair.before.value !== undefined && differs(pair),
  );
  const parameters = PARAMETERS.flatMap((path) => changedKeys(change, path, (name) => isRead(name, path)));
  const drafts = [...formats, ...parameters].map((pair): Draft => {
    const name = String(pair.path.at(-1));
    const isMild = pair.path.length > 2 && pair.path.at(-2) === "parameters" && !CUTS.has(name);
    return { rule: "table-format", message: say`${name} ${showPair(pair)}`, ...(isMild && { level: "attention" }) };
  });
  return [...drafts, ...checkView(change), ...checkProjection(change)];
}

function isRead(name: string, path: Path): boolean {
  return CUTS.has(name) || (path === SERDE && name !== SAYS_NOTHING);
}

function checkView(change: ResourceChange): readonly Draft[] {
  const view = pairAt(change, ["view_original_text"]);
  if (view.before.value === undefined || !differs(view)) return [];
  return [{ rule: "view-text", message: words("its query is another one") }];
}

const PROJECTION = "projection.";
const MOST = 3;

/** @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html */
function checkProjection(change: ResourceChange): readonly Draft[] {
  const pairs = changedKeys(change, ["parameters"], (name) => name.startsWith(PROJECTION));
  if (pairs.length === 0) return [];
  const shown = pairs.slice(0, MOST).map((pair): Message => say`${String(pair.path[1])} ${showPair(pair)}`);
  const more = pairs.length > MOST ? ` and ${pairs.length - MOST} more` : "";
  const isOff = pairs.some(({ path, before }) => path[1] === `${PROJECTION}enabled` && isTrue(before.value));
  return [
    { rule: "table-projection", message: [...join(shown, ", "), ...words(more)], ...(isOff && { level: "danger" }) },
  ];
}

function isTrue(value: Json | undefined): boolean {
  return String(value).toLowerCase() === "true";
}

/** Members of a map that change, in the order of their names. A map that nobody knows yet tells nothing of them. */
function changedKeys(change: ResourceChange, path: Path, isOf: (name: string) => boolean): readonly Pair[] {
  const names = new Set(
    [change.before, change.after].flatMap(({ value, unknown }) => [
      ...Object.keys(at(value, path) ?? {}),
      ...Object.keys(at(unknown, path) ?? {}),
    ]),
  );
  return [...names]
    .filter(isOf)
    .sort()
    .map((name) => pairAt(change, [...path, name]))
    .filter(differs);
}
