/** Over 400 lines because it is one table. What public catalogues of checks ask for, as a change from the good value to the bad one: it is told, and the way back is not. */
import type { Json } from "../../../src/json/json-value";
import { plainText } from "../../../src/text/message";
import { changeOf, configurationOf, type GivenChange, reviewOf } from "../support";
import { created, expectHarmless, expectTold, gone, updated } from "./one-change";

/** A change of a type, as it is told, from what is good to what is not. */
type Worse = [want: string, type: string, good: Readonly<Record<string, Json>>, bad: Readonly<Record<string, Json>>];

const site = (setting: Json) => ({ site_config: [setting] });
const flags = (name: string, value: string) => ({ settings: [{ database_flags: [{ name, value }] }] });
const pool = (setting: Json) => ({ default_node_pool: [setting] });

const WORSE: readonly Worse[] = [
  // All types of a provider, and those of them with a row of their own
  [
    "public-endpoint danger: public_network_access_enabled false → true",
    "azurerm_eventgrid_domain",
    { public_network_access_enabled: false },
    { public_network_access_enabled: true },
  ],
  [
    "public-endpoint danger: public_network_access Disabled → Enabled",
    "azurerm_managed_redis",
    { public_network_access: "Disabled" },
    { public_network_access: "Enabled" },
  ],
  [
    "public-endpoint attention: public_network_access_enabled false → true",
    "azurerm_managed_disk",
    { public_network_access_enabled: false },
    { public_network_access_enabled: true },
  ],
  [
    "access-setting attention: local_auth_enabled false → true",
    "azurerm_web_pubsub",
    { local_auth_enabled: false },
    { local_auth_enabled: true },
  ],
  [
    "redundancy-off attention: zone_redundancy_enabled true → false",
    "azurerm_container_registry",
    { zone_redundancy_enabled: true },
    { zone_redundancy_enabled: false },
  ],
  [
    "redundancy-off attention: zone_redundant true → (none)",
    "azurerm_redis_cache",
    { zone_redundant: true },
    { zone_redundant: null },
  ],
  // Azure
  [
    "encryption-off danger: https_only true → false",
    "azurerm_function_app",
    { https_only: true },
    { https_only: false },
  ],
  [
    "tls-weaker attention: site_config.min_tls_version 1.2 → 1.0",
    "azurerm_app_service",
    site({ min_tls_version: "1.2" }),
    site({ min_tls_version: "1.0" }),
  ],
  [
    "tls-weaker attention: minimal_tls_version Tls12 → Tls",
    "azurerm_cosmosdb_account",
    { minimal_tls_version: "Tls12" },
    { minimal_tls_version: "Tls" },
  ],
  [
    "access-setting danger: role_based_access_control_enabled true → false",
    "azurerm_kubernetes_cluster",
    { role_based_access_control_enabled: true },
    { role_based_access_control_enabled: false },
  ],
  [
    "encryption-off attention: default_node_pool.host_encryption_enabled true → false",
    "azurerm_kubernetes_cluster",
    pool({ host_encryption_enabled: true }),
    pool({ host_encryption_enabled: false }),
  ],
  [
    "encryption-weaker attention: customer_managed_key.key_vault_key_id k → (none)",
    "azurerm_servicebus_namespace",
    { customer_managed_key: [{ key_vault_key_id: "k" }] },
    { customer_managed_key: [] },
  ],
  [
    "guest-access danger: redis_configuration.authentication_enabled true → false",
    "azurerm_redis_cache",
    { redis_configuration: [{ authentication_enabled: true }] },
    { redis_configuration: [{ authentication_enabled: false }] },
  ],
  [
    "recovery-shortened attention: geo_redundant_backup_enabled true → false",
    "azurerm_postgresql_flexible_server",
    { geo_redundant_backup_enabled: true },
    { geo_redundant_backup_enabled: false },
  ],
  [
    "logging-off attention: daily_quota_gb -1 → 1",
    "azurerm_log_analytics_workspace",
    { daily_quota_gb: -1 },
    { daily_quota_gb: 1 },
  ],
  [
    "safeguard-off attention: lock_level ReadOnly → CanNotDelete",
    "azurerm_management_lock",
    { lock_level: "ReadOnly" },
    { lock_level: "CanNotDelete" },
  ],
  [
    "network-not-compared attention: network_rules.bypass gains AzureServices",
    "azurerm_storage_account",
    { network_rules: [{ default_action: "Deny", bypass: [] }] },
    { network_rules: [{ default_action: "Deny", bypass: ["AzureServices"] }] },
  ],
  [
    "encryption-off attention: http_listener.protocol Https → Http",
    "azurerm_application_gateway",
    { http_listener: [{ name: "a", protocol: "Https" }] },
    { http_listener: [{ name: "a", protocol: "Http" }] },
  ],
  // Google Cloud
  [
    "access-setting attention: settings.database_flags{contained_database_authentication}.value off → on",
    "google_sql_database_instance",
    flags("contained database authentication", "off"),
    flags("contained database authentication", "on"),
  ],
  [
    "logging-off attention: settings.database_flags{log_connections}.value on → off",
    "google_sql_database_instance",
    flags("log_connections", "on"),
    flags("log_connections", "off"),
  ],
  [
    "guest-access attention: settings.ip_configuration.ssl_mode TRUSTED_CLIENT_CERTIFICATE_REQUIRED → ENCRYPTED_ONLY",
    "google_sql_database_instance",
    { settings: [{ ip_configuration: [{ ssl_mode: "TRUSTED_CLIENT_CERTIFICATE_REQUIRED" }] }] },
    { settings: [{ ip_configuration: [{ ssl_mode: "ENCRYPTED_ONLY" }] }] },
  ],
  [
    "public-endpoint attention: load_balancing_scheme INTERNAL → EXTERNAL",
    "google_compute_forwarding_rule",
    { load_balancing_scheme: "INTERNAL" },
    { load_balancing_scheme: "EXTERNAL" },
  ],
  [
    "tls-weaker attention: profile RESTRICTED → COMPATIBLE",
    "google_compute_ssl_policy",
    { profile: "RESTRICTED" },
    { profile: "COMPATIBLE" },
  ],
  [
    "network-not-compared attention: ip_filter.mode Enabled → Disabled",
    "google_storage_bucket",
    { ip_filter: [{ mode: "Enabled" }] },
    { ip_filter: [{ mode: "Disabled" }] },
  ],
  [
    "password-policy-weaker danger: mfa.state MANDATORY → DISABLED",
    "google_identity_platform_config",
    { mfa: [{ state: "MANDATORY" }] },
    { mfa: [{ state: "DISABLED" }] },
  ],
  [
    "recovery-shortened attention: destroy_scheduled_duration 2592000s → 86400s",
    "google_kms_crypto_key",
    { destroy_scheduled_duration: "2592000s" },
    { destroy_scheduled_duration: "86400s" },
  ],
  // AWS
  [
    "access-setting attention: settings.data_trace_enabled false → true",
    "aws_api_gateway_method_settings",
    { settings: [{ data_trace_enabled: false }] },
    { settings: [{ data_trace_enabled: true }] },
  ],
  [
    "access-setting attention: default_cache_behavior.default_ttl 0 → 86400",
    "aws_cloudfront_distribution",
    { default_cache_behavior: [{ default_ttl: 0 }] },
    { default_cache_behavior: [{ default_ttl: 86400 }] },
  ],
  [
    "access-setting attention: default_cache_behavior.allowed_methods gains POST",
    "aws_cloudfront_distribution",
    { default_cache_behavior: [{ allowed_methods: ["GET", "HEAD"] }] },
    { default_cache_behavior: [{ allowed_methods: ["GET", "HEAD", "POST"] }] },
  ],
  [
    "access-setting attention: default_cache_behavior.forwarded_values.headers loses Authorization",
    "aws_cloudfront_distribution",
    { default_cache_behavior: [{ forwarded_values: [{ headers: ["Authorization", "Host"] }] }] },
    { default_cache_behavior: [{ forwarded_values: [{ headers: ["Host"] }] }] },
  ],
  [
    "safeguard-off attention: configuration.bytes_scanned_cutoff_per_query 10737418240 → 0",
    "aws_athena_workgroup",
    { configuration: [{ bytes_scanned_cutoff_per_query: 10737418240 }] },
    { configuration: [{ bytes_scanned_cutoff_per_query: 0 }] },
  ],
  [
    "encryption-weaker attention: SecureString: key_id arn:k → alias/aws/ssm",
    "aws_ssm_parameter",
    { type: "SecureString", key_id: "arn:k" },
    { type: "SecureString", key_id: "alias/aws/ssm" },
  ],
  [
    "capacity-reduced attention: max_allocated_storage 1000 → 0",
    "aws_db_instance",
    { max_allocated_storage: 1000 },
    { max_allocated_storage: 0 },
  ],
  [
    "encryption-off attention: HTTP: default_action.redirect.protocol HTTPS → (none)",
    "aws_lb_listener",
    { protocol: "HTTP", default_action: [{ type: "redirect", redirect: [{ protocol: "HTTPS" }] }] },
    { protocol: "HTTP", default_action: [{ type: "forward", redirect: [] }] },
  ],
  [
    "capacity-reduced attention: billing_mode PAY_PER_REQUEST → PROVISIONED",
    "aws_dynamodb_table",
    { billing_mode: "PAY_PER_REQUEST" },
    { billing_mode: "PROVISIONED" },
  ],
  [
    "capacity-reduced note: health_check.path /health → /wrong",
    "aws_lb_target_group",
    { health_check: [{ path: "/health" }] },
    { health_check: [{ path: "/wrong" }] },
  ],
  [
    "dns-target attention: backend.address loses a",
    "fastly_service_vcl",
    { backend: [{ address: "a" }, { address: "b" }] },
    { backend: [{ address: "b" }] },
  ],
  [
    "capacity-reduced attention: disabled false → true",
    "google_service_account",
    { disabled: false },
    { disabled: true },
  ],
  [
    "capacity-reduced attention: throttle_settings.rate_limit 1000 → 1, a quarter or less",
    "aws_api_gateway_usage_plan",
    { throttle_settings: [{ rate_limit: 1000 }] },
    { throttle_settings: [{ rate_limit: 1 }] },
  ],
  // Providers of which the review knows no more than names
  [
    "body-setting attention: ssl_action Open → Close",
    "alicloud_mongodb_instance",
    { ssl_action: "Open" },
    { ssl_action: "Close" },
  ],
  [
    "body-setting attention: network_interface.nat false → true",
    "yandex_compute_instance",
    { network_interface: [{ nat: false }] },
    { network_interface: [{ nat: true }] },
  ],
  [
    "body-setting attention: launch_options.is_pv_encryption_in_transit_enabled true → false",
    "oci_core_instance",
    { launch_options: [{ is_pv_encryption_in_transit_enabled: true }] },
    { launch_options: [{ is_pv_encryption_in_transit_enabled: false }] },
  ],
  ["body-setting attention: encrypt true → false", "tencentcloud_cbs_storage", { encrypt: true }, { encrypt: false }],
  ["body-setting attention: backups true → false", "digitalocean_droplet", { backups: true }, { backups: false }],
  // Snowflake
  [
    "safeguard-off attention: resource_monitor rm → (none)",
    "snowflake_warehouse",
    { resource_monitor: "rm" },
    { resource_monitor: null },
  ],
];

