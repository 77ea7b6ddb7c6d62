import { fieldsIn } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { say, value } from "../../text/message";
import { pairAt } from "../field";
import { defineRule } from "../rule";
import { matchRiskySettings, type SettingRow } from "./resources/risky-settings";
import { matchSettings } from "./resources/settings";

/** Flags that forbid a destroy or that keep what is destroyed, in whichever type they occur. */
const FLAGS = [
  "deletion_protection",
  "deletion_protection_enabled",
  "enable_deletion_protection",
  "delete_protection",
  "termination_protection",
  "enable_termination_protection",
  "disable_api_termination",
  "disable_api_stop",
  "purge_protection_enabled",
  "soft_delete_enabled",
];

/** Protection that is not a flag of the resource itself. */
const ROWS: readonly SettingRow[] = [
  { types: ["aws_cognito_user_pool"], path: ["deletion_protection"], risky: ["INACTIVE", undefined] },
  {
    types: ["google_sql_database_instance"],
    path: ["settings", 0, "deletion_protection_enabled"],
    risky: [false, undefined],
  },
  {
    types: ["google_project", "google_alloydb_cluster"],
    path: ["deletion_policy"],
    risky: ["DELETE", "ABANDON", "FORCE"],
  },
  { types: ["google_bigtable_table"], path: ["deletion_protection"], risky: ["UNPROTECTED"] },
];

/** Reports deletion protection that is turned off. */
export const deletionProtectionOff = defineRule({
  code: "deletion-protection-off",
  section: "data-loss",
  level: "attention",
  title: "deletion protection off",
  what: "Protection from deletion that is turned off, in any provider: `deletion_protection`, `disable_api_termination`, `purge_protection_enabled`, and others of their kind.",
  why: "This is often the first of two steps. Nothing stops the second.",
  bad: "`deletion_protection` true → false",
  good: "`deletion_protection` false → true",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (!isUpdateOrReplacement(change)) return [];
    const after = fieldsIn(change.after.value);
    const flags = FLAGS.filter((name) => after[name] === false)
      .map((name) => ({ name, pair: pairAt(change, [name]) }))
      .filter(({ pair: { before } }) => before.value !== false)
      .map(({ name }) => ({ message: say`${name} becomes ${value("false")}` }));
    return [...flags, ...matchRiskySettings(change, ROWS), ...matchSettings(change, "deletion-protection-off", facts)];
  },
});
