/** The first plan works whatever the caller passes: strings that are known only after apply, in every input. */
import { describeWith } from "./support/find-terraform";
import { generatedModules } from "./support/generated";
import { apartInputs, modulesWithApartInputs, unknownInputs, usualInputs } from "./support/module-inputs";
import { normalisePolicy } from "./support/policy";
import { type Call, type RootModule, UNKNOWN, writeRootModule } from "./support/root-module";
import { initialise, PATIENCE, type Plan, plan, plannedResources } from "./support/terraform";

/** The roles whose policies must stay readable in the plan, and the input that names the role. */
const ROLE_MODULES = { "glue-role": "name", "glue-role-policies": "role_name" } as const;

const READ_CATALOG = ["BatchGetPartition", "GetDatabase", "GetPartition", "GetPartitions", "GetTable", "GetTables"];
const WRITE_CATALOG = [
  "BatchCreatePartition",
  "BatchUpdatePartition",
  "CreatePartition",
  "CreateTable",
  "UpdatePartition",
  "BatchDeletePartition",
  "DeletePartition",
  "DeleteTable",
  "UpdateDatabase",
  "UpdateTable",
];
const actions = (service: string, ...names: string[]) => names.map((name) => `${service}:${name}`).sort();

/** Every statement of a role that uses everything, all of it unknown: its Sid and its actions. */
const STATEMENTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  s3: {
    ListToRead0: ["s3:ListBucket"],
    ListToRead1: ["s3:ListBucket"],
    ReadObjects: ["s3:GetObject"],
    ListToWrite0: ["s3:ListBucket"],
    ListToWrite1: ["s3:ListBucket"],
    WriteObjects: actions("s3", "AbortMultipartUpload", "DeleteObject", "GetObject", "PutObject"),
  },
  kms: {
    Decrypt: ["kms:Decrypt"],
    EncryptAndDecrypt: actions("kms", "Decrypt", "Encrypt", "GenerateDataKey"),
    DecryptCredentials: ["kms:Decrypt"],
  },
  glue: {
    ReadCatalog: actions("glue", ...READ_CATALOG),
    WriteCatalog: actions("glue", ...READ_CATALOG, ...WRITE_CATALOG),
    UseConnections: ["glue:GetConnection"],
    ReadSecrets: ["secretsmanager:GetSecretValue"],
    ReadBookmarks: ["glue:GetJobBookmark"],
    WriteLogs: actions("logs", "CreateLogGroup", "CreateLogStream", "PutLogEvents"),
    WriteMetrics: ["cloudwatch:PutMetricData"],
    UseLakeFormation: ["lakeformation:GetDataAccess"],
    OptimizeTables: actions("glue", "GetTable", "UpdateTable"),
    EvaluateDataQuality: actions(
      "glue",
      ...["GetDataQualityResult", "GetDataQualityRuleset", "GetDataQualityRulesetEvaluationRun", "PublishDataQuality"],
    ),
    ReadDataQualityLibraries: ["s3:GetObject"],
    WriteDataQualityMetrics: ["cloudwatch:PutMetricData"],
  },
  vpc: {
    DescribeNetwork: actions(
      "ec2",
      ...["DescribeNetworkInterfaces", "DescribeRouteTables", "DescribeSecurityGroups", "DescribeSubnets"],
      "DescribeVpcEndpoints",
    ),
    DescribeVpc: ["ec2:DescribeVpcAttribute"],
    CreateNetworkInterfaces: ["ec2:CreateNetworkInterface"],
    DeleteNetworkInterfaces: ["ec2:DeleteNetworkInterface"],
    TagNetworkInterfaces: actions("ec2", "CreateTags", "DeleteTags"),
  },
};

/** The statements of the modules with one policy, when all is unknown. */
const SIDS: Readonly<Record<string, readonly string[]>> = {
  "glue-deployer": [
    "PassRoles",
    "WriteJobs",
    "ManageJobs",
    "ManageCrawlers",
    "ManageTriggers",
    "ManageDatabases",
    "DeleteDatabases",
    "ManageConnections",
  ],
  "glue-session-client": [
    "CreateOwnSessions",
    "TagOwnSessions",
    "UseOwnSessions",
    "ListSessions",
    "KeepOwnerTag",
    "PassRuntimeRoles",
  ],
};

interface Statement {
  readonly sid: string | null;
  readonly actions: readonly (string | null)[] | null;
  readonly resources: readonly (string | null)[] | null;
}

/** The policy documents that the plan leaves to the apply, by name; `trust` is no policy of the role. */
function deferredDocuments({ resource_changes: changes = [] }: Plan, call: string) {
  const documents = changes.filter(
    ({ address, type, name }) =>
      type === "aws_iam_policy_document" && address.startsWith(`module.${call}.`) && name !== "trust",
  );
  return Object.fromEntries(
    documents.map(({ name, change }) => {
      expect(change.actions).toEqual(["read"]);
      return [name, (change.after?.statement ?? []) as readonly Statement[]];
    }),
  );
}

