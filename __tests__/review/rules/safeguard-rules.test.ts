/** Safeguards that are turned off, and keys that are made anew. Over 400 lines because each safeguard has its rows here. */
import { type AccessCase, created, removed, toldBy, updated } from "../access/told-by";

const detection: readonly AccessCase[] = [
  [
    "metadata without tokens",
    updated(
      "aws_instance.i",
      { metadata_options: [{ http_tokens: "required" }] },
      { metadata_options: [{ http_tokens: "optional" }] },
    ),
    ["attention: metadata_options.http_tokens required → optional"],
  ],
  [
    "metadata without tokens, of a template",
    updated(
      "aws_launch_template.t",
      { metadata_options: [{ http_tokens: "required" }] },
      { metadata_options: [{ http_tokens: "optional" }] },
    ),
    ["attention: metadata_options.http_tokens required → optional"],
  ],
  [
    "metadata with tokens",
    updated(
      "aws_instance.i",
      { metadata_options: [{ http_tokens: "optional" }] },
      { metadata_options: [{ http_tokens: "required" }] },
    ),
    [],
  ],
  ["GuardDuty goes", removed("aws_guardduty_detector.d"), ["danger: GuardDuty is turned off"]],
  [
    "GuardDuty off",
    updated("aws_guardduty_detector.d", { enable: true }, { enable: false }),
    ["danger: enable true → false"],
  ],
  [
    "GuardDuty known only after apply",
    updated("aws_guardduty_detector.d", { enable: true }, {}, { unknown: { enable: true } }),
    ["attention: enable true → (known after apply)"],
  ],
  [
    "GuardDuty of the organization, where the provider only forgets the setting",
    removed("aws_guardduty_organization_configuration.o"),
    [],
  ],
  ["Security Hub goes", removed("aws_securityhub_account.s"), ["danger: Security Hub is turned off"]],
  [
    "Config stops",
    updated("aws_config_configuration_recorder_status.s", { is_enabled: true }, { is_enabled: false }),
    ["danger: is_enabled true → false"],
  ],
  [
    "Access Analyzer goes",
    removed("aws_accessanalyzer_analyzer.a"),
    ["danger: Access Analyzer no longer looks for access from outside"],
  ],
  [
    "a web ACL goes",
    removed("aws_wafv2_web_acl_association.w"),
    ["danger: the web ACL (WAF) no longer protects its resource"],
  ],
  [
    "a web ACL lets all through",
    updated(
      "aws_wafv2_web_acl.w",
      { default_action: [{ block: [{}], allow: [] }], rule: [{}, {}] },
      { default_action: [{ block: [], allow: [{}] }], rule: [{}] },
    ),
    ["danger: requests that no rule names are now allowed", "attention: 2 → 1 rules"],
  ],
  [
    "a web ACL with one more rule",
    updated(
      "aws_wafv2_web_acl.w",
      { default_action: [{ allow: [{}] }], rule: [{}] },
      { default_action: [{ allow: [{}] }], rule: [{}, {}] },
    ),
    [],
  ],
  [
    "a distribution without a web ACL",
    updated("aws_cloudfront_distribution.d", { web_acl_id: "arn:w" }, { web_acl_id: "" }),
    ["danger: web_acl_id arn:w → (none)"],
  ],
  [
    "a selection of backups goes",
    removed("aws_backup_selection.s"),
    ["attention: what was selected is no longer backed up"],
  ],
  [
    "a lock of Azure goes",
    removed("azurerm_management_lock.l"),
    ["danger: the lock is removed: what it locked can be deleted"],
  ],
  [
    "a perimeter of Google goes",
    removed("google_access_context_manager_service_perimeter.p"),
    ["danger: the service perimeter is no longer there"],
  ],
  ["an alarm is added", created("aws_cloudwatch_metric_alarm.a", {}), []],
  ["GuardDuty is new", created("aws_guardduty_detector.d", { enable: true }), []],
];

