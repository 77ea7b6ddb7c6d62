/** The one import of cdktf, or of its successor where only that is installed. */
import { createHash } from "node:crypto";
import type * as cdktf from "cdktf";
import type * as constructs from "constructs";
import { fail } from "./errors";

const runtime = loadRuntime();
const { DefaultTokenResolver, ref, StringConcat } = runtime;

/**
 * The package that runs definitions; both have the same classes.
 *
 * @throws TfwrightError if none is installed, because they are peers that `tfwright/iam` and `tfwright/review` do not need
 */
function loadRuntime(): typeof cdktf {
  try {
    return require("cdktf") as typeof cdktf;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    try {
      return require("cdktn") as typeof cdktf;
    } catch {
      const [, missing] = /^Cannot find module '(cdktf|constructs)'/.exec((error as Error).message) ?? [];
      if (missing === undefined) throw error;
      return fail({
        code: "not-installed",
        path: missing,
        message: "definitions need the packages cdktf and constructs",
        hint: "npm install --save-dev tfwright cdktf constructs\nand the packages of the providers that you use, such as @cdktf/provider-aws",
      });
    }
  }
}

export const {
  Annotations,
  App,
  Aspects,
  LocalBackend,
  TerraformAsset,
  TerraformBackend,
  TerraformDataSource,
  TerraformElement,
  TerraformHclModule,
  TerraformLocal,
  TerraformModule,
  TerraformOutput,
  TerraformProvider,
  TerraformRemoteState,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
  Token,
  Tokenization,
} = runtime;
export const { Construct } = require("constructs") as typeof constructs;

export type App = cdktf.App;
export type Construct = constructs.Construct;
export type IResolvable = cdktf.IResolvable;
export type IResolveContext = cdktf.IResolveContext;
export type LocalBackend = cdktf.LocalBackend;
export type TerraformDataSource = cdktf.TerraformDataSource;
export type TerraformElement = cdktf.TerraformElement;
export type TerraformHclModule = cdktf.TerraformHclModule;
export type TerraformProvider = cdktf.TerraformProvider;
export type TerraformRemoteState = cdktf.TerraformRemoteState;
export type TerraformResource = cdktf.TerraformResource;
export type TerraformStack = cdktf.TerraformStack;
export type TerraformVariable = cdktf.TerraformVariable;
export type Token = cdktf.Token;

/**
 * An app to build in, of which nothing is written. The constructor of cdktf's own class makes the folder `cdktf.out` at once, where the
 * command runs: `generate` would leave an empty one there, and fail where it may not write. So only that of a construct runs.
 */
export function createScratchApp(): App {
  const app: App = Reflect.construct(Construct, [undefined, ""], App);
  Object.defineProperty(app, Symbol.for("cdktf/App"), { value: true });
  app.node.setContext("@cdktf/disable_stack_trace_in_metadata", true);
  return Object.assign(app, { outdir: "cdktf.out", skipValidation: true });
}

/** Whether a value is a token as an object. */
export const isResolvable = (value: unknown): value is IResolvable => Tokenization.isResolvable(value);

/** The value that a token resolves to, in which further tokens are not yet written into text. */
export function produceValue(scope: Construct, token: IResolvable, preparing: boolean): unknown {
  let produced: unknown;
  resolveToken(
    scope,
    witness((context) => {
      // A producer may resolve a part itself: texts and numbers stay what they are, tokens and all.
      const resolve = (value: unknown) =>
        typeof value === "string" || typeof value === "number" ? value : context.resolve(value);
      produced = token.resolve({ ...context, resolve });
    }),
    preparing,
  );
  return produced;
}

/** The text of a reference, an operator and the like inside of an expression: `aws_iam_role.this.arn`, no `${}` around it. */
export function resolveInside(scope: Construct, token: unknown, preparing: boolean): unknown {
  const inside = (context: IResolveContext) => {
    context.suppressBraces = true;
    return token;
  };
  return resolveToken(scope, witness(inside), preparing);
}

function witness(resolve: (context: IResolveContext) => unknown): IResolvable {
  return { creationStack: [], resolve, toString: () => "" };
}

