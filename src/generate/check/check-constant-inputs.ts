/** A `const` variable of a module that is called takes a constant: a literal, or a `const` variable of this module. */
import type { Problems } from "../../errors";
import { type Expression, walkExpression } from "../../hcl/expression";
import { printExpression } from "../../hcl/print-expression";
import type { VariableModel } from "../../render/model";
import type { ModuleBuilder } from "../dsl/module-builder";

interface CallingModule {
  readonly name: string;
  readonly variables: readonly VariableModel[];
  readonly builder: ModuleBuilder;
}

/** Reports inputs that Terraform does not know before it plans, where the called variable is `const`. */
export function checkConstantInputs({ name, variables, builder }: CallingModule, problems: Problems): void {
  const constants = new Set(variables.flatMap((one) => (one.const === true ? [`var.${one.name}`] : [])));
  const locals = new Map(
    builder.parts.flatMap((part) => (part.kind === "local" ? [[`local.${part.name}`, part.value] as const] : [])),
  );
  for (const part of builder.parts) {
    if (part.kind !== "module") continue;
    for (const [input, value] of Object.entries(part.inputs)) {
      if (part.called?.variables.find((one) => one.name === input)?.const !== true) continue;
      const culprit = findVariable(value, constants, locals);
      if (culprit === undefined) continue;
      problems.add({
        code: "not-constant",
        path: `${name}.module.${part.name}.${input}`,
        message: `\`${input}\` of ${part.called.name} is \`const\`, but ${culprit} is not`,
        hint: "give a literal, or a variable of this module that is `const` too",
      });
    }
  }
}

/** The first part of an expression that is not constant. */
function findVariable(
  value: Expression,
  constants: ReadonlySet<string>,
  locals: ReadonlyMap<string, Expression>,
): string | undefined {
  let found: string | undefined;
  const seen = new Set<string>();
  const visit = (expression: Expression) =>
    walkExpression(expression, (node) => {
      if (node.kind === "raw" || node.kind === "cdktf-token") found ??= "what it is given";
      if (node.kind !== "reference" || constants.has(node.address) || seen.has(node.address)) return;
      seen.add(node.address);
      const local = locals.get(node.address);
      if (local === undefined) found ??= `\`${printExpression(node)}\``;
      else visit(local);
    });
  visit(value);
  return found;
}
