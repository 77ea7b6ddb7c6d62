/** What an address may refer to in a module. */
import type { VariableModel } from "../../render/model";
import { suggestName } from "../../text/suggest-name";
import type { ModuleBuilder } from "../dsl/module-builder";

/** Where an address is read: in a block of the module, where `each`, `count` and `self` may be known, or in an output. */
export type AddressContext = "block" | "output";

/** What is wrong with a reference. */
export interface ReferenceFault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** What references may begin with besides what the module itself has. */
const BUILT_IN = new Set(["path", "terraform", "each", "count", "self"]);
const NAMES_OF_BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  path: ["module", "root", "cwd"],
  terraform: ["workspace", "applying"],
  each: ["key", "value"],
  count: ["index"],
};
const IN_BLOCKS_ONLY = new Set(["each", "count", "self"]);
/** Kinds of blocks whose addresses begin with the kind. */
const THREE_NAMES = new Set(["data", "ephemeral", "action"]);

/** The addresses of a module. */
export class ModuleAddresses {
  readonly #builder: ModuleBuilder;
  readonly #variables: ReadonlySet<string>;
  /** Types of the module's resources and data sources. */
  readonly #types: ReadonlySet<string>;
  /** Local names of its providers, which are the first word of their types. */
  readonly #providers: readonly string[];

  constructor(builder: ModuleBuilder, variables: readonly VariableModel[], providers: readonly string[]) {
    this.#builder = builder;
    this.#variables = new Set(variables.map(({ name }) => name));
    this.#types = new Set(
      builder.parts.flatMap((part) => (part.kind === "resource" || part.kind === "data" ? [part.type] : [])),
    );
    this.#providers = providers;
  }

  /** Whether the module has a variable or a part of an address. */
  has(address: string): boolean {
    return address.startsWith("var.") ? this.#variables.has(address.slice(4)) : this.#builder.hasAddress(address);
  }

  /** What is wrong with an address: undefined if it leads to something. */
  faultOf(address: string, context: AddressContext): ReferenceFault | undefined {
    const [root = "", second = "", third = ""] = address.split(/[.[]/);
    if (root === "var") return this.faultOfVariable(second);
    if (root === "local" || root === "module")
      return this.#faultOfPart(`${root}.${second}`, "create it with `local` or `moduleCall`");
    if (THREE_NAMES.has(root) || this.#isType(root)) {
      const maker = root === "ephemeral" || root === "action" ? root : "resource";
      const part = THREE_NAMES.has(root) ? `${root}.${second}.${third}` : `${root}.${second}`;
      return this.#faultOfPart(part, `create it with \`${maker}\`, or correct the address`);
    }
    if (!BUILT_IN.has(root) || (context === "output" && IN_BLOCKS_ONLY.has(root))) return faultOfRoot(root, address);
    return faultOfBuiltIn(root, second);
  }

  /** What is wrong with the name of a variable. */
  faultOfVariable(name: string): ReferenceFault | undefined {
    if (this.#variables.has(name)) return undefined;
    return {
      code: "unknown-variable",
      message: `\`var.${name}\` is not a variable of this module`,
      hint: `its variables are ${[...this.#variables].join(", ") || "none"}`,
    };
  }

  #faultOfPart(address: string, hint: string): ReferenceFault | undefined {
    if (this.#builder.hasAddress(address)) return undefined;
    return { code: "unknown-reference", message: `\`${address}\` does not exist in this module`, hint };
  }

  #isType(name: string): boolean {
    return this.#types.has(name) || this.#providers.some((provider) => name.startsWith(`${provider}_`));
  }
}

function faultOfRoot(root: string, address: string): ReferenceFault {
  return {
    code: "unknown-reference",
    message: `\`${address}\` refers to nothing in this module`,
    hint: IN_BLOCKS_ONLY.has(root)
      ? `\`${root}\` is known only inside a resource or module call`
      : "references start with var, local, module, data, ephemeral, path, terraform or a resource of this module",
  };
}

function faultOfBuiltIn(root: string, name: string): ReferenceFault | undefined {
  const names = NAMES_OF_BUILT_IN[root];
  if (names === undefined || names.includes(name)) return undefined;
  return {
    code: "unknown-reference",
    message: `Terraform has no \`${root}.${name}\``,
    hint: suggestName(name, names, `names after \`${root}.\``),
  };
}
