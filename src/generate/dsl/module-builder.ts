/** What `build` has made so far: the parts of a module in the order in which they were made. */
import { Construct, observeChildren, TerraformStack } from "../../cdk";
import { type AuthorCall, fail, Problems } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { isIdentifier } from "../../hcl/text";
import type { ModuleModel } from "../../render/model";
import { DEFAULT_LOCALE, type Locale } from "../../text/locale";
import { callAt, stackHere } from "./author-call";

/** A rule with the sentence that Terraform prints where it is broken. */
export interface ConditionNodes {
  readonly condition: Expression;
  readonly message: Expression;
}

/** One `action_trigger` of a resource. */
export interface ActionTriggerPart {
  readonly events: readonly string[];
  readonly actions: readonly Expression[];
  readonly condition?: Expression;
  readonly onFailure?: string;
}

/** Terraform's `lifecycle`, as expressions. */
export interface LifecyclePart {
  readonly createBeforeDestroy?: boolean;
  readonly preventDestroy?: boolean;
  readonly destroy?: boolean;
  readonly actionTriggers?: readonly ActionTriggerPart[];
  /** Paths with Terraform's names. */
  readonly ignoreChanges?: "all" | readonly string[];
  readonly replaceTriggeredBy?: readonly Expression[];
  readonly preconditions?: readonly ConditionNodes[];
  readonly postconditions?: readonly ConditionNodes[];
}

/** The kinds of blocks that have a provider's type and a name: `data "aws_region" "current"`. */
export type ElementKind = "resource" | "data" | "ephemeral" | "action";

/** A resource, data source, ephemeral resource or action. */
export interface ElementPart {
  readonly kind: ElementKind;
  readonly type: string;
  readonly name: string;
  /** Local name of the provider: `aws`. */
  readonly provider: string;
  readonly alias?: string;
  readonly construct: Construct;
  /** What the author gave, with expressions; undefined for a construct that the author made without `resource`. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
  readonly count?: Expression;
  readonly forEach?: Expression;
  /** Of a construct that the author made with `new`, also where nobody can tell what decides it. */
  readonly repeatedBy?: "count" | "forEach";
  readonly dependsOn: readonly string[];
  readonly lifecycle?: LifecyclePart;
  readonly comments?: readonly string[];
  /** File of the module, without `.tf`. @default main */
  readonly file?: string;
}

export interface LocalPart {
  readonly kind: "local";
  readonly name: string;
  readonly value: Expression;
  readonly comments?: readonly string[];
}

export interface ModulePart {
  readonly kind: "module";
  readonly name: string;
  readonly source: string;
  readonly version?: string;
  /** The module, where it is one of ours. */
  readonly called?: ModuleModel;
  readonly inputs: Readonly<Record<string, Expression>>;
  readonly providers: Readonly<Record<string, string>>;
  readonly count?: Expression;
  readonly forEach?: Expression;
  readonly dependsOn: readonly string[];
  readonly comments?: readonly string[];
}

interface MovedPart {
  readonly kind: "moved";
  readonly from: string;
  readonly to: string;
}

interface RemovedPart {
  readonly kind: "removed";
  readonly from: string;
  readonly destroy: boolean;
}

interface CheckPart {
  readonly kind: "check";
  readonly name: string;
  readonly rules: readonly ConditionNodes[];
}

export interface ImportPart {
  readonly kind: "import";
  /** Of the resource, without an instance. */
  readonly address: string;
  readonly to: Expression;
  readonly id?: Expression;
  readonly identity?: Expression;
  readonly forEach?: Expression;
}

export type ModuleItem = ElementPart | LocalPart | ModulePart | MovedPart | RemovedPart | CheckPart | ImportPart;

/** Whether a part has a provider's type. */
export function isElement(part: ModuleItem): part is ElementPart {
  return "construct" in part;
}

/** `aws_sqs_queue.this`, `data.aws_region.current`, `ephemeral.aws_ssm_parameter.key` or `module.role`. */
export function addressOfPart(part: Pick<ElementPart, "kind" | "type" | "name"> | ModulePart): string {
  if (part.kind === "module") return `module.${part.name}`;
  return `${part.kind === "resource" ? "" : `${part.kind}.`}${part.type}.${part.name}`;
}

/** Where an author made a part. */
interface PartPlace {
  /** @default here */
  readonly made?: Error | undefined;
  /** Whether it stands in a construct of the module. @default false */
  readonly isNested?: boolean;
}

/** How a `build` runs. */
interface BuilderOptions {
  /** @default each name stays */
  readonly rename?: (name: string) => string;
  /** Given where `build` runs in a caller's stack. @default none */
  readonly change?: (part: ModuleItem) => ModuleItem;
  /** The language of the texts of the module. @default "en" */
  readonly locale?: Locale;
}

/** What a definition's `build` makes, in the order in which it is made. */
export class ModuleBuilder {
  readonly parts: ModuleItem[] = [];
  /** The problems so far. `build` continues after a problem, so that one run reports all of them. */
  readonly problems = new Problems();
  /** What works, and will not for ever. */
  readonly warnings = new Problems();
  #isEnded = false;
  readonly #addresses = new Set<string>();
  /** Where the author made each part. V8 formats a stack trace when it is first read, which takes longer than recording it. */
  readonly #made = new Map<string, Error>();
  /** Where the author made each construct with `new`. */
  readonly #constructs = new WeakMap<Construct, Error>();
  #lastMade: Error | undefined;
  #isMaking = false;
  /** Name of the definition. */
  readonly definitionName: string;
  /** The language of the texts of the module. */
  readonly locale: Locale;
  /** The construct in which `build` runs. */
  readonly scope: Construct;
  /** The name that a resource gets: its own name in a module, `<id>_<name>` in a caller's stack. */
  readonly rename: (name: string) => string;

