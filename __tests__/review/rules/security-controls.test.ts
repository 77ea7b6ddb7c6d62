/** What controls of Prowler, KICS, AWS Config and Security Hub ask for, as a change from the good value to the bad one: it is told, and the way back is not. */
import type { Json } from "../../../src/json/json-value";
import { type GivenChange, reviewOf } from "../support";
import { created, expectHarmless, expectTold, updated } from "./one-change";

/** A change of a type, as it is told, from what is good to what is not. */
type Worse = [want: string, type: string, good: Readonly<Record<string, Json>>, bad: Readonly<Record<string, Json>>];

const emr = (EnableAtRestEncryption: boolean) => ({
  configuration: JSON.stringify({
    EncryptionConfiguration: { EnableAtRestEncryption, EnableInTransitEncryption: true },
  }),
});
const network = (policy: Json) => ({ type: "network", policy: JSON.stringify([policy]) });
const recorder = (group: Json) => ({ recording_group: [group] });
const setting = (name: string, value: string) => ({ setting: [{ namespace: "n", name, value }] });
const TOPIC = "arn:aws:sqs:eu-west-1:111122223333:q";

const WORSE: readonly Worse[] = [
  [
    "encryption-off attention: configuration.EncryptionConfiguration.EnableAtRestEncryption true → false",
    "aws_emr_security_configuration",
    emr(true),
    emr(false),
  ],
  [
    "public-endpoint danger: network: policy.AllowFromPublic false → true",
    "aws_opensearchserverless_security_policy",
    network({ AllowFromPublic: false, SourceVPCEs: ["vpce-1"] }),
    network({ AllowFromPublic: true }),
  ],
  [
    "access-setting attention: /ssm/documents/console/public-sharing-permission: setting_value Disable → Enable",
    "aws_ssm_service_setting",
    { setting_id: "/ssm/documents/console/public-sharing-permission", setting_value: "Disable" },
    { setting_id: "/ssm/documents/console/public-sharing-permission", setting_value: "Enable" },
  ],
  [
    'guest-access danger: default_cache_behavior.trusted_key_groups ["k"] → []',
    "aws_cloudfront_distribution",
    { default_cache_behavior: [{ trusted_key_groups: ["k"] }] },
    { default_cache_behavior: [{ trusted_key_groups: [] }] },
  ],
  [
    "network-not-compared attention: client_list 10.1.0.0/16 → 10.0.0.0/8",
    "aws_storagegateway_nfs_file_share",
    { client_list: ["10.1.0.0/16"] },
    { client_list: ["10.0.0.0/8"] },
  ],
  [
    "encryption-off danger: redis_settings.ssl_security_protocol ssl-encryption → plaintext",
    "aws_dms_endpoint",
    { redis_settings: [{ ssl_security_protocol: "ssl-encryption" }] },
    { redis_settings: [{ ssl_security_protocol: "plaintext" }] },
  ],
  [
    "access-setting attention: mongodb_settings.auth_type password → no",
    "aws_dms_endpoint",
    { mongodb_settings: [{ auth_type: "password" }] },
    { mongodb_settings: [{ auth_type: "no" }] },
  ],
  [
    "access-setting attention: session_policy {} → (none)",
    "aws_rolesanywhere_profile",
    {
      session_policy: "{}",
    },
    { session_policy: null },
  ],
  [
    "access-setting attention: volume.efs_volume_configuration.authorization_config.iam ENABLED → DISABLED",
    "aws_ecs_task_definition",
    { volume: [{ name: "v", efs_volume_configuration: [{ authorization_config: [{ iam: "ENABLED" }] }] }] },
    { volume: [{ name: "v", efs_volume_configuration: [{ authorization_config: [{ iam: "DISABLED" }] }] }] },
  ],
  [
    "access-setting attention: authentication_protocol MS-CHAPv2 → PAP",
    "aws_directory_service_radius_settings",
    { authentication_protocol: "MS-CHAPv2" },
    { authentication_protocol: "PAP" },
  ],
  [
    "access-setting attention: default_root_object index.html → (none)",
    "aws_cloudfront_distribution",
    { default_root_object: "index.html" },
    { default_root_object: "" },
  ],
  [
    "logging-off attention: insight_selector.insight_type loses ApiErrorRateInsight",
    "aws_cloudtrail",
    { insight_selector: [{ insight_type: "ApiCallRateInsight" }, { insight_type: "ApiErrorRateInsight" }] },
    { insight_selector: [{ insight_type: "ApiCallRateInsight" }] },
  ],
  [
    "logging-off attention: cloudwatch_log_group_arn arn:aws:logs:::l → (none)",
    "aws_datasync_task",
    { cloudwatch_log_group_arn: "arn:aws:logs:::l" },
    { cloudwatch_log_group_arn: null },
  ],
  [
    "logging-off attention: replication_task_settings.Logging.EnableLogging true → false",
    "aws_dms_replication_task",
    { replication_task_settings: '{"Logging":{"EnableLogging":true}}' },
    { replication_task_settings: '{"Logging":{"EnableLogging":false}}' },
  ],
  [
    "safeguard-off attention: dead_letter_config.arn arn:aws:sqs:eu-west-1:111122223333:q → (none)",
    "aws_cloudwatch_event_bus",
    { dead_letter_config: [{ arn: TOPIC }] },
    { dead_letter_config: [] },
  ],
  [
    "encryption-off danger: encryption_mode must_encrypt → no_encrypt",
    "aws_dx_connection",
    { encryption_mode: "must_encrypt" },
    { encryption_mode: "no_encrypt" },
  ],
  [
    "redundancy-off attention: replication_factor 3 → 1",
    "aws_dax_cluster",
    { replication_factor: 3 },
    { replication_factor: 1 },
  ],
  [
    "redundancy-off attention: replication_config.state ENABLED → DISABLED",
    "aws_cloudwatch_event_endpoint",
    { replication_config: [{ state: "ENABLED" }] },
    { replication_config: [{ state: "DISABLED" }] },
  ],
  [
    "password-policy-weaker attention: password_reuse_prevention 24 → 3",
    "aws_iam_account_password_policy",
    { password_reuse_prevention: 24 },
    { password_reuse_prevention: 3 },
  ],
  [
    "safeguard-off attention: dkim_signing_attributes.next_signing_key_length RSA_2048_BIT → RSA_1024_BIT",
    "aws_sesv2_email_identity",
    { dkim_signing_attributes: [{ next_signing_key_length: "RSA_2048_BIT" }] },
    { dkim_signing_attributes: [{ next_signing_key_length: "RSA_1024_BIT" }] },
  ],
];

