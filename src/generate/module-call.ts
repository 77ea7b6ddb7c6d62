/** `moduleCall`: a module that calls another, one of ours by its definition or any other by its source. */
import type { Construct } from "../cdk";
import { fail } from "../errors";
import type { Expression } from "../hcl/expression";
import type { ModuleModel } from "../render/model";
import type { Locale } from "../text/locale";
import { suggestName } from "../text/suggest-name";
import { checkOptions } from "./dsl/check-options";
import type { Definition, Outputs, Variables } from "./dsl/definition";
import { type Each, eachOf, forEachOf, isKnownEmpty } from "./dsl/for-each";
import type { ByKind } from "./dsl/kinds";
import { builderOf, type ModuleBuilder, type ModulePart } from "./dsl/module-builder";
import type { Output } from "./dsl/parts";
import type { ForEntry, NotBoth, RefFor, RepeatOptions } from "./dsl/resource";
import {
  addressesOf,
  asDependency,
  type Counted,
  countedRef,
  type Dependency,
  type KeyedElements,
  keyedRef,
  withAddress,
} from "./dsl/resource-references";
import type { InputsOf } from "./dsl/types";
import { attributeNode, indexNode, literalNode, referenceNode } from "./expr/build";
import type { Walkable } from "./expr/collections";
import { type Expr, makeExpr } from "./expr/expr";
import type { NumberLike, StringLike } from "./expr/operators";
import { type Anything, toNode } from "./expr/to-node";
import { defaultSource, missingFolder } from "./inline/generated-folder";
import { inlineCall } from "./inline/inline";
import { knownNames } from "./inline/known-names";
import { checkInputs } from "./inline/read-inputs";
import type { Module } from "./module";

/** The meta-arguments of a `module` block. */
export interface CallOptions {
  /** The module's name of a provider to ours: `{ "aws.west": "aws.west" }`. @default aliases of the same name */
  readonly providers?: { readonly [name: string]: string };
  readonly dependsOn?: readonly Dependency[];
  /** Comment above the block. @default none */
  readonly comment?: string;
}

/** A call of another module by its source. */
export interface ModuleCallOptions extends CallOptions {
  /** Registry address, git URL or relative path. */
  readonly source: string;
  /** Only for sources in a registry. */
  readonly version?: string;
  readonly inputs?: { readonly [name: string]: Anything | undefined };
  readonly count?: NumberLike;
  readonly forEach?: Expr<unknown>;
}

/** The outputs of a module that is called by its source. Nothing is known of their types. */
export interface ModuleRef extends Dependency {
  output<T = string>(name: string): Expr<T>;
  /** With `count` or `forEach`: the outputs of one instance. */
  at(key: NumberLike | StringLike): { output<T = string>(name: string): Expr<T> };
}

/** A value of a plain type, or an expression instead of the value or instead of any part of the value. */
type InputValue<T> =
  | T
  | Expr<Wide<T>>
  // `string & {}`, of `oneOf` with `open`, is an object for the compiler.
  | (T extends string | number
      ? never
      : T extends readonly unknown[]
        ? { readonly [K in keyof T]: InputValue<T[K]> }
        : T extends object
          ? { readonly [K in keyof T]: Optional<T, K> }
          : never);

/** A name of a closed set is a text where it is computed; what may be left out may be null. */
type Wide<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends readonly unknown[]
      ? { readonly [K in keyof T]: Wide<T[K]> }
      : T extends object
        ? { readonly [K in keyof T]: Wide<T[K]> | (undefined extends T[K] ? null : never) }
        : T;

type Optional<T, K extends keyof T> = undefined extends T[K]
  ? InputValue<Exclude<T[K], undefined> | null> | undefined
  : InputValue<T[K]>;

/** The inputs of a call of one of our modules; null and undefined mean the default. */
export type CallInputs<V, K = undefined> = ByKind<PlainCallInputs<V>, V, K>;

type PlainCallInputs<V> = { readonly [N in keyof InputsOf<V>]: Optional<InputsOf<V>, N> };

/** The outputs of a call, each of its own type. */
type CalledOutputs<O> = { readonly [K in keyof O]: O[K] extends Output<infer E> ? E : never };

/** A call of one of our modules: its outputs. */
export type CalledRef<O> = CalledOutputs<O> & Dependency;

/** A function has a `name`: it would pass for the inputs of a module that requires nothing else. */
type NoFunction = { readonly [Symbol.hasInstance]?: never };

const NOT_INPUTS = new Set([
  "source",
  "version",
  "providers",
  "count",
  "for_each",
  "depends_on",
  "lifecycle",
  "locals",
]);

