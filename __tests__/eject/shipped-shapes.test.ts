import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gzipSync } from "node:zlib";
import type { ShapeKind } from "../../src/eject/body-shape";
import index from "../../src/eject/data/block-tables.json";
import { shippedShapes } from "../../src/eject/shipped-shapes";
import { ShippedTable } from "../../src/eject/shipped-table";
import { memberAt } from "./member-at";

const DATA = join(__dirname, "..", "..", "src", "eject", "data");

/** Of the package's 3 MB. */
const BOUND = 110_000;

function versionChosen(source: string, versions: string | undefined): string | undefined {
  return / (\d[\d.]*)$/.exec(shippedShapes(source, versions)?.origin ?? "")?.[1];
}

test("the origin names provider and version", () => {
  expect(shippedShapes("kreuzwerker/docker", "4.6.0")?.origin).toBe("kreuzwerker/docker 4.6.0");
});

describe("the newest major version that the constraint allows", () => {
  test.each([
    [undefined, "6."],
    [">= 5.0", "6."],
    ["6.25.0", "6."],
    // Newer than the table, and of the same major version.
    ["6.999.0", "6."],
    ["!= 6.0.0", "6."],
    ["~> 5.0", "5."],
    ["~> 5.31.0", "5."],
    ["5.31.0", "5."],
    ["= 5.31.0", "5."],
    [">= 4.0, < 6.0", "5."],
    [">= 4.0, < 6.0.0", "5."],
    [">= 4.0, <= 6.0", "6."],
    ["< 5", "4."],
    ["~> 4.67", "4."],
  ])("%s: %s", (versions, want) => {
    expect(versionChosen("hashicorp/aws", versions)?.slice(0, 2)).toBe(want);
  });

  test.each([["~> 3.0"], ["< 4.0"], [">= 99.0"], ["> 5.0, < 4.0"], ["newest"], [""]])("%p: none", (versions) => {
    expect(shippedShapes("hashicorp/aws", versions)).toBeUndefined();
  });
});

describe("the provider, as people write its source", () => {
  test.each([
    ["hashicorp/aws", "hashicorp/aws"],
    ["aws", "hashicorp/aws"],
    ["registry.terraform.io/hashicorp/aws", "hashicorp/aws"],
    ["registry.opentofu.org/hashicorp/aws", "hashicorp/aws"],
    ["integrations/github", "integrations/github"],
    ["DataDog/datadog", "datadog/datadog"],
    ["registry.terraform.io/DataDog/datadog", "datadog/datadog"],
    ["kreuzwerker/docker", "kreuzwerker/docker"],
    // A stack that names no source of `github` gets this one, and the registry has the same provider there.
    ["github", "integrations/github"],
    ["hashicorp/github", "integrations/github"],
    ["registry.terraform.io/hashicorp/github", "integrations/github"],
  ])("%s", (source, want) => {
    expect(shippedShapes(source, undefined)?.origin).toMatch(new RegExp(`^${want} \\d`));
  });

  test.each([
    ["example.com/hashicorp/aws"],
    ["docker"],
    ["example.com/hashicorp/github"],
    ["constructor"],
    ["someone/aws"],
    ["hashicorp/no-such-provider"],
    ["a/b/c/d"],
    [""],
  ])("%p: none", (source) => {
    expect(shippedShapes(source, undefined)).toBeUndefined();
  });
});

