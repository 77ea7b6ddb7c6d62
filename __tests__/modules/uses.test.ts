/** One definition, three uses: `inline` and `module` plan the same arguments with the same inputs. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import * as pack from "../../modules";
import { App, LocalBackend, TerraformStack } from "../../src/cdk";
import { describeWith } from "./support/find-terraform";
import { initialiseWithBackend, type PlannedModule, plan } from "./support/terraform";

const ACCOUNT = "111111111111";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/orders`;

/** Each module of the pack with inputs that are known, and with one that is not. */
function callAll(stack: TerraformStack, use: "inline" | "module", sources: string): void {
  const key = new KmsKey(stack, "key", {});
  const at = (name: string) => (use === "module" ? { source: join(sources, name) } : {});
  const database = pack.glueCatalogDatabase[use](stack, "database", {
    ...at("glue-catalog-database"),
    name: "orders",
    parameters: { "a b": "literal ${x} and %{y}" },
    create_table_default_permissions: [],
  });
  const role = pack.glueRole[use](stack, "role", {
    ...at("glue-role"),
    name: "orders",
    account_id: ACCOUNT,
    read_s3: ["s3://data/in/", "s3://whole"],
    write_s3: ["s3://lake"],
    // Not the database's output: Terraform defers a data source that depends directly on a resource with changes.
    read_tables: ["orders.*"],
    read_kms_keys: [key.arn],
    aws_managed_policies: ["service-role/AWSGlueServiceRole"],
    policy_arns: { own: `arn:aws:iam::${ACCOUNT}:policy/own` },
    connections: [
      { name: "plain" },
      {
        name: "db",
        credentials: {
          secret_arn: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:s-abcdef`,
          kms_key_arns: [key.arn],
        },
        network: { subnet_id: "subnet-1", security_group_ids: ["sg-1", "sg-2"] },
      },
    ],
    trust_condition: "arn",
    lake_formation: { data_locations: ["arn:aws:s3:::lake"] },
  });
  pack.glueRolePolicies[use](stack, "policies", {
    ...at("glue-role-policies"),
    role_name: "other",
    account_id: ACCOUNT,
    used_by: ["crawler"],
    write_tables: ["lake.*"],
  });
  pack.glueSessionClient[use](stack, "client", {
    ...at("glue-session-client"),
    name: "sessions",
    account_id: ACCOUNT,
    runtime_role_arns: [ROLE],
    vpc_ids: ["vpc-1"],
  });
  pack.glueDeployer[use](stack, "deployer", {
    ...at("glue-deployer"),
    name: "deployer",
    account_id: ACCOUNT,
    role_arns: [ROLE],
    jobs: ["orders-*"],
    databases: ["orders"],
    allow_delete: false,
  });
  pack.iamRole[use](stack, "iam", {
    ...at("iam-role"),
    name: "any",
    services: ["glue.amazonaws.com"],
    source_account: ACCOUNT,
    inline_policies: { extra: '{"Version":"2012-10-17","Statement":[]}' },
  });
  const job = pack.glueJob[use](stack, "job", {
    ...at("glue-job"),
    name: "orders",
    role_arn: role.outputs.arn,
    script_location: "s3://scripts/orders.py",
    glue_version: "5.0",
    schedule: "cron(0 18 * * ? *)",
    notify_delay_after: 5,
    python_modules: ["pandas==2.2.2"],
    spark_conf: { "spark.ui.enabled": "false" },
    tags: { Name: "${literal}" },
  });
  pack.glueCrawler[use](stack, "crawler", {
    ...at("glue-crawler"),
    name: "orders",
    role_arn: ROLE,
    database_name: database.outputs.name,
    s3_targets: [{ path: "s3://data/in/" }, { path: "s3://whole/", exclusions: ["**/_*"] }],
    lake_formation_configuration: {},
  });
  pack.glueTrigger[use](stack, "trigger", {
    ...at("glue-trigger"),
    name: "after",
    starts: [{ job: job.outputs.name, notify_delay_after: 3 }],
    after: [{ crawler: "orders" }],
  });
}

const offline = {
  provider: {
    aws: {
      access_key: "test",
      secret_key: "test",
      skip_credentials_validation: true,
      skip_requesting_account_id: true,
      skip_metadata_api_check: true,
      skip_region_validation: true,
    },
  },
};

/** The managed resources of a plan: type and arguments, without addresses. */
function argumentsOf(module: PlannedModule): readonly string[] {
  const own = (module.resources ?? [])
    .filter(({ mode }) => mode === "managed")
    .map(({ type, values }) => `${type} ${JSON.stringify(values)}`);
  return [...own, ...(module.child_modules ?? []).flatMap(argumentsOf)].sort();
}

describeWith("terraform", "inline and module", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tfwright-uses-"));
    cpSync(join(__dirname, "..", "..", "generated"), join(folder, "generated"), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("plan the same resources with the same arguments", async () => {
    const planned: Record<string, readonly string[]> = {};
    const addresses: string[] = [];
    for (const use of ["inline", "module"] as const) {
      const app = new App({ stackTraces: false, outdir: join(folder, `${use}.out`) });
      const stack = new TerraformStack(app, use);
      new AwsProvider(stack, "aws", { region: "eu-west-1" });
      stack.addOverride("terraform.required_providers.aws.version", ">= 6.0");
      new LocalBackend(stack, { path: "terraform.tfstate" });
      callAll(stack, use, join(folder, "generated", "modules"));
      app.synth();
      const workspace = join(folder, `${use}.out`, "stacks", use);
      writeFileSync(join(workspace, "offline_override.tf.json"), JSON.stringify(offline));
      await initialiseWithBackend(workspace);
      const planOf = await plan(workspace);
      planned[use] = argumentsOf(planOf.planned_values.root_module);
      if (use === "inline")
        addresses.push(...(planOf.planned_values.root_module.resources ?? []).map(({ address }) => address));
    }
    expect(planned.inline?.length).toBeGreaterThan(20);
    expect(planned.inline).toEqual(planned.module);
    // `this` is called by the id, others by the id and their name; what is known folds, so that no index is left.
    expect(addresses).toEqual(
      expect.arrayContaining([
        "aws_glue_job.job",
        "aws_glue_trigger.job_schedule",
        "aws_iam_policy.role_s3",
        'aws_iam_role_policy_attachment.role_aws_managed["service-role/AWSGlueServiceRole"]',
        'aws_iam_role_policy_attachment.role["own"]',
      ]),
    );
  }, 120_000);
});
