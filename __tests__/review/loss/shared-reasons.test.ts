/** Neighbours of which each loses something else: what is true for one of them may not be told of the next. */
import { lossOfType } from "../../../src/review/loss/loss-of-type";

const AWS = "registry.terraform.io/hashicorp/aws";
const tell = (type: string) => {
  const loss = lossOfType(type, AWS);
  return loss === undefined ? "unknown" : `${loss.kind} ${loss.level}: ${loss.lost}`;
};

describe.each<[family: string, wants: readonly (readonly [type: string, want: string])[]]>([
  [
    "what has routes",
    [
      ["aws_route_table", "outage attention: its subnets lose their routes"],
      [
        "aws_ec2_local_gateway_route_table_vpc_association",
        "outage attention: the VPC no longer reaches the local network through the gateway",
      ],
      [
        "aws_ec2_transit_gateway_policy_table_association",
        "outage attention: traffic of the attachment is no longer led by the policy table",
      ],
      [
        "aws_route_table_association",
        "outage attention: its subnet gets the routes of the VPC's main table; its gateway no longer leads traffic by these routes",
      ],
      [
        "aws_main_route_table_association",
        "outage attention: subnets without a table of their own get the routes of the VPC's first main table",
      ],
      [
        "aws_vpc_endpoint_subnet_association",
        "outage attention: the endpoint loses its interface in the subnet, and connections through it break",
      ],
      [
        "aws_vpc_endpoint_route_table_association",
        "outage attention: subnets of the route table no longer reach the service through the endpoint",
      ],
      [
        "aws_vpn_gateway_route_propagation",
        "outage attention: the route table loses the routes that the gateway learned",
      ],
      [
        "aws_networkmanager_attachment_routing_policy_label",
        "outage attention: its routing policies no longer filter or change the routes of the attachment",
      ],
      [
        "aws_networkmanager_prefix_list_association",
        "outage attention: routing policies of the core network can no longer match by the prefix list",
      ],
    ],
  ],
  [
    "what watches",
    [
      ["aws_cloudwatch_metric_alarm", "empty note: nobody is told by it, and what it scales, stops or recovers is not"],
      [
        "aws_cleanrooms_configured_table",
        "data attention: its analysis rules go, which are made outside of Terraform; without them nobody can query it",
      ],
      [
        "aws_guardduty_publishing_destination",
        "outage attention: findings in the time without it are not exported; GuardDuty keeps them for 90 days",
      ],
      ["aws_vpc_ipam_scope", "outage attention: apply fails while pools are in it"],
      [
        "aws_cleanrooms_membership",
        "identities attention: this account leaves the collaboration, and cannot join it again",
      ],
      ["aws_dx_gateway_association_proposal", "empty note: it is only a proposal; what was accepted stays"],
      [
        "aws_shield_subscription",
        "outage attention: apply fails except in the last 30 days of its term; then it is not renewed, and protects until the term ends",
      ],
      ["aws_cloudwatch_dashboard", "empty note: it is only a definition, which is in the configuration"],
      ["aws_ce_cost_category", "empty note: it is only a definition, which is in the configuration"],
      ["aws_ce_anomaly_subscription", "empty note: it only watches or counts"],
      ["aws_notifications_event_rule", "empty note: it only watches or counts"],
      ["aws_ce_anomaly_monitor", "data attention: the anomalies that it found go"],
      [
        "aws_cloudwatch_log_anomaly_detector",
        "data attention: its anomalies go, and what was suppressed or taken for normal",
      ],
      ["aws_ec2_network_insights_analysis", "empty note: it only runs or starts something once"],
      ["aws_ec2_traffic_mirror_session", "outage attention: traffic in the time without it is not mirrored"],
      [
        "aws_securityhub_product_subscription",
        "outage attention: findings of the product in the time without it are not taken in",
      ],
      [
        "aws_securityhub_finding_aggregator",
        "outage attention: findings in the time without it are not copied from the other Regions",
      ],
    ],
  ],
  [
    "a part of an API or of an agent",
    [
      [
        "aws_api_gateway_method",
        "empty note: it is only a part of an API's definition, and stages keep it until the next deployment",
      ],
      ["aws_api_gateway_deployment", "empty note: apply fails while a stage uses it"],
      ["aws_apigatewayv2_route", "outage attention: requests that it takes get another answer"],
      ["aws_apigatewayv2_integration", "empty note: apply fails while a route uses it"],
      ["aws_apigatewayv2_authorizer", "empty note: apply fails while a route uses it"],
      [
        "aws_api_gateway_method_settings",
        "outage attention: its limits no longer hold, and logs in the time without it are not delivered",
      ],
      ["aws_appsync_resolver", "outage attention: the fields that it resolves fail"],
      ["aws_appsync_function", "outage attention: apply fails while a resolver uses it"],
      ["aws_bedrockagent_agent_action_group", "empty note: it is only a part of an agent's definition"],
      ["aws_bedrockagent_agent_knowledge_base_association", "empty note: it is only a part of an agent's definition"],
    ],
  ],
  [
    "what gathers evidence or checks",
    [
      ["aws_auditmanager_framework", "empty note: it is only a definition, which is in the configuration"],
      [
        "aws_auditmanager_control",
        "outage attention: no more evidence is gathered by it, also in assessments that have it already",
      ],
      ["aws_backup_framework", "outage attention: what it checks is no longer checked"],
      ["aws_codegurureviewer_repository_association", "outage attention: what it checks is no longer checked"],
      ["aws_auditmanager_framework_share", "empty note: it is only a proposal; what was accepted stays"],
      ["aws_auditmanager_assessment_delegation", "outage attention: what is allowed or signed in by it is refused"],
      [
        "aws_config_aggregate_authorization",
        "outage attention: the account of the aggregator no longer sees what Config records in it",
      ],
    ],
  ],
  [
    "a grant that no rule of permissions reads",
    [
      ["aws_lambda_permission", "empty note: it only grants access"],
      ["aws_cloudwatch_event_permission", "outage attention: what is allowed or signed in by it is refused"],
      ["aws_cloudwatch_event_bus_policy", "empty note: it is only a policy, which is in the configuration"],
      [
        "aws_cloudwatch_log_delivery_destination_policy",
        "outage attention: what is allowed or signed in by it is refused",
      ],
    ],
  ],
  [
    "a name that tells something else",
    [
      ["aws_chatbot_slack_channel_configuration", "empty note: nobody is told by it in its channel"],
      ["aws_codestarnotifications_notification_rule", "empty note: it only watches or counts"],
      ["aws_cloudwatch_contributor_insight_rule", "empty note: it only watches or counts"],
      ["aws_chimesdkvoice_global_settings", "outage attention: logs in the time without it are not delivered"],
      ["aws_ivschat_logging_configuration", "outage attention: logs in the time without it are not delivered"],
      [
        "aws_appconfig_extension_association",
        "outage attention: what it starts does not run, and missed runs are not made up",
      ],
      ["aws_emrcontainers_job_template", "outage attention: jobs that name it fail"],
      ["aws_fis_experiment_template", "empty note: it is only a definition, which is in the configuration"],
    ],
  ],
  [
    "what has versions",
    [
      [
        "aws_appconfig_hosted_configuration_version",
        "empty note: its content is in the configuration; the next version has another number",
      ],
      [
        "aws_imagebuilder_image",
        "empty note: the AMIs and container images that it made stay; the next one is built again as another version",
      ],
      ["aws_sagemaker_image", "data attention: its versions go; their container images stay"],
      ["aws_sagemaker_image_version", "outage attention: its number is not given again, and what names it fails"],
      ["aws_sagemaker_model_package_group", "data attention: apply fails while versions of models are in it"],
      ["aws_sagemaker_hub", "data attention: apply fails while something is in it"],
      ["aws_schemas_schema", "data attention: its versions go"],
      ["aws_quicksight_template", "data attention: its versions go"],
      [
        "aws_secretsmanager_secret_version",
        "keys attention: the version and its value go, unless it is the current one, which stays",
      ],
      [
        "aws_lexv2models_bot_version",
        "outage attention: apply fails while an alias uses it; its number is not given again",
      ],
    ],
  ],
  [
    "what must be empty of things with rows of their own",
    [
      ["aws_s3tables_namespace", "data attention: apply fails while tables are in it"],
      ["aws_timestreamwrite_database", "data attention: apply fails while tables are in it"],
      ["aws_media_store_container", "data attention: apply fails while objects are in it"],
      ["aws_lex_bot", "outage attention: apply fails while it has an alias"],
      ["aws_lexv2models_bot", "outage attention: apply fails while it has an alias"],
    ],
  ],
  [
    "policies of a Classic Load Balancer",
    [
      ["aws_lb_ssl_negotiation_policy", "outage attention: the listener no longer keeps to its protocols and ciphers"],
      [
        "aws_load_balancer_policy",
        "outage attention: ports of the load balancer no longer follow its policies: protocols and ciphers, stickiness, or checks of backends",
      ],
      [
        "aws_load_balancer_backend_server_policy",
        "outage attention: ports of the load balancer no longer follow its policies: protocols and ciphers, stickiness, or checks of backends",
      ],
    ],
  ],
  [
    "the HSM of a cluster",
    [
      ["aws_redshift_hsm_configuration", "empty note: apply fails while a cluster uses it"],
      [
        "aws_redshift_hsm_client_certificate",
        "keys attention: apply fails while a cluster uses it; the HSM must be told to trust a new one",
      ],
    ],
  ],
  [
    "DNSSEC",
    [
      ["aws_route53_key_signing_key", "outage attention: validating resolvers refuse the zone's names"],
      ["aws_route53domains_delegation_signer_record", "outage attention: what it protects is no longer protected"],
    ],
  ],
  [
    "what protects",
    [
      ["aws_shield_protection", "outage attention: what it protects is no longer protected"],
      [
        "aws_shield_proactive_engagement",
        "outage attention: the Shield Response Team no longer calls when it sees an attack",
      ],
      [
        "aws_securityhub_configuration_policy_association",
        "outage attention: the account or unit takes the configuration of its parent; without one it keeps its settings and manages itself",
      ],
      ["aws_guardduty_malware_protection_plan", "outage attention: what it checks is no longer checked"],
      ["aws_ses_receipt_filter", "outage attention: mail that it blocks is taken, or mail that it allows is refused"],
      ["aws_workspacesweb_ip_access_settings_association", "outage attention: what it limits is no longer limited"],
    ],
  ],
  [
    "a setting or a policy by its name",
    [
      ["aws_s3_bucket_ownership_controls", "empty note: it is only a setting of something that stays"],
      [
        "aws_ssoadmin_application_assignment_configuration",
        "outage attention: users who are not assigned are refused, if it let them in",
      ],
      [
        "aws_datazone_environment_blueprint_configuration",
        "outage attention: no new environments can be made from the blueprint",
      ],
      [
        "aws_lakeformation_data_lake_settings",
        "outage attention: its administrators lose their rights, and the default permissions are reset",
      ],
      ["aws_api_gateway_account", "outage attention: logs in the time without it are not delivered"],
      ["aws_cloudwatch_log_index_policy", "outage attention: log events are no longer indexed by it"],
      ["aws_vpclattice_auth_policy", "outage attention: requests are refused where the auth type is AWS_IAM"],
      [
        "aws_opensearchserverless_security_policy",
        "outage attention: networks that it lets in no longer reach the collection; a collection keeps the key that it has",
      ],
      [
        "aws_sns_sms_preferences",
        "outage attention: the limit of spending goes back to its default, and SMS messages beyond it are not sent",
      ],
    ],
  ],
  [
    "a definition that others name",
    [
      ["aws_athena_prepared_statement", "outage attention: queries that call it fail"],
      ["aws_athena_named_query", "empty note: it is only a definition, which is in the configuration"],
      ["aws_elastictranscoder_preset", "outage attention: jobs that name it fail"],
      ["aws_emr_security_configuration", "outage attention: new clusters that name it fail"],
      ["aws_chimesdkmediapipelines_media_insights_pipeline_configuration", "outage attention: callers of it fail"],
      ["aws_connect_quick_connect", "outage attention: agents can no longer transfer contacts by it"],
      ["aws_glue_classifier", "empty note: it is only a definition, which is in the configuration"],
      ["aws_glue_security_configuration", "outage attention: jobs, crawlers and endpoints that name it fail"],
      ["aws_transcribe_medical_vocabulary", "outage attention: jobs that name it fail"],
      ["aws_sagemaker_data_quality_job_definition", "outage attention: jobs that name it fail"],
      ["aws_transcribe_vocabulary_filter", "outage attention: jobs that name it fail"],
      ["aws_appsync_type", "outage attention: queries that name it fail"],
    ],
  ],
  [
    "what stays of it",
    [
      [
        "aws_elastic_beanstalk_environment",
        "data attention: the application is no longer served, and a database that belongs to the environment goes too",
      ],
      [
        "aws_amplify_backend_environment",
        "outage attention: branches are no longer built with it; what its stack made stays",
      ],
      ["aws_ebs_fast_snapshot_restore", "outage attention: volumes that are made from the snapshot are slow at first"],
      ["aws_ecr_repository", "data danger: its images go"],
      ["aws_ecrpublic_repository", "data danger: its images go"],
      ["aws_sagemaker_feature_group", "data danger: its online features go; those in S3 stay"],
      [
        "aws_sagemaker_user_profile",
        "data danger: the user no longer reaches the files, which stay in the file system of the domain",
      ],
      [
        "aws_bedrockagent_data_source",
        "data attention: what it indexed goes, unless a data source is set to retain it",
      ],
      ["aws_kendra_data_source", "data attention: what it indexed goes"],
      ["aws_codebuild_project", "outage attention: what starts it fails; its builds can still be read"],
      ["aws_glue_job", "outage attention: what starts it fails, and the history of its runs goes"],
      [
        "aws_globalaccelerator_cross_account_attachment",
        "outage attention: the endpoints of this account are taken out of accelerators of other accounts, and must be added again",
      ],
    ],
  ],
  [
    "other clouds",
    [
      ["google_kms_crypto_key", "keys danger: what is encrypted with it cannot be read any more"],
      ["google_kms_key_ring", "empty note: Terraform only forgets it"],
      ["google_app_engine_application", "empty note: Terraform only forgets it"],
      ["azurerm_disk_encryption_set", "outage attention: apply fails while disks use it"],
      ["google_composer_environment", "data danger: its runs, connections and variables go"],
      ["azurerm_databricks_workspace", "data danger: its notebooks go, and what is stored in it"],
      ["azurerm_search_service", "data danger: its indices go"],
      ["google_folder", "data danger: apply fails unless it is empty"],
      [
        "azurerm_management_group",
        "outage attention: its policies and grants no longer hold; apply fails while other groups are in it",
      ],
      ["azurerm_lb_rule", "outage attention: nothing answers at its port until it is back"],
      ["azurerm_lb_probe", "empty note: it only lists rules"],
      ["azurerm_subnet_route_table_association", "outage attention: its subnet loses the routes of the table"],
      ["azurerm_subscription_policy_assignment", "empty note: it only links things that stay"],
      ["google_cloud_scheduler_job", "outage attention: what it starts does not run, and missed runs are not made up"],
      ["kubernetes_cron_job_v1", "outage attention: what it starts does not run, and missed runs are not made up"],
      ["google_compute_autoscaler", "outage attention: what it scales is no longer scaled"],
      ["google_compute_instance_template", "empty note: it is only a definition, which is in the configuration"],
    ],
  ],
])("%s", (_family, wants) => {
  test.each(wants)("%s", (type, want) => {
    expect(tell(type)).toBe(want);
  });
});
