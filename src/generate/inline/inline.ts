/** `inline`: a definition's resources in the caller's own CDKTF stack. */
import { Construct, type IResolvable, TerraformLocal, TerraformStack } from "../../cdk";
import { fail, Problems } from "../../errors";
import { attribute } from "../../hcl/document";
import type { Expression } from "../../hcl/expression";
import { isKnown } from "../../terraform/known-values";
import { completeNode } from "../build/complete-node";
import { dropTrueRules, ruleBlock } from "../build/main-body";
import { namedValues } from "../build/named-values";
import { isOutput, notAnOutput, readOutputs } from "../build/read-outputs";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import { builderOf, isElement, ModuleBuilder, type ModuleItem } from "../dsl/module-builder";
import type { Output } from "../dsl/parts";
import { addressesOf, type Dependency } from "../dsl/resource-references";
import { literalNode, referenceNode } from "../expr/build";
import { ExpressionToken, expressionTokenOf, makeExpr, type Waiting } from "../expr/expr";
import { toNode } from "../expr/to-node";
import { warnOfInputs } from "./input-notices";
import { knownNames } from "./known-names";
import { type OutputTokens, tokenFor } from "./output-tokens";
import { placeInline, requireFunctionProviders, stackAddressOf } from "./place-inline";
import { openRules, readInputs, refersToSomething } from "./read-inputs";
import { bodyJson } from "./terraform-json";
import { withoutCycle } from "./without-cycle";

/** A value, or a token of another resource instead of the value or instead of any part of the value. */
export type OrToken<T> =
  | T
  | IResolvable
  // A mapped type over a tuple is a tuple. `string & {}`, of `oneOf` with `open`, is an object for the compiler.
  | (T extends string | number
      ? never
      : T extends readonly unknown[]
        ? { readonly [K in keyof T]: OrToken<T[K]> }
        : T extends object
          ? { readonly [K in keyof T]: OrToken<T[K]> }
          : never);

/** A definition that was inlined: a construct in the caller's stack. */
export class Inlined<O> extends Construct {
  /**
   * The module's outputs as tokens; what is known at synthesis is a plain value. Who takes an output that has a
   * `dependsOn` waits for it, as a caller of the generated module does: inlined resources, hand-written ones, modules.
   */
  readonly outputs: OutputTokens<O>;
  /**
   * What must be in place before the outputs are of use: a role's policies. For a resource that takes none of these
   * outputs, or one that is a plain value: `dependsOn: role.dependencies`.
   */
  readonly dependencies: readonly { readonly fqn: string }[];

  /** @internal */
  constructor(
    scope: Construct,
    id: string,
    build: (self: Construct) => { readonly outputs: OutputTokens<O>; readonly waitFor: readonly string[] },
  ) {
    super(scope, id);
    const { outputs, waitFor } = build(this);
    this.outputs = outputs;
    this.dependencies = waitFor.map((fqn) => ({ fqn }));
  }
}

/**
 * Runs `build` over the caller's values. The resource named `this` is called by the id, others `<id>_<name>`.
 *
 * @throws TfwrightError with all that is wrong with the values
 */
export function inlineModule<O>(
  definition: Definition<Variables, Outputs>,
  scope: Construct,
  id: string,
  inputs: Readonly<Record<string, unknown>>,
): Inlined<O> {
  if (typeof id !== "string")
    fail({
      code: "wrong-arguments",
      path: definition.name,
      message: "the second argument of `inline` must be a string, the id of the construct",
      hint: 'MODULE.inline(stack, "orders", { name: "orders", ... })',
    });
  return new Inlined<O>(scope, id, (self) => {
    const stack = TerraformStack.of(scope);
    const { outputs } = buildInline({ definition, self, id, inputs });
    const waits = new Map(Object.entries(outputs).map(([name, output]) => [name, addressesBefore(output, scope)]));
    const tokens = Object.entries(outputs).map(([name, output]) => [
      name,
      tokenFor(output.value, output.type, stack, waitingOutput(self, name, output, waits.get(name) ?? [])),
    ]);
    return {
      outputs: knownNames(Object.fromEntries(tokens), definition.name, self.node.path) as OutputTokens<O>,
      waitFor: [...new Set([...waits.values()].flat())],
    };
  });
}

