/**
 * Everyday plans are calm, dangerous ones are not. The plans of AWS are planned by the real provider from the texts beside this
 * file (`node scripts/plans-in-practice.js`), some are scenarios of `__tests__/plans`, the others are written by hand.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createRedactor } from "../../../src/review/redact/redactor";
import { review } from "../../../src/review/review";
import { type Section, sections } from "../../../src/review/rule";
import { findRule, type ReviewRuleCode } from "../../../src/review/rules";
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
  return {
    name: `scenario ${name}`,
    says: about,
    made: made === "hand" ? "by hand" : "planned",
    plan: read("plan.json"),
  };
}

const everyday = [
  ...planned("everyday.aws.jsonl"),
  ...everydayByHand,
  ...["harmless-policy-edits", "network-rules-moved", "nothing-to-do"].map(scenario),
];

const dangerous = [
  ...planned("dangerous.aws.jsonl"),
  ...dangerousByHand,
  ...["boundary-removed", "crawler-deletes", "deny-removed", "drift", "errored"].map(scenario),
];

/** The findings that need a person, as `rule level address`. */
function needsPerson({ plan, name }: PracticePlan): readonly string[] {
  const plans = [readPlan(JSON.stringify(plan), `${name}.json`)];
  const { rows } = review(plans, { today: "2026-11-01", redactor: createRedactor(plans) });
  return rows
    .filter(({ level }) => level !== "note")
    .map(({ rule, level, places }) => `${rule} ${level} ${places.map(({ address }) => address).join(", ")}`);
}

/** What everyday plans say although they are everyday: why a careful engineer wants to see it all the same. */
const CAUSES: Readonly<Record<string, string>> = {
  "role for a GitHub workflow of one branch":
    "somebody outside of AWS may take a new role and write into a bucket, however exact its condition",
};

const findings = (plans: readonly PracticePlan[]) => plans.map((plan) => ({ ...plan, found: needsPerson(plan) }));

test("everyday plans are calm, but for those with a cause", () => {
  const crying = findings(everyday).filter(({ found }) => found.length > 0);
  tellCounts("everyday", everyday, crying);
  expect(everyday.length).toBeGreaterThanOrEqual(60);
  expect(crying.map(({ name }) => name)).toEqual(Object.keys(CAUSES));
});

test("no dangerous plan is calm", () => {
  const crying = findings(dangerous).filter(({ found }) => found.length > 0);
  tellCounts("dangerous", dangerous, crying);
  expect(dangerous.length).toBeGreaterThanOrEqual(60);
  const calm = dangerous.filter(({ name }) => crying.every((one) => one.name !== name));
  expect(calm.map(({ name }) => name)).toEqual([]);
});

test("dangerous plans are of every section that can need a person, and of four clouds", () => {
  const told = new Set(findings(dangerous).flatMap(({ found }) => found.map(sectionOf)));
  const calm: readonly string[] = ["permissions-lost", "policies"];
  expect(sections.filter((section) => !told.has(section))).toEqual(sections.filter((one) => calm.includes(one)));
  const clouds = ["aws", "google", "azurerm", "kubernetes"];
  const types = findings(dangerous).map(({ found: [first = ""] }) => first.split(" ")[2] ?? "");
  expect(clouds.map((cloud) => types.filter((type) => type.startsWith(`${cloud}_`)).length >= 5)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test("names of plans are told apart", () => {
  const names = [...everyday, ...dangerous].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

function sectionOf(finding: string): Section {
  return findRule(finding.split(" ")[0] as ReviewRuleCode).section;
}

function tellCounts(kind: string, plans: readonly PracticePlan[], crying: readonly PracticePlan[]): void {
  const planned = plans.filter(({ made }) => made === "planned").length;
  process.stdout.write(
    `${plans.length} ${kind} plans (${planned} planned by Terraform, ${plans.length - planned} by hand): ${crying.length} need a person\n`,
  );
}
