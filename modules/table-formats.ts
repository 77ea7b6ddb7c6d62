/** What a format of files means in a table: the classes that read and write them. */
import type { Construct } from "constructs";
import { type Expr, fn, local, type MapExpr, mapFrom, type Nullable } from "tfwright";

const HIVE = "org.apache.hadoop.hive";

/** Classes of one format. */
interface FormatClasses {
  readonly input: string;
  readonly output: string;
  readonly serde: string;
  readonly serdeParameters?: Readonly<Record<string, string>>;
}

const TEXT = {
  input: "org.apache.hadoop.mapred.TextInputFormat",
  output: `${HIVE}.ql.io.HiveIgnoreKeyTextOutputFormat`,
};

/** @see https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html */
const FORMATS = {
  avro: {
    input: `${HIVE}.ql.io.avro.AvroContainerInputFormat`,
    output: `${HIVE}.ql.io.avro.AvroContainerOutputFormat`,
    serde: `${HIVE}.serde2.avro.AvroSerDe`,
  },
  csv: {
    ...TEXT,
    serde: `${HIVE}.serde2.OpenCSVSerde`,
    serdeParameters: { separatorChar: ",", quoteChar: '"', escapeChar: "\\" },
  },
  ion: {
    input: "com.amazon.ionhiveserde.formats.IonInputFormat",
    output: "com.amazon.ionhiveserde.formats.IonOutputFormat",
    serde: "com.amazon.ionhiveserde.IonHiveSerDe",
  },
  json: { ...TEXT, serde: "org.openx.data.jsonserde.JsonSerDe" },
  orc: {
    input: `${HIVE}.ql.io.orc.OrcInputFormat`,
    output: `${HIVE}.ql.io.orc.OrcOutputFormat`,
    serde: `${HIVE}.ql.io.orc.OrcSerde`,
  },
  parquet: {
    input: `${HIVE}.ql.io.parquet.MapredParquetInputFormat`,
    output: `${HIVE}.ql.io.parquet.MapredParquetOutputFormat`,
    serde: `${HIVE}.ql.io.parquet.serde.ParquetHiveSerDe`,
  },
  tsv: {
    ...TEXT,
    serde: `${HIVE}.serde2.lazy.LazySimpleSerDe`,
    serdeParameters: { "field.delim": "\t" },
  },
} satisfies Record<string, FormatClasses>;

/** Names of the formats. */
export const formatNames = ["parquet", "orc", "avro", "json", "csv", "tsv", "ion"] as const;

/** The classes of all formats, as locals. */
export interface FormatLocals {
  /** The class of a format; null for a table without a format. */
  input(format: Nullable<Expr<string>>): Nullable<Expr<string>>;
  output(format: Nullable<Expr<string>>): Nullable<Expr<string>>;
  serde(format: Nullable<Expr<string>>): Nullable<Expr<string>>;
  serdeParameters(format: Nullable<Expr<string>>): MapExpr<Expr<string>>;
}

/** The locals `input_formats`, `output_formats`, `serdes` and `serde_parameters`. */
export function formatLocals(scope: Construct): FormatLocals {
  const formats: readonly (readonly [string, FormatClasses])[] = Object.entries(FORMATS);
  const classes = (name: string, part: "input" | "output" | "serde", comment?: string) => {
    const byFormat = Object.fromEntries(formats.map(([format, one]) => [format, one[part]]));
    const values = local(scope, name, mapFrom(byFormat), comment === undefined ? {} : { comment });
    return (format: Nullable<Expr<string>>) =>
      fn.lookup(values, fn.coalesce<string>(format, "none"), null) as unknown as Nullable<Expr<string>>;
  };
  const input = classes("input_formats", "input", "Java classes by format of the files");
  const output = classes("output_formats", "output");
  const serde = classes("serdes", "serde");
  const parameters = local(
    scope,
    "serde_parameters",
    mapFrom(
      Object.fromEntries(
        formats.flatMap(([format, { serdeParameters }]) =>
          serdeParameters === undefined ? [] : [[format, mapFrom(serdeParameters)]],
        ),
      ),
    ),
  );
  return {
    input,
    output,
    serde,
    serdeParameters: (format) => fn.lookup(parameters, fn.coalesce<string>(format, "none"), {}),
  };
}
