/** `v`, the argument of `build`: a value for each variable, and an error for a name that is not a variable. */
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { suggestName } from "../../text/suggest-name";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import { makeExpr } from "../expr/expr";

export function namedValues(definition: Definition<Variables, Outputs>, nodeOf: (name: string) => Expression): object {
  const values = Object.fromEntries(
    Object.entries(definition.variables).map(([name, variable]) => [name, makeExpr(nodeOf(name), variable?.type)]),
  );
  return new Proxy(values, {
    get(target, key) {
      if (typeof key === "symbol" || key in target || key === "then" || key === "toJSON")
        return Reflect.get(target, key);
      return fail({
        code: "unknown-variable",
        path: `${definition.name}.variables.${key}`,
        message: `there is no variable \`${key}\``,
        hint: suggestName(key, Object.keys(target), "variables"),
      });
    },
  });
}