test.each(WORSE)("%s of %s", (want, type, good, bad) => {
  expectTold(updated(type, good, bad), [want]);
  expectHarmless(updated(type, bad, good));
});

test.each<[want: string, type: string, given: Readonly<Record<string, Json>>]>([
  [
    "encryption-off danger: export_config.s3_destination.encryption_disabled false → true",
    "aws_codebuild_report_group",
    {
      export_config: [{ type: "S3", s3_destination: [{ encryption_disabled: true }] }],
    },
  ],
])("%s of %s", (want, type, bad) => {
  const good = JSON.parse(JSON.stringify(bad).replace("true", "false")) as Readonly<Record<string, Json>>;
  expectTold(updated(type, good, bad), [want]);
  expectHarmless(updated(type, bad, good));
});

test.each<[name: string, given: GivenChange]>([
  [
    "all types are recorded in place of some",
    updated(
      "aws_config_configuration_recorder",
      recorder({ all_supported: false, resource_types: ["AWS::EC2::Instance"] }),
      recorder({ all_supported: true, resource_types: [] }),
    ),
  ],
  [
    "a distribution that asks for signed URLs from now on",
    updated(
      "aws_cloudfront_distribution",
      { default_cache_behavior: [{ trusted_key_groups: [] }] },
      { default_cache_behavior: [{ trusted_key_groups: ["k"] }] },
    ),
  ],
  [
    "what is traced less is a note",
    updated(
      "aws_sfn_state_machine",
      { tracing_configuration: [{ enabled: true }] },
      { tracing_configuration: [{ enabled: false }] },
    ),
  ],
  [
    "updates of the platform are a note",
    updated(
      "aws_elastic_beanstalk_environment",
      setting("ManagedActionsEnabled", "true"),
      setting("ManagedActionsEnabled", "false"),
    ),
  ],
  ["a new distribution without a root object", created("aws_cloudfront_distribution", { default_root_object: null })],
  [
    "a new domain with the network of a VPC alone",
    created("aws_opensearchserverless_security_policy", network({ AllowFromPublic: false })),
  ],
])("no danger: %s", (_name, given) => {
  expectHarmless(given);
});