test.each(WORSE)("%s of %s", (want, type, good, bad) => {
  expectTold(updated(type, good, bad), [want]);
  expectHarmless(updated(type, bad, good));
  expectHarmless(updated(type, { ...bad, description: "a" }, { ...bad, description: "b" }));
});

test.each<[name: string, given: GivenChange]>([
  [
    "a TTL that only grows",
    updated(
      "aws_cloudfront_distribution",
      { default_cache_behavior: [{ default_ttl: 60 }] },
      { default_cache_behavior: [{ default_ttl: 90 }] },
    ),
  ],
  [
    "a name of a text that says encryption",
    updated("oci_core_volume", { encryption_note: "a" }, { encryption_note: "b" }),
  ],
  [
    "a private address",
    updated("yandex_compute_instance", { network_interface: [{ ip: "a" }] }, { network_interface: [{ ip: "b" }] }),
  ],
  [
    "a rule of Okta that is only called otherwise",
    updated("okta_group_rule", { name: "a", group_assignments: ["g"] }, { name: "b", group_assignments: ["g"] }),
  ],
  ["half of a job's timeout", updated("aws_glue_job", glueJob(120), glueJob(60))],
  [
    "a share with one principal less",
    updated("awscc_ram_resource_share", { principals: ["1", "2"] }, { principals: ["1"] }),
  ],
])("nothing is told of %s", (_name, given) => expectHarmless(given));

