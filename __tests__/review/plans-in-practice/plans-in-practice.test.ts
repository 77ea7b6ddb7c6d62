/**
 * Everyday plans are calm, dangerous ones are not. The plans of AWS are planned by the real provider from the texts beside this
 * file (`node scripts/plans-in-practice.js`), some are scenarios of `__tests__/plans`, the others are written by hand.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createRedactor } from "../../../src/review/redact/redactor";
import { review } from "../../../src/review/review";
import { readPlan } from "../../../src/terraform/plan/read-plan";
import { dangerousByHand } from "./dangerous-by-hand";
import { everydayByHand } from "./everyday-by-hand";
import type { PracticePlan } from "./plan-by-hand";

const SCENARIOS = resolve(__dirname, "../../plans");

function planned(file: string): readonly PracticePlan[] {
  const lines = readFileSync(join(__dirname, file), "utf8").trimEnd().split("\n");
  return lines.map((line) => ({ ...(JSON.parse(line) as Omit<PracticePlan, "made">), made: "planned" as const }));
}

function scenario(name: string): PracticePlan {
  const read = (file: string) => JSON.parse(readFileSync(join(SCENARIOS, name, file), "utf8"));
  const { about, made } = read("scenario.json") as { about: string; made: string };
  return { name: `scenario ${name}`, says: about, made: made === "hand" ? "by hand" : "planned", plan: read("plan.json") };
}

const everyday = [
  ...planned("everyday.aws.jsonl"),
  ...everydayByHand,
  ...["harmless-policy-edits", "network-rules-moved", "moved", "nothing-to-do"].map(scenario),
];

const dangerous = [
  ...planned("dangerous.aws.jsonl"),
  ...dangerousByHand,
  ...["boundary-removed", "crawler-deletes", "deny-removed", "deposed", "drift", "errored"].map(scenario),
];

/** The findings that need a person, as `rule level address`. */
function needsPerson({ plan, name }: PracticePlan): readonly string[] {
  const plans = [readPlan(JSON.stringify(plan), `${name}.json`)];
  const { rows } = review(plans, { today: "2026-11-01", redactor: createRedactor(plans) });
  return rows
    .filter(({ level }) => level !== "note")
    .map(({ rule, level, places }) => `${rule} ${level} ${places.map(({ address }) => address).join(", ")}`);
}

test("print", () => {
  const cry = everyday.map((plan) => [plan.name, needsPerson(plan)] as const).filter(([, found]) => found.length > 0);
  const calm = dangerous.filter((plan) => needsPerson(plan).length === 0).map(({ name }) => name);
  process.stdout.write(`${everyday.length} ${dangerous.length}\n${JSON.stringify({ cry, calm }, null, 1)}\n`);
  for (const plan of dangerous) process.stdout.write(`${plan.name}: ${needsPerson(plan).join(" | ")}\n`);
});