/** The dependencies of an output: its own `dependsOn`, and the `dependsOn` of the called modules' outputs that it refers to. */
function addressesBefore({ value, options }: Output<unknown>, scope: Construct): readonly string[] {
  return [...new Set([...addressesOf(options.dependsOn), ...ExpressionToken.waitsIn(value, scope)])];
}

/**
 * An output that waits has a local in the stack, which picks the value out of a list with all that it waits for. Terraform
 * follows the references as it follows the `depends_on` of a module's output. A `depends_on` of a module call, or a
 * reference without the local, would also put off each data source there until apply, and the plan would show nothing of it.
 */
function waitingOutput(
  self: Construct,
  name: string,
  { value, type }: Output<unknown>,
  addresses: readonly string[],
): Waiting | undefined {
  if (addresses.length === 0 || isKnown(value)) return undefined;
  const list: Expression = { kind: "tuple", items: [value, ...addresses.map((address) => referenceNode(address))] };
  const first = makeExpr({ kind: "index", of: list, key: literalNode(0) }, type);
  const local = new TerraformLocal(self, `output.${name}`, expressionTokenOf(first));
  return { addresses, local: referenceNode(`local.${local.friendlyUniqueId}`) };
}

/** The inputs, the provider configurations and the dependencies of a module call. */
interface CallPlace {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly providers?: { readonly [name: string]: string };
  readonly dependsOn?: readonly Dependency[];
}

/** What a call of one definition by another becomes where the calling one is inlined: the resources of both. */
export function inlineCall(
  definition: Definition<Variables, Outputs>,
  scope: Construct,
  name: string,
  { inputs, providers = {}, dependsOn }: CallPlace,
): { readonly outputs: Readonly<Record<string, Expression>>; readonly addresses: readonly string[] } {
  const caller = builderOf(scope);
  const waitFor = addressesOf(dependsOn);
  const change = (part: ModuleItem): ModuleItem => caller.change(inPlaceOf(part, providers, waitFor));
  const self = new Construct(scope, `module.${name}`);
  const { outputs, addresses } = buildInline({ definition, self, id: caller.rename(name), inputs, change });
  caller.inlined.push(...addresses);
  return {
    outputs: Object.fromEntries(Object.entries(outputs).map(([output, given]) => [output, waitingNode(given, scope)])),
    addresses,
  };
}

/** A part of a called module, with the provider configurations of the caller and what the call waits for. */
function inPlaceOf(
  part: ModuleItem,
  providers: NonNullable<CallPlace["providers"]>,
  waitFor: readonly string[],
): ModuleItem {
  if (part.kind === "module") {
    const own = Object.entries(part.providers).map(([name, value]) => [name, providers[value] ?? value]);
    const defaults = Object.entries(providers).filter(([name]) => !name.includes("."));
    return {
      ...part,
      providers: { ...Object.fromEntries(defaults), ...Object.fromEntries(own) },
      dependsOn: [...part.dependsOn, ...waitFor],
    };
  }
  if (!isElement(part)) return part;
  const alias = providers[part.alias ?? part.provider] ?? part.alias;
  // An action runs when a resource triggers it: it has no `depends_on`.
  const dependsOn = part.kind === "action" ? [] : [...part.dependsOn, ...waitFor];
  return { ...part, ...(alias !== undefined && { alias }), dependsOn };
}

/** The value of an output. If the output has dependencies, everything that uses the value has them, too. */
function waitingNode({ value, type, options }: Output<unknown>, scope: Construct): Expression {
  const addresses = addressesOf(options.dependsOn);
  if (addresses.length === 0) return value;
  return {
    kind: "cdktf-token",
    token: new ExpressionToken(makeExpr(value, type), TerraformStack.of(scope), { addresses }),
  };
}

interface Built {
  readonly outputs: Outputs;
  /** Of all resources, data sources and calls, also those of modules that are called. */
  readonly addresses: readonly string[];
}

/** One use of a definition inside of a caller's stack. */
interface Use {
  readonly definition: Definition<Variables, Outputs>;
  /** The construct that holds the resources. */
  readonly self: Construct;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What calls around it make of each part. @default nothing */
  readonly change?: (part: ModuleItem) => ModuleItem;
}

