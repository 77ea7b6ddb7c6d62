/** Grants by actor over known values: the least, whole, and clean for the linter. */
import fc from "fast-check";
import { glueAncestors } from "../../../src/iam/arn/catalog-tree";
import { samePolicy } from "../../../src/iam/document/normal-form";
import type { PlainPolicy, PlainStatement } from "../../../src/iam/document/plain-policy";
import {
  type Actor,
  type DefaultDatabase,
  grantDeployer,
  grantRole,
  grantSessionClient,
  type RoleOptions,
  roleGrants,
  rowsOf,
} from "../../../src/iam/grants";
import { lintPolicy } from "../../../src/iam/lint";
import { documentOf } from "../policies";
import { clientWiring, deployerWiring, PLACE, roleWiring } from "./wirings";

const GLUE = `arn:aws:glue:${PLACE.region}:${PLACE.account}`;

/** Codes of what a careful engineer would mend. */
const lint = (policy: PlainPolicy) =>
  lintPolicy(documentOf(policy), { today: "2026-10-01" })
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, statement, message }) => `${rule} ${statement?.sid}: ${message}`);

const statementsOf = (policy: PlainPolicy | undefined) => (policy?.Statement ?? []) as readonly PlainStatement[];
const sidsOf = (policy: PlainPolicy | undefined) => statementsOf(policy).map(({ Sid }) => Sid);
const find = (policy: PlainPolicy | undefined, sid: string) => statementsOf(policy).find(({ Sid }) => Sid === sid);
const role = (options: Omit<RoleOptions, "region" | "account">) => grantRole({ ...PLACE, ...options });

