import type { Action } from "../../terraform/plan/plan";
import { defineRule } from "../rule";
import { changesImported, showImport } from "./resources/imports";

/** Reports an import whose configuration differs from the existing resource. */
export const importedChanged = defineRule({
  code: "imported-changed",
  section: "plan",
  level: "attention",
  title: "imported and changed",
  what: "An import whose configuration differs from the existing resource.",
  why: "The first apply changes a resource that worked before.",
  bad: "An imported bucket that has versioning, with a configuration that has none.",
  good: "An import with a configuration that agrees with the bucket: the plan only imports it.",
  source: "https://developer.hashicorp.com/terraform/language/import",
  looksAt: "state",
  check: (change) =>
    change.importing === undefined || !changesImported(change)
      ? []
      : [{ message: showImport(change, `, and then ${PAST[change.action] ?? "changed"}`) }],
});

/** What was done to the resource, where it is not only changed. */
const PAST: Partial<Record<Action, string>> = {
  delete: "destroyed",
  "replace-delete-first": "replaced",
  "replace-create-first": "replaced",
  unknown: "something unknown",
};
