/** A load balancer of the Hetzner Cloud, on a provider that has no package: its resources are described in hcloud.ts. */
import {
  and,
  bool,
  defineModule,
  each,
  eq,
  fn,
  ifNotNull,
  isNotNull,
  isNull,
  list,
  map,
  ne,
  number,
  object,
  oneOf,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { LoadBalancer, LoadBalancerNetwork, LoadBalancerService, LoadBalancerTarget } from "./hcloud";

/** Ports that the provider takes where none is given. */
const port = (description: string) => optional(number({ description }));

export const loadBalancer = defineModule({
  name: "load-balancer",
  title: "Hetzner Cloud load balancer",
  description:
    "A load balancer with its services, their health checks and the servers behind it, in a private network where one is given.",
  examples: {
    basic: {
      description: "HTTPS for all servers with a label; plain HTTP is sent on to it.",
      inputs: {
        name: "shop",
        location: "nbg1",
        services: {
          web: {
            protocol: "https",
            destination_port: 8080,
            http: { certificates: [4711], redirect_http: true },
            health_check: { port: 8080, http: { path: "/healthz" } },
          },
        },
        targets: { web: { label_selector: "role=web" } },
      },
    },
    private: {
      description: "PostgreSQL on two servers, reached and reaching them by a private network alone.",
      inputs: {
        name: "database",
        location: "fsn1",
        network: { subnet_id: "1234-10.0.1.0/24", public: false },
        services: {
          postgresql: { protocol: "tcp", listen_port: 5432, destination_port: 5432, health_check: { port: 5432 } },
        },
        targets: { first: { server_id: 17 }, second: { server_id: 18 } },
      },
      call: "database",
    },
  },
  tests: {
    balancer: {
      providers: { hcloud: { token: "0".repeat(64) } },
      variables: { name: "shop", location: "nbg1" },
      runs: [
        {
          name: "alone",
          assert: [
            { condition: 'hcloud_load_balancer.this.algorithm[0].type == "round_robin"', message: "algorithm" },
            { condition: "length(hcloud_load_balancer_network.this) == 0", message: "no network" },
          ],
        },
        {
          name: "web",
          variables: {
            services: {
              web: {
                protocol: "http",
                http: { sticky_sessions: true },
                health_check: { port: 80, http: { path: "/healthz" } },
              },
            },
            targets: { web: { label_selector: "role=web" } },
          },
          assert: [
            {
              condition: 'hcloud_load_balancer_service.this["web"].health_check[0].http[0].path == "/healthz"',
              message: "path of the health check",
            },
            {
              condition: 'hcloud_load_balancer_service.this["web"].health_check[0].protocol == "http"',
              message: "protocol of the health check",
            },
            { condition: 'hcloud_load_balancer_target.this["web"].type == "label_selector"', message: "target" },
          ],
        },
        {
          name: "private_targets",
          variables: { network: { subnet_id: "1234-10.0.1.0/24" }, targets: { first: { server_id: 17 } } },
          assert: [
            { condition: 'hcloud_load_balancer_target.this["first"].use_private_ip', message: "by the network" },
          ],
        },
        {
          name: "one_place",
          variables: { network_zone: "eu-central" },
          expectFailures: ["hcloud_load_balancer.this"],
        },
        {
          name: "tcp_needs_ports",
          variables: { services: { database: { protocol: "tcp" } } },
          expectFailures: ["var.services"],
        },
        {
          name: "one_kind_of_target",
          variables: { targets: { both: { server_id: 17, ip: "203.0.113.7" } } },
          expectFailures: ["var.targets"],
        },
      ],
    },
  },
  providers: { hcloud: { source: "hetznercloud/hcloud", version: ">= 1.51" } },
  variables: {
    name: string({ description: "Name of the load balancer." }),
    type: string({ description: "Type of the load balancer: `lb11`, `lb21`, `lb31`.", default: "lb11" }),
    location: optional(string({ description: "Where it stands: `nbg1`. In place of `network_zone`." })),
    network_zone: optional(string({ description: "Zone that it stands in: `eu-central`. In place of `location`." })),
    algorithm: oneOf(["round_robin", "least_connections"], {
      description: "How a target is chosen.",
      default: "round_robin",
    }),
    network: optional(
      object(
        {
          subnet_id: string({ description: "Subnet of a private network" }),
          ip: optional(string({ description: "Address in it. A free one when null" })),
          public: optional(bool({ description: "Whether the load balancer is reached from the internet too" }), true),
        },
        { description: "Private network of the load balancer. Servers are then reached by it." },
      ),
    ),
    services: map(
      object({
        protocol: oneOf(["http", "https", "tcp"], { description: "`http`, `https` or `tcp`" }),
        listen_port: port("Port of the load balancer. 80 or 443 by the protocol when null; TCP needs one"),
        destination_port: port("Port of the targets. 80 when null; TCP needs one"),
        proxyprotocol: optional(
          bool({ description: "Whether targets are told the client by the PROXY protocol" }),
          false,
        ),
        http: optional(
          object(
            {
              sticky_sessions: optional(bool({ description: "Whether a client stays with its target" }), false),
              cookie_name: optional(string({ description: "Cookie that keeps it there" })),
              cookie_lifetime: optional(number({ description: "Seconds that it does" })),
              certificates: optional(list(number(), { description: "Ids of certificates; HTTPS needs one" }), []),
              redirect_http: optional(bool({ description: "Whether plain HTTP is sent on to HTTPS" }), false),
            },
            { description: "Only for HTTP and HTTPS" },
          ),
        ),
        health_check: optional(
          object({
            port: number({ description: "Port that is asked" }),
            interval: optional(number({ description: "Seconds between two checks" }), 15),
            timeout: optional(number({ description: "Seconds after which one has failed" }), 10),
            retries: optional(number({ description: "Failures after which a target gets nothing more" }), 3),
            http: optional(
              object(
                {
                  domain: optional(string({ description: "Host name that is asked for" })),
                  path: optional(string({ description: "Path that is asked for" }), "/"),
                  response: optional(string({ description: "Text that the answer must have" })),
                  tls: optional(bool({ description: "Whether it is asked by HTTPS" }), false),
                  status_codes: optional(list(string(), { description: "Answers that are well" }), ["2??", "3??"]),
                },
                { description: "Asks by HTTP. A TCP connection is enough when null" },
              ),
            ),
          }),
        ),
      }),
      {
        description: "What the load balancer offers, by your names.",
        default: {},
        validate: [
          {
            condition: (services) =>
              fn.alltrue(
                each(services, (one) =>
                  or(ne(one.protocol, "tcp"), and(isNotNull(one.listen_port), isNotNull(one.destination_port))),
                ),
              ),
            message: "Services with the protocol tcp must have listen_port and destination_port.",
          },
          {
            condition: (services) => fn.alltrue(each(services, (one) => or(ne(one.protocol, "tcp"), isNull(one.http)))),
            message: "Services with the protocol tcp cannot have http.",
          },
        ],
      },
    ),
    targets: map(
      object({
        server_id: optional(number({ description: "One server" })),
        label_selector: optional(string({ description: "All servers with a label, `role=web`" })),
        ip: optional(string({ description: "Address of a server elsewhere, of the same owner" })),
      }),
      {
        description: "Who does the work, by your names: each a server, a label selector or an address.",
        default: {},
        validate: [
          {
            condition: (targets) =>
              fn.alltrue(
                each(targets, (one) =>
                  eq(fn.length(fn.compact([fn.tostring(one.server_id), one.label_selector, one.ip])), 1),
                ),
              ),
            message: "Each of targets must be exactly one of server_id, label_selector and ip.",
          },
        ],
      },
    ),
    delete_protection: bool({ description: "Whether it cannot be deleted.", default: false }),
    labels: map(string(), { description: "Labels of the load balancer.", default: {} }),
  },
  build(scope, v) {
    const balancer = resource(
      scope,
      LoadBalancer,
      "this",
      {
        name: v.name,
        load_balancer_type: v.type,
        location: v.location,
        network_zone: v.network_zone,
        delete_protection: v.delete_protection,
        labels: v.labels,
        algorithm: { type: v.algorithm },
      },
      {
        lifecycle: {
          preconditions: [
            {
              condition: eq(fn.length(fn.compact([v.location, v.network_zone])), 1),
              message: "Exactly one of location and network_zone must be given.",
            },
          ],
        },
      },
    );
    const network = resource(
      scope,
      LoadBalancerNetwork,
      "this",
      {
        load_balancer_id: balancer.id,
        subnet_id: ifNotNull(v.network, (one) => one.subnet_id, null),
        ip: ifNotNull(v.network, (one) => one.ip, null),
        enable_public_interface: ifNotNull(v.network, (one) => one.public, null),
      },
      { count: when(isNotNull(v.network), 1, 0) },
    );
    const services = resource(
      scope,
      LoadBalancerService,
      "this",
      ({ value: service }) => ({
        load_balancer_id: balancer.id,
        protocol: service.protocol,
        listen_port: service.listen_port,
        destination_port: service.destination_port,
        proxyprotocol: service.proxyprotocol,
        http: optionalBlock(service.http, (http) => ({
          sticky_sessions: http.sticky_sessions,
          cookie_name: http.cookie_name,
          cookie_lifetime: http.cookie_lifetime,
          certificates: http.certificates,
          redirect_http: http.redirect_http,
        })),
        health_check: optionalBlock(service.health_check, (check) => ({
          protocol: when(isNotNull(check.http), "http", "tcp"),
          port: check.port,
          interval: check.interval,
          timeout: check.timeout,
          retries: check.retries,
          http: optionalBlock(check.http, (http) => ({
            domain: http.domain,
            path: http.path,
            response: http.response,
            tls: http.tls,
            status_codes: http.status_codes,
          })),
        })),
      }),
      { forEach: v.services },
    );
    resource(
      scope,
      LoadBalancerTarget,
      "this",
      ({ value: target }) => ({
        load_balancer_id: balancer.id,
        type: when(
          isNotNull(target.server_id),
          "server",
          when(isNotNull(target.label_selector), "label_selector", "ip"),
        ),
        server_id: target.server_id,
        label_selector: target.label_selector,
        ip: target.ip,
        use_private_ip: and(isNotNull(v.network), isNull(target.ip)),
      }),
      { forEach: v.targets, dependsOn: [network] },
    );
    return {
      id: output(balancer.id, { description: "Id of the load balancer." }),
      ipv4: output(balancer.ipv4, { description: "Public IPv4 address." }),
      ipv6: output(balancer.ipv6, { description: "Public IPv6 address." }),
      private_ip: output(
        network.one((one) => one.ip),
        {
          description: "Address in the private network. Null without `network`.",
        },
      ),
      ports: output(
        services.all((service) => service.listen_port),
        { description: "Ports of the services, by your names." },
      ),
    };
  },
});
