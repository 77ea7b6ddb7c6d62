/** Over 400 lines because it is one table. Dangers of other providers, each of which was silent, or a note alone, and their harmless neighbours. */
import type { GivenChange } from "../support";
import { created, type Danger, expectHarmless, expectTold, gone, updated } from "./one-change";

const DENY = {
  network: "n",
  direction: "INGRESS",
  source_ranges: ["0.0.0.0/0"],
  deny: [{ protocol: "all", ports: [] }],
  priority: 100,
  disabled: false,
};
const RULESET = {
  enforcement: "active",
  bypass_actors: [{ actor_id: 1, actor_type: "Team", bypass_mode: "always" }],
  conditions: [{ ref_name: [{ include: ["main"], exclude: [] }] }],
  rules: [
    {
      deletion: true,
      pull_request: [{ required_approving_review_count: 1 }],
      required_status_checks: [{ required_check: [{ context: "ci" }] }],
    },
  ],
};
const ingress = (scheme: string) => ({
  metadata: [{ name: "i", annotations: { "alb.ingress.kubernetes.io/scheme": scheme } }],
  spec: [{ ingress_class_name: "alb" }],
});
const vault = (path: string, ...capabilities: readonly string[]) => ({
  name: "ci",
  policy: `path "${path}" {\n  capabilities = ${JSON.stringify(capabilities)}\n}\n`,
});

