/** Catalog tables as their readers see them, and outputs as those who read them do. */
import type { Json } from "../../../src/json/json-value";
import { foldType, widens } from "../../../src/review/rules/resources/column-types";
import type { OutputChange } from "../../../src/terraform/plan/plan";
import { findingsOf, type GivenPlan } from "../support";

const table = (storage: Readonly<Record<string, Json>>, rest: Readonly<Record<string, Json>> = {}): Json => ({
  storage_descriptor: [storage],
  ...rest,
});
const change = (before: Json, after: Json, rest: object = {}): GivenPlan => ({
  changes: [{ address: "aws_glue_catalog_table.t", before, after, ...rest }],
});
const columns = (...of: readonly (readonly [string, string])[]): Json =>
  table({ columns: of.map(([name, type]) => ({ name, type })) });
const serde = (parameters: Json): Json => table({ ser_de_info: [{ parameters }] });
const parameters = (values: Json): Json => table({}, { parameters: values });

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  [
    "the same type in another way",
    change(columns(["a", "int"], ["b", "array<int>"]), columns(["a", "INT"], ["b", "array< integer >"])),
    [],
  ],
  ["the same name in another way", change(columns(["Id", "int"]), columns(["id", "int"])), []],
  [
    "types with more room",
    change(
      columns(["b", "varchar(10)"], ["c", "decimal(10,2)"]),
      columns(["b", "varchar(20)"], ["c", "decimal(12,2)"]),
    ),
    [
      "column-retyped attention: column b: varchar(10) → varchar(20)",
      "column-retyped attention: column c: decimal(10,2) → decimal(12,2)",
    ],
  ],
  ["a slash", change(table({ location: "s3://b/t" }), table({ location: "s3://b/t/" })), []],
  [
    "a delimiter",
    change(serde({ "field.delim": "," }), serde({ "field.delim": ";", "skip.header.line.count": "1" })),
    ["table-format danger: field.delim , → ;", "table-format danger: skip.header.line.count (none) → 1"],
  ],
  [
    "what the library is told besides",
    change(
      serde({ "serialization.format": "1", "ignore.malformed.json": "false" }),
      serde({ "ignore.malformed.json": "true" }),
    ),
    ["table-format attention: ignore.malformed.json false → true"],
  ],
  [
    "the header, as a parameter of the table",
    change(parameters({ "skip.header.line.count": "1", comment: "a" }), parameters({ comment: "b" })),
    ["table-format danger: skip.header.line.count 1 → (none)"],
  ],
  [
    "the place of partitions",
    change(
      parameters({ "storage.location.template": "s3://b/${dt}" }),
      parameters({ "storage.location.template": "s3://c/${dt}" }),
    ),
    ["table-location danger: location template s3://b/${dt} → s3://c/${dt}"],
  ],
  [
    "projection",
    change(
      parameters({ "projection.enabled": "true", "projection.dt.range": "2020,NOW" }),
      parameters({ "projection.enabled": "true", "projection.dt.range": "2026,NOW" }),
    ),
    ["table-projection attention: projection.dt.range 2020,NOW → 2026,NOW"],
  ],
  [
    "projection turned off",
    change(parameters({ "projection.enabled": "true" }), parameters({ "projection.enabled": "false" })),
    ["table-projection danger: projection.enabled true → false"],
  ],
  [
    "sensitive partition keys",
    change(table({}, { partition_keys: [] }), table({}, { partition_keys: [{ name: "zq9", type: "string" }] }), {
      sensitive: { partition_keys: true },
    }),
    ["columns-unknown attention: partition keys change, and are sensitive"],
  ],
])("a table: %s", (_name, given, want) => {
  expect(findingsOf(given)).toEqual(want);
});

test.each<[from: string, to: string, want: boolean]>([
  ["int", "bigint", true],
  ["bigint", "int", false],
  ["varchar(10)", "varchar(9)", false],
  ["varchar(10)", "char(20)", false],
  ["char(5)", "string", true],
  ["decimal(10,2)", "decimal(10,4)", false],
  ["decimal", "decimal(12,2)", true],
  ["decimal(10, 2)", "string", false],
])("%s widens to %s: %s", (from, to, want) => {
  expect(widens(foldType(from), foldType(to))).toBe(want);
});

const mark = (value: Json | undefined, sensitive?: Json, unknown?: Json) => ({ value, unknown, sensitive });
const output = (before: Json, after: Json, rest: { sensitive?: Json; unknown?: Json } = {}): OutputChange => ({
  name: "o",
  action: "update",
  before: mark(before, rest.sensitive),
  after: mark(after, rest.sensitive, rest.unknown),
});

test.each<[name: string, given: OutputChange, want: readonly string[]]>([
  ["an attribute that goes", output({ arn: "x", name: "y" }, { arn: "x" }), ["output-type attention: no name"]],
  ["an attribute that comes", output({ arn: "x" }, { arn: "x", name: "y" }), []],
  ["elements", output(["a"], [{ x: 1 }]), ["output-type attention: [*] string → object"]],
  ["a list that is empty", output(["a"], []), []],
  [
    "deep inside",
    output({ a: [{ b: "1", c: "2" }] }, { a: [{ b: 1 }] }),
    ["output-type attention: a[*].b string → number, no a[*].c"],
  ],
  ["known after apply", output({ a: "1", b: "2" }, { b: "2" }, { unknown: { a: true } }), []],
  ["null", output("a", null), ["output-type attention: string → null"]],
  ["an attribute that was null", output({ a: null }, { a: "x" }), []],
  [
    "sensitive",
    output({ zq9: "1" }, {}, { sensitive: true }),
    ["output-type attention: its type changes, and it is sensitive"],
  ],
])("an output: %s", (_name, given, want) => {
  expect(findingsOf({ outputs: [given] })).toEqual(want);
});
