/**
 * Resources of the provider hetznercloud/hcloud, which has no npm package. Written after the provider's documentation,
 * https://registry.terraform.io/providers/hetznercloud/hcloud/latest/docs, and its source,
 * https://github.com/hetznercloud/terraform-provider-hcloud, folder internal/loadbalancer. Deprecated arguments are left
 * out.
 */
import { bool, list, map, nestedBlock, number, optional, resourceType, set, string } from "tfwright";

export const LoadBalancer = resourceType("hcloud_load_balancer", {
  arguments: {
    name: string(),
    load_balancer_type: string(),
    location: optional(string()),
    network_zone: optional(string()),
    algorithm: optional(nestedBlock({ type: optional(string()) })),
    labels: optional(map(string())),
    delete_protection: optional(bool()),
    ipv4_id: optional(number()),
    ipv6_id: optional(number()),
  },
  attributes: { id: number(), ipv4: string(), ipv6: string(), network_id: number(), network_ip: string() },
});

export const LoadBalancerNetwork = resourceType("hcloud_load_balancer_network", {
  arguments: {
    load_balancer_id: number(),
    network_id: optional(number()),
    subnet_id: optional(string()),
    ip: optional(string()),
    enable_public_interface: optional(bool()),
  },
  attributes: { id: string() },
});

export const LoadBalancerService = resourceType("hcloud_load_balancer_service", {
  arguments: {
    load_balancer_id: number(),
    protocol: string(),
    listen_port: optional(number()),
    destination_port: optional(number()),
    proxyprotocol: optional(bool()),
    http: optional(
      nestedBlock({
        sticky_sessions: optional(bool()),
        cookie_name: optional(string()),
        cookie_lifetime: optional(number()),
        certificates: optional(set(number())),
        redirect_http: optional(bool()),
        timeout_idle: optional(number()),
      }),
    ),
    health_check: optional(
      nestedBlock({
        protocol: string(),
        port: number(),
        interval: number(),
        timeout: number(),
        retries: optional(number()),
        http: optional(
          nestedBlock({
            domain: optional(string()),
            path: optional(string()),
            response: optional(string()),
            tls: optional(bool()),
            status_codes: optional(list(string())),
          }),
        ),
      }),
    ),
  },
  attributes: { id: string() },
});

export const LoadBalancerTarget = resourceType("hcloud_load_balancer_target", {
  arguments: {
    type: string(),
    load_balancer_id: number(),
    server_id: optional(number()),
    label_selector: optional(string()),
    ip: optional(string()),
    use_private_ip: optional(bool()),
  },
  attributes: { id: string() },
});
