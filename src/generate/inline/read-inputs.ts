/** The values that a caller gives to a definition: read, completed by the defaults, and held against the rules. */
import { Problems } from "../../errors";
import { type Expression, type Literal, walkExpression } from "../../hcl/expression";
import { suggestName } from "../../text/suggest-name";
import { mayBeNull, orDefault } from "../build/complete-node";
import { inputNode } from "../build/input-values";
import { kindRules } from "../build/kind-rules";
import { renamingsOf } from "../build/renamed-variables";
import { rulesOn } from "../build/variable-rules";
import { checkKinds } from "../check/check-kinds";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import type { ConditionNodes } from "../dsl/module-builder";
import type { AnyVariable } from "../dsl/types";

/** Reports unknown names, wrong types and validations that are known to fail. `path` is the path of the values. */
export function checkInputs(
  definition: Definition<Variables, Outputs>,
  inputs: Readonly<Record<string, unknown>>,
  path: string,
  problems: Problems,
): void {
  const before = problems.size;
  const nodes = readInputs(definition, inputs, path, problems);
  if (problems.size === before) openRules(definition, nodes, path, problems);
}

/** The caller's values with the defaults filled in. */
export function readInputs(
  definition: Definition<Variables, Outputs>,
  inputs: Readonly<Record<string, unknown>>,
  base: string,
  problems: Problems,
): Readonly<Record<string, Expression>> {
  const path = (name: string) => `${base}.${name}`;
  const oldNames = new Map(renamingsOf(definition.variables).map(({ from, to }) => [to, from]));
  const known = new Set([...Object.keys(definition.variables), ...oldNames.values()]);
  for (const name of Object.keys(inputs)) {
    if (!known.has(name)) {
      problems.add({
        code: "unknown-variable",
        path: path(name),
        message: `${definition.name} has no variable \`${name}\``,
        hint: suggestName(name, Object.keys(definition.variables), "variables"),
      });
    }
  }
  const entries = Object.entries(definition.variables).map(([name, variable]: [string, AnyVariable]) => {
    const options = variable.options as { readonly default?: unknown; readonly nullable?: boolean };
    const old = oldNames.get(name);
    const given = inputs[name] ?? (old === undefined ? inputs[name] : inputs[old]);
    const keepsNull = given === null && options.nullable === true;
    if ((given === undefined || given === null) && !keepsNull && options.default === undefined) {
      problems.add({ code: "missing-input", path: path(name), message: `the variable \`${name}\` is required` });
    }
    const read = (value: unknown) => {
      const node = inputNode(value, variable.type, path(name), problems);
      // A token under the new name may be null, which only Terraform sees.
      if (old === undefined || value !== inputs[name] || (inputs[old] ?? null) === null) return node;
      return orDefault(node, variable.type, inputNode(inputs[old], variable.type, path(old), problems));
    };
    if (given === undefined || (given === null && !keepsNull)) return [name, read(options.default)] as const;
    if (options.nullable === true || options.default === undefined || options.default === null)
      return [name, read(given)] as const;
    // A token may be null, which only Terraform sees.
    return [name, orDefault(read(given), variable.type, read(options.default))] as const;
  });
  return Object.fromEntries(entries);
}

/** Checks validations: one that is known to fail is a problem; one that only Terraform can evaluate becomes a precondition. */
export function openRules(
  definition: Definition<Variables, Outputs>,
  nodes: Readonly<Record<string, Expression>>,
  base: string,
  problems: Problems,
): readonly ConditionNodes[] {
  const rules: ConditionNodes[] = [];
  for (const [name, variable] of Object.entries(definition.variables)) {
    const node = nodes[name];
    if (node === undefined || (node.kind === "literal" && node.value === null)) continue;
    const options = variable.options as { readonly default?: unknown };
    // A null that is known was passed over above; a token may be one.
    const nullable = options.default === null && mayBeNull(node);
    const guarded = nullable && variable.guarded === true;
    const ruled = { name, type: variable.type, options: variable.options, nullable, guarded };
    const all = rulesOn(node, ruled);
    for (const rule of all) {
      const { condition, message } = rule;
      if (condition.kind !== "literal") {
        if (rule.only === undefined && refersToSomething(condition)) rules.push(rule);
      } else if (condition.value !== true) {
        const text = message.kind === "literal" ? String(message.value) : "a validation is false";
        problems.add({ code: "validation-failed", path: `${base}.${name}`, message: text });
      }
    }
  }
  // A definition whose table has problems fails when it is generated.
  const hasKinds = checkKinds(definition, new Problems());
  for (const rule of hasKinds ? kindRules(definition, (name) => nodes[name] as Expression) : []) {
    const { condition, message, variables } = rule;
    if (condition.kind !== "literal") rules.push({ condition, message });
    else if (condition.value !== true) {
      const text = (message as Literal).value as string;
      problems.add({ code: "validation-failed", path: `${base}.${variables[0]}`, message: text });
    }
  }
  return rules;
}

/** Terraform refuses a condition that refers to nothing. */
export function refersToSomething(node: Expression): boolean {
  let found = false;
  walkExpression(node, (part) => {
    found ||= part.kind === "reference" || part.kind === "cdktf-token" || part.kind === "raw";
  });
  return found;
}