test.each<Danger>([
  [
    "gcp cloud run env url",
    updated(
      "google_cloud_run_v2_service",
      {
        name: "s",
        template: [{ containers: [{ image: "a", env: [{ name: "API_URL", value: "https://api.acme.com" }] }] }],
      },
      {
        name: "s",
        template: [{ containers: [{ image: "a", env: [{ name: "API_URL", value: "https://api.evil.com" }] }] }],
      },
    ),
    ["shared-outside attention: a variable leads elsewhere: API_URL api.acme.com → api.evil.com"],
  ],
  [
    "gcp no redirect to HTTPS",
    updated(
      "google_compute_url_map",
      { name: "u", default_url_redirect: [{ https_redirect: true }] },
      { name: "u", default_url_redirect: [], default_service: "s" },
    ),
    ["encryption-off attention: default_url_redirect.https_redirect true → (none)"],
  ],
  [
    "gcp builds of every branch",
    updated(
      "google_cloudbuild_trigger",
      { name: "t", github: [{ owner: "acme", name: "r", push: [{ branch: "^main$" }] }] },
      { name: "t", github: [{ owner: "acme", name: "r", push: [{ branch: ".*" }] }] },
    ),
    ["machine-code attention: github.push.branch ^main$ → .*"],
  ],
  [
    "gcp cloudbuild trigger comment control off",
    updated(
      "google_cloudbuild_trigger",
      {
        name: "t",
        github: [{ owner: "acme", name: "r", pull_request: [{ branch: ".*", comment_control: "COMMENTS_ENABLED" }] }],
      },
      {
        name: "t",
        github: [{ owner: "acme", name: "r", pull_request: [{ branch: ".*", comment_control: "COMMENTS_DISABLED" }] }],
      },
    ),
    ["safeguard-off attention: github.pull_request.comment_control COMMENTS_ENABLED → COMMENTS_DISABLED"],
  ],
  [
    "gcp cloud function env",
    updated(
      "google_cloudfunctions2_function",
      { name: "f", service_config: [{ environment_variables: { URL: "https://a.acme.com" } }] },
      { name: "f", service_config: [{ environment_variables: { URL: "https://b.evil.com" } }] },
    ),
    ["shared-outside attention: a variable leads elsewhere: URL a.acme.com → b.evil.com"],
  ],
  [
    "gcp scheduler uri",
    updated(
      "google_cloud_scheduler_job",
      { name: "j", http_target: [{ uri: "https://a.acme.com" }] },
      { name: "j", http_target: [{ uri: "https://evil.com" }] },
    ),
    ["shared-outside attention: http_target.uri https://a.acme.com → https://evil.com"],
  ],
  [
    "gcp composer",
    updated(
      "google_composer_environment",
      { name: "c", config: [{ web_server_network_access_control: [{ allowed_ip_range: [{ value: "10.0.0.0/8" }] }] }] },
      { name: "c", config: [{ web_server_network_access_control: [{ allowed_ip_range: [{ value: "0.0.0.0/0" }] }] }] },
    ),
    [
      "network-not-compared attention: config.web_server_network_access_control.allowed_ip_range.value 10.0.0.0/8 → 0.0.0.0/0",
    ],
  ],
  [
    "az app settings url",
    updated(
      "azurerm_linux_web_app",
      { name: "w", app_settings: { API: "https://a.acme.com" } },
      { name: "w", app_settings: { API: "https://b.evil.com" } },
    ),
    ["shared-outside attention: a variable leads elsewhere: API a.acme.com → b.evil.com"],
  ],
  [
    "az vm extension script",
    created("azurerm_virtual_machine_extension", {
      name: "e",
      type: "CustomScript",
      settings: '{"commandToExecute":"curl x|sh"}',
    }),
    ['machine-code attention: a new one with settings {"commandToExecute":"curl x|sh"}'],
  ],
  [
    "az pg geo backup",
    updated(
      "azurerm_postgresql_flexible_server",
      { name: "p", backup_retention_days: 35 },
      { name: "p", backup_retention_days: 7 },
    ),
    ["recovery-shortened attention: backup_retention_days 35 → 7"],
  ],
  [
    "az vnet dns servers",
    updated(
      "azurerm_virtual_network",
      { name: "v", dns_servers: ["10.0.0.4"] },
      { name: "v", dns_servers: ["198.51.100.9"] },
    ),
    ['dns-target attention: dns_servers ["10.0.0.4"] → ["198.51.100.9"]'],
  ],
  [
    "az data factory public",
    updated(
      "azurerm_data_factory",
      { name: "d", public_network_enabled: false },
      { name: "d", public_network_enabled: true },
    ),
    ["public-endpoint danger: public_network_enabled false → true"],
  ],
  [
    "az container app ingress external",
    updated(
      "azurerm_container_app",
      { name: "c", ingress: [{ external_enabled: false, target_port: 80 }] },
      { name: "c", ingress: [{ external_enabled: true, target_port: 80 }] },
    ),
    ["public-endpoint attention: ingress.external_enabled false → true"],
  ],
  [
    "az apim subscription required off",
    updated(
      "azurerm_api_management_api",
      { name: "a", subscription_required: true },
      { name: "a", subscription_required: false },
    ),
    ["guest-access attention: subscription_required true → false"],
  ],
  [
    "az dns txt dkim",
    updated(
      "azurerm_dns_txt_record",
      { name: "s1._domainkey", record: [{ value: "v=DKIM1; p=a" }] },
      { name: "s1._domainkey", record: [{ value: "v=DKIM1; p=b" }] },
    ),
    ['dns-target attention: record [{"value":"v=DKIM1; p=a"}] → [{"value":"v=DKIM1; p=b"}]'],
  ],
  [
    "az logic app trigger access",
    updated(
      "azurerm_logic_app_workflow",
      { name: "l", access_control: [{ trigger: [{ allowed_caller_ip_address_range: ["10.0.0.0/8"] }] }] },
      { name: "l", access_control: [] },
    ),
    ['network-not-compared attention: access_control.trigger.allowed_caller_ip_address_range ["10.0.0.0/8"] → (none)'],
  ],
  [
    "k8s env url",
    updated(
      "kubernetes_deployment",
      {
        metadata: [{ name: "a" }],
        spec: [
          {
            template: [
              {
                spec: [{ container: [{ name: "a", image: "a", env: [{ name: "U", value: "https://api.acme.com" }] }] }],
              },
            ],
          },
        ],
      },
      {
        metadata: [{ name: "a" }],
        spec: [
          {
            template: [
              { spec: [{ container: [{ name: "a", image: "a", env: [{ name: "U", value: "https://evil.com" }] }] }] },
            ],
          },
        ],
      },
    ),
    ["shared-outside attention: a variable leads elsewhere: U api.acme.com → evil.com"],
  ],
  [
    "k8s configmap url",
    updated(
      "kubernetes_config_map",
      { metadata: [{ name: "a" }], data: { url: "https://api.acme.com" } },
      { metadata: [{ name: "a" }], data: { url: "https://evil.com" } },
    ),
    ["shared-outside attention: a variable leads elsewhere: url api.acme.com → evil.com"],
  ],
  [
    "k8s ingress host backend",
    updated(
      "kubernetes_ingress_v1",
      {
        metadata: [{ name: "a" }],
        spec: [
          {
            rule: [{ host: "a.acme.com", http: [{ path: [{ path: "/", backend: [{ service: [{ name: "a" }] }] }] }] }],
          },
        ],
      },
      {
        metadata: [{ name: "a" }],
        spec: [
          {
            rule: [
              { host: "a.acme.com", http: [{ path: [{ path: "/", backend: [{ service: [{ name: "debug" }] }] }] }] },
            ],
          },
        ],
      },
    ),
    ["dns-target attention: spec.rule.http.path.backend.service.name a → debug"],
  ],
  [
    "helm set auth false",
    updated(
      "helm_release",
      { name: "r", set: [{ name: "auth.enabled", value: "true" }] },
      { name: "r", set: [{ name: "auth.enabled", value: "false" }] },
    ),
    ["body-setting attention: auth.enabled true → false"],
  ],
  [
    "helm service type LB",
    updated(
      "helm_release",
      { name: "r", set: [{ name: "service.type", value: "ClusterIP" }] },
      { name: "r", set: [{ name: "service.type", value: "LoadBalancer" }] },
    ),
    ["body-setting attention: service.type ClusterIP → LoadBalancer"],
  ],
  [
    "gh webhook url",
    updated(
      "github_repository_webhook",
      { repository: "r", configuration: [{ url: "https://a.acme.com", insecure_ssl: false }] },
      { repository: "r", configuration: [{ url: "https://evil.com", insecure_ssl: false }] },
    ),
    ["shared-outside attention: configuration.url https://a.acme.com → https://evil.com"],
  ],
  [
    "gh webhook new",
    created("github_organization_webhook", { events: ["push"], configuration: [{ url: "https://evil.com" }] }),
    ["shared-outside attention: a new one with configuration.url https://evil.com"],
  ],
  [
    "gh members may make public repositories",
    updated(
      "github_organization_settings",
      { billing_email: "a", members_can_create_public_repositories: false },
      { billing_email: "a", members_can_create_public_repositories: true },
    ),
    ["access-setting attention: members_can_create_public_repositories false → true"],
  ],
  [
    "cf tunnel ingress",
    updated(
      "cloudflare_zero_trust_tunnel_cloudflared_config",
      {
        tunnel_id: "t",
        config: {
          ingress: [{ hostname: "a.acme.com", service: "http://localhost:80" }, { service: "http_status:404" }],
        },
      },
      {
        tunnel_id: "t",
        config: {
          ingress: [
            { hostname: "a.acme.com", service: "http://localhost:80" },
            { hostname: "db.acme.com", service: "tcp://db:5432" },
            { service: "http_status:404" },
          ],
        },
      },
    ),
    ["network-not-compared attention: config.ingress.hostname gains db.acme.com"],
  ],
  [
    "cf worker route",
    created("cloudflare_workers_route", { pattern: "acme.com/*", script: "x", zone_id: "z" }),
    ["dns-target attention: a new one with pattern acme.com/*"],
  ],
  [
    "cf authenticated origin pulls off",
    updated(
      "cloudflare_authenticated_origin_pulls_settings",
      { zone_id: "z", enabled: true },
      { zone_id: "z", enabled: false },
    ),
    ["guest-access attention: enabled true → false"],
  ],
  [
    "cf r2 bucket public domain",
    created("cloudflare_r2_managed_domain", { bucket_name: "b", enabled: true, account_id: "a" }),
    ["public-data danger: a new one with enabled true"],
  ],
  [
    "cf pages env",
    updated(
      "cloudflare_pages_project",
      {
        name: "p",
        deployment_configs: {
          production: { env_vars: { API: { type: "plain_text", value: "https://api.acme.com" } } },
        },
      },
      {
        name: "p",
        deployment_configs: { production: { env_vars: { API: { type: "plain_text", value: "https://evil.com" } } } },
      },
    ),
    ["shared-outside attention: a variable leads elsewhere: API api.acme.com → evil.com"],
  ],
  [
    "cf load balancer pool origin",
    updated(
      "cloudflare_load_balancer_pool",
      { name: "p", origins: [{ name: "a", address: "203.0.113.1", enabled: true }] },
      { name: "p", origins: [{ name: "a", address: "198.51.100.9", enabled: true }] },
    ),
    ["dns-target attention: origins.address 203.0.113.1 → 198.51.100.9"],
  ],
  [
    "dd security rule disabled",
    updated("datadog_security_monitoring_rule", { name: "r", enabled: true }, { name: "r", enabled: false }),
    ["safeguard-off attention: enabled true → false"],
  ],
  [
    "dd suppression new",
    created("datadog_security_monitoring_suppression", { name: "s", enabled: true, rule_query: "*" }),
    ["safeguard-off attention: a new one with rule_query *"],
  ],
  [
    "dd logs archive dest",
    updated(
      "datadog_logs_archive",
      { name: "a", s3_archive: [{ bucket: "acme", path: "/", account_id: "1", role_name: "r" }] },
      { name: "a", s3_archive: [{ bucket: "other", path: "/", account_id: "1", role_name: "r" }] },
    ),
    ["shared-outside attention: s3_archive.bucket acme → other"],
  ],
  [
    "dd webhook url",
    updated("datadog_webhook", { name: "w", url: "https://a.acme.com" }, { name: "w", url: "https://evil.com" }),
    ["shared-outside attention: url https://a.acme.com → https://evil.com"],
  ],
  [
    "vault userpass user",
    created("vault_generic_endpoint", { path: "auth/userpass/users/x", data_json: "{}" }),
    ["access-setting attention: a new one with data_json {}"],
  ],
  [
    "vault transit exportable",
    updated(
      "vault_transit_secret_backend_key",
      { name: "k", exportable: false, deletion_allowed: false },
      { name: "k", exportable: true, deletion_allowed: true },
    ),
    [
      "access-setting attention: exportable false → true",
      "deletion-protection-off attention: deletion_allowed false → true",
    ],
  ],
  [
    "okta app saml sso url",
    updated(
      "okta_app_saml",
      { label: "a", sso_url: "https://a.com/acs" },
      { label: "a", sso_url: "https://evil.com/acs" },
    ),
    ["access-setting attention: sso_url https://a.com/acs → https://evil.com/acs"],
  ],
  [
    "okta a scope of an app",
    created("okta_app_oauth_api_scope", { app_id: "a", scopes: ["okta.users.manage"], issuer: "https://x" }),
    ["access-setting attention: scopes has okta.users.manage"],
  ],
  [
    "okta event hook channel",
    updated(
      "okta_event_hook",
      { name: "h", channel: { uri: "https://a" } },
      { name: "h", channel: { uri: "https://evil" } },
    ),
    ["shared-outside attention: channel.uri https://a → https://evil"],
  ],
  [
    "okta inline hook",
    created("okta_inline_hook", {
      name: "h",
      type: "com.okta.oauth2.tokens.transform",
      channel: { uri: "https://evil" },
    }),
    ["shared-outside attention: a new one with channel.uri https://evil"],
  ],
  [
    "gcp route to the Internet",
    created("google_compute_route", {
      dest_range: "0.0.0.0/0",
      network: "prod",
      next_hop_gateway: "projects/p/global/gateways/default-internet-gateway",
    }),
    ["route-to-internet attention: 0.0.0.0/0 goes to an Internet gateway"],
  ],
  [
    "gcp route around the firewall",
    updated(
      "google_compute_route",
      { dest_range: "0.0.0.0/0", network: "prod", next_hop_ilb: "fw", next_hop_gateway: "" },
      { dest_range: "0.0.0.0/0", network: "prod", next_hop_ilb: "", next_hop_gateway: "default-internet-gateway" },
    ),
    ["route-to-internet attention: 0.0.0.0/0 goes to an Internet gateway"],
  ],
  [
    "gcp deny that is turned off",
    updated("google_compute_firewall", DENY, { ...DENY, disabled: true }),
    [
      "network-unknown attention: 0.0.0.0/0 is no longer denied every port and protocol of network n: rules outside of the plan decide",
    ],
  ],
  [
    "gcp deny of what leaves that goes",
    gone("google_compute_firewall", {
      ...DENY,
      direction: "EGRESS",
      source_ranges: [],
      destination_ranges: ["0.0.0.0/0"],
      target_tags: ["db"],
    }),
    [
      "network-unknown attention: every port and protocol of 0.0.0.0/0 is no longer denied to db in network n: rules outside of the plan decide",
    ],
  ],
  [
    "gcp role for a private account",
    created("google_artifact_registry_repository_iam_member", {
      repository: "r",
      role: "roles/artifactregistry.writer",
      member: "user:x@gmail.com",
    }),
    ["google-role-granted attention: user:x@gmail.com gets roles/artifactregistry.writer"],
  ],
  [
    "azure immutability for one day",
    updated(
      "azurerm_storage_container_immutability_policy",
      { immutability_period_in_days: 365 },
      { immutability_period_in_days: 1 },
    ),
    ["object-lock-weaker attention: immutability_period_in_days 365 → 1"],
  ],
  [
    "azure key that manages a namespace",
    created("azurerm_eventhub_namespace_authorization_rule", { name: "r", manage: true, listen: true, send: true }),
    ["access-setting attention: a new one with manage true"],
  ],
  [
    "entra redirect",
    updated(
      "azuread_application_redirect_uris",
      { type: "Web", redirect_uris: ["https://a.acme.com/"] },
      { type: "Web", redirect_uris: ["https://a.acme.com/", "https://b.example.net/"] },
    ),
    ["access-setting attention: redirect_uris gains https://b.example.net/"],
  ],
  [
    "k8s ingress of the Internet",
    updated("kubernetes_ingress_v1", ingress("internal"), ingress("internet-facing")),
    ["public-endpoint attention: metadata.annotations.alb.ingress.kubernetes.io/scheme internal → internet-facing"],
  ],
  [
    "github claims of tokens",
    created("github_actions_repository_oidc_subject_claim_customization_template", {
      use_default: false,
      include_claim_keys: ["repository_owner"],
    }),
    ['access-setting attention: a new one with include_claim_keys ["repository_owner"]'],
  ],
  [
    "github exclusion of a branch",
    updated("github_repository_ruleset", RULESET, {
      ...RULESET,
      conditions: [{ ref_name: [{ include: ["main"], exclude: ["hotfix/*"] }] }],
    }),
    ["access-not-compared attention: it decides who may do what: read it"],
  ],
  [
    "github ruleset without a check",
    updated("github_repository_ruleset", RULESET, { ...RULESET, rules: [{ deletion: true }] }),
    ["access-not-compared attention: it decides who may do what: read it"],
  ],
  [
    "github one more who may push",
    updated(
      "github_branch_protection",
      { pattern: "main", restrict_pushes: [{ push_allowances: ["a"] }] },
      { pattern: "main", restrict_pushes: [{ push_allowances: ["a", "b"] }] },
    ),
    ["access-not-compared attention: it decides who may do what: read it"],
  ],
  [
    "cloudflare exclusion that goes",
    updated(
      "cloudflare_zero_trust_access_policy",
      { decision: "allow", include: [{ everyone: {} }], exclude: [{ group: { id: "contractors" } }] },
      { decision: "allow", include: [{ everyone: {} }], exclude: [] },
    ),
    ["access-not-compared attention: it decides who may do what: read it"],
  ],
  [
    "cloudflare rules in another order",
    updated(
      "cloudflare_ruleset",
      { phase: "http_request_firewall_custom", rules: [{ action: "skip" }, { action: "block" }] },
      { phase: "http_request_firewall_custom", rules: [{ action: "block" }, { action: "skip" }] },
    ),
    ["network-not-compared attention: it decides who reaches what: read it"],
  ],
  [
    "cloudflare address of a list",
    created("cloudflare_list_item", { list_id: "l", ip: "203.0.113.0/24" }),
    ["network-not-compared attention: a new one with ip 203.0.113.0/24"],
  ],
  [
    "snowflake list that no longer limits",
    updated("snowflake_network_policy", { allowed_ip_list: ["198.51.100.0/24"] }, { allowed_ip_list: [] }),
    ["network-not-compared attention: it decides who reaches what: read it"],
  ],
  [
    "snowflake stage elsewhere",
    updated("snowflake_stage", { name: "s", url: "s3://a/x" }, { name: "s", url: "s3://b/x" }),
    ["shared-outside attention: url s3://a/x → s3://b/x"],
  ],
  [
    "databricks location that can be written",
    updated("databricks_external_location", { url: "s3://a", read_only: true }, { url: "s3://a", read_only: false }),
    ["access-setting attention: read_only true → false"],
  ],
  [
    "databricks grants to somebody else",
    updated(
      "databricks_grants",
      { grant: [{ principal: "eng", privileges: ["SELECT"] }] },
      { grant: [{ principal: "users", privileges: ["SELECT"] }] },
    ),
    ["access-not-compared attention: it decides who may do what: read it"],
  ],
  [
    "terraform cloud team",
    updated(
      "tfe_team",
      { name: "t", organization_access: [{ manage_policies: false }] },
      { name: "t", organization_access: [{ manage_policies: true }] },
    ),
    ["access-not-compared attention: organization_access: read who may do more"],
  ],
  [
    "datadog test that stops",
    updated("datadog_synthetics_test", { name: "t", status: "live" }, { name: "t", status: "paused" }),
    ["safeguard-off attention: status live → paused"],
  ],
  [
    "okta devices that are remembered, for longer",
    updated(
      "okta_app_signon_policy_rule",
      { name: "r", mfa_remember_device: false, mfa_lifetime: 15 },
      { name: "r", mfa_remember_device: true, mfa_lifetime: 15000 },
    ),
    ["access-not-compared attention: it decides who may do what: read it"],
  ],
  [
    "a limit to members that goes",
    updated("acme_access_policy", { allow_only_members: true }, { allow_only_members: false }),
    ["access-not-compared attention: it decides who may do what: read it"],
  ],
  [
    "vault policy of more paths",
    updated("vault_policy", vault("secret/data/ci/*", "read"), vault("secret/data/*", "read")),
    ["access-not-compared attention: it may now: secret/data/* read"],
  ],
  [
    "vault deny that goes",
    updated(
      "vault_policy",
      { name: "ci", policy: 'path "a/*" { capabilities = ["read"] }\npath "a/hr/*" { capabilities = ["deny"] }' },
      vault("a/*", "read"),
    ),
    ["access-not-compared attention: it may now: a/hr/* read"],
  ],
  [
    "vault policies that can be written",
    created("vault_policy", vault("sys/policies/acl/ci-*", "create", "update")),
    ["access-not-compared danger: it may write policies, and so get everything: sys/policies/acl/ci-* create, update"],
  ],
  [
    "vault parameters that no longer limit",
    updated(
      "vault_policy",
      {
        name: "ci",
        policy: 'path "auth/token/create" {\n capabilities = ["update"]\n denied_parameters = {"policies" = ["*"]}\n}',
      },
      vault("auth/token/create", "update"),
    ),
    ["access-not-compared attention: it decides who may do what: read it"],
  ],
  [
    "gcp cloud run service of before reached from everywhere",
    updated(
      "google_cloud_run_service",
      { name: "s", metadata: [{ annotations: { "run.googleapis.com/ingress": "internal" } }] },
      { name: "s", metadata: [{ annotations: { "run.googleapis.com/ingress": "all" } }] },
    ),
    ["public-endpoint attention: metadata.annotations.run.googleapis.com/ingress internal → all"],
  ],
  [
    "azure front door without its firewall policy",
    gone("azurerm_cdn_frontdoor_security_policy", { name: "p", cdn_frontdoor_profile_id: "f" }),
    ["safeguard-off danger: the firewall policy (WAF) no longer protects its domains"],
  ],
  [
    "azure front door whose firewall policy covers fewer paths",
    updated(
      "azurerm_cdn_frontdoor_security_policy",
      { security_policies: [{ firewall: [{ association: [{ patterns_to_match: ["/*", "/api/*"] }] }] }] },
      { security_policies: [{ firewall: [{ association: [{ patterns_to_match: ["/api/*"] }] }] }] },
    ),
    ["safeguard-off attention: security_policies.firewall.association.patterns_to_match loses /*"],
  ],
  [
    "azure machine whose line of host encryption is removed",
    updated(
      "azurerm_linux_virtual_machine",
      { name: "m", encryption_at_host_enabled: true },
      { name: "m", encryption_at_host_enabled: null },
    ),
    ["encryption-off attention: encryption_at_host_enabled true → (none)"],
  ],
  [
    "stack of AWSCC without its protection",
    updated(
      "awscc_cloudformation_stack",
      { enable_termination_protection: true },
      { enable_termination_protection: false },
    ),
    ["deletion-protection-off attention: enable_termination_protection becomes false"],
  ],
  [
    "gcp hierarchical policy with its rules, of which one lets in everybody",
    updated(
      "google_compute_firewall_policy_with_rules",
      { rule: [{ action: "allow", match: [{ src_ip_ranges: ["10.0.0.0/8"] }] }] },
      { rule: [{ action: "allow", match: [{ src_ip_ranges: ["0.0.0.0/0"] }] }] },
    ),
    ["firewall-policy attention: who reaches what is not compared: read its rules"],
  ],
  [
    "azure rule of a network manager that allows more",
    updated(
      "azurerm_network_manager_admin_rule",
      { action: "Allow", source: [{ address_prefix: "10.0.0.0/8" }] },
      { action: "Allow", source: [{ address_prefix: "*" }] },
    ),
    ["firewall-policy attention: who reaches what is not compared: read its rules"],
  ],
  [
    "azure logic app reached from other addresses",
    updated(
      "azurerm_logic_app_standard",
      { site_config: [{ ip_restriction: [{ ip_address: "203.0.113.0/24", action: "Allow" }] }] },
      { site_config: [{ ip_restriction: [{ ip_address: "0.0.0.0/0", action: "Allow" }] }] },
    ),
    ["network-not-compared attention: site_config.ip_restriction.ip_address 203.0.113.0/24 → 0.0.0.0/0"],
  ],
  [
    "azure site with the tools, which accepts older TLS",
    updated(
      "azurerm_linux_web_app",
      { site_config: [{ scm_minimum_tls_version: "1.2" }] },
      { site_config: [{ scm_minimum_tls_version: "1.0" }] },
    ),
    ["tls-weaker attention: site_config.scm_minimum_tls_version 1.2 → 1.0"],
  ],
])("%s", (_name, given, want) => {
  expectTold(given, want);
});

