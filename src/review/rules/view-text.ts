import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { words } from "../../text/message";
import { differs, pairAt } from "../field";
import { defineRule } from "../rule";

/** Reports a view whose query changes. */
export const viewText = defineRule({
  code: "view-text",
  section: "contract",
  level: "attention",
  title: "view changed",
  what: "A view whose query changes.",
  why: "Queries, jobs and dashboards that read it fail, or read something else.",
  bad: "`view_original_text` of a view changes.",
  good: "Only the `description` of a view changes.",
  looksAt: "resource",
  types: ["aws_glue_catalog_table"],
  check(change) {
    const query = pairAt(change, ["view_original_text"]);
    const isChanged = isUpdateOrReplacement(change) && query.before.value !== undefined && differs(query);
    return isChanged ? [{ message: words("its query changes") }] : [];
  },
});