function glueJob(timeout: number): Json {
  return { name: "j", timeout, worker_type: "G.1X", number_of_workers: 10, command: [{ name: "glueetl" }] };
}

test.each([
  ["cloudflare_dns_record", "service-interrupted attention: the name no longer resolves"],
  [
    "okta_app_saml",
    "service-interrupted attention: nobody signs in to the application any more, and a new one has another id",
  ],
  ["pagerduty_service", "service-interrupted attention: whom it called is no longer called"],
  [
    "google_vmwareengine_private_cloud",
    "data-store-destroyed danger: its machines go, with what is on them and with its backups",
  ],
])("what becomes of a destroyed %s is said", (type, want) => expectTold(gone(type, { name: "n" }), [want]));

test("warehouses of Snowflake have sizes, however they are written", () => {
  const resized = (from: string, to: string) =>
    updated("snowflake_warehouse", { warehouse_size: from }, { warehouse_size: to });
  expectTold(resized("XSMALL", "2X-LARGE"), ["instance-size attention: warehouse_size XSMALL → 2X-LARGE, larger"]);
  expectTold(resized("X4LARGE", "X-Large"), ["instance-size attention: warehouse_size X4LARGE → X-Large, smaller"]);
  expectHarmless(resized("Medium", "LARGE"));
});