test.each<[name: string, given: GivenChange]>([
  [
    "scheduler path",
    updated(
      "google_cloud_scheduler_job",
      { http_target: [{ uri: "https://a.acme.com/1" }] },
      { http_target: [{ uri: "https://a.acme.com/2" }] },
    ),
  ],
  [
    "gh file outside of workflows",
    updated("github_repository_file", { file: "README.md", content: "a" }, { file: "README.md", content: "b" }),
  ],
  [
    "agent extension new",
    created("azurerm_virtual_machine_extension", { type: "AzureMonitorLinuxAgent", settings: null }),
  ],
  [
    "cf route script new version same",
    updated("cloudflare_workers_route", { pattern: "a/*", script: "x" }, { pattern: "a/*", script: "x" }),
  ],
  [
    "ingress new path same services",
    updated(
      "kubernetes_ingress_v1",
      { spec: [{ rule: [{ http: [{ path: [{ path: "/a", backend: [{ service: [{ name: "a" }] }] }] }] }] }] },
      { spec: [{ rule: [{ http: [{ path: [{ path: "/b", backend: [{ service: [{ name: "a" }] }] }] }] }] }] },
    ),
  ],
  [
    "pg backup longer",
    updated("azurerm_postgresql_flexible_server", { backup_retention_days: 7 }, { backup_retention_days: 35 }),
  ],
  [
    "k8s svc",
    updated(
      "kubernetes_config_map",
      { data: { url: "http://redis:6379" } },
      { data: { url: "http://redis-2.default:6379" } },
    ),
  ],
  [
    "k8s svc cluster",
    updated(
      "kubernetes_config_map",
      { data: { REDIS_URL: "http://redis.a.svc.cluster.local:6379" } },
      { data: { REDIS_URL: "http://redis.b.svc.cluster.local:6379" } },
    ),
  ],
  [
    "new variable",
    updated("kubernetes_config_map", { data: {} }, { data: { REDIS_URL: "http://redis.b.svc.cluster.local:6379" } }),
  ],
  [
    "helm persistence on",
    updated(
      "helm_release",
      { name: "r", chart: "x", set: [{ name: "persistence.enabled", value: "false" }] },
      { name: "r", chart: "x", set: [{ name: "persistence.enabled", value: "true" }] },
    ),
  ],
  [
    "helm replicas and image tag",
    updated(
      "helm_release",
      {
        name: "r",
        chart: "x",
        set: [
          { name: "auth.enabled", value: "true" },
          { name: "image.tag", value: "1" },
        ],
      },
      {
        name: "r",
        chart: "x",
        set: [
          { name: "image.tag", value: "2" },
          { name: "auth.enabled", value: "true" },
        ],
      },
    ),
  ],
  [
    "gcp route to a machine, described",
    updated(
      "google_compute_route",
      { dest_range: "10.9.0.0/16", next_hop_ip: "10.0.0.9", description: "a" },
      { dest_range: "10.9.0.0/16", next_hop_ip: "10.0.0.9", description: "b" },
    ),
  ],
  ["gcp deny that comes", created("google_compute_firewall", DENY)],
  [
    "github ruleset that asks more",
    updated("github_repository_ruleset", RULESET, {
      ...RULESET,
      bypass_actors: [],
      rules: [
        {
          deletion: true,
          pull_request: [{ required_approving_review_count: 2 }],
          required_status_checks: [{ required_check: [{ context: "lint" }, { context: "ci" }] }],
        },
      ],
    }),
  ],
  [
    "github protection that asks more",
    updated(
      "github_branch_protection",
      { pattern: "main", enforce_admins: false, allows_force_pushes: true, restrict_pushes: [] },
      {
        pattern: "main",
        enforce_admins: true,
        allows_force_pushes: false,
        restrict_pushes: [{ push_allowances: ["a"] }],
      },
    ),
  ],
  [
    "github team that may less",
    updated(
      "github_team_repository",
      { repository: "r", permission: "admin" },
      { repository: "r", permission: "pull" },
    ),
  ],
  [
    "github members that may less",
    updated(
      "github_organization_settings",
      { default_repository_permission: "write", members_can_create_repositories: true },
      { default_repository_permission: "read", members_can_create_repositories: false },
    ),
  ],
  [
    "databricks grants in another order, and one less",
    updated(
      "databricks_grants",
      {
        grant: [
          { principal: "eng", privileges: ["USE_CATALOG", "SELECT"] },
          { principal: "b", privileges: ["SELECT"] },
        ],
      },
      {
        grant: [
          { principal: "b", privileges: ["SELECT"] },
          { principal: "eng", privileges: ["SELECT"] },
        ],
      },
    ),
  ],
  [
    "databricks lower level",
    updated(
      "databricks_permissions",
      { access_control: [{ group_name: "eng", permission_level: "CAN_MANAGE" }] },
      { access_control: [{ group_name: "eng", permission_level: "CAN_ATTACH_TO" }] },
    ),
  ],
  [
    "snowflake fewer addresses",
    updated(
      "snowflake_network_policy",
      { allowed_ip_list: ["198.51.100.0/24", "203.0.113.0/24"] },
      { allowed_ip_list: ["198.51.100.0/24"] },
    ),
  ],
  [
    "cloudflare rule that is described",
    updated(
      "cloudflare_ruleset",
      { rules: [{ action: "block", expression: "x", description: "a" }] },
      { rules: [{ action: "block", expression: "x", description: "b" }] },
    ),
  ],
  [
    "gitlab member that may less",
    updated(
      "gitlab_project_membership",
      { user_id: 1, access_level: "owner" },
      { user_id: 1, access_level: "reporter" },
    ),
  ],
  [
    "vault policy of fewer paths",
    updated("vault_policy", vault("secret/data/*", "read", "list"), vault("secret/data/ci/*", "list")),
  ],
  [
    "vault policy in another order, with comments",
    updated(
      "vault_policy",
      { name: "ci", policy: 'path "a" { capabilities = ["read", "list"] }\npath "b/*" { capabilities = ["deny"] }' },
      {
        name: "ci",
        policy:
          '# what b has\npath "b/*" {\n  capabilities = ["deny"]\n}\npath "a" {\n  capabilities = ["list", "read"] // both\n}\n',
      },
    ),
  ],
  [
    "cloud run service of before whose annotation says the default",
    updated(
      "google_cloud_run_service",
      { metadata: [{ annotations: { "run.googleapis.com/ingress": "all" } }] },
      { metadata: [{ annotations: {} }] },
    ),
  ],
  [
    "table without the block of a guard that was off",
    updated("google_compute_router_nat", { log_config: [{ enable: false }] }, { log_config: [] }),
  ],
  [
    "rule of a network manager that is described",
    updated("azurerm_network_manager_admin_rule", { action: "Deny" }, { action: "Deny", description: "a" }),
  ],
])("%s is no danger", (_name, given) => {
  expectHarmless(given);
});
