import { type Problem, TfwrightError } from "../errors";
import { JOURNAL, MANIFEST } from "./reserved-names";

const CONTROL = /[\p{Cc}\p{Cs}]/u;

/** Why a path does not name a file inside the output folder on every system, or `undefined` when it does. */
export function findPathFault(path: string): string | undefined {
  if (CONTROL.test(path)) return "the path contains a control character";
  if (path.includes("\\")) return "the path contains a backslash; separate folders with /";
  if (path.startsWith("/")) return "the path is absolute";
  if (path.includes(":")) return "the path contains a colon, which Windows reads as a drive";
  const segments = path.split("/");
  if (segments.includes("")) return "the path has an empty segment";
  if (segments.some((segment) => segment === "." || segment === "..")) return "the path contains a segment . or ..";
  // Windows drops these at the end of a name, so that ".. " would mean "..".
  if (segments.some((segment) => /[. ]$/.test(segment))) return "a segment of the path ends with a dot or a space";
  return undefined;
}

/**
 * Checks that each path stays in the output folder and that all of them can exist together on every file system.
 *
 * @throws TfwrightError with every `path-outside`, or with every `path-clash` when all paths are inside.
 */
export function checkPaths(paths: Iterable<string>): void {
  const sorted = [...new Set(paths)].sort();
  const outside = sorted.flatMap((path) => {
    const fault = findPathFault(path);
    return fault === undefined ? [] : [describeOutside(path, fault)];
  });
  const problems = outside.length > 0 ? outside : findClashes(sorted);
  if (problems.length > 0) throw new TfwrightError(problems);
}

function describeOutside(path: string, fault: string): Problem {
  return {
    code: "path-outside",
    path: JSON.stringify(path),
    message: `${fault}; tfwright writes only inside the output folder`,
    hint: "write the path with / between folders, such as modules/glue-job/main.tf",
  };
}

interface FolderEntry {
  readonly path: string;
  readonly kind: "file" | "folder";
}

function findClashes(sorted: readonly string[]): Problem[] {
  const taken = new Map<string, FolderEntry>();
  for (const path of [JOURNAL, MANIFEST]) taken.set(foldCase(path), { path, kind: "file" });
  return sorted.flatMap((path) => {
    for (const place of listPlaces(path)) {
      const other = taken.get(foldCase(place.path));
      const message = other === undefined ? undefined : describeClash(place, other);
      if (message !== undefined) return [{ code: "path-clash", path, message, hint: "choose another name" }];
      if (other === undefined) taken.set(foldCase(place.path), place);
    }
    return [];
  });
}

/** The folders on the way to a file, then the file. */
function listPlaces(path: string): FolderEntry[] {
  const segments = path.split("/");
  return segments.map((_, index) => ({
    path: segments.slice(0, index + 1).join("/"),
    kind: index === segments.length - 1 ? "file" : "folder",
  }));
}

function describeClash(place: FolderEntry, other: FolderEntry): string | undefined {
  if (other.path === JOURNAL || other.path === MANIFEST) return `the name ${other.path} is reserved for tfwright`;
  if (place.path !== other.path) return `${place.path} and ${other.path} differ only in case`;
  if (place.kind !== other.kind) return `${place.path} would be both a file and a folder`;
  return undefined;
}

/** Names that are one on a file system that ignores case or Unicode form. */
function foldCase(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}
