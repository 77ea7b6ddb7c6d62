/** What the name of a file that holds a policy alone, and those of its folders, say of the type of the policy. */
import type { PolicyType } from "../iam/document/policy";

/** The words of a name, with `-` in front of each and behind the last. */
const WORDS: readonly (readonly [PolicyType, RegExp])[] = [
  ["scp", /-(?:scps?|service-control-polic(?:y|ies))-/],
  ["rcp", /-(?:rcps?|resource-control-polic(?:y|ies))-/],
  ["vpc-endpoint", /-vpc-endpoints?-polic(?:y|ies)-/],
  ["permission-set", /-permission-?sets?-/],
  ["session", /-session-polic(?:y|ies)-/],
  ["trust", /-trust-(?!anchor|store)|-assume-?roles?-/],
];

/** A file that is called so is the policy of a resource, also in a folder of resource control policies. */
const RESOURCE_FILE =
  /-(?:api|api-gateway|bucket|domain|function|key|queue|repository|resource|resource-based|secret|topic|vault)-polic(?:y|ies)-/;

/** Of a folder more is asked than `boundary`, which may be the name of a product. */
const BOUNDARY_FILE = /-boundar(?:y|ies)-/;
const BOUNDARY_FOLDER = /-permissions?-boundar(?:y|ies)-|^-boundaries-$|^-boundary-polic(?:y|ies)-$/;

/** How many folders count, from the file outwards: one that is further away speaks of more than policies. */
const FOLDERS = 2;

/** The type; undefined where the names say nothing. The name that is nearest to the file counts. */
export function typeByPath(path: string): PolicyType | undefined {
  const [file = "", ...folders] = path.split(/[/\\]/).reverse();
  const byFolder = firstOf(folders.slice(0, FOLDERS));
  const byFile = typeIn(file, BOUNDARY_FILE);
  if (byFile !== undefined) return byFile;
  // A managed policy may stand beside the inline policy of a permission set.
  if (byFolder === "permission-set" && /-managed-/.test(wordsOf(file))) return undefined;
  return RESOURCE_FILE.test(wordsOf(file)) && byFolder !== "vpc-endpoint" ? "resource" : byFolder;
}

/** What the name of a local, or of an input of a module, says of the policy that it holds: `scp_policy`, `permissions_boundary`. */
export function typeByInput(name: string): PolicyType | undefined {
  return typeIn(name, BOUNDARY_FILE);
}

function firstOf(folders: readonly string[]): PolicyType | undefined {
  return folders.map((folder) => typeIn(folder, BOUNDARY_FOLDER)).find((type) => type !== undefined);
}

function typeIn(name: string, boundary: RegExp): PolicyType | undefined {
  const words = wordsOf(name);
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? (boundary.test(words) ? "boundary" : undefined);
}

/** `allow-ec2.json`, `allow_ec2.json` and `AllowEc2.json` have the same words. */
function wordsOf(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
  return `-${words.replace(/[^a-z0-9]+/g, "-")}-`.replace(/--+/g, "-");
}
