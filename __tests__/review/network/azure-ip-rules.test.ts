/** Services of Azure with lists of addresses, and the ports of Lightsail. */
import type { Json } from "../../../src/json/json-value";
import { configurationOf, type GivenPlan } from "../support";
import { configured, networkOf } from "./network-support";

const change = (address: string, before: Json | undefined, after: Json | undefined, unknown?: Json): GivenPlan => ({
  changes: [{ address, before, after, unknown }],
});
const rules = (default_action: string, ...ip_rules: readonly string[]): Json => ({ default_action, ip_rules });
const storage = (block: Json | undefined, more: object = {}): Json => ({
  network_rules: block === undefined ? [] : [block],
  ...more,
});
const SA = "azurerm_storage_account.s";
const NR = "azurerm_storage_account_network_rules.r";
const KV = "azurerm_key_vault.k";
const OPENED = "network-opened danger: 0.0.0.0/0 reaches";
const ID = "/subscriptions/x/storageAccounts/s";
const ports = (...port_info: readonly Json[]): Json => ({ instance_name: "shop", port_info });
const PORTS = "aws_lightsail_instance_public_ports.p";
const port = (number: number, more: object = {}): Json => ({
  protocol: "tcp",
  from_port: number,
  to_port: number,
  cidrs: [],
  ipv6_cidrs: [],
  cidr_list_aliases: [],
  ...more,
});

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  [
    "storage that allows by default",
    change(SA, storage(rules("Deny", "198.51.100.0/24")), storage(rules("Allow"))),
    [`${SA} ${OPENED} the storage account`],
  ],
  [
    "storage without its rules",
    change(SA, storage(rules("Deny")), storage(undefined)),
    [`${SA} ${OPENED} the storage account`],
  ],
  [
    "one office more",
    change(SA, storage(rules("Deny", "198.51.100.1")), storage(rules("Deny", "198.51.100.1", "203.0.113.0/24"))),
    [`${SA} network-widened attention: 203.0.113.0/24 reaches the storage account`],
  ],
  [
    "everybody in a list",
    change(SA, storage(rules("Deny")), storage(rules("Deny", "0.0.0.0/0"))),
    [`${SA} ${OPENED} the storage account`],
  ],
  [
    "a cluster of Azure Data Explorer whose list goes",
    change("azurerm_kusto_cluster.k", { allowed_ip_ranges: ["203.0.113.0/24"] }, { allowed_ip_ranges: [] }),
    [`azurerm_kusto_cluster.k ${OPENED} the cluster`],
  ],
  [
    "a database of Oracle with one office more",
    change(
      "azurerm_oracle_autonomous_database.d",
      { allowed_ips: ["198.51.100.1"] },
      { allowed_ips: ["198.51.100.1", "203.0.113.0/24"] },
    ),
    ["azurerm_oracle_autonomous_database.d network-widened attention: 203.0.113.0/24 reaches the database"],
  ],
  [
    "AI services that allow by default",
    change(
      "azurerm_ai_services.s",
      { network_acls: [rules("Deny", "203.0.113.0/24")] },
      { network_acls: [rules("Allow")] },
    ),
    [`azurerm_ai_services.s ${OPENED} the service`],
  ],
  [
    "closed",
    change(SA, storage(rules("Allow")), storage(rules("Deny", "198.51.100.1"))),
    [`${SA} network-closed note: only a part of 0.0.0.0/0 still reaches the storage account`],
  ],
  [
    "no public access on both sides",
    change(
      SA,
      storage(rules("Deny"), { public_network_access_enabled: false }),
      storage(rules("Allow"), { public_network_access_enabled: false }),
    ),
    [],
  ],
  ["tags", change(SA, storage(rules("Allow"), { tags: null }), storage(rules("Allow"), { tags: { a: "b" } })), []],
  [
    "a new account",
    change(SA, undefined, storage(undefined)),
    [`${SA} network-opened note: 0.0.0.0/0 reaches the storage account`],
  ],
  [
    "a new account without public access",
    change(SA, undefined, storage(undefined, { public_network_access_enabled: false })),
    [],
  ],
  [
    "a list that the configuration leaves out of the block",
    {
      ...change(SA, undefined, storage({ default_action: "Deny" }), { network_rules: [{ ip_rules: true }] }),
      configuration: configured(SA, "network_rules.0.default_action"),
    },
    [],
  ],
  [
    "a list that the configuration names",
    {
      ...change(SA, undefined, storage({ default_action: "Deny" }), { network_rules: [{ ip_rules: true }] }),
      configuration: configured(SA, "network_rules.0.default_action", "network_rules.0.ip_rules"),
    },
    [`${SA} network-unknown attention: (known after apply) reaches the storage account`],
  ],
  [
    "an action known only after apply",
    change(
      SA,
      storage(rules("Deny")),
      { network_rules: [{ ip_rules: [] }] },
      { network_rules: [{ default_action: true }] },
    ),
    [`${SA} network-unknown attention: who reaches it cannot be told: who is let in cannot be read`],
  ],
  [
    "a new account whose rules the provider computes",
    {
      configuration: configurationOf({ resources: { [SA]: [] } }),
      ...change(SA, undefined, {}, { network_rules: true }),
    },
    [`${SA} network-opened note: 0.0.0.0/0 reaches the storage account`],
  ],
  [
    "rules as a resource, opened",
    change(
      NR,
      { ...(rules("Deny") as object), storage_account_id: ID },
      { ...(rules("Allow") as object), storage_account_id: ID },
    ),
    [`${NR} ${OPENED} the storage account`],
  ],
  [
    "rules as a resource, destroyed",
    change(NR, { ...(rules("Deny") as object), storage_account_id: ID }, undefined),
    [`${NR} ${OPENED} the storage account`],
  ],
  [
    "rules as a resource, destroyed with their account",
    {
      changes: [
        { address: NR, before: { ...(rules("Deny") as object), storage_account_id: ID } },
        { address: SA, before: { id: ID, ...(storage(rules("Deny")) as object) } },
      ],
    },
    [],
  ],
  [
    "a key vault",
    change(KV, { network_acls: [rules("Deny", "198.51.100.1/32")] }, { network_acls: [rules("allow")] }),
    [`${KV} ${OPENED} the key vault`],
  ],
  [
    "Cosmos DB without its list",
    change(
      "azurerm_cosmosdb_account.c",
      { ip_range_filter: ["198.51.100.1"], public_network_access_enabled: true },
      { ip_range_filter: [], public_network_access_enabled: true },
    ),
    [`azurerm_cosmosdb_account.c ${OPENED} the database account`],
  ],
  [
    "Cosmos DB of an older provider",
    change(
      "azurerm_cosmosdb_account.c",
      { ip_range_filter: "198.51.100.1,10.0.0.0/8" },
      { ip_range_filter: "198.51.100.1, 10.0.0.0/8,203.0.113.7" },
    ),
    [
      "azurerm_cosmosdb_account.c network-widened attention: the single address 203.0.113.7 reaches the database account",
    ],
  ],
  [
    "a registry with blocks",
    change(
      "azurerm_container_registry.r",
      { network_rule_set: [{ default_action: "Deny", ip_rule: [] }] },
      { network_rule_set: [{ default_action: "Deny", ip_rule: [{ action: "Allow", ip_range: "203.0.113.0/24" }] }] },
    ),
    ["azurerm_container_registry.r network-widened attention: 203.0.113.0/24 reaches the registry"],
  ],
  [
    "Lightsail, a port for all",
    change(PORTS, ports(port(443)), ports(port(443), port(22))),
    [`${PORTS} network-opened danger: 0.0.0.0/0 reaches port 22 (SSH) of shop`],
  ],
  [
    "Lightsail, a port for an office and the console",
    change(
      PORTS,
      ports(port(443)),
      ports(port(443), port(22, { cidrs: ["203.0.113.0/24"], cidr_list_aliases: ["lightsail-connect"] })),
    ),
    [`${PORTS} network-widened attention: 203.0.113.0/24 and lightsail-connect reach port 22 (SSH) of shop`],
  ],
  [
    "Lightsail, narrowed",
    change(PORTS, ports(port(22)), ports(port(22, { cidrs: ["10.0.0.0/8"] }))),
    [`${PORTS} network-closed note: only a part of 0.0.0.0/0 still reaches port 22 (SSH) of shop`],
  ],
  ["Lightsail, in another order", change(PORTS, ports(port(443), port(80)), ports(port(80), port(443))), []],
  [
    "Lightsail, ports known only after apply",
    change(PORTS, ports(port(443)), { instance_name: "shop" }, { port_info: true }),
    [
      expect.stringContaining(
        "network-unknown attention: who reaches it cannot be told: its ports cannot be read",
      ) as unknown as string,
    ],
  ],
])("%s", (_name, given, want) => {
  const found = networkOf(given);
  if (want.length === 1 && typeof want[0] !== "string") expect(found).toContainEqual(want[0]);
  else expect(found).toEqual(want);
});

test.each<[value: Json]>([[null], ["x"], [1], [[{}]], [[null, 3]]])("odd values %j", (odd) => {
  for (const address of [SA, NR, KV, PORTS, "azurerm_cosmosdb_account.c", "azurerm_container_registry.r"]) {
    const values = {
      network_rules: odd,
      ip_rules: odd,
      network_acls: odd,
      port_info: odd,
      network_rule_set: odd,
      ip_range_filter: odd,
    };
    expect(() => networkOf(change(address, values, values))).not.toThrow();
  }
});
