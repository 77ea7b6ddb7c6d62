/** `inline`: a definition's resources in the caller's own CDKTF stack. */
import { Construct, type IResolvable, TerraformStack } from "../cdk";
import { fail, type Problem, TfwrightError } from "../errors";
import { Carrier, makeExpr } from "../expr/expr";
import { attribute, type Body } from "../hcl/document";
import type { Expression } from "../hcl/expression";
import type { Definition, Outputs, Variables } from "./definition";
import { elementBody, ruleBlock } from "./main-body";
import { namedValues } from "./named-values";
import { type OutputTokens, tokenFor } from "./output-tokens";
import type { Output } from "./parts";
import { openRules, readInputs, refersToSomething } from "./read-inputs";
import { addressesOf, type Dependency } from "./resource-references";
import { type ElementPart, type ModulePart, type Part, Recorder, type Rule, recorderOf } from "./scope";
import { bodyJson, valueJson } from "./terraform-json";

/** A value, or a token of another resource in its place or in place of any part of it. */
export type OrToken<T> =
  | T
  | IResolvable
  | (T extends readonly (infer U)[]
      ? readonly OrToken<U>[]
      : T extends object
        ? { readonly [K in keyof T]: OrToken<T[K]> }
        : never);

/** A definition that was inlined: a construct in the caller's stack. */
export class Inlined<O> extends Construct {
  /** The module's outputs as tokens; what is known at synthesis is a plain value. */
  readonly outputs: OutputTokens<O>;
  /**
   * What must be in place before the outputs are of use: a role's policies. Inlined resources that take an output wait for
   * it; hand-written ones name it, `dependsOn: role.dependencies`.
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
  return new Inlined<O>(scope, id, (self) => {
    const stack = TerraformStack.of(scope);
    const { outputs } = buildInline(definition, self, id, inputs);
    const waits = new Map(Object.entries(outputs).map(([name, { options }]) => [name, addressesOf(options.dependsOn)]));
    const tokens = Object.entries(outputs).map(([name, output]) => [
      name,
      tokenFor(output.value, output.type, stack, waits.get(name)),
    ]);
    return {
      outputs: Object.fromEntries(tokens) as OutputTokens<O>,
      waitFor: [...new Set([...waits.values()].flat())],
    };
  });
}

/** What a call says of the providers and of what to wait for. */
interface CallPlace {
  readonly providers?: { readonly [name: string]: string };
  readonly dependsOn?: readonly Dependency[];
}

/** What a call of one definition by another becomes where the calling one is inlined: the resources of both. */
export function inlineCall(
  definition: Definition<Variables, Outputs>,
  scope: Construct,
  name: string,
  inputs: Readonly<Record<string, unknown>>,
  { providers = {}, dependsOn }: CallPlace,
): { readonly outputs: Readonly<Record<string, Expression>>; readonly addresses: readonly string[] } {
  const waitFor = addressesOf(dependsOn);
  const change = (part: Part): Part => {
    if (part.kind === "module") return { ...part, dependsOn: [...part.dependsOn, ...waitFor] };
    if (part.kind !== "resource" && part.kind !== "data") return part;
    const alias = providers[part.alias ?? part.provider] ?? part.alias;
    return { ...part, ...(alias === undefined ? {} : { alias }), dependsOn: [...part.dependsOn, ...waitFor] };
  };
  const self = new Construct(scope, `module.${name}`);
  const { outputs, parts } = buildInline(definition, self, recorderOf(scope).rename(name), inputs, change);
  return {
    outputs: Object.fromEntries(Object.entries(outputs).map(([output, given]) => [output, waitingNode(given, scope)])),
    addresses: parts.flatMap((part) =>
      part.kind === "resource" || part.kind === "data"
        ? [`${part.kind === "data" ? "data." : ""}${part.type}.${part.name}`]
        : part.kind === "module"
          ? [`module.${part.name}`]
          : [],
    ),
  };
}

/** The value of an output; where it waits for something, what takes it waits too. */
function waitingNode({ value, type, options }: Output<unknown>, scope: Construct): Expression {
  const waitFor = addressesOf(options.dependsOn);
  if (waitFor.length === 0) return value;
  return { kind: "foreign", token: new Carrier(makeExpr(value, type), TerraformStack.of(scope), waitFor) };
}

function buildInline(
  definition: Definition<Variables, Outputs>,
  self: Construct,
  id: string,
  inputs: Readonly<Record<string, unknown>>,
  change: (part: Part) => Part = (part) => part,
): { readonly outputs: Outputs; readonly parts: readonly Part[] } {
  const recorder = new Recorder(self, definition.name, (name) => (name === "this" ? id : `${id}_${name}`), true);
  const problems: Problem[] = [];
  const nodes = readInputs(definition, inputs, problems);
  if (problems.length > 0) throw new TfwrightError(problems);
  const v = namedValues(definition, (name) => nodes[name] as Expression);
  const rules = openRules(definition, nodes, problems);
  if (problems.length > 0) throw new TfwrightError(problems);
  const outputs = definition.build(self, v as never);
  if (recorder.problems.length > 0) throw new TfwrightError(recorder.problems);
  const parts = recorder.parts.map(change);
  place(recorder, parts, rules);
  return { outputs, parts };
}

/** Hands what `build` made over to cdktf: its classes give the names, we give the values. */
function place(recorder: Recorder, parts: readonly Part[], rules: readonly Rule[]): void {
  const stack = TerraformStack.of(recorder.scope);
  const guard = parts.find((part) => part.kind === "resource");
  for (const part of parts) {
    if (part.kind === "resource" || part.kind === "data") {
      const extra = part === guard ? rules : [];
      Object.defineProperties(part.construct, {
        synthesizeAttributes: { value: () => elementJson(part, recorder, extra) },
        // count, for_each, lifecycle and the like stand in the attributes already; cdktf knows nothing of them.
        terraformMetaArguments: { get: () => ({}) },
        toHclTerraform: { value: () => refuseHcl(part) },
      });
    } else if (part.kind === "module") {
      stack.addOverride(`module.${part.name}`, moduleJson(part));
    } else if (part.kind === "check") {
      const asserts = part.rules.filter(
        ({ condition }) => condition.kind !== "literal" && refersToSomething(condition),
      );
      if (asserts.length > 0)
        stack.addOverride(
          `check.${recorder.rename(part.name)}`,
          bodyJson(asserts.map((rule) => ruleBlock("assert", rule))),
        );
    }
  }
}

/** cdktf's own HCL writer takes expressions for text. */
function refuseHcl(part: ElementPart): never {
  return fail(
    "inline-as-hcl",
    `${part.type}.${part.name}`,
    "what is inlined cannot be written by `cdktf synth --hcl`",
    "synthesise JSON, which is the default; or call the generated module by `.module`",
  );
}

function elementJson(part: ElementPart, recorder: Recorder, rules: readonly Rule[]): object {
  const lifecycle =
    rules.length === 0
      ? part.lifecycle
      : { ...part.lifecycle, preconditions: [...(part.lifecycle?.preconditions ?? []), ...rules] };
  const open =
    lifecycle === undefined ? undefined : { ...lifecycle, preconditions: keepReferring(lifecycle.preconditions) };
  const whole = { ...part, ...(open === undefined ? {} : { lifecycle: open }) };
  const body = elementBody(whole, recorder);
  const waits = part.kind === "resource" ? waitsOf(body, recorder.scope) : [];
  if (waits.length === 0) return bodyJson(body);
  return bodyJson(elementBody({ ...whole, dependsOn: [...new Set([...part.dependsOn, ...waits])] }, recorder));
}

/** Not for data sources: one that waits is read at apply, and the plan shows nothing of it. */
function waitsOf(body: Body, scope: Construct): readonly string[] {
  return body.flatMap((item) => {
    if (item.kind === "attribute") return Carrier.waitsIn(item.value, scope);
    return item.kind === "block" ? waitsOf(item.body, scope) : [];
  });
}

function keepReferring(rules: readonly Rule[] | undefined): readonly Rule[] {
  return (rules ?? []).filter(({ condition }) => condition.kind === "literal" || refersToSomething(condition));
}

function moduleJson(part: ModulePart): object {
  const body: Body = Object.entries(part.inputs).map(([name, value]) => attribute(name, value));
  return {
    source: part.source,
    ...(part.version === undefined ? {} : { version: part.version }),
    ...(part.count === undefined ? {} : { count: valueJson(part.count) }),
    ...(part.forEach === undefined ? {} : { for_each: valueJson(part.forEach) }),
    ...(Object.keys(part.providers).length === 0 ? {} : { providers: part.providers }),
    ...bodyJson(body),
    ...(part.dependsOn.length === 0 ? {} : { depends_on: part.dependsOn }),
  };
}
