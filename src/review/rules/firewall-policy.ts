import { jsonAt } from "../../json/json-value";
import { hasEffect } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { sameJson } from "../../terraform/plan/same-json";
import { words } from "../../text/message";
import { blocksDiffer, pairAt } from "../field";
import { destroyedObject, genericObject, manifestOf } from "../generic/generic-object";
import { defineRule } from "../rule";

/** Rules of firewalls that filter between networks, by type: the arguments that say what they let through. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  aws_networkfirewall_rule_group: ["rule_group", "rules"],
  aws_networkfirewall_firewall_policy: ["firewall_policy"],
  azurerm_firewall_policy_rule_collection_group: [
    "network_rule_collection",
    "nat_rule_collection",
    "application_rule_collection",
    "priority",
  ],
  azurerm_firewall_network_rule_collection: ["rule", "action", "priority"],
  azurerm_firewall_nat_rule_collection: ["rule", "action", "priority"],
  azurerm_firewall_application_rule_collection: ["rule", "action", "priority"],
  azurerm_firewall_policy: ["threat_intelligence_mode", "threat_intelligence_allowlist", "intrusion_detection"],
  google_compute_firewall_policy_rule: ["action", "direction", "disabled", "match", "priority"],
  google_compute_network_firewall_policy_rule: ["action", "direction", "disabled", "match", "priority"],
  google_compute_region_network_firewall_policy_rule: ["action", "direction", "disabled", "match", "priority"],
  google_compute_firewall_policy_with_rules: ["rule"],
  google_compute_network_firewall_policy_with_rules: ["rule"],
  google_compute_region_network_firewall_policy_with_rules: ["rule"],
  google_compute_organization_security_policy_rule: ["action", "direction", "match", "preview", "priority"],
  google_compute_region_security_policy_rule: ["action", "match", "network_match", "preview", "priority"],
  google_compute_region_security_policy: ["rules"],
  google_vmwareengine_external_access_rule: [
    "action",
    "destination_ip_ranges",
    "destination_ports",
    "ip_protocol",
    "priority",
    "source_ip_ranges",
    "source_ports",
  ],
  azurerm_network_manager_admin_rule: [
    "action",
    "destination",
    "destination_port_ranges",
    "direction",
    "priority",
    "protocol",
    "source",
    "source_port_ranges",
  ],
  azurerm_palo_alto_local_rulestack_rule: [
    "action",
    "applications",
    "destination",
    "enabled",
    "negate_destination",
    "negate_source",
    "priority",
    "protocol",
    "protocol_ports",
    "source",
  ],
  kubernetes_network_policy: ["spec"],
  kubernetes_network_policy_v1: ["spec"],
};

/** Links between a firewall and its policy: what matters is that there is one. */
const LINKS: ReadonlySet<string> = new Set([
  "google_compute_firewall_policy_association",
  "google_compute_network_firewall_policy_association",
  "google_compute_region_network_firewall_policy_association",
]);

/** Kinds of manifests that say which pods reach which: of Kubernetes, Calico, Cilium, Istio and Linkerd. */
const MANIFEST_KINDS =
  /(?:^|\/)(?:Global|Cilium|CiliumClusterwide|(?:Baseline)?Admin|Cluster)?NetworkPolicy$|\/(?:Server)?AuthorizationPolicy$/;

/** Reports rules of a firewall policy that change, and that the review does not compare. */
export const firewallPolicy = defineRule({
  code: "firewall-policy",
  section: "network",
  level: "attention",
  title: "firewall policy changed",
  what: "Rules of AWS Network Firewall, of Azure Firewall, of a firewall policy of Google Cloud or of a network policy of Kubernetes that change or go, or a policy that is taken from its network. The review does not compare them. A new one is a note.",
  why: "They decide what passes between networks and the Internet.",
  bad: "A rule of `aws_networkfirewall_rule_group` changes.",
  good: "Its `description` changes.",
  source: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html",
  looksAt: "resource",
  types: [...Object.keys(RULES), ...LINKS, "kubernetes_manifest", "kubectl_manifest"],
  check(change) {
    if (change.type.endsWith("_manifest") && !isPolicyManifest(change)) return [];
    const { action, type } = change;
    if (!hasEffect(change) || action === "forget") return [];
    if (action === "delete") return [{ message: words(LINKS.has(type) ? "the policy is taken away" : "its rules go") }];
    const compared = LINKS.has(type) ? ["firewall_policy", "attachment_target"] : (RULES[type] ?? []);
    const message = words("who reaches what is not compared: read its rules");
    if (action === "create") return LINKS.has(type) ? [] : [{ message, level: "note" }];
    const isChanged = compared.some((name) => blocksDiffer(pairAt(change, [name]))) || specDiffers(change);
    return isChanged ? [{ message }] : [];
  },
});

function isPolicyManifest(change: ResourceChange): boolean {
  return [genericObject(change), destroyedObject(change)].some((object) => MANIFEST_KINDS.test(object?.kind ?? ""));
}

function specDiffers(change: ResourceChange): boolean {
  const [before, after] = [manifestOf(change, change.before), manifestOf(change, change.after)];
  // Cilium has several in one object.
  return ["spec", "specs"].some((name) => !sameJson(jsonAt(before, [name]) ?? null, jsonAt(after, [name]) ?? null));
}
