/** Subnets with other rules, firewall policies, and resource groups that go with all that is in them. */
import type { Json } from "../../../src/json/json-value";
import { findingsOf, type GivenChange, type GivenPlan } from "../support";

const changed = (
  address: string,
  before: Json | undefined,
  after: Json | undefined,
  more: Partial<GivenChange> = {},
) => ({
  changes: [{ address, before, after, ...more }],
});
const of = (given: GivenPlan, ...rules: readonly string[]) =>
  findingsOf(given).filter((text) => rules.some((rule) => text.startsWith(rule)));

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  [
    "another network ACL",
    changed("aws_network_acl_association.a", { network_acl_id: "acl-1" }, { network_acl_id: "acl-2" }),
    ["network-moved attention: another network ACL: acl-1 → acl-2"],
  ],
  [
    "a network ACL that holds for more subnets",
    changed("aws_network_acl.a", { subnet_ids: ["subnet-1"] }, { subnet_ids: ["subnet-1", "subnet-2"] }),
    ['network-moved attention: holds for other subnets: ["subnet-1"] → ["subnet-1","subnet-2"]'],
  ],
  [
    "a network ACL with other tags",
    changed("aws_network_acl.a", { subnet_ids: ["s"], tags: null }, { subnet_ids: ["s"], tags: {} }),
    [],
  ],
  [
    "another route table",
    changed("aws_route_table_association.a", { route_table_id: "rtb-1" }, { route_table_id: "rtb-2" }),
    ["network-moved attention: another route table: rtb-1 → rtb-2"],
  ],
  [
    "a route table that is known only after apply",
    changed("aws_route_table_association.a", { route_table_id: "rtb-1" }, {}, { unknown: { route_table_id: true } }),
    ["network-moved attention: another route table: rtb-1 → (known after apply)"],
  ],
  [
    "a route table taken away",
    changed("aws_route_table_association.a", { route_table_id: "rtb-1", subnet_id: "s" }, undefined),
    ["network-moved attention: the route table is taken away: the main route table of the VPC holds now"],
  ],
  [
    "an association with its subnet",
    {
      changes: [
        { address: "aws_route_table_association.a", before: { route_table_id: "rtb-1" } },
        { address: "aws_subnet.s", before: { id: "s" } },
      ],
    },
    [],
  ],
  [
    "an association under another address",
    {
      changes: [
        { address: "aws_route_table_association.a", before: { route_table_id: "rtb-1" } },
        { address: "aws_route_table_association.b", after: { route_table_id: "rtb-1" } },
      ],
    },
    [],
  ],
  ["a new association", changed("aws_route_table_association.a", undefined, { route_table_id: "rtb-1" }), []],
  [
    "a subnet of Azure without its group",
    changed("azurerm_subnet_network_security_group_association.a", { network_security_group_id: "nsg" }, undefined),
    ["network-moved attention: the network security group is taken away: no network security group holds any more"],
  ],
  [
    "the main route table",
    changed("aws_main_route_table_association.a", { route_table_id: "rtb-1" }, { route_table_id: "rtb-2" }),
    ["network-moved attention: another main route table: rtb-1 → rtb-2"],
  ],
])("%s", (_name, given, want) => {
  expect(of(given, "network-moved")).toEqual(want);
});

const UNREAD = "who reaches what is not compared: read its rules";
test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  [
    "a rule group",
    changed("aws_networkfirewall_rule_group.g", { rules: "pass tcp" }, { rules: "pass ip any any" }),
    [`firewall-policy attention: ${UNREAD}`],
  ],
  ["its description", changed("aws_networkfirewall_rule_group.g", { description: "a" }, { description: "b" }), []],
  [
    "a rule of Azure Firewall",
    changed(
      "azurerm_firewall_policy_rule_collection_group.g",
      { nat_rule_collection: [] },
      { nat_rule_collection: [{ name: "n" }] },
    ),
    [`firewall-policy attention: ${UNREAD}`],
  ],
  [
    "a rule of a policy of Google",
    changed("google_compute_network_firewall_policy_rule.r", { action: "deny" }, { action: "allow" }),
    [`firewall-policy attention: ${UNREAD}`],
  ],
  [
    "rules that go",
    changed("google_compute_firewall_policy_rule.r", { action: "deny" }, undefined),
    ["firewall-policy attention: its rules go"],
  ],
  [
    "a new rule group",
    changed("aws_networkfirewall_rule_group.g", undefined, { rules: "pass tcp" }),
    [`firewall-policy note: ${UNREAD}`],
  ],
  [
    "a policy that is taken from its network",
    changed("google_compute_network_firewall_policy_association.a", { firewall_policy: "p" }, undefined),
    ["firewall-policy attention: the policy is taken away"],
  ],
])("%s", (_name, given, want) => {
  expect(of(given, "firewall-policy")).toEqual(want);
});

describe("a resource group of Azure that is destroyed", () => {
  const group = changed("azurerm_resource_group.g", { name: "g" }, undefined, {
    provider: "registry.terraform.io/hashicorp/azurerm",
  });
  const provider = (name: string, value: Json) => ({
    name,
    fullName: "registry.terraform.io/hashicorp/azurerm",
    constants: new Map([["features.0.resource_group.0.prevent_deletion_if_contains_resources", value]]),
  });
  const OFF = "prevent_deletion_if_contains_resources is off: also what Terraform does not manage";
  test.each([
    ["off", [provider("azurerm", false)], true],
    ["off in an alias", [provider("azurerm", true), provider("azurerm.west", false)], true],
    ["on", [provider("azurerm", true)], false],
    ["not set", [], false],
  ])("%s", (_name, providers, isTold) => {
    const [found = ""] = of({ ...group, providers }, "data-store-destroyed");
    expect(found).toContain("everything in it goes too");
    expect(found.includes(OFF)).toBe(isTold);
  });
});
