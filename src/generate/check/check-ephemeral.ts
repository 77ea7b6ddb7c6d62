/**
 * Ephemeral values may stand only where Terraform keeps nothing of them: in write-only arguments, in ephemeral resources, in
 * conditions, and in locals, outputs and inputs that are ephemeral themselves.
 */
import type { Problems } from "../../errors";
import type { BlockItem, Body, BodyItem } from "../../hcl/document";
import { childrenOf, type Expression } from "../../hcl/expression";
import type { ModuleModel, OutputModel, VariableModel } from "../../render/model";
import { ArgumentScope } from "./argument-scope";
import { addressAndNames, searchUntilComplete } from "./follow-values";
import { readNames } from "./read-hcl-names";

/** The parts of a module in which values stand. */
interface EphemeralModule {
  readonly name: string;
  readonly variables: readonly VariableModel[];
  readonly outputs: readonly OutputModel[];
  readonly main: Body;
  /** The modules of ours that are called, by the name of the call. */
  readonly called: ReadonlyMap<string, ModuleModel>;
  /** What the schemas say of arguments, by the address of each element. */
  readonly scopes: ReadonlyMap<string, ArgumentScope>;
}

/** Reports ephemeral values where Terraform refuses them. */
export function checkEphemeral(module: EphemeralModule, problems: Problems): void {
  const names = new EphemeralNames(module);
  if (names.isEmpty) return;
  const places = new Places(names, module, problems);
  for (const item of module.main) if (item.kind === "block") places.checkTopBlock(item, module.name);
  for (const { name, value, ephemeral, preconditions } of module.outputs) {
    const path = `${module.name}.outputs.${name}`;
    if (!ephemeral)
      places.refuse(
        value,
        path,
        "an output that is not ephemeral",
        "set `ephemeral: true`, or pass the value through `fn.ephemeralasnull`",
      );
    for (const { message } of preconditions) places.refuseMessage(message, path);
  }
}

/** Which addresses hold ephemeral values. */
class EphemeralNames {
  /** `var.token`, `local.header` */
  readonly #names: Set<string>;
  /** `module.login.token` */
  readonly #outputs: ReadonlySet<string>;
  readonly #hasResources: boolean;

