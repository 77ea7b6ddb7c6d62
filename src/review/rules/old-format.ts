import { say } from "../../text/message";
import { defineRule } from "../rule";

/** Reports a plan of a format from before 1.0. */
export const oldFormat = defineRule({
  code: "old-format",
  section: "plan",
  level: "note",
  title: "old format",
  what: "A plan of format 0.1 or 0.2, as Terraform 0.12 to 1.1 wrote it.",
  why: "It has no drift, no checks and no reasons for replacements, so the review cannot tell them. The rest is read as format 1.0.",
  bad: "`terraform show -json` of Terraform 0.14.",
  good: "Terraform 1.1.0 or later, or OpenTofu.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format",
  looksAt: "plan",
  check: ({ formatVersion }) =>
    formatVersion.startsWith("0") ? [{ message: say`format ${formatVersion}, which is read as 1.0` }] : [],
});
