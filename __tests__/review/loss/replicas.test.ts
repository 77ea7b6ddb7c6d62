/** A read replica that is destroyed: its source keeps the data. */
import { findingsOf } from "../support";

const lossOf = (type: string, before: Readonly<Record<string, string | null>>) =>
  findingsOf({ changes: [{ address: `${type}.a`, before }] });

test.each([
  ["aws_db_instance", "replicate_source_db"],
  ["google_sql_database_instance", "master_instance_name"],
])("%s", (type, argument) => {
  expect(lossOf(type, { [argument]: "main" })).toEqual([
    "data-store-destroyed attention: a read replica goes: its source keeps the data",
  ]);
});

test.each<string | null>([null, ""])("a database without a source is lost: %j", (source) => {
  expect(lossOf("aws_db_instance", { replicate_source_db: source })).toEqual([
    "data-store-destroyed danger: the database goes",
  ]);
});
