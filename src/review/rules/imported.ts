import { defineRule } from "../rule";
import { changesImported, showImport } from "./resources/imports";

/** Reports a resource that is imported into the state. */
export const imported = defineRule({
  code: "imported",
  section: "plan",
  level: "note",
  title: "imported",
  what: "A resource that is imported into the state.",
  why: "From now on Terraform manages it.",
  bad: '`import { to = aws_s3_bucket.raw` with `id = "raw" }`',
  good: "The bucket is already in the state.",
  source: "https://developer.hashicorp.com/terraform/language/import",
  looksAt: "state",
  check: (change) =>
    change.importing === undefined || changesImported(change) ? [] : [{ message: showImport(change, "") }],
});
