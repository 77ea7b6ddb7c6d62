/**
 * Decides whether the default of a variable is the value that Terraform uses: only in a root module, and only if no values file sets
 * the variable.
 */
import { posix } from "node:path";
import { type BodySyntax, readHcl } from "../../hcl/read";
import { membersIn } from "../../json/json-node";
import { readJson } from "../../json/read-json";
import { readTerraformJson } from "../../terraform/terraform-json";
import { folderOf } from "../../text/folder-of";
import { attributeOf } from "./hcl-arguments";

/** Knows which variables are set by a calling module or by a values file. */
export class VariableDefaults {
  readonly #files: ReadonlyMap<string, string>;
  readonly #values: ReadonlyMap<string, string>;
  #called: ReadonlySet<string> | undefined;
  #set: readonly (readonly [path: string, variables: ReadonlySet<string>])[] | undefined;

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
    this.#set ??= [...this.#values].map(([path, text]) => [path, variablesIn(path, text)]);
    return !this.#set.some(([path, variables]) => path.startsWith(folder) && variables.has(variable));
  }
}

/** The variables that a values file sets. */
function variablesIn(path: string, text: string): ReadonlySet<string> {
  if (path.endsWith(".json")) return new Set(membersIn(readJson(text).value).map(({ key }) => key));
  return new Set(readHcl(text).body.flatMap((item) => (item.kind === "attribute" ? [item.name] : [])));
}

/** The folders that a module call, or a file of Terragrunt, has as its `source`. The caller may set their variables. */
function calledFolders(files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const folders = [...files].flatMap(([path, text]) =>
    bodyOf(path, text).flatMap((item) => {
      if (item.kind !== "block" || (item.type !== "module" && item.type !== "terraform")) return [];
      const source = attributeOf(item.body, "source");
      const isFolder = source?.kind === "literal" && /^\.\.?\//.test(String(source.value));
      return isFolder ? [posix.normalize(`./${folderOf(path)}${source.value}/`)] : [];
    }),
  );
  return new Set(folders);
}

function bodyOf(path: string, text: string): BodySyntax {
  if (!/\bsource\b/.test(text)) return [];
  return path.endsWith(".json") ? readTerraformJson(text).body : readHcl(text).body;
}