  /** Whether `build` runs in a caller's stack, over the caller's values. */
  readonly isInline: boolean;
  /** How the module calls around this `build` change a part of it: other provider configurations, further dependencies. */
  readonly change: (part: ModuleItem) => ModuleItem;
  /** Addresses of what was inlined for the modules that this one calls. */
  readonly inlined: string[] = [];

  constructor(scope: Construct, definition: string, options: BuilderOptions = {}) {
    const { rename = (name) => name, change, locale = DEFAULT_LOCALE } = options;
    this.scope = scope;
    this.isInline = change !== undefined;
    this.change = change ?? ((part) => part);
    this.definitionName = definition;
    this.rename = rename;
    this.locale = locale;
    builders.set(scope, this);
  }

  /** Whether `build` has returned. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** `build` has returned: what is made from now on would be in no module. */
  end(): void {
    this.#isEnded = true;
  }

  /** Adds a part under its address. */
  addPart(part: ModuleItem, address: string, place: PartPlace = {}): void {
    if (!this.claim(address, place)) return;
    this.parts.push(part);
  }

  /** Makes the construct of a part, whose line is remembered by its address. */
  makeConstruct<T>(make: () => T): T {
    this.#isMaking = true;
    try {
      return make();
    } finally {
      this.#isMaking = false;
    }
  }

  /** Remembers the lines on which the author makes constructs with `new`. */
  traceConstructs(): void {
    observeChildren(this.scope, () => {
      if (this.#isMaking) return;
      this.#settleConstructs();
      this.#lastMade = new Error();
    });
  }

  /** The construct that was made last is there only when the next one is made, or after `build`. */
  #settleConstructs(): void {
    const made = this.#lastMade;
    if (made === undefined) return;
    this.#lastMade = undefined;
    for (const construct of this.scope.node.findAll())
      if (!this.#constructs.has(construct)) this.#constructs.set(construct, made);
  }

  /** Where the author made a construct. */
  placeOf(construct: Construct): Error | undefined {
    this.#settleConstructs();
    return this.#constructs.get(construct);
  }

  /** Whether a problem with a resource was found already, so that its class may fail on what it was given. */
  isRefused(part: ModuleItem): boolean {
    if (!isElement(part)) return false;
    const path = `${this.definitionName}.${addressOfPart(part)}`;
    return this.problems.all.some((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
  }

  /** Reserves an address; a second use of the same address is a problem. */
  claim(address: string, { made = new Error(), isNested = false }: PartPlace = {}): boolean {
    if (!this.#addresses.has(address)) {
      this.#addresses.add(address);
      this.#made.set(address, made);
      return true;
    }
    this.problems.add({
      code: "duplicate-address",
      path: `${this.definitionName}.${address}`,
      message: `${address} is defined twice`,
      hint: isNested
        ? "an address has no names of the constructs around: put the id of the construct into the name, `${id}_queue`"
        : "give one of them another name",
      calls: [callAt(made.stack)].filter((call) => call !== undefined),
    });
    return false;
  }

  /** Whether HCL allows a name; where it does not, that is a problem. */
  checkName(name: string, address: string): boolean {
    if (isIdentifier(name)) return true;
    this.problems.add({
      code: "bad-name",
      path: `${this.definitionName}.${address}`,
      message: `${JSON.stringify(name)} is not a name that HCL allows`,
      hint: "use letters, digits, `_` and `-`, not starting with a digit",
      stack: stackHere(),
    });
    return false;
  }

  /** The call that made the part that a path leads to or into. @param path without the name of the definition */
  callOf(path: string): AuthorCall | undefined {
    const isIn = (address: string) => path === address || /^[.[]/.test(path.slice(address.length));
    const [found = ""] = this.addresses.filter((address) => path.startsWith(address) && isIn(address)).reverse();
    return callAt(this.#made.get(found)?.stack, path.slice(found.length));
  }

  /** The addresses of all parts, in the order in which they were made. */
  get addresses(): readonly string[] {
    return [...this.#addresses];
  }

  hasAddress(address: string): boolean {
    return this.#addresses.has(address);
  }
}

const builders = new WeakMap<object, ModuleBuilder>();

/**
 * The builder of the `build` that a scope belongs to.
 *
 * @throws TfwrightError if there is none, or if `build` has returned: an async function goes on after its first `await`
 */
export function builderOf(scope: Construct): ModuleBuilder {
  if (!Construct.isConstruct(scope))
    fail({
      code: "wrong-arguments",
      path: "",
      message: "the first argument must be the scope that `build` is called with",
      hint: "build(scope, v) { resource(scope, ...); local(scope, ...); }",
    });
  for (const one of [...scope.node.scopes].reverse()) {
    const builder = builders.get(one);
    if (builder?.isEnded === true) refuseAfterBuild(builder.definitionName);
    if (builder !== undefined) return builder;
  }
  return fail({
    code: "no-module",
    path: scope.node.path,
    message: "this works only inside the `build` of a definition",
  });
}

/** @throws TfwrightError for what an async function makes after its first `await` */
export function refuseAfterBuild(definition: string): never {
  return fail({
    code: "after-build",
    path: definition,
    message: "this part is made after `build` has returned, so that it would be in no module",
    hint: "`build` waits for no promise: remove `async` and `await` from the function that makes the part, and load what it needs before `defineModule`",
  });
}

/** The stack in which a definition's `build` runs where the module is generated. */
export class ModuleStack extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "module");
  }

  /** A resource or data source keeps the name that its author gave, without the hash that cdktf adds for the parent constructs. */
  protected override allocateLogicalId(
    element: { readonly node: { readonly id: string } } | { readonly id: string },
  ): string {
    return "node" in element ? element.node.id : element.id;
  }
}
