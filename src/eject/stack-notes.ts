/** What a person should know of a stack that moves to another folder: where its state is, what its paths point to. */
import type { JsonNode, JsonObject } from "../json/json-node";
import type { StackFile } from "./stack-file";

/** A path in a stack. */
export interface StackPath {
  /** What it is of. */
  readonly use: "state" | "other-state" | "module" | "value";
  /** The path of the value: `terraform.backend.local.path`. */
  readonly name: string;
  /** `cdk.tf.json:12:5` */
  readonly place: string;
  /** As it is written. */
  readonly path: string;
}

/** A stack without a backend keeps its state in its own folder. */
export const DEFAULT_STATE = "terraform.tfstate";

/** The paths of a stack that may not lead to the same file from another folder. */
export function pathsIn(file: StackFile): readonly StackPath[] {
  const found: StackPath[] = [];
  for (const { type, labels, body } of file.blocks) {
    const name = [type, ...labels].join(".");
    if (type === "module") {
      const source = text(body, "source");
      if (source !== undefined && /^\.{0,2}\//.test(source.value))
        found.push({ use: "module", name: `${name}.source`, place: file.place(source.start), path: source.value });
    }
    if (type === "terraform") found.push(...stateOf(file, body));
    const isState = type === "data" && labels[0] === "terraform_remote_state";
    const config = isState && text(body, "backend")?.value === "local" ? member(body, "config") : undefined;
    const path = config?.kind === "object" ? text(config, "path") : undefined;
    if (path !== undefined)
      found.push({ use: "other-state", name: `${name}.config.path`, place: file.place(path.start), path: path.value });
    if (type !== "terraform" && !isState) found.push(...absolutePaths(file, body, name));
  }
  if (!file.blocks.some(({ type, body }) => type === "terraform" && hasBackend(body)))
    found.push({ use: "state", name: "terraform", place: file.path, path: DEFAULT_STATE });
  return found;
}

function hasBackend(body: JsonObject<number>): boolean {
  return member(body, "backend") !== undefined || member(body, "cloud") !== undefined;
}

function stateOf(file: StackFile, body: JsonObject<number>): readonly StackPath[] {
  const backend = member(body, "backend");
  const local = backend?.kind === "object" ? member(backend, "local") : undefined;
  if (local?.kind !== "object") return [];
  const path = text(local, "path");
  return [
    {
      use: "state",
      name: "terraform.backend.local.path",
      place: file.place(path?.start ?? local.start),
      path: path?.value ?? DEFAULT_STATE,
    },
  ];
}

function absolutePaths(file: StackFile, node: JsonNode<number>, name: string): readonly StackPath[] {
  if (node.kind === "array") return node.items.flatMap((item, index) => absolutePaths(file, item, `${name}[${index}]`));
  if (node.kind === "object")
    return node.members.flatMap(({ key, value }) => (key === "//" ? [] : absolutePaths(file, value, `${name}.${key}`)));
  if (node.kind !== "string" || !/^\/[^/\s].*\//.test(node.value)) return [];
  return [{ use: "value", name, place: file.place(node.start), path: node.value }];
}

function member(object: JsonObject<number>, name: string): JsonNode<number> | undefined {
  return object.members.find(({ key }) => key === name)?.value;
}

function text(object: JsonObject<number>, name: string) {
  const value = member(object, name);
  return value?.kind === "string" ? value : undefined;
}
