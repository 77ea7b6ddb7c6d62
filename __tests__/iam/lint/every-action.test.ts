/** Every action of Glue and DataBrew: its least policy is clean, and without one of its resources it is not. */
import { type ActionInfo, actionsMatching, findAction, resourceType } from "../../../src/iam/data/authorization";
import { lintPolicy } from "../../../src/iam/lint";
import { documentWith } from "../policies";

const NAMES: Readonly<Record<string, string>> = {
  Partition: "aws",
  Region: "us-east-1",
  Account: "123456789012",
  DatabaseName: "sales",
  TableName: "orders",
  SchemaName: "registry-1/schema-1",
  RegistryName: "registry-1",
};

/** What speaks of the action itself. */
const OF_THE_ACTION = ["permissions-management", "privilege-escalation"];

const actions = ["glue:*", "databrew:*"].flatMap(actionsMatching).map((id) => findAction(id)!);

function arnOf(action: ActionInfo, type: string): string {
  const format = resourceType(action.service, type)?.arn ?? "";
  const arn = format.replace(/\$\{(\w+)\}/g, (_, name: string) => NAMES[name] ?? "one");
  return action.children.includes(type) ? arn.replace(/[^/]+$/, "*") : arn;
}

function leastOf(action: ActionInfo): readonly string[] {
  const [any] = action.anyOf;
  if (action.onlyWildcard !== false) return ["*"];
  const types = action.grant.length > 0 ? action.grant : any === undefined ? [] : [any];
  return types.length === 0 ? ["*"] : types.map((type) => arnOf(action, type));
}

function lint(action: ActionInfo, resources: readonly string[]) {
  const findings = lintPolicy(documentWith({ Effect: "Allow", Action: action.id, Resource: resources }), {});
  return findings.filter(({ severity, rule }) => severity !== "info" && !OF_THE_ACTION.includes(rule));
}

test("there are 304 and 44", () => {
  expect(actions).toHaveLength(348);
});

test("the least policy of each is clean", () => {
  const loud = actions.flatMap((action) => lint(action, leastOf(action)).map(({ rule }) => `${action.id} ${rule}`));
  expect(loud).toEqual([]);
});

test("without a resource that it requires each has an error, without one that it wants a warning", () => {
  const silent: string[] = [];
  for (const action of actions) {
    const all = leastOf(action);
    for (const [types, severity] of [
      [[...action.requires, ...action.children], "error"],
      [action.wants, "warning"],
    ] as const) {
      for (const type of types) {
        const rest = all.filter((arn) => arn !== arnOf(action, type));
        expect(rest.length).toBe(all.length - 1);
        if (rest.length === 0) continue;
        const found = lint(action, rest).map((finding) => finding.severity);
        if (!found.includes(severity) || new Set(found).size !== 1)
          silent.push(`${action.id} without ${type}: ${found}`);
      }
    }
  }
  expect(silent).toEqual([]);
});

test("actions without ARNs have a finding on an ARN", () => {
  const job = "arn:aws:glue:us-east-1:123456789012:job/orders";
  const only = actions.filter(({ onlyWildcard }) => onlyWildcard !== false);
  expect(only.length).toBeGreaterThan(80);
  for (const action of only) {
    expect(lint(action, [job])).toMatchObject([{ rule: "action-takes-only-wildcard", severity: action.onlyWildcard }]);
  }
});
