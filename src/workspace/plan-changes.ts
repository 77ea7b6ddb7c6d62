import type { Problem } from "../errors";
import { checkPaths } from "./check-paths";
import type { FileSet } from "./file-set";
import { hashContent } from "./hash-content";
import { withOwnLineEnds } from "./line-ends";
import { parseManifest, printManifest, readManifestBytes } from "./manifest";
import { readFiles } from "./read-files";
import { MANIFEST } from "./reserved-names";

/** One file that a run creates, replaces or removes; `null` means that there is no file. */
export interface Change {
  readonly path: string;
  readonly before: Buffer | null;
  readonly after: Buffer | null;
}

/** All that a run would do to an output folder. */
interface WorkspaceChanges {
  /** Removals, then writes, each sorted by path, then the manifest: the order in which they are made. */
  readonly changes: readonly Change[];
  readonly unchanged: readonly string[];
  /** Files that only a forced run may overwrite or remove, sorted by path. */
  readonly conflicts: readonly Problem[];
}

/**
 * Compares the files with the output folder and its manifest; writes nothing.
 *
 * @param partial folders such as `modules/glue-job`; only files in them, and files at the root, are compared. @default all files
 * @throws TfwrightError for problems that `--force` cannot override: `path-outside`, `path-clash`, `symlink`, `bad-manifest`.
 */
export function planChanges(root: string, files: FileSet, partial?: readonly string[]): WorkspaceChanges {
  const manifestBytes = readManifestBytes(root);
  const manifest = parseManifest(manifestBytes);
  const isSelected = createPrefixTest(partial);
  // Files at the root are always written.
  const wanted = [...files.keys()].filter((path) => isSelected(path) || !path.includes("/")).sort();
  const isWanted = new Set(wanted);
  const unwantedPaths = [...manifest.keys()].filter((path) => !isWanted.has(path)).sort();
  const orphans = unwantedPaths.filter(isSelected);
  const outOfScope = unwantedPaths.filter((path) => !isSelected(path));
  checkPaths([...files.keys(), ...outOfScope]);

  const disk = readFiles(root, wanted, orphans);
  const found = (path: string, after: Buffer | null): Buffer | null => {
    const before = disk.get(path) ?? null;
    return before !== null && after !== null && isSameText(before, after) ? after : before;
  };
  const conflicts: Problem[] = [];
  const compare = (path: string, after: Buffer | null): Change => {
    const before = found(path, after);
    const conflict =
      before === null || isEqual(before, after) ? undefined : findConflict(path, before, manifest.get(path));
    if (conflict !== undefined) conflicts.push(conflict);
    return { path, before, after };
  };
  const removals = orphans.map((path) => compare(path, null));
  const writes = wanted.map((path) => compare(path, bytesOf(files.get(path) ?? "")));

  const nextManifest = new Map(outOfScope.map((path) => [path, manifest.get(path) ?? ""]));
  for (const { path, after } of writes) if (after !== null) nextManifest.set(path, hashContent(after));
  const manifestAfter = printManifest(nextManifest);
  const isSame = manifestBytes !== null && manifestAfter !== null && isSameText(manifestBytes, manifestAfter);
  const manifestChange: Change = {
    path: MANIFEST,
    before: isSame ? manifestAfter : manifestBytes,
    after: manifestAfter,
  };
  return {
    changes: [...removals, ...writes, manifestChange].filter(({ before, after }) => !isEqual(before, after)),
    unchanged: writes.filter(({ before, after }) => isEqual(before, after)).map(({ path }) => path),
    conflicts: conflicts.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

function bytesOf(content: string | Uint8Array): Buffer {
  return typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content);
}

function createPrefixTest(partial: readonly string[] | undefined): (path: string) => boolean {
  const prefixes = partial?.map((prefix) => `${prefix.replace(/\/+$/, "")}/`);
  return (path) => prefixes?.some((prefix) => path.startsWith(prefix)) ?? true;
}

function findConflict(path: string, before: Buffer, recordedHash: string | undefined): Problem | undefined {
  if (recordedHash === undefined) {
    const message = "this file was not written by tfwright, and differs from the generated one";
    return { code: "foreign-file", path, message, hint: "move it to another folder, or use `--force` to overwrite it" };
  }
  if (hashContent(before) === recordedHash || hashContent(withOwnLineEnds(before)) === recordedHash) return undefined;
  return describeHandEdit(path);
}

/** Returns the problem of a generated file that was edited by hand, so that writing it would lose the edits. */
export function describeHandEdit(path: string): Problem {
  return {
    code: "edited-by-hand",
    path,
    message: "this generated file was edited by hand",
    hint: "put the edit into the definition; `--force` overwrites the file, or removes it if it is no longer generated",
  };
}

/** Whether two contents differ by their line ends at most. */
function isSameText(before: Buffer, after: Buffer): boolean {
  return before.equals(after) || withOwnLineEnds(before).equals(after);
}

function isEqual(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
