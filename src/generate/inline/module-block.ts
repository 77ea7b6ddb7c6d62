/** `module`: a typed `module` block in the caller's CDKTF stack that calls the generated module. */
import { type Construct, type IResolvable, splitTokens, TerraformHclModule, TerraformStack, Token } from "../../cdk";
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { escapePart } from "../../hcl/text";
import type { TypeConstraint } from "../../hcl/type";
import type { ModuleModel } from "../../render/model";
import { attributeNode, bindingNode, indexNode, referenceNode } from "../expr/build";
import { toNode } from "../expr/to-node";
import { defaultSource, missingFolder } from "./generated-folder";
import { knownNames } from "./known-names";
import { type AllTokens, type OutputTokens, tokenFor } from "./output-tokens";

type HclModuleConfig = NonNullable<ConstructorParameters<typeof TerraformHclModule>[2]>;

/** The arguments of a `module` block that are not variables of the module. */
export interface ModuleBlockOptions {
  /** Address of the module. @default `generated/modules/<name>` of the current folder, relative to the stack's output */
  readonly source?: string;
  /** Only for sources in a registry. */
  readonly version?: string;
  readonly providers?: HclModuleConfig["providers"];
  readonly dependsOn?: HclModuleConfig["dependsOn"];
  readonly forEach?: HclModuleConfig["forEach"];
  readonly count?: number | IResolvable;
}

/** The parts of a `module` block. */
interface ModuleBlockParts {
  readonly model: ModuleModel;
  readonly options: ModuleBlockOptions;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A call of a generated module. */
export class ModuleBlock<O> extends TerraformHclModule {
  readonly #model: ModuleModel;
  readonly #isRepeated: boolean;

  /** @internal */
  constructor(scope: Construct, id: string, { model, options, variables }: ModuleBlockParts) {
    checkOptions(options, `${scope.node.path}/${id}`);
    const source = options.source ?? defaultSource(scope, model.name);
    super(scope, id, {
      source,
      skipAssetCreationFromLocalModules: true,
      variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, escapeTexts(value)])),
      ...(options.version !== undefined && { version: options.version }),
      ...(options.providers !== undefined && { providers: options.providers }),
      ...(options.dependsOn !== undefined && { dependsOn: options.dependsOn }),
      ...(options.forEach !== undefined && { forEach: options.forEach }),
    });
    if (options.count !== undefined) this.addOverride("count", options.count);
    this.#model = model;
    this.#isRepeated = options.forEach !== undefined || options.count !== undefined;
    // At synthesis: `addProvider` may still come, and the module may still be generated.
    this.node.addValidation({ validate: () => missingAliases(model, this.providers, this.node.path) });
    if (options.source === undefined)
      this.node.addValidation({ validate: () => missingFolder(model.name, this.node.path) });
  }

  /** The module's outputs as tokens. @throws TfwrightError with `forEach` or `count`: use `at` or `all` instead */
  get outputs(): OutputTokens<O> {
    if (this.#isRepeated) {
      fail({
        code: "many-calls",
        path: this.node.path,
        message: "a call with `forEach` or `count` has no single `outputs`",
        hint: "for one call: `.at(key).arn`; for all calls, by their keys: `.all.arn`",
      });
    }
    return this.#outputs((name) => attributeNode(this.#root, name)) as OutputTokens<O>;
  }

  /** With `forEach` or `count`: the outputs of one call. */
  at(key: string | number): OutputTokens<O> {
    return this.#outputs((name) => attributeNode(indexNode(this.#root, toNode(key)), name)) as OutputTokens<O>;
  }

  /** With `forEach` or `count`: the outputs of all calls, each a map by the calls' keys. */
  get all(): AllTokens<O> {
    const all = (name: string): Expression => {
      const [key, value] = [bindingNode("key"), bindingNode("item")];
      return {
        kind: "for",
        key,
        value,
        collection: this.#root,
        resultKey: key,
        result: attributeNode(value, name),
      };
    };
    const mapOf = (element: TypeConstraint = { kind: "any" }) => ({ kind: "map", element }) as const;
    return this.#outputs(all, mapOf) as AllTokens<O>;
  }

  get #root(): Expression {
    return referenceNode(`module.${this.friendlyUniqueId}`);
  }

  #outputs(
    nodeOf: (name: string) => Expression,
    typeOf: (type: TypeConstraint | undefined) => TypeConstraint | undefined = (type) => type,
  ): object {
    const stack = TerraformStack.of(this);
    const entries = this.#model.outputs.map(({ name, type }) => [name, tokenFor(nodeOf(name), typeOf(type), stack)]);
    return knownNames(Object.fromEntries(entries), this.#model.name, this.node.path);
  }
}

function checkOptions({ source, version, forEach, count }: ModuleBlockOptions, path: string): void {
  const refuse = (message: string, hint: string) => fail({ code: "bad-option", path, message, hint });
  if (source === "") refuse("`source` is empty", "leave it out for the generated folder, or give an address");
  if (version !== undefined && source === undefined)
    refuse("`version` is only for modules of a registry", "give the registry's address as `source`");
  if (forEach !== undefined && count !== undefined)
    refuse("`forEach` and `count` cannot be used together", "give one of them");
  if (
    forEach !== undefined &&
    typeof (forEach as { _getForEachExpression?: unknown })._getForEachExpression !== "function"
  )
    refuse("`forEach` takes an iterator of cdktf", "TerraformIterator.fromMap({ ... }) or fromList([...])");
}

/** A module that takes further provider configurations gets them from its caller, always. */
function missingAliases(model: ModuleModel, given: ModuleBlockOptions["providers"], path: string): string[] {
  const names = new Set((given ?? []).flatMap((one) => ("moduleAlias" in one ? [one.moduleAlias] : [])));
  return model.providers
    .flatMap(({ aliases }) => aliases)
    .map((alias) => ({ alias, name: alias.split(".").pop() as string }))
    .filter(({ name }) => !names.has(name))
    .map(
      ({ alias, name }) =>
        `${path}: ${model.name} needs the provider configuration \`${alias}\`, which the call does not pass: providers: [{ moduleAlias: "${name}", provider: ... }]`,
    );
}

/** Texts with `${` and `%{` escaped, so that none becomes code; tokens stay what they are. */
function escapeTexts(value: unknown): unknown {
  if (typeof value === "string") {
    return splitTokens(value)
      .map((part, index, parts) =>
        typeof part === "string" ? escapePart(part, index + 1 < parts.length) : Token.asString(part.token),
      )
      .join("");
  }
  if (typeof value !== "object" || value === null || Token.isUnresolved(value)) return value;
  if (Array.isArray(value)) return value.map(escapeTexts);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeTexts(key), escapeTexts(item)]));
}
