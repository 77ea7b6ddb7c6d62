/** Over 400 lines because it is one table. Variables that lead elsewhere, values of charts, and settings like those of the silent dangers, with their harmless neighbours. */
import type { GivenChange } from "../support";
import { created, type Danger, expectHarmless, expectTold, updated } from "./one-change";

const lambda = (variables: Readonly<Record<string, string>>) => ({
  function_name: "f",
  environment: [{ variables }],
});

test.each<Danger>([
  [
    "glue conn kafka brokers",
    updated(
      "aws_glue_connection",
      { connection_type: "KAFKA", connection_properties: { KAFKA_BOOTSTRAP_SERVERS: "b-1.acme.com:9094" } },
      { connection_type: "KAFKA", connection_properties: { KAFKA_BOOTSTRAP_SERVERS: "b-1.evil.com:9094" } },
      { sensitive: { connection_properties: true } },
    ),
    ["shared-outside attention: connection_properties.KAFKA_BOOTSTRAP_SERVERS (sensitive value) → (sensitive value)"],
  ],
  [
    "glue job arg other bucket via non overridable",
    updated(
      "aws_glue_job",
      { name: "j", non_overridable_arguments: { "--OUT": "s3://a/x" } },
      { name: "j", non_overridable_arguments: { "--OUT": "s3://b/x" } },
    ),
    ["shared-outside attention: a variable leads elsewhere: --OUT s3://a → s3://b"],
  ],
  [
    "glue job source jdbc url",
    updated(
      "aws_glue_job",
      { name: "j", default_arguments: { "--JDBC_URL": "jdbc:mysql://db.acme.com:3306/x" } },
      { name: "j", default_arguments: { "--JDBC_URL": "jdbc:mysql://db.evil.com:3306/x" } },
    ),
    ["shared-outside attention: a variable leads elsewhere: --JDBC_URL db.acme.com → db.evil.com"],
  ],
  [
    "batch env",
    updated(
      "aws_batch_job_definition",
      {
        name: "b",
        type: "container",
        container_properties: '{"image":"i","environment":[{"name":"API_URL","value":"https://a.acme.com"}]}',
      },
      {
        name: "b",
        type: "container",
        container_properties: '{"image":"i","environment":[{"name":"API_URL","value":"https://a.evil.com"}]}',
      },
    ),
    ["shared-outside attention: a variable leads elsewhere: API_URL a.acme.com → a.evil.com"],
  ],
  [
    "codebuild env plain host",
    updated(
      "aws_codebuild_project",
      {
        name: "c",
        environment: [
          { environment_variable: [{ name: "REGISTRY_URL", type: "PLAINTEXT", value: "https://npm.acme.com" }] },
        ],
      },
      {
        name: "c",
        environment: [
          { environment_variable: [{ name: "REGISTRY_URL", type: "PLAINTEXT", value: "https://npm.evil.com" }] },
        ],
      },
    ),
    ["shared-outside attention: a variable leads elsewhere: REGISTRY_URL npm.acme.com → npm.evil.com"],
  ],
  [
    "sagemaker model env",
    updated(
      "aws_sagemaker_model",
      { name: "m", primary_container: [{ image: "i", environment: { URL: "https://a.acme.com" } }] },
      { name: "m", primary_container: [{ image: "i", environment: { URL: "https://a.evil.com" } }] },
    ),
    ["shared-outside attention: a variable leads elsewhere: URL a.acme.com → a.evil.com"],
  ],
  [
    "container app env",
    updated(
      "azurerm_container_app",
      {
        name: "c",
        template: [{ container: [{ name: "a", image: "i", env: [{ name: "API", value: "https://a.acme.com" }] }] }],
      },
      {
        name: "c",
        template: [{ container: [{ name: "a", image: "i", env: [{ name: "API", value: "https://a.evil.com" }] }] }],
      },
    ),
    ["shared-outside attention: a variable leads elsewhere: API a.acme.com → a.evil.com"],
  ],
  [
    "k8s cronjob manifest env",
    updated(
      "kubernetes_manifest",
      {
        manifest: {
          apiVersion: "batch/v1",
          kind: "CronJob",
          metadata: { name: "a" },
          spec: {
            jobTemplate: {
              spec: {
                template: {
                  spec: { containers: [{ name: "a", image: "x", env: [{ name: "U", value: "https://a.acme.com" }] }] },
                },
              },
            },
          },
        },
      },
      {
        manifest: {
          apiVersion: "batch/v1",
          kind: "CronJob",
          metadata: { name: "a" },
          spec: {
            jobTemplate: {
              spec: {
                template: {
                  spec: { containers: [{ name: "a", image: "x", env: [{ name: "U", value: "https://a.evil.com" }] }] },
                },
              },
            },
          },
        },
      },
    ),
    ["shared-outside attention: a variable leads elsewhere: U a.acme.com → a.evil.com"],
  ],
  [
    "k8s configmap manifest",
    updated(
      "kubernetes_manifest",
      {
        manifest: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { url: "https://a.acme.com" } },
      },
      {
        manifest: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { url: "https://a.evil.com" } },
      },
    ),
    ["shared-outside attention: a variable leads elsewhere: url a.acme.com → a.evil.com"],
  ],
  [
    "configmap with yaml text",
    updated(
      "kubernetes_config_map",
      { data: { "app.yaml": "api:\n  url: https://api.acme.com\n" } },
      { data: { "app.yaml": "api:\n  url: https://api.evil.com\n" } },
    ),
    ["shared-outside attention: a variable leads elsewhere: app.yaml api.acme.com → api.evil.com"],
  ],
  [
    "ssm parameter url",
    updated(
      "aws_ssm_parameter",
      { name: "/app/api_url", type: "String", value: "https://api.acme.com" },
      { name: "/app/api_url", type: "String", value: "https://api.evil.com" },
    ),
    ["shared-outside attention: a variable leads elsewhere: /app/api_url api.acme.com → api.evil.com"],
  ],
  [
    "appconfig content url",
    updated(
      "aws_appconfig_hosted_configuration_version",
      { content: '{"url":"https://api.acme.com"}', content_type: "application/json" },
      { content: '{"url":"https://api.evil.com"}', content_type: "application/json" },
    ),
    [
      "shared-outside attention: a variable leads elsewhere: content api.acme.com → api.evil.com",
      'machine-code note: content {"url":"https://api.acme.com"} → {"url":"https://api.evil.com"}',
    ],
  ],
  [
    "a variable of GitHub Actions",
    updated(
      "github_actions_variable",
      { repository: "r", variable_name: "DEPLOY_URL", value: "https://a.acme.com" },
      { repository: "r", variable_name: "DEPLOY_URL", value: "https://a.evil.com" },
    ),
    ["shared-outside attention: a variable leads elsewhere: value a.acme.com → a.evil.com"],
  ],
  [
    "gitlab variable",
    updated(
      "gitlab_project_variable",
      { key: "DEPLOY_URL", value: "https://a.acme.com", project: "p" },
      { key: "DEPLOY_URL", value: "https://a.evil.com", project: "p" },
    ),
    ["shared-outside attention: a variable leads elsewhere: value a.acme.com → a.evil.com"],
  ],
  [
    "lambda secret env from ssm to literal",
    updated(
      "aws_apprunner_service",
      {
        service_name: "a",
        source_configuration: [
          {
            image_repository: [
              {
                image_configuration: [
                  { runtime_environment_secrets: { PW: "arn:x" }, runtime_environment_variables: {} },
                ],
              },
            ],
          },
        ],
      },
      {
        service_name: "a",
        source_configuration: [
          {
            image_repository: [
              {
                image_configuration: [
                  { runtime_environment_secrets: {}, runtime_environment_variables: { PW: "abc12345" } },
                ],
              },
            ],
          },
        ],
      },
    ),
    ["safeguard-off attention: PW: read from a secret until now, and now in the definition"],
  ],
  [
    "event target ecs other family",
    updated(
      "aws_cloudwatch_event_target",
      { arn: "c", ecs_target: [{ task_definition_arn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/app:1" }] },
      { arn: "c", ecs_target: [{ task_definition_arn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/root:1" }] },
    ),
    [
      "machine-code attention: ecs_target.task_definition_arn arn:aws:ecs:eu-west-1:123456789012:task-definition/app:1 → arn:aws:ecs:eu-west-1:123456789012:task-definition/root:1",
    ],
  ],
  [
    "helm tls removed",
    updated(
      "helm_release",
      { name: "r", chart: "x", set: [{ name: "tls.enabled", value: "true" }] },
      { name: "r", chart: "x", set: [] },
    ),
    ["body-setting attention: tls.enabled true → (none)"],
  ],
  [
    "helm grafana anonymous",
    updated(
      "helm_release",
      { name: "r", chart: "grafana", values: ["grafana.ini:\n  auth.anonymous:\n    enabled: false\n"] },
      { name: "r", chart: "grafana", values: ["grafana.ini:\n  auth.anonymous:\n    enabled: true\n"] },
    ),
    ["body-setting attention: grafana.ini.auth.anonymous.enabled false → true"],
  ],
  [
    "helm auth false new",
    updated(
      "helm_release",
      { name: "r", chart: "redis", values: ["replicas: 2\n"] },
      { name: "r", chart: "redis", values: ["replicas: 2\nauth:\n  enabled: false\n"] },
    ),
    ["body-setting attention: auth.enabled (none) → false"],
  ],
  [
    "helm postgres persistence off",
    updated(
      "helm_release",
      { name: "r", chart: "postgresql", values: ["primary:\n  persistence:\n    enabled: true\n"] },
      { name: "r", chart: "postgresql", values: ["primary:\n  persistence:\n    enabled: false\n"] },
    ),
    ["body-setting attention: primary.persistence.enabled true → false"],
  ],
  [
    "lambda runtime java down",
    updated("aws_lambda_function", { runtime: "java21" }, { runtime: "java11" }),
    ["machine-code attention: runtime java21 → java11"],
  ],
  [
    "dms config table mappings gone",
    updated(
      "aws_dms_replication_config",
      { table_mappings: '{"rules":[{"rule-type":"selection","rule-action":"exclude"}]}' },
      { table_mappings: '{"rules":[]}' },
    ),
    [
      'event-filter attention: table_mappings {"rules":[{"rule-type":"selection","rule-action":"exclude"}]} → {"rules":[]}',
    ],
  ],
  [
    "MX azure",
    updated(
      "azurerm_dns_mx_record",
      { name: "@", record: [{ exchange: "mx1.acme.com", preference: 10 }] },
      { name: "@", record: [{ exchange: "mx.evil.com", preference: 10 }] },
    ),
    [
      'dns-target attention: record [{"exchange":"mx1.acme.com","preference":10}] → [{"exchange":"mx.evil.com","preference":10}]',
    ],
  ],
  [
    "dkim google",
    updated(
      "google_dns_record_set",
      { name: "s1._domainkey.acme.com.", type: "TXT", rrdatas: ['"v=DKIM1; p=a"'] },
      { name: "s1._domainkey.acme.com.", type: "TXT", rrdatas: ['"v=DKIM1; p=b"'] },
    ),
    ['dns-target attention: rrdatas ["\\"v=DKIM1; p=a\\""] → ["\\"v=DKIM1; p=b\\""]'],
  ],
  [
    "dkim cloudflare",
    updated(
      "cloudflare_dns_record",
      { name: "s1._domainkey.acme.com", type: "TXT", content: "v=DKIM1; p=a", zone_id: "z" },
      { name: "s1._domainkey.acme.com", type: "TXT", content: "v=DKIM1; p=b", zone_id: "z" },
    ),
    ["dns-target attention: content v=DKIM1; p=a → v=DKIM1; p=b"],
  ],
  [
    "spf azure",
    updated(
      "azurerm_dns_txt_record",
      { name: "@", record: [{ value: "v=spf1 include:a -all" }], zone_name: "z" },
      { name: "@", record: [{ value: "v=spf1 +all" }], zone_name: "z" },
    ),
    ['dns-target attention: record [{"value":"v=spf1 include:a -all"}] → [{"value":"v=spf1 +all"}]'],
  ],
  [
    "msk config property dropped unclean",
    updated(
      "aws_msk_configuration",
      { server_properties: "unclean.leader.election.enable=false\nauto.create.topics.enable=false" },
      { server_properties: "auto.create.topics.enable=true\nunclean.leader.election.enable=true" },
    ),
    ["recovery-shortened attention: unclean.leader.election.enable false → true: messages may be lost"],
  ],
  [
    "redshift sls user activity logging",
    updated(
      "aws_redshiftserverless_workgroup",
      { config_parameter: [{ parameter_key: "enable_user_activity_logging", parameter_value: "true" }] },
      { config_parameter: [{ parameter_key: "enable_user_activity_logging", parameter_value: "false" }] },
    ),
    ["logging-off attention: config_parameter{enable_user_activity_logging}.parameter_value true → false"],
  ],
  [
    "an image of another registry",
    updated(
      "aws_emrserverless_application",
      { image_configuration: [{ image_uri: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1" }] },
      { image_configuration: [{ image_uri: "public.ecr.aws/evil/a:1" }] },
    ),
    ["machine-code attention: runs public.ecr.aws/evil/a:1, of another registry than 123456789012"],
  ],
  [
    "one of two functions at the edge is gone",
    updated(
      "aws_cloudfront_distribution",
      {
        default_cache_behavior: [
          {
            function_association: [
              { event_type: "viewer-request", function_arn: "arn:auth" },
              { event_type: "viewer-response", function_arn: "arn:hdr" },
            ],
          },
        ],
      },
      {
        default_cache_behavior: [
          { function_association: [{ event_type: "viewer-response", function_arn: "arn:hdr" }] },
        ],
      },
    ),
    ["access-setting attention: default_cache_behavior.function_association.function_arn changes"],
  ],
  [
    "cf OAC removed of one of two origins",
    updated(
      "aws_cloudfront_distribution",
      {
        origin: [
          { origin_id: "a", domain_name: "a", origin_access_control_id: "E1" },
          { origin_id: "b", domain_name: "b", origin_access_control_id: "E2" },
        ],
      },
      {
        origin: [
          { origin_id: "a", domain_name: "a", origin_access_control_id: "E1" },
          { origin_id: "b", domain_name: "b", origin_access_control_id: "" },
        ],
      },
    ),
    ["access-setting attention: origin.origin_access_control_id loses E2"],
  ],
  [
    "ssm sensitive url",
    updated(
      "aws_ssm_parameter",
      { type: "String", value: "https://api.acme.com" },
      { type: "String", value: "https://api.evil.com" },
      { sensitive: { value: true } },
    ),
    ["shared-outside attention: a variable leads elsewhere: value (sensitive value)"],
  ],
  [
    "other.co.uk",
    updated(
      "aws_lambda_function",
      { environment: [{ variables: { APP_URL: "https://acme.co.uk/1" } }] },
      { environment: [{ variables: { APP_URL: "https://evil.co.uk/1" } }] },
    ),
    ["shared-outside attention: a variable leads elsewhere: APP_URL acme.co.uk → evil.co.uk"],
  ],
  [
    "sns topic of other account",
    updated(
      "aws_lambda_function",
      { environment: [{ variables: { TOPIC: "arn:aws:sns:eu-west-1:123456789012:a" } }] },
      { environment: [{ variables: { TOPIC: "arn:aws:sns:eu-west-1:999988887777:a" } }] },
    ),
    ["shared-outside attention: a variable leads elsewhere: TOPIC arn:aws:sns:123456789012 → arn:aws:sns:999988887777"],
  ],
  [
    "manifest env",
    updated(
      "kubernetes_manifest",
      {
        manifest: {
          apiVersion: "apps/v1",
          kind: "Deployment",
          metadata: { name: "a" },
          spec: {
            template: {
              spec: { containers: [{ name: "a", image: "x", env: [{ name: "U", value: "https://a.acme.com" }] }] },
            },
          },
        },
      },
      {
        manifest: {
          apiVersion: "apps/v1",
          kind: "Deployment",
          metadata: { name: "a" },
          spec: {
            template: {
              spec: { containers: [{ name: "a", image: "x", env: [{ name: "U", value: "https://a.evil.com" }] }] },
            },
          },
        },
      },
    ),
    ["shared-outside attention: a variable leads elsewhere: U a.acme.com → a.evil.com"],
  ],
  [
    "sensitive env",
    updated(
      "aws_lambda_function",
      { environment: [{ variables: { APP_URL: "https://acme.co.uk/1" } }] },
      { environment: [{ variables: { APP_URL: "https://evil.co.uk/1" } }] },
      { sensitive: { environment: [{ variables: true }] } },
    ),
    ["shared-outside attention: a variable leads elsewhere: APP_URL (sensitive value)"],
  ],
  [
    "helm values url",
    updated(
      "helm_release",
      { name: "r", chart: "x", values: ["config:\n  apiUrl: https://api.acme.com\n"] },
      { name: "r", chart: "x", values: ["config:\n  apiUrl: https://api.evil.com\n"] },
    ),
    ["shared-outside attention: a variable leads elsewhere: config.apiUrl api.acme.com → api.evil.com"],
  ],
  [
    "k8s secret ref to value",
    updated(
      "kubernetes_deployment",
      {
        spec: [
          {
            template: [
              {
                spec: [
                  {
                    container: [
                      {
                        name: "a",
                        env: [{ name: "PW", value: null, value_from: [{ secret_key_ref: [{ name: "s", key: "k" }] }] }],
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
        spec: [
          {
            template: [{ spec: [{ container: [{ name: "a", env: [{ name: "PW", value: "abc", value_from: [] }] }] }] }],
          },
        ],
      },
    ),
    ["safeguard-off attention: PW: read from a secret until now, and now in the definition"],
  ],
  [
    "a bucket by its name",
    updated("aws_lambda_function", lambda({ EXPORT_BUCKET: "acme-exports" }), lambda({ EXPORT_BUCKET: "drop" })),
    ["shared-outside attention: a variable leads elsewhere: EXPORT_BUCKET s3://acme-exports → s3://drop"],
  ],
  [
    "a host in a parameter",
    updated(
      "aws_ssm_parameter",
      { name: "/prod/db/host", type: "String", insecure_value: "db.acme.com" },
      { name: "/prod/db/host", type: "String", insecure_value: "db.example.net" },
    ),
    ["shared-outside attention: a variable leads elsewhere: /prod/db/host db.acme.com → db.example.net"],
  ],
  [
    "a credential in a new variable",
    updated("aws_lambda_function", lambda({ A: "1" }), lambda({ A: "1", DB_PASSWORD: "hunter2-Prod!" })),
    ["safeguard-off attention: DB_PASSWORD: in the definition, where others read it"],
  ],
  [
    "a credential of a new function",
    created("aws_lambda_function", lambda({ STRIPE_API_KEY: "rk-example-123456" })),
    ["safeguard-off attention: STRIPE_API_KEY: in the definition, where others read it"],
  ],
  [
    "a credential in an argument of a job",
    updated(
      "aws_glue_job",
      { default_arguments: { "--TempDir": "s3://a" } },
      { default_arguments: { "--TempDir": "s3://a", "--db_password": "S3cretPw!" } },
    ),
    ["safeguard-off attention: --db_password: in the definition, where others read it"],
  ],
])("%s", (_name, given, want) => {
  expectTold(given, want);
});

test.each<[name: string, given: GivenChange]>([
  [
    "glue conn other db user pw",
    updated(
      "aws_glue_connection",
      { connection_properties: { JDBC_CONNECTION_URL: "jdbc:mysql://db.acme.com/x", PASSWORD: "a" } },
      { connection_properties: { JDBC_CONNECTION_URL: "jdbc:mysql://db.acme.com/x", PASSWORD: "b" } },
      { sensitive: { connection_properties: true } },
    ),
  ],
  [
    "ssm parameter version",
    updated(
      "aws_ssm_parameter",
      { name: "/app/version", type: "String", value: "1.2.3" },
      { name: "/app/version", type: "String", value: "1.2.4" },
    ),
  ],
  [
    "ecs env version",
    updated(
      "aws_ecs_task_definition",
      {
        family: "a",
        container_definitions: '[{"name":"a","image":"acme/a:1","environment":[{"name":"VERSION","value":"1"}]}]',
      },
      {
        family: "a",
        container_definitions: '[{"name":"a","image":"acme/a:2","environment":[{"name":"VERSION","value":"2"}]}]',
      },
    ),
  ],
  [
    "azure app setting conn string pw",
    updated(
      "azurerm_linux_web_app",
      { app_settings: { DB: "Server=tcp:db.acme.com,1433;Password=a" } },
      { app_settings: { DB: "Server=tcp:db.acme.com,1433;Password=b" } },
    ),
  ],
  [
    "helm image repo same",
    updated(
      "helm_release",
      { name: "r", chart: "x", values: ["image:\n  repository: ghcr.io/acme/a\n  tag: '1'\n"] },
      { name: "r", chart: "x", values: ["image:\n  repository: ghcr.io/acme/a\n  tag: '2'\n"] },
    ),
  ],
  [
    "helm values ingress host same domain",
    updated(
      "helm_release",
      { name: "r", chart: "x", values: ["ingress:\n  host: https://a.acme.com\n"] },
      { name: "r", chart: "x", values: ["ingress:\n  host: https://b.acme.com\n"] },
    ),
  ],
  [
    "s3 uri other prefix",
    updated(
      "aws_glue_job",
      { name: "j", default_arguments: { "--OUT": "s3://a/x" } },
      { name: "j", default_arguments: { "--OUT": "s3://a/y" } },
    ),
  ],
  [
    "temp dir added",
    updated(
      "aws_glue_job",
      { name: "j", default_arguments: {} },
      { name: "j", default_arguments: { "--TempDir": "s3://a/t" } },
    ),
  ],
  ["sm pipeline tags", updated("aws_sagemaker_pipeline", { tags: { a: "1" } }, { tags: { a: "2" } })],
  ["mwaa scheduler count", updated("aws_mwaa_environment", { schedulers: 2 }, { schedulers: 3 })],
  ["dms task tags", updated("aws_dms_replication_task", { tags: { a: "1" } }, { tags: { a: "2" } })],
  ["cf comment", updated("aws_cloudfront_distribution", { comment: "a" }, { comment: "b" })],
  [
    "dkim same order",
    updated(
      "google_dns_record_set",
      { name: "s1._domainkey.acme.com.", type: "TXT", rrdatas: ['"v=DKIM1; p=a"'], ttl: 300 },
      { name: "s1._domainkey.acme.com.", type: "TXT", rrdatas: ['"v=DKIM1; p=a"'], ttl: 600 },
    ),
  ],
  [
    "gh webhook events",
    updated(
      "github_repository_webhook",
      { configuration: [{ url: "https://a.acme.com", insecure_ssl: false }], events: ["push"] },
      { configuration: [{ url: "https://a.acme.com", insecure_ssl: false }], events: ["push", "pull_request"] },
    ),
  ],
  [
    "k8s labels",
    updated(
      "kubernetes_service",
      { metadata: [{ name: "a", labels: { a: "b" } }], spec: [{ selector: { app: "a" }, type: "ClusterIP" }] },
      { metadata: [{ name: "a", labels: { a: "c" } }], spec: [{ selector: { app: "a" }, type: "ClusterIP" }] },
    ),
  ],
  [
    "k8s manifest replicas",
    updated(
      "kubernetes_manifest",
      {
        manifest: {
          apiVersion: "apps/v1",
          kind: "Deployment",
          metadata: { name: "a" },
          spec: {
            replicas: 2,
            template: {
              spec: { containers: [{ name: "a", image: "x", env: [{ name: "U", value: "https://a.acme.com" }] }] },
            },
          },
        },
      },
      {
        manifest: {
          apiVersion: "apps/v1",
          kind: "Deployment",
          metadata: { name: "a" },
          spec: {
            replicas: 3,
            template: {
              spec: { containers: [{ name: "a", image: "x", env: [{ name: "U", value: "https://a.acme.com" }] }] },
            },
          },
        },
      },
    ),
  ],
  [
    "new cognito client",
    created("aws_cognito_user_pool_client", { name: "c", explicit_auth_flows: ["ALLOW_USER_SRP_AUTH"] }),
  ],
  [
    "new private CodeBuild",
    created("aws_codebuild_project", {
      name: "c",
      environment: [{ image: "aws/codebuild/standard:7.0", privileged_mode: false, environment_variable: [] }],
      vpc_config: [],
    }),
  ],
  [
    "yaml text gains a url",
    updated(
      "kubernetes_config_map",
      { data: { "app.yaml": "a: https://api.acme.com\n" } },
      { data: { "app.yaml": "a: https://api.acme.com\nb: https://sentry.io/1\n" } },
    ),
  ],
  [
    "yaml text same domain",
    updated(
      "kubernetes_config_map",
      { data: { "app.yaml": "a: https://api.acme.com/1\nlevel: info\n" } },
      { data: { "app.yaml": "a: https://api.acme.com/2\nlevel: debug\n" } },
    ),
  ],
  [
    "json doc license url",
    updated("aws_appconfig_hosted_configuration_version", { content: '{"a":1}' }, { content: '{"a":2}' }),
  ],
  ["ssm ami id", updated("aws_ssm_parameter", { type: "String", value: "ami-1" }, { type: "String", value: "ami-2" })],
  [
    "ssm host no scheme",
    updated("aws_ssm_parameter", { type: "String", value: "db.acme.com" }, { type: "String", value: "db.acme.com." }),
  ],
  [
    "names of secrets, and settings of them",
    updated(
      "aws_lambda_function",
      lambda({ A: "1" }),
      lambda({
        A: "1",
        BUCKET_PREFIX: "b/",
        DB_PASSWORD_SECRET_ARN: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf",
        DB_PASSWORD: "/prod/db/password",
        API_TOKEN: "{{resolve:secretsmanager:ci}}",
        TOKEN: "true",
        PASSWORD_MIN_LENGTH: "12",
      }),
    ),
  ],
  [
    "a variable of CodeBuild that is read from a secret",
    updated(
      "aws_codebuild_project",
      { environment: [{ environment_variable: [] }] },
      {
        environment: [{ environment_variable: [{ name: "GITHUB_TOKEN", type: "SECRETS_MANAGER", value: "ci/token" }] }],
      },
    ),
  ],
])("%s is no danger", (_name, given) => {
  expectHarmless(given);
});
