/** `resource` and `data`: elements of any provider's classes, made of expressions. */
import {
  App,
  type Construct,
  TerraformDataSource,
  type TerraformResource,
  TerraformStack,
  Tokenization,
} from "../../cdk";
import { fail, type Problems } from "../../errors";
import { type Expression, walkExpression } from "../../hcl/expression";
import { isScalar, type TypeConstraint } from "../../hcl/type";
import { Blocks } from "../expr/blocks";
import { referenceNode } from "../expr/build";
import { elementType, type Walkable } from "../expr/collections";
import { toCondition } from "../expr/condition";
import { type ELEMENT, Expr, expressionTokenOf, makeExpr, NODE, TYPE } from "../expr/expr";
import type { BoolLike, NumberLike, StringLike } from "../expr/operators";
import { AS_EXPRESSION, toNode } from "../expr/to-node";
import { type ActionTrigger, triggerPart } from "./action-trigger";
import { argumentNames } from "./argument-names";
import { attributeExpressions, type ElementReference } from "./attributes";
import { type CheckedType, checkArguments } from "./check-arguments";
import { checkLifecycle } from "./check-lifecycle";
import { checkOptions } from "./check-options";
import type { AttributesOf, ConfigOf, ElementClass } from "./config-types";
import {
  addressOfPart,
  builderOf,
  type ElementKind,
  type ElementPart,
  type LifecyclePart,
  type ModuleBuilder,
} from "./module-builder";
import { requiredArguments } from "./required-arguments";
import {
  absent,
  addressesOf,
  type CountedRef,
  countedRef,
  type Dependency,
  type KeyedRef,
  keyedRef,
  type ResourceRef,
  withAddress,
} from "./resource-references";

/** A rule on a resource. */
export interface CustomCondition {
  readonly condition: BoolLike;
  readonly message: StringLike;
}

/** What Terraform calls meta-arguments. */
export interface MetaOptions<R> {
  /** Comment above the block. @default none */
  readonly comment?: string;
  /** @default what the expressions refer to */
  readonly dependsOn?: readonly Dependency[];
  /**
   * One of the definition's `configuration_aliases`, `aws.west`; or the local name of a provider that is not the first
   * word of the type, `google-beta`. @default the provider's own configuration
   */
  readonly provider?: string;
  readonly lifecycle?: {
    readonly createBeforeDestroy?: boolean;
    readonly preventDestroy?: boolean;
    /**
     * `false` keeps the object where the resource is removed: Terraform only forgets it. Needs Terraform 1.16 or OpenTofu 1.12.
     * @default true
     */
    readonly destroy?: boolean;
    /** Actions that run when the resource is created, updated or destroyed. Needs Terraform 1.14. @default none */
    readonly actionTriggers?: readonly ActionTrigger<AttributesOf<R>>[];
    readonly ignoreChanges?: "all" | readonly (keyof AttributesOf<R> & string)[];
    readonly replaceTriggeredBy?: readonly (Dependency | Expr<unknown>)[];
    readonly preconditions?: readonly CustomCondition[];
    readonly postconditions?: readonly {
      readonly condition: (self: AttributesOf<R>) => BoolLike;
      readonly message: StringLike;
    }[];
  };
}

const OPTIONS = ["count", "forEach", "comment", "dependsOn", "provider", "lifecycle"];

type MadeElement = TerraformResource | TerraformDataSource;
export interface Each<E> {
  readonly key: Expr<string>;
  readonly value: E;
}

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
type EachFor<F> = F extends { readonly [ELEMENT]: infer E }
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
  options?: RepeatOptions<C, F> & MetaOptions<R> & NotBoth<C, F>,
): RefFor<C, F, { counted: CountedRef<R>; keyed: KeyedRef<R>; one: ResourceRef<R> }>;
export function resource(
  scope: Construct,
  // biome-ignore lint/suspicious/noExplicitAny: the signature says what goes with what
  type: ElementClass<any, MadeElement>,
  name: string,
  config: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: the signature says what goes with what
  options: MetaOptions<any> & RepeatedElementOptions = {},
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

/** What the class of an element says of itself. */
export interface ElementClassFacts {
  readonly prototype: object;
  /** The kind of its blocks, where cdktf has no base class for the kind. */
  readonly elementKind?: ElementKind;
}

/** The kind of block that a class stands for. */
export function kindOf({ elementKind, prototype }: ElementClassFacts): ElementKind {
  return elementKind ?? (prototype instanceof TerraformDataSource ? "data" : "resource");
}

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
  readonly options: MetaOptions<any> & RepeatedElementOptions;
}

