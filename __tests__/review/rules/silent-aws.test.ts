/** Over 400 lines because it is one table. Dangers of AWS, each of which was silent, or a note alone, and their harmless neighbours. */
import type { GivenChange } from "../support";
import { created, type Danger, expectHarmless, expectTold, gone, updated } from "./one-change";

const DENY = {
  network_acl_id: "acl-1",
  rule_number: 10,
  egress: false,
  protocol: "6",
  rule_action: "deny",
  cidr_block: "203.0.113.0/24",
  from_port: 22,
  to_port: 22,
};
const SESSION =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/u/*"}]}';

test.each<Danger>([
  [
    "vpc endpoint policy cleared",
    gone("aws_vpc_endpoint_policy", {
      vpc_endpoint_id: "vpce-1",
      policy:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}',
    }),
    ["safeguard-off attention: without a policy the endpoint lets everything through"],
  ],
  [
    "roles anywhere trust anchor",
    created("aws_rolesanywhere_trust_anchor", {
      name: "s",
      enabled: true,
      source: [{ source_type: "CERTIFICATE_BUNDLE", source_data: [{ x509_certificate_data: "pem" }] }],
    }),
    [
      'identity-provider attention: a new one: source [{"source_data":[{"x509_certificate_data":"pem"}],"source_type":"CERTIFICATE_BUNDLE"}]; enabled true',
    ],
  ],
  [
    "lf tag expression widened",
    updated(
      "aws_lakeformation_lf_tag_expression",
      { name: "e", expression: [{ tag_key: "k", tag_values: ["public"] }] },
      { name: "e", expression: [{ tag_key: "k", tag_values: ["public", "secret"] }] },
    ),
    ["access-setting attention: expression.tag_values gains secret"],
  ],
  [
    "glue job conn removed",
    updated("aws_glue_job", { name: "j", connections: ["vpc"] }, { name: "j", connections: [] }),
    ["access-setting attention: connections loses vpc"],
  ],
  [
    "glue job target path changed in arguments",
    updated(
      "aws_glue_job",
      { name: "j", default_arguments: { "--TARGET": "s3://acme-curated/x/" } },
      { name: "j", default_arguments: { "--TARGET": "s3://elsewhere/x/" } },
    ),
    ["shared-outside attention: a variable leads elsewhere: --TARGET s3://acme-curated → s3://elsewhere"],
  ],
  [
    "glue connection url",
    updated(
      "aws_glue_connection",
      {
        name: "c",
        connection_properties: {
          JDBC_CONNECTION_URL: "jdbc:postgresql://db.acme.internal:5432/x",
          JDBC_ENFORCE_SSL: "true",
        },
      },
      {
        name: "c",
        connection_properties: {
          JDBC_CONNECTION_URL: "jdbc:postgresql://evil.example.com:5432/x",
          JDBC_ENFORCE_SSL: "true",
        },
      },
    ),
    [
      "shared-outside attention: connection_properties.JDBC_CONNECTION_URL jdbc:postgresql://db.acme.internal:5432/x → jdbc:postgresql://evil.example.com:5432/x",
    ],
  ],
  [
    "a driver of another bucket",
    updated(
      "aws_glue_connection",
      {
        name: "c",
        connection_properties: {
          JDBC_CONNECTION_URL: "jdbc:postgresql://db:5432/x",
          JDBC_DRIVER_JAR_URI: "s3://acme/d.jar",
        },
      },
      {
        name: "c",
        connection_properties: {
          JDBC_CONNECTION_URL: "jdbc:postgresql://db:5432/x",
          JDBC_DRIVER_JAR_URI: "s3://other/d.jar",
        },
      },
    ),
    ["machine-code attention: connection_properties.JDBC_DRIVER_JAR_URI s3://acme/d.jar → s3://other/d.jar"],
  ],
  [
    "glue table optimizer orphan location",
    updated(
      "aws_glue_catalog_table_optimizer",
      {
        type: "orphan_file_deletion",
        configuration: [
          {
            enabled: true,
            orphan_file_deletion_configuration: [
              { iceberg_configuration: [{ orphan_file_retention_period_in_days: 7, location: "s3://b/t/" }] },
            ],
          },
        ],
      },
      {
        type: "orphan_file_deletion",
        configuration: [
          {
            enabled: true,
            orphan_file_deletion_configuration: [
              { iceberg_configuration: [{ orphan_file_retention_period_in_days: 1, location: "s3://b/" }] },
            ],
          },
        ],
      },
    ),
    [
      "recovery-shortened attention: configuration.orphan_file_deletion_configuration.iceberg_configuration.location s3://b/t/ → s3://b/",
      "recovery-shortened attention: configuration.orphan_file_deletion_configuration.iceberg_configuration.orphan_file_retention_period_in_days 7 → 1",
    ],
  ],
  [
    "glue user defined function class",
    updated(
      "aws_glue_user_defined_function",
      { name: "f", resource_uris: [{ resource_type: "JAR", uri: "s3://acme/a.jar" }] },
      { name: "f", resource_uris: [{ resource_type: "JAR", uri: "s3://other/a.jar" }] },
    ),
    ["machine-code attention: resource_uris.uri s3://acme/a.jar → s3://other/a.jar"],
  ],
  [
    "redshift require_ssl false",
    updated(
      "aws_redshift_parameter_group",
      { name: "p", parameter: [{ name: "require_ssl", value: "true" }] },
      { name: "p", parameter: [{ name: "require_ssl", value: "false" }] },
    ),
    ["encryption-off danger: parameter{require_ssl}.value true → false"],
  ],
  [
    "redshiftserverless require_ssl",
    updated(
      "aws_redshiftserverless_workgroup",
      { workgroup_name: "w", config_parameter: [{ parameter_key: "require_ssl", parameter_value: "true" }] },
      { workgroup_name: "w", config_parameter: [{ parameter_key: "require_ssl", parameter_value: "false" }] },
    ),
    ["encryption-off danger: config_parameter{require_ssl}.parameter_value true → false"],
  ],
  [
    "a scheduled action of another cluster",
    updated(
      "aws_redshift_scheduled_action",
      { name: "n", target_action: [{ pause_cluster: [{ cluster_identifier: "r" }] }] },
      { name: "n", target_action: [{ pause_cluster: [{ cluster_identifier: "prod" }] }] },
    ),
    ["capacity-reduced attention: target_action changes"],
  ],
  [
    "redshift auth profile",
    updated(
      "aws_redshift_authentication_profile",
      { authentication_profile_name: "a", authentication_profile_content: '{"AllowDBUserOverride":"0"}' },
      { authentication_profile_name: "a", authentication_profile_content: '{"AllowDBUserOverride":"1"}' },
    ),
    [
      'access-setting attention: authentication_profile_content {"AllowDBUserOverride":"0"} → {"AllowDBUserOverride":"1"}',
    ],
  ],
  [
    "redshift partner",
    created("aws_redshift_partner", {
      account_id: "123456789012",
      cluster_identifier: "r",
      database_name: "d",
      partner_name: "x",
    }),
    ["account-assignment attention: a new one with partner_name x"],
  ],
  [
    "emr managed scaling max",
    updated(
      "aws_emr_managed_scaling_policy",
      {
        cluster_id: "e",
        compute_limits: [{ maximum_capacity_units: 10, minimum_capacity_units: 2, unit_type: "Instances" }],
      },
      {
        cluster_id: "e",
        compute_limits: [{ maximum_capacity_units: 500, minimum_capacity_units: 2, unit_type: "Instances" }],
      },
    ),
    ["instance-size attention: compute_limits.maximum_capacity_units 10 → 500, 50 times as many"],
  ],
  [
    "emrserverless public image",
    updated(
      "aws_emrserverless_application",
      { name: "e", image_configuration: [{ image_uri: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/spark:1" }] },
      { name: "e", image_configuration: [{ image_uri: "999988887777.dkr.ecr.eu-west-1.amazonaws.com/spark:1" }] },
    ),
    [
      "machine-code attention: runs 999988887777.dkr.ecr.eu-west-1.amazonaws.com/spark:1, of another registry than 123456789012",
    ],
  ],
  [
    "emrserverless network removed",
    updated(
      "aws_emrserverless_application",
      { name: "e", network_configuration: [{ subnet_ids: ["s-1"], security_group_ids: ["sg-1"] }] },
      { name: "e", network_configuration: [] },
    ),
    ['access-setting attention: network_configuration.subnet_ids ["s-1"] → (none)'],
  ],
  [
    "emrserverless max capacity",
    updated(
      "aws_emrserverless_application",
      { name: "e", maximum_capacity: [{ cpu: "100 vCPU", memory: "400 GB", disk: "" }] },
      { name: "e", maximum_capacity: [{ cpu: "4000 vCPU", memory: "16000 GB", disk: "" }] },
    ),
    ["instance-size attention: maximum_capacity.cpu 100 vCPU → 4000 vCPU, 40 times as many"],
  ],
  [
    "emr studio auth",
    updated(
      "aws_emr_studio",
      { name: "e", default_s3_location: "s3://acme/x" },
      { name: "e", default_s3_location: "s3://other/x" },
    ),
    ["shared-outside attention: default_s3_location s3://acme/x → s3://other/x"],
  ],
  [
    "msk config unclean leader",
    updated(
      "aws_msk_configuration",
      { name: "c", server_properties: "unclean.leader.election.enable=false\n" },
      { name: "c", server_properties: "unclean.leader.election.enable=true\n" },
    ),
    ["recovery-shortened attention: unclean.leader.election.enable false → true: messages may be lost"],
  ],
  [
    "msk config replication",
    updated(
      "aws_msk_configuration",
      { name: "c", server_properties: "min.insync.replicas=2\ndefault.replication.factor=3\n" },
      { name: "c", server_properties: "min.insync.replicas=1\ndefault.replication.factor=1\n" },
    ),
    [
      "redundancy-off attention: default.replication.factor 3 → 1",
      "redundancy-off attention: min.insync.replicas 2 → 1",
    ],
  ],
  [
    "msk replicator topics",
    updated(
      "aws_msk_replicator",
      {
        replicator_name: "r",
        replication_info_list: [{ topic_replication: [{ topics_to_replicate: ["orders"], topics_to_exclude: [] }] }],
      },
      {
        replicator_name: "r",
        replication_info_list: [{ topic_replication: [{ topics_to_replicate: [".*"], topics_to_exclude: [] }] }],
      },
    ),
    ["shared-outside attention: replication_info_list.topic_replication.topics_to_replicate orders → .*"],
  ],
  [
    "mskconnect config sink",
    updated(
      "aws_mskconnect_connector",
      { name: "m", connector_configuration: { "connector.class": "S3Sink", "s3.bucket.name": "acme" } },
      { name: "m", connector_configuration: { "connector.class": "S3Sink", "s3.bucket.name": "evil" } },
    ),
    [
      "shared-outside attention: connector_configuration.s3.bucket.name acme → evil",
      "machine-code note: connector_configuration changes",
    ],
  ],
  [
    "mskconnect plugin",
    updated(
      "aws_mskconnect_custom_plugin",
      { name: "m", location: [{ s3: [{ bucket_arn: "arn:aws:s3:::acme", file_key: "a.jar" }] }] },
      { name: "m", location: [{ s3: [{ bucket_arn: "arn:aws:s3:::other", file_key: "a.jar" }] }] },
    ),
    ["machine-code attention: location.s3.bucket_arn arn:aws:s3:::acme → arn:aws:s3:::other"],
  ],
  [
    "firehose backup mode off",
    updated(
      "aws_kinesis_firehose_delivery_stream",
      { name: "f", http_endpoint_configuration: [{ url: "https://x", s3_backup_mode: "AllData" }] },
      { name: "f", http_endpoint_configuration: [{ url: "https://x", s3_backup_mode: "FailedDataOnly" }] },
    ),
    ["recovery-shortened attention: http_endpoint_configuration.s3_backup_mode AllData → FailedDataOnly"],
  ],
  [
    "firehose extended s3 backup disabled",
    updated(
      "aws_kinesis_firehose_delivery_stream",
      { name: "f", extended_s3_configuration: [{ bucket_arn: "arn:aws:s3:::acme", s3_backup_mode: "Enabled" }] },
      { name: "f", extended_s3_configuration: [{ bucket_arn: "arn:aws:s3:::acme", s3_backup_mode: "Disabled" }] },
    ),
    ["recovery-shortened attention: extended_s3_configuration.s3_backup_mode Enabled → Disabled"],
  ],
  [
    "records are no longer transformed",
    updated(
      "aws_kinesis_firehose_delivery_stream",
      {
        name: "f",
        extended_s3_configuration: [
          {
            bucket_arn: "arn:aws:s3:::acme",
            processing_configuration: [
              {
                enabled: true,
                processors: [
                  {
                    type: "Lambda",
                    parameters: [
                      {
                        parameter_name: "LambdaArn",
                        parameter_value: "arn:aws:lambda:eu-west-1:123456789012:function:mask:1",
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        name: "f",
        extended_s3_configuration: [
          { bucket_arn: "arn:aws:s3:::acme", processing_configuration: [{ enabled: false, processors: [] }] },
        ],
      },
    ),
    ["safeguard-off attention: extended_s3_configuration.processing_configuration.enabled true → false"],
  ],
  [
    "athena scan cutoff removed",
    updated(
      "aws_athena_workgroup",
      { name: "w", configuration: [{ bytes_scanned_cutoff_per_query: 100000000000 }] },
      { name: "w", configuration: [{ bytes_scanned_cutoff_per_query: null }] },
    ),
    ["safeguard-off attention: configuration.bytes_scanned_cutoff_per_query 100000000000 → (none)"],
  ],
  [
    "athena data catalog lambda",
    updated(
      "aws_athena_data_catalog",
      { name: "w", type: "LAMBDA", parameters: { function: "arn:aws:lambda:eu-west-1:123456789012:function:a" } },
      { name: "w", type: "LAMBDA", parameters: { function: "arn:aws:lambda:eu-west-1:999988887777:function:a" } },
    ),
    ["machine-code attention: parameters changes"],
  ],
  [
    "sagemaker notebook imds1",
    updated(
      "aws_sagemaker_notebook_instance",
      { name: "n", instance_metadata_service_configuration: [{ minimum_instance_metadata_service_version: "2" }] },
      { name: "n", instance_metadata_service_configuration: [{ minimum_instance_metadata_service_version: "1" }] },
    ),
    [
      "safeguard-off attention: instance_metadata_service_configuration.minimum_instance_metadata_service_version 2 → 1",
    ],
  ],
  [
    "sagemaker model data other bucket",
    updated(
      "aws_sagemaker_model",
      { name: "m", primary_container: [{ image: "i", model_data_url: "s3://acme/m.tar.gz" }] },
      { name: "m", primary_container: [{ image: "i", model_data_url: "s3://other/m.tar.gz" }] },
    ),
    ["machine-code attention: primary_container.model_data_url s3://acme/m.tar.gz → s3://other/m.tar.gz"],
  ],
  [
    "sagemaker workteam members",
    updated(
      "aws_sagemaker_workteam",
      {
        workteam_name: "w",
        member_definition: [{ cognito_member_definition: [{ user_pool: "p", client_id: "c", user_group: "g" }] }],
      },
      {
        workteam_name: "w",
        member_definition: [
          { cognito_member_definition: [{ user_pool: "p", client_id: "c", user_group: "everyone" }] },
        ],
      },
    ),
    ["access-setting attention: member_definition.cognito_member_definition.user_group g → everyone"],
  ],
  [
    "sagemaker code repo url",
    updated(
      "aws_sagemaker_code_repository",
      { code_repository_name: "c", git_config: [{ repository_url: "https://github.com/acme/a" }] },
      { code_repository_name: "c", git_config: [{ repository_url: "https://github.com/evil/a" }] },
    ),
    ["machine-code attention: git_config.repository_url https://github.com/acme/a → https://github.com/evil/a"],
  ],
  [
    "bedrock action group lambda",
    updated(
      "aws_bedrockagent_agent_action_group",
      {
        action_group_name: "a",
        action_group_executor: [{ lambda: "arn:aws:lambda:eu-west-1:123456789012:function:a" }],
      },
      {
        action_group_name: "a",
        action_group_executor: [{ lambda: "arn:aws:lambda:eu-west-1:999988887777:function:a" }],
      },
    ),
    [
      "machine-code attention: action_group_executor.lambda arn:aws:lambda:eu-west-1:123456789012:function:a → arn:aws:lambda:eu-west-1:999988887777:function:a",
    ],
  ],
  [
    "bedrock data source deletion policy",
    updated(
      "aws_bedrockagent_data_source",
      { name: "d", data_deletion_policy: "RETAIN" },
      { name: "d", data_deletion_policy: "DELETE" },
    ),
    ["force-destroy attention: data_deletion_policy RETAIN → DELETE"],
  ],
  [
    "bedrock data source bucket",
    updated(
      "aws_bedrockagent_data_source",
      { name: "d", data_source_configuration: [{ type: "S3", s3_configuration: [{ bucket_arn: "arn:aws:s3:::a" }] }] },
      {
        name: "d",
        data_source_configuration: [{ type: "S3", s3_configuration: [{ bucket_arn: "arn:aws:s3:::hr-files" }] }],
      },
    ),
    [
      "access-setting attention: data_source_configuration.s3_configuration.bucket_arn arn:aws:s3:::a → arn:aws:s3:::hr-files",
    ],
  ],
  [
    "bedrock agentcore gateway target",
    updated(
      "aws_bedrockagentcore_gateway_target",
      {
        name: "d",
        target_configuration: [
          { mcp: [{ lambda: [{ lambda_arn: "arn:aws:lambda:eu-west-1:123456789012:function:a" }] }] },
        ],
      },
      {
        name: "d",
        target_configuration: [
          { mcp: [{ lambda: [{ lambda_arn: "arn:aws:lambda:eu-west-1:999988887777:function:b" }] }] },
        ],
      },
    ),
    [
      "machine-code attention: target_configuration.mcp.lambda.lambda_arn arn:aws:lambda:eu-west-1:123456789012:function:a → arn:aws:lambda:eu-west-1:999988887777:function:b",
    ],
  ],
  [
    "quicksight data source host",
    updated(
      "aws_quicksight_data_source",
      { data_source_id: "d", parameters: [{ postgresql: [{ host: "db.acme", port: 5432, database: "x" }] }] },
      { data_source_id: "d", parameters: [{ postgresql: [{ host: "evil", port: 5432, database: "x" }] }] },
    ),
    ["shared-outside attention: parameters changes"],
  ],
  [
    "quicksight user admin new",
    created("aws_quicksight_user", { user_role: "ADMIN", email: "a@b.c", identity_type: "QUICKSIGHT" }),
    ["access-setting attention: a new one with user_role ADMIN"],
  ],
  [
    "quicksight dashboard permissions",
    updated(
      "aws_quicksight_dashboard",
      { dashboard_id: "d", permissions: [{ principal: "a", actions: ["quicksight:DescribeDashboard"] }] },
      {
        dashboard_id: "d",
        permissions: [
          { principal: "a", actions: ["quicksight:DescribeDashboard"] },
          {
            principal: "arn:aws:quicksight:eu-west-1:123456789012:namespace/default",
            actions: ["quicksight:DescribeDashboard"],
          },
        ],
      },
    ),
    [
      "access-setting attention: permissions.actions gains quicksight:DescribeDashboard",
      "access-setting attention: permissions.principal gains arn:aws:quicksight:eu-west-1:123456789012:namespace/default",
    ],
  ],
  [
    "quicksight analysis permission",
    updated(
      "aws_quicksight_analysis",
      { analysis_id: "d", permissions: [{ principal: "a", actions: ["x"] }] },
      {
        analysis_id: "d",
        permissions: [
          { principal: "a", actions: ["x"] },
          { principal: "b", actions: ["x"] },
        ],
      },
    ),
    [
      "access-setting attention: permissions.actions gains x",
      "access-setting attention: permissions.principal gains b",
    ],
  ],
  [
    "dms source host",
    updated(
      "aws_dms_endpoint",
      { endpoint_type: "source", server_name: "db.acme" },
      { endpoint_type: "source", server_name: "db.other" },
    ),
    ["shared-outside attention: source: server_name db.acme → db.other"],
  ],
  [
    "dms table mappings",
    updated(
      "aws_dms_replication_task",
      {
        replication_task_id: "d",
        table_mappings: '{"rules":[{"rule-type":"selection","object-locator":{"schema-name":"a","table-name":"b"}}]}',
      },
      {
        replication_task_id: "d",
        table_mappings: '{"rules":[{"rule-type":"selection","object-locator":{"schema-name":"%","table-name":"%"}}]}',
      },
    ),
    [
      'event-filter attention: table_mappings {"rules":[{"rule-type":"selection","object-locator":{"schema-name":"a","table-name":"b"}}]} → {"rules":[{"rule-type":"selection","object-locator":{"schema-name":"%","table-name":"%"}}]}',
    ],
  ],
  [
    "dms migration type",
    updated(
      "aws_dms_replication_task",
      { replication_task_id: "d", migration_type: "full-load-and-cdc" },
      { replication_task_id: "d", migration_type: "full-load" },
    ),
    ["event-filter attention: migration_type full-load-and-cdc → full-load"],
  ],
  [
    "dms start task off",
    updated(
      "aws_dms_replication_task",
      { replication_task_id: "d", start_replication_task: true },
      { replication_task_id: "d", start_replication_task: false },
    ),
    ["capacity-reduced attention: start_replication_task true → false"],
  ],
  [
    "opensearch custom endpoint",
    updated(
      "aws_opensearch_domain",
      {
        domain_name: "o",
        domain_endpoint_options: [
          { custom_endpoint_enabled: true, custom_endpoint: "logs.acme.com", enforce_https: true },
        ],
      },
      {
        domain_name: "o",
        domain_endpoint_options: [{ custom_endpoint_enabled: false, custom_endpoint: null, enforce_https: true }],
      },
    ),
    ["dns-target attention: domain_endpoint_options.custom_endpoint logs.acme.com → (none)"],
  ],
  [
    "docdb tls disabled",
    updated(
      "aws_docdb_cluster_parameter_group",
      { name: "p", parameter: [{ name: "tls", value: "enabled" }] },
      { name: "p", parameter: [{ name: "tls", value: "disabled" }] },
    ),
    ["encryption-off danger: parameter{tls}.value enabled → disabled"],
  ],
  [
    "mwaa dag bucket",
    updated(
      "aws_mwaa_environment",
      { name: "m", source_bucket_arn: "arn:aws:s3:::acme" },
      { name: "m", source_bucket_arn: "arn:aws:s3:::other" },
    ),
    ["machine-code attention: source_bucket_arn arn:aws:s3:::acme → arn:aws:s3:::other"],
  ],
  [
    "Airflow shows its configuration",
    updated(
      "aws_mwaa_environment",
      { name: "m", airflow_configuration_options: { "webserver.expose_config": "False" } },
      { name: "m", airflow_configuration_options: { "webserver.expose_config": "True" } },
    ),
    ["access-setting attention: airflow_configuration_options.webserver.expose_config False → True"],
  ],
  [
    "datazone sso auto",
    updated(
      "aws_datazone_domain",
      { name: "d", single_sign_on: [{ type: "IAM_IDC", user_assignment: "MANUAL" }] },
      { name: "d", single_sign_on: [{ type: "IAM_IDC", user_assignment: "AUTOMATIC" }] },
    ),
    ["access-setting attention: single_sign_on.user_assignment MANUAL → AUTOMATIC"],
  ],
  [
    "datazone user profile",
    created("aws_datazone_user_profile", { domain_identifier: "d", user_identifier: "u", user_type: "IAM_USER" }),
    ["account-assignment attention: a new one with user_identifier u"],
  ],
  [
    "appflow connector profile instance url",
    updated(
      "aws_appflow_connector_profile",
      {
        name: "f",
        connector_profile_config: [
          {
            connector_profile_properties: [
              { salesforce: [{ instance_url: "https://acme.my.salesforce.com", is_sandbox_environment: true }] },
            ],
          },
        ],
      },
      {
        name: "f",
        connector_profile_config: [
          {
            connector_profile_properties: [
              { salesforce: [{ instance_url: "https://evil.my.salesforce.com", is_sandbox_environment: false }] },
            ],
          },
        ],
      },
    ),
    ["shared-outside attention: connector_profile_config.connector_profile_properties changes"],
  ],
  [
    "appflow connector mode public",
    updated(
      "aws_appflow_connector_profile",
      { name: "f", connection_mode: "Private" },
      { name: "f", connection_mode: "Public" },
    ),
    ["public-endpoint attention: connection_mode Private → Public"],
  ],
  [
    "transfer user policy removed",
    updated(
      "aws_transfer_user",
      {
        policy:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}',
      },
      { policy: null },
    ),
    [
      'access-setting attention: policy {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]} → (none)',
    ],
  ],
  [
    "transfer workflow changed",
    updated(
      "aws_transfer_server",
      {
        workflow_details: [{ on_upload: [{ workflow_id: "w-1", execution_role: "arn:aws:iam::123456789012:role/a" }] }],
      },
      { workflow_details: [] },
    ),
    ["safeguard-off attention: workflow_details.on_upload.workflow_id w-1 → (none)"],
  ],
  [
    "files at the destination are overwritten",
    updated(
      "aws_datasync_task",
      { name: "d", options: [{ verify_mode: "POINT_IN_TIME_CONSISTENT", overwrite_mode: "NEVER" }] },
      { name: "d", options: [{ verify_mode: "NONE", overwrite_mode: "ALWAYS" }] },
    ),
    ["force-destroy attention: options.overwrite_mode NEVER → ALWAYS"],
  ],
  [
    "datasync excludes",
    updated(
      "aws_datasync_task",
      { name: "d", excludes: [{ filter_type: "SIMPLE_PATTERN", value: "/secret" }] },
      { name: "d", excludes: [] },
    ),
    ["event-filter attention: excludes.value /secret → (none): everything is passed on"],
  ],
  [
    "glue job fewer workers",
    updated(
      "aws_glue_job",
      { worker_type: "G.1X", number_of_workers: 10, timeout: 60 },
      { worker_type: "G.1X", number_of_workers: 9, timeout: 60 },
    ),
    ["job-capacity note: at most 10 → 9 DPU-hours a run (number_of_workers 10 → 9)"],
  ],
  [
    "vpn connection new",
    created("aws_vpn_connection", { customer_gateway_id: "c", type: "ipsec.1", transit_gateway_id: "t" }),
    ["network-peering attention: a new connection to another network"],
  ],
  [
    "DKIM key changed TXT",
    updated(
      "aws_route53_record",
      { name: "s1._domainkey.acme.com", type: "TXT", records: ["v=DKIM1; k=rsa; p=MIGf"] },
      { name: "s1._domainkey.acme.com", type: "TXT", records: ["v=DKIM1; k=rsa; p=EVIL"] },
    ),
    ['dns-target attention: records ["v=DKIM1; k=rsa; p=MIGf"] → ["v=DKIM1; k=rsa; p=EVIL"]'],
  ],
  [
    "zone vpc association other",
    created("aws_route53_vpc_association_authorization", { vpc_id: "v", zone_id: "z" }),
    ["shared-outside attention: a new one with vpc_id v"],
  ],
  [
    "cf OAC removed",
    updated(
      "aws_cloudfront_distribution",
      { origin: [{ origin_id: "o", domain_name: "acme.s3.amazonaws.com", origin_access_control_id: "E1" }] },
      { origin: [{ origin_id: "o", domain_name: "acme.s3.amazonaws.com", origin_access_control_id: "" }] },
    ),
    ["access-setting attention: origin.origin_access_control_id loses E1"],
  ],
  [
    "cf function association removed",
    updated(
      "aws_cloudfront_distribution",
      {
        default_cache_behavior: [
          {
            target_origin_id: "o",
            function_association: [{ event_type: "viewer-request", function_arn: "auth" }],
            lambda_function_association: [],
          },
        ],
      },
      {
        default_cache_behavior: [{ target_origin_id: "o", function_association: [], lambda_function_association: [] }],
      },
    ),
    ["access-setting attention: default_cache_behavior.function_association.function_arn auth → (none)"],
  ],
  [
    "a function at the edge is gone",
    updated(
      "aws_cloudfront_distribution",
      {
        default_cache_behavior: [
          {
            target_origin_id: "o",
            lambda_function_association: [
              { event_type: "viewer-request", lambda_arn: "arn:aws:lambda:us-east-1:123456789012:function:auth:1" },
            ],
          },
        ],
      },
      { default_cache_behavior: [{ target_origin_id: "o", lambda_function_association: [] }] },
    ),
    [
      "access-setting attention: default_cache_behavior.lambda_function_association.lambda_arn arn:aws:lambda:us-east-1:123456789012:function:auth:1 → (none)",
    ],
  ],
  [
    "cf alias removed",
    updated("aws_cloudfront_distribution", { aliases: ["www.acme.com"] }, { aliases: [] }),
    ["dns-target attention: aliases loses www.acme.com"],
  ],
  [
    "api policy removed (regional)",
    gone("aws_api_gateway_rest_api_policy", {
      rest_api_id: "a",
      policy:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"198.51.100.0/24"}}}]}',
    }),
    [
      "safeguard-off attention: without a policy everybody who reaches the API may call methods that ask for nothing else",
    ],
  ],
  [
    "base path mapping",
    updated("aws_api_gateway_base_path_mapping", { api_id: "a" }, { api_id: "b" }),
    ["dns-target attention: api_id a → b"],
  ],
  [
    "lattice vpc association",
    created("aws_vpclattice_service_network_vpc_association", { vpc_identifier: "v", service_network_identifier: "s" }),
    ["network-peering attention: a new connection to another network"],
  ],
  [
    "global accelerator endpoint",
    updated(
      "aws_globalaccelerator_endpoint_group",
      { listener_arn: "l", endpoint_configuration: [{ endpoint_id: "arn:lb/a", weight: 100 }] },
      { listener_arn: "l", endpoint_configuration: [{ endpoint_id: "arn:lb/b", weight: 100 }] },
    ),
    ["dns-target attention: endpoint_configuration.endpoint_id arn:lb/a → arn:lb/b"],
  ],
  [
    "eip association moved",
    updated(
      "aws_eip_association",
      { allocation_id: "e", instance_id: "i-1" },
      { allocation_id: "e", instance_id: "i-2" },
    ),
    ["dns-target attention: instance_id i-1 → i-2"],
  ],
  [
    "waf count -> block",
    updated(
      "aws_wafv2_web_acl",
      { name: "w", rule: [{ name: "a", priority: 1, action: [{ block: [], count: [{}] }], statement: [] }] },
      { name: "w", rule: [{ name: "a", priority: 1, action: [{ block: [{}], count: [] }], statement: [] }] },
    ),
    [],
  ],
  [
    "fewer days of recovery",
    updated(
      "aws_dynamodb_table",
      { name: "t", point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 35 }] },
      { name: "t", point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 1 }] },
    ),
    ["recovery-shortened attention: point_in_time_recovery.recovery_period_in_days 35 → 1"],
  ],
  [
    "log group skip destroy",
    updated("aws_cloudwatch_log_group", { name: "l", skip_destroy: true }, { name: "l", skip_destroy: false }),
    ["force-destroy attention: skip_destroy true → false"],
  ],
  [
    "rds param force_ssl",
    updated(
      "aws_db_parameter_group",
      { name: "p", parameter: [{ name: "rds.force_ssl", value: "1", apply_method: "immediate" }] },
      { name: "p", parameter: [{ name: "rds.force_ssl", value: "0", apply_method: "immediate" }] },
    ),
    ["encryption-off danger: parameter{rds.force_ssl}.value 1 → 0"],
  ],
  [
    "mysql require_secure_transport",
    updated(
      "aws_rds_cluster_parameter_group",
      { name: "p", parameter: [{ name: "require_secure_transport", value: "ON", apply_method: "immediate" }] },
      { name: "p", parameter: [{ name: "require_secure_transport", value: "OFF", apply_method: "immediate" }] },
    ),
    ["encryption-off danger: parameter{require_secure_transport}.value ON → OFF"],
  ],
  [
    "ecs env host other domain",
    updated(
      "aws_ecs_task_definition",
      {
        container_definitions:
          '[{"name":"a","image":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1","environment":[{"name":"DB_HOST","value":"db.acme.internal"}]}]',
      },
      {
        container_definitions:
          '[{"name":"a","image":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1","environment":[{"name":"DB_HOST","value":"db.evil.com"}]}]',
      },
    ),
    ["shared-outside attention: a variable leads elsewhere: DB_HOST db.acme.internal → db.evil.com"],
  ],
  [
    "lambda env url other domain",
    updated(
      "aws_lambda_function",
      { function_name: "f", environment: [{ variables: { WEBHOOK_URL: "https://hooks.acme.com/x" } }] },
      { function_name: "f", environment: [{ variables: { WEBHOOK_URL: "https://evil.example.net/x" } }] },
    ),
    ["shared-outside attention: a variable leads elsewhere: WEBHOOK_URL hooks.acme.com → evil.example.net"],
  ],
  [
    "lambda env NODE_TLS_REJECT_UNAUTHORIZED",
    updated(
      "aws_lambda_function",
      { function_name: "f", environment: [{ variables: { A: "b" } }] },
      { function_name: "f", environment: [{ variables: { A: "b", NODE_TLS_REJECT_UNAUTHORIZED: "0" } }] },
    ),
    ["encryption-off attention: NODE_TLS_REJECT_UNAUTHORIZED 0: certificates are no longer checked"],
  ],
  [
    "ecs secret to plain env",
    updated(
      "aws_ecs_task_definition",
      {
        container_definitions:
          '[{"name":"a","image":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1","secrets":[{"name":"DB_PASSWORD","valueFrom":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:x"}]}]',
      },
      {
        container_definitions:
          '[{"name":"a","image":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1","environment":[{"name":"DB_PASSWORD","value":"hunter22hunter"}]}]',
      },
    ),
    [
      "safeguard-off attention: DB_PASSWORD: read from a secret until now, and now in the definition",
      "machine-code note: container_definitions.secrets.valueFrom arn:aws:secretsmanager:eu-west-1:123456789012:secret:x → (none)",
    ],
  ],
  [
    "ecs user root",
    updated(
      "aws_ecs_task_definition",
      {
        container_definitions:
          '[{"name":"a","image":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1","user":"1000"}]',
      },
      {
        container_definitions: '[{"name":"a","image":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1","user":"0"}]',
      },
    ),
    ["safeguard-off attention: container_definitions.user 1000 → 0"],
  ],
  [
    "ecs readonlyRootFilesystem off",
    updated(
      "aws_ecs_task_definition",
      {
        container_definitions:
          '[{"name":"a","image":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1","readonlyRootFilesystem":true}]',
      },
      {
        container_definitions:
          '[{"name":"a","image":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1","readonlyRootFilesystem":false}]',
      },
    ),
    ["safeguard-off attention: container_definitions.readonlyRootFilesystem true → false"],
  ],
  [
    "ecs service other family",
    updated(
      "aws_ecs_service",
      { name: "s", task_definition: "arn:aws:ecs:eu-west-1:123456789012:task-definition/app:12" },
      { name: "s", task_definition: "arn:aws:ecs:eu-west-1:123456789012:task-definition/debug:1" },
    ),
    [
      "machine-code attention: task_definition arn:aws:ecs:eu-west-1:123456789012:task-definition/app:12 → arn:aws:ecs:eu-west-1:123456789012:task-definition/debug:1",
    ],
  ],
  [
    "lt IMDS removed",
    updated(
      "aws_launch_template",
      { name: "l", metadata_options: [{ http_tokens: "required" }] },
      { name: "l", metadata_options: [] },
    ),
    ["safeguard-off attention: metadata_options.http_tokens required → (none)"],
  ],
  [
    "lambda runtime down",
    updated(
      "aws_lambda_function",
      { function_name: "f", runtime: "nodejs22.x" },
      { function_name: "f", runtime: "nodejs16.x" },
    ),
    ["machine-code attention: runtime nodejs22.x → nodejs16.x"],
  ],
  [
    "codebuild env plaintext from secrets",
    updated(
      "aws_codebuild_project",
      { name: "c", environment: [{ environment_variable: [{ name: "TOKEN", type: "SECRETS_MANAGER", value: "x" }] }] },
      { name: "c", environment: [{ environment_variable: [{ name: "TOKEN", type: "PLAINTEXT", value: "abcd1234" }] }] },
    ),
    ["safeguard-off attention: TOKEN: read from a secret until now, and now in the definition"],
  ],
  [
    "codebuild vpc removed",
    updated(
      "aws_codebuild_project",
      { name: "c", vpc_config: [{ vpc_id: "v", subnets: ["s"], security_group_ids: ["sg"] }] },
      { name: "c", vpc_config: [] },
    ),
    ['access-setting attention: vpc_config.subnets ["s"] → (none)'],
  ],
  [
    "iot provisioning template body",
    updated(
      "aws_iot_provisioning_template",
      { name: "t", template_body: "{}" },
      { name: "t", template_body: '{"a":1}' },
    ),
    ['access-setting attention: template_body {} → {"a":1}'],
  ],
  [
    "iot provisioning template hook removed",
    updated(
      "aws_iot_provisioning_template",
      { name: "t", pre_provisioning_hook: [{ target_arn: "arn:aws:lambda:eu-west-1:123456789012:function:check" }] },
      { name: "t", pre_provisioning_hook: [] },
    ),
    [
      "access-setting attention: pre_provisioning_hook.target_arn arn:aws:lambda:eu-west-1:123456789012:function:check → (none)",
    ],
  ],
  [
    "iot topic rule lambda target",
    updated(
      "aws_iot_topic_rule",
      { name: "t", lambda: [{ function_arn: "a" }] },
      { name: "t", lambda: [{ function_arn: "b" }] },
    ),
    ["shared-outside attention: lambda.function_arn a → b"],
  ],
  [
    "iot topic rule s3 bucket",
    updated(
      "aws_iot_topic_rule",
      { name: "t", s3: [{ bucket_name: "a", key: "k", role_arn: "r" }] },
      { name: "t", s3: [{ bucket_name: "b", key: "k", role_arn: "r" }] },
    ),
    ["shared-outside attention: s3.bucket_name a → b"],
  ],
  [
    "connect instance inbound",
    updated("aws_connect_instance", { inbound_calls_enabled: true }, { inbound_calls_enabled: false }),
    ["capacity-reduced attention: inbound_calls_enabled true → false"],
  ],
  [
    "connect storage config other bucket",
    updated(
      "aws_connect_instance_storage_config",
      {
        resource_type: "CALL_RECORDINGS",
        storage_config: [
          {
            storage_type: "S3",
            s3_config: [
              { bucket_name: "a", bucket_prefix: "x", encryption_config: [{ encryption_type: "KMS", key_id: "k" }] },
            ],
          },
        ],
      },
      {
        resource_type: "CALL_RECORDINGS",
        storage_config: [
          { storage_type: "S3", s3_config: [{ bucket_name: "b", bucket_prefix: "x", encryption_config: [] }] },
        ],
      },
    ),
    [
      "shared-outside attention: storage_config.s3_config.bucket_name a → b",
      "encryption-weaker attention: storage_config.s3_config.encryption_config.key_id k → (none)",
    ],
  ],
  [
    "workspaces saml removed",
    updated(
      "aws_workspaces_directory",
      { saml_properties: [{ status: "ENABLED", user_access_url: "https://a" }] },
      { saml_properties: [{ status: "DISABLED", user_access_url: "https://a" }] },
    ),
    ["access-setting attention: saml_properties.status ENABLED → DISABLED"],
  ],
  [
    "backup global settings cross account",
    updated(
      "aws_backup_global_settings",
      { global_settings: { isCrossAccountBackupEnabled: "false" } },
      { global_settings: { isCrossAccountBackupEnabled: "true" } },
    ),
    ["shared-outside attention: global_settings.isCrossAccountBackupEnabled false → true"],
  ],
  [
    "fsx ontap svm admin password",
    updated(
      "aws_fsx_ontap_storage_virtual_machine",
      { name: "s", svm_admin_password: "a" },
      { name: "s", svm_admin_password: "b" },
      { sensitive: { svm_admin_password: true } },
    ),
    ["key-made-anew attention: svm_admin_password (sensitive value) → (sensitive value)"],
  ],
  [
    "fsx ontap file system fsx_admin_password",
    updated(
      "aws_fsx_ontap_file_system",
      { fsx_admin_password: "a" },
      { fsx_admin_password: "b" },
      { sensitive: { fsx_admin_password: true } },
    ),
    ["key-made-anew attention: fsx_admin_password (sensitive value) → (sensitive value)"],
  ],
  [
    "fsx windows throughput down",
    updated("aws_fsx_windows_file_system", { throughput_capacity: 2048 }, { throughput_capacity: 32 }),
    ["capacity-reduced attention: throughput_capacity 2048 → 32, a quarter or less"],
  ],
  [
    "fsx ontap snapshot policy none",
    updated("aws_fsx_ontap_volume", { name: "v", snapshot_policy: "default" }, { name: "v", snapshot_policy: "none" }),
    ["recovery-shortened attention: snapshot_policy default → none"],
  ],
  [
    "objects of a gateway for everybody",
    updated("aws_storagegateway_nfs_file_share", { object_acl: "private" }, { object_acl: "public-read" }),
    ["public-access danger: object_acl private → public-read"],
  ],
  [
    "sgw smb security strategy",
    updated(
      "aws_storagegateway_gateway",
      { smb_security_strategy: "MandatoryEncryption" },
      { smb_security_strategy: "ClientSpecified" },
    ),
    ["encryption-off attention: smb_security_strategy MandatoryEncryption → ClientSpecified"],
  ],
  [
    "sgw smb guest password",
    updated(
      "aws_storagegateway_gateway",
      { smb_guest_password: "a" },
      { smb_guest_password: "b" },
      { sensitive: { smb_guest_password: true } },
    ),
    ["key-made-anew attention: smb_guest_password (sensitive value) → (sensitive value)"],
  ],
  [
    "cognito idp new",
    created("aws_cognito_identity_provider", {
      provider_name: "google",
      provider_type: "Google",
      provider_details: { client_id: "a" },
      user_pool_id: "p",
    }),
    ['identity-provider attention: a new one: provider_type Google; provider_details {"client_id":"a"}'],
  ],
  [
    "changed addresses need no confirmation",
    updated(
      "aws_cognito_user_pool",
      { name: "p", user_attribute_update_settings: [{ attributes_require_verification_before_update: ["email"] }] },
      { name: "p", user_attribute_update_settings: [] },
    ),
    [
      "access-setting attention: user_attribute_update_settings.attributes_require_verification_before_update loses email",
    ],
  ],
  [
    "amplify custom rule redirect",
    updated(
      "aws_amplify_app",
      { name: "a", custom_rule: [{ source: "/<*>", target: "https://a.com/<*>", status: "200" }] },
      { name: "a", custom_rule: [{ source: "/<*>", target: "https://evil.com/<*>", status: "200" }] },
    ),
    ["dns-target attention: custom_rule.target https://a.com/<*> → https://evil.com/<*>"],
  ],
  [
    "apprunner egress vpc removed",
    updated(
      "aws_apprunner_service",
      {
        service_name: "a",
        network_configuration: [{ egress_configuration: [{ egress_type: "VPC", vpc_connector_arn: "v" }] }],
      },
      {
        service_name: "a",
        network_configuration: [{ egress_configuration: [{ egress_type: "DEFAULT", vpc_connector_arn: null }] }],
      },
    ),
    ["access-setting attention: network_configuration.egress_configuration.egress_type VPC → DEFAULT"],
  ],
  [
    "a machine gets a bucket of Lightsail",
    created("aws_lightsail_bucket_resource_access", { bucket_name: "b", resource_name: "r" }),
    ["account-assignment attention: a new one with resource_name r"],
  ],
  [
    "codepipeline trigger filter branches",
    updated(
      "aws_codepipeline",
      {
        name: "p",
        trigger: [
          {
            provider_type: "CodeStarSourceConnection",
            git_configuration: [{ push: [{ branches: [{ includes: ["main"] }] }] }],
          },
        ],
      },
      {
        name: "p",
        trigger: [
          {
            provider_type: "CodeStarSourceConnection",
            git_configuration: [{ push: [{ branches: [{ includes: ["**"] }] }] }],
          },
        ],
      },
    ),
    ["access-setting attention: trigger.git_configuration.push.branches.includes main → **"],
  ],
  [
    "codecommit approval template content",
    updated(
      "aws_codecommit_approval_rule_template",
      { name: "a", content: '{"Statements":[{"Type":"Approvers","NumberOfApprovalsNeeded":2}]}' },
      { name: "a", content: '{"Statements":[{"Type":"Approvers","NumberOfApprovalsNeeded":1}]}' },
    ),
    [
      'safeguard-off attention: content {"Statements":[{"Type":"Approvers","NumberOfApprovalsNeeded":2}]} → {"Statements":[{"Type":"Approvers","NumberOfApprovalsNeeded":1}]}',
    ],
  ],
  [
    "codedeploy auto rollback off",
    updated(
      "aws_codedeploy_deployment_group",
      { deployment_group_name: "d", auto_rollback_configuration: [{ enabled: true, events: ["DEPLOYMENT_FAILURE"] }] },
      { deployment_group_name: "d", auto_rollback_configuration: [{ enabled: false, events: [] }] },
    ),
    ["safeguard-off attention: auto_rollback_configuration.enabled true → false"],
  ],
  [
    "codedeploy alarms ignored",
    updated(
      "aws_codedeploy_deployment_group",
      { deployment_group_name: "d", alarm_configuration: [{ enabled: true, alarms: ["a"] }] },
      { deployment_group_name: "d", alarm_configuration: [{ enabled: false, alarms: [] }] },
    ),
    ["safeguard-off attention: alarm_configuration.enabled true → false"],
  ],
  [
    "packages of a public registry",
    updated(
      "aws_codeartifact_repository",
      { repository: "r", external_connections: [] },
      { repository: "r", external_connections: [{ external_connection_name: "public:npmjs" }] },
    ),
    ["safeguard-off attention: external_connections.external_connection_name gains public:npmjs"],
  ],
  [
    "imagebuilder pipeline disabled",
    updated("aws_imagebuilder_image_pipeline", { name: "p", status: "ENABLED" }, { name: "p", status: "DISABLED" }),
    ["safeguard-off attention: status ENABLED → DISABLED"],
  ],
  [
    "imagebuilder scanning off",
    updated(
      "aws_imagebuilder_image_pipeline",
      { name: "p", image_scanning_configuration: [{ image_scanning_enabled: true }] },
      { name: "p", image_scanning_configuration: [{ image_scanning_enabled: false }] },
    ),
    ["safeguard-off attention: image_scanning_configuration.image_scanning_enabled true → false"],
  ],
  [
    "controltower landing zone manifest",
    updated(
      "aws_controltower_landing_zone",
      { manifest_json: '{"governedRegions":["eu-west-1","us-east-1"]}', version: "3.3" },
      { manifest_json: '{"governedRegions":["eu-west-1"]}', version: "3.3" },
    ),
    [
      'organization-policy attention: manifest_json {"governedRegions":["eu-west-1","us-east-1"]} → {"governedRegions":["eu-west-1"]}',
    ],
  ],
  [
    "controltower control parameters",
    updated(
      "aws_controltower_control",
      { control_identifier: "a", parameters: [{ key: "AllowedRegions", value: '["eu-west-1"]' }] },
      { control_identifier: "a", parameters: [{ key: "AllowedRegions", value: '["eu-west-1","us-east-1"]' }] },
    ),
    ['organization-policy attention: parameters.value ["eu-west-1"] → ["eu-west-1","us-east-1"]'],
  ],
  [
    "config remediation automatic on",
    updated("aws_config_remediation_configuration", { automatic: false }, { automatic: true }),
    ["machine-code attention: automatic false → true"],
  ],
  [
    "securityhub finding aggregator linking",
    updated(
      "aws_securityhub_finding_aggregator",
      { linking_mode: "ALL_REGIONS" },
      { linking_mode: "SPECIFIED_REGIONS", specified_regions: ["eu-west-1"] },
    ),
    ["safeguard-off attention: linking_mode ALL_REGIONS → SPECIFIED_REGIONS"],
  ],
  [
    "macie classification job cancelled",
    updated("aws_macie2_classification_job", { job_status: "RUNNING" }, { job_status: "CANCELLED" }),
    ["safeguard-off attention: job_status RUNNING → CANCELLED"],
  ],
  [
    "macie publishes more rarely",
    updated(
      "aws_macie2_account",
      { finding_publishing_frequency: "FIFTEEN_MINUTES" },
      { finding_publishing_frequency: "SIX_HOURS" },
    ),
    ["safeguard-off attention: finding_publishing_frequency FIFTEEN_MINUTES → SIX_HOURS"],
  ],
  [
    "servicecatalog launch constraint role",
    created("aws_servicecatalog_constraint", {
      type: "LAUNCH",
      parameters: '{"RoleArn":"arn:aws:iam::123456789012:role/admin"}',
      portfolio_id: "p",
      product_id: "q",
    }),
    ['access-setting attention: a new one with LAUNCH: parameters {"RoleArn":"arn:aws:iam::123456789012:role/admin"}'],
  ],
  [
    "received mail to another bucket",
    updated(
      "aws_ses_receipt_rule",
      { name: "r", s3_action: [{ bucket_name: "a", position: 1 }] },
      { name: "r", s3_action: [{ bucket_name: "b", position: 1 }] },
    ),
    ["shared-outside attention: s3_action.bucket_name a → b"],
  ],
  [
    "eventbridge connection auth",
    updated(
      "aws_cloudwatch_event_connection",
      { name: "c", auth_parameters: [{ api_key: [{ key: "x", value: "a" }] }] },
      { name: "c", auth_parameters: [{ api_key: [{ key: "x", value: "b" }] }] },
      { sensitive: { auth_parameters: [{ api_key: [{ value: true }] }] } },
    ),
    ["key-made-anew attention: auth_parameters.api_key.value (sensitive value) → (sensitive value)"],
  ],
  [
    "prometheus alertmanager def",
    updated("aws_prometheus_alert_manager_definition", { definition: "a" }, { definition: "b" }),
    ["safeguard-off attention: definition a → b"],
  ],
  [
    "mq config",
    updated(
      "aws_mq_configuration",
      { name: "c", data: "<broker><plugins><authorizationPlugin/></plugins></broker>" },
      { name: "c", data: "<broker></broker>" },
    ),
    ["access-setting attention: data <broker><plugins><authorizationPlugin/></plugins></broker> → <broker></broker>"],
  ],
  [
    "directory conditional forwarder",
    updated("aws_directory_service_conditional_forwarder", { dns_ips: ["10.0.0.1"] }, { dns_ips: ["198.51.100.1"] }),
    ['dns-target attention: dns_ips ["10.0.0.1"] → ["198.51.100.1"]'],
  ],
  [
    "dx virtual interface",
    created("aws_dx_private_virtual_interface", {
      name: "v",
      connection_id: "c",
      vlan: 1,
      address_family: "ipv4",
      bgp_asn: 65000,
    }),
    ["network-peering attention: a new connection to another network"],
  ],
  [
    "synthetics canary code bucket",
    updated("aws_synthetics_canary", { name: "c", s3_bucket: "a" }, { name: "c", s3_bucket: "b" }),
    ["machine-code attention: s3_bucket a → b"],
  ],
  [
    "account alternate contact security",
    updated(
      "aws_account_alternate_contact",
      { alternate_contact_type: "SECURITY", email_address: "sec@acme.com" },
      { alternate_contact_type: "SECURITY", email_address: "x@evil.com" },
    ),
    ["safeguard-off attention: SECURITY: email_address sec@acme.com → x@evil.com"],
  ],
  [
    "account primary contact",
    updated(
      "aws_account_primary_contact",
      { full_name: "a", phone_number: "+1" },
      { full_name: "a", phone_number: "+2" },
    ),
    ["safeguard-off attention: phone_number +1 → +2"],
  ],
  [
    "ec2 instance connect endpoint",
    created("aws_ec2_instance_connect_endpoint", { subnet_id: "s", preserve_client_ip: true, security_group_ids: [] }),
    ["access-setting attention: a new one with subnet_id s"],
  ],
  [
    "traffic mirror session",
    created("aws_ec2_traffic_mirror_session", {
      network_interface_id: "e",
      traffic_mirror_filter_id: "f",
      traffic_mirror_target_id: "t",
      session_number: 1,
    }),
    ["shared-outside attention: a new one with traffic_mirror_target_id t"],
  ],
  [
    "a deny that goes, of an ACL of another plan",
    gone("aws_network_acl_rule", DENY),
    [
      "network-unknown attention: 203.0.113.0/24 is no longer denied port 22 (SSH) of acl-1: rules outside of the plan decide",
    ],
  ],
  [
    "a deny of fewer ports",
    updated("aws_network_acl_rule", { ...DENY, from_port: 0, to_port: 65535 }, DENY),
    [
      "network-unknown attention: 203.0.113.0/24 is no longer denied ports 0-21 and 23-65535 of acl-1: rules outside of the plan decide",
    ],
  ],
  [
    "a group of another account",
    created("aws_vpc_security_group_ingress_rule", {
      security_group_id: "sg-1",
      ip_protocol: "-1",
      referenced_security_group_id: "999999999999/sg-9",
    }),
    ["network-widened attention: 999999999999/sg-9 reaches every port and protocol of sg-1"],
  ],
  [
    "a new main route table",
    created("aws_main_route_table_association", { vpc_id: "vpc-1", route_table_id: "rtb-public" }),
    ["network-moved attention: another main route table, rtb-public: subnets without one of their own use it"],
  ],
  [
    "root sessions of member accounts",
    created("aws_iam_organizations_features", { enabled_features: ["RootSessions"] }),
    ["access-setting attention: enabled_features has RootSessions"],
  ],
  [
    "a snapshot that is exported",
    created("aws_rds_export_task", { export_task_identifier: "e", s3_bucket_name: "drop" }),
    ["shared-outside attention: a new one with s3_bucket_name drop"],
  ],
  [
    "a table that is exported",
    created("aws_dynamodb_table_export", { s3_bucket: "drop", table_arn: "arn:t" }),
    ["shared-outside attention: a new one with s3_bucket drop"],
  ],
  [
    "access logs of a bucket go elsewhere",
    updated("aws_s3_bucket_logging", { bucket: "b", target_bucket: "logs" }, { bucket: "b", target_bucket: "b" }),
    ["logging-off attention: target_bucket logs → b"],
  ],
  [
    "sessions that are no longer logged",
    updated(
      "aws_ssm_document",
      { document_type: "Session", content: JSON.stringify({ inputs: { s3BucketName: "logs", kmsKeyId: "k" } }) },
      { document_type: "Session", content: JSON.stringify({ inputs: { s3BucketName: "", kmsKeyId: "" } }) },
    ),
    [
      "encryption-off attention: Session: content.inputs.kmsKeyId k → (none)",
      "logging-off attention: Session: content.inputs.s3BucketName logs → (none)",
      "machine-code note: content changes",
    ],
  ],
  [
    "Config that records once a day",
    updated(
      "aws_config_configuration_recorder",
      { recording_mode: [{ recording_frequency: "CONTINUOUS" }] },
      { recording_mode: [{ recording_frequency: "DAILY" }] },
    ),
    ["safeguard-off attention: recording_mode.recording_frequency CONTINUOUS → DAILY"],
  ],
  [
    "pods that get a role",
    created("aws_eks_pod_identity_association", { service_account: "default", role_arn: "arn:aws:iam::1:role/admin" }),
    ["account-assignment attention: a new one with role_arn arn:aws:iam::1:role/admin"],
  ],
  [
    "a webhook without a filter",
    created("aws_codebuild_webhook", { project_name: "ci", filter_group: [] }),
    ["access-setting attention: without a filter: every push and every pull request starts a build of its code"],
  ],
  [
    "a new route that asks nobody",
    created("aws_apigatewayv2_route", { api_id: "a", route_key: "POST /orders", authorization_type: "NONE" }),
    ["guest-access attention: authorization_type (none) → NONE"],
  ],
  [
    "a new API that asks nobody",
    created("aws_api_gateway_rest_api", { body: JSON.stringify({ paths: { "/orders": { post: {} } } }) }),
    ["guest-access attention: post /orders does not ask who calls"],
  ],
  [
    "how a proxy signs in is no secret",
    updated(
      "aws_db_proxy",
      { name: "p", auth: [{ iam_auth: "REQUIRED" }] },
      { name: "p", auth: [{ iam_auth: "DISABLED" }] },
    ),
    ["safeguard-off attention: auth.iam_auth REQUIRED → DISABLED"],
  ],
  [
    "a new grant is told in one row",
    created("aws_s3control_access_grant", {
      access_grants_location_id: "default",
      permission: "READ",
      grantee: [{ grantee_type: "IAM", grantee_identifier: "arn:aws:iam::999999999999:role/x" }],
    }),
    [
      "access-setting attention: a new one with grantee.grantee_identifier arn:aws:iam::999999999999:role/x, permission READ, access_grants_location_id default",
    ],
  ],
  [
    "a web ACL is told once",
    gone("aws_wafv2_web_acl_association", { resource_arn: "r", web_acl_arn: "w" }),
    ["safeguard-off danger: the web ACL (WAF) no longer protects its resource"],
  ],
  [
    "scheduled task with a public address",
    updated(
      "aws_scheduler_schedule",
      { target: [{ ecs_parameters: [{ network_configuration: [{ assign_public_ip: false }] }] }] },
      { target: [{ ecs_parameters: [{ network_configuration: [{ assign_public_ip: true }] }] }] },
    ),
    ["public-address attention: target.ecs_parameters.network_configuration.assign_public_ip false → true"],
  ],
])("%s", (_name, given, want) => {
  expectTold(given, want);
});

test.each<[name: string, given: GivenChange]>([
  [
    "glue url same host other db",
    updated(
      "aws_glue_connection",
      { connection_properties: { JDBC_CONNECTION_URL: "jdbc:postgresql://db.acme.internal:5432/x" } },
      { connection_properties: { JDBC_CONNECTION_URL: "jdbc:postgresql://db.acme.internal:5432/y" } },
    ),
  ],
  [
    "kafka brokers in another order",
    updated(
      "aws_glue_connection",
      { connection_properties: { KAFKA_BOOTSTRAP_SERVERS: "a.acme:9092,b.acme:9092" } },
      { connection_properties: { KAFKA_BOOTSTRAP_SERVERS: "b.acme:9092,a.acme:9092" } },
    ),
  ],
  [
    "a driver of the same bucket",
    updated(
      "aws_glue_connection",
      { connection_properties: { JDBC_DRIVER_JAR_URI: "s3://acme/d-1.jar" } },
      { connection_properties: { JDBC_DRIVER_JAR_URI: "s3://acme/d-2.jar" } },
    ),
  ],
  [
    "a model of the same bucket",
    updated(
      "aws_sagemaker_model",
      { primary_container: [{ model_data_url: "s3://acme/1.tar.gz", image: "i" }] },
      { primary_container: [{ model_data_url: "s3://acme/2.tar.gz", image: "i" }] },
    ),
  ],
  ["python newer", updated("aws_lambda_function", { runtime: "python3.9" }, { runtime: "python3.13" })],
  ["another language", updated("aws_lambda_function", { runtime: "nodejs22.x" }, { runtime: "python3.13" })],
  [
    "edge function new version",
    updated(
      "aws_cloudfront_distribution",
      {
        default_cache_behavior: [
          { lambda_function_association: [{ lambda_arn: "arn:aws:lambda:us-east-1:123456789012:function:auth:1" }] },
        ],
      },
      {
        default_cache_behavior: [
          { lambda_function_association: [{ lambda_arn: "arn:aws:lambda:us-east-1:123456789012:function:auth:2" }] },
        ],
      },
    ),
  ],
  [
    "edge function known later",
    updated(
      "aws_cloudfront_distribution",
      {
        default_cache_behavior: [
          { lambda_function_association: [{ lambda_arn: "arn:aws:lambda:us-east-1:123456789012:function:auth:1" }] },
        ],
      },
      { default_cache_behavior: [{ lambda_function_association: [{}] }] },
      { unknown: { default_cache_behavior: [{ lambda_function_association: [{ lambda_arn: true }] }] } },
    ),
  ],
  [
    "an origin without access control beside",
    updated(
      "aws_cloudfront_distribution",
      { origin: [{ origin_id: "s3", domain_name: "a", origin_access_control_id: "E1" }] },
      {
        origin: [
          { origin_id: "s3", domain_name: "a", origin_access_control_id: "E1" },
          { origin_id: "api", domain_name: "b", origin_access_control_id: "" },
        ],
      },
    ),
  ],
  [
    "dms rule names written otherwise",
    updated(
      "aws_dms_replication_task",
      { table_mappings: '{"rules":[{"rule-id":"1","rule-name":"1"}]}' },
      { table_mappings: '{"rules": [{"rule-name":"1", "rule-id":"1"}]}' },
    ),
  ],
  [
    "pitr days more",
    updated(
      "aws_dynamodb_table",
      { point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 7 }] },
      { point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 35 }] },
    ),
  ],
  [
    "firehose backs up more",
    updated(
      "aws_kinesis_firehose_delivery_stream",
      { extended_s3_configuration: [{ s3_backup_mode: "Disabled" }] },
      { extended_s3_configuration: [{ s3_backup_mode: "Enabled" }] },
    ),
  ],
  [
    "tokens were not asked for",
    updated("aws_launch_template", { metadata_options: [{ http_endpoint: "enabled" }] }, { metadata_options: [] }),
  ],
  [
    "not root, other id",
    updated(
      "aws_ecs_task_definition",
      { family: "a", container_definitions: '[{"name":"a","image":"a","user":"1000"}]' },
      { family: "a", container_definitions: '[{"name":"a","image":"a","user":"2000"}]' },
    ),
  ],
  [
    "codebuild variable from secrets added",
    updated(
      "aws_codebuild_project",
      { environment: [{ environment_variable: [{ name: "A", type: "PLAINTEXT", value: "a" }] }] },
      {
        environment: [
          {
            environment_variable: [
              { name: "A", type: "PLAINTEXT", value: "a" },
              { name: "T", type: "SECRETS_MANAGER", value: "t" },
            ],
          },
        ],
      },
    ),
  ],
  [
    "aggregates more regions",
    updated(
      "aws_securityhub_finding_aggregator",
      { linking_mode: "SPECIFIED_REGIONS" },
      { linking_mode: "ALL_REGIONS" },
    ),
  ],
  [
    "billing contact",
    updated(
      "aws_account_alternate_contact",
      { alternate_contact_type: "BILLING", email_address: "a@acme.com" },
      { alternate_contact_type: "BILLING", email_address: "b@acme.com" },
    ),
  ],
  [
    "config remediation off",
    updated("aws_config_remediation_configuration", { automatic: true }, { automatic: false }),
  ],
  [
    "codedeploy rollback on",
    updated(
      "aws_codedeploy_deployment_group",
      { auto_rollback_configuration: [{ enabled: false }] },
      { auto_rollback_configuration: [{ enabled: true }] },
    ),
  ],
  [
    "glue job new with connection",
    created("aws_glue_job", {
      name: "j",
      connections: ["vpc"],
      worker_type: "G.1X",
      number_of_workers: 2,
      timeout: 10,
    }),
  ],
  [
    "codeartifact upstream removed",
    updated("aws_codeartifact_repository", { upstream: [{ repository_name: "npm" }] }, { upstream: [] }),
  ],
  [
    "appsync private",
    updated("aws_appsync_graphql_api", { visibility: "GLOBAL", name: "a" }, { visibility: "GLOBAL", name: "b" }),
  ],
  [
    "vpc codebuild added",
    updated(
      "aws_codebuild_project",
      { vpc_config: [] },
      { vpc_config: [{ vpc_id: "v", subnets: ["s"], security_group_ids: ["sg-1"] }] },
    ),
  ],
  [
    "java class",
    updated(
      "aws_lambda_function",
      { environment: [{ variables: { HANDLER_SERVER: "com.acme.Foo", MAIN: "com.acme.Foo" } }] },
      { environment: [{ variables: { HANDLER_SERVER: "com.acme.Foo", MAIN: "org.other.Bar" } }] },
    ),
  ],
  [
    "rds endpoint replaced",
    updated(
      "aws_lambda_function",
      { environment: [{ variables: { DB_HOST: "a.abc.eu-west-1.rds.amazonaws.com" } }] },
      { environment: [{ variables: { DB_HOST: "b.abc.eu-west-1.rds.amazonaws.com" } }] },
    ),
  ],
  [
    "version",
    updated(
      "aws_lambda_function",
      { environment: [{ variables: { VERSION: "1.2.3", APP_URL: "https://a.co.uk/1" } }] },
      { environment: [{ variables: { VERSION: "1.3.0", APP_URL: "https://a.co.uk/2" } }] },
    ),
  ],
  [
    "password in url rotates",
    updated(
      "aws_lambda_function",
      { environment: [{ variables: { DSN: "postgres://u:aaaaaaaa@db.acme.com/x" } }] },
      { environment: [{ variables: { DSN: "postgres://u:bbbbbbbb@db.acme.com/x" } }] },
    ),
  ],
  [
    "sns topic same account",
    updated(
      "aws_lambda_function",
      { environment: [{ variables: { TOPIC: "arn:aws:sns:eu-west-1:123456789012:a" } }] },
      { environment: [{ variables: { TOPIC: "arn:aws:sns:eu-west-1:123456789012:b" } }] },
    ),
  ],
  ["a deny that comes", created("aws_network_acl_rule", DENY)],
  ["an assignment that goes", gone("aws_ssoadmin_account_assignment", { principal_id: "u", target_id: "1" })],
  ["a group member that goes", gone("aws_identitystore_group_membership", { group_id: "g", member_id: "u" })],
  [
    "a webhook of one branch",
    created("aws_codebuild_webhook", {
      filter_group: [
        {
          filter: [
            { type: "EVENT", pattern: "PUSH" },
            { type: "HEAD_REF", pattern: "^refs/heads/main$" },
          ],
        },
      ],
    }),
  ],
  [
    "a webhook for pull requests that somebody approves",
    created("aws_codebuild_webhook", {
      pull_request_build_policy: [{ requires_comment_approval: "ALL_PULL_REQUESTS" }],
    }),
  ],
  [
    "a route of a WebSocket",
    created("aws_apigatewayv2_route", { route_key: "sendmessage", authorization_type: "NONE" }),
  ],
  ["a preflight", created("aws_apigatewayv2_route", { route_key: "OPTIONS /a", authorization_type: "NONE" })],
  [
    "an API that only its VPC reaches",
    created("aws_api_gateway_rest_api", {
      body: JSON.stringify({ paths: { "/orders": { post: {} } } }),
      endpoint_configuration: [{ types: ["PRIVATE"] }],
    }),
  ],
  [
    "a listener that redirects to HTTPS",
    updated(
      "aws_lb_listener",
      { default_action: [{ type: "forward", target_group_arn: "t", redirect: [] }] },
      {
        default_action: [
          { type: "redirect", target_group_arn: "", redirect: [{ protocol: "HTTPS", host: "#{host}" }] },
        ],
      },
    ),
  ],
  [
    "a session policy that comes",
    updated("aws_transfer_user", { user_name: "u", policy: null }, { user_name: "u", policy: SESSION }),
  ],
])("%s is no danger", (_name, given) => {
  expectHarmless(given);
});
