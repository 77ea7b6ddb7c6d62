/** The providers whose functions a module calls. */
import type { Body } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import type { OutputModel, VariableModel } from "../../render/model";
import { walkBody } from "../check/check-references";

/** Local names: `time` for `provider::time::duration_parse`. */
export function providersOfFunctions(module: {
  readonly variables: readonly VariableModel[];
  readonly outputs: readonly OutputModel[];
  readonly main: Body;
}): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const collect = (value: Expression) =>
    walkExpression(value, (node) => {
      const names = node.kind === "call" ? [node.name] : node.kind === "raw" ? callsIn(node.text) : [];
      for (const name of names) {
        const [root, provider] = name.split("::");
        if (root === "provider" && provider !== undefined && !found.has(provider)) found.set(provider, name);
      }
    });
  walkBody(module.main, "", collect);
  for (const { value, preconditions } of module.outputs)
    for (const node of [value, ...preconditions.flatMap(({ condition, message }) => [condition, message])])
      collect(node);
  for (const { validations } of module.variables)
    for (const { condition, message } of validations) for (const node of [condition, message]) collect(node);
  return found;
}

function callsIn(text: string): readonly string[] {
  return [...text.matchAll(/\b(provider::\w[\w-]*::\w+)\(/g)].map(([, name]) => name as string);
}