/** What cdktf prints as an expression: references, operators, functions, conditionals. The class has no public name. */
const ExpressionToken = Object.getPrototypeOf(Object.getPrototypeOf(ref("x"))).constructor as new () => IResolvable;

/** Whether cdktf prints a token as an expression; any other gives a value. */
export function isExpressionToken(token: unknown): boolean {
  return token instanceof ExpressionToken;
}

/** The function and the arguments of one of cdktf's `Fn`; undefined for any other token. */
export function readCall(token: unknown): { readonly name: string; readonly args: readonly unknown[] } | undefined {
  const { name, args } = token as { readonly name?: unknown; readonly args?: unknown };
  return typeof name === "string" && Array.isArray(args) ? { name, args } : undefined;
}

/** The operands of one of cdktf's `Op`; undefined for any other token. cdktf itself writes a right one that is 0, "" or false as `undefined`. */
export function readOperator(
  token: unknown,
): { readonly operator: string; readonly left: unknown; readonly right?: unknown } | undefined {
  const { operator, left, right } = token as Readonly<Record<string, unknown>>;
  return typeof operator === "string" ? { operator, left, right } : undefined;
}

/** The parts of one of cdktf's `conditional`; undefined for any other token. */
export function readConditional(token: unknown): readonly [condition: unknown, yes: unknown, no: unknown] | undefined {
  const { condition, trueValue, falseValue } = token as Readonly<Record<string, unknown>>;
  return condition === undefined ? undefined : [condition, trueValue, falseValue];
}

/** Whether a value is what `iterator.dynamic(...)` of cdktf gives. The class has no public name. */
export function isDynamicExpression(value: unknown): boolean {
  return typeof value === "object" && value !== null && DYNAMIC.test(value.constructor.name);
}

const DYNAMIC = /^TerraformDynamic(?:Expression|Block)$/;