test("a recorder of some types that loses one is still told", () => {
  const types = (...resource_types: readonly string[]) => recorder({ all_supported: false, resource_types });
  expectTold(
    updated(
      "aws_config_configuration_recorder",
      types("AWS::EC2::Instance", "AWS::S3::Bucket"),
      types("AWS::S3::Bucket"),
    ),
    ["safeguard-off attention: recording_group.resource_types loses AWS::EC2::Instance"],
  );
});

test("a new network policy that lets the Internet in, and one more endpoint", () => {
  expectTold(created("aws_opensearchserverless_security_policy", network({ AllowFromPublic: true })), [
    "public-endpoint attention: a new one with network: policy.AllowFromPublic true",
  ]);
  const endpoints = (...SourceVPCEs: readonly string[]) => network({ AllowFromPublic: false, SourceVPCEs });
  expectTold(updated("aws_opensearchserverless_security_policy", endpoints("vpce-1"), endpoints("vpce-1", "vpce-2")), [
    "network-not-compared attention: network: policy.SourceVPCEs gains vpce-2",
  ]);
  expectHarmless(
    updated("aws_opensearchserverless_security_policy", endpoints("vpce-1", "vpce-2"), endpoints("vpce-1")),
  );
});

test("another setting of Systems Manager is told whichever way it goes", () => {
  const value = (setting_value: string) => ({
    setting_id: "/ssm/managed-instance/default-ec2-instance-management-role",
    setting_value,
  });
  expectTold(updated("aws_ssm_service_setting", value("a"), value("b")), [
    "access-setting attention: setting_value a → b",
  ]);
});

describe("machines of a node group that are reached by SSH", () => {
  const nodes = (remote: Json) => ({ node_group_name: "n", remote_access: remote });
  const KEY = "access-setting attention: a new one with remote_access.ec2_ssh_key k";
  const unknownGroup = { remote_access: [{ source_security_group_ids: true }] };
  const OPEN = nodes([{ ec2_ssh_key: "k", source_security_group_ids: [] }]);
  const CLOSED = nodes([{ ec2_ssh_key: "k", source_security_group_ids: ["sg-1"] }]);

  test("with a key and without a security group, by everybody", () => {
    const want = "network-opened danger: 0.0.0.0/0 reaches port 22 of the machines of the node group";
    expectTold(created("aws_eks_node_group", OPEN), [want, KEY]);
    expectTold(updated("aws_eks_node_group", CLOSED, OPEN), [want]);
  });

  test.each([
    ["with a security group", CLOSED, {}],
    ["with a group that is known only after apply", nodes([{ ec2_ssh_key: "k" }]), unknownGroup],
  ])("only the key is told: %s", (_name, after, unknown) => {
    expectTold(created("aws_eks_node_group", after, { unknown }), [KEY]);
  });

  test.each([
    ["without a key", created("aws_eks_node_group", nodes([]))],
    ["closed", updated("aws_eks_node_group", OPEN, CLOSED)],
  ])("no danger: %s", (_name, given) => {
    expectHarmless(given);
  });
});

describe("a title says what stands under it", () => {
  const titleOf = (given: GivenChange) =>
    reviewOf([{ changes: [given] }])
      .rows.filter(({ level }) => level !== "note")
      .map(({ title }) => title);
  const behavior = (values: Readonly<Record<string, Json>>) => ({ default_cache_behavior: [values] });

  test("a cache, a function at the edge, and a setting that gives access", () => {
    const type = "aws_cloudfront_distribution";
    expect(titleOf(updated(type, behavior({ min_ttl: 0 }), behavior({ min_ttl: 60 })))).toEqual([
      "more is answered from the cache",
    ]);
    const edge = (function_arn: string) => behavior({ function_association: [{ function_arn }] });
    expect(titleOf(updated(type, edge("f"), edge("g")))).toEqual(["another function runs at the edge"]);
    const methods = (...allowed_methods: readonly string[]) => behavior({ allowed_methods });
    expect(titleOf(updated(type, methods("GET"), methods("GET", "PUT")))).toEqual(["a setting gives more access"]);
  });

  test("a listener for HTTP turns nothing off", () => {
    const listener = { protocol: "HTTP", load_balancer_arn: "arn:lb", default_action: [{ type: "forward" }] };
    const rows = reviewOf([{ changes: [created("aws_lb_listener", listener)] }]).rows;
    expect(rows.filter(({ rule }) => rule === "encryption-off").map(({ title }) => title)).toEqual([
      "requests come without encryption",
    ]);
  });
});