function buildInline({ definition, self, id, inputs, change = (part) => part }: Use): Built {
  return withoutCycle(definition, () => {
    const rename = (name: string) => (name === "this" ? id : `${id}_${name}`);
    const builder = new ModuleBuilder(self, definition.name, { rename, change });
    const problems = new Problems();
    const nodes = readInputs(definition, inputs ?? {}, self.node.path, problems);
    problems.throwIfAny();
    const rules = openRules(definition, nodes, self.node.path, problems);
    refuseOpenConstants(definition, nodes, self.node.path, problems);
    problems.throwIfAny();
    warnOfInputs(definition, inputs ?? {}, self);
    const v = namedValues(definition, (name) => asSensitive(definition, name, nodes[name] as Expression));
    const returned = readOutputs(definition.build(self, v as never), self.node.path);
    builder.end();
    const outputs = asDeclared(returned, self.node.path, builder.problems);
    builder.problems.throwIfAny();
    const parts = builder.parts.map(change);
    placeInline(definition, builder, parts, rules);
    placeOutputRules(definition, builder, outputs);
    requireFunctionProviders(definition, builder, outputs);
    const own = parts.flatMap((part) => (part.kind === "check" ? [] : (stackAddressOf(part, builder) ?? [])));
    return { outputs, addresses: [...own, ...builder.inlined] };
  });
}

/** Outputs that declare a type, with the defaults of its attributes: no `output` block is left that could add them. */
function asDeclared(outputs: Outputs, base: string, problems: Problems): Outputs {
  const entries = Object.entries(outputs).map(([name, output]) => {
    if (!isOutput(output)) {
      problems.add(notAnOutput(`${base}.outputs.${name}`));
      return [name, output] as const;
    }
    const declared = output.options.type?.type;
    if (declared === undefined) return [name, output] as const;
    const place = { path: `${base}.outputs.${name}`, problems };
    return [name, { ...output, value: completeNode(output.value, declared, place, output.valueType) }] as const;
  });
  return Object.fromEntries(entries);
}

/** What is `const` must be known before Terraform plans: here, when the stack is synthesized. */
function refuseOpenConstants(
  { variables }: Definition<Variables, Outputs>,
  nodes: Readonly<Record<string, Expression>>,
  base: string,
  problems: Problems,
): void {
  for (const [name, { options }] of Object.entries(variables)) {
    const node = nodes[name];
    if (options.const !== true || node === undefined || isKnown(node)) continue;
    problems.add({
      code: "not-constant",
      path: `${base}.${name}`,
      message: `\`${name}\` is \`const\`, so that it takes no token`,
      hint: "give a value that is known when the stack is synthesized",
    });
  }
}

/** A secret stays one in Terraform's output. */
function asSensitive(definition: Definition<Variables, Outputs>, name: string, node: Expression): Expression {
  const isSecret = definition.variables[name]?.options.sensitive === true;
  const isNull = node.kind === "literal" && node.value === null;
  return isSecret && !isNull ? { kind: "call", name: "sensitive", args: [node] } : node;
}

/** Preconditions of outputs: one that is known to be false is an error; the others are added to an output of the stack. */
function placeOutputRules(definition: Definition<Variables, Outputs>, builder: ModuleBuilder, outputs: Outputs): void {
  for (const [name, { value, options }] of Object.entries(outputs)) {
    const rules = (options.preconditions ?? []).map(({ condition, message }) => ({
      condition: toNode(condition),
      message: toNode(message),
    }));
    const open = dropTrueRules(rules, `${builder.scope.node.path}.outputs.${name}`).filter((rule) =>
      refersToSomething(rule.condition),
    );
    if (open.length === 0) continue;
    const body = [attribute("value", value), ...open.map((rule) => ruleBlock("precondition", rule))];
    const isSecret = options.sensitive === true || definesSecret(definition);
    TerraformStack.of(builder.scope).addOverride(`output.${builder.rename(name)}`, {
      ...bodyJson(body),
      ...(isSecret && { sensitive: true }),
    });
  }
}

function definesSecret({ variables }: Definition<Variables, Outputs>): boolean {
  return Object.values(variables).some(({ options }) => options.sensitive === true);
}
