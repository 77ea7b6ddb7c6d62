/** Servers that let in ranges of addresses. */
import type { Json } from "../../../src/json/json-value";
import type { GivenPlan } from "../support";
import { configured, networkOf } from "./network-support";

const eks = (more: object): Json => ({
  vpc_config: [{ endpoint_public_access: true, public_access_cidrs: ["0.0.0.0/0"], ...more }],
});
const change = (address: string, before: Json | undefined, after: Json | undefined, unknown?: Json): GivenPlan => ({
  changes: [{ address, before, after, unknown }],
});
const EKS = "aws_eks_cluster.c";
const GKE = "google_container_cluster.c";
const AKS = "azurerm_kubernetes_cluster.c";
const SQL = "google_sql_database_instance.d";
const API = "the cluster's API endpoint";
const gke = (cidrs: readonly string[] | undefined, isPrivate = false): Json => ({
  private_cluster_config: [{ enable_private_endpoint: isPrivate }],
  master_authorized_networks_config:
    cidrs === undefined ? [] : [{ cidr_blocks: cidrs.map((cidr_block) => ({ cidr_block })) }],
});
const sql = (ipv4_enabled: boolean, ...values: readonly string[]): Json => ({
  settings: [
    { ip_configuration: [{ ipv4_enabled, authorized_networks: values.map((value) => ({ name: "n", value })) }] },
  ],
});
const alloy = (enable_public_ip: boolean, ...cidrs: readonly string[]): Json => ({
  network_config: [{ enable_public_ip, authorized_external_networks: cidrs.map((cidr_range) => ({ cidr_range })) }],
});
const ALLOY = "google_alloydb_instance.d";
const azureRule = (from: string, to: string): Json => ({
  server_id: "/subscriptions/x/servers/s",
  start_ip_address: from,
  end_ip_address: to,
});
const RULE = "azurerm_mssql_firewall_rule.r";

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  [
    "a database server whose networks the configuration does not name",
    {
      ...change(SQL, undefined, { settings: [{ tier: "db-f1-micro" }] }, { settings: [{ ip_configuration: true }] }),
      configuration: configured(SQL, "settings.0.tier"),
    },
    [],
  ],
  [
    "a database server whose networks are known only after apply",
    {
      ...change(
        SQL,
        undefined,
        { settings: [{ ip_configuration: [{ ipv4_enabled: true }] }] },
        { settings: [{ ip_configuration: [{ authorized_networks: true }] }] },
      ),
      configuration: configured(SQL, "settings.0.ip_configuration.0.ipv4_enabled"),
    },
    [`${SQL} network-unknown attention: (known after apply) reaches the database server`],
  ],
  [
    "a database of AlloyDB opened",
    change(ALLOY, alloy(true, "203.0.113.0/24"), alloy(true, "0.0.0.0/0")),
    [`${ALLOY} network-opened danger: 0.0.0.0/0 reaches the database server`],
  ],
  [
    "networks of AlloyDB that nobody reaches it from, because it has no public address",
    change(ALLOY, alloy(false, "203.0.113.0/24"), alloy(false, "0.0.0.0/0")),
    [],
  ],
  [
    "a rule of a cluster of MongoDB that lets in everybody",
    change("azurerm_mongo_cluster_firewall_rule.r", undefined, {
      mongo_cluster_id: "/subscriptions/x/mongoClusters/c",
      start_ip_address: "0.0.0.0",
      end_ip_address: "255.255.255.255",
    }),
    ["azurerm_mongo_cluster_firewall_rule.r network-opened danger: 0.0.0.0-255.255.255.255 reaches the server c"],
  ],
  [
    "an endpoint opened",
    change(EKS, eks({ endpoint_public_access: false }), eks({})),
    [`${EKS} network-opened danger: 0.0.0.0/0 reaches ${API}`],
  ],
  [
    "a private cluster, whose list is empty, opened without a list",
    change(
      EKS,
      eks({ endpoint_public_access: false, public_access_cidrs: [] }),
      eks({ endpoint_public_access: true, public_access_cidrs: [] }),
    ),
    [`${EKS} network-opened danger: 0.0.0.0/0 reaches ${API}`],
  ],
  [
    "an office replaced by all",
    change(EKS, eks({ public_access_cidrs: ["203.0.113.9/32"] }), eks({})),
    [`${EKS} network-opened danger: 0.0.0.0/0 reaches ${API}`],
  ],
  [
    "an office more",
    change(EKS, eks({ endpoint_public_access: false }), eks({ public_access_cidrs: ["203.0.113.9/32"] })),
    [`${EKS} network-widened attention: the single address 203.0.113.9/32 reaches ${API}`],
  ],
  [
    "closed",
    change(EKS, eks({}), eks({ endpoint_public_access: false })),
    [`${EKS} network-closed note: 0.0.0.0/0 no longer reaches ${API}`],
  ],
  [
    "a new cluster is open by default",
    change(
      EKS,
      undefined,
      { vpc_config: [{ endpoint_public_access: true }] },
      { vpc_config: [{ public_access_cidrs: true }] },
    ),
    [`${EKS} network-opened attention: 0.0.0.0/0 reaches ${API}`],
  ],
  [
    "GKE without authorized networks",
    change(GKE, gke(["10.0.0.0/8"]), gke(undefined)),
    [`${GKE} network-opened danger: 0.0.0.0/0 reaches ${API}`],
  ],
  [
    "GKE with one more",
    change(GKE, gke(["10.0.0.0/8"]), gke(["10.0.0.0/8", "198.51.100.0/24"])),
    [`${GKE} network-widened attention: 198.51.100.0/24 reaches ${API}`],
  ],
  [
    "GKE with a private endpoint",
    change(GKE, gke(["10.0.0.0/8"]), gke(undefined, true)),
    [`${GKE} network-closed note: 10.0.0.0/8 no longer reaches ${API}`],
  ],
  [
    "a new GKE cluster is open by default",
    change(GKE, undefined, gke(undefined)),
    [`${GKE} network-opened attention: 0.0.0.0/0 reaches ${API}`],
  ],
  [
    "a new AKS cluster is open by default",
    change(AKS, undefined, { api_server_access_profile: [] }),
    [`${AKS} network-opened attention: 0.0.0.0/0 reaches ${API}`],
  ],
  [
    "a new database server for all is not",
    change(SQL, undefined, sql(true, "0.0.0.0/0")),
    [`${SQL} network-opened danger: 0.0.0.0/0 reaches the database server`],
  ],
  [
    "AKS without ranges",
    change(
      AKS,
      { api_server_access_profile: [{ authorized_ip_ranges: ["198.51.100.0/24"] }] },
      { api_server_access_profile: [] },
    ),
    [`${AKS} network-opened danger: 0.0.0.0/0 reaches ${API}`],
  ],
  [
    "AKS private",
    change(AKS, { private_cluster_enabled: true }, { private_cluster_enabled: false }),
    [`${AKS} network-opened danger: 0.0.0.0/0 reaches ${API}`],
  ],
  ["AKS with other tags", change(AKS, { tags: null }, { tags: { a: "b" } }), []],
  [
    "Cloud SQL for all",
    change(SQL, sql(true, "10.0.0.0/8"), sql(true, "10.0.0.0/8", "0.0.0.0/0")),
    [`${SQL} network-opened danger: 0.0.0.0/0 reaches the database server`],
  ],
  [
    "Cloud SQL with a public address",
    change(SQL, sql(false, "198.51.100.1"), sql(true, "198.51.100.1")),
    [`${SQL} network-widened attention: the single address 198.51.100.1 reaches the database server`],
  ],
  [
    "Cloud SQL in another order",
    change(SQL, sql(true, "198.51.100.1", "198.51.100.2"), sql(true, "198.51.100.2/32", "198.51.100.1/32")),
    [],
  ],
  [
    "Azure SQL for all",
    change(RULE, undefined, azureRule("0.0.0.0", "255.255.255.255")),
    [`${RULE} network-opened danger: 0.0.0.0-255.255.255.255 reaches the server s`],
  ],
  [
    "Azure SQL for Azure",
    change(RULE, undefined, azureRule("0.0.0.0", "0.0.0.0")),
    [`${RULE} network-widened attention: every service in Azure, of any customer reaches the server s`],
  ],
  [
    "Azure SQL for all, after for Azure: nobody in Azure loses anything",
    change(RULE, azureRule("0.0.0.0", "0.0.0.0"), azureRule("0.0.0.0", "255.255.255.255")),
    [`${RULE} network-opened danger: 0.0.0.0-255.255.255.255 reaches the server s`],
  ],
  [
    "a range from an IPv4 to an IPv6 address",
    change(RULE, undefined, azureRule("9.0.0.0", "2001:db8::1")),
    [`${RULE} network-unknown attention: 9.0.0.0-2001:db8::1 reaches the server s`],
  ],
  [
    "Azure SQL for an office",
    change(RULE, azureRule("198.51.100.1", "198.51.100.9"), azureRule("198.51.100.1", "198.51.100.20")),
    [`${RULE} network-widened attention: 198.51.100.1-198.51.100.20 reaches the server s`],
  ],
  [
    "Azure SQL narrowed",
    change(RULE, azureRule("198.51.100.1", "198.51.100.9"), azureRule("198.51.100.1", "198.51.100.2")),
    [`${RULE} network-closed note: only a part of 198.51.100.1-198.51.100.9 still reaches the server s`],
  ],
  [
    "a range the wrong way round",
    change(RULE, undefined, azureRule("9.0.0.0", "1.0.0.0")),
    [`${RULE} network-unknown attention: 9.0.0.0-1.0.0.0 reaches the server s`],
  ],
])("%s", (_name, given, want) => {
  expect(networkOf(given)).toEqual(want);
});
