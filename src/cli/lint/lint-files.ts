/** Finds and reads what is to be linted. */
import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, join, posix, sep } from "node:path";
import { fail, Problems, reasonOf } from "../../errors";
import type { LintFile, SourceProblem } from "../../policy-files";
import { compareTexts } from "../../text/compare-texts";
import { decodeText, isBinary, refuseBinary } from "../decode-text";
import type { IsExcluded } from "./excluded-files";

/** The files that were read, and those that were not. */
export interface LintFiles {
  readonly files: readonly LintFile[];
  /** The other files of the Terraform modules of the named files. */
  readonly context: readonly LintFile[];
  /** Folders without files. */
  readonly notes: readonly string[];
  /** Files that cannot be read. */
  readonly problems: readonly SourceProblem[];
  /** Files that are too large to hold policies. */
  readonly unread: readonly SourceProblem[];
  /** The text of another file in one of the folders, or beside one of the named files; undefined where it cannot be read. */
  readonly textOf: (path: string) => string | undefined;
}

/** How standard input is named. */
export const STDIN = "<stdin>";

const SKIPPED: ReadonlySet<string> = new Set([".terraform", "node_modules", "site-packages", "botocore", ".git"]);
const WANTED = /\.(?:tf|tofu|tfvars|json|ya?ml|template)$|^(?!.*\.(?:lock|pkr|tftest)\.hcl$).*\.hcl$/;
/** The byte order mark of UTF-16, decoded as UTF-8. */
const NOT_UTF8 = "\ufffd";
/** How the binary file of a plan starts, which is a zip. */
const BINARY_PLAN = "PK\u0003\u0004";
const LARGEST = 64 * 1024 * 1024;

/** Reads files and folders in the order given, folders in the order of names. @throws where there is nothing that can be read */
export function readLintFiles(paths: readonly string[], isExcluded: IsExcluded): LintFiles {
  const reader = new FileReader(isExcluded);
  for (const path of paths) reader.read(path);
  const { files, notes, unread, problems } = reader;
  if (files.length === 0) problems.throwIfAny();
  const context = [...contextOf(files), ...reader.excludedContext()];
  return {
    files,
    context: [...new Map(context.map((file) => [file.path, file])).values()],
    notes,
    unread,
    problems: problems.all.map(({ code, path, message, hint }) => ({ code, file: path, message, hint })),
    textOf: textsWithin(paths),
  };
}

class FileReader {
  readonly files: LintFile[] = [];
  readonly notes: string[] = [];
  readonly unread: SourceProblem[] = [];
  readonly problems = new Problems();
  readonly #seen = new Set<string>();
  readonly #isExcluded: IsExcluded;
  /** Excluded files of Terraform modules. */
  readonly #excluded: string[] = [];

  constructor(isExcluded: IsExcluded) {
    this.#isExcluded = isExcluded;
  }

  /** The excluded files of modules of which other files are linted: what these refer to stands in them. */
  excludedContext(): readonly LintFile[] {
    const folders = new Set(
      this.files.filter(({ path }) => OF_MODULE.test(path)).map(({ path }) => posix.dirname(path)),
    );
    return this.#excluded.filter((path) => folders.has(posix.dirname(path))).flatMap((path) => contextFile(path));
  }

  read(path: string): void {
    this.problems.attempt(() => this.#readPath(path));
  }

  #readPath(path: string): void {
    const stats = path === "-" ? undefined : statOf(path);
    if (path === "-") this.files.push(textFile(STDIN, decodeText(readFileSync(0))));
    else if (stats === undefined) fail({ code: "no-file", path, message: "there is no such file or folder" });
    else if (this.#isExcluded(stats.isDirectory() ? `${path}/` : path)) {
      this.unread.push({
        code: "excluded",
        message: "it is excluded, by `exclude` in the config or `--exclude`",
        file: named(path),
      });
    } else if (!stats.isDirectory()) this.files.push(readNamed(path, stats));
    else {
      const found = walk(path, { seen: this.#seen, isExcluded: this.#isExcluded }).filter((file) => {
        const isExcluded = this.#isExcluded(file);
        if (isExcluded && OF_MODULE.test(file)) this.#excluded.push(slashed(file));
        return !isExcluded;
      });
      if (found.length === 0) this.notes.push(`${named(path)}: there is no .tf, .tofu, .json or .yaml file here`);
      for (const file of found) this.problems.attempt(() => this.#readFound(file));
    }
  }

  /** Files that cannot contain a policy are skipped. Few files are large, so that each is read before it is measured. */
  #readFound(path: string): void {
    const text = readUnlessHuge(path);
    if (text !== undefined && isBinary(text))
      this.unread.push({
        code: "binary-file",
        message: "the file is skipped, because it is binary",
        file: named(path),
      });
    else if (text !== undefined && text.length <= LARGEST) this.files.push({ path: slashed(path), text, named: false });
    else {
      const message = `the file is skipped, because it has ${statOf(path)?.size ?? LARGEST} bytes`;
      this.unread.push({ code: "too-large", message, file: named(path) });
    }
  }
}

