import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, gather } from "../errors";
import { type FoundEntry, findEntry, refuseSymlink } from "./inspect-path";

/** Content of files on disk by their path; `null` if there is no file. */
type DiskFiles = ReadonlyMap<string, Buffer | null>;

/**
 * Reads the existing files at the paths that a run writes, and at those of its orphans.
 *
 * @throws TfwrightError with `symlink` and `path-clash`, all of them together.
 */
export function readFiles(root: string, wanted: readonly string[], orphans: readonly string[]): DiskFiles {
  const contents = new Map<string, Buffer | null>();
  const folders = new Set<string>();
  const links = new Set<string>();
  const leaving = new Set(orphans);
  const read = (path: string): void => {
    const found = findEntry(root, path, folders);
    contents.set(path, found.kind === "file" ? readFileSync(join(root, path)) : null);
    if (found.kind === "symlink") links.add(found.at);
    else if (!leaving.has(path)) refuseObstacle(root, path, found, leaving);
  };
  gather([
    ...[...wanted, ...orphans].map((path) => () => read(path)),
    () => gather([...links].sort().map((at) => () => refuseSymlink(at))),
  ]);
  return contents;
}

/** At a path that the run writes, there may be a file, nothing, or a folder that is removed with the orphans. */
function refuseObstacle(root: string, path: string, { kind, at }: FoundEntry, leaving: ReadonlySet<string>): void {
  if (kind === "file" || kind === "missing") return;
  if (kind === "blocked" && leaving.has(at)) return;
  if (kind === "folder" && isVacated(root, path, leaving)) return;
  const what = kind === "folder" ? "a folder" : kind === "blocked" ? at : "a device, a pipe or a socket";
  fail({
    code: "path-clash",
    path,
    message: `${what} has the path of this generated file`,
    hint: "move it to another place",
  });
}

/** Whether all that a folder holds are orphans, so that it goes with them. */
function isVacated(root: string, folder: string, leaving: ReadonlySet<string>): boolean {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return (
    entries.length > 0 &&
    entries.every((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? isVacated(root, path, leaving) : leaving.has(path);
    })
  );
}