/** The token that cdktf encoded as a number, a list or a map; undefined for any other value. */
export function decodeToken(value: unknown): IResolvable | undefined {
  if (typeof value === "number") return Tokenization.reverseNumber(value);
  if (Array.isArray(value)) {
    const [only] = value;
    if (value.length === 1 && typeof only === "string") return Tokenization.reverseList(value);
    return value.length === 1 && typeof only === "number" ? Tokenization.reverseNumberList(value) : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  return Tokenization.isResolvable(value) ? value : Tokenization.reverseMap(value as Record<string, unknown>);
}

type TokenPart = string | { readonly token: unknown };

/** The literal parts of a text and the tokens between them, in their order. */
export function splitTokens(text: string): readonly TokenPart[] {
  const { fragments } = Tokenization.reverseString(text) as unknown as {
    readonly fragments: readonly { readonly type: string; readonly lit?: unknown; readonly token?: unknown }[];
  };
  return fragments.flatMap(({ type, lit, token }) =>
    type === "literal" ? splitNumberTokens(String(lit)) : [{ token }],
  );
}

/** What a number token looks like where JavaScript wrote it into a text: `-1.8881545897087503e+289`. */
export const NUMBER_TOKEN = /-\d(?:\.\d+)?e\+\d{3}/;

function splitNumberTokens(text: string): readonly TokenPart[] {
  return text.split(new RegExp(`(${NUMBER_TOKEN.source})`)).flatMap((part, index): readonly TokenPart[] => {
    const token = index % 2 === 1 ? Tokenization.reverseNumber(Number(part)) : undefined;
    return token !== undefined ? [{ token }] : part === "" ? [] : [part];
  });
}

/**
 * Resolves one token to the text that cdktf would write: `${aws_iam_role.this.arn}`. While cdktf prepares, it learns
 * from this which values of other stacks are used.
 */
export function resolveToken(scope: Construct, token: unknown, preparing = false): unknown {
  return Tokenization.resolve(token, { scope, resolver: new DefaultTokenResolver(new StringConcat()), preparing });
}

/** The token of an address in a stack: `${ephemeral.aws_ssm_parameter.key.value}`. */
export function addressToken(stack: TerraformStack, address: string): IResolvable {
  return ref(address, stack);
}

/** A reference to something of a stack: used in another one, cdktf hands it over by an output and a remote state. */
export function referenceIn(stack: TerraformStack, expression: string): IResolvable {
  return /^[\w.-]+$/.test(expression) ? ref(expression, stack) : new CrossStackExpression(stack, expression);
}

/** cdktf names such an output by the letters of the expression: `x[0].id` and `x[*].id` would be one. */
class CrossStackExpression implements IResolvable {
  readonly creationStack: string[] = [];
  readonly #stack: TerraformStack;
  readonly #expression: string;
  readonly #remote = new Map<TerraformStack, string>();

  constructor(stack: TerraformStack, expression: string) {
    this.#stack = stack;
    this.#expression = expression;
  }

  resolve(context: IResolveContext): string {
    const target = runtime.TerraformStack.of(context.scope);
    const { suppressBraces, preparing } = context;
    context.suppressBraces = true;
    if (preparing && !this.#remote.has(target)) {
      target.addDependency(this.#stack);
      const state = target.registerIncomingCrossStackReference(this.#stack);
      this.#remote.set(target, state.getString(this.#output().friendlyUniqueId));
    }
    const text = this.#remote.get(target) ?? this.#expression;
    return suppressBraces === true ? text : `\${${text}}`;
  }

  toString(): string {
    return Token.asString(this);
  }

  toJSON(): string {
    return "<unresolved expression of another stack>";
  }

  #output(): cdktf.TerraformOutput {
    const id = `cross-stack-output-${createHash("sha256").update(this.#expression).digest("hex").slice(0, 16)}`;
    const made = this.#stack.node.tryFindChild(id) as cdktf.TerraformOutput | undefined;
    const value = ref(this.#expression, this.#stack);
    return made ?? new runtime.TerraformOutput(this.#stack, id, { value, sensitive: true });
  }
}

/** From now on no construct can be made in a scope, or below it: `refuse` throws. */
export function refuseChildren(scope: Construct, refuse: () => never): void {
  observeChildren(scope, refuse);
}

/** Calls `before` just before a construct is made in a scope, or below it: each construct that is made asks for `locked`. */
export function observeChildren(scope: Construct, before: () => void): void {
  Object.defineProperty(scope.node, "locked", {
    configurable: true,
    get() {
      // Between here and the author's line stand the constructors of the class and its parents, and each construct around it.
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = 100;
      try {
        before();
      } finally {
        Error.stackTraceLimit = limit;
      }
      return false;
    },
  });
}

/** What `addOverride` was given, by the names of arguments in Terraform. */
export function overridesOf(element: object): Readonly<Record<string, unknown>> {
  return (element as { readonly rawOverrides?: Readonly<Record<string, unknown>> }).rawOverrides ?? {};
}

/** Runs a function while an element has no overrides. */
export function withoutOverrides<T>(element: object, run: () => T): T {
  const overrides = overridesOf(element);
  Reflect.set(element, "rawOverrides", {});
  try {
    return run();
  } finally {
    Reflect.set(element, "rawOverrides", overrides);
  }
}

/** What cdktf itself asks before it synthesizes: these start Terraform, or know providers as constructs alone. */
const OWN_VALIDATIONS = /^Validate(?:ProviderPresence|TerraformVersion)$/;

/** What the rules say that an author added to a construct by `node.addValidation`. */
export function brokenValidationsOf({ node }: Construct): readonly string[] {
  const { _validations: all = [] } = node as unknown as { readonly _validations?: readonly constructs.IValidation[] };
  return all.flatMap((one) => (OWN_VALIDATIONS.test(one.constructor.name) ? [] : one.validate()));
}

/** What `Annotations` added to a construct. */
export function annotationsOf({ node }: Construct, level: "error" | "warn"): readonly string[] {
  return node.metadata.flatMap(({ type, data }) =>
    /^@cdkt[fn]\/(\w+)$/.exec(type)?.[1] === level ? [String(data)] : [],
  );
}
