/** The providers whose functions a module calls. */
import type { Body } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import type { OutputModel, VariableModel } from "../../render/model";
import { walkBody } from "../check/walk-body";

/** Local names: `time` for `provider::time::duration_parse`. */
export function providersOfFunctions(module: {
  readonly variables: readonly VariableModel[];
  readonly outputs: readonly OutputModel[];
  readonly main: Body;
}): ReadonlyMap<string, string> {
  const values: Expression[] = [];
  walkBody(module.main, "", (value) => values.push(value));
  for (const { value, preconditions } of module.outputs)
    values.push(value, ...preconditions.flatMap(({ condition, message }) => [condition, message]));
  for (const { validations } of module.variables)
    values.push(...validations.flatMap(({ condition, message }) => [condition, message]));
  return providersOfValues(values);
}

/** As {@link providersOfFunctions}, of expressions. */
export function providersOfValues(values: readonly Expression[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const value of values)
    walkExpression(value, (node) => {
      for (const name of functionsIn(node)) {
        const provider = name.split("::")[1] as string;
        if (!found.has(provider)) found.set(provider, name);
      }
    });
  return found;
}

/** The functions of providers that an expression itself calls, without those in its parts. */
function functionsIn(node: Expression): readonly string[] {
  if (node.kind === "call") return node.name.startsWith("provider::") ? [node.name] : [];
  if (node.kind !== "raw") return [];
  return [...node.text.matchAll(/\b(provider::\w[\w-]*::\w+)\(/g)].map(([, name]) => name as string);
}
