/** Arguments and resources that give public addresses. */
import type { Json, ValuePath } from "../../../json/json-value";
import { isUpdateOrReplacement } from "../../../terraform/plan/actions";
import type { Marked, ResourceChange } from "../../../terraform/plan/plan";
import { say, words } from "../../../text/message";
import { fieldAt, itemsAt, pairAt, showPair } from "../../field";
import type { RuleMatch } from "../../rule";

/** The values of an argument that give a public address, by the type of the resource. */
const ROWS: Readonly<Record<string, { readonly path: ValuePath; readonly open: Json }>> = {
  aws_subnet: { path: ["map_public_ip_on_launch"], open: true },
  aws_default_subnet: { path: ["map_public_ip_on_launch"], open: true },
  aws_instance: { path: ["associate_public_ip_address"], open: true },
  aws_spot_instance_request: { path: ["associate_public_ip_address"], open: true },
  aws_launch_configuration: { path: ["associate_public_ip_address"], open: true },
  aws_launch_template: { path: ["network_interfaces", 0, "associate_public_ip_address"], open: "true" },
  aws_ecs_service: { path: ["network_configuration", 0, "assign_public_ip"], open: true },
  aws_cloudwatch_event_target: { path: ["ecs_target", 0, "network_configuration", 0, "assign_public_ip"], open: true },
  aws_scheduler_schedule: {
    path: ["target", 0, "ecs_parameters", 0, "network_configuration", 0, "assign_public_ip"],
    open: true,
  },
  aws_spot_fleet_request: { path: ["launch_specification", 0, "associate_public_ip_address"], open: true },
  aws_ecs_task_set: { path: ["network_configuration", 0, "assign_public_ip"], open: true },
};

/** Machines of Google Cloud: an interface with an access configuration has a public address. */
const GOOGLE_MACHINES = ["google_compute_instance", "google_compute_instance_template"];

const AZURE_INTERFACE = "azurerm_network_interface";
const ASSOCIATION = "aws_eip_association";
const ADDRESS = "aws_eip";

/** Types that have or give public addresses. */
export const addressTypes: readonly string[] = [
  ...Object.keys(ROWS),
  ...GOOGLE_MACHINES,
  AZURE_INTERFACE,
  ASSOCIATION,
  ADDRESS,
];

/** What gets public addresses by this change. */
export function matchPublicAddresses(change: ResourceChange): readonly RuleMatch[] {
  const isNew = change.action === "create";
  if (!isNew && !isUpdateOrReplacement(change)) return [];
  if (change.type === ASSOCIATION) {
    return isNew ? [{ message: words("an elastic IP address is given to a machine"), level: "attention" }] : [];
  }
  if (change.type === ADDRESS) return matchElasticAddress(change);
  if (GOOGLE_MACHINES.includes(change.type)) return matchInterfaces(change, countGoogleAddresses);
  if (change.type === AZURE_INTERFACE) return matchInterfaces(change, countAzureAddresses);
  const row = ROWS[change.type];
  if (row === undefined) return [];
  const pair = pairAt(change, row.path);
  const isOpen = (value: Json | undefined) => value !== undefined && String(value) === String(row.open);
  if (isOpen(pair.before.value) || pair.after.unknown || !isOpen(pair.after.value)) return [];
  const name = row.path.filter((step) => typeof step === "string").join(".");
  if (isNew) return [{ message: say`a new one with ${name}`, level: "note" }];
  return [{ message: say`${name} ${showPair(pair)}` }];
}

/** An address alone reaches nothing; one of an existing machine makes that public. */
function matchElasticAddress(change: ResourceChange): readonly RuleMatch[] {
  const pairs = ["instance", "network_interface"].map((name) => pairAt(change, [name]));
  const given = pairs.filter(({ before, after }) => before.value === undefined && after.value !== undefined);
  if (given.length === 0) return [];
  return [{ message: say`an elastic IP address is given to ${showGiven(given)}` }];
}

function showGiven(pairs: readonly { readonly after: { readonly value: Json | undefined } }[]): string {
  return pairs.map(({ after }) => String(after.value)).join(", ");
}

type CountAddresses = (marked: Marked) => number;

function matchInterfaces(change: ResourceChange, countAddresses: CountAddresses): readonly RuleMatch[] {
  if (countAddresses(change.after) === 0 || countAddresses(change.before) > 0) return [];
  const level = change.action === "create" ? "note" : "attention";
  return [{ message: words("an interface gets a public address"), level }];
}

function countGoogleAddresses({ value }: Marked): number {
  return itemsAt(value, ["network_interface"]).filter((one) => itemsAt(one, ["access_config"]).length > 0).length;
}

/** An address that is made by the same plan is known only after apply. */
function countAzureAddresses(marked: Marked): number {
  return itemsAt(marked.value, ["ip_configuration"]).filter((_one, index) => {
    const { value: id, unknown } = fieldAt(marked, ["ip_configuration", index, "public_ip_address_id"]);
    return unknown || (typeof id === "string" && id !== "");
  }).length;
}
