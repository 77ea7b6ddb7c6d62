/** `resource` and `data`: elements of any provider's classes, made of expressions. */
import {
  type Construct,
  createScratchApp,
  type TerraformDataSource,
  TerraformRemoteState,
  type TerraformResource,
  TerraformStack,
  Tokenization,
} from "../../cdk";
import { fail } from "../../errors";
import { type Expression, walkExpression } from "../../hcl/expression";
import { Blocks } from "../expr/blocks";
import { referenceNode } from "../expr/build";
import { RETURNS_NOTHING } from "../expr/check-callback";
import type { Walkable } from "../expr/collections";
import { type ELEMENT, Expr } from "../expr/expr";
import type { NumberLike } from "../expr/operators";
import { toNode } from "../expr/to-node";
import { attributeExpressions, typeOfElement } from "./attributes";
import { type CheckedType, checkArguments } from "./check-arguments";
import { checkLifecycle, refuseLifecycle } from "./check-lifecycle";
import { checkOptions } from "./check-options";
import type { ConfigOf, ElementClass } from "./config-types";
import { KIND_WORDS, kindOf, refuseOtherCopy } from "./element-kind";
import { type Each, eachOf, forEachOf, isKnownEmpty } from "./for-each";
import { lifecycleOf } from "./lifecycle-part";
import type { MetaOptions } from "./meta-options";
import { addressOfPart, builderOf, type ElementKind, type ElementPart, type ModuleBuilder } from "./module-builder";
import { refuseMetaArguments, refuseMissing, withoutMetaArguments } from "./refuse-arguments";
import {
  absent,
  addressesOf,
  type CountedRef,
  countedRef,
  type KeyedRef,
  keyedRef,
  type ResourceRef,
  withAddress,
} from "./resource-references";
import { shadowOf } from "./shadow";

const OPTIONS = ["count", "forEach", "comment", "file", "dependsOn", "provider", "lifecycle"];

type MadeElement = TerraformResource | TerraformDataSource;
/** The options that create several instances. The types `C` and `F` record which of the two was given. */
export interface RepeatOptions<C, F> {
  /** How many: known now, or decided by lengths, bools and numbers: `when(v.enabled, 1, 0)`. @default one, without an index */
  readonly count?: C;
  /** One for each entry of a map, or of a set whose elements are declared `known: true`. @default one, without a key */
  readonly forEach?: F;
}

/** A value, or with `forEach` a function that makes the value from an entry. */
export type ForEntry<T, F> = T | ((each: EachFor<F>) => T);
/** Without `forEach` there is no entry. */
export type EachFor<F> = F extends { readonly [ELEMENT]: infer E }
  ? Each<E>
  : { readonly "needs `forEach` in the options": never };

/** `count` and `forEach` exclude each other. */
export type NotBoth<C, F> = C extends NumberLike
  ? F extends Expr<unknown>
    ? { readonly forEach: "`count` and `forEach` cannot be used together" }
    : unknown
  : unknown;

/** The result of `resource`: instances by index, instances by key, or a single instance. */
export type RefFor<C, F, Refs extends { counted: unknown; keyed: unknown; one: unknown }> = C extends NumberLike
  ? Refs["counted"]
  : F extends Expr<unknown>
    ? Refs["keyed"]
    : Refs["one"];

/** A resource or data source of any provider. */
export function resource<
  Config,
  R extends MadeElement,
  C extends NumberLike | undefined = undefined,
  F extends Walkable | undefined = undefined,
>(
  scope: Construct,
  type: ElementClass<Config, R>,
  name: string,
  config: ForEntry<ConfigOf<Config & {}>, F>,
  options?: RepeatOptions<C, F> & MetaOptions<R, EachFor<F>> & NotBoth<C, F>,
): RefFor<C, F, { counted: CountedRef<R>; keyed: KeyedRef<R>; one: ResourceRef<R> }>;
export function resource(
  scope: Construct,
  // biome-ignore lint/suspicious/noExplicitAny: the signature says what goes with what
  type: ElementClass<any, MadeElement>,
  name: string,
  config: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: the signature says what goes with what
  options: MetaOptions<any, any> & RepeatedElementOptions = {},
): unknown {
  return makeElement(scope, { form: RESOURCE, type, name, config, options });
}

