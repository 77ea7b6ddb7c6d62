import {
  actionHasKey,
  actionName,
  actionsMatching,
  conditionKeysOf,
  dataDate,
  findAction,
  findConditionKey,
  resourceType,
  resourceTypes,
  serviceKnowledge,
} from "../../../src/iam/data/authorization";
import { suggestAction, suggestConditionKey, suggestService } from "../../../src/iam/data/authorization-suggest";
import { actionAliases, overrides } from "../../../src/iam/data/overrides";

const action = (id: string) => {
  const found = findAction(id);
  if (found === undefined) throw new Error(`no action ${id}`);
  return found;
};

/** Glue's 85 actions without types of resources; `!`: an override says otherwise. */
const WITHOUT_TYPES = `AccessDataQualityRuntimeConfiguration BatchGetCustomEntityTypes BatchGetStageFiles
  CheckSchemaVersionValidity CreateClassifier CreateCrawler! CreateCustomEntityType CreateDataQualityRuleset
  CreateDevEndpoint! CreateGlueIdentityCenterConfiguration CreateInboundIntegration! CreateMLTransform CreateScript
  CreateSecurityConfiguration DeleteClassifier DeleteCustomEntityType DeleteGlueIdentityCenterConfiguration
  DeleteSecurityConfiguration DeregisterDataPreview DescribeInboundIntegrations GetClassifier GetClassifiers
  GetColumnStatisticsTaskRun GetColumnStatisticsTaskRuns GetColumnStatisticsTaskSettings GetCrawlerMetrics GetCrawlers
  GetCustomEntityType GetDataPreviewStatement GetDataflowGraph GetDevEndpoints GetEnvironment GetExecutors
  GetExecutorsThreads GetGeneratedCode GetGlueIdentityCenterConfiguration GetJobBookmark GetJobs GetLogParsingStatus
  GetMapping GetNotebookInstanceStatus GetPlan GetQueries GetQuery GetRecipeAction GetSecurityConfiguration
  GetSecurityConfigurations GetStage GetStageAttempt GetStageAttemptTaskList GetStageAttemptTaskSummary GetStageFiles
  GetStages GetStorage GetStorageUnit GetTriggers GlueNotebookAuthorize GlueNotebookRefreshCredentials ListBlueprints
  ListColumnStatisticsTaskRuns ListConnectionTypes ListCrawlers ListCustomEntityTypes ListDevEndpoints ListJobs
  ListRegistries ListSessions ListTriggers ListUsageProfiles ListWorkflows ManagedConnector RequestLogParsing
  ResetJobBookmark RunDataPreviewStatement SendFeedback SendRecipeAction StartCompletion! StartCrawlerSchedule
  StartNotebook StopCrawlerSchedule TerminateNotebook UpdateClassifier UpdateCrawlerSchedule
  UpdateGlueIdentityCenterConfiguration UseGlueStudio`.split(/\s+/);