test("a certificate of another authority is told with what it means for clients", () => {
  const change = updated(
    "aws_db_instance",
    { ca_cert_identifier: "rds-ca-2019" },
    { ca_cert_identifier: "rds-ca-rsa2048-g1" },
  );
  expectTold(change, [
    "engine-upgrade attention: ca_cert_identifier rds-ca-2019 → rds-ca-rsa2048-g1: clients that check certificates must know the new one",
  ]);
  expectHarmless(updated("aws_db_instance", {}, { ca_cert_identifier: "rds-ca-rsa2048-g1" }));
});

describe("webhooks of CodeBuild", () => {
  const webhook = (...filters: readonly (readonly [string, string])[]) =>
    created("aws_codebuild_webhook", {
      filter_group: [{ filter: filters.map(([type, pattern]) => ({ type, pattern })) }],
    });

  test("a filter that takes pull requests of everybody", () =>
    expectTold(webhook(["EVENT", "PUSH,PULL_REQUEST_CREATED"]), [
      "access-setting attention: a filter without an actor: whoever opens a pull request starts a build of its code",
    ]));
  test("a filter of the actor", () =>
    expectHarmless(webhook(["EVENT", "PULL_REQUEST_CREATED"], ["ACTOR_ACCOUNT_ID", "^1$"])));
  test("a filter of pushes", () => expectHarmless(webhook(["EVENT", "PUSH"])));
});

describe("a policy of Vault that is written as JSON", () => {
  const policy = (text: string) => ({ name: "ci", policy: text });
  const hcl = policy('path "secret/a" {\n  capabilities = ["read"]\n}\n');
  const json = (capabilities: readonly string[], more = {}) =>
    policy(JSON.stringify({ path: { "secret/a": { capabilities, ...more } } }));

  test("says the same", () => expectHarmless(updated("vault_policy", hcl, json(["read"]))));
  test("gives more", () =>
    expectTold(updated("vault_policy", hcl, json(["read", "update"])), [
      "access-not-compared attention: it may now: secret/a update",
    ]));
  test("has parameters, which are not compared", () =>
    expectTold(updated("vault_policy", hcl, json(["read"], { allowed_parameters: { a: [] } })), [
      "access-not-compared attention: it decides who may do what: read it",
    ]));
});

