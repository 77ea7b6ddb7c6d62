import { defineRule } from "../rule";
import { dataStoreTypes } from "./resources/data-stores";
import { matchLoss } from "./resources/destruction";

/** Reports a catalog database that is destroyed or replaced. */
export const databaseDestroyed = defineRule({
  code: "database-destroyed",
  section: "data-loss",
  level: "danger",
  title: "database destroyed",
  what: "A catalog database that is destroyed or replaced.",
  why: "Glue deletes every table of the database with it, whoever created the table.",
  bad: "`aws_glue_catalog_database.raw` is destroyed.",
  good: "Its `description` is updated in place.",
  source: "https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteDatabase.html",
  looksAt: "resource",
  types: dataStoreTypes("database-destroyed"),
  check: matchLoss,
});