const STATEMENT = "rule.statement.and_statement.statement.or_statement.statement";
const SAMPLES: readonly [string, string, ShapeKind, string, Readonly<Record<string, string>>][] = [
  [
    "hashicorp/aws",
    "6.34.0",
    "resource",
    "aws_security_group",
    {
      ingress: "attribute, or blocks",
      "ingress.cidr_blocks": "attribute",
      egress: "attribute, or blocks",
      timeouts: "block",
      "timeouts.create": "attribute",
      tags: "attribute",
    },
  ],
  ["hashicorp/aws", "5.100.0", "resource", "aws_security_group", { ingress: "attribute, or blocks" }],
  ["hashicorp/aws", "4.67.0", "resource", "aws_security_group", { ingress: "attribute, or blocks" }],
  ["hashicorp/aws", "6.34.0", "resource", "aws_subnet", { timeouts: "block", ingress: "attribute" }],
  ...["4.67.0", "5.100.0", "6.34.0"].map((version): (typeof SAMPLES)[number] => [
    "hashicorp/aws",
    version,
    "resource",
    "aws_wafv2_web_acl",
    {
      "default_action.allow": "block",
      [STATEMENT]: "block",
      [`${STATEMENT}.byte_match_statement.text_transformation`]: "block",
      [`${STATEMENT}.byte_match_statement.search_string`]: "attribute",
      [`${STATEMENT}.geo_match_statement.country_codes`]: "attribute",
    },
  ]),
  [
    "hashicorp/aws",
    "5.100.0",
    "resource",
    "aws_quicksight_dashboard",
    { "definition.sheets.visuals.bar_chart_visual.chart_configuration": "block", permissions: "block" },
  ],
  // An object in an object in a list, all of them attributes that accept blocks.
  [
    "hashicorp/aws",
    "5.100.0",
    "resource",
    "aws_bedrockagent_agent",
    {
      "prompt_override_configuration.prompt_configurations.inference_configuration": "attribute, or blocks",
      "prompt_override_configuration.prompt_configurations.base_prompt_template": "attribute",
    },
  ],
  [
    "hashicorp/aws",
    "6.34.0",
    "provider",
    "",
    { assume_role: "block", "default_tags.tags": "attribute", region: "attribute" },
  ],
  ["hashicorp/aws", "5.100.0", "provider", "", { assume_role: "block", endpoints: "block", region: "attribute" }],
  ["hashicorp/aws", "6.34.0", "data", "aws_iam_policy_document", { "statement.condition": "block" }],
  ["hashicorp/aws", "6.34.0", "ephemeral", "aws_lambda_invocation", { payload: "attribute" }],
  [
    "hashicorp/helm",
    "~> 2.0",
    "resource",
    "helm_release",
    { set: "block", set_sensitive: "block", values: "attribute" },
  ],
  [
    "hashicorp/helm",
    "~> 3.0",
    "resource",
    "helm_release",
    { set: "attribute", set_sensitive: "attribute", timeouts: "attribute" },
  ],
  ["hashicorp/helm", "~> 2.0", "provider", "", { kubernetes: "block", "kubernetes.exec": "block" }],
  ["hashicorp/helm", "~> 3.0", "provider", "", { kubernetes: "attribute" }],
  [
    "hashicorp/kubernetes",
    "2.30.0",
    "resource",
    "kubernetes_deployment",
    {
      metadata: "block",
      "metadata.labels": "attribute",
      "spec.template.spec.container": "block",
      "spec.template.spec.container.args": "attribute",
      "spec.template.spec.container.resources.limits": "attribute",
      "spec.selector.match_labels": "attribute",
    },
  ],
  [
    "hashicorp/kubernetes",
    "2.30.0",
    "resource",
    "kubernetes_manifest",
    { manifest: "attribute", wait: "block", wait_for: "attribute" },
  ],
  ...["hashicorp/google", "hashicorp/google-beta"].map((source): (typeof SAMPLES)[number] => [
    source,
    "~> 6.0",
    "resource",
    "google_container_cluster",
    { node_pool: "block", "node_pool.node_config": "block", resource_labels: "attribute" },
  ]),
  [
    "hashicorp/google",
    "~> 5.0",
    "resource",
    "google_compute_instance",
    { boot_disk: "block", guest_accelerator: "attribute, or blocks" },
  ],
  ["hashicorp/google", "~> 6.0", "resource", "google_compute_instance", { guest_accelerator: "block" }],
  [
    "hashicorp/azurerm",
    "3.90.0",
    "provider",
    "",
    { features: "block", "features.key_vault": "block", subscription_id: "attribute" },
  ],
  ["hashicorp/azurerm", "~> 4.0", "provider", "", { features: "block" }],
  [
    "hashicorp/azurerm",
    "~> 4.0",
    "resource",
    "azurerm_virtual_network",
    { subnet: "attribute, or blocks", ddos_protection_plan: "block" },
  ],
  [
    "integrations/github",
    "~> 6.0",
    "resource",
    "github_repository",
    { pages: "block", "pages.source": "block", topics: "attribute" },
  ],
  [
    "DataDog/datadog",
    "~> 3.0",
    "resource",
    "datadog_dashboard",
    { widget: "block", "widget.timeseries_definition.request": "block" },
  ],
  [
    "cloudflare/cloudflare",
    "~> 4.0",
    "resource",
    "cloudflare_ruleset",
    { rules: "block", "rules.action_parameters": "block", name: "attribute" },
  ],
  ["cloudflare/cloudflare", "~> 5.0", "resource", "cloudflare_ruleset", { rules: "attribute" }],
  [
    "hashicorp/azuread",
    "~> 2.0",
    "resource",
    "azuread_application",
    { web: "block", "web.implicit_grant": "block", owners: "attribute" },
  ],
  ["hashicorp/azuread", "3.1.0", "data", "azuread_client_config", { timeouts: "block" }],
  ["hashicorp/tfe", "~> 0.60", "resource", "tfe_workspace", { vcs_repo: "block", tag_names: "attribute" }],
  ["hashicorp/vault", "~> 4.0", "provider", "", { auth_login: "block", address: "attribute" }],
  ["hashicorp/vault", "~> 5.0", "data", "vault_policy_document", { rule: "block" }],
  [
    "newrelic/newrelic",
    "~> 3.0",
    "resource",
    "newrelic_nrql_alert_condition",
    { nrql: "block", critical: "block", name: "attribute" },
  ],
  ["PagerDuty/pagerduty", "~> 3.0", "resource", "pagerduty_service", { incident_urgency_rule: "block" }],
  ["okta/okta", "~> 4.0", "resource", "okta_app_oauth", { groups_claim: "block", grant_types: "attribute" }],
  ["gitlabhq/gitlab", "~> 17.0", "resource", "gitlab_project", { push_rules: "block", topics: "attribute" }],
  ["digitalocean/digitalocean", "~> 2.0", "resource", "digitalocean_kubernetes_cluster", { node_pool: "block" }],
  ["cyrilgdn/postgresql", "~> 1.20", "resource", "postgresql_schema", { policy: "block" }],
  [
    "mongodb/mongodbatlas",
    "~> 1.0",
    "resource",
    "mongodbatlas_cluster",
    { advanced_configuration: "block", replication_specs: "block" },
  ],
  ["kreuzwerker/docker", "~> 2.12", "resource", "docker_container", { ports: "block", env: "attribute" }],
  ["kreuzwerker/docker", "~> 3.0", "resource", "docker_container", { ports: "block", env: "attribute" }],
  [
    "Azure/azapi",
    "~> 2.0",
    "resource",
    "azapi_resource",
    {
      identity: "block",
      timeouts: "block",
      body: "attribute",
      response_export_values: "attribute",
      retry: "attribute",
    },
  ],
  ["azure/azapi", "2.1.0", "data", "azapi_resource_action", { response_export_values: "attribute", body: "attribute" }],
  ["hashicorp/random", "3.6.0", "resource", "random_password", { keepers: "attribute" }],
  ["hashicorp/tls", "4.0.0", "resource", "tls_self_signed_cert", { subject: "block" }],
  ["hashicorp/archive", "2.4.0", "data", "archive_file", { source: "block" }],
  ["hashicorp/cloudinit", "2.3.0", "data", "cloudinit_config", { part: "block" }],
  ["hashicorp/http", "3.4.0", "data", "http", { retry: "block", request_headers: "attribute" }],
  ["hashicorp/external", "2.3.0", "data", "external", { query: "attribute" }],
  ["hashicorp/time", "0.12.0", "resource", "time_sleep", { triggers: "attribute" }],
  ["hashicorp/null", "3.2.0", "resource", "null_resource", { triggers: "attribute" }],
  ["hashicorp/local", "2.5.0", "resource", "local_file", { content: "attribute" }],
];