const USES = ["everything", "usual"] as const;

/** One plan of all modules: two calls of each, with `everything` unknown, and what is `usual`; further ones for inputs that stand alone. */
function planUnknown(): Promise<Plan> {
  const calls = generatedModules.flatMap((module): readonly (readonly [string, Call])[] => [
    [`${module}_everything`, { module, inputs: unknownInputs(module, UNKNOWN) }],
    [`${module}_usual`, { module, inputs: usualInputs(module, UNKNOWN) }],
  ]);
  const apart = modulesWithApartInputs.flatMap((module) =>
    apartInputs(module, UNKNOWN).map((inputs, index): readonly [string, Call] => [
      `${module}_apart_${index}`,
      { module, inputs },
    ]),
  );
  return planRoot({ calls: Object.fromEntries([...calls, ...apart]) });
}

async function planRoot(root: RootModule): Promise<Plan> {
  const folder = writeRootModule(root);
  await initialise(folder);
  return plan(folder);
}

describeWith("terraform", "values known only after apply", () => {
  let result: Plan;
  beforeAll(async () => {
    result = await planUnknown();
  }, PATIENCE);

  test.each(generatedModules)(
    "%s plans with every string input unknown",
    (name) => {
      const { resource_changes: changes = [] } = result;
      for (const use of [...USES, ...apartInputs(name, UNKNOWN).map((_, index) => `apart_${index}`)]) {
        const made = changes.filter(
          ({ address, mode }) => address.startsWith(`module.${name}_${use}.`) && mode === "managed",
        );
        expect(made.length).toBeGreaterThan(0);
        expect(new Set(made.flatMap(({ change }) => change.actions))).toEqual(new Set(["create"]));
      }
    },
    PATIENCE,
  );

  test.each(Object.keys(ROLE_MODULES))(
    "%s shows every statement and its actions in such a plan",
    (name) => {
      for (const use of USES) {
        const shown = Object.entries(deferredDocuments(result, `${name}_${use}`)).map(([document, statements]) => [
          document,
          Object.fromEntries(statements.map((statement) => [statement.sid, [...(statement.actions ?? [])].sort()])),
        ]);
        expect(Object.fromEntries(shown)).toEqual(STATEMENTS);
      }
    },
    PATIENCE,
  );

  test.each(Object.entries(SIDS))(
    "%s shows every statement and its actions in such a plan",
    (name, sids) => {
      for (const use of USES) {
        const { this: statements, ...others } = deferredDocuments(result, `${name}_${use}`);
        expect(others).toEqual({});
        expect(statements?.map(({ sid }) => sid)).toEqual(sids);
        for (const { actions: granted } of statements ?? []) expect(granted).not.toContain(null);
      }
    },
    PATIENCE,
  );

  test.each(Object.entries(ROLE_MODULES))(
    "%s plans with a key, a secret and a bucket made beside the call",
    async (name, role) => {
      const key = "${aws_kms_key.this.arn}";
      const inputs = {
        [role]: "orders",
        account_id: "111111111111",
        read_s3: ["s3://${aws_s3_bucket.this.bucket}"],
        read_kms_keys: [key],
        write_kms_keys: [key],
        connections: [
          {
            name: "orders",
            credentials: { secret_arn: "${aws_secretsmanager_secret.this.arn}", kms_key_arns: [key] },
          },
        ],
      };
      const made = await planRoot({
        calls: { this: { module: name, inputs } },
        resource: {
          aws_kms_key: { this: {} },
          aws_s3_bucket: { this: { bucket: "example-data" } },
          aws_secretsmanager_secret: { this: { name: "orders" } },
        },
      });

      const { kms, glue, ...others } = deferredDocuments(made, "this");
      expect(others).toEqual({});
      expect(kms).toMatchObject([
        { sid: "Decrypt", actions: ["kms:Decrypt"], resources: [null] },
        { sid: "EncryptAndDecrypt", actions: STATEMENTS.kms?.EncryptAndDecrypt, resources: [null] },
        { sid: "DecryptCredentials", actions: ["kms:Decrypt"], resources: [null] },
      ]);
      expect(glue?.map(({ sid, resources }) => [sid, resources?.includes(null)])).toEqual([
        ["UseMetastore", false],
        ["UseConnections", false],
        ["ReadSecrets", true],
        ["ReadBookmarks", false],
        ["WriteLogs", false],
        ["WriteMetrics", false],
      ]);
      const s3 = plannedResources(made).find(({ address }) => address === "module.this.aws_iam_policy.s3[0]");
      expect(normalisePolicy(s3?.values.policy)).toMatchObject({
        Statement: [{ Resource: "arn:aws:s3:::example-data" }, { Resource: "arn:aws:s3:::example-data/*" }],
      });
    },
    PATIENCE,
  );
});
