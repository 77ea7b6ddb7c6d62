/** Which file each block goes into, as people arrange a root module. */

import type { BlockItem } from "../hcl/document";
import { writeBody } from "../hcl/write";
import { providerNameOf } from "../terraform/schema/provider-source";
import { compareBytes } from "../text/compare-bytes";
import { groupBy } from "../text/group-by";
import { lookUp } from "../text/look-up";

/** Above this number of resources and data sources, `main.tf` is split by family: `s3.tf`, `iam.tf`. */
const MOST_IN_ONE_FILE = 40;

/** Files that are always there, because tools and people look for them, and what stands in one that would be empty. */
const ALWAYS: Readonly<Record<string, string>> = {
  "variables.tf": "# This stack has no variables.\n",
  "outputs.tf": "# This stack has no outputs.\n",
};

const FILES: Readonly<Record<string, string>> = {
  provider: "providers.tf",
  variable: "variables.tf",
  output: "outputs.tf",
};

/** Names of files that a family must not take. */
const RESERVED: ReadonlySet<string> = new Set([
  "main",
  "variables",
  "outputs",
  "providers",
  "versions",
  "backend",
  "moves",
  "locals",
]);

/**
 * The text of each file, by its name.
 *
 * @param beside a file that holds elements too
 */
export function arrangeFiles(blocks: readonly BlockItem[], beside: string | undefined): ReadonlyMap<string, string> {
  const elements = blocks.filter(isElement);
  const families = elements.length > MOST_IN_ONE_FILE ? familiesOf(elements) : undefined;
  const files = groupBy(blocks.flatMap(splitSettings), (block) => nameOf(block, families));
  const texts = new Map(
    [...files].map(([name, items]) => [name, `${writeBody(inOrder(items), { allHeredocs: true })}\n`]),
  );
  if (!texts.has("main.tf")) texts.set("main.tf", emptyMain(families, beside));
  for (const [name, text] of Object.entries(ALWAYS)) if (!texts.has(name)) texts.set(name, text);
  return new Map([...texts].sort(([a], [b]) => compareBytes(a, b)));
}

/** What stands in `main.tf` where everything is in other files. */
function emptyMain(families: ReadonlyMap<string, string> | undefined, beside: string | undefined): string {
  if (families !== undefined)
    return `# The resources are in files by service, such as ${[...families.values()].sort(compareBytes)[0]}.\n`;
  return beside === undefined ? "# This stack has no resources.\n" : `# The resources are in ${beside}.\n`;
}

function isElement({ type }: BlockItem): boolean {
  return type === "resource" || type === "data" || type === "ephemeral";
}

/** The backend stands in a file of its own, as whoever moves the state looks for it. */
function splitSettings(block: BlockItem): readonly BlockItem[] {
  if (block.type !== "terraform") return [block];
  const isBackend = (item: BlockItem["body"][number]) =>
    item.kind === "block" && (item.type === "backend" || item.type === "cloud");
  const [backend, rest] = [block.body.filter(isBackend), block.body.filter((item) => !isBackend(item))];
  return [
    ...(rest.length > 0 ? [{ ...block, body: rest }] : []),
    ...(backend.length > 0 ? [{ ...block, body: backend }] : []),
  ];
}

function nameOf(block: BlockItem, families: ReadonlyMap<string, string> | undefined): string {
  if (block.type === "terraform") {
    const [item] = block.body;
    return item?.kind === "block" && (item.type === "backend" || item.type === "cloud") ? "backend.tf" : "versions.tf";
  }
  const file = lookUp(FILES, block.type);
  if (file !== undefined) return file;
  if (block.type === "locals" && families !== undefined) return "locals.tf";
  return (isElement(block) ? families?.get(block.labels[0] ?? "") : undefined) ?? "main.tf";
}

/** The file of each type: by the service for the provider that has most of them, by the provider for others. */
function familiesOf(elements: readonly BlockItem[]): ReadonlyMap<string, string> {
  const types = elements.map(({ labels }) => labels[0] ?? "");
  const largest = mostOf(types.map(providerNameOf));
  const families = types.map((type) => [type, familyOf(type, largest)] as const);
  const counts = countsOf(families.map(([, family]) => family));
  return new Map(
    families.flatMap(([type, family]): readonly (readonly [string, string])[] => {
      // A file for a single element hides it: it stays in `main.tf`.
      if (family === undefined || counts.get(family) === 1) return [];
      return [[type, `${RESERVED.has(family) ? `${family}-resources` : family}.tf`]];
    }),
  );
}

/** Undefined for what belongs to no service: the account, the region. */
function familyOf(type: string, largest: string | undefined): string | undefined {
  const provider = providerNameOf(type);
  if (provider !== largest) return fileName(provider);
  const rest = type.slice(provider.length + 1);
  if (provider === "aws") {
    if (AWS_COMMON.test(rest)) return undefined;
    const known = AWS_FAMILIES.find(([, names]) => names.test(rest));
    if (known !== undefined) return known[0];
  }
  return fileName(rest.split("_")[0] || provider);
}

/** Types of the AWS provider whose first word names no service: those of EC2 and of its networks are older than such names. */
const AWS_FAMILIES: readonly (readonly [string, RegExp])[] = [
  [
    "network",
    /^(?:vpc|vpcs|subnets?|route|route_tables?|main_route_table|default|internet_gateway|egress_only|nat_gateways?|network_(?:acl|interface)|eips?|security_groups?|flow_log|customer_gateway|vpn|ec2_transit|ec2_managed_prefix|prefix_list|managed_prefix|ec2_network)(?:_|$)/,
  ],
  ["ec2", /^(?:instances?|spot|launch|ami|ebs|key_pair|placement_group|volume_attachment|snapshot|autoscaling)(?:_|$)/],
  ["lb", /^(?:lbs?|alb|elb|app_cookie|proxy_protocol)(?:_|$)/],
];

const AWS_COMMON =
  /^(?:caller_identity|regions?|partition|availability_zones?|service|default_tags|arn|canonical_user_id)(?:_|$)/;

function fileName(word: string): string {
  return word.replace(/[^\w-]/g, "-");
}

function countsOf<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function mostOf(values: readonly string[]): string | undefined {
  return [...countsOf(values)].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** What others refer to comes first. */
const ORDER = [
  "terraform",
  "provider",
  "variable",
  "locals",
  "data",
  "ephemeral",
  "resource",
  "action",
  "module",
  "check",
  "import",
  "moved",
  "removed",
  "output",
];

function inOrder(items: readonly BlockItem[]): readonly BlockItem[] {
  return [...items].sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
}