/** Records an element of any kind; the result has its attributes. */
export function makeElement(scope: Construct, { form, type, name: givenName, config: given, options }: ElementCall) {
  const builder = builderOf(scope);
  const name = builder.rename(givenName);
  const kind = kindOf(type);
  if (!form.kinds.includes(kind)) refuseKind(form, kind, givenName);
  const bare = type.tfResourceType;
  const address = addressOfPart({ kind, type: bare, name });
  const isRefused = !builder.checkName(name, address) || (builder.hasAddress(address) && !builder.claim(address));

  const count = checkOptions(options, { builder, address, what: form.what, known: form.options });
  const forEach = forEachOf(builder, options.forEach, address);
  const folded = count?.kind === "literal" ? count.value : undefined;
  const { problems } = builder;
  if (folded === 0) return countedRef({ attributes: absent, address, problems }, []);
  // In a caller's stack a resource that is known not to be created leaves nothing behind.
  if (builder.isInline && isKnownEmpty(forEach))
    return keyedRef({ attributes: absent, address, problems }, { kind: "object", entries: [] }, []);
  const config = typeof given === "function" ? given(eachOf(options.forEach)) : given;
  const isOne = folded === 1 && !usesCountIndex(config);
  const { argumentFields } = type as CheckedType;
  const path = `${builder.definitionName}.${address}`;
  refuseMetaArguments(config, argumentFields ?? {}, path, builder.problems);
  refuseLifecycle(options.lifecycle, kind, path, builder.problems);
  const faults = checkArguments(withoutMetaArguments(config, argumentFields), type, path);
  builder.problems.add(...faults.problems);
  builder.warnings.add(...faults.warnings);

  // A resource that is refused is built all the same, in a stack that is thrown away: the rest of `build` may have more problems.
  const home = isRefused
    ? new TerraformStack(new App({ skipValidation: true, outdir: "cdktf.out" }), "refused")
    : scope;
  const construct = new type(home, address, shadowOf(config) as never);
  construct.overrideLogicalId(name);
  checkLifecycle(options.lifecycle, { element: construct, address, builder });
  if (!builder.isInline) refuseMissing(construct, config, { address, builder });
  const lifecycle = lifecycleOf(options.lifecycle, {
    element: construct,
    address,
    root: referenceNode("self"),
    problems,
  });
  const provider = options.provider ?? type.localProvider;
  const part: ElementPart = {
    kind,
    type: bare,
    name,
    provider: provider?.split(".")[0] ?? providerOf(construct, bare),
    ...(provider !== undefined && { alias: provider }),
    construct,
    config: config as Readonly<Record<string, unknown>>,
    ...(count !== undefined && !isOne && { count }),
    ...(forEach !== undefined && { forEach }),
    dependsOn: addressesOf(options.dependsOn),
    ...(lifecycle !== undefined && { lifecycle }),
    ...(options.comment !== undefined && { comments: options.comment.split("\n") }),
  };
  if (!isRefused) builder.addPart(part, address);

  const root = referenceNode(address);
  const attributes = (node: Expression) => attributeExpressions({ element: construct, address, root: node, problems });
  const instances = { attributes, address, problems };
  if (forEach !== undefined) return keyedRef(instances, root);
  if (isOne) return countedRef(instances, [root]);
  if (count !== undefined) return countedRef(instances, undefined);
  return withAddress(attributes(root), address);
}

/** Each kind of block has its own function. */
function refuseKind(form: ElementForm, kind: ElementKind, name: string): never {
  const other = kind === "data" ? "resource" : kind;
  return fail({
    code: "wrong-kind",
    path: name,
    message: `\`${form.name}\` does not take the type of ${KINDS[kind]}`,
    hint: `${other}(scope, Type, "${name}", { ... })`,
  });
}

const KINDS: Readonly<Record<ElementKind, string>> = {
  resource: "a resource",
  data: "a data source",
  ephemeral: "an ephemeral resource",
  action: "an action",
};

/** Where Terraform has its meta-arguments among the arguments, they are options here. */
const META: Readonly<Record<string, string>> = {
  count: "count",
  forEach: "forEach",
  for_each: "forEach",
  dependsOn: "dependsOn",
  depends_on: "dependsOn",
  provider: "provider",
  lifecycle: "lifecycle",
};