test("every role lints clean, and names what stands above each resource of the catalog", () => {
  fc.assert(
    fc.property(roleWiring, (options) => {
      for (const policy of Object.values(grantRole(options))) {
        expect(lint(policy)).toEqual([]);
        for (const { Resource } of statementsOf(policy)) {
          const resources = [Resource ?? []].flat();
          for (const node of resources.flatMap(glueAncestors)) expect(resources).toContain(node.arn);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["a whole bucket", "s3://data", undefined],
  ["a folder", "s3://data/in/", { StringLike: { "s3:prefix": ["in/*"] } }],
  [
    "an object",
    "s3://data/in/key.txt",
    { StringLike: { "s3:prefix": ["in/key.txt"] }, StringEquals: { "s3:delimiter": ["/"] } },
  ],
  [
    "an object at the top",
    "s3://data/key",
    { StringLike: { "s3:prefix": ["key"] }, StringEquals: { "s3:delimiter": ["/"] } },
  ],
])("%s is listed as far as it reaches, to read and to write", (_title, uri, condition) => {
  expect(find(role({ readS3: [uri] }).s3, "ListToRead0")?.Condition).toEqual(condition);
  expect(find(role({ writeS3: [uri] }).s3, "ListToWrite0")?.Condition).toEqual(condition);
});

test("every session client lints clean", () => {
  fc.assert(fc.property(clientWiring, (options) => expect(lint(grantSessionClient(options))).toEqual([])));
});

test("every deployer lints clean", () => {
  fc.assert(
    fc.property(deployerWiring, (options) => {
      const policy = grantDeployer(options);
      expect(policy === undefined ? [] : lint(policy)).toEqual([]);
    }),
  );
});

test.each<readonly [Actor, readonly string[], string]>([
  ["job", ["UseMetastore", "ReadBookmarks", "WriteLogs", "WriteMetrics"], "/aws-glue/jobs/*"],
  ["crawler", ["WriteLogs"], "/aws-glue/crawlers*"],
  ["session", ["UseMetastore", "WriteLogs", "WriteMetrics"], "/aws-glue/sessions/*"],
  ["optimizer", ["WriteLogs"], "/aws-glue/iceberg-compaction/*"],
  [
    "data_quality",
    ["WriteLogs", "EvaluateDataQuality", "ReadDataQualityLibraries", "WriteDataQualityMetrics"],
    "/aws-glue/data-quality/*",
  ],
  ["databrew-project", ["WriteLogs"], "/aws-glue-databrew/*"],
  ["databrew-job", ["WriteLogs"], "/aws-glue-databrew/*"],
])("a %s without data", (actor, sids, group) => {
  const policies = role({ usedBy: [actor] });
  expect(Object.keys(policies)).toEqual(["glue"]);
  expect(sidsOf(policies.glue)).toEqual(sids);
  const { Resource } = find(policies.glue, "WriteLogs") ?? {};
  expect([Resource].flat()[0]).toBe(`arn:aws:logs:${PLACE.region}:${PLACE.account}:log-group:${group}`);
});

test("only a crawler deletes tables, and nobody networks without a connection", () => {
  const actions = (actor: Actor) => find(role({ usedBy: [actor], writeTables: ["a.*"] }).glue, "WriteCatalog")?.Action;
  expect(actions("crawler")).toContain("glue:DeleteTable");
  expect(actions("job")).not.toContain("glue:DeleteTable");
  expect(role({ connections: [{ name: "db" }] }).vpc).toBeUndefined();
});

test("log groups: the group, those below it, and with encryption those with the name of a security configuration", () => {
  const logs = (encryptedLogs: boolean) =>
    find(role({ usedBy: ["crawler"], logGroups: ["/orders"], encryptedLogs }).glue, "WriteLogs");
  const arns = (...groups: readonly string[]) =>
    groups.map((group) => `arn:aws:logs:${PLACE.region}:${PLACE.account}:log-group:${group}`);
  expect(logs(false)?.Resource).toEqual(arns("/aws-glue/crawlers*", "/orders:*", "/orders/*"));
  expect(logs(false)?.Action).not.toContain("logs:AssociateKmsKey");
  expect(logs(true)?.Resource).toEqual(arns("/aws-glue/crawlers*", "/orders:*", "/orders/*", "/orders-*"));
  expect(logs(true)?.Action).toContain("logs:AssociateKmsKey");
});

test.each<readonly [DefaultDatabase | undefined, readonly string[] | undefined]>([
  [undefined, ["glue:GetDatabase"]],
  ["read", ["glue:GetDatabase"]],
  ["create", ["glue:GetDatabase", "glue:CreateDatabase"]],
  ["none", undefined],
])("the database default: %s", (defaultDatabase, actions) => {
  const statement = find(role(defaultDatabase === undefined ? {} : { defaultDatabase }).glue, "UseMetastore");
  expect(statement?.Action).toEqual(actions);
  expect(statement?.Resource).toEqual(actions && [`${GLUE}:catalog`, `${GLUE}:database/default`]);
});

test("a session client: its own sessions, the exact role", () => {
  const policy = grantSessionClient({ ...PLACE, runtimeRoleArns: ["arn:aws:iam::111111111111:role/a/b"] });
  expect(find(policy, "PassRuntimeRoles")).toEqual({
    Sid: "PassRuntimeRoles",
    Effect: "Allow",
    Action: ["iam:PassRole"],
    Resource: ["arn:aws:iam::111111111111:role/a/b"],
    Condition: { StringEquals: { "iam:PassedToService": ["glue.amazonaws.com"] } },
  });
  expect(find(policy, "UseOwnSessions")?.Condition).toEqual({
    StringEquals: { "aws:ResourceTag/owner": ["${aws:userid}"] },
  });
});

test("a deployer: a database goes with what is in it, and only where deletes are allowed", () => {
  const deployer = (mayDelete: boolean) => grantDeployer({ ...PLACE, databases: ["sales"], mayDelete });
  expect(find(deployer(true), "DeleteDatabases")?.Resource).toEqual(
    ["catalog", "database/sales", "table/sales/*", "userDefinedFunction/sales/*"].map((path) => `${GLUE}:${path}`),
  );
  expect(sidsOf(deployer(false))).toEqual(["ManageDatabases"]);
  expect(grantDeployer(PLACE)).toBeUndefined();
});

test("each statement has a reason, in whole sentences", () => {
  const rows = Object.values(roleGrants(PLACE)).flatMap(rowsOf);
  for (const { reason } of rows) expect(reason).toMatch(/^[A-Z].*\.$/);
  expect(new Set(rows.map(({ sid }) => sid)).size).toBe(rows.length);
});

test("the partition is that of the region", () => {
  const { glue } = grantRole({ region: "cn-north-1", account: PLACE.account });
  expect(find(glue, "WriteLogs")?.Resource).toContain(
    "arn:aws-cn:logs:cn-north-1:111111111111:log-group:/aws-glue/jobs/*",
  );
  expect(samePolicy(documentOf(glue as PlainPolicy), documentOf(role({}).glue as PlainPolicy))).toBe(false);
});
