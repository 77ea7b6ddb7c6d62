import {
  actionHasKey,
  actionName,
  actionsMatching,
  conditionKeysOf,
  dataDate,
  findAction,
  findConditionKey,
  isService,
  resourceType,
  resourceTypes,
} from "../../../src/iam/data/authorization";
import { suggestConditionKey } from "../../../src/iam/data/authorization-suggest";
import { overrides } from "../../../src/iam/data/overrides";
import { unlistedArns } from "../../../src/iam/data/unlisted-arns";

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

test("services, in any case of letters", () => {
  expect(["GLUE", "quicksight", "gleu", "", "constructor"].map(isService)).toEqual([true, true, false, false, false]);
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

  test("actions with ARNs in AWS's own policies are in the data without any", () => {
    for (const [id, policy] of unlistedArns) {
      expect([id, action(id).id, action(id).resourceTypes]).toEqual([id, id, []]);
      expect([id, action(id).onlyWildcard]).toEqual([id, "warning"]);
      expect(policy).toMatch(/^A[\w-]+$|^[A-Z][\w-]+$/);
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
  test("of one service, of several, of all", () => {
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

  test("of another service's prefix", () => {
    expect(findConditionKey("ec2:osuser")).toMatchObject({ name: "ec2:osuser", global: false });
    expect(findConditionKey("catalog:ChangeType")).toMatchObject({ name: "catalog:ChangeType" });
    expect(findConditionKey("logs:LogGeneratingResourceArns")).toBeDefined();
    expect(actionHasKey(action("ec2-instance-connect:SendSSHPublicKey"), "ec2:osuser")).toBe(true);
    expect(actionHasKey(action("ec2:RunInstances"), "ec2:osuser")).toBe(false);
  });

  test("that no action has in the data hold nobody knows where", () => {
    expect(actionHasKey(action("states:InvokeHTTPEndpoint"), "states:HTTPMethod")).toBe(true);
    expect(actionHasKey(action("kms:CreateKey"), "kms:CustomerMasterKeySpec")).toBe(true);
    expect(actionHasKey(action("s3:GetObject"), "states:HTTPMethod")).toBe(true);
    expect(actionHasKey(action("states:InvokeHTTPEndpoint"), "states:StateMachineQualifier")).toBe(false);
  });
});
