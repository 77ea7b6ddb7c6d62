/** Arguments that give a service an endpoint in the Internet. */
import type { Json, ValuePath } from "../../../json/json-value";
import { withoutKeys } from "../../../terraform/address";
import { isUpdateOrReplacement } from "../../../terraform/plan/actions";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { say, words } from "../../../text/message";
import type { Facts } from "../../facts";
import { fieldAt, itemsAt, pairAt, showPair } from "../../field";
import type { Level, RuleMatch } from "../../rule";
import { matchRemovedSetting } from "./removed-settings";

/** A value that opens a service; undefined among the values means that the argument is not set. */
interface EndpointRow {
  readonly types: readonly string[];
  readonly path: ValuePath;
  readonly open: readonly (Json | undefined)[];
  /** @default danger */
  readonly level?: Level;
  /** The level for a new resource; absent if a new one is not told. @default the same as of a change */
  readonly created?: Level | "none";
  /** Whether a known value is told with the policy or the addresses that it lets in. @default false */
  readonly isToldElsewhere?: true;
}

const ROWS: readonly EndpointRow[] = [
  {
    types: [
      "aws_db_instance",
      "aws_rds_cluster_instance",
      "aws_redshift_cluster",
      "aws_redshiftserverless_workgroup",
      "aws_neptune_cluster_instance",
      "aws_mq_broker",
      "aws_dms_replication_instance",
      "aws_docdb_cluster_instance",
      "aws_lightsail_database",
      "aws_m2_environment",
      "aws_rds_shard_group",
      "aws_timestreaminfluxdb_db_cluster",
      "aws_timestreaminfluxdb_db_instance",
    ],
    path: ["publicly_accessible"],
    open: [true],
  },
  {
    types: ["aws_msk_cluster"],
    path: ["broker_node_group_info", 0, "connectivity_info", 0, "public_access", 0, "type"],
    open: ["SERVICE_PROVIDED_EIPS"],
  },
  { types: ["aws_neptunegraph_graph"], path: ["public_connectivity"], open: [true] },
  { types: ["aws_lambda_function_url"], path: ["authorization_type"], open: ["NONE"], isToldElsewhere: true },
  { types: ["aws_lb", "aws_alb", "aws_elb"], path: ["internal"], open: [false], level: "attention", created: "note" },
  {
    types: ["aws_api_gateway_rest_api", "aws_api_gateway_domain_name"],
    path: ["endpoint_configuration", 0, "types", 0],
    open: ["EDGE", "REGIONAL"],
    level: "attention",
    created: "note",
  },
  {
    types: ["aws_sagemaker_notebook_instance"],
    path: ["direct_internet_access"],
    open: ["Enabled"],
    level: "attention",
    created: "note",
  },
  {
    types: ["azurerm_storage_account"],
    path: ["network_rules", 0, "default_action"],
    open: ["Allow", undefined],
    created: "none",
    isToldElsewhere: true,
  },
  {
    types: ["azurerm_key_vault"],
    path: ["network_acls", 0, "default_action"],
    open: ["Allow", undefined],
    created: "none",
    isToldElsewhere: true,
  },
  {
    types: ["azurerm_storage_account_network_rules"],
    path: ["default_action"],
    open: ["Allow"],
    isToldElsewhere: true,
  },
  {
    types: ["google_sql_database_instance"],
    path: ["settings", 0, "ip_configuration", 0, "ipv4_enabled"],
    open: [true],
    level: "attention",
    created: "note",
  },
  {
    types: ["google_container_cluster"],
    path: ["private_cluster_config", 0, "enable_private_nodes"],
    open: [false],
    level: "attention",
    created: "none",
  },
  {
    types: ["google_cloud_run_v2_service"],
    path: ["ingress"],
    open: ["INGRESS_TRAFFIC_ALL"],
    level: "attention",
    created: "note",
  },
];

const OPEN_SEARCH = ["aws_opensearch_domain", "aws_elasticsearch_domain"];

const REMOVED: ReadonlyMap<string, RuleMatch> = new Map([
  ["azurerm_storage_account_network_rules", { message: words("the network rules that denied others are removed") }],
  ["azurerm_iotcentral_application_network_rule_set", { message: words("the rules that denied others are removed") }],
  ["azurerm_signalr_service_network_acl", { message: words("the rules that denied others are removed") }],
  ["azurerm_web_pubsub_network_acl", { message: words("the rules that denied others are removed") }],
]);

/** Types that have such an argument. */
export const endpointTypes: readonly string[] = [
  ...new Set([...ROWS.flatMap(({ types }) => types), ...OPEN_SEARCH, ...REMOVED.keys()]),
];

/** Services that get a public endpoint by this change. */
export function matchPublicEndpoints(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  if (change.action !== "create" && !isUpdateOrReplacement(change)) return matchRemovedSetting(change, REMOVED);
  const found = ROWS.filter(({ types }) => types.includes(change.type)).flatMap((row) => matchRow(change, row, facts));
  return [...found, ...matchOpenSearch(change)];
}

function matchRow(change: ResourceChange, row: EndpointRow, facts: Facts): readonly RuleMatch[] {
  const { path, open, level = "danger", created = level } = row;
  const pair = pairAt(change, path);
  if (row.isToldElsewhere === true && !pair.after.unknown) return [];
  const name = path.filter((step) => typeof step === "string").join(".");
  if (pair.after.unknown) {
    if (!isConfigured(change, path, facts)) return [];
    return [{ message: say`${name} ${showPair(pair)}`, level: "attention" }];
  }
  if (change.action === "create") {
    // Of a new one, what is not set is the default, which says nothing.
    if (created === "none" || pair.after.value === undefined || !open.includes(pair.after.value)) return [];
    return [
      { message: say`a new one with ${name} ${JSON.stringify(pair.after.value).replaceAll('"', "")}`, level: created },
    ];
  }
  const wasOpen = pair.before.value === undefined ? open.includes(undefined) : open.includes(pair.before.value);
  if (wasOpen) return [];
  if (!open.includes(pair.after.value)) return [];
  return [{ message: say`${name} ${showPair(pair)}`, level }];
}

/** Whether the configuration gives a value that is known only after apply. If not, the provider computes one: its default. */
function isConfigured({ address }: ResourceChange, path: ValuePath, { plan }: Facts): boolean {
  const plain = withoutKeys(address);
  const configured = plan.configuration.resources.find((one) => one.address === plain);
  return configured === undefined || configured.references.has(path.join("."));
}

/** A domain without `vpc_options` has an endpoint in the Internet, and its access policy alone protects it. */
function matchOpenSearch(change: ResourceChange): readonly RuleMatch[] {
  if (!OPEN_SEARCH.includes(change.type) || fieldAt(change.after, ["vpc_options"]).unknown) return [];
  const isInVpc = itemsAt(change.after.value, ["vpc_options"]).length > 0;
  const wasInVpc = itemsAt(change.before.value, ["vpc_options"]).length > 0;
  if (isInVpc) return [];
  if (change.action === "create") return [{ message: words("a new domain outside of a VPC"), level: "attention" }];
  return wasInVpc ? [{ message: words("the domain leaves its VPC"), level: "danger" }] : [];
}