  constructor({ variables, main, called }: EphemeralModule) {
    this.#names = new Set(variables.flatMap(({ name, ephemeral }) => (ephemeral ? [`var.${name}`] : [])));
    this.#outputs = new Set(
      [...called].flatMap(([call, { outputs }]) =>
        outputs.flatMap(({ name, ephemeral }) => (ephemeral ? [`module.${call}.${name}`] : [])),
      ),
    );
    this.#hasResources = main.some((item) => item.kind === "block" && item.type === "ephemeral");
    const locals = main.flatMap((item) => (item.kind === "block" && item.type === "locals" ? item.body : []));
    searchUntilComplete(
      () => this.#names.size,
      () => {
        for (const local of locals)
          if (local.kind === "attribute" && this.find(local.value) !== undefined)
            this.#names.add(`local.${local.name}`);
      },
    );
  }

  get isEmpty(): boolean {
    return this.#names.size === 0 && this.#outputs.size === 0 && !this.#hasResources;
  }

  /** The first ephemeral value in an expression, by its address. */
  find(node: Expression): string | undefined {
    if (node.kind === "call" && node.name === "ephemeralasnull") return undefined;
    if (node.kind === "raw") return this.#findInText(node.text);
    if (node.kind === "reference") return this.#isEphemeral(node.address) ? node.address : undefined;
    const [address, name] = addressAndNames(node);
    if (name !== undefined && this.#outputs.has(`${address}.${name}`)) return `${address}.${name}`;
    for (const child of childrenOf(node)) {
      const found = this.find(child);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #isEphemeral(address: string): boolean {
    return address.startsWith("ephemeral.") || this.#names.has(address);
  }

  #findInText(text: string): string | undefined {
    const names = readNames(text);
    if ("message" in names || names.functions.includes("ephemeralasnull")) return undefined;
    for (const steps of names.references) {
      if (steps[0] === "ephemeral" && steps.length > 2) return steps.slice(0, 3).join(".");
      const address = steps.slice(0, 2).join(".");
      if (this.#isEphemeral(address)) return address;
      if (this.#outputs.has(steps.slice(0, 3).join("."))) return steps.slice(0, 3).join(".");
    }
    return undefined;
  }
}

const TO_WRITE_ONLY =
  "use the write-only form of the argument (`password_wo` for `password`) if the provider has one; or `fn.ephemeralasnull`, which is null";

/** The kinds of blocks as messages call them, where their arguments are kept. */
const KEPT: Readonly<Record<string, string>> = {
  resource: "an argument of a resource",
  data: "an argument of a data source",
  action: "an argument of an action",
  import: "an import",
};
/** Blocks of a resource of which Terraform keeps nothing. */
const NOT_KEPT = new Set(["provisioner", "connection"]);

/** Where an argument stands. */
interface KeptPlace {
  readonly path: string;
  /** How arguments are called there; undefined where nothing of them is kept. */
  readonly kept: string | undefined;
  readonly scope: ArgumentScope;
}

/** Holds ephemeral values against the places where they stand. */
class Places {
  readonly #names: EphemeralNames;
  readonly #called: ReadonlyMap<string, ModuleModel>;
  readonly #scopes: ReadonlyMap<string, ArgumentScope>;
  readonly #problems: Problems;

  constructor(names: EphemeralNames, { called, scopes }: EphemeralModule, problems: Problems) {
    this.#names = names;
    this.#called = called;
    this.#scopes = scopes;
    this.#problems = problems;
  }

  checkTopBlock(block: BlockItem, module: string): void {
    const labels = block.type === "resource" ? block.labels : [block.type, ...block.labels];
    const path = [module, ...labels].join(".");
    if (block.type === "module") this.#checkCall(block, path);
    else if (block.type !== "locals") {
      const scope = this.#scopes.get(labels.join(".")) ?? ArgumentScope.unknown;
      this.#checkBody(block.body, { path, kept: KEPT[block.type], scope });
    }
  }

  #checkBody(body: readonly BodyItem[], place: KeptPlace): void {
    for (const item of body) {
      if (item.kind === "attribute") this.#checkArgument(item.name, item.value, place);
      if (item.kind !== "block" || NOT_KEPT.has(item.type)) continue;
      if (item.type === "lifecycle" || item.type === "assert") this.#checkRules(item, place.path);
      else
        this.#checkBody(item.body, {
          path: [place.path, ...item.labels].join("."),
          kept: place.kept,
          scope: place.scope.inner(item),
        });
    }
  }

  #checkArgument(name: string, value: Expression, { path, kept, scope }: KeptPlace): void {
    if (name === "count" || name === "for_each")
      this.refuse(value, `${path}.${name}`, `\`${name}\``, "decide it by a value that is not ephemeral");
    else if (kept !== undefined && !scope.isWriteOnly(name)) this.refuse(value, `${path}.${name}`, kept, TO_WRITE_ONLY);
  }

  /** Conditions may use ephemeral values, but no message may, because it is printed. */
  #checkRules(block: BlockItem, path: string): void {
    for (const item of block.body) {
      if (item.kind === "attribute" && item.name === "error_message") this.refuseMessage(item.value, path);
      if (item.kind === "block") this.#checkRules(item, path);
    }
  }

  #checkCall(block: BlockItem, path: string): void {
    const called = this.#called.get(block.labels[0] ?? "");
    for (const item of block.body) {
      if (item.kind !== "attribute") continue;
      const variable = called?.variables.find(({ name }) => name === item.name);
      const kept =
        variable === undefined || variable.ephemeral ? undefined : `the input \`${item.name}\`, which is not ephemeral`;
      if (item.name === "count" || item.name === "for_each")
        this.#checkArgument(item.name, item.value, { path, kept, scope: ArgumentScope.unknown });
      else if (kept !== undefined)
        this.refuse(
          item.value,
          `${path}.${item.name}`,
          kept,
          `set \`ephemeral: true\` on the variable of ${called?.name}`,
        );
    }
  }

  refuseMessage(message: Expression, path: string): void {
    this.refuse(message, path, "an error message", "leave the value out of the message");
  }

  /** @param where `an argument of a resource` */
  refuse(value: Expression, path: string, where: string, hint: string): void {
    const found = this.#names.find(value);
    if (found === undefined) return;
    this.#problems.add({
      code: "ephemeral-value",
      path,
      message: `\`${found}\` is ephemeral: Terraform keeps it nowhere, so that it cannot stand in ${where}`,
      hint,
    });
  }
}
