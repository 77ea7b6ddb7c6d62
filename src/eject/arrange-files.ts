/** Which file each block goes into, as people arrange a root module. */
import type { BlockItem } from "../hcl/document";
import { writeBody } from "../hcl/write";
import { compareBytes } from "../text/compare-bytes";

/** Above this number of resources and data sources, `main.tf` is split by family: `s3.tf`, `iam.tf`. */
const MOST_IN_ONE_FILE = 40;

/** Files that are always there, because tools and people look for them, and what stands in one that would be empty. */
const ALWAYS: Readonly<Record<string, string>> = {
  "main.tf": "# This stack has no resources.\n",
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

/** The text of each file, by its name. */
export function arrangeFiles(blocks: readonly BlockItem[]): ReadonlyMap<string, string> {
  const elements = blocks.filter(isElement);
  const families = elements.length > MOST_IN_ONE_FILE ? familiesOf(elements) : undefined;
  const files = new Map<string, BlockItem[]>();
  for (const block of blocks.flatMap(splitSettings)) {
    const name = nameOf(block, families);
    const items = files.get(name);
    if (items === undefined) files.set(name, [block]);
    else items.push(block);
  }
  const texts = new Map([...files].map(([name, items]) => [name, `${writeBody(inOrder(items))}\n`]));
  for (const [name, text] of Object.entries(ALWAYS)) if (!texts.has(name)) texts.set(name, text);
  return new Map([...texts].sort(([a], [b]) => compareBytes(a, b)));
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
  if (Object.hasOwn(FILES, block.type)) return FILES[block.type] as string;
  if (block.type === "locals" && families !== undefined) return "locals.tf";
  return (isElement(block) ? families?.get(block.labels[0] ?? "") : undefined) ?? "main.tf";
}

/** The file of each type: by the service for the provider that has most of them, by the provider for others. */
function familiesOf(elements: readonly BlockItem[]): ReadonlyMap<string, string> {
  const types = elements.map(({ labels }) => labels[0] ?? "");
  const counts = new Map<string, number>();
  for (const type of types) counts.set(providerOf(type), (counts.get(providerOf(type)) ?? 0) + 1);
  const [largest] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [""];
  return new Map(
    types.map((type) => {
      const words = type.split("_");
      const family = words[0] === largest ? (words[1] ?? largest) : (words[0] ?? type);
      const name = family.replace(/[^\w-]/g, "-");
      return [type, `${RESERVED.has(name) ? `${name}-resources` : name}.tf`];
    }),
  );
}

function providerOf(type: string): string {
  return type.slice(0, `${type}_`.indexOf("_"));
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
