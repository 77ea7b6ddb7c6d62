import { words } from "../../text/message";
import { defineRule } from "../rule";

/** Reports an output of the root module that is removed. */
export const outputRemoved = defineRule({
  code: "output-removed",
  section: "contract",
  level: "attention",
  title: "output removed",
  what: "An output of the root module that is removed.",
  why: "Configurations that read it through the remote state fail.",
  bad: '`output "table_arn"` is removed.',
  good: '`output "table_name"` is added.',
  source: "https://developer.hashicorp.com/terraform/language/state/remote-state-data",
  looksAt: "output",
  check: ({ action }) => (action === "delete" ? [{ message: words("no longer there") }] : []),
});
