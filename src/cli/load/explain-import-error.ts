/** Errors of imports in the author's code, in words of what the author wrote: a package, a file of it, or a name that it does not export. */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { reasonOf } from "../../errors";
import { nearestName } from "../../text/suggest-name";
import { installHint } from "./install-hint";

/** What is shown of an error. */
interface ExplainedError {
  /** One line. */
  readonly message: string;
  readonly hint?: string;
}

/** @param requireFrom the `require` of the author's code */
export function explainImportError(error: unknown, requireFrom: NodeJS.Require): ExplainedError {
  const message = firstLine(error);
  const missing = missingModule(error, message);
  if (missing !== undefined) return { message, hint: hintForMissing(missing, requireFrom) };
  return notExported(error, message) ?? { message };
}

function firstLine(error: unknown): string {
  return reasonOf(error).split("\n")[0] as string;
}

/** A package, and the path of a file in it, where one was asked for. */
interface MissingModule {
  readonly packageName: string;
  readonly path: string;
}

/** What an error says is not there; undefined for other errors, and for files of the author's own. */
function missingModule(error: unknown, message: string): MissingModule | undefined {
  if ((error as NodeJS.ErrnoException | undefined)?.code !== "MODULE_NOT_FOUND") return undefined;
  const id = /^Cannot find module '([^']+)'/.exec(message)?.[1];
  if (id === undefined || /^[./\\]|^[A-Za-z]:/.test(id)) return undefined;
  const parts = id.split("/");
  const count = id.startsWith("@") ? 2 : 1;
  return { packageName: parts.slice(0, count).join("/"), path: parts.slice(count).join("/") };
}

function hintForMissing({ packageName, path }: MissingModule, requireFrom: NodeJS.Require): string {
  const folder = path === "" ? undefined : folderOfPackage(packageName, requireFrom);
  if (folder === undefined) {
    const canResolve = (name: string) => folderOfPackage(name, requireFrom) !== undefined;
    return `is the package installed? ${installHint(packageName, canResolve)}`;
  }
  const near = nearestFile(folder, path);
  const found = `\`${packageName}\` is installed, and has no \`${path}\``;
  return near === undefined ? found : `${found}; did you mean \`${packageName}/${near}\`?`;
}

/** The folder that a package is installed in. Not every package lets its `package.json` be asked for. */
function folderOfPackage(name: string, { resolve }: NodeJS.Require): string | undefined {
  for (const id of [`${name}/package.json`, name]) {
    try {
      return dirname(resolve(id));
    } catch {}
  }
  return undefined;
}

/** The path that is nearest to a missing one, of those in its folder. */
function nearestFile(folder: string, path: string): string | undefined {
  const slash = path.lastIndexOf("/");
  try {
    const names = readdirSync(join(folder, path.slice(0, Math.max(0, slash)))).map((name) => name.replace(/\.js$/, ""));
    const near = nearestName(path.slice(slash + 1), names);
    return near === undefined ? undefined : `${path.slice(0, slash + 1)}${near}`;
  } catch {
    return undefined;
  }
}

/** A data source is made by its class, as a resource is. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["data", "resource"],
  ["dataSource", "resource"],
]);

/** The compiler writes `(0, import_tfwright.strng)(...)` for a call of an imported name, and `new import_x.Name(...)`. */
const IMPORTED = /^\(?(?:0 ?, ?)?import_(\w+?)\d*\.(\w+)\)? is not a (?:function|constructor)$/;

function notExported(error: unknown, message: string): ExplainedError | undefined {
  const [, module = "", name = ""] = (error instanceof TypeError && IMPORTED.exec(message)) || [];
  if (name === "") return undefined;
  if (module !== "tfwright") return { message: `\`${name}\` is imported from a module that exports no such function` };
  const near = OTHER_NAMES.get(name) ?? nearestName(name, Object.keys(require("../../index") as object));
  return {
    message: `tfwright exports no \`${name}\``,
    ...(near === undefined ? {} : { hint: `did you mean \`${near}\`?` }),
  };
}
