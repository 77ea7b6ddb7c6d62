/** The scenarios in `__tests__/plans`: plans that Terraform made, committed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Json } from "../../../src/json/json-value";
import type { Plan } from "../../../src/terraform/plan/plan";
import { readPlan } from "../../../src/terraform/plan/read-plan";

export const PLANS = resolve(__dirname, "../../plans");

/** Names of all scenarios; `format-2` is refused. */
export const scenarios: readonly string[] = readdirSync(PLANS)
  .filter((name) => existsSync(join(PLANS, name, "scenario.json")))
  .sort();

export const readable = scenarios.filter((name) => name !== "format-2");

/** The text of a scenario's plan. */
export function planText(name: string): string {
  return readFileSync(join(PLANS, name, "plan.json"), "utf8");
}

export function readScenario(name: string): Plan {
  return readPlan(planText(name), `${name}/plan.json`);
}

/** A plan with the least that one has, and what a test adds. */
export function smallPlan(fields: { readonly [name: string]: Json } = {}): Json {
  return { format_version: "1.2", terraform_version: "1.11.4", planned_values: { root_module: {} }, ...fields };
}

/** One change of `resource_changes`. */
export function change(address: string, fields: { readonly [name: string]: Json } = {}): { [name: string]: Json } {
  const [type = "", name = ""] = address.split(".");
  return { address, mode: "managed", type, name, provider_name: "x", change: { actions: ["update"], ...fields } };
}
