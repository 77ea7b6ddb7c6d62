/** Finds and reads what is to be linted. */
import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { fail } from "../errors";
import type { LintFile } from "../policy-files";

/** The files that were read, and the files that were skipped. */
export interface LintFiles {
  readonly files: readonly LintFile[];
  readonly notes: readonly string[];
}

/** How standard input is named. */
export const STDIN = "<stdin>";

const SKIPPED: ReadonlySet<string> = new Set([".terraform", "node_modules", ".git"]);
const WANTED = /\.(?:tf|tofu|json|ya?ml|template)$/;
/** The byte order mark of UTF-16, decoded as UTF-8. */
const NOT_UTF8 = "\ufffd";
const LARGEST = 64 * 1024 * 1024;

/** Reads files and folders in the order given, folders in the order of names. @throws where one cannot be read */
export function readLintFiles(paths: readonly string[]): LintFiles {
  const seen = new Set<string>();
  const read = paths.flatMap((path) => readPath(path, seen));
  const notes = read.filter((one) => typeof one === "string");
  return { files: read.filter((one) => typeof one !== "string"), notes };
}

/** The files of a path, and as texts the notes on what is left out. */
function readPath(path: string, seen: Set<string>): readonly (LintFile | string)[] {
  if (path === "-") return [{ path: STDIN, text: decode(readFileSync(0)), named: true }];
  const stats = statOf(path);
  if (stats === undefined) fail({ code: "no-file", path, message: "there is no such file or folder" });
  if (!stats.isDirectory()) return [readNamed(path, stats)];
  const found = walk(path, seen);
  return found.length === 0
    ? [`${named(path)}: there is no .tf, .tofu, .json or .yaml file here`]
    : found.map(readFound);
}

function readNamed(path: string, stats: Stats): LintFile {
  if (stats.size > LARGEST)
    fail({ code: "too-large", path, message: `the file has ${stats.size} bytes, but may have at most ${LARGEST}` });
  return { path: named(path), text: read(path), named: true };
}

/**
 * Files that cannot contain a policy are skipped, with a note. Few files are large, so that each is read before it is measured.
 */
function readFound(path: string): LintFile | string {
  const text = readUnlessHuge(path);
  if (text !== undefined && text.length <= LARGEST) return { path: slashed(path), text, named: false };
  return `${named(path)}: skipped, because it has ${statOf(path)?.size ?? LARGEST} bytes`;
}

function readUnlessHuge(path: string): string | undefined {
  try {
    return readText(path);
  } catch (error) {
    const isHuge = (statOf(path)?.size ?? 0) > LARGEST;
    return isHuge ? undefined : unreadable(path, error);
  }
}

/** Files below a folder; each folder is entered once, whatever links lead to it. */
function walk(folder: string, seen: Set<string>): readonly string[] {
  const real = realpathSync(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const start = join(folder, "x").slice(0, -1);
  return entriesIn(folder).flatMap((entry) => {
    const { name } = entry;
    if (SKIPPED.has(name)) return [];
    const path = start + name;
    // The type of a symbolic link, and on some file systems of any entry, needs a call of `stat`.
    const kind = entry.isFile() || entry.isDirectory() ? entry : statOf(path);
    if (kind?.isDirectory()) return walk(path, seen);
    return kind?.isFile() && WANTED.test(name) ? [path] : [];
  });
}

function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    fail({
      code: "unreadable-folder",
      path: folder,
      message: `the folder cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    // Gone, not ours to read, or a link to itself.
    return undefined;
  }
}

function read(path: string): string {
  try {
    return readText(path);
  } catch (error) {
    return unreadable(path, error);
  }
}

function readText(path: string): string {
  const text = readFileSync(path, "utf8");
  return text.startsWith(NOT_UTF8) ? decode(readFileSync(path)) : text;
}

function unreadable(path: string, error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  return fail({ code: "unreadable-file", path, message: `the file cannot be read: ${reason}` });
}

/** UTF-8, or UTF-16 where a mark says so. */
function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? "utf16le" : "utf8");
}

function named(path: string): string {
  return posix.normalize(slashed(path));
}

function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