const tls: readonly AccessCase[] = [
  [
    "a listener",
    updated(
      "aws_lb_listener.l",
      { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
      { ssl_policy: "ELBSecurityPolicy-2016-08" },
    ),
    ["attention: ssl_policy ELBSecurityPolicy-TLS13-1-2-2021-06 → ELBSecurityPolicy-2016-08"],
  ],
  [
    "CloudFront",
    updated(
      "aws_cloudfront_distribution.d",
      { viewer_certificate: [{ minimum_protocol_version: "TLSv1.2_2021" }] },
      { viewer_certificate: [{ minimum_protocol_version: "TLSv1" }] },
    ),
    ["attention: viewer_certificate.minimum_protocol_version TLSv1.2_2021 → TLSv1"],
  ],
  [
    "a storage account",
    updated("azurerm_storage_account.a", { min_tls_version: "TLS1_2" }, { min_tls_version: "TLS1_0" }),
    ["attention: min_tls_version TLS1_2 → TLS1_0"],
  ],
  [
    "a cache",
    updated("azurerm_redis_cache.c", { minimum_tls_version: "1.2" }, { minimum_tls_version: "1.0" }),
    ["attention: minimum_tls_version 1.2 → 1.0"],
  ],
  [
    "a policy of Google",
    updated("google_compute_ssl_policy.p", { min_tls_version: "TLS_1_2" }, { min_tls_version: "TLS_1_0" }),
    ["attention: min_tls_version TLS_1_2 → TLS_1_0"],
  ],
  [
    "a domain of an API",
    updated("aws_api_gateway_domain_name.d", { security_policy: "TLS_1_2" }, { security_policy: "TLS_1_0" }),
    ["attention: security_policy TLS_1_2 → TLS_1_0"],
  ],
  [
    "a search domain",
    updated(
      "aws_opensearch_domain.d",
      { domain_endpoint_options: [{ tls_security_policy: "Policy-Min-TLS-1-2-2019-07" }] },
      { domain_endpoint_options: [{ tls_security_policy: "Policy-Min-TLS-1-0-2019-07" }] },
    ),
    ["attention: domain_endpoint_options.tls_security_policy Policy-Min-TLS-1-2-2019-07 → Policy-Min-TLS-1-0-2019-07"],
  ],
  [
    "a newer version",
    updated(
      "aws_lb_listener.l",
      { ssl_policy: "ELBSecurityPolicy-2016-08" },
      { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
    ),
    [],
  ],
  [
    "the same version",
    updated(
      "aws_lb_listener.l",
      { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
      { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" },
    ),
    [],
  ],
];

const passwords: readonly AccessCase[] = [
  [
    "shorter ones",
    updated("aws_iam_account_password_policy.p", { minimum_password_length: 14 }, { minimum_password_length: 8 }),
    ["attention: minimum_password_length 14 → 8"],
  ],
  [
    "fewer kinds of characters",
    updated("aws_iam_account_password_policy.p", { require_symbols: true }, { require_symbols: false }),
    ["attention: require_symbols true → false"],
  ],
  [
    "a user pool",
    updated(
      "aws_cognito_user_pool.p",
      { password_policy: [{ minimum_length: 12 }] },
      { password_policy: [{ minimum_length: 6 }] },
    ),
    ["attention: password_policy.minimum_length 12 → 6"],
  ],
  [
    "no second factor",
    updated("aws_cognito_user_pool.p", { mfa_configuration: "ON" }, { mfa_configuration: "OFF" }),
    ["danger: mfa_configuration ON → OFF"],
  ],
  [
    "longer ones",
    updated("aws_iam_account_password_policy.p", { minimum_password_length: 8 }, { minimum_password_length: 14 }),
    [],
  ],
  [
    "tags of a pool",
    updated("aws_cognito_user_pool.p", { mfa_configuration: "ON" }, { mfa_configuration: "ON", tags: { a: "b" } }),
    [],
  ],
];

const databases: readonly AccessCase[] = [
  [
    "public, not encrypted and without backups",
    created("aws_db_instance.d", { publicly_accessible: true, storage_encrypted: false, backup_retention_period: 0 }),
    ["attention: public, not encrypted, without backups"],
  ],
  [
    "what is left out",
    created("aws_db_instance.d", { engine: "postgres" }),
    ["attention: not encrypted, without backups"],
  ],
  [
    "what the provider computes",
    created("aws_db_instance.d", {}, { unknown: { storage_encrypted: true, backup_retention_period: true } }),
    [],
  ],
  [
    "a safe one",
    created("aws_db_instance.d", { publicly_accessible: false, storage_encrypted: true, backup_retention_period: 7 }),
    [],
  ],
  ["a replica", created("aws_db_instance.d", { replicate_source_db: "main" }), []],
  [
    "a public replica",
    created("aws_db_instance.d", { replicate_source_db: "main", publicly_accessible: true }),
    ["attention: public"],
  ],
  ["a cluster", created("aws_rds_cluster.c", { storage_encrypted: false }), ["attention: not encrypted"]],
  [
    "a database of Google",
    created("google_sql_database_instance.d", { settings: [{ backup_configuration: [{ enabled: false }] }] }),
    ["attention: without backups"],
  ],
  [
    "an old one",
    updated("aws_db_instance.d", { storage_encrypted: false }, { storage_encrypted: false, tags: {} }),
    [],
  ],
];

const anew: readonly AccessCase[] = [
  [
    "a private key",
    updated("tls_private_key.k", { rsa_bits: 2048 }, { rsa_bits: 4096 }, { action: "replace-delete-first" }),
    ["attention: another private key: what uses it gets the new one"],
  ],
  [
    "a password",
    updated("random_password.p", { length: 16 }, { length: 32 }, { action: "replace-create-first" }),
    ["attention: another password: what uses it gets the new one"],
  ],
  [
    "bytes",
    updated("random_bytes.b", { length: 16 }, { length: 32 }, { action: "replace-delete-first" }),
    ["attention: another random value: what uses it gets the new one"],
  ],
  ["a new password", created("random_password.p", { length: 16 }), []],
  ["a random name", updated("random_pet.p", { length: 1 }, { length: 2 }, { action: "replace-delete-first" }), []],
];

const protection: readonly AccessCase[] = [
  [
    "a vault of Azure",
    updated("azurerm_key_vault.v", { purge_protection_enabled: true }, { purge_protection_enabled: false }),
    ["attention: purge_protection_enabled becomes false"],
  ],
  [
    "a load balancer",
    updated("aws_lb.l", { enable_deletion_protection: true }, { enable_deletion_protection: false }),
    ["attention: enable_deletion_protection becomes false"],
  ],
  [
    "an instance",
    updated("aws_instance.i", { disable_api_termination: true }, { disable_api_termination: false }),
    ["attention: disable_api_termination becomes false"],
  ],
  [
    "a user pool",
    updated("aws_cognito_user_pool.p", { deletion_protection: "ACTIVE" }, { deletion_protection: "INACTIVE" }),
    ["attention: deletion_protection ACTIVE → INACTIVE"],
  ],
  [
    "a database of Google",
    updated(
      "google_sql_database_instance.d",
      { deletion_protection: true, settings: [{ deletion_protection_enabled: true }] },
      { deletion_protection: false, settings: [{ deletion_protection_enabled: false }] },
    ),
    ["attention: deletion_protection becomes false", "attention: settings.deletion_protection_enabled true → false"],
  ],
  [
    "protection that is turned on",
    updated("azurerm_key_vault.v", { purge_protection_enabled: false }, { purge_protection_enabled: true }),
    [],
  ],
  [
    "a user pool that is protected",
    updated("aws_cognito_user_pool.p", { deletion_protection: "INACTIVE" }, { deletion_protection: "ACTIVE" }),
    [],
  ],
];

const recovery: readonly AccessCase[] = [
  [
    "soft delete of blobs",
    updated(
      "azurerm_storage_account.a",
      { blob_properties: [{ delete_retention_policy: [{ days: 30 }] }] },
      { blob_properties: [{ delete_retention_policy: [{ days: 7 }] }] },
    ),
    ["attention: blob_properties.delete_retention_policy.days 30 → 7"],
  ],
  [
    "soft delete of a vault",
    updated("azurerm_key_vault.v", { soft_delete_retention_days: 90 }, { soft_delete_retention_days: 7 }),
    ["attention: soft_delete_retention_days 90 → 7"],
  ],
  [
    "no backups",
    updated("aws_db_instance.d", { backup_retention_period: 7 }, { backup_retention_period: 0 }),
    ["attention: backup_retention_period 7 → 0"],
  ],
  [
    "no backups of Google",
    updated(
      "google_sql_database_instance.d",
      { settings: [{ backup_configuration: [{ enabled: true }] }] },
      { settings: [{ backup_configuration: [{ enabled: false }] }] },
    ),
    ["attention: backups are turned off"],
  ],
  [
    "rules of a plan",
    updated(
      "aws_backup_plan.p",
      {
        rule: [
          { rule_name: "day", lifecycle: [{ delete_after: 35 }] },
          { rule_name: "month", lifecycle: [] },
        ],
      },
      { rule: [{ rule_name: "day", lifecycle: [{ delete_after: 7 }] }] },
    ),
    ["attention: the rule day keeps backups for 7 days", "attention: the rule month is removed"],
  ],
  [
    "a plan that keeps longer",
    updated(
      "aws_backup_plan.p",
      { rule: [{ rule_name: "day", lifecycle: [{ delete_after: 7 }] }] },
      { rule: [{ rule_name: "day", lifecycle: [{ delete_after: 35 }] }] },
    ),
    [],
  ],
];

const encryption: readonly AccessCase[] = [
  [
    "a parameter in plain text",
    updated("aws_ssm_parameter.p", { type: "SecureString" }, { type: "String" }),
    ["danger: type SecureString → String"],
  ],
  [
    "a list in plain text",
    updated("aws_ssm_parameter.p", { type: "SecureString" }, { type: "StringList" }),
    ["danger: type SecureString → StringList"],
  ],
  [
    "a parameter in plain text, made anew",
    updated("aws_ssm_parameter.p", { type: "SecureString" }, { type: "String" }, { action: "replace-delete-first" }),
    ["danger: type SecureString → String"],
  ],
  ["a parameter that becomes secure", updated("aws_ssm_parameter.p", { type: "String" }, { type: "SecureString" }), []],
  [
    "a parameter of another value",
    updated("aws_ssm_parameter.p", { type: "String", value: "a" }, { type: "String", value: "b" }),
    [],
  ],
  [
    "a listener without TLS",
    updated("aws_lb_listener.l", { protocol: "HTTPS" }, { protocol: "HTTP" }),
    ["danger: protocol HTTPS → HTTP"],
  ],
  [
    "plain connections to a database of Google",
    updated(
      "google_sql_database_instance.d",
      { settings: [{ ip_configuration: [{ ssl_mode: "ENCRYPTED_ONLY" }] }] },
      { settings: [{ ip_configuration: [{ ssl_mode: "ALLOW_UNENCRYPTED_AND_ENCRYPTED" }] }] },
    ),
    ["danger: settings.ip_configuration.ssl_mode ENCRYPTED_ONLY → ALLOW_UNENCRYPTED_AND_ENCRYPTED"],
  ],
  [
    "plain requests to storage",
    updated("azurerm_storage_account.a", { https_traffic_only_enabled: true }, { https_traffic_only_enabled: false }),
    ["danger: https_traffic_only_enabled true → false"],
  ],
  [
    "volumes by default",
    updated("aws_ebs_encryption_by_default.e", { enabled: true }, { enabled: false }),
    ["danger: enabled true → false"],
  ],
  [
    "volumes by default, no longer set",
    removed("aws_ebs_encryption_by_default.e"),
    ["danger: new volumes are no longer encrypted by default"],
  ],
];

describe.each([
  ["safeguard-off", detection],
  ["tls-weaker", tls],
  ["password-policy-weaker", passwords],
  ["new-database-exposed", databases],
  ["key-made-anew", anew],
  ["deletion-protection-off", protection],
  ["recovery-shortened", recovery],
  ["encryption-off", encryption],
])("%s", (code, cases) => {
  test.each(cases)("%s", (_case, given, want) => {
    expect(toldBy(code, given)).toEqual(want);
  });
});