/** @param own arguments of the type itself, which may have such a name */
function refuseMetaArguments(config: unknown, own: object, path: string, problems: Problems): void {
  if (typeof config !== "object" || config === null) return;
  for (const [name, option] of Object.entries(META)) {
    if (!(name in config) || name in own || (config as Record<string, unknown>)[name] === undefined) continue;
    problems.add({
      code: "meta-argument-in-configuration",
      path,
      message: `\`${name}\` is not an argument of the resource, but an option of \`resource\``,
      hint: `resource(scope, Type, "name", { ... }, { ${option}: ... })`,
    });
  }
}

/** Reports arguments that Terraform would miss, unless one is misspelled, which is reported already. */
function refuseMissing(
  element: Construct,
  config: unknown,
  { address, builder }: { readonly address: string; readonly builder: ModuleBuilder },
): void {
  const given = new Set(Object.entries(config ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [name])));
  const known = argumentNames(element);
  if ([...given].some((name) => !known.includes(name))) return;
  for (const name of requiredArguments(element)) {
    if (given.has(name)) continue;
    builder.problems.add({
      code: "missing-argument",
      path: `${builder.definitionName}.${address}.${name}`,
      message: `${address} needs the argument \`${name}\``,
      hint: `add \`${name}\` to its configuration`,
    });
  }
}

/** What only a managed resource has in its `lifecycle`. */
const MANAGED_ONLY = [
  "createBeforeDestroy",
  "preventDestroy",
  "destroy",
  "ignoreChanges",
  "replaceTriggeredBy",
  "actionTriggers",
];

function refuseLifecycle(lifecycle: object | undefined, kind: ElementKind, path: string, problems: Problems): void {
  if (lifecycle === undefined || kind === "resource") return;
  for (const name of MANAGED_ONLY) {
    if (!(name in lifecycle) || (lifecycle as Record<string, unknown>)[name] === undefined) continue;
    problems.add({
      code: "bad-option",
      path,
      message: `the \`lifecycle\` of ${KINDS[kind]} has no \`${name}\``,
      hint: "only resources have it; `preconditions` and `postconditions` are allowed",
    });
  }
}

/** A configuration without the names that are refused as options of `resource`. */
function withoutMetaArguments(config: unknown, own: object | undefined): unknown {
  if (own === undefined || typeof config !== "object" || config === null) return config;
  const isArgument = ([name]: [string, unknown]) => name in own || !Object.hasOwn(META, name);
  return Object.fromEntries(Object.entries(config).filter(isArgument));
}

/** What `for_each` walks. A list has no keys; Terraform wants a map or a set. */
export function forEachOf(
  builder: ModuleBuilder,
  given: Expr<unknown> | undefined,
  address: string,
): Expression | undefined {
  const kind = given?.[TYPE]?.kind;
  const node = given?.[NODE];
  // A caller writes a set as an array.
  if (kind === "set" && node?.kind === "tuple") return { kind: "call", name: "toset", args: [node] };
  const { element } = (given?.[TYPE] ?? {}) as { readonly element?: TypeConstraint };
  if (kind === "set" && element !== undefined && element.kind !== "string" && element.kind !== "any") {
    builder.problems.add({
      code: "for-each-over-set",
      path: `${builder.definitionName}.${address}`,
      message: `\`forEach\` takes a set of strings, but was given a set of ${element.kind}`,
      hint: "use `toMap` to make a map whose keys the caller chooses",
    });
  }
  if (kind === "list" || kind === "tuple" || node?.kind === "tuple" || node?.kind === "splat") {
    builder.problems.add({
      code: "for-each-over-list",
      path: `${builder.definitionName}.${address}`,
      message: "`forEach` takes a map or a set, but was given a list",
      hint: "use `toMap` to make a map whose keys the caller chooses, or `fn.toset` to make a set of known strings",
    });
  }
  return node;
}