/** Files of a Terraform module, and its values. */
const OF_MODULE = /\.(?:tf|tofu|tfvars)(?:\.json)?$/;

/**
 * A folder is a module: where a file of it is named, as by a hook or an editor, the locals, the documents and the attachments of its other
 * files say what the policies in it are. What cannot be read is left out.
 */
function contextOf(files: readonly LintFile[]): readonly LintFile[] {
  const given = new Set(files.map(({ path }) => posix.normalize(path)));
  const isPart = ({ path, text, named: isNamed }: LintFile) =>
    isNamed === true && /\.(?:tf|tofu)$/.test(path) && /polic|statement/i.test(text);
  const folders = new Set(files.filter(isPart).map(({ path }) => posix.dirname(path)));
  return [...folders].flatMap((folder) =>
    namesIn(folder).flatMap((name): readonly LintFile[] => {
      const path = posix.join(folder, name);
      return !OF_MODULE.test(name) || given.has(path) ? [] : contextFile(path);
    }),
  );
}

function contextFile(path: string): readonly LintFile[] {
  const text = textIfThere(path);
  return text === undefined || isBinary(text) ? [] : [{ path, text, isContext: true }];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Reads files inside of the folders that are given, whatever links lead out of them, and beside the files that are given. */
function textsWithin(paths: readonly string[]): LintFiles["textOf"] {
  let roots: readonly string[] | undefined;
  return (path) => {
    roots ??= paths.flatMap((given) => {
      const stats = given === "-" ? undefined : statOf(given);
      return stats === undefined ? [] : [realpathSync(stats.isDirectory() ? given : dirname(given))];
    });
    const real = realPathOf(path);
    if (real === undefined || !roots.some((root) => real.startsWith(root.endsWith(sep) ? root : root + sep)))
      return undefined;
    return textIfThere(path);
  };
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** The text of a file; undefined where there is none, it is too large, or it cannot be read. */
function textIfThere(path: string): string | undefined {
  const stats = statOf(path);
  if (stats === undefined || !stats.isFile() || stats.size > LARGEST) return undefined;
  try {
    return readText(path);
  } catch {
    return undefined;
  }
}

function readNamed(path: string, stats: Stats): LintFile {
  if (stats.size > LARGEST)
    fail({ code: "too-large", path, message: `the file has ${stats.size} bytes, but may have at most ${LARGEST}` });
  return textFile(named(path), read(path));
}

/** A file that was named. The binary file of a plan has a message of its own, which says how to make its JSON. */
function textFile(path: string, text: string): LintFile {
  return isBinary(text) && !text.startsWith(BINARY_PLAN) ? refuseBinary(path) : { path, text, named: true };
}

function readUnlessHuge(path: string): string | undefined {
  try {
    return readText(path);
  } catch (error) {
    const isHuge = (statOf(path)?.size ?? 0) > LARGEST;
    return isHuge ? undefined : unreadable(path, error);
  }
}

interface WalkState {
  /** The folders that were entered. */
  readonly seen: Set<string>;
  readonly isExcluded: IsExcluded;
}

/** Files below a folder; each folder is entered once, whatever links lead to it, and an excluded one never. */
function walk(folder: string, way: WalkState): readonly string[] {
  const { seen, isExcluded } = way;
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
    if (kind?.isDirectory()) return isExcluded(`${path}/`) ? [] : walk(path, way);
    return kind?.isFile() && WANTED.test(name) ? [path] : [];
  });
}

function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareTexts(a.name, b.name));
  } catch (error) {
    fail({
      code: "unreadable-folder",
      path: folder,
      message: `the folder cannot be read: ${reasonOf(error)}`,
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
  return text.startsWith(NOT_UTF8) ? decodeText(readFileSync(path)) : text;
}

function unreadable(path: string, error: unknown): never {
  return fail({ code: "unreadable-file", path, message: `the file cannot be read: ${reasonOf(error)}` });
}

function named(path: string): string {
  return posix.normalize(slashed(path));
}

function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
