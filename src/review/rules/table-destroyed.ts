import { defineRule } from "../rule";
import { dataStoreTypes } from "./resources/data-stores";
import { matchLoss } from "./resources/destruction";

/** Reports a catalog table that is destroyed or replaced. */
export const tableDestroyed = defineRule({
  code: "table-destroyed",
  section: "data-loss",
  level: "danger",
  title: "table destroyed",
  what: "A catalog table that is destroyed or replaced.",
  why: "Partitions that crawlers or jobs added are deleted with the table. Queries fail until they are added again.",
  bad: "`aws_glue_catalog_table.orders` is replaced, because its `name` changes.",
  good: "Its `parameters` are updated in place.",
  source: "https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteTable.html",
  looksAt: "resource",
  types: dataStoreTypes("table-destroyed"),
  check: matchLoss,
});