/** Whether the collection is known to be empty. */
export function isKnownEmpty(forEach: Expression | undefined): boolean {
  if (forEach?.kind === "object") return forEach.entries.length === 0;
  if (forEach?.kind === "tuple") return forEach.items.length === 0;
  return forEach?.kind === "call" && forEach.name === "toset" && isKnownEmpty(forEach.args[0]);
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

export function eachOf(forEach: Expr<unknown> | undefined): Each<Expr<unknown>> {
  const element = forEach === undefined ? undefined : elementType(forEach);
  return {
    key: makeExpr(referenceNode("each.key"), { kind: "string" }),
    value: makeExpr(referenceNode("each.value"), element),
  };
}

function lifecycleOf(
  // biome-ignore lint/suspicious/noExplicitAny: of any resource
  given: MetaOptions<any>["lifecycle"],
  self: ElementReference,
): LifecyclePart | undefined {
  if (given === undefined) return undefined;
  const { createBeforeDestroy, preventDestroy, destroy, ignoreChanges, replaceTriggeredBy } = given;
  const { preconditions, postconditions, actionTriggers } = given;
  const triggers = (actionTriggers ?? []).flatMap((trigger, index) => {
    const place = { path: `${self.address}.actionTriggers[${index}]`, self: attributeExpressions(self) };
    return self.problems.attempt(() => triggerPart(trigger as never, place)) ?? [];
  });
  const rules = (list: readonly { condition: BoolLike; message: StringLike }[] | undefined) =>
    list === undefined
      ? {}
      : list.map(({ condition, message }) => ({ condition: toCondition(condition), message: toNode(message) }));
  return {
    ...(createBeforeDestroy !== undefined && { createBeforeDestroy }),
    ...(preventDestroy !== undefined && { preventDestroy }),
    ...(destroy !== undefined && { destroy }),
    ...(triggers.length > 0 && { actionTriggers: triggers }),
    ...(ignoreChanges !== undefined && { ignoreChanges: ignoreChanges as "all" | readonly string[] }),
    ...(replaceTriggeredBy !== undefined && {
      replaceTriggeredBy: replaceTriggeredBy.flatMap((item) =>
        item instanceof Expr ? [item[NODE]] : addressesOf([item]).map(referenceNode),
      ),
    }),
    ...(preconditions !== undefined && { preconditions: rules(preconditions) as LifecyclePart["preconditions"] & {} }),
    ...(postconditions !== undefined && {
      postconditions: postconditions.map(({ condition, message }) => ({
        condition: toNode(condition(attributeExpressions(self) as never)),
        message: toNode(message),
      })),
    }),
  };
}

/**
 * What cdktf's class gets: the same shape with expressions as its tokens. Blocks that may or may not be there are given
 * once, as an array that is also the object, because a class takes either a list of blocks or a single one.
 */
function shadowOf(value: unknown): unknown {
  if (value instanceof Expr) return shadowOfExpr(value);
  if (value instanceof Blocks) {
    if (value.parts.length === 0) return undefined;
    const shadows = value.parts.map((part) => shadowOf(part.content));
    const { length: _, ...fields } = (shadows[0] ?? {}) as Record<string, unknown>;
    return Object.assign(shadows, fields);
  }
  if (Array.isArray(value)) return value.map(shadowOf);
  if (typeof value === "string" && MARKER.test(value)) return shadowOfExpr(makeExpr(toNode(value), { kind: "string" }));
  if (typeof value !== "object" || value === null) return value === null ? undefined : value;
  if (Tokenization.isResolvable(value)) return value;
  if (AS_EXPRESSION in value)
    return expressionTokenOf(makeExpr((value as { [AS_EXPRESSION]: Expression })[AS_EXPRESSION]));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shadowOf(item)]));
}

/** Text that Terraform's JSON syntax would read as an expression. */
const MARKER = /[$%]\{(?!TfToken\[)/;

/** Known values are passed on as plain values, so that an Aspect can read them and add to maps and lists, as in any cdktf stack. */
function shadowOfExpr(expr: Expr<unknown>): unknown {
  const node = expr[NODE];
  const type = expr[TYPE];
  if (node.kind === "literal") {
    if (node.value === null) return undefined;
    if (typeof node.value !== "string" || !MARKER.test(node.value)) return node.value;
  }
  if ((type?.kind === "map" || type?.kind === "list" || type?.kind === "set") && isScalar(type.element)) {
    const shadowOfItem = (item: Expression) => shadowOfExpr(makeExpr(item, type.element));
    if (node.kind === "tuple") return node.items.map(shadowOfItem);
    if (node.kind === "object" && node.entries.every(({ key }) => typeof key === "string"))
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, shadowOfItem(value)]));
  }
  return expressionTokenOf(expr);
}
