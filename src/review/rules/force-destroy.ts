import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { say, value } from "../../text/message";
import { pairAt } from "../field";
import { defineRule } from "../rule";
import { matchSettings } from "./resources/settings";

const FLAGS = ["force_destroy", "skip_final_snapshot", "force_delete"];

/** Reports `force_destroy` or `skip_final_snapshot` that is turned on for an existing resource. */
export const forceDestroy = defineRule({
  code: "force-destroy",
  section: "data-loss",
  level: "attention",
  title: "destroy without asking",
  what: "`force_destroy`, `skip_final_snapshot`, `skip_final_backup` or `delete_automated_backups` turned on for an existing resource, volumes that go with their instance, or a copy that deletes what is at its destination.",
  why: "The next destroy deletes all data, and no error stops it.",
  bad: "`force_destroy` false → true",
  good: "`force_destroy` true → false",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (!isUpdateOrReplacement(change)) return [];
    const flags = FLAGS.map((name) => ({ name, pair: pairAt(change, [name]) }))
      .filter(({ pair: { before, after } }) => after.value === true && before.value !== true)
      .map(({ name }) => ({ message: say`${name} becomes ${value("true")}` }));
    return [...flags, ...matchSettings(change, "force-destroy", facts)];
  },
});