/** Calls any module by its source. */
export function moduleCall(scope: Construct, name: string, options: ModuleCallOptions): ModuleRef;
/**
 * Calls one of our modules: `module "name" { source = "../glue-role" ... }`, typed inputs and outputs. Inlined, the other
 * module is inlined too.
 */
// It is the last signature, because TypeScript 7 reports only what is wrong with the last of several signatures.
export function moduleCall<
  V extends Variables,
  O extends Outputs,
  C extends NumberLike | undefined = undefined,
  F extends Walkable | undefined = undefined,
  K = undefined,
>(
  scope: Construct,
  module: Module<V, O, K>,
  name: string,
  inputs: ForEntry<CallInputs<NoInfer<V>, NoInfer<K>> & NoFunction, F>,
  options?: RepeatOptions<C, F> & CallOptions & NotBoth<C, F>,
): RefFor<C, F, { counted: Counted<CalledOutputs<O>>; keyed: KeyedElements<CalledOutputs<O>>; one: CalledRef<O> }>;
export function moduleCall(scope: Construct, ...args: readonly unknown[]): unknown {
  if (typeof args[0] === "string") return callSource(scope, args[0], args[1] as ModuleCallOptions);
  const [module, name, inputs, options = {}] = args;
  return callModule(scope, module as AnyCallable, name as string, {
    inputs: inputs as Inputs,
    options: options as RepeatedOptions,
  });
}

type Inputs = Readonly<Record<string, unknown>> | ((each: Each<Expr<unknown>>) => Readonly<Record<string, unknown>>);
type RepeatedOptions = CallOptions & { readonly count?: NumberLike; readonly forEach?: Expr<unknown> };
interface AnyCallable {
  readonly definition: Definition<Variables, Outputs>;
  generate(locale?: Locale): ModuleModel;
}

function callModule(
  scope: Construct,
  module: AnyCallable,
  given: string,
  { inputs, options }: { readonly inputs: Inputs; readonly options: RepeatedOptions },
): object {
  if (typeof module?.generate !== "function")
    fail({
      code: "not-a-module",
      path: given,
      message: "`moduleCall` takes the result of `defineModule`, or a name and `{ source }`",
    });
  const builder = builderOf(scope);
  const model = module.generate(builder.locale);
  const name = builder.rename(given);
  const address = `module.${name}`;
  builder.checkName(name, address);
  const known = ["providers", "dependsOn", "comment", "count", "forEach"];
  const count = checkOptions(options, { builder, address: `module.${given}`, what: "a call", known });
  const forEach = forEachOf(builder, options.forEach, address);
  const folded = count?.kind === "literal" ? count.value : undefined;
  const outputsBelow = (root: Expression) => outputsOf(model, address, (output) => attributeNode(root, output));
  const instances = { attributes: outputsBelow, address, problems: builder.problems };
  if (folded === 0) return countedRef(instances, []);
  // In a caller's stack a call without instances needs no block.
  if (builder.isInline && isKnownEmpty(forEach)) return keyedRef(instances, { kind: "object", entries: [] }, []);

  const providers = providersOf(model, options.providers, builder, address);
  const values = typeof inputs === "function" ? inputs(eachOf(options.forEach)) : inputs;
  if (builder.isInline && forEach === undefined && (count === undefined || folded === 1)) {
    const { outputs, addresses } = inlineCall(module.definition, scope, given, { ...options, inputs: values });
    const ref = outputsOf(model, address, (output) => outputs[output] ?? literalNode(null));
    return count === undefined
      ? asDependency(ref, addresses)
      : countedRef({ ...instances, attributes: () => ref }, [literalNode(null)]);
  }
  checkInputs(module.definition, values, `${builder.definitionName}.${address}`, builder.problems);
  if (builder.isInline)
    scope.node.addValidation({ validate: () => missingFolder(model.name, `${scope.node.path}/${given}`) });
  addCall(builder, address, {
    name,
    source: builder.isInline ? defaultSource(scope, model.name) : `../${model.name}`,
    called: model,
    inputs: inputsToNodes(values, (input) => module.definition.variables[input]?.options.nullable === true),
    providers,
    ...(count !== undefined && folded !== 1 && { count }),
    ...(forEach !== undefined && { forEach }),
    ...metaOf(options),
  });
  const root = referenceNode(address);
  if (forEach !== undefined) return keyedRef(instances, root);
  if (count !== undefined) return countedRef(instances, folded === 1 ? [root] : undefined);
  return withAddress(outputsBelow(root), address);
}

