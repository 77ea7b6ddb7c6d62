/**
 * Types of other providers: all of Docker, Helm and Kubernetes, and the most used ones of others. {@link parseLossTable} has
 * the form.
 */
export const OTHER_TYPES = `
# data danger
the database goes
  cloudflare_d1_database cloudflare_workers_kv_namespace mongodbatlas_advanced_cluster mongodbatlas_cluster
  mongodbatlas_flex_cluster
every table in it goes too
  databricks_catalog databricks_schema snowflake_database snowflake_schema
its data goes too
  databricks_sql_table databricks_volume snowflake_table
the objects in it go too
  cloudflare_r2_bucket
the messages in it go
  confluent_kafka_cluster confluent_kafka_topic
its code and issues go, unless it is archived instead
  github_repository gitlab_project
the volume and what is written to it go
  docker_volume kubernetes_persistent_volume kubernetes_persistent_volume_claim kubernetes_persistent_volume_claim_v1
  kubernetes_persistent_volume_v1
everything in the namespace goes, also what Terraform does not manage
  kubernetes_namespace kubernetes_namespace_v1
# data attention
what its chart installed goes, and volumes that it claimed may go too
  helm_release
the image goes from the registry unless it is kept there
  docker_registry_image
# keys attention
what is stored in it goes
  kubernetes_secret kubernetes_secret_v1 kubernetes_secret_v1_data
# identities attention
what acts as it is refused
  kubernetes_service_account kubernetes_service_account_v1
# outage
the name no longer resolves
  cloudflare_dns_record cloudflare_record digitalocean_record ns1_record
the zone no longer resolves, and a new one has other name servers
  cloudflare_zone digitalocean_domain ns1_zone
nobody signs in to the application any more, and a new one has another id
  auth0_client okta_app_bookmark okta_app_oauth okta_app_saml okta_app_secure_password_store okta_app_swa
whom it called is no longer called
  opsgenie_team pagerduty_escalation_policy pagerduty_schedule pagerduty_service pagerduty_service_integration
whoever was a member loses what members may
  github_membership github_team github_team_membership
what runs in it stops
  docker_container docker_service kubernetes_daemon_set_v1 kubernetes_daemonset kubernetes_deployment
  kubernetes_deployment_v1 kubernetes_job kubernetes_job_v1 kubernetes_pod kubernetes_pod_v1
  kubernetes_replication_controller kubernetes_replication_controller_v1 kubernetes_stateful_set
  kubernetes_stateful_set_v1
traffic through it stops
  docker_network kubernetes_ingress kubernetes_ingress_v1 kubernetes_service kubernetes_service_v1
what it starts does not run, and missed runs are not made up
  kubernetes_cron_job kubernetes_cron_job_v1
what it scales is no longer scaled
  kubernetes_horizontal_pod_autoscaler kubernetes_horizontal_pod_autoscaler_v1 kubernetes_horizontal_pod_autoscaler_v2
  kubernetes_horizontal_pod_autoscaler_v2beta2
clients of the API fail
  kubernetes_api_service kubernetes_api_service_v1
# empty
it is only a definition, which is in the configuration
  docker_buildx_builder docker_config docker_image docker_plugin docker_secret docker_tag kubernetes_config_map
  kubernetes_config_map_v1 kubernetes_config_map_v1_data kubernetes_csi_driver kubernetes_csi_driver_v1
  kubernetes_endpoint_slice_v1 kubernetes_endpoints kubernetes_endpoints_v1 kubernetes_ingress_class
  kubernetes_ingress_class_v1 kubernetes_limit_range kubernetes_limit_range_v1 kubernetes_mutating_webhook_configuration
  kubernetes_mutating_webhook_configuration_v1 kubernetes_network_policy kubernetes_network_policy_v1
  kubernetes_pod_disruption_budget kubernetes_pod_disruption_budget_v1 kubernetes_pod_security_policy
  kubernetes_pod_security_policy_v1beta1 kubernetes_priority_class kubernetes_priority_class_v1
  kubernetes_resource_quota kubernetes_resource_quota_v1 kubernetes_runtime_class_v1 kubernetes_storage_class
  kubernetes_storage_class_v1 kubernetes_validating_admission_policy_v1 kubernetes_validating_webhook_configuration
  kubernetes_validating_webhook_configuration_v1
it is only a setting of something that stays
  kubernetes_annotations kubernetes_default_service_account kubernetes_default_service_account_v1 kubernetes_env
  kubernetes_labels kubernetes_node_taint
it only grants access
  kubernetes_cluster_role kubernetes_cluster_role_binding kubernetes_cluster_role_binding_v1 kubernetes_cluster_role_v1
  kubernetes_role kubernetes_role_binding kubernetes_role_binding_v1 kubernetes_role_v1
Terraform only forgets it
  kubernetes_certificate_signing_request kubernetes_certificate_signing_request_v1 kubernetes_token_request_v1
`;
