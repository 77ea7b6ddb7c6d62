/** Every action of Glue: what the compiler grants for it the linter finds whole, and not without any of its parts. */
import { arnFormats } from "../../../src/iam/arn/arn-formats";
import { matchesType } from "../../../src/iam/arn/arn-match";
import { compilePolicy } from "../../../src/iam/compile";
import { type ActionInfo, actionsMatching, findAction, resourceType } from "../../../src/iam/data/authorization";
import type { PlainPolicy } from "../../../src/iam/document/plain-policy";
import { lintPolicy } from "../../../src/iam/lint";
import { documentOf, documentWith } from "../policies";

const TODAY = "2026-10-01";
/** What speaks of the action itself, not of how it is granted. */
const OF_THE_ACTION = ["permissions-management", "privilege-escalation"];

const allActions = actionsMatching("glue:*");

/** An ARN of each type; those of one tree stand in each other. */
const names: Readonly<Record<string, string>> = { schema: "registry1/name1", database: "db1", registry: "registry1" };

function arnOf(type: string): string {
  const format = Object.entries<string>(arnFormats.glue).find(([name]) => name === type)?.[1];
  if (format === undefined) throw new Error(`no format of ${type}`);
  return format
    .replace("${Partition}", "aws")
    .replace("${Region}", "eu-west-1")
    .replace("${Account}", "111111111111")
    .replace("${SchemaName}", names.schema ?? "")
    .replace("${DatabaseName}", names.database ?? "")
    .replace("${RegistryName}", names.registry ?? "")
    .replace(/\$\{\w+\}/g, "name1");
}

/**
 * Actions whose types are optional in the data, or on which AWS's sources differ: the types to grant, each with its
 * evidence. All others are granted on what they require.
 */
const DISPUTED: Readonly<Record<string, readonly [types: readonly string[], evidence: string]>> = {
  "glue:CreateConnection": [
    ["connection"],
    "permission table: connection/NAME and catalog; data: catalog, connectionType",
  ],
  "glue:CreateCrawler": [["crawler"], "AccessDenied seen on crawler/NAME; data: no type"],
  "glue:CreateDevEndpoint": [["devendpoint"], "permission table: devEndpoint/NAME; data: no type"],
  "glue:CreateInboundIntegration": [["rootcatalog"], "zero-ETL guide: the target's catalog; data: no type"],
  "glue:CreateUserDefinedFunction": [["userdefinedfunction"], "permission table: function, database, catalog"],
  "glue:DeleteCatalog": [["catalog"], "data: the catalog itself optional; the children are unresolved, see the facts"],
  "glue:DeleteDatabase": [["database"], "ARN page: all children, by the compiler"],
  "glue:DescribeConnectionType": [["connectionType"], "data: the only type, optional"],
  "glue:GetEntityRecords": [["catalog", "connection"], "data: catalog/NAME required, connection optional"],
  "glue:GetSchemaVersion": [["schema"], "data: schema and registry optional; by id there is neither"],
  "glue:GetTables": [["database"], "AWS Glue guide: without a table ARN the list is empty"],
  "glue:GetTags": [["job"], "data: twelve types, all optional"],
  "glue:ListSchemas": [["registry"], "data: the only type, optional"],
  "glue:PutSchemaVersionMetadata": [["schema"], "data: schema and registry optional"],
  "glue:QuerySchemaVersionMetadata": [["schema"], "data: schema and registry optional"],
  "glue:RemoveSchemaVersionMetadata": [["schema"], "data: schema and registry optional"],
  "glue:SearchTables": [["database"], "AWS Glue guide, as GetTables"],
  "glue:TagResource": [["job"], "data: nineteen types, all optional"],
  "glue:TestConnection": [["connection"], "data: connection and connectionType optional"],
  "glue:UntagResource": [["job"], "data: nineteen types, all optional"],
  "glue:CreateIntegration": [
    ["integration"],
    "data requires catalog, connection and database too: source or target is one",
  ],
  "glue:CreateIntegrationResourceProperty": [["database"], "as CreateIntegration: the property is of one of them"],
  "glue:CreateIntegrationTableProperties": [["database"], "as CreateIntegration"],
  "glue:DeleteIntegrationResourceProperty": [["integrationResourceProperty"], "facts: looks like alternatives"],
  "glue:DeleteIntegrationTableProperties": [["connection"], "facts: looks like alternatives"],
  "glue:GetIntegrationResourceProperty": [["integrationResourceProperty"], "as CreateIntegration"],
  "glue:GetIntegrationTableProperties": [["database"], "as CreateIntegration"],
  "glue:ListIntegrationResourceProperties": [["database"], "as CreateIntegration"],
  "glue:UpdateIntegrationResourceProperty": [["integrationResourceProperty"], "as CreateIntegration"],
  "glue:UpdateIntegrationTableProperties": [["database"], "as CreateIntegration"],
};