describe("listeners of load balancers", () => {
  const LB = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/a/b";
  const LISTENER = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/a/b/c";
  const unchanged = (address: string, value: Json): GivenChange => ({
    address,
    before: value,
    after: value,
    action: "no-op",
    actions: ["no-op"],
  });
  const toldOf = (...changes: readonly GivenChange[]) =>
    reviewOf([{ changes }])
      .rows.filter(({ rule }) => /^(?:encryption-off|guest-access)$/.test(rule))
      .map(({ level, message }) => `${level}: ${plainText(message)}`);
  const plain = created("aws_lb_listener", {
    load_balancer_arn: LB,
    protocol: "HTTP",
    default_action: [{ type: "forward" }],
  });

  test("one for HTTP sends on what came without TLS, if the Internet reaches it", () => {
    expect(toldOf(unchanged("aws_lb.a", { arn: LB, internal: false }), plain)).toEqual([
      "attention: a new listener of a load balancer in the Internet sends requests on that came without TLS",
    ]);
    expect(toldOf(unchanged("aws_lb.a", { arn: LB, internal: true }), plain)).toEqual([]);
    expect(toldOf(plain)).toEqual([
      "note: a new listener sends requests on that came without TLS; the plan does not tell whether the Internet reaches it",
    ]);
  });

  test("the load balancer of a new listener is found by its reference", () => {
    const references = new Map([["load_balancer_arn", ["aws_lb.a.arn", "aws_lb.a"]]]);
    const { load_balancer_arn: _arn, ...rest } = plain.after as Record<string, Json>;
    const change = { ...created("aws_lb_listener", rest), unknown: { load_balancer_arn: true } };
    const known = configurationOf({ resources: { "aws_lb_listener.a": [] } });
    const configuration = { ...known, resources: known.resources.map((one) => ({ ...one, references })) };
    const balancer = created("aws_lb", { internal: true });
    const rows = reviewOf([{ changes: [balancer, change], configuration }]).rows.map(({ rule }) => rule);
    expect(rows).not.toContain("encryption-off");
    const open = reviewOf([{ changes: [created("aws_lb", { internal: false }), change], configuration }]).rows;
    expect(open.filter(({ rule }) => rule === "encryption-off").map(({ level }) => level)).toEqual(["attention"]);
  });

  test("one that redirects is no danger", () => {
    const redirect = created("aws_lb_listener", {
      load_balancer_arn: LB,
      protocol: "HTTP",
      default_action: [{ type: "redirect" }],
    });
    expect(toldOf(unchanged("aws_lb.a", { arn: LB, internal: false }), redirect)).toEqual([]);
  });

  const rule = (priority: number, ...types: readonly string[]): Json => ({
    listener_arn: LISTENER,
    priority,
    action: types.map((type) => ({ type })),
  });
  const asking = unchanged("aws_lb_listener_rule.sso", rule(50, "authenticate-oidc", "forward"));
  const bypass = (by: string) => `attention: requests are sent on without asking who calls, which ${by} does`;

  test("a rule before the one that asks who calls", () => {
    const before = created("aws_lb_listener_rule", rule(10, "forward"));
    expect(toldOf(asking, before)).toEqual([bypass("aws_lb_listener_rule.sso")]);
    expect(toldOf(asking, created("aws_lb_listener_rule", rule(90, "forward")))).toEqual([]);
    expect(toldOf(asking, created("aws_lb_listener_rule", rule(10, "fixed-response")))).toEqual([]);
    expect(toldOf(asking, updated("aws_lb_listener_rule", rule(90, "forward"), rule(10, "forward")))).toEqual([
      bypass("aws_lb_listener_rule.sso"),
    ]);
    expect(toldOf(asking, updated("aws_lb_listener_rule", rule(5, "forward"), rule(10, "forward")))).toEqual([]);
  });

  test("a rule of a listener that asks by itself; a new listener is made with its exceptions", () => {
    const listener = { arn: LISTENER, default_action: [{ type: "authenticate-cognito" }, { type: "forward" }] };
    const before = created("aws_lb_listener_rule", rule(10, "forward"));
    expect(toldOf(unchanged("aws_lb_listener.a", listener), before)).toEqual([bypass("aws_lb_listener.a")]);
    expect(changeOf(created("aws_lb_listener", listener)).action).toBe("create");
    expect(toldOf(created("aws_lb_listener", listener), before)).toEqual([
      bypass("aws_lb_listener.a").replace("attention", "note"),
    ]);
  });
});
