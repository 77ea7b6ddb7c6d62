/** Network ACLs, and the firewalls of Google Cloud and Azure: rules in an order, and rules that deny. */
import type { Json } from "../../../src/json/json-value";
import type { GivenPlan } from "../support";
import { networkOf } from "./network-support";

type Values = Readonly<Record<string, Json>>;

const aclRule = (rule_no: number, action: string, more: Values = {}): Json => ({
  rule_no,
  action,
  protocol: "-1",
  cidr_block: "0.0.0.0/0",
  from_port: 0,
  to_port: 0,
  ...more,
});
const acl = (...ingress: readonly Json[]): Json => ({ id: "acl-1", ingress, egress: [] });
const aclChange = (before: Json | undefined, after: Json | undefined): GivenPlan => ({
  changes: [{ address: "aws_network_acl.a", before, after }],
});
const SSH = { protocol: "tcp", from_port: 22, to_port: 22 };
const aclResource = (rule_number: number, rule_action: string, more: Values = {}): Json => ({
  network_acl_id: "acl-1",
  egress: false,
  rule_number,
  rule_action,
  protocol: "tcp",
  from_port: 22,
  to_port: 22,
  cidr_block: "0.0.0.0/0",
  ...more,
});

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  [
    "an ACL that is opened",
    aclChange(acl(aclRule(100, "allow", { cidr_block: "10.0.0.0/8" })), acl(aclRule(100, "allow"))),
    ["aws_network_acl.a network-opened attention: 0.0.0.0/0 reaches every port and protocol"],
  ],
  [
    "a deny that goes",
    aclChange(acl(aclRule(90, "deny", SSH), aclRule(100, "allow")), acl(aclRule(100, "allow"))),
    ["aws_network_acl.a network-opened attention: 0.0.0.0/0 reaches port 22 (SSH)"],
  ],
  [
    "a deny behind the allow",
    aclChange(
      acl(aclRule(90, "deny", SSH), aclRule(100, "allow")),
      acl(aclRule(110, "deny", SSH), aclRule(100, "allow")),
    ),
    ["aws_network_acl.a network-opened attention: 0.0.0.0/0 reaches port 22 (SSH)"],
  ],
  [
    "an allow behind a deny of everything",
    aclChange(acl(aclRule(1, "deny")), acl(aclRule(1, "deny"), aclRule(2, "allow"))),
    [],
  ],
  [
    "other numbers in the same order",
    aclChange(acl(aclRule(1, "deny", SSH), aclRule(2, "allow")), acl(aclRule(10, "deny", SSH), aclRule(20, "allow"))),
    [],
  ],
  [
    "a new deny",
    aclChange(acl(aclRule(100, "allow")), acl(aclRule(90, "deny", SSH), aclRule(100, "allow"))),
    ["aws_network_acl.a network-closed note: 0.0.0.0/0 no longer reaches port 22 (SSH)"],
  ],
  [
    "ICMP has types",
    aclChange(acl(), acl(aclRule(1, "allow", { protocol: "icmp", icmp_type: 8, icmp_code: -1 }))),
    ["aws_network_acl.a network-opened note: 0.0.0.0/0 reaches ICMP"],
  ],
  [
    "a rule of an ACL as a resource",
    {
      changes: [{ address: "aws_network_acl_rule.r", after: aclResource(100, "allow") }],
      prior: [{ address: "aws_network_acl.a", values: acl() }],
    },
    ["aws_network_acl.a network-opened attention: 0.0.0.0/0 reaches port 22 (SSH); by aws_network_acl_rule.r"],
  ],
  [
    "an inline rule becomes a resource",
    {
      changes: [{ address: "aws_network_acl_rule.r", after: aclResource(100, "allow") }],
      prior: [{ address: "aws_network_acl.a", values: acl(aclRule(100, "allow", SSH)) }],
    },
    [],
  ],
  [
    "egress",
    {
      changes: [{ address: "aws_network_acl_rule.r", after: aclResource(100, "allow", { egress: true }) }],
    },
    ["aws_network_acl_rule.r network-egress note: can reach port 22 (SSH) of 0.0.0.0/0"],
  ],
])("network ACL: %s", (_name, given, want) => {
  expect(networkOf(given)).toEqual(want);
});

