/** Arguments and resources that make a thing public. */
import type { Json } from "../../../src/json/json-value";
import { configurationOf, findingsOf, type GivenPlan } from "../support";

const change = (address: string, before: Json | undefined, after: Json | undefined): GivenPlan => ({
  changes: [{ address, before, after }],
});
/** An update from one value of an argument to another. */
const update = (address: string, name: string, before: Json, after: Json): GivenPlan =>
  change(address, { [name]: before }, { [name]: after });

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  ...[
    "aws_db_instance.d",
    "aws_redshift_cluster.d",
    "aws_rds_cluster_instance.d",
    "aws_mq_broker.d",
    "aws_dms_replication_instance.d",
  ].map((address): [string, GivenPlan, readonly string[]] => [
    `${address} public`,
    update(address, "publicly_accessible", false, true),
    ["public-endpoint danger: publicly_accessible false → true"],
  ]),
  [
    "a flag that is known only after apply",
    {
      changes: [
        {
          address: "aws_db_instance.d",
          before: { publicly_accessible: false },
          after: {},
          unknown: { publicly_accessible: true },
        },
      ],
    },
    ["public-endpoint attention: publicly_accessible false → (known after apply)"],
  ],
  [
    "a flag that the provider computes",
    {
      configuration: configurationOf({ resources: { "aws_lb.l": [] } }),
      changes: [
        {
          address: "aws_lb.l",
          before: { internal: true },
          after: {},
          unknown: { internal: true },
          action: "replace-delete-first",
        },
      ],
    },
    [],
  ],
  ["private again", update("aws_db_instance.d", "publicly_accessible", true, false), []],
  [
    "a new public one",
    change("aws_db_instance.d", undefined, { publicly_accessible: true }),
    ["public-endpoint danger: a new one with publicly_accessible true"],
  ],
  ["a new private one", change("aws_db_instance.d", undefined, { publicly_accessible: false }), []],
  [
    "a load balancer",
    update("aws_lb.l", "internal", true, false),
    ["public-endpoint attention: internal true → false"],
  ],
  [
    "a new load balancer",
    change("aws_lb.l", undefined, { internal: false }),
    ["public-endpoint note: a new one with internal false"],
  ],
  [
    "a function for all is told by the policy that it makes",
    update("aws_lambda_function_url.f", "authorization_type", "AWS_IAM", "NONE"),
    [],
  ],
  [
    "a new function for all is told by the policy that it makes",
    change("aws_lambda_function_url.f", undefined, { authorization_type: "NONE" }),
    [],
  ],
  [
    "a function for callers with keys",
    change("aws_lambda_function_url.f", undefined, { authorization_type: "AWS_IAM" }),
    [],
  ],
  [
    "an API",
    change(
      "aws_api_gateway_rest_api.a",
      { endpoint_configuration: [{ types: ["PRIVATE"] }] },
      { endpoint_configuration: [{ types: ["REGIONAL"] }] },
    ),
    ["public-endpoint attention: endpoint_configuration.types PRIVATE → REGIONAL"],
  ],
  [
    "an API that was public",
    change(
      "aws_api_gateway_rest_api.a",
      { endpoint_configuration: [{ types: ["EDGE"] }] },
      { endpoint_configuration: [{ types: ["REGIONAL"] }] },
    ),
    [],
  ],
  [
    "Kafka",
    change(
      "aws_msk_cluster.k",
      { broker_node_group_info: [{ connectivity_info: [{ public_access: [{ type: "DISABLED" }] }] }] },
      { broker_node_group_info: [{ connectivity_info: [{ public_access: [{ type: "SERVICE_PROVIDED_EIPS" }] }] }] },
    ),
    [
      "public-endpoint danger: broker_node_group_info.connectivity_info.public_access.type DISABLED → SERVICE_PROVIDED_EIPS",
    ],
  ],
  [
    "a domain outside of a VPC",
    change("aws_opensearch_domain.o", undefined, { vpc_options: [] }),
    ["public-endpoint attention: a new domain outside of a VPC"],
  ],
  [
    "a domain that leaves its VPC",
    change("aws_opensearch_domain.o", { vpc_options: [{ subnet_ids: ["s"] }] }, { vpc_options: [] }),
    ["public-endpoint danger: the domain leaves its VPC"],
  ],
  ["a domain in a VPC", change("aws_opensearch_domain.o", undefined, { vpc_options: [{ subnet_ids: ["s"] }] }), []],
  [
    "Azure's flag",
    update("azurerm_mssql_server.s", "public_network_access_enabled", false, true),
    ["public-endpoint danger: public_network_access_enabled false → true"],
  ],
  [
    "Azure's flag, as it is by default",
    change("azurerm_key_vault.s", undefined, { public_network_access_enabled: true }),
    [],
  ],
  [
    "Azure's storage is told by the addresses that it lets in",
    change(
      "azurerm_storage_account.s",
      { network_rules: [{ default_action: "Deny" }] },
      { network_rules: [{ default_action: "Allow" }] },
    ),
    [],
  ],
  [
    "and without rules, too",
    change("azurerm_storage_account.s", { network_rules: [{ default_action: "Deny" }] }, { network_rules: [] }),
    [],
  ],
  [
    "Azure's storage rules destroyed",
    change("azurerm_storage_account_network_rules.s", { default_action: "Deny" }, undefined),
    ["public-endpoint danger: the network rules that denied others are removed"],
  ],
  [
    "Cloud SQL",
    change(
      "google_sql_database_instance.d",
      { settings: [{ ip_configuration: [{ ipv4_enabled: false }] }] },
      { settings: [{ ip_configuration: [{ ipv4_enabled: true }] }] },
    ),
    ["public-endpoint attention: settings.ip_configuration.ipv4_enabled false → true"],
  ],
  [
    "a subnet",
    update("aws_subnet.s", "map_public_ip_on_launch", false, true),
    ["public-address attention: map_public_ip_on_launch false → true"],
  ],
  [
    "a new subnet",
    change("aws_subnet.s", undefined, { map_public_ip_on_launch: true }),
    ["public-address note: a new one with map_public_ip_on_launch"],
  ],
  [
    "tasks",
    change(
      "aws_ecs_service.s",
      { network_configuration: [{ assign_public_ip: false }] },
      { network_configuration: [{ assign_public_ip: true }] },
    ),
    ["public-address attention: network_configuration.assign_public_ip false → true"],
  ],
  [
    "an address for a machine",
    change("aws_eip.e", { instance: null }, { instance: "i-1" }),
    ["public-address attention: an elastic IP address is given to i-1"],
  ],
  ["an address for nobody", change("aws_eip.e", undefined, { domain: "vpc" }), []],
  [
    "a new association",
    change("aws_eip_association.e", undefined, { instance_id: "i-1" }),
    ["public-address attention: an elastic IP address is given to a machine"],
  ],
  [
    "a machine of Google Cloud",
    change(
      "google_compute_instance.i",
      { network_interface: [{ access_config: [] }] },
      { network_interface: [{ access_config: [{}] }] },
    ),
    ["public-address attention: an interface gets a public address"],
  ],
  [
    "an interface of Azure",
    {
      changes: [
        {
          address: "azurerm_network_interface.n",
          before: { ip_configuration: [{ public_ip_address_id: "" }] },
          after: { ip_configuration: [{}] },
          unknown: { ip_configuration: [{ public_ip_address_id: true }] },
        },
      ],
    },
    ["public-address attention: an interface gets a public address"],
  ],
  [
    "a route",
    change("aws_route.r", undefined, { destination_cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }),
    ["route-to-internet attention: 0.0.0.0/0 goes to an Internet gateway"],
  ],
  [
    "a route to a NAT gateway",
    change("aws_route.r", undefined, { destination_cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-1" }),
    [],
  ],
  [
    "a route of a table",
    change(
      "aws_route_table.t",
      { route: [] },
      {
        route: [
          { cidr_block: "0.0.0.0/0", gateway_id: "igw-1" },
          { cidr_block: "10.0.0.0/8", gateway_id: "" },
        ],
      },
    ),
    ["route-to-internet attention: 0.0.0.0/0 goes to an Internet gateway"],
  ],
  [
    "the same route",
    change(
      "aws_route_table.t",
      { route: [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }] },
      { route: [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }] },
    ),
    [],
  ],
  [
    "a new table",
    change("aws_route_table.t", undefined, { route: [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }] }),
    ["route-to-internet note: 0.0.0.0/0 goes to an Internet gateway"],
  ],
  [
    "a route to a gateway that is new, in a table that is new",
    {
      configuration: configurationOf({
        resources: {
          "aws_route.r": ["aws_route_table.t.id", "aws_internet_gateway.g.id"],
          "aws_route_table.t": [],
          "aws_internet_gateway.g": [],
        },
      }),
      changes: [
        {
          address: "aws_route.r",
          after: { destination_cidr_block: "0.0.0.0/0" },
          unknown: { gateway_id: true, route_table_id: true },
        },
        { address: "aws_route_table.t", after: {}, unknown: { route: true } },
        { address: "aws_internet_gateway.g", after: {} },
      ],
    },
    ["route-to-internet note: 0.0.0.0/0 goes to an Internet gateway"],
  ],
  [
    "a peering",
    change("aws_vpc_peering_connection.p", undefined, { peer_vpc_id: "vpc-2" }),
    ["network-peering attention: a new connection to another network"],
  ],
  ["tags of a peering", change("aws_vpc_peering_connection.p", { tags: null }, { tags: { a: "b" } }), []],
])("%s", (_name, given, want) => {
  const network = /^(public-|route-|network-)/;
  expect(findingsOf(given).filter((finding) => network.test(finding))).toEqual(want);
});
