/** What differs between the plan of a stack and the plan of what was ejected. */
import { comparePlans } from "../../src/eject/compare-plans";
import type { Json } from "../../src/json/json-value";
import { readPlan } from "../../src/terraform/plan/read-plan";

interface PlannedChange {
  readonly actions?: readonly string[];
  readonly after?: Json;
  readonly previous?: string;
  readonly mode?: string;
}

function planOf(resources: Readonly<Record<string, PlannedChange>>, outputs: Readonly<Record<string, Json>> = {}) {
  const plan = {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    configuration: { root_module: {} },
    resource_changes: Object.entries(resources).map(
      ([address, { actions = ["update"], after = { size: 2 }, previous, mode = "managed" }]) => ({
        address,
        ...(previous !== undefined && { previous_address: previous }),
        mode,
        type: "x_y",
        name: address.replace("x_y.", ""),
        provider_name: "registry.terraform.io/hashicorp/x",
        change: { actions, before: { size: 1 }, after, after_unknown: {} },
      }),
    ),
    output_changes: Object.fromEntries(
      Object.entries(outputs).map(([name, after]) => [
        name,
        { actions: ["create"], before: null, after, after_unknown: false },
      ]),
    ),
  };
  return readPlan(JSON.stringify(plan), "plan.json");
}

test("work that both plans have does not come from the exit", () => {
  const plan = planOf({ "x_y.a": {}, "x_y.b": { actions: ["no-op"], after: { size: 1 } } });
  expect(comparePlans(plan, plan)).toEqual({ differences: [], moved: [], shared: ["x_y.a"], unchanged: 1 });
});

test("a resource that moves is compared with what it was, and is not missing", () => {
  const before = planOf({ "x_y.a_0A1B": {} });
  const moved = [{ from: "x_y.a_0A1B", to: "x_y.a" }];
  expect(comparePlans(before, planOf({ "x_y.a": { previous: "x_y.a_0A1B" } }))).toEqual({
    differences: [],
    moved,
    shared: ["x_y.a"],
    unchanged: 0,
  });
  const verdict = comparePlans(before, planOf({ "x_y.a": { previous: "x_y.a_0A1B", after: { size: 3 } } }));
  expect(verdict).toMatchObject({
    differences: [{ address: "x_y.a", what: "changed", attributes: ["size"] }],
    moved,
    shared: [],
  });
});

test("a resource that only one plan changes is added or missing", () => {
  const both = planOf({ "x_y.a": {}, "x_y.b": {} });
  const one = planOf({ "x_y.a": {} });
  expect(comparePlans(one, both).differences).toMatchObject([{ address: "x_y.b", what: "added", after: ["update"] }]);
  expect(comparePlans(both, one).differences).toMatchObject([
    { address: "x_y.b", what: "missing", before: ["update"] },
  ]);
});

test("a resource without a change that only one plan has is of another state", () => {
  const one = planOf({ "x_y.a": {} });
  const idle = planOf({ "x_y.a": {}, "x_y.b": { actions: ["no-op"], after: { size: 1 } } });
  expect(comparePlans(one, idle).differences).toMatchObject([{ address: "x_y.b", what: "added", after: ["no-op"] }]);
  expect(comparePlans(idle, one).differences).toMatchObject([{ address: "x_y.b", what: "missing", before: ["no-op"] }]);
  expect(comparePlans(idle, planOf({})).differences).toHaveLength(2);
});

test("a data source that only one plan reads is no difference", () => {
  const one = planOf({ "x_y.a": {} });
  const read = planOf({ "x_y.a": {}, "data.x_y.b": { actions: ["read"], mode: "data" } });
  expect(comparePlans(one, read).differences).toEqual([]);
  expect(comparePlans(read, one).differences).toEqual([]);
});

test("outputs are compared by their name", () => {
  const compare = (before: Record<string, Json>, after: Record<string, Json>) =>
    comparePlans(planOf({}, before), planOf({}, after)).differences.map(({ address, what }) => [address, what]);
  expect(compare({ a: 1 }, { a: 1 })).toEqual([]);
  expect(compare({ a: 1 }, { a: 2 })).toEqual([["output.a", "changed"]]);
  expect(compare({ a: 1 }, { b: 1 })).toEqual([
    ["output.b", "added"],
    ["output.a", "missing"],
  ]);
});
