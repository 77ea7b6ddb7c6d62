/**
 * Documents that become `jsonencode`, by the real provider: on a state that has the stack's text of each, a plan of the HCL changes
 * none of them.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eject } from "../../src/cli/eject";
import { DOCUMENTS, documentArguments } from "../../src/eject/document-arguments";
import { describeWithProviders, linkProviders, type ProviderSet } from "../modules/support/find-terraform";
import { makeFolder, offlineProvider } from "../modules/support/generated";
import { readSchemas } from "../modules/support/provider-schema";
import { PATIENCE, type Plan, plan } from "../modules/support/terraform";

const AWS: ProviderSet = {
  title: "the AWS provider 6.34",
  required: { aws: { source: "hashicorp/aws", version: "~> 6.34" } },
};

const ARN = "arn:aws:iam::123456789012:role/example";

/** Its keys are in another order than that of `jsonencode`, and it has what that escapes. */
const POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Read",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::123456789012:root" },
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: "*",
      Condition: { StringEquals: { "aws:PrincipalTag/team": "a<b>&c" } },
    },
  ],
};

const { Principal: _, ...IDENTITY_STATEMENT } = POLICY.Statement[0] as (typeof POLICY.Statement)[0];
const IDENTITY = { ...POLICY, Statement: [IDENTITY_STATEMENT] };

const ANY = { zeta: { b: "x<y>&z", a: [1, { d: true, c: null }] }, alpha: "1" };

const RULES = [
  {
    Name: "rule",
    Priority: 1,
    Action: { Count: {} },
    Statement: { GeoMatchStatement: { CountryCodes: ["US"] } },
    VisibilityConfig: { SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: "rule" },
  },
];

/** Documents whose contents the provider checks, by `TYPE.ARGUMENT`, or by the type. */
const CONTENTS: Readonly<Record<string, object>> = {
  aws_batch_job_definition: {
    image: "busybox",
    command: ["ls"],
    resourceRequirements: [
      { type: "VCPU", value: "0.25" },
      { type: "MEMORY", value: "512" },
    ],
  },
  aws_cloudwatch_event_archive: { source: ["aws.s3"], detail: { b: ["1"], a: ["2"] } },
  aws_cloudwatch_event_rule: { source: ["aws.s3"], detail: { b: ["1"], a: ["2"] } },
  aws_dynamodb_table_item: { pk: { S: "a<b" }, b: { N: "1" }, a: { S: "x" } },
  aws_ecr_lifecycle_policy: {
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 10 },
        action: { type: "expire" },
      },
    ],
  },
  aws_ecs_task_definition: [
    { name: "app", image: "nginx", memory: 128, command: ["a && b"], essential: true },
  ] as never,
  aws_iam_group_policy: IDENTITY,
  aws_iam_policy: IDENTITY,
  aws_iam_role_policy: IDENTITY,
  "aws_iam_role.inline_policy.policy": IDENTITY,
  aws_iam_user_policy: IDENTITY,
  aws_networkmanager_core_network_policy_attachment: {
    version: "2021.12",
    "core-network-configuration": { "asn-ranges": ["65022-65534"], "edge-locations": [{ location: "eu-west-1" }] },
  },
  aws_organizations_policy: IDENTITY,
  "aws_sns_topic_subscription.filter_policy": { z: ["a<b"], a: ["c"] },
  "aws_sns_topic_subscription.redrive_policy": { z: 1, deadLetterTargetArn: ARN },
  aws_sqs_queue_redrive_allow_policy: { sourceQueueArns: [ARN], redrivePermission: "byQueue" },
  aws_sqs_queue_redrive_policy: { maxReceiveCount: 4, deadLetterTargetArn: ARN },
  "aws_sqs_queue.redrive_allow_policy": { sourceQueueArns: [ARN], redrivePermission: "byQueue" },
  "aws_sqs_queue.redrive_policy": { maxReceiveCount: 4, deadLetterTargetArn: ARN },
  aws_ssoadmin_permission_set_inline_policy: IDENTITY,
  aws_wafv2_rule_group: RULES,
  aws_wafv2_web_acl: RULES,
};

/** Arguments whose values the provider checks. */
const ARGUMENTS: Readonly<Record<string, object>> = {
  aws_apigatewayv2_api: { protocol_type: "HTTP" },
  aws_batch_job_definition: { type: "container" },
  aws_ce_anomaly_monitor: { monitor_type: "CUSTOM" },
  aws_cloudwatch_log_account_policy: { policy_type: "DATA_PROTECTION_POLICY" },
  aws_config_organization_custom_rule: {
    trigger_types: ["ScheduledNotification"],
    lambda_function_arn: "arn:aws:lambda:eu-west-1:123456789012:function:check",
  },
  aws_dms_replication_task: { migration_type: "cdc" },
  aws_dynamodb_table_item: { hash_key: "pk" },
  aws_ecr_repository_creation_template: { applied_for: ["REPLICATION"] },
  aws_glue_crawler: { s3_target: [{ path: "s3://example" }] },
  aws_iam_role: { assume_role_policy: JSON.stringify(POLICY) },
  aws_iam_role_policy: { role: "example" },
  aws_networkmanager_core_network_policy_attachment: { core_network_id: "core-network-0123456789abcdef0" },
  aws_rds_custom_db_engine_version: { engine: "custom-oracle-ee" },
  aws_s3control_bucket_policy: {
    bucket: "arn:aws:s3-outposts:eu-west-1:123456789012:outpost/op-1/bucket/example",
  },
  aws_schemas_schema: { type: "OpenApi3" },
  aws_servicecatalog_constraint: { type: "LAUNCH" },
  aws_sns_topic: { fifo_topic: true, name: "example.fifo" },
  aws_sns_topic_subscription: { protocol: "sqs" },
  aws_transfer_access: { server_id: "s-12345678901234567" },
  aws_transfer_user: { server_id: "s-12345678901234567" },
  aws_vpclattice_auth_policy: {
    resource_identifier: "arn:aws:vpc-lattice:eu-west-1:123456789012:service/svc-1",
  },
  aws_wafv2_rule_group: { scope: "REGIONAL" },
  aws_wafv2_web_acl: { scope: "REGIONAL" },
};

