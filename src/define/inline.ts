/** `inline`: a definition's resources in the caller's own CDKTF stack. */
import { Construct, type IResolvable, TerraformStack } from "../cdk";
import { type Problem, TfwrightError } from "../errors";
import { attribute, type Body } from "../hcl/document";
import { type Expression, walkExpression } from "../hcl/expression";
import { rulesOn } from "./build-variables";
import type { Definition, Outputs, Variables } from "./definition";
import { inputNode } from "./input-values";
import { elementBody, ruleBlock } from "./main-body";
import { namedValues } from "./named-values";
import { type OutputTokens, tokenFor } from "./output-tokens";
import { type ElementPart, type ModulePart, Recorder, type Rule } from "./scope";
import { bodyJson, valueJson } from "./terraform-json";
import type { AnyVariable } from "./types";

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

  /** @internal */
  constructor(scope: Construct, id: string, outputsOf: (self: Construct) => OutputTokens<O>) {
    super(scope, id);
    this.outputs = outputsOf(this);
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
    const rename = (name: string) => (name === "this" ? id : `${id}_${name}`);
    const recorder = new Recorder(self, definition.name, rename, true);
    const problems: Problem[] = [];
    const nodes = readInputs(definition, inputs, problems);
    if (problems.length > 0) throw new TfwrightError(problems);
    const v = namedValues(definition, (name) => nodes[name] as Expression);
    const rules = openRules(definition, nodes, problems);
    if (problems.length > 0) throw new TfwrightError(problems);
    const outputs = definition.build(self, v as never);
    if (recorder.problems.length > 0) throw new TfwrightError(recorder.problems);
    place(recorder, rules);
    return Object.fromEntries(
      Object.entries(outputs).map(([name, output]) => [name, tokenFor(output.value, output.type)]),
    ) as OutputTokens<O>;
  });
}

/** The caller's values with the defaults filled in. */
function readInputs(
  definition: Definition<Variables, Outputs>,
  inputs: Readonly<Record<string, unknown>>,
  problems: Problem[],
): Readonly<Record<string, Expression>> {
  const path = (name: string) => `${definition.name}.variables.${name}`;
  for (const name of Object.keys(inputs)) {
    if (definition.variables[name] === undefined) {
      problems.push({
        code: "unknown-variable",
        path: path(name),
        message: `there is no variable \`${name}\``,
        hint: `there are ${Object.keys(definition.variables).join(", ")}`,
      });
    }
  }
  const entries = Object.entries(definition.variables).map(([name, variable]: [string, AnyVariable]) => {
    const options = variable.options as { readonly default?: unknown; readonly nullable?: boolean };
    const given = inputs[name];
    if (given === undefined && options.default === undefined) {
      problems.push({ code: "missing-input", path: path(name), message: `the variable \`${name}\` is required` });
    }
    const keepsNull = given === null && options.nullable === true;
    const value = (given === undefined || given === null) && !keepsNull ? options.default : given;
    return [name, inputNode(value, variable.type, path(name), problems)] as const;
  });
  return Object.fromEntries(entries);
}

/** Validations: those that are known to fail are problems, those that only Terraform can tell become preconditions. */
function openRules(
  definition: Definition<Variables, Outputs>,
  nodes: Readonly<Record<string, Expression>>,
  problems: Problem[],
): readonly Rule[] {
  const rules: Rule[] = [];
  for (const [name, variable] of Object.entries(definition.variables)) {
    const node = nodes[name];
    if (node === undefined || (node.kind === "literal" && node.value === null)) continue;
    // Null was passed over above: no rule needs a guard here.
    const all = rulesOn(node, name, variable.type, { nullable: false, guarded: false }, variable.options as never);
    for (const rule of all) {
      const { condition, message } = rule;
      if (condition.kind !== "literal") {
        if (refersToSomething(condition)) rules.push(rule);
      } else if (condition.value !== true) {
        const text = message.kind === "literal" ? String(message.value) : "a validation is false";
        problems.push({ code: "validation-failed", path: `${definition.name}.variables.${name}`, message: text });
      }
    }
  }
  return rules;
}

/** Terraform refuses a condition that refers to nothing. */
function refersToSomething(node: Expression): boolean {
  let found = false;
  walkExpression(node, (part) => {
    found ||= part.kind === "reference" || part.kind === "foreign" || part.kind === "raw";
  });
  return found;
}

/** Hands what `build` made over to cdktf: its classes give the names, we give the values. */
function place(recorder: Recorder, rules: readonly Rule[]): void {
  const stack = TerraformStack.of(recorder.scope);
  const guard = recorder.parts.find((part) => part.kind === "resource");
  for (const part of recorder.parts) {
    if (part.kind === "resource" || part.kind === "data") {
      const extra = part === guard ? rules : [];
      Object.defineProperties(part.construct, {
        synthesizeAttributes: { value: () => elementJson(part, recorder, extra) },
        // count, for_each, lifecycle and the like stand in the attributes already; cdktf knows nothing of them.
        terraformMetaArguments: { get: () => ({}) },
      });
    } else if (part.kind === "module") {
      stack.addOverride(`module.${part.name}`, moduleJson(part, recorder));
    } else if (part.kind === "check") {
      const asserts = part.rules.filter(
        ({ condition }) => condition.kind !== "literal" && refersToSomething(condition),
      );
      if (asserts.length > 0)
        stack.addOverride(
          `check.${recorder.rename(part.name)}`,
          bodyJson(
            asserts.map((rule) => ruleBlock("assert", rule)),
            recorder.scope,
          ),
        );
    }
  }
}

function elementJson(part: ElementPart, recorder: Recorder, rules: readonly Rule[]): object {
  const lifecycle =
    rules.length === 0
      ? part.lifecycle
      : { ...part.lifecycle, preconditions: [...(part.lifecycle?.preconditions ?? []), ...rules] };
  const open =
    lifecycle === undefined ? undefined : { ...lifecycle, preconditions: keepReferring(lifecycle.preconditions) };
  const body: Body = elementBody({ ...part, ...(open === undefined ? {} : { lifecycle: open }) }, recorder);
  return bodyJson(body, recorder.scope);
}

function keepReferring(rules: readonly Rule[] | undefined): readonly Rule[] {
  return (rules ?? []).filter(({ condition }) => condition.kind === "literal" || refersToSomething(condition));
}

function moduleJson(part: ModulePart, recorder: Recorder): object {
  const body: Body = Object.entries(part.inputs).map(([name, value]) => attribute(name, value));
  return {
    source: part.source,
    ...(part.version === undefined ? {} : { version: part.version }),
    ...(part.count === undefined ? {} : { count: valueJson(part.count, recorder.scope) }),
    ...(part.forEach === undefined ? {} : { for_each: valueJson(part.forEach, recorder.scope) }),
    ...(Object.keys(part.providers).length === 0 ? {} : { providers: part.providers }),
    ...bodyJson(body, recorder.scope),
    ...(part.dependsOn.length === 0 ? {} : { depends_on: part.dependsOn }),
  };
}