const google = (more: Values): Json => ({
  network: "default",
  direction: "INGRESS",
  priority: 1000,
  allow: [{ protocol: "tcp", ports: ["22"] }],
  deny: [],
  source_ranges: ["0.0.0.0/0"],
  ...more,
});
const googleChange = (before: Json | undefined, after: Json | undefined, prior: Values = {}): GivenPlan => ({
  changes: [{ address: "google_compute_firewall.f", before, after }],
  prior: Object.entries(prior).map(([name, values]) => ({ address: `google_compute_firewall.${name}`, values })),
});

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  [
    "SSH from all",
    googleChange(undefined, google({})),
    ["google_compute_firewall.f network-opened danger: 0.0.0.0/0 reaches port 22 (SSH) of network default"],
  ],
  [
    "SSH of machines with a tag",
    googleChange(google({ source_ranges: ["10.0.0.0/8"], target_tags: ["web"] }), google({ target_tags: ["web"] })),
    ["google_compute_firewall.f network-opened danger: 0.0.0.0/0 reaches port 22 (SSH) of web in network default"],
  ],
  [
    "without sources, everybody is meant",
    googleChange(undefined, google({ source_ranges: null })),
    ["google_compute_firewall.f network-opened danger: 0.0.0.0/0 reaches port 22 (SSH) of network default"],
  ],
  [
    "a tag as source",
    googleChange(undefined, google({ source_ranges: [], source_tags: ["bastion"] })),
    ["google_compute_firewall.f network-inside note: bastion reaches port 22 (SSH) of network default"],
  ],
  [
    "every port of a protocol, and every protocol",
    googleChange(undefined, google({ allow: [{ protocol: "udp", ports: [] }, { protocol: "icmp" }] })),
    ["google_compute_firewall.f network-opened danger: 0.0.0.0/0 reaches ICMP and every UDP port of network default"],
  ],
  [
    "Identity-Aware Proxy, which asks who calls",
    googleChange(undefined, google({ source_ranges: ["35.235.240.0/20"] })),
    ["google_compute_firewall.f network-inside note: Identity-Aware Proxy reaches port 22 (SSH) of network default"],
  ],
  [
    "both ranges of the load balancers, in an update",
    googleChange(
      google({ source_ranges: ["10.0.0.0/8"] }),
      google({ source_ranges: ["10.0.0.0/8", "130.211.0.0/22", "35.191.0.0/16"] }),
    ),
    [
      "google_compute_firewall.f network-inside note: Google Cloud's load balancing reaches port 22 (SSH) of network default",
    ],
  ],
  [
    "more than the range of Identity-Aware Proxy",
    googleChange(undefined, google({ source_ranges: ["35.235.240.0/19"] })),
    ["google_compute_firewall.f network-widened attention: 35.235.240.0/19 reaches port 22 (SSH) of network default"],
  ],
  ["a disabled rule", googleChange(undefined, google({ disabled: true })), []],
  [
    "a rule that is turned on",
    googleChange(google({ disabled: true }), google({ disabled: false })),
    ["google_compute_firewall.f network-opened danger: 0.0.0.0/0 reaches port 22 (SSH) of network default"],
  ],
  [
    "behind a deny of the network",
    googleChange(undefined, google({}), { deny: google({ priority: 1, allow: [], deny: [{ protocol: "all" }] }) }),
    [],
  ],
  [
    "a deny of the same priority decides",
    googleChange(undefined, google({}), { deny: google({ allow: [], deny: [{ protocol: "tcp" }] }) }),
    [],
  ],
  [
    "a deny that goes",
    googleChange(google({ priority: 1, allow: [], deny: [{ protocol: "all" }] }), undefined, { allow: google({}) }),
    ["google_compute_firewall.f network-opened danger: 0.0.0.0/0 reaches port 22 (SSH) of network default"],
  ],
  [
    "what another rule allows already",
    googleChange(undefined, google({ target_tags: ["web"] }), { all: google({}) }),
    [],
  ],
  [
    "two rules for one",
    {
      changes: [
        { address: "google_compute_firewall.f", before: google({ allow: [{ protocol: "tcp", ports: ["20-30"] }] }) },
        { address: "google_compute_firewall.a", after: google({ allow: [{ protocol: "tcp", ports: ["20-25"] }] }) },
        { address: "google_compute_firewall.b", after: google({ allow: [{ protocol: "6", ports: ["26", "27-30"] }] }) },
      ],
    },
    [],
  ],
  [
    "a port that is none",
    googleChange(undefined, google({ allow: [{ protocol: "tcp", ports: ["99999"] }] })),
    ["google_compute_firewall.f network-unknown attention: who reaches it cannot be told: its ports cannot be read"],
  ],
])("Google Cloud: %s", (_name, given, want) => {
  expect(networkOf(given)).toEqual(want);
});

