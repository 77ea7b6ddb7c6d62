import type { ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { say } from "../../text/message";
import { differs, type Pair, pairAt, showPair } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { changedMembers } from "./resources/changed-members";

const FORMATS: readonly ValuePath[] = [
  ["storage_descriptor", 0, "input_format"],
  ["storage_descriptor", 0, "output_format"],
  ["storage_descriptor", 0, "ser_de_info", 0, "serialization_library"],
  ["table_type"],
  ["parameters", "classification"],
  ["parameters", "table_type"],
];

/**
 * Parameters by which files are cut into rows and columns. It matters also if they are added or removed.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html
 */
const CUTTING_PARAMETERS: ReadonlySet<string> = new Set([
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

/** Hive repeats the delimiters of its own format under this name. */
const REPEATED_PARAMETER = "serialization.format";

const SERDE: ValuePath = ["storage_descriptor", 0, "ser_de_info", 0, "parameters"];
const PARAMETERS: readonly ValuePath[] = [["parameters"], ["storage_descriptor", 0, "parameters"], SERDE];

/** Reports changed settings that decide how the files of a table are read. */
export const tableFormat = defineRule({
  code: "table-format",
  section: "contract",
  level: "danger",
  title: "table format changed",
  what: "Input or output format, serialization library, table type, classification, or a parameter that decides how files are split into rows and columns, such as `field.delim`. Other parameters of the serialization library are milder.",
  why: "Existing files may not be readable in the new format.",
  bad: "`field.delim` , → ;",
  good: "`comment` in `parameters` changes.",
  source: "https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html",
  looksAt: "resource",
  types: ["aws_glue_catalog_table"],
  check(change) {
    if (!isUpdateOrReplacement(change)) return [];
    const formats = FORMATS.map((path) => pairAt(change, path)).filter(
      (pair) => pair.before.value !== undefined && differs(pair),
    );
    const parameters = PARAMETERS.flatMap((path) => changedMembers(change, path, (name) => isReadBy(name, path)));
    return [...formats, ...parameters].map(matchPair);
  },
});

/** Whether readers use a parameter: those of the serialization library are all for them. */
function isReadBy(name: string, path: ValuePath): boolean {
  return CUTTING_PARAMETERS.has(name) || (path === SERDE && name !== REPEATED_PARAMETER);
}

/** A parameter of the serialization library that cuts nothing is milder. */
function matchPair(pair: Pair): RuleMatch {
  const name = String(pair.path.at(-1));
  const isMild = pair.path.length > 2 && pair.path.at(-2) === "parameters" && !CUTTING_PARAMETERS.has(name);
  const message = say`${name} ${showPair(pair)}`;
  return isMild ? { message, level: "attention" } : { message };
}
