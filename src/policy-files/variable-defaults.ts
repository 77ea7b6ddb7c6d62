/**
 * Decides whether the default of a variable is the value that Terraform uses: only in a root module, and only if no values file sets
 * the variable.
 */
import { posix } from "node:path";
import { folderOf } from "../text/folder-of";

/** Knows which variables are set by a calling module or by a values file. */
export class VariableDefaults {
  readonly #files: ReadonlyMap<string, string>;
  readonly #values: ReadonlyMap<string, string>;
  #called: ReadonlySet<string> | undefined;

  /**
   * @param files contents of Terraform files by path
   * @param values contents of `*.tfvars` and `*.tfvars.json` files by path
   */
  constructor(files: ReadonlyMap<string, string>, values: ReadonlyMap<string, string>) {
    this.#files = files;
    this.#values = values;
  }

  /** Whether the default of a variable is in effect. `folder` ends with a slash. */
  counts(folder: string, variable: string): boolean {
    this.#called ??= calledFolders(this.#files);
    if (this.#called.has(posix.normalize(`./${folder}`))) return false;
    const assignment = new RegExp(`^\\s*[{,]?\\s*"?${variable}"?\\s*[=:]`, "m");
    return ![...this.#values].some(([path, text]) => path.startsWith(folder) && assignment.test(text));
  }
}

/** The folders that a module call has as its `source`. The caller may set their variables. */
function calledFolders(files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const folders = [...files].flatMap(([path, text]) => {
    const from = folderOf(path);
    return [...text.matchAll(/\bsource"?\s*[=:]\s*"(\.\.?\/[^"]*)"/g)].map(([, source = ""]) =>
      posix.normalize(`./${from}${source}/`),
    );
  });
  return new Set(folders);
}
