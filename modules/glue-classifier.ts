/** A classifier: how a crawler recognises a format that AWS Glue does not know by itself. */
import {
  add,
  type BoolLike,
  bool,
  defineModule,
  eq,
  fn,
  gt,
  isNotNull,
  list,
  local,
  lte,
  ne,
  nullOrValid,
  object,
  oneOf,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { offline, providers, region } from "./aws";
import { glueClassifierJa } from "./ja/glue-classifier";
import { GlueClassifier } from "./providers/aws/glue-classifier";
import { shapeOf } from "./rules";

const DATA_TYPES = [
  "BINARY",
  "BOOLEAN",
  "DATE",
  "DECIMAL",
  "DOUBLE",
  "FLOAT",
  "INT",
  "LONG",
  "SHORT",
  "STRING",
  "TIMESTAMP",
] as const;

/** One sign, which is not the end of a line. */
const oneSign = (input: string, right: string) =>
  shapeOf("^[^\\r\\n]$", `${input} must be exactly one character: ${right}.`);

const classification = (input: string) =>
  string({
    description: "Name of the data format, which the crawler writes into the table: `application_log`",
    validate: [shapeOf("^.+$", `classification of ${input} must not be empty: "application_log".`)],
  });

export const glueClassifier = defineModule({
  name: "glue-classifier",
  iam: [
    "A classifier has no role. The crawler that uses it reads the files with its own role, and that role needs nothing besides.",
    "To apply this module you need `glue:CreateClassifier`, `glue:GetClassifier`, `glue:UpdateClassifier` and `glue:DeleteClassifier` on `*`, because AWS Glue has no ARNs for classifiers.",
  ],
  notes: [
    "Give the `name` output to `classifiers` of `glue-crawler`. A crawler tries its classifiers in the order of that list, then those of AWS Glue.",
    "A crawler uses a changed classifier only for files that it has not classified yet. To classify a table anew, delete the table and run the crawler again.",
    "If `csv` has no `quote_symbol`, old versions of the provider send an empty one, which AWS rejects. The module therefore sets AWS's own: a double quote.",
    "Another format (`json` in place of `csv`) replaces the classifier, because AWS cannot change its type.",
    "AWS has no tags for classifiers.",
  ],
  examples: {
    basic: {
      description: "CSV files with semicolons and a header.",
      inputs: { name: "orders", csv: { delimiter: ";", contains_header: "PRESENT" } },
    },
    complete: {
      description: "CSV files without a header, with names and types of their columns.",
      inputs: {
        name: "orders",
        csv: {
          delimiter: "|",
          quote_symbol: "'",
          contains_header: "ABSENT",
          header: ["id", "amount", "placed_at"],
          custom_datatypes: ["LONG", "DOUBLE", "TIMESTAMP"],
          allow_single_column: false,
          disable_value_trimming: false,
          serde: "OpenCSVSerDe",
        },
        region: "eu-west-1",
      },
    },
    json: {
      description: "JSON files that are one large array: each element is a record.",
      inputs: { name: "orders", json: { json_path: "$[*]" } },
    },
    xml: {
      description: "XML files with an element for each record.",
      inputs: { name: "orders", xml: { classification: "orders", row_tag: "order" } },
    },
    grok: {
      description: "Log files with a pattern of their own.",
      inputs: {
        name: "application-logs",
        grok: {
          classification: "application_log",
          grok_pattern: "%{TIMESTAMP_ISO8601:time} %{LEVEL:level} %{GREEDYDATA:message}",
          custom_patterns: "LEVEL (INFO|WARN|ERROR)",
        },
      },
    },
    adopt: {
      description: "Takes over a hand-written classifier without a change.",
      inputs: { name: "orders", json: { json_path: "$.orders[*]" } },
      moved: [{ from: "aws_glue_classifier.orders", to: "aws_glue_classifier.this" }],
    },
  },
  tests: {
    classifier: {
      providers: offline,
      variables: { name: "orders" },
      runs: [
        {
          name: "csv",
          variables: { csv: {} },
          assert: [
            { condition: 'output.name == "orders"', message: "name" },
            { condition: 'aws_glue_classifier.this.csv_classifier[0].delimiter == ","', message: "comma" },
            { condition: 'aws_glue_classifier.this.csv_classifier[0].quote_symbol == "\\""', message: "quote" },
            { condition: 'aws_glue_classifier.this.csv_classifier[0].contains_header == "UNKNOWN"', message: "header" },
            {
              condition: "aws_glue_classifier.this.csv_classifier[0].custom_datatype_configured == false",
              message: "AWS finds the types",
            },
            { condition: "length(aws_glue_classifier.this.grok_classifier) == 0", message: "nothing else" },
          ],
        },
        {
          name: "csv_with_types",
          variables: { csv: { header: ["id", "amount"], custom_datatypes: ["LONG", "DOUBLE"], serde: "None" } },
          assert: [
            {
              condition: "aws_glue_classifier.this.csv_classifier[0].custom_datatype_configured",
              message: "the types are used",
            },
            {
              condition: 'aws_glue_classifier.this.csv_classifier[0].custom_datatypes[1] == "DOUBLE"',
              message: "types",
            },
          ],
        },
        {
          name: "grok",
          variables: { grok: { classification: "log", grok_pattern: "%{COMMONAPACHELOG}" } },
          assert: [
            {
              condition: 'aws_glue_classifier.this.grok_classifier[0].grok_pattern == "%%{COMMONAPACHELOG}"',
              message: "pattern",
            },
          ],
        },
        { name: "a_format_is_required", expectFailures: ["aws_glue_classifier.this"] },
        {
          name: "one_format_and_no_other",
          variables: { json: { json_path: "$[*]" }, xml: { classification: "orders", row_tag: "order" } },
          expectFailures: ["aws_glue_classifier.this"],
        },
        {
          name: "values_that_aws_rejects",
          variables: {
            name: "",
            csv: { delimiter: "", header: ["id"], custom_datatypes: ["LONG", "DOUBLE"] },
            json: { json_path: "orders[*]" },
            xml: { classification: "orders", row_tag: "<order>" },
            grok: { classification: "log", grok_pattern: "[0-9]+" },
          },
          expectFailures: ["var.name", "var.csv", "var.json", "var.xml", "var.grok"],
        },
      ],
    },
  },
  translations: { ja: glueClassifierJa },
  title: "AWS Glue classifier",
  description:
    "A custom classifier for crawlers: CSV, JSON, XML or a grok pattern, for files that AWS Glue does not recognise by itself.",
  providers,
  variables: {
    name: string({
      description: "Name of the classifier.",
      validate: [shapeOf("^.{1,255}$", 'name must have 1 to 255 characters: "orders".')],
    }),
    csv: optional(
      object(
        {
          delimiter: optional(
            string({
              description: "Character between columns",
              validate: [oneSign("delimiter of csv", '";", or "\\t" for a tab')],
            }),
            ",",
          ),
          quote_symbol: optional(
            string({
              description: "Character around values. It must not be the delimiter",
              validate: [oneSign("quote_symbol of csv", '"\\"" or "\'"')],
            }),
            '"',
          ),
          contains_header: optional(
            oneOf(["UNKNOWN", "PRESENT", "ABSENT"], {
              description:
                "Whether the first line has the names of the columns: `PRESENT`, `ABSENT`, or `UNKNOWN`, which lets AWS Glue find out",
            }),
            "UNKNOWN",
          ),
          header: optional(list(string(), { description: "Names of the columns, in order" }), []),
          custom_datatypes: optional(
            list(oneOf(DATA_TYPES), {
              description: `Types of the columns, in the order of \`header\`: ${DATA_TYPES.map((type) => `\`${type}\``).join(", ")}. AWS Glue finds the types if the list is empty`,
            }),
            [],
          ),
          allow_single_column: optional(bool({ description: "Whether files with one column are CSV" }), false),
          disable_value_trimming: optional(
            bool({ description: "Whether spaces around values stay. This is AWS's default" }),
            true,
          ),
          serde: optional(
            oneOf(["OpenCSVSerDe", "LazySimpleSerDe", "None"], {
              description:
                "Library that reads the table: `OpenCSVSerDe`, which takes quotes, `LazySimpleSerDe`, which does not, or `None`, which lets the crawler choose. AWS's default if null",
            }),
          ),
        },
        {
          description: "CSV files. `csv = {}` has all defaults.",
          validate: [
            {
              condition: (csv) => ne(csv.quote_symbol, csv.delimiter),
              message: 'quote_symbol and delimiter of csv must be different characters: { delimiter = ";" }.',
            },
            {
              condition: (csv) =>
                or(
                  eq(fn.length(csv.custom_datatypes), 0),
                  or(eq(fn.length(csv.header), 0), eq(fn.length(csv.header), fn.length(csv.custom_datatypes))),
                ),
              message: "custom_datatypes of csv must have one type for each name of header.",
            },
          ],
        },
      ),
    ),
    json: optional(
      object(
        {
          json_path: string({
            description: "JSON path of the records: `$[*]` for the elements of an array",
            validate: [shapeOf("^\\$", 'json_path of json must start with $: "$[*]" or "$.orders[*]".')],
          }),
        },
        { description: "JSON files." },
      ),
    ),
    xml: optional(
      object(
        {
          classification: classification("xml"),
          row_tag: string({
            description:
              "Name of the element that is a record, without `<` and `>`. An element that closes itself (`<order/>`) is not read",
            validate: [
              shapeOf("^[^<>/\\s]+$", 'row_tag of xml takes the name of an element, without < and >: "order".'),
            ],
          }),
        },
        { description: "XML files." },
      ),
    ),
    grok: optional(
      object(
        {
          classification: classification("grok"),
          grok_pattern: string({
            description: "Grok pattern of a line, with at least one named pattern",
            validate: [
              {
                condition: (pattern) => lte(fn.length(pattern), 2048),
                message:
                  "grok_pattern of grok must have at most 2,048 characters. Move parts of it to custom_patterns.",
              },
              shapeOf(
                "%\\{[A-Z0-9_]+",
                'grok_pattern of grok must contain a grok pattern. In HCL write two percent signs: "%%{WORD:name}".',
              ),
            ],
          }),
          custom_patterns: optional(
            string({
              description:
                "Patterns of your own, one a line: a name, a space and the pattern. At most 16,000 characters",
            }),
          ),
        },
        {
          description: "Text files, for example logs.",
          validate: [
            {
              condition: (grok) => nullOrValid(grok.custom_patterns, (patterns) => lte(fn.length(patterns), 16000)),
              message: "custom_patterns of grok must have at most 16,000 characters.",
            },
          ],
        },
      ),
    ),
    region,
  },
  build(scope, v) {
    const one = (isGiven: BoolLike) => when(isGiven, 1, 0);
    const formats = local(
      scope,
      "formats",
      add(add(add(one(isNotNull(v.csv)), one(isNotNull(v.json))), one(isNotNull(v.xml))), one(isNotNull(v.grok))),
      { comment: "How many formats are given" },
    );
    const classifier = resource(
      scope,
      GlueClassifier,
      "this",
      {
        name: v.name,
        region: v.region,
        csv_classifier: optionalBlock(v.csv, (csv) => ({
          delimiter: csv.delimiter,
          quote_symbol: csv.quote_symbol,
          contains_header: csv.contains_header,
          header: csv.header,
          custom_datatype_configured: gt(fn.length(csv.custom_datatypes), 0),
          custom_datatypes: csv.custom_datatypes,
          allow_single_column: csv.allow_single_column,
          disable_value_trimming: csv.disable_value_trimming,
          serde: csv.serde,
        })),
        json_classifier: optionalBlock(v.json, (json) => ({ json_path: json.json_path })),
        xml_classifier: optionalBlock(v.xml, (xml) => ({
          classification: xml.classification,
          row_tag: xml.row_tag,
        })),
        grok_classifier: optionalBlock(v.grok, (grok) => ({
          classification: grok.classification,
          grok_pattern: grok.grok_pattern,
          custom_patterns: grok.custom_patterns,
        })),
      },
      {
        lifecycle: {
          preconditions: [
            {
              condition: eq(formats, 1),
              message:
                "Give exactly one of csv, json, xml and grok: csv = {} for CSV files with commas. For files of two formats, make two classifiers.",
            },
          ],
        },
      },
    );
    return {
      name: output(classifier.name, { description: "Name of the classifier, for `classifiers` of `glue-crawler`." }),
    };
  },
});