test("services: in full, by name, or unknown", () => {
  expect([serviceKnowledge("GLUE"), serviceKnowledge("quicksight"), serviceKnowledge("gleu")]).toEqual([
    "full",
    "names",
    undefined,
  ]);
  expect(dataDate()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test("Glue: 304 actions, 24 types, 85 actions without types", () => {
  const all = actionsMatching("glue:*").map(action);
  expect(all).toHaveLength(304);
  expect(resourceTypes("glue")).toHaveLength(24);
  const bare = all.filter((entry) => entry.resourceTypes.length === 0).map((entry) => entry.name);
  expect(bare).toEqual(WITHOUT_TYPES.map((name) => name.replace("!", "")).sort());
  expect(bare).toHaveLength(85);
  const errors = all.filter((entry) => entry.onlyWildcard === "error").map((entry) => entry.name);
  expect(errors).toEqual(WITHOUT_TYPES.filter((name) => !name.endsWith("!")).sort());
  expect(all.filter((entry) => entry.accepts.includes("tableversion"))).toEqual([]);
});

test("an action, whatever its case", () => {
  const found = action("GLUE:gettable");
  expect(found).toMatchObject({
    id: "glue:GetTable",
    access: ["Read"],
    requires: ["database", "rootcatalog", "table"],
    accepts: ["catalog", "database", "rootcatalog", "table"],
    grant: ["database", "rootcatalog", "table"],
    wants: [],
    anyOf: [],
    children: [],
    onlyWildcard: false,
  });
  expect(findAction("glue:GetTable")).toBe(found);
  expect(findAction("glue:GetTabel")).toBeUndefined();
  expect(findAction("GetTable")).toBeUndefined();
  expect(action("glue:PutResourcePolicy").access).toEqual(["Permissions management", "Write"]);
  expect(actionName("QUICKSIGHT:createdashboard")).toBe("quicksight:CreateDashboard");
  expect(actionName("quicksight:CreateDashboards")).toBeUndefined();
  expect(action("lambda:GetAlias").accepts.length).toBeGreaterThan(0);
});

test("types have one spelling, in actions and by themselves", () => {
  expect(resourceType("Glue", "CONNECTIONTYPE")?.name).toBe("connectionType");
  const names = new Set(resourceTypes("glue").map((type) => type.name));
  for (const id of actionsMatching("glue:*")) {
    const info = action(id);
    for (const name of [...info.accepts, ...info.requires, ...info.grant, ...info.children])
      expect(names).toContain(name);
  }
});

describe("overrides", () => {
  test("every row names actions and types that there are", () => {
    for (const row of overrides) {
      for (const id of row.actions) {
        const info = action(id);
        expect(info.id).toBe(id);
        expect(info.evidence).toBe(row.evidence);
        const named = [row.grant, row.requires, row.wants, row.accepts, row.children, row.childrenOnRequest];
        for (const name of named.flatMap((list) => list ?? [])) {
          expect([id, resourceType(info.service, name)?.name]).toEqual([id, name]);
          if (!row.childrenOnRequest?.includes(name))
            expect([id, info.accepts]).toEqual([id, expect.arrayContaining([name])]);
        }
      }
      for (const id of row.companions ?? []) expect(actionName(id)).toBe(id);
    }
  });

  test("what they say", () => {
    expect(action("glue:DeleteDatabase")).toMatchObject({
      requires: ["database", "rootcatalog"],
      children: ["table", "userdefinedfunction"],
    });
    expect(action("glue:GetTables")).toMatchObject({ requires: ["rootcatalog", "database"], wants: ["table"] });
    expect(action("glue:CreateConnection")).toMatchObject({
      requires: ["rootcatalog"],
      grant: ["rootcatalog", "connection"],
    });
    expect(action("glue:CreateCrawler")).toMatchObject({ onlyWildcard: false, anyOf: ["crawler"], requires: [] });
    expect(action("glue:StartCompletion")).toMatchObject({ onlyWildcard: "warning", anyOf: [], grant: [] });
    expect(action("glue:StartJobRun")).toMatchObject({ wildcardIsFine: true, requires: ["job"] });
    expect(action("glue:DeleteCatalog")).toMatchObject({ requires: ["rootcatalog"], children: [] });
    expect(action("glue:DeleteIntegrationResourceProperty").requires).toEqual([]);
    expect(action("glue:DeleteSchema").requires).toEqual(["registry", "schema"]);
  });

  test("where S3 requires no type, one of them must match", () => {
    const types = ["accesspointobject", "object", "multiregionaccesspoint"];
    expect(action("s3:GetObject")).toMatchObject({ requires: [], anyOf: types });
    expect(action("kms:Decrypt")).toMatchObject({ requires: ["key"], accepts: ["key"] });
    expect(action("lakeformation:GetDataAccess").onlyWildcard).toBe("error");
  });
});

describe("patterns of actions", () => {
  test("of a service in full, of one by names, of all", () => {
    expect(actionsMatching("glue:*Tables")).toEqual(["glue:GetTables", "glue:SearchTables"]);
    expect(actionsMatching("Glue:getTABLE")).toEqual(["glue:GetTable"]);
    expect(actionsMatching("quicksight:CreateDashb?ard")).toEqual(["quicksight:CreateDashboard"]);
    expect(actionsMatching("glue:Fetch*")).toEqual([]);
    expect(actionsMatching("glue")).toEqual([]);
    expect(actionsMatching("*:GetDatabases")).toEqual(["glue:GetDatabases"]);
    expect(actionsMatching("*")).toHaveLength(22_091);
  });
});

describe("condition keys", () => {
  test("of an action and of its types", () => {
    expect(conditionKeysOf(action("glue:CreateJob"))).toEqual(
      expect.arrayContaining(["glue:VpcIds", "aws:TagKeys", "aws:ResourceTag/${TagKey}"]),
    );
    expect(actionHasKey(action("glue:GetTriggers"), "aws:ResourceTag/team")).toBe(false);
    expect(actionHasKey(action("glue:GetTrigger"), "aws:resourcetag/team")).toBe(true);
    expect(actionHasKey(action("glue:GetTriggers"), "aws:SourceIp")).toBe(true);
    expect(actionHasKey(action("s3:GetObject"), "s3:ExistingObjectTag/team")).toBe(true);
    expect(actionHasKey(action("s3:ListBucket"), "s3:prefix")).toBe(true);
    expect(actionHasKey(action("iam:PassRole"), "iam:PassedToService")).toBe(true);
    expect(actionHasKey(action("ec2:CreateTags"), "aws:TagKeys", ["network-interface"])).toBe(true);
    expect(actionHasKey(action("ec2:DeleteNetworkInterface"), "aws:RequestTag/team")).toBe(false);
    expect(actionHasKey(action("glue:CreateCrawler"), "aws:ResourceTag/team")).toBe(true);
  });

  test("by name", () => {
    expect(findConditionKey("aws:TAGKEYS")).toMatchObject({ name: "aws:TagKeys", multivalued: true, perService: true });
    expect(findConditionKey("aws:PrincipalTag/team")).toMatchObject({
      type: "String",
      global: true,
      perService: false,
    });
    expect(findConditionKey("glue:SubnetIds")).toMatchObject({
      type: "ArrayOfString",
      multivalued: true,
      global: false,
    });
    expect(findConditionKey("kms:EncryptionContext:aws:s3:arn")?.name).toContain("kms:EncryptionContext:");
    expect(findConditionKey("s3:ExistingObjectTag/x")).toMatchObject({ name: "s3:ExistingObjectTag/<key>" });
    expect(findConditionKey("token.actions.githubusercontent.com:sub")).toBeDefined();
    for (const key of ["lakeformation:GlueARN", "glue:resourceTag/x", "aws:TagKey", "aws:SourceArns", "nothing"]) {
      expect([key, findConditionKey(key)]).toEqual([key, undefined]);
    }
    expect(suggestConditionKey("aws:TagKey")).toBe("aws:TagKeys");
  });
});

describe("what was meant", () => {
  test("names that AWS's own pages get wrong", () => {
    expect(suggestAction("s3:ListObjectsV2")).toEqual(["s3:ListBucket"]);
    expect(suggestAction("glue:BatchCreatePartitions")).toEqual(["glue:BatchCreatePartition"]);
    expect(suggestAction("glue:GetDag")).toEqual([]);
    for (const [name, meant] of Object.entries(actionAliases)) {
      expect([name, actionName(name)]).toEqual([name, undefined]);
      for (const id of meant) expect([name, actionName(id)]).toEqual([name, id]);
    }
  });

  test("slips of the pen", () => {
    expect(suggestAction("glue:GetTabel")).toEqual(["glue:GetTable"]);
    expect(suggestAction("gleu:GetTable")).toEqual(["glue:GetTable"]);
    expect(suggestAction("glue:Xyzzyxyzzy")).toEqual([]);
    expect(suggestAction("GetTable")).toEqual([]);
    expect(suggestService("secretmanager")).toBe("secretsmanager");
  });
});
