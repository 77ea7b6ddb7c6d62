/** Which defaults of variables count: those of root modules that no file sets. */
import { posix } from "node:path";
import { folderOf } from "../text/folder-of";

/** Tells whether nothing in the files sets a variable of a folder, neither a module that calls it nor a file of values. */
export class VariableDefaults {
  readonly #files: ReadonlyMap<string, string>;
  readonly #values: ReadonlyMap<string, string>;
  #called: ReadonlySet<string> | undefined;

  /** Takes the texts of Terraform files, and of files of values: `*.tfvars`, `*.tfvars.json`. */
  constructor(files: ReadonlyMap<string, string>, values: ReadonlyMap<string, string>) {
    this.#files = files;
    this.#values = values;
  }

  /** Whether a default counts; the folder has a slash at its end. */
  counts(folder: string, variable: string): boolean {
    this.#called ??= calledFolders(this.#files);
    if (this.#called.has(posix.normalize(`./${folder}`))) return false;
    const assignment = new RegExp(`^\\s*[{,]?\\s*"?${variable}"?\\s*[=:]`, "m");
    return ![...this.#values].some(([path, text]) => path.startsWith(folder) && assignment.test(text));
  }
}

/** The folders that a `source` of the files names: somebody passes values to their variables. */
function calledFolders(files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const folders = [...files].flatMap(([path, text]) => {
    const from = folderOf(path);
    return [...text.matchAll(/\bsource"?\s*[=:]\s*"(\.\.?\/[^"]*)"/g)].map(([, source = ""]) =>
      posix.normalize(`./${from}${source}/`),
    );
  });
  return new Set(folders);
}