/** A body of the provider's schema, as Terraform prints it. */
interface Body {
  readonly attributes?: Readonly<Record<string, { readonly required?: boolean; readonly type?: unknown }>>;
  readonly block_types?: Readonly<
    Record<string, { readonly nesting_mode: string; readonly min_items?: number; readonly block: Body }>
  >;
}

type Schemas = Readonly<Record<string, { readonly version: number; readonly block: Body }>>;

/** Each type with each of its arguments. */
const places = [...new Set(DOCUMENTS.flatMap(({ names }) => Object.keys(names)))]
  .sort()
  .flatMap((type) =>
    documentArguments(type, 6).map((argument) => ({ type, argument, name: argument.replace(".", "_") })),
  );

describeWithProviders("terraform", AWS, "documents", () => {
  test(
    "each is the same in another order of keys",
    async () => {
      const root = makeFolder();
      const schemas = resourcesIn(await readSchemas());
      const stack = join(root, "json");
      mkdirSync(stack);
      writeFileSync(join(stack, "cdk.tf.json"), JSON.stringify(stackOf(schemas)));
      await eject("json", { out: "hcl" }, root);

      const hcl = join(root, "hcl");
      const files = readdirSync(hcl).filter((name) => name.endsWith(".tf"));
      const text = files.map((name) => readFileSync(join(hcl, name), "utf8")).join("\n");
      expect(text.match(/= jsonencode\(/g)?.length).toBeGreaterThanOrEqual(places.length);
      for (const folder of [stack, hcl]) linkProviders(folder, "terraform", AWS);

      const first = await plan(stack, ["-refresh=false"]);
      writeFileSync(join(hcl, "terraform.tfstate"), JSON.stringify(stateOf(first, schemas)));
      const second = await plan(hcl, ["-refresh=false"]);
      const changed = places.filter(({ type, argument, name }) => {
        const change = second.resource_changes?.find(({ address }) => address === `${type}.${name}`)?.change;
        const [before, after] = [change?.before, change?.after].map((values) => valueIn(values, argument.split(".")));
        return typeof before !== "string" || before !== after;
      });
      expect(changed).toEqual([]);
    },
    PATIENCE,
  );
});

function resourcesIn(text: string): Schemas {
  const { provider_schemas } = JSON.parse(text) as {
    readonly provider_schemas: Readonly<Record<string, { readonly resource_schemas: Schemas }>>;
  };
  return provider_schemas["registry.terraform.io/hashicorp/aws"]?.resource_schemas ?? {};
}

function stackOf(schemas: Schemas): object {
  const resource: Record<string, Record<string, object>> = {};
  for (const { type, argument, name } of places) {
    const content = CONTENTS[`${type}.${argument}`] ?? CONTENTS[type] ?? (/polic/.test(argument) ? POLICY : ANY);
    const [outer = "", inner] = argument.split(".");
    const text = JSON.stringify(content);
    const value = inner === undefined ? text : [{ name: "inline", [inner]: text }];
    const required = requiredOf(schemas[type]?.block ?? {});
    resource[type] = { ...resource[type], [name]: { ...required, ...ARGUMENTS[type], [outer]: value } };
  }
  return {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "6.34.0" } } },
    provider: { aws: [offlineProvider] },
    resource,
  };
}

/** What a body requires, with values that most arguments take. */
function requiredOf({ attributes = {}, block_types = {} }: Body): object {
  const arguments_ = Object.entries(attributes).filter(([, { required }]) => required);
  const blocks = Object.entries(block_types).filter(([, { min_items = 0 }]) => min_items > 0);
  return Object.fromEntries([
    ...arguments_.map(([name, { type }]) => [name, someValue(name, type)]),
    ...blocks.map(([name, { block }]) => [name, [requiredOf(block)]]),
  ]);
}

function someValue(name: string, type: unknown): unknown {
  if (Array.isArray(type)) return type[0] === "map" ? { key: someValue(name, type[1]) } : [someValue(name, type[1])];
  if (type === "number") return 10;
  if (type === "bool") return true;
  if (/arns?$|^(?:execution_)?role$/.test(name)) return ARN;
  return /account_id|^owner$/.test(name) ? "123456789012" : "example";
}

/** A state in which everything is as it is planned; what is known only after apply is null. */
function stateOf({ resource_changes = [] }: Plan, schemas: Schemas): object {
  const resources = resource_changes.map(({ type, name, change }) => {
    const { version = 0, block = {} } = schemas[type] ?? {};
    const attributes = Object.keys(block.attributes ?? {}).map((one) => [one, null]);
    const blocks = Object.entries(block.block_types ?? {}).map(([one, { nesting_mode }]) => [
      one,
      nesting_mode === "single" ? null : [],
    ]);
    const values = { ...Object.fromEntries([...attributes, ...blocks]), ...(change.after as object), id: "example" };
    return {
      mode: "managed",
      type,
      name,
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [{ schema_version: version, attributes: { ...values, region: offlineProvider.region } }],
    };
  });
  return { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "test", outputs: {}, resources };
}

function valueIn(values: unknown, [name = "", ...rest]: readonly string[]): unknown {
  const value = (values as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return rest.length === 0 ? value : valueIn((value as readonly unknown[] | undefined)?.[0], rest);
}