test.each(SAMPLES)("%s %s: %s %s", (source, version, kind, type, members) => {
  const shape = shippedShapes(source, version)?.shape(kind, type);
  expect(shape).toBeDefined();
  expect(Object.fromEntries(Object.keys(members).map((path) => [path, memberAt(shape, path)]))).toEqual(members);
});

test.each([
  ["hashicorp/aws", "resource", "aws_no_such_type"],
  ["hashicorp/aws", "resource", "aws_iam_policy_document"],
  ["hashicorp/aws", "resource", "constructor"],
  ["hashicorp/aws", "ephemeral", "aws_instance"],
  ["hashicorp/random", "resource", "aws_instance"],
  ["hashicorp/external", "resource", "external"],
  ["hashicorp/google", "resource", "google_project_service_identity"],
] as const)("of %s the %s %s is not known", (source, kind, type) => {
  expect(shippedShapes(source, undefined)?.shape(kind, type)).toBeUndefined();
});

test("what only google-beta has is known of it alone", () => {
  const known = (source: string) =>
    shippedShapes(source, "~> 6.0")?.shape("resource", "google_project_service_identity");
  expect(known("hashicorp/google-beta")).toBeDefined();
  expect(known("hashicorp/google")).toBeUndefined();
});

describe("the files", () => {
  const names = readdirSync(DATA);
  const texts = names
    .filter((name) => name !== "block-tables.json")
    .flatMap((name) => {
      const { data } = JSON.parse(readFileSync(join(DATA, name), "utf8")) as { readonly data: string };
      const table = new ShippedTable(brotliDecompressSync(Buffer.from(data, "base64")).toString("utf8"));
      const rows = [...table.rows.values()].flatMap((row) => row.map(({ text }) => text));
      return [...rows, ...table.shared].map((text) => ({ name, text, count: table.shared.length }));
    });

  test("take their part of the package and no more", () => {
    const sizes = names.map((name) => gzipSync(readFileSync(join(DATA, name)), { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(BOUND);
  });

  test("are those that the index names, and the index is in order", () => {
    expect(new Set(names)).toEqual(new Set(["block-tables.json", ...index.tables.map(({ file }) => `${file}.json`)]));
    const order = index.tables.map(({ provider, version }) => `${provider} ${Number.parseInt(version, 10)}`);
    expect(order).toEqual([...order].sort());
    const places = index.tables.map(({ file, bit }) => `${file} ${bit}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test("say what they come from", () => {
    expect(index.notice).toContain("Mozilla Public License 2.0");
    for (const { from } of index.tables)
      expect(from).toMatch(/^(?:schema|@cdkt[fn]\/provider-[\w-]+ \d+\.\d+\.\d+(?:, schema of \d+\.\d+\.\d+)?)$/);
  });

  test("are written in the form that is read, and every shared body is there", () => {
    expect(texts.length).toBeGreaterThan(7000);
    const wrong = texts.filter(({ text, count }) => {
      let left = text;
      for (let before = ""; before !== left; ) {
        before = left;
        left = left.replace(/\((?:[=~]?[a-z]\w*(?:@\d+)?(?: |(?=\))))+\)/g, "");
      }
      const references = [...text.matchAll(/@(\d+)/g)].map(([, number]) => Number(number));
      return !/^(?:[=~]?[a-z]\w*(?:@\d+)?(?: |$))*$/.test(left) || references.some((number) => number >= count);
    });
    expect(wrong).toEqual([]);
  });
});
