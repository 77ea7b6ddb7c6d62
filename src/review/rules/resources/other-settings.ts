const WORKLOADS = [
  "deployment",
  "deployment_v1",
  "stateful_set",
  "stateful_set_v1",
  "daemonset",
  "daemon_set_v1",
  "job",
  "job_v1",
]
  .map((name) => `kubernetes_${name}`)
  .join(",");
const INGRESSES = "kubernetes_ingress,kubernetes_ingress_v1";
const ACCOUNTS = "kubernetes_service_account,kubernetes_service_account_v1";
const ROLE =
  "metadata.annotations.eks\\.amazonaws\\.com/role-arn,metadata.annotations.iam\\.gke\\.io/gcp-service-account,metadata.annotations.azure\\.workload\\.identity/client-id";
const NAMESPACES = "kubernetes_namespace,kubernetes_namespace_v1";

/**
 * Arguments of other providers, in the form of `aws-settings.ts`: those by which more people get in or less is guarded, and whose
 * type does not tell it. The comments name pages of https://registry.terraform.io/providers/.
 */
export const OTHER_SETTINGS = {
  "guest-access": {
    // kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations
    danger: [
      `${INGRESSES} metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/auth-url,metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/auth-type,metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/auth-tls-secret is:-`,
    ],
    attention: [
      // cloudflare/cloudflare/latest/docs/resources/authenticated_origin_pulls_settings
      "cloudflare_authenticated_origin_pulls_settings,cloudflare_authenticated_origin_pulls enabled is:false",
    ],
  },
  "key-made-anew": {
    attention: ["postgresql_role password,password_wo_version changes", "mysql_user plaintext_password changes"],
    note: [
      "github_actions_secret,github_actions_organization_secret,github_actions_environment_secret plaintext_value,encrypted_value changes",
      "kubernetes_secret,kubernetes_secret_v1 data,binary_data,data_wo_revision changes",
      "vault_kv_secret_v2,vault_kv_secret data_json,data_json_wo_version changes",
      "helm_release set_sensitive.value,set_wo_revision changes",
    ],
  },
  "dns-target": {
    // cloudflare/cloudflare/latest/docs/resources/page_rule
    "attention attention": [
      "cloudflare_page_rule actions.forwarding_url.url changes",
      // cloudflare/cloudflare/latest/docs/resources/workers_route
      "cloudflare_workers_route,cloudflare_worker_route pattern changes",
    ],
    attention: [
      "cloudflare_workers_route,cloudflare_worker_route script,script_name changes",
      "cloudflare_load_balancer_pool origins.address loses",
      // fastly/fastly/latest/docs/resources/service_vcl
      "fastly_service_vcl,fastly_service_compute backend.address loses",
      // hashicorp/kubernetes/latest/docs/resources/ingress_v1, .../service_v1
      "kubernetes_ingress_v1 spec.rule.http.path.backend.service.name changes",
      "kubernetes_service,kubernetes_service_v1 spec.selector,spec.external_name changes",
    ],
  },
  "access-setting": {
    attention: [
      // okta/okta/latest/docs/resources/app_oauth
      "okta_app_oauth redirect_uris,grant_types gains",
      "okta_app_oauth pkce_required is:false",
      "okta_app_oauth token_endpoint_auth_method is:none",
      // auth0/auth0/latest/docs/resources/client, .../connection
      "auth0_client callbacks,allowed_origins,web_origins,grant_types gains",
      "auth0_connection options.disable_signup is:false",
      // mrparkers/keycloak/latest/docs/resources/realm
      "keycloak_realm registration_allowed,reset_password_allowed,edit_username_allowed is:true",
      // hashicorp/tfe/latest/docs/resources/workspace
      "tfe_workspace,tfe_workspace_settings auto_apply,global_remote_state is:true",
      "tfe_workspace_settings project_remote_state is:true",
      "tfe_workspace,tfe_workspace_settings remote_state_consumer_ids gains",
      // hashicorp/vault/latest/docs/resources/identity_group
      "vault_identity_group policies,member_entity_ids,member_group_ids gains",
      "vault_identity_entity policies gains",
      // integrations/github/latest/docs/resources/actions_runner_group
      "github_actions_runner_group,github_enterprise_actions_runner_group visibility worse:selected|private|all",
      "github_actions_runner_group,github_enterprise_actions_runner_group allows_public_repositories is:true",
      // hashicorp/consul/latest/docs/resources/config_entry
      "consul_config_entry{kind=service-intentions} config_json changes",
      // argoproj-labs/argocd/latest/docs/resources/project
      "argocd_project spec.destination.namespace,spec.destination.server,spec.source_repos gains",
      // DataDog/datadog/latest/docs/resources/organization_settings
      "datadog_organization_settings settings.saml_strict_mode.enabled is:false",
      // oracle/oci/latest/docs/resources/database_autonomous_database
      "oci_database_autonomous_database is_mtls_connection_required is:false",
      // mongodb/mongodbatlas/latest/docs/resources/ldap_configuration
      "mongodbatlas_ldap_configuration authentication_enabled,authorization_enabled is:false",
      // databricks/databricks/latest/docs/resources/external_location
      "databricks_external_location url changes",
      // hashicorp/kubernetes/latest/docs/resources/cluster_role_v1: rules of other roles become its own
      "kubernetes_cluster_role,kubernetes_cluster_role_v1 aggregation_rule.cluster_role_selectors.match_labels changes",
      "kubernetes_cluster_role,kubernetes_cluster_role_v1 aggregation_rule.cluster_role_selectors.match_labels set",
      // hashicorp/kubernetes/latest/docs/resources/service_account_v1: the role of a cloud that pods get, and their token
      `${ACCOUNTS} ${ROLE} changes`,
      `${ACCOUNTS} ${ROLE} set`,
      `${ACCOUNTS} automount_service_account_token worse:false|true`,
      `${WORKLOADS} spec.template.spec.automount_service_account_token worse:false|true`,
      // integrations/github/latest/docs/resources/actions_organization_secret, gitlabhq/gitlab/latest/docs/resources/user_runner
      "github_actions_organization_secret,github_actions_organization_variable,github_dependabot_organization_secret visibility worse:selected|private|all",
      "gitlab_user_runner access_level is:not_protected",
      "gitlab_user_runner untagged is:true",
      // databricks/databricks/latest/docs/resources/job, .../cluster
      "databricks_job run_as.service_principal_name,run_as.user_name changes",
      "databricks_cluster data_security_mode is:NONE|NO_ISOLATION",
      // okta/okta/latest/docs/resources/app_saml: where the answer of a sign-in is sent
      "okta_app_saml sso_url,destination,recipient,audience changes",
      // integrations/github/latest/docs/resources/organization_settings
      "github_organization_settings members_can_create_public_repositories,members_can_fork_private_repositories,members_can_create_public_pages is:true",
      // hashicorp/vault/latest/docs/resources/transit_secret_backend_key
      "vault_transit_secret_backend_key exportable,allow_plaintext_backup is:true",
      // okta/okta/latest/docs/resources/authenticator
      "okta_authenticator status worse:INACTIVE|ACTIVE",
      // databricks/databricks/latest/docs/resources/metastore, .../external_location
      "databricks_metastore delta_sharing_scope worse:INTERNAL|INTERNAL_AND_EXTERNAL",
      "databricks_external_location read_only is:false|-",
      // snowflakedb/snowflake/latest/docs/resources/storage_integration
      "snowflake_storage_integration storage_allowed_locations gains",
    ],
    "attention attention": [
      // kubernetes.io/docs/reference/access-authn-authz/admission-controllers: it sees every object, and changes it
      "kubernetes_mutating_webhook_configuration,kubernetes_mutating_webhook_configuration_v1 webhook.client_config.url,webhook.client_config.service.name changes",
      // okta/okta/latest/docs/resources/trusted_origin
      "okta_trusted_origin origin changes",
      // hashicorp/vault/latest/docs/resources/generic_endpoint
      "vault_generic_endpoint{path~^/?(?:auth|identity|sys/polic)} data_json changes",
      // okta/okta/latest/docs/resources/app_oauth_api_scope
      "okta_app_oauth_api_scope scopes gains",
      // integrations/github/latest/docs/resources/actions_repository_oidc_subject_claim_customization_template
      "github_actions_repository_oidc_subject_claim_customization_template include_claim_keys changes",
    ],
    note: [
      // okta/okta/latest/docs/resources/policy_rule_signon
      "okta_policy_rule_signon session_lifetime,session_idle more",
    ],
  },
  "account-assignment": {
    // DataDog/datadog/latest/docs/resources/authn_mapping
    "attention attention": ["datadog_authn_mapping role changes"],
  },
  "credential-created": {
    // Snowflake-Labs/snowflake/latest/docs/resources/user_public_keys
    "attention attention": [
      "snowflake_user_public_keys rsa_public_key,rsa_public_key_2 changes",
      // hashicorp/kubernetes/latest/docs/resources/certificate_signing_request_v1
      "kubernetes_certificate_signing_request,kubernetes_certificate_signing_request_v1 spec.signer_name changes",
    ],
  },
  "password-policy-weaker": {
    attention: [
      "keycloak_realm password_policy changes",
      // auth0/auth0/latest/docs/resources/connection
      "auth0_connection options.password_policy worse:excellent|good|fair|low|none",
    ],
    danger: [
      // auth0/auth0/latest/docs/resources/guardian
      "auth0_guardian policy worse:all-applications|confidence-score|never",
      // okta/okta/latest/docs/resources/policy_rule_signon
      "okta_policy_rule_signon mfa_required is:false",
    ],
  },
  "safeguard-off": {
    // DataDog/datadog/latest/docs/resources/downtime_schedule
    "attention attention": [
      "datadog_downtime_schedule,datadog_downtime scope changes",
      // DataDog/datadog/latest/docs/resources/security_monitoring_suppression
      "datadog_security_monitoring_suppression rule_query,suppression_query,data_exclusion_query changes",
    ],
    attention: [
      // the page of the type in the registry
      "kubernetes_api_service,kubernetes_api_service_v1 spec.insecure_skip_tls_verify is:true",
      // snowflakedb/snowflake/latest/docs/resources/warehouse, .../resource_monitor: what ends what a warehouse costs
      "snowflake_warehouse auto_suspend is:0",
      "snowflake_warehouse resource_monitor is:-",
      "snowflake_resource_monitor credit_quota,suspend_trigger,suspend_immediate_trigger more",
      "snowflake_resource_monitor suspend_trigger,suspend_immediate_trigger is:-",
      // gitlabhq/gitlab/latest/docs/resources/project
      "gitlab_project push_rules.prevent_secrets,push_rules.reject_unsigned_commits,push_rules.member_check,push_rules.commit_committer_check is:false",
      "gitlab_project only_allow_merge_if_pipeline_succeeds,only_allow_merge_if_all_discussions_are_resolved worse:true|false",
      // auth0/auth0/latest/docs/resources/attack_protection
      "auth0_attack_protection breached_password_detection.enabled,brute_force_protection.enabled,suspicious_ip_throttling.enabled is:false",
      "auth0_connection options.brute_force_protection is:false",
      // okta/okta/latest/docs/resources/policy_rule_signon, .../factor, .../threat_insight_settings
      "okta_policy_rule_signon status is:INACTIVE",
      "okta_factor active is:false",
      "okta_threat_insight_settings action worse:block|audit|none",
      // gitlabhq/gitlab/latest/docs/resources/project_variable
      "gitlab_project_variable,gitlab_group_variable masked,protected is:false",
      // Snowflake-Labs/snowflake/latest/docs/resources/account_parameter
      "snowflake_account_parameter{key=NETWORK_POLICY} value changes",
      // hashicorp/tfe/latest/docs/resources/policy_set
      "tfe_policy_set global is:false",
      // integrations/github/latest/docs/resources/repository, .../repository_webhook
      "github_repository vulnerability_alerts is:false",
      "github_repository security_and_analysis.secret_scanning.status,security_and_analysis.secret_scanning_push_protection.status is:disabled|-",
      // integrations/github/latest/docs/resources/repository_environment
      "github_repository_environment reviewers.teams,reviewers.users loses",
      "github_repository_environment can_admins_bypass is:true",
      // hashicorp/kubernetes/latest/docs/resources/validating_webhook_configuration_v1
      "kubernetes_validating_webhook_configuration,kubernetes_validating_webhook_configuration_v1 webhook.failure_policy is:Ignore",
      // datadog/datadog/latest/docs/resources/sensitive_data_scanner_rule
      "datadog_sensitive_data_scanner_rule,datadog_sensitive_data_scanner_group is_enabled is:false",
      "github_repository_dependabot_security_updates enabled is:false",
      "github_repository_webhook,github_organization_webhook configuration.insecure_ssl is:true",
      // cloudflare/cloudflare/latest/docs/resources/dns_record: without the proxy the origin's address is public
      "cloudflare_record,cloudflare_dns_record proxied is:false",
      // hashicorp/tfe/latest/docs/resources/variable
      "tfe_variable sensitive is:false",
      // databricks/databricks/latest/docs/resources/workspace_conf
      "databricks_workspace_conf custom_config.enableIpAccessLists is:false|-",
      // hashicorp/kubernetes/latest/docs/resources/namespace_v1, and kubernetes.io/docs/concepts/security/pod-security-standards/
      "kubernetes_labels{kind=Namespace} labels.pod-security\\.kubernetes\\.io/enforce worse:restricted|baseline|-|privileged",
      `${NAMESPACES} metadata.labels.pod-security\\.kubernetes\\.io/enforce worse:restricted|baseline|-|privileged`,
      // hashicorp/kubernetes/latest/docs/resources/deployment_v1: an argument that is not set allows it
      `${WORKLOADS} spec.template.spec.container.security_context.allow_privilege_escalation is:true|-`,
      `${WORKLOADS} spec.template.spec.container.security_context.run_as_non_root,spec.template.spec.security_context.run_as_non_root worse:true|false=-`,
      `${WORKLOADS} spec.template.spec.container.security_context.read_only_root_filesystem worse:true|false=-`,
      `${WORKLOADS} spec.template.spec.container.security_context.capabilities.drop loses:ALL|NET_RAW`,
      `${WORKLOADS} spec.template.spec.container.security_context.seccomp_profile.type,spec.template.spec.security_context.seccomp_profile.type is:Unconfined`,
      // fastly/fastly/latest/docs/resources/service_vcl
      "fastly_service_vcl backend.ssl_check_cert is:false",
      "datadog_security_monitoring_rule,datadog_security_monitoring_default_rule enabled is:false",
      // DataDog/datadog/latest/docs/resources/synthetics_test
      "datadog_synthetics_test status worse:live|paused",
    ],
  },
  "encryption-off": {
    danger: [
      // mrparkers/keycloak/latest/docs/resources/realm
      "keycloak_realm ssl_required worse:all|external|none",
      // cloudflare/cloudflare/latest/docs/resources/zone_setting
      "cloudflare_zone_setting{setting_id=ssl} value worse:strict|full|flexible|off",
      "cloudflare_zone_settings_override settings.ssl worse:strict|full|flexible|off",
      // mongodb/mongodbatlas/latest/docs/resources/encryption_at_rest
      "mongodbatlas_encryption_at_rest aws_kms_config.enabled,azure_key_vault_config.enabled,google_cloud_kms_config.enabled is:false",
      // aliyun/alicloud/latest/docs/resources/db_instance
      "alicloud_db_instance ssl_action is:Close",
    ],
    attention: [
      "cloudflare_zone_setting{setting_id=always_use_https} value is:off",
      "cloudflare_zone_settings_override settings.always_use_https is:off",
      // hashicorp/kubernetes/latest/docs/resources/ingress_v1
      "kubernetes_ingress,kubernetes_ingress_v1 spec.tls is:-",
      // aliyun/alicloud/latest/docs/resources/oss_bucket
      "alicloud_oss_bucket server_side_encryption_rule.sse_algorithm is:-",
    ],
  },
  "encryption-weaker": {
    // aliyun/alicloud/latest/docs/resources/kms_key
    attention: ["alicloud_kms_key automatic_rotation is:Disabled"],
  },
  "tls-weaker": {
    attention: [
      // aliyun/alicloud/latest/docs/resources/slb_listener
      "alicloud_slb_listener tls_cipher_policy worse:tls_cipher_policy_1_2_strict|tls_cipher_policy_1_2|tls_cipher_policy_1_1|tls_cipher_policy_1_0",
      "cloudflare_zone_setting{setting_id=min_tls_version} value worse:1.3|1.2|1.1|1.0",
      "cloudflare_zone_settings_override settings.min_tls_version worse:1.3|1.2|1.1|1.0",
    ],
  },
  "logging-off": {
    attention: [
      // mongodb/mongodbatlas/latest/docs/resources/auditing
      "mongodbatlas_auditing enabled is:false",
      "mongodbatlas_auditing audit_filter changes",
      // aliyun/alicloud/latest/docs/resources/actiontrail_trail
      "alicloud_actiontrail_trail status is:Disable",
      // aliyun/alicloud/latest/docs/resources/db_instance
      "alicloud_db_instance sql_collector_status is:Disabled",
      // datadog/datadog/latest/docs/resources/logs_index
      "datadog_logs_index retention_days less",
      // cloudflare/cloudflare/latest/docs/resources/logpush_job
      "cloudflare_logpush_job enabled is:false|-",
      "cloudflare_logpush_job destination_conf,filter changes",
      "datadog_logs_index exclusion_filter.name gains",
    ],
  },
  "deletion-protection-off": {
    // mongodb/mongodbatlas/latest/docs/resources/advanced_cluster
    attention: [
      "mongodbatlas_advanced_cluster,mongodbatlas_cluster termination_protection_enabled is:false",
      // aliyun/alicloud/latest/docs/resources/kms_key
      "alicloud_kms_key deletion_protection is:Disabled|-",
      "vault_transit_secret_backend_key deletion_allowed is:true",
    ],
  },
  "force-destroy": {
    // hashicorp/kubernetes/latest/docs/resources/persistent_volume_v1, .../storage_class_v1
    attention: [
      "kubernetes_persistent_volume,kubernetes_persistent_volume_v1 spec.persistent_volume_reclaim_policy worse:Retain|Recycle|Delete",
      "kubernetes_storage_class,kubernetes_storage_class_v1 reclaim_policy worse:Retain|Delete",
    ],
  },
  "recovery-shortened": {
    attention: [
      "mongodbatlas_advanced_cluster,mongodbatlas_cluster backup_enabled,pit_enabled is:false",
      "mongodbatlas_cluster cloud_backup is:false",
      // Snowflake-Labs/snowflake/latest/docs/resources/database
      "snowflake_database,snowflake_schema,snowflake_table data_retention_time_in_days less",
    ],
  },
  "items-expire": {
    // confluentinc/confluent/latest/docs/resources/confluent_kafka_topic: -1 is for ever
    danger: ["confluent_kafka_topic config.retention\\.ms sooner:-1"],
  },
  "shared-outside": {
    // Snowflake-Labs/snowflake/latest/docs/resources/share
    danger: ["snowflake_share accounts gains"],
    // databricks/databricks/latest/docs/resources/share, .../recipient
    attention: [
      "databricks_share object.name gains",
      "datadog_logs_archive s3_archive.bucket,gcs_archive.bucket,azure_archive.storage_account,azure_archive.container changes",
      // snowflakedb/snowflake/latest/docs/resources/stage
      "snowflake_stage url elsewhere",
    ],
    "attention attention": [
      "databricks_recipient authentication_type changes",
      // DataDog/datadog/latest/docs/resources/logs_custom_destination
      "datadog_logs_custom_destination http_destination.endpoint,splunk_destination.endpoint,elasticsearch_destination.endpoint changes",
      // integrations/github/latest/docs/resources/repository_webhook, .../organization_webhook
      "github_repository_webhook,github_organization_webhook configuration.url changes",
      // okta/okta/latest/docs/resources/event_hook, .../inline_hook
      "okta_event_hook,okta_inline_hook channel.uri changes",
      "datadog_webhook url changes",
    ],
  },
  "machine-code": {
    // hashicorp/helm/latest/docs/resources/release
    attention: [
      "helm_release repository,chart changes",
      "helm_release verify worse:true|false",
      // argoproj-labs/argocd/latest/docs/resources/application, and the manifests of Argo CD and Flux
      "argocd_application spec.source.repo_url changes",
      "kubernetes_manifest manifest.spec.source.repoURL,manifest.spec.url changes",
      // hashicorp/tfe/latest/docs/resources/workspace
      "tfe_workspace vcs_repo.identifier changes",
    ],
    // auth0/auth0/latest/docs/resources/action, cloudflare/cloudflare/latest/docs/resources/workers_script
    note: [
      "auth0_action code changes",
      "cloudflare_workers_script,cloudflare_worker_script content,content_sha256 changes",
    ],
    "note note": [
      // integrations/github/latest/docs/resources/repository_file
      "github_repository_file{file~^\\.github/} content changes",
    ],
  },
  "public-endpoint": {
    // PaloAltoNetworks/panos/latest/docs/resources/management_profile
    attention: ["panos_management_profile,panos_panorama_management_profile http,telnet is:true"],
    // kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations
    "attention note": [`${INGRESSES} metadata.annotations.alb\\.ingress\\.kubernetes\\.io/scheme is:internet-facing`],
  },
  "network-not-compared": {
    // hashicorp/kubernetes/latest/docs/resources/service_v1
    note: ["kubernetes_service,kubernetes_service_v1 spec.type is:NodePort"],
    attention: [
      "kubernetes_service,kubernetes_service_v1 spec.external_ips gains",
      // kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations
      "kubernetes_ingress,kubernetes_ingress_v1 metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/whitelist-source-range changes",
      // cloudflare/cloudflare/latest/docs/resources/zero_trust_tunnel_cloudflared_config: what the tunnel makes public
      "cloudflare_zero_trust_tunnel_cloudflared_config config.ingress.hostname,config.ingress_rule.hostname gains",
      "cloudflare_tunnel_config config.ingress_rule.hostname gains",
      "cloudflare_list items.ip gains",
      `${INGRESSES} spec.ingress_class_name changes`,
    ],
    "attention attention": [
      // cloudflare/cloudflare/latest/docs/resources/list_item
      "cloudflare_list_item ip,hostname.url_hostname,asn changes",
    ],
  },
  "public-data": {
    // integrations/github/latest/docs/resources/repository
    "danger note": ["github_repository visibility is:public", "gitlab_project visibility_level is:public"],
    "danger danger": [
      // cloudflare/cloudflare/latest/docs/resources/r2_managed_domain, .../r2_custom_domain
      "cloudflare_r2_managed_domain enabled is:true",
    ],
    "attention attention": ["cloudflare_r2_custom_domain enabled is:true"],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