/** Which options a function that makes an element takes, and how both are called in messages. */
export interface ElementForm {
  /** `resource` */
  readonly name: string;
  /** `a resource` */
  readonly what: string;
  readonly kinds: readonly ElementKind[];
  readonly options: readonly string[];
}

const RESOURCE: ElementForm = { name: "resource", what: "a resource", kinds: ["resource", "data"], options: OPTIONS };

interface RepeatedElementOptions {
  readonly count?: NumberLike;
  readonly forEach?: Expr<unknown>;
}

/** One call of `resource`, `ephemeral` or `action`. */
interface ElementCall {
  readonly form: ElementForm;
  // biome-ignore lint/suspicious/noExplicitAny: the signature of the caller says what goes with what
  readonly type: ElementClass<any, any> & { readonly elementKind?: ElementKind };
  readonly name: string;
  readonly config: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: the signature of the caller says what goes with what
  readonly options: MetaOptions<any, any> & RepeatedElementOptions;
}

/** An element with its name in the module, and with how often it is there. */
interface NamedElement {
  readonly builder: ModuleBuilder;
  readonly kind: ElementKind;
  readonly name: string;
  readonly address: string;
  /** Where its problems are: the definition and the address. */
  readonly path: string;
  readonly config: unknown;
  readonly each: Each<Expr<unknown>>;
  readonly count: Expression | undefined;
  readonly forEach: Expression | undefined;
}

/** Records an element of any kind; the result has its attributes. */
export function makeElement(scope: Construct, call: ElementCall) {
  const { form, type, name: givenName, options } = call;
  const builder = builderOf(scope);
  const { problems } = builder;
  const kind = checkCall(call);
  const name = builder.rename(givenName);
  const address = addressOfPart({ kind, type: type.tfResourceType, name });
  const isDouble = builder.hasAddress(address) && !builder.claim(address, { isNested: scope !== builder.scope });
  const isRefused = !builder.checkName(name, address) || isDouble;

  const count = checkOptions(options, { builder, address, what: form.what, known: form.options });
  const forEach = forEachOf(builder, options.forEach, address);
  const folded = count?.kind === "literal" ? count.value : undefined;
  if (folded === 0) return countedRef({ attributes: absent, address, problems }, []);
  // In a caller's stack a resource that is known not to be created leaves nothing behind.
  if (builder.isInline && isKnownEmpty(forEach))
    return keyedRef({ attributes: absent, address, problems }, { kind: "object", entries: [] }, []);

  const path = `${builder.definitionName}.${address}`;
  const each = eachOf(options.forEach);
  const config = configOf(call, each, path);
  const isOne = folded === 1 && !usesCountIndex(config);
  const named = { builder, kind, name, address, path, config, each, count: isOne ? undefined : count, forEach };
  // A resource that is refused is built all the same, in a stack that is thrown away: the rest of `build` may have more problems.
  const home = isRefused ? new TerraformStack(createScratchApp(), "refused") : scope;
  const part = makePart(home, call, named);
  if (!isRefused) builder.addPart(part, address);

  const root = referenceNode(address);
  const attributes = (node: Expression) =>
    attributeExpressions({ element: part.construct, address, root: node, problems });
  const instances = { attributes, address, problems, typeOfOne: () => typeOfElement(part.construct) };
  if (forEach !== undefined) return keyedRef(instances, root);
  if (isOne) return countedRef(instances, [root]);
  if (count !== undefined) return countedRef(instances, undefined);
  return withAddress(attributes(root), address);
}

/** Refuses what is not the class of an element and a name; the result is the kind of the element. */
function checkCall({ form, type, name }: ElementCall): ElementKind {
  if (typeof type === "function" && type.prototype instanceof TerraformRemoteState) refuseRemoteState(name);
  if (typeof type !== "function" || typeof name !== "string") refuseOrder(form);
  refuseOtherCopy(type, name);
  const kind = kindOf(type);
  if (!form.kinds.includes(kind)) refuseKind(form, kind, name);
  return kind;
}

