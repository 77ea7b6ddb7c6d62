import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../errors";
import { findPathFault } from "./check-paths";
import { isHash } from "./hash-content";
import { inspectPath } from "./inspect-path";
import { isReserved, MANIFEST } from "./reserved-names";

const VERSION = 1;

/** The files that tfwright wrote into an output folder. Maps the path of each file to the SHA-256 hash of its content. */
type Manifest = ReadonlyMap<string, string>;

/** The bytes of the manifest on disk, or `null` if there is no manifest. */
export function readManifestBytes(root: string): Buffer | null {
  const { kind } = inspectPath(root, MANIFEST);
  if (kind === "missing") return null;
  if (kind !== "file") return refuseManifest("it is not a file");
  return readFileSync(join(root, MANIFEST));
}

/**
 * Parses a manifest. Its entries are checked like any untrusted input, because tfwright may remove the files that they name.
 *
 * @throws TfwrightError with `bad-manifest`.
 */
export function parseManifest(bytes: Buffer | null): Manifest {
  const files = new Map<string, string>();
  if (bytes === null) return files;
  const { version, files: entries } = parseObject(bytes.toString("utf8"));
  if (version !== VERSION) return refuseManifest(`its version is ${JSON.stringify(version)}, not ${VERSION}`);
  if (!Array.isArray(entries)) return refuseManifest("`files` is not a list");
  for (const entry of entries as unknown[]) {
    const { path, sha256 } = isObject(entry) ? entry : {};
    if (typeof path !== "string" || !isHash(sha256)) return refuseManifest("an entry has no valid path or sha256");
    const fault = isReserved(path) ? "this name is reserved for tfwright" : findPathFault(path);
    if (fault !== undefined) return refuseManifest(`it names ${JSON.stringify(path)}: ${fault}`);
    if (files.has(path)) return refuseManifest(`it names ${path} twice`);
    files.set(path, sha256);
  }
  return files;
}

/** The bytes of a manifest, with one file on each line, sorted by path; `null` if there is no file to list. */
export function printManifest(files: Manifest): Buffer | null {
  if (files.size === 0) return null;
  const lines = [...files.keys()].sort().map((path) => {
    return `    { "path": ${JSON.stringify(path)}, "sha256": ${JSON.stringify(files.get(path))} }`;
  });
  return Buffer.from(`{\n  "version": ${VERSION},\n  "files": [\n${lines.join(",\n")}\n  ]\n}\n`);
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (error) {
    return refuseManifest("it is not JSON", error);
  }
  return refuseManifest("it is not a JSON object");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuseManifest(reason: string, cause?: unknown): never {
  const hint =
    "restore it from version control; or delete it and run the command with `--force`: this overwrites the generated files, " +
    "and does not remove files of earlier runs that are no longer generated";
  fail({
    code: "bad-manifest",
    path: MANIFEST,
    message: `the list of generated files cannot be read: ${reason}`,
    hint,
    cause,
  });
}
