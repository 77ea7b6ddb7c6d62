/** What a person should know of a stack that moves to another folder: where its state is, what its paths point to. */

import { type JsonNode, type JsonObject, memberIn } from "../json/json-node";
import { lookUp } from "../text/look-up";
import type { StackFile } from "./stack-file";

/** A path in a stack. */
export interface StackPath {
  /**
   * What it is of: a `file` is one that Terraform reads or writes, an `asset` is one that is copied with the stack, and a `value` may
   * be a path of another machine, such as of a container.
   */
  readonly use: "state" | "other-state" | "module" | "file" | "asset" | "value";
  /** The path of the value: `terraform.backend.local.path`. */
  readonly name: string;
  /** `cdk.tf.json:12:5` */
  readonly place: string;
  /** As it is written. */
  readonly path: string;
}

/** A stack without a backend keeps its state in its own folder. */
const DEFAULT_STATE = "terraform.tfstate";

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
    const config = isState && text(body, "backend")?.value === "local" ? memberIn(body, "config") : undefined;
    const path = config?.kind === "object" ? text(config, "path") : undefined;
    if (path !== undefined)
      found.push({ use: "other-state", name: `${name}.config.path`, place: file.place(path.start), path: path.value });
    const inValues = type !== "terraform" && !isState ? pathsInValues(file, body, name) : [];
    // The source of a module is told above, with what to do.
    found.push(...inValues.filter((one) => type !== "module" || one.name !== `${name}.source`));
    found.push(...bareFilesIn(file, body, { type: labels[0] ?? "", name }));
  }
  if (!file.blocks.some(({ type, body }) => type === "terraform" && hasBackend(body)))
    found.push({ use: "state", name: "terraform", place: file.path, path: DEFAULT_STATE });
  const made = new Set(file.blocks.flatMap(({ labels, body }) => filesMadeBy(labels[0], body)));
  return found.filter(({ use, path }) => use !== "asset" || !made.has(path));
}

/** Files that are there only when Terraform has run. */
function filesMadeBy(type: string | undefined, body: JsonObject<number>): readonly string[] {
  const isLocalFile = type === "local_file" || type === "local_sensitive_file";
  const path = text(body, type === "archive_file" ? "output_path" : isLocalFile ? "filename" : "");
  return path === undefined ? [] : [path.value];
}

function hasBackend(body: JsonObject<number>): boolean {
  return memberIn(body, "backend") !== undefined || memberIn(body, "cloud") !== undefined;
}

function stateOf(file: StackFile, body: JsonObject<number>): readonly StackPath[] {
  const backend = memberIn(body, "backend");
  const local = memberIn(backend, "local");
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

/** Whether a path is absolute, here or on Windows. */
export function isAbsolutePath(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path);
}

/** Arguments that name files of the machine on which Terraform runs. */
const OF_FILES: ReadonlySet<string> = new Set([
  "source",
  "source_dir",
  "source_file",
  "filename",
  "output_path",
  "config_path",
  "working_dir",
]);

/** Arguments that hold a path though it has no `/`, by type. */
const OF_FILES_IN: Readonly<Record<string, readonly string[]>> = {
  archive_file: ["source_file", "source_dir"],
  aws_lambda_function: ["filename"],
  aws_lambda_layer_version: ["filename"],
  aws_s3_bucket_object: ["source"],
  aws_s3_object: ["source"],
  azurerm_storage_blob: ["source"],
  google_storage_bucket_object: ["source"],
  local_file: ["filename"],
  local_sensitive_file: ["filename"],
};

/** A function that reads a file, and its first argument where that is known. */
const READS_FILE = /\b(?:file\w*|templatefile)\(\s*"((?:[^"$%\\]|\\\\)+)"/g;

/** Files that a resource reads from the folder where Terraform runs: `"filename": "lambda.zip"`. */
function bareFilesIn(
  file: StackFile,
  body: JsonObject<number>,
  { type, name }: { readonly type: string; readonly name: string },
): readonly StackPath[] {
  const keys = lookUp(OF_FILES_IN, type) ?? [];
  return keys.flatMap((key) => {
    const value = text(body, key);
    if (value === undefined || /[$%]\{/.test(value.value)) return [];
    if ([isAsset, isElsewhere, isOfHome].some((isOther) => isOther(value.value))) return [];
    return [{ use: "file", name: `${name}.${key}`, place: file.place(value.start), path: value.value }];
  });
}

function pathsInValues(file: StackFile, node: JsonNode<number>, name: string, key = ""): readonly StackPath[] {
  if (node.kind === "array")
    return node.items.flatMap((item, index) => pathsInValues(file, item, `${name}[${index}]`, key));
  if (node.kind === "object")
    return node.members.flatMap((one) =>
      one.key === "//" ? [] : pathsInValues(file, one.value, `${name}.${one.key}`, one.key),
    );
  if (node.kind !== "string") return [];
  const found = (use: StackPath["use"], path: string) => ({ use, name, place: file.place(node.start), path });
  if (/[$%]\{/.test(node.value))
    return [...node.value.matchAll(READS_FILE)].flatMap(([, path = ""]) => {
      const read = path.replaceAll("\\\\", "\\");
      if (isOfHome(read)) return [];
      return isAsset(read) ? [found("asset", read)] : [found("file", read)];
    });
  if (OF_FILES.has(key) && isAsset(node.value)) return [found("asset", node.value)];
  if (OF_FILES.has(key) && isElsewhere(node.value)) return [found("file", node.value)];
  const isSystems = /^\/(?:bin|sbin|usr|lib|etc|dev|proc|sys|opt|var|tmp)\//.test(node.value);
  return !isSystems && /^\/[^/\s].*\/|^[A-Za-z]:\\/.test(node.value) ? [found("value", node.value)] : [];
}

/** A path in the folder of assets, which is copied. */
function isAsset(path: string): boolean {
  return /^(?:\.[\\/])?assets[\\/]/.test(path);
}

/** The same from every folder, and each person has it: `~/.ssh/id_rsa.pub`. */
function isOfHome(path: string): boolean {
  return /^~[\\/]/.test(path);
}

/** A path that leads to another file from another folder, or that only one machine has. */
function isElsewhere(path: string): boolean {
  return isAbsolutePath(path) || /^\.{1,2}[\\/](?!assets[\\/])/.test(path);
}

function text(object: JsonObject<number>, name: string) {
  const value = memberIn(object, name);
  return value?.kind === "string" ? value : undefined;
}