const azure = (more: Values): Json => ({
  name: "ssh",
  network_security_group_name: "nsg",
  direction: "Inbound",
  access: "Allow",
  priority: 100,
  protocol: "Tcp",
  source_port_range: "*",
  destination_port_range: "22",
  source_address_prefix: "*",
  destination_address_prefix: "*",
  ...more,
});
const nsg = (...security_rule: readonly Json[]): Json => ({ name: "nsg", security_rule });
const nsgChange = (before: readonly Json[], after: readonly Json[]): GivenPlan => ({
  changes: [{ address: "azurerm_network_security_group.g", before: nsg(...before), after: nsg(...after) }],
});
const GROUP = "azurerm_network_security_group.g";
const DENY_ALL = azure({ name: "deny", access: "Deny", priority: 4000, protocol: "*", destination_port_range: "*" });

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  [
    "SSH from all, inline",
    nsgChange([DENY_ALL], [DENY_ALL, azure({})]),
    [`${GROUP} network-opened danger: * reaches port 22 (SSH)`],
  ],
  [
    "the tag Internet",
    nsgChange([], [azure({ source_address_prefix: "Internet" })]),
    [`${GROUP} network-opened danger: Internet reaches port 22 (SSH)`],
  ],
  [
    "all of Azure",
    nsgChange([], [azure({ source_address_prefix: "AzureCloud" })]),
    [`${GROUP} network-widened attention: AzureCloud reaches port 22 (SSH)`],
  ],
  [
    "the own network",
    nsgChange([], [azure({ source_address_prefix: "VirtualNetwork" })]),
    [`${GROUP} network-inside note: VirtualNetwork reaches port 22 (SSH)`],
  ],
  [
    "behind a deny",
    nsgChange([], [azure({ priority: 200 }), azure({ name: "deny", access: "Deny", priority: 150 })]),
    [],
  ],
  [
    "a deny of some machines is no deny of all",
    nsgChange(
      [],
      [azure({ priority: 200 }), azure({ access: "Deny", priority: 150, destination_address_prefix: "10.0.0.4" })],
    ),
    [`${GROUP} network-opened danger: * reaches port 22 (SSH)`],
  ],
  [
    "a deny of some source ports is none",
    nsgChange([], [azure({ priority: 200 }), azure({ access: "Deny", priority: 150, source_port_range: "1000" })]),
    [`${GROUP} network-opened danger: * reaches port 22 (SSH)`],
  ],
  [
    "from one machine to all",
    nsgChange([azure({ destination_address_prefix: "10.0.0.4" })], [azure({})]),
    [`${GROUP} network-opened danger: * reaches port 22 (SSH)`],
  ],
  [
    "lists of ports and of ranges",
    nsgChange(
      [],
      [
        azure({
          destination_port_range: null,
          destination_port_ranges: ["443", "8000-8010"],
          source_address_prefix: null,
          source_address_prefixes: ["203.0.113.0/24", "10.0.0.0/8"],
        }),
      ],
    ),
    [
      `${GROUP} network-widened attention: 203.0.113.0/24 reaches ports 443 (HTTPS) and 8000-8010`,
      `${GROUP} network-inside note: 10.0.0.0/8 reaches ports 443 (HTTPS) and 8000-8010`,
    ],
  ],
  [
    "a port of every protocol",
    nsgChange([], [azure({ protocol: "*", destination_port_range: "53" })]),
    [`${GROUP} network-opened danger: * reaches TCP and UDP port 53 (DNS)`],
  ],
  [
    "a rule as a resource",
    {
      changes: [{ address: "azurerm_network_security_rule.r", before: azure({ access: "Deny" }), after: azure({}) }],
      prior: [{ address: GROUP, values: nsg(azure({ access: "Deny" })) }],
    },
    [`${GROUP} network-opened danger: * reaches port 22 (SSH); by azurerm_network_security_rule.r`],
  ],
  [
    "an inline rule becomes a resource",
    {
      changes: [{ address: "azurerm_network_security_rule.r", after: azure({}) }],
      prior: [{ address: GROUP, values: nsg(azure({})) }],
    },
    [],
  ],
  [
    "outbound",
    nsgChange([], [azure({ direction: "Outbound", destination_address_prefix: "Internet" })]),
    [`${GROUP} network-egress note: can reach port 22 (SSH) of Internet`],
  ],
])("Azure: %s", (_name, given, want) => {
  expect(networkOf(given)).toEqual(want);
});