/** Aliases that the module wants are handed on under their own names, where nothing else is said. */
function providersOf(
  model: ModuleModel,
  given: CallOptions["providers"] = {},
  builder: ModuleBuilder,
  address: string,
): ModulePart["providers"] {
  const aliases = model.providers.flatMap((provider) => provider.aliases);
  const known = [...model.providers.map(({ name }) => name), ...aliases];
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    builder.problems.add({
      code: "unknown-alias",
      path: `${builder.definitionName}.${address}.providers`,
      message: `${model.name} has no provider configuration \`${name}\``,
      hint: suggestName(name, known, "configurations"),
    });
  }
  return { ...Object.fromEntries(aliases.map((alias) => [alias, alias])), ...given };
}

/** The outputs of a module as expressions. */
function outputsOf(model: ModuleModel, address: string, nodeOf: (output: string) => Expression): object {
  const entries = model.outputs.map(({ name, type }) => [name, makeExpr(nodeOf(name), type)]);
  return knownNames(Object.fromEntries(entries), model.name, address);
}

function callSource(scope: Construct, given: string, options: ModuleCallOptions): ModuleRef {
  const builder = builderOf(scope);
  const name = builder.rename(given);
  const address = `module.${name}`;
  builder.checkName(name, address);
  const known = ["source", "version", "inputs", "providers", "dependsOn", "comment", "count", "forEach"];
  const count = checkOptions(options, { builder, address: `module.${given}`, what: "a call", known });
  if (typeof options.source !== "string" || options.source === "")
    fail({
      code: "bad-option",
      path: `${builder.definitionName}.${address}`,
      message: "a call by source needs `source`",
      hint: 'moduleCall(scope, "vpc", { source: "..." })',
    });
  checkVersion(builder, address, options);
  const forEach = forEachOf(builder, options.forEach, address);
  for (const input of Object.keys(options.inputs ?? {})) {
    if (!builder.checkName(input, `${address}.${input}`) || !NOT_INPUTS.has(input)) continue;
    builder.problems.add({
      code: "reserved-name",
      path: `${builder.definitionName}.${address}.${input}`,
      message: `\`${input}\` cannot be an input of a module, because it is an argument of Terraform's \`module\` block`,
      hint: "give it as an option of `moduleCall`",
    });
  }
  addCall(builder, address, {
    name,
    source: options.source,
    ...(options.version !== undefined && { version: options.version }),
    inputs: inputsToNodes(options.inputs ?? {}, () => true),
    providers: options.providers ?? {},
    ...(count !== undefined && { count }),
    ...(forEach !== undefined && { forEach }),
    ...metaOf(options),
  });
  const outputsBelow = (root: Expression) => ({
    output: <T>(key: string) => makeExpr<Expr<T>>(attributeNode(root, key)),
  });
  const root = referenceNode(address);
  return asDependency(
    { ...outputsBelow(root), at: (key: NumberLike | StringLike) => outputsBelow(indexNode(root, toNode(key))) },
    address,
  );
}

/** `terraform-aws-modules/vpc/aws`, also with the host of a registry before it and a folder behind it. */
const REGISTRY =
  /^(?!(?:github\.com|bitbucket\.org)\/)(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/;

/** Terraform takes a version for a registry alone, and without one the newest. */
function checkVersion(builder: ModuleBuilder, address: string, { source, version }: ModuleCallOptions): void {
  const isInRegistry = REGISTRY.test(source);
  if (version !== undefined && !isInRegistry)
    builder.problems.add({
      code: "bad-option",
      path: `${builder.definitionName}.${address}.version`,
      message: `\`version\` is only for a module in a registry, and \`${source}\` is in none`,
      hint: "leave it out; a Git source has `?ref=v1.0.0` at its end",
    });
  if (version === undefined && isInRegistry)
    builder.warnings.add({
      code: "no-version",
      path: `${builder.definitionName}.${address}.source`,
      message: `\`${source}\` has no \`version\`, so that each \`terraform init\` may take another one`,
      hint: 'version: "~> 6.0"',
    });
}

function addCall(builder: ModuleBuilder, address: string, part: Omit<ModulePart, "kind">): void {
  builder.addPart({ kind: "module", ...part }, address);
}

/** Null arguments are left out, except where null is a meaningful value. */
function inputsToNodes(
  inputs: Readonly<Record<string, unknown>>,
  keepsNull: (input: string) => boolean,
): Readonly<Record<string, Expression>> {
  const given = Object.entries(inputs).filter(
    ([input, value]) => value !== undefined && (value !== null || keepsNull(input)),
  );
  return Object.fromEntries(given.map(([key, value]) => [key, toNode(value)]));
}

function metaOf({ dependsOn, comment }: CallOptions): Pick<ModulePart, "dependsOn" | "comments"> {
  return {
    dependsOn: addressesOf(dependsOn),
    ...(comment !== undefined && { comments: comment.split("\n") }),
  };
}