/** The arguments of an element; a function of the entry of `forEach` is called. */
function configOf({ config: asked }: ElementCall, each: Each<Expr<unknown>>, path: string): unknown {
  if (typeof asked !== "function") return asked;
  const config: unknown = asked(each);
  if (config === undefined)
    fail({
      code: "wrong-arguments",
      path,
      message: "the function of the arguments returns nothing",
      hint: RETURNS_NOTHING.replace("item", "each"),
    });
  return config;
}

/** Checks the arguments of an element, makes its construct, and gathers what the module says of it. */
function makePart(home: Construct, { type, options }: ElementCall, element: NamedElement) {
  const { builder, kind, name, address, path, config, each, count, forEach } = element;
  const { problems } = builder;
  const bare = type.tfResourceType;
  const { argumentFields } = type as CheckedType;
  refuseMetaArguments(config, argumentFields ?? {}, path, problems);
  refuseLifecycle(options.lifecycle, kind, path, problems);
  const faults = checkArguments(withoutMetaArguments(config, argumentFields), type, path);
  problems.add(...faults.problems);
  builder.warnings.add(...faults.warnings);

  const construct = builder.makeConstruct(() => new type(home, address, shadowOf(config)));
  construct.overrideLogicalId(name);
  checkLifecycle(options.lifecycle, { element: construct, address, builder });
  if (!builder.isInline) refuseMissing(construct, config, { address, builder });
  const self = { element: construct, address, root: referenceNode("self"), problems };
  const lifecycle = lifecycleOf(options.lifecycle, self, each);
  const given = typeof options.provider === "string" ? options.provider : undefined;
  const provider = given ?? type.localProvider;
  return {
    kind,
    type: bare,
    name,
    provider: provider?.split(".")[0] ?? providerOf(construct, bare),
    ...(provider !== undefined && { alias: provider }),
    construct,
    config: config as Readonly<Record<string, unknown>>,
    ...(count !== undefined && { count }),
    ...(forEach !== undefined && { forEach }),
    dependsOn: addressesOf(options.dependsOn),
    ...(lifecycle !== undefined && { lifecycle }),
    ...(options.comment !== undefined && { comments: options.comment.split("\n") }),
    ...(options.file !== undefined && { file: options.file }),
  } satisfies ElementPart;
}

/** Arguments in another order, or the name of a type in place of its class. */
function refuseOrder({ name, what }: ElementForm): never {
  return fail({
    code: "wrong-arguments",
    path: "",
    message: `\`${name}\` takes the scope, the class of ${what}, its name as a string, and its arguments, in this order`,
    hint: `${name}(scope, SqsQueue, "this", { ... })`,
  });
}

/** cdktf's own classes, which have no arguments of their own. */
function refuseRemoteState(name: string): never {
  return fail({
    code: "wrong-kind",
    path: String(name),
    message: "`resource` does not take the class of a remote state",
    hint: `make it as in a stack, new DataTerraformRemoteStateS3(scope, "${name}", { ... }); better, let the caller pass its values as inputs`,
  });
}

/** Each kind of block has its own function. */
function refuseKind(form: ElementForm, kind: ElementKind, name: string): never {
  const other = kind === "data" ? "resource" : kind;
  return fail({
    code: "wrong-kind",
    path: name,
    message: `\`${form.name}\` does not take the type of ${KIND_WORDS[kind]}`,
    hint: `${other}(scope, Type, "${name}", { ... })`,
  });
}

/** Whether a configuration uses `count.index`. Then the resource keeps its `count`, even if the count is known to be 1. */
function usesCountIndex(config: unknown): boolean {
  if (config instanceof Blocks) return config.parts.some((part) => usesCountIndex(part.content));
  if (config instanceof Expr || typeof config === "string") {
    let isUsed = false;
    walkExpression(toNode(config), (node) => {
      isUsed ||= node.kind === "reference" && node.address === "count.index";
    });
    return isUsed;
  }
  if (typeof config !== "object" || config === null || Tokenization.isResolvable(config)) return false;
  return Object.values(config).some(usesCountIndex);
}

/** The provider's local name: the first word of the type. */
function providerOf(construct: object, type: string): string {
  const metadata = (construct as { terraformGeneratorMetadata?: { providerName?: string } }).terraformGeneratorMetadata;
  const word = type.split("_")[0] as string;
  return metadata?.providerName === undefined || !type.startsWith(`${metadata.providerName}_`)
    ? word
    : metadata.providerName;
}
