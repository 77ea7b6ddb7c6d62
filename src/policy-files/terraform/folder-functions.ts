/** Terraform's functions that read files of the folder: `file`, `fileset`, `templatefile`, `jsondecode` and `yamldecode`. */
import { posix } from "node:path";
import { isHclProblem, readHclTemplate } from "../../hcl/read";
import type { Evaluator, FileFunction } from "../../terraform/evaluator";
import { listValue, type TextValue, textValue, type Value } from "../../terraform/value";
import { tokenEnd } from "../../text/tokens";
import { decodeJson, decodeYaml } from "../policy-text";

/** A file that an expression reads, and where its text starts among all texts of the folder. */
interface DataFile {
  readonly text: string;
  readonly base: number;
}

interface FolderFunctionsInput {
  /** The folder of the module, with a slash at its end; empty where it is the one where the command runs. */
  readonly folder: string;
  /** The file of a path, if there is one that may be read. */
  readonly fileAt: (path: string) => DataFile | undefined;
  /** The paths of all files that are known. */
  readonly paths: () => readonly string[];
  readonly evaluator: () => Evaluator;
}

/** The functions by name. */
export function folderFunctions(input: FolderFunctionsInput): ReadonlyMap<string, FileFunction> {
  const fileOf = (path: Value | undefined) => {
    const name = path?.kind === "text" ? pathIn(input.folder, path.text) : undefined;
    return name === undefined ? undefined : input.fileAt(name);
  };
  return new Map<string, FileFunction>([
    ["file", ([path]) => asText(fileOf(path))],
    ["fileset", ([folder, files]) => filesIn(input, folder, files)],
    ["templatefile", ([path, vars]) => renderTemplate(fileOf(path), vars, input.evaluator())],
    ["jsondecode", ([text]) => (text?.kind === "text" ? decodeJson(text) : decodedAgain(text))],
    ["yamldecode", ([text]) => (text?.kind === "text" ? decodeYaml(text) : decodedAgain(text))],
  ]);
}

/**
 * A path that an expression gives, from where the command runs. `path.root` and the working directory of Terraform are taken for the
 * folder of the module, as they are in a root module. Undefined where a part of it is not known.
 */
function pathIn(folder: string, given: string): string | undefined {
  const end = given.startsWith("${path.") ? (tokenEnd(given, 0) ?? 0) : 0;
  const rest = given.slice(end);
  if (rest.includes("${") || rest === "" || (end === 0 && rest.startsWith("/"))) return undefined;
  return posix.normalize(`${folder}./${rest}`);
}

/** The files of a folder that fit a pattern; undefined where none is known: they may not have been given. */
function filesIn(
  { folder, paths }: FolderFunctionsInput,
  given: Value | undefined,
  files: Value | undefined,
): Value | undefined {
  const path = given?.kind === "text" ? pathIn(folder, `${given.text}/`) : undefined;
  const fits = files?.kind === "text" ? globPattern(files.text) : undefined;
  if (path === undefined || fits === undefined) return undefined;
  const start = path === "./" ? "" : path;
  const found = paths().flatMap((one) =>
    one.startsWith(start) && fits.test(one.slice(start.length)) ? [one.slice(start.length)] : [],
  );
  if (found.length === 0) return undefined;
  const names = found.sort().map((name) => textValue(name, given?.at));
  return { ...listValue(names, given?.at), isUnordered: true };
}

/** The patterns of `fileset`: `*` and `?` within a name, `**` over folders, `{json,tpl}`. Undefined for one with more. */
function globPattern(glob: string): RegExp | undefined {
  if (/[[\]\\$]/.test(glob)) return undefined;
  const parts = glob.split(/(\*\*\/?|\*|\?|[{},])/).map((part) => GLOB.get(part) ?? part.replace(/[.+^()|]/g, "\\$&"));
  return new RegExp(`^${parts.join("")}$`);
}

const GLOB: ReadonlyMap<string, string> = new Map([
  ["**/", "(?:[^/]+/)*"],
  ["**", ".*"],
  ["*", "[^/]*"],
  ["?", "[^/]"],
  ["{", "(?:"],
  [",", "|"],
  ["}", ")"],
]);

/** The path in the source of a call, `file("${path.module}/x.json")`, if it is written out there. */
export function pathOfCall(folder: string, source: string): string | undefined {
  const given = /^(?:template)?file\("((?:[^"\\$]|\$\{path\.\w+\})*)"/.exec(source)?.[1];
  return given === undefined ? undefined : pathIn(folder, given);
}

function asText(file: DataFile | undefined): TextValue | undefined {
  return file && textValue(file.text, file.base, [{ at: 0, from: file.base }]);
}

/** The template with its variables: those that are not known, and those that it takes elsewhere, are tokens. */
export function renderTemplate(
  file: DataFile | undefined,
  vars: Value | undefined,
  evaluator: Evaluator,
): Value | undefined {
  const template = file && readHclTemplate(file.text);
  if (file === undefined || template === undefined || isHclProblem(template)) return undefined;
  const names = new Map(vars?.kind === "object" ? vars.entries.map(({ key, value }) => [key, value]) : []);
  const value = evaluator.fold(template, { base: file.base, names });
  // A template starts where its file does; the reader of strings in quotes counts a quote in front.
  return value.kind === "text" ? { ...value, at: file.base } : value;
}

/** `jsondecode(jsonencode(value))` */
function decodedAgain(value: Value | undefined): Value | undefined {
  return value?.kind === "json" ? value.value : undefined;
}