/** Types that stand above others: the compiler adds them. */
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  rootcatalog: ["database", "table", "connection", "userdefinedfunction", "catalog"],
  database: ["table", "userdefinedfunction"],
  registry: ["schema"],
};

/** The resources that somebody names who wants the action: none above another. */
function fittingFor(action: ActionInfo): readonly string[] {
  if (action.onlyWildcard !== false) return ["*"];
  const types = DISPUTED[action.id]?.[0] ?? action.requires;
  return types.filter((type) => !ABOVE[type]?.some((below) => types.includes(below))).map(arnOf);
}

const actionOf = (id: string): ActionInfo => {
  const action = findAction(id);
  if (action === undefined) throw new Error(`no action ${id}`);
  return action;
};

const compiled = (id: string): readonly string[] => {
  const { policies } = compilePolicy([{ actions: [id], resources: fittingFor(actionOf(id)) }]);
  const [statement] = [policies[0]?.Statement ?? []].flat();
  return [statement?.Resource ?? []].flat();
};

const codes = (id: string, resources: readonly string[], severities: readonly string[]) =>
  lintPolicy(documentWith({ Effect: "Allow", Action: id, Resource: resources }), { today: TODAY })
    .filter(({ severity }) => severities.includes(severity))
    .map(({ rule }) => rule);

test("there are 304", () => {
  expect(allActions).toHaveLength(304);
});

test("only actions whose types are optional or disputed are in the table", () => {
  const optional = allActions.filter((id) => {
    const action = actionOf(id);
    return action.onlyWildcard === false && (action.evidence !== undefined || action.requires.length === 0);
  });
  expect(optional).toEqual(
    expect.arrayContaining(Object.keys(DISPUTED).filter((id) => id !== "glue:GetEntityRecords")),
  );
  for (const id of optional.filter((name) => actionOf(name).requires.length === 0))
    expect(Object.keys(DISPUTED)).toContain(id);
});

test.each(allActions)("%s lints clean", (id) => {
  const { policies, notes } = compilePolicy([{ actions: [id], resources: fittingFor(actionOf(id)) }]);
  expect(policies).toHaveLength(1);
  expect(notes).toEqual([]);
  const findings = lintPolicy(documentOf(policies[0] as PlainPolicy), { today: TODAY });
  const rules = findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
  expect(rules.filter((rule) => !OF_THE_ACTION.includes(rule))).toEqual([]);
});

/** Each action with each type that it cannot do without. */
const needed = allActions.flatMap((id) => {
  const { requires, children, wants } = actionOf(id);
  return [
    ...[...requires, ...children].map((type) => [id, type, "error"] as const),
    ...wants.map((type) => [id, type, "warning"] as const),
  ];
});

test.each(needed)("%s without its %s: %s", (id, type, severity) => {
  const whole = compiled(id);
  const found = resourceType("glue", type);
  if (found === undefined) throw new Error(`no type ${type}`);
  const without = whole.filter((text) => !matchesType(text, found));
  expect(without.length).toBeLessThan(whole.length);
  expect(codes(id, whole, ["error", "warning"])).toEqual([]);
  expect(codes(id, without, [severity])).not.toEqual([]);
});
