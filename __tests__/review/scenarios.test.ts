/** What a person is told of scenarios that Terraform planned: tags alone, outputs that lose `sensitive`, a refresh-only plan. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { failedSections } from "../../src/review/review";
import { readPlan } from "../../src/terraform/plan/read-plan";
import { reviewOf } from "./support";

const reviewed = (name: string) =>
  reviewOf([readPlan(readFileSync(join(__dirname, "../plans", name, "plan.json"), "utf8"), "plan.json")]);

/** The rows that need a person, as `rule address`. */
const told = (name: string) =>
  reviewed(name)
    .rows.filter(({ level }) => level !== "note")
    .flatMap(({ rule, section, places }) => places.map(({ address }) => `${section} ${rule} ${address}`));

test("tags alone, with default tags, are calm", () => {
  const { rows, plans, changes } = reviewed("tags-only");
  expect(rows).toEqual([]);
  expect(plans[0]?.counts.change).toBe(4);
  expect(plans[0]?.tagsOnly).toBe(4);
  expect(changes.every(({ isTagsOnly }) => isTagsOnly)).toBe(true);
});

test("an output that loses `sensitive` needs a person, and no other", () => {
  expect(told("outputs-exposed")).toEqual([
    "safeguards output-exposed output.connection",
    "safeguards output-exposed output.host",
  ]);
  expect(failedSections(reviewed("outputs-exposed"), ["safeguards"])).toEqual(["safeguards"]);
});

test("a refresh-only plan tells what was changed elsewhere", () => {
  const { plans, changes, drift } = reviewed("refresh-only");
  expect(plans[0]?.counts).toMatchObject({ add: 0, change: 0, replace: 0, destroy: 0 });
  expect(changes).toEqual([]);
  expect(drift.flatMap(({ places, fate }) => places.map(({ address }) => `${address} ${fate}`)).sort()).toEqual([
    "aws_cloudwatch_log_group.jobs kept",
    "aws_iam_role.job kept",
    "aws_iam_role_policy.job kept",
    "aws_sqs_queue.jobs gone",
  ]);
  expect(told("refresh-only")).toContain("drift manages-permissions aws_iam_role.job");
  expect(told("refresh-only")).toContain("drift log-retention aws_cloudwatch_log_group.jobs");
  expect(failedSections(reviewed("refresh-only"), ["drift"])).toEqual(["drift"]);
});
